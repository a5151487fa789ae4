/* SPDX-License-Identifier: Apache-2.0 */
#include "app/closed_recap.h"

#define K(name) (UINT64_C(1) << (FACT_##name))

Str closed_recap_name(Arena *arena, const ClosedRecap *of, int32_t version)
{
    char first[DATE_TEXT];
    char last[DATE_TEXT];
    return str_format(arena, "%.*s_%s_%s_%d.rekap", STR_ARG(of->unit),
                      date_iso(of->window.first, first),
                      date_iso(of->window.last, last), version);
}

bool closed_recap_last(Arena *arena, Store *store, const ClosedRecap *of,
                       RecapClosing *out, Err *err)
{
    DataFacts facts = {0};
    DataFactsWish wish = {of->government->code, of->government->zone,
                          DATE_NEVER, K(RECAP) | K(RECEIPT) | K(CORRECTION)};
    if (!data_facts(arena, store, &wish, &facts, err)) return false;
    *out = recap_closing(facts.at, facts.count, of->unit, of->window);
    return true;
}

static bool is_damaged(const ClosedRecap *of, const RecapClosing *closing,
                       Err *err)
{
    Str unit = str_slice(of->unit, 0, 60);
    (void)FAIL(err, ERR_IO,
               "the kept text of the recap of '%.*s', version %d, is not the "
               "one that was closed; check with 'journal verify'",
               STR_ARG(unit), closing->version);
    return err_id(err,
                  "naskah rekap '%.*s' versi %d yang tersimpan bukan yang "
                  "ditutup; periksa dengan 'journal verify'",
                  STR_ARG(unit), closing->version);
}

bool closed_recap_read(Arena *arena, Store *store, const ClosedRecap *of,
                       const RecapClosing *closing, RecapTable *out,
                       bool *found, Err *err)
{
    Document document = {0};
    char hash[RECAP_HASH_TEXT];
    Str name = closed_recap_name(arena, of, closing->version);
    if (!store_document(store, arena, of->government->code, CLOSED_RECAP_KIND,
                        name, DATE_NEVER, &document, found, err))
        return false;
    if (!*found) return true;
    if (!str_is(str_of(recap_hash(document.body, hash)), closing->hash))
        return is_damaged(of, closing, err);
    return recap_table_read(arena, document.body, out, err);
}

/* ---- what it counts ------------------------------------------------------ */

static bool is_person_of(const Register *r, UnitId unit, Str code)
{
    uint32_t person = map_find(&r->person_codes, code);
    return person != NO_INDEX && unit_is_under(r, r->people[person].unit, unit);
}

static bool is_asked(const Register *r, UnitId unit, const Fact *meeting)
{
    Str rest = meeting->list;
    Str code = {0};
    while (str_next(&rest, '|', &code)) {
        if (is_person_of(r, unit, str_trim(code))) return true;
    }
    return false;
}

static bool is_of_unit(const Register *r, UnitId unit, const Fact *fact)
{
    if (fact->person.len > 0) return is_person_of(r, unit, fact->person);
    if (fact->kind == FACT_MEETING && is_asked(r, unit, fact)) return true;
    uint32_t of = map_find(&r->unit_codes, fact->unit);
    return of != NO_INDEX && (unit_is_under(r, (UnitId){of}, unit) ||
                              unit_is_under(r, unit, (UnitId){of}));
}

static bool is_of_days(Window days, const Fact *fact)
{
    bool open = fact->kind == FACT_RHYTHM || fact->kind == FACT_TEAM;
    if (window_has(days, fact->day)) return true;
    if (!window_is_empty(fact->days)) return window_meets(days, fact->days);
    return open && window_meets(days, (Window){fact->day, DATE_NEVER});
}

bool closed_recap_holds(const Register *r, UnitId unit, Window days,
                        const Fact *fact)
{
    return is_of_days(days, fact) && is_of_unit(r, unit, fact);
}

bool closed_recap_follows(const Fact *fact)
{
    return fact->kind != FACT_REPORT && fact->kind != FACT_MESSAGE &&
           !fact_id_none(fact->about);
}
