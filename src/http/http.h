/* SPDX-License-Identifier: Apache-2.0 */
/*
 * http.h - a request as handlers see it, and the answer that they give.
 *
 * By the time a handler runs, the request is whole, within its limits, and has
 * passed every refusal of refuse.def: one Host, one way to say its length,
 * token names, no control bytes, UTF-8 throughout.  It knows no user.  All
 * texts live in the request's arena, which ends when the answer has been sent.
 */
#pragma once

#include "base/buf.h"
#include "base/vec.h"

typedef enum {
    HTTP_GET, /* a HEAD comes as this; its body is not sent */
    HTTP_POST,
    HTTP_PUT,
    HTTP_DELETE,
    HTTP_METHOD_COUNT
} HttpMethod;

typedef struct {
    Str name, value;
} HttpPair;

typedef struct {
    const HttpPair *at;
    size_t count;
} HttpPairs;

/* A part of a multipart form that has a file name. */
typedef struct {
    Str field, name, type, body;
} HttpFile;

typedef struct {
    Arena *arena;
    HttpMethod method;
    Str path;          /* decoded once, without the query; "/" at its start */
    Str target;        /* as it came, for links back; printable ASCII */
    HttpPairs headers; /* names in lower case */
    HttpPairs query, cookies;
    HttpPairs form; /* urlencoded or multipart, without files */
    const HttpFile *files;
    size_t file_count;
    Str type;        /* media type of the body, lower case, no parameters */
    Str body;        /* of other types than forms: JSON */
    Str peer;        /* "127.0.0.1"; "" on a Unix socket */
    bool secure;     /* it came over TLS, as the proxy before us says */
    uint64_t number; /* of this process, for the log and for problems */
} HttpRequest;

/* The first of that name; an empty text when there is none. */
Str http_first(const HttpPairs *pairs, Str name);
bool http_has(const HttpPairs *pairs, Str name);

/* A body that lives as long as the process, pressed beforehand. */
typedef struct {
    Str plain, gzip, brotli; /* the latter may be empty */
} HttpPressed;

typedef struct {
    Arena *arena; /* that of the request */
    int status;   /* 200 at first */
    Str type;     /* "text/html; charset=utf-8" at first */
    Buf body;
    const HttpPressed *pressed; /* instead of body; or NULL */
    Str etag;  /* quoted, or empty: then one is made of a GET's body */
    Str cache; /* Cache-Control; "private, no-cache" at first */
    Str noted; /* the path as the log keeps it, without what is secret or names
                  somebody; empty: its first segment */
    Str cause; /* why it failed inside: for the log, never sent */
    VEC(HttpPair) headers;
} HttpAnswer;

/* Add a header; a value with a control byte is our own mistake (CHECK). */
void http_header(HttpAnswer *answer, Str name, Str value);

/* The words of a status: "Not Found"; it must be one of status.def. */
Str http_status_words(int status);

/* One "/" at its start, printable ASCII, no backslash: it leads nowhere but to
 * us.  To be asked of what a client proposes before http_see_other. */
bool http_path_is_ours(Str path);

/* 303 to a path of ours (CHECK). */
void http_see_other(HttpAnswer *answer, Str path);

/*
 * A request whose answer is waited for without a thread.  Whoever begins to
 * wait fills this in; whoever has what is waited for calls http_wake, once, by
 * any thread.  Then `resume` is called by the thread of the connections, which
 * must not wait: true when the answer is there, false when a worker shall ask
 * the handler, as if nothing had been.
 */
typedef struct {
    void *owner; /* of http/ */
    void *kept;  /* of both calls */
    bool (*resume)(void *kept);
    /* After `patience_ms`; true: nobody will wake it, so it is resumed now. */
    bool (*give_up)(void *kept);
    unsigned patience_ms;
} HttpWait;

void http_wake(const HttpWait *wait);

/* A handler may wait (for a commit, for a disk): it runs on a thread of the
 * workers while its connection is suspended. */
typedef void HttpHandler(void *context, const HttpRequest *request,
                         HttpAnswer *answer);
