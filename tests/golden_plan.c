/* SPDX-License-Identifier: Apache-2.0 */
#include "golden.h"

/*
 * Rows about whole plans: counters on a day, working days, plans compared or
 * refused.
 */

/* ---- counters
 * ---------------------------------------------------------------- */

/* Officers whom the roster sends to the counters of the unit that day. */
static uint32_t duties(const RosterMade *made, const Register *r, UnitId unit,
                       uint32_t day)
{
    const Problem *p = &made->demand.problem;
    uint32_t at = made->demand.problem_day[day];
    uint32_t count = 0;
    for (size_t i = 0; i < made->answer.duty_count; i++) {
        const PostDuty *duty = &made->answer.duties[i];
        CounterId counter = p->posts[duty->post].counter;
        count += duty->day == at &&
                 unit_is_under(r, r->counters[counter.index].unit, unit);
    }
    return at == NO_INDEX ? 0 : count;
}

static bool is_short(const RosterMade *made, const Register *r, UnitId unit,
                     Date day)
{
    for (uint32_t i = 0; i < made->demand.shortage_count; i++) {
        const Shortage *s = &made->demand.shortages[i];
        if (date_is(s->day, day) && unit_is_under(r, s->unit, unit))
            return true;
    }
    return false;
}

/* "tutup": nobody serves and nobody is missed.  "petugas 3": so many, by the
 * roster, and none is missed. */
void golden_counter(GoldenWorld *world, const GoldenRow *row, Str rest)
{
    GoldenWhen when = golden_when(row->when);
    const Register *r = &golden_office(world)->r;
    Str said = {"", 0};
    Str result = row->result;
    RosterMade *made = golden_roster(world, when.known, &said);
    UnitId unit = golden_unit(r, rest);
    if (made == NULL || unit.index == NO_INDEX) {
        golden_fail(row, "no plan or no unit '%.*s': %.*s", STR_ARG(rest),
                    STR_ARG(said));
        return;
    }
    int64_t want = str_is(result, STR("tutup"))      ? 0
                   : golden_take(&result, "petugas") ? golden_number(result)
                                                     : -1;
    for (Date day = when.window.first; !date_before(when.window.last, day);
         day = date_plus(day, 1)) {
        uint32_t at = plan_day(&made->demand.plan, day);
        uint32_t got = at == NO_INDEX ? NO_INDEX : duties(made, r, unit, at);
        if (got != want || is_short(made, r, unit, day))
            golden_fail(row, "%u officers serve there%s", got,
                        is_short(made, r, unit, day) ? ", and some miss" : "");
    }
}

/* ---- working days
 * ---------------------------------------------------------------- */

/* "hari kerja 5 | first..last | 20": of units with that week. */
void golden_days(GoldenWorld *world, const GoldenRow *row, Str rest)
{
    GoldenWhen when = golden_when(row->when);
    int64_t week = golden_number(rest);
    int64_t count = 0;
    if (week < 5 || week > 7 || window_is_empty(when.window)) {
        golden_fail(row, "hari kerja needs a week of 5 to 7 days and a window");
        return;
    }
    for (Date day = when.window.first; !date_before(when.window.last, day);
         day = date_plus(day, 1))
        count += calendar_works(&golden_office(world)->calendar, (uint8_t)week,
                                day, when.known);
    if (count != golden_number(row->result))
        golden_fail(row, "it is %lld working days", (long long)count);
}

/* ---- plans
 * -------------------------------------------------------------------------- */

/* What befell the person is of the day it became known, not of the letters. */
static bool is_befallen(const Plan *plan, uint32_t person, uint32_t day)
{
    size_t cell = (size_t)person * plan->day_count + day;
    Step step = plan->reason[plan->reasons[cell]].step;
    return step == STEP_HEALTH || step == STEP_ABSENCE || step == STEP_RECALL;
}

static uint64_t count_differences(const Plan *a, const Plan *b, Window window)
{
    uint64_t count = 0;
    for (uint32_t d = 0; d < a->day_count; d++) {
        uint32_t at = plan_day(b, a->days[d]);
        if (!window_has(window, a->days[d])) continue;
        for (uint32_t p = 0; p < a->person_count; p++) {
            PersonId person = {p};
            if (at == NO_INDEX) return UINT64_MAX;
            count += plan_cell(a, person, d) != plan_cell(b, person, at) &&
                     !is_befallen(a, p, d) && !is_befallen(b, p, at);
        }
    }
    return count;
}

static bool day_after(Str *text, const char *word, Date *out)
{
    Err err = {0};
    if (!golden_take(text, word) || text->len < 10) return false;
    if (!date_parse(str_slice(*text, 0, 10), out, &err)) return false;
    *text = str_trim(str_slice(*text, 10, text->len));
    return true;
}

/* "sama diketahui D1 dan D2": cell by cell inside the window. */
static void compare_plans(GoldenWorld *world, const GoldenRow *row, Str result)
{
    Window window = golden_when(row->when).window;
    Date first = DATE_NEVER, second = DATE_NEVER;
    Str said = {"", 0};
    if (!day_after(&result, "diketahui", &first) ||
        !day_after(&result, "dan", &second)) {
        golden_fail(row, "hasil is 'sama diketahui DAY dan DAY'");
        return;
    }
    RosterMade *a = golden_roster(world, first, &said);
    RosterMade *b = a == NULL ? NULL : golden_roster(world, second, &said);
    if (b == NULL) {
        golden_fail(row, "no plan: %.*s", STR_ARG(said));
        return;
    }
    const Plan *before = &a->demand.plan, *after = &b->demand.plan;
    uint64_t count = count_differences(before, after, window);
    if (count > 0 || !window_has(before->window, window.first) ||
        !window_has(before->window, window.last))
        golden_fail(row, "%llu cells differ, or the plans are shorter",
                    (unsigned long long)count);
}

/* Every part of the column sebab, in quotes, stands in the sentence. */
static void refuse_plan(GoldenWorld *world, const GoldenRow *row)
{
    Str said = {"", 0};
    Str rest = row->why;
    Str piece = {"", 0};
    if (golden_roster(world, golden_when(row->when).known, &said) != NULL)
        golden_fail(row, "a plan was made");
    while (str_next(&rest, '"', &piece)) {
        piece = str_trim(piece);
        if (piece.len > 0 && str_find(said, piece, 0) == SIZE_MAX)
            golden_fail(row, "'%.*s' is not in: %.*s", STR_ARG(piece),
                        STR_ARG(said));
    }
}

void golden_plans(GoldenWorld *world, const GoldenRow *row, Str rest)
{
    Str result = row->result;
    (void)rest;
    if (golden_take(&result, "sama"))
        compare_plans(world, row, result);
    else if (str_is(result, STR("ditolak")))
        refuse_plan(world, row);
    else
        golden_fail(row, "hasil is 'sama ...' or 'ditolak'");
}
