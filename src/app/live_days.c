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

static LiveShelved *held_day(const LiveView *view, Date day)
{
    for (uint32_t i = 0; i < view->held_count; i++) {
        if (date_is(view->held[i]->day.day, day)) return view->held[i];
    }
    return NULL;
}

bool live_day(LiveView *view, Date day, const LiveDay **out, Err *err)
{
    LiveShelved *held = held_day(view, day);
    if (held != NULL) {
        *out = &held->day;
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

/* ---- what has been seen ---------------------------------------------------
 */

typedef struct {
    const Register *r;
    uint16_t *seen;
} Seeing;

static void take_seen(void *context, Str person, uint32_t mask)
{
    _Static_assert(SEEN_COUNT <= 16, "the bits fit");
    Seeing *s = context;
    uint32_t index = map_find(&s->r->person_codes, person);
    if (index != NO_INDEX) s->seen[index] = (uint16_t)mask;
}

/* Of all tallies of a day, so that it is told when one has changed (FNV-1a). */
static uint64_t tallies_of(const BoardRow *rows, size_t count)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < rows[i].unit.len; k++)
            hash =
                (hash ^ (uint8_t)rows[i].unit.ptr[k]) * UINT64_C(0x100000001b3);
        for (size_t k = 0; k < SEEN_COUNT; k++)
            hash = (hash ^ rows[i].people[k]) * UINT64_C(0x100000001b3);
    }
    return hash;
}

static bool read_seen(const LiveView *view, LiveShelved *s, uint64_t tallies,
                      Err *err)
{
    const Register *r = &view->office->r;
    if (s->seen == NULL)
        s->seen = NEW(s->part.arena, uint16_t, r->person_count + 1);
    if (s->seen_known && s->tallies == tallies) return true;
    for (uint32_t p = 0; p < r->person_count; p++)
        s->seen[p] = 0;
    Seeing seeing = {r, s->seen};
    s->tallies = tallies;
    s->seen_known = store_seen(view->live->store, view->office->government.code,
                               s->day.day, take_seen, &seeing, err);
    return s->seen_known;
}

/* The tallies are read first: what comes between is read once more. */
bool live_seen(Arena *arena, LiveView *view, Date day, const uint16_t **out,
               Err *err)
{
    const LiveDay *on = NULL;
    BoardRow *rows = NULL;
    size_t count = 0;
    uint32_t people = view->office->r.person_count;
    if (!live_day(view, day, &on, err) ||
        !store_board(view->live->store, arena, view->office->government.code,
                     day, &rows, &count, err))
        return false;
    LiveShelved *shelved = held_day(view, day);
    CHECK(shelved != NULL); /* live_day holds it */
    uint16_t *copy = NEW(arena, uint16_t, people + 1);
    live_lock(&shelved->lock);
    bool read = read_seen(view, shelved, tallies_of(rows, count), err);
    for (uint32_t p = 0; read && p < people; p++)
        copy[p] = shelved->seen[p];
    live_unlock(&shelved->lock);
    if (read) *out = copy;
    return read;
}

char live_plan_cell(const LiveView *view, PersonId person, Date day)
{
    const Published *published = published_on(view->plans, day);
    if (published == NULL) return PLACED_NONE;
    return plan_cell(&published->plan, person, plan_day(&published->plan, day));
}
