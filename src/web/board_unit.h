/* SPDX-License-Identifier: Apache-2.0 */
/*
 * board_unit.h - B2: one agency: its numbers today, its last days with their
 * caps, the versions of its plan, who heads it; and a word to it.
 */
#pragma once

#include "app/monitor_unit.h"
#include "app/unit_now.h"
#include "web/board_part.h"
#include "web/part.h"

enum { BOARD_UNIT_FIELDS = 1, BOARD_MEND_FIELDS = 3 };
extern const FieldRule board_unit_fields[BOARD_UNIT_FIELDS],
    board_mend_fields[BOARD_MEND_FIELDS];

void board_unit_page(Visit *v);
void board_mend_page(Visit *v);
void board_mend_send(Visit *v);

/* Its last days as a table and a line. */
void board_unit_days(Page *page, const MonitorUnit *unit);
