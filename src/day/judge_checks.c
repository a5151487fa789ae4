/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/words.h"
#include "day/duty_clause.h"
#include "day/judge.h"

/* Check-ins behind the first: docs/day.md, section 4.1. */

static bool is_check(const Entry *e)
{
    FactKind kind = e->fact->kind;
    return !e->struck && (kind == FACT_CHECK_IN || kind == FACT_CHECK_OUT);
}

/* The first between two minutes, both in; or NULL. */
static const Entry *check_within(const Judge *j, int from, int to)
{
    const Entry *first = NULL;
    for (uint32_t i = 0; i < j->thread.count; i++) {
        const Entry *e = &j->thread.entries[i];
        if (is_check(e) && e->minute >= from && e->minute <= to &&
            (first == NULL || e->minute < first->minute))
            first = e;
    }
    return first;
}

static int32_t checks_of(const Judge *j)
{
    int32_t count = 0;
    for (uint32_t i = 0; i < j->thread.count; i++)
        count += is_check(&j->thread.entries[i]);
    return count;
}

static Outcome not_done(const Judge *j, int from, int to, int over)
{
    if (judge_down(j, from, to)) return OUTCOME_UNKNOWN;
    return judge_before(j, over) ? OUTCOME_PENDING : OUTCOME_NONE;
}

static void say(Judge *j, const Duty *d, Outcome outcome, int32_t count,
                const Entry *e)
{
    Cited cited = {0};
    cite_entry(&cited, e);
    judge_add(j, DUTY_CHECKS, outcome, d->strength, d->by, count, cited);
}

static void judge_window(Judge *j, const Duty *d, int from, int to)
{
    const Entry *e = check_within(j, from, to);
    say(j, d, e != NULL ? OUTCOME_KEPT : not_done(j, from, to, to), 0, e);
}

static void judge_times(Judge *j, const Duty *d, int32_t times)
{
    const Expected *e = j->expected;
    int32_t count = checks_of(j);
    Outcome outcome = count >= times
                          ? OUTCOME_KEPT
                          : not_done(j, e->begins, e->ends, DAY_MINUTES);
    say(j, d, outcome, count, NULL);
}

void judge_checks(Judge *j)
{
    const Duty *d = judge_first_owed(j, DUTY_PRESENT, PART_OWED);
    if (d == NULL) return;
    const Sentence *s = corpus_clause(j->sheet->corpus, d->by)->sentence;
    const Tail *clock = duty_tail(s, TAIL_CLOCK);
    const Tail *times = duty_tail(s, TAIL_TIMES);
    for (uint32_t i = 1; clock != NULL && i < clock->clock_count; i++) {
        const int16_t *at = &clock->clock[(size_t)2 * i];
        if (at[1] >= 0) judge_window(j, d, at[0], at[1]);
    }
    if (times != NULL && times->amount.number > 1)
        judge_times(j, d, times->amount.number);
}
