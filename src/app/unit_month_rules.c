/* SPDX-License-Identifier: Apache-2.0 */
#include "app/unit_month_part.h"

typedef VEC(UnitRule) UnitRules;

/* Bits of days on which turns are to be taken and no plan says whose: of them
 * no rule is said to be kept. */
static uint32_t bare_days(const UnitMonth *month)
{
    uint32_t bare = 0;
    for (uint32_t d = 0; d < month->day_count; d++) {
        bool wants = false, holds = false;
        for (uint32_t i = 0; i < month->row_count; i++) {
            const UnitMonthCell *cell = &month->rows[i].cells[d];
            if ((cell->marks & UNIT_MONTH_OPEN) == 0) continue;
            bool empty = (cell->marks & UNIT_MONTH_BARE) != 0 &&
                         cell->letter == PLACED_NONE;
            wants |= empty;
            holds |= !empty;
        }
        if (wants && !holds) bare |= UINT32_C(1) << d;
    }
    return bare;
}

/* ---- caps ---------------------------------------------------------------- */

static UnitRule *rule_of(Arena *arena, UnitRules *rules, ClauseId clause)
{
    for (size_t i = 0; i < rules->count; i++) {
        if (rules->at[i].clause.index == clause.index) return &rules->at[i];
    }
    VEC_PUSH(arena, rules, ((UnitRule){UNIT_RULE_CAP, .clause = clause}));
    return &rules->at[rules->count - 1];
}

static void add_cap(const UnitMonthMaking *m, const UnitMonthCap *cap,
                    UnitRules *rules, uint32_t *asked)
{
    UnitRule *rule = rule_of(m->arena, rules, cap->cap);
    rule->units++;
    for (uint32_t d = 0; d < m->month->day_count; d++) {
        const UnitMonthCapDay *day = &cap->days[d];
        uint32_t bit = UINT32_C(1) << d;
        if (!day->counts || !day->works) continue;
        if ((m->bare & bit) == 0) asked[cap->cap.index] |= bit;
        if (day->broken) rule->bad |= bit;
        if (day->broken && !day->broke) rule->worse |= bit;
    }
}

static uint32_t bits_of(uint32_t days)
{
    uint32_t count = 0;
    for (; days != 0; days &= days - 1)
        count++;
    return count;
}

static void add_caps(const UnitMonthMaking *m, UnitRules *rules)
{
    uint32_t *asked =
        NEW(m->arena, uint32_t, (size_t)m->corpus->clause_count + 1);
    for (uint32_t i = 0; i < m->month->cap_count; i++)
        add_cap(m, &m->month->caps[i], rules, asked);
    for (size_t i = 0; i < rules->count; i++)
        rules->at[i].days = bits_of(asked[rules->at[i].clause.index]);
}

/* ---- counters ------------------------------------------------------------ */

static void add_counters(const UnitMonthMaking *m, UnitRules *rules)
{
    UnitRule rule = {UNIT_RULE_COUNTERS, .clause = NO_CLAUSE};
    for (uint32_t d = 0; d < m->month->day_count; d++) {
        uint32_t bit = UINT32_C(1) << d;
        bool open = false;
        for (uint32_t c = 0; c < m->month->counter_count; c++) {
            const UnitMonthCounterDay *day = &m->month->counters[c].days[d];
            open |= day->open;
            if (!day->open || day->served >= day->need) continue;
            rule.bad |= bit;
            if (day->served < day->before) rule.worse |= bit;
        }
        rule.days += open && (m->bare & bit) == 0;
    }
    if (rule.days > 0) VEC_PUSH(m->arena, rules, rule);
}

/* ---- places -------------------------------------------------------------- */

static void add_places(const UnitMonthMaking *m, UnitRules *rules)
{
    uint32_t rows = m->month->row_count;
    for (uint32_t c = 0; c < m->corpus->clause_count; c++) {
        UnitRule rule = {UNIT_RULE_PLACE, .clause = {c},
                         .bad = m->placed_bad[c], .worse = m->placed_worse[c]};
        for (uint32_t row = 0; row < rows; row++)
            rule.people += m->placed[(size_t)c * rows + row];
        if (rule.people > 0) VEC_PUSH(m->arena, rules, rule);
    }
}

/* ---- fairness ------------------------------------------------------------ */

static int32_t middle_of(const UnitFairness *f)
{
    uint32_t seen = 0;
    for (int32_t days = 0; days <= DRAFT_DAYS; days++) {
        seen += f->with[days];
        if (seen * 2 >= f->people) return days;
    }
    return 0;
}

static void add_fairness(UnitMonth *month)
{
    UnitFairness f = {.least = DRAFT_DAYS};
    for (uint32_t i = 0; i < month->row_count; i++) {
        const UnitMonthRow *row = &month->rows[i];
        if (!row->in_turn) continue;
        f.people++;
        f.with[row->office]++;
        if (row->office < f.least) f.least = row->office;
        if (row->office > f.most) f.most = row->office;
    }
    if (f.people == 0) f.least = 0;
    f.middle = middle_of(&f);
    for (int32_t d = f.middle - 1; d <= f.middle + 1; d++) {
        if (d >= 0 && d <= DRAFT_DAYS) f.within += f.with[d];
    }
    month->fairness = f;
}

void unit_month_rules(UnitMonthMaking *m)
{
    UnitRules rules = {0};
    m->bare = bare_days(m->month);
    add_caps(m, &rules);
    add_counters(m, &rules);
    add_places(m, &rules);
    m->month->rules = rules.at;
    m->month->rule_count = (uint32_t)rules.count;
    add_fairness(m->month);
}
