/* SPDX-License-Identifier: Apache-2.0 */
#include "app/judge_unit.h"

enum { NEAREST = 3 };

static bool refuse_several(Str name, Err *err)
{
    (void)FAIL(err, ERR_INPUT,
               "several units are called '%.*s'; give the code of one",
               STR_ARG(name));
    return err_id(err, "beberapa unit bernama '%.*s'; sebut kode salah satunya",
                  STR_ARG(name));
}

static Str joined(Arena *arena, const Str *names, size_t count)
{
    Buf out = buf_in(arena);
    for (size_t i = 0; i < count; i++)
        buf_format(&out, "%s'%.*s'", i == 0 ? "" : ", ", STR_ARG(names[i]));
    return buf_str(&out);
}

static bool refuse_unknown(Arena *arena, const Register *r, Str name, Err *err)
{
    Str names[NEAREST];
    size_t count = unit_nearest(arena, r, name, names, NEAREST);
    Str near = joined(arena, names, count);
    if (count == 0) near = STR("-");
    (void)FAIL(err, ERR_INPUT,
               "no unit is called '%.*s'; give a code or name of the register, "
               "nearest: %.*s",
               STR_ARG(name), STR_ARG(near));
    return err_id(err,
                  "tidak ada unit bernama '%.*s'; sebut kode atau nama dalam "
                  "register, yang mirip: %.*s",
                  STR_ARG(name), STR_ARG(near));
}

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
    bool several = false;
    uint32_t code = map_find(&r->unit_codes, name);
    if (code != NO_INDEX)
        unit.index = code;
    else if (!unit_search(r, name, &unit, &several))
        return several ? refuse_several(name, err)
                       : refuse_unknown(arena, r, name, err);
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
