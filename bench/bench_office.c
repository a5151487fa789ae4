/* SPDX-License-Identifier: Apache-2.0 */
/*
 * bench_office.c - the program as its user meets it: whole commands.
 *
 *     bench_office OUT.tsv PROGRAM GOVERNMENT FROM TO
 *     bench_office --problem FILE GOVERNMENT FROM TO
 *
 * The first times `roster` (files to verified plan), `verify` and `explain`
 * (one cell from the stored plan, start of the program included) as child
 * processes, median of five, with the memory of the largest.  The second
 * writes the period's question as a problem file, for the solver's bench.
 */
#include "app/make_roster.h"
#include "base/clock.h"
#include "base/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { RUNS = 5 };

typedef struct {
    int64_t ns;
    long kilobytes;
} Cost;

/* Run once with the output thrown away; ends the bench when it fails. */
static Cost run_once(char *const *words)
{
    struct rusage use = {0};
    int status = 0;
    int64_t begun = clock_monotonic_ns();
    (void)fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        if (freopen("/dev/null", "w", stdout) == NULL ||
            freopen("/dev/null", "w", stderr) == NULL)
            _exit(3);
        (void)execv(words[0], words);
        _exit(3);
    }
    if (child < 0 || wait4(child, &status, 0, &use) != child || status != 0) {
        (void)fprintf(stderr, "%s %s failed\n", words[0], words[1]);
        exit(1);
    }
    return (Cost){clock_monotonic_ns() - begun, use.ru_maxrss};
}

static int by_time(const void *a, const void *b)
{
    const Cost *x = a;
    const Cost *y = b;
    return x->ns < y->ns ? -1 : x->ns > y->ns;
}

static Cost median(char *const *words)
{
    Cost costs[RUNS];
    long most = 0;
    for (int i = 0; i < RUNS; i++) {
        costs[i] = run_once(words);
        if (costs[i].kilobytes > most) most = costs[i].kilobytes;
    }
    qsort(costs, RUNS, sizeof costs[0], by_time);
    return (Cost){costs[RUNS / 2].ns, most};
}

/* id, case, value, unit, peer, peer_value, ratio, goal, met */
static void put_row(FILE *out, const char *name, double value, const char *unit,
                    double goal)
{
    const char *met = value <= goal ? "yes" : "no";
    (void)fprintf(out, "office\t%s\t%.1f\t%s\tlimit\t%.0f\t%.1f\t%.0f\t%s\n",
                  name, value, unit, goal, goal / value, goal, met);
    (void)printf("office  %-44s %8.1f %-3s limit %.0f: %s\n", name, value, unit,
                 goal, met);
}

static int run_commands(char **argv)
{
    char plan[] = "/tmp/bench-office-XXXXXX.csv";
    int fd = mkstemps(plan, 4);
    FILE *out = fopen(argv[1], "a");
    if (fd < 0 || out == NULL) return 3;
    (void)close(fd);
    char *roster[] = {argv[2], "roster", "--government", argv[3], "--from",
                      argv[4], "--to",   argv[5],        "-o",    plan,
                      NULL};
    char *verify[] = {argv[2], "verify", plan, "--government", argv[3], NULL};
    char *explain[] = {argv[2], "explain", "--government", argv[3], "B00042",
                       argv[4], "--plan",  plan,           NULL};
    Cost cost = median(roster);
    put_row(out, "files to verified plan, 8 weeks", (double)cost.ns / 1e6, "ms",
            2000);
    put_row(out, "files to verified plan, 8 weeks, resident",
            (double)cost.kilobytes / 1024, "MB", 200);
    put_row(out, "verify the stored plan", (double)median(verify).ns / 1e6,
            "ms", 2000);
    put_row(out, "one explained cell from a stored plan",
            (double)median(explain).ns / 1e6, "ms", 50);
    (void)unlink(plan);
    (void)fclose(out);
    return 0;
}

static int write_problem(char **argv)
{
    AUTO(arena_done) Arena *arena = arena_open((size_t)1 << 20);
    Office office;
    RosterMade made;
    Err err = {0};
    RosterWish wish = make_roster_wish();
    if (!date_parse(str_of(argv[4]), &wish.window.first, &err) ||
        !date_parse(str_of(argv[5]), &wish.window.last, &err) ||
        !office_open(arena, argv[3], &office, &err) ||
        !make_roster(&office, &wish, &made, &err)) {
        (void)fprintf(stderr, "%s\n", err.text);
        return 1;
    }
    Buf text = buf_in(arena);
    problem_write(&made.demand.problem, &text);
    if (!file_write(argv[2], buf_str(&text), &err)) {
        (void)fprintf(stderr, "%s\n", err.text);
        return 3;
    }
    return 0;
}

int main(int argc, char **argv)
{
    if (argc == 6 && str_is(str_of(argv[1]), STR("--problem")))
        return write_problem(argv);
    if (argc == 6) return run_commands(argv);
    (void)fprintf(stderr, "bench_office OUT.tsv PROGRAM GOVERNMENT FROM TO\n"
                          "bench_office --problem FILE GOVERNMENT FROM TO\n");
    return 2;
}
