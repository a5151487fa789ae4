/* SPDX-License-Identifier: Apache-2.0 */
#include "day/judge.h"

/* Calls and recalls: docs/day.md, sections 4.4 and 4.5. */

static Str code_of(const Judge *j)
{
    return j->sheet->corpus->r->people[j->person.index].code;
}

static bool by_themself(const Judge *j, const Entry *e)
{
    return str_is(e->fact->actor, code_of(j));
}

/* ---- which clause ------------------------------------------------------- */

static bool covers(const Judge *j, const Duty *d, int minute)
{
    bool office = d->from == UNSAID;
    int from = office ? j->expected->begins : d->from;
    int to = office ? j->expected->ends : d->to;
    return minute >= from && minute <= to;
}

static bool is_must(const Duty *d)
{
    return d->strength == STRENGTH_MUST;
}

/* Who is to answer within a time is to be reached while at work. */
static const Duty *clause_to_answer(const Judge *j, int minute)
{
    if (minute < j->expected->begins || minute > j->expected->ends) return NULL;
    return judge_first_owed(j, DUTY_REACH, PART_WITHIN);
}

/* The strongest clause that covers the minute, of several the first. */
static const Duty *clause_at(const Judge *j, int minute)
{
    const Duty *d, *best = NULL;
    for (uint32_t at = 0; (d = judge_owed(j, DUTY_REACH, PART_OWED, &at));) {
        if (covers(j, d, minute) &&
            (best == NULL || (is_must(d) && !is_must(best))))
            best = d;
    }
    return best != NULL ? best : clause_to_answer(j, minute);
}

int judge_within(const Judge *j)
{
    const Duty *d = judge_first_owed(j, DUTY_REACH, PART_WITHIN);
    return d != NULL ? d->within : j->sheet->hours.answer_within;
}

/* ---- minutes that count ------------------------------------------------- */

static bool in_allowed_exit(const Judge *j, int minute)
{
    const Entry *e;
    for (uint32_t at = 0; (e = judge_entry(j, FACT_EXIT, &at)) != NULL;) {
        JudgeExit exit = judge_exit(j, e);
        if (exit.allowed && minute >= exit.from && minute < exit.to)
            return true;
    }
    return false;
}

static int counted(const Judge *j, int from, int to)
{
    int minutes = 0;
    for (int m = from; m < to; m++) {
        if (!in_allowed_exit(j, m) && !judge_down(j, m, m)) minutes++;
    }
    return minutes;
}

/* ---- answers ------------------------------------------------------------ */

static bool comes_after(const Entry *e, const Entry *call)
{
    if (e->minute != call->minute) return e->minute > call->minute;
    return e > call;
}

static bool may_answer(const Judge *j, const Entry *call, const Entry *e)
{
    FactKind kind = e->fact->kind;
    return comes_after(e, call) && !e->struck && by_themself(j, e) &&
           (kind == FACT_CONTACT || kind == FACT_REPORT ||
            kind == FACT_MESSAGE);
}

/* The first sign of life of the person, if within the time; or NULL. */
static const Entry *other_answer(const Judge *j, const Entry *call, int within)
{
    const Entry *first = NULL;
    for (uint32_t i = 0; i < j->thread.count; i++) {
        const Entry *e = &j->thread.entries[i];
        if (may_answer(j, call, e) &&
            (first == NULL || e->minute < first->minute))
            first = e;
    }
    bool in_time =
        first != NULL && counted(j, call->minute, first->minute) <= within;
    return in_time ? first : NULL;
}

static Outcome unanswered(const Judge *j, const Entry *call, int within)
{
    if (judge_down(j, call->minute, call->minute)) return OUTCOME_UNKNOWN;
    return counted(j, call->minute, judge_now(j)) <= within
               ? OUTCOME_PENDING
               : OUTCOME_UNREACHABLE;
}

static void judge_one_call(Judge *j, const Entry *call, const Duty *d)
{
    int within = judge_within(j), minutes = 0;
    const Entry *answer = judge_answer(j, call->fact->id);
    if (answer == NULL) answer = other_answer(j, call, within);
    Outcome outcome;
    if (answer == NULL) {
        outcome = unanswered(j, call, within);
    } else {
        minutes = counted(j, call->minute, answer->minute);
        outcome = minutes <= within ? OUTCOME_ANSWERED : OUTCOME_ANSWERED_LATE;
    }
    Cited cited = {0};
    cite_entry(&cited, call);
    cite_entry(&cited, answer);
    judge_add(j, DUTY_REACH, outcome, d->strength, d->by, minutes, cited);
}

void judge_reach(Judge *j)
{
    const Entry *call;
    for (uint32_t at = 0; (call = judge_entry(j, FACT_CONTACT, &at));) {
        const Duty *d =
            by_themself(j, call) ? NULL : clause_at(j, call->minute);
        if (d != NULL) judge_one_call(j, call, d);
    }
}

/* ---- recalls ------------------------------------------------------------ */

/* "yang dipanggil wajib hadir", else the clause that lets them be called. */
static const Duty *recall_clause(const Judge *j)
{
    const Duty *d, *first = NULL;
    for (uint32_t at = 0; (d = judge_owed(j, DUTY_RECALL, PART_OWED, &at));) {
        if (d->called) return d;
        if (first == NULL) first = d;
    }
    return first;
}

/* Does a recall of that id stand in the thread? */
static bool is_recall(const Judge *j, FactId id)
{
    const Entry *e;
    for (uint32_t at = 0; (e = judge_entry(j, FACT_RECALL, &at)) != NULL;) {
        if (fact_id_is(e->fact->id, id)) return true;
    }
    return false;
}

const Entry *judge_arrival(const Judge *j, FactId recall)
{
    const Entry *e;
    for (uint32_t at = 0; (e = judge_entry(j, FACT_ARRIVAL, &at)) != NULL;) {
        bool fits = fact_id_none(recall) ? is_recall(j, e->fact->about)
                                         : fact_id_is(e->fact->about, recall);
        if (fits && date_is(e->fact->day, j->sheet->day)) return e;
    }
    return NULL;
}

static Outcome not_come(const Judge *j, int due)
{
    if (judge_down(j, due - HOUR, due)) return OUTCOME_UNKNOWN;
    return judge_before(j, DAY_MINUTES) ? OUTCOME_PENDING : OUTCOME_NOT_OBEYED;
}

/* Whom our outage kept from saying that they are there is not late. */
static Outcome come_late(const Judge *j, int due)
{
    return judge_down(j, due - HOUR, due) ? OUTCOME_UNKNOWN
                                          : OUTCOME_OBEYED_LATE;
}

static void judge_one_recall(Judge *j, const Entry *recall)
{
    const Duty *d = j->expected->spared ? NULL : recall_clause(j);
    int due =
        recall->fact->from >= 0 ? recall->fact->from : j->expected->begins;
    const Entry *arrival = judge_arrival(j, recall->fact->id);
    if (arrival == NULL) arrival = judge_check_in(j, "kantor");
    int late =
        arrival != NULL && arrival->minute > due ? arrival->minute - due : 0;
    Outcome outcome = arrival == NULL ? not_come(j, due)
                      : late > 0      ? come_late(j, due)
                                      : OUTCOME_OBEYED;
    Cited cited = {0};
    cite_entry(&cited, recall);
    cite_entry(&cited, arrival);
    if (outcome == OUTCOME_NOT_OBEYED)
        cite_entry(&cited,
                   judge_about_last(j, FACT_RECALL_ACK, recall->fact->id));
    judge_add(j, DUTY_RECALL, outcome, d != NULL ? STRENGTH_MUST : STRENGTH_MAY,
              d != NULL ? d->by : NO_CLAUSE,
              outcome == OUTCOME_OBEYED_LATE ? late : 0, cited);
}

void judge_recall(Judge *j)
{
    const Entry *recall;
    for (uint32_t at = 0; (recall = judge_entry(j, FACT_RECALL, &at));)
        judge_one_recall(j, recall);
}
