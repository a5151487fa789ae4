/* SPDX-License-Identifier: Apache-2.0 */
/*
 * find_actor.h - who acts: the word behind --as as the code that is recorded.
 */
#pragma once

#include "cli/say.h"

/*
 * find_actor - a person by code, NIP, local number or exact name, or a shared
 * device of register/kewenangan.csv as "perangkat:NAME".
 *
 * The program itself ("sistem") is not to be played: what it does follows from
 * what people record.  False with *code (that of wrong input) after it was said
 * what is wrong, else *code is EXIT_DONE; NIPs are masked.  *out is borrowed
 * from the register.
 */
bool find_actor(const Call *call, const Register *r, const char *asked,
                Str *out, int *code);
