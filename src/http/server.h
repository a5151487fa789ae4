/*
 * server.h - the door itself: libmicrohttpd behind one file.
 *
 * Connections are read by an epoll pool.  A whole request is given to one of
 * `workers` threads, its connection suspended until the answer is there; so
 * waiting for the scribe holds no connection thread.  Loopback or a Unix
 * socket only, unless `anywhere`.
 */
#pragma once

#include "base/err.h"
#include "http/http.h"

#include <stdio.h>

typedef struct HttpServer HttpServer;

typedef struct {
    Str listen;    /* "127.0.0.1:8080", "[::1]:8080", "unix:/run/tk.sock" */
    bool anywhere; /* an address that is not the loopback is meant (said twice)
                    */
    bool proxied;  /* X-Forwarded-For and -Proto are believed: we sit behind a
                      proxy of ours; always so on a Unix socket */
    unsigned workers;     /* 0: 64 */
    unsigned connections; /* 0: 4000 */
    size_t body_most;     /* 0: 25 MiB; a file within it 20 MiB */
    HttpHandler *handler;
    void *context;
    FILE *log; /* a line of JSON a request; NULL: none */
} HttpWish;

/*
 * http_open - listen and serve.  ERR_INPUT: no such address, or one that is
 * not the loopback without `anywhere`; ERR_IO: the world refused (in use).
 */
MUST_USE bool http_open(const HttpWish *wish, HttpServer **out, Err *err);

/* The address that it listens on, with the port that was given for ":0". */
Str http_address(const HttpServer *server);

/* No new connections; what was begun is answered, at most `seconds` long. */
void http_close(HttpServer *server, unsigned seconds);

/* Requests answered by class of status, in flight, refused at the door,
 * seconds spent: as text for /metrics (Prometheus' format). */
void http_metrics(const HttpServer *server, Buf *out);
