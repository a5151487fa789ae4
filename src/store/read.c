/* SPDX-License-Identifier: Apache-2.0 */
/*
 * read.c - facts, documents and governments, out of one view of the data.
 */
#include "base/vec.h"
#include "store/reading.h"
#include "store/tally.h"

/* ---- facts --------------------------------------------------------------- */

/* A window of up to so many days goes by the index of days; else the journal
 * is read in stretches, so that no single step takes long. */
enum { DAYS_BY_INDEX = 31, STRETCH = 10000 };

static bool is_short(Window days)
{
    return !date_is(days.first, DATE_ALWAYS) &&
           !date_is(days.last, DATE_NEVER) &&
           window_days(days) <= DAYS_BY_INDEX;
}

/* The days of which there are facts: a person is looked up day by day. */
static bool clip_days(const Reading *r, int64_t gov, Window *days, Err *err)
{
    AUTO(db_told) Statement *q = db_ask(r->db, QUERY_FACT_DAYS);
    bool row = false;
    db_put_int(q, COLUMN_GOV, gov);
    if (!db_next(q, &row, err)) return false;
    Window have = {{(int32_t)db_int(q, COLUMN_FIRST, 0)},
                   {(int32_t)db_int(q, COLUMN_LAST, -1)}};
    *days = window_meet(*days, have);
    return true;
}

/* A question with its answers' way out. */
typedef struct {
    const Reading *reading;
    Arena *arena; /* NULL: each fact holds until `each` returns */
    int64_t gov;
    const FactQuery *query;
    Window days;
    FactEach *each;
    void *context;
} Asking;

static void put_query(Statement *q, const Asking *a, uint64_t after)
{
    const RowCodec *codec = &a->reading->store->codec;
    db_put_int(q, COLUMN_GOV, a->gov);
    db_put_int(q, COLUMN_FIRST, a->days.first.days);
    db_put_int(q, COLUMN_LAST, a->days.last.days);
    db_put_int(q, COLUMN_AFTER, after > INT64_MAX ? INT64_MAX : (int64_t)after);
    db_put_text(q, COLUMN_UNIT, a->query->unit);
    db_put_int(q, COLUMN_KINDS, (int64_t)row_kinds(codec, a->query->kinds));
}

static bool each_fact(const Asking *a, Statement *q, Err *err)
{
    AUTO(arena_done) Arena *tmp = a->arena == NULL ? arena_open(1 << 16) : NULL;
    Arena *arena = a->arena == NULL ? tmp : a->arena;
    for (bool row = true; row;) {
        Fact fact;
        if (!db_next(q, &row, err)) return false;
        if (!row) break;
        if (!row_fact(arena, q, &a->reading->store->codec, &fact, err))
            return false;
        uint64_t number = (uint64_t)db_int(q, COLUMN_NUMBER, 0);
        if (!a->each(a->context, number, &fact, err)) return false;
    }
    return true;
}

static bool by_index(const Asking *a, Err *err)
{
    bool person = a->query->person.len > 0;
    AUTO(db_told)
    Statement *q =
        db_ask(a->reading->db, person ? QUERY_FACTS_PERSON : QUERY_FACTS_DAYS);
    put_query(q, a, a->query->after);
    if (person) db_put_text(q, COLUMN_PERSON, a->query->person);
    return each_fact(a, q, err);
}

static bool newest(const Asking *a, uint64_t *out, Err *err)
{
    AUTO(db_told) Statement *q = db_ask(a->reading->db, QUERY_FACT_LAST);
    bool row = false;
    db_put_int(q, COLUMN_GOV, a->gov);
    if (!db_next(q, &row, err)) return false;
    *out = row ? (uint64_t)db_int(q, COLUMN_NUMBER, 0) : 0;
    return true;
}

static bool by_journal(const Asking *a, Err *err)
{
    uint64_t last = 0;
    if (!newest(a, &last, err)) return false;
    for (uint64_t at = a->query->after; at < last; at += STRETCH) {
        AUTO(db_told) Statement *q = db_ask(a->reading->db, QUERY_FACTS);
        put_query(q, a, at);
        db_put_int(q, COLUMN_NUMBER, (int64_t)(at + STRETCH));
        if (!each_fact(a, q, err)) return false;
    }
    return true;
}

bool store_facts(Store *store, Arena *arena, const FactQuery *query,
                 FactEach *each, void *context, Err *err)
{
    AUTO(reading_done) Reading r = {0};
    int64_t gov = 0;
    bool found = false;
    if (!reading_begin_of(store, &r, query->government, &gov, &found, err))
        return false;
    if (!found) return true;
    Asking a = {&r, arena, gov, query, query->days, each, context};
    bool person = query->person.len > 0;
    if (person && !clip_days(&r, gov, &a.days, err)) return false;
    bool none_of_kind =
        query->kinds != 0 && row_kinds(&store->codec, query->kinds) == 0;
    if (window_is_empty(a.days) || none_of_kind) return true;
    return person || is_short(a.days) ? by_index(&a, err) : by_journal(&a, err);
}

bool store_fact(Store *store, Arena *arena, Str government, FactId id,
                Fact *out, bool *found, Err *err)
{
    AUTO(reading_done) Reading r = {0};
    int64_t gov = 0;
    bool row = false;
    if (!reading_begin_of(store, &r, government, &gov, &row, err)) return false;
    if (!row) return *found = false, true;
    AUTO(db_told) Statement *q = db_ask(r.db, QUERY_FACT_BY_ID);
    db_put_int(q, COLUMN_GOV, gov);
    db_put_bytes(q, COLUMN_ID, id.bytes, sizeof id.bytes);
    if (!db_next(q, &row, err)) return false;
    bool is_whole = row && !row_erased(q);
    if (is_whole && !row_fact(arena, q, &store->codec, out, err)) return false;
    *found = is_whole;
    return true;
}

bool store_cancelled(Store *store, Str government, FactId id, bool *out,
                     Err *err)
{
    AUTO(reading_done) Reading r = {0};
    int64_t gov = 0;
    bool found = false;
    if (!reading_begin_of(store, &r, government, &gov, &found, err))
        return false;
    if (!found) return *out = false, true;
    return tally_cancelled(r.db, gov, id, out, err);
}

/* ---- documents ----------------------------------------------------------- */

static bool take_document(Arena *arena, const Statement *q, Document *out,
                          Err *err)
{
    int64_t version = db_int(q, COLUMN_VERSION, 0);
    int64_t known = db_int(q, COLUMN_KNOWN, INT64_MAX);
    Document d = {
        .kind = str_copy(arena, db_text(q, COLUMN_DOCUMENT_KIND)),
        .name = str_copy(arena, db_text(q, COLUMN_NAME)),
        .version = (uint32_t)version,
        .known = {(int32_t)known},
        .put = {db_int(q, COLUMN_PUT, 0)},
        .body = str_copy(arena, db_text(q, COLUMN_BODY)),
    };
    if (version < 1 || version > UINT32_MAX || known < INT32_MIN ||
        known > INT32_MAX || !db_bytes(q, COLUMN_BY, &d.by, sizeof d.by)) {
        (void)FAIL(err, ERR_IO, "document '%.*s' is damaged", STR_ARG(d.name));
        return err_id(err, "dokumen '%.*s' rusak", STR_ARG(d.name));
    }
    *out = d;
    return true;
}

/* As many as the contract needs.
 * NOLINTNEXTLINE(readability-function-size) */
bool store_document(Store *store, Arena *arena, Str government, Str kind,
                    Str name, Date known, Document *out, bool *found, Err *err)
{
    AUTO(reading_done) Reading r = {0};
    int64_t gov = 0;
    bool row = false;
    if (!reading_begin_of(store, &r, government, &gov, &row, err)) return false;
    if (!row) return *found = false, true;
    AUTO(db_told) Statement *q = db_ask(r.db, QUERY_DOCUMENT_KNOWN);
    db_put_int(q, COLUMN_GOV, gov);
    db_put_text(q, COLUMN_DOCUMENT_KIND, kind);
    db_put_text(q, COLUMN_NAME, name);
    db_put_int(q, COLUMN_KNOWN, known.days);
    if (!db_next(q, &row, err)) return false;
    bool is_there = row && db_text(q, COLUMN_BODY).len > 0;
    if (is_there && !take_document(arena, q, out, err)) return false;
    *found = is_there;
    return true;
}

/* NOLINTNEXTLINE(readability-function-size): as above */
bool store_documents(Store *store, Arena *arena, Str government, Str kind,
                     Date known, Document **out, size_t *count, Err *err)
{
    AUTO(reading_done) Reading r = {0};
    VEC(Document) list = {0};
    int64_t gov = 0;
    bool row = false;
    if (!reading_begin_of(store, &r, government, &gov, &row, err)) return false;
    AUTO(db_told) Statement *q = db_ask(r.db, QUERY_DOCUMENTS_KNOWN);
    db_put_int(q, COLUMN_GOV, gov);
    db_put_text(q, COLUMN_DOCUMENT_KIND, kind);
    db_put_int(q, COLUMN_KNOWN, known.days);
    while (row) {
        Document one;
        if (!db_next(q, &row, err)) return false;
        if (!row || db_text(q, COLUMN_BODY).len == 0) continue;
        if (!take_document(arena, q, &one, err)) return false;
        VEC_PUSH(arena, &list, one);
    }
    *out = list.at;
    *count = list.count;
    return true;
}

/* ---- governments --------------------------------------------------------- */

bool store_governments(Store *store, Arena *arena, Str **out, size_t *count,
                       Err *err)
{
    AUTO(reading_done) Reading r = {0};
    VEC(Str) codes = {0};
    if (!reading_begin(store, &r, err)) return false;
    AUTO(db_told) Statement *q = db_ask(r.db, QUERY_GOVERNMENTS);
    for (bool row = true; row;) {
        if (!db_next(q, &row, err)) return false;
        if (row)
            VEC_PUSH(arena, &codes, str_copy(arena, db_text(q, COLUMN_CODE)));
    }
    *out = codes.at;
    *count = codes.count;
    return true;
}
