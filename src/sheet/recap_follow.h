/* SPDX-License-Identifier: Apache-2.0 */
/*
 * recap_follow.h - what follows from days, in words: hours credited, shares
 * cut, and steps of a ladder, which are suggestions.
 */
#pragma once

#include "day/recap.h"
#include "sheet/say.h"

/* Anything to tell of the person, of that clause or (past the end) of any? */
bool recap_follow_tells(const Recap *recap, PersonId person, uint32_t follow);

/* 2550 hundredths -> "25,50" / "25.50"; of a file always "25.50". */
Str recap_follow_amount(Arena *arena, int64_t hundredths, Lang lang);
Str recap_follow_plain(Arena *arena, int64_t hundredths);

/* "25,50 jam diakui dari 3 hari (3 Agustus 2020 ...), aturan 2 ayat (1) ...".
 */
Str recap_follow_words(Arena *arena, const Recap *recap, PersonId person,
                       uint32_t follow, Lang lang);

/* The days that count: "3 Agustus 2020–5 Agustus 2020, 7 Agustus 2020"; or
 * "2020-08-03 2020-08-04" for a file. */
Str recap_follow_dates(Arena *arena, const Recap *recap, PersonId person,
                       uint32_t follow, Lang lang);
Str recap_follow_isos(Arena *arena, const Recap *recap, PersonId person,
                      uint32_t follow);

/* "jam diakui", "potongan tunjangan, persen", "usulan sanksi" */
Str recap_follow_kind(Follows what, Lang lang);
