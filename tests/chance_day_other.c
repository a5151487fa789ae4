/* SPDX-License-Identifier: Apache-2.0 */
/*
 * chance_day_other.c - exits, permits, notices, outages, corrections, noise.
 */
#include "chance_day_facts.h"

/* ---- out of the house
 * -------------------------------------------------------- */

static void hours(Making *m, Fact *f)
{
    int from = making_pick(m, 300, 1200);
    int to = from + making_pick(m, 0, 239);
    if (making_half(m)) f->from = (int16_t)from;
    if (making_half(m)) f->to = (int16_t)to;
}

static void seen(Making *m, int minute)
{
    size_t at = making_put(m, FACT_OUTSIDE, minute);
    making_at(m, at)->actor = m->other;
}

static void exits(Making *m)
{
    int minute = making_minute(m);
    size_t leave = making_put(m, FACT_EXIT, minute);
    hours(m, making_at(m, leave));
    if (making_half(m)) making_decide(m, leave, minute);
    if (making_half(m))
        making_answer(m, FACT_FINISHED, leave,
                      minute + making_pick(m, -10, 300));
    if (making_half(m)) {
        const Fact *f = making_at(m, leave);
        int edge = f->to >= 0 && making_half(m) ? f->to
                   : f->from >= 0               ? f->from
                                                : minute;
        seen(m, edge + making_pick(m, -2, 2));
    }
}

static void permits(Making *m, FactKind kind)
{
    int minute = making_minute(m);
    size_t permit = making_put(m, kind, minute);
    if (kind == FACT_MEETING) {
        making_at(m, permit)->list =
            making_half(m) ? str_format(m->arena, "%.*s|%.*s",
                                        STR_ARG(m->other), STR_ARG(m->code))
                           : m->other;
    }
    if (rand_chance(m->rand, 750)) making_decide(m, permit, minute);
    if (rand_chance(m->rand, 150) && kind != FACT_MEETING)
        making_answer(m, FACT_FINISHED, permit, making_minute(m));
}

/* ---- units
 * ---------------------------------------------------------------------- */

static Str some_unit(Making *m)
{
    UnitId unit = {map_find(&m->r->unit_codes, m->unit)};
    if (rand_chance(m->rand, 200))
        return m->r->units[rand_below(m->rand, m->r->unit_count)].code;
    for (int up = making_pick(m, 0, 2); up > 0; up--) {
        UnitId above = m->r->units[unit.index].parent;
        if (above.index != NO_INDEX) unit = above;
    }
    return m->r->units[unit.index].code;
}

static void notices(Making *m)
{
    size_t notice = making_put(m, FACT_NOTICE, making_minute(m));
    making_at(m, notice)->unit = some_unit(m);
    if (making_half(m)) {
        size_t read =
            making_answer(m, FACT_NOTICE_READ, notice, making_minute(m));
        if (rand_chance(m->rand, 200)) making_at(m, read)->person = m->other;
    }
}

static void rhythms(Making *m)
{
    static const Str lists[] = {STR_INIT("web|kertas"), STR_INIT("WhatsApp"),
                                STR_INIT("surat"), STR_INIT("daring")};
    size_t at = making_put(m, FACT_RHYTHM, making_minute(m));
    Fact *f = making_at(m, at);
    f->unit = some_unit(m);
    if (rand_chance(m->rand, 300)) f->day = date_plus(f->day, -9);
    if (making_half(m)) f->days = making_days(m);
    if (making_half(m)) f->to = (int16_t)making_pick(m, 600, 1260);
    if (making_half(m)) f->list = lists[rand_below(m->rand, COUNT(lists))];
}

static void deviations(Making *m)
{
    size_t at = making_put(m, FACT_DEVIATION, making_minute(m));
    making_at(m, at)->actor = m->superior;
    if (making_half(m)) return;
    making_at(m, at)->person = STR("");
    making_at(m, at)->unit = some_unit(m);
}

/* ---- beside
 * ---------------------------------------------------------------------- */

static void beside(Making *m)
{
    size_t first = making_put(m, FACT_MESSAGE, making_minute(m));
    if (rand_chance(m->rand, 300)) {
        size_t said = making_put(m, FACT_OBJECTION, making_minute(m));
        if (making_half(m)) making_at(m, said)->about = making_at(m, first)->id;
        for (int k = making_pick(m, 0, 2); k > 0; k--) {
            making_answer(m, FACT_OBJECTION_ANSWER, said, making_minute(m));
        }
    }
    if (rand_chance(m->rand, 300)) {
        size_t at = making_put(m, FACT_SIGNAL, making_minute(m));
        if (making_half(m)) making_at(m, at)->about = making_at(m, first)->id;
    }
}

/* The span begins and ends on, a hair before or behind, a minute. */
static void outage(Making *m)
{
    static const int64_t hairs[] = {0, 0, -1, 1, 30000000};
    size_t at = making_put(m, FACT_OUTAGE, 0);
    Fact *f = making_at(m, at);
    int minute = making_minute(m);
    minute -= making_pick(m, 0, 61);
    int64_t from = zone_instant(m->zone, f->day, minute).us +
                   hairs[rand_below(m->rand, COUNT(hairs))];
    int64_t length =
        making_half(m) ? making_pick(m, 0, 3) : making_pick(m, 0, 150);
    f->channel = CHANNEL_SYSTEM;
    f->actor = STR("sistem");
    f->at.us = from;
    f->until.us = from + length * 60000000 +
                  (length > 0 ? hairs[rand_below(m->rand, COUNT(hairs))] : 0);
    f->sent.us = 0;
    f->received.us = f->until.us + 1000000;
}

/* ---- corrections
 * ------------------------------------------------------------------ */

static void correction(Making *m)
{
    size_t about = rand_below(m->rand, (uint32_t)m->facts.count);
    for (int i = 0; i < 3 && making_at(m, about)->kind == FACT_OUTAGE; i++)
        about = rand_below(m->rand, (uint32_t)m->facts.count);
    const char *choices = fact_shape(making_at(m, about)->kind)->choices;
    int minute = making_when(m, about) + making_pick(m, -30, 400);
    size_t at = making_answer(m, FACT_CORRECTION, about,
                              minute > 20000 || minute < -20000 ? 900 : minute);
    Fact *f = making_at(m, at);
    if (str_is(f->word, STR("batal"))) return;
    int hand = making_minute(m);
    if (making_half(m) && hand >= 0 && hand < 1440) f->from = (int16_t)hand;
    if (making_half(m) && *choices != '\0') f->thing = making_word(m, choices);
}

/* ---- told again, and of others
 * ------------------------------------------------------ */

static void again(Making *m)
{
    Fact copy = *making_at(m, rand_below(m->rand, (uint32_t)m->facts.count));
    int64_t first = copy.received.us;
    int64_t shift = making_pick(m, 1, 999);
    if (making_half(m)) shift = -shift;
    if (copy.kind == FACT_OUTAGE) return;
    copy.received.us += shift * 1000000;
    if (copy.sent.us != 0) copy.sent.us += making_pick(m, -99, 99) * 1000000LL;
    for (size_t i = 0; i < m->facts.count; i++) {
        const Fact *f = making_at(m, i);
        if (fact_id_is(f->id, copy.id) && f->received.us == copy.received.us)
            return;
    }
    if (copy.received.us != first) VEC_PUSH(m->arena, &m->facts, copy);
}

/* About an id that nobody knows, about itself, or in a ring. */
static void of_nobody(Making *m)
{
    static const FactKind kinds[] = {FACT_REVIEW,     FACT_DECISION,
                                     FACT_FINISHED,   FACT_ARRIVAL,
                                     FACT_CORRECTION, FACT_ANSWER};
    FactKind kind = kinds[rand_below(m->rand, COUNT(kinds))];
    size_t at = making_put(m, kind, making_minute(m));
    FactId nobody =
        fact_id_of((Instant){1600000000000000LL}, rand_next(m->rand), 7);
    making_at(m, at)->about = making_half(m) ? nobody : making_at(m, at)->id;
    if (!rand_chance(m->rand, 300)) return;
    size_t back = making_answer(m, FACT_CORRECTION, at, making_minute(m));
    making_at(m, back)->day = m->date->date;
    making_at(m, at)->about = making_at(m, back)->id;
}

/* A record of some days is gone: the person's, the unit's, or somebody
 * else's; at times nobody knows of which days. */
static void erasures(Making *m)
{
    size_t at = making_put(m, FACT_ERASE, making_minute(m));
    Fact *f = making_at(m, at);
    f->person = making_half(m) ? m->code : STR("");
    f->unit = m->unit;
    if (rand_chance(m->rand, 100)) f->person = m->other;
    f->about = fact_id_of((Instant){1600000000000000LL}, rand_next(m->rand), 9);
    f->text = STR("habis");
    if (rand_chance(m->rand, 850)) f->days = making_days(m);
}

void making_noise(Making *m)
{
    static const FactKind kinds[] = {
        FACT_CHECK_IN, FACT_REPORT, FACT_CONTACT, FACT_EXIT,  FACT_RECALL,
        FACT_MESSAGE,  FACT_TASK,   FACT_VISIT,   FACT_LEAVE, FACT_MARK,
        FACT_OUTSIDE,  FACT_TARGET, FACT_PIN};
    for (int times = making_pick(m, 0, 4); times > 0; times--) {
        FactKind kind = kinds[rand_below(m->rand, COUNT(kinds))];
        size_t at = making_put(m, kind, making_minute(m));
        Fact *f = making_at(m, at);
        f->person = f->actor =
            rand_chance(m->rand, 900) ? m->other : STR("tidak-dikenal");
        if (f->kind == FACT_TARGET) f->number = 1;
    }
}

/* More than a verdict has room for. */
static void crowd(Making *m)
{
    for (int times = making_pick(m, 60, 75); times > 0; times--) {
        size_t at = making_put(m, FACT_SIGNAL, making_minute(m));
        making_at(m, at)->actor = STR("sistem");
    }
}

void making_others(Making *m)
{
    static const FactKind kinds[] = {FACT_TRAVEL, FACT_TRIP, FACT_VISIT,
                                     FACT_MEETING};
    for (int times = making_pick(m, 0, 2); times > 0; times--) {
        if (making_happens(m)) exits(m);
        if (making_happens(m)) seen(m, making_minute(m));
        if (making_happens(m))
            permits(m, kinds[rand_below(m->rand, COUNT(kinds))]);
        if (making_happens(m)) notices(m);
    }
    if (making_happens(m) && making_half(m)) rhythms(m);
    if (making_happens(m) && rand_chance(m->rand, 250)) deviations(m);
    if (making_happens(m)) beside(m);
    for (int times = making_pick(m, -2, 2); times > 0; times--) {
        outage(m);
    }
    if (rand_chance(m->rand, 100)) of_nobody(m);
    if (rand_chance(m->rand, 120)) erasures(m);
    if (rand_chance(m->rand, 4)) crowd(m);
    for (int times = making_pick(m, -3, 4); times > 0; times--) {
        if (m->facts.count > 0) correction(m);
    }
    for (int times = making_pick(m, -2, 3); times > 0; times--) {
        if (m->facts.count > 0) again(m);
    }
}
