/* SPDX-License-Identifier: Apache-2.0 */
/*
 * board.c - the tallies of a day: a row a unit, whatever the number of facts;
 * and what has been seen of each person.
 */
#include "base/vec.h"
#include "store/reading.h"
#include "store/store_part.h"

typedef VEC(BoardRow) BoardRows;

/* Rows come by unit. */
static BoardRow *row_of(Arena *arena, BoardRows *rows, Str unit)
{
    if (rows->count == 0 || !str_is(rows->at[rows->count - 1].unit, unit))
        VEC_PUSH(arena, rows, (BoardRow){.unit = str_copy(arena, unit)});
    return &rows->at[rows->count - 1];
}

static void take_cell(Arena *arena, const Statement *q, BoardRows *rows)
{
    int64_t seen = db_int(q, COLUMN_SEEN, -1);
    int64_t people = db_int(q, COLUMN_PEOPLE, 0);
    if (seen < 0 || seen >= SEEN_COUNT || people < 1 || people > UINT32_MAX)
        return;
    BoardRow *row = row_of(arena, rows, db_text(q, COLUMN_UNIT));
    row->people[seen] = (uint32_t)people;
}

bool store_board(Store *store, Arena *arena, Str government, Date day,
                 BoardRow **out, size_t *count, Err *err)
{
    AUTO(reading_done) Reading r = {0};
    BoardRows rows = {0};
    int64_t gov = 0;
    bool row = false;
    if (!reading_begin_of(store, &r, government, &gov, &row, err)) return false;
    AUTO(db_told) Statement *q = db_ask(r.db, QUERY_TALLY_DAY);
    db_put_int(q, COLUMN_GOV, gov);
    db_put_int(q, COLUMN_DAY, day.days);
    while (row) {
        if (!db_next(q, &row, err)) return false;
        if (row) take_cell(arena, q, &rows);
    }
    *out = rows.at;
    *count = rows.count;
    return true;
}

uint64_t store_day_mark(Store *store, Str government, Date day)
{
    return mark_of(&store->marks, government, day);
}

bool store_seen(Store *store, Str government, Date day, SeenEach *each,
                void *context, Err *err)
{
    AUTO(reading_done) Reading r = {0};
    int64_t gov = 0;
    bool row = false;
    if (!reading_begin_of(store, &r, government, &gov, &row, err)) return false;
    AUTO(db_told) Statement *q = db_ask(r.db, QUERY_SEEN_DAY);
    db_put_int(q, COLUMN_GOV, gov);
    db_put_int(q, COLUMN_DAY, day.days);
    while (row) {
        if (!db_next(q, &row, err)) return false;
        if (row)
            each(context, db_text(q, COLUMN_PERSON),
                 (uint32_t)db_int(q, COLUMN_MASK, 0));
    }
    return true;
}
