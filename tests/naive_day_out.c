/* SPDX-License-Identifier: Apache-2.0 */
/*
 * naive_day_out.c - docs/day.md, sections 4.6 and 4.7.
 */
#include "naive_day_parts.h"

enum { MIDNIGHT = 1440 };

/* ---- exits ------------------------------------------------------------------
 */

static bool tail_has(const Tail *tail, Str part)
{
    for (uint32_t i = 0; tail != NULL && i < tail->word_count; i++) {
        if (str_find(tail->words[i], part, 0) != SIZE_MAX) return true;
    }
    return false;
}

static bool is_excepted(const Naive *n, ClauseId id, Str purpose)
{
    const Tail *named = naive_tail(n, id, TAIL_EXCEPT_FOR);
    const Tail *open = naive_tail(n, id, TAIL_OPEN_LIST);
    bool all = open != NULL || (named != NULL && named->open) ||
               tail_has(named, STR("mendesak"));
    if (str_is(purpose, STR("lain"))) return false;
    return all || tail_has(named, purpose);
}

bool naive_exit_allowed(const Naive *n, const Told *leave, ClauseId clause,
                        const Told **by)
{
    *by = NULL;
    if (is_excepted(n, clause, leave->word)) return true;
    *by = naive_last_about(n, leave, FACT_DECISION);
    return *by != NULL && str_is((*by)->word, STR("setuju"));
}

void naive_exit_span(const Naive *n, const Told *leave, int *from, int *to)
{
    const Fact *f = leave->fact;
    const Told *back = naive_first_about(n, leave, FACT_FINISHED);
    Instant asked = fact_when(f);
    int days = zone_day(n->view->zone, asked).days - n->date.days;
    int minute = days * MIDNIGHT + zone_minute(n->view->zone, asked);
    *from = f->from >= 0 ? f->from : naive_minute(n, leave);
    if (*from < minute) *from = minute;
    if (f->to >= 0)
        *to = f->to;
    else
        *to = back != NULL ? naive_minute(n, back) : MIDNIGHT;
}

static void say_exit(Naive *n, ClauseId id, const Told *leave)
{
    const Told *by = NULL;
    bool allowed = naive_exit_allowed(n, leave, id, &by);
    Outcome outcome = allowed      ? OUTCOME_ALLOWED
                      : by != NULL ? OUTCOME_REFUSED
                                   : OUTCOME_PENDING;
    Finding *f = naive_say_of(n, DUTY_STAY, outcome, id);
    naive_cite(f, leave);
    naive_cite(f, by);
    int end = leave->fact->to;
    if (end >= 0 && !naive_is_before(n, end) &&
        naive_first_about(n, leave, FACT_FINISHED) == NULL)
        naive_cite(naive_say_of(n, DUTY_STAY, OUTCOME_NOT_BACK, id), leave);
}

/* ---- seen outside
 * ------------------------------------------------------------ */

static const Told *exit_around(const Naive *n, ClauseId id, int minute)
{
    for (size_t i = 0; i < n->count; i++) {
        const Told *t = &n->told[i], *by = NULL;
        int from = 0, to = 0;
        if (!naive_here(n, t, FACT_EXIT) || !naive_exit_allowed(n, t, id, &by))
            continue;
        naive_exit_span(n, t, &from, &to);
        if (minute >= from && minute <= to) return t;
    }
    return NULL;
}

static const Told *first_here(const Naive *n, FactKind kind, bool approved)
{
    for (size_t i = 0; i < n->count; i++) {
        const Told *t = &n->told[i];
        if (naive_here(n, t, kind) && (!approved || naive_approved(n, t)))
            return t;
    }
    return NULL;
}

static void say_outside(Naive *n, ClauseId id, const Told *seen)
{
    const Told *leave = exit_around(n, id, naive_minute(n, seen));
    if (leave == NULL) leave = first_here(n, FACT_RECALL, false);
    if (leave == NULL) leave = first_here(n, FACT_VISIT, true);
    Finding *f = naive_say_of(
        n, DUTY_STAY, leave != NULL ? OUTCOME_WITH_LEAVE : OUTCOME_OUTSIDE, id);
    naive_cite(f, seen);
    naive_cite(f, leave);
}

void naive_stay(Naive *n)
{
    uint32_t count = 0;
    const ClauseId *all = law_clauses(n->view->day, &count);
    bool home = n->letter == PLACED_HOME || n->letter == PLACED_CLOSED;
    for (uint32_t c = 0; home && c < count; c++) {
        if (!naive_bans(n, all[c], VERB_STAY) || !naive_owed(n, all[c]))
            continue;
        for (size_t i = 0; i < n->count; i++) {
            const Told *t = &n->told[i];
            if (naive_here(n, t, FACT_EXIT)) say_exit(n, all[c], t);
            if (naive_here(n, t, FACT_OUTSIDE) && str_is(t->word, STR("rumah")))
                say_outside(n, all[c], t);
        }
    }
}

/* ---- travel
 * ------------------------------------------------------------------ */

static void say_away(Naive *n, ClauseId id, const Told *seen)
{
    const Told *leave = first_here(n, FACT_TRAVEL, true);
    if (leave == NULL) leave = first_here(n, FACT_TRIP, true);
    Finding *f =
        naive_say_of(n, DUTY_TRAVEL,
                     leave != NULL ? OUTCOME_WITH_LEAVE : OUTCOME_OUTSIDE, id);
    naive_cite(f, seen);
    naive_cite(f, leave);
}

static void say_permit(Naive *n, ClauseId id, const Told *permit)
{
    const Told *by = naive_last_about(n, permit, FACT_DECISION);
    if (by != NULL && str_is(by->word, STR("setuju"))) return;
    Finding *f = naive_say_of(
        n, DUTY_TRAVEL, by == NULL ? OUTCOME_PENDING : OUTCOME_REFUSED, id);
    naive_cite(f, permit);
    naive_cite(f, by);
}

void naive_travel(Naive *n)
{
    uint32_t count = 0;
    const ClauseId *all = law_clauses(n->view->day, &count);
    for (uint32_t c = 0; c < count; c++) {
        if (!naive_bans(n, all[c], VERB_TRAVEL) || !naive_owed(n, all[c]))
            continue;
        for (size_t i = 0; i < n->count; i++) {
            const Told *t = &n->told[i];
            if (naive_here(n, t, FACT_TRAVEL)) say_permit(n, all[c], t);
            if (naive_here(n, t, FACT_OUTSIDE) &&
                str_is(t->word, STR("daerah")))
                say_away(n, all[c], t);
        }
    }
}
