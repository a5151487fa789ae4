/* SPDX-License-Identifier: Apache-2.0 */
#include "app/unit_month_part.h"
#include "audit/rules.h"

/*
 * Caps as docs and audit/cap_rule.c have them: at most the letter's number,
 * or as many as the law itself puts there and the counters need; those called
 * come on top; at least as many as the law lets come.
 */

/* ---- whose people are asked ---------------------------------------------- */

static bool is_cap(const UnitMonthMaking *m, uint32_t clause)
{
    return m->corpus->clauses[clause].act == ACT_CAP;
}

UnitId unit_month_root(const UnitMonthMaking *m)
{
    UnitId root = m->month->unit;
    for (uint32_t c = 0; c < m->corpus->clause_count; c++) {
        if (!is_cap(m, c)) continue;
        UnitId at = cap_level_unit(m->corpus, (ClauseId){c}, m->month->unit);
        if (at.index != NO_INDEX && unit_is_under(m->r, root, at)) root = at;
    }
    return root;
}

/* ---- counting ------------------------------------------------------------ */

typedef struct {
    UnitMonthMaking *m;
    ClauseId id;
    const Clause *clause;
    UnitMonthCount *units; /* per unit of the register */
} Counting;

static bool is_in_place(const Cap *cap, char letter)
{
    return (cap->office && letter == PLACED_OFFICE) ||
           (cap->home && letter == PLACED_HOME) ||
           (cap->leave && letter == PLACED_LEAVE);
}

static bool is_in_base(const Counting *c, PersonId person)
{
    const Selection *base = c->clause->cap.base;
    if (base == NULL) return true;
    Profile profile = law_profile(c->m->law, person);
    return selection_has(base, c->m->r, &profile, person, c->m->date,
                         c->m->corpus->known) != PICK_NOT;
}

static void count_counted(Counting *c, PersonId person, UnitMonthCount *n)
{
    const UnitMonthMaking *m = c->m;
    const Cap *cap = &c->clause->cap;
    const Directive *said = &m->said[person.index];
    bool fixed = is_in_place(cap, said->letter);
    bool called = fixed && said->step == STEP_RECALL;
    n->counted++;
    n->forced += fixed && !called;
    n->called += called;
    n->open += said->letter == PLACED_OPEN;
    n->in += is_in_place(cap, m->letter[person.index]);
    n->before += is_in_place(cap, m->before[person.index]);
    n->of_unit |= m->row_of[person.index] != NO_INDEX;
}

static void count_person(Counting *c, PersonId person)
{
    const LawDay *law = c->m->law;
    if (!person_is_active(c->m->r, person, c->m->date)) return;
    UnitId level = law_level_unit(law, c->id, person);
    UnitId unit = law_cap_unit(law, c->id, person);
    if (level.index != NO_INDEX && is_in_base(c, person)) {
        c->units[level.index].base++;
        c->units[level.index].works |= law_works(law, person);
    }
    if (unit.index != NO_INDEX) count_counted(c, person, &c->units[unit.index]);
}

/* ---- counters that may exceed -------------------------------------------- */

static bool exceeds(const Counting *c, const Clause *clause, UnitId counter,
                    UnitId unit)
{
    bool targets = false;
    if (clause->act != ACT_EXCEED) return false;
    for (uint32_t i = 0; i < clause->target_count; i++)
        targets |= clause->targets[i].index == c->id.index;
    return targets &&
           (clause->units == NULL || clause->units[counter.index] != 0 ||
            clause->units[unit.index] != 0);
}

static bool may_exceed(const Counting *c, UnitId counter, UnitId unit)
{
    uint32_t count = 0;
    const ClauseId *clauses = law_clauses(c->m->law, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (exceeds(c, corpus_clause(c->m->corpus, clauses[i]), counter, unit))
            return true;
    }
    return false;
}

static int32_t wanted(const Counting *c, const Counter *counter)
{
    int32_t lacking = counter->need, open = 0;
    for (size_t s = 0; s < counter->staff_count; s++) {
        Directive said = law_person(c->m->law, counter->staff[s]);
        lacking -= said.letter == PLACED_OFFICE && said.step != STEP_RECALL;
        open += said.letter == PLACED_OPEN;
    }
    if (lacking < 0) return 0;
    return lacking < open ? lacking : open;
}

static void count_needs(Counting *c)
{
    const UnitMonthMaking *m = c->m;
    RuleDay day = {.corpus = m->corpus, .law = m->law, .date = m->date};
    for (uint32_t i = 0; i < m->r->counter_count; i++) {
        const Counter *counter = &m->r->counters[i];
        UnitId unit = cap_level_unit(m->corpus, c->id, counter->unit);
        if (counter->kind != COUNTER_DESK || unit.index == NO_INDEX ||
            c->units[unit.index].counted == 0)
            continue;
        if (counter_rule_opens(&day, counter) &&
            may_exceed(c, counter->unit, unit))
            c->units[unit.index].need += wanted(c, counter);
    }
}

/* ---- what it comes to ---------------------------------------------------- */

static int32_t larger(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

static UnitMonthCapDay day_of(const Cap *cap, const UnitMonthCount *n)
{
    int32_t number = cap_number(cap, n->base);
    int32_t stated = larger(number, cap->floor_number);
    int32_t able = n->forced + n->called + n->open;
    UnitMonthCapDay day = {.counts = true,
                           .works = n->works,
                           .base = n->base,
                           .stated = stated,
                           .most = INT32_MAX,
                           .called = n->called,
                           .in = n->in,
                           .before = n->before};
    if (cap->compare != AT_LEAST)
        day.most = larger(stated, n->forced + n->need) + n->called;
    if (cap->compare != AT_MOST) day.least = number < able ? number : able;
    day.broken = day.in > day.most || day.in < day.least;
    day.broke = day.before > day.most || day.before < day.least;
    return day;
}

static UnitMonthCap *line_of(UnitMonthMaking *m, ClauseId cap, uint32_t unit)
{
    for (size_t i = 0; i < m->caps.count; i++) {
        UnitMonthCap *line = &m->caps.at[i];
        if (line->cap.index == cap.index && line->unit.index == unit)
            return line;
    }
    VEC_PUSH(m->arena, &m->caps, ((UnitMonthCap){.cap = cap, .unit = {unit}}));
    return &m->caps.at[m->caps.count - 1];
}

static void count_cap(UnitMonthMaking *m, ClauseId id)
{
    Counting c = {m, id, corpus_clause(m->corpus, id), m->counts};
    const uint32_t *enter = m->r->enter, *leave = m->r->leave;
    for (uint32_t u = 0; u < m->r->unit_count; u++)
        c.units[u] = (UnitMonthCount){0};
    for (uint32_t i = 0; i < m->people_count; i++)
        count_person(&c, m->people[i]);
    count_needs(&c);
    for (uint32_t i = enter[m->root.index]; i < leave[m->root.index]; i++) {
        uint32_t u = m->r->preorder[i].index;
        if (!c.units[u].of_unit) continue;
        line_of(m, id, u)->days[m->day] = day_of(&c.clause->cap, &c.units[u]);
    }
}

void unit_month_caps(UnitMonthMaking *m)
{
    uint32_t count = 0;
    const ClauseId *clauses = law_clauses(m->law, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (is_cap(m, clauses[i].index)) count_cap(m, clauses[i]);
    }
}
