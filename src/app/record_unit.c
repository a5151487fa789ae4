/* SPDX-License-Identifier: Apache-2.0 */
/*
 * record_unit.c - closures and reopenings with what follows from them, and
 * what else is said of a unit.
 */
#include "app/record_part.h"

#define K(name) (UINT64_C(1) << (FACT_##name))

/* ---- nobody is named ----------------------------------------------------- */

static bool has(Arena *arena, Str text, Str part)
{
    return part.len > 2 && str_find(text, str_fold(arena, part), 0) != SIZE_MAX;
}

/* A case names nobody: no name, number or code of anybody of the unit. */
static bool names_somebody(const Recording *rec, Str text)
{
    const Register *r = &rec->world->office->r;
    Str folded = str_fold(rec->arena, text);
    for (uint32_t i = 0; i < r->person_count && folded.len > 0; i++) {
        const Person *p = &r->people[i];
        if (!unit_is_under(r, p->unit, rec->unit)) continue;
        if (has(rec->arena, folded, p->name) ||
            has(rec->arena, folded, p->nip) || has(rec->arena, folded, p->code))
            return true;
    }
    return false;
}

static bool is_public(const Recording *rec, Err *err)
{
    if (!names_somebody(rec, rec->fact.text) &&
        !names_somebody(rec, rec->fact.thing))
        return true;
    return record_refuse(err,
                         "penutupan tidak menyebut siapa pun; hapus nama, NIP "
                         "dan kode pegawai",
                         "a closure names nobody; take out names, NIPs and "
                         "codes of people");
}

/* ---- what follows -------------------------------------------------------- */

/* Days shut one by one; longer ones are said by the closure itself. */
enum { SHUT_MOST = 31 };

static void add_notice(Recording *rec, Window days, const char *does)
{
    const Unit *unit = &rec->world->office->r.units[rec->unit.index];
    Fact notice = record_follow(rec, FACT_NOTICE, 0);
    Str first = date_words(rec->arena, days.first, LANG_ID);
    notice.thing = rec->fact.unit;
    if (date_is(days.last, DATE_NEVER)) {
        notice.text = str_format(rec->arena, "%.*s %s mulai %.*s.",
                                 STR_ARG(unit->name), does, STR_ARG(first));
    } else {
        Str last = date_words(rec->arena, days.last, LANG_ID);
        notice.text = str_format(rec->arena, "%.*s %s %.*s sampai dengan %.*s.",
                                 STR_ARG(unit->name), does, STR_ARG(first),
                                 STR_ARG(last));
    }
    VEC_PUSH(rec->arena, &rec->follows, notice);
}

static void add_counters(Recording *rec, Window days, const char *word)
{
    const Register *r = &rec->world->office->r;
    Date last = date_plus(days.first, SHUT_MOST - 1);
    if (date_before(days.last, last)) last = days.last;
    for (uint32_t i = 0; i < r->counter_count; i++) {
        const Counter *counter = &r->counters[i];
        if (!unit_is_under(r, counter->unit, rec->unit)) continue;
        for (Date d = days.first; !date_before(last, d); d = date_plus(d, 1)) {
            bool open = (counter->weekdays >> date_weekday(d) & 1) != 0;
            if (!open || !window_has(counter->window, d)) continue;
            Fact fact =
                record_follow(rec, FACT_COUNTER, (uint32_t)rec->follows.count);
            fact.day = d;
            fact.unit = record_code(rec, counter->unit);
            fact.thing = counter->code;
            fact.word = str_of(word);
            VEC_PUSH(rec->arena, &rec->follows, fact);
        }
    }
}

typedef struct {
    Recording *rec;
    Window days;
} Meetings;

static bool take_meeting(void *context, uint64_t number, const Fact *fact,
                         Err *err)
{
    Meetings *m = context;
    const Register *r = &m->rec->world->office->r;
    uint32_t unit = map_find(&r->unit_codes, fact->unit);
    (void)number;
    (void)err;
    if (window_meets(fact->days, m->days) && unit != NO_INDEX &&
        unit_is_under(r, (UnitId){unit}, m->rec->unit))
        VEC_PUSH(m->rec->arena, &m->rec->meetings, *fact);
    return true;
}

static bool find_meetings(Recording *rec, Window days, Err *err)
{
    Meetings m = {rec, days};
    FactQuery query = {.government = rec->world->office->government.code,
                       .days = WINDOW_ALL,
                       .kinds = K(MEETING)};
    return store_facts(rec->world->store, rec->arena, &query, take_meeting, &m,
                       err);
}

/* ---- closing and opening ------------------------------------------------- */

/* The closure of the unit that holds on that day, or NULL. */
static const Closure *closure_on(const Corpus *corpus, UnitId unit, Date day)
{
    for (uint32_t i = 0; i < corpus->closure_count; i++) {
        const Closure *closure = &corpus->closures[i];
        if (closure->unit.index == unit.index &&
            window_has(closure->window, day))
            return closure;
    }
    return NULL;
}

bool record_closure(Recording *rec, Err *err)
{
    Corpus *law = NEW(rec->arena, Corpus, 1);
    Window days = rec->fact.days;
    if (!is_public(rec, err) || !record_ahead(rec, err) ||
        !record_law(rec, law, err))
        return false;
    const Closure *closure = closure_on(law, rec->unit, days.first);
    if (closure != NULL) days = closure->window;
    add_notice(rec, days, "ditutup");
    add_counters(rec, days, "tutup");
    return find_meetings(rec, days, err);
}

bool record_reopening(Recording *rec, Err *err)
{
    Recording before = *rec;
    Corpus *law = NEW(rec->arena, Corpus, 1);
    before.fact = fact_blank(FACT_CHECK_IN); /* of no effect */
    before.fact.id = rec->fact.id;
    before.fact.zone = rec->fact.zone;
    if (!is_public(rec, err) || !record_law(&before, law, err)) return false;
    Date first = rec->fact.days.first;
    const Closure *closure = closure_on(law, rec->unit, first);
    if (closure == NULL)
        return record_refuse(
            err,
            "unit itu tidak ditutup pada hari itu; periksa "
            "unit dan mulai",
            "that unit is not closed on that day; look at unit "
            "and mulai");
    add_notice(rec, (Window){first, DATE_NEVER}, "dibuka kembali");
    add_counters(rec, (Window){first, closure->window.last}, "buka");
    return true;
}

/* ---- counters, task forces, statuses ------------------------------------- */

bool record_counter(Recording *rec, Err *err)
{
    const Register *r = &rec->world->office->r;
    uint32_t people = 0;
    Str bad = {0};
    bool found = false;
    for (uint32_t i = 0; i < r->counter_count && !found; i++)
        found = str_is(r->counters[i].code, rec->fact.thing) &&
                unit_is_under(r, r->counters[i].unit, rec->unit);
    if (!found)
        return record_refuse(err, "hal: loket itu bukan milik unit itu",
                             "hal: that counter is not of the unit");
    return record_people(rec, rec->fact.list, &people, &bad) ||
           record_no_code(err, "daftar", bad);
}

bool record_team(Recording *rec, Err *err)
{
    uint32_t people = 0;
    Str bad = {0};
    return record_people(rec, rec->fact.list, &people, &bad) ||
           record_no_code(err, "daftar", bad);
}

bool record_status_end(Recording *rec, Err *err)
{
    const Register *r = &rec->world->office->r;
    Date last = rec->fact.days.first;
    for (uint32_t i = 0; i < r->status_count; i++) {
        const AreaStatus *status = &r->statuses[i];
        if (str_folded_is(status->status, rec->fact.thing) &&
            window_has(status->window, last))
            return true;
    }
    return record_refuse(err,
                         "hal: status itu tidak berlaku pada hari itu; periksa "
                         "namanya dan mulai",
                         "hal: that status does not hold on that day; look at "
                         "its name and mulai");
}
