/* SPDX-License-Identifier: Apache-2.0 */
/*
 * groups_text.h - the groups of a unit in words, and as a table.
 *
 * A group is called by a letter: A, B, ... H.  What the words cut short (names
 * and days past the first) stands in the table.
 */
#pragma once

#include "app/make_pattern.h"
#include "cli/say.h"

/* Per group its days and people, how even they are, what audit/ says. */
void groups_text(const Office *office, const PatternAsk *ask,
                 const PatternMade *made, Lang lang, Buf *out);

/*
 * groups_text_csv - a row for everybody of the unit, in the order of the
 * register: orang, nama, unit, kelompok (a letter; empty for who is in none)
 * and hari_kantor, the ISO days in the office parted by blanks.
 */
void groups_text_csv(const Office *office, const PatternAsk *ask,
                     const PatternMade *made, Buf *out);
