/* SPDX-License-Identifier: Apache-2.0 */
/*
 * str.h - reading text: borrowed runs of UTF-8 bytes.
 *
 * Nothing here allocates unless it takes an Arena.  "Folded" means: ASCII
 * letters without case, runs of blanks as one blank, none at the ends; it is
 * how names of units, roles and people are compared everywhere.  Blanks are
 * those of ASCII and the one that does not break (U+00A0).
 */
#pragma once

#include "base/arena.h"

Str str_of(const char *c_string);
bool str_is(Str a, Str b);
bool str_starts(Str text, Str prefix);
bool str_ends(Str text, Str suffix);
int str_order(Str a, Str b); /* bytewise: <0, 0, >0 */
bool str_folded_is(Str a, Str b);
Str str_trim(Str text);
Str str_slice(Str text, size_t from, size_t to); /* clipped to the text */
Str str_cut(Str text, size_t most); /* so many bytes, without half a letter */

/* The position of `want` at or after `from`, or SIZE_MAX. */
size_t str_find(Str text, Str want, size_t from);

/*
 * Cut the next piece off *rest at `mark`; false when nothing is left.  "a,,b"
 * has three pieces; a mark at the very end ends a piece and begins none.
 */
bool str_next(Str *rest, char mark, Str *piece);

Str str_copy(Arena *arena, Str text);
Str str_fold(Arena *arena, Str text); /* the folded form */
const char *str_c(Arena *arena, Str text);
Str str_format(Arena *arena, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* The first byte that is not valid UTF-8, or SIZE_MAX when all is well. */
size_t str_utf8_fault(Str text);
size_t str_columns(Str text); /* code points; the width of a caret line */
Str str_from_windows_1252(Arena *arena, Str text);

/*
 * str_distance - how many letters to insert, delete, change or swap to make
 * one folded text the other; limit + 1 when more than `limit`.  Used to offer
 * the nearest known name.  O(a * b), texts over 200 bytes count as far.
 */
size_t str_distance(Str a, Str b, size_t limit);
