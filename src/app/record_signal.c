/* SPDX-License-Identifier: Apache-2.0 */
/*
 * record_signal.c - what a check-in tells of the device that sent it: asked of
 * people, beside the check-in and in its transaction.  It judges nobody, and
 * the check-in stands as it came.
 */
#include "app/record_part.h"

/* One of each word beside a check-in, under an id that follows from its own. */
static void ask(Recording *rec, uint32_t nth, Str word)
{
    Fact signal = record_follow(rec, FACT_SIGNAL, nth);
    signal.channel = CHANNEL_SYSTEM;
    signal.actor = STR("sistem");
    signal.at.us = 0; /* as it comes, whatever the phone says */
    signal.person = rec->fact.person;
    signal.about = rec->fact.id;
    signal.word = word;
    VEC_PUSH(rec->arena, &rec->follows, signal);
}

/* What a clerk writes down no device has told; a shared one is nobody's. */
static bool is_of_own_device(const Fact *fact)
{
    if (fact->channel == CHANNEL_DEVICE) return false;
    return fact->channel == CHANNEL_IMPORT || !fact_is_typed(fact);
}

static bool is_right_by(const Fact *fact, Instant ours)
{
    Fact arrived = *fact;
    arrived.received = ours;
    int ahead = fact_clock_ahead(&arrived);
    return ahead >= -FACT_CLOCK_BEARABLE && ahead <= FACT_CLOCK_BEARABLE;
}

void record_signals(Recording *rec)
{
    const Fact *fact = &rec->fact;
    const RecordWorld *world = rec->world;
    if (fact->kind != FACT_CHECK_IN || world->imagined ||
        !is_of_own_device(fact))
        return;
    if (str_is(fact->place, STR("luar"))) ask(rec, 0, STR("lokasi"));
    if (world->now.us != 0 && !is_right_by(fact, world->now) &&
        !is_right_by(fact, world->machine))
        ask(rec, 1, STR("jam ponsel"));
}

bool record_signal(Recording *rec, Err *err)
{
    const Fact *in = &rec->about;
    if (!rec->answers ||
        (in->kind == FACT_CHECK_IN && str_is(in->person, rec->fact.person) &&
         date_is(in->day, rec->fact.day)))
        return true;
    return record_refuse(err,
                         "tentang harus menunjuk presensi masuk pegawai itu "
                         "pada hari itu",
                         "tentang must name a check-in of the person on that "
                         "day");
}
