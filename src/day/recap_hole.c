/* SPDX-License-Identifier: Apache-2.0 */
#include "day/recap_part.h"

static const int64_t minute_us = 60000000;

/*
 * Outages come by their beginning and may overlap: `until` is how far the day
 * is covered already, so that no minute counts twice.
 */
static int64_t minutes_down(const RecapFrom *from, Date day)
{
    size_t count = 0;
    const Outage *outages = daybook_outages(from->book, &count);
    int64_t until = zone_instant(from->zone, day, 0).us;
    int64_t end = zone_instant(from->zone, date_plus(day, 1), 0).us;
    int64_t down = 0;
    for (size_t i = 0; i < count; i++) {
        int64_t a = outages[i].from.us > until ? outages[i].from.us : until;
        int64_t b = outages[i].to.us < end ? outages[i].to.us : end;
        if (b <= a) continue;
        down += b - a;
        until = b;
    }
    return (down + minute_us - 1) / minute_us;
}

void recap_hole_count(RecapDay *day)
{
    Recapping *all = day->all;
    int64_t minutes = minutes_down(all->from, day->sheet.day);
    if (minutes == 0 && day->unknown == 0) return;
    VEC_PUSH(all->arena, &all->holes,
             ((RecapHole){day->sheet.day, (int32_t)minutes, day->unknown}));
}
