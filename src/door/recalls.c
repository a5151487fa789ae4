/* SPDX-License-Identifier: Apache-2.0 */
#include "door/recalls.h"

static bool refuse_unknown(Err *err, Str code)
{
    (void)FAIL(err, ERR_INPUT, "orang: nobody has the code '%.*s'",
               STR_ARG(code));
    return err_id(err, "orang: tidak ada pegawai dengan kode '%.*s'",
                  STR_ARG(code));
}

static bool refuse_oneself(Err *err)
{
    (void)FAIL(err, ERR_INPUT, "you cannot call yourself");
    return err_id(err, "Anda tidak dapat memanggil diri sendiri");
}

/* The caps of that unit alone are weighed: nobody else's call is hidden in it.
 */
static bool refuse_beyond(const Visit *v, uint32_t person, Err *err)
{
    const Register *r = &v->view->office->r;
    Str name = r->people[person].name, unit = r->units[v->unit.index].name;
    (void)FAIL(err, ERR_INPUT,
               "%.*s does not belong to %.*s; call them from their own unit",
               STR_ARG(name), STR_ARG(unit));
    return err_id(err,
                  "%.*s bukan pegawai %.*s; panggil dari unit kerjanya sendiri",
                  STR_ARG(name), STR_ARG(unit));
}

static bool take_days(const Visit *v, RecallAsk *ask, Date *last, Err *err)
{
    const FieldValue *end = visit_field(v, "sampai");
    ask->day = visit_field(v, "mulai")->date;
    *last = end->given ? end->date : ask->day;
    if (!date_before(*last, ask->day)) return true;
    (void)FAIL(err, ERR_INPUT, "the last day is before the first");
    return err_id(err, "hari terakhir mendahului hari pertama");
}

static bool is_among(const PersonId *called, size_t count, uint32_t person)
{
    for (size_t i = 0; i < count; i++) {
        if (called[i].index == person) return true;
    }
    return false;
}

static bool may_call(Visit *v, uint32_t person, Str code, Err *err)
{
    if (person == NO_INDEX) return refuse_unknown(err, code);
    if (person == v->person.index) return refuse_oneself(err);
    if (!visit_may(v, ACCESS_RECALL, (PersonId){person}, NO_UNIT, err))
        return false;
    const Register *r = &v->view->office->r;
    return unit_is_under(r, r->people[person].unit, v->unit) ||
           refuse_beyond(v, person, err);
}

bool recalls_ask(Visit *v, RecallAsk *ask, Date *last, Err *err)
{
    const Register *r = &v->view->office->r;
    const FieldValue *who = visit_field(v, "orang");
    PersonId *called = NEW(v->arena, PersonId, who->many_count + 1);
    *ask = (RecallAsk){.unit = v->unit, .called = called};
    if (!take_days(v, ask, last, err)) return false;
    for (size_t i = 0; i < who->many_count; i++) {
        uint32_t person = map_find(&r->person_codes, who->many[i]);
        if (!may_call(v, person, who->many[i], err)) return false;
        if (!is_among(called, ask->called_count, person))
            called[ask->called_count++] = (PersonId){person};
    }
    return true;
}
