/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/replan_demand.h"

#include <string.h>

/* ---- opening ----------------------------------------------------------- */

static void open_days(Making *m, Window window)
{
    m->day_count = (uint32_t)window_days(window);
    m->days = NEW(m->arena, Date, m->day_count);
    for (uint32_t d = 0; d < m->day_count; d++)
        m->days[d] = date_plus(window.first, (int32_t)d);
}

static void open_lines(Making *m)
{
    const Register *r = m->corpus->r;
    size_t slots = (size_t)m->corpus->clause_count * r->unit_count;
    m->reason_of = map_in(m->arena);
    m->line_of = NEW(m->arena, uint32_t, slots + 1);
    for (size_t i = 0; i < slots; i++)
        m->line_of[i] = NO_INDEX;
    m->qualified = NEW(m->arena, uint8_t, (size_t)r->person_count + 1);
    for (uint32_t c = 0; c < r->counter_count; c++) {
        for (size_t i = 0; i < r->counters[c].staff_count; i++)
            m->qualified[r->counters[c].staff[i].index] = 1;
    }
    m->row_of = NEW(m->arena, uint32_t, (size_t)r->person_count + 1);
}

static void open_cells(Making *m, Window window)
{
    const Corpus *c = m->corpus;
    size_t cells = (size_t)c->r->person_count * m->day_count;
    m->out->cells = NEW(m->arena, char, cells + 1);
    m->out->reasons = NEW(m->arena, uint16_t, cells + 1);
    m->out->plan = (Plan){
        .government = c->government->code,
        .window = window,
        .known = c->known,
        .days = m->days,
        .day_count = m->day_count,
        .person_count = c->r->person_count,
        .cells = m->out->cells,
        .reasons = m->out->reasons,
    };
}

static bool no_tie(const Making *m, Err *err)
{
    if (!m->tie.tied) return true;
    Str a = corpus_clause(m->corpus, m->tie.by)->cite;
    Str b = corpus_clause(m->corpus, m->tie.cap)->cite;
    (void)FAIL(err, ERR_INPUT,
               "%.*s and %.*s put one person in different places and neither "
               "is narrower",
               STR_ARG(a), STR_ARG(b));
    return err_id(err,
                  "%.*s dan %.*s menempatkan seorang pegawai di tempat "
                  "berbeda dan tidak ada yang lebih khusus",
                  STR_ARG(a), STR_ARG(b));
}

bool replan_demand_open(Arena *arena, const Corpus *corpus, Window window,
                        ReplanDemand *out, Err *err)
{
    *out = (ReplanDemand){.arena = arena, .demand.corpus = corpus};
    Making *m = &out->making;
    *m = (Making){.arena = arena, .corpus = corpus, .out = &out->demand};
    open_days(m, window);
    open_lines(m);
    open_cells(m, window);
    demand_cells(m);
    out->order = demand_order(m);
    out->taken = NEW(arena, ReplanTaken, (size_t)corpus->r->person_count + 1);
    out->problem_day = NEW(arena, uint32_t, (size_t)m->day_count + 1);
    return no_tie(m, err);
}

/* ---- the problem of the counts ----------------------------------------- */

static void take_person(ReplanDemand *d, uint32_t person)
{
    const Making *m = &d->making;
    ReplanTaken taken = {.known = true};
    const char *cells = d->demand.cells + demand_cell(m, person, 0);
    for (uint32_t day = 0; day < m->day_count; day++) {
        uint32_t at = d->demand.problem_day[day];
        uint64_t bit = at == NO_INDEX ? 0 : UINT64_C(1) << at;
        if (cells[day] == PLACED_OPEN) taken.may |= bit;
        if (cells[day] != PLACED_OFFICE) continue;
        if (m->qualified[person]) taken.must |= bit;
        if (!m->qualified[person] || bit == 0) taken.offset++;
    }
    d->taken[person] = taken;
}

/* Other days are left to the roster than before: all is read again. */
static void see_days(ReplanDemand *d)
{
    size_t size = d->making.day_count * sizeof *d->problem_day;
    if (memcmp(d->problem_day, d->demand.problem_day, size) == 0) return;
    memcpy(d->problem_day, d->demand.problem_day, size);
    for (uint32_t p = 0; p < d->demand.plan.person_count; p++)
        d->taken[p].known = false;
}

/* Seats that a row is bound to take are given back to its node and above. */
static void give_back(Making *m, const ProblemRow *row)
{
    const ProblemNode *nodes = m->out->problem.nodes;
    for (uint32_t n = row->node; n != NO_INDEX; n = nodes[n].parent) {
        Seats *s = &m->seats[n];
        for (uint64_t must = row->must; must != 0; must &= must - 1) {
            uint32_t d = (uint32_t)__builtin_ctzll(must);
            if (s->most[d] != PROBLEM_FREE) s->most[d]++;
            if (s->least[d] > 0) s->least[d]++;
            if (s->why[d].settled > 0) s->why[d].settled--;
        }
    }
}

static void add_row(ReplanDemand *d, uint32_t person, ProblemRow *rows)
{
    Making *m = &d->making;
    uint32_t unit = m->corpus->r->people[person].unit.index;
    if (!d->taken[person].known) take_person(d, person);
    const ReplanTaken *taken = &d->taken[person];
    ProblemRow row = {
        .person = {person},
        .node = m->node_in[unit],
        .must = taken->must,
        .may = taken->may,
        .offset = taken->offset,
    };
    m->row_of[person] = NO_INDEX;
    if ((row.must | row.may) == 0 || row.node == NO_INDEX) return;
    give_back(m, &row);
    m->row_of[person] = m->out->problem.row_count;
    rows[m->out->problem.row_count++] = row;
}

static void make_rows(ReplanDemand *d)
{
    uint32_t people = d->demand.plan.person_count;
    ProblemRow *rows = NEW(d->making.arena, ProblemRow, (size_t)people + 1);
    see_days(d);
    for (uint32_t i = 0; i < people; i++)
        add_row(d, d->order[i], rows);
    d->demand.problem.rows = rows;
}

static bool make_problem(ReplanDemand *d, Err *err)
{
    Making *m = &d->making;
    d->demand.problem = (Problem){0};
    if (!no_tie(m, err) || !demand_days(m, err) || !demand_nodes(m, err))
        return false;
    make_rows(d);
    demand_posts(m);
    return true;
}

bool replan_demand_build(ReplanDemand *d, Arena *arena, Err *err)
{
    Making *m = &d->making;
    Demand *out = &d->demand;
    m->arena = arena;
    bool made = make_problem(d, err);
    m->arena = d->arena;
    if (!made) return false;
    out->plan.reason = m->reasons.at;
    out->plan.reason_count = (uint32_t)m->reasons.count;
    out->opens = m->opens.at;
    out->open_count = (uint32_t)m->opens.count;
    out->problem.seed = out->plan.seed;
    return problem_sound(&out->problem, err);
}
