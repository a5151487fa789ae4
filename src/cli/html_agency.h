/* SPDX-License-Identifier: Apache-2.0 */
/*
 * html_agency.h - the page of an agency: rules, grid, one cell explained, how
 * fair it is, and the reason of every cell.
 */
#pragma once

#include "cli/html_block.h"

/* One of the pages of an agency, from 0; the others are linked. */
MUST_USE bool html_agency(const View *view, const AgencySummary *agency,
                          const Blocks *blocks, uint32_t page, Html *out);

/* Its file name: "disdik.html", "disdik-2.html". */
Str html_agency_file(const View *view, UnitId agency, uint32_t page);
