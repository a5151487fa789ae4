/* SPDX-License-Identifier: Apache-2.0 */
/*
 * record_presence.c - who says it for whom, by which channel, and of which day.
 */
#include "app/record_part.h"

#define MAY(role) (1U << (ACCESS_##role##_ROLE))

/* ---- channels ------------------------------------------------------------ */

Channel record_channel(const Fact *fact)
{
    bool other = fact->person.len > 0 && !str_is(fact->actor, fact->person);
    return other ? CHANNEL_CLERK : CHANNEL_WEB;
}

/* Said by machines: nobody else may claim to be one. */
static bool machine_fits(const Recording *rec, Err *err)
{
    Channel channel = rec->fact.channel;
    if (channel != CHANNEL_SYSTEM && channel != CHANNEL_IMPORT) return true;
    if ((record_roles(rec) & (MAY(SYSTEM) | MAY(ADMIN))) != 0) return true;
    return record_refuse(err,
                         "saluran sistem dan impor hanya untuk sistem dan "
                         "administrator; pilih saluran lain",
                         "the channels sistem and impor are for the system and "
                         "administrators; choose another");
}

/* Of a typed channel it is believed when something was: so nobody types for
 * themselves. */
bool record_channel_fits(const Recording *rec, Err *err)
{
    const Fact *fact = &rec->fact;
    if (!machine_fits(rec, err)) return false;
    if (!channel_is_typed(fact->channel) || !str_is(fact->actor, fact->person))
        return true;
    return record_refuse(err,
                         "petugas, kertas dan telepon ialah saluran untuk "
                         "mencatat orang lain; untuk diri sendiri pilih web, "
                         "aplikasi, WhatsApp atau perangkat bersama",
                         "petugas, kertas and telepon are for noting somebody "
                         "else; for oneself choose web, aplikasi, WhatsApp or "
                         "perangkat bersama");
}

/* Who speaks for another writes it down, or stands at a shared device. */
static bool speaks_for_other(const Recording *rec, Err *err)
{
    Channel channel = rec->fact.channel;
    unsigned typists = MAY(SUPERIOR) | MAY(CLERK) | MAY(SYSTEM) | MAY(ADMIN);
    if (channel == CHANNEL_DEVICE) return true;
    if (fact_is_typed(&rec->fact) && (record_roles(rec) & typists) != 0)
        return true;
    return record_refuse(err,
                         "atas nama orang lain, atasan langsung atau petugas "
                         "unit memilih saluran petugas, kertas, telepon atau "
                         "WhatsApp; selain itu perangkat bersama",
                         "for somebody else, the superior or the unit's clerk "
                         "choose the channel petugas, kertas, telepon or "
                         "WhatsApp; else perangkat bersama");
}

/* ---- presence and reports ----------------------------------------------- */

/* Today; or a phone held it back, and says when it happened and that it sends
 * it today.  Typed: as it is believed. */
static bool is_of_today(const Recording *rec)
{
    const Fact *fact = &rec->fact;
    Date today = rec->world->today;
    return date_is(fact->day, today) ||
           (fact->at.us != 0 && fact->sent.us != 0 &&
            date_is(zone_day(fact->zone, fact->at), fact->day) &&
            date_is(zone_day(fact->zone, fact->sent), today));
}

bool record_presence(Recording *rec, Err *err)
{
    const Fact *fact = &rec->fact;
    bool own = str_is(fact->actor, fact->person);
    if (!own && !speaks_for_other(rec, err)) return false;
    if (fact_is_typed(fact) || is_of_today(rec)) return true;
    return record_refuse(err,
                         "hari itu sudah lewat; minta atasan atau petugas unit "
                         "mencatatnya",
                         "that day is over; ask the superior or the unit's "
                         "clerk to note it");
}

/* Asked before it is needed: a permit of a day that is over would cover what
 * was seen on it. */
bool record_exit(Recording *rec, Err *err)
{
    bool typed = fact_is_typed(&rec->fact);
    if (date_is(rec->fact.day, rec->world->today) ||
        (!typed && is_of_today(rec)))
        return true;
    return record_refuse(err,
                         "izin keluar dimohon pada harinya, sebelum keluar; "
                         "hari itu sudah lewat",
                         "an exit permit is asked on its day, before going "
                         "out; that day is over");
}
