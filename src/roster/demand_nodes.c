/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/demand_build.h"

#include <string.h>

/*
 * Nodes.  A cap counts the staff of an agency with everything below it, or of
 * a unit kerja down to the next one, or of a named unit down to the next one.
 * Caps that count the same people in the same unit are one node.  The people
 * of a unit sit in a chain of nodes, outermost first: units above before
 * deeper ones, and in one unit the whole before its own staff.  Every unit
 * below a node must give it the same parent: then the nodes are a forest and
 * the bounds a network; else the pair of clauses is named.
 */

static const Clause *clause_of(const Making *m, uint32_t line)
{
    return corpus_clause(m->corpus, m->lines.at[line].clause);
}

/* Do two lines bound the same people? */
static bool is_same_node(const Making *m, uint32_t a, uint32_t b)
{
    const Clause *ca = clause_of(m, a);
    const Clause *cb = clause_of(m, b);
    bool named = ca->level == LEVEL_UNITS || cb->level == LEVEL_UNITS;
    return m->lines.at[a].unit.index == m->lines.at[b].unit.index &&
           ca->level == cb->level && ca->among == cb->among &&
           (!named || ca == cb);
}

static uint32_t depth_of(const Register *r, UnitId unit)
{
    uint32_t depth = 0;
    for (; r->units[unit.index].parent.index != NO_INDEX; depth++) {
        unit = r->units[unit.index].parent;
    }
    return depth;
}

/* Outer nodes have smaller ranks; of one unit, all of it before those of its
 * parts whom the row of a table means. */
static uint32_t rank_of(const Making *m, uint32_t line)
{
    static const uint32_t order[] = {[LEVEL_NONE] = 0,
                                     [LEVEL_AGENCY] = 1,
                                     [LEVEL_UNITS] = 2,
                                     [LEVEL_WORK_UNIT] = 3};
    uint32_t depth = depth_of(m->corpus->r, m->lines.at[line].unit);
    const Clause *clause = clause_of(m, line);
    return (depth * 4 + order[clause->level]) * 2 + (clause->among != NULL);
}

/* ---- the lines that bound, outermost first ----------------------------- */

static uint32_t collect(Making *m, uint32_t *lines)
{
    uint32_t count = 0;
    for (uint32_t l = 0; l < m->lines.count; l++) {
        m->node_of[l] = NO_INDEX;
        if (demand_line_is_open(m, &m->lines.at[l])) lines[count++] = l;
    }
    return count;
}

/* Counting sort by rank: stable, so equal inputs give equal nodes. */
static void sort_by_rank(Making *m, uint32_t *lines, uint32_t count)
{
    uint32_t top = 1;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t rank = rank_of(m, lines[i]);
        if (rank > top) top = rank;
    }
    uint32_t *starts = NEW(m->arena, uint32_t, top + 2);
    uint32_t *sorted = NEW(m->arena, uint32_t, count + 1);
    for (uint32_t i = 0; i < count; i++) {
        starts[rank_of(m, lines[i]) + 1]++;
    }
    for (uint32_t k = 0; k <= top; k++) {
        starts[k + 1] += starts[k];
    }
    for (uint32_t i = 0; i < count; i++) {
        sorted[starts[rank_of(m, lines[i])]++] = lines[i];
    }
    memcpy(lines, sorted, count * sizeof *lines);
}

/* An earlier line of the same rank that bounds the same people, or NO_INDEX. */
static uint32_t node_before(const Making *m, const uint32_t *lines, uint32_t i)
{
    uint32_t rank = rank_of(m, lines[i]);
    for (uint32_t k = i; k-- > 0 && rank_of(m, lines[k]) == rank;) {
        if (is_same_node(m, lines[i], lines[k])) return m->node_of[lines[k]];
    }
    return NO_INDEX;
}

/* Give each line its node; `first[n]` is a line of node n. */
static uint32_t number_nodes(Making *m, const uint32_t *lines, uint32_t count,
                             uint32_t *first)
{
    uint32_t nodes = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t known = node_before(m, lines, i);
        if (known == NO_INDEX) first[nodes] = lines[i];
        m->node_of[lines[i]] = known == NO_INDEX ? nodes++ : known;
    }
    return nodes;
}

/* ---- chains ------------------------------------------------------------ */

enum { CHAIN_MOST = 64 };

/* Insert into an ascending row without doubles; ranks ascend with numbers. */
static uint32_t chain_put(uint32_t *chain, uint32_t count, uint32_t node)
{
    uint32_t at = count;
    while (at > 0 && chain[at - 1] > node) {
        at--;
    }
    if (at > 0 && chain[at - 1] == node) return count;
    CHECK(count < CHAIN_MOST);
    memmove(chain + at + 1, chain + at, (count - at) * sizeof *chain);
    chain[at] = node;
    return count + 1;
}

/* The nodes in which the staff of a unit sit, outermost first. */
static uint32_t chain_of(const Making *m, UnitId unit, uint32_t *chain)
{
    const Corpus *c = m->corpus;
    uint32_t count = 0;
    for (uint32_t i = 0; i < c->clause_count; i++) {
        ClauseId id = {i};
        if (c->clauses[i].act != ACT_CAP) continue;
        UnitId level = cap_level_unit(c, id, unit);
        if (level.index == NO_INDEX) continue;
        uint32_t line = m->line_of[(size_t)i * c->r->unit_count + level.index];
        if (line != NO_INDEX && m->node_of[line] != NO_INDEX)
            count = chain_put(chain, count, m->node_of[line]);
    }
    return count;
}

static bool say_not_nested(const Making *m, uint32_t a, uint32_t b, Err *err)
{
    Str one = clause_of(m, a)->cite;
    Str two = clause_of(m, b)->cite;
    Str unit = m->corpus->r->units[m->lines.at[a].unit.index].name;
    (void)FAIL(err, ERR_INPUT,
               "the cap of %.*s in %.*s and the cap of %.*s cut across each "
               "other: neither lies inside the other",
               STR_ARG(one), STR_ARG(unit), STR_ARG(two));
    return err_id(err,
                  "batas %.*s pada %.*s dan batas %.*s saling memotong: tidak "
                  "ada yang seluruhnya di dalam yang lain",
                  STR_ARG(one), STR_ARG(unit), STR_ARG(two));
}

/* Every unit agrees on the parent of each node in its chain. */
static bool link_nodes(Making *m, ProblemNode *nodes, const uint32_t *first,
                       bool *linked, Err *err)
{
    for (uint32_t u = 0; u < m->corpus->r->unit_count; u++) {
        uint32_t chain[CHAIN_MOST];
        uint32_t count = chain_of(m, (UnitId){u}, chain);
        uint32_t parent = NO_INDEX;
        for (uint32_t i = 0; i < count; parent = chain[i++]) {
            ProblemNode *node = &nodes[chain[i]];
            uint32_t other = parent != NO_INDEX ? parent : node->parent;
            if (linked[chain[i]] && node->parent != parent)
                return say_not_nested(m, first[chain[i]], first[other], err);
            node->parent = parent;
            linked[chain[i]] = true;
        }
        m->node_in[u] = parent;
    }
    return true;
}

static bool say_stranger(Str cite, Str unit, Err *err)
{
    (void)FAIL(err, ERR_INPUT,
               "the cap of %.*s in %.*s counts only some of the people whom "
               "another cap counts; let both count the same",
               STR_ARG(cite), STR_ARG(unit));
    return err_id(err,
                  "batas %.*s pada %.*s menghitung sebagian pegawai yang "
                  "dihitung batas lain; samakan siapa yang dihitung",
                  STR_ARG(cite), STR_ARG(unit));
}

/* A cap that counts some open cells of its unit and not others cuts across
 * another cap: such bounds are no network. */
static bool lines_are_nested(const Making *m, Err *err)
{
    for (size_t l = 0; l < m->lines.count; l++) {
        const Line *line = &m->lines.at[l];
        for (uint32_t day = 0; day < m->day_count; day++) {
            if (line->days[day].free == 0 || line->strangers[day] == 0)
                continue;
            Str cite = corpus_clause(m->corpus, line->clause)->cite;
            Str unit = m->corpus->r->units[line->unit.index].name;
            return say_stranger(cite, unit, err);
        }
    }
    return true;
}

/* ---- people whom no cap counts ------------------------------------------ */

static bool has_owing(const Making *m)
{
    for (size_t i = 0; i < m->opens.count; i++) {
        if (demand_open_owes(m->corpus, &m->opens.at[i])) return true;
    }
    return false;
}

/* Of the person's cells: those that are open by a cap, and those by days. */
static void see_open(const Making *m, uint32_t person, bool *capped, bool *owes)
{
    *capped = *owes = false;
    for (uint32_t day = 0; day < m->day_count; day++) {
        bool open = m->out->cells[demand_cell(m, person, day)] == PLACED_OPEN;
        bool owing = open && demand_owes(m, person, day);
        *owes |= owing;
        *capped |= open && !owing;
    }
}

uint32_t demand_node(const Making *m, uint32_t person)
{
    bool capped = false, owes = false;
    if (m->node_none != NO_INDEX) see_open(m, person, &capped, &owes);
    return owes && !capped
               ? m->node_none
               : m->node_in[m->corpus->r->people[person].unit.index];
}

/* Who is under a cap on some days sits in its node on all: on the others it
 * must count nobody of their unit. */
static bool owing_is_nested(const Making *m, uint32_t person, Err *err)
{
    UnitId unit = m->corpus->r->people[person].unit;
    for (size_t l = 0; l < m->lines.count; l++) {
        const Line *line = &m->lines.at[l];
        UnitId level = cap_level_unit(m->corpus, line->clause, unit);
        if (level.index != line->unit.index) continue;
        for (uint32_t day = 0; day < m->day_count; day++) {
            if (line->days[day].free == 0 || !demand_owes(m, person, day))
                continue;
            return say_stranger(corpus_clause(m->corpus, line->clause)->cite,
                                m->corpus->r->units[level.index].name, err);
        }
    }
    return true;
}

static bool owings_are_nested(const Making *m, Err *err)
{
    bool capped = false, owes = false;
    if (!has_owing(m)) return true;
    for (uint32_t p = 0; p < m->corpus->r->person_count; p++) {
        see_open(m, p, &capped, &owes);
        if (capped && owes && !owing_is_nested(m, p, err)) return false;
    }
    return true;
}

/* Behind the nodes of caps. */
static void add_node_none(Making *m, ProblemNode *nodes, uint32_t *count)
{
    m->node_none = has_owing(m) ? *count : NO_INDEX;
    if (m->node_none == NO_INDEX) return;
    Seats s = demand_seats(m, *count, NULL, 0);
    m->seats[*count] = s;
    nodes[(*count)++] = (ProblemNode){NO_INDEX, m->corpus->r->preorder[0],
                                      s.least,  s.most,
                                      s.why,    s.why_least};
}

/* ---- the nodes ----------------------------------------------------------- */

/* A bound as its letter says it, and who says so. */
static Str bound_words(const Making *m, const BoundWhy *why, bool least,
                       Lang lang)
{
    static const char *const often[][2] = {
        [AT_MOST] = {"paling banyak",  "at most" },
        [AT_LEAST] = {"paling sedikit", "at least"},
        [EXACTLY] = {"tepat",          "exactly" },
    };
    const Clause *clause = &m->corpus->clauses[why->clause];
    bool home = clause->cap.home;
    Compare compare = home || clause->cap.compare == EXACTLY
                          ? clause->cap.compare
                      : least ? AT_LEAST
                              : AT_MOST;
    const char *place = lang == LANG_EN ? home ? "at home" : "in the office"
                        : home          ? "di rumah"
                                        : "di kantor";
    Str cite = cite_words(m->arena, m->corpus, clause->cite, lang);
    return str_format(m->arena, "%s %d %s %s (%.*s)", often[compare][lang],
                      why->stated, lang == LANG_EN ? "people" : "orang", place,
                      STR_ARG(cite));
}

/* Nodes in which no number will do, on some day. */
static uint32_t count_unfit(const Making *m, uint32_t nodes)
{
    uint32_t count = 0;
    for (uint32_t n = 0; n < nodes; n++) {
        bool fits = true;
        for (uint32_t d = 0; d < m->out->problem.day_count; d++)
            fits &= m->seats[n].least[d] <= m->seats[n].most[d];
        count += !fits;
    }
    return count;
}

static Str others_words(const Making *m, uint32_t others, Lang lang)
{
    if (others == 0) return (Str){0};
    return str_format(m->arena,
                      lang == LANG_EN ? "; so it is in %u other units"
                                      : "; demikian pula pada %u unit lain",
                      others);
}

/* "Paling sedikit 3" and "paling banyak 1" in one unit: no roster.  Either may
 * give way; by how much, and in how many other units, is said with it. */
static bool say_floor(const Making *m, uint32_t node, uint32_t d,
                      uint32_t others, Err *err)
{
    const Seats *s = &m->seats[node];
    UnitId unit = m->out->problem.nodes[node].unit;
    Str name = m->corpus->r->units[unit.index].name;
    Str floor_en = bound_words(m, &s->why_least[d], true, LANG_EN);
    Str floor_id = bound_words(m, &s->why_least[d], true, LANG_ID);
    Str cap_en = bound_words(m, &s->why[d], false, LANG_EN);
    Str cap_id = bound_words(m, &s->why[d], false, LANG_ID);
    Str day_id = date_words(m->arena, m->out->problem.days[d], LANG_ID);
    Str day_en = date_words(m->arena, m->out->problem.days[d], LANG_EN);
    Str also_en = others_words(m, others, LANG_EN);
    Str also_id = others_words(m, others, LANG_ID);
    int32_t over = s->least[d] - s->most[d];
    (void)FAIL(err, ERR_CLASH,
               "no roster: %.*s on %.*s must have %.*s and %.*s; let either "
               "give way by %d%.*s",
               STR_ARG(name), STR_ARG(day_en), STR_ARG(floor_en),
               STR_ARG(cap_en), over, STR_ARG(also_en));
    return err_id(err,
                  "tidak ada jadwal: %.*s pada %.*s harus %.*s dan %.*s; "
                  "longgarkan salah satunya sebanyak %d orang%.*s",
                  STR_ARG(name), STR_ARG(day_id), STR_ARG(floor_id),
                  STR_ARG(cap_id), over, STR_ARG(also_id));
}

static bool floors_fit(const Making *m, uint32_t nodes, Err *err)
{
    for (uint32_t n = 0; n < nodes; n++) {
        for (uint32_t d = 0; d < m->out->problem.day_count; d++) {
            if (m->seats[n].least[d] > m->seats[n].most[d])
                return say_floor(m, n, d, count_unfit(m, nodes) - 1, err);
        }
    }
    return true;
}

bool demand_nodes(Making *m, Err *err)
{
    if (!lines_are_nested(m, err) || !owings_are_nested(m, err)) return false;
    demand_state(m);
    size_t room = m->lines.count + 1;
    uint32_t *lines = NEW(m->arena, uint32_t, room);
    uint32_t *first = NEW(m->arena, uint32_t, room);
    m->node_of = NEW(m->arena, uint32_t, room);
    m->node_in = NEW(m->arena, uint32_t, m->corpus->r->unit_count + 1);
    uint32_t count = collect(m, lines);
    sort_by_rank(m, lines, count);
    uint32_t node_count = number_nodes(m, lines, count, first);
    ProblemNode *nodes = NEW(m->arena, ProblemNode, node_count + 2);
    m->seats = NEW(m->arena, Seats, node_count + 2);
    for (uint32_t n = 0; n < node_count; n++) {
        Seats s = demand_seats(m, n, lines, count);
        UnitId unit = m->lines.at[first[n]].unit;
        m->seats[n] = s;
        nodes[n] =
            (ProblemNode){NO_INDEX, unit, s.least, s.most, s.why, s.why_least};
    }
    add_node_none(m, nodes, &node_count);
    m->out->problem.nodes = nodes;
    m->out->problem.node_count = node_count;
    if (!floors_fit(m, node_count, err)) return false;
    return link_nodes(m, nodes, first, NEW(m->arena, bool, node_count + 1),
                      err);
}
