/* SPDX-License-Identifier: Apache-2.0 */
/*
 * units.h - which units a term means (used by select.c alone).
 */
#pragma once

#include "circular/select.h"

/* The place and the ears of a look-up. */
typedef struct {
    Arena *arena;
    const Register *r;
    const Source *source;
    Diags *diags;
} Lookup;

bool units_means_units(const Term *term); /* a term for units, not people */

/* Mark the units of one term in `set` (a byte a unit); with everything below
 * them when `below`. */
void units_of_term(const Lookup *look, const Term *term, bool below,
                   uint8_t *set);

/* The union of the LIMIT_UNITS of a term, all below included; NULL: none. */
uint8_t *units_limit(const Lookup *look, const Limit *limits, uint32_t count);

uint8_t *units_of_who(const Lookup *look, const Who *who, bool below);
