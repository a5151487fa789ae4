/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_store_copy.c - copies made while others write, the way back, seals.
 */
#include "base/file.h"
#include "harness.h"
#include "store/folder.h"
#include "store_case.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

static const Str GOV = STR_INIT("kotim");

typedef struct {
    Store *store;
    atomic_bool stop;
    atomic_uint_fast64_t written;
} Writer;

static void *write_on(void *context)
{
    Writer *w = context;
    for (uint64_t n = 1; !atomic_load(&w->stop); n++) {
        AUTO(arena_done) Arena *tmp = arena_open(4096);
        Fact fact = store_case_check_in(tmp, n);
        Receipt receipt;
        Err err = {0};
        if (store_case_write(w->store, &fact, &receipt, &err))
            atomic_fetch_add(&w->written, 1);
    }
    return NULL;
}

FACT(a_copy_made_while_others_write_is_of_one_moment_and_verifies)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Store *store = store_case_open(store_case_path(tmp, "live"), NULL);
    Writer writer = {.store = store};
    pthread_t thread;
    JournalState state;
    Err err = {0};
    CHECK(pthread_create(&thread, NULL, write_on, &writer) == 0);
    while (atomic_load(&writer.written) < 200)
        (void)sched_yield();
    for (int i = 0; i < 5; i++) {
        ROW("copy %d", i);
        const char *name = str_format(tmp, "copy%d", i).ptr;
        const char *folder = store_case_path(tmp, name);
        uint64_t before = atomic_load(&writer.written);
        if (!store_backup(store, folder, false, &err)) EXPECT_STR(err.text, "");
        uint64_t after = atomic_load(&writer.written);
        Store *copy = store_case_reader(folder);
        uint64_t count = store_case_count(copy);
        EXPECT(count >= before && count <= after + 1);
        EXPECT_STR(store_case_fault(copy, tmp, &state), "");
        EXPECT_INT((int64_t)state.records, (int64_t)count);
        store_close(copy);
        EXPECT(!store_backup(store, folder, false, &err));
        EXPECT_INT(err.kind, ERR_STALE);
    }
    atomic_store(&writer.stop, true);
    CHECK(pthread_join(thread, NULL) == 0);
    store_close(store);
}

FACT(keys_are_copied_only_when_they_are_asked_for)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Store *store = store_case_open(store_case_path(tmp, "sealed"), NULL);
    const char *with = store_case_path(tmp, "with");
    const char *without = store_case_path(tmp, "without");
    const char *back = store_case_path(tmp, "back");
    Fact fact = store_case_check_in(tmp, 1);
    Str sealed;
    Str opened;
    Receipt receipt;
    JournalState state;
    Err err = {0};
    EXPECT(store_seal(store, tmp, GOV, STR("RAHASIA"), &sealed, &err));
    EXPECT(str_find(sealed, STR("RAHASIA"), 0) == SIZE_MAX);
    EXPECT(store_unseal(store, tmp, GOV, sealed, &opened, &err));
    EXPECT_STR(opened, "RAHASIA");
    EXPECT(store_case_write(store, &fact, &receipt, &err));
    EXPECT(store_backup(store, with, true, &err));
    EXPECT(store_backup(store, without, false, &err));
    store_close(store);

    ROW("without");
    EXPECT(!folder_is(file_path(tmp, without, "kunci")));
    store = store_case_reader(without);
    EXPECT(!store_unseal(store, tmp, GOV, sealed, &opened, &err));
    EXPECT_INT(err.kind, ERR_ABSENT);
    EXPECT_STR(store_case_fault(store, tmp, &state), "");
    store_close(store);

    ROW("restored with keys");
    EXPECT(store_restore(with, back, &err));
    store = store_case_open(back, NULL);
    EXPECT(store_unseal(store, tmp, GOV, sealed, &opened, &err));
    EXPECT_STR(opened, "RAHASIA");
    EXPECT(store_case_write(store, &fact, &receipt, &err) && receipt.again);
    store_close(store);

    ROW("written to without keys: signs anew, old heads stand");
    store = store_case_open(without, NULL);
    fact = store_case_check_in(tmp, 2);
    EXPECT(store_case_write(store, &fact, &receipt, &err));
    EXPECT_STR(store_case_fault(store, tmp, &state), "");
    EXPECT_INT((int64_t)state.records, 2);
    store_close(store);
    struct stat is = {0};
    CHECK(stat(file_path(tmp, with, "kunci/jurnal"), &is) == 0);
    EXPECT_INT(is.st_mode & 0777, 0600);
}

FACT(a_seal_opens_only_whole_and_with_its_own_key)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Store *store = store_case_open(store_case_path(tmp, "seals"), NULL);
    static const char *const bad[] = {
        "", "AAAA", "bukan base64 !",
        "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYg=="};
    Str sealed;
    Str out;
    Err err = {0};
    EXPECT(store_seal(store, tmp, GOV, STR(""), &sealed, &err));
    EXPECT(store_unseal(store, tmp, GOV, sealed, &out, &err) && out.len == 0);
    EXPECT(store_seal(store, tmp, STR("balikpapan"), STR("x"), &sealed, &err));
    ROW("another government's");
    EXPECT(!store_unseal(store, tmp, GOV, sealed, &out, &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    for (size_t i = 0; i < COUNT(bad); i++) {
        ROW("'%s'", bad[i]);
        EXPECT(!store_unseal(store, tmp, GOV, str_of(bad[i]), &out, &err));
        EXPECT_INT(err.kind, ERR_DENIED);
    }
    store_close(store);
}

/* A leave of fact n, its reason sealed here. */
static bool write_sealed(Store *store, Arena *tmp, uint64_t n, Err *err)
{
    Receipt receipt;
    Fact fact = store_case_check_in(tmp, n);
    fact.kind = FACT_LEAVE;
    fact.word = STR("sakit");
    fact.days = (Window){fact.day, fact.day};
    return store_seal(store, tmp, GOV, STR("RAHASIA"), &fact.sealed, err) &&
           store_case_write(store, &fact, &receipt, err);
}

FACT(no_key_is_made_beside_what_it_would_not_open)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    const char *folder = store_case_path(tmp, "first-key");
    const char *copy = store_case_path(tmp, "no-key");
    const char *key = file_path(tmp, copy, "kunci/segel-kotim");
    Store *store = store_case_open(folder, NULL);
    SealsShut shut = {0};
    Receipt receipt;
    Str kept;
    Err err = {0};
    EXPECT(write_sealed(store, tmp, 1, &err));
    EXPECT(store_shut(store, tmp, GOV, &shut, &err) && shut.texts == 0);
    EXPECT(store_backup(store, copy, false, &err));
    store_close(store);

    ROW("without the key");
    store = store_case_open(copy, NULL);
    EXPECT(!write_sealed(store, tmp, 2, &err));
    EXPECT_INT(err.kind, ERR_ABSENT);
    EXPECT_HAS(err.text, key);
    EXPECT_HAS(err.id, "kembalikan");
    EXPECT(!file_exists(key));
    EXPECT(store_shut(store, tmp, GOV, &shut, &err) && shut.texts == 1);
    EXPECT_STR(shut.file, key);

    ROW("with another");
    CHECK(file_write(key, STR("0123456789abcdef0123456789abcdef"), &err));
    EXPECT(store_shut(store, tmp, GOV, &shut, &err) && shut.texts == 1);

    ROW("brought back");
    CHECK(file_read(tmp, file_path(tmp, folder, "kunci/segel-kotim"), 64, &kept,
                    &err) &&
          file_write(key, kept, &err));
    EXPECT(store_shut(store, tmp, GOV, &shut, &err) && shut.texts == 0);
    EXPECT(write_sealed(store, tmp, 2, &err));

    ROW("lost for good, and what was sealed erased");
    CHECK(remove(key) == 0);
    for (uint64_t n = 1; n <= 2; n++) {
        Fact erase = store_case_erase(n + 2, store_case_id(n));
        EXPECT(store_case_write(store, &erase, &receipt, &err));
    }
    EXPECT(write_sealed(store, tmp, 9, &err));
    store_close(store);
}

FACT(a_sealed_text_names_its_key)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Store *one = store_case_open(store_case_path(tmp, "one-key"), NULL);
    Store *other = store_case_open(store_case_path(tmp, "other-key"), NULL);
    Str sealed, mine, out;
    Err err = {0};
    EXPECT(store_seal(one, tmp, GOV, STR("RAHASIA"), &sealed, &err));
    EXPECT(store_seal(other, tmp, GOV, STR("RAHASIA"), &mine, &err));
    EXPECT(!store_unseal(other, tmp, GOV, sealed, &out, &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    EXPECT_HAS(err.text, str_format(tmp,
                                    "sealed with key %.8s; the key here "
                                    "is %.8s",
                                    sealed.ptr, mine.ptr)
                             .ptr);
    ROW("of before there were ids");
    EXPECT(store_unseal(one, tmp, GOV, str_slice(sealed, 9, sealed.len), &out,
                        &err));
    EXPECT_STR(out, "RAHASIA");
    store_close(one);
    store_close(other);
}

FACT(what_does_not_verify_is_not_restored)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    const char *folder = store_case_path(tmp, "broken");
    const char *back = store_case_path(tmp, "not-back");
    Store *store = store_case_open(folder, NULL);
    sqlite3 *db = NULL;
    Receipt receipt;
    Err err = {0};
    for (uint64_t n = 1; n <= 9; n++) {
        Fact fact = store_case_report(tmp, n, STR("laporan"));
        EXPECT(store_case_write(store, &fact, &receipt, &err));
    }
    store_close(store);
    CHECK(sqlite3_open(file_path(tmp, folder, "tata-kerja.db"), &db) ==
          SQLITE_OK);
    CHECK(sqlite3_exec(db, "UPDATE fact SET isi = 'x' WHERE number = 4", NULL,
                       NULL, NULL) == SQLITE_OK);
    CHECK(sqlite3_close(db) == SQLITE_OK);
    EXPECT(!store_restore(folder, back, &err));
    EXPECT_INT(err.kind, ERR_INPUT);
    EXPECT_HAS(err.text, "record 4");
    EXPECT(!folder_is(back));
}
