/* SPDX-License-Identifier: Apache-2.0 */
#include "bare.h"

#include "base/clock.h"
#include "store/tally.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

struct Bare {
    sqlite3 *db;
    sqlite3_stmt *fact, *rest, *look, *seen, *tally, *journal, *unit;
    bool units; /* have been written */
    uint64_t number, batch;
};

/* ---- statements ---------------------------------------------------------- */

static void stop(Bare *b)
{
    (void)fprintf(stderr, "bare: %s\n", sqlite3_errmsg(b->db));
    exit(1);
}

static void exec(Bare *b, const char *sql)
{
    if (sqlite3_exec(b->db, sql, NULL, NULL, NULL) != SQLITE_OK) stop(b);
}

static sqlite3_stmt *ready(Bare *b, const char *sql)
{
    sqlite3_stmt *q = NULL;
    if (sqlite3_prepare_v3(b->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &q,
                           NULL) != SQLITE_OK)
        stop(b);
    return q;
}

static void step(Bare *b, sqlite3_stmt *q)
{
    if (sqlite3_step(q) != SQLITE_DONE) stop(b);
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

static void prepare(Bare *b)
{
    b->fact = ready(b, "INSERT INTO fact (gov, number, id, diterima, jenis, "
                       "saluran, zona, hari, saat, dikirim, pegawai, pelaku, "
                       "unit, tentang, kata, lokasi, isi, salt, mark) VALUES "
                       "(1,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    b->rest = ready(b, "INSERT INTO fact_rest (gov, number, mulai, sampai, "
                       "prioritas, urgensi) VALUES (1,?,?,?,?,?)");
    b->look = ready(b, "SELECT mask, unit FROM seen WHERE gov = 1 "
                       "AND hari = ? AND pegawai = ?");
    b->seen = ready(b, "INSERT INTO seen (gov, hari, pegawai, mask, unit) "
                       "VALUES (1,?,?,?,?) ON CONFLICT (gov, hari, pegawai) "
                       "DO UPDATE SET mask = mask | excluded.mask");
    b->tally = ready(b, "INSERT INTO tally (gov, hari, unit, seen, people) "
                        "VALUES (1,?,?,?,1) ON CONFLICT (gov, hari, unit, "
                        "seen) DO UPDATE SET people = people + 1");
    b->unit = ready(b, "INSERT INTO unit_code (gov, number, code) "
                       "VALUES (1,?,?)");
    b->journal =
        ready(b, "INSERT INTO journal (gov, block, last, diterima, head, "
                 "signature) VALUES (1,?,?,?,zeroblob(32),zeroblob(64)) "
                 "ON CONFLICT (gov, block) DO UPDATE SET last = "
                 "excluded.last, diterima = excluded.diterima");
}

/* As the store opens its writer; the schema is the store's own. */
Bare *bare_open(const char *folder, uint64_t batch)
{
    char path[600];
    Bare *b = calloc(1, sizeof *b);
    if (b == NULL) abort();
    b->batch = batch;
    (void)snprintf(path, sizeof path, "%s/tata-kerja.db", folder);
    if (sqlite3_open(path, &b->db) != SQLITE_OK) stop(b);
    exec(b, "PRAGMA synchronous = FULL");
    exec(b, "PRAGMA cache_size = -16384");
    exec(b, "PRAGMA temp_store = MEMORY");
    prepare(b);
    return b;
}

void bare_close(Bare *b)
{
    (void)sqlite3_finalize(b->fact);
    (void)sqlite3_finalize(b->rest);
    (void)sqlite3_finalize(b->look);
    (void)sqlite3_finalize(b->seen);
    (void)sqlite3_finalize(b->tally);
    (void)sqlite3_finalize(b->journal);
    (void)sqlite3_finalize(b->unit);
    (void)sqlite3_close(b->db);
    free(b);
}

/* ---- rows ---------------------------------------------------------------- */

/* A unit's number is its place in the register. */
static void put_units(Bare *b, const Register *r)
{
    for (uint32_t u = 0; u < r->unit_count && !b->units; u++) {
        put_int(b->unit, 1, u + 1);
        put_text(b->unit, 2, r->units[u].code);
        step(b, b->unit);
    }
    b->units = true;
}

static int64_t unit_number(const Register *r, const Fact *f)
{
    return (int64_t)map_find(&r->unit_codes, f->unit) + 1;
}

static void put_rest(Bare *b, const Fact *f)
{
    if (window_is_empty(f->days)) return;
    put_int(b->rest, 1, (int64_t)b->number);
    put_int(b->rest, 2, f->days.first.days);
    put_int(b->rest, 3, f->days.last.days);
    put_text(b->rest, 4, f->priority);
    put_text(b->rest, 5, f->urgency);
    step(b, b->rest);
}

static void put_fact(Bare *b, const Register *r, const Fact *f)
{
    sqlite3_stmt *q = b->fact;
    int64_t received = workday_received(f).us;
    put_int(q, 1, (int64_t)++b->number);
    put_bytes(q, 2, f->id.bytes, 16);
    put_int(q, 3, received - fact_id_instant(f->id).us);
    put_int(q, 4, f->kind);
    put_int(q, 5, f->channel);
    put_int(q, 6, f->zone);
    put_int(q, 7, f->day.days);
    put_int(q, 8, received - f->at.us);
    put_int(q, 9, f->sent.us - f->at.us);
    put_text(q, 10, f->person);
    put_text(q, 11, str_is(f->actor, f->person) ? STR("") : f->actor);
    put_int(q, 12, unit_number(r, f));
    if (fact_id_none(f->about))
        (void)sqlite3_bind_null(q, 13);
    else
        put_bytes(q, 13, f->about.bytes, 16);
    put_text(q, 14, f->word);
    put_text(q, 15, f->place);
    put_text(q, 16, f->text);
    put_bytes(q, 17, f->id.bytes, 16);
    put_int(q, 18, (int64_t)(b->number * 2654435761U % 65536) - 32768);
    step(b, q);
    put_rest(b, f);
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

static void put_board(Bare *b, const Register *r, const Fact *f)
{
    int bit = tally_bit(f->kind, f->word);
    if (bit < 0 || is_seen(b, f, bit)) return;
    put_int(b->seen, 1, f->day.days);
    put_text(b->seen, 2, f->person);
    put_int(b->seen, 3, 1 << bit);
    put_int(b->seen, 4, unit_number(r, f));
    step(b, b->seen);
    put_int(b->tally, 1, f->day.days);
    put_int(b->tally, 2, unit_number(r, f));
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

double bare_run(Bare *b, const Workday *day)
{
    int64_t begun = clock_monotonic_ns();
    for (uint64_t n = 0; n < day->facts; n++) {
        Fact f = workday_fact(day, n);
        if (n % b->batch == 0) exec(b, "BEGIN IMMEDIATE");
        if (n == 0) put_units(b, day->r);
        put_fact(b, day->r, &f);
        put_board(b, day->r, &f);
        if (n % b->batch != b->batch - 1 && n + 1 < day->facts) continue;
        put_head(b);
        exec(b, "COMMIT");
    }
    return (double)day->facts / ((double)(clock_monotonic_ns() - begun) / 1e9);
}
