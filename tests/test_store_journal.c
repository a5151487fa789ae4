/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_store_journal.c - the chain finds what was changed; an erasure leaves
 * it whole and nothing else behind.
 */
#include "base/file.h"
#include "harness.h"
#include "store_case.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const Str GOV = STR_INIT("kotim");

enum { FACTS = 300, WITH_DOCUMENT = 10, CANCEL = 280, ERASED = 20 };

/* A journal of all that verify looks at; closed, so that its file is whole. */
static const char *make_journal(Arena *tmp, const char *name)
{
    const char *folder = store_case_path(tmp, name);
    Store *store = store_case_open(folder, NULL);
    DocumentPut put = {STR("berkas"), STR("surat"), {18000}, STR("isi surat")};
    Receipt receipt;
    Err err = {0};
    for (uint64_t n = 1; n <= FACTS; n++) {
        Fact fact = n % 3 == 0 ? store_case_report(tmp, n, STR("laporan"))
                               : store_case_check_in(tmp, n);
        if (n == CANCEL) fact = store_case_cancel(n, store_case_id(1));
        CHECK(store_case_put(store, &fact, &put, n == WITH_DOCUMENT, &receipt,
                             &err));
    }
    Fact erase = store_case_erase(FACTS + 1, store_case_id(ERASED));
    CHECK(store_case_write(store, &erase, &receipt, &err));
    store_close(store);
    return folder;
}

static const char *db_of(Arena *tmp, const char *folder)
{
    return file_path(tmp, folder, "tata-kerja.db");
}

/* "" when the folder opens, verifies and is no other than it was. */
static Str verdict(Arena *tmp, const char *folder, JournalState *state)
{
    Store *store = NULL;
    Err err = {0};
    StoreWish wish = {.folder = folder};
    *state = (JournalState){0};
    if (!store_open(&wish, &store, &err))
        return str_format(tmp, "refused: %s", err.text);
    Str fault = store_case_fault(store, tmp, state);
    store_close(store);
    return fault;
}

FACT(a_whole_journal_verifies)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    JournalState state;
    EXPECT_STR(verdict(tmp, make_journal(tmp, "whole"), &state), "");
    EXPECT_INT((int64_t)state.records, FACTS + 1);
    EXPECT_INT((int64_t)state.erased, 1);
}

/* ---- changes by another hand ------------------------------------------------
 */

static void run(sqlite3 *db, const char *sql)
{
    char *why = NULL;
    if (sqlite3_exec(db, sql, NULL, NULL, &why) != SQLITE_OK)
        EXPECT_STR(why, "");
    sqlite3_free(why);
}

static void change(Arena *tmp, const char *folder, const char *sql)
{
    sqlite3 *db = NULL;
    CHECK(sqlite3_open(db_of(tmp, folder), &db) == SQLITE_OK);
    run(db, sql);
    CHECK(sqlite3_close(db) == SQLITE_OK);
}

/* Where each table's row is changed, and what no signature covers: the zone
 * only says when an outage's day begins. */
static const struct {
    const char *table, *where;
    const char *free;
} tables[] = {
    {"fact",       "number = 7",                          ""    },
    {"fact",       "number = 9",                          ""    },
    {"fact",       "number = 10",                         ""    },
    {"fact",       "number = 20",                         ""    },
    {"fact",       "number = 280",                        ""    },
    {"fact",       "number = 301",                        ""    },
    {"fact_rest",  "number = 10",                         ""    },
    {"fact_rest",  "number = 20",                         ""    },
    {"journal",    "block = 0",                           ""    },
    {"journal",    "block = 1",                           ""    },
    {"document",   "kind = 'berkas'",                     ""    },
    {"seen",       "pegawai = 'P00007'",                  ""    },
    {"tally",      "unit = 7 AND seen = 0",               ""    },
    {"unit_code",  "number = 7",                          ""    },
    {"cancel",     "1",                                   ""    },
    {"term",       "family = 'jenis' AND term = 'masuk'", ""    },
    {"government", "1",                                   "zona"},
};

/* One bit or one step away, of the same type; something for NULL. */
static void flip_blob(sqlite3_context *context, int count,
                      sqlite3_value **values)
{
    unsigned char bytes[4096];
    int len = sqlite3_value_bytes(values[0]);
    (void)count;
    CHECK(len > 0 && (size_t)len <= sizeof bytes);
    memcpy(bytes, sqlite3_value_blob(values[0]), (size_t)len);
    bytes[len - 1] ^= 0x40; /* no neighbour has such a key */
    if (sqlite3_value_type(values[0]) == SQLITE_TEXT)
        sqlite3_result_text(context, (char *)bytes, len, SQLITE_TRANSIENT);
    else
        sqlite3_result_blob(context, bytes, len, SQLITE_TRANSIENT);
}

static void flip_column(const char *path, const char *table, const char *column,
                        const char *where)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    sqlite3 *db = NULL;
    CHECK(sqlite3_open(path, &db) == SQLITE_OK);
    CHECK(sqlite3_create_function(db, "flip", 1, SQLITE_UTF8, NULL, flip_blob,
                                  NULL, NULL) == SQLITE_OK);
    run(db, str_format(tmp,
                       "UPDATE %s SET \"%s\" = CASE typeof(\"%s\") "
                       "WHEN 'integer' THEN \"%s\" + 1000 WHEN 'null' THEN 3 "
                       "ELSE flip(\"%s\") END WHERE %s",
                       table, column, column, column, column, where)
                .ptr);
    EXPECT(sqlite3_changes(db) > 0);
    CHECK(sqlite3_close(db) == SQLITE_OK);
}

static void keep_copy(Arena *tmp, const char *from, const char *to)
{
    Str bytes;
    Err err = {0};
    (void)unlink(str_format(tmp, "%s-wal", to).ptr);
    (void)unlink(str_format(tmp, "%s-shm", to).ptr);
    CHECK(file_read(tmp, from, 64 << 20, &bytes, &err));
    CHECK(file_write(to, bytes, &err));
}

FACT(a_change_in_any_column_is_found)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    const char *folder = make_journal(tmp, "columns");
    const char *path = db_of(tmp, folder);
    const char *kept = store_case_path(tmp, "columns.kept");
    keep_copy(tmp, path, kept);
    for (size_t t = 0; t < COUNT(tables); t++) {
        sqlite3 *db = NULL;
        sqlite3_stmt *q = NULL;
        VEC(Str) columns = {0};
        CHECK(sqlite3_open(kept, &db) == SQLITE_OK);
        CHECK(sqlite3_prepare_v2(db, "SELECT name FROM pragma_table_info(?)",
                                 -1, &q, NULL) == SQLITE_OK);
        (void)sqlite3_bind_text(q, 1, tables[t].table, -1, SQLITE_STATIC);
        while (sqlite3_step(q) == SQLITE_ROW)
            VEC_PUSH(
                tmp, &columns,
                str_copy(tmp, str_of((const char *)sqlite3_column_text(q, 0))));
        (void)sqlite3_finalize(q);
        CHECK(sqlite3_close(db) == SQLITE_OK);
        for (size_t c = 0; c < columns.count; c++) {
            AUTO(arena_done) Arena *row = arena_open(1 << 16);
            const char *column = str_c(row, columns.at[c]);
            JournalState state;
            if (strcmp(column, tables[t].free) == 0) continue;
            ROW("%s.%s where %s", tables[t].table, column, tables[t].where);
            keep_copy(row, kept, path);
            flip_column(path, tables[t].table, column, tables[t].where);
            EXPECT(verdict(row, folder, &state).len > 0);
        }
    }
}

FACT(whole_rows_taken_or_added_are_found_and_named)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    const char *folder = make_journal(tmp, "rows");
    const char *path = db_of(tmp, folder);
    const char *kept = store_case_path(tmp, "rows.kept");
    static const struct {
        const char *sql;
        int64_t at;
    } cases[] = {
        {"DELETE FROM fact WHERE number = 7",               7  },
        {"DELETE FROM fact WHERE number = 301",             301},
        {"UPDATE fact SET isi = 'lain' WHERE number = 9",   9  },
        {"UPDATE document SET body = x'41'",                10 },
        {"DELETE FROM document",                            10 },
        {"DELETE FROM journal WHERE block = 0",             257},
        {"DELETE FROM journal WHERE block = 1",             257},
        {"INSERT INTO document SELECT gov, kind, 'x', 1, known, put, "
         "x'00', 0, body FROM document",           301},
        {"UPDATE fact SET number = 302 WHERE number = 301", 301},
    };
    keep_copy(tmp, path, kept);
    for (size_t i = 0; i < COUNT(cases); i++) {
        JournalState state;
        ROW("%s", cases[i].sql);
        keep_copy(tmp, kept, path);
        change(tmp, folder, cases[i].sql);
        EXPECT(verdict(tmp, folder, &state).len > 0);
        EXPECT_INT((int64_t)state.fault_at, cases[i].at);
        EXPECT(state.fault_id.len > 0 && !str_is(state.fault_id, state.fault));
    }
}

/* ---- bytes of the file
 * ------------------------------------------------------- */

typedef struct {
    Fact fact[FACTS + 2];
    size_t count;
} Facts;

static bool take(void *context, uint64_t number, const Fact *fact, Err *err)
{
    Facts *facts = context;
    (void)number;
    (void)err;
    if (facts->count < COUNT(facts->fact)) facts->fact[facts->count] = *fact;
    facts->count++;
    return true;
}

static bool same_facts(Arena *tmp, const char *folder, const Facts *want)
{
    Store *store = NULL;
    Err err = {0};
    StoreWish wish = {.folder = folder};
    FactQuery all = {.government = GOV, .days = WINDOW_ALL};
    Facts *got = NEW(tmp, Facts, 1);
    if (!store_open(&wish, &store, &err)) return false;
    bool same = store_facts(store, tmp, &all, take, got, &err) &&
                got->count == want->count;
    for (size_t i = 0; same && i < got->count; i++)
        same = fact_is(&got->fact[i], &want->fact[i]);
    store_close(store);
    return same;
}

FACT(flipped_bits_never_crash_and_never_pass_as_genuine)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    const char *folder = make_journal(tmp, "bits");
    const char *path = db_of(tmp, folder);
    Rand rand = rand_seeded(3);
    Str bytes;
    Err err = {0};
    int found = 0;
    Facts *want = NEW(tmp, Facts, 1);
    Store *store = store_case_reader(folder);
    FactQuery all = {.government = GOV, .days = WINDOW_ALL};
    CHECK(store_facts(store, tmp, &all, take, want, &err));
    store_close(store);
    CHECK(file_read(tmp, path, 64 << 20, &bytes, &err));
    for (int i = 0; i < 400; i++) {
        AUTO(arena_done) Arena *row = arena_open(1 << 18);
        char *flipped = NEW(row, char, bytes.len);
        size_t at = rand_below(&rand, (uint32_t)bytes.len);
        JournalState state;
        memcpy(flipped, bytes.ptr, bytes.len);
        flipped[at] = (char)(flipped[at] ^ (1 << rand_below(&rand, 8)));
        (void)unlink(str_format(row, "%s-wal", path).ptr);
        (void)unlink(str_format(row, "%s-shm", path).ptr);
        CHECK(file_write(path, (Str){flipped, bytes.len}, &err));
        ROW("byte %zu", at);
        if (verdict(row, folder, &state).len > 0)
            found++;
        else /* in bytes that mean nothing */
            EXPECT(same_facts(row, folder, want));
    }
    ROW("most bytes mean something");
    EXPECT_INT(found > 100 ? 0 : found, 0);
}

/* ---- heads kept elsewhere
 * ----------------------------------------------------- */

FACT(a_kept_head_stands_until_the_chain_is_another)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Store *store = store_case_open(store_case_path(tmp, "heads"), NULL);
    Store *other = store_case_open(store_case_path(tmp, "other"), NULL);
    Str kept[400];
    Receipt receipt;
    bool stands = false;
    Err err = {0};
    EXPECT(!store_head(store, tmp, GOV, &kept[0], &err));
    EXPECT_INT(err.kind, ERR_ABSENT);
    for (uint64_t n = 1; n < COUNT(kept); n++) {
        Fact fact = store_case_check_in(tmp, n);
        EXPECT(store_case_write(store, &fact, &receipt, &err));
        EXPECT(store_case_write(other, &fact, &receipt, &err));
        EXPECT(store_head(store, tmp, GOV, &kept[n], &err));
    }
    static const size_t asked[] = {1, 2, 255, 256, 257, 398, 399};
    for (size_t i = 0; i < COUNT(asked); i++) {
        ROW("head %zu", asked[i]);
        Str head = kept[asked[i]];
        EXPECT(store_head_stands(store, tmp, GOV, head, &stands, &err) &&
               stands);
        EXPECT(store_head_stands(other, tmp, GOV, head, &stands, &err) &&
               !stands);
    }
    ROW("an altered one");
    char *altered = NEW(tmp, char, kept[9].len);
    memcpy(altered, kept[9].ptr, kept[9].len);
    altered[20] = altered[20] == '0' ? '1' : '0';
    EXPECT(store_head_stands(store, tmp, GOV, (Str){altered, kept[9].len},
                             &stands, &err) &&
           !stands);
    ROW("no head");
    EXPECT(!store_head_stands(store, tmp, GOV, STR("tk-journal kotim 1 ab"),
                              &stands, &err));
    EXPECT_INT(err.kind, ERR_INPUT);
    store_close(store);
    store_close(other);
}
