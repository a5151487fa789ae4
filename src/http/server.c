/* SPDX-License-Identifier: Apache-2.0 */
#include "http/server.h"

#include "base/clock.h"
#include "http/listening.h"
#include "http/loop.h"

#include <sodium.h>

enum { LOOPS = 2 };

struct HttpServer {
    Arena *arena;
    Door door;
    Listening listening;
    Workers *workers;
    Loop *loops[LOOPS];
    pthread_t threads[LOOPS];
    unsigned open, running;
    uint64_t asked; /* at the last http_is_quiet */
};

/* A worker sends the answer itself, as far as the socket takes it: the client
 * need not wait until the connection's thread looks up. */
static void run_job(Job *job, Gzip *gzip)
{
    Connection *connection = (Connection *)job;
    Door *door = loop_door(connection);
    exchange_run(connection->exchange, door, gzip);
    (void)exchange_send(connection->exchange, connection->fd);
    loop_return(connection);
}

void http_wake(const HttpWait *wait)
{
    loop_return(wait->owner);
}

static void *run_loop(void *given)
{
    loop_run(given);
    return NULL;
}

/* ---- opening ------------------------------------------------------------- */

static bool open_loops(HttpServer *server, Err *err)
{
    const HttpWish *wish = &server->door.wish;
    unsigned each = (wish->connections + LOOPS - 1) / LOOPS;
    for (; server->open < LOOPS; server->open++) {
        if (!loop_open(server->arena, &server->door, server->workers,
                       server->listening.fd, each, &server->loops[server->open],
                       err))
            return false;
    }
    return true;
}

static bool run_loops(HttpServer *server, Err *err)
{
    for (; server->running < LOOPS; server->running++) {
        if (pthread_create(&server->threads[server->running], NULL, run_loop,
                           server->loops[server->running]) != 0)
            return FAIL(err, ERR_IO, "a thread could not be started");
    }
    return true;
}

static bool start(HttpServer *server, const HttpWish *wish, Err *err)
{
    Arena *arena = server->arena;
    if (!listening_open(arena, wish->listen, wish->anywhere, &server->listening,
                        err))
        return false;
    door_init(&server->door, arena, wish, server->listening.local);
    const HttpWish *full = &server->door.wish;
    return workers_open(arena, full->workers, full->waiting, run_job,
                        &server->workers, err) &&
           open_loops(server, err) && run_loops(server, err);
}

bool http_open(const HttpWish *wish, HttpServer **out, Err *err)
{
    CHECK(wish->handler != NULL && sodium_init() >= 0);
    Arena *arena = arena_open(1 << 16);
    HttpServer *server = NEW(arena, HttpServer, 1);
    server->arena = arena;
    server->listening.fd = -1;
    if (!start(server, wish, err)) {
        http_close(server, 0);
        return false;
    }
    *out = server;
    return true;
}

Str http_address(const HttpServer *server)
{
    return server->listening.address;
}

bool http_is_quiet(HttpServer *server)
{
    uint64_t before = server->asked;
    server->asked = atomic_load(&server->door.numbers);
    return server->asked == before &&
           atomic_load(&server->door.counts.in_flight) == 0;
}

void http_rest(HttpServer *server)
{
    workers_rest(server->workers);
}

void http_metrics(const HttpServer *server, Buf *out)
{
    counts_write(&server->door.counts, out);
}

/* ---- closing ------------------------------------------------------------- */

static void stop_loops(HttpServer *server, unsigned seconds)
{
    Door *door = &server->door;
    atomic_store(&door->close_by_ns,
                 clock_monotonic_ns() + (int64_t)seconds * 1000000000);
    atomic_store(&door->closing, true);
    for (unsigned i = 0; i < server->running; i++)
        loop_wake(server->loops[i]);
    for (unsigned i = 0; i < server->running; i++)
        CHECK(pthread_join(server->threads[i], NULL) == 0);
}

void http_close(HttpServer *server, unsigned seconds)
{
    if (server == NULL) return;
    bool listens = server->listening.fd >= 0;
    if (listens) stop_loops(server, seconds);
    if (server->workers != NULL) workers_close(server->workers);
    for (unsigned i = 0; i < server->open; i++)
        loop_close(server->loops[i]);
    if (listens) {
        listening_close(&server->listening);
        door_done(&server->door);
    }
    arena_close(server->arena);
}
