/* SPDX-License-Identifier: Apache-2.0 */
#include "http/connection.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* How long, and how much, to hear out who was refused while still sending: to
 * close at once would take the answer away (RFC 9112, 9.6). */
enum { LINGER_MS = 2000, LINGER_MOST = 32 << 20 };

/* A pipeline without end must not keep its thread from the others. */
enum { ANSWERS_A_TURN = 32, KEPT_LEAST = 4096 };

static void set_deadline(Connection *c, const Desk *desk, unsigned ms)
{
    c->deadline_ns = desk->now_ns + (int64_t)ms * 1000000;
}

static void be_idle(Connection *c, const Desk *desk)
{
    c->stage = CONNECTION_IDLE;
    c->seen = 0;
    set_deadline(c, desk, desk->door->wish.idle_ms);
}

void connection_begin(Connection *c, int fd, Str peer, const Desk *desk)
{
    void *owner = c->owner;
    *c = (Connection){.owner = owner, .fd = fd, .in = STR("")};
    memcpy(c->peer, peer.ptr, peer.len);
    be_idle(c, desk);
}

void connection_end(Connection *c, Door *door)
{
    exchange_close(c->exchange, door);
    arena_close(c->kept);
    (void)close(c->fd);
    c->exchange = NULL;
    c->kept = NULL;
    c->stage = CONNECTION_FREE;
}

/* ---- bytes that wait ----------------------------------------------------- */

/* Move what is left of `in` to memory of its own, with room for `more`. */
static void keep(Connection *c, size_t more)
{
    bool own = c->kept != NULL;
    if (own && c->in.len + more <= c->room_len) {
        memmove(c->room, c->in.ptr, c->in.len);
    } else {
        size_t len = (c->in.len + more) * 2;
        if (len < KEPT_LEAST) len = KEPT_LEAST;
        Arena *arena = arena_open(len);
        char *room = NEW(arena, char, len);
        memcpy(room, c->in.ptr, c->in.len);
        arena_close(c->kept);
        c->kept = arena;
        c->room = room;
        c->room_len = len;
    }
    c->in.ptr = c->room;
}

/* The scratch will be used by others: nothing of ours may stay there. */
static void leave_scratch(Connection *c)
{
    if (c->in.len > 0) {
        if (c->in.ptr != c->room || c->kept == NULL) keep(c, 0);
        return;
    }
    arena_done(&c->kept);
    c->in = STR("");
}

/* One read: AGAIN if bytes have come. */
static Step fill(Connection *c, const Desk *desk)
{
    char *to = desk->scratch;
    size_t room = CONNECTION_SCRATCH;
    if (!c->readable) return STEP_WAIT;
    if (c->in.len > 0) {
        keep(c, KEPT_LEAST);
        to = c->room + c->in.len;
        room = c->room_len - c->in.len;
    }
    ssize_t got = recv(c->fd, to, room, MSG_DONTWAIT);
    if (got == 0) return STEP_CLOSE;
    if (got < 0 && errno == EINTR) return STEP_AGAIN;
    if (got < 0 && errno != EAGAIN) return STEP_CLOSE;
    /* Less than there was room for: no more, but for the end of it. */
    if (got < 0 || ((size_t)got < room && !c->ended)) c->readable = false;
    if (got < 0) return STEP_WAIT;
    c->in = (Str){c->in.len > 0 ? c->room : to, c->in.len + (size_t)got};
    return STEP_AGAIN;
}

/* ---- a request comes in -------------------------------------------------- */

static void begin_sending(Connection *c, const Desk *desk)
{
    c->stage = CONNECTION_SENDING;
    set_deadline(c, desk, desk->door->wish.send_ms);
}

void connection_refuse(Connection *c, const Desk *desk, Refusal why)
{
    if (c->exchange == NULL)
        c->exchange = exchange_open(desk->door, str_of(c->peer), desk->now_ns);
    exchange_refuse(c->exchange, desk->door, why);
    begin_sending(c, desk);
}

static Step refuse(Connection *c, const Desk *desk, Refusal why)
{
    connection_refuse(c, desk, why);
    return STEP_AGAIN;
}

/* The client asks whether it shall send; it need not if it has begun to. */
static bool bid_go_on(const Connection *c)
{
    static const char line[] = "HTTP/1.1 100 Continue\r\n\r\n";
    const Exchange *e = c->exchange;
    if (!e->head.expects || e->body.whole || c->in.len > 0) return true;
    return send(c->fd, line, sizeof line - 1, MSG_NOSIGNAL | MSG_DONTWAIT) ==
           (ssize_t)sizeof line - 1;
}

static Step begin_request(Connection *c, const Desk *desk, size_t length)
{
    Str head = str_slice(c->in, 0, length);
    c->exchange = exchange_open(desk->door, str_of(c->peer), desk->now_ns);
    c->in = str_slice(c->in, length, c->in.len);
    Refusal why = exchange_take_head(c->exchange, desk->door, head);
    if (why != REFUSAL_NONE) return refuse(c, desk, why);
    c->stage = CONNECTION_BODY;
    set_deadline(c, desk, desk->door->wish.body_ms);
    return bid_go_on(c) ? STEP_AGAIN : STEP_CLOSE;
}

/* IDLE and HEAD differ in how long we wait, and by the first byte. */
static Step read_head(Connection *c, Desk *desk)
{
    size_t length = 0;
    Refusal why = REFUSAL_NONE;
    if (c->in.len == 0) return fill(c, desk);
    if (c->stage == CONNECTION_IDLE) {
        c->stage = CONNECTION_HEAD;
        set_deadline(c, desk, desk->door->wish.head_ms);
    }
    if (head_end(c->in, &c->seen, &length, &why))
        return begin_request(c, desk, length);
    return why == REFUSAL_NONE ? fill(c, desk) : refuse(c, desk, why);
}

static Step deliver(Connection *c, const Desk *desk)
{
    Exchange *e = c->exchange;
    if (!door_allows(desk->door, str_of(c->peer), desk->now_ns))
        return refuse(c, desk, REFUSAL_OFTEN);
    HttpAtOnceSays says = exchange_at_once(e, desk->door, desk->gzip, c);
    if (says == AT_ONCE_DONE) {
        begin_sending(c, desk);
        return STEP_AGAIN;
    }
    c->stage = CONNECTION_WORKING;
    c->deadline_ns = INT64_MAX;
    if (says == AT_ONCE_NOT) return STEP_WORK;
    set_deadline(c, desk, e->wait.patience_ms);
    return STEP_WAIT;
}

static Step read_body(Connection *c, Desk *desk)
{
    Exchange *e = c->exchange;
    Refusal why = exchange_take_body(e, desk->door, &c->in);
    if (why != REFUSAL_NONE) return refuse(c, desk, why);
    return e->body.whole ? deliver(c, desk) : fill(c, desk);
}

static Step wait_for_worker(Connection *c, Desk *desk)
{
    (void)c, (void)desk;
    return STEP_WAIT;
}

/* ---- the answer goes out ------------------------------------------------- */

Step connection_resume(Connection *c, const Desk *desk)
{
    c->deadline_ns = INT64_MAX;
    if (!exchange_resume(c->exchange, desk->door, desk->gzip)) return STEP_WORK;
    begin_sending(c, desk);
    return STEP_AGAIN;
}

bool connection_give_up(Connection *c)
{
    c->deadline_ns = INT64_MAX;
    return exchange_give_up(c->exchange);
}

static Step linger(Connection *c, Desk *desk)
{
    while (c->readable && c->lingered < LINGER_MOST) {
        ssize_t got =
            recv(c->fd, desk->scratch, CONNECTION_SCRATCH, MSG_DONTWAIT);
        if (got == 0) return STEP_CLOSE;
        if (got < 0 && errno == EINTR) continue;
        if (got < 0 && errno == EAGAIN) return STEP_WAIT;
        if (got < 0) return STEP_CLOSE;
        c->lingered += (size_t)got;
    }
    return c->readable ? STEP_CLOSE : STEP_WAIT;
}

static Step send_answer(Connection *c, Desk *desk)
{
    Exchange *e = c->exchange;
    if (!exchange_send(e, c->fd)) return STEP_WAIT;
    bool broken = e->broken;
    bool ends = e->ends;
    exchange_note(e, desk->door, &desk->notes, desk->now_ns);
    exchange_close(e, desk->door);
    c->exchange = NULL;
    if (broken) return STEP_CLOSE;
    be_idle(c, desk);
    if (!ends) return ++c->answered < ANSWERS_A_TURN ? STEP_AGAIN : STEP_TURN;
    (void)shutdown(c->fd, SHUT_WR);
    c->in = STR("");
    c->readable = true;
    c->stage = CONNECTION_LINGERING;
    set_deadline(c, desk, LINGER_MS);
    return STEP_AGAIN;
}

Step connection_advance(Connection *c, Desk *desk)
{
    static Step (*const stages[])(Connection *, Desk *) = {
        [CONNECTION_IDLE] = read_head,
        [CONNECTION_HEAD] = read_head,
        [CONNECTION_BODY] = read_body,
        [CONNECTION_WORKING] = wait_for_worker,
        [CONNECTION_SENDING] = send_answer,
        [CONNECTION_LINGERING] = linger,
    };
    Step step = STEP_AGAIN;
    CHECK(c->stage != CONNECTION_FREE);
    c->answered = 0;
    while (step == STEP_AGAIN)
        step = stages[c->stage](c, desk);
    leave_scratch(c);
    return step;
}

Step connection_expire(Connection *c, Desk *desk)
{
    bool asked = c->stage == CONNECTION_HEAD || c->stage == CONNECTION_BODY;
    if (!asked) return STEP_CLOSE;
    connection_refuse(c, desk, REFUSAL_SLOW);
    return connection_advance(c, desk);
}
