/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_store_faults.c - every call to the disk fails once, the first, the
 * second, ... until none is left to fail: nothing acknowledged is missing,
 * nothing is twice, and nothing is acknowledged after a failure.
 */
#include "base/clock.h"
#include "base/log.h"
#include "harness.h"
#include "store_case.h"
#include "store_vfs.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static const Str GOV = STR_INIT("kotim");

enum { STEPS = 12, ERASED = 3, ERASE = 10, BEAT = 6, EXIT_CODE = 77 };

/* What a run of the workload was told. */
typedef struct {
    bool told[STEPS + 1]; /* acknowledged */
    bool opened, failed, after_failure;
    int full; /* refused for want of room */
} Told;

/* Step n: a check-in, a report with a document, or an erasure. */
static Fact step_fact(Arena *tmp, uint64_t n)
{
    if (n == ERASE) return store_case_erase(n, store_case_id(ERASED));
    if (n % 4 == 0) return store_case_report(tmp, n, STR("laporan harian"));
    return store_case_check_in(tmp, n);
}

static void take_step(Store *store, uint64_t n, Told *told)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Fact fact = step_fact(tmp, n);
    char *body = NEW(tmp, char, 6000); /* more than a page */
    for (int i = 0; i < 6000; i++)
        body[i] = (char)('a' + i % 26);
    DocumentPut put = {
        STR("berkas"), STR("x"), {18000},
          { body, 6000}
    };
    Receipt receipt = {0};
    Err err = {0};
    bool failed = store_failed(store);
    bool fine = store_case_put(store, &fact, &put, n % 4 == 0, &receipt, &err);
    if (fine && failed) told->after_failure = true;
    if (fine) told->told[n] = true;
    if (!fine && err.kind == ERR_FULL) told->full++;
}

/* Open, write, read, beat, close: all calls counted and one of them failing.
 * `each`, when given, hears of every acknowledgement at once. */
static void run(const char *folder, const char *vfs, Told *told, int each)
{
    Store *store = NULL;
    Err err = {0};
    StoreWish wish = {
        .folder = folder, .create = true, .write = true, .vfs = vfs};
    if (!store_open(&wish, &store, &err)) return;
    told->opened = true;
    for (uint64_t n = 1; n <= STEPS; n++) {
        take_step(store, n, told);
        char step = (char)n;
        if (told->told[n] && each >= 0) CHECK(write(each, &step, 1) == 1);
        if (n == BEAT) (void)!store_beat(store, clock_now(), &err);
    }
    told->failed = store_failed(store);
    store_close(store);
}

/* Is step n's fact there, as it was sent? */
static bool is_there(Store *store, Arena *tmp, uint64_t n)
{
    Fact fact = step_fact(tmp, n);
    Fact back;
    bool found = false;
    Err err = {0};
    EXPECT(store_fact(store, tmp, GOV, fact.id, &back, &found, &err));
    if (found) EXPECT(fact_is(&fact, &back));
    return found;
}

/* Whatever happened: opens again, verifies, has all that was told, goes on. */
static void expect_all_there(const char *folder, const Told *told)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Store *store = store_case_open(folder, NULL);
    JournalState state;
    uint64_t count = 0;
    bool erased = is_there(store, tmp, ERASE); /* told or not */
    for (uint64_t n = 1; n <= STEPS; n++) {
        bool found = is_there(store, tmp, n);
        if (told->told[n]) EXPECT(found || (n == ERASED && erased));
        if (n == ERASED && erased) EXPECT(!found);
        count += found;
    }
    EXPECT_INT((int64_t)store_case_count(store), (int64_t)count);
    if (count > 0) EXPECT_STR(store_case_fault(store, tmp, &state), "");
    Told again = {0};
    for (uint64_t n = 1; n <= STEPS; n++)
        take_step(store, n, &again);
    for (uint64_t n = 1; n <= STEPS; n++)
        EXPECT(again.told[n]);
    EXPECT_STR(store_case_fault(store, tmp, &state), "");
    EXPECT_INT((int64_t)state.records, STEPS);
    store_close(store);
}

static void remove_folder(const char *folder)
{
    AUTO(arena_done) Arena *tmp = arena_open(512);
    Str command = str_format(tmp, "rm -rf '%s'", folder);
    CHECK(system(command.ptr) == 0);
}

/* How many calls the workload makes when none fails. */
static uint64_t calls_of(StoreVfs *vfs, const char *name, const char *folder,
                         uint32_t ops)
{
    Told told = {0};
    remove_folder(folder);
    store_vfs_arm(vfs, (StoreVfsFault){.ops = ops});
    run(folder, name, &told, -1);
    for (int n = 1; n <= STEPS; n++)
        CHECK(told.told[n]);
    return store_vfs_calls(vfs);
}

/* ---- once each
 * --------------------------------------------------------------- */

static const struct {
    const char *name;
    StoreVfsKind kind;
    uint32_t ops;
} kinds[] = {
    {"EIO",            VFS_EIO,   0                 },
    {"short write",    VFS_SHORT, 1U << VFS_OP_WRITE},
    {"done, then EIO", VFS_LATE,  0                 },
    {"read",           VFS_EIO,   1U << VFS_OP_READ },
};

FACT(after_any_failed_call_nothing_acknowledged_is_missing)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    StoreVfs *vfs = store_vfs_open("failing");
    const char *folder = store_case_path(tmp, "failing");
    uint64_t tried = 0;
    log_level(LOG_ERROR);
    CHECK(freopen("/dev/null", "w", stderr) != NULL);
    for (size_t i = 0; i < COUNT(kinds); i++) {
        uint64_t calls = calls_of(vfs, "failing", folder, kinds[i].ops);
        for (uint64_t k = 1; k <= calls; k += harness_stride()) {
            Told told = {0};
            ROW("%s at call %llu of %llu", kinds[i].name, (unsigned long long)k,
                (unsigned long long)calls);
            remove_folder(folder);
            store_vfs_arm(vfs, (StoreVfsFault){.kind = kinds[i].kind,
                                               .call = k,
                                               .ops = kinds[i].ops});
            run(folder, "failing", &told, -1);
            EXPECT(!told.after_failure);
            store_vfs_arm(vfs, (StoreVfsFault){0});
            expect_all_there(folder, &told);
            tried++;
        }
    }
    (void)fprintf(stdout, "failed calls tried: %llu\n",
                  (unsigned long long)tried);
    store_vfs_close(vfs);
}

/* A failure of a write or a sync in the middle stops everything. */
FACT(after_a_failed_write_or_sync_the_store_says_that_it_failed)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    StoreVfs *vfs = store_vfs_open("latched");
    const char *folder = store_case_path(tmp, "latched");
    static const uint32_t ops[] = {1U << VFS_OP_WRITE, 1U << VFS_OP_SYNC};
    for (size_t i = 0; i < COUNT(ops); i++) {
        ROW("%s", i == 0 ? "write" : "sync");
        Told told = {0};
        Told later = {0};
        remove_folder(folder);
        store_vfs_arm(vfs, (StoreVfsFault){0});
        Store *store = store_case_open(folder, "latched");
        take_step(store, 1, &told);
        store_vfs_arm(
            vfs, (StoreVfsFault){.kind = VFS_EIO, .call = 1, .ops = ops[i]});
        take_step(store, 2, &told);
        for (uint64_t n = 3; n <= STEPS; n++)
            take_step(store, n, &later);
        EXPECT(store_vfs_fired(vfs) && store_failed(store));
        EXPECT(told.told[1] && !told.told[2]);
        for (int n = 3; n <= STEPS; n++)
            EXPECT(!later.told[n]);
        /* Reading goes on. */
        EXPECT_INT((int64_t)store_case_count(store), 1);
        store_close(store);
        expect_all_there(folder, &told);
    }
    store_vfs_close(vfs);
}

/* ---- a full disk
 * ------------------------------------------------------------- */

FACT(a_full_disk_refuses_and_later_writes_succeed_without_a_restart)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    StoreVfs *vfs = store_vfs_open("full");
    const char *folder = store_case_path(tmp, "full");
    Told told = {0};
    Told refused = {0};
    store_vfs_arm(vfs, (StoreVfsFault){0});
    Store *store = store_case_open(folder, "full");
    for (uint64_t n = 1; n <= 5; n++)
        take_step(store, n, &told);
    store_vfs_arm(vfs, (StoreVfsFault){.kind = VFS_NO_ROOM,
                                       .call = 1,
                                       .on_and_on = true,
                                       .ops = 1U << VFS_OP_WRITE});
    int64_t begun = clock_monotonic_ns();
    for (uint64_t n = 6; n <= 9; n++)
        take_step(store, n, &refused);
    EXPECT(clock_monotonic_ns() - begun < 4 * INT64_C(1000000000));
    EXPECT_INT(refused.full, 4);
    EXPECT(!store_failed(store));
    EXPECT_INT((int64_t)store_case_count(store), 5);
    store_vfs_arm(vfs, (StoreVfsFault){0});
    for (uint64_t n = 6; n <= STEPS; n++)
        take_step(store, n, &told);
    for (int n = 1; n <= STEPS; n++)
        EXPECT(told.told[n]);
    store_close(store);
    expect_all_there(folder, &told);
    store_vfs_close(vfs);
}

FACT(no_room_at_any_single_call_refuses_one_batch_at_most)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    StoreVfs *vfs = store_vfs_open("tight");
    const char *folder = store_case_path(tmp, "tight");
    uint32_t ops = 1U << VFS_OP_WRITE;
    uint64_t calls = calls_of(vfs, "tight", folder, ops);
    for (uint64_t k = 1; k <= calls; k += harness_stride()) {
        Told told = {0};
        int missing = 0;
        ROW("call %llu of %llu", (unsigned long long)k,
            (unsigned long long)calls);
        remove_folder(folder);
        store_vfs_arm(
            vfs, (StoreVfsFault){.kind = VFS_NO_ROOM, .call = k, .ops = ops});
        run(folder, "tight", &told, -1);
        store_vfs_arm(vfs, (StoreVfsFault){0});
        for (int n = 1; n <= STEPS; n++)
            missing += !told.told[n];
        if (told.opened) {
            EXPECT(!told.failed);
            EXPECT(missing == told.full || missing <= 2);
        }
        expect_all_there(folder, &told);
    }
    store_vfs_close(vfs);
}

/* ---- the process ends there
 * -------------------------------------------------- */

static void run_to_its_end(const char *folder, const char *name, Told *told)
{
    int pipe_of[2];
    int status = 0;
    char step = 0;
    CHECK(pipe(pipe_of) == 0);
    (void)fflush(stdout);
    pid_t child = fork();
    CHECK(child >= 0);
    if (child == 0) {
        Told own = {0};
        run(folder, name, &own, pipe_of[1]);
        _exit(0);
    }
    (void)close(pipe_of[1]);
    while (read(pipe_of[0], &step, 1) == 1)
        told->told[(int)step] = true;
    (void)close(pipe_of[0]);
    CHECK(waitpid(child, &status, 0) == child);
    EXPECT(WIFEXITED(status) && WEXITSTATUS(status) == EXIT_CODE);
}

FACT(a_process_that_ends_at_any_call_loses_nothing_acknowledged)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    StoreVfs *vfs = store_vfs_open("ending");
    const char *folder = store_case_path(tmp, "ending");
    uint64_t calls = calls_of(vfs, "ending", folder, 0);
    for (uint64_t k = 1; k <= calls; k += harness_stride()) {
        Told told = {0};
        ROW("call %llu of %llu", (unsigned long long)k,
            (unsigned long long)calls);
        remove_folder(folder);
        store_vfs_arm(vfs, (StoreVfsFault){.kind = VFS_EXIT, .call = k});
        run_to_its_end(folder, "ending", &told);
        store_vfs_arm(vfs, (StoreVfsFault){0});
        expect_all_there(folder, &told);
    }
    store_vfs_close(vfs);
}
