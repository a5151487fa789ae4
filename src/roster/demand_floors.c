/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/demand_build.h"

#include <string.h>

/*
 * Floors alone.  "Di kantor paling sedikit 1 orang" asks for some and sends
 * nobody home; those whom the other rules have at home stay there unless they
 * are wanted.  As the roster fills what it may, a tree of nodes without any
 * upper bound is given one: the fewest that its floors and counters let be.
 *
 *     fewest(n) = max(least(n), own(n) + sum of fewest(child))
 *     own(n)    = those of n who come anyway, and the officers that its posts
 *                 want beside them
 *     a node with an upper bound inside of such a tree is filled as ever.
 *
 * Whoever comes anyway serves as many posts as a matching gives them
 * (augmenting paths): any such matching can be completed by others where the
 * needs can be met at all.  Rows whose own days are bounded may have to come
 * more often; their tree stays free.
 */
typedef struct {
    Making *m;
    uint32_t day;     /* of the problem */
    int32_t *fewest;  /* per node */
    int32_t *reach;   /* per node: as many as could come */
    int32_t *own;     /* per node: its rows that must come */
    int32_t *able;    /* per node: its rows that may or must come */
    uint8_t *bounded; /* per node, with those below: rows with own bounds */
    uint32_t *serves; /* per row: the post, NO_INDEX */
    int32_t *served;  /* per post */
    uint32_t *asked;  /* per post: the round */
    uint32_t *queue;  /* posts asked in this round */
    uint32_t *through, *asked_by; /* per post: whose officer, for which post */
    uint32_t round;
} Floors;

/* ---- officers who come anyway ------------------------------------------ */

/* Back to the post that wants one more: each gives up the officer through whom
 * it was reached, and has the one behind instead. */
static void shift_back(Floors *f, uint32_t row, uint32_t post, uint32_t wanting)
{
    while (post != wanting) {
        uint32_t given = f->through[post];
        f->serves[row] = post;
        row = given;
        post = f->asked_by[post];
    }
    f->serves[row] = wanting;
}

/* An officer of the post who must come and serves none; else *row is NO_INDEX
 * and the posts of the others are asked, each once. */
static uint32_t ask_post(Floors *f, uint32_t post, uint32_t count,
                         uint32_t *free)
{
    const Problem *p = &f->m->out->problem;
    *free = NO_INDEX;
    for (uint32_t k = 0; k < p->posts[post].row_count; k++) {
        uint32_t row = p->posts[post].rows[k], other = f->serves[row];
        if ((p->rows[row].must >> f->day & 1) == 0 || other == post) continue;
        if (other == NO_INDEX) {
            *free = row;
            return count;
        }
        if (f->asked[other] == f->round) continue;
        f->asked[other] = f->round;
        f->through[other] = row;
        f->asked_by[other] = post;
        f->queue[count++] = other;
    }
    return count;
}

/* Somebody who must come serves one seat more at the post: breadth first, by a
 * queue, as there may be as many posts as a stack has no room for. */
static bool find_officer(Floors *f, uint32_t wanting)
{
    uint32_t count = 0, row = NO_INDEX;
    f->asked[wanting] = f->round;
    f->queue[count++] = wanting;
    for (uint32_t at = 0; at < count; at++) {
        uint32_t post = f->queue[at];
        count = ask_post(f, post, count, &row);
        if (row == NO_INDEX) continue;
        shift_back(f, row, post, wanting);
        return true;
    }
    return false;
}

/* The officers whom the posts want beside them, into own. */
static void add_officers(Floors *f)
{
    const Problem *p = &f->m->out->problem;
    for (uint32_t i = 0; i < p->row_count; i++)
        f->serves[i] = NO_INDEX;
    for (uint32_t q = 0; q < p->post_count; q++) {
        const ProblemPost *post = &p->posts[q];
        f->served[q] = 0;
        for (; f->served[q] < post->need[f->day]; f->served[q]++) {
            f->round++;
            if (!find_officer(f, q)) break;
        }
        f->own[post->node] += post->need[f->day] - f->served[q];
    }
}

/* ---- the fewest, from the leaves up ------------------------------------- */

static void count_rows(Floors *f)
{
    const Problem *p = &f->m->out->problem;
    memset(f->own, 0, p->node_count * sizeof *f->own);
    memset(f->able, 0, p->node_count * sizeof *f->able);
    for (uint32_t i = 0; i < p->row_count; i++) {
        const ProblemRow *row = &p->rows[i];
        f->own[row->node] += (row->must >> f->day & 1) != 0;
        f->able[row->node] += ((row->must | row->may) >> f->day & 1) != 0;
    }
}

static void sum_up(Floors *f)
{
    const Problem *p = &f->m->out->problem;
    for (uint32_t n = 0; n < p->node_count; n++) {
        f->fewest[n] = f->own[n];
        f->reach[n] = f->able[n];
    }
    for (uint32_t n = p->node_count; n-- > 0;) {
        int32_t least = p->nodes[n].least[f->day];
        int32_t most = p->nodes[n].most[f->day];
        uint32_t up = p->nodes[n].parent;
        if (f->reach[n] > most) f->reach[n] = most;
        if (f->fewest[n] < least) f->fewest[n] = least;
        if (most != PROBLEM_FREE) f->fewest[n] = f->reach[n];
        if (up == NO_INDEX) continue;
        f->fewest[up] += f->fewest[n];
        f->reach[up] += f->reach[n];
    }
}

/* ---- bounds -------------------------------------------------------------- */

static bool is_bounded_above(const Floors *f, uint32_t n)
{
    return f->m->seats[n].most[f->day] != PROBLEM_FREE;
}

/* In a tree of floors: nothing above bounds it either. */
static bool is_loose(const Floors *f, uint32_t n)
{
    const ProblemNode *nodes = f->m->out->problem.nodes;
    for (; n != NO_INDEX; n = nodes[n].parent) {
        if (is_bounded_above(f, n) ||
            (nodes[n].parent == NO_INDEX && f->bounded[n] != 0))
            return false;
    }
    return true;
}

/* Children first, as a parent's bound is looked at. */
static void bound_day(Floors *f)
{
    const Problem *p = &f->m->out->problem;
    for (uint32_t n = p->node_count; n-- > 0;) {
        Seats *s = &f->m->seats[n];
        uint32_t up = p->nodes[n].parent;
        if (is_bounded_above(f, n) && up != NO_INDEX && is_loose(f, up)) {
            if (s->least[f->day] < f->reach[n])
                s->why_least[f->day] = s->why[f->day];
            if (s->least[f->day] < f->reach[n]) s->least[f->day] = f->reach[n];
        } else if (up == NO_INDEX && is_loose(f, n)) {
            s->most[f->day] = f->fewest[n];
            s->why[f->day] = s->why_least[f->day];
        }
    }
}

static void note_bounded(Floors *f)
{
    const Problem *p = &f->m->out->problem;
    for (uint32_t i = 0; i < p->row_count; i++)
        f->bounded[p->rows[i].node] |= p->rows[i].bound_count > 0;
    for (uint32_t n = p->node_count; n-- > 0;) {
        if (p->nodes[n].parent != NO_INDEX)
            f->bounded[p->nodes[n].parent] |= f->bounded[n];
    }
}

static bool has_floor(const Making *m)
{
    for (size_t i = 0; i < m->opens.count; i++) {
        if (m->opens.at[i].otherwise == PLACED_HOME) return true;
    }
    return false;
}

static Floors floors_of(Making *m)
{
    const Problem *p = &m->out->problem;
    return (Floors){
        .m = m,
        .fewest = NEW(m->arena, int32_t, p->node_count + 1),
        .reach = NEW(m->arena, int32_t, p->node_count + 1),
        .own = NEW(m->arena, int32_t, p->node_count + 1),
        .able = NEW(m->arena, int32_t, p->node_count + 1),
        .bounded = NEW(m->arena, uint8_t, p->node_count + 1),
        .serves = NEW(m->arena, uint32_t, p->row_count + 1),
        .served = NEW(m->arena, int32_t, p->post_count + 1),
        .asked = NEW(m->arena, uint32_t, p->post_count + 1),
        .queue = NEW(m->arena, uint32_t, p->post_count + 1),
        .through = NEW(m->arena, uint32_t, p->post_count + 1),
        .asked_by = NEW(m->arena, uint32_t, p->post_count + 1),
    };
}

void demand_floors(Making *m)
{
    const Problem *p = &m->out->problem;
    if (!has_floor(m)) return;
    Floors f = floors_of(m);
    note_bounded(&f);
    for (f.day = 0; f.day < p->day_count; f.day++) {
        count_rows(&f);
        add_officers(&f);
        sum_up(&f);
        bound_day(&f);
    }
}

/* ---- let out again ------------------------------------------------------- */

/* Is the node bounded above, and by floors?  Without a clause the floors are
 * those below it: on such a day it has none of its own.  An upper bound of a
 * letter always has its clause (demand_caps.c). */
static bool is_of_floor(const Corpus *corpus, const ProblemNode *node,
                        uint32_t day)
{
    uint32_t clause = node->why[day].clause;
    if (node->most[day] == PROBLEM_FREE) return false;
    if (clause == NO_INDEX) return true;
    const Cap *cap = &corpus->clauses[clause].cap;
    return cap->compare == AT_LEAST && cap->office && !cap->home;
}

static uint32_t root_of(const Problem *problem, uint32_t node)
{
    while (node != NO_INDEX && problem->nodes[node].parent != NO_INDEX)
        node = problem->nodes[node].parent;
    return node;
}

/* Bounds are let go in copies of the nodes, made when the first is. */
typedef struct {
    Arena *arena;
    Problem *problem;
    ProblemNode *nodes; /* NULL: none was let go yet */
    int32_t *bounds;    /* of that node, which is at hand */
    uint32_t of;
} Loosened;

static void let_in(Loosened *l, uint32_t node, uint32_t day, int32_t most)
{
    Problem *p = l->problem;
    if (l->nodes == NULL) {
        l->nodes = NEW(l->arena, ProblemNode, (size_t)p->node_count + 1);
        memcpy(l->nodes, p->nodes, p->node_count * sizeof *l->nodes);
        p->nodes = l->nodes;
    }
    if (l->bounds == NULL || l->of != node) {
        l->bounds = NEW(l->arena, int32_t, (size_t)p->day_count + 1);
        memcpy(l->bounds, l->nodes[node].most,
               p->day_count * sizeof *l->bounds);
        l->nodes[node].most = l->bounds;
        l->of = node;
    }
    l->bounds[day] = most;
}

void demand_free(Arena *arena, const Corpus *corpus, Problem *problem,
                 uint32_t node, uint32_t day)
{
    Loosened l = {.arena = arena, .problem = problem};
    uint32_t root = root_of(problem, node);
    if (root != NO_INDEX && is_of_floor(corpus, &problem->nodes[root], day))
        let_in(&l, root, day, PROBLEM_FREE);
}

void demand_free_all(Arena *arena, const Corpus *corpus, Problem *problem)
{
    Loosened l = {.arena = arena, .problem = problem};
    for (uint32_t n = 0; n < problem->node_count; n++) {
        for (uint32_t d = 0; d < problem->day_count; d++) {
            if (is_of_floor(corpus, &problem->nodes[n], d))
                let_in(&l, n, d, PROBLEM_FREE);
        }
    }
}

/* Per root and day: who may be there and is, and who must. */
static int32_t *count_in(Arena *arena, const Problem *problem,
                         const uint64_t *office)
{
    size_t days = problem->day_count;
    int32_t *in = NEW(arena, int32_t, problem->node_count * days + 1);
    for (uint32_t i = 0; i < problem->row_count; i++) {
        const ProblemRow *row = &problem->rows[i];
        uint32_t root = root_of(problem, row->node);
        uint64_t there = (office[i] & row->may) | row->must;
        for (; there != 0 && root != NO_INDEX; there &= there - 1)
            in[root * days + (uint32_t)__builtin_ctzll(there)]++;
    }
    return in;
}

void demand_keep(Arena *arena, const Corpus *corpus, Problem *problem,
                 const uint64_t *office)
{
    Loosened l = {.arena = arena, .problem = problem};
    const int32_t *in = count_in(arena, problem, office);
    for (uint32_t n = 0; n < problem->node_count; n++) {
        for (uint32_t d = 0; d < problem->day_count; d++) {
            int32_t there = in[(size_t)n * problem->day_count + d];
            if (problem->nodes[n].most[d] < there &&
                is_of_floor(corpus, &problem->nodes[n], d))
                let_in(&l, n, d, there);
        }
    }
}
