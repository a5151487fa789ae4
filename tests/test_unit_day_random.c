/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_unit_day_random.c - random days of units, told by src/day/unit_* and by
 * the naive evaluator: the same lines, and every outcome of docs/day.md,
 * section 5, comes up; told in another order and twice, the same bytes.
 */
#include "chance_unit_day.h"
#include "harness.h"
#include "naive_unit_day.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    UNIT_DAYS = 6000,
    A_DATE = 10,
    SHOWN_MOST = 2,
    SEEN_LEAST = 3,
    SMALL = 100
};

/* ---- both sides -----------------------------------------------------------
 */

typedef struct {
    const NaiveLaw *law;
    ChanceDate date;
    DutySheet sheet;
} Day;

static UnitAsk ask_in(Rand *rand, const Register *r)
{
    UnitId unit = {rand_below(rand, r->unit_count)};
    PersonId person = {rand_below(rand, r->person_count)};
    uint32_t how = rand_below(rand, 8);
    if (r->unit_count > SMALL) how = 4; /* one unit kerja is enough there */
    if (how == 0) return unit_day_of_superior(person);
    if (how == 1) return (UnitAsk){r->preorder[0], true, NO_PERSON};
    if (how < 4) return unit_day_of_unit(r, unit);
    if (r->work_unit_of[unit.index].index == NO_INDEX)
        return (UnitAsk){unit, r->unit_count <= SMALL, NO_PERSON};
    return (UnitAsk){r->work_unit_of[unit.index], false, NO_PERSON};
}

static UnitDay tell(Arena *arena, const Day *day, const ChanceDay *told,
                    UnitAsk ask)
{
    Date d = day->date.date;
    Window window = {date_plus(d, -40), date_plus(d, 10)};
    Fact *facts = NEW(arena, Fact, told->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < told->count; i++) {
        if (told->facts[i].received.us <= told->now.us ||
            told->facts[i].kind == FACT_ERASE)
            facts[count++] = told->facts[i];
    }
    DayBook *book = daybook_make(arena, day->date.land->corpus.r, facts, count,
                                 window, NULL);
    DayView view = {&day->sheet, book, day->date.land->zone, told->now};
    return unit_day_make(arena, &view, day->date.law, ask);
}

static UnitDay tell_naively(Arena *arena, const Day *day, const ChanceDay *told,
                            UnitAsk ask)
{
    NaiveView view = {
        .law = day->law,
        .day = day->date.law,
        .plan = day->date.plan,
        .hours = day->date.hours,
        .zone = day->date.land->zone,
        .now = told->now,
        .facts = told->facts,
        .count = told->count,
    };
    return naive_unit_day(arena, &view, ask);
}

static Str bytes(Arena *arena, const Day *day, const UnitDay *made)
{
    Buf out = buf_in(arena);
    unit_day_write(made, &day->date.land->corpus, &out);
    return buf_str(&out);
}

static bool agree(Arena *arena, const Day *day, const ChanceDay *told,
                  UnitAsk ask)
{
    UnitDay one = tell(arena, day, told, ask);
    UnitDay two = tell_naively(arena, day, told, ask);
    return str_is(bytes(arena, day, &one), bytes(arena, day, &two));
}

/* ---- a disagreement, with as few facts as it takes ------------------------
 */

static bool parts_without(const Day *day, const ChanceDay *told, UnitAsk ask,
                          size_t fact)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    ChanceDay less = *told;
    less.facts = NEW(tmp, Fact, told->count);
    less.count = 0;
    for (size_t i = 0; i < told->count; i++) {
        if (i != fact) less.facts[less.count++] = told->facts[i];
    }
    return !agree(tmp, day, &less, ask);
}

static void shrink(const Day *day, ChanceDay *told, UnitAsk ask)
{
    for (size_t i = told->count; i > 0; i--) {
        if (!parts_without(day, told, ask, i - 1)) continue;
        told->count--;
        memmove(&told->facts[i - 1], &told->facts[i],
                (told->count - (i - 1)) * sizeof(Fact));
    }
}

static void print_case(Arena *arena, const Day *day, ChanceDay *told,
                       UnitAsk ask)
{
    shrink(day, told, ask);
    UnitDay one = tell(arena, day, told, ask);
    UnitDay two = tell_naively(arena, day, told, ask);
    Buf out = buf_in(arena);
    for (size_t i = 0; i < told->count; i++) {
        buf_c(&out, "--\n");
        fact_write(&told->facts[i], &out);
    }
    (void)printf("==== %s\n%.*s---- src/day\n%.*s---- naive\n%.*s",
                 day->date.land->letters, STR_ARG(buf_str(&out)),
                 STR_ARG(bytes(arena, day, &one)),
                 STR_ARG(bytes(arena, day, &two)));
}

/* ---- many days ------------------------------------------------------------
 */

typedef struct {
    uint64_t told, parted, retold_otherwise, unsound;
    uint64_t seen[UNIT_OUTCOME_COUNT], topics[UNIT_TOPIC_COUNT];
} Sums;

static bool are_sound(const ChanceDay *told)
{
    for (size_t i = 0; i < told->count; i++) {
        Err err = {0};
        if (fact_check(&told->facts[i], &err)) continue;
        EXPECT_STR(err.text, "");
        return false;
    }
    return true;
}

/* Whoever knew all facts on the last day knows them however they were told. */
static bool is_same_retold(Arena *arena, Rand *rand, const Day *day,
                           const ChanceDay *told, UnitAsk ask)
{
    ChanceDay late = *told;
    late.now = zone_instant(day->date.land->zone, day->date.date, 20 * 1440);
    ChanceDay again = chance_retold(arena, rand, &late);
    UnitDay one = tell(arena, day, &late, ask);
    UnitDay two = tell(arena, day, &again, ask);
    return str_is(bytes(arena, day, &one), bytes(arena, day, &two));
}

static void count(Sums *sums, const UnitDay *made)
{
    for (size_t i = 0; i < made->count; i++) {
        sums->seen[made->lines[i].outcome]++;
        sums->topics[made->lines[i].topic]++;
    }
}

static void tell_one(Rand *rand, const Day *day, Sums *sums)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 18);
    ChanceDay told = chance_unit_day(arena, rand, &day->date);
    UnitAsk ask = ask_in(rand, day->date.land->corpus.r);
    if (!are_sound(&told)) {
        sums->unsound++;
        return;
    }
    UnitDay made = tell(arena, day, &told, ask);
    count(sums, &made);
    sums->told++;
    sums->retold_otherwise += !is_same_retold(arena, rand, day, &told, ask);
    if (agree(arena, day, &told, ask)) return;
    if (++sums->parted <= SHOWN_MOST) print_case(arena, day, &told, ask);
}

static void tell_land(Arena *arena, Rand *rand, const ChanceLand *land,
                      int days, Sums *sums)
{
    EXPECT(land->sound);
    if (!land->sound) return;
    NaiveLaw law = naive_law(arena, &land->corpus);
    for (int done = 0; done < days; done += A_DATE) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 18);
        Err err = {0};
        Day day = {.law = &law, .date = chance_date(tmp, rand, land)};
        bool made = duty_sheet_make(tmp, day.date.law, day.date.plan,
                                    day.date.hours, &day.sheet, &err);
        EXPECT_STR(err.text, "");
        for (int i = 0; made && i < A_DATE; i++)
            tell_one(rand, &day, sums);
    }
}

FACT(two_evaluators_tell_random_days_of_units_alike_and_see_every_outcome)
{
    Sums sums = {0};
    Rand rand = rand_seeded(20200805);
    ROW("random days");
    for (uint32_t n = 0; n < CHANCE_UNIT_LANDS; n++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        ChanceLand land = chance_unit_land(arena, n);
        tell_land(arena, &rand, &land,
                  harness_trials(UNIT_DAYS) / CHANCE_UNIT_LANDS, &sums);
    }
    (void)printf("%llu unit-days told, %llu not alike\n",
                 (unsigned long long)sums.told,
                 (unsigned long long)sums.parted);
    EXPECT_INT((int64_t)sums.parted, 0);
    EXPECT_INT((int64_t)sums.unsound, 0);
    EXPECT_INT((int64_t)sums.retold_otherwise, 0);
    for (int o = 0; o < UNIT_OUTCOME_COUNT; o++) {
        Str word = unit_day_outcome((UnitOutcome)o, LANG_EN);
        ROW("%.*s: %llu", STR_ARG(word), (unsigned long long)sums.seen[o]);
        EXPECT(sums.seen[o] >= SEEN_LEAST);
    }
    for (int t = 0; t < UNIT_TOPIC_COUNT; t++) {
        Str word = unit_day_topic((UnitTopic)t, LANG_EN);
        ROW("%.*s", STR_ARG(word));
        EXPECT(sums.topics[t] >= SEEN_LEAST);
    }
}

/* Their letters and structure; few days, since the second one is slow. */
FACT(two_evaluators_tell_units_of_the_five_governments_alike)
{
    for (uint32_t n = 0; n < CHANCE_LARGE; n++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        Sums sums = {0};
        Rand rand = rand_seeded(20200806 + n);
        ChanceLand land = chance_large(arena, n);
        ROW("%s", land.name);
        tell_land(arena, &rand, &land, harness_trials(A_DATE), &sums);
        EXPECT_INT((int64_t)sums.parted, 0);
        EXPECT_INT((int64_t)sums.retold_otherwise, 0);
        EXPECT(sums.told > 0);
    }
}
