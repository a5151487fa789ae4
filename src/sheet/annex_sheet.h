/* SPDX-License-Identifier: Apache-2.0 */
/*
 * annex_sheet.h - the annex of a unit and a month as a spreadsheet: the same
 * rows as on paper, and what the paper has no room for.
 *
 * A head, a row a person (number, NIP or local number, name, unit, a letter a
 * day, days of each letter), a row a letter (people of each day), the legend,
 * what the numbers of shifts are where there are any, then title, version, code
 * and the address where it is checked.  NIPs are text cells.
 */
#pragma once

#include "app/annex.h"

/* `address`: where the code is checked. */
MUST_USE bool annex_sheet(Arena *arena, Lang lang, const Office *office,
                          const AnnexTable *annex, Str address, Str *out,
                          Err *err);
