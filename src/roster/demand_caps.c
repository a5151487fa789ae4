/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/demand_build.h"

/*
 * Seats.  For each cap, unit and day: base, the number by the letter, people
 * whom other steps put in its place.  What is left for the rows below the
 * unit is that number less the people who are settled and are no rows.  A cap
 * yields to forced people: it never falls below them.
 */

Line *demand_line(Making *m, ClauseId clause, UnitId unit)
{
    size_t units = m->corpus->r->unit_count;
    uint32_t *slot = &m->line_of[clause.index * units + unit.index];
    if (*slot == NO_INDEX) {
        *slot = (uint32_t)m->lines.count;
        VEC_PUSH(m->arena, &m->lines,
                 ((Line){clause, unit, NEW(m->arena, CapDay, m->day_count),
                         NEW(m->arena, int32_t, m->day_count)}));
    }
    return &m->lines.at[*slot];
}

static int32_t at_least(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

static int32_t at_most(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

static int32_t stated_number(const Clause *clause, int32_t base)
{
    return at_least(cap_number(&clause->cap, base), clause->cap.floor_number);
}

/* ---- the days of the problem ------------------------------------------- */

static bool has_open_cell(const Making *m, uint32_t day)
{
    if (m->owed[day] > 0) return true;
    for (size_t l = 0; l < m->lines.count; l++) {
        if (m->lines.at[l].days[day].free > 0) return true;
    }
    return false;
}

static bool refuse_days(uint32_t count, Err *err)
{
    (void)FAIL(err, ERR_INPUT,
               "%u working days are left to the roster, at most %d fit; give a "
               "shorter --from and --to",
               count, PROBLEM_DAYS);
    return err_id(err,
                  "%u hari kerja diserahkan kepada penyusun, paling banyak %d; "
                  "beri --from dan --to yang lebih pendek",
                  count, PROBLEM_DAYS);
}

bool demand_days(Making *m, Err *err)
{
    Demand *out = m->out;
    Date *days = NEW(m->arena, Date, m->day_count);
    out->problem_day = NEW(m->arena, uint32_t, m->day_count);
    uint32_t count = 0;
    for (uint32_t day = 0; day < m->day_count; day++) {
        bool open = has_open_cell(m, day);
        out->problem_day[day] = open ? count : NO_INDEX;
        if (open) days[count++] = m->days[day];
    }
    if (count > PROBLEM_DAYS) return refuse_days(count, err);
    out->problem.days = days;
    out->problem.day_count = count;
    return true;
}

/* ---- nodes ------------------------------------------------------------- */

static Seats open_seats(Making *m)
{
    uint32_t days = m->out->problem.day_count;
    Seats s = {
        .least = NEW(m->arena, int32_t, days),
        .most = NEW(m->arena, int32_t, days),
        .hard = NEW(m->arena, int32_t, days),
        .why = NEW(m->arena, BoundWhy, days),
        .why_least = NEW(m->arena, BoundWhy, days),
        .why_hard = NEW(m->arena, BoundWhy, days),
    };
    for (uint32_t d = 0; d < days; d++) {
        s.most[d] = s.hard[d] = PROBLEM_FREE;
        s.why[d].clause = s.why_least[d].clause = NO_INDEX;
        s.why_hard[d].clause = NO_INDEX;
    }
    return s;
}

/* What a line leaves to the roster on a day, and whether that is for sure. */
typedef struct {
    Seats *s;
    uint32_t d;
    bool hard;
    BoundWhy why;
} Bounding;

static void lower_most(const Bounding *b, int32_t seats)
{
    Seats *s = b->s;
    if (b->hard && seats < s->hard[b->d]) {
        s->hard[b->d] = seats;
        s->why_hard[b->d] = b->why;
    }
    if (seats >= s->most[b->d]) return;
    s->most[b->d] = seats;
    s->why[b->d] = b->why;
}

static void raise_least(const Bounding *b, int32_t seats)
{
    Seats *s = b->s;
    if (seats <= s->least[b->d]) return;
    s->least[b->d] = seats;
    s->why_least[b->d] = b->why;
}

/* A bound on those in the office. */
static void bound_office(const Bounding *b, const Clause *clause,
                         const CapDay *day)
{
    int32_t upper = at_least(day->stated, day->forced) - day->forced;
    int32_t lower = at_least(day->stated - day->forced, 0);
    if (clause->cap.compare != AT_LEAST) lower_most(b, upper);
    if (clause->cap.compare != AT_MOST) raise_least(b, lower);
}

/*
 * A bound on those at home: the others come in.  "At most" is filled, as a
 * permission is taken by default; so the number in is fixed.
 */
static void bound_home(const Bounding *b, const Clause *clause,
                       const CapDay *day)
{
    int32_t stay = at_most(at_least(day->stated - day->forced, 0), day->free);
    int32_t in = day->free - stay;
    lower_most(b, in);
    if (clause->cap.compare != AT_LEAST) raise_least(b, in);
}

/* ---- may a cap be exceeded? ---------------------------------------------- */

static bool targets(const Clause *clause, ClauseId cap)
{
    for (uint32_t t = 0; t < clause->target_count; t++) {
        if (clause->targets[t].index == cap.index) return true;
    }
    return false;
}

bool demand_may_exceed(const Making *m, UnitId unit, ClauseId cap, Date day)
{
    for (uint32_t i = 0; i < m->corpus->clause_count; i++) {
        const Clause *clause = &m->corpus->clauses[i];
        if (clause->act == ACT_EXCEED && targets(clause, cap) &&
            clause_holds(m->corpus, (ClauseId){i}, day) &&
            (clause->units == NULL || clause->units[unit.index]))
            return true;
    }
    return false;
}

static void bound_line(Making *m, const Line *line, Seats *s)
{
    const Clause *clause = corpus_clause(m->corpus, line->clause);
    for (uint32_t day = 0; day < m->day_count; day++) {
        uint32_t d = m->out->problem_day[day];
        const CapDay *count = &line->days[day];
        if (!clause_holds(m->corpus, line->clause, m->days[day])) continue;
        if (d == NO_INDEX || count->free == 0) continue;
        Bounding bounding = {
            .s = s,
            .d = d,
            .hard =
                !demand_may_exceed(m, line->unit, line->clause, m->days[day]),
            .why = {NO_INDEX, count->stated, count->forced, count->base},
        };
        if (clause->cap.office && !clause->cap.home)
            bound_office(&bounding, clause, count);
        else if (clause->cap.home)
            bound_home(&bounding, clause, count);
        if (s->why[d].clause == NO_INDEX) s->why[d].clause = line->clause.index;
        if (s->why_least[d].clause == NO_INDEX)
            s->why_least[d].clause = line->clause.index;
        if (s->why_hard[d].clause == NO_INDEX)
            s->why_hard[d].clause = line->clause.index;
    }
}

/* What each bound says, also where nothing is left of it to the roster. */
void demand_state(Making *m)
{
    for (size_t l = 0; l < m->lines.count; l++) {
        const Line *line = &m->lines.at[l];
        const Clause *clause = corpus_clause(m->corpus, line->clause);
        for (uint32_t day = 0; day < m->day_count; day++) {
            CapDay *count = &line->days[day];
            if (clause_holds(m->corpus, line->clause, m->days[day]))
                count->stated = stated_number(clause, count->base);
        }
    }
}

Seats demand_seats(Making *m, uint32_t node, const uint32_t *lines,
                   uint32_t count)
{
    Seats s = open_seats(m);
    for (uint32_t i = 0; i < count; i++) {
        if (m->node_of[lines[i]] == node)
            bound_line(m, &m->lines.at[lines[i]], &s);
    }
    return s;
}

bool demand_line_is_open(const Making *m, const Line *line)
{
    for (uint32_t day = 0; day < m->day_count; day++) {
        if (line->days[day].free > 0) return true;
    }
    return false;
}

/* ---- rows ------------------------------------------------------------- */

ProblemRow demand_row(Making *m, uint32_t person)
{
    ProblemRow row = {
        .person = {person},
        .node = demand_node(m, person),
    };
    const char *cells = m->out->cells + demand_cell(m, person, 0);
    for (uint32_t day = 0; day < m->day_count; day++) {
        uint32_t d = m->out->problem_day[day];
        uint64_t bit = d == NO_INDEX ? 0 : UINT64_C(1) << d;
        if (cells[day] == PLACED_OPEN && demand_stays(m, person, day))
            row.must |= bit;
        else if (cells[day] == PLACED_OPEN)
            row.may |= bit;
        if (cells[day] != PLACED_OFFICE) continue;
        if (m->qualified[person]) row.must |= bit;
        if (!m->qualified[person] || bit == 0) row.offset++;
    }
    demand_week_bounds(m, &row);
    return row;
}

/* Of the days that the row must come: those that the law settles. */
static uint64_t settled_days(const Making *m, const ProblemRow *row)
{
    uint64_t days = row->must;
    for (uint32_t day = 0; day < m->day_count; day++) {
        uint32_t d = m->out->problem_day[day];
        if (d != NO_INDEX && demand_stays(m, row->person.index, day))
            days &= ~(UINT64_C(1) << d);
    }
    return days;
}

/* Seats that a row is bound to take are given back to its node and above. */
static void give_back(Making *m, const ProblemRow *row)
{
    const ProblemNode *nodes = m->out->problem.nodes;
    uint64_t settled = settled_days(m, row);
    for (uint32_t n = row->node; n != NO_INDEX; n = nodes[n].parent) {
        Seats *s = &m->seats[n];
        for (uint64_t must = settled; must != 0; must &= must - 1) {
            uint32_t d = (uint32_t)__builtin_ctzll(must);
            if (s->most[d] != PROBLEM_FREE) s->most[d]++;
            if (s->hard[d] != PROBLEM_FREE) s->hard[d]++;
            if (s->least[d] > 0) s->least[d]++;
            if (s->why[d].settled > 0) s->why[d].settled--;
            if (s->why_hard[d].settled > 0) s->why_hard[d].settled--;
        }
    }
}

void demand_row_add(Making *m, const ProblemRow *row, ProblemRow *rows)
{
    uint32_t *count = &m->out->problem.row_count;
    m->row_of[row->person.index] = NO_INDEX;
    if ((row->must | row->may) == 0 || row->node == NO_INDEX) return;
    give_back(m, row);
    m->row_of[row->person.index] = *count;
    rows[(*count)++] = *row;
}

void demand_rows(Making *m)
{
    uint32_t people = m->corpus->r->person_count;
    ProblemRow *rows = NEW(m->arena, ProblemRow, people + 1);
    const uint32_t *order = demand_order(m);
    for (uint32_t i = 0; i < people; i++) {
        ProblemRow row = demand_row(m, order[i]);
        demand_row_add(m, &row, rows);
    }
    m->out->problem.rows = rows;
}
