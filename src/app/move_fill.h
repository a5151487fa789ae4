/* SPDX-License-Identifier: Apache-2.0 */
/*
 * move_fill.h - the answer's seats and the law's letters back into the plan.
 *
 *     MoveFill f = move_fill(&question, &answer);
 *     move_fill_person(&f, person);          ascending; those who may differ
 *     move_fill_end(&f, &moved);
 *
 * Cells before the first day, and people not filled, keep what they had.  A
 * cell whose reason says the same keeps the index it had; other reasons are
 * looked up among those of the plan before, new ones are added behind them.
 */
#pragma once

#include "app/move_question.h"

typedef struct {
    const MoveQuestion *q;
    const ChangeAnswer *answer;
    char *cells;
    uint16_t *cell_reasons;
    VEC(Reason) reasons; /* those of the plan before, and new ones */
    VEC(uint16_t) first; /* per reason: the first that says the same */
    Map index;           /* text of a reason -> the first of it */
    /* What reasons of the law and of turns have become; UINT16_MAX: not asked
     * for yet. */
    uint16_t *settled, *in_by, *out_by, *at_counter;
    size_t *first_duty; /* per row: into the answer's duties */
    VEC(MovedCell) moved;
    VEC(UndoCell) undo;
} MoveFill;

/* Cells and reasons that are those of the plan before already. */
typedef struct {
    char *cells;
    uint16_t *reasons;
} MoveRoom;

/* Into `room`; NULL: the plan before is copied.  O(rows + reasons), and the
 * cells when they are copied. */
MoveFill move_fill(const MoveQuestion *q, const ChangeAnswer *answer,
                   const MoveRoom *room);

/* All days of one person from the first day on, and what the law settles on
 * the wish's days before it. */
void move_fill_person(MoveFill *f, uint32_t person, const MoveWish *wish);

/* plan, cells, undo and totals of *out. */
void move_fill_end(MoveFill *f, MovedPlan *out);
