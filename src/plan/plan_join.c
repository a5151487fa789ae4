/* SPDX-License-Identifier: Apache-2.0 */
#include "plan/plan_join.h"

#include <string.h>

/* Where each day of the joint plan comes from. */
typedef struct {
    uint32_t part, day;
} From;

typedef struct {
    const Plan *const *parts;
    size_t part_count;
    From *from;       /* per day */
    uint32_t *offset; /* per part: its reasons among all */
    Date *days;
    uint32_t day_count;
} Joining;

static bool find_day(const Joining *j, Date date, From *out)
{
    for (size_t p = j->part_count; p-- > 0;) {
        uint32_t day = plan_day(j->parts[p], date);
        *out = (From){(uint32_t)p, day};
        if (day != NO_INDEX) return true;
    }
    return false;
}

static void find_days(Arena *arena, Joining *j, Window window)
{
    size_t most = (size_t)window_days(window);
    j->from = NEW(arena, From, most + 1);
    j->days = NEW(arena, Date, most + 1);
    for (size_t d = 0; d < most; d++) {
        Date date = date_plus(window.first, (int32_t)d);
        if (!find_day(j, date, &j->from[j->day_count])) continue;
        j->days[j->day_count++] = date;
    }
}

/* The one part that holds all the days, or NULL. */
static const Plan *whole_part(const Joining *j)
{
    for (uint32_t d = 1; d < j->day_count; d++) {
        if (j->from[d].part != j->from[0].part) return NULL;
    }
    return j->parts[j->from[0].part];
}

static void join_reasons(Arena *arena, Joining *j, Plan *out)
{
    uint32_t count = 0;
    j->offset = NEW(arena, uint32_t, j->part_count + 1);
    for (size_t p = 0; p < j->part_count; p++) {
        j->offset[p] = count;
        count += j->parts[p]->reason_count;
    }
    CHECK(count <= UINT16_MAX);
    Reason *all = NEW(arena, Reason, (size_t)count + 1);
    for (size_t p = 0; p < j->part_count; p++) {
        for (uint32_t k = 0; k < j->parts[p]->reason_count; k++)
            all[j->offset[p] + k] = j->parts[p]->reason[k];
    }
    out->reason = all;
    out->reason_count = count;
}

static void join_cells(Arena *arena, const Joining *j, Plan *out)
{
    size_t count = (size_t)out->person_count * j->day_count;
    char *cells = NEW(arena, char, count + 1);
    uint16_t *reasons = NEW(arena, uint16_t, count + 1);
    for (size_t at = 0; at < count; at++) {
        From from = j->from[at % j->day_count];
        const Plan *part = j->parts[from.part];
        size_t there = at / j->day_count * part->day_count + from.day;
        cells[at] = part->cells[there];
        reasons[at] = (uint16_t)(j->offset[from.part] + part->reasons[there]);
    }
    out->cells = cells;
    out->reasons = reasons;
}

bool plan_join(Arena *arena, const Plan *const *parts, size_t part_count,
               Window window, Plan *out)
{
    Joining j = {.parts = parts, .part_count = part_count};
    find_days(arena, &j, window);
    if (j.day_count == 0) return false;
    const Plan *whole = whole_part(&j);
    *out = whole != NULL ? *whole : *parts[part_count - 1];
    if (whole != NULL) return true;
    for (size_t p = 0; p < part_count; p++)
        CHECK(parts[p]->person_count == out->person_count);
    out->window = (Window){j.days[0], j.days[j.day_count - 1]};
    out->days = j.days;
    out->day_count = j.day_count;
    join_reasons(arena, &j, out);
    join_cells(arena, &j, out);
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
    return rest;
}
