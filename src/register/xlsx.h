/* SPDX-License-Identifier: Apache-2.0 */
/*
 * xlsx.h - a spreadsheet's first sheet as rows of text (libzip + expat).
 *
 * Refuses what an honest register never has: more than 64 entries, 64 MiB
 * unpacked, a ratio over 200, 1,000,000 cells, any DTD.  To be run in a
 * confined child when the file comes from outside.  Numbers come as the file
 * spells them, dates as ISO text where the cell's style says date.
 */
#pragma once

#include "base/csv.h"

/* Row and column as in the sheet, in the arena.  ERR_INPUT: it is no such file,
 * or is refused. */
MUST_USE bool xlsx_read(Arena *arena, Str bytes, Csv *out, Err *err);
