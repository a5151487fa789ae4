/* SPDX-License-Identifier: Apache-2.0 */
/*
 * recap_text.h - a recap in words and tables of plain text.
 */
#pragma once

#include "app/make_recap.h"
#include "sheet/say.h"

/* All of it: days, places, findings, units, caps, fairness, holes, closing. */
void recap_text(const RecapMade *made, Lang lang, Buf *out);

/* Its parts that a single day shows too. */
void recap_text_units(const Recap *recap, Lang lang, Buf *out);
void recap_text_holes(const Recap *recap, Lang lang, Buf *out);

/* Hours, cuts and suggested sanctions; nothing where no letter has any. */
void recap_text_follow(const Recap *recap, Lang lang, Buf *out);

/* "terlambat 3"; the column's name with blanks in it. */
Str recap_text_column(Arena *arena, RecapColumn column, Lang lang);

/* That of a change: of a further column its name. */
Str recap_text_changed(Arena *arena, const RecapChange *change, Lang lang);

/* "5 Maret 2020 pukul 16.30", in a zone. */
Str recap_text_instant(Arena *arena, Zone zone, Instant at, Lang lang);

/* Is there anybody in that unit at that level? */
bool recap_text_has(const Recap *recap, RecapLevel level, UnitId unit);

/* The closing in a sentence: never, still the same, or changed since. */
Str recap_text_closing(Arena *arena, const RecapMade *made, Lang lang);
