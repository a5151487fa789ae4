/* SPDX-License-Identifier: Apache-2.0 */
#include "app/people_day.h"

#include "base/rand.h"

#include <stdlib.h>

#define K(name) (UINT64_C(1) << (FACT_##name))

typedef struct {
    Arena *arena;
    LiveView *view;
    Window read; /* the day, and those before it whose reports count on it */
    VEC(Fact) facts;
    Map ids; /* bytes of an id -> place in facts */
} Gathering;

/* A day, and what it is worked out of. */
typedef struct {
    PeopleDay out;
    const DayBook *book;
    DayView view;
} Working;

/* ---- what was said --------------------------------------------------------
 */

static Str key_of(const Fact *fact)
{
    return (Str){(const char *)fact->id.bytes, sizeof fact->id.bytes};
}

static Str about_of(const Fact *fact)
{
    return (Str){(const char *)fact->about.bytes, sizeof fact->about.bytes};
}

/* The key lies in the arena: facts move as their row grows. */
static void keep(Gathering *g, const Fact *fact)
{
    Str key = key_of(fact);
    if (map_find(&g->ids, key) != NO_INDEX) return;
    (void)map_put(&g->ids, str_copy(g->arena, key), (uint32_t)g->facts.count);
    VEC_PUSH(g->arena, &g->facts, *fact);
}

/* What answers something of another day belongs there.  An answer comes behind
 * what it answers. */
static bool is_near(const Gathering *g, const Fact *fact)
{
    if (fact_follows(fact))
        return map_find(&g->ids, about_of(fact)) != NO_INDEX;
    return fact_is_gap(fact) || window_meets(fact_days(fact), g->read);
}

static bool take(void *context, uint64_t number, const Fact *fact, Err *err)
{
    Gathering *g = context;
    (void)number;
    (void)err;
    if (is_near(g, fact)) keep(g, fact);
    return true;
}

static void take_at_hand(Gathering *g)
{
    LiveFacts all = live_facts_kinds(g->view, g->arena, ~UINT64_C(0));
    for (size_t i = 0; i < all.count; i++) {
        if (is_near(g, all.at[i])) keep(g, all.at[i]);
    }
}

static bool read_window(Gathering *g, Window days, uint64_t kinds, Err *err)
{
    FactQuery query = {.government = g->view->office->government.code,
                       .days = days,
                       .kinds = kinds};
    return window_is_empty(days) || store_facts(live_store(g->view->live),
                                                g->arena, &query, take, g, err);
}

/* Who came and went on days before says nothing of this one, and is most of
 * what is written. */
static bool read_days(Gathering *g, Err *err)
{
    Date day = g->read.last;
    Window before = {g->read.first, date_plus(day, -1)};
    return read_window(g, before, ~(K(CHECK_IN) | K(CHECK_OUT)), err) &&
           read_window(g, (Window){day, day}, 0, err);
}

Date people_day_reports(Arena *arena, const LiveView *view, const LiveDay *on)
{
    LiveFacts rhythms = live_facts_kinds(view, arena, K(RHYTHM));
    bool week = false, month = false;
    for (uint32_t i = 0; i < on->sheet.duty_count; i++) {
        const Duty *duty = &on->sheet.duties[i];
        if (duty->kind != DUTY_REPORT) continue;
        week = week || duty->rhythm == RHYTHM_WEEKLY;
        month = month || duty->rhythm == RHYTHM_MONTHLY;
    }
    for (size_t i = 0; i < rhythms.count; i++) {
        week = week || str_is(rhythms.at[i]->word, STR("mingguan"));
        month = month || str_is(rhythms.at[i]->word, STR("bulanan"));
    }
    if (month) return date_plus(on->day, 1 - date_civil(on->day).day);
    return week ? date_plus(on->day, -(int32_t)date_weekday(on->day)) : on->day;
}

/* What has not arrived by now, nobody knows. */
static void drop_later(Gathering *g, Instant now)
{
    size_t kept = 0;
    for (size_t i = 0; i < g->facts.count; i++) {
        const Fact *fact = &g->facts.at[i];
        if (fact->received.us <= now.us || fact_is_gap(fact))
            g->facts.at[kept++] = *fact;
    }
    g->facts.count = kept;
}

/* ---- one person ------------------------------------------------------------
 */

static void take_minutes(Thread thread, PeopleRow *row)
{
    for (uint32_t i = 0; i < thread.count; i++) {
        const Entry *e = &thread.entries[i];
        if (e->struck) continue;
        if (e->fact->kind == FACT_CHECK_IN &&
            (row->in_minute < 0 || e->minute < row->in_minute))
            row->in_minute = e->minute;
        if (e->fact->kind == FACT_CHECK_OUT && e->minute > row->out_minute)
            row->out_minute = e->minute;
    }
}

static void take_finding(const Finding *f, PeopleRow *row)
{
    Colour colour = finding_colour(f);
    row->breaches += colour == COLOUR_BREACH;
    row->questions += f->outcome == OUTCOME_QUESTION;
    row->unknown += f->outcome == OUTCOME_UNKNOWN;
    if (colour == COLOUR_BREACH || f->outcome == OUTCOME_QUESTION)
        row->asks |= 1U << f->duty;
    if (f->duty == DUTY_PRESENT && row->presence == OUTCOME_NONE) {
        row->presence = f->outcome;
        row->presence_colour = colour;
        if (f->outcome == OUTCOME_LATE) row->late = f->minutes;
    }
    if (f->duty == DUTY_REPORT && row->report == OUTCOME_NONE) {
        row->report = f->outcome;
        row->report_colour = colour;
    }
}

static PeopleRow row_of(const Working *w, PersonId person)
{
    Verdict verdict;
    PeopleRow row = {.person = person, .in_minute = -1, .out_minute = -1};
    verdict_make(&w->view, person, &verdict);
    row.letter = verdict.expected;
    row.where = verdict.where;
    row.works = w->out.on->sheet.expected[person.index].works;
    for (uint32_t i = 0; i < verdict.count; i++)
        take_finding(&verdict.findings[i], &row);
    take_minutes(daybook_person(w->book, person, w->out.day), &row);
    return row;
}

/* ---- everybody -------------------------------------------------------------
 */

static void take_outages(Arena *arena, Zone zone, Working *w)
{
    size_t count = 0, kept = 0;
    const Outage *all = daybook_outages(w->book, &count);
    Outage *near = NEW(arena, Outage, count + 1);
    Instant from = zone_instant(zone, w->out.day, 0);
    Instant to = zone_instant(zone, date_plus(w->out.day, 1), 0);
    for (size_t i = 0; i < count; i++) {
        if (all[i].from.us < to.us && all[i].to.us > from.us)
            near[kept++] = all[i];
    }
    w->out.outages = near;
    w->out.outage_count = kept;
}

static void make_rows(Arena *arena, const Register *r, Working *w)
{
    size_t count = 0;
    PeopleRow *rows = NEW(arena, PeopleRow, r->person_count + 1);
    for (uint32_t p = 0; p < r->person_count; p++) {
        PersonId person = {p};
        if (person_is_active(r, person, w->out.day))
            rows[count++] = row_of(w, person);
    }
    w->out.rows = rows;
    w->out.count = count;
}

static bool work_out(Gathering *g, PeopleDay *out, Err *err)
{
    const Register *r = &g->view->office->r;
    Working w = {.out = *out};
    Zone zone = g->view->office->government.zone;
    Instant now = live_view_now(g->view);
    take_at_hand(g);
    if (!read_days(g, err)) return false;
    take_at_hand(g); /* answers to what was read just now */
    drop_later(g, now);
    w.book =
        daybook_make(g->arena, r, g->facts.at, g->facts.count, g->read, NULL);
    w.view = (DayView){&out->on->sheet, w.book, zone, now};
    take_outages(g->arena, zone, &w);
    make_rows(g->arena, r, &w);
    *out = w.out;
    return true;
}

/* ---- kept ------------------------------------------------------------------
 */

/* In front of what is kept; outages and rows follow. */
typedef struct {
    size_t outages, rows;
} Counts;

_Static_assert(sizeof(Counts) % _Alignof(Outage) == 0 &&
                   sizeof(Outage) % _Alignof(PeopleRow) == 0,
               "they stand one behind the other");

/* A verdict changes with what is known, and with the minute. */
static uint64_t key_of_day(const Gathering *g)
{
    uint64_t mark = live_days_mark(g->view, g->arena, g->read);
    int64_t minute = live_view_now(g->view).us / 60000000;
    return rand_digest(str_format(g->arena, "%llu %lld",
                                  (unsigned long long)mark, (long long)minute));
}

static bool find_kept(const Gathering *g, uint64_t key, PeopleDay *out)
{
    size_t size = 0;
    const Counts *counts = live_worked(g->arena, g->view, out->day, key, &size);
    if (counts == NULL) return false;
    out->outages = (const Outage *)(counts + 1);
    out->outage_count = counts->outages;
    out->rows = (const PeopleRow *)(out->outages + out->outage_count);
    out->count = counts->rows;
    return true;
}

static void keep_day(const Gathering *g, uint64_t key, const PeopleDay *day)
{
    Buf all = buf_in(g->arena);
    Counts counts = {day->outage_count, day->count};
    buf_put(&all, (Str){(const char *)&counts, sizeof counts});
    buf_put(&all, (Str){(const char *)day->outages,
                        day->outage_count * sizeof *day->outages});
    buf_put(&all,
            (Str){(const char *)day->rows, day->count * sizeof *day->rows});
    Str bytes = buf_str(&all);
    live_keep_worked(g->view, day->day, key, bytes.ptr, bytes.len);
}

bool people_day(Arena *arena, LiveView *view, Date day, PeopleDay *out,
                Err *err)
{
    Gathering g = {.arena = arena, .view = view, .ids = map_in(arena)};
    *out = (PeopleDay){.day = day};
    if (!live_day(view, day, &out->on, err)) return false;
    g.read = (Window){people_day_reports(arena, view, out->on), day};
    uint64_t key = key_of_day(&g);
    if (find_kept(&g, key, out)) return true;
    if (!work_out(&g, out, err)) return false;
    keep_day(&g, key, out);
    return true;
}

static int by_person(const void *key, const void *item)
{
    uint32_t a = ((const PersonId *)key)->index;
    uint32_t b = ((const PeopleRow *)item)->person.index;
    return a < b ? -1 : a > b;
}

const PeopleRow *people_day_row(const PeopleDay *day, PersonId person)
{
    return bsearch(&person, day->rows, day->count, sizeof *day->rows,
                   by_person);
}
