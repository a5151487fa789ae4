/* SPDX-License-Identifier: Apache-2.0 */
#include "live_world.h"

#include "app/publish_plan.h"
#include "base/clock.h"
#include "base/file.h"
#include "harness.h"
#include "store/store_test.h"

#include <stdlib.h>

Date live_world_date(const char *text)
{
    Date date = {0};
    Err err = {0};
    CHECK(date_parse(str_of(text), &date, &err));
    return date;
}

static bool each_day(void *context, const SimulatedDay *day, Err *err)
{
    (void)context;
    (void)day;
    (void)err;
    return true;
}

static void open_store(LiveWorld *w, bool create)
{
    Err err = {0};
    StoreWish wish = {.folder = w->folder, .create = create, .write = true};
    if (!store_open(&wish, &w->store, &err)) EXPECT_STR(err.text, "");
    CHECK(w->store != NULL);
}

LiveWorld live_world_make(Arena *arena, const char *government, Window days)
{
    LiveWorld w = {.arena = arena};
    LoadFolder from;
    Err err = {0};
    SimulateWish wish = {.from = &from, .window = days, .seed = 5};
    (void)setenv("TATAKERJA_DATA", "data", 0); /* NOLINT(*-mt-unsafe) */
    w.folder = file_path(arena, harness_folder(), government);
    const char *folder = file_path(arena, "examples", government);
    open_store(&w, true);
    bool good = load_read(arena, folder, &from, &err) &&
                simulate_days(w.store, &wish, each_day, NULL, &err);
    if (!good) EXPECT_STR(err.text, "");
    w.government = from.office.government.code;
    w.zone = from.office.government.zone;
    store_done(&w.store);
    return w;
}

static Instant stands_still(void *context)
{
    return *(const Instant *)context;
}

static bool publish(LiveWorld *w, const LoadFolder *from, Window days, Err *err)
{
    Office office;
    Receipt receipt;
    RosterMade *made = NEW(w->arena, RosterMade, 1);
    RosterWish wish = make_roster_wish();
    Date before = date_plus(days.first, -1);
    Instant noon = zone_instant(w->zone, before, 720);
    PublishWish by = {STR("sistem"), before, fact_id_of(noon, 7, 7)};
    Loaded loaded;
    wish.window = days;
    store_clock(w->store, stands_still, &noon);
    bool good = load_write(w->store, from, before, &loaded, err) &&
                office_open_data(w->arena, w->store, w->government, DATE_NEVER,
                                 &office, err) &&
                make_roster(&office, &wish, made, err) &&
                publish_plan(w->store, &office, made, &by, &receipt, err);
    store_clock(w->store, NULL, NULL);
    return good;
}

LiveWorld live_world_plan(Arena *arena, const char *government, Window days)
{
    LiveWorld w = {.arena = arena};
    LoadFolder from;
    Err err = {0};
    (void)setenv("TATAKERJA_DATA", "data", 0); /* NOLINT(*-mt-unsafe) */
    w.folder = file_path(arena, harness_folder(), government);
    const char *folder = file_path(arena, "examples", government);
    open_store(&w, true);
    bool good = load_read(arena, folder, &from, &err);
    w.government = from.office.government.code;
    w.zone = from.office.government.zone;
    good = good && publish(&w, &from, days, &err);
    if (!good) EXPECT_STR(err.text, "");
    store_done(&w.store);
    return w;
}

void live_world_open(LiveWorld *w, Date day, int minute, bool still)
{
    Err err = {0};
    Instant then = zone_instant(w->zone, day, minute);
    open_store(w, false);
    LiveWish wish = {.store = w->store,
                     .ahead_seconds = (then.us - clock_now().us) / 1000000 + 1,
                     .still = still};
    if (!live_open(&wish, &w->live, &err)) EXPECT_STR(err.text, "");
    CHECK(w->live != NULL);
}

void live_world_close(LiveWorld *w)
{
    live_done(&w->live);
    store_done(&w->store);
}

LiveView live_world_view(LiveWorld *w)
{
    LiveView view = {0};
    Err err = {0};
    CHECK(live_take(w->live, w->government, &view, &err));
    return view;
}
