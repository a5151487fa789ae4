/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/pattern_build.h"

#include <stdlib.h>

/*
 * The days of the problem asked are the groups.  A node's cap in a group is
 * the smallest of the group's days, less those who are in that day whatever
 * the others do: settled rows, musts, and rows that are placed already.  Floors
 * likewise, the largest.  Below the nodes of the problem stand the sections,
 * which have no bounds but those of evenness.
 */

/* ---- sections ---------------------------------------------------------- */

typedef struct {
    uint32_t node, section, row;
} Labelled;

static int compare_labelled(const void *a, const void *b)
{
    const Labelled *x = a;
    const Labelled *y = b;
    if (x->node != y->node) return x->node < y->node ? -1 : 1;
    if (x->section != y->section) return x->section < y->section ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

void pattern_sections(PatternMaking *m)
{
    const Problem *p = m->problem;
    Labelled *rows = NEW(m->arena, Labelled, p->row_count + 1);
    m->section = NEW(m->arena, uint32_t, p->row_count + 1);
    m->section_node = NEW(m->arena, uint32_t, p->row_count + 1);
    for (uint32_t i = 0; i < p->row_count; i++) {
        uint32_t label = m->wish->section != NULL ? m->wish->section[i] : 0;
        rows[i] = (Labelled){p->rows[i].node, label, i};
    }
    qsort(rows, p->row_count, sizeof *rows, compare_labelled);
    for (uint32_t k = 0; k < p->row_count; k++) {
        bool fresh = k == 0 || rows[k].node != rows[k - 1].node ||
                     rows[k].section != rows[k - 1].section;
        if (fresh) m->section_node[m->section_count++] = rows[k].node;
        m->section[rows[k].row] = m->section_count - 1;
    }
}

/* ---- counting ---------------------------------------------------------- */

/* Per node (sections behind them) and day, or group. */
typedef struct {
    Arena *arena;
    const PatternMaking *m;
    PatternCount count;
    uint32_t node_count;       /* sections included */
    int32_t *in;               /* node * day: there in any case */
    int32_t *maybe;            /* node * day: may be there, away on some days */
    int32_t *placed, *unfixed; /* node * group; node: people for evenness */
} Tally;

static uint32_t node_of_section(const PatternMaking *m, uint32_t section)
{
    return m->problem->node_count + section;
}

static uint32_t parent_of(const PatternMaking *m, uint32_t node)
{
    uint32_t own = m->problem->node_count;
    return node >= own ? m->section_node[node - own]
                       : m->problem->nodes[node].parent;
}

static bool is_asked(const Tally *t, uint32_t row)
{
    const PatternMaking *m = t->m;
    return m->takes_part[row] && m->placed[row] == PATTERN_NO_GROUP &&
           (!m->partial[row] || t->count == COUNT_PRESENT);
}

/* The days on which the row is in, whatever is decided. */
static uint64_t sure_days(const PatternMaking *m, uint32_t row)
{
    const ProblemRow *r = &m->problem->rows[row];
    if (!m->takes_part[row])
        return m->wish->settled != NULL ? m->wish->settled[row] : r->must;
    if (m->placed[row] == PATTERN_NO_GROUP) return r->must;
    return r->must | (r->may & m->calendar.days[m->placed[row]]);
}

static void count_at(Tally *t, uint32_t node, uint32_t row)
{
    const PatternMaking *m = t->m;
    uint64_t sure = sure_days(m, row);
    bool idle = m->takes_part[row] && !is_asked(t, row) &&
                m->placed[row] == PATTERN_NO_GROUP;
    uint64_t maybe = idle ? m->problem->rows[row].may & m->all : 0;
    for (uint32_t d = 0; d < m->problem->day_count; d++) {
        t->in[(size_t)node * m->problem->day_count + d] +=
            (int32_t)(sure >> d & 1);
        t->maybe[(size_t)node * m->problem->day_count + d] +=
            (int32_t)(maybe >> d & 1);
    }
    if (is_asked(t, row)) t->unfixed[node]++;
    if (m->placed[row] != PATTERN_NO_GROUP)
        t->placed[(size_t)node * PATTERN_GROUPS + m->placed[row]]++;
}

static Tally tally_of(Arena *arena, const PatternMaking *m, PatternCount count)
{
    const Problem *p = m->problem;
    uint32_t nodes = p->node_count + m->section_count;
    size_t cells = (size_t)nodes * p->day_count + 1;
    Tally t = {
        .arena = arena,
        .m = m,
        .count = count,
        .node_count = nodes,
        .in = NEW(arena, int32_t, cells),
        .maybe = NEW(arena, int32_t, cells),
        .placed = NEW(arena, int32_t, (size_t)nodes * PATTERN_GROUPS + 1),
        .unfixed = NEW(arena, int32_t, nodes + 1),
    };
    for (uint32_t i = 0; i < p->row_count; i++) {
        uint32_t n = node_of_section(m, m->section[i]);
        for (; n != NO_INDEX; n = parent_of(m, n))
            count_at(&t, n, i);
    }
    return t;
}

/* ---- bounds ------------------------------------------------------------ */

typedef struct {
    int64_t least, most; /* most: PROBLEM_FREE when there is none */
    BoundWhy why;
} Range;

static void narrow(const Tally *t, uint32_t node, uint32_t day, Range *range)
{
    const ProblemNode *n = &t->m->problem->nodes[node];
    size_t cell = (size_t)node * t->m->problem->day_count + day;
    int64_t most = (int64_t)n->most[day] - t->in[cell];
    int64_t least = (int64_t)n->least[day] - t->in[cell] - t->maybe[cell];
    if (n->most[day] != PROBLEM_FREE && most < range->most) {
        range->most = most;
        range->why = n->why[day];
    }
    if (least > range->least) range->least = least;
}

/* At most `uneven` from the even share of all who are or will be in groups. */
static void even_out(const Tally *t, uint32_t node, uint32_t group,
                     int32_t uneven, Range *range)
{
    int64_t groups = t->m->calendar.group_count;
    const int32_t *placed = &t->placed[(size_t)node * PATTERN_GROUPS];
    int64_t all = t->unfixed[node];
    if (uneven == PATTERN_ANY) return;
    for (int64_t g = 0; g < groups; g++)
        all += placed[g];
    int64_t most = (all + groups - 1) / groups + uneven - placed[group];
    int64_t least = all / groups - uneven - placed[group];
    if (most < range->most) range->most = most;
    if (least > range->least) range->least = least;
}

static Range range_of(const Tally *t, uint32_t node, uint32_t group,
                      int32_t uneven)
{
    Range range = {0, PROBLEM_FREE, {.clause = NO_INDEX}};
    uint64_t days = t->m->calendar.days[group];
    for (; days != 0 && node < t->m->problem->node_count; days &= days - 1)
        narrow(t, node, (uint32_t)__builtin_ctzll(days), &range);
    even_out(t, node, group, uneven, &range);
    return range;
}

static bool make_nodes(const Tally *t, int32_t uneven, ProblemNode *nodes)
{
    uint32_t groups = t->m->calendar.group_count;
    uint32_t own = t->m->problem->node_count;
    for (uint32_t n = 0; n < t->node_count; n++) {
        int32_t *least = NEW(t->arena, int32_t, groups);
        int32_t *most = NEW(t->arena, int32_t, groups);
        BoundWhy *why = NEW(t->arena, BoundWhy, groups);
        for (uint32_t g = 0; g < groups; g++) {
            Range range = range_of(t, n, g, uneven);
            if (range.most < 0 || range.least > range.most) return false;
            least[g] = (int32_t)range.least;
            most[g] = (int32_t)range.most;
            why[g] = range.why;
        }
        nodes[n] = (ProblemNode){
            .parent = parent_of(t->m, n),
            .unit = t->m->problem->nodes[n < own ? n : parent_of(t->m, n)].unit,
            .least = least,
            .most = most,
            .why = why,
        };
    }
    return true;
}

/* On days of no group only those come who come in any case. */
static bool idle_nodes_hold(const Tally *t, uint32_t day)
{
    const Problem *p = t->m->problem;
    for (uint32_t n = 0; n < p->node_count; n++) {
        int32_t in = t->in[(size_t)n * p->day_count + day];
        if (in > p->nodes[n].most[day] || in < p->nodes[n].least[day])
            return false;
    }
    return true;
}

/* What no grouping changes: days of no group, rows of none. */
static bool rest_holds(const Tally *t)
{
    const PatternMaking *m = t->m;
    const Problem *p = m->problem;
    uint64_t *office = NEW(t->arena, uint64_t, p->row_count + 1);
    for (uint32_t i = 0; i < p->row_count; i++) {
        office[i] = sure_days(m, i);
        if (!m->takes_part[i] && !pattern_row_holds(&p->rows[i], office[i]))
            return false;
    }
    for (uint32_t d = 0; d < p->day_count; d++) {
        if ((m->all >> d & 1) == 0 &&
            (!idle_nodes_hold(t, d) ||
             !pattern_serves(p, office, d,
                             NEW(t->arena, uint32_t, p->row_count + 1))))
            return false;
    }
    return true;
}

/* ---- rows and posts ---------------------------------------------------- */

uint64_t pattern_groups(const PatternMaking *m, uint32_t row)
{
    const ProblemRow *r = &m->problem->rows[row];
    uint64_t groups = 0;
    for (uint32_t g = 0; g < m->calendar.group_count; g++) {
        if (pattern_row_holds(r, r->must | (r->may & m->calendar.days[g])))
            groups |= UINT64_C(1) << g;
    }
    return groups;
}

static uint32_t make_rows(const Tally *t, ProblemRow *rows, uint32_t *row_of,
                          uint32_t *at)
{
    const PatternMaking *m = t->m;
    uint64_t groups = (UINT64_C(1) << m->calendar.group_count) - 1;
    RowBound *one = NEW(t->arena, RowBound, 1);
    uint32_t count = 0;
    *one = (RowBound){groups, 1, 1, NO_INDEX};
    for (uint32_t i = 0; i < m->problem->row_count; i++) {
        at[i] = NO_INDEX;
        if (!is_asked(t, i)) continue;
        at[i] = count;
        row_of[count] = i;
        rows[count++] = (ProblemRow){
            .person = m->problem->rows[i].person,
            .node = node_of_section(m, m->section[i]),
            .may = pattern_groups(m, i),
            .bounds = one,
            .bound_count = 1,
        };
    }
    return count;
}

/* Of the qualified, those there that day without being asked. */
static int32_t others_on(const Tally *t, const ProblemPost *post, uint32_t day)
{
    const PatternMaking *m = t->m;
    int32_t others = 0;
    for (uint32_t k = 0; k < post->row_count; k++) {
        uint32_t row = post->rows[k];
        bool idle = m->takes_part[row] && !is_asked(t, row) &&
                    m->placed[row] == PATTERN_NO_GROUP;
        uint64_t days = sure_days(m, row);
        if (idle) days |= m->problem->rows[row].may & m->all;
        others += (int32_t)(days >> day & 1);
    }
    return others;
}

/* What the post wants of the asked in a group: at its highest day where what
 * fits must fit, at its lowest where what does not fit must not. */
static int32_t need_in(const Tally *t, const ProblemPost *post, uint32_t group)
{
    uint64_t days = t->m->calendar.days[group];
    int32_t highest = 0;
    int32_t lowest = INT32_MAX;
    for (; days != 0; days &= days - 1) {
        uint32_t d = (uint32_t)__builtin_ctzll(days);
        int32_t wanted = post->need[d] - others_on(t, post, d);
        if (wanted < 0) wanted = 0;
        if (wanted > highest) highest = wanted;
        if (wanted < lowest) lowest = wanted;
    }
    return t->count == COUNT_PRESENT ? highest : lowest;
}

/*
 * A seat that serves is counted at the post's node and not at its row's; so
 * the post is put into the section of those who may serve, if it is one.
 * Where they are of several it binds only while looking for what fits.
 */
static bool make_post(const Tally *t, const ProblemPost *post,
                      const uint32_t *at, ProblemPost *out)
{
    const PatternMaking *m = t->m;
    uint32_t groups = m->calendar.group_count;
    int32_t *need = NEW(t->arena, int32_t, groups);
    uint32_t *rows = NEW(t->arena, uint32_t, post->row_count + 1);
    uint32_t count = 0;
    uint32_t section = NO_INDEX;
    bool several = false;
    for (uint32_t k = 0; k < post->row_count; k++) {
        uint32_t row = post->rows[k];
        if (at[row] == NO_INDEX || m->partial[row]) continue;
        several |= count > 0 && m->section[row] != section;
        section = m->section[row];
        rows[count++] = at[row];
    }
    for (uint32_t g = 0; g < groups; g++)
        need[g] = need_in(t, post, g);
    uint32_t node = section == NO_INDEX || several
                        ? post->node
                        : node_of_section(m, section);
    *out = (ProblemPost){post->counter, node, need, rows, count};
    return !several || t->count == COUNT_PRESENT;
}

/* As many groups, as many days that follow each other. */
static const Date *make_days(Arena *arena, uint32_t groups)
{
    Date *days = NEW(arena, Date, groups);
    for (uint32_t g = 0; g < groups; g++)
        days[g] = (Date){(int32_t)g};
    return days;
}

bool pattern_ask(Arena *arena, const PatternMaking *m, PatternCount count,
                 int32_t uneven, Problem *out, uint32_t **row_of)
{
    const Problem *p = m->problem;
    Tally t = tally_of(arena, m, count);
    ProblemNode *nodes = NEW(arena, ProblemNode, t.node_count + 1);
    ProblemRow *rows = NEW(arena, ProblemRow, p->row_count + 1);
    ProblemPost *posts = NEW(arena, ProblemPost, p->post_count + 1);
    uint32_t *at = NEW(arena, uint32_t, p->row_count + 1);
    *row_of = NEW(arena, uint32_t, p->row_count + 1);
    if (!rest_holds(&t) || !make_nodes(&t, uneven, nodes)) return false;
    uint32_t row_count = make_rows(&t, rows, *row_of, at);
    uint32_t post_count = 0;
    for (uint32_t k = 0; k < p->post_count; k++)
        post_count += make_post(&t, &p->posts[k], at, &posts[post_count]);
    *out = (Problem){
        .days = make_days(arena, m->calendar.group_count),
        .day_count = m->calendar.group_count,
        .nodes = nodes,
        .node_count = t.node_count,
        .rows = rows,
        .row_count = row_count,
        .posts = posts,
        .post_count = post_count,
        .seed = p->seed,
    };
    return true;
}
