/* SPDX-License-Identifier: Apache-2.0 */
/*
 * imagine.h - believable days, made up from a seed: for demonstrations, tests
 * and measurements.  Never for anybody's record.
 *
 * Everybody has a temper that stays the same: most are honest, some forget,
 * some are late, some have a bad line and send hours later, a few have a phone
 * that lies about where it is.  A day's facts follow from the tempers, from
 * what is owed (the sheet), and from our own outages: who meets a dead server
 * tries again, waits with an outbox, or gives up.
 *
 * The same seed, sheet and outages give the same facts.
 */
#pragma once

#include "base/rand.h"
#include "day/duty.h"

/* name, word, English, people in a thousand */
#define TEMPERS(X)                                \
    X(HONEST, "tertib", "honest", 820)            \
    X(FORGETFUL, "pelupa", "forgetful", 80)       \
    X(LATE, "sering terlambat", "often late", 50) \
    X(OFFLINE, "jaringan buruk", "bad line", 40)  \
    X(FORGING, "lokasi palsu", "forged position", 10)

typedef enum {
#define X(name, word, english, share) TEMPER_##name,
    TEMPERS(X)
#undef X
        TEMPER_COUNT
} Temper;

Temper imagine_temper(uint64_t seed, Str person);
Str imagine_temper_word(Temper temper, Lang lang);

/* A stretch in which our server is down that day, in minutes: [from, to). */
typedef struct {
    int from, to;
} ImaginedOutage;

typedef struct {
    uint64_t seed;
    const DutySheet *sheet;
    Zone zone;
    const ImaginedOutage *outages;
    uint32_t outage_count;
    Date ends; /* no recall and no leave reaches beyond it */
} ImagineWish;

typedef struct {
    Fact *at; /* by `received`, then id */
    size_t count;
    size_t lost; /* check-ins that nobody tried again */
} Imagined;

/*
 * imagine_day - the facts of one day: outages, check-ins and -outs, reports
 * and their review, calls and answers, exits, recalls and leave for a later
 * day, forged positions.  Closures and letters are the caller's to order.
 * Actors are who they would be: the person, their superior, the system.
 * Memory of the arena; texts are of the program.  O(people).
 */
Imagined imagine_day(Arena *arena, const ImagineWish *wish);
