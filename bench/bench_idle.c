/* SPDX-License-Identifier: Apache-2.0 */
/*
 * bench_idle.c - what a process holds that serves a government and waits.
 *
 *     bench_idle OUT.tsv GOVERNMENT FOLDER
 *
 * A child loads the folder into a new data directory and writes a working day
 * into it; then this process opens the store to write and the office out of
 * it, and looks at itself: once it waits, and once it has written DAYS days.
 */
#include "app/data.h"
#include "app/load.h"
#include "figure.h"
#include "workday.h"

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { DAYS = 10 };

static void stop(const char *what)
{
    (void)fprintf(stderr, "bench_idle: %s\n", what);
    exit(1);
}

static Store *open_store(const char *folder)
{
    Store *store = NULL;
    Err err = {0};
    StoreWish wish = {.folder = folder, .create = true, .write = true};
    if (!store_open(&wish, &store, &err)) stop(err.text);
    return store;
}

/* A hundred facts to an intent: only the bytes are of interest. */
static void write_day(Store *store, const Office *office, Date day)
{
    enum { AT_ONCE = 100 };
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Workday w = workday_make(arena, office, day);
    for (uint64_t n = 0; n < w.facts;) {
        Fact facts[AT_ONCE];
        Intent intent = {.government = office->government.code, .facts = facts};
        Receipt receipt;
        Err err = {0};
        while (intent.fact_count < AT_ONCE && n < w.facts)
            facts[intent.fact_count++] = workday_fact(&w, n++);
        if (!store_write(store, &intent, &receipt, &err)) stop(err.text);
    }
}

static void fill(const char *government, const char *folder, Date day)
{
    Arena *arena = arena_open(1 << 20);
    Store *store = open_store(folder);
    LoadFolder from;
    Loaded loaded;
    Err err = {0};
    if (!load_read(arena, government, &from, &err) ||
        !load_write(store, &from, day, &loaded, &err))
        stop(err.text);
    write_day(store, &from.office, day);
    store_close(store);
}

/* In a process of its own, so that nothing of it is left in this one. */
static void fill_apart(const char *government, const char *folder, Date day)
{
    int status = 0;
    pid_t child = fork();
    if (child == 0) {
        fill(government, folder, day);
        _exit(0);
    }
    if (child < 0 || waitpid(child, &status, 0) != child || status != 0)
        stop("the data directory cannot be filled");
}

/* Resident memory of this process, in MB. */
static double resident(void)
{
    char line[200];
    double kb = 0;
    FILE *status = fopen("/proc/self/status", "r");
    if (status == NULL) stop("no /proc");
    while (fgets(line, sizeof line, status) != NULL) {
        if (strncmp(line, "VmRSS:", 6) == 0) kb = strtod(line + 6, NULL);
    }
    (void)fclose(status);
    return kb / 1024;
}

static void put_row(FILE *out, const char *name)
{
    figure_put(out, &(Figure){.id = "idle",
                              .name = name,
                              .value = resident(),
                              .unit = "MB",
                              .peer = "limit",
                              .peer_value = 64,
                              .goal = 1,
                              .less = true});
}

int main(int argc, char **argv)
{
    Arena *arena = arena_open(1 << 20);
    Office office;
    Date day;
    Err err = {0};
    if (argc != 4) stop("OUT.tsv GOVERNMENT FOLDER");
    CHECK(date_of(2020, 8, 3, &day));
    fill_apart(argv[2], argv[3], day);
    FILE *out = fopen(argv[1], "a");
    if (out == NULL) stop("no file for the figures");
    Store *store = open_store(argv[3]);
    if (!office_open_data(arena, store, str_of(strrchr(argv[2], '/') + 1),
                          DATE_NEVER, &office, &err))
        stop(err.text);
    put_row(out, "store and office of 12,000 people open, waiting");
    for (int i = 1; i <= DAYS; i++)
        write_day(store, &office, date_plus(day, i));
    put_row(out, "the same after ten working days of facts");
    store_close(store);
    arena_close(arena);
    return fclose(out) == 0 ? 0 : 3;
}
