/* SPDX-License-Identifier: Apache-2.0 */
#include "app/monitor_part.h"

enum { UNSAID = INT16_MIN };

typedef struct {
    Arena *arena;
    const Register *r;
    int16_t *minute; /* per person: of their last report */
} Gathering;

static bool take(void *context, uint64_t number, const Fact *fact, Err *err)
{
    enum { MOST = INT16_MAX };
    Gathering *g = context;
    uint32_t person = map_find(&g->r->person_codes, fact->person);
    int minute = fact_minute(fact);
    (void)number;
    (void)err;
    if (minute < 0) minute = 0;
    if (minute > MOST) minute = MOST;
    if (person != NO_INDEX && minute > g->minute[person])
        g->minute[person] = (int16_t)minute;
    return true;
}

/* Of several clauses the last; none says it: that of the government. */
static int due_on(const LiveDay *on)
{
    int usual = on->sheet.hours.report_due;
    int due = -1;
    for (uint32_t i = 0; i < on->sheet.duty_count; i++) {
        const Duty *duty = &on->sheet.duties[i];
        if (duty->kind != DUTY_REPORT || duty->part != PART_OWED) continue;
        int own = duty->due < 0 ? usual : duty->due;
        if (own > due) due = own;
    }
    return due < 0 ? usual : due;
}

static void count(const Gathering *g, MonitorHours *out)
{
    for (uint32_t p = 0; p < g->r->person_count; p++) {
        int32_t minute = g->minute[p];
        if (minute == UNSAID) continue;
        int32_t hour = minute / 60;
        if (hour >= MONITOR_CLOCK) hour = MONITOR_CLOCK - 1;
        out->by_hour[hour]++;
        out->reports++;
        out->late += minute > out->due;
    }
}

bool monitor_hours(Arena *arena, LiveView *view, Date day, MonitorHours *out,
                   Err *err)
{
    const Register *r = &view->office->r;
    Gathering g = {arena, r, NEW(arena, int16_t, r->person_count + 1)};
    FactQuery query = {
        .government = view->office->government.code,
        .days = {day, day},
        .kinds = UINT64_C(1) << FACT_REPORT
    };
    const LiveDay *on = NULL;
    MonitorHours made = {.day = day};
    for (uint32_t p = 0; p < r->person_count; p++)
        g.minute[p] = UNSAID;
    if (!live_day(view, day, &on, err) ||
        !store_facts(live_store(view->live), arena, &query, take, &g, err))
        return false;
    made.due = (int16_t)due_on(on);
    count(&g, &made);
    *out = made;
    return true;
}
