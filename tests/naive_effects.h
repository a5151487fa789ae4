/* SPDX-License-Identifier: Apache-2.0 */
/*
 * naive_effects.h - the rows that facts stand for, from docs/day.md alone.
 *
 * A second reader of its sections 2 and 6: it scans all facts for every
 * question, keeps nothing between them and shares nothing with src/day/ but
 * the types.  Rows are lines of text, sorted, so that lists compare.
 */
#pragma once

#include "day/fact.h"
#include "register/register.h"

/* The rows of the register that vary by day. */
Str naive_effects_rows(Arena *arena, const Register *r);

/* Those rows with what the facts add and end; codes must be known.
 * O(facts^3). */
Str naive_effects(Arena *arena, const Register *r, const Fact *facts,
                  size_t count);
