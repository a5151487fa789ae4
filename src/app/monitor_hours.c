/* SPDX-License-Identifier: Apache-2.0 */
#include "app/monitor_part.h"

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

static void count(const int16_t *minutes, uint32_t people, MonitorHours *out)
{
    for (uint32_t p = 0; p < people; p++) {
        int32_t minute = minutes[p];
        if (minute == LIVE_UNREPORTED) continue;
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
    const int16_t *minutes = NULL;
    const LiveDay *on = NULL;
    MonitorHours made = {.day = day};
    if (!live_day(view, day, &on, err) ||
        !live_reported(arena, view, day, &minutes, err))
        return false;
    made.due = (int16_t)due_on(on);
    count(minutes, view->office->r.person_count, &made);
    *out = made;
    return true;
}
