/* SPDX-License-Identifier: Apache-2.0 */
#include "app/judge_unit.h"

#include "app/find_unit.h"

static bool refuse_day(const Unit *unit, Err *err)
{
    (void)FAIL(err, ERR_INPUT, "%.*s does not exist on that day",
               STR_ARG(unit->name));
    return err_id(err, "%.*s tidak ada pada hari itu", STR_ARG(unit->name));
}

bool judge_unit(Arena *arena, const Judged *judged, const Judgement *day,
                Str name, UnitDay *out, Err *err)
{
    const Register *r = &judged->r;
    UnitId unit = NO_UNIT;
    if (!find_unit(arena, r, name, &unit, err)) return false;
    if (!window_has(r->units[unit.index].window, day->sheet.day))
        return refuse_day(&r->units[unit.index], err);
    *out =
        unit_day_make(arena, &day->view, day->law, unit_day_of_unit(r, unit));
    return true;
}

static bool is_superior(const Judgement *day, PersonId superior)
{
    const Register *r = day->sheet.corpus->r;
    for (uint32_t p = 0; p < r->person_count; p++) {
        if (person_is_active(r, (PersonId){p}, day->sheet.day) &&
            person_superior(r, (PersonId){p}, day->sheet.day).index ==
                superior.index)
            return true;
    }
    return false;
}

bool judge_unit_under(Arena *arena, const Judgement *day, PersonId superior,
                      UnitDay *out)
{
    if (!is_superior(day, superior)) return false;
    *out = unit_day_make(arena, &day->view, day->law,
                         unit_day_of_superior(superior));
    return true;
}
