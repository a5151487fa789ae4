/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/demand_build.h"

#include <string.h>

/*
 * Counters.  A counter is open on its weekdays, inside its window, when its
 * unit works and is not closed.  Of its staff some are there by law already
 * (exempt, forced in and no row), some the roster may call, the others are
 * away.  What cannot be had is a shortage, said and not hidden; the rest is a
 * hard minimum.  Where a clause lets a cap be exceeded by the need of
 * counters, the unit's seats are raised to that need.
 *
 * Who serves takes a seat of the unit that counts them, wherever the counter
 * stands.  So a counter whose officers sit in several nodes becomes a post in
 * each, which share its need: first those who come anyway, then the counter's
 * own staff, then the others, each node as far as it has seats.  (A minimum
 * over several nodes is no network.)
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

/* ---- a post in each node ------------------------------------------------- */

/* Officers of one node on one day. */
typedef struct {
    uint32_t node;
    int32_t must, open; /* who come anyway; who may be called */
    int32_t need;       /* of these, as shared out */
} Share;

typedef struct {
    Making *m;
    Shortages shortages;
    VEC(ProblemPost) posts;
    int32_t *taken; /* per node and day: seats that posts want already */
} Posting;

static bool is_of_node(const Making *m, PersonId person, uint32_t node)
{
    uint32_t row = m->row_of[person.index];
    return row != NO_INDEX && m->out->problem.rows[row].node == node;
}

/* The rows of a counter's staff in a node, ascending. */
static uint32_t take_staff(const Making *m, const Counter *counter,
                           uint32_t node, uint32_t *rows)
{
    uint32_t count = 0;
    for (size_t i = 0; i < counter->staff_count; i++) {
        uint32_t row = m->row_of[counter->staff[i].index];
        uint32_t at = count;
        if (!is_of_node(m, counter->staff[i], node)) continue;
        for (; at > 0 && rows[at - 1] > row; at--) {
            rows[at] = rows[at - 1];
        }
        rows[at] = row;
        count++;
    }
    return count;
}

/* The nodes of a counter's officers: its own first, the others ascending. */
static uint32_t take_nodes(const Making *m, const Counter *counter,
                           uint32_t *nodes)
{
    uint32_t own = m->node_in[counter->unit.index];
    uint32_t count = 0;
    if (own != NO_INDEX) nodes[count++] = own;
    uint32_t first = count;
    for (size_t i = 0; i < counter->staff_count; i++) {
        uint32_t row = m->row_of[counter->staff[i].index];
        if (row == NO_INDEX) continue;
        uint32_t node = m->out->problem.rows[row].node;
        uint32_t at = count;
        while (at > first && nodes[at - 1] > node)
            at--;
        if (node == own || (at > first && nodes[at - 1] == node)) continue;
        memmove(nodes + at + 1, nodes + at, (count - at) * sizeof *nodes);
        nodes[at] = node;
        count++;
    }
    return count;
}

static Share count_share(const Making *m, const Counter *counter, uint32_t node,
                         uint32_t d)
{
    Share share = {.node = node};
    for (size_t i = 0; i < counter->staff_count; i++) {
        PersonId person = counter->staff[i];
        if (!is_of_node(m, person, node)) continue;
        const ProblemRow *row = &m->out->problem.rows[m->row_of[person.index]];
        share.must += (row->must >> d & 1) != 0;
        share.open += (row->may >> d & 1) != 0;
    }
    return share;
}

static void give(int32_t *wanted, int32_t able, int32_t *need)
{
    int32_t part = *wanted < able ? *wanted : able;
    if (part <= 0) return;
    *need += part;
    *wanted -= part;
}

/* A node's seats that no post wants yet; its own staff may have more. */
static int32_t room_in(const Posting *p, const Counter *counter,
                       const Share *share, uint32_t d)
{
    const Making *m = p->m;
    const Seats *seats = &m->seats[share->node];
    bool own = share->node == m->node_in[counter->unit.index];
    int32_t room = own ? seats->hard[d] : seats->most[d];
    if (room == PROBLEM_FREE) return room;
    size_t slot = (size_t)share->node * m->out->problem.day_count + d;
    return room - p->taken[slot] - share->need;
}

static void share_out(const Posting *p, const Counter *counter, Share *shares,
                      uint32_t count, uint32_t d, int32_t wanted)
{
    for (uint32_t k = 0; k < count; k++)
        give(&wanted, shares[k].must, &shares[k].need);
    for (uint32_t k = 0; k < count; k++) {
        int32_t room = room_in(p, counter, &shares[k], d);
        give(&wanted, room < shares[k].open ? room : shares[k].open,
             &shares[k].need);
    }
    for (uint32_t k = 0; k < count; k++) {
        int32_t left = shares[k].must + shares[k].open - shares[k].need;
        give(&wanted, left, &shares[k].need);
    }
}

/* The counter's need on each day, shared out: `needs` per node and day. */
static void share_days(Posting *p, uint32_t counter, const uint32_t *nodes,
                       uint32_t count, int32_t *needs)
{
    Making *m = p->m;
    const Counter *c = &m->corpus->r->counters[counter];
    uint32_t days = m->out->problem.day_count;
    Share *shares = NEW(m->arena, Share, count + 1);
    for (uint32_t day = 0; day < m->day_count; day++) {
        uint32_t d = m->out->problem_day[day];
        int32_t wanted = need_on(m, counter, day, &p->shortages);
        if (d == NO_INDEX) continue;
        for (uint32_t k = 0; k < count; k++)
            shares[k] = count_share(m, c, nodes[k], d);
        share_out(p, c, shares, count, d, wanted);
        for (uint32_t k = 0; k < count; k++) {
            needs[(size_t)k * days + d] = shares[k].need;
            p->taken[(size_t)nodes[k] * days + d] += shares[k].need;
        }
    }
}

static void make_posts(Posting *p, uint32_t counter)
{
    Making *m = p->m;
    const Counter *c = &m->corpus->r->counters[counter];
    uint32_t days = m->out->problem.day_count;
    uint32_t *nodes = NEW(m->arena, uint32_t, c->staff_count + 2);
    uint32_t count = take_nodes(m, c, nodes);
    int32_t *needs = NEW(m->arena, int32_t, (size_t)count * days + 1);
    share_days(p, counter, nodes, count, needs);
    for (uint32_t k = 0; k < count; k++) {
        const int32_t *need = needs + (size_t)k * days;
        bool any = false;
        for (uint32_t d = 0; d < days; d++)
            any |= need[d] > 0;
        if (!any) continue;
        uint32_t *rows = NEW(m->arena, uint32_t, c->staff_count + 1);
        ProblemPost post = {
            {counter}, nodes[k], need, rows, take_staff(m, c, nodes[k], rows)};
        VEC_PUSH(m->arena, &p->posts, post);
    }
}

/* ---- need above the cap ------------------------------------------------ */

/* Seats that the posts of each node's own counters want, per node and day. */
static int32_t *needs_of(const Making *m)
{
    const Problem *p = &m->out->problem;
    size_t days = p->day_count;
    int32_t *need = NEW(m->arena, int32_t, p->node_count * days + 1);
    for (uint32_t i = 0; i < p->post_count; i++) {
        const ProblemPost *post = &p->posts[i];
        UnitId unit = m->corpus->r->counters[post->counter.index].unit;
        if (m->node_in[unit.index] != post->node) continue;
        for (uint32_t d = 0; d < p->day_count; d++)
            need[post->node * days + d] += post->need[d];
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

/* A node's seats to the need of its counters, as far as no other bound keeps
 * them; then it is that one which binds. */
static void raise_node(Making *m, uint32_t n, uint32_t d, int32_t need)
{
    const ProblemNode *node = &m->out->problem.nodes[n];
    const Seats *seats = &m->seats[n];
    uint32_t cap = seats->why[d].clause;
    bool held = need > seats->hard[d];
    int32_t raised = held ? seats->hard[d] : need;
    if (cap == NO_INDEX || need <= seats->most[d]) return;
    if (raised > seats->most[d])
        note_excess(m, node->unit, cap, d, raised - seats->most[d]);
    if (held) seats->why[d] = seats->why_hard[d];
    seats->most[d] = raised;
}

static void raise_seats(Making *m)
{
    const Problem *p = &m->out->problem;
    const int32_t *needs = needs_of(m);
    for (uint32_t n = 0; n < p->node_count; n++) {
        for (uint32_t d = 0; d < p->day_count; d++)
            raise_node(m, n, d, needs[(size_t)n * p->day_count + d]);
    }
}

void demand_posts(Making *m)
{
    Problem *problem = &m->out->problem;
    size_t slots = (size_t)problem->node_count * problem->day_count;
    Posting p = {.m = m, .taken = NEW(m->arena, int32_t, slots + 1)};
    for (uint32_t c = 0; c < m->corpus->r->counter_count; c++)
        make_posts(&p, c);
    problem->posts = p.posts.at;
    problem->post_count = (uint32_t)p.posts.count;
    m->out->shortages = p.shortages.at;
    m->out->shortage_count = (uint32_t)p.shortages.count;
    raise_seats(m);
}
