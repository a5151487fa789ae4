/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a server does by itself each day, on Kota Contoh (web_world.h).
 */
#include "app/session.h"
#include "app/upkeep.h"
#include "base/clock.h"
#include "harness.h"
#include "web_world.h"

FACT(each_part_is_due_once_a_day_and_erasure_not_at_the_start)
{
    static const struct {
        int32_t tidied, erased;
        int64_t seconds;
        bool tidy, erase;
    } rows[] = {
        {0,     0,     0,     true,  false},
        {18478, 0,     60,    false, false},
        {18478, 0,     3599,  false, false},
        {18478, 0,     3600,  false, true },
        {18478, 18478, 7200,  false, false},
        {18477, 18477, 90000, true,  true },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        UpkeepDone done = {{rows[i].tidied}, {rows[i].erased}};
        UpkeepDue due = upkeep_due(&done, (Date){18478}, rows[i].seconds);
        ROW("%zu", i);
        EXPECT(due.tidy == rows[i].tidy);
        EXPECT(due.erase == rows[i].erase);
    }
}

static bool is_kept(void *context, Str key, Str value, Err *err)
{
    size_t *count = context;
    (void)key;
    (void)value;
    (void)err;
    ++*count;
    return true;
}

static size_t sessions_of(WebWorld *w)
{
    Err err = {0};
    size_t count = 0;
    EXPECT(store_kept_each(w->store, STR("contoh"), STR("sesi"), is_kept,
                           &count, &err));
    return count;
}

FACT(sessions_that_ended_are_taken_away_and_those_that_live_stay)
{
    Err err = {0};
    size_t gone = 0;
    WebWorld *w = web_world_open("tidy");
    web_world_as(w, "A");
    web_world_as(w, "H");
    size_t before = sessions_of(w);
    UpkeepHouse house = {w->house.live, w->house.accounts};
    EXPECT(upkeep_tidy(&house, &gone, &err));
    EXPECT_INT((int64_t)gone, 0);
    EXPECT_INT((int64_t)sessions_of(w), (int64_t)before);
    web_world_at(w, "2020-12-01", "08.00");
    web_world_as(w, "B");
    house = (UpkeepHouse){w->house.live, w->house.accounts};
    EXPECT(upkeep_tidy(&house, &gone, &err));
    EXPECT_INT((int64_t)gone, (int64_t)before);
    EXPECT_INT((int64_t)sessions_of(w), 1);
    EXPECT_INT(web_world_get(w, "/").status, 200);
    web_world_close(w);
}

FACT(facts_are_erased_by_the_system_when_their_time_is_over)
{
    Err err = {0};
    uint64_t over = 0;
    WebWorld *w = web_world_open("erase");
    (void)web_world_say(w, "A", "izin keluar",
                        "pegawai=A;kata=kesehatan;dari=10.00;hingga=11.00");
    UpkeepHouse house = {w->house.live, w->house.accounts};
    EXPECT(upkeep_erase(&house, &over, &err));
    EXPECT_INT((int64_t)over, 0);
    web_world_at(w, "2020-12-31", "08.00"); /* 90 days after 28 August */
    house = (UpkeepHouse){w->house.live, w->house.accounts};
    EXPECT(upkeep_erase(&house, &over, &err));
    EXPECT_INT((int64_t)over, 1);
    EXPECT_STR(web_world_last(w, "dihapus").actor, "sistem");
    EXPECT(upkeep_erase(&house, &over, &err));
    EXPECT_INT((int64_t)over, 0);
    web_world_close(w);
}

FACT(a_thread_of_its_own_tidies_at_the_start_and_ends_when_asked)
{
    WebWorld *w = web_world_open("thread");
    web_world_as(w, "A");
    web_world_at(w, "2020-12-01", "08.00");
    UpkeepHouse house = {w->house.live, w->house.accounts};
    Upkeep *upkeep = upkeep_open(&house, 1);
    EXPECT(upkeep != NULL);
    upkeep_close(upkeep); /* what is begun is done */
    EXPECT_INT((int64_t)sessions_of(w), 0);
    web_world_close(w);
}
