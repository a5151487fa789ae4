/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_store.c - the contract of store.h, whatever keeps the rows.
 */
#include "base/file.h"
#include "harness.h"
#include "store/store_test.h"
#include "store_case.h"

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

static const Str GOV = STR_INIT("kotim");

/* ---- the same fact again ---------------------------------------------------
 */

FACT(a_fact_sent_again_gives_the_same_receipt_and_changes_nothing)
{
    for (size_t b = 0; b < store_case_backend_count; b++) {
        ROW("%s", store_case_backends[b].name);
        AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
        const char *folder = store_case_path(tmp, "again");
        Store *store = store_case_open(folder, NULL);
        Fact fact = store_case_check_in(tmp, 5);
        Receipt first = {0};
        Receipt again = {0};
        Err err = {0};
        EXPECT(store_case_write(store, &fact, &first, &err));
        EXPECT(!first.again && first.number == 1 && first.received.us > 0);
        fact.sent.us += 90000000; /* it waited in the outbox and tried again */
        EXPECT(store_case_write(store, &fact, &again, &err));
        store_close(store);
        store = store_case_open(folder, NULL); /* forever: past a restart */
        for (int i = 0; i < 2; i++) {
            EXPECT(again.again && again.number == first.number);
            EXPECT_INT(again.received.us, first.received.us);
            EXPECT_STR(((Str){(char *)again.seal, 32}),
                       ((Str){(char *)first.seal, 32}));
            EXPECT(fact_id_is(again.id, first.id));
            EXPECT(store_case_write(store, &fact, &again, &err));
        }
        EXPECT_INT((int64_t)store_case_count(store), 1);
        store_close(store);
    }
}

FACT(an_id_used_for_another_claim_is_refused)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Store *store = store_case_open(store_case_path(tmp, "other"), NULL);
    DocumentPut put = {STR("berkas"), STR("a"), {18000}, STR("isi")};
    DocumentPut changed = {STR("berkas"), STR("a"), {18000}, STR("lain")};
    Fact fact = store_case_check_in(tmp, 5);
    Fact other = fact;
    Fact later = store_case_check_in(tmp, 6);
    Fact two[2] = {later, fact};
    Receipt receipt = {0};
    Intent mixed = {.government = GOV, .facts = two, .fact_count = 2};
    Err err = {0};
    EXPECT(store_case_put(store, &fact, &put, 1, &receipt, &err));

    ROW("another word");
    other.word = STR("rumah");
    EXPECT(!store_case_put(store, &other, &put, 1, &receipt, &err));
    EXPECT_INT(err.kind, ERR_STALE);
    EXPECT_HAS(err.id, "sudah dipakai");
    ROW("another document");
    EXPECT(!store_case_put(store, &fact, &changed, 1, &receipt, &err));
    EXPECT_INT(err.kind, ERR_STALE);
    ROW("no document");
    EXPECT(!store_case_put(store, &fact, NULL, 0, &receipt, &err));
    ROW("known and new in one intent");
    EXPECT(!store_write(store, &mixed, &receipt, &err));
    EXPECT_INT(err.kind, ERR_STALE);
    EXPECT_INT((int64_t)store_case_count(store), 1);
    ROW("twice in one intent");
    two[1] = later;
    EXPECT(!store_write(store, &mixed, &receipt, &err));
    EXPECT_INT(err.kind, ERR_STALE);
    EXPECT_INT((int64_t)store_case_count(store), 1);
    ROW("and the first still stands");
    EXPECT(store_case_put(store, &fact, &put, 1, &receipt, &err));
    EXPECT(receipt.again);
    store_close(store);
}

/* ---- refusals --------------------------------------------------------------
 */

FACT(what_is_not_well_formed_is_refused_before_the_queue)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Store *store = store_case_open(store_case_path(tmp, "refused"), NULL);
    Fact fact = store_case_check_in(tmp, 5);
    Fact no_word = fact;
    no_word.word = STR("");
    DocumentPut nameless = {STR("berkas"), STR(""), {18000}, STR("x")};
    DocumentPut dayless = {STR("berkas"), STR("a"), DATE_NEVER, STR("x")};
    DocumentPut broken = {STR("berkas"), STR("\xff"), {18000}, STR("x")};
    const Intent good = {.government = GOV, .facts = &fact, .fact_count = 1};
    struct {
        const char *name;
        Intent intent;
        ErrKind kind;
    } cases[] = {
        {"no government",             good, ERR_INPUT},
        {"a path",                    good, ERR_INPUT},
        {"no fact",                   good, ERR_LIMIT},
        {"a fact that is none",       good, ERR_INPUT},
        {"a document without a name", good, ERR_INPUT},
        {"a document without a day",  good, ERR_INPUT},
        {"a name that is no UTF-8",   good, ERR_INPUT},
    };
    const DocumentPut *puts[] = {&nameless, &dayless, &broken};
    cases[0].intent.government = STR("");
    cases[1].intent.government = STR("../x");
    cases[2].intent.fact_count = 0;
    cases[3].intent.facts = &no_word;
    for (size_t i = 4; i < COUNT(cases); i++) {
        cases[i].intent.documents = puts[i - 4];
        cases[i].intent.document_count = 1;
    }
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%s", cases[i].name);
        Receipt receipt = {.number = 99};
        Err err = {0};
        EXPECT(!store_write(store, &cases[i].intent, &receipt, &err));
        EXPECT_INT(err.kind, cases[i].kind);
        EXPECT(err.id[0] != '\0');
        EXPECT_INT((int64_t)receipt.number, 99);
    }
    ROW("nothing was written");
    EXPECT_INT((int64_t)store_case_count(store), 0);
    store_close(store);
}

typedef struct {
    uint64_t seen; /* facts that the guard saw */
    bool refuse;
    int called;
} GuardCase;

static bool guard(Store *store, void *context, Err *err)
{
    GuardCase *g = context;
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    bool found = false;
    Fact fact;
    g->called++;
    g->seen = store_case_count(store);
    if (!store_fact(store, tmp, GOV, store_case_id(1), &fact, &found, err))
        return false;
    return !g->refuse || FAIL(err, ERR_DENIED, "the guard says no");
}

FACT(a_guard_sees_what_is_stored_and_refuses_the_whole_intent)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Store *store = store_case_open(store_case_path(tmp, "guard"), NULL);
    GuardCase g = {0};
    Fact facts[3] = {store_case_check_in(tmp, 1), store_case_check_in(tmp, 2),
                     store_case_check_in(tmp, 3)};
    Intent intent = {.government = GOV,
                     .facts = facts,
                     .fact_count = 3,
                     .guard = guard,
                     .context = &g};
    Receipt receipt = {0};
    Err err = {0};
    g.refuse = true;
    EXPECT(!store_write(store, &intent, &receipt, &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    EXPECT_INT((int64_t)store_case_count(store), 0);
    g.refuse = false;
    EXPECT(store_write(store, &intent, &receipt, &err));
    EXPECT_INT((int64_t)receipt.number, 1);
    EXPECT_INT((int64_t)g.seen, 0);
    EXPECT_INT(g.called, 2);
    /* Again: the guard is not asked any more, the receipt stands. */
    g.refuse = true;
    EXPECT(store_write(store, &intent, &receipt, &err) && receipt.again);
    EXPECT_INT(g.called, 2);
    EXPECT_INT((int64_t)store_case_count(store), 3);
    store_close(store);
}

FACT(an_intent_is_whole_or_not_at_all)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Store *store = store_case_open(store_case_path(tmp, "whole"), NULL);
    DocumentPut put = {STR("berkas"), STR("a"), {18000}, STR("isi")};
    /* The last one is refused (it erases nothing that is there), when the
     * first ones and the document have been written already. */
    Fact facts[3] = {store_case_check_in(tmp, 1), store_case_check_in(tmp, 2),
                     store_case_erase(3, store_case_id(77))};
    Intent intent = {.government = GOV,
                     .facts = facts,
                     .fact_count = 3,
                     .documents = &put,
                     .document_count = 1};
    Document document;
    JournalState state;
    Receipt receipt = {0};
    bool found = true;
    Err err = {0};
    EXPECT(!store_write(store, &intent, &receipt, &err));
    EXPECT_INT(err.kind, ERR_ABSENT);
    EXPECT_INT((int64_t)store_case_count(store), 0);
    EXPECT(store_document(store, tmp, GOV, STR("berkas"), STR("a"), DATE_NEVER,
                          &document, &found, &err) &&
           !found);
    EXPECT(store_case_write(store, &facts[0], &receipt, &err));
    EXPECT_INT((int64_t)receipt.number, 1);
    EXPECT_STR(store_case_fault(store, tmp, &state), "");
    store_close(store);
}

/* ---- what comes back --------------------------------------------------------
 */

FACT(facts_come_back_as_they_were_written)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    Store *store = store_case_open(store_case_path(tmp, "back"), NULL);
    Rand rand = rand_seeded(11);
    FactId ids[300];
    for (size_t i = 0; i < COUNT(ids); i++) {
        Fact fact = store_case_random(tmp, &rand, ids, i);
        if (i % 3 == 0) fact.sent.us = 0;
        if (i % 7 == 0) fact.at.us = 0;
        Fact back;
        Receipt receipt = {0};
        bool found = false;
        Err err = {0};
        ids[i] = fact.id;
        ROW("%zu", i);
        if (!store_case_write(store, &fact, &receipt, &err))
            EXPECT_STR(err.text, "");
        EXPECT(store_fact(store, tmp, GOV, fact.id, &back, &found, &err));
        EXPECT(found && fact_is(&fact, &back));
        EXPECT_INT(back.sent.us, fact.sent.us);
        EXPECT_INT(back.received.us, receipt.received.us);
    }
    store_close(store);
}

FACT(governments_never_see_each_other)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Store *store = store_case_open(store_case_path(tmp, "two"), NULL);
    Fact fact = store_case_check_in(tmp, 1);
    Intent there = {
        .government = STR("balikpapan"), .facts = &fact, .fact_count = 1};
    Fact back;
    Receipt receipt;
    Str *codes = NULL;
    size_t count = 0;
    bool found = true;
    Err err = {0};
    EXPECT(store_write(store, &there, &receipt, &err));
    EXPECT(store_fact(store, tmp, GOV, fact.id, &back, &found, &err) && !found);
    EXPECT(store_case_write(store, &fact, &receipt, &err) && !receipt.again);
    EXPECT_INT((int64_t)receipt.number, 1);
    EXPECT(store_governments(store, tmp, &codes, &count, &err));
    EXPECT(count == 2 && str_is(codes[0], STR("balikpapan")));
    store_close(store);
}

/* ---- clocks -----------------------------------------------------------------
 */

static Instant shown(void *context)
{
    return *(Instant *)context;
}

FACT(received_rises_with_the_number_whatever_the_clock_does)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    const char *folder = store_case_path(tmp, "clock");
    static const int64_t clock[] = {5000, 5000, 4000, 9000, 1, 9001};
    static const int64_t want[] = {5000, 5001, 5002, 9000, 9001, 9002};
    Store *store = store_case_open(folder, NULL);
    Instant now = {0};
    store_clock(store, shown, &now);
    for (size_t i = 0; i < COUNT(clock); i++) {
        Fact fact = store_case_check_in(tmp, i);
        Receipt receipt = {0};
        Err err = {0};
        now.us = 1596412800000000 + clock[i];
        if (i == 4) { /* the last one is known after a restart too */
            store_close(store);
            store = store_case_open(folder, NULL);
            store_clock(store, shown, &now);
        }
        EXPECT(store_case_write(store, &fact, &receipt, &err));
        EXPECT_INT(receipt.received.us - 1596412800000000, want[i]);
    }
    store_close(store);
}

/* ---- opening
 * ----------------------------------------------------------------- */

FACT(one_process_writes_and_others_read)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    const char *folder = store_case_path(tmp, "lock");
    Store *store = store_case_open(folder, NULL);
    Store *second = NULL;
    StoreWish wish = {.folder = folder, .write = true};
    Fact fact = store_case_check_in(tmp, 1);
    Receipt receipt;
    Err err = {0};
    EXPECT(!store_open(&wish, &second, &err));
    EXPECT_INT(err.kind, ERR_STALE);
    EXPECT_HAS(err.text,
               str_format(tmp, "process %ld writes", (long)getpid()).ptr);
    ROW("who has the lock has not written its number yet");
    EXPECT(truncate(file_path(tmp, folder, "lock"), 0) == 0);
    EXPECT(!store_open(&wish, &second, &err));
    EXPECT_HAS(err.text, "another process writes here");
    EXPECT_HAS(err.id, "proses lain sedang menulis di sini");
    ROW("and reading goes on");
    EXPECT(store_case_write(store, &fact, &receipt, &err));
    Store *reader = store_case_reader(folder);
    EXPECT_INT((int64_t)store_case_count(reader), 1);
    EXPECT(!store_case_write(reader, &fact, &receipt, &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    store_close(reader);
    store_close(store);
    EXPECT(store_open(&wish, &second, &err));
    store_close(second);
}

FACT(a_folder_without_data_is_refused_unless_it_is_to_be_made)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Store *store = NULL;
    Err err = {0};
    StoreWish wish = {.folder = store_case_path(tmp, "nowhere"), .write = true};
    EXPECT(!store_open(&wish, &store, &err));
    EXPECT_INT(err.kind, ERR_INPUT);
    wish.folder = harness_folder();
    EXPECT(!store_open(&wish, &store, &err));
    EXPECT_INT(err.kind, ERR_INPUT);
    wish =
        (StoreWish){.folder = store_case_path(tmp, "nowhere"), .create = true};
    EXPECT(!store_open(&wish, &store, &err));
    EXPECT_INT(err.kind, ERR_INPUT);
}

FACT(keys_that_others_may_read_are_refused)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    const char *folder = store_case_path(tmp, "keys");
    Store *store = store_case_open(folder, NULL);
    Err err = {0};
    StoreWish wish = {.folder = folder, .write = true};
    store_close(store);
    CHECK(chmod(store_case_path(tmp, "keys/kunci"), 0755) == 0);
    EXPECT(!store_open(&wish, &store, &err));
    EXPECT_INT(err.kind, ERR_IO);
}

/* ---- files that are not as they should be
 * ------------------------------------ */

FACT(a_database_on_which_no_promise_can_rest_is_refused)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    static const struct {
        const char *sql;
        bool write;
        ErrKind kind;
    } cases[] = {
        {"PRAGMA user_version = 99",           false, ERR_INPUT},
        {"PRAGMA user_version = 99",           true,  ERR_INPUT},
        {"PRAGMA user_version = 0",            false, ERR_INPUT},
        {"PRAGMA application_id = 7",          true,  ERR_INPUT},
        {"PRAGMA journal_mode = DELETE",       false, ERR_IO   },
        {"ALTER TABLE fact ADD COLUMN posisi", true,  ERR_INPUT},
        {"ALTER TABLE seen RENAME mask TO m",  false, ERR_INPUT},
        {"DROP TABLE tally",                   true,  ERR_INPUT},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%s", cases[i].sql);
        const char *folder =
            store_case_path(tmp, str_format(tmp, "odd%d", (int)i).ptr);
        sqlite3 *db = NULL;
        Store *store = NULL;
        Err err = {0};
        StoreWish wish = {.folder = folder, .write = cases[i].write};
        store_close(store_case_open(folder, NULL));
        CHECK(sqlite3_open(file_path(tmp, folder, "tata-kerja.db"), &db) ==
              SQLITE_OK);
        CHECK(sqlite3_exec(db, cases[i].sql, NULL, NULL, NULL) == SQLITE_OK);
        CHECK(sqlite3_close(db) == SQLITE_OK);
        EXPECT(!store_open(&wish, &store, &err));
        EXPECT_INT(err.kind, cases[i].kind);
        EXPECT(err.id[0] != '\0');
    }
}
