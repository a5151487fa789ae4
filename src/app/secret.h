/* SPDX-License-Identifier: Apache-2.0 */
/*
 * secret.h - what must not be guessed: tokens, one-time codes, their digests.
 *
 * All from the system's random source.  Digests are BLAKE2b of 256 bits, made
 * for one purpose each; that is enough for what has 128 random bits or more.
 */
#pragma once

#include "base/str.h"

enum {
    SECRET_TOKEN = 43,  /* characters of a token: 256 bits */
    SECRET_DIGEST = 64, /* characters of a digest */
    SECRET_CODE = 28    /* characters of a code: 140 bits */
};

Str secret_token(Arena *arena); /* base64url */

/* A code to be typed: of 32 letters and digits that are not mistaken for each
 * other; bare, or in groups of four. */
Str secret_code(Arena *arena);
Str secret_code_shown(Arena *arena, Str code);
/* As somebody typed it, bare: without blanks and hyphens, capitals, O as 0, I
 * and L as 1.  False: it is none. */
bool secret_code_take(Arena *arena, Str typed, Str *out);

Str secret_digest(Arena *arena, const char *purpose, Str secret);
bool secret_is(Str a, Str b); /* in constant time for equal lengths */

/* 32 bytes that follow from a secret, for a purpose. */
void secret_key(const char *purpose, Str secret, uint8_t out[32]);
