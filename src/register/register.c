/* SPDX-License-Identifier: Apache-2.0 */
#include "register/register.h"

bool unit_is_under(const Register *r, UnitId unit, UnitId ancestor)
{
    uint32_t at = r->enter[unit.index];
    return r->enter[ancestor.index] <= at && at < r->leave[ancestor.index];
}

bool person_is_active(const Register *r, PersonId person, Date day)
{
    return window_has(r->people[person.index].window, day);
}

const Absence *person_absence(const Register *r, PersonId person, Date day,
                              Date known)
{
    Rows rows = r->absences_of[person.index];
    for (uint32_t i = rows.first; i < rows.first + rows.count; i++) {
        const Absence *absence = &r->absences[i];
        if (date_before(day, absence->window.first)) break;
        if (window_has(absence->window, day) &&
            !date_before(known, absence->known))
            return absence;
    }
    return NULL;
}

bool mark_holds(const Mark *mark, Date day, Date known)
{
    return window_has(mark->window, day) && !date_before(known, mark->known);
}

const Mark *person_mark(const Register *r, PersonId person, Date day,
                        MarkEffect effect, Date known)
{
    Rows rows = r->marks_of[person.index];
    for (uint32_t i = rows.first; i < rows.first + rows.count; i++) {
        const Mark *mark = &r->marks[i];
        if (mark->effect == effect && mark_holds(mark, day, known)) return mark;
    }
    return NULL;
}

bool person_has_mark(const Register *r, PersonId person, Date day, Str name,
                     Date known)
{
    Rows rows = r->marks_of[person.index];
    for (uint32_t i = rows.first; i < rows.first + rows.count; i++) {
        const Mark *mark = &r->marks[i];
        if (mark_holds(mark, day, known) && str_folded_is(mark->name, name))
            return true;
    }
    return false;
}
