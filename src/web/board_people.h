/* SPDX-License-Identifier: Apache-2.0 */
/*
 * board_people.h - B3: people of a day, found by where they are expected,
 * whether they have checked in, and whether their report has come.
 */
#pragma once

#include "app/people_find.h"
#include "web/board_part.h"

/* What is looked for. */
typedef struct {
    Date day;
    PeopleWish wish;
    Str after; /* code of the person behind whom the page begins */
} BoardFilter;

enum { BOARD_PEOPLE_FIELDS = 8 };
extern const FieldRule board_people_fields[BOARD_PEOPLE_FIELDS];

/* By the fields of the visit; false: the answer is there. */
MUST_USE bool board_people_filter(Visit *v, BoardFilter *out);

/* "?hari=...&unit=..." of all but `after`, which is put behind it. */
Str board_people_query(Visit *v, Str after);

/* The form of the filters, sent to the list. */
void board_people_form(Page *page, const BoardFilter *f);

void board_people_page(Visit *v);
void board_people_csv(Visit *v);
void board_people_filters(Visit *v);
