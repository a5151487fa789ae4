/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE /* what libmicrohttpd asks for */

#include "serving.h"

#include "base/file.h"
#include "base/num.h"
#include "crowd.h"
#include "http/server.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <microhttpd.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { THREADS = 2, TRIES = 2400, TRY_US = 50000 };

static void stop(const char *what)
{
    (void)fprintf(stderr, "bench_door: %s\n", what);
    exit(1);
}

/* A child that ends when its parent does. */
static pid_t begin(void)
{
    pid_t pid = fork();
    if (pid < 0) stop("no process");
    if (pid == 0) CHECK(prctl(PR_SET_PDEATHSIG, SIGKILL) == 0);
    return pid;
}

static void wait_open(Arena *arena, Str address)
{
    Str hello = STR("GET /health HTTP/1.1\r\nHost: x\r\n\r\n");
    for (int i = 0; i < TRIES; i++) {
        if (crowd_ask(arena, address, hello).len > 0) return;
        (void)usleep(TRY_US);
    }
    stop("a server does not open");
}

/* ---- ours ---------------------------------------------------------------- */

static void to_file(const char *path, int fd)
{
    int file = open(path, O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (file < 0 || dup2(file, fd) < 0) stop("no log");
}

Serving serving_ours(Arena *arena, const char *program, const char *data,
                     const char *folder, Str address)
{
    const char *at = str_c(arena, address);
    Serving s = {begin(), address};
    if (s.pid == 0) {
        to_file(file_path(arena, folder, "log"), 2);
        to_file(file_path(arena, folder, "log"), 1);
        (void)execl(program, program, "serve", "--demo", "--data", data,
                    "--listen", at, (char *)NULL);
        _exit(127);
    }
    wait_open(arena, address);
    return s;
}

/* ---- constants ----------------------------------------------------------- */

static uint16_t port_of(Str address)
{
    int64_t port = 0;
    size_t colon = str_find(address, STR(":"), 0);
    CHECK(colon != SIZE_MAX &&
          num_is(str_slice(address, colon + 1, address.len), 1, 65535, &port));
    return (uint16_t)port;
}

static Str letters(Arena *arena, size_t bytes)
{
    char *text = NEW(arena, char, bytes + 1);
    memset(text, 'x', bytes);
    return (Str){text, bytes};
}

static enum MHD_Result mhd_answer(void *context, struct MHD_Connection *c,
                                  const char *url, const char *method,
                                  const char *version, const char *upload,
                                  size_t *upload_size, void **state)
{
    static int begun;
    struct MHD_Response *response = context;
    (void)url, (void)method, (void)version, (void)upload;
    if (*state == NULL) {
        *state = &begun;
        return MHD_YES;
    }
    if (*upload_size > 0) {
        *upload_size = 0;
        return MHD_YES;
    }
    return MHD_queue_response(c, MHD_HTTP_OK, response);
}

static void run_mhd(Str body, uint16_t port)
{
    struct sockaddr_in at = {.sin_family = AF_INET,
                             .sin_port = htons(port),
                             .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    char *text = malloc(body.len + 1);
    memcpy(text, body.ptr, body.len);
    struct MHD_Response *response =
        MHD_create_response_from_buffer(body.len, text, MHD_RESPMEM_PERSISTENT);
    struct MHD_Daemon *daemon = MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD, port, NULL, NULL, mhd_answer, response,
        MHD_OPTION_THREAD_POOL_SIZE, (unsigned)THREADS, MHD_OPTION_SOCK_ADDR,
        &at, MHD_OPTION_CONNECTION_LIMIT, 4000U, MHD_OPTION_END);
    if (daemon == NULL) stop("libmicrohttpd does not start");
    for (;;)
        (void)pause();
}

static void door_answer(void *context, const HttpRequest *request,
                        HttpAnswer *answer)
{
    const Str *body = context;
    (void)request;
    answer->type = STR("text/plain");
    buf_put(&answer->body, *body);
}

static HttpAtOnceSays door_at_once(void *context, const HttpRequest *request,
                                   HttpAnswer *answer, HttpWait *wait)
{
    (void)wait;
    door_answer(context, request, answer);
    return AT_ONCE_DONE;
}

static void run_door(Str body, Str address)
{
    Err err = {0};
    HttpServer *server = NULL;
    HttpWish wish = {.listen = address,
                     .handler = door_answer,
                     .at_once = door_at_once,
                     .context = &body};
    if (!http_open(&wish, &server, &err)) stop(err.text);
    for (;;)
        (void)pause();
}

/* A POST is answered by the configuration itself; a GET from a file, for a
 * text of the configuration has at most 4 KB. */
static void run_nginx(Arena *arena, Str body, const char *folder, Str address)
{
    Err err = {0};
    Buf conf = buf_in(arena);
    const char *file = file_path(arena, folder, "nginx.conf");
    Str text = str_slice(body, 0, body.len < 4000 ? body.len : 4000);
    buf_format(&conf,
               "daemon off; worker_processes %d; pid %s/nginx.pid; user root;\n"
               "error_log %s/nginx.log;\n"
               "events { worker_connections 4096; }\n"
               "http { access_log off; keepalive_requests 1000000000;\n"
               "client_body_temp_path %s/body; proxy_temp_path %s/proxy;\n"
               "fastcgi_temp_path %s/fcgi; uwsgi_temp_path %s/uwsgi;\n"
               "scgi_temp_path %s/scgi; default_type text/plain;\n"
               "open_file_cache max=10; sendfile on; tcp_nodelay on;\n"
               "server { listen %.*s; root %s;\n"
               "location = / { index constant; }\n"
               "location / { return 200 %.*s; } } }\n",
               THREADS, folder, folder, folder, folder, folder, folder, folder,
               STR_ARG(address), folder, STR_ARG(text));
    if (!file_write(file, buf_str(&conf), &err) ||
        !file_write(file_path(arena, folder, "constant"), body, &err))
        stop(err.text);
    to_file(file_path(arena, folder, "nginx.log"), 2);
    (void)execlp("nginx", "nginx", "-p", folder, "-c", file, (char *)NULL);
    _exit(127);
}

Serving serving_constant(Arena *arena, ConstantKind kind, size_t bytes,
                         const char *folder, Str address)
{
    Str body = letters(arena, bytes);
    Serving s = {begin(), address};
    if (s.pid == 0) {
        if (kind == CONSTANT_MHD) run_mhd(body, port_of(address));
        if (kind == CONSTANT_DOOR) run_door(body, address);
        run_nginx(arena, body, folder, address);
    }
    wait_open(arena, address);
    return s;
}

/* ---- their end ----------------------------------------------------------- */

void serving_end(const Serving *serving)
{
    int status = 0;
    (void)kill(serving->pid, SIGTERM);
    (void)waitpid(serving->pid, &status, 0);
}

void serving_kill(const Serving *serving)
{
    int status = 0;
    (void)kill(serving->pid, SIGKILL);
    (void)waitpid(serving->pid, &status, 0);
}

double serving_resident_mb(const Serving *serving)
{
    char path[64], line[200];
    double kb = 0;
    (void)snprintf(path, sizeof path, "/proc/%d/status", (int)serving->pid);
    FILE *status = fopen(path, "r");
    if (status == NULL) return 0;
    while (fgets(line, sizeof line, status) != NULL) {
        if (strncmp(line, "VmRSS:", 6) == 0) kb = strtod(line + 6, NULL);
    }
    (void)fclose(status);
    return kb / 1024;
}
