/* SPDX-License-Identifier: Apache-2.0 */
#include "app/simulate.h"

#include "app/publish_plan.h"
#include "app/record.h"
#include "store/store_test.h"

#include <pthread.h>
#include <stdio.h>

enum { SENDERS = 32 };

/* ---- many senders, in the order of the minutes --------------------------- */

/* Facts of one minute go at once, each person's in their order; the next
 * minute begins when all have been answered. */
typedef struct {
    const RecordWorld *world;
    const Fact *facts;
    size_t count;
    SimulatedDay *day;
    pthread_mutex_t lock; /* of the day */
    Err broken;           /* the store gave up */
} Minute;

typedef struct {
    Minute *minute;
    unsigned number;
} Sender;

static void note(Minute *m, bool written, const Err *err)
{
    (void)pthread_mutex_lock(&m->lock);
    if (written) {
        m->day->written++;
    } else {
        if (m->day->refused++ == 0) m->day->why = *err;
        if (err->kind == ERR_IO || err->kind == ERR_FULL) m->broken = *err;
    }
    (void)pthread_mutex_unlock(&m->lock);
}

static void *send_own(void *context)
{
    const Sender *s = context;
    Minute *m = s->minute;
    for (size_t i = 0; i < m->count; i++) {
        if (m->facts[i].kind == FACT_OUTAGE ||
            rand_digest(m->facts[i].person) % SENDERS != s->number)
            continue;
        AUTO(arena_done) Arena *arena = arena_open(1 << 12);
        Recorded recorded;
        Err err = {0};
        bool written = record_fact(arena, m->world, &m->facts[i], STR(""),
                                   &recorded, &err);
        note(m, written, &err);
    }
    return NULL;
}

static bool send_minute(Minute *m, Err *err)
{
    pthread_t threads[SENDERS];
    Sender senders[SENDERS];
    unsigned started = 0;
    for (; started < SENDERS; started++) {
        senders[started] = (Sender){m, started};
        if (pthread_create(&threads[started], NULL, send_own,
                           &senders[started]) != 0)
            break;
    }
    for (unsigned i = 0; i < started; i++)
        (void)pthread_join(threads[i], NULL);
    if (started < SENDERS)
        return FAIL(err, ERR_IO, "no more threads can be started");
    if (m->broken.kind == ERR_NONE) return true;
    *err = m->broken;
    return false;
}

/* ---- a day --------------------------------------------------------------- */

typedef struct {
    Store *store;
    const SimulateWish *wish;
    const Plan *plan;
    Instant now;                   /* what the store's clock says */
    const ImaginedOutage *outages; /* of the day */
    uint32_t outage_count;
    Instant midnight;
    Rand rand;
    bool had_case;
} Simulation;

static Instant simulated_now(void *context)
{
    return ((const Simulation *)context)->now;
}

static const int64_t minute_us = 60000000;

static bool is_down(const Simulation *s, Instant at)
{
    int64_t minute = (at.us - s->midnight.us) / minute_us;
    for (uint32_t i = 0; i < s->outage_count; i++) {
        if (minute >= s->outages[i].from && minute < s->outages[i].to)
            return true;
    }
    return false;
}

/* Let the minutes pass: a heartbeat in each, but for those in which we are
 * down; the store makes an outage of the gap by itself. */
static bool pass_until(Simulation *s, Instant until, Err *err)
{
    while (s->now.us < until.us) {
        s->now.us += minute_us;
        if (!is_down(s, s->now) && !store_beat(s->store, s->now, err))
            return false;
    }
    return true;
}

static bool send_all(Simulation *s, const RecordWorld *world,
                     const Imagined *facts, SimulatedDay *day, Err *err)
{
    for (size_t i = 0; i < facts->count;) {
        int64_t minute = facts->at[i].received.us / minute_us;
        size_t end = i;
        while (end < facts->count &&
               facts->at[end].received.us / minute_us == minute)
            end++;
        if (!pass_until(s, (Instant){(minute + 1) * minute_us}, err))
            return false;
        Minute m = {.world = world,
                    .facts = &facts->at[i],
                    .count = end - i,
                    .day = day,
                    .lock = PTHREAD_MUTEX_INITIALIZER};
        if (!send_minute(&m, err)) return false;
        i = end;
    }
    return true;
}

static void choose_outages(Simulation *s, Arena *arena)
{
    s->outages = s->wish->outages;
    s->outage_count = s->wish->outage_count;
    if (s->outages != NULL) return;
    ImaginedOutage *one = NEW(arena, ImaginedOutage, 1);
    one->from = 420 + (int)rand_below(&s->rand, 180);
    one->to = one->from + 2 + (int)rand_below(&s->rand, 18);
    s->outages = one;
    s->outage_count = rand_below(&s->rand, 5) == 0 ? 1 : 0;
}

/* A small unit kerja with a head, for the case of the first Tuesday. */
static UnitId unit_of_case(Simulation *s, const Register *r, Date day)
{
    for (int tries = 0; tries < 1000; tries++) {
        UnitId unit = {rand_below(&s->rand, r->unit_count)};
        if (r->units[unit.index].type == UNIT_KELURAHAN &&
            unit_head(r, unit, day).index != NO_INDEX)
            return unit;
    }
    return NO_UNIT;
}

static Fact closure_of(Simulation *s, const RecordWorld *world, UnitId unit,
                       Date day)
{
    const Register *r = &world->office->r;
    Fact f = fact_blank(FACT_CLOSURE);
    f.channel = CHANNEL_WEB;
    f.zone = world->office->government.zone;
    f.actor = r->people[unit_head(r, unit, day).index].code;
    f.unit = r->units[unit.index].code;
    f.day = day;
    f.days = (Window){day, DATE_NEVER};
    f.word = STR("kasus");
    f.at = f.sent = s->now;
    f.id = fact_id_of(s->now, rand_next(&s->rand), rand_next(&s->rand));
    return f;
}

/* Of as many days as the letter says; where none says it, of three. */
static bool order_closure(const RecordWorld *world, Fact f, Err *err)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 14);
    Recorded recorded;
    if (record_fact(arena, world, &f, STR(""), &recorded, err)) return true;
    if (err->kind != ERR_INPUT) return false;
    *err = (Err){0};
    f.days.last = date_plus(f.day, 2);
    return record_fact(arena, world, &f, STR(""), &recorded, err);
}

/* The day is over by then: the order is of today, and holds tomorrow too. */
static void close_a_unit(Simulation *s, const RecordWorld *world, Date day,
                         SimulatedDay *said)
{
    if (s->had_case || date_weekday(day) != TUESDAY) return;
    UnitId unit = unit_of_case(s, &world->office->r, day);
    if (unit.index == NO_UNIT.index) return;
    s->had_case = true;
    Fact f = closure_of(s, world, unit, day);
    Err err = {0};
    if (order_closure(world, f, &err)) {
        (void)snprintf(said->closed, sizeof said->closed, "%.*s",
                       STR_ARG(f.unit));
    } else {
        said->refused++;
        said->why = err;
    }
}

static int outage_minutes(const Simulation *s)
{
    int minutes = 0;
    for (uint32_t i = 0; i < s->outage_count; i++)
        minutes += s->outages[i].to - s->outages[i].from;
    return minutes;
}

static bool imagine(Simulation *s, Arena *arena, Office *office, Date day,
                    Imagined *out, SimulatedDay *said, Err *err)
{
    Corpus corpus;
    DutySheet sheet;
    ImagineWish wish = {.seed = s->wish->seed,
                        .sheet = &sheet,
                        .zone = office->government.zone,
                        .outages = s->outages,
                        .outage_count = s->outage_count,
                        .ends = s->wish->window.last};
    if (!office_law(office, DATE_NEVER, &corpus, err)) return false;
    const LawDay *law = law_day(arena, &corpus, day);
    if (!duty_sheet_make(arena, law, s->plan,
                         register_hours(&office->government), &sheet, err))
        return false;
    *out = imagine_day(arena, &wish);
    said->outage = outage_minutes(s);
    said->facts = out->count;
    said->lost = out->lost;
    return true;
}

static bool simulate_day(Simulation *s, Date day, SimulatedDay *said, Err *err)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 22);
    Office office;
    Imagined facts;
    *said = (SimulatedDay){.day = day};
    choose_outages(s, arena);
    if (!office_open_data(arena, s->store,
                          s->wish->from->office.government.code, DATE_NEVER,
                          &office, err) ||
        !imagine(s, arena, &office, day, &facts, said, err))
        return false;
    s->midnight = zone_instant(office.government.zone, day, 0);
    if (s->now.us == 0) s->now.us = s->midnight.us - minute_us;
    RecordWorld world = {.store = s->store,
                         .office = &office,
                         .today = day,
                         .meeting_most = RECORD_MEETING_MOST};
    if (!send_all(s, &world, &facts, said, err)) return false;
    close_a_unit(s, &world, day, said);
    return pass_until(
        s, zone_instant(office.government.zone, date_plus(day, 1), 0), err);
}

/* ---- the days ------------------------------------------------------------ */

static bool make_plan(Simulation *s, Arena *arena, Plan *out, Err *err)
{
    Office office;
    RosterMade made;
    RosterWish wish = make_roster_wish();
    wish.window = s->wish->window;
    if (!office_open_data(arena, s->store,
                          s->wish->from->office.government.code, DATE_NEVER,
                          &office, err) ||
        !make_roster(&office, &wish, &made, err))
        return false;
    if (!made.solved)
        return FAIL(err, ERR_CLASH, "no roster exists for these days");
    PublishWish publish = {
        .actor = STR("sistem"),
        .today = date_plus(s->wish->window.first, -1),
        .id = fact_id_of(s->now, s->wish->seed, rand_next(&s->rand)),
    };
    Receipt receipt;
    *out = made.demand.plan;
    return publish_plan(s->store, &office, &made, &publish, &receipt, err);
}

/* By the simulation's clock, at noon of the day before. */
static bool load_folder(Simulation *s, Err *err)
{
    Loaded loaded;
    Date before = date_plus(s->wish->window.first, -1);
    Zone zone = s->wish->from->office.government.zone;
    s->now = zone_instant(zone, before, 720);
    if (!load_write(s->store, s->wish->from, before, &loaded, err))
        return false;
    if (!loaded.changed || loaded.receipt.received.us < s->now.us + 1000000)
        return true;
    (void)FAIL(err, ERR_STALE,
               "the data directory holds something later; simulate into a new "
               "one");
    return err_id(err, "folder data memuat catatan yang lebih baru; gunakan "
                       "folder data yang baru");
}

static bool each_day(Simulation *s, SimulateEach *each, void *context, Err *err)
{
    Window days = s->wish->window;
    s->now.us = 0;
    for (Date day = days.first; !date_before(days.last, day);
         day = date_plus(day, 1)) {
        SimulatedDay said;
        if (!simulate_day(s, day, &said, err) || !each(context, &said, err))
            return false;
    }
    return true;
}

bool simulate_days(Store *store, const SimulateWish *wish, SimulateEach *each,
                   void *context, Err *err)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 22);
    Plan plan;
    Simulation s = {
        .store = store, .wish = wish, .rand = rand_seeded(wish->seed)};
    store_clock(store, simulated_now, &s);
    s.plan = &plan;
    bool good = load_folder(&s, err) && make_plan(&s, arena, &plan, err) &&
                each_day(&s, each, context, err);
    store_clock(store, NULL, NULL);
    return good;
}
