/* SPDX-License-Identifier: Apache-2.0 */
#include "http/listening.h"

#include "base/num.h"
#include "http/peer.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

/* How many may wait to be accepted; the kernel has a limit of its own. */
enum { BACKLOG = 1024, SOCKET_MODE = 0660 };

typedef struct {
    struct sockaddr_storage at;
    socklen_t len;
} Address;

static bool refused_by_world(Str where, int number, Err *err)
{
    char words[128] = {0};
    (void)strerror_r(number, words, sizeof words);
    (void)FAIL(err, ERR_IO, "cannot listen on %.*s: %s", STR_ARG(where), words);
    return err_id(err, "tidak dapat melayani di %.*s: %s", STR_ARG(where),
                  words);
}

static bool bind_and_listen(int fd, const Address *address, Str where, Err *err)
{
    if (bind(fd, (const struct sockaddr *)&address->at, address->len) != 0 ||
        listen(fd, BACKLOG) != 0)
        return refused_by_world(where, errno, err);
    return true;
}

static bool open_socket(int family, Str where, int *fd, Err *err)
{
    *fd = socket(family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    return *fd >= 0 || refused_by_world(where, errno, err);
}

/* ---- Unix sockets -------------------------------------------------------- */

static bool unix_address(Str where, const char *path, Address *out, Err *err)
{
    struct sockaddr_un *at = (struct sockaddr_un *)&out->at;
    size_t len = strlen(path);
    if (len == 0 || len >= sizeof at->sun_path)
        return FAIL(err, ERR_INPUT, "'%.*s' has no path of 1 to %zu bytes",
                    STR_ARG(where), sizeof at->sun_path - 1);
    at->sun_family = AF_UNIX;
    memcpy(at->sun_path, path, len + 1);
    out->len = sizeof *at;
    return true;
}

/* Take away what a dead process has left.  Only a socket that nobody answers
 * on is that. */
static bool clear_stale(int fd, const char *path, const Address *address,
                        Str where, Err *err)
{
    struct stat info;
    if (lstat(path, &info) != 0) return true;
    if (!S_ISSOCK(info.st_mode))
        return FAIL(err, ERR_IO, "cannot listen on %.*s: it is no socket",
                    STR_ARG(where));
    if (connect(fd, (const struct sockaddr *)&address->at, address->len) == 0 ||
        errno != ECONNREFUSED)
        return refused_by_world(where, EADDRINUSE, err);
    return unlink(path) == 0 || refused_by_world(where, errno, err);
}

/* The mode is that of the socket before it has a name: nobody slips in. */
static bool listen_unix(Arena *arena, Str where, Listening *out, Err *err)
{
    const char *path = str_c(arena, str_slice(where, 5, where.len));
    Address address = {0};
    int probe = -1;
    int fd = -1;
    if (!unix_address(where, path, &address, err) ||
        !open_socket(AF_UNIX, where, &probe, err))
        return false;
    bool clear = clear_stale(probe, path, &address, where, err);
    (void)close(probe);
    if (!clear || !open_socket(AF_UNIX, where, &fd, err)) return false;
    (void)fchmod(fd, SOCKET_MODE);
    if (!bind_and_listen(fd, &address, where, err) ||
        (chmod(path, SOCKET_MODE) != 0 &&
         !refused_by_world(where, errno, err))) {
        (void)close(fd);
        return false;
    }
    *out = (Listening){fd, true, path, str_copy(arena, where)};
    return true;
}

/* ---- the network --------------------------------------------------------- */

/* address = ( numbers / "[" numbers "]" ) ":" port */
static bool split(Str where, Str *host, int64_t *port)
{
    bool six = str_starts(where, STR("["));
    size_t end = str_find(where, six ? STR("]:") : STR(":"), 0);
    if (end == SIZE_MAX) return false;
    *host = str_slice(where, six, end);
    Str rest = str_slice(where, end + 1 + six, where.len);
    bool colons = str_find(*host, STR(":"), 0) != SIZE_MAX;
    return num_is(rest, 0, 65535, port) && colons == six &&
           peer_is_address(*host);
}

static void network_address(Arena *arena, Str host, int64_t port, Address *out)
{
    struct sockaddr_in *four = (struct sockaddr_in *)&out->at;
    struct sockaddr_in6 *six = (struct sockaddr_in6 *)&out->at;
    const char *text = str_c(arena, host);
    if (inet_pton(AF_INET, text, &four->sin_addr) == 1) {
        four->sin_family = AF_INET;
        four->sin_port = htons((uint16_t)port);
        out->len = sizeof *four;
        return;
    }
    CHECK(inet_pton(AF_INET6, text, &six->sin6_addr) == 1);
    six->sin6_family = AF_INET6;
    six->sin6_port = htons((uint16_t)port);
    out->len = sizeof *six;
}

static Str told_address(Arena *arena, int fd, Str host)
{
    Address own = {.len = sizeof own.at};
    CHECK(getsockname(fd, (struct sockaddr *)&own.at, &own.len) == 0);
    bool six = own.at.ss_family == AF_INET6;
    in_port_t port = six ? ((struct sockaddr_in6 *)&own.at)->sin6_port
                         : ((struct sockaddr_in *)&own.at)->sin_port;
    return str_format(arena, "%s%.*s%s:%u", six ? "[" : "", STR_ARG(host),
                      six ? "]" : "", ntohs(port));
}

static bool open_to_all(Str where, Err *err)
{
    (void)FAIL(err, ERR_INPUT,
               "'%.*s' is open to a network: put nginx in front and listen on "
               "unix:FILE (deploy/), or say so twice, with --network",
               STR_ARG(where));
    return err_id(err,
                  "'%.*s' terbuka bagi jaringan: taruh nginx di depan dan "
                  "pakai unix:BERKAS (deploy/), atau katakan dua kali, dengan "
                  "--network",
                  STR_ARG(where));
}

static bool no_address(Str where, Err *err)
{
    (void)FAIL(err, ERR_INPUT,
               "'%.*s' is not like 127.0.0.1:8080, [::1]:8080 or unix:/path",
               STR_ARG(where));
    return err_id(err,
                  "'%.*s' tidak seperti 127.0.0.1:8080, [::1]:8080 atau "
                  "unix:/berkas",
                  STR_ARG(where));
}

static bool listen_network(Arena *arena, Str where, bool anywhere,
                           Listening *out, Err *err)
{
    Str host = {0};
    int64_t port = 0;
    Address address = {0};
    int fd = -1;
    if (!split(where, &host, &port)) return no_address(where, err);
    if (!anywhere && !peer_is_loopback(host)) return open_to_all(where, err);
    network_address(arena, host, port, &address);
    if (!open_socket(address.at.ss_family, where, &fd, err)) return false;
    int on = 1;
    (void)setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (!bind_and_listen(fd, &address, where, err)) {
        (void)close(fd);
        return false;
    }
    *out = (Listening){fd, false, NULL, told_address(arena, fd, host)};
    return true;
}

bool listening_open(Arena *arena, Str where, bool anywhere, Listening *out,
                    Err *err)
{
    if (str_starts(where, STR("unix:")))
        return listen_unix(arena, where, out, err);
    return listen_network(arena, where, anywhere, out, err);
}

void listening_close(Listening *listening)
{
    (void)close(listening->fd);
    if (listening->path != NULL) (void)unlink(listening->path);
}
