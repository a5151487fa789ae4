/* SPDX-License-Identifier: Apache-2.0 */
/*
 * move_pins.h - pins: cells fixed by hand, within what the letters leave open.
 */
#pragma once

#include "app/move_question.h"

/*
 * move_pins_put - pins into the question.  False, with the rule that stands
 * against it in office->diags, when a cell is not open to the roster (and not
 * at that place anyway), is past or pinned twice.
 */
MUST_USE bool move_pins_put(MoveQuestion *q, const PlanPin *pins, size_t count,
                            Err *err);

/*
 * move_pins_refuse - after a clash.  False, and the first pin that goes with
 * no plan is refused by the rules it breaks, when there is a plan without the
 * pins; true when there is none in any case: the clash is the answer.  O(log
 * pins) solves and a clash_shrink.
 */
MUST_USE bool move_pins_refuse(MoveQuestion *q, const PlanPin *pins,
                               size_t count, Err *err);

/* After a clash: how many pins go with no plan any more, the last of them being
 * the first bad one; 0 when there is no plan without any either.  O(log pins)
 * solves. */
MUST_USE bool move_pins_first_bad(MoveQuestion *q, const PlanPin *pins,
                                  size_t count, size_t *bad, Err *err);

/* The smallest clash of a question that has no plan. */
MUST_USE bool move_pins_clash(MoveQuestion *q, const ChangeAnswer *answer,
                              Problem *left, Clash *out, Err *err);

/*
 * move_pins_ask - the answer to the question under the pins of the wish; a
 * clash only when there is no plan without them either (it is then that of the
 * question without pins).  Pins that yield are dropped, the first bad one
 * first, instead of refused; q->dropped names them.
 */
MUST_USE bool move_pins_ask(MoveQuestion *q, const MoveWish *wish,
                            ChangeAnswer *out, Err *err);
