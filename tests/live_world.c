/* SPDX-License-Identifier: Apache-2.0 */
#include "live_world.h"

#include "app/publish_plan.h"
#include "base/clock.h"
#include "base/file.h"
#include "harness.h"
#include "store/store_test.h"

#include <stdio.h>
#include <stdlib.h>

enum { NOON = 720 };

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
    StoreWish wish = {
        .folder = w->folder, .create = create, .write = true, .vfs = w->vfs};
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

static bool publish(LiveWorld *w, Window days, Err *err)
{
    Office office;
    Receipt receipt;
    RosterMade *made = NEW(w->arena, RosterMade, 1);
    RosterWish wish = make_roster_wish();
    Date before = date_plus(days.first, -1);
    PublishWish by = {STR("sistem"), before,
                      fact_id_of(zone_instant(w->zone, before, NOON), 7, 7),
                      CHANNEL_WEB};
    wish.window = days;
    return office_open_data(w->arena, w->store, w->government, DATE_NEVER,
                            &office, err) &&
           make_roster(&office, &wish, made, err) &&
           publish_plan(w->store, &office, made, &by, &receipt, err);
}

/* At noon of that day; `plan`: empty, or the days of one to publish. */
static LiveWorld load_at(Arena *arena, const char *government, Date day,
                         Window plan)
{
    LiveWorld w = {.arena = arena};
    LoadFolder from;
    Loaded loaded;
    Instant noon;
    Err err = {0};
    (void)setenv("TATAKERJA_DATA", "data", 0); /* NOLINT(*-mt-unsafe) */
    w.folder = file_path(arena, harness_folder(), government);
    const char *folder = file_path(arena, "examples", government);
    bool good = load_read(arena, folder, &from, &err);
    w.government = from.office.government.code;
    w.zone = from.office.government.zone;
    noon = zone_instant(w.zone, day, NOON);
    open_store(&w, true);
    store_clock(w.store, stands_still, &noon);
    good = good && load_write(w.store, &from, day, &loaded, &err) &&
           (window_is_empty(plan) || publish(&w, plan, &err));
    if (!good) EXPECT_STR(err.text, "");
    store_clock(w.store, NULL, NULL);
    store_done(&w.store);
    return w;
}

LiveWorld live_world_load(Arena *arena, const char *government, Date day)
{
    return load_at(arena, government, day, (Window){day, date_plus(day, -1)});
}

LiveWorld live_world_plan(Arena *arena, const char *government, Window days)
{
    return load_at(arena, government, date_plus(days.first, -1), days);
}

void live_world_open(LiveWorld *w, Date day, int minute, bool still)
{
    Err err = {0};
    Instant then = zone_instant(w->zone, day, minute);
    open_store(w, false);
    LiveWish wish = {.store = w->store,
                     .ahead_seconds = (then.us - clock_now().us) / 1000000 + 1,
                     .still = still};
    if (!live_open(&wish, &w->live, &err))
        (void)fprintf(stderr, "%s\n", err.text);
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
