/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_store_erase.c - an erasure leaves the chain whole and nothing else
 * behind.
 */
#include "base/file.h"
#include "harness.h"
#include "store_case.h"

#include <string.h>

static const Str GOV = STR_INIT("kotim");

static bool holds(Arena *tmp, const char *folder, const char *name, Str canary)
{
    Str bytes;
    Err err = {0};
    const char *path = file_path(tmp, folder, name);
    if (!file_exists(path)) return false;
    CHECK(file_read(tmp, path, 256 << 20, &bytes, &err));
    return str_find(bytes, canary, 0) != SIZE_MAX;
}

static bool anywhere(const char *folder, Str canary)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    return holds(tmp, folder, "tata-kerja.db", canary) ||
           holds(tmp, folder, "tata-kerja.db-wal", canary);
}

FACT(what_is_erased_is_in_no_file_and_the_chain_still_verifies)
{
    enum { ALL = 1500, EVERY = 7 };
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    const char *folder = store_case_path(tmp, "erased");
    Store *store = store_case_open(folder, NULL);
    Receipt receipt = {0};
    Receipt before = {0};
    JournalState state;
    Err err = {0};
    for (uint64_t n = 1; n <= ALL; n++) {
        /* Reports of many lengths, each with words of its own. */
        Str text =
            str_format(tmp, "KENARI-%05d-%0*d", (int)n, (int)(n % 211), 0);
        DocumentPut put = {STR("bukti"),
                           str_format(tmp, "D%d", (int)n),
                           {18000},
                           str_format(tmp, "BERKAS-%05d", (int)n)};
        Fact fact = store_case_report(tmp, n, text);
        EXPECT(store_case_put(store, &fact, &put, n % 5 == 0, &receipt, &err));
        if (n == EVERY) before = receipt;
    }
    EXPECT(anywhere(folder, STR("KENARI-00007")));
    for (uint64_t n = EVERY; n <= ALL; n += EVERY) {
        Fact erase = store_case_erase(100000 + n, store_case_id(n));
        EXPECT(store_case_write(store, &erase, &receipt, &err));
    }
    EXPECT_STR(store_case_fault(store, tmp, &state), "");
    EXPECT_INT((int64_t)state.erased, ALL / EVERY);
    store_close(store); /* the log is emptied */
    for (int n = EVERY; n <= ALL; n += EVERY) {
        ROW("record %d", n);
        EXPECT(!anywhere(folder, str_format(tmp, "KENARI-%05d", n)));
        EXPECT(!anywhere(folder, str_format(tmp, "BERKAS-%05d", n)));
    }
    ROW("its neighbours are there");
    EXPECT(anywhere(folder, STR("KENARI-00008")));
    EXPECT(anywhere(folder, STR("BERKAS-00010")));
    ROW("the same fact again gives the same receipt, and stays erased");
    store = store_case_open(folder, NULL);
    Fact fact = store_case_report(tmp, EVERY, STR("KENARI"));
    Fact back;
    bool found = true;
    EXPECT(store_case_write(store, &fact, &receipt, &err));
    EXPECT(receipt.again && receipt.number == EVERY &&
           receipt.received.us == before.received.us &&
           memcmp(receipt.seal, before.seal, 32) == 0);
    EXPECT(store_fact(store, tmp, GOV, fact.id, &back, &found, &err) && !found);
    store_close(store);
}

FACT(erasures_are_refused_where_they_would_erase_their_own_proof)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Store *store = store_case_open(store_case_path(tmp, "proof"), NULL);
    Fact fact = store_case_check_in(tmp, 1);
    Fact erase = store_case_erase(2, fact.id);
    Fact again = store_case_erase(3, fact.id);
    Fact proof = store_case_erase(4, erase.id);
    Fact nothing = store_case_erase(5, store_case_id(99));
    JournalState state;
    Receipt receipt;
    Err err = {0};
    EXPECT(store_case_write(store, &fact, &receipt, &err));
    EXPECT(store_case_write(store, &erase, &receipt, &err));
    EXPECT(store_case_write(store, &again, &receipt, &err));
    EXPECT(!store_case_write(store, &proof, &receipt, &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    EXPECT(!store_case_write(store, &nothing, &receipt, &err));
    EXPECT_INT(err.kind, ERR_ABSENT);
    EXPECT_STR(store_case_fault(store, tmp, &state), "");
    EXPECT_INT((int64_t)state.records, 3);
    store_close(store);
}
