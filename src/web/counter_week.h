/* SPDX-License-Identifier: Apache-2.0 */
/*
 * counter_week.h - H8: the counters of a unit over seven days from today on, as
 * the plan has their officers.
 */
#pragma once

#include "app/unit_now.h"
#include "web/page.h"

/* Nothing where the visit's unit has no counter.  Numbers are those of the
 * roster's table (app/unit_month.h); whether a counter is open today is what
 * the unit says of it now. */
void counter_week_put(Page *page, const UnitNow *now);
