/* SPDX-License-Identifier: Apache-2.0 */
/*
 * plan_cells.c - cells as a request names them: "B00017.2020-08-05.K".
 */
#include "api/plan.h"

/* The position of the last mark, or SIZE_MAX. */
static size_t last_of(Str text, char mark)
{
    for (size_t i = text.len; i-- > 0;) {
        if (text.ptr[i] == mark) return i;
    }
    return SIZE_MAX;
}

static bool parse_cell(const Visit *v, Str text, DraftCell *out)
{
    Err unused = {0};
    size_t end = last_of(text, '.');
    if (end == SIZE_MAX || text.len != end + 2) return false;
    size_t middle = last_of(str_slice(text, 0, end), '.');
    if (middle == SIZE_MAX) return false;
    char to = text.ptr[end + 1];
    uint32_t person =
        map_find(&v->view->office->r.person_codes, str_slice(text, 0, middle));
    if (person == NO_INDEX ||
        !date_parse(str_slice(text, middle + 1, end), &out->day, &unused) ||
        (to != DRAFT_OFFICE && to != DRAFT_HOME && to != DRAFT_NONE))
        return false;
    out->person = (PersonId){person};
    out->to = to;
    out->reason = STR("");
    return true;
}

/* With a reason it is a deviation. */
static void set_aside(DraftCell *cell, Str reason)
{
    if (reason.len == 0 || cell->to == DRAFT_NONE) return;
    cell->to = cell->to == DRAFT_OFFICE ? DRAFT_OFFICE_ASIDE : DRAFT_HOME_ASIDE;
    cell->reason = reason;
}

bool api_plan_cells(Visit *v, Str reason, ApiCells *out)
{
    const FieldValue *sel = visit_field(v, "sel");
    for (size_t i = 0; i < sel->many_count; i++) {
        DraftCell cell = {0};
        if (!parse_cell(v, sel->many[i], &cell)) {
            visit_refuse_with(v, ERR_INPUT,
                              "sel: pegawai, tanggal atau huruf tidak dikenal; "
                              "misalnya B00017.2020-08-05.K",
                              "sel: no such person, day or letter; such as "
                              "B00017.2020-08-05.K");
            return false;
        }
        set_aside(&cell, reason);
        VEC_PUSH(v->arena, out, cell);
    }
    return true;
}
