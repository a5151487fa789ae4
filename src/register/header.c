/* SPDX-License-Identifier: Apache-2.0 */
#include "register/header.h"

#include "base/buf.h"

#include <string.h>

typedef struct {
    Str name;
    bool must;
    Str others;
} Column;

#define COLUMN(name, word, must, others) \
    {STR_INIT(word), (must), STR_INIT(others)},

#define X(name)                                                      \
    static const Column columns_##name[] = {name##_COLUMNS(COLUMN)}; \
    _Static_assert(COUNT(columns_##name) <= COLUMN_MOST, "too many columns");
TABLES(X)
#undef X

static const struct {
    const Column *at;
    size_t count;
} tables[] = {
#define X(name) [TABLE_##name] = {columns_##name, COUNT(columns_##name)},
    TABLES(X)
#undef X
};
_Static_assert(COUNT(tables) == TABLE_COUNT, "a table has no columns");

size_t header_columns(TableKind kind)
{
    return tables[kind].count;
}

Str header_name(TableKind kind, int column)
{
    CHECK((size_t)column < tables[kind].count);
    return tables[kind].at[column].name;
}

bool header_must(TableKind kind, int column)
{
    CHECK((size_t)column < tables[kind].count);
    return tables[kind].at[column].must;
}

Str header_names(Arena *arena, TableKind kind, int column)
{
    Buf out = buf_in(arena);
    Str rest = tables[kind].at[column].others;
    Str other = {0};
    buf_put(&out, header_name(kind, column));
    while (str_next(&rest, '|', &other)) {
        if (other.len > 0) buf_format(&out, ", %.*s", STR_ARG(other));
    }
    return buf_str(&out);
}

Header header_empty(void)
{
    Header header;
    memset(header.at, 0xff, sizeof header.at);
    return header;
}

/* A name as it is compared: letters and digits only, small; cut at SHORT. */
enum { SHORT = 40 };
typedef struct {
    char text[SHORT];
    size_t len;
} Key;

static Key key_of(Str name)
{
    Key key = {.len = 0};
    for (size_t i = 0; i < name.len && key.len < SHORT; i++) {
        char c = name.ptr[i];
        if (c >= 'A' && c <= 'Z') c = (char)(c - 'A' + 'a');
        bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (kept) key.text[key.len++] = c;
    }
    return key;
}

static bool key_is(const Key *key, Str word)
{
    return key->len > 0 && key->len == word.len &&
           memcmp(key->text, word.ptr, word.len) == 0;
}

/* Where the row has this spelling, or NO_INDEX. */
static uint32_t find_key(const Key *keys, size_t count, Str word)
{
    for (uint32_t i = 0; i < count; i++) {
        if (key_is(&keys[i], word)) return i;
    }
    return NO_INDEX;
}

static uint32_t find_column(const Column *column, const Key *keys, size_t count)
{
    Str rest = column->others;
    Str other = {0};
    Key own = key_of(column->name);
    uint32_t at = find_key(keys, count, (Str){own.text, own.len});
    while (at == NO_INDEX && str_next(&rest, '|', &other))
        at = find_key(keys, count, other);
    return at;
}

/* Names stand for ids where the file has none of these. */
static void names_for_ids(Header *header)
{
    if (header->at[PEOPLE_UNIT] != NO_INDEX) return;
    header->at[PEOPLE_UNIT] = header->at[PEOPLE_UNOR_NAMA];
    if (header->at[PEOPLE_UNOR_INDUK_NAMA] != NO_INDEX)
        header->at[PEOPLE_UNOR_INDUK] = header->at[PEOPLE_UNOR_INDUK_NAMA];
}

Header header_read(Arena *arena, TableKind kind, const CsvRow *row,
                   HeaderNames *unused)
{
    Header header = header_empty();
    Key *keys = NEW(arena, Key, row->count);
    bool *used = NEW(arena, bool, row->count);
    for (uint32_t i = 0; i < row->count; i++)
        keys[i] = key_of(row->field[i]);
    for (size_t c = 0; c < tables[kind].count; c++) {
        header.at[c] = find_column(&tables[kind].at[c], keys, row->count);
        if (header.at[c] != NO_INDEX) used[header.at[c]] = true;
    }
    for (uint32_t i = 0; i < row->count; i++) {
        if (!used[i] && keys[i].len > 0)
            VEC_PUSH(arena, unused, str_trim(row->field[i]));
    }
    if (kind == TABLE_PEOPLE) names_for_ids(&header);
    return header;
}

/* Is the column there, or for a unit's id its name (names_for_ids)? */
static bool has_column(TableKind kind, size_t column, const Key *keys,
                       size_t count)
{
    const Column *columns = tables[kind].at;
    if (find_column(&columns[column], keys, count) != NO_INDEX) return true;
    return kind == TABLE_PEOPLE && column == PEOPLE_UNIT &&
           find_column(&columns[PEOPLE_UNOR_NAMA], keys, count) != NO_INDEX;
}

/*
 * How alike a header and a table are, 0 to 100: twice the columns they share
 * by the columns they have (Dice), times the part that is there of those that
 * must be.
 */
static int likeness(TableKind kind, const Key *keys, size_t count)
{
    size_t shared = 0;
    size_t musts = 0;
    size_t met = 0;
    size_t columns = tables[kind].count;
    if (count == 0) return 0;
    for (size_t c = 0; c < columns; c++) {
        bool found = has_column(kind, c, keys, count);
        shared += found;
        musts += tables[kind].at[c].must;
        met += tables[kind].at[c].must && found;
    }
    int alike = (int)(200 * shared / (columns + count));
    if (alike > 100) alike = 100;
    CHECK(musts > 0); /* every table has a column that must be there */
    return alike * (int)met / (int)musts;
}

/* Has the header a column of this kind that no table of people has?  `must`:
 * of those that must be there. */
static bool has_foreign(TableKind kind, bool must, const Key *keys,
                        size_t count)
{
    for (size_t c = 0; c < tables[kind].count; c++) {
        const Column *column = &tables[kind].at[c];
        uint32_t at = find_column(column, keys, count);
        bool ours = false;
        if (at == NO_INDEX || (must && !column->must)) continue;
        for (size_t p = 0; p < tables[TABLE_PEOPLE].count; p++)
            ours |= find_column(&columns_PEOPLE[p], &keys[at], 1) == 0;
        if (!ours) return true;
    }
    return false;
}

static bool has_musts(TableKind kind, const Key *keys, size_t count)
{
    for (size_t c = 0; c < tables[kind].count; c++) {
        if (tables[kind].at[c].must && !has_column(kind, c, keys, count))
            return false;
    }
    return true;
}

/*
 * Who is named with a NIP or a unit is in a table of people, whatever it lacks:
 * likeness alone would call it one of posts, which have as many of the columns
 * that must be there.  Unless the other table is whole, or has a column that it
 * must have and that people have not.
 */
static bool is_of_people(TableKind other, const Key *keys, size_t count)
{
    bool nip = has_column(TABLE_PEOPLE, PEOPLE_NIP, keys, count);
    bool whole = has_musts(other, keys, count);
    if (!has_column(TABLE_PEOPLE, PEOPLE_NAMA, keys, count)) return false;
    if (!nip && !has_column(TABLE_PEOPLE, PEOPLE_UNIT, keys, count))
        return false;
    return !has_foreign(other, !whole, keys, count) && (nip || !whole);
}

TableGuess import_guess(const CsvRow *header)
{
    enum { SURE_OF_PEOPLE = 50 };
    enum { LOOKED_AT = 64 };
    Key keys[LOOKED_AT];
    TableGuess best = {TABLE_UNITS, -1};
    size_t count = 0;
    for (; count < header->count && count < LOOKED_AT; count++)
        keys[count] = key_of(header->field[count]);
    for (int kind = 0; kind < TABLE_COUNT; kind++) {
        int sure = likeness((TableKind)kind, keys, count);
        if (sure > best.sure) best = (TableGuess){(TableKind)kind, sure};
    }
    if (best.kind != TABLE_PEOPLE && is_of_people(best.kind, keys, count))
        best = (TableGuess){TABLE_PEOPLE, SURE_OF_PEOPLE};
    return best;
}
