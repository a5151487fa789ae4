/* SPDX-License-Identifier: Apache-2.0 */
/*
 * board_part.h - what the personnel board's lists of a day share.
 */
#pragma once

#include "api/api.h"
#include "app/people_find.h"
#include "door/asked.h"

/* The day ("hari"), not to come and not longer ago than is at hand, else
 * `otherwise`.  False: the answer is there. */
MUST_USE bool board_day_of(Visit *v, Date otherwise, Date *out);

/* Rows of a day that fit, behind the cursor: at most API_PAGE are shown. */
typedef struct {
    const PeopleRow *at[API_PAGE];
    size_t count, all; /* shown; all that fit, before the cursor too */
    bool more;
} BoardRows;

/* One more that fits. */
void board_row_take(BoardRows *rows, const PeopleRow *row, uint32_t from);
/* "cocok" and "berikut". */
void board_rows_end(Json *json, const Visit *v, const BoardRows *rows);
