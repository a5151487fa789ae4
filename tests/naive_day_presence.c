/* SPDX-License-Identifier: Apache-2.0 */
/*
 * naive_day_presence.c - docs/day.md, section 4.1.
 */
#include "naive_day_parts.h"

enum { MIDNIGHT = 1440, HOUR = 60 };

/* ---- check-ins ---------------------------------------------------------- */

static char place_of(const Told *check_in)
{
    if (str_is(check_in->word, STR("kantor"))) return 'K';
    if (str_is(check_in->word, STR("rumah"))) return 'R';
    if (str_is(check_in->word, STR("lapangan"))) return 'L';
    return str_is(check_in->word, STR("dinas")) ? 'D' : '?';
}

static bool is_at_home(const Naive *n)
{
    return n->letter == PLACED_HOME || n->letter == PLACED_CLOSED;
}

static bool is_wanted(const Naive *n, char place)
{
    if (is_at_home(n)) return place == 'R';
    return place == 'K' || (n->letter == PLACED_FIELD && place == 'L');
}

typedef enum { ANY_PLACE, WANTED, OTHER } Which;

static const Told *first_check_in(const Naive *n, Which which)
{
    const Told *first = NULL;
    for (size_t i = 0; i < n->count; i++) {
        const Told *t = &n->told[i];
        if (!naive_here(n, t, FACT_CHECK_IN)) continue;
        if (which != ANY_PLACE &&
            is_wanted(n, place_of(t)) != (which == WANTED))
            continue;
        if (first == NULL || naive_before(t, first)) first = t;
    }
    return first;
}

/* The first clause "presensi ..." that is owed, or NO_CLAUSE. */
static ClauseId presence_clause(const Naive *n)
{
    uint32_t count = 0;
    const ClauseId *all = law_clauses(n->view->day, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (naive_bids(n, all[i], VERB_CHECK_IN) && naive_owed(n, all[i]))
            return all[i];
    }
    return NO_CLAUSE;
}

/* The hour of the first recall that says one; -1. */
static int hour_of_recall(const Naive *n)
{
    for (size_t i = 0; i < n->count; i++) {
        const Told *t = &n->told[i];
        if (naive_here(n, t, FACT_RECALL) && t->fact->from >= 0)
            return t->fact->from;
    }
    return -1;
}

static int presence_due(const Naive *n, const Cell *cell, ClauseId clause)
{
    int due = cell->called ? hour_of_recall(n) : -1;
    if (due < 0 && n->in_shift && n->letter == PLACED_OFFICE)
        return n->hours.begins;
    if (due < 0 && clause.index != NO_INDEX)
        due = naive_clock_end(naive_tail(n, clause, TAIL_CLOCK));
    return due >= 0 ? due : n->hours.begins;
}

/* An approved visit or meeting in person, or an arrival on a recall. */
static const Told *leave_for_office(const Naive *n)
{
    static const FactKind kinds[] = {FACT_VISIT, FACT_MEETING, FACT_ARRIVAL};
    for (size_t k = 0; k < COUNT(kinds); k++) {
        for (size_t i = 0; i < n->count; i++) {
            const Told *t = &n->told[i];
            if (!naive_here(n, t, kinds[k])) continue;
            bool in_person =
                kinds[k] == FACT_VISIT || str_is(t->word, STR("tatap muka"));
            if (kinds[k] == FACT_ARRIVAL ? naive_arrives(n, t)
                                         : in_person && naive_approved(n, t))
                return t;
        }
    }
    return NULL;
}

static bool is_typed(const Fact *fact)
{
    static const bool typed[] = {
#define X(name, word, english, is) [CHANNEL_##name] = (is),
        CHANNELS(X)
#undef X
    };
    bool passed_on =
        fact->channel == CHANNEL_WHATSAPP && !str_is(fact->actor, fact->person);
    return typed[fact->channel] || passed_on;
}

/* The last report, or the first message, that nobody typed for them. */
static const Told *untyped(const Naive *n, FactKind kind)
{
    const Told *found = NULL;
    for (size_t i = 0; i < n->count; i++) {
        const Told *t = &n->told[i];
        if (!naive_here(n, t, kind) || is_typed(t->fact)) continue;
        bool last = kind == FACT_REPORT;
        if (found == NULL || naive_before(found, t) == last) found = t;
    }
    return found;
}

/* The answer to the first call that has one. */
static const Told *answer_to_a_call(const Naive *n)
{
    for (size_t i = 0; i < n->count; i++) {
        const Told *call = &n->told[i];
        const Told *answer = naive_here(n, call, FACT_CONTACT)
                                 ? naive_answer_about(n, call)
                                 : NULL;
        if (answer != NULL) return answer;
    }
    return NULL;
}

static const Told *sign(const Naive *n)
{
    const Told *found = untyped(n, FACT_REPORT);
    if (found == NULL) found = untyped(n, FACT_MESSAGE);
    return found != NULL ? found : answer_to_a_call(n);
}

static void say_wanted(Naive *n, const Cell *cell, ClauseId clause,
                       const Told *check_in)
{
    int due = presence_due(n, cell, clause);
    int t = naive_minute(n, check_in);
    bool due_at_all = !is_at_home(n) || clause.index != NO_INDEX;
    bool late = due_at_all && t > due;
    bool down = late && naive_down(n, due - HOUR, due);
    Outcome outcome = down   ? OUTCOME_UNKNOWN
                      : late ? OUTCOME_LATE
                             : OUTCOME_PRESENT;
    Finding *f = naive_say(n, DUTY_PRESENT, outcome, cell->by, cell->strength);
    f->minutes = outcome == OUTCOME_LATE ? t - due : 0;
    naive_cite(f, check_in);
}

/* Does "boleh datang ke kantor" hang on somebody or something? */
static bool is_bounded(const Sentence *s)
{
    for (uint32_t i = 0; i < s->tail_count; i++) {
        TailKind kind = s->tails[i].kind;
        if (kind == TAIL_PERMITTED_BY || kind == TAIL_APPROVED_BY ||
            kind == TAIL_FOR || kind == TAIL_CLOCK || kind == TAIL_IF)
            return true;
    }
    return false;
}

/* The first clause that lets those at home come so. */
static ClauseId lets_come(const Naive *n, bool bounded)
{
    uint32_t count = 0;
    const ClauseId *all = law_clauses(n->view->day, &count);
    for (uint32_t i = 0; i < count; i++) {
        const Clause *clause = corpus_clause(n->corpus, all[i]);
        if (clause->strength == STRENGTH_MAY &&
            naive_bids(n, all[i], VERB_VISIT) && naive_owed(n, all[i]) &&
            is_bounded(clause->sentence) == bounded)
            return all[i];
    }
    return NO_CLAUSE;
}

static void say_elsewhere(Naive *n, const Cell *cell, const Told *check_in)
{
    char place = place_of(check_in);
    bool asks = is_at_home(n) && place == 'K';
    const Told *leave = asks ? leave_for_office(n) : NULL;
    bool visits = leave != NULL && leave->fact->kind == FACT_VISIT;
    ClauseId by = NO_CLAUSE;
    if (asks && (leave == NULL || visits)) by = lets_come(n, visits);
    bool with_leave = place == 'D' || leave != NULL || by.index != NO_INDEX;
    Finding *f = naive_say(
        n, DUTY_PRESENT, with_leave ? OUTCOME_WITH_LEAVE : OUTCOME_ELSEWHERE,
        by.index != NO_INDEX ? by : cell->by, cell->strength);
    naive_cite(f, check_in);
    naive_cite(f, leave);
}

static void say_nowhere(Naive *n, const Cell *cell, ClauseId clause)
{
    bool home = is_at_home(n);
    const Told *shown = home ? sign(n) : NULL;
    int due = presence_due(n, cell, clause);
    Outcome outcome = OUTCOME_ABSENT;
    if (shown != NULL)
        outcome = OUTCOME_PRESENT;
    else if (home && clause.index == NO_INDEX)
        outcome = OUTCOME_NO_SIGN;
    else if (naive_down(n, due - HOUR, due))
        outcome = OUTCOME_UNKNOWN;
    else if (naive_is_before(n, MIDNIGHT))
        outcome = OUTCOME_PENDING;
    naive_cite(naive_say(n, DUTY_PRESENT, outcome, cell->by, cell->strength),
               shown);
}

static bool is_book(const Naive *n, ClauseId id)
{
    const Sentence *s = corpus_clause(n->corpus, id)->sentence;
    return s->pred == PRED_STATE && s->verb == STATE_ENTERED &&
           naive_names(s->who, THING_PRESENCE) && naive_reached(n, id);
}

/* Presence is noted in a book, but came by another channel. */
static void say_book(Naive *n, const Told *check_in)
{
    uint32_t count = 0;
    const ClauseId *all = law_clauses(n->view->day, &count);
    Channel by = check_in->fact->channel;
    if (by == CHANNEL_CLERK || by == CHANNEL_PAPER) return;
    for (uint32_t i = 0; i < count; i++) {
        if (is_book(n, all[i]))
            naive_cite(naive_say(n, DUTY_PRESENT, OUTCOME_OTHER_CHANNEL, all[i],
                                 STRENGTH_MUST),
                       check_in);
    }
}

void naive_presence(Naive *n, const Cell *cell)
{
    ClauseId clause = presence_clause(n);
    const Told *wanted = first_check_in(n, WANTED);
    const Told *other = first_check_in(n, OTHER);
    const Told *counted = wanted != NULL ? wanted : other;
    if (wanted != NULL)
        say_wanted(n, cell, clause, wanted);
    else if (other != NULL)
        say_elsewhere(n, cell, other);
    else
        say_nowhere(n, cell, clause);
    if (counted != NULL) n->out->where = place_of(counted);
    if (wanted != NULL) say_book(n, wanted);
    if (cell->deviation != NULL)
        naive_cite(naive_say(n, DUTY_PRESENT, OUTCOME_DEVIATION, cell->by,
                             STRENGTH_MAY),
                   cell->deviation);
}

/* ---- further check-ins ------------------------------------------------------
 */

/* Of those from a minute to another: how many, and the first; -1: all. */
static int32_t count_checks(const Naive *n, int from, int to,
                            const Told **first)
{
    int32_t count = 0;
    *first = NULL;
    for (size_t i = 0; i < n->count; i++) {
        const Told *t = &n->told[i];
        int minute = naive_minute(n, t);
        if ((!naive_here(n, t, FACT_CHECK_IN) &&
             !naive_here(n, t, FACT_CHECK_OUT)) ||
            (from >= 0 && (minute < from || minute > to)))
            continue;
        count++;
        if (*first == NULL || naive_before(t, *first)) *first = t;
    }
    return count;
}

static Outcome unchecked(const Naive *n, int from, int to, int over)
{
    if (naive_down(n, from, to)) return OUTCOME_UNKNOWN;
    return naive_is_before(n, over) ? OUTCOME_PENDING : OUTCOME_NONE;
}

static void check_windows(Naive *n, ClauseId id, const Tail *clock)
{
    const Told *first = NULL;
    for (uint32_t i = 1; clock != NULL && i < clock->clock_count; i++) {
        const int16_t *at = &clock->clock[(size_t)2 * i];
        int from = at[0], to = at[1];
        if (to < 0) continue;
        bool done = count_checks(n, from, to, &first) > 0;
        naive_cite(
            naive_say_of(n, DUTY_CHECKS,
                         done ? OUTCOME_KEPT : unchecked(n, from, to, to), id),
            first);
    }
}

void naive_checks(Naive *n)
{
    ClauseId id = presence_clause(n);
    if (id.index == NO_INDEX) return;
    const Tail *times = naive_tail(n, id, TAIL_TIMES);
    const Told *first = NULL;
    check_windows(n, id, naive_tail(n, id, TAIL_CLOCK));
    if (times == NULL || times->amount.number < 2) return;
    int32_t count = count_checks(n, -1, 0, &first);
    Outcome outcome = OUTCOME_KEPT;
    if (count < times->amount.number)
        outcome = unchecked(n, n->hours.begins, naive_day_ends(n), MIDNIGHT);
    naive_say_of(n, DUTY_CHECKS, outcome, id)->minutes = count;
}

char naive_place(const Naive *n)
{
    const Told *seen = first_check_in(n, ANY_PLACE);
    return (char)(seen != NULL ? place_of(seen) : '?');
}
