/* SPDX-License-Identifier: Apache-2.0 */
/*
 * my_facts.h - the facts that one person's day rests on, and no others.
 *
 * Those of the person in the 31 days before (and their reports, as far back as
 * a target of the day begins), those of the units above them, meetings and
 * swaps that name them, our outages; and whatever these answer.  A daybook of
 * them judges the person's day as one of all facts does.
 */
#pragma once

#include "app/live.h"

enum { MY_FACTS_BACK = 31 };

/* Texts are borrowed from the arena and the view. */
MUST_USE bool my_facts(Arena *arena, LiveView *view, PersonId person, Date day,
                       DataFacts *out, Err *err);
