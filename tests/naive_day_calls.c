/* SPDX-License-Identifier: Apache-2.0 */
/*
 * naive_day_calls.c - docs/day.md, sections 4.4 and 4.5.
 */
#include "naive_day_parts.h"

enum { MIDNIGHT = 1440, HOUR = 60 };

/* ---- who owes to be reachable at a minute ---------------------------------
 */

static bool is_in_clock(const Tail *clock, int minute)
{
    for (uint32_t i = 0; i < clock->clock_count; i++) {
        const int16_t *at = &clock->clock[(size_t)2 * i];
        int from = at[0], to = at[1];
        if (minute >= from && minute <= (to >= 0 ? to : from)) return true;
    }
    return false;
}

static bool covers(const Naive *n, ClauseId id, int minute)
{
    const Tail *clock = naive_tail(n, id, TAIL_CLOCK);
    if (naive_tail(n, id, TAIL_ANY_TIME) != NULL) return true;
    if (naive_tail(n, id, TAIL_OFFICE_HOURS) != NULL)
        return minute >= n->hours.begins && minute <= naive_day_ends(n);
    return clock == NULL || is_in_clock(clock, minute);
}

static int rank_of(const Naive *n, ClauseId id)
{
    Strength s = corpus_clause(n->corpus, id)->strength;
    if (s == STRENGTH_MUST) return 0;
    return s == STRENGTH_ADVISED ? 1 : 2;
}

/* The first that says within what time to answer. */
static ClauseId answer_clause(const Naive *n)
{
    uint32_t count = 0;
    const ClauseId *all = law_clauses(n->view->day, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (naive_bids(n, all[i], VERB_ANSWER) &&
            naive_tail(n, all[i], TAIL_WITHIN) != NULL && naive_owed(n, all[i]))
            return all[i];
    }
    return NO_CLAUSE;
}

/* The strongest of those that cover the minute, then the first; at work else
 * the one that says within what time to answer. */
static ClauseId reach_clause(const Naive *n, int minute)
{
    ClauseId best = NO_CLAUSE;
    uint32_t count = 0;
    const ClauseId *all = law_clauses(n->view->day, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (!naive_bids(n, all[i], VERB_BE_REACHABLE) ||
            !naive_owed(n, all[i]) || !covers(n, all[i], minute))
            continue;
        if (best.index == NO_INDEX || rank_of(n, all[i]) < rank_of(n, best))
            best = all[i];
    }
    bool at_work = minute >= n->hours.begins && minute <= naive_day_ends(n);
    return best.index == NO_INDEX && at_work ? answer_clause(n) : best;
}

static int time_to_answer(const Naive *n)
{
    ClauseId by = answer_clause(n);
    if (by.index == NO_INDEX) return n->hours.answer_within;
    Duration d = naive_tail(n, by, TAIL_WITHIN)->duration;
    return d.unit == HOURS ? d.number * HOUR : d.number;
}

/* ---- minutes counted -------------------------------------------------------
 */

static bool is_out(const Naive *n, const Told *leave, int minute)
{
    uint32_t count = 0;
    int from = 0, to = 0;
    const ClauseId *all = law_clauses(n->view->day, &count);
    bool allowed = naive_approved(n, leave);
    for (uint32_t i = 0; !allowed && i < count; i++) {
        const Told *by = NULL;
        allowed = naive_bans(n, all[i], VERB_STAY) && naive_owed(n, all[i]) &&
                  naive_exit_allowed(n, leave, all[i], &by);
    }
    naive_exit_span(n, leave, &from, &to);
    return allowed && minute >= from && minute < to;
}

static bool counts(const Naive *n, int minute)
{
    if (naive_down(n, minute, minute)) return false;
    for (size_t i = 0; i < n->count; i++) {
        const Told *t = &n->told[i];
        if (naive_here(n, t, FACT_EXIT) && is_out(n, t, minute)) return false;
    }
    return true;
}

static int minutes_between(const Naive *n, int from, int to)
{
    int sum = 0;
    for (int m = from; m < to; m++) {
        sum += counts(n, m);
    }
    return sum;
}

static int minute_now(const Naive *n)
{
    Instant now = n->view->now;
    int days = zone_day(n->view->zone, now).days - n->date.days;
    return days * MIDNIGHT + zone_minute(n->view->zone, now);
}

/* ---- calls ------------------------------------------------------------------
 */

/* The first behind the call that says so, by minute, then by the order. */
typedef bool Says(const Naive *n, const Told *t, const Told *call);

static bool is_answer(const Naive *n, const Told *t, const Told *call)
{
    return naive_here(n, t, FACT_ANSWER) &&
           fact_id_is(t->fact->about, call->fact->id);
}

static bool is_talk(const Naive *n, const Told *t, const Told *call)
{
    return (naive_here(n, t, FACT_CONTACT) || naive_here(n, t, FACT_REPORT) ||
            naive_here(n, t, FACT_MESSAGE)) &&
           naive_own(n, t) && naive_before(call, t);
}

static const Told *first_that(const Naive *n, Says *says, const Told *call)
{
    const Told *first = NULL;
    for (size_t i = 0; i < n->count; i++) {
        const Told *t = &n->told[i];
        if (says(n, t, call) && (first == NULL || naive_before(t, first)))
            first = t;
    }
    return first;
}

const Told *naive_answer_about(const Naive *n, const Told *call)
{
    return first_that(n, is_answer, call);
}

/* A "jawab", else words of the person's own, if within the time. */
static const Told *answer_to(const Naive *n, const Told *call, int within)
{
    const Told *first = naive_answer_about(n, call);
    if (first != NULL) return first;
    first = first_that(n, is_talk, call);
    if (first == NULL) return NULL;
    int counted =
        minutes_between(n, naive_minute(n, call), naive_minute(n, first));
    return counted <= within ? first : NULL;
}

static Outcome outcome_of(const Naive *n, const Told *answer, int m,
                          int counted, int within)
{
    bool in_time = counted <= within;
    if (answer != NULL)
        return in_time ? OUTCOME_ANSWERED : OUTCOME_ANSWERED_LATE;
    if (naive_down(n, m, m)) return OUTCOME_UNKNOWN;
    return in_time ? OUTCOME_PENDING : OUTCOME_UNREACHABLE;
}

static void say_call(Naive *n, const Told *call)
{
    int m = naive_minute(n, call);
    ClauseId by = reach_clause(n, m);
    if (by.index == NO_INDEX) return;
    int within = time_to_answer(n);
    const Told *answer = answer_to(n, call, within);
    int end = answer != NULL ? naive_minute(n, answer) : minute_now(n);
    int counted = minutes_between(n, m, end);
    Outcome outcome = outcome_of(n, answer, m, counted, within);
    Finding *f = naive_say_of(n, DUTY_REACH, outcome, by);
    f->minutes = answer != NULL ? counted : 0;
    naive_cite(f, call);
    naive_cite(f, answer);
}

void naive_calls(Naive *n)
{
    for (size_t i = 0; i < n->count; i++) {
        const Told *t = &n->told[i];
        if (naive_here(n, t, FACT_CONTACT) && !naive_own(n, t)) say_call(n, t);
    }
}

/* ---- recalls
 * ----------------------------------------------------------------- */

static ClauseId recall_clause(const Naive *n)
{
    uint32_t count = 0;
    const ClauseId *all = law_clauses(n->view->day, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (naive_bids(n, all[i], VERB_ATTEND) &&
            corpus_clause(n->corpus, all[i])->strength == STRENGTH_MUST &&
            naive_meant(n, all[i], true))
            return all[i];
    }
    for (uint32_t i = 0; i < count; i++) {
        if ((naive_bids(n, all[i], VERB_BE_CALLED) ||
             naive_bids(n, all[i], VERB_BE_ASSIGNED)) &&
            naive_meant(n, all[i], false))
            return all[i];
    }
    return NO_CLAUSE;
}

static const Told *first_in_office(const Naive *n)
{
    const Told *first = NULL;
    for (size_t i = 0; i < n->count; i++) {
        const Told *t = &n->told[i];
        if (naive_here(n, t, FACT_CHECK_IN) && str_is(t->word, STR("kantor")) &&
            (first == NULL || naive_before(t, first)))
            first = t;
    }
    return first;
}

bool naive_arrives(const Naive *n, const Told *told)
{
    const Told *recall = naive_find(n, told->fact->about);
    return naive_here(n, told, FACT_ARRIVAL) &&
           date_is(told->fact->day, n->date) && recall != NULL &&
           naive_here(n, recall, FACT_RECALL);
}

static const Told *arrival_on(const Naive *n, const Told *recall)
{
    for (size_t i = 0; i < n->count; i++) {
        const Told *t = &n->told[i];
        if (naive_arrives(n, t) && fact_id_is(t->fact->about, recall->fact->id))
            return t;
    }
    return first_in_office(n);
}

static Outcome recall_outcome(const Naive *n, const Told *arrival, int due)
{
    if (arrival != NULL && naive_minute(n, arrival) <= due)
        return OUTCOME_OBEYED;
    if (naive_down(n, due - HOUR, due)) return OUTCOME_UNKNOWN;
    if (arrival != NULL) return OUTCOME_OBEYED_LATE;
    return naive_is_before(n, MIDNIGHT) ? OUTCOME_PENDING : OUTCOME_NOT_OBEYED;
}

static void say_recall(Naive *n, const Told *recall, ClauseId by)
{
    bool ruled = by.index != NO_INDEX;
    int due = recall->fact->from >= 0 ? recall->fact->from : n->hours.begins;
    const Told *arrival = arrival_on(n, recall);
    Outcome outcome = recall_outcome(n, arrival, due);
    Finding *f = naive_say(n, DUTY_RECALL, outcome, by,
                           ruled ? STRENGTH_MUST : STRENGTH_MAY);
    if (outcome == OUTCOME_OBEYED_LATE)
        f->minutes = naive_minute(n, arrival) - due;
    naive_cite(f, recall);
    naive_cite(f, arrival);
    if (outcome == OUTCOME_NOT_OBEYED)
        naive_cite(f, naive_last_about(n, recall, FACT_RECALL_ACK));
}

void naive_recalls(Naive *n)
{
    ClauseId by = recall_clause(n);
    if (person_mark(n->r, n->id, n->date, MARK_NO_RECALL, n->corpus->known) !=
        NULL)
        by = NO_CLAUSE;
    for (size_t i = 0; i < n->count; i++) {
        const Told *t = &n->told[i];
        if (naive_here(n, t, FACT_RECALL)) say_recall(n, t, by);
    }
}
