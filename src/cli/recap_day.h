/* SPDX-License-Identifier: Apache-2.0 */
/*
 * recap_day.h - one day in words: of a person, or of all units.
 */
#pragma once

#include "app/judge_day.h"
#include "cli/say.h"
#include "day/recap.h"

/* Where the person was planned and was, and every finding with its colour,
 * the sentence of its clause and the facts used. */
void recap_day_person(const Judged *judged, const Judgement *day,
                      PersonId person, Lang lang, Buf *out);

/* Counts of a recap of one day by perangkat daerah, then whoever has a
 * breach (the first 40), each with what it is. */
void recap_day_units(const Judged *judged, const Judgement *day,
                     const Recap *recap, Lang lang, Buf *out);

/* A fact that was used, a line: what, when, by whom, its id; nothing when the
 * book does not know it. */
void recap_day_fact(const Judged *j, FactId id, Lang lang, Buf *out);
