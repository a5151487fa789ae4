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

/* The text at "a.b.0.c", or what stands there as JSON; "(none)". */
Str api_ask_at(WebWorld *w, const WebAnswer *answer, const char *path);

/* The answer is a problem of that status whose detail has the words. */
void api_ask_expect_problem(WebWorld *w, const WebAnswer *answer, int status,
                            const char *words);
