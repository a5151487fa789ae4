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
