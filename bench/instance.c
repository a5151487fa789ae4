/* SPDX-License-Identifier: Apache-2.0 */
#include "instance.h"

#include "base/rand.h"

enum { SUB_UNIT = 18, DAYS_A_WEEK = 5, POSTS_A_UNIT = 2, SMALLEST = 5 };

typedef struct {
    Arena *arena;
    InstanceShape shape;
    Rand rand;
    uint32_t days;
    ProblemNode *nodes;
    ProblemRow *rows;
    ProblemPost *posts;
    RowBound *week_bounds;
    BoundWhy *why;
    uint32_t node_count, row_count, post_count;
} Making;

static uint64_t day_run(uint32_t first, uint32_t count)
{
    uint64_t ones = count >= 64 ? UINT64_MAX : (UINT64_C(1) << count) - 1;
    return ones << first;
}

static int32_t *caps(Making *m, uint32_t people, uint32_t early, uint32_t late,
                     uint32_t from)
{
    int32_t *most = NEW(m->arena, int32_t, m->days);
    for (uint32_t d = 0; d < m->days; d++)
        most[d] = (int32_t)(people * (d < from ? early : late) / 100);
    return most;
}

static uint32_t add_node(Making *m, uint32_t parent, const int32_t *most)
{
    int32_t *least = NEW(m->arena, int32_t, m->days);
    m->nodes[m->node_count] =
        (ProblemNode){parent, {m->node_count}, least, most, m->why, NULL};
    return m->node_count++;
}

/* Each day with a chance of one in sixteen. */
static uint64_t rare_days(Rand *rand)
{
    uint64_t days = rand_next(rand);
    for (int k = 0; k < 3; k++)
        days &= rand_next(rand);
    return days;
}

/* Days of the month taken away: leave, quarantine, or all of it. */
static uint64_t days_lost(Making *m, bool own_leave)
{
    uint32_t days = m->days;
    uint64_t lost = 0;
    if (rand_chance(&m->rand, 50)) return UINT64_MAX;
    if (own_leave) lost = rare_days(&m->rand);
    if (rand_chance(&m->rand, 30))
        lost |= day_run(rand_below(&m->rand, days), 10);
    if (rand_chance(&m->rand, 60))
        lost |=
            day_run(rand_below(&m->rand, days), 1 + rand_below(&m->rand, 5));
    return lost;
}

/* Some rows of small sub-units could not come once a week. */
static void add_row(Making *m, uint32_t node, bool head, bool roomy,
                    bool own_leave)
{
    uint64_t all = day_run(0, m->days);
    ProblemRow row = {.person = {m->row_count}, .node = node};
    if (head)
        row.must = all;
    else
        row.may = all & ~days_lost(m, own_leave);
    if (m->shape.week_bounds && !head && roomy && row.may == all) {
        row.bounds = m->week_bounds;
        row.bound_count = m->shape.weeks;
    }
    m->rows[m->row_count++] = row;
}

static void add_post(Making *m, uint32_t node, uint32_t first, uint32_t count)
{
    uint32_t half = count / 2;
    int32_t *need = NEW(m->arena, int32_t, m->days);
    uint32_t *rows = NEW(m->arena, uint32_t, half);
    for (uint32_t d = 0; d < m->days; d++)
        need[d] = 1 + (int32_t)count / 12;
    for (uint32_t k = 0; k < half; k++)
        rows[k] = first + 1 + k;
    m->posts[m->post_count] =
        (ProblemPost){{m->post_count}, node, need, rows, half};
    m->post_count++;
}

/* A sub-unit: a head, and staff of whom half can serve at its counter. */
static void add_sub_unit(Making *m, uint32_t unit, uint32_t people,
                         bool own_leave)
{
    uint32_t node = add_node(m, unit, caps(m, people, 60, 60, 0));
    uint32_t first = m->row_count;
    for (uint32_t i = 0; i < people; i++)
        add_row(m, node, i == 0 && people > SMALLEST, people >= SUB_UNIT / 2,
                own_leave);
    if (m->shape.posts && people >= SUB_UNIT - 4 && rand_chance(&m->rand, 400))
        add_post(m, node, first, people);
}

static void add_unit(Making *m, uint32_t agency, uint32_t people, bool own)
{
    bool strict = rand_chance(&m->rand, 300);
    /* A day a week for everybody does not fit under a quarter. */
    uint32_t late = !strict ? 50 : m->shape.week_bounds ? 40 : 25;
    uint32_t unit = add_node(m, agency, caps(m, people, 50, late, 12));
    while (people > 0) {
        uint32_t part = people < SUB_UNIT + SMALLEST ? people : SUB_UNIT;
        if (own) part = people;
        add_sub_unit(m, unit, part, own);
        people -= part;
    }
}

/* Log-normal within a factor of two or so: halve or double a few times. */
static uint32_t unit_size(Making *m, uint32_t mean)
{
    uint32_t size = mean * 3 / 4;
    for (int k = 0; k < 4; k++)
        size = rand_chance(&m->rand, 500) ? size * 4 / 3 : size * 4 / 5;
    return size < SMALLEST ? SMALLEST : size;
}

static void make_weeks(Making *m)
{
    m->week_bounds = NEW(m->arena, RowBound, m->shape.weeks);
    for (uint32_t w = 0; w < m->shape.weeks; w++)
        m->week_bounds[w] =
            (RowBound){day_run(w * DAYS_A_WEEK, DAYS_A_WEEK), 1, 4, 3};
}

static void make_units(Making *m)
{
    InstanceShape s = m->shape;
    uint32_t left = s.people - s.largest, agency = NO_INDEX;
    if (s.agency_cap)
        agency = add_node(m, NO_INDEX, caps(m, s.people, 40, 35, 12));
    if (s.largest > 0) add_unit(m, agency, s.largest, true);
    while (left > 0) {
        uint32_t size = unit_size(m, (s.people - s.largest) / s.units);
        if (size > left) size = left;
        add_unit(m, agency, size, false);
        left -= size;
    }
}

Problem instance_of(Arena *arena, InstanceShape shape, uint64_t seed)
{
    Making m = {.arena = arena,
                .shape = shape,
                .rand = rand_seeded(seed),
                .days = shape.weeks * DAYS_A_WEEK};
    size_t places = (size_t)shape.people + 2;
    Date *days = NEW(arena, Date, m.days);
    m.nodes = NEW(arena, ProblemNode, 2 * places);
    m.rows = NEW(arena, ProblemRow, places);
    m.posts = NEW(arena, ProblemPost, places);
    m.why = NEW(arena, BoundWhy, m.days);
    for (uint32_t d = 0; d < m.days; d++)
        days[d] =
            (Date){18477 + (int32_t)(d / DAYS_A_WEEK * 7 + d % DAYS_A_WEEK)};
    make_weeks(&m);
    make_units(&m);
    return (Problem){days,        m.days,  m.nodes,      m.node_count, m.rows,
                     m.row_count, m.posts, m.post_count, seed};
}
