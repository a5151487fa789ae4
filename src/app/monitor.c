/* SPDX-License-Identifier: Apache-2.0 */
#include "app/monitor_part.h"

#include <stdlib.h>

enum {
    BACK = 40, /* days in which the last working days are sought */
    DAY_END = 1440,
    PATIENCE = 30,  /* minutes after the due one until few is too few */
    WEEK_USUAL = 5, /* working days of the week of the board */
    HUNDRED = 100
};

Str monitor_need_word(MonitorNeed need, Lang lang)
{
    static const char *const words[][2] = {
#define X(name, word, english) [MONITOR_##name] = {word, english},
        MONITOR_NEEDS(X)
#undef X
    };
    CHECK((size_t)need < COUNT(words));
    return str_of(words[need][lang == LANG_EN]);
}

/* ---- rows --------------------------------------------------------------- */

static void add_row(MonitorMaking *m, UnitId agency)
{
    m->rows[m->row_count] = (MonitorAgency){.agency = agency, .limit = -1};
    m->row_of[agency.index] = m->row_count++;
}

static void open_rows(MonitorMaking *m)
{
    uint32_t count = m->r->unit_count;
    m->row_of = NEW(m->arena, uint32_t, count + 1);
    m->rows = NEW(m->arena, MonitorAgency, count + 2);
    for (uint32_t u = 0; u < count; u++)
        m->row_of[u] = NO_INDEX;
}

static void close_rows(MonitorMaking *m)
{
    m->rows[m->row_count] = (MonitorAgency){.agency = NO_UNIT, .limit = -1};
}

/* Units in no agency stand by themselves, if people work there. */
static void make_rows(MonitorMaking *m)
{
    const Register *r = m->r;
    open_rows(m);
    for (uint32_t u = 0; u < r->unit_count; u++) {
        if (r->agency_of[u].index == u) add_row(m, (UnitId){u});
    }
    for (uint32_t u = 0; u < r->unit_count; u++) {
        uint32_t agency = r->agency_of[u].index;
        if (agency != NO_INDEX) m->row_of[u] = m->row_of[agency];
    }
    for (uint32_t p = 0; p < r->person_count; p++) {
        UnitId unit = r->people[p].unit;
        if (m->row_of[unit.index] == NO_INDEX) add_row(m, unit);
    }
    close_rows(m);
}

/* A unit's subtree is one stretch of the preorder, and so is each below it. */
static void make_rows_below(MonitorMaking *m, UnitId top)
{
    const Register *r = m->r;
    open_rows(m);
    add_row(m, top);
    uint32_t at = r->enter[top.index] + 1;
    while (at < r->leave[top.index]) {
        UnitId below = r->preorder[at];
        add_row(m, below);
        for (; at < r->leave[below.index]; at++)
            m->row_of[r->preorder[at].index] = m->row_of[below.index];
    }
    close_rows(m);
}

MonitorAgency *monitor_row(const MonitorMaking *m, UnitId unit)
{
    uint32_t row = m->row_of[unit.index];
    return row == NO_INDEX ? NULL : &m->rows[row];
}

MonitorAgency *monitor_all(const MonitorMaking *m)
{
    return &m->rows[m->row_count];
}

/* ---- people today ------------------------------------------------------- */

static void count_letter(MonitorAgency *a, const Expected *e, bool bare)
{
    bool away = e->letter == PLACED_LEAVE || e->letter == PLACED_TRIP;
    a->people++;
    a->away += away && e->works;
    a->off += !e->works;
    a->bare += bare;
    a->office += e->works && e->letter == PLACED_OFFICE;
    a->field += e->works && e->letter == PLACED_FIELD;
    a->home += e->works && monitor_home(e->letter);
}

static void count_person(const MonitorMaking *m, const LiveDay *on,
                         PersonId person)
{
    const Expected *e = &on->sheet.expected[person.index];
    MonitorAgency *a = monitor_row(m, m->r->people[person.index].unit);
    if (a == NULL || !person_is_active(m->r, person, on->day)) return;
    bool bare = e->works && e->letter == PLACED_NONE;
    MonitorSaw saw = monitor_saw(&on->sheet, m->seen[person.index], person);
    MonitorAgency *const both[] = {a, monitor_all(m)};
    for (size_t i = 0; i < COUNT(both); i++) {
        count_letter(both[i], e, bare);
        both[i]->scheduled += saw.scheduled;
        both[i]->checked_in += saw.scheduled && saw.in;
        both[i]->in_office += saw.in_office;
    }
}

bool monitor_people(MonitorMaking *m, Err *err)
{
    const LiveDay *on = NULL;
    if (!live_day(m->view, m->out->day, &on, err) ||
        !live_seen(m->arena, m->view, m->out->day, &m->seen, err))
        return false;
    for (uint32_t p = 0; p < m->r->person_count; p++)
        count_person(m, on, (PersonId){p});
    return true;
}

/* ---- working days before ------------------------------------------------ */

uint32_t monitor_working_days(const Corpus *corpus, Date day, Date *out,
                              uint32_t most)
{
    uint32_t count = 0;
    for (int32_t back = 1; back <= BACK && count < most; back++) {
        Date before = date_plus(day, -back);
        if (calendar_works(corpus->calendar, WEEK_USUAL, before, corpus->known))
            out[count++] = before;
    }
    return count;
}

void monitor_add(MonitorDay *day, MonitorSaw saw)
{
    day->scheduled += saw.scheduled;
    day->checked_in += saw.scheduled && saw.in;
    day->reported += saw.reported;
    day->reviewed += saw.reported && saw.reviewed;
}

static void count_before(const MonitorMaking *m, const LiveDay *on, uint32_t at,
                         PersonId person, uint16_t seen)
{
    MonitorAgency *a = monitor_row(m, m->r->people[person.index].unit);
    if (a == NULL || !person_is_active(m->r, person, on->day)) return;
    MonitorSaw saw = monitor_saw(&on->sheet, seen, person);
    bool last = date_is(on->day, m->out->before);
    MonitorAgency *const both[] = {a, monitor_all(m)};
    for (size_t i = 0; i < COUNT(both); i++) {
        monitor_add(&both[i]->days[at], saw);
        both[i]->owed += last && saw.owes_report;
        both[i]->reported += last && saw.owes_report && saw.reported;
        both[i]->reviewed +=
            last && saw.owes_report && saw.reported && saw.reviewed;
    }
}

static void name_day(const MonitorMaking *m, Date day, uint32_t at)
{
    for (uint32_t row = 0; row <= m->row_count; row++) {
        m->rows[row].days[at].day = day;
        m->rows[row].day_count = at + 1;
    }
}

static bool count_day(MonitorMaking *m, Date day, uint32_t at, Err *err)
{
    const LiveDay *on = NULL;
    const uint16_t *seen = NULL;
    if (!live_day(m->view, day, &on, err) ||
        !live_seen(m->arena, m->view, day, &seen, err))
        return false;
    name_day(m, day, at);
    for (uint32_t p = 0; p < m->r->person_count; p++)
        count_before(m, on, at, (PersonId){p}, seen[p]);
    return true;
}

/* Reports of the last day have until the end of the next for a review. */
static void add_overdue(const MonitorMaking *m, uint32_t count)
{
    for (uint32_t row = 0; row <= m->row_count; row++) {
        MonitorAgency *a = &m->rows[row];
        for (uint32_t i = 0; i + 1 < count; i++) {
            a->old += a->days[i].reported;
            a->overdue += a->days[i].reported - a->days[i].reviewed;
        }
    }
}

static bool count_days(MonitorMaking *m, Err *err)
{
    Date days[MONITOR_DAYS];
    uint32_t count =
        monitor_working_days(m->corpus, m->out->day, days, MONITOR_DAYS);
    m->out->before = count > 0 ? days[0] : date_plus(m->out->day, -1);
    for (uint32_t i = 0; i < count; i++) {
        if (!count_day(m, days[count - 1 - i], i, err)) return false;
    }
    add_overdue(m, count);
    return true;
}

/* ---- what needs a hand -------------------------------------------------- */

static bool is_few(int32_t part, int32_t whole, int64_t enough)
{
    return (int64_t)part * HUNDRED < (int64_t)whole * enough;
}

static void set_need(MonitorAgency *a, MonitorNeed need, int32_t weight)
{
    if (a->need != MONITOR_NONE) return;
    a->need = need;
    a->weight = weight;
}

/* The first that holds, in the order of urgency. */
static void find_need(const MonitorMaking *m, MonitorAgency *a)
{
    bool due = m->minute > m->out->due;
    if (a->bare > 0) set_need(a, MONITOR_NO_PLAN, a->bare);
    if (a->over > 0) set_need(a, MONITOR_OVER, a->over);
    if (due && a->scheduled > 0 && a->checked_in == 0)
        set_need(a, MONITOR_SILENT, a->scheduled);
    if (m->out->waited && is_few(a->checked_in, a->scheduled, MONITOR_ENOUGH))
        set_need(a, MONITOR_FEW, a->scheduled - a->checked_in);
    if (is_few(a->reported, a->owed, MONITOR_ENOUGH))
        set_need(a, MONITOR_REPORTS, a->owed - a->reported);
    if (a->owed > 0 && is_few(a->old - a->overdue, a->old, MONITOR_ENOUGH_SEEN))
        set_need(a, MONITOR_REVIEWS, a->overdue);
}

static int by_need(const void *a, const void *b)
{
    const MonitorAgency *x = a, *y = b;
    bool one = x->need != MONITOR_NONE, two = y->need != MONITOR_NONE;
    if (one != two) return one ? -1 : 1;
    if (x->need != y->need) return x->need < y->need ? -1 : 1;
    if (x->weight != y->weight) return x->weight > y->weight ? -1 : 1;
    return x->agency.index < y->agency.index ? -1 : 1;
}

static void finish(MonitorMaking *m)
{
    Monitor *out = m->out;
    uint32_t kept = 0;
    out->waited = m->minute > out->due + PATIENCE;
    for (uint32_t row = 0; row < m->row_count; row++) {
        if (m->rows[row].people == 0) continue;
        find_need(m, &m->rows[row]);
        out->needing += m->rows[row].need != MONITOR_NONE;
        m->rows[kept++] = m->rows[row];
    }
    if (kept > 0) qsort(m->rows, kept, sizeof *m->rows, by_need);
    out->agencies = m->rows;
    out->count = kept;
}

/* How far the day has come: to its end when it is over. */
static int32_t minute_of(Zone zone, Date day, Instant now)
{
    return date_before(day, zone_day(zone, now)) ? DAY_END
                                                 : zone_minute(zone, now);
}

/* ---- who is looked at, and how ------------------------------------------ */

static bool has_agencies(const Register *r, UnitId unit)
{
    for (uint32_t at = r->enter[unit.index] + 1; at < r->leave[unit.index];
         at++) {
        if (r->units[r->preorder[at].index].agency) return true;
    }
    return false;
}

bool monitor_by_unit(const Register *r, UnitId unit, Date day)
{
    uint32_t people = 0;
    if (r->leave[unit.index] - r->enter[unit.index] < 2) return false;
    if (has_agencies(r, unit)) return true;
    for (uint32_t p = 0; p < r->person_count && people <= MONITOR_BY_NAME; p++)
        people += unit_is_under(r, r->people[p].unit, unit) &&
                  person_is_active(r, (PersonId){p}, day);
    return people > MONITOR_BY_NAME;
}

static MonitorMaking making_of(Arena *arena, LiveView *view, Date day,
                               Monitor *out)
{
    Zone zone = view->office->government.zone;
    *out = (Monitor){.day = day,
                     .due = register_hours(&view->office->government).begins};
    return (MonitorMaking){.arena = arena,
                           .view = view,
                           .r = &view->office->r,
                           .corpus = view->corpus,
                           .out = out,
                           .minute = minute_of(zone, day, live_view_now(view))};
}

/* Its rows are there. */
static bool count_all(MonitorMaking *m, Err *err)
{
    if (!monitor_people(m, err) || !monitor_caps(m, err) || !count_days(m, err))
        return false;
    m->out->total = *monitor_all(m);
    finish(m);
    return true;
}

bool monitor_make(Arena *arena, LiveView *view, Date day, Monitor *out,
                  Err *err)
{
    MonitorMaking m = making_of(arena, view, day, out);
    make_rows(&m);
    return count_all(&m, err);
}

bool monitor_below(Arena *arena, LiveView *view, UnitId unit, Date day,
                   Monitor *out, Err *err)
{
    MonitorMaking m = making_of(arena, view, day, out);
    make_rows_below(&m, unit);
    if (!count_all(&m, err)) return false;
    for (size_t i = 0; i < out->count; i++) {
        /* caps that count here count people of the other rows too */
        if (out->agencies[i].agency.index == unit.index)
            out->agencies[i].limit = -1;
    }
    return true;
}
