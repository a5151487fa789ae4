/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_kill.c - a writing process is killed at random, and ends by itself at
 * every k-th call to the disk: nothing acknowledged is missing, nothing is
 * twice, and a retry gets the same receipt.
 *
 * SOAK=1 in the environment: ten times as many kills, and every k.
 */
#include "base/file.h"
#include "harness.h"
#include "kill_mutant.h"
#include "kill_work.h"
#include "store_vfs.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    KILLS = 100,
    KILLS_IN_A_ROW = 5, /* of one store, which is opened again each time */
    BLOCKS = 12,        /* a life of a process */
    THREADS = 6,
    EXIT_CODE = 77,
    ENDS = 75, /* k-th calls tried, but in a soak */
    ACKS_MOST = 2 * KILLS_IN_A_ROW * BLOCKS * KILL_BLOCK,
};

/* All that one store has ever acknowledged. */
typedef struct {
    KillAck at[ACKS_MOST];
    size_t count;
} Acks;

typedef struct {
    pid_t pid;
    int from;
    int status;
} Child;

/* ---- the process that writes ----------------------------------------------
 */

/* So short a write to a pipe is whole, whichever thread makes it. */
static void tell(void *context, const KillAck *ack)
{
    const int *to = context;
    CHECK(write(*to, ack, sizeof *ack) == (ssize_t)sizeof *ack);
}

static Child start(const KillWork *work)
{
    int ends[2];
    KillWork own = *work;
    CHECK(pipe(ends) == 0);
    (void)fflush(stdout);
    pid_t pid = fork();
    CHECK(pid >= 0);
    if (pid == 0) {
        (void)close(ends[0]);
        own.hear = tell;
        own.context = &ends[1];
        _exit(kill_work_run(&own) ? 0 : 1);
    }
    (void)close(ends[1]);
    return (Child){.pid = pid, .from = ends[0]};
}

/* False at the end of what it told. */
static bool hear(const Child *child, Acks *acks)
{
    CHECK(acks->count < ACKS_MOST);
    KillAck *ack = &acks->at[acks->count];
    ssize_t got = read(child->from, ack, sizeof *ack);
    CHECK(got == 0 || got == (ssize_t)sizeof *ack);
    acks->count += got > 0;
    return got > 0;
}

static void hear_out(Child *child, Acks *acks)
{
    while (hear(child, acks))
        ;
    (void)close(child->from);
    CHECK(waitpid(child->pid, &child->status, 0) == child->pid);
}

/* After so many acknowledgements, and then so long. */
static void kill_after(Child *child, Acks *acks, uint32_t told, uint32_t us)
{
    struct timespec wait = {.tv_nsec = (long)us * 1000};
    for (uint32_t i = 0; i < told && hear(child, acks); i++)
        ;
    (void)nanosleep(&wait, NULL);
    (void)kill(child->pid, SIGKILL);
    hear_out(child, acks);
}

/* ---- killed at random -----------------------------------------------------
 */

typedef struct {
    uint32_t kills, in_opening, too_late;
    uint64_t acks;
    KillFound found;
} Tally;

/* Some while it opens, most while it writes. */
static void kill_once(const KillWork *work, Rand *rand, Acks *acks, Tally *sum)
{
    size_t before = acks->count;
    bool opening = rand_chance(rand, 150);
    uint32_t told = opening ? 0 : rand_below(rand, BLOCKS * KILL_BLOCK * 5 / 4);
    Child child = start(work);
    kill_after(&child, acks, told, rand_below(rand, opening ? 6000 : 1500));
    bool ended = WIFEXITED(child.status);
    sum->kills += !ended;
    sum->too_late += ended;
    sum->in_opening += acks->count == before;
    if (ended) EXPECT_INT(WEXITSTATUS(child.status), 0);
}

static void kill_in_a_row(const char *folder, Rand *rand, Tally *sum)
{
    static Acks acks;
    acks.count = 0;
    kill_work_wipe(folder);
    for (uint32_t life = 0; life < KILLS_IN_A_ROW; life++) {
        KillWork work = {.folder = folder,
                         .blocks_before = life * BLOCKS,
                         .blocks = BLOCKS,
                         .threads = THREADS};
        kill_once(&work, rand, &acks, sum);
        kill_work_check(&(KillCheck){.folder = folder,
                                     .items = (life + 1) * BLOCKS * KILL_BLOCK,
                                     .acks = acks.at,
                                     .ack_count = acks.count,
                                     .go_on = life + 1 == KILLS_IN_A_ROW},
                        &sum->found);
    }
    sum->acks += acks.count;
}

static void say(const char *what, const Tally *sum)
{
    char line[160];
    (void)snprintf(line, sizeof line,
                   "%s: %u kills (%u before the first "
                   "acknowledgement, %u too late), %llu acknowledged",
                   what, sum->kills, sum->in_opening, sum->too_late,
                   (unsigned long long)sum->acks);
    kill_work_print(line, &sum->found);
}

FACT(a_process_killed_at_random_loses_nothing_acknowledged)
{
    AUTO(arena_done) Arena *tmp = arena_open(512);
    const char *folder = file_path(tmp, kill_work_folder(), "killed");
    Rand rand = rand_seeded(20200316);
    uint32_t kills =
        (harness_soaks() ? 10 * KILLS : KILLS) / (uint32_t)harness_stride();
    Tally sum = {0};
    while (sum.kills < kills && sum.too_late < 3 * kills)
        kill_in_a_row(folder, &rand, &sum);
    say("killed at random", &sum);
    EXPECT(kill_work_clean(&sum.found));
    EXPECT(sum.kills >= kills && sum.in_opening > 0);
    EXPECT(sum.acks > 10 * (uint64_t)kills);
}

/* ---- ended at the k-th call -----------------------------------------------
 */

static uint64_t calls_of(StoreVfs *vfs, const KillWork *work)
{
    kill_work_wipe(work->folder);
    store_vfs_arm(vfs, (StoreVfsFault){0});
    CHECK(kill_work_run(work));
    return store_vfs_calls(vfs);
}

/* Batches differ from run to run, so a few runs end before their k-th call. */
static void end_at(StoreVfs *vfs, const KillWork *work, uint64_t k, Tally *sum)
{
    static Acks acks;
    acks.count = 0;
    kill_work_wipe(work->folder);
    store_vfs_arm(vfs, (StoreVfsFault){.kind = VFS_EXIT, .call = k});
    Child child = start(work);
    hear_out(&child, &acks);
    CHECK(WIFEXITED(child.status));
    int code = WEXITSTATUS(child.status);
    EXPECT(code == EXIT_CODE || code == 0);
    sum->kills += code == EXIT_CODE;
    sum->too_late += code == 0;
    sum->in_opening += acks.count == 0;
    kill_work_check(&(KillCheck){.folder = work->folder,
                                 .items = work->blocks * KILL_BLOCK,
                                 .acks = acks.at,
                                 .ack_count = acks.count,
                                 .go_on = true},
                    &sum->found);
    sum->acks += acks.count;
}

static void end_at_each(const char *what, uint32_t threads, StoreGuard *guard,
                        Tally *sum)
{
    AUTO(arena_done) Arena *tmp = arena_open(512);
    StoreVfs *vfs = store_vfs_open("ends");
    KillWork work = {.folder = file_path(tmp, kill_work_folder(), "ends"),
                     .vfs = "ends",
                     .blocks = 2 * threads,
                     .threads = threads,
                     .guard = guard};
    uint64_t calls = calls_of(vfs, &work);
    uint64_t stride = harness_soaks() ? 1 : (calls + ENDS - 1) / ENDS;
    for (uint64_t k = 1; k <= calls; k += stride)
        end_at(vfs, &work, k, sum);
    store_vfs_close(vfs);
    say(what, sum);
}

FACT(a_process_that_ends_at_the_kth_call_loses_nothing_acknowledged)
{
    Tally sum = {0};
    end_at_each("ended at the k-th call", 2, NULL, &sum);
    EXPECT(kill_work_clean(&sum.found));
    EXPECT(sum.kills >= 20);
}

/* One sender, so that the call at which each is lost is always the same. */
FACT(ends_at_the_kth_call_find_a_store_that_acknowledges_before_it_commits)
{
    Tally sum = {0};
    end_at_each("ended, acknowledged early", 1, kill_mutant_early, &sum);
    EXPECT(sum.found.lost > 0);
}
