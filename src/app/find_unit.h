/* SPDX-License-Identifier: Apache-2.0 */
/*
 * find_unit.h - the one unit that a user's words name.
 */
#pragma once

#include "register/register.h"

/*
 * find_unit - by code, name, short name or alias; a code comes before a name.
 *
 * ERR_INPUT in both languages when no unit is so called, with the nearest
 * names (which are of the arena), or when several are.
 */
MUST_USE bool find_unit(Arena *arena, const Register *r, Str name, UnitId *out,
                        Err *err);
