/* SPDX-License-Identifier: Apache-2.0 */
/*
 * answer.h - an answer as bytes.
 */
#pragma once

#include "http/gzip.h"
#include "http/http.h"
#include "http/refuse.h"

/* Of the request, what shapes the answer. */
typedef struct {
    const HttpPairs *headers;
    bool get;      /* GET or HEAD: it may be "not modified" */
    bool bodiless; /* HEAD: the length is told, nothing sent */
    bool closes;   /* the connection ends behind it */
} AnswerTo;

typedef struct {
    int status;
    Str head, body; /* a short body stands behind the head already */
} AnswerBytes;

/* 200, a page, not to be kept by others. */
void answer_init(HttpAnswer *answer, Arena *arena);

/* What each answer says so that a browser does with it what is meant and no
 * more: where content may come from, no guessing of types, no frames; and, to
 * who came over TLS, never to come without it. */
void answer_guard(HttpAnswer *answer, bool secure);

/* What is said instead of a handler's answer: in both languages to who takes
 * pages or came to no header yet, as a problem (RFC 9457) to others. */
void answer_refusal(HttpAnswer *answer, Refusal why, const HttpPairs *headers,
                    bool secure);

/* The tag that a GET's page has when it says none of its own. */
Str answer_tag(Arena *arena, Str text);

/*
 * answer_write - choose the coding, answer 304 where the client has it, write
 * the head.  What is pressed here and now (gzip) holds only pages whose form
 * tokens are masked anew in each (see BREACH), so that their lengths tell
 * nothing of them.  Pressed assets hold no secrets.
 */
void answer_write(const HttpAnswer *answer, const AnswerTo *to, Gzip *gzip,
                  AnswerBytes *out);
