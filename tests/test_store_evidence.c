/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_store_evidence.c - files that facts name: on the disk before their fact,
 * gone with it, verified with the journal, in every copy.
 */
#include "base/clock.h"
#include "base/file.h"
#include "day/evidence.h"
#include "harness.h"
#include "store_case.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static const Str government = STR_INIT("kotim");
static const int64_t day_us = INT64_C(24) * 3600 * 1000000;

static size_t files_in(const char *folder)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    FileNames names = {0};
    Err err = {0};
    const char *room = file_path(tmp, folder, "bukti");
    if (!file_list(tmp, room, STR(""), &names, &err)) return 0;
    return names.count;
}

static Str put(Store *store, Arena *arena, uint64_t n, const char *bytes)
{
    Err err = {0};
    Str name = STR("");
    EXPECT(store_evidence_put(store, arena,
                              &(EvidenceOf){government, store_case_id(n)},
                              "jpg", str_of(bytes), &name, &err));
    return name;
}

static Fact report(Arena *arena, uint64_t n, Str name)
{
    Fact fact = store_case_report(arena, n, STR("Selesai"));
    Evidence evidence = {.files = {name}, .count = 1};
    fact.evidence = evidence_text(arena, &evidence);
    return fact;
}

static bool is_there(Store *store, Arena *arena, uint64_t n, Str name, Str *out)
{
    Err err = {0};
    bool found = false;
    *out = STR("");
    EXPECT(store_evidence(store, arena,
                          &(EvidenceOf){government, store_case_id(n)}, name,
                          out, &found, &err));
    return found;
}

static size_t swept(Store *store, int64_t days)
{
    Err err = {0};
    size_t count = 0;
    Instant now = {clock_now().us + days * day_us};
    EXPECT(store_evidence_sweep(store, now, &count, &err));
    return count;
}

/* A report with one file. */
static Str write_one(Store *store, Arena *arena, uint64_t n, const char *bytes)
{
    Err err = {0};
    Receipt receipt;
    Str name = put(store, arena, n, bytes);
    Fact fact = report(arena, n, name);
    EXPECT(store_case_write(store, &fact, &receipt, &err));
    return name;
}

FACT(a_fact_is_refused_when_a_file_that_it_names_is_not_there)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Store *store = store_case_open(store_case_path(arena, "named"), NULL);
    Err err = {0};
    Receipt receipt;
    Str out;
    Str name = put(store, arena, 1, "satu");
    Fact other = report(arena, 2, name);
    EXPECT(!store_case_write(store, &other, &receipt, &err));
    EXPECT_INT(err.kind, ERR_ABSENT);
    EXPECT_HAS(err.id, "menyebut berkas yang tidak ada");
    EXPECT_INT((int64_t)store_case_count(store), 0);
    Fact fact = report(arena, 1, name);
    err = (Err){0};
    EXPECT(store_case_write(store, &fact, &receipt, &err));
    EXPECT(is_there(store, arena, 1, name, &out));
    EXPECT_STR(out, "satu");
    EXPECT(!is_there(store, arena, 2, name, &out));
    ROW("sent again: the same file, the same receipt");
    EXPECT_STR(put(store, arena, 1, "satu"), name);
    EXPECT(store_case_write(store, &fact, &receipt, &err) && receipt.again);
    ROW("an address alone is no file");
    fact = store_case_report(arena, 3, STR("Selesai"));
    fact.evidence = STR("https://example.go.id/berkas:1");
    EXPECT(store_case_write(store, &fact, &receipt, &err));
    store_close(store);
}

FACT(files_are_private_and_limited)
{
    AUTO(arena_done) Arena *arena = arena_open(16 << 20);
    const char *folder = store_case_path(arena, "private");
    Store *store = store_case_open(folder, NULL);
    struct stat is;
    Err err = {0};
    Str out;
    Str large = {NEW(arena, char, STORE_EVIDENCE_MOST + 1),
                 STORE_EVIDENCE_MOST + 1};
    Str name = put(store, arena, 1, "satu");
    const char *room = file_path(arena, folder, "bukti");
    char id[FACT_ID_TEXT];
    const char *path =
        file_path(arena, room,
                  str_format(arena, "kotim,%s,%.*s",
                             fact_id_text(store_case_id(1), id), STR_ARG(name))
                      .ptr);
    CHECK(stat(room, &is) == 0);
    EXPECT_INT((int)(is.st_mode & 0777), 0700);
    CHECK(stat(path, &is) == 0);
    EXPECT_INT((int)(is.st_mode & 0777), 0600);
    EXPECT(!store_evidence_put(store, arena,
                               &(EvidenceOf){government, store_case_id(1)},
                               "jpg", large, &name, &err));
    EXPECT_INT(err.kind, ERR_LIMIT);
    EXPECT(!store_evidence_put(store, arena,
                               &(EvidenceOf){government, store_case_id(1)},
                               "jpg", STR(""), &name, &err));
    EXPECT(!store_evidence_put(store, arena,
                               &(EvidenceOf){STR("../x"), store_case_id(1)},
                               "jpg", STR("x"), &name, &err));
    EXPECT(!is_there(store, arena, 1, STR("../../tata-kerja.db"), &out));
    store_close(store);
}

FACT(a_file_goes_with_its_fact_and_no_other_file_does)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    const char *folder = store_case_path(arena, "gone");
    Store *store = store_case_open(folder, NULL);
    JournalState state;
    Err err = {0};
    Receipt receipt;
    Str out;
    Str one = write_one(store, arena, 1, "sama");
    Str two = write_one(store, arena, 2, "sama");
    EXPECT_STR(one, two);
    Fact erase = store_case_erase(3, store_case_id(1));
    EXPECT(store_case_write(store, &erase, &receipt, &err));
    EXPECT(!is_there(store, arena, 1, one, &out));
    EXPECT(is_there(store, arena, 2, two, &out));
    EXPECT_INT((int64_t)files_in(folder), 1);
    EXPECT_STR(store_case_fault(store, arena, &state), "");
    ROW("an erasure that is refused takes no file");
    Fact both[] = {store_case_erase(4, store_case_id(2)),
                   store_case_erase(5, store_case_id(99))};
    Intent intent = {.government = government, .facts = both, .fact_count = 2};
    EXPECT(!store_write(store, &intent, &receipt, &err));
    EXPECT(is_there(store, arena, 2, two, &out));
    ROW("what comes again of an erased fact goes with a sweep");
    (void)put(store, arena, 1, "sama");
    EXPECT_INT((int64_t)swept(store, 2), 1);
    EXPECT(is_there(store, arena, 2, two, &out));
    store_close(store);
}

FACT(a_file_of_no_fact_goes_after_a_day)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    const char *folder = store_case_path(arena, "orphans");
    Store *store = store_case_open(folder, NULL);
    Str out;
    Err err = {0};
    Str kept = write_one(store, arena, 1, "satu");
    (void)put(store, arena, 1, "tidak disebut");
    (void)put(store, arena, 2, "tanpa fakta");
    const char *room = file_path(arena, folder, "bukti");
    EXPECT(file_write(file_path(arena, room, "separuh.part"), STR("x"), &err));
    EXPECT_INT((int64_t)swept(store, 0), 0);
    EXPECT_INT((int64_t)files_in(folder), 4);
    EXPECT_INT((int64_t)swept(store, 2), 3);
    EXPECT_INT((int64_t)swept(store, 2), 0);
    EXPECT(is_there(store, arena, 1, kept, &out));
    store_close(store);
}

/* ---- killed ---------------------------------------------------------------
 */

static bool dies(Store *store, void *context, Err *err)
{
    (void)store;
    (void)context;
    (void)err;
    _exit(7);
}

/* A process that puts its file and is killed inside the transaction. */
static int killed_between(const char *folder)
{
    int status = 0;
    pid_t pid = fork();
    CHECK(pid >= 0);
    if (pid == 0) {
        Arena *arena = arena_open(1 << 16);
        Store *store = store_case_open(folder, NULL);
        Fact fact = report(arena, 2, put(store, arena, 2, "dua"));
        Intent intent = {.government = government,
                         .facts = &fact,
                         .fact_count = 1,
                         .guard = dies};
        Receipt receipt;
        Err err = {0};
        (void)!store_write(store, &intent, &receipt, &err);
        _exit(1);
    }
    CHECK(waitpid(pid, &status, 0) == pid);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

FACT(a_kill_between_file_and_commit_leaves_a_file_of_no_fact_and_nothing_else)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    const char *folder = store_case_path(arena, "killed");
    Store *store = store_case_open(folder, NULL);
    JournalState state;
    Err err = {0};
    Receipt receipt;
    Str out;
    Str one = write_one(store, arena, 1, "satu");
    store_close(store);
    EXPECT_INT(killed_between(folder), 7);
    store = store_case_open(folder, NULL);
    EXPECT_INT((int64_t)files_in(folder), 2);
    EXPECT_INT((int64_t)store_case_count(store), 1);
    EXPECT_STR(store_case_fault(store, arena, &state), "");
    EXPECT_INT((int64_t)swept(store, 2), 1);
    EXPECT(is_there(store, arena, 1, one, &out));
    ROW("the phone sends it once more");
    Fact fact = report(arena, 2, put(store, arena, 2, "dua"));
    EXPECT(store_case_write(store, &fact, &receipt, &err) && !receipt.again);
    EXPECT_STR(store_case_fault(store, arena, &state), "");
    store_close(store);
}

/* ---- verified, copied -----------------------------------------------------
 */

static const char *only_file(Arena *arena, const char *folder)
{
    FileNames names = {0};
    Err err = {0};
    const char *room = file_path(arena, folder, "bukti");
    CHECK(file_list(arena, room, STR(""), &names, &err) && names.count == 1);
    return file_path(arena, room, names.at[0].ptr);
}

FACT(the_journal_finds_a_file_that_is_missing_or_is_another)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    const char *folder = store_case_path(arena, "verified");
    Store *store = store_case_open(folder, NULL);
    JournalState state;
    Err err = {0};
    bool found = false;
    Str out;
    Str name = write_one(store, arena, 1, "satu");
    EXPECT_STR(store_case_fault(store, arena, &state), "");
    EXPECT(file_write(only_file(arena, folder), STR("lain"), &err));
    EXPECT_HAS(store_case_fault(store, arena, &state), "is damaged");
    EXPECT_INT((int64_t)state.fault_at, 1);
    EXPECT_HAS(state.fault_id, "rusak");
    EXPECT(!store_evidence(store, arena,
                           &(EvidenceOf){government, store_case_id(1)}, name,
                           &out, &found, &err));
    EXPECT_INT(err.kind, ERR_IO);
    EXPECT(unlink(only_file(arena, folder)) == 0);
    EXPECT_HAS(store_case_fault(store, arena, &state), "is missing");
    ROW("and no copy is made of it");
    EXPECT(
        !store_backup(store, store_case_path(arena, "no-copy"), false, &err));
    store_close(store);
}

FACT(a_copy_has_the_files_of_its_facts_and_no_others)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Store *store = store_case_open(store_case_path(arena, "from"), NULL);
    const char *copy = store_case_path(arena, "copy");
    const char *back = store_case_path(arena, "back");
    JournalState state;
    Err err = {0};
    Str out;
    Str name = write_one(store, arena, 1, "satu");
    (void)put(store, arena, 2, "tanpa fakta");
    EXPECT(store_backup(store, copy, false, &err));
    store_close(store);
    EXPECT_INT((int64_t)files_in(copy), 1);
    EXPECT(store_restore(copy, back, &err));
    store = store_case_open(back, NULL);
    EXPECT(is_there(store, arena, 1, name, &out));
    EXPECT_STR(out, "satu");
    EXPECT_STR(store_case_fault(store, arena, &state), "");
    store_close(store);
    ROW("a copy without its file does not restore");
    EXPECT(unlink(only_file(arena, copy)) == 0);
    EXPECT(!store_restore(copy, store_case_path(arena, "never"), &err));
}
