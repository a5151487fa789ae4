/*
 * recap_sheet.h - a recap, or the reports for e-Kinerja, as a spreadsheet.
 *
 * Codes, NIPs and dates are text cells; no cell is ever a formula.  The same
 * recap gives the same bytes.
 */
#pragma once

#include "app/make_recap.h"
#include "cli/say.h"

MUST_USE bool recap_sheet(const Call *call, const RecapMade *made,
                          const char *path, Err *err);
MUST_USE bool recap_sheet_kinerja(const Call *call, const RecapMade *made,
                                  const char *path, Err *err);
