/* SPDX-License-Identifier: Apache-2.0 */
/*
 * find_person.h - the one person whom a word of the call names.
 */
#pragma once

#include "cli/say.h"

/*
 * find_person - by code, NIP, local number or exact name.
 *
 * False with *code after it was said that nobody matches, or who does: none is
 * guessed.  NIPs are masked.
 */
bool find_person(const Call *call, const Register *r, const char *asked,
                 PersonId *out, int *code);
