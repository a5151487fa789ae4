/* SPDX-License-Identifier: Apache-2.0 */
/*
 * bench_store.c - the store under load, beside SQLite alone.
 *
 *     bench_store OUT.tsv GOVERNMENT FOLDER
 *
 * A working day of the government by 64 senders, each waiting for its receipt:
 * through the use case (record_fact: who may, what each kind asks, the law
 * where it is asked), through store_write alone, and by SQLite alone (bare.h),
 * in turns, median of five days.  Then the bytes a fact takes, which make a
 * year, and the board at 08.15.
 */
#include "app/record.h"
#include "bare.h"
#include "base/clock.h"
#include "base/file.h"
#include "figure.h"
#include "store/store_test.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/stat.h>

enum {
    SENDERS = 64,
    BATCH = 32, /* half of the senders wait while the others are synced: ours
                   has 31 a commit, counted by its calls of fdatasync */
    RUNS = 5,
    BOARDS = 101,
    YEAR = 10000000 /* facts of 12,000 people: four on each of 210 days */
};

static void stop(const char *what)
{
    (void)fprintf(stderr, "bench_store: %s\n", what);
    exit(1);
}

/* ---- senders --------------------------------------------------------------
 */

/* One store and who writes to it; whoever is free sends the next fact. */
typedef struct {
    Store *store;
    Office *office;
    const Workday *day;
    bool recording; /* through the use case */
    atomic_uint_fast64_t next;
    atomic_int_fast64_t now; /* what the store's clock says */
} Load;

static Instant load_now(void *context)
{
    const Load *load = context;
    return (Instant){(int64_t)atomic_load(&load->now)};
}

static bool send_one(Load *load, Arena *arena, const Fact *fact, Err *err)
{
    Receipt receipt;
    Recorded recorded;
    RecordWorld world = {.store = load->store,
                         .office = load->office,
                         .today = load->day->day,
                         .meeting_most = RECORD_MEETING_MOST};
    Intent intent = {.government = load->office->government.code,
                     .facts = fact,
                     .fact_count = 1};
    return load->recording
               ? record_fact(arena, &world, fact, STR(""), &recorded, err)
               : store_write(load->store, &intent, &receipt, err);
}

static void *send_all(void *context)
{
    Load *load = context;
    for (uint64_t n;
         (n = atomic_fetch_add(&load->next, 1)) < load->day->facts;) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 12);
        Fact fact = workday_fact(load->day, n);
        Err err = {0};
        atomic_store(&load->now, workday_received(&fact).us);
        if (!send_one(load, arena, &fact, &err)) stop(err.text);
    }
    return NULL;
}

static double run_load(Load *load, const Workday *day)
{
    pthread_t thread[SENDERS];
    load->day = day;
    atomic_store(&load->next, 0);
    int64_t begun = clock_monotonic_ns();
    for (size_t i = 0; i < SENDERS; i++) {
        if (pthread_create(&thread[i], NULL, send_all, load) != 0)
            stop("no thread");
    }
    for (size_t i = 0; i < SENDERS; i++)
        (void)pthread_join(thread[i], NULL);
    return (double)day->facts / ((double)(clock_monotonic_ns() - begun) / 1e9);
}

static Store *open_store(const char *folder)
{
    Store *store = NULL;
    Err err = {0};
    StoreWish wish = {.folder = folder, .create = true, .write = true};
    if (!store_open(&wish, &store, &err)) stop(err.text);
    return store;
}

static void open_load(Load *load, Office *office, const char *folder,
                      bool recording)
{
    load->store = open_store(folder);
    load->office = office;
    load->recording = recording;
    store_clock(load->store, load_now, load);
}

/* ---- figures ---------------------------------------------------------------
 */

typedef struct {
    FILE *out;
    Arena *arena;
    Office office;
    Date first;
    const char *folder;
} World;

static void put_rate(const World *w, const char *name, double *mine,
                     double *peer)
{
    figure_put(w->out, &(Figure){.id = "store",
                                 .name = name,
                                 .value = figure_median(mine, RUNS),
                                 .unit = "facts/s",
                                 .peer = "SQLite alone",
                                 .peer_value = figure_median(peer, RUNS),
                                 .goal = 0.6});
}

static void put_limit(const World *w, const char *name, double value,
                      const char *unit, double limit)
{
    figure_put(w->out, &(Figure){.id = "store",
                                 .name = name,
                                 .value = value,
                                 .unit = unit,
                                 .peer = "limit",
                                 .peer_value = limit,
                                 .goal = 1,
                                 .less = true});
}

static double board_ms(const World *w, Store *store)
{
    double ms[BOARDS];
    for (size_t i = 0; i < BOARDS; i++) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
        BoardRow *rows = NULL;
        size_t count = 0;
        Err err = {0};
        int64_t begun = clock_monotonic_ns();
        if (!store_board(store, tmp, w->office.government.code, w->first, &rows,
                         &count, &err) ||
            count == 0)
            stop("no board");
        ms[i] = (double)(clock_monotonic_ns() - begun) / 1e6;
    }
    return figure_median(ms, BOARDS);
}

static double file_bytes(Arena *arena, const char *folder)
{
    struct stat is = {0};
    if (stat(file_path(arena, folder, "tata-kerja.db"), &is) != 0)
        stop("no file");
    return (double)is.st_size;
}

static void measure(World *w)
{
    static Load through, alone;
    double used[RUNS], mine[RUNS], peer[RUNS];
    uint64_t facts = 0;
    const char *ours = file_path(w->arena, w->folder, "ours");
    const char *bare = file_path(w->arena, w->folder, "bare");
    open_load(&through, &w->office, file_path(w->arena, w->folder, "through"),
              true);
    open_load(&alone, &w->office, ours, false);
    store_close(open_store(bare));
    Bare *b = bare_open(bare, BATCH);
    for (int i = 0; i < RUNS; i++) {
        Workday day =
            workday_make(w->arena, &w->office, date_plus(w->first, i));
        used[i] = run_load(&through, &day);
        mine[i] = run_load(&alone, &day);
        peer[i] = bare_run(b, &day);
        facts += day.facts;
    }
    put_rate(w, "durable facts through the use case, 64 senders", used, peer);
    put_rate(w, "durable facts, store_write alone, 64 senders", mine, peer);
    put_limit(w, "board of 12,000 people", board_ms(w, through.store), "ms", 5);
    store_close(through.store);
    store_close(alone.store);
    bare_close(b);
    double each = file_bytes(w->arena, ours) / (double)facts;
    put_limit(w, "bytes a fact, all in", each, "B", 2e9 / YEAR);
    put_limit(w, "a year of 10 million facts", each * YEAR / 1e9, "GB", 2);
}

int main(int argc, char **argv)
{
    World w = {.arena = arena_open(1 << 20)};
    Err err = {0};
    if (argc != 4) stop("OUT.tsv GOVERNMENT FOLDER");
    w.out = fopen(argv[1], "a");
    w.folder = argv[3];
    CHECK(date_of(2020, 8, 3, &w.first));
    if (w.out == NULL) stop("no file for the figures");
    if (!office_open(w.arena, argv[2], &w.office, &err)) stop(err.text);
    measure(&w);
    arena_close(w.arena);
    return fclose(w.out) == 0 ? 0 : 3;
}
