/* SPDX-License-Identifier: Apache-2.0 */
#include "http/loop.h"

#include "base/clock.h"
#include "base/log.h"
#include "http/note.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

/* How often deadlines are looked at, while there are connections. */
enum { SWEEP_MS = 100, EVENTS = 256, LAST_ACCEPTS = 64 };

struct Loop {
    Desk desk;
    Workers *workers;
    int epoll, wake, listener;
    bool listening;
    unsigned count, open;
    Connection *connections;
    Connection **free; /* those of no client; count - open of them */
    int64_t next_sweep_ns;
    pthread_mutex_t lock; /* of the list of what came back */
    Job *returned, **last;
    bool asleep; /* or about to be: who returns something wakes it */
};

/* ---- connections come and go --------------------------------------------- */

static void end(Loop *loop, Connection *c)
{
    Door *door = loop->desk.door;
    (void)epoll_ctl(loop->epoll, EPOLL_CTL_DEL, c->fd, NULL);
    door_leave(door, str_of(c->peer));
    connection_end(c, door);
    loop->open--;
    loop->free[loop->count - loop->open - 1] = c;
    (void)atomic_fetch_sub(&door->counts.connections, 1);
}

static void follow(Loop *loop, Connection *c, Step step)
{
    while (step == STEP_AGAIN ||
           (step == STEP_WORK && !workers_give(loop->workers, &c->job))) {
        if (step == STEP_WORK) connection_refuse(c, &loop->desk, REFUSAL_BUSY);
        step = connection_advance(c, &loop->desk);
    }
    if (step == STEP_CLOSE) end(loop, c);
    if (step == STEP_TURN) {
        c->queued = true;
        loop_return(c);
    }
}

static void advance(Loop *loop, Connection *c)
{
    follow(loop, c, STEP_AGAIN);
}

static bool watch(const Loop *loop, int fd, uint32_t events, void *what)
{
    struct epoll_event event = {.events = events, .data.ptr = what};
    return epoll_ctl(loop->epoll, EPOLL_CTL_ADD, fd, &event) == 0;
}

static void listen_again(Loop *loop)
{
    if (loop->listening || atomic_load(&loop->desk.door->closing)) return;
    loop->listening =
        watch(loop, loop->listener, EPOLLIN | EPOLLEXCLUSIVE, &loop->listener);
}

static void listen_no_more(Loop *loop)
{
    if (!loop->listening) return;
    (void)epoll_ctl(loop->epoll, EPOLL_CTL_DEL, loop->listener, NULL);
    loop->listening = false;
}

static void admit(Loop *loop, int fd, Str peer)
{
    Connection *c = loop->free[loop->count - loop->open - 1];
    int on = 1;
    (void)fcntl(fd, F_SETFD, FD_CLOEXEC);
    (void)setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    connection_begin(c, fd, peer, &loop->desk);
    loop->open++;
    (void)atomic_fetch_add(&loop->desk.door->counts.connections, 1);
    (void)atomic_fetch_add(&loop->desk.door->counts.connections_ever, 1);
    if (!watch(loop, fd, EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET, c))
        end(loop, c);
}

static void turn_away(Loop *loop, int fd)
{
    (void)close(fd);
    (void)atomic_fetch_add(&loop->desk.door->counts.connections_turned_away, 1);
}

/* Whoever has been silent for longest: it makes room for who comes. */
static Connection *find_silent(const Loop *loop)
{
    Connection *oldest = NULL;
    for (unsigned i = 0; i < loop->count; i++) {
        Connection *c = &loop->connections[i];
        if (c->stage == CONNECTION_IDLE && !c->queued &&
            (oldest == NULL || c->deadline_ns < oldest->deadline_ns))
            oldest = c;
    }
    return oldest;
}

/*
 * One of them, if there is one; false when there is none, or no room.
 *
 * One a round: the other threads are told of those that still wait, and a crowd
 * that comes at once is shared out among all.
 */
static bool accept_one(Loop *loop)
{
    char text[PEER_TEXT];
    struct sockaddr_storage from = {0};
    socklen_t len = sizeof from;
    bool full = loop->open == loop->count;
    Connection *silent = full ? find_silent(loop) : NULL;
    if (full && silent == NULL) {
        listen_no_more(loop); /* until the next sweep: they wait outside */
        return false;
    }
    int fd = accept(loop->listener, (struct sockaddr *)&from, &len);
    if (fd < 0 && (errno == EINTR || errno == ECONNABORTED)) return true;
    if (fd < 0 && errno == EAGAIN) return false;
    if (fd < 0) {
        log_line(LOG_WARN, "http", "accept=failed errno=%d", errno);
        listen_no_more(loop);
        return false;
    }
    if (silent != NULL) end(loop, silent);
    Str peer = peer_text(&from, text);
    if (door_admit(loop->desk.door, peer))
        admit(loop, fd, peer);
    else
        turn_away(loop, fd);
    return true;
}

/* ---- what comes back: from workers, or for another turn
 * --------------------------------------------- */

void loop_wake(Loop *loop)
{
    uint64_t one = 1;
    ssize_t gone = write(loop->wake, &one, sizeof one);
    (void)gone; /* it can only be full of wakes */
}

void loop_return(Connection *connection)
{
    Loop *loop = connection->owner;
    CHECK(pthread_mutex_lock(&loop->lock) == 0);
    bool sleeps = loop->asleep;
    loop->asleep = false;
    connection->job.next = NULL;
    *loop->last = &connection->job;
    loop->last = &connection->job.next;
    /* Inside: once the lock is free, the loop may be gone with its last
     * connection. */
    if (sleeps) loop_wake(loop);
    CHECK(pthread_mutex_unlock(&loop->lock) == 0);
}

Door *loop_door(const Connection *connection)
{
    const Loop *loop = connection->owner;
    return loop->desk.door;
}

static Job *take_returned(Loop *loop)
{
    CHECK(pthread_mutex_lock(&loop->lock) == 0);
    Job *job = loop->returned;
    loop->returned = NULL;
    loop->last = &loop->returned;
    CHECK(pthread_mutex_unlock(&loop->lock) == 0);
    return job;
}

static void resume_returned(Loop *loop)
{
    Job *next = NULL;
    for (Job *job = take_returned(loop); job != NULL; job = next) {
        Connection *c = (Connection *)job;
        next = job->next;
        bool worked = c->stage == CONNECTION_WORKING;
        c->queued = false;
        follow(loop, c,
               worked ? connection_resume(c, &loop->desk) : STEP_AGAIN);
    }
}

/* ---- deadlines, and the end ---------------------------------------------- */

static bool is_past_closing(const Loop *loop)
{
    const Door *door = loop->desk.door;
    return atomic_load(&door->closing) &&
           loop->desk.now_ns >= atomic_load(&door->close_by_ns);
}

/* While the door closes, an idle client has nothing to wait for, unless its
 * next request has just arrived. */
static void sweep_one(Loop *loop, Connection *c, bool closing, bool past)
{
    if (c->stage == CONNECTION_FREE || c->queued) return;
    if (c->stage == CONNECTION_WORKING) {
        if (loop->desk.now_ns >= c->deadline_ns && connection_give_up(c))
            follow(loop, c, connection_resume(c, &loop->desk));
    } else if (past) {
        end(loop, c);
    } else if (loop->desk.now_ns >= c->deadline_ns) {
        if (connection_expire(c, &loop->desk) == STEP_CLOSE) end(loop, c);
    } else if (closing && c->stage == CONNECTION_IDLE) {
        c->readable = true;
        advance(loop, c);
        if (c->stage == CONNECTION_IDLE && !c->queued) end(loop, c);
    }
}

/* Those whose connection we have acknowledged. */
static void accept_last(Loop *loop)
{
    for (int i = 0; i < LAST_ACCEPTS && accept_one(loop); i++) {
    }
}

static void sweep(Loop *loop)
{
    bool closing = atomic_load(&loop->desk.door->closing);
    bool past = is_past_closing(loop);
    if (!closing) listen_again(loop);
    if (closing && loop->listening) {
        accept_last(loop);
        listen_no_more(loop);
    }
    for (unsigned i = 0; i < loop->count && loop->open > 0; i++)
        sweep_one(loop, &loop->connections[i], closing, past);
    loop->next_sweep_ns = loop->desk.now_ns + (int64_t)SWEEP_MS * 1000000;
}

/* ---- the thread ---------------------------------------------------------- */

static void attend(Loop *loop, const struct epoll_event *event)
{
    void *what = event->data.ptr;
    if (what == &loop->listener) {
        (void)accept_one(loop);
        return;
    }
    if (what == &loop->wake) {
        uint64_t wakes = 0;
        ssize_t got = read(loop->wake, &wakes, sizeof wakes);
        (void)got; /* what came back is looked at in every round */
        return;
    }
    Connection *c = what;
    /* It may have ended, and begun anew, since the event was made. */
    if (c->stage == CONNECTION_FREE) return;
    c->readable = true;
    if ((event->events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0)
        c->ended = true;
    if (!c->queued) advance(loop, c);
}

static bool is_over(const Loop *loop)
{
    return atomic_load(&loop->desk.door->closing) && loop->open == 0;
}

/* May it sleep?  Whoever returns something from now on wakes it; what came
 * while it was at work needs no wake. */
static bool lies_down(Loop *loop)
{
    CHECK(pthread_mutex_lock(&loop->lock) == 0);
    loop->asleep = loop->returned == NULL;
    bool asleep = loop->asleep;
    CHECK(pthread_mutex_unlock(&loop->lock) == 0);
    return asleep;
}

static int patience(Loop *loop)
{
    bool quiet = loop->open == 0 && loop->listening;
    if (!lies_down(loop)) return 0;
    return quiet ? -1 : SWEEP_MS;
}

/* What was answered in one round goes into the log in one call. */
static void write_notes(Loop *loop)
{
    FILE *log = loop->desk.door->wish.log;
    if (log != NULL) note_write(&loop->desk.notes, log);
}

void loop_run(Loop *loop)
{
    struct epoll_event events[EVENTS];
    while (!is_over(loop)) {
        int count = epoll_wait(loop->epoll, events, EVENTS, patience(loop));
        loop->desk.now_ns = clock_monotonic_ns();
        for (int i = 0; i < count; i++)
            attend(loop, &events[i]);
        resume_returned(loop);
        if (loop->desk.now_ns >= loop->next_sweep_ns ||
            atomic_load(&loop->desk.door->closing))
            sweep(loop);
        write_notes(loop);
    }
}

static void fill_tables(Arena *arena, Loop *loop, unsigned count)
{
    loop->count = count;
    loop->connections = NEW(arena, Connection, count);
    loop->free = NEW(arena, Connection *, count);
    for (unsigned i = 0; i < count; i++) {
        loop->connections[i].owner = loop;
        loop->free[i] = &loop->connections[i];
    }
}

bool loop_open(Arena *arena, Door *door, Workers *workers, int listener,
               unsigned connections, Loop **out, Err *err)
{
    Loop *loop = NEW(arena, Loop, 1);
    *loop = (Loop){.workers = workers, .listener = listener};
    loop->desk.door = door;
    loop->desk.gzip = gzip_open(arena);
    loop->desk.scratch = NEW(arena, char, CONNECTION_SCRATCH);
    loop->desk.notes = buf_in(arena);
    loop->last = &loop->returned;
    loop->epoll = epoll_create1(EPOLL_CLOEXEC);
    loop->wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    fill_tables(arena, loop, connections);
    CHECK(pthread_mutex_init(&loop->lock, NULL) == 0);
    listen_again(loop);
    if (loop->epoll < 0 || loop->wake < 0 || !loop->listening ||
        !watch(loop, loop->wake, EPOLLIN, &loop->wake)) {
        loop_close(loop);
        return FAIL(err, ERR_IO, "epoll could not be set up");
    }
    *out = loop;
    return true;
}

void loop_close(Loop *loop)
{
    CHECK(pthread_mutex_lock(&loop->lock) == 0); /* whoever woke it is out */
    CHECK(pthread_mutex_unlock(&loop->lock) == 0);
    gzip_close(loop->desk.gzip);
    if (loop->wake >= 0) (void)close(loop->wake);
    if (loop->epoll >= 0) (void)close(loop->epoll);
    CHECK(pthread_mutex_destroy(&loop->lock) == 0);
}
