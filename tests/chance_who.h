/* SPDX-License-Identifier: Apache-2.0 */
/*
 * chance_who.h - random people, units, times and references: the slots of
 * random letters.
 */
#pragma once

#include "chance_words.h"

typedef enum {
    CHANCE_PEOPLE,
    CHANCE_UNITS,
    CHANCE_WITHIN, /* units of somebody: "serta" would go on with them */
    CHANCE_ANYTHING
} ChanceWho;

/* framed: "itu" has a unit to mean. */
Who *chance_who(const ChanceWords *w, ChanceWho what, bool framed);
Who *chance_unit(const ChanceWords *w);
Who *chance_alone(const ChanceWords *w, const Term *term); /* that one */
When chance_when(const ChanceWords *w);
Date chance_date(const ChanceWords *w);
Duration chance_duration(const ChanceWords *w);
Ref chance_ref(const ChanceWords *w);
const Ref *chance_refs(const ChanceWords *w, uint32_t *count);
Amount chance_amount(const ChanceWords *w, bool compared);
const int16_t *chance_clock(const ChanceWords *w, uint32_t *pairs);
