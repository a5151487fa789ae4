/* SPDX-License-Identifier: Apache-2.0 */
/*
 * draft_text.h - a draft as text, a line a thing.
 *
 *     id 0198...                 its own
 *     sel B00017 ---K-R...       a row of cells
 *     alasan B00017 5 TEXT       the reason of a cell: day of the month, from 0
 *     langkah 7 B00001 -         a step: version, actor; "batal": taken back
 *     ubah B00017 ..-.. ..K..    a row of it: before, after
 *
 * People stand by their codes; a row of somebody whom the register does not
 * know any more is left out when it is read.
 */
#pragma once

#include "app/draft.h"

enum { DRAFT_TEXT_MOST = 256 * 1024 };

/* Without the oldest steps where it would be longer than the most. */
void draft_write(const Draft *draft, const Register *r, Buf *out);

/* Into a draft_none; ERR_INPUT with line and column of the first fault. */
MUST_USE bool draft_read(Str text, const Register *r, Draft *draft, Err *err);
