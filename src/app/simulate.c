/* SPDX-License-Identifier: Apache-2.0 */
#include "app/publish_plan.h"
#include "app/simulate_part.h"
#include "store/store_test.h"

/* At 13.00 the office orders what it orders on a day; at 18.00 the plan follows
 * what the day has brought. */
enum { ORDERS_AT = 780, FOLLOWS_AT = 1080 };

static Instant simulated_now(void *context)
{
    return ((const Simulation *)context)->now;
}

FactId simulate_id(Simulation *s)
{
    uint64_t one = rand_next(&s->rand), two = rand_next(&s->rand);
    return fact_id_of(s->now, one, two);
}

bool simulate_office(Simulation *s, Arena *arena, Office *out, Err *err)
{
    return office_open_data(arena, s->store,
                            s->wish->from->office.government.code, DATE_NEVER,
                            out, err);
}

/* ---- the minutes of a day ------------------------------------------------ */

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

/* Minutes from that one on are not simulated. */
static int64_t end_minute(const Simulation *s)
{
    return s->wish->until.us == 0 ? INT64_MAX : s->wish->until.us / minute_us;
}

static bool wait_until(SimulatedHours *h, int64_t minute, Err *err)
{
    return pass_until(h->s, (Instant){minute * minute_us}, err);
}

typedef bool SimulatedAct(SimulatedHours *h, Err *err);

/* What is due by that minute comes between its facts and those before. */
static bool act_by(SimulatedHours *h, int64_t minute, Err *err)
{
    static const struct {
        int at;
        SimulatedAct *act;
    } acts[] = {
        {ORDERS_AT,  simulate_orders},
        {FOLLOWS_AT, simulate_follow},
    };
    for (; h->acted < COUNT(acts); h->acted++) {
        int64_t due = h->s->midnight.us / minute_us + acts[h->acted].at;
        if (minute < due || due >= end_minute(h->s)) return true;
        if (!wait_until(h, due, err) || !acts[h->acted].act(h, err))
            return false;
    }
    return true;
}

static bool send_all(SimulatedHours *h, const Imagined *facts, Err *err)
{
    for (size_t i = 0; i < facts->count;) {
        int64_t minute = facts->at[i].received.us / minute_us;
        size_t end = i;
        if (minute >= end_minute(h->s)) break;
        while (end < facts->count &&
               facts->at[end].received.us / minute_us == minute)
            end++;
        if (!act_by(h, minute, err) || !wait_until(h, minute + 1, err) ||
            !simulate_send(h, &facts->at[i], end - i, err))
            return false;
        i = end;
    }
    return act_by(h, INT64_MAX, err);
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

static int outage_minutes(const Simulation *s)
{
    int minutes = 0;
    for (uint32_t i = 0; i < s->outage_count; i++)
        minutes += s->outages[i].to - s->outages[i].from;
    return minutes;
}

/* What people do that day, by the plan as it is published that morning. */
static bool imagine(SimulatedHours *h, Date day, Imagined *out, Err *err)
{
    Simulation *s = h->s;
    Office *office = h->office;
    bool found = false;
    Plan plan;
    Corpus corpus;
    DutySheet sheet;
    ImagineWish wish = {.seed = s->wish->seed,
                        .sheet = &sheet,
                        .zone = office->government.zone,
                        .outages = s->outages,
                        .outage_count = s->outage_count,
                        .ends = s->wish->window.last};
    if (!published_plan(s->store, office, s->wish->window, DATE_NEVER, &plan,
                        &found, err) ||
        !office_law(office, DATE_NEVER, &corpus, err))
        return false;
    const LawDay *law = law_day(h->arena, &corpus, day);
    if (!duty_sheet_make(h->arena, law, found ? &plan : NULL,
                         register_hours(&office->government), &sheet, err))
        return false;
    *out = imagine_day(h->arena, &wish);
    h->said->outage = outage_minutes(s);
    h->said->facts = out->count;
    h->said->lost = out->lost;
    return true;
}

static bool simulate_day(Simulation *s, Date day, SimulatedDay *said, Err *err)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 22);
    Office office;
    Imagined facts;
    SimulatedHours hours = {
        .s = s, .arena = arena, .office = &office, .said = said};
    *said = (SimulatedDay){.day = day};
    choose_outages(s, arena);
    if (!simulate_office(s, arena, &office, err) ||
        !imagine(&hours, day, &facts, err))
        return false;
    s->midnight = zone_instant(office.government.zone, day, 0);
    if (s->now.us == 0) s->now.us = s->midnight.us - minute_us;
    hours.world = (RecordWorld){.store = s->store,
                                .office = &office,
                                .today = day,
                                .meeting_most = RECORD_MEETING_MOST,
                                .imagined = true};
    Instant end = zone_instant(office.government.zone, date_plus(day, 1), 0);
    if (end.us / minute_us > end_minute(s)) end.us = end_minute(s) * minute_us;
    return send_all(&hours, &facts, err) && pass_until(s, end, err);
}

/* ---- the days ------------------------------------------------------------ */

static bool publish(Simulation *s, Err *err)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 22);
    Office office;
    RosterMade made;
    RosterWish wish = make_roster_wish();
    wish.window = s->wish->window;
    if (!simulate_office(s, arena, &office, err) ||
        !make_roster(&office, &wish, &made, err))
        return false;
    if (!made.solved)
        return FAIL(err, ERR_CLASH, "no roster exists for these days");
    PublishWish publish = {
        .actor = STR("sistem"),
        .today = date_plus(s->wish->window.first, -1),
        .id = simulate_id(s),
    };
    Receipt receipt;
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
        if (s->now.us / minute_us >= end_minute(s)) break;
        if (!simulate_day(s, day, &said, err) || !each(context, &said, err))
            return false;
    }
    return true;
}

bool simulate_days(Store *store, const SimulateWish *wish, SimulateEach *each,
                   void *context, Err *err)
{
    Simulation s = {
        .store = store, .wish = wish, .rand = rand_seeded(wish->seed)};
    store_clock(store, simulated_now, &s);
    bool good = load_folder(&s, err) && publish(&s, err) &&
                each_day(&s, each, context, err) &&
                store_stop(store, s.now, err);
    store_clock(store, NULL, NULL);
    return good;
}
