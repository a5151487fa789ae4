/* SPDX-License-Identifier: Apache-2.0 */
#include "crowd.h"

#include "base/buf.h"
#include "base/clock.h"
#include "base/num.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

enum { HEAD_MOST = 8 << 10, SCRATCH = 256 << 10, EVENTS = 256 };

typedef struct {
    int fd;
    size_t asked; /* which request; SIZE_MAX: none */
    size_t sent;
    int64_t begun_ns;
    char head[HEAD_MOST];
    size_t head_len;
    bool headed;
    unsigned status;
    uint64_t left; /* of the body */
} Client;

typedef struct {
    const CrowdWish *wish;
    Crowd *out;
    Client *clients;
    char *scratch;
    size_t all, next;
    unsigned busy;
    int epoll;
    int64_t last_ns; /* when the last answer was whole */
} Run;

/* ---- connecting ---------------------------------------------------------- */

static int connect_unix(Str path)
{
    struct sockaddr_un to = {.sun_family = AF_UNIX};
    if (path.len >= sizeof to.sun_path) return -1;
    memcpy(to.sun_path, path.ptr, path.len);
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    if (fd >= 0 && connect(fd, (struct sockaddr *)&to, sizeof to) == 0)
        return fd;
    if (fd >= 0) (void)close(fd);
    return -1;
}

static int connect_port(int64_t port)
{
    struct sockaddr_in to = {.sin_family = AF_INET,
                             .sin_port = htons((uint16_t)port),
                             .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int on = 1;
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0) return -1;
    (void)setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (connect(fd, (struct sockaddr *)&to, sizeof to) == 0) return fd;
    (void)close(fd);
    return -1;
}

static int connect_to(Str address)
{
    Str unix_mark = STR("unix:");
    int64_t port = 0;
    if (str_starts(address, unix_mark))
        return connect_unix(str_slice(address, unix_mark.len, address.len));
    size_t colon = str_find(address, STR(":"), 0);
    if (colon == SIZE_MAX ||
        !num_is(str_slice(address, colon + 1, address.len), 1, 65535, &port))
        return -1;
    return connect_port(port);
}

/* ---- the head of an answer ----------------------------------------------- */

static unsigned status_of(const Client *c)
{
    if (c->head_len < 12 || memcmp(c->head, "HTTP/1.1 ", 9) != 0) return 0;
    return (unsigned)strtoul(c->head + 9, NULL, 10);
}

static uint64_t length_of(const Client *c)
{
    static const char name[] = "\r\ncontent-length:";
    for (size_t i = 0; i + sizeof name < c->head_len; i++) {
        if (strncasecmp(c->head + i, name, sizeof name - 1) == 0)
            return strtoull(c->head + i + sizeof name - 1, NULL, 10);
    }
    return 0;
}

/* Take bytes into the head; how many of them were its. */
static size_t take_head(Client *c, const char *bytes, size_t len)
{
    size_t before = c->head_len;
    size_t room = HEAD_MOST - 1 - before;
    size_t took = len < room ? len : room;
    memcpy(c->head + before, bytes, took);
    c->head_len += took;
    c->head[c->head_len] = '\0';
    size_t from = before < 3 ? 0 : before - 3;
    const char *end = strstr(c->head + from, "\r\n\r\n");
    if (end == NULL) return took;
    c->headed = true;
    c->status = status_of(c);
    c->head_len = (size_t)(end + 4 - c->head);
    c->left = c->status == 304 ? 0 : length_of(c);
    return c->head_len - before;
}

/* ---- asking -------------------------------------------------------------- */

static void leave(Run *run, Client *c)
{
    (void)close(c->fd);
    c->fd = -1;
    run->busy--;
}

static void send_rest(Run *run, Client *c)
{
    Str request = run->wish->requests[c->asked % run->wish->count];
    while (c->sent < request.len) {
        ssize_t gone = send(c->fd, request.ptr + c->sent, request.len - c->sent,
                            MSG_NOSIGNAL | MSG_DONTWAIT);
        if (gone < 0 && errno == EAGAIN) return;
        if (gone < 0) return; /* the next read will say so */
        c->sent += (size_t)gone;
    }
}

static void ask_next(Run *run, Client *c)
{
    if (run->next == run->all) {
        leave(run, c);
        return;
    }
    c->asked = run->next++;
    c->sent = c->head_len = 0;
    c->headed = false;
    c->begun_ns = clock_monotonic_ns();
    send_rest(run, c);
}

static void answered(Run *run, Client *c)
{
    Crowd *out = run->out;
    run->last_ns = clock_monotonic_ns();
    out->ms[c->asked] = (double)(run->last_ns - c->begun_ns) / 1e6;
    out->status[c->asked] = (uint16_t)c->status;
    out->answered++;
    ask_next(run, c);
}

static void take(Run *run, Client *c, const char *bytes, size_t len)
{
    run->out->bytes += len;
    if (!c->headed) {
        size_t head = take_head(c, bytes, len);
        bytes += head;
        len -= head;
    }
    if (!c->headed) return;
    c->left -= len < c->left ? len : c->left;
    if (c->left == 0) answered(run, c);
}

static void attend(Run *run, Client *c)
{
    if (c->fd < 0) return;
    send_rest(run, c);
    for (;;) {
        ssize_t got = recv(c->fd, run->scratch, SCRATCH, MSG_DONTWAIT);
        if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
        if (got <= 0) {
            leave(run, c);
            return;
        }
        take(run, c, run->scratch, (size_t)got);
        if (c->fd < 0 || (size_t)got < SCRATCH) return;
    }
}

/* ---- all of them --------------------------------------------------------- */

static bool open_all(Run *run)
{
    for (unsigned i = 0; i < run->wish->connections; i++) {
        Client *c = &run->clients[i];
        struct epoll_event event = {.events = EPOLLIN | EPOLLOUT | EPOLLET,
                                    .data.ptr = c};
        c->fd = connect_to(run->wish->address);
        if (c->fd < 0) return false;
        run->busy++;
        if (epoll_ctl(run->epoll, EPOLL_CTL_ADD, c->fd, &event) != 0)
            return false;
    }
    return true;
}

static void close_all(Run *run)
{
    for (unsigned i = 0; i < run->wish->connections; i++) {
        if (run->clients[i].fd >= 0) (void)close(run->clients[i].fd);
    }
    (void)close(run->epoll);
    free(run->clients);
    free(run->scratch);
}

static void go(Run *run)
{
    struct epoll_event events[EVENTS];
    int64_t begun = clock_monotonic_ns();
    for (unsigned i = 0; i < run->wish->connections; i++)
        ask_next(run, &run->clients[i]);
    while (run->busy > 0) {
        int count = epoll_wait(run->epoll, events, EVENTS, 30000);
        if (count == 0) break; /* nobody answers any more */
        for (int i = 0; i < count; i++)
            attend(run, events[i].data.ptr);
    }
    run->out->seconds = (double)(run->last_ns - begun) / 1e9;
}

bool crowd_run(Arena *arena, const CrowdWish *wish, Crowd *out)
{
    size_t all = wish->all > 0 ? wish->all : wish->count;
    Run run = {.wish = wish, .out = out, .all = all};
    *out = (Crowd){.ms = NEW(arena, double, all + 1),
                   .status = NEW(arena, uint16_t, all + 1)};
    run.clients = calloc(wish->connections, sizeof *run.clients);
    run.scratch = malloc(SCRATCH);
    run.epoll = epoll_create1(0);
    CHECK(run.clients != NULL && run.scratch != NULL && run.epoll >= 0);
    for (unsigned i = 0; i < wish->connections; i++)
        run.clients[i].fd = -1;
    bool opened = open_all(&run);
    if (opened) go(&run);
    close_all(&run);
    return opened;
}

/* ---- what came of it ----------------------------------------------------- */

size_t crowd_count(const Crowd *crowd, unsigned status)
{
    size_t count = 0, seen = 0;
    for (size_t i = 0; seen < crowd->answered; i++) {
        seen += crowd->status[i] != 0;
        count += crowd->status[i] == status;
    }
    return count;
}

static int by_size(const void *a, const void *b)
{
    const double *x = a;
    const double *y = b;
    return *x < *y ? -1 : *x > *y;
}

double crowd_percentile(Arena *arena, const Crowd *crowd, double percent)
{
    double *sorted = NEW(arena, double, crowd->answered + 1);
    size_t count = 0;
    for (size_t i = 0; count < crowd->answered; i++) {
        if (crowd->status[i] != 0) sorted[count++] = crowd->ms[i];
    }
    if (count == 0) return 0;
    qsort(sorted, count, sizeof *sorted, by_size);
    size_t at = (size_t)((double)count * percent / 100);
    return sorted[at < count ? at : count - 1];
}

Str crowd_ask(Arena *arena, Str address, Str request)
{
    Buf out = buf_in(arena);
    char bytes[16 << 10];
    Client c = {.fd = connect_to(address)};
    bool whole = false;
    if (c.fd < 0) return STR("");
    ssize_t gone = send(c.fd, request.ptr, request.len, MSG_NOSIGNAL);
    for (ssize_t got; gone == (ssize_t)request.len && !whole &&
                      (got = recv(c.fd, bytes, sizeof bytes, 0)) > 0;) {
        size_t len = (size_t)got;
        buf_put(&out, (Str){bytes, len});
        size_t head = c.headed ? 0 : take_head(&c, bytes, len);
        c.left -= len - head < c.left ? len - head : c.left;
        whole = c.headed && c.left == 0;
    }
    (void)close(c.fd);
    return whole ? buf_str(&out) : STR("");
}
