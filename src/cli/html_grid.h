/* SPDX-License-Identifier: Apache-2.0 */
/*
 * html_grid.h - one block as a table: a row a person, a column a day.
 */
#pragma once

#include "cli/html_block.h"
#include "cli/html_reasons.h"

/* The cell that the page explains, and how much may still be unfolded. */
typedef struct {
    PersonId person; /* NO_PERSON: none */
    uint32_t day;
    uint32_t page;     /* of the agency: which groups are shown */
    uint32_t unfolded; /* people shown unfolded so far */
} GridState;

enum { GRID_UNFOLDED = 150 };

void html_grid(HtmlPage *page, Reasons *reasons, const Block *block,
               GridState *state);
