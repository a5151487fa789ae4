/* SPDX-License-Identifier: Apache-2.0 */
#include "day/judge.h"

/* Staying at home, travel: docs/day.md, sections 4.6 and 4.7. */

/* ---- exits -------------------------------------------------------------- */

static uint8_t purpose_of(const Entry *e)
{
    if (entry_says(e, "kesehatan")) return PURPOSE_HEALTH;
    if (entry_says(e, "keselamatan")) return PURPOSE_SAFETY;
    return entry_says(e, "pangan") ? PURPOSE_FOOD : 0;
}

static uint8_t purposes_owed(const Judge *j)
{
    const Duty *d;
    uint8_t purposes = 0;
    for (uint32_t at = 0; (d = judge_owed(j, DUTY_STAY, PART_OWED, &at));)
        purposes |= d->purposes;
    return purposes;
}

/* A permit does not reach back to before it was asked, whatever it says and
 * whatever a correction makes of its minute. */
static int begin_of(const Entry *e)
{
    int said = e->fact->from >= 0 ? e->fact->from : e->minute;
    int asked = fact_minute(e->fact);
    return said > asked ? said : asked;
}

JudgeExit judge_exit(const Judge *j, const Entry *e)
{
    const Fact *f = e->fact;
    const Entry *back = judge_about_first(j, FACT_FINISHED, f->id);
    JudgeExit exit = {
        .from = begin_of(e),
        .to = f->to >= 0     ? f->to
              : back != NULL ? back->minute
                             : DAY_MINUTES,
        .by_purpose = (purposes_owed(j) & purpose_of(e)) != 0,
        .over = f->to >= 0 && !judge_before(j, f->to) && back == NULL,
    };
    exit.allowed = exit.by_purpose || judge_approved(j, f->id);
    return exit;
}

static void say(Judge *j, const Duty *d, Outcome outcome, const Entry *first,
                const Entry *second)
{
    Cited cited = {0};
    cite_entry(&cited, first);
    cite_entry(&cited, second);
    judge_add(j, d->kind, outcome, d->strength, d->by, 0, cited);
}

static Outcome decided(const Entry *decision)
{
    if (decision == NULL) return OUTCOME_PENDING;
    return entry_says(decision, "setuju") ? OUTCOME_ALLOWED : OUTCOME_REFUSED;
}

static void judge_exit_of(Judge *j, const Duty *d, const Entry *e)
{
    JudgeExit exit = judge_exit(j, e);
    const Entry *decision = judge_about_last(j, FACT_DECISION, e->fact->id);
    if ((d->purposes & purpose_of(e)) != 0)
        say(j, d, OUTCOME_ALLOWED, e, NULL);
    else
        say(j, d, decided(decision), e, decision);
    if (exit.over) say(j, d, OUTCOME_NOT_BACK, e, NULL);
}

/* ---- seen outside ------------------------------------------------------- */

static const Entry *exit_around(const Judge *j, int minute)
{
    const Entry *e;
    for (uint32_t at = 0; (e = judge_entry(j, FACT_EXIT, &at)) != NULL;) {
        JudgeExit exit = judge_exit(j, e);
        if (exit.allowed && minute >= exit.from && minute <= exit.to) return e;
    }
    return NULL;
}

static const Entry *approved(const Judge *j, FactKind kind)
{
    const Entry *e;
    for (uint32_t at = 0; (e = judge_entry(j, kind, &at)) != NULL;) {
        if (judge_approved(j, e->fact->id)) return e;
    }
    return NULL;
}

static void judge_seen(Judge *j, const Duty *d, const Entry *seen)
{
    const Entry *leave = exit_around(j, seen->minute);
    if (leave == NULL) leave = judge_first(j, FACT_RECALL);
    if (leave == NULL) leave = approved(j, FACT_VISIT);
    say(j, d, leave != NULL ? OUTCOME_WITH_LEAVE : OUTCOME_OUTSIDE, seen,
        leave);
}

static void judge_stay_by(Judge *j, const Duty *d)
{
    for (uint32_t i = 0; i < j->thread.count; i++) {
        const Entry *e = &j->thread.entries[i];
        if (e->struck) continue;
        if (e->fact->kind == FACT_EXIT) judge_exit_of(j, d, e);
        if (e->fact->kind == FACT_OUTSIDE && entry_says(e, "rumah"))
            judge_seen(j, d, e);
    }
}

void judge_stay(Judge *j)
{
    const Duty *d;
    if (j->letter != PLACED_HOME && j->letter != PLACED_CLOSED) return;
    for (uint32_t at = 0; (d = judge_owed(j, DUTY_STAY, PART_OWED, &at));)
        judge_stay_by(j, d);
}

/* ---- travel ------------------------------------------------------------- */

static void judge_seen_away(Judge *j, const Duty *d, const Entry *seen)
{
    const Entry *leave = approved(j, FACT_TRAVEL);
    if (leave == NULL) leave = approved(j, FACT_TRIP);
    say(j, d, leave != NULL ? OUTCOME_WITH_LEAVE : OUTCOME_OUTSIDE, seen,
        leave);
}

static void judge_asked_away(Judge *j, const Duty *d, const Entry *e)
{
    const Entry *decision = judge_about_last(j, FACT_DECISION, e->fact->id);
    Outcome outcome = decided(decision);
    if (outcome != OUTCOME_ALLOWED) say(j, d, outcome, e, decision);
}

void judge_travel(Judge *j)
{
    const Duty *d;
    for (uint32_t at = 0; (d = judge_owed(j, DUTY_TRAVEL, PART_OWED, &at));) {
        for (uint32_t i = 0; i < j->thread.count; i++) {
            const Entry *e = &j->thread.entries[i];
            if (e->struck) continue;
            if (e->fact->kind == FACT_TRAVEL) judge_asked_away(j, d, e);
            if (e->fact->kind == FACT_OUTSIDE && entry_says(e, "daerah"))
                judge_seen_away(j, d, e);
        }
    }
}
