/* SPDX-License-Identifier: Apache-2.0 */
#include "http_client.h"

#include "base/buf.h"
#include "base/num.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

enum { SILENCE_SECONDS = 60 };

static int connect_to(const void *address, socklen_t len, int family)
{
    struct timeval silence = {.tv_sec = SILENCE_SECONDS};
    int fd = socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    CHECK(fd >= 0);
    CHECK(setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &silence, sizeof silence) ==
          0);
    if (connect(fd, address, len) == 0) return fd;
    (void)close(fd);
    return -1;
}

static int connect_unix(const char *path)
{
    struct sockaddr_un at = {.sun_family = AF_UNIX};
    CHECK(strlen(path) < sizeof at.sun_path);
    memcpy(at.sun_path, path, strlen(path) + 1);
    return connect_to(&at, sizeof at, AF_UNIX);
}

static int connect_network(const char *host, in_port_t port)
{
    struct sockaddr_in four = {.sin_family = AF_INET, .sin_port = port};
    struct sockaddr_in6 six = {.sin6_family = AF_INET6, .sin6_port = port};
    if (inet_pton(AF_INET, host, &four.sin_addr) == 1)
        return connect_to(&four, sizeof four, AF_INET);
    CHECK(inet_pton(AF_INET6, host, &six.sin6_addr) == 1);
    return connect_to(&six, sizeof six, AF_INET6);
}

int client_open(Str address)
{
    AUTO(arena_done) Arena *tmp = arena_open(256);
    int64_t port = 0;
    if (str_starts(address, STR("unix:")))
        return connect_unix(str_c(tmp, str_slice(address, 5, address.len)));
    bool six = str_starts(address, STR("["));
    size_t end = str_find(address, six ? STR("]") : STR(":"), 0);
    Str number = str_slice(address, end + 1 + six, address.len);
    CHECK(num_is(number, 1, 65535, &port));
    return connect_network(str_c(tmp, str_slice(address, six, end)),
                           htons((in_port_t)port));
}

bool client_send(int fd, Str bytes)
{
    while (bytes.len > 0) {
        ssize_t gone = send(fd, bytes.ptr, bytes.len, MSG_NOSIGNAL);
        if (gone <= 0) return false;
        bytes = str_slice(bytes, (size_t)gone, bytes.len);
    }
    return true;
}

void client_end(int fd)
{
    (void)shutdown(fd, SHUT_WR);
}

void client_close(int fd)
{
    (void)close(fd);
}

/* One byte after the other, so that nothing of the next answer is taken. */
static Str read_head(Arena *arena, int fd)
{
    Buf head = buf_in(arena);
    char c = 0;
    while (!str_ends(buf_str(&head), STR("\r\n\r\n"))) {
        if (recv(fd, &c, 1, 0) != 1) return STR("");
        buf_char(&head, c);
    }
    return buf_str(&head);
}

Str client_answer(Arena *arena, int fd, bool bodiless)
{
    int64_t length = 0;
    Str head = read_head(arena, fd);
    Str told = client_header(head, "Content-Length");
    if (bodiless || told.len == 0) return head;
    CHECK(num_is(told, 0, 1 << 30, &length));
    size_t all = head.len + (size_t)length;
    char *text = NEW(arena, char, all);
    memcpy(text, head.ptr, head.len);
    for (size_t at = head.len; at < all;) {
        ssize_t got = recv(fd, text + at, all - at, 0);
        if (got <= 0) return STR("");
        at += (size_t)got;
    }
    return (Str){text, all};
}

Str client_rest(Arena *arena, int fd)
{
    char bytes[4096];
    Buf all = buf_in(arena);
    for (ssize_t got = 0; (got = recv(fd, bytes, sizeof bytes, 0)) > 0;)
        buf_put(&all, (Str){bytes, (size_t)got});
    return buf_str(&all);
}

Str client_ask(Arena *arena, Str address, Str bytes)
{
    int fd = client_open(address);
    CHECK(fd >= 0);
    client_send(fd, bytes);
    client_end(fd);
    Str answer = client_rest(arena, fd);
    client_close(fd);
    return answer;
}

/* ---- what it says -------------------------------------------------------- */

int client_status(Str answer)
{
    int64_t status = 0;
    if (!str_starts(answer, STR("HTTP/1.1 "))) return 0;
    return num_is(str_slice(answer, 9, 12), 100, 599, &status) ? (int)status
                                                               : 0;
}

Str client_header(Str answer, const char *name)
{
    size_t end = str_find(answer, STR("\r\n\r\n"), 0);
    Str rest = str_slice(answer, 0, end);
    Str line = {0};
    while (str_next(&rest, '\n', &line)) {
        size_t colon = str_find(line, STR(":"), 0);
        if (str_is(str_slice(line, 0, colon), str_of(name)))
            return str_trim(str_slice(line, colon + 1, line.len));
    }
    return STR("");
}

Str client_body(Str answer)
{
    size_t end = str_find(answer, STR("\r\n\r\n"), 0);
    return end == SIZE_MAX ? STR("") : str_slice(answer, end + 4, answer.len);
}
