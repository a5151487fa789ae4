/* SPDX-License-Identifier: Apache-2.0 */
/*
 * recap_sheet.h - a recap, or the reports for e-Kinerja, as a spreadsheet.
 *
 * Codes, NIPs and dates are text cells; no cell is ever a formula.  The same
 * recap gives the same bytes.
 */
#pragma once

#include "app/make_recap.h"

/* The bytes, in the arena; false when a file of a moment cannot be written. */
MUST_USE bool recap_sheet(Arena *arena, Lang lang, const RecapMade *made,
                          Str *out, Err *err);
MUST_USE bool recap_sheet_kinerja(Arena *arena, Lang lang,
                                  const RecapMade *made, Str *out, Err *err);
