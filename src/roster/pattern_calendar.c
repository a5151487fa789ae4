/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/pattern.h"

static PatternCalendar empty_of(uint32_t groups)
{
    CHECK(groups <= PATTERN_GROUPS);
    return (PatternCalendar){.group_count = groups};
}

static bool counts(uint64_t days, uint32_t day)
{
    return (days >> day & 1) != 0;
}

PatternCalendar pattern_of_days(const Problem *problem, uint64_t days,
                                uint32_t groups)
{
    PatternCalendar c = empty_of(groups);
    uint32_t k = 0;
    for (uint32_t d = 0; d < problem->day_count && groups > 0; d++) {
        if (counts(days, d)) c.days[k++ % groups] |= UINT64_C(1) << d;
    }
    return c;
}

/* The Monday of the week of a date. */
static int32_t monday_of(Date date)
{
    return date.days - (int32_t)date_weekday(date);
}

PatternCalendar pattern_of_weeks(const Problem *problem, uint64_t days,
                                 uint32_t groups)
{
    PatternCalendar c = empty_of(groups);
    uint32_t weeks = 0;
    int32_t monday = 0;
    for (uint32_t d = 0; d < problem->day_count && groups > 0; d++) {
        if (!counts(days, d)) continue;
        if (weeks == 0 || monday_of(problem->days[d]) != monday) weeks++;
        monday = monday_of(problem->days[d]);
        c.days[(weeks - 1) % groups] |= UINT64_C(1) << d;
    }
    return c;
}

PatternCalendar pattern_of_weekdays(const Problem *problem, uint64_t days,
                                    const uint8_t *weekdays, uint32_t groups)
{
    PatternCalendar c = empty_of(groups);
    for (uint32_t d = 0; d < problem->day_count; d++) {
        Weekday day = date_weekday(problem->days[d]);
        for (uint32_t g = 0; g < groups && counts(days, d); g++) {
            if ((weekdays[g] >> day & 1) != 0) c.days[g] |= UINT64_C(1) << d;
        }
    }
    return c;
}
