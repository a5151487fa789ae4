/* SPDX-License-Identifier: Apache-2.0 */
/*
 * api_ask.h - asking the API in a test: JSON sent by whoever is signed in, and
 * one value out of an answer.
 */
#pragma once

#include "web_world.h"

/* As a script of a page sends it: with the key of the session. */
WebAnswer api_ask_post(WebWorld *w, const char *target, const char *body);
/* The same with an Idempotency-Key. */
WebAnswer api_ask_keyed(WebWorld *w, const char *target, const char *body,
                        const char *key);

/* By a service token; what is posted is "{}". */
WebAnswer api_ask_token(WebWorld *w, HttpMethod method, const char *target,
                        Str token);

/* One header more. */
void api_ask_header(WebWorld *w, HttpRequest *request, const char *name,
                    Str value);

/* The text at "a.b.0.c", or what stands there as JSON; "(none)". */
Str api_ask_at(WebWorld *w, const WebAnswer *answer, const char *path);
const char *api_ask_text(WebWorld *w, const WebAnswer *answer,
                         const char *path);

/* The answer is a problem of that status whose detail has the words. */
void api_ask_expect_problem(WebWorld *w, const WebAnswer *answer, int status,
                            const char *words);

/* A form that changes a draft of all of August: everybody of both sections in
 * the office on one day, twice the cap. */
#define API_ASK_ALL_IN                                                     \
    "unit=dinas&versi=0&aksi=ubah&sel=K1.2020-08-24.K&sel=A.2020-08-24.K&" \
    "sel=B.2020-08-24.K&sel=C.2020-08-24.K&sel=D.2020-08-24.K&"            \
    "sel=K2.2020-08-24.K&sel=E.2020-08-24.K&sel=F.2020-08-24.K&"           \
    "sel=G.2020-08-24.K"
