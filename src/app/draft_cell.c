/* SPDX-License-Identifier: Apache-2.0 */
#include "app/draft.h"

/* The position of the last mark, or SIZE_MAX. */
static size_t last_of(Str text, char mark)
{
    for (size_t i = text.len; i-- > 0;) {
        if (text.ptr[i] == mark) return i;
    }
    return SIZE_MAX;
}

static void set_aside(DraftCell *cell, Str reason)
{
    if (reason.len == 0 || cell->to == DRAFT_NONE) return;
    cell->to = cell->to == DRAFT_OFFICE ? DRAFT_OFFICE_ASIDE : DRAFT_HOME_ASIDE;
    cell->reason = reason;
}

bool draft_cell_parse(const Register *r, Str text, Str reason, DraftCell *out)
{
    Err unused = {0};
    size_t end = last_of(text, '.');
    if (end == SIZE_MAX || text.len != end + 2) return false;
    size_t middle = last_of(str_slice(text, 0, end), '.');
    if (middle == SIZE_MAX) return false;
    char to = text.ptr[end + 1];
    uint32_t person = map_find(&r->person_codes, str_slice(text, 0, middle));
    if (person == NO_INDEX ||
        !date_parse(str_slice(text, middle + 1, end), &out->day, &unused) ||
        (to != DRAFT_OFFICE && to != DRAFT_HOME && to != DRAFT_NONE))
        return false;
    out->person = (PersonId){person};
    out->to = to;
    out->reason = STR("");
    set_aside(out, reason);
    return true;
}
