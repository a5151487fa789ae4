/* SPDX-License-Identifier: Apache-2.0 */
/*
 * live_days.c - days of the law, made once by whoever asks first.
 *
 * A base has a shelf of the days used last.  A day is made under its own lock,
 * so that others wait for that day alone; one that falls off the shelf lives on
 * until the last view gives it back.
 */
#include "app/live_part.h"

enum { DAY_BLOCK = 1 << 20 };

void live_shelf_init(LiveShelf *shelf)
{
    CHECK(pthread_mutex_init(&shelf->lock, NULL) == 0);
}

void live_shelf_done(LiveShelf *shelf)
{
    for (uint32_t i = 0; i < shelf->count; i++)
        live_shelved_give(shelf->at[i]);
    CHECK(pthread_mutex_destroy(&shelf->lock) == 0);
}

static LiveShelved *empty_day(Date day)
{
    LiveShelved *shelved = LIVE_PART(LiveShelved, DAY_BLOCK);
    CHECK(pthread_mutex_init(&shelved->lock, NULL) == 0);
    shelved->day.day = day;
    return shelved;
}

/* The place for a new one: the next, or that of the one used longest ago. */
static uint32_t make_room(LiveShelf *shelf)
{
    uint32_t oldest = 0;
    if (shelf->count < LIVE_DAYS) return shelf->count++;
    for (uint32_t i = 1; i < shelf->count; i++) {
        if (shelf->at[i]->used < shelf->at[oldest]->used) oldest = i;
    }
    live_shelved_give(shelf->at[oldest]);
    return oldest;
}

/* Held for the caller. */
static LiveShelved *take_down(LiveShelf *shelf, Date day)
{
    LiveShelved *found = NULL;
    live_lock(&shelf->lock);
    for (uint32_t i = 0; i < shelf->count && found == NULL; i++) {
        if (date_is(shelf->at[i]->day.day, day)) found = shelf->at[i];
    }
    if (found == NULL) {
        found = empty_day(day);
        uint32_t place = make_room(shelf);
        shelf->at[place] = found;
    }
    found->used = ++shelf->clock;
    live_part_hold(&found->part);
    live_unlock(&shelf->lock);
    return found;
}

static bool make_day(const LiveView *view, LiveShelved *shelved, Err *err)
{
    LiveDay *day = &shelved->day;
    const Published *published = published_on(view->plans, day->day);
    DayHours hours = register_hours(&view->office->government);
    day->law = law_day(shelved->part.arena, view->corpus, day->day);
    return duty_sheet_make(shelved->part.arena, day->law,
                           published == NULL ? NULL : &published->plan, hours,
                           &day->sheet, err);
}

static bool has_room(const LiveView *view, Err *err)
{
    if (view->held_count < LIVE_HELD) return true;
    (void)FAIL(err, ERR_LIMIT, "more than %d days are asked for at once",
               LIVE_HELD);
    return err_id(err, "lebih dari %d hari diminta sekaligus", LIVE_HELD);
}

bool live_day(LiveView *view, Date day, const LiveDay **out, Err *err)
{
    for (uint32_t i = 0; i < view->held_count; i++) {
        if (!date_is(view->held[i]->day.day, day)) continue;
        *out = &view->held[i]->day;
        return true;
    }
    if (!has_room(view, err)) return false;
    LiveShelved *shelved = take_down(&view->snapshot->base->shelf, day);
    live_lock(&shelved->lock);
    bool made = shelved->made || make_day(view, shelved, err);
    shelved->made = made;
    live_unlock(&shelved->lock);
    if (!made) {
        live_shelved_give(shelved);
        return false;
    }
    view->held[view->held_count++] = shelved;
    *out = &shelved->day;
    return true;
}

char live_plan_cell(const LiveView *view, PersonId person, Date day)
{
    const Published *published = published_on(view->plans, day);
    if (published == NULL) return PLACED_NONE;
    return plan_cell(&published->plan, person, plan_day(&published->plan, day));
}
