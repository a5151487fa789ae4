/* SPDX-License-Identifier: Apache-2.0 */
#include "app/monitor.h"

#include "app/monitor_part.h"

#include <stdlib.h>

enum {
    BACK = 40,      /* days in which the last working days are sought */
    PATIENCE = 30,  /* minutes after the due one until few is too few */
    ENOUGH = 80,    /* per cent */
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

/* Units in no agency stand by themselves, if people work there. */
static void make_rows(MonitorMaking *m)
{
    const Register *r = m->r;
    m->row_of = NEW(m->arena, uint32_t, r->unit_count + 1);
    m->rows = NEW(m->arena, MonitorAgency, r->unit_count + 2);
    for (uint32_t u = 0; u < r->unit_count; u++)
        m->row_of[u] = NO_INDEX;
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
    m->rows[m->row_count] = (MonitorAgency){.agency = NO_UNIT, .limit = -1};
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

/* ---- what is owed ------------------------------------------------------- */

static bool owes(const DutySheet *s, PersonId person, DutyKind kind)
{
    const Expected *e = &s->expected[person.index];
    for (uint32_t i = 0; i < s->duty_count; i++) {
        const Duty *d = &s->duties[i];
        bool daily = kind != DUTY_REPORT || d->rhythm == RHYTHM_DAILY;
        if (d->kind == kind && d->part == PART_OWED && daily &&
            (s->owed[person.index] >> i & 1) != 0 &&
            duty_owed(d, e->letter, e->recalled))
            return true;
    }
    return false;
}

static bool is_home(char letter)
{
    return letter == PLACED_HOME || letter == PLACED_CLOSED;
}

/* A check-in is waited for: at home only where a letter asks for it. */
static bool is_scheduled(const DutySheet *s, PersonId person)
{
    const Expected *e = &s->expected[person.index];
    if (!e->works) return false;
    if (e->letter == PLACED_OFFICE || e->letter == PLACED_FIELD) return true;
    return is_home(e->letter) && owes(s, person, DUTY_PRESENT);
}

static bool owes_report(const DutySheet *s, PersonId person)
{
    const Expected *e = &s->expected[person.index];
    bool judged = e->works && (e->letter == PLACED_OFFICE ||
                               e->letter == PLACED_FIELD || is_home(e->letter));
    return judged && owes(s, person, DUTY_REPORT);
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
    a->home += e->works && is_home(e->letter);
}

static void count_person(const MonitorMaking *m, const LiveDay *on,
                         PersonId person)
{
    const Expected *e = &on->sheet.expected[person.index];
    MonitorAgency *a = monitor_row(m, m->r->people[person.index].unit);
    if (a == NULL || !person_is_active(m->r, person, on->day)) return;
    bool bare = e->works && e->letter == PLACED_NONE;
    bool scheduled = is_scheduled(&on->sheet, person);
    count_letter(a, e, bare);
    count_letter(monitor_all(m), e, bare);
    a->scheduled += scheduled;
    monitor_all(m)->scheduled += scheduled;
}

static bool count_people(MonitorMaking *m, Err *err)
{
    const LiveDay *on = NULL;
    if (!live_day(m->view, m->out->day, &on, err)) return false;
    for (uint32_t p = 0; p < m->r->person_count; p++)
        count_person(m, on, (PersonId){p});
    return true;
}

/* ---- tallies ------------------------------------------------------------ */

int32_t monitor_seen(const BoardRow *row, Seen what)
{
    return (int32_t)row->people[what];
}

static int32_t seen_in(const BoardRow *row)
{
    return monitor_seen(row, SEEN_IN_OFFICE) + monitor_seen(row, SEEN_IN_HOME) +
           monitor_seen(row, SEEN_IN_FIELD);
}

static bool read_board(const MonitorMaking *m, Date day, MonitorBoard *out,
                       Err *err)
{
    return store_board(live_store(m->view->live), m->arena,
                       m->view->office->government.code, day, &out->at,
                       &out->count, err);
}

/* The unit of a row of the board; NULL for one that the register lost. */
static MonitorAgency *row_on(const MonitorMaking *m, const BoardRow *row)
{
    uint32_t unit = map_find(&m->r->unit_codes, row->unit);
    return unit == NO_INDEX ? NULL : monitor_row(m, (UnitId){unit});
}

static void add_today(MonitorAgency *a, const BoardRow *row)
{
    a->checked_in += seen_in(row);
    a->in_office += monitor_seen(row, SEEN_IN_OFFICE);
}

static void count_board(const MonitorMaking *m, const MonitorBoard *board)
{
    for (size_t i = 0; i < board->count; i++) {
        MonitorAgency *a = row_on(m, &board->at[i]);
        if (a == NULL) continue;
        add_today(a, &board->at[i]);
        add_today(monitor_all(m), &board->at[i]);
    }
}

/* ---- working days before ------------------------------------------------ */

static uint32_t working_days(const MonitorMaking *m, Date out[MONITOR_DAYS])
{
    uint32_t count = 0;
    for (int32_t back = 1; back <= BACK && count < MONITOR_DAYS; back++) {
        Date day = date_plus(m->out->day, -back);
        if (calendar_works(m->corpus->calendar, WEEK_USUAL, day,
                           m->corpus->known))
            out[count++] = day;
    }
    return count;
}

static void count_owed(const MonitorMaking *m, const LiveDay *on, uint32_t at)
{
    for (uint32_t p = 0; p < m->r->person_count; p++) {
        PersonId person = {p};
        MonitorAgency *a = monitor_row(m, m->r->people[p].unit);
        if (a == NULL || !person_is_active(m->r, person, on->day)) continue;
        bool scheduled = is_scheduled(&on->sheet, person);
        a->days[at].scheduled += scheduled;
        monitor_all(m)->days[at].scheduled += scheduled;
        if (!date_is(on->day, m->out->before)) continue;
        bool owed = owes_report(&on->sheet, person);
        a->owed += owed;
        monitor_all(m)->owed += owed;
    }
}

static void add_day(MonitorAgency *a, const BoardRow *row, uint32_t at)
{
    MonitorDay *d = &a->days[at];
    d->checked_in += seen_in(row);
    d->reported += monitor_seen(row, SEEN_REPORTED);
    d->reviewed += monitor_seen(row, SEEN_REVIEWED);
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
    MonitorBoard board = {0};
    if (!live_day(m->view, day, &on, err) || !read_board(m, day, &board, err))
        return false;
    name_day(m, day, at);
    count_owed(m, on, at);
    for (size_t i = 0; i < board.count; i++) {
        MonitorAgency *a = row_on(m, &board.at[i]);
        if (a == NULL) continue;
        add_day(a, &board.at[i], at);
        add_day(monitor_all(m), &board.at[i], at);
    }
    return true;
}

static bool count_days(MonitorMaking *m, Err *err)
{
    Date days[MONITOR_DAYS];
    uint32_t count = working_days(m, days);
    m->out->before = count > 0 ? days[0] : date_plus(m->out->day, -1);
    for (uint32_t i = 0; i < count; i++) {
        if (!count_day(m, days[count - 1 - i], i, err)) return false;
    }
    for (uint32_t row = 0; row <= m->row_count && count > 0; row++) {
        MonitorAgency *a = &m->rows[row];
        a->reported = a->days[count - 1].reported;
        a->reviewed = a->days[count - 1].reviewed;
    }
    return true;
}

/* ---- what needs a hand -------------------------------------------------- */

static bool is_few(int32_t part, int32_t whole)
{
    return (int64_t)part * HUNDRED < (int64_t)whole * ENOUGH;
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
    bool late = m->minute > m->out->due + PATIENCE;
    if (a->bare > 0) set_need(a, MONITOR_NO_PLAN, a->bare);
    if (a->over > 0) set_need(a, MONITOR_OVER, a->over);
    if (due && a->scheduled > 0 && a->checked_in == 0)
        set_need(a, MONITOR_SILENT, a->scheduled);
    if (late && is_few(a->checked_in, a->scheduled))
        set_need(a, MONITOR_FEW, a->scheduled - a->checked_in);
    if (is_few(a->reported, a->owed))
        set_need(a, MONITOR_REPORTS, a->owed - a->reported);
    if (a->owed > 0 && is_few(a->reviewed, a->reported))
        set_need(a, MONITOR_REVIEWS, a->reported - a->reviewed);
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

bool monitor_make(Arena *arena, LiveView *view, Monitor *out, Err *err)
{
    Zone zone = view->office->government.zone;
    Instant now = live_view_now(view);
    MonitorBoard board = {0};
    *out = (Monitor){.day = zone_day(zone, now),
                     .due = register_hours(&view->office->government).begins};
    MonitorMaking m = {.arena = arena,
                       .view = view,
                       .r = &view->office->r,
                       .corpus = view->corpus,
                       .out = out,
                       .minute = zone_minute(zone, now)};
    make_rows(&m);
    if (!count_people(&m, err) || !read_board(&m, out->day, &board, err))
        return false;
    count_board(&m, &board);
    if (!monitor_caps(&m, &board, err) || !count_days(&m, err)) return false;
    out->total = *monitor_all(&m);
    finish(&m);
    return true;
}
