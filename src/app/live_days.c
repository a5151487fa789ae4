/* SPDX-License-Identifier: Apache-2.0 */
/*
 * live_days.c - days of the law, made once by whoever asks first.
 *
 * A base has a shelf of the days used last.  A day is made under its own lock,
 * so that others wait for that day alone; one that falls off the shelf lives on
 * until the last view gives it back.
 */
#include "app/live_part.h"
#include "base/rand.h"

#include <stdlib.h>
#include <string.h>

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

void live_shelf_rest(LiveShelf *shelf, Date but)
{
    uint32_t kept = 0;
    live_lock(&shelf->lock);
    for (uint32_t i = 0; i < shelf->count; i++) {
        if (date_is(shelf->at[i]->day.day, but))
            shelf->at[kept++] = shelf->at[i];
        else
            live_shelved_give(shelf->at[i]);
    }
    shelf->count = kept;
    live_unlock(&shelf->lock);
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

static bool read_seen(const LiveView *view, LiveShelved *s, Err *err)
{
    const Register *r = &view->office->r;
    if (s->seen == NULL)
        s->seen = NEW(s->part.arena, uint16_t, r->person_count + 1);
    for (uint32_t p = 0; p < r->person_count; p++)
        s->seen[p] = 0;
    Seeing seeing = {r, s->seen};
    return store_seen(view->live->store, view->office->government.code,
                      s->day.day, take_seen, &seeing, err);
}

static uint64_t mark_of(const LiveView *view, Date day)
{
    return store_day_mark(view->live->store, view->office->government.code,
                          day);
}

/* The mark is taken first: what comes between is read once more. */
static bool renew_seen(const LiveView *view, LiveShelved *s, Err *err)
{
    uint64_t mark = mark_of(view, s->day.day);
    if (s->seen_known && s->seen_mark == mark) return true;
    s->seen_known = read_seen(view, s, err);
    s->seen_mark = mark;
    return s->seen_known;
}

bool live_seen(Arena *arena, LiveView *view, Date day, const uint16_t **out,
               Err *err)
{
    const LiveDay *on = NULL;
    uint32_t people = view->office->r.person_count;
    if (!live_day(view, day, &on, err)) return false;
    LiveShelved *shelved = held_day(view, day);
    CHECK(shelved != NULL); /* live_day holds it */
    uint16_t *copy = NEW(arena, uint16_t, people + 1);
    live_lock(&shelved->lock);
    bool read = renew_seen(view, shelved, err);
    for (uint32_t p = 0; read && p < people; p++)
        copy[p] = shelved->seen[p];
    live_unlock(&shelved->lock);
    if (read) *out = copy;
    return read;
}

/* ---- when reports came ----------------------------------------------------
 */

typedef struct {
    const Register *r;
    int16_t *minute;
} Reports;

static bool take_report(void *context, uint64_t number, const Fact *fact,
                        Err *err)
{
    Reports *reports = context;
    uint32_t person = map_find(&reports->r->person_codes, fact->person);
    int minute = fact_minute(fact);
    (void)number;
    (void)err;
    /* Mended on a later day: its hour is that of the one that it names. */
    if (!fact_id_none(fact->about) && minute >= 1440) return true;
    if (minute < 0) minute = 0;
    if (minute > INT16_MAX) minute = INT16_MAX;
    if (person != NO_INDEX && minute > reports->minute[person])
        reports->minute[person] = (int16_t)minute;
    return true;
}

static bool read_reports(const LiveView *view, LiveShelved *s, Err *err)
{
    const Register *r = &view->office->r;
    FactQuery query = {
        .government = view->office->government.code,
        .days = {s->day.day, s->day.day},
        .kinds = UINT64_C(1) << FACT_REPORT
    };
    if (s->reported == NULL)
        s->reported = NEW(s->part.arena, int16_t, r->person_count + 1);
    for (uint32_t p = 0; p < r->person_count; p++)
        s->reported[p] = LIVE_UNREPORTED;
    Reports reports = {r, s->reported};
    return store_facts(view->live->store, NULL, &query, take_report, &reports,
                       err);
}

static bool renew_reports(const LiveView *view, LiveShelved *s, Err *err)
{
    uint64_t mark = mark_of(view, s->day.day);
    if (s->reported_known && s->reported_mark == mark) return true;
    s->reported_known = read_reports(view, s, err);
    s->reported_mark = mark;
    return s->reported_known;
}

bool live_reported(Arena *arena, LiveView *view, Date day, const int16_t **out,
                   Err *err)
{
    const LiveDay *on = NULL;
    uint32_t people = view->office->r.person_count;
    if (!live_day(view, day, &on, err)) return false;
    LiveShelved *shelved = held_day(view, day);
    CHECK(shelved != NULL);
    int16_t *copy = NEW(arena, int16_t, people + 1);
    live_lock(&shelved->lock);
    bool read = renew_reports(view, shelved, err);
    for (uint32_t p = 0; read && p < people; p++)
        copy[p] = shelved->reported[p];
    live_unlock(&shelved->lock);
    if (read) *out = copy;
    return read;
}

/* ---- what was worked out of it --------------------------------------------
 */

const void *live_worked(Arena *arena, LiveView *view, Date day, uint64_t key,
                        size_t *size)
{
    LiveShelved *shelved = held_day(view, day);
    max_align_t *copy = NULL;
    CHECK(shelved != NULL); /* by live_day */
    live_lock(&shelved->lock);
    if (shelved->worked != NULL && shelved->worked_key == key) {
        *size = shelved->worked_size;
        copy = NEW(arena, max_align_t, *size / sizeof *copy + 1);
        memcpy(copy, shelved->worked, *size);
    }
    live_unlock(&shelved->lock);
    return copy;
}

void live_keep_worked(LiveView *view, Date day, uint64_t key, const void *bytes,
                      size_t size)
{
    LiveShelved *shelved = held_day(view, day);
    CHECK(shelved != NULL);
    void *copy = malloc(size);
    CHECK(copy != NULL);
    memcpy(copy, bytes, size);
    live_lock(&shelved->lock);
    free(shelved->worked);
    shelved->worked = copy;
    shelved->worked_size = size;
    shelved->worked_key = key;
    live_unlock(&shelved->lock);
}

uint64_t live_days_mark(const LiveView *view, Arena *arena, Window days)
{
    Buf all = buf_in(arena);
    buf_format(&all, "%llu", (unsigned long long)view->number);
    for (Date day = days.first; !date_before(days.last, day);
         day = date_plus(day, 1))
        buf_format(&all, " %llu", (unsigned long long)mark_of(view, day));
    return rand_digest(buf_str(&all));
}

char live_plan_cell(const LiveView *view, PersonId person, Date day)
{
    const Published *published = published_on(view->plans, day);
    if (published == NULL) return PLACED_NONE;
    return plan_cell(&published->plan, person, plan_day(&published->plan, day));
}

const Shift *live_shifts(Arena *arena, const LiveView *view, const LawDay *law)
{
    const Published *published = published_on(view->plans, law_date(law));
    return shift_day(arena, law, published == NULL ? NULL : &published->plan);
}
