/* SPDX-License-Identifier: Apache-2.0 */
/*
 * naive_select.h - who is meant, read anew from docs/language.md and golden.md:
 * a second evaluator of the words for people and units.
 *
 * It shares nothing with circular/select.c and units.c: no sets, no indices,
 * no profiles; every question walks the tables from their beginning.
 */
#pragma once

#include "circular/select.h"

/* Is the person one of those whom the words mean that day? */
Picked naive_means(const Register *r, const Who *who, PersonId person,
                   Date day);
