/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_day_effects.c - random facts as rows of the register, by src/day/ and
 * by the naive reader: the same rows, told in any order, twice, or corrected.
 *
 * SOAK=1 in the environment tries ten times as many.
 */
#include "base/rand.h"
#include "day/effects.h"
#include "harness.h"
#include "naive_effects.h"
#include "small_texts.h"
#include "tables.h"

#include <stdlib.h>
#include <string.h>

enum { SETS = 10000, MOST = 24, SHOWN_MOST = 3 };

typedef struct {
    Rand *rand;
    Fact facts[2 * MOST];
    size_t count;
} Telling;

/* ---- facts ---------------------------------------------------------------
 */

static Str pick(Telling *t, const char *words)
{
    Str rest = str_of(words), word = {0}, out = {0};
    uint32_t seen = 0;
    while (str_next(&rest, '|', &word)) {
        if (rand_below(t->rand, ++seen) == 0) out = word;
    }
    return out;
}

static Date some_day(Telling *t)
{
    return (Date){18475 + (int32_t)rand_below(t->rand, 20)};
}

static Window some_days(Telling *t)
{
    Date first = some_day(t);
    if (rand_below(t->rand, 8) == 0) return (Window){first, DATE_NEVER};
    return (Window){first, date_plus(first, (int32_t)rand_below(t->rand, 6))};
}

/* Clocks that agree, lag, or are coarse, so that instants fall together. */
static void put_clocks(Telling *t, Fact *f)
{
    int64_t hour = 3600000000;
    f->received = zone_instant(f->zone, f->day, 480);
    f->received.us += (int64_t)rand_below(t->rand, 40) * hour;
    if (rand_below(t->rand, 3) == 0) return;
    f->at.us = f->received.us - (int64_t)rand_below(t->rand, 30) * hour;
    f->sent.us = f->at.us + (int64_t)rand_below(t->rand, 5) * hour;
}

/* Some fact before it, or, seldom, one that nobody knows. */
static FactId something(Telling *t)
{
    FactId none = {
        {9, 9, 9}
    };
    if (t->count == 0 || rand_below(t->rand, 12) == 0) return none;
    return t->facts[rand_below(t->rand, (uint32_t)t->count)].id;
}

static void answer(Telling *t, Fact *f)
{
    f->about = something(t);
    if (f->kind == FACT_DECISION) f->word = pick(t, "setuju|setuju|tolak");
    if (f->kind != FACT_CORRECTION) return;
    f->word = pick(t, "batal|batal|ganti");
    if (str_is(f->word, STR("ganti")))
        f->thing = pick(t, "setuju|tolak|cuti|sakit|daring|tatap muka");
}

/* What a kind has of its own. */
static void fill(Telling *t, Fact *f)
{
    if (f->kind == FACT_DECISION || f->kind == FACT_RETURN ||
        f->kind == FACT_CORRECTION)
        answer(t, f);
    if (f->kind == FACT_MEETING) {
        f->word = pick(t, "tatap muka|daring");
        f->list = rand_below(t->rand, 2) == 0 ? STR("A|B|U1") : STR("C");
    }
    if (f->kind == FACT_LEAVE) f->word = pick(t, "cuti|sakit|cuti melahirkan");
    if (f->kind == FACT_LEAVE) f->urgency = pick(t, "|anak menikah");
    if (f->kind == FACT_MARK)
        f->word = pick(t, "wajib di rumah|boleh di rumah|tidak dipanggil");
    if (f->kind == FACT_STATUS || f->kind == FACT_STATUS_END) {
        f->thing = pick(t, "PPKM|PSBB");
        f->text = pick(t, "Kota|Provinsi");
    }
}

static void tell(Telling *t)
{
    static const FactKind kinds[] = {
        FACT_RECALL,     FACT_MEETING,    FACT_VISIT,      FACT_TRIP,
        FACT_DECISION,   FACT_DECISION,   FACT_CLOSURE,    FACT_REOPENING,
        FACT_LEAVE,      FACT_LEAVE,      FACT_RETURN,     FACT_MARK,
        FACT_STATUS,     FACT_STATUS_END, FACT_CORRECTION, FACT_CORRECTION,
        FACT_CORRECTION, FACT_CHECK_IN};
    Fact f = fact_blank(kinds[rand_below(t->rand, (uint32_t)COUNT(kinds))]);
    f.channel = CHANNEL_APP;
    f.zone = ZONE_WITA;
    f.actor = pick(t, "H|A|U5");
    f.person = pick(t, "A|B|C|U1");
    f.unit = pick(t, "s1|s2|upt");
    f.day = some_day(t);
    f.days = some_days(t);
    f.text = STR("rapat");
    f.from = (int16_t)rand_below(t->rand, 3);
    put_clocks(t, &f);
    f.id = fact_id_of(f.received, rand_next(t->rand), rand_next(t->rand));
    fill(t, &f);
    t->facts[t->count++] = f;
}

/* Shuffled, and some of them once more, received later. */
static void tell_again(Telling *t)
{
    for (size_t i = t->count; i-- > 0;) {
        if (rand_below(t->rand, 3) != 0) continue;
        t->facts[t->count] = t->facts[i];
        t->facts[t->count++].received.us += 60000000;
    }
    for (size_t i = t->count; i > 1; i--) {
        size_t other = rand_below(t->rand, (uint32_t)i);
        Fact kept = t->facts[i - 1];
        t->facts[i - 1] = t->facts[other];
        t->facts[other] = kept;
    }
}

/* ---- the same? -----------------------------------------------------------
 */

static Str rows_of(Arena *arena, const Register *r, const Telling *t)
{
    Register out = {0};
    Err err = {0};
    if (!effects_apply(arena, r, t->facts, t->count, &out, &err))
        return str_copy(arena, str_of(err.text));
    return naive_effects_rows(arena, &out);
}

static bool agree(const Register *r, const Telling *t)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 14);
    return str_is(rows_of(arena, r, t),
                  naive_effects(arena, r, t->facts, t->count));
}

/* A disagreement is shown with as few facts as it takes. */
static void shrink(const Register *r, Telling *t)
{
    for (size_t i = 0; i < t->count;) {
        Telling less = *t;
        less.count--;
        memmove(&less.facts[i], &less.facts[i + 1],
                (less.count - i) * sizeof(Fact));
        if (agree(r, &less))
            i++;
        else
            *t = less, i = 0;
    }
}

static void show(const Register *r, Telling *t)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 14);
    Buf said = buf_in(arena);
    shrink(r, t);
    for (size_t i = 0; i < t->count; i++)
        fact_write(&t->facts[i], &said);
    ROW("%.*s", STR_ARG(buf_str(&said)));
    EXPECT_STR(rows_of(arena, r, t),
               str_c(arena, naive_effects(arena, r, t->facts, t->count)));
}

static const Register *small_register(Arena *arena)
{
    Tables *tables = NEW(arena, Tables, 1);
    *tables = tables_import(arena, small_texts);
    return EXPECT(tables->made) ? &tables->r : NULL;
}

FACT(random_facts_become_the_same_rows_by_both)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    const Register *r = small_register(arena);
    Rand rand = rand_seeded(6);
    int shown = 0;
    for (int k = 0; r != NULL && k < harness_trials(SETS) && shown < SHOWN_MOST;
         k++) {
        Telling t = {.rand = &rand};
        size_t most = 1 + rand_below(&rand, MOST);
        while (t.count < most)
            tell(&t);
        tell_again(&t);
        if (agree(r, &t)) continue;
        show(r, &t);
        shown++;
    }
    EXPECT_INT(shown, 0);
}

FACT(an_unknown_code_is_refused_in_both_languages)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    const Register *r = small_register(arena);
    Register out;
    Err err = {0};
    Fact f = fact_blank(FACT_RECALL);
    f.person = STR("Z9");
    f.days = (Window){{18475}, {18475}};
    if (r == NULL) return;
    EXPECT(!effects_apply(arena, r, &f, 1, &out, &err));
    EXPECT_HAS(err.text, "Z9");
    EXPECT_HAS(err.id, "tidak ada pegawai berkode");
}
