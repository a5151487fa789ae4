/* SPDX-License-Identifier: Apache-2.0 */
/*
 * annex_part.h - between the rooms of the annex.
 *
 *   annex.c        its pages: on paper, as a spreadsheet, of a draft
 *   annex_table.c  who is where on each day
 *   annex_paper.c  what stands above and below the table
 */
#pragma once

#include "app/annex.h"
#include "app/unit_month.h"
#include "web/page.h"

/* Which annex it is, title, the letters that it carries out. */
void annex_put_head(Page *page, const AnnexTable *annex,
                    const UnitMonth *month);
void annex_put_table(Page *page, const AnnexTable *annex);
/* Nobody of it has anything that day. */
bool annex_is_off(const AnnexTable *annex, uint32_t day);
/* What the letters mean, the caps; of what holds, who signs and the square. */
void annex_put_foot(Page *page, const AnnexTable *annex,
                    const UnitMonth *month);
/* "Agustus 2020" */
Str annex_month(const Page *page, const AnnexTable *annex);
