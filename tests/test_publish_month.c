/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The days of a month that no plan holds: rostered and published once.
 */
#include "app/publish_month.h"
#include "app_world.h"
#include "base/clock.h"
#include "harness.h"

#define CODE STR("paser")

static Date day_of(const char *text)
{
    Err err = {0};
    Date day;
    CHECK(date_parse(str_of(text), &day, &err));
    return day;
}

/* On 30 July 2020 at 08.00 there. */
static Live *live_of(AppWorld *w)
{
    Err err = {0};
    Live *live = NULL;
    LiveWish wish = {.store = w->store, .still = true};
    Instant then =
        zone_instant(w->office.government.zone, day_of("2020-07-30"), 480);
    wish.ahead_seconds = (then.us - clock_now().us) / 1000000 + 1;
    CHECK(live_open(&wish, &live, &err));
    return live;
}

static Window august(void)
{
    return (Window){day_of("2020-08-01"), day_of("2020-08-31")};
}

static Window september(void)
{
    return (Window){day_of("2020-09-01"), day_of("2020-09-30")};
}

static bool publish_month_of(AppWorld *w, Live *live, Window month, Str actor,
                             FactId id, MonthPublished *out, Err *err)
{
    LiveView view;
    CHECK(live_take(live, CODE, &view, err));
    PublishWish wish = {actor, live_today(&view), id, CHANNEL_WEB};
    bool done = publish_month(w->arena, &view, month, &wish, out, err);
    live_give(&view);
    return done;
}

static bool publish(AppWorld *w, Live *live, Str actor, FactId id,
                    MonthPublished *out, Err *err)
{
    return publish_month_of(w, live, august(), actor, id, out, err);
}

static bool publish_in(AppWorld *w, Live *live, Window month, FactId id,
                       Err *err)
{
    MonthPublished unused;
    return publish_month_of(w, live, month, w->board, id, &unused, err);
}

FACT(a_month_without_a_plan_is_published_once)
{
    Err err = {0};
    LiveView view;
    MonthPublished done = {0};
    AppWorld *w = app_world_open("publish-month");
    AUTO(live_done) Live *live = live_of(w);
    CHECK(live_take(live, CODE, &view, &err));
    Window days = publish_month_days(w->arena, &view, august());
    EXPECT(!window_is_empty(days));
    EXPECT(date_is(days.first, august().first));
    live_give(&view);
    FactId id = live_new_id(live);
    uint64_t before = app_world_kept(w);
    EXPECT(!publish(w, live, w->head, id, &done, &err)); /* may not */
    EXPECT_INT(err.kind, ERR_DENIED);
    EXPECT_INT((int64_t)app_world_kept(w), (int64_t)before);
    err = (Err){0};
    EXPECT(publish(w, live, w->board, id, &done, &err));
    EXPECT(done.solved);
    EXPECT(date_is(done.days.first, days.first));
    EXPECT_INT((int64_t)app_world_kept(w), (int64_t)before + 1);
    EXPECT(!done.again);
    Instant received = done.received;
    EXPECT(publish(w, live, w->board, id, &done, &err)); /* sent twice */
    EXPECT(done.again && done.received.us == received.us);
    EXPECT_INT((int64_t)app_world_kept(w), (int64_t)before + 1);
    EXPECT(live_settle(live, CODE, 60));
    CHECK(live_take(live, CODE, &view, &err));
    EXPECT(published_on(view.plans, days.last) != NULL);
    EXPECT(window_is_empty(publish_month_days(w->arena, &view, august())));
    live_give(&view);
    EXPECT(!publish(w, live, w->board, live_new_id(live), &done, &err));
    EXPECT_INT(err.kind, ERR_ABSENT);
    err = (Err){0};
    EXPECT(!publish_in(w, live, september(), id, &err)); /* of August */
    EXPECT_INT(err.kind, ERR_STALE);
    live_close(live);
    live = NULL;
    app_world_close(w);
}
