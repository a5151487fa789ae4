/* SPDX-License-Identifier: Apache-2.0 */
/*
 * board_recap.h - B5: recaps: a period and a unit are chosen, looked at, taken
 * as files, closed with a hash, received.
 *
 *   board_recap.c        what is asked for; files
 *   board_recap_page.c   the choice, and the recap before it is taken
 *   board_recap_follow.c hours, cuts and suggested sanctions
 *   board_recap_side.c   closing, what changed since, what is not whole
 *   board_recap_act.c    closing and receiving
 */
#pragma once

#include "app/recap_now.h"
#include "web/board_part.h"
#include "web/part.h"

typedef struct {
    bool asked; /* a period was given */
    UnitId unit;
    Window window;
    RecapMade made; /* when asked */
    const Err *why; /* asked for, and why there is none; or NULL */
} BoardRecap;

enum {
    BOARD_RECAP_FIELDS = 6,
    BOARD_RECAP_FILE_FIELDS = 4,
    BOARD_RECAP_ACT_FIELDS = 5
};
extern const FieldRule board_recap_fields[BOARD_RECAP_FIELDS],
    board_recap_file_fields[BOARD_RECAP_FILE_FIELDS],
    board_recap_act_fields[BOARD_RECAP_ACT_FIELDS];

/* In the arena of the visit.  What cannot be made is not asked, with `why`. */
BoardRecap *board_recap_asked(Visit *v);

/* NULL: the answer is there.  Of that unit, by the fields "mulai" and "sampai".
 */
BoardRecap *board_recap_given(Visit *v, UnitId unit);

/* "?unit=CODE&mulai=...&sampai=...". */
Str board_recap_query(Arena *arena, const Register *r, UnitId unit,
                      Window window);

/* "26–30 Juli 2021", "26 Juli 2021–1 Agustus 2021" */
Str board_recap_days(const Speech *speech, Window window);

/* Nothing where no letter makes anything follow. */
void board_recap_follow(Page *page, const BoardRecap *shown);

/* The people and their suggested steps. */
void board_recap_steps(Page *page, const Recap *recap);

void board_recap_side(Page *page, const BoardRecap *recap);

void board_recap_page(Visit *v);
void board_recap_file(Visit *v);
void board_recap_close(Visit *v);     /* of a unit */
void board_recap_close_all(Visit *v); /* of the whole government */
void board_recap_receive(Visit *v);
