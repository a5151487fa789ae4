/* SPDX-License-Identifier: Apache-2.0 */
#include "app/monitor_part.h"

/* A cap in each unit where it counts. */
typedef struct {
    int32_t base, planned, there; /* there: of those who count */
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
    if (monitor_row(m, m->r->people[person.index].unit) == NULL) return;
    UnitId level = law_level_unit(on->law, cap, person);
    if (level.index == NO_INDEX || !person_is_active(m->r, person, on->day))
        return;
    const Clause *clause = corpus_clause(m->corpus, cap);
    nodes[level.index].base += is_in_base(m, on->law, clause->cap.base, person);
    nodes[level.index].works |= e->works;
    UnitId counted = law_cap_unit(on->law, cap, person);
    if (!e->works || counted.index == NO_INDEX) return;
    nodes[counted.index].planned += e->letter == PLACED_OFFICE;
    nodes[counted.index].there +=
        (m->seen[person.index] >> SEEN_IN_OFFICE & 1) != 0;
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
        a->base += nodes[u].base;
        a->capped += nodes[u].there;
        a->over += over;
        monitor_all(m)->over += over;
    }
}

/* What a clause gives of an agency, all units together. */
typedef struct {
    int32_t limit, base, capped;
} Least;

/* The limit of an agency is that of the clause that lets in the fewest. */
static void keep_least(const MonitorMaking *m, Least *least)
{
    for (uint32_t row = 0; row < m->row_count; row++) {
        MonitorAgency *a = &m->rows[row];
        if (a->limit >= 0 &&
            (least[row].limit < 0 || a->limit < least[row].limit))
            least[row] = (Least){a->limit, a->base, a->capped};
        a->limit = -1;
        a->base = a->capped = 0;
    }
}

static void count_cap(const MonitorMaking *m, const LiveDay *on, ClauseId cap)
{
    Node *nodes = NEW(m->arena, Node, m->r->unit_count + 1);
    for (uint32_t p = 0; p < m->r->person_count; p++)
        count_capped(m, on, cap, (PersonId){p}, nodes);
    take_cap(m, &corpus_clause(m->corpus, cap)->cap, nodes);
}

static void sum_limits(const MonitorMaking *m)
{
    MonitorAgency *all = monitor_all(m);
    for (uint32_t row = 0; row < m->row_count; row++) {
        const MonitorAgency *a = &m->rows[row];
        if (a->limit < 0) continue;
        all->limit = a->limit + (all->limit < 0 ? 0 : all->limit);
        all->base += a->base;
        all->capped += a->capped;
    }
}

static void set_least(MonitorAgency *a, const Least *least)
{
    a->limit = least->limit;
    a->base = least->base;
    a->capped = least->capped;
}

bool monitor_caps(MonitorMaking *m, Err *err)
{
    const LiveDay *on = NULL;
    uint32_t count = 0;
    Least *least = NEW(m->arena, Least, m->row_count + 1);
    if (!live_day(m->view, m->out->day, &on, err)) return false;
    const ClauseId *clauses = law_clauses(on->law, &count);
    for (uint32_t row = 0; row < m->row_count; row++)
        least[row].limit = -1;
    for (uint32_t i = 0; i < count; i++) {
        if (!caps_office(corpus_clause(m->corpus, clauses[i]))) continue;
        count_cap(m, on, clauses[i]);
        keep_least(m, least);
    }
    for (uint32_t row = 0; row < m->row_count; row++)
        set_least(&m->rows[row], &least[row]);
    sum_limits(m);
    return true;
}
