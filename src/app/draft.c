/* SPDX-License-Identifier: Apache-2.0 */
#include "app/draft.h"

#include <string.h>

/* ---- whose --------------------------------------------------------------- */

UnitId draft_unit(const Register *r, UnitId unit)
{
    if (r->agency_of[unit.index].index != NO_INDEX)
        return r->agency_of[unit.index];
    while (r->units[unit.index].parent.index != NO_INDEX)
        unit = r->units[unit.index].parent;
    return unit;
}

Draft draft_none(Arena *arena, const Register *r, UnitId unit, Window month)
{
    Draft draft = {.arena = arena, .unit = draft_unit(r, unit), .days = month};
    draft.row_of = NEW(arena, uint32_t, (size_t)r->person_count + 1);
    for (uint32_t p = 0; p < r->person_count; p++)
        draft.row_of[p] = NO_INDEX;
    return draft;
}

/* ---- cells --------------------------------------------------------------- */

static char row_cell(const Draft *draft, PersonId person, uint32_t day)
{
    uint32_t row = draft->row_of[person.index];
    if (row == NO_INDEX) return DRAFT_NONE;
    return draft->rows.at[row].cells[day];
}

char draft_cell(const Draft *draft, PersonId person, Date day)
{
    if (!window_has(draft->days, day)) return DRAFT_NONE;
    return row_cell(draft, person,
                    (uint32_t)(day.days - draft->days.first.days));
}

Str draft_reason(const Draft *draft, PersonId person, Date day)
{
    Str found = STR("");
    for (size_t i = 0; i < draft->reasons.count; i++) {
        const DraftReason *reason = &draft->reasons.at[i];
        if (reason->person.index == person.index &&
            (int32_t)reason->day == day.days - draft->days.first.days)
            found = reason->text; /* the last one said */
    }
    return found;
}

size_t draft_cells(const Draft *draft)
{
    size_t count = 0;
    for (size_t i = 0; i < draft->rows.count; i++) {
        for (uint32_t d = 0; d < DRAFT_DAYS; d++)
            count += draft->rows.at[i].cells[d] != DRAFT_NONE;
    }
    return count;
}

char draft_letter(char cell)
{
    bool office = cell == DRAFT_OFFICE || cell == DRAFT_OFFICE_ASIDE;
    return office ? PLACED_OFFICE : PLACED_HOME;
}

bool draft_is_aside(char cell)
{
    return cell == DRAFT_OFFICE_ASIDE || cell == DRAFT_HOME_ASIDE;
}

static DraftRow *row_for(Draft *draft, PersonId person)
{
    uint32_t *at = &draft->row_of[person.index];
    if (*at == NO_INDEX) {
        DraftRow row = {.person = person};
        memset(row.cells, DRAFT_NONE, sizeof row.cells);
        *at = (uint32_t)draft->rows.count;
        VEC_PUSH(draft->arena, &draft->rows, row);
    }
    return &draft->rows.at[*at];
}

/* ---- a step -------------------------------------------------------------- */

static DraftStepRow *step_row(Draft *draft, DraftStep *step, PersonId person)
{
    for (size_t i = step->rows.count; i-- > 0;) {
        if (step->rows.at[i].person.index == person.index)
            return &step->rows.at[i];
    }
    DraftStepRow row = {.person = person};
    memset(row.before, DRAFT_UNTOUCHED, sizeof row.before);
    memset(row.after, DRAFT_UNTOUCHED, sizeof row.after);
    VEC_PUSH(draft->arena, &step->rows, row);
    return &step->rows.at[step->rows.count - 1];
}

static void say_reason(Draft *draft, const DraftCell *cell, uint32_t day)
{
    DraftReason reason = {cell->person, day,
                          str_copy(draft->arena, cell->reason)};
    if (cell->reason.len > 0 &&
        !str_is(draft_reason(draft, cell->person, cell->day), cell->reason))
        VEC_PUSH(draft->arena, &draft->reasons, reason);
}

static void put_cell(Draft *draft, DraftStep *step, const DraftCell *cell)
{
    uint32_t day = (uint32_t)(cell->day.days - draft->days.first.days);
    CHECK(window_has(draft->days, cell->day) && day < DRAFT_DAYS);
    say_reason(draft, cell, day);
    char before = row_cell(draft, cell->person, day);
    if (before == cell->to) return;
    DraftStepRow *row = step_row(draft, step, cell->person);
    if (row->before[day] == DRAFT_UNTOUCHED) row->before[day] = before;
    row->after[day] = cell->to;
    row_for(draft, cell->person)->cells[day] = cell->to;
}

/* The oldest step is forgotten when there are too many. */
static void keep_step(Draft *draft, const DraftStep *step)
{
    if (draft->steps.count == DRAFT_STEPS) {
        memmove(&draft->steps.at[0], &draft->steps.at[1],
                (DRAFT_STEPS - 1) * sizeof draft->steps.at[0]);
        draft->steps.count--;
    }
    VEC_PUSH(draft->arena, &draft->steps, *step);
}

/* What was taken back by this actor cannot be taken up again after it. */
static void forget_undone(Draft *draft, Str actor)
{
    size_t kept = 0;
    for (size_t i = 0; i < draft->steps.count; i++) {
        const DraftStep *step = &draft->steps.at[i];
        if (!step->undone || !str_is(step->actor, actor))
            draft->steps.at[kept++] = *step;
    }
    draft->steps.count = kept;
}

bool draft_step(Draft *draft, Str actor, const DraftCell *cells, size_t count)
{
    DraftStep step = {.version = draft->version + 1,
                      .actor = str_copy(draft->arena, actor)};
    size_t reasons = draft->reasons.count;
    for (size_t i = 0; i < count; i++)
        put_cell(draft, &step, &cells[i]);
    if (step.rows.count == 0 && draft->reasons.count == reasons) return false;
    draft->version++;
    if (step.rows.count == 0) return true;
    forget_undone(draft, actor);
    keep_step(draft, &step);
    return true;
}

/* ---- back ---------------------------------------------------------------- */

/* Undo takes the last step that stands, redo the first that was taken back. */
static DraftStep *step_of(const Draft *draft, Str actor, bool redo)
{
    DraftStep *found = NULL;
    for (size_t i = 0; i < draft->steps.count; i++) {
        DraftStep *step = &draft->steps.at[i];
        if (step->undone != redo || !str_is(step->actor, actor)) continue;
        if (found == NULL || !redo) found = step;
    }
    return found;
}

static void turn_row(Draft *draft, const DraftStepRow *row, bool redo)
{
    const char *from = redo ? row->before : row->after;
    const char *to = redo ? row->after : row->before;
    DraftRow *cells = row_for(draft, row->person);
    for (uint32_t d = 0; d < DRAFT_DAYS; d++) {
        if (from[d] != DRAFT_UNTOUCHED && cells->cells[d] == from[d])
            cells->cells[d] = to[d];
    }
}

bool draft_undo(Draft *draft, Str actor, bool redo)
{
    DraftStep *step = step_of(draft, actor, redo);
    if (step == NULL) return false;
    for (size_t i = 0; i < step->rows.count; i++)
        turn_row(draft, &step->rows.at[i], redo);
    step->undone = !redo;
    step->version = ++draft->version;
    return true;
}

bool draft_can_undo(const Draft *draft, Str actor, bool redo)
{
    return step_of(draft, actor, redo) != NULL;
}

/* ---- who else ------------------------------------------------------------ */

static bool touches(const DraftStep *step, PersonId person, uint32_t day)
{
    for (size_t i = 0; i < step->rows.count; i++) {
        if (step->rows.at[i].person.index == person.index)
            return step->rows.at[i].after[day] != DRAFT_UNTOUCHED;
    }
    return false;
}

Str draft_other(const Draft *draft, uint32_t seen, Str actor, PersonId person,
                uint32_t day)
{
    for (size_t i = draft->steps.count; i-- > 0;) {
        const DraftStep *step = &draft->steps.at[i];
        if (step->version > seen && !str_is(step->actor, actor) &&
            touches(step, person, day))
            return step->actor;
    }
    return STR("");
}
