/* SPDX-License-Identifier: Apache-2.0 */
/*
 * effects.h - facts that change the law of a day (docs/day.md, section 6).
 *
 * A recall, a closure, leave that was granted: the law reads them as rows of
 * the register.  Facts are those known; whoever asks what was known on an
 * earlier day gives only those received by then.
 */
#pragma once

#include "day/fact.h"
#include "register/register.h"

/*
 * effects_apply - the register with the rows that the facts stand for.
 *
 * Twice the same id counts once; what a correction took out has no effect;
 * meetings, visits and trips count from the last decision `setuju` about them.
 * Each row is known from the day of `received`.  ERR_INPUT, in both languages,
 * for a code that the register does not know.  O(facts log facts + register).
 */
MUST_USE bool effects_apply(Arena *arena, const Register *r, const Fact *facts,
                            size_t count, Register *out, Err *err);

/*
 * effects_standing - of facts of these kinds (bits) those that stand: each
 * once, by id, as corrections have left them, without those taken out.
 * effects_approved - of requests of these kinds those that also have been
 * decided with yes.  Decisions and corrections are among `facts`; their texts
 * are borrowed.  O(facts * log).
 */
const Fact *const *effects_standing(Arena *arena, const Fact *facts,
                                    size_t count, uint64_t kinds,
                                    size_t *out_count);
const Fact *const *effects_approved(Arena *arena, const Fact *facts,
                                    size_t count, uint64_t kinds,
                                    size_t *out_count);
