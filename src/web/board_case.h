/* SPDX-License-Identifier: Apache-2.0 */
/*
 * board_case.h - B4: what is to be asked about people's days: found, asked
 * about, answered, closed.  Questions, never accusations.
 *
 *   board_case_words.c   a finding as a question
 *   board_case_list.c    the matters of a day; those that wait for my answer
 *   board_case_steps.c   steps that a letter's ladder suggests
 *   board_case.c         one matter: what is known, what was said, the next
 * word
 */
#pragma once

#include "app/clarify.h"
#include "app/make_recap.h"
#include "app/my_day.h"
#include "app/people_find.h"
#include "web/board_part.h"
#include "web/part.h"

enum {
    BOARD_CASES_FIELDS = 5,
    BOARD_CASE_FIELDS = 2,
    BOARD_CASE_SAY_FIELDS = 5
};
extern const FieldRule board_cases_fields[BOARD_CASES_FIELDS],
    board_case_fields[BOARD_CASE_FIELDS],
    board_case_say_fields[BOARD_CASE_SAY_FIELDS];

/* Is it to be asked about? */
bool board_case_asks(const Finding *f);
/* As a question, with its numbers. */
Str board_case_question(const Speech *s, const Finding *f, const DayBook *book);
/* "belum ditanyakan", coloured. */
void board_case_state(Page *page, ClarifyState state);

/* Of a unit, by its month up to a day. */
typedef struct {
    bool there; /* some letter has a ladder on these days */
    Window window;
    Date day;
    UnitId unit;     /* or NO_UNIT: none was chosen */
    RecapMade *made; /* NULL: not asked for */
} BoardSteps;

/* False: the answer is there. */
bool board_case_steps_find(Visit *v, Date day, UnitId unit, BoardSteps *out);
void board_case_steps(Page *page, const BoardSteps *steps);

void board_cases_page(Visit *v);
void board_case_page(Visit *v);
void board_case_say(Visit *v);
void board_case_waiting(Visit *v);
