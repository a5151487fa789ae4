/* SPDX-License-Identifier: Apache-2.0 */
#include "app/verify_plan.h"

#include "app/deal_shifts.h"
#include "app/plan_files.h"
#include "app/prove_plan.h"

static const Str words[][2] = {
#define X(name, said_id, said_en) \
    [VERDICT_##name] = {STR_INIT(said_id), STR_INIT(said_en)},
    VERDICTS(X)
#undef X
};

Str verify_plan_words(PlanVerdict verdict, Lang lang)
{
    CHECK((size_t)verdict < COUNT(words));
    return words[verdict][lang];
}

/* May the cell hold this letter where the letters leave it at `should`? */
static bool cell_fits(char has, char should)
{
    if (should != PLACED_OPEN) return has == should;
    return has == PLACED_OFFICE || has == PLACED_HOME;
}

static void compare_cells(VerifiedPlan *v)
{
    const Plan *plan = &v->plan;
    for (uint32_t i = 0; i < plan->person_count; i++) {
        for (uint32_t d = 0; d < plan->day_count; d++) {
            char has = plan_cell(plan, (PersonId){i}, d);
            char should = plan_cell(&v->demand.plan, (PersonId){i}, d);
            if (cell_fits(has, should)) continue;
            if (v->wrong_count < VERIFY_SHOWN)
                v->wrong[v->wrong_count] = (WrongCell){{i}, d, has, should};
            v->wrong_count++;
        }
    }
}

/* The days in the office of each row of the question, as the plan has them. */
static const uint64_t *read_seats(Arena *arena, const VerifiedPlan *v)
{
    const Problem *problem = &v->demand.problem;
    uint64_t *office = NEW(arena, uint64_t, problem->row_count);
    for (uint32_t i = 0; i < problem->row_count; i++) {
        PersonId person = problem->rows[i].person;
        uint64_t open = problem->rows[i].must | problem->rows[i].may;
        for (uint32_t d = 0; d < v->plan.day_count; d++) {
            uint32_t at = v->demand.problem_day[d];
            if (at < PROBLEM_DAYS && (open >> at & 1) != 0 &&
                plan_cell(&v->plan, person, d) == PLACED_OFFICE)
                office[i] |= UINT64_C(1) << at;
        }
    }
    return office;
}

static void sum_up(const Problem *problem, Answer *answer)
{
    answer->presence = 0;
    answer->fairness = 0;
    for (uint32_t i = 0; i < problem->row_count; i++) {
        int64_t seats = __builtin_popcountll(answer->office[i]);
        int64_t all = problem->rows[i].offset + seats;
        answer->presence += seats;
        answer->fairness += all * all;
    }
}

static PlanVerdict judge(Office *office, VerifiedPlan *v)
{
    Err err = {0};
    compare_cells(v);
    if (v->plan.digest != demand_digest(&v->corpus)) return VERDICT_CHANGED;
    if (v->wrong_count > 0) return VERDICT_CELLS;
    v->answer.office = read_seats(office->arena, v);
    sum_up(&v->demand.problem, &v->answer);
    demand_count(&v->demand, &v->plan);
    DealtShifts shifts;
    if (prove_plan(office->arena, &v->demand, &v->answer, &v->plan, &err) &&
        deal_shifts_proved(office->arena, &v->corpus, &v->plan, &shifts, &err))
        return VERDICT_PROVED;
    prove_plan_said(office->arena, &err, v->audit_said);
    return VERDICT_UNPROVED;
}

bool verify_plan(Office *office, const char *path, VerifiedPlan *out, Err *err)
{
    VerifiedPlan made = {0};
    if (!plan_files_read(office, path, &made.plan, &made.answer, err) ||
        !office_law(office, made.plan.known, &made.corpus, err))
        return false;
    *out = made; /* the demand keeps a pointer to its corpus */
    if (!demand_make(office->arena, &out->corpus, out->plan.window,
                     &out->demand, err))
        return false;
    if (out->plan.carried != NULL)
        demand_carry(office->arena, &out->demand, out->plan.carried);
    out->verdict = judge(office, out);
    return true;
}
