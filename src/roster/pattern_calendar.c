/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/pattern.h"

static PatternCalendar empty_of(uint32_t groups)
{
    CHECK(groups <= PATTERN_GROUPS);
    return (PatternCalendar){.group_count = groups};
}

PatternCalendar pattern_of_days(const Problem *problem, uint32_t groups)
{
    PatternCalendar c = empty_of(groups);
    for (uint32_t d = 0; d < problem->day_count && groups > 0; d++)
        c.days[d % groups] |= UINT64_C(1) << d;
    return c;
}

/* The Monday of the week of a date. */
static int32_t monday_of(Date date)
{
    return date.days - (int32_t)date_weekday(date);
}

PatternCalendar pattern_of_weeks(const Problem *problem, uint32_t groups)
{
    PatternCalendar c = empty_of(groups);
    uint32_t week = 0;
    for (uint32_t d = 0; d < problem->day_count && groups > 0; d++) {
        bool fresh = d > 0 && monday_of(problem->days[d]) !=
                                  monday_of(problem->days[d - 1]);
        week += fresh;
        c.days[week % groups] |= UINT64_C(1) << d;
    }
    return c;
}

PatternCalendar pattern_of_weekdays(const Problem *problem,
                                    const uint8_t *weekdays, uint32_t groups)
{
    PatternCalendar c = empty_of(groups);
    for (uint32_t d = 0; d < problem->day_count; d++) {
        Weekday day = date_weekday(problem->days[d]);
        for (uint32_t g = 0; g < groups; g++) {
            if ((weekdays[g] >> day & 1) != 0) c.days[g] |= UINT64_C(1) << d;
        }
    }
    return c;
}
