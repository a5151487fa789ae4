/* SPDX-License-Identifier: Apache-2.0 */
#include "app/keep_ledger.h"

#include "base/file.h"

bool keep_ledger_read(Office *office, const char *path, Ledger *out, Err *err)
{
    ImportFile file = {0};
    if (!file_exists(path)) {
        *out = ledger_in(office->arena);
        return true;
    }
    if (!office_read_table(office->arena, path, str_of(path), &file, err))
        return false;
    if (ledger_read(office->arena, file.name, file.bytes, out, &office->diags))
        return true;
    (void)FAIL(err, ERR_INPUT, "'%s' has faults", path);
    return err_id(err, "'%s' berisi kesalahan", path);
}

/* The first letter of which a reason of the plan cites a rule: what comes
 * before the '#'. */
static Str letter_of(const Plan *plan)
{
    for (uint32_t i = 0; i < plan->reason_count; i++) {
        Str rule = plan->reason[i].rule;
        size_t mark = str_find(rule, STR("#"), 0);
        if (plan->reason[i].step == STEP_TURN && mark < rule.len)
            return str_slice(rule, 0, mark);
    }
    return (Str){"", 0};
}

static bool refuse_plan(Office *office, const char *id, const Err *why,
                        Err *err)
{
    return office_refuse(office, id, str_copy(office->arena, str_of(why->id)),
                         str_copy(office->arena, str_of(why->text)), err);
}

bool keep_ledger_add(Office *office, Ledger *ledger, const Plan *plan, Err *err)
{
    Err why = {0};
    Str letter = letter_of(plan);
    if (plan->person_count != office->r.person_count ||
        !str_is(plan->government, office->government.code))
        return office_refuse(
            office, "buku-05",
            STR("jadwal ini bukan dari register pemerintah ini"),
            STR("this plan is not of this government's register"), err);
    if (letter.len == 0)
        return office_refuse(
            office, "buku-06",
            STR("jadwal ini tidak memuat giliran, jadi tidak ada yang dicatat"),
            STR("this plan has no turns, so there is nothing to keep"), err);
    return ledger_add(ledger, plan, &office->r, letter, &why) ||
           refuse_plan(office, "buku-04", &why, err);
}
