/* SPDX-License-Identifier: Apache-2.0 */
/*
 * tokens.h - a service token is made and ended by the administrator who asks.
 * Pages and API alike.
 */
#pragma once

#include "app/token.h"
#include "door/visit.h"

/* "nama", "kewenangan" (words of access.def) and "hari" */
#define TOKENS_NEW                                                 \
    {.name = "nama",                                               \
     .label = N_("Name of the program"),                           \
     .kind = FIELD_LINE,                                           \
     .needed = true,                                               \
     .most = TOKEN_NAME_MOST},                                     \
        {.name = "kewenangan",                                     \
         .label = N_("What it may do"),                            \
         .kind = FIELD_LINE,                                       \
         .needed = true,                                           \
         .many = true,                                             \
         .most = 60},                                              \
    {                                                              \
        .name = "hari", .label = N_("Days"), .kind = FIELD_NUMBER, \
        .needed = true, .least = 1, .most = TOKEN_DAYS_MOST        \
    }
/* Of which token: its id in lists. */
#define TOKENS_NUMBER                                              \
    {                                                              \
        .name = "nomor", .label = N_("Token"), .kind = FIELD_CODE, \
        .needed = true, .most = 80                                 \
    }

/* As token_make: the secret is told only now. */
MUST_USE bool tokens_make(const Visit *v, Token *out, Str *secret, Err *err);
MUST_USE bool tokens_end(const Visit *v, Err *err);
