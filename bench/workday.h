/* SPDX-License-Identifier: Apache-2.0 */
/*
 * workday.h - a believable working day of a whole government, fact by fact.
 *
 * Everybody comes, reports, is reviewed by their superior and goes, in an
 * order of arrival that is another one each day; one in a hundred asks for an
 * office visit or a trip, which the superior decides.  Fact n of a day is the
 * same each time it is asked for, by any thread.
 */
#pragma once

#include "app/office.h"
#include "day/fact.h"

typedef struct {
    const Register *r;
    Zone zone;
    Date day;
    const PersonId *people; /* in service, with a superior; by arrival */
    const PersonId *superior;
    uint64_t count; /* of people */
    uint64_t facts;
} Workday;

Workday workday_make(Arena *arena, const Office *office, Date day);

/* Fact n < facts; `received` is left to the store.  Texts are the office's or
 * constants. */
Fact workday_fact(const Workday *w, uint64_t n);

/* When the server has it: a second and a half after it happened. */
Instant workday_received(const Fact *fact);
