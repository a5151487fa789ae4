/* SPDX-License-Identifier: Apache-2.0 */
#include "http/door.h"

#include "http/limit.h"
#include "http/peer.h"

#include <sodium.h>

enum {
    WORKERS = 64,
    WAITING = 2000,
    CONNECTIONS = 4000,
    IDLE_MS = 60000,
    HEAD_MS = 10000,
    BODY_MS = 120000,
    SEND_MS = 120000,
    PEER_RATE = 1000,
    PEER_BURST = 5, /* seconds' worth */
    PEERS_MOST = 1 << 14
};

static void set_default(unsigned *value, unsigned usual)
{
    if (*value == 0) *value = usual;
}

static HttpWish with_defaults(HttpWish wish, bool local)
{
    wish.proxied = wish.proxied || local;
    set_default(&wish.workers, WORKERS);
    set_default(&wish.waiting, WAITING);
    set_default(&wish.connections, CONNECTIONS);
    set_default(&wish.peer_connections, (wish.connections + 3) / 4);
    set_default(&wish.idle_ms, IDLE_MS);
    set_default(&wish.head_ms, HEAD_MS);
    set_default(&wish.body_ms, BODY_MS);
    set_default(&wish.send_ms, SEND_MS);
    if (wish.body_most == 0) wish.body_most = LIMIT_BODY;
    if (wish.bodies_most == 0) wish.bodies_most = LIMIT_BODIES;
    return wish;
}

void door_init(Door *door, Arena *arena, const HttpWish *wish, bool local)
{
    door->wish = with_defaults(*wish, local);
    randombytes_buf(door->secret, sizeof door->secret);
    CHECK(pthread_mutex_init(&door->lock, NULL) == 0);
    uint32_t rate = wish->peer_rate == 0 ? PEER_RATE : wish->peer_rate;
    BudgetRule rule = {rate, rate * PEER_BURST};
    door->budget = budget_open(arena, rule, PEERS_MOST);
}

void door_done(Door *door)
{
    CHECK(pthread_mutex_destroy(&door->lock) == 0);
}

static atomic_uint *count_of(Door *door, Str peer)
{
    return &door->peers[budget_key(door->secret, peer, 0) % DOOR_PEERS];
}

bool door_admit(Door *door, Str peer)
{
    if (door->wish.proxied) return true;
    atomic_uint *count = count_of(door, peer);
    if (atomic_fetch_add(count, 1) < door->wish.peer_connections) return true;
    (void)atomic_fetch_sub(count, 1);
    return false;
}

void door_leave(Door *door, Str peer)
{
    if (!door->wish.proxied) (void)atomic_fetch_sub(count_of(door, peer), 1);
}

bool door_allows(Door *door, Str peer, int64_t now_ns)
{
    bool any = door->wish.peer_rate == 0 && peer_is_loopback(peer);
    if (door->wish.proxied || any) return true;
    uint64_t key = budget_key(door->secret, peer, 1);
    CHECK(pthread_mutex_lock(&door->lock) == 0);
    bool allowed = budget_take(door->budget, key, now_ns);
    CHECK(pthread_mutex_unlock(&door->lock) == 0);
    return allowed;
}

bool door_hold(Door *door, size_t bytes)
{
    size_t held = atomic_fetch_add(&door->counts.body_bytes, bytes);
    if (held + bytes <= door->wish.bodies_most) return true;
    door_release(door, bytes);
    return false;
}

void door_release(Door *door, size_t bytes)
{
    (void)atomic_fetch_sub(&door->counts.body_bytes, bytes);
}
