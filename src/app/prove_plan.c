/* SPDX-License-Identifier: Apache-2.0 */
#include "app/prove_plan.h"

/* Did the roster and the auditor count this cap of this unit alike? */
static bool day_agrees(const CapDay *a, const CapDay *b)
{
    return a->base == b->base && a->stated == b->stated &&
           a->forced == b->forced && a->called == b->called && a->in == b->in;
}

static const CapLine *line_of(const Demand *demand, const CapLine *audited)
{
    size_t units = demand->corpus->r->unit_count;
    uint32_t at = demand->cap_at[audited->clause * units + audited->unit.index];
    return at == NO_INDEX ? NULL : &demand->caps[at];
}

static bool say_difference(const Demand *demand, const CapLine *line,
                           uint32_t day, Err *err)
{
    Str cite = demand->corpus->clauses[line->clause].cite;
    Str unit = demand->corpus->r->units[line->unit.index].name;
    char date[DATE_TEXT];
    (void)date_iso(demand->plan.days[day], date);
    (void)FAIL(err, ERR_INPUT,
               "roster and auditor count %.*s in %.*s on %s differently",
               STR_ARG(cite), STR_ARG(unit), date);
    return err_id(err,
                  "penyusun dan pemeriksa menghitung %.*s pada %.*s, %s, "
                  "secara berbeda",
                  STR_ARG(cite), STR_ARG(unit), date);
}

/* Days on which nobody is left to the roster have no seats to compare. */
static bool line_agrees(const Demand *demand, const CapLine *audited, Err *err)
{
    const CapLine *own = line_of(demand, audited);
    for (uint32_t d = 0; d < demand->plan.day_count && own != NULL; d++) {
        if (own->days[d].free > 0 &&
            !day_agrees(&own->days[d], &audited->days[d]))
            return say_difference(demand, audited, d, err);
    }
    return true;
}

bool prove_plan(Arena *scratch, const Demand *demand, const Answer *answer,
                const Plan *plan, Err *err)
{
    PlanCount count = {0};
    if (!audit_plan(plan, demand->corpus, scratch, &count, err) ||
        !audit_answer(&demand->problem, answer, scratch, err))
        return false;
    for (size_t l = 0; l < count.cap_count; l++) {
        if (!line_agrees(demand, &count.caps[l], err)) return false;
    }
    return true;
}
