/* SPDX-License-Identifier: Apache-2.0 */
#include "app/monitor_part.h"

/* A cap in each unit where it counts. */
typedef struct {
    int32_t base, planned, there;
    bool works;
} Node;

static bool caps_office(const Clause *clause)
{
    return clause->act == ACT_CAP && clause->cap.office && !clause->cap.home &&
           clause->cap.compare != AT_LEAST;
}

static bool is_in_base(const MonitorMaking *m, const LawDay *law,
                       const Selection *base, PersonId person)
{
    if (base == NULL) return true;
    Profile profile = law_profile(law, person);
    return selection_has(base, m->r, &profile, person, m->out->day,
                         m->corpus->known) != PICK_NOT;
}

static void count_capped(const MonitorMaking *m, const LiveDay *on,
                         ClauseId cap, PersonId person, Node *nodes)
{
    const Expected *e = &on->sheet.expected[person.index];
    UnitId level = law_level_unit(on->law, cap, person);
    if (level.index == NO_INDEX || !person_is_active(m->r, person, on->day))
        return;
    const Clause *clause = corpus_clause(m->corpus, cap);
    nodes[level.index].base += is_in_base(m, on->law, clause->cap.base, person);
    nodes[level.index].works |= e->works;
    if (!e->works || e->letter != PLACED_OFFICE) return;
    UnitId counted = law_cap_unit(on->law, cap, person);
    if (counted.index != NO_INDEX) nodes[counted.index].planned++;
}

static void count_there(const MonitorMaking *m, const MonitorBoard *board,
                        ClauseId cap, Node *nodes)
{
    for (size_t i = 0; i < board->count; i++) {
        uint32_t unit = map_find(&m->r->unit_codes, board->at[i].unit);
        if (unit == NO_INDEX) continue;
        UnitId node = cap_level_unit(m->corpus, cap, (UnitId){unit});
        if (node.index != NO_INDEX)
            nodes[node.index].there +=
                monitor_seen(&board->at[i], SEEN_IN_OFFICE);
    }
}

static int32_t limit_of(const Cap *cap, const Node *node)
{
    int32_t limit = cap_number(cap, node->base);
    return limit < cap->floor_number ? cap->floor_number : limit;
}

/* More than may be are there, and more than law and plan have placed. */
static bool is_over(const Node *node, int32_t limit)
{
    return node->there > limit && node->there > node->planned;
}

static void take_cap(const MonitorMaking *m, const Cap *cap, const Node *nodes)
{
    for (uint32_t u = 0; u < m->r->unit_count; u++) {
        MonitorAgency *a = monitor_row(m, (UnitId){u});
        if (!nodes[u].works || a == NULL) continue;
        int32_t limit = limit_of(cap, &nodes[u]);
        bool over = is_over(&nodes[u], limit);
        a->limit = limit + (a->limit < 0 ? 0 : a->limit);
        a->over += over;
        monitor_all(m)->over += over;
    }
}

/* The limit of an agency is that of the clause that lets in the fewest. */
static void keep_least(const MonitorMaking *m, int32_t *least)
{
    for (uint32_t row = 0; row < m->row_count; row++) {
        int32_t limit = m->rows[row].limit;
        if (limit >= 0 && (least[row] < 0 || limit < least[row]))
            least[row] = limit;
        m->rows[row].limit = -1;
    }
}

static void count_cap(const MonitorMaking *m, const LiveDay *on, ClauseId cap,
                      const MonitorBoard *board)
{
    Node *nodes = NEW(m->arena, Node, m->r->unit_count + 1);
    for (uint32_t p = 0; p < m->r->person_count; p++)
        count_capped(m, on, cap, (PersonId){p}, nodes);
    count_there(m, board, cap, nodes);
    take_cap(m, &corpus_clause(m->corpus, cap)->cap, nodes);
}

static void sum_limits(const MonitorMaking *m)
{
    MonitorAgency *all = monitor_all(m);
    for (uint32_t row = 0; row < m->row_count; row++) {
        if (m->rows[row].limit < 0) continue;
        all->limit = m->rows[row].limit + (all->limit < 0 ? 0 : all->limit);
    }
}

bool monitor_caps(MonitorMaking *m, const MonitorBoard *board, Err *err)
{
    const LiveDay *on = NULL;
    uint32_t count = 0;
    int32_t *least = NEW(m->arena, int32_t, m->row_count + 1);
    if (!live_day(m->view, m->out->day, &on, err)) return false;
    const ClauseId *clauses = law_clauses(on->law, &count);
    for (uint32_t row = 0; row < m->row_count; row++)
        least[row] = -1;
    for (uint32_t i = 0; i < count; i++) {
        if (!caps_office(corpus_clause(m->corpus, clauses[i]))) continue;
        count_cap(m, on, clauses[i], board);
        keep_least(m, least);
    }
    for (uint32_t row = 0; row < m->row_count; row++)
        m->rows[row].limit = least[row];
    sum_limits(m);
    return true;
}
