/* SPDX-License-Identifier: Apache-2.0 */
/*
 * board_import.h - B7: tables of the register are given anew: checked, looked
 * at, and only then put in.
 */
#pragma once

#include "app/renew_register.h"
#include "web/board_part.h"
#include "web/part.h"

enum { BOARD_IMPORT_FIELDS = 3, BOARD_IMPORT_KEPT_FIELDS = 1 };
extern const FieldRule board_import_fields[BOARD_IMPORT_FIELDS],
    board_import_kept_fields[BOARD_IMPORT_KEPT_FIELDS];

void board_import_page(Visit *v);
void board_import_check(Visit *v);
void board_import_preview(Visit *v);
void board_import_write(Visit *v);

/* What is wrong, grouped by its repair; what would be different. */
void board_import_faults(Page *page, const Renewal *renewal);
void board_import_changes(Page *page, const Renewal *renewal);
