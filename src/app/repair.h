/* SPDX-License-Identifier: Apache-2.0 */
/*
 * repair.h - the workshop of offer_repairs.c and its rooms.
 *
 *   repair_board.c    the plan over today's law; what is broken
 *   repair_cap.c      a unit above its cap
 *   repair_counter.c  a counter short of officers
 *   repair_clash.c    no roster at all
 *   repair_words.c    sentences
 *   offer_repairs.c   the list, by price
 */
#pragma once

#include "app/offer_repairs.h"
#include "base/vec.h"

typedef struct {
    RepairBoard *board;
    const Broken *broken;
    VEC(Repair) list;
} Repairing;

/* Is the person at home or in the office by turn, so that a move is theirs? */
bool repair_is_free(const RepairBoard *board, PersonId person, uint32_t day,
                    char letter);

/* Make the cap lines of a day stand as the cells do. */
void repair_count_day(RepairBoard *board, uint32_t day);

/* The law's word on a cell of the board's day. */
Directive repair_said(RepairBoard *board, PersonId person);

/* Cells and squares of the repair's moves. */
void repair_price_moves(const RepairBoard *board, Repair *repair);
Repair repair_of(RepairKind kind);
void repair_add(Repairing *r, Repair repair);

/* An order among people: who has most (or least) office days, then code. */
bool repair_prefers(const RepairBoard *board, PersonId a, PersonId b,
                    bool most);

void repair_cap(Repairing *r);
void repair_counter(Repairing *r);

void repair_say_broken(RepairBoard *board, Broken *broken);
void repair_say(Repairing *r, Repair *repair);

/* Cheapest first, at most REPAIRS_MOST. */
void repair_take(const Register *register_of, Repair *list, size_t count,
                 Repairs *out);
