/* SPDX-License-Identifier: Apache-2.0 */
/*
 * bench_store.c - the store under load, beside SQLite alone.
 *
 *     bench_store OUT.tsv FOLDER
 *
 * 64 senders through store_write, each waiting for its receipt, against one
 * thread that writes the same rows into the same tables with bare SQLite,
 * BATCH to a commit: the fact, what is seen of its person-day (read first: a
 * tally counts a person once), the tally, a head a batch.  Nothing is checked,
 * looked up, hashed, signed, queued or answered.  In turns, median of five.
 * Then the bytes a fact takes and the board of a day.
 */
#include "base/clock.h"
#include "base/rand.h"
#include "store/query.h"
#include "store/store.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum {
    SENDERS = 64,
    PEOPLE = 12000,
    FACTS = 4 * PEOPLE, /* a working day */
    UNITS = 60,
    BATCH = 32, /* half of the senders wait while the others are synced: ours
                   has 31 a commit, counted by its calls of fdatasync */
    RUNS = 5,
    BOARDS = 101
};

static const int64_t MORNING = INT64_C(1596412800000000);

/* Fact n of a day: each person comes, reports, is reviewed, and goes. */
static Fact day_fact(Arena *arena, uint64_t n, uint64_t day)
{
    static const FactKind kinds[] = {FACT_CHECK_IN, FACT_REPORT, FACT_REVIEW,
                                     FACT_CHECK_OUT};
    uint64_t person = n % PEOPLE;
    Fact f = fact_blank(kinds[n / PEOPLE]);
    Rand rand = rand_seeded(n + day * FACTS);
    f.at.us = MORNING + (int64_t)(day * 86400000000 + n * 500000);
    f.id = fact_id_of(f.at, rand_next(&rand), rand_next(&rand));
    f.channel = CHANNEL_APP;
    f.sent.us = f.at.us + 1500000;
    f.day = zone_day(ZONE_WIB, f.at);
    f.person = str_format(arena, "B%05d", (int)person);
    f.actor = f.person;
    f.unit = str_format(arena, "4.01.%02d", (int)(person % UNITS));
    if (f.kind == FACT_CHECK_IN) {
        f.word = person % 4 == 0 ? STR("kantor") : STR("rumah");
        f.place = STR("dalam");
    }
    if (f.kind == FACT_REPORT)
        f.text = STR("Menyusun konsep nota dinas dan merekap laporan harian "
                     "subbagian.");
    if (f.kind == FACT_REVIEW) {
        f.actor = str_format(arena, "B%05d", (int)(person / 10));
        f.about = fact_id_of(f.at, 1, n - PEOPLE);
        f.word = STR("terima");
    }
    return f;
}

static void stop(const char *what)
{
    (void)fprintf(stderr, "bench_store: %s\n", what);
    exit(1);
}

/* ---- ours ------------------------------------------------------------------
 */

typedef struct {
    Store *store;
    atomic_uint_fast64_t *next; /* whoever is free sends the next fact */
    uint64_t day;
} Sender;

static void *send_all(void *context)
{
    const Sender *s = context;
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    for (uint64_t n; (n = atomic_fetch_add(s->next, 1)) < FACTS;) {
        Fact fact = day_fact(tmp, n, s->day);
        Intent intent = {
            .government = STR("kotim"), .facts = &fact, .fact_count = 1};
        Receipt receipt;
        Err err = {0};
        if (!store_write(s->store, &intent, &receipt, &err)) stop(err.text);
    }
    return NULL;
}

static Store *open_store(const char *folder)
{
    Store *store = NULL;
    Err err = {0};
    StoreWish wish = {.folder = folder, .create = true, .write = true};
    if (!store_open(&wish, &store, &err)) stop(err.text);
    return store;
}

static double run_ours(Store *store, uint64_t day)
{
    pthread_t thread[SENDERS];
    Sender sender[SENDERS];
    atomic_uint_fast64_t next = 0;
    int64_t begun = clock_monotonic_ns();
    for (size_t i = 0; i < SENDERS; i++) {
        sender[i] = (Sender){store, &next, day};
        if (pthread_create(&thread[i], NULL, send_all, &sender[i]) != 0)
            stop("no thread");
    }
    for (size_t i = 0; i < SENDERS; i++)
        (void)pthread_join(thread[i], NULL);
    return FACTS / ((double)(clock_monotonic_ns() - begun) / 1e9);
}

/* ---- bare SQLite ------------------------------------------------------------
 */

typedef struct {
    sqlite3 *db;
    sqlite3_stmt *fact, *look, *seen, *tally, *journal;
    uint64_t number;
} Bare;

static void exec(Bare *b, const char *sql)
{
    if (sqlite3_exec(b->db, sql, NULL, NULL, NULL) != SQLITE_OK)
        stop(sqlite3_errmsg(b->db));
}

static sqlite3_stmt *ready(Bare *b, const char *sql)
{
    sqlite3_stmt *q = NULL;
    if (sqlite3_prepare_v3(b->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &q,
                           NULL) != SQLITE_OK)
        stop(sqlite3_errmsg(b->db));
    return q;
}

static void step(Bare *b, sqlite3_stmt *q)
{
    if (sqlite3_step(q) != SQLITE_DONE) stop(sqlite3_errmsg(b->db));
    (void)sqlite3_reset(q);
}

/* The parameters by place, as the texts below have them. */
static void put_int(sqlite3_stmt *q, int place, int64_t n)
{
    (void)sqlite3_bind_int64(q, place, n);
}

static void put_text(sqlite3_stmt *q, int place, Str text)
{
    if (text.len == 0)
        (void)sqlite3_bind_null(q, place);
    else
        (void)sqlite3_bind_text(q, place, text.ptr, (int)text.len,
                                SQLITE_STATIC);
}

static void put_bytes(sqlite3_stmt *q, int place, const void *bytes, int len)
{
    (void)sqlite3_bind_blob(q, place, bytes, len, SQLITE_STATIC);
}

/* As the store opens its writer; the schema is the store's own. */
static Bare open_bare(const char *folder)
{
    char path[600];
    Bare b = {0};
    store_close(open_store(folder));
    (void)snprintf(path, sizeof path, "%s/tata-kerja.db", folder);
    if (sqlite3_open(path, &b.db) != SQLITE_OK) stop("no database");
    exec(&b, "PRAGMA synchronous = FULL");
    exec(&b, "PRAGMA cache_size = -65536");
    exec(&b, "PRAGMA temp_store = MEMORY");
    b.fact = ready(&b, "INSERT INTO fact (gov, number, id, diterima, jenis, "
                       "saluran, zona, hari, saat, dikirim, pegawai, pelaku, "
                       "unit, tentang, kata, lokasi, isi, salt, mark) VALUES "
                       "(1,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    b.look = ready(&b, "SELECT mask, unit FROM seen WHERE gov = 1 "
                       "AND hari = ? AND pegawai = ?");
    b.seen = ready(&b, "INSERT INTO seen (gov, hari, pegawai, mask, unit) "
                       "VALUES (1,?,?,?,?) ON CONFLICT (gov, hari, pegawai) "
                       "DO UPDATE SET mask = mask | excluded.mask");
    b.tally = ready(&b, "INSERT INTO tally (gov, hari, unit, seen, people) "
                        "VALUES (1,?,?,?,1) ON CONFLICT (gov, hari, unit, "
                        "seen) DO UPDATE SET people = people + 1");
    b.journal =
        ready(&b, "INSERT INTO journal (gov, block, last, diterima, head, "
                  "signature) VALUES (1,?,?,?,zeroblob(32),zeroblob(64)) "
                  "ON CONFLICT (gov, block) DO UPDATE SET last = "
                  "excluded.last, diterima = excluded.diterima");
    return b;
}

static void put_fact(Bare *b, const Fact *f)
{
    sqlite3_stmt *q = b->fact;
    put_int(q, 1, (int64_t)++b->number);
    put_bytes(q, 2, f->id.bytes, 16);
    put_int(q, 3, f->at.us + 1600000);
    put_int(q, 4, f->kind);
    put_int(q, 5, f->channel);
    put_int(q, 6, f->zone);
    put_int(q, 7, f->day.days);
    put_int(q, 8, 1600000);
    put_int(q, 9, f->sent.us - f->at.us);
    put_text(q, 10, f->person);
    put_text(q, 11, str_is(f->actor, f->person) ? STR("") : f->actor);
    put_text(q, 12, f->unit);
    if (fact_id_none(f->about))
        (void)sqlite3_bind_null(q, 13);
    else
        put_bytes(q, 13, f->about.bytes, 16);
    put_text(q, 14, f->word);
    put_text(q, 15, f->place);
    put_text(q, 16, f->text);
    put_bytes(q, 17, f->id.bytes, 16);
    put_int(q, 18, (int64_t)(b->number * 2654435761U % 4000000000U));
    step(b, q);
}

static bool is_seen(Bare *b, const Fact *f, int bit)
{
    put_int(b->look, 1, f->day.days);
    put_text(b->look, 2, f->person);
    bool seen = sqlite3_step(b->look) == SQLITE_ROW &&
                ((sqlite3_column_int64(b->look, 0) >> bit) & 1) != 0;
    (void)sqlite3_reset(b->look);
    return seen;
}

static void put_board(Bare *b, const Fact *f)
{
    int bit = (int)f->kind % 10;
    if (is_seen(b, f, bit)) return;
    put_int(b->seen, 1, f->day.days);
    put_text(b->seen, 2, f->person);
    put_int(b->seen, 3, 1 << bit);
    put_text(b->seen, 4, f->unit);
    step(b, b->seen);
    put_int(b->tally, 1, f->day.days);
    put_text(b->tally, 2, f->unit);
    put_int(b->tally, 3, bit);
    step(b, b->tally);
}

static void put_head(Bare *b)
{
    put_int(b->journal, 1, (int64_t)(b->number / 256));
    put_int(b->journal, 2, (int64_t)b->number);
    put_int(b->journal, 3, 0);
    step(b, b->journal);
}

static double run_bare(Bare *b, uint64_t day)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    int64_t begun = clock_monotonic_ns();
    for (uint64_t n = 0; n < FACTS; n++) {
        Fact f = day_fact(tmp, n, day);
        if (n % BATCH == 0) exec(b, "BEGIN IMMEDIATE");
        put_fact(b, &f);
        put_board(b, &f);
        if (n % BATCH != BATCH - 1) continue;
        put_head(b);
        exec(b, "COMMIT");
    }
    return FACTS / ((double)(clock_monotonic_ns() - begun) / 1e9);
}

static void close_bare(Bare *b)
{
    (void)sqlite3_finalize(b->fact);
    (void)sqlite3_finalize(b->look);
    (void)sqlite3_finalize(b->seen);
    (void)sqlite3_finalize(b->tally);
    (void)sqlite3_finalize(b->journal);
    (void)sqlite3_close(b->db);
}

/* ---- figures ----------------------------------------------------------------
 */

static int by_size(const void *a, const void *b)
{
    const double *x = a;
    const double *y = b;
    return *x < *y ? -1 : *x > *y;
}

static double median(double *values, size_t count)
{
    qsort(values, count, sizeof *values, by_size);
    return values[count / 2];
}

/* id, case, value, unit, peer, peer_value, ratio, goal, met */
static void put_row(FILE *out, const char *name, double value, const char *unit,
                    double peer, double ratio, double goal, bool met)
{
    const char *who = strcmp(unit, "facts/s") == 0 ? "SQLite alone" : "limit";
    const char *word = met ? "yes" : "no";
    (void)fprintf(out, "store\t%s\t%.1f\t%s\t%s\t%.0f\t%.2f\t%.1f\t%s\n", name,
                  value, unit, who, peer, ratio, goal, word);
    (void)printf("store   %-36s %9.1f %-8s %s %.0f, ratio %.2f, goal %.1f: "
                 "%s\n",
                 name, value, unit, who, peer, ratio, goal, word);
}

static double board_ms(Store *store)
{
    double ms[BOARDS];
    for (size_t i = 0; i < BOARDS; i++) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
        BoardRow *rows = NULL;
        size_t count = 0;
        Err err = {0};
        int64_t begun = clock_monotonic_ns();
        Date day = zone_day(ZONE_WIB, (Instant){MORNING});
        if (!store_board(store, tmp, STR("kotim"), day, &rows, &count, &err) ||
            count != UNITS)
            stop("no board");
        ms[i] = (double)(clock_monotonic_ns() - begun) / 1e6;
    }
    return median(ms, BOARDS);
}

static double file_bytes(const char *folder)
{
    char path[600];
    struct stat is = {0};
    (void)snprintf(path, sizeof path, "%s/tata-kerja.db", folder);
    if (stat(path, &is) != 0) stop("no file");
    return (double)is.st_size;
}

static void measure(FILE *out, const char *ours, const char *bare)
{
    double mine[RUNS];
    double peer[RUNS];
    Store *store = open_store(ours);
    Bare b = open_bare(bare);
    for (uint64_t i = 0; i < RUNS; i++) {
        mine[i] = run_ours(store, i);
        peer[i] = run_bare(&b, i);
    }
    double fast = median(mine, RUNS);
    double bound = median(peer, RUNS);
    put_row(out, "durable facts, 64 senders", fast, "facts/s", bound,
            fast / bound, 0.6, fast / bound >= 0.6);
    double ms = board_ms(store);
    put_row(out, "board of 12,000 people", ms, "ms", 5, 5 / ms, 5, ms <= 5);
    store_close(store);
    close_bare(&b);
    double each = file_bytes(ours) / ((double)FACTS * RUNS);
    put_row(out, "bytes a fact, all in", each, "B", 200, 200 / each, 200,
            each <= 200);
}

int main(int argc, char **argv)
{
    char ours[500];
    char bare[500];
    if (argc != 3) {
        (void)fprintf(stderr, "bench_store OUT.tsv FOLDER\n");
        return 2;
    }
    FILE *out = fopen(argv[1], "a");
    if (out == NULL) return 3;
    (void)snprintf(ours, sizeof ours, "%s/ours", argv[2]);
    (void)snprintf(bare, sizeof bare, "%s/bare", argv[2]);
    measure(out, ours, bare);
    (void)fclose(out);
    return 0;
}
