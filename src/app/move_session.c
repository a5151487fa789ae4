/* SPDX-License-Identifier: Apache-2.0 */
#include "app/move_session.h"

#include "app/move_fill.h"
#include "app/move_notice.h"
#include "app/move_pins.h"
#include "app/move_proof.h"
#include "app/move_touch.h"
#include "app/prove_plan.h"
#include "audit/audit.h"
#include "roster/replan.h"

#include <string.h>

enum { EVENT_BLOCK = 1 << 23 };

struct MoveSession {
    Arena *arena; /* as long as the session */
    Office *office;
    Corpus *corpus; /* the law of the moment, on office->r */
    ReplanDemand demand;
    const Plan *plan;    /* of the moment */
    Arena *event, *last; /* of the plan, and of the one before */
    Arena *clash;        /* of the last clash */
    uint64_t still;      /* digest of what no event changes */
    /* The plan of the moment lies in one room; the other is as it was before
     * the last move, `behind`, and takes the next. */
    MoveRoom rooms[2];
    unsigned free; /* the room that takes the next move */
    const MovedPlan *behind;
    MoveSeen *seen;
};

/* Events are known when they come: a plan that stops knowing does not. */
static bool knows_all(const Plan *plan, Err *err)
{
    if (date_is(plan->known, DATE_NEVER)) return true;
    (void)FAIL(err, ERR_INPUT,
               "a plan as known on one day cannot follow events");
    return err_id(err, "jadwal menurut pengetahuan satu hari tidak dapat "
                       "mengikuti peristiwa");
}

static MoveRoom room_of(Arena *arena, const Plan *plan)
{
    size_t count = (size_t)plan->person_count * plan->day_count;
    MoveRoom room = {NEW(arena, char, count + 1),
                     NEW(arena, uint16_t, count + 1)};
    if (count == 0) return room;
    memcpy(room.cells, plan->cells, count);
    memcpy(room.reasons, plan->reasons, count * sizeof *plan->reasons);
    return room;
}

MoveSession *move_session_open(Office *office, const Plan *plan, Err *err)
{
    Arena *arena = arena_open(EVENT_BLOCK);
    MoveSession *s = NEW(arena, MoveSession, 1);
    *s = (MoveSession){
        .arena = arena,
        .office = office,
        .corpus = NEW(arena, Corpus, 1),
        .plan = plan,
    };
    if (knows_all(plan, err) &&
        office_law(office, DATE_NEVER, s->corpus, err) &&
        move_question_fits(s->corpus, plan, err) &&
        replan_demand_open(arena, s->corpus, plan->window, &s->demand, err)) {
        s->still = demand_digest_still(s->corpus);
        s->seen = move_question_seen(arena, plan);
        for (int k = 0; k < 2; k++)
            s->rooms[k] = room_of(arena, plan);
        return s;
    }
    arena_close(arena);
    return NULL;
}

void move_session_close(MoveSession *session)
{
    if (session == NULL) return;
    arena_close(session->event);
    arena_close(session->last);
    arena_close(session->clash);
    arena_close(session->arena);
}

const Plan *move_session_plan(const MoveSession *session)
{
    return session->plan;
}

/* ---- law --------------------------------------------------------------- */

/* The law with the event, on a register of its own; the old ones stay. */
static bool law_after(MoveSession *s, const MoveEvent *event, Corpus *out,
                      Err *err)
{
    Register *r = NEW(s->arena, Register, 1);
    *r = s->office->r;
    move_event_put(s->arena, r, event);
    if (!move_event_is_of_unit(event->kind)) {
        *out = *s->corpus;
        out->r = r;
        return true;
    }
    CorpusFrom from = office_from(s->office);
    from.r = r;
    if (corpus_make(s->arena, &from, DATE_NEVER, out, &s->office->diags))
        return true;
    (void)FAIL(err, ERR_INPUT, "the event does not fit the letters");
    return err_id(err, "peristiwa itu tidak cocok dengan surat-surat");
}

/* Those touched are counted out under the law of before, and in again. */
static void turn_to(MoveSession *s, const Corpus *law,
                    const ReplanTouched *touched)
{
    for (size_t k = 0; k < touched->people_count; k++)
        move_question_forget(s->seen, touched->people[k]);
    if (touched->people_count == 0) return;
    replan_demand_count(&s->demand, touched, -1);
    replan_demand_turn(&s->demand, law);
    replan_demand_count(&s->demand, touched, 1);
}

/* ---- one event --------------------------------------------------------- */

/* The free room, brought to the plan of the moment. */
static const MoveRoom *next_room(MoveSession *s)
{
    const MoveRoom *room = &s->rooms[s->free];
    const MovedPlan *last = s->behind;
    for (size_t k = 0; last != NULL && k < last->undo.cell_count; k++) {
        const UndoCell *cell = &last->undo.cells[k];
        size_t at = (size_t)cell->person.index * s->plan->day_count + cell->day;
        room->cells[at] = s->plan->cells[at];
        room->reasons[at] = s->plan->reasons[at];
    }
    s->behind = NULL;
    return room;
}

static void fill(MoveSession *s, const MoveQuestion *q, const MoveWish *wish,
                 const ReplanTouched *touched, MovedPlan *out)
{
    MoveFill f = move_fill(q, &out->answer, next_room(s));
    size_t count = 0;
    const uint32_t *people =
        move_touch_all(q->arena, touched, &q->change, &out->answer,
                       s->plan->person_count, &count);
    for (size_t k = 0; k < count; k++)
        move_fill_person(&f, people[k], wish);
    move_fill_end(&f, out);
    move_notice(q->arena, q->demand->corpus->r, out);
}

/* The clash, beside a question of its own: that of the session moves on. */
static bool explain_clash(MoveQuestion *q, MovedPlan *out, Err *err)
{
    out->made.demand = *q->demand;
    out->made.corpus = *q->demand->corpus;
    out->made.demand.corpus = &out->made.corpus;
    return move_pins_clash(q, &out->answer, &out->made.demand.problem,
                           &out->made.clash, err);
}

/* The question of the moment answered; the plan is not yet moved. */
static bool answer(MoveSession *s, Arena *arena, const MoveWish *wish,
                   const ReplanTouched *touched, MovedPlan *out, Err *err)
{
    Err doubt = {0};
    MoveQuestion *q = NEW(arena, MoveQuestion, 1);
    Demand *d = &s->demand.demand;
    if (!replan_demand_build(&s->demand, arena, err)) return false;
    d->plan.digest = demand_digest_after(s->still, d->corpus->r);
    d->plan.seed = s->plan->seed;
    q->seen = s->seen;
    if (!move_question(s->office, arena, d, s->plan, wish->now, q, err) ||
        !move_pins_ask(q, wish, &out->answer, err))
        return false;
    out->change = q->change;
    out->solved = out->made.solved = out->answer.kind == ANSWER_SOLVED;
    if (out->solved) fill(s, q, wish, touched, out);
    out->verified = move_proof(arena, q, out, false, &doubt);
    if (!out->verified) prove_plan_said(arena, &doubt, out->audit_said);
    return out->solved || explain_clash(q, out, err);
}

/* The answer becomes the plan, its law that of the office. */
static void commit(MoveSession *s, Arena *arena, Corpus *law,
                   const MovedPlan *moved)
{
    for (size_t k = 0; k < moved->undo.cell_count; k++)
        move_question_forget(s->seen, moved->undo.cells[k].person.index);
    s->corpus = law;
    s->office->r = *law->r;
    s->plan = &moved->plan;
    s->behind = moved;
    s->free = 1 - s->free;
    arena_close(s->last);
    s->last = s->event;
    s->event = arena;
}

/* All as it was; of a clash its answer stays. */
static void go_back(MoveSession *s, Arena *arena, const ReplanTouched *touched,
                    bool clash)
{
    Arena *done = clash ? s->clash : arena;
    turn_to(s, s->corpus, touched);
    if (clash) s->clash = arena;
    arena_close(done);
}

bool move_session_apply(MoveSession *session, const MoveEvent *event,
                        const MoveWish *wish, const MovedPlan **out, Err *err)
{
    MoveSession *s = session;
    Arena *arena = arena_open(EVENT_BLOCK);
    MovedPlan *moved = NEW(arena, MovedPlan, 1);
    Corpus *law = event != NULL ? NEW(s->arena, Corpus, 1) : s->corpus;
    ReplanTouched touched = {0};
    if (event != NULL && !law_after(s, event, law, err)) {
        arena_close(arena);
        return false;
    }
    if (event != NULL)
        touched = move_touch(arena, s->corpus, law, s->plan, event);
    turn_to(s, law, &touched);
    bool put = answer(s, arena, wish, &touched, moved, err);
    if (put && moved->solved)
        commit(s, arena, law, moved);
    else
        go_back(s, arena, &touched, put);
    if (put) *out = moved;
    return put;
}

bool move_session_audit(MoveSession *session, Date from, Err *err)
{
    AUTO(arena_done) Arena *scratch = arena_open(EVENT_BLOCK);
    uint32_t first = move_question_first(session->plan, from);
    int64_t seats = 0;
    return first == session->plan->day_count ||
           move_proof_rules(scratch, session->corpus, session->plan, first,
                            &seats, err);
}
