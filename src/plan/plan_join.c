/* SPDX-License-Identifier: Apache-2.0 */
#include "plan/plan_join.h"

#include "base/vec.h"

#include <string.h>

/* Where each day of the joint plan comes from. */
typedef struct {
    const Plan *plan;
    uint32_t day;    /* of that plan */
    uint32_t offset; /* of its reasons among all */
} From;

typedef struct {
    From *from; /* per day */
    Date *days;
    uint32_t day_count;
    Reason *reasons;
    uint32_t reason_count;
} Joining;

static Joining find_days(Arena *arena, const Plan *const *of, Window window)
{
    size_t most = (size_t)window_days(window);
    Joining j = {.from = NEW(arena, From, most + 1),
                 .days = NEW(arena, Date, most + 1)};
    for (size_t d = 0; d < most; d++) {
        Date date = date_plus(window.first, (int32_t)d);
        uint32_t day = of[d] == NULL ? NO_INDEX : plan_day(of[d], date);
        if (day == NO_INDEX) continue;
        j.from[j.day_count] = (From){of[d], day, 0};
        j.days[j.day_count++] = date;
    }
    return j;
}

/* The one plan that all days are of, or NULL. */
static const Plan *whole_plan(const Joining *j)
{
    for (uint32_t d = 1; d < j->day_count; d++) {
        if (j->from[d].plan != j->from[0].plan) return NULL;
    }
    return j->from[0].plan;
}

/* Of a plan whose reasons are there already, or behind all others. */
static uint32_t offset_of(const Joining *j, uint32_t day)
{
    for (uint32_t d = 0; d < day; d++) {
        if (j->from[d].plan == j->from[day].plan) return j->from[d].offset;
    }
    return j->reason_count;
}

static void join_reasons(Arena *arena, Joining *j)
{
    VEC(Reason) all = {0};
    for (uint32_t d = 0; d < j->day_count; d++) {
        const Plan *plan = j->from[d].plan;
        j->from[d].offset = offset_of(j, d);
        if (j->from[d].offset < j->reason_count) continue;
        for (uint32_t k = 0; k < plan->reason_count; k++)
            VEC_PUSH(arena, &all, plan->reason[k]);
        j->reason_count = (uint32_t)all.count;
    }
    CHECK(j->reason_count <= UINT16_MAX);
    j->reasons = all.at;
}

static const Plan *const *own_plans(Arena *arena, const Joining *j)
{
    const Plan **own = NEW(arena, const Plan *, j->day_count);
    for (uint32_t d = 0; d < j->day_count; d++)
        own[d] = j->from[d].plan;
    return own;
}

static void join_cells(Arena *arena, const Joining *j, Plan *out)
{
    size_t count = (size_t)out->person_count * j->day_count;
    char *cells = NEW(arena, char, count + 1);
    uint16_t *reasons = NEW(arena, uint16_t, count + 1);
    for (size_t at = 0; at < count; at++) {
        From from = j->from[at % j->day_count];
        size_t there = at / j->day_count * from.plan->day_count + from.day;
        cells[at] = from.plan->cells[there];
        reasons[at] = (uint16_t)(from.offset + from.plan->reasons[there]);
    }
    out->cells = cells;
    out->reasons = reasons;
}

bool plan_join(Arena *arena, const Plan *const *of, Window window, Plan *out)
{
    Joining j = find_days(arena, of, window);
    if (j.day_count == 0) return false;
    const Plan *whole = whole_plan(&j);
    const Plan *last = j.from[j.day_count - 1].plan;
    CHECK(last != NULL); /* only days that are held are kept */
    *out = whole != NULL ? *whole : *last;
    if (whole != NULL) return true;
    for (uint32_t d = 0; d < j.day_count; d++)
        CHECK(j.from[d].plan->person_count == out->person_count);
    out->window = (Window){j.days[0], j.days[j.day_count - 1]};
    out->days = j.days;
    out->day_count = j.day_count;
    join_reasons(arena, &j);
    join_cells(arena, &j, out);
    out->reason = j.reasons;
    out->reason_count = j.reason_count;
    out->began = NULL;
    out->began_count = 0;
    out->own = own_plans(arena, &j);
    return true;
}

Plan plan_from(Arena *arena, const Plan *plan, uint32_t first)
{
    CHECK(first < plan->day_count);
    uint32_t days = plan->day_count - first;
    size_t count = (size_t)plan->person_count * days;
    char *cells = NEW(arena, char, count + 1);
    uint16_t *reasons = NEW(arena, uint16_t, count + 1);
    Plan rest = *plan;
    for (uint32_t p = 0; p < plan->person_count; p++) {
        size_t from = (size_t)p * plan->day_count + first;
        size_t to = (size_t)p * days;
        memcpy(cells + to, plan->cells + from, days);
        memcpy(reasons + to, plan->reasons + from, days * sizeof *reasons);
    }
    rest.window.first = plan->days[first];
    rest.days = plan->days + first;
    rest.day_count = days;
    rest.cells = cells;
    rest.reasons = reasons;
    rest.began_count = 0; /* nothing is asked of how days began */
    return rest;
}
