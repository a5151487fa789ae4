/* SPDX-License-Identifier: Apache-2.0 */
#include "day/recap_part.h"

/*
 * For each cap on the office in force that day: its number in every unit
 * where it is counted, and how many came.  Units are counted side by side, in
 * one pass over the people.
 */

typedef struct {
    RecapCap cap;
    bool works; /* somebody of the unit has a working day */
} CapCount;

static bool caps_office(const Clause *clause)
{
    return clause->act == ACT_CAP && clause->cap.office && !clause->cap.home &&
           clause->cap.compare != AT_LEAST;
}

static bool is_in_base(const RecapDay *day, const Selection *base,
                       PersonId person)
{
    Profile profile = law_profile(day->law, person);
    return base == NULL ||
           selection_has(base, day->all->r, &profile, person, day->sheet.day,
                         day->sheet.corpus->known) != PICK_NOT;
}

static void count_person(const RecapDay *day, ClauseId cap, CapCount *counts,
                         PersonId person)
{
    const Clause *clause = corpus_clause(day->sheet.corpus, cap);
    UnitId level = law_level_unit(day->law, cap, person);
    const Expected *expected = &day->sheet.expected[person.index];
    if (!person_is_active(day->all->r, person, day->sheet.day)) return;
    if (level.index != NO_INDEX) {
        counts[level.index].works |= expected->works;
        counts[level.index].cap.base +=
            is_in_base(day, clause->cap.base, person);
    }
    UnitId counted = law_cap_unit(day->law, cap, person);
    if (counted.index == NO_INDEX || !expected->works) return;
    counts[counted.index].cap.planned += expected->letter == PLACED_OFFICE;
    counts[counted.index].cap.there +=
        day->where[person.index] == PLACED_OFFICE;
}

static bool cap_is_kept(const RecapCap *cap)
{
    return cap->there <= cap->stated || cap->there <= cap->planned;
}

static void add_to_levels(Recapping *all, const RecapCap *cap, bool kept)
{
    for (int level = 0; level < RECAP_LEVELS; level++) {
        UnitId unit = recap_added_in(all, (RecapLevel)level, cap->unit);
        all->units[level][unit.index].cap_days++;
        all->units[level][unit.index].cap_kept += kept;
    }
}

static void take_unit(RecapDay *day, ClauseId id, uint32_t unit, CapCount *c)
{
    const Cap *cap = &corpus_clause(day->sheet.corpus, id)->cap;
    if (!c->works) return;
    c->cap.cap = id;
    c->cap.unit = (UnitId){unit};
    c->cap.day = day->sheet.day;
    c->cap.stated = cap_number(cap, c->cap.base);
    if (c->cap.stated < cap->floor_number) c->cap.stated = cap->floor_number;
    bool kept = cap_is_kept(&c->cap);
    add_to_levels(day->all, &c->cap, kept);
    if (!kept) VEC_PUSH(day->all->arena, &day->all->over, c->cap);
}

static void count_cap(RecapDay *day, ClauseId id)
{
    const Register *r = day->all->r;
    CapCount *counts = NEW(day->tmp, CapCount, r->unit_count);
    for (uint32_t p = 0; p < r->person_count; p++)
        count_person(day, id, counts, (PersonId){p});
    for (uint32_t u = 0; u < r->unit_count; u++) {
        if (unit_is_under(r, (UnitId){u}, recap_unit(day->all)))
            take_unit(day, id, u, &counts[u]);
    }
}

void recap_cap_count(RecapDay *day)
{
    uint32_t count = 0;
    const ClauseId *clauses = law_clauses(day->law, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (caps_office(corpus_clause(day->sheet.corpus, clauses[i])))
            count_cap(day, clauses[i]);
    }
}
