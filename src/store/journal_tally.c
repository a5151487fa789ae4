/* SPDX-License-Identifier: Apache-2.0 */
/*
 * journal_tally.c - the board's rows against the facts, by another way than
 * they were kept: one pass over facts by day and person beside one over seen;
 * at the end of each day its tallies.
 */
#include "base/map.h"
#include "base/vec.h"
#include "store/journal.h"
#include "store/tally.h"

/* What the facts say of one person-day. */
typedef struct {
    int64_t day;
    Str person, unit;
    int64_t mask;
    uint64_t number; /* a record of it, to be named */
    bool any;
} Said;

typedef struct {
    Walk *walk;
    Db *db;
    Arena *day_arena; /* of the units of one day */
    Map units;
    VEC(BoardRow) rows;
    int64_t day;
    uint64_t cells;  /* of all days */
    Statement *kept; /* rows of seen, in the same order */
} TallyWalk;

/* ---- tallies of a day ---------------------------------------------------- */

static void count_person(TallyWalk *t, const Said *said)
{
    uint32_t i = map_find(&t->units, said->unit);
    if (i == NO_INDEX) {
        i = (uint32_t)t->rows.count;
        BoardRow row = {.unit = str_copy(t->day_arena, said->unit)};
        (void)map_put(&t->units, row.unit, i);
        VEC_PUSH(t->day_arena, &t->rows, row);
    }
    CHECK(i < t->rows.count && t->rows.at != NULL);
    for (int bit = 0; bit < SEEN_COUNT; bit++)
        t->rows.at[i].people[bit] += (said->mask >> bit) & 1;
}

static uint32_t cells_of(const TallyWalk *t)
{
    uint32_t cells = 0;
    for (size_t i = 0; i < t->rows.count; i++) {
        for (int bit = 0; bit < SEEN_COUNT; bit++)
            cells += t->rows.at[i].people[bit] > 0;
    }
    return cells;
}

static bool cell_fits(const TallyWalk *t, const Statement *q)
{
    uint32_t i = map_find(&t->units, db_text(q, COLUMN_UNIT));
    int64_t seen = db_int(q, COLUMN_SEEN, -1);
    return i < t->rows.count && t->rows.at != NULL && seen >= 0 &&
           seen < SEEN_COUNT &&
           t->rows.at[i].people[seen] == db_int(q, COLUMN_PEOPLE, -1);
}

static bool end_day(TallyWalk *t, Err *err)
{
    uint32_t want = cells_of(t);
    uint32_t got = 0;
    AUTO(db_told) Statement *q = db_ask(t->db, QUERY_TALLY_DAY);
    db_put_int(q, COLUMN_GOV, t->walk->gov);
    db_put_int(q, COLUMN_DAY, t->day);
    for (bool row = true; row; got += row) {
        if (!db_next(q, &row, err)) return false;
        if (row && !cell_fits(t, q))
            return journal_fault(
                t->walk, 1, "a tally is not what was seen",
                "sebuah hitungan tidak sama dengan yang terlihat");
    }
    if (got != want)
        return journal_fault(t->walk, 1, "a tally is missing",
                             "sebuah hitungan hilang");
    t->cells += want;
    return true;
}

static void begin_day(TallyWalk *t, int64_t day)
{
    arena_close(t->day_arena);
    t->day_arena = arena_open(8192);
    t->units = map_in(t->day_arena);
    t->rows.at = NULL;
    t->rows.count = t->rows.room = 0;
    t->day = day;
}

/* ---- one person-day ------------------------------------------------------ */

static bool seen_fits(TallyWalk *t, const Said *said, Err *err)
{
    bool row = false;
    if (!db_next(t->kept, &row, err)) return false;
    if (row && db_int(t->kept, COLUMN_DAY, INT64_MIN) == said->day &&
        str_is(db_text(t->kept, COLUMN_PERSON), said->person) &&
        db_int(t->kept, COLUMN_MASK, -1) == said->mask &&
        str_is(db_text(t->kept, COLUMN_UNIT), said->unit))
        return true;
    return journal_fault(
        t->walk, said->number,
        "what was seen of this person-day is not kept so",
        "yang terlihat dari orang-hari ini tidak tersimpan demikian");
}

static bool end_person(TallyWalk *t, Said *said, Err *err)
{
    if (!said->any || said->mask == 0) return true;
    if (said->day != t->day) {
        if (!end_day(t, err)) return false;
        begin_day(t, said->day);
    }
    if (!seen_fits(t, said, err)) return false;
    count_person(t, said);
    return true;
}

static bool take_fact(TallyWalk *t, Arena *tmp, const Statement *q, Said *said,
                      Err *err)
{
    FactKind kind;
    FactId id;
    bool cancelled = false;
    const RowCodec *codec = &t->walk->reading->store->codec;
    if (!row_kind(q, codec, &kind) || !db_bytes(q, COLUMN_ID, &id, sizeof id))
        return journal_fault(t->walk, (uint64_t)db_int(q, COLUMN_NUMBER, 0),
                             "the record is damaged", "catatannya rusak");
    int bit = tally_bit(kind, db_text(q, COLUMN_WORD));
    if (bit < 0) return true;
    if (!tally_cancelled(t->db, t->walk->gov, id, &cancelled, err))
        return false;
    if (cancelled) return true;
    said->mask |= INT64_C(1) << bit;
    Str unit = db_text(q, COLUMN_UNIT);
    if (unit.len > 0) said->unit = str_copy(tmp, unit);
    return true;
}

static bool walk_facts(TallyWalk *t, Err *err)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    AUTO(db_told) Statement *q = db_ask(t->db, QUERY_SEEN_SOURCES);
    Said said = {.person = STR(""), .unit = STR("")};
    db_put_int(q, COLUMN_GOV, t->walk->gov);
    for (bool row = true; row;) {
        if (!db_next(q, &row, err)) return false;
        if (!row) break;
        int64_t day = db_int(q, COLUMN_DAY, 0);
        Str person = db_text(q, COLUMN_PERSON);
        if (!said.any || day != said.day || !str_is(person, said.person)) {
            if (!end_person(t, &said, err)) return false;
            arena_close(tmp);
            tmp = arena_open(4096);
            said = (Said){.day = day,
                          .person = str_copy(tmp, person),
                          .unit = STR(""),
                          .number = (uint64_t)db_int(q, COLUMN_NUMBER, 0),
                          .any = true};
        }
        if (!take_fact(t, tmp, q, &said, err)) return false;
    }
    return end_person(t, &said, err) && end_day(t, err);
}

/* Nothing may be left over on the kept side. */
static bool nothing_over(TallyWalk *t, Err *err)
{
    bool row = false;
    AUTO(db_told) Statement *q = db_ask(t->db, QUERY_TALLY_CELLS);
    db_put_int(q, COLUMN_GOV, t->walk->gov);
    if (!db_next(t->kept, &row, err)) return false;
    if (row)
        return journal_fault(t->walk, 1, "seen has a person-day too many",
                             "ada orang-hari yang berlebih");
    if (!db_next(q, &row, err)) return false;
    return (uint64_t)db_int(q, COLUMN_PEOPLE, -1) == t->cells ||
           journal_fault(t->walk, 1, "there is a tally too many",
                         "ada hitungan yang berlebih");
}

static bool cancels_fit(TallyWalk *t, Err *err)
{
    AUTO(db_told) Statement *q = db_ask(t->db, QUERY_CANCELS_ODD);
    bool row = false;
    const RowCodec *codec = &t->walk->reading->store->codec;
    db_put_int(q, COLUMN_GOV, t->walk->gov);
    db_put_int(q, COLUMN_KIND, codec->kind.number[FACT_CORRECTION]);
    if (!db_next(q, &row, err)) return false;
    return !row ||
           journal_fault(
               t->walk, (uint64_t)db_int(q, COLUMN_NUMBER, 0),
               "a cancellation is not kept as it was said",
               "sebuah pembatalan tidak tersimpan seperti yang dikatakan");
}

bool journal_tally(Walk *walk, Err *err)
{
    TallyWalk t = {.walk = walk, .db = walk->reading->db};
    t.kept = db_ask(t.db, QUERY_SEEN_ALL);
    db_put_int(t.kept, COLUMN_GOV, walk->gov);
    begin_day(&t, INT64_MIN);
    bool fits =
        cancels_fit(&t, err) && walk_facts(&t, err) && nothing_over(&t, err);
    arena_close(t.day_arena);
    db_told(&t.kept);
    return fits;
}
