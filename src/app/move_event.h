/* SPDX-License-Identifier: Apache-2.0 */
/*
 * move_event.h - what happens to a plan, put into the office's register.
 *
 * In memory only; tables of the register are made anew beside the old ones, so
 * that a copy of the Register from before stays what it was.
 */
#pragma once

#include "app/office.h"

/* name, what happens on the days of `window` */
#define MOVE_EVENTS(X)                                                       \
    X(RECALL, "a person is called to the office")                            \
    X(LEAVE, "a person is away; `absence` says how")                         \
    X(RETURN, "a person is back: an absence that meets the window ends the " \
              "day before it")                                               \
    X(CLOSURE, "a unit kerja is shut; last DATE_NEVER: by the rule")         \
    X(REOPENING, "the shut unit opens on the first day")

typedef enum {
#define X(name, says) MOVE_##name,
    MOVE_EVENTS(X)
#undef X
} MoveEventKind;

typedef struct {
    MoveEventKind kind;
    PersonId person; /* RECALL, LEAVE, RETURN */
    UnitId unit;     /* CLOSURE, REOPENING */
    Window window;
    AbsenceKind absence; /* LEAVE */
    Date known;
} MoveEvent;

/* O(events + absences + people); the tables are in the arena. */
void move_event_put(Arena *arena, Register *r, const MoveEvent *event);

/* Is it about a unit, so that closures of the law change? */
bool move_event_is_of_unit(MoveEventKind kind);
