/* SPDX-License-Identifier: Apache-2.0 */
#include "app/prove_plan.h"

#include "app/proof_fault.h"

/* ---- caps, counted twice ----------------------------------------------- */

static bool is_idle(const CapDay *day)
{
    return day->forced + day->called + day->free + day->in == 0;
}

/* A cap that meets nobody on a day is not looked at further. */
static bool day_agrees(const CapDay *a, const CapDay *b)
{
    if (is_idle(a) && is_idle(b)) return true;
    return a->base == b->base && a->stated == b->stated &&
           a->forced == b->forced && a->called == b->called &&
           a->need == b->need && a->in == b->in && a->free == b->free;
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

/* The roster keeps no line where nobody is forced or left to it. */
static bool line_agrees(const Demand *demand, const CapLine *audited, Err *err)
{
    const CapLine *own = line_of(demand, audited);
    for (uint32_t d = 0; d < demand->plan.day_count; d++) {
        const CapDay *day = &audited->days[d];
        bool agrees = own == NULL ? day->free == 0 && day->forced == 0
                                  : day_agrees(&own->days[d], day);
        if (!agrees) return say_difference(demand, audited, d, err);
    }
    return true;
}

static bool caps_agree(const Demand *demand, const PlanCount *count, Err *err)
{
    uint32_t met = 0;
    for (size_t l = 0; l < count->cap_count; l++) {
        if (!line_agrees(demand, &count->caps[l], err)) return false;
        met += line_of(demand, &count->caps[l]) != NULL;
    }
    if (met == demand->cap_count) return true;
    (void)FAIL(err, ERR_INPUT,
               "the roster counts %u caps of units, the auditor %u",
               demand->cap_count, met);
    return err_id(err,
                  "penyusun menghitung %u batas unit, pemeriksa menghitung %u",
                  demand->cap_count, met);
}

/* ---- seats ------------------------------------------------------------- */

/* The seats in turn of the answer, and the squares of those who take turns;
 * without the days carried over, of which the plan knows nothing. */
static PlanCount answer_count(const Demand *demand, const Answer *answer)
{
    PlanCount sum = {0};
    const Problem *problem = &demand->problem;
    const int32_t *carried = demand->carried;
    for (uint32_t i = 0; i < problem->row_count; i++) {
        const ProblemRow *row = &problem->rows[i];
        int64_t all = row->offset + __builtin_popcountll(answer->office[i]);
        if (carried != NULL) all -= carried[row->person.index];
        if (row->may == 0) continue;
        sum.open += (uint64_t)__builtin_popcountll(row->may);
        sum.seats += __builtin_popcountll(answer->office[i] & row->may);
        sum.fairness += all * all;
    }
    return sum;
}

static bool seats_agree(const Demand *demand, const Answer *answer,
                        const PlanCount *count, Err *err)
{
    PlanCount sum = answer_count(demand, answer);
    if (sum.open == count->open && sum.seats == count->seats &&
        sum.fairness == count->fairness)
        return true;
    (void)FAIL(err, ERR_INPUT,
               "the answer has %lld seats in %llu turns, the plan %lld in %llu",
               (long long)sum.seats, (unsigned long long)sum.open,
               (long long)count->seats, (unsigned long long)count->open);
    return err_id(err,
                  "jawaban berisi %lld hari kantor dari %llu giliran, jadwal "
                  "berisi %lld dari %llu",
                  (long long)sum.seats, (unsigned long long)sum.open,
                  (long long)count->seats, (unsigned long long)count->open);
}

/* A plan fresh from the letters calls nobody whom no rule asks for. */
static bool nobody_is_spare(const PlanCount *count, Err *err)
{
    if (count->spare == 0) return true;
    (void)FAIL(err, ERR_INPUT, "%llu are called though no floor needs them",
               (unsigned long long)count->spare);
    return err_id(err, "%llu dipanggil padahal tidak diperlukan batas mana pun",
                  (unsigned long long)count->spare);
}

bool prove_plan(Arena *scratch, const Demand *demand, const Answer *answer,
                const Plan *plan, Err *err)
{
    PlanCount count = {0};
    if (!audit_plan(plan, demand->corpus, scratch, &count, err)) return false;
    if (!audit_answer(&demand->problem, answer, scratch, err))
        return proof_fault(scratch, demand, err);
    return nobody_is_spare(&count, err) &&
           seats_agree(demand, answer, &count, err) &&
           caps_agree(demand, &count, err);
}

void prove_plan_said(Arena *arena, const Err *err, Str said[2])
{
    said[LANG_EN] = str_copy(arena, str_of(err->text));
    said[LANG_ID] =
        err->id[0] != '\0'
            ? str_copy(arena, str_of(err->id))
            : str_format(arena, "pemeriksa menolak (%s)", err->text);
}
