/* SPDX-License-Identifier: Apache-2.0 */
/*
 * presence_json.h - check-ins and check-outs of another program, as JSON.
 */
#pragma once

#include "base/json.h"
#include "day/fact.h"

typedef struct {
    Str code, nip, local; /* whom: one of them is said */
    Fact fact;            /* kind, instant, place; id where it is said */
    Err wrong;            /* its kind is NONE when the item reads */
} ApiPresence;

/* An array of at most 1,000; an item that does not read says so itself. */
MUST_USE bool api_presence_read(Arena *arena, Str body, ApiPresence **out,
                                size_t *count, Err *err);

/* What it takes, as JSON Schema. */
void api_presence_schema(Json *json);
