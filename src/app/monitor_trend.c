/* SPDX-License-Identifier: Apache-2.0 */
#include "app/monitor_part.h"

bool monitor_is_blank(const MonitorDay *day)
{
    return day->checked_in == 0 && day->reported == 0;
}

static bool count_day(Arena *arena, LiveView *view, Date day, MonitorDay *out,
                      Err *err)
{
    const Register *r = &view->office->r;
    const LiveDay *on = NULL;
    const uint16_t *seen = NULL;
    if (!live_day(view, day, &on, err) ||
        !live_seen(arena, view, day, &seen, err))
        return false;
    *out = (MonitorDay){.day = day};
    for (uint32_t p = 0; p < r->person_count; p++) {
        PersonId person = {p};
        if (person_is_active(r, person, day))
            monitor_add(out, monitor_saw(&on->sheet, seen[p], person));
    }
    return true;
}

static void add(MonitorTrend *trend, MonitorDay day)
{
    trend->days[trend->day_count++] = day;
}

/* The days before those that the monitor has, oldest first. */
static bool add_before(Arena *arena, LiveView *view, const Monitor *m,
                       MonitorTrend *trend, Err *err)
{
    Date before[MONITOR_TREND - 1];
    uint32_t known = m->total.day_count;
    uint32_t count =
        monitor_working_days(view->corpus, m->day, before, MONITOR_TREND - 1);
    for (uint32_t i = count; i-- > known;) {
        MonitorDay day;
        if (!count_day(arena, view, before[i], &day, err)) return false;
        add(trend, day);
    }
    return true;
}

bool monitor_trend(Arena *arena, LiveView *view, const Monitor *m,
                   MonitorTrend *out, Err *err)
{
    MonitorTrend made = {.day_count = 0};
    if (!add_before(arena, view, m, &made, err)) return false;
    for (uint32_t i = 0; i < m->total.day_count; i++)
        add(&made, m->total.days[i]);
    add(&made, (MonitorDay){.day = m->day,
                            .scheduled = m->total.scheduled,
                            .checked_in = m->total.checked_in});
    *out = made;
    return true;
}
