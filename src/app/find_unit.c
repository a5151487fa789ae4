/* SPDX-License-Identifier: Apache-2.0 */
#include "app/find_unit.h"

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

/* Nothing is like it: what codes of this register look like. */
static bool refuse_strange(const Register *r, Str name, Err *err)
{
    uint32_t u = 0;
    while (u + 1 < r->unit_count && !r->units[u].agency)
        u++;
    const Unit *unit = &r->units[u];
    (void)FAIL(err, ERR_INPUT,
               "no unit is called '%.*s', nor anything like it; give a code or "
               "name of register/units.csv, such as '%.*s' (%.*s)",
               STR_ARG(name), STR_ARG(unit->code), STR_ARG(unit->name));
    return err_id(err,
                  "tidak ada unit bernama '%.*s' atau yang mirip; sebut kode "
                  "atau nama dalam register/units.csv, misalnya '%.*s' (%.*s)",
                  STR_ARG(name), STR_ARG(unit->code), STR_ARG(unit->name));
}

static bool refuse_unknown(Arena *arena, const Register *r, Str name, Err *err)
{
    Str names[NEAREST];
    size_t count = unit_nearest(arena, r, name, names, NEAREST);
    Str near = joined(arena, names, count);
    if (count == 0) return refuse_strange(r, name, err);
    (void)FAIL(err, ERR_INPUT,
               "no unit is called '%.*s'; give a code or name of the register, "
               "nearest: %.*s",
               STR_ARG(name), STR_ARG(near));
    return err_id(err,
                  "tidak ada unit bernama '%.*s'; sebut kode atau nama dalam "
                  "register, yang mirip: %.*s",
                  STR_ARG(name), STR_ARG(near));
}

bool find_unit(Arena *arena, const Register *r, Str name, UnitId *out, Err *err)
{
    UnitId unit = NO_UNIT;
    bool several = false;
    uint32_t code = map_find(&r->unit_codes, name);
    if (code != NO_INDEX)
        unit.index = code;
    else if (!unit_search(r, name, &unit, &several))
        return several ? refuse_several(name, err)
                       : refuse_unknown(arena, r, name, err);
    *out = unit;
    return true;
}
