/* SPDX-License-Identifier: Apache-2.0 */
/*
 * zone.h - the three zones of Indonesia, and instants.
 *
 * No zone here has summer time; an instant is in UTC microseconds.
 */
#pragma once

#include "base/date.h"

#define ZONES(X) \
    X(WIB, 7)    \
    X(WITA, 8)   \
    X(WIT, 9)

typedef enum {
#define X(name, hours) ZONE_##name,
    ZONES(X)
#undef X
} Zone;

typedef struct {
    int64_t us; /* microseconds since 1970-01-01 00:00 UTC */
} Instant;

bool zone_parse(Str text, Zone *out);
Str zone_name(Zone zone);
int zone_offset_hours(Zone zone);

/* The civil day, and the minute of it, that an instant has in a zone. */
Date zone_day(Zone zone, Instant at);
int zone_minute(Zone zone, Instant at);
Instant zone_instant(Zone zone, Date day, int minute);
