/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/law_day.h"

/* ---- caps -------------------------------------------------------------- */

UnitId law_nearest_named(const Register *r, const uint8_t *units, UnitId unit)
{
    while (unit.index != NO_INDEX && !units[unit.index]) {
        unit = r->units[unit.index].parent;
    }
    return unit;
}

static UnitId level_unit(const Register *r, const Clause *clause, UnitId unit)
{
    if (!clause_among(clause, unit)) return NO_UNIT;
    if (clause->level == LEVEL_UNITS)
        return law_nearest_named(r, clause->units, unit);
    if (clause->units != NULL && !clause->units[unit.index]) return NO_UNIT;
    if (clause->level == LEVEL_AGENCY) return r->agency_of[unit.index];
    if (clause->level == LEVEL_WORK_UNIT) return r->work_unit_of[unit.index];
    return r->preorder[0];
}

UnitId view_cap_unit(const View *v, ClauseId id)
{
    const Clause *clause = corpus_clause(v->day->c, id);
    if (!view_reached(v, clause->letter) || view_lifted(v, id) ||
        view_has(v, clause->cap.counted) == PICK_NOT)
        return NO_UNIT;
    return level_unit(v->day->c->r, clause, v->person->unit);
}

UnitId law_cap_unit(const LawDay *day, ClauseId cap, PersonId person)
{
    Directive unused = {0};
    View v = view_of(day, person, &unused);
    if (corpus_clause(day->c, cap)->act == ACT_DAYS) return v.person->unit;
    return view_cap_unit(&v, cap);
}

UnitId cap_level_unit(const Corpus *corpus, ClauseId cap, UnitId unit)
{
    return level_unit(corpus->r, corpus_clause(corpus, cap), unit);
}

UnitId law_level_unit(const LawDay *day, ClauseId cap, PersonId person)
{
    Directive unused = {0};
    View v = view_of(day, person, &unused);
    if (view_rebound(&v, cap)) return NO_UNIT;
    return level_unit(day->c->r, corpus_clause(day->c, cap), v.person->unit);
}

int32_t cap_number(const Cap *cap, int32_t base)
{
    if (!cap->share) return cap->number;
    int64_t part = (int64_t)base * cap->number;
    int64_t whole = 10000; /* hundredths of a percent */
    return (int32_t)(cap->rounding == ROUND_UP ? (part + whole - 1) / whole
                                               : part / whole);
}
