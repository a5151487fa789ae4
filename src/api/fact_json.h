/* SPDX-License-Identifier: Apache-2.0 */
/*
 * fact_json.h - a fact as JSON: members are the fields of day/fact_fields.h, as
 * their files have them.
 */
#pragma once

#include "base/json.h"
#include "day/fact.h"

typedef struct {
    Fact fact;    /* its kind is given; its actor is not read */
    Str secret;   /* "rahasia": to be sealed; or empty */
    FactId seen;  /* "tetap": the approved report that it may replace */
    bool channel; /* said */
} ApiFact;

/* ERR_INPUT names the member; ERR_LIMIT over 64 KiB. */
MUST_USE bool api_fact_read(Arena *arena, Str body, ApiFact *out, Err *err);

/* The members that are said, into an open object.  Never what is sealed, nor
 * what was written of a person: why they are away, went out or ask for another
 * day, a case, an objection, their answers. */
void api_fact_put(Json *json, const Fact *fact);

/* What api_fact_read takes, as JSON Schema (the members of an object). */
void api_fact_schema(Json *json);
