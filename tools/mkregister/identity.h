/* SPDX-License-Identifier: Apache-2.0 */
/*
 * identity.h - names and numbers of people who do not exist.
 *
 * A NIP ends in the serial 000, which is never issued; its first fifteen
 * digits (birth, appointment, sex) are used once only.
 */
#pragma once

#include "model.h"

/* A name as people of the government bear it, without degrees. */
Str identity_name(const Model *m, Rand *rand, bool woman);

/* The name with a degree: "S.Pd." behind it, "dr. " before it. */
Str identity_titled(Arena *arena, Str name, Str degree);

/*
 * identity_number - give an ASN a NIP whose holder is `low` to `high` years
 * old when the example begins; and the day of appointment in window.first.
 */
void identity_number(Model *m, Rand *rand, PersonRow *person, uint32_t low,
                     uint32_t high);
