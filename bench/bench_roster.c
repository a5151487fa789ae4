/* SPDX-License-Identifier: Apache-2.0 */
/*
 * bench_roster.c - the exact roster beside LEMON's network simplex.
 *
 *     bench_roster OUT.tsv            the cases below, rows appended to OUT
 *     bench_roster OUT.tsv PROBLEM    a problem file instead
 *
 * The objective must be the same before a time counts.  Runs are interleaved,
 * the median of five is kept.  Our time is roster_solve whole: checking the
 * input, merging, solving, handing out, proof.  The peer's is its solver
 * alone, on groups already parted; its networks stand in memory.
 */
#include "base/buf.h"
#include "base/clock.h"
#include "base/file.h"
#include "explicit.h"
#include "instance.h"
#include "roster/roster.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

enum { RUNS = 5, PROBLEM_LIMIT = 256 << 20 };

typedef struct {
    InstanceShape shape;
    int64_t goal_ms;                    /* our time, 0: none set */
    int64_t goal_persons, goal_classes; /* ratio to the peer, 0: none set */
    bool persons;                       /* run the peer on people, too */
} Case;

static const Case cases[] = {
    {{"government of 12,000 in 600 units over 40 days", 12000, 600, 2500, 8,
      false, false, true},
     500, 0,
     0,  false},
    {{"government of 12,000, weekly bounds", 12000, 600, 2500, 8, false, true,
      true},
     500, 0,
     0,  false},
    {{"district of 5,000 over 20 days", 5000, 60, 0, 4, false, true, true},
     0,   250,
     30, true },
    {{"district of 5,000, agency cap binding", 5000, 60, 0, 4, true, true,
      true},
     0,   200,
     20, true },
    {{"one unit of 2,500 with leave of their own", 2500, 1, 2500, 8, false,
      false, false},
     0,   0,
     0,  true },
};

static int by_time(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return x < y ? -1 : x > y;
}

static int64_t median(int64_t times[RUNS])
{
    qsort(times, RUNS, sizeof times[0], by_time);
    return times[RUNS / 2];
}

static int64_t run_ours(const Problem *p, Answer *out)
{
    AUTO(arena_done) Arena *arena = arena_open((size_t)1 << 20);
    Err err = {0};
    int64_t begun = clock_monotonic_ns();
    if (!roster_solve(arena, p, (RosterOptions){0}, out, &err)) {
        (void)fprintf(stderr, "%s\n", err.text);
        _Exit(1);
    }
    return clock_monotonic_ns() - begun;
}

/* The sum over groups; checks presence and fairness against ours. */
static int64_t run_peer(const Explicit *e, const Answer *ours)
{
    int64_t ns = 0, presence = 0, fairness = e->base;
    bool solved = true;
    for (size_t k = 0; k < e->net_count; k++) {
        PeerAnswer answer = peer_lemon(&e->nets[k]);
        int64_t weight = e->nets[k].weight;
        int64_t seats =
            answer.cost == 0 ? 0 : (-answer.cost + weight - 1) / weight;
        solved = solved && answer.solved;
        presence += seats;
        fairness += answer.cost + seats * weight;
        ns += answer.ns;
    }
    bool ours_solved = ours->certificate.kind == ANSWER_SOLVED;
    bool same =
        solved == ours_solved &&
        (!solved || (presence == ours->presence && fairness == ours->fairness));
    if (!same) {
        (void)fprintf(stderr, "the peer has %lld, %lld; ours is %lld, %lld\n",
                      (long long)presence, (long long)fairness,
                      (long long)ours->presence, (long long)ours->fairness);
        _Exit(1);
    }
    return ns;
}

/* id, case, value, unit, peer, peer_value, ratio, goal, met */
static void put_row(FILE *out, const char *id, const char *name, int64_t ours,
                    const char *peer, int64_t theirs, int64_t goal)
{
    double ms = (double)ours / 1e6, peer_ms = (double)theirs / 1e6;
    double ratio = ours == 0 ? 0 : peer_ms / ms;
    bool has_peer = theirs > 0;
    bool met = has_peer ? ratio >= (double)goal : ms <= (double)goal;
    const char *said = goal == 0 ? "-" : met ? "yes" : "no";
    if (has_peer)
        (void)fprintf(out, "%s\t%s\t%.2f\tms\t%s\t%.2f\t%.1f\t%lld\t%s\n", id,
                      name, ms, peer, peer_ms, ratio, (long long)goal, said);
    else
        (void)fprintf(out, "%s\t%s\t%.2f\tms\t-\t-\t-\t%lld\t%s\n", id, name,
                      ms, (long long)goal, said);
    (void)printf("%-7s %-48s %9.2f ms", id, name, ms);
    if (has_peer)
        (void)printf("  %s %.2f ms  ratio %.1f", peer, peer_ms, ratio);
    (void)printf(goal == 0 ? "\n" : "  goal %lld: %s\n", (long long)goal, said);
}

static void run_case(const Problem *p, const Case *c, FILE *out)
{
    AUTO(arena_done) Arena *arena = arena_open((size_t)1 << 20);
    Explicit classes = explicit_of(arena, p, true);
    Explicit people = {0};
    int64_t ours[RUNS], by_class[RUNS], by_person[RUNS] = {0};
    Answer answer = {0};
    if (c->persons) people = explicit_of(arena, p, false);
    for (int k = 0; k < RUNS; k++) {
        ours[k] = run_ours(p, &answer);
        by_class[k] = run_peer(&classes, &answer);
        if (c->persons) by_person[k] = run_peer(&people, &answer);
    }
    const char *name = c->shape.name;
    int64_t mine = median(ours);
    put_row(out, "roster", name, mine, "-", 0, c->goal_ms);
    put_row(out, "roster", name, mine, "LEMON classes", median(by_class),
            c->goal_classes);
    if (c->persons)
        put_row(out, "roster", name, mine, "LEMON persons", median(by_person),
                c->goal_persons);
    (void)printf("        %s: presence %lld, fairness %lld\n",
                 answer.certificate.kind == ANSWER_SOLVED ? "solved" : "clash",
                 (long long)answer.presence, (long long)answer.fairness);
}

static void run_file(const char *path, FILE *out)
{
    AUTO(arena_done) Arena *arena = arena_open((size_t)1 << 20);
    const char *slash = strrchr(path, '/');
    const char *name = slash == NULL ? path : slash + 1;
    Case c = {.shape = {.name = name}, .persons = true};
    Str text = {0};
    Problem p = {0};
    Err err = {0};
    if (!file_read(arena, path, PROBLEM_LIMIT, &text, &err) ||
        !problem_read(arena, text, &p, &err)) {
        (void)fprintf(stderr, "%s: %s\n", path, err.text);
        _Exit(1);
    }
    run_case(&p, &c, out);
}

static void run_cases(FILE *out)
{
    for (size_t k = 0; k < COUNT(cases); k++) {
        AUTO(arena_done) Arena *arena = arena_open((size_t)1 << 20);
        Problem p = instance_of(arena, cases[k].shape, 5);
        if (k == 0) {
            Answer answer = {0};
            struct rusage use = {0};
            (void)run_ours(&p, &answer);
            (void)getrusage(RUSAGE_SELF, &use);
            (void)fprintf(out,
                          "roster\t%s, resident\t%ld\tMB\t-\t-\t-\t100\t%s\n",
                          cases[k].shape.name, use.ru_maxrss >> 10,
                          use.ru_maxrss >> 10 <= 100 ? "yes" : "no");
            (void)printf("roster  resident after the first solve: %ld MB\n",
                         use.ru_maxrss >> 10);
        }
        run_case(&p, &cases[k], out);
    }
}

int main(int argc, char **argv)
{
    if (argc < 2 || argc > 3) {
        (void)fprintf(stderr, "bench_roster OUT.tsv [PROBLEM]\n");
        return 2;
    }
    FILE *out = fopen(argv[1], "a");
    if (out == NULL) {
        perror(argv[1]);
        return 3;
    }
    if (argc == 3)
        run_file(argv[2], out);
    else
        run_cases(out);
    return fclose(out) == 0 ? 0 : 3;
}
