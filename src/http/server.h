/* SPDX-License-Identifier: Apache-2.0 */
/*
 * server.h - the door itself: HTTP/1.1, strict by construction.
 *
 * Two threads read and write all connections (epoll).  A whole request is
 * given to one of `workers` threads, so that waiting for a disk holds no
 * connection but its own; what `at_once` answers is not even handed over, and
 * what it lets wait is suspended and needs no thread.
 * Loopback or a Unix socket only, unless `anywhere`.
 */
#pragma once

#include "base/err.h"
#include "http/http.h"

#include <stdio.h>

typedef struct HttpServer HttpServer;

typedef enum {
    AT_ONCE_NOT,   /* a worker shall ask the handler */
    AT_ONCE_DONE,  /* the answer is there */
    AT_ONCE_WAITS, /* it will be: see HttpWait */
} HttpAtOnceSays;

/* As a handler, but asked first, of GETs and short POSTs, on the thread of the
 * connections: it must never wait. */
typedef HttpAtOnceSays HttpAtOnce(void *context, const HttpRequest *request,
                                  HttpAnswer *answer, HttpWait *wait);

typedef struct {
    Str listen;    /* "127.0.0.1:8080", "[::1]:8080", "unix:/run/tk.sock" */
    bool anywhere; /* an address that is not the loopback is meant (said twice)
                    */
    bool proxied;  /* X-Forwarded-For and -Proto are believed: we sit behind a
                      proxy of ours; always so on a Unix socket */
    unsigned workers;     /* 0: 64 */
    unsigned waiting;     /* requests that may wait for a worker; 0: 2000 */
    unsigned connections; /* 0: 4000 */
    size_t body_most;     /* 0: 25 MiB; a file within it 20 MiB */
    size_t bodies_most;   /* of all bodies that are in memory; 0: 512 MiB */
    HttpHandler *handler;
    HttpAtOnce *at_once; /* NULL: none */
    void *context;
    FILE *log; /* a line of JSON a request; NULL: none */

    /* Of one peer, where no proxy stands between: */
    unsigned peer_connections; /* 0: a quarter of all */
    unsigned peer_rate;        /* requests a second, five times as many at once;
                                  0: 1000, and any number from the loopback */
    /* In milliseconds; after each the connection is given up: */
    unsigned idle_ms; /* between requests; 0: 60 s */
    unsigned head_ms; /* from its first byte to a whole head; 0: 10 s */
    unsigned body_ms; /* from the head to a whole body; 0: 120 s */
    unsigned send_ms; /* to take the answer; 0: 120 s */
} HttpWish;

/*
 * http_open - listen and serve.  ERR_INPUT: no such address, or one that is
 * not the loopback without `anywhere`; ERR_IO: the world refused (in use).
 */
MUST_USE bool http_open(const HttpWish *wish, HttpServer **out, Err *err);

/* The address that it listens on, with the port that was given for ":0". */
Str http_address(const HttpServer *server);

/*
 * http_close - no new connections; what was begun is answered, then all ends.
 * After `seconds` clients are waited for no longer; a handler that runs always
 * is.  NULL is fine.
 */
void http_close(HttpServer *server, unsigned seconds);

/* Has nothing been asked since the last call of this, and is nothing under way?
 * Then http_rest gives back what is only kept to be quick. */
bool http_is_quiet(HttpServer *server);
void http_rest(HttpServer *server);

/* Requests answered by class of status, in flight, refused at the door,
 * seconds spent: as text for /metrics (Prometheus' format). */
void http_metrics(const HttpServer *server, Buf *out);
