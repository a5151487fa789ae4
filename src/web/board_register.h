/* SPDX-License-Identifier: Apache-2.0 */
/*
 * board_register.h - B6: the register: people found by name or code, and what
 * is known of one: posts, superior, absences without their reasons, changes,
 * the state of the account.
 */
#pragma once

#include "app/person_history.h"
#include "web/board_part.h"
#include "web/part.h"

enum { BOARD_REGISTER_FIELDS = 3, BOARD_PERSON_FIELDS = 1 };
extern const FieldRule board_register_fields[BOARD_REGISTER_FIELDS],
    board_person_fields[BOARD_PERSON_FIELDS];

void board_register_page(Visit *v);
void board_person_page(Visit *v);

/* To the page that takes tables, for whom it is open. */
void board_renew_link(Page *p);
