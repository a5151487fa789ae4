/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_kill_power.c - the power is cut after every write and every sync of the
 * reference workload, and the disk keeps of what was not synced nothing, all,
 * or any part: nothing acknowledged is missing.
 *
 * The same cuts must find two stores that break their word: one that writes
 * with synchronous=NORMAL, one that acknowledges before it commits.
 *
 * SOAK=1 in the environment: ten disks for each cut instead of one.
 */
#include "base/file.h"
#include "crash_vfs.h"
#include "harness.h"
#include "kill_mutant.h"
#include "kill_work.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

enum {
    BLOCKS = 3, /* of each of two lives */
    THREADS = 3,
    ITEMS = 2 * BLOCKS * KILL_BLOCK,
    ACKS_MOST = 2 * ITEMS,
    DISKS_IN_SOAK = 10,
};

/* ---- a workload, with its acknowledgements among the calls ----------------
 */

typedef struct {
    CrashVfs *disk;
    const char *written, *cut; /* folders */
    pthread_mutex_t lock;
    KillAck acks[ACKS_MOST];
    size_t before[ACKS_MOST]; /* calls carried out when it was heard; rising */
    size_t count;
} Trial;

static void hear(void *context, const KillAck *ack)
{
    Trial *t = context;
    CHECK(pthread_mutex_lock(&t->lock) == 0);
    CHECK(t->count < ACKS_MOST);
    t->acks[t->count] = *ack;
    t->before[t->count++] = crash_vfs_calls(t->disk);
    CHECK(pthread_mutex_unlock(&t->lock) == 0);
}

static size_t heard_before(const Trial *t, size_t at)
{
    size_t count = 0;
    while (count < t->count && t->before[count] <= at)
        count++;
    return count;
}

/* The keys are made and synced before the database is. */
static void copy_keys(const Trial *t)
{
    AUTO(arena_done) Arena *tmp = arena_open(512);
    Str command = str_format(
        tmp, "rm -rf '%s' && cp -a '%s' '%s' && rm '%s'/tata-kerja.db*", t->cut,
        t->written, t->cut, t->cut);
    CHECK(system(command.ptr) == 0);
}

/* Two lives of a process: the second opens what the first has left. */
static void trial_write(Trial *t, StoreGuard *guard)
{
    kill_work_wipe(t->written);
    for (uint32_t life = 0; life < 2; life++)
        CHECK(kill_work_run(&(KillWork){.folder = t->written,
                                        .vfs = "crash",
                                        .blocks_before = life * BLOCKS,
                                        .blocks = BLOCKS,
                                        .threads = THREADS,
                                        .guard = guard,
                                        .hear = hear,
                                        .context = t}));
    copy_keys(t);
}

static Trial *trial_open(Arena *arena)
{
    Trial *t = NEW(arena, Trial, 1);
    t->disk = crash_vfs_open("crash");
    t->written = file_path(arena, kill_work_folder(), "written");
    t->cut = file_path(arena, kill_work_folder(), "cut");
    CHECK(pthread_mutex_init(&t->lock, NULL) == 0);
    return t;
}

static void trial_close(Trial *t)
{
    crash_vfs_close(t->disk);
    (void)pthread_mutex_destroy(&t->lock);
}

/* ---- cuts -----------------------------------------------------------------
 */

typedef struct {
    uint64_t disks[CRASH_COUNT], acks;
    KillFound found;
} Tally;

static void cut(const Trial *t, size_t at, CrashHow how, Rand *rand, Tally *sum)
{
    size_t heard = heard_before(t, at);
    crash_vfs_cut(t->disk, at, how, rand, t->cut);
    kill_work_check(&(KillCheck){.folder = t->cut,
                                 .items = ITEMS,
                                 .acks = t->acks,
                                 .ack_count = heard,
                                 .go_on = rand_chance(rand, 100)},
                    &sum->found);
    sum->disks[how]++;
    sum->acks += heard;
}

/* In a soak one disk each of the plain kinds, and four of the others. */
static void cut_all_ways(const Trial *t, size_t at, Rand *rand, Tally *sum)
{
    uint32_t any = rand_below(rand, CRASH_COUNT);
    if (!harness_soaks()) {
        cut(t, at, (CrashHow)any, rand, sum);
        return;
    }
    for (uint32_t i = 0; i < DISKS_IN_SOAK; i++) {
        uint32_t how = i < 2 ? i : CRASH_SUBSET + i % 2;
        cut(t, at, (CrashHow)how, rand, sum);
    }
}

static void say(const char *what, const Trial *t, const Tally *sum)
{
    char line[240];
    (void)snprintf(
        line, sizeof line,
        "%s: %zu calls, %zu acknowledged; disks with none/all/"
        "subset/torn kept %llu/%llu/%llu/%llu, acknowledged there %llu",
        what, crash_vfs_calls(t->disk), t->count,
        (unsigned long long)sum->disks[CRASH_NONE],
        (unsigned long long)sum->disks[CRASH_ALL],
        (unsigned long long)sum->disks[CRASH_SUBSET],
        (unsigned long long)sum->disks[CRASH_TORN],
        (unsigned long long)sum->acks);
    kill_work_print(line, &sum->found);
}

FACT(a_power_cut_after_any_call_loses_nothing_acknowledged)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Rand rand = rand_seeded(20200318);
    Tally sum = {0};
    Trial *t = trial_open(tmp);
    trial_write(t, NULL);
    for (size_t at = 0; at <= crash_vfs_calls(t->disk); at++) {
        bool clean = kill_work_clean(&sum.found);
        cut_all_ways(t, at, &rand, &sum);
        if (clean && !kill_work_clean(&sum.found))
            printf("first found at the cut before call %zu\n", at);
    }
    say("power cuts", t, &sum);
    EXPECT(kill_work_clean(&sum.found));
    trial_close(t);
}

static void expect_found(const char *what, StoreGuard *guard)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Rand rand = rand_seeded(20200319);
    Tally sum = {0};
    Trial *t = trial_open(tmp);
    size_t stride = harness_soaks() ? 1 : 13;
    trial_write(t, guard);
    for (size_t at = 0; at <= crash_vfs_calls(t->disk); at += stride)
        cut(t, at, CRASH_NONE, &rand, &sum);
    say(what, t, &sum);
    EXPECT(sum.found.lost > 0);
    trial_close(t);
}

FACT(power_cuts_find_a_store_that_writes_with_synchronous_normal)
{
    expect_found("power cuts, NORMAL", kill_mutant_normal);
}

FACT(power_cuts_find_a_store_that_acknowledges_before_it_commits)
{
    expect_found("power cuts, acknowledged early", kill_mutant_early);
}
