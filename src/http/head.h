/* SPDX-License-Identifier: Apache-2.0 */
/*
 * head.h - the head of a request: from raw bytes to line and headers, strictly.
 *
 *     head    = line *( header CRLF ) CRLF
 *     line    = method SP target SP ( "HTTP/1.1" / "HTTP/1.0" ) CRLF
 *     header  = token ":" OWS value OWS
 *
 * Nothing is repaired: whatever else it is, it is refused (refuse.def).
 */
#pragma once

#include "http/http.h"
#include "http/refuse.h"

typedef struct {
    HttpMethod method;
    bool bodiless; /* it was HEAD: the answer has no body */
    bool old;      /* HTTP/1.0: the connection ends after the answer */
    bool closes;   /* Connection: close */
    bool chunked;  /* else the body has `length` bytes */
    bool expects;  /* 100-continue */
    uint64_t length;
    Str target, path; /* as in HttpRequest */
    HttpPairs headers, query;
} Head;

/*
 * head_end - has the head arrived?  `bytes` is all that came of this request
 * so far, *seen how far the last call looked.  True, with the bytes of the head
 * in *length, once it has; *why says so when it can be no head any more.
 */
bool head_end(Str bytes, size_t *seen, size_t *length, Refusal *why);

/* head_read - take a whole head apart.  All texts are copies in the arena. */
MUST_USE Refusal head_read(Arena *arena, Str bytes, Head *out);
