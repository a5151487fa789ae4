/* SPDX-License-Identifier: Apache-2.0 */
#include "app/move_plan.h"

#include "app/move_fill.h"
#include "app/move_notice.h"
#include "app/move_pins.h"
#include "app/move_proof.h"
#include "app/prove_plan.h"
#include "roster/replan.h"

#include <string.h>

/* What is known of: all that is on file, or all until now. */
static Date knowledge(const Plan *before, Date now)
{
    return date_is(before->known, DATE_NEVER) ? DATE_NEVER : now;
}

static void fill(const MoveQuestion *q, const MoveWish *wish, MovedPlan *out)
{
    MoveFill f = move_fill(q, &out->answer, NULL);
    for (uint32_t p = 0; p < q->before->person_count; p++)
        move_fill_person(&f, p, wish);
    move_fill_end(&f, out);
    move_notice(q->arena, q->demand->corpus->r, out);
}

static void prove(const MoveQuestion *q, MovedPlan *out)
{
    Err err = {0};
    out->verified = move_proof(q->arena, q, out, true, &err);
    if (!out->verified) prove_plan_said(q->arena, &err, out->audit_said);
}

/* The smallest clash of the days that are left, which become the question. */
static bool explain_clash(MoveQuestion *q, MovedPlan *out, Err *err)
{
    return move_pins_clash(q, &out->answer, &out->made.demand.problem,
                           &out->made.clash, err);
}

bool move_plan(Office *office, const Plan *before, const MoveWish *wish,
               MovedPlan *out, Err *err)
{
    MovedPlan moved = {0};
    MoveQuestion *q = NEW(office->arena, MoveQuestion, 1);
    Date known = knowledge(before, wish->now);
    if (!office_law(office, known, &moved.made.corpus, err)) return false;

    *out = moved; /* the demand keeps a pointer to its corpus */
    if (!move_question_fits(&out->made.corpus, before, err) ||
        !demand_make(office->arena, &out->made.corpus, before->window,
                     &out->made.demand, err) ||
        !move_question(office, office->arena, &out->made.demand, before,
                       wish->now, q, err) ||
        !move_pins_ask(q, wish, &out->answer, err))
        return false;
    out->change = q->change;
    out->solved = out->made.solved = out->answer.kind == ANSWER_SOLVED;
    if (out->solved) fill(q, wish, out);
    prove(q, out);
    return out->solved || explain_clash(q, out, err);
}

void move_plan_undo(Arena *arena, const Plan *moved, const MoveUndo *undo,
                    Plan *out)
{
    size_t count = (size_t)moved->person_count * moved->day_count;
    char *cells = NEW(arena, char, count + 1);
    uint16_t *reasons = NEW(arena, uint16_t, count + 1);
    memcpy(cells, moved->cells, count);
    memcpy(reasons, moved->reasons, count * sizeof *reasons);
    for (size_t k = 0; k < undo->cell_count; k++) {
        const UndoCell *was = &undo->cells[k];
        size_t at = (size_t)was->person.index * moved->day_count + was->day;
        cells[at] = was->letter;
        reasons[at] = was->reason;
    }
    *out = *moved;
    out->cells = cells;
    out->reasons = reasons;
    out->known = undo->known;
    out->reason_count = undo->reason_count;
    out->digest = undo->digest;
    out->seed = undo->seed;
}
