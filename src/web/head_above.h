/* SPDX-License-Identifier: Apache-2.0 */
/*
 * head_above.h - H1 of who heads more than one reads by name (monitor_by_unit).
 * From counts alone, as the board's dashboard: it takes as long for a
 * government as for an office.
 */
#pragma once

#include "app/monitor.h"
#include "web/page.h"

/* The units below the one that is asked for; false: refused by itself. */
MUST_USE bool head_above_now(Visit *v, Monitor *out);

/* All of them in a sentence or two; the rows are board_ledger_below's. */
void head_above_put_lead(Page *page, bool ruled, const Monitor *m);
