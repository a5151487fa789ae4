#include "roster/demand_build.h"

/*
 * Counters.  A counter is open on its weekdays, inside its window, when its
 * unit works and is not closed.  Of its staff some are there by law already
 * (exempt, forced in and no row), some the roster may call, the others are
 * away.  What cannot be had is a shortage, said and not hidden; the rest is a
 * hard minimum.  Where a clause lets a cap be exceeded by the need of
 * counters, the unit's seats are raised to that need.
 */

static bool is_open(const Making *m, const Counter *counter, uint32_t day)
{
    const Corpus *c = m->corpus;
    const Unit *unit = &c->r->units[counter->unit.index];
    Date date = m->days[day];
    if (!window_has(counter->window, date) ||
        (counter->weekdays & (1U << date_weekday(date))) == 0)
        return false;
    for (uint32_t i = 0; i < c->closure_count; i++) {
        UnitId shut = c->closures[i].unit;
        if (window_has(c->closures[i].window, date) &&
            c->r->work_unit_of[counter->unit.index].index == shut.index)
            return false;
    }
    return calendar_works(c->calendar, unit->week, date, c->known);
}

/* Who of the staff is there by law, may be called, or is sent home. */
typedef struct {
    int32_t present, callable, home;
} Staff;

static Staff count_staff(const Making *m, const Counter *counter, uint32_t day)
{
    Staff staff = {0, 0, 0};
    uint32_t d = m->out->problem_day[day];
    for (size_t i = 0; i < counter->staff_count; i++) {
        uint32_t person = counter->staff[i].index;
        char cell = m->out->plan.cells[demand_cell(m, person, day)];
        uint32_t row = m->row_of[person];
        const ProblemRow *rows = m->out->problem.rows;
        bool must =
            row != NO_INDEX && d != NO_INDEX && (rows[row].must >> d & 1) != 0;
        if (must || cell == PLACED_OPEN)
            staff.callable++;
        else if (cell == PLACED_OFFICE || cell == PLACED_FIELD ||
                 cell == PLACED_USUAL)
            staff.present++;
        else if (cell == PLACED_HOME)
            staff.home++;
    }
    return staff;
}

typedef VEC(Shortage) Shortages;

static int32_t need_on(Making *m, uint32_t counter, uint32_t day,
                       Shortages *shortages)
{
    const Counter *c = &m->corpus->r->counters[counter];
    if (!is_open(m, c, day)) return 0;
    Staff staff = count_staff(m, c, day);
    int32_t able = staff.present + staff.callable;
    if (able < c->need)
        VEC_PUSH(m->arena, shortages,
                 ((Shortage){c->unit,
                             {counter},
                             m->days[day],
                             c->need,
                             able,
                             staff.home > 0}));
    int32_t wanted = c->need - staff.present;
    if (wanted > staff.callable) wanted = staff.callable;
    return wanted > 0 ? wanted : 0;
}

/* The rows of a counter's staff, ascending. */
static uint32_t take_staff(Making *m, const Counter *counter, uint32_t *rows)
{
    uint32_t count = 0;
    for (size_t i = 0; i < counter->staff_count; i++) {
        uint32_t row = m->row_of[counter->staff[i].index];
        uint32_t at = count;
        if (row == NO_INDEX) continue;
        for (; at > 0 && rows[at - 1] > row; at--) {
            rows[at] = rows[at - 1];
        }
        rows[at] = row;
        count++;
    }
    return count;
}

static bool make_post(Making *m, uint32_t counter, Shortages *shortages,
                      ProblemPost *out)
{
    const Counter *c = &m->corpus->r->counters[counter];
    uint32_t days = m->out->problem.day_count;
    int32_t *need = NEW(m->arena, int32_t, days + 1);
    bool any = false;
    for (uint32_t day = 0; day < m->day_count; day++) {
        uint32_t d = m->out->problem_day[day];
        int32_t wanted = need_on(m, counter, day, shortages);
        if (d != NO_INDEX) need[d] = wanted;
        any |= d != NO_INDEX && wanted > 0;
    }
    uint32_t *rows = NEW(m->arena, uint32_t, c->staff_count + 1);
    *out = (ProblemPost){{counter},
                         m->node_in[c->unit.index],
                         need,
                         rows,
                         take_staff(m, c, rows)};
    return any && out->node != NO_INDEX;
}

/* ---- need above the cap ------------------------------------------------ */

static bool may_exceed(const Making *m, UnitId unit, uint32_t cap, Date day)
{
    for (uint32_t i = 0; i < m->corpus->clause_count; i++) {
        const Clause *clause = &m->corpus->clauses[i];
        if (clause->act != ACT_EXCEED ||
            !clause_holds(m->corpus, (ClauseId){i}, day) ||
            (clause->units != NULL && !clause->units[unit.index]))
            continue;
        for (uint32_t t = 0; t < clause->target_count; t++) {
            if (clause->targets[t].index == cap) return true;
        }
    }
    return false;
}

/* Seats that the posts of each node want, per node and day. */
static int32_t *needs_of(const Making *m)
{
    const Problem *p = &m->out->problem;
    size_t days = p->day_count;
    int32_t *need = NEW(m->arena, int32_t, p->node_count * days + 1);
    for (uint32_t i = 0; i < p->post_count; i++) {
        for (uint32_t d = 0; d < p->day_count; d++)
            need[p->posts[i].node * days + d] += p->posts[i].need[d];
    }
    return need;
}

static void note_excess(Making *m, UnitId unit, uint32_t cap, uint32_t d,
                        int32_t over)
{
    for (uint32_t day = 0; day < m->day_count; day++) {
        if (m->out->problem_day[day] == d)
            demand_line(m, (ClauseId){cap}, unit)->days[day].need = over;
    }
}

static void raise_seats(Making *m)
{
    const Problem *p = &m->out->problem;
    const int32_t *needs = needs_of(m);
    for (uint32_t n = 0; n < p->node_count; n++) {
        int32_t *most = m->seats[n].most;
        for (uint32_t d = 0; d < p->day_count; d++) {
            uint32_t cap = p->nodes[n].why[d].clause;
            int32_t need = needs[(size_t)n * p->day_count + d];
            if (need <= most[d] || cap == NO_INDEX ||
                !may_exceed(m, p->nodes[n].unit, cap, p->days[d]))
                continue;
            note_excess(m, p->nodes[n].unit, cap, d, need - most[d]);
            most[d] = need;
        }
    }
}

void demand_posts(Making *m)
{
    const Register *r = m->corpus->r;
    ProblemPost *posts = NEW(m->arena, ProblemPost, r->counter_count + 1);
    Shortages shortages = {0};
    uint32_t count = 0;
    for (uint32_t c = 0; c < r->counter_count; c++) {
        if (make_post(m, c, &shortages, &posts[count])) count++;
    }
    m->out->problem.posts = posts;
    m->out->problem.post_count = count;
    m->out->shortages = shortages.at;
    m->out->shortage_count = (uint32_t)shortages.count;
    raise_seats(m);
}
