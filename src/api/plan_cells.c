/* SPDX-License-Identifier: Apache-2.0 */
/*
 * plan_cells.c - cells as a request names them: "B00017.2020-08-05.K".
 */
#include "api/plan.h"

bool api_plan_cells(Visit *v, Str reason, ApiCells *out)
{
    const FieldValue *sel = visit_field(v, "sel");
    for (size_t i = 0; i < sel->many_count; i++) {
        DraftCell cell = {0};
        if (!draft_cell_parse(&v->view->office->r, sel->many[i], reason,
                              &cell)) {
            visit_refuse_with(v, ERR_INPUT,
                              "sel: pegawai, tanggal atau huruf tidak dikenal; "
                              "misalnya B00017.2020-08-05.K",
                              "sel: no such person, day or letter; such as "
                              "B00017.2020-08-05.K");
            return false;
        }
        VEC_PUSH(v->arena, out, cell);
    }
    return true;
}
