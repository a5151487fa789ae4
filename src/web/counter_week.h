/* SPDX-License-Identifier: Apache-2.0 */
/*
 * counter_week.h - H8: the counters of a unit over seven days from today on, as
 * the plan has their officers.
 */
#pragma once

#include "web/page.h"

/* Nothing where the visit's unit has no counter.  Numbers are those of the
 * roster's table (app/unit_month.h). */
void counter_week_put(Page *page);
