/* SPDX-License-Identifier: Apache-2.0 */
#include "day/recap_part.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

/* ---- from a recap ------------------------------------------------------- */

static int by_code(const void *a, const void *b)
{
    const RecapRow *x = a, *y = b;
    return str_order(x->code, y->code);
}

static const Str *more_names(Arena *arena, const Recap *recap, uint32_t count)
{
    Str *names = NEW(arena, Str, (size_t)count + 1);
    for (uint32_t n = 0; n < count; n++)
        names[n] = recap_follow_name(arena, recap, n / RECAP_FOLLOW_NUMBERS,
                                     n % RECAP_FOLLOW_NUMBERS);
    return names;
}

static int32_t *more_of(Arena *arena, const Recap *recap, PersonId person)
{
    int32_t *more = NEW(arena, int32_t,
                        (size_t)recap->follow_count * RECAP_FOLLOW_NUMBERS + 1);
    for (uint32_t f = 0; f < recap->follow_count; f++) {
        const RecapFollowed *one = recap_followed(recap, person, f);
        int32_t *at = &more[(size_t)f * RECAP_FOLLOW_NUMBERS];
        at[0] = one->count;
        at[1] = one->sum;
        at[2] = one->open;
    }
    return more;
}

RecapTable recap_table_plain(const RecapTable *table)
{
    RecapTable plain = *table;
    plain.more_count = 0;
    return plain;
}

RecapTable recap_table(Arena *arena, const Recap *recap, UnitId unit)
{
    const Register *r = recap->r;
    RecapTable t = {
        .government = recap->corpus->government->code,
        .unit = r->units[unit.index].code,
        .window = recap->window,
        .more_count = recap->follow_count * RECAP_FOLLOW_NUMBERS,
        .rows = NEW(arena, RecapRow, (size_t)r->person_count + 1),
    };
    t.more = more_names(arena, recap, t.more_count);
    for (uint32_t p = 0; p < r->person_count; p++) {
        const Person *person = &r->people[p];
        if (!recap->served[p] || !unit_is_under(r, person->unit, unit))
            continue;
        RecapRow *row = &t.rows[t.count++];
        row->code = person->code;
        memcpy(row->counts, &recap->counts[(size_t)p * RECAP_COLUMNS],
               sizeof row->counts);
        row->more = more_of(arena, recap, (PersonId){p});
    }
    if (t.count > 1) qsort(t.rows, t.count, sizeof t.rows[0], by_code);
    return t;
}

/* ---- the text ----------------------------------------------------------- */

static const char escapes[][2] = {
    {'\\', '\\'},
    {'\t', 't' },
    {'\n', 'n' },
    {'\r', 'r' }
};

static void put_code(Buf *out, Str code)
{
    for (size_t i = 0; i < code.len; i++) {
        char c = code.ptr[i];
        for (size_t e = 0; e < COUNT(escapes); e++) {
            if (code.ptr[i] != escapes[e][0]) continue;
            buf_char(out, '\\');
            c = escapes[e][1];
        }
        buf_char(out, c);
    }
}

static void put_head(const RecapTable *t, Buf *out)
{
    char first[DATE_TEXT];
    char last[DATE_TEXT];
    buf_c(out, t->more_count > 0 ? "rekap 2" : "rekap 1");
    buf_c(out, "\npemerintah\t");
    put_code(out, t->government);
    buf_c(out, "\nunit\t");
    put_code(out, t->unit);
    buf_format(out, "\nmasa\t%s\t%s\nkolom", date_iso(t->window.first, first),
               date_iso(t->window.last, last));
    for (unsigned c = 0; c < RECAP_COLUMNS; c++) {
        buf_char(out, '\t');
        buf_put(out, recap_column_name((RecapColumn)c));
    }
    for (uint32_t c = 0; c < t->more_count; c++) {
        buf_char(out, '\t');
        put_code(out, t->more[c]);
    }
    buf_char(out, '\n');
}

void recap_table_write(const RecapTable *table, Buf *out)
{
    put_head(table, out);
    for (size_t i = 0; i < table->count; i++) {
        put_code(out, table->rows[i].code);
        for (size_t c = 0; c < RECAP_COLUMNS; c++) {
            buf_char(out, '\t');
            buf_number(out, table->rows[i].counts[c]);
        }
        for (uint32_t c = 0; c < table->more_count; c++) {
            buf_char(out, '\t');
            buf_number(out, table->rows[i].more[c]);
        }
        buf_char(out, '\n');
    }
}

const char *recap_hash(Str text, char hash[RECAP_HASH_TEXT])
{
    static const char head[] = "blake2b:";
    unsigned char bytes[32];
    CHECK(crypto_generichash(bytes, sizeof bytes,
                             (const unsigned char *)text.ptr, text.len, NULL,
                             0) == 0);
    memcpy(hash, head, sizeof head);
    (void)sodium_bin2hex(hash + sizeof head - 1,
                         RECAP_HASH_TEXT - (sizeof head - 1), bytes,
                         sizeof bytes);
    return hash;
}

/* ---- what changed ------------------------------------------------------- */

typedef struct {
    Arena *arena;
    const RecapTable *old, *later;
    VEC(RecapChange) changes;
} Comparing;

static void add(Comparing *c, Str person, RecapColumn column, int32_t from,
                int32_t to)
{
    RecapChange change = {
        .person = person, .column = column, .from = from, .to = to};
    VEC_PUSH(c->arena, &c->changes, change);
}

/* Its number in the column of that name; none there: nothing was counted. */
static int32_t more_named(const RecapTable *table, const RecapRow *row,
                          Str name)
{
    for (uint32_t i = 0; i < table->more_count; i++) {
        if (str_is(table->more[i], name)) return row->more[i];
    }
    return 0;
}

static void compare_more(Comparing *c, const RecapRow *old, const RecapRow *now,
                         Str name)
{
    RecapChange change = {.person = old->code,
                          .more = name,
                          .from = more_named(c->old, old, name),
                          .to = more_named(c->later, now, name)};
    if (change.from != change.to) VEC_PUSH(c->arena, &c->changes, change);
}

static bool has_column(const RecapTable *table, Str name)
{
    for (uint32_t i = 0; i < table->more_count; i++) {
        if (str_is(table->more[i], name)) return true;
    }
    return false;
}

/* A table without any further column says nothing of them. */
static void compare_all_more(Comparing *c, const RecapRow *old,
                             const RecapRow *now)
{
    if (c->old->more_count == 0 || c->later->more_count == 0) return;
    for (uint32_t i = 0; i < c->old->more_count; i++)
        compare_more(c, old, now, c->old->more[i]);
    for (uint32_t i = 0; i < c->later->more_count; i++) {
        if (!has_column(c->old, c->later->more[i]))
            compare_more(c, old, now, c->later->more[i]);
    }
}

static void compare_rows(Comparing *c, const RecapRow *old, const RecapRow *now)
{
    for (unsigned i = 0; i < RECAP_COLUMNS; i++) {
        if (old->counts[i] != now->counts[i])
            add(c, old->code, (RecapColumn)i, old->counts[i], now->counts[i]);
    }
    compare_all_more(c, old, now);
}

static bool refuse_other(const RecapTable *old, const RecapTable *now, Err *err)
{
    char a[DATE_TEXT];
    char b[DATE_TEXT];
    (void)date_iso(old->window.first, a);
    (void)date_iso(old->window.last, b);
    (void)FAIL(err, ERR_INPUT,
               "the old recap is of '%.*s', %s to %s, the new one of '%.*s' or "
               "of other days",
               STR_ARG(str_slice(old->unit, 0, 60)), a, b,
               STR_ARG(str_slice(now->unit, 0, 60)));
    return err_id(err,
                  "rekap lama ialah rekap '%.*s', %s sampai %s; yang baru "
                  "rekap '%.*s' atau hari lain",
                  STR_ARG(str_slice(old->unit, 0, 60)), a, b,
                  STR_ARG(str_slice(now->unit, 0, 60)));
}

static bool same_scope(const RecapTable *a, const RecapTable *b)
{
    return str_is(a->government, b->government) && str_is(a->unit, b->unit) &&
           date_is(a->window.first, b->window.first) &&
           date_is(a->window.last, b->window.last);
}

/* -1, 0, 1: which of the two has the next code alone. */
static int next_of(const RecapTable *old, size_t o, const RecapTable *now,
                   size_t n)
{
    if (o == old->count) return 1;
    if (n == now->count) return -1;
    return str_order(old->rows[o].code, now->rows[n].code);
}

bool recap_compare(Arena *arena, const RecapTable *old, const RecapTable *later,
                   RecapChanges *out, Err *err)
{
    Comparing c = {.arena = arena, .old = old, .later = later};
    if (!same_scope(old, later)) return refuse_other(old, later, err);
    for (size_t o = 0, n = 0; o < old->count || n < later->count;) {
        int next = next_of(old, o, later, n);
        if (next == 0)
            compare_rows(&c, &old->rows[o], &later->rows[n]);
        else if (next < 0)
            add(&c, old->rows[o].code, RECAP_COLUMNS, 1, 0);
        else
            add(&c, later->rows[n].code, RECAP_COLUMNS, 0, 1);
        o += next <= 0;
        n += next >= 0;
    }
    *out = (RecapChanges){c.changes.at, c.changes.count};
    return true;
}

/* ---- closing ------------------------------------------------------------ */

static bool closes(const Fact *f, Str unit, Window window)
{
    return f->kind == FACT_RECAP && str_is(f->unit, unit) &&
           date_is(f->days.first, window.first) &&
           date_is(f->days.last, window.last) && f->number > 0;
}

/* Of a version that was sent twice the one that came first. */
static bool is_later(const Fact *f, const RecapClosing *than)
{
    if (f->number != than->version) return f->number > than->version;
    if (f->received.us != than->at.us) return f->received.us < than->at.us;
    return fact_id_order(f->id, than->id) < 0;
}

static bool is_struck(const Fact *facts, size_t count, FactId id)
{
    for (size_t i = 0; i < count; i++) {
        if (facts[i].kind == FACT_CORRECTION &&
            fact_id_is(facts[i].about, id) &&
            str_is(facts[i].word, STR("batal")))
            return true;
    }
    return false;
}

static Instant received_at(const Fact *facts, size_t count, FactId closing)
{
    Instant first = {0};
    for (size_t i = 0; i < count; i++) {
        const Fact *f = &facts[i];
        if (f->kind != FACT_RECEIPT || !fact_id_is(f->about, closing)) continue;
        if (first.us == 0 || f->received.us < first.us) first = f->received;
    }
    return first;
}

RecapClosing recap_closing(const Fact *facts, size_t count, Str unit,
                           Window window)
{
    RecapClosing last = {0};
    for (size_t i = 0; i < count; i++) {
        const Fact *f = &facts[i];
        if (!closes(f, unit, window) || !is_later(f, &last) ||
            is_struck(facts, count, f->id))
            continue;
        last = (RecapClosing){.version = f->number,
                              .at = f->received,
                              .id = f->id,
                              .hash = f->evidence};
    }
    if (last.version > 0) last.received = received_at(facts, count, last.id);
    return last;
}

Fact recap_closing_fact(const RecapTable *table, const RecapClosing *last,
                        Str hash)
{
    Fact f = fact_blank(FACT_RECAP);
    f.unit = table->unit;
    f.days = table->window;
    f.number = last->version + 1;
    f.evidence = hash;
    f.about = last->id;
    return f;
}
