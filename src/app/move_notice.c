/* SPDX-License-Identifier: Apache-2.0 */
#include "app/move_notice.h"

typedef struct {
    const Register *r;
    const MovedPlan *moved;
    PlanTold *of;       /* per person */
    Date *shut, *again; /* per unit: first and last day that it was shut or
                           opened again */
    bool any_unit;
} Telling;

static Telling open_telling(Arena *arena, const Register *r,
                            const MovedPlan *moved)
{
    Telling t = {
        .r = r,
        .moved = moved,
        .of = NEW(arena, PlanTold, (size_t)r->person_count + 1),
        .shut = NEW(arena, Date, (size_t)r->unit_count + 1),
        .again = NEW(arena, Date, (size_t)r->unit_count + 1),
    };
    for (uint32_t u = 0; u < r->unit_count; u++) {
        t.shut[u] = DATE_NEVER;
        t.again[u] = DATE_ALWAYS;
    }
    return t;
}

static void note_unit(Telling *t, uint32_t unit, Date day)
{
    if (unit == NO_INDEX) return;
    t->any_unit = true;
    if (date_before(day, t->shut[unit])) t->shut[unit] = day;
    if (date_before(t->again[unit], day)) t->again[unit] = day;
}

static void note_cell(Telling *t, const MovedCell *cell)
{
    Date day = t->moved->plan.days[cell->day];
    PersonId superior = person_superior(t->r, cell->person, day);
    t->of[cell->person.index].own = true;
    if (superior.index != NO_INDEX) t->of[superior.index].superior = true;
    if (cell->from == PLACED_CLOSED || cell->to == PLACED_CLOSED) {
        UnitId unit = t->r->people[cell->person.index].unit;
        note_unit(t, t->r->work_unit_of[unit.index].index, day);
    }
}

/* Does the person serve there on any of the days concerned? */
static void note_staff(Telling *t, uint32_t person)
{
    const Person *p = &t->r->people[person];
    uint32_t unit = t->r->work_unit_of[p->unit.index].index;
    if (unit == NO_INDEX || date_is(t->shut[unit], DATE_NEVER)) return;
    Window days = {t->shut[unit], t->again[unit]};
    if (window_meets(p->window, days)) t->of[person].unit = true;
}

void move_notice(Arena *arena, const Register *r, MovedPlan *moved)
{
    VEC(PlanTold) out = {0};
    if (moved->cell_count == 0) return;
    Telling t = open_telling(arena, r, moved);
    for (size_t k = 0; k < moved->cell_count; k++)
        note_cell(&t, &moved->cells[k]);
    for (uint32_t p = 0; t.any_unit && p < r->person_count; p++)
        note_staff(&t, p);
    for (uint32_t p = 0; p < r->person_count; p++) {
        PlanTold *n = &t.of[p];
        n->person = (PersonId){p};
        if (n->own || n->superior || n->unit) VEC_PUSH(arena, &out, *n);
    }
    moved->notices = out.at;
    moved->notice_count = out.count;
}
