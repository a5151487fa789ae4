/* SPDX-License-Identifier: Apache-2.0 */
/*
 * body.h - the body of a request, gathered as it arrives.
 *
 *     chunked  = *( size CRLF bytes CRLF ) "0" CRLF CRLF
 *     size     = 1*8 hexadecimal digits, not all zero
 *
 * Extensions of chunks and trailers are refused: nobody sends them, and their
 * ends are where readers differ.  The memory follows what has arrived, never
 * what was announced.
 */
#pragma once

#include "http/head.h"
#include "http/limit.h"

typedef enum {
    BODY_SIZE,  /* the line before a chunk, or the last one */
    BODY_BYTES, /* `left` of them; all of a body with a length */
    BODY_SEAM,  /* CR LF behind a chunk */
    BODY_END    /* CR LF behind the last line */
} BodyStage;

typedef struct {
    Arena *arena; /* its own, opened anew as it grows; NULL: nothing yet */
    char *ptr;
    size_t len, room, most;
    bool chunked, whole;
    BodyStage stage;
    uint64_t left;
    char line[LIMIT_CHUNK_LINE]; /* of the size, or of CR LF */
    size_t line_len;
} Body;

/* BODY_LARGE if the head announces more than `most` bytes. */
MUST_USE Refusal body_begin(Body *body, const Head *head, size_t most);

/* Take what is the body's off *bytes; body->whole once all is there. */
MUST_USE Refusal body_feed(Body *body, Str *bytes);

void body_done(Body *body);
Str body_str(const Body *body);
