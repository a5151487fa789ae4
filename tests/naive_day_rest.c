/* SPDX-License-Identifier: Apache-2.0 */
/*
 * naive_day_rest.c - docs/day.md, sections 4.8 and 4.10.
 */
#include "naive_day_parts.h"

enum { MIDNIGHT = 1440, WHOLE = 100 };

/* ---- notices
 * ------------------------------------------------------------------ */

static bool is_notice(const Naive *n, const Told *t)
{
    uint32_t unit = map_find(&n->r->unit_codes, t->unit);
    return t->fact->kind == FACT_NOTICE && !t->out && t->person.len == 0 &&
           window_has(t->days, n->date) && unit != NO_INDEX &&
           unit_is_under(n->r, n->person->unit, (UnitId){unit});
}

static const Told *read_by(const Naive *n, const Told *notice)
{
    for (size_t i = 0; i < n->count; i++) {
        const Told *t = &n->told[i];
        if (t->fact->kind == FACT_NOTICE_READ && !t->out && naive_is_of(n, t) &&
            fact_id_is(t->fact->about, notice->fact->id))
            return t;
    }
    return NULL;
}

static void follow(Naive *n, ClauseId by)
{
    for (size_t i = 0; i < n->count; i++) {
        const Told *t = &n->told[i];
        if (!is_notice(n, t)) continue;
        const Told *read = read_by(n, t);
        Finding *f = naive_say_of(
            n, DUTY_FOLLOW, read != NULL ? OUTCOME_READ : OUTCOME_UNREAD, by);
        naive_cite(f, t);
        naive_cite(f, read);
    }
}

/* ---- coordination
 * -------------------------------------------------------------- */

static void coordinate(Naive *n, ClauseId by)
{
    const Told *found = NULL;
    for (size_t i = 0; found == NULL && i < n->count; i++) {
        const Told *t = &n->told[i];
        bool said = naive_here(n, t, FACT_MESSAGE) ||
                    naive_here(n, t, FACT_REPORT) ||
                    naive_here(n, t, FACT_ANSWER);
        if (said && naive_own(n, t)) found = t;
    }
    Outcome outcome = found != NULL                  ? OUTCOME_KEPT
                      : naive_is_before(n, MIDNIGHT) ? OUTCOME_PENDING
                                                     : OUTCOME_NONE;
    naive_cite(naive_say_of(n, DUTY_COORDINATE, outcome, by), found);
}

/* ---- tasks
 * ---------------------------------------------------------------------- */

/* The first that says all is done, else the last. */
static const Told *done_of(const Naive *n, const Told *task)
{
    for (size_t i = 0; i < n->count; i++) {
        const Told *t = &n->told[i];
        if (t->fact->kind == FACT_TASK_DONE && !t->out &&
            fact_id_is(t->fact->about, task->fact->id) &&
            (t->fact->number == FACT_NO_NUMBER || t->fact->number >= WHOLE))
            return t;
    }
    return naive_last_about(n, task, FACT_TASK_DONE);
}

static void tasks(Naive *n, ClauseId by)
{
    for (size_t i = 0; i < n->count; i++) {
        const Told *t = &n->told[i];
        if (!naive_here(n, t, FACT_TASK)) continue;
        const Told *done = done_of(n, t);
        int32_t number = done == NULL ? 0 : done->fact->number;
        bool part = done != NULL && number != FACT_NO_NUMBER && number < WHOLE;
        Outcome outcome = done == NULL ? OUTCOME_OPEN
                          : part       ? OUTCOME_IN_PART
                                       : OUTCOME_DONE;
        Finding *f = naive_say_of(n, DUTY_TASKS, outcome, by);
        if (part) f->minutes = number;
        naive_cite(f, t);
        naive_cite(f, done);
    }
}

/* ---- by clause
 * ------------------------------------------------------------------- */

static bool asks_to_follow(const Naive *n, ClauseId id)
{
    const Sentence *s = corpus_clause(n->corpus, id)->sentence;
    return naive_bids(n, id, VERB_FOLLOW) &&
           naive_names(s->object, THING_ANNOUNCEMENT);
}

static bool asks_to_coordinate(const Naive *n, ClauseId id)
{
    return naive_bids(n, id, VERB_COORDINATE);
}

static bool asks_for_tasks(const Naive *n, ClauseId id)
{
    const Sentence *s = corpus_clause(n->corpus, id)->sentence;
    return (naive_bids(n, id, VERB_CARRY_OUT) ||
            naive_bids(n, id, VERB_COMPLETE)) &&
           (naive_names(s->object, THING_TASK) ||
            naive_names(s->object, THING_TASKS_FROM_ABOVE));
}

typedef bool Asks(const Naive *n, ClauseId id);
typedef void Says(Naive *n, ClauseId by);

static void for_each(Naive *n, Asks *asks, Says *says)
{
    uint32_t count = 0;
    const ClauseId *all = law_clauses(n->view->day, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (asks(n, all[i]) && naive_owed(n, all[i])) says(n, all[i]);
    }
}

void naive_rest(Naive *n)
{
    for_each(n, asks_to_follow, follow);
    for_each(n, asks_to_coordinate, coordinate);
    for_each(n, asks_for_tasks, tasks);
}

/* ---- beside any clause
 * ------------------------------------------------------------ */

static void say_objection(Naive *n, const Told *t)
{
    const Told *answer = naive_first_about(n, t, FACT_OBJECTION_ANSWER);
    Finding *f = naive_say(n, DUTY_OBJECTION,
                           answer != NULL ? OUTCOME_OBJECTION_ANSWERED
                                          : OUTCOME_OBJECTED,
                           NO_CLAUSE, STRENGTH_MAY);
    naive_cite(f, t);
    naive_cite(f, answer);
}

void naive_objections(Naive *n)
{
    for (size_t i = 0; i < n->count; i++) {
        const Told *t = &n->told[i];
        if (naive_here(n, t, FACT_OBJECTION)) say_objection(n, t);
    }
    for (size_t i = 0; i < n->count; i++) {
        const Told *t = &n->told[i];
        if (naive_here(n, t, FACT_SIGNAL))
            naive_cite(naive_say(n, DUTY_SIGNAL, OUTCOME_QUESTION, NO_CLAUSE,
                                 STRENGTH_MAY),
                       t);
    }
}

/* ---- leave while it is restricted, section 4.11
 * ------------------------------------------------------------ */

/* 0: it says nothing of leave; 1: leave with a reason; 2: none. */
static int restricts(const Naive *n, ClauseId id)
{
    const Sentence *s = corpus_clause(n->corpus, id)->sentence;
    static const TailKind exceptions[] = {TAIL_EXCEPT_FOR, TAIL_EXCEPT_BY,
                                          TAIL_EXCEPT_IF, TAIL_EXCEPT_WHEN};
    bool excepted = false, dropped = naive_bans(n, id, VERB_TAKE_LEAVE);
    for (size_t i = 0; i < COUNT(exceptions); i++)
        excepted |= naive_tail(n, id, exceptions[i]) != NULL;
    if (s->pred == PRED_STATE && naive_names(s->who, THING_LEAVE)) {
        if (s->verb == STATE_LIMITED) return 1;
        dropped = s->verb == STATE_POSTPONED || s->verb == STATE_SUSPENDED;
    }
    if (!dropped) return 0;
    return excepted ? 1 : 2;
}

static bool is_about(const Naive *n, ClauseId id)
{
    if (corpus_clause(n->corpus, id)->act == ACT_DUTY)
        return naive_meant(n, id, false);
    return naive_reached(n, id);
}

static const Absence *own_leave(const Naive *n)
{
    const Register *r = n->r;
    for (uint32_t i = 0; i < r->absence_count; i++) {
        const Absence *a = &r->absences[i];
        if (a->person.index == n->id.index && window_has(a->window, n->date) &&
            !date_before(n->corpus->known, a->known))
            return a;
    }
    return NULL;
}

void naive_leave(Naive *n)
{
    uint32_t count = 0;
    ClauseId by = NO_CLAUSE;
    const ClauseId *all = law_clauses(n->view->day, &count);
    const Absence *leave = own_leave(n);
    if (leave == NULL || leave->kind != ABSENCE_CUTI) return;
    for (int level = 2; level > 0; level--) {
        for (int act = 0; act < 2; act++) {
            for (uint32_t i = 0; i < count && by.index == NO_INDEX; i++) {
                Act own = corpus_clause(n->corpus, all[i])->act;
                if (own == (act == 0 ? ACT_STATE : ACT_DUTY) &&
                    restricts(n, all[i]) == level && is_about(n, all[i]))
                    by = all[i];
            }
        }
    }
    if (by.index == NO_INDEX) return;
    const Told *last = NULL;
    for (size_t i = 0; i < n->count; i++) {
        if (naive_here(n, &n->told[i], FACT_LEAVE)) last = &n->told[i];
    }
    naive_cite(naive_say(n, DUTY_LEAVE,
                         leave->urgent ? OUTCOME_ALLOWED : OUTCOME_QUESTION, by,
                         STRENGTH_MAY),
               last);
}
