/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/demand_build.h"

/*
 * Days of a person: "di rumah paling banyak 2 hari kerja setiap minggu".  Each
 * week (from Monday) or month in which the clause means the person is a bound
 * of their row, on the seats that the roster gives on its days:
 *
 *     office at least n:   seats >= n - cut - there
 *     office at most n:    seats <= n - there
 *     home at most n:      seats >= home + open - n
 *     home at least n:     seats <= home + open + cut - n
 *
 * `there` and `home` are days that the law settles, `open` those that it
 * leaves. What it settles is not undone: a bound asks no more than the open
 * days can give.  `cut` are working days of the window on which the clause does
 * not mean the person, or outside of the plan: they may have been spent as it
 * asks.
 */

void demand_week_open(Making *m)
{
    const Corpus *c = m->corpus;
    m->weeks = NEW(m->arena, WeekRule, c->clause_count + 1);
    for (uint32_t i = 0; i < c->clause_count; i++) {
        if (c->clauses[i].act != ACT_DAYS) continue;
        size_t cells = (size_t)c->r->person_count * m->day_count;
        m->weeks[m->week_count++] =
            (WeekRule){{i}, NEW(m->arena, uint8_t, cells + 1)};
    }
}

void demand_week_note(const DemandDay *day, PersonId person)
{
    const Making *m = day->m;
    size_t cell = demand_cell(m, person.index, day->day);
    for (uint32_t i = 0; i < m->week_count; i++) {
        ClauseId id = m->weeks[i].clause;
        m->weeks[i].means[cell] =
            clause_holds(m->corpus, id, m->days[day->day]) &&
            law_means(day->law, id, person);
    }
}

/* ---- one window ---------------------------------------------------------- */

typedef struct {
    Window window;
    int32_t there, home, open, cut;
    uint64_t days; /* of the problem, on which a seat counts */
} Week;

static Window window_round(const Clause *clause, Date day)
{
    if (clause->days.unit == WEEKS) {
        Date monday = date_plus(day, -(int32_t)date_weekday(day));
        return (Window){monday, date_plus(monday, 6)};
    }
    Civil c = date_civil(day);
    Date first = date_plus(day, 1 - (int32_t)c.day);
    Date next = date_plus(first, 31);
    return (Window){first, date_plus(next, -(int32_t)date_civil(next).day)};
}

/* A day of the window, inside the plan and meant. */
static void count_day(const Making *m, const ProblemRow *row, uint32_t day,
                      Week *w)
{
    char cell = m->out->cells[demand_cell(m, row->person.index, day)];
    uint32_t d = m->out->problem_day[day];
    uint64_t bit = d == NO_INDEX ? 0 : UINT64_C(1) << d;
    if (((row->must | row->may) & bit) != 0) w->days |= bit;
    if (cell == PLACED_OPEN || (row->must & bit) != 0)
        w->open++;
    else if (cell == PLACED_OFFICE)
        w->there++;
    else if (cell == PLACED_HOME)
        w->home++;
}

static Week week_of(const Making *m, const WeekRule *rule,
                    const ProblemRow *row, Window window)
{
    const Register *r = m->corpus->r;
    uint8_t days = r->units[r->people[row->person.index].unit.index].week;
    Week w = {.window = window};
    for (Date day = window.first; !date_before(window.last, day);
         day = date_plus(day, 1)) {
        int32_t at = day.days - m->days[0].days;
        bool inside = at >= 0 && at < (int32_t)m->day_count;
        if (inside &&
            rule->means[demand_cell(m, row->person.index, (uint32_t)at)])
            count_day(m, row, (uint32_t)at, &w);
        else
            w.cut += calendar_works(m->corpus->calendar, days, day,
                                    m->corpus->known);
    }
    return w;
}

/* ---- its bound ----------------------------------------------------------- */

static int32_t between(int32_t low, int32_t number, int32_t high)
{
    if (number < low) return low;
    return number > high ? high : number;
}

static RowBound bound_of(const Clause *clause, uint32_t id, const Week *w,
                         uint64_t must)
{
    int32_t n = clause->cap.number;
    int32_t sure = __builtin_popcountll(must & w->days);
    bool most = clause->cap.compare != AT_LEAST;
    bool least = clause->cap.compare != AT_MOST;
    RowBound bound = {w->days, sure, w->open, id};
    if (clause->cap.office && least) bound.least = n - w->cut - w->there;
    if (clause->cap.office && most) bound.most = n - w->there;
    if (clause->cap.home && most) bound.least = w->home + w->open - n;
    if (clause->cap.home && least) bound.most = w->home + w->open + w->cut - n;
    bound.least = between(sure, bound.least, w->open);
    bound.most = between(sure, bound.most, w->open);
    return bound;
}

/* Two bounds on the same days are one; false when no number keeps both. */
static bool merge(RowBound *had, const RowBound *more)
{
    if (more->least > had->least) had->least = more->least;
    if (more->most < had->most) {
        had->most = more->most;
        had->clause = more->clause;
    }
    return had->least <= had->most;
}

typedef VEC(RowBound) Bounds;

static void add_bound(Making *m, Bounds *bounds, const RowBound *bound)
{
    if (bound->days == 0) return;
    for (size_t i = 0; i < bounds->count; i++) {
        RowBound *had = &bounds->at[i];
        uint32_t before = had->clause;
        if (had->days != bound->days) continue;
        if (merge(had, bound)) return;
        had->least = had->most; /* told by demand_week_fits */
        if (m->torn.index == NO_INDEX) {
            m->torn = (ClauseId){bound->clause};
            m->torn_by = (ClauseId){before};
        }
        return;
    }
    VEC_PUSH(m->arena, bounds, *bound);
}

static void add_windows(Making *m, const WeekRule *rule, const ProblemRow *row,
                        bool owing, Bounds *bounds)
{
    const Clause *clause = corpus_clause(m->corpus, rule->clause);
    uint32_t day = 0;
    while (day < m->day_count) {
        Window window = window_round(clause, m->days[day]);
        Week w = week_of(m, rule, row, window);
        RowBound bound = bound_of(clause, rule->clause.index, &w, row->must);
        bool bites = owing ||
                     bound.least > __builtin_popcountll(row->must & w.days) ||
                     bound.most < w.open;
        if (bites) add_bound(m, bounds, &bound);
        day += (uint32_t)(window.last.days - m->days[day].days) + 1;
    }
}

static bool stands_alone(const Bounds *bounds, size_t at)
{
    for (size_t i = 0; i < bounds->count; i++) {
        if (i != at && (bounds->at[i].days & bounds->at[at].days) != 0)
            return false;
    }
    return true;
}

/* Whom no cap counts would come on every day that they may: "at least" is
 * then as many as it asks for.  (Windows that overlap ask for more together,
 * and officers of a counter may be wanted there as well.)
 */
static void come_as_asked(Bounds *bounds)
{
    for (size_t i = 0; i < bounds->count; i++) {
        RowBound *bound = &bounds->at[i];
        if (bound->most == __builtin_popcountll(bound->days) &&
            stands_alone(bounds, i))
            bound->most = bound->least;
    }
}

/* Wider windows first: months before weeks. */
void demand_week_bounds(Making *m, ProblemRow *row)
{
    static const TimeUnit widths[] = {MONTHS, WEEKS};
    Bounds bounds = {0};
    bool owing = m->node_none != NO_INDEX && row->node == m->node_none;
    if ((row->must | row->may) == 0) return;
    for (size_t k = 0; k < COUNT(widths); k++) {
        for (uint32_t i = 0; i < m->week_count; i++) {
            const WeekRule *rule = &m->weeks[i];
            if (corpus_clause(m->corpus, rule->clause)->days.unit == widths[k])
                add_windows(m, rule, row, owing, &bounds);
        }
    }
    if (owing && !m->qualified[row->person.index]) come_as_asked(&bounds);
    row->bounds = bounds.at;
    row->bound_count = (uint32_t)bounds.count;
}

/* Two clauses want what no week can give: no roster. */
bool demand_week_fits(const Making *m, Err *err)
{
    if (m->torn.index == NO_INDEX) return true;
    Str a = corpus_clause(m->corpus, m->torn)->cite;
    Str b = corpus_clause(m->corpus, m->torn_by)->cite;
    (void)FAIL(err, ERR_CLASH,
               "no roster: %.*s and %.*s cannot both be kept in one week or "
               "month of a person",
               STR_ARG(a), STR_ARG(b));
    return err_id(err,
                  "tidak ada jadwal: %.*s dan %.*s tidak dapat dipenuhi "
                  "bersama dalam satu minggu atau bulan seorang pegawai",
                  STR_ARG(a), STR_ARG(b));
}
