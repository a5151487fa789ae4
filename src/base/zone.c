/* SPDX-License-Identifier: Apache-2.0 */
#include "base/zone.h"

enum { DAY_MINUTES = 24 * 60, MINUTE_US = 60 * 1000000 };

static const struct {
    Str name;
    int hours;
} zones[] = {
#define X(name, hours) [ZONE_##name] = {STR_INIT(#name), hours},
    ZONES(X)
#undef X
};

bool zone_parse(Str text, Zone *out)
{
    for (size_t i = 0; i < COUNT(zones); i++) {
        if (str_folded_is(text, zones[i].name)) {
            *out = (Zone)i;
            return true;
        }
    }
    return false;
}

Str zone_name(Zone zone)
{
    CHECK((size_t)zone < COUNT(zones));
    return zones[zone].name;
}

int zone_offset_hours(Zone zone)
{
    CHECK((size_t)zone < COUNT(zones));
    return zones[zone].hours;
}

static int64_t floor_div(int64_t a, int64_t b)
{
    return a / b - (a % b < 0);
}

/* Whole minutes since 1970-01-01 00:00 as the clocks of the zone show them. */
static int64_t local_minutes(Zone zone, Instant at)
{
    return floor_div(at.us, MINUTE_US) + (int64_t)zone_offset_hours(zone) * 60;
}

Date zone_day(Zone zone, Instant at)
{
    return (Date){(int32_t)floor_div(local_minutes(zone, at), DAY_MINUTES)};
}

int zone_minute(Zone zone, Instant at)
{
    int64_t local = local_minutes(zone, at);
    return (int)(local - floor_div(local, DAY_MINUTES) * DAY_MINUTES);
}

Instant zone_instant(Zone zone, Date day, int minute)
{
    CHECK(!date_is(day, DATE_NEVER) && !date_is(day, DATE_ALWAYS));
    int64_t minutes = day.days * (int64_t)DAY_MINUTES + minute -
                      (int64_t)zone_offset_hours(zone) * 60;
    int64_t us = 0;
    CHECK(!__builtin_mul_overflow(minutes, (int64_t)MINUTE_US, &us));
    return (Instant){us};
}
