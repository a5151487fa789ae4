/*
 * head_above.h - H1 of who heads a unit above agencies.  From counts alone, as
 * the board's dashboard: it takes as long for a government as for an office.
 */
#pragma once

#include "app/monitor.h"
#include "web/page.h"

/* Does an agency stand below it? */
bool head_is_above(const Register *r, UnitId unit);

/* Every agency; false: refused by itself. */
MUST_USE bool head_above_now(Visit *v, Monitor *out);

/* All below the unit in two sentences; the rows are board_ledger_below's. */
void head_above_put_lead(Page *page, UnitId unit, const Monitor *m);
