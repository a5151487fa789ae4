/*
 * test_base_num.c - numbers, chance, and what is kept in arenas.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "base/map.h"
#include "base/num.h"
#include "base/rand.h"
#include "base/vec.h"
#include "harness.h"

FACT(numbers_parse_whole_or_not_at_all)
{
    static const struct {
        const char *text;
        int64_t low, high, want;
        const char *why;
    } cases[] = {
        {"0",                    0,         9,         0,         NULL                       },
        {"007",                  0,         9,         7,         NULL                       },
        {"-5",                   -9,        9,         -5,        NULL                       },
        {"-0",                   0,         9,         0,         NULL                       },
        {"9223372036854775807",  0,         INT64_MAX, INT64_MAX, NULL                       },
        {"-9223372036854775808", INT64_MIN, 0,         INT64_MIN, NULL                       },
        {"9223372036854775808",  INT64_MIN, INT64_MAX, 0,         "not a whole number"       },
        {"-9223372036854775809", INT64_MIN, INT64_MAX, 0,         "not a whole number"       },
        {"99999999999999999999", INT64_MIN, INT64_MAX, 0,         "not a whole number"       },
        {"",                     0,         9,         0,         "'' is not a whole"        },
        {"-",                    -9,        9,         0,         "not a whole number"       },
        {"--1",                  -9,        9,         0,         "not a whole number"       },
        {"+1",                   0,         9,         0,         "not a whole number"       },
        {" 1",                   0,         9,         0,         "not a whole number"       },
        {"1 ",                   0,         9,         0,         "not a whole number"       },
        {"1.0",                  0,         9,         0,         "not a whole number"       },
        {"0x1",                  0,         9,         0,         "not a whole number"       },
        {"10",                   0,         9,         0,         "10 is not between 0 and 9"},
        {"-1",                   0,         9,         0,         "-1 is not between 0 and 9"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        int64_t n = 0;
        Err err = {0};
        Str text = str_of(cases[i].text);
        ROW("%s", cases[i].text);
        bool is = num_parse(text, cases[i].low, cases[i].high, &n, &err);
        EXPECT(is == num_is(text, cases[i].low, cases[i].high, &n));
        if (cases[i].why == NULL)
            EXPECT(is && n == cases[i].want);
        else if (EXPECT(!is && n == 0))
            EXPECT_HAS(err.text, cases[i].why);
    }
}

FACT(hundredths_have_two_places_at_most)
{
    static const struct {
        const char *text;
        int64_t want; /* -1: refused */
    } cases[] = {
        {"50",                5000 },
        {"33,33",             3333 },
        {"7,5",               750  },
        {"0,05",              5    },
        {"0",                 0    },
        {"100,0",             10000},
        {"7.5",               -1   },
        {"7,",                -1   },
        {",5",                -1   },
        {"7,555",             -1   },
        {"7,5,5",             -1   },
        {"-7",                -1   },
        {"-0",                -1   },
        {"7,-5",              -1   },
        {"7, 5",              -1   },
        {"",                  -1   },
        {"50%",               -1   },
        {"92233720368547758", -1   },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        int64_t n = -1;
        ROW("%s", cases[i].text);
        bool is = num_hundredths(str_of(cases[i].text), ',', &n);
        EXPECT(is == (cases[i].want >= 0));
        EXPECT_INT(n, cases[i].want);
    }
    ROW("with a point");
    int64_t n = 0;
    EXPECT(num_hundredths(STR("7.5"), '.', &n) && n == 750);
}

FACT(chance_is_the_same_on_every_machine)
{
    /* The first numbers of SplitMix64 from 1234567, as published. */
    Rand rand = rand_seeded(1234567);
    EXPECT(rand_next(&rand) == UINT64_C(6457827717110365317));
    EXPECT(rand_next(&rand) == UINT64_C(3203168211198807973));
    EXPECT(rand_digest(STR("a")) == rand_digest(STR("a")));
    EXPECT(rand_digest(STR("a")) != rand_digest(STR("b")));
    Rand a = rand_named(STR("kotim"));
    Rand b = rand_named(STR("kotim"));
    EXPECT(rand_next(&a) == rand_next(&b));
}

FACT(chance_is_fair_and_below_its_limit)
{
    Rand rand = rand_seeded(1);
    int seen[6] = {0};
    int ones = 0;
    for (int i = 0; i < 60000; i++) {
        uint32_t face = rand_below(&rand, 6);
        CHECK(face < 6);
        seen[face]++;
        ones += rand_chance(&rand, 250);
    }
    for (size_t i = 0; i < COUNT(seen); i++)
        EXPECT(seen[i] > 9600 && seen[i] < 10400);
    EXPECT(ones > 14500 && ones < 15500);
    EXPECT(rand_below(&rand, 1) == 0);
    EXPECT(!rand_chance(&rand, 0) && rand_chance(&rand, 1000));
}

static void draw_below_nothing(void)
{
    Rand rand = rand_seeded(1);
    (void)rand_below(&rand, 0);
}

FACT(nothing_lies_below_zero)
{
    EXPECT_DIES(draw_below_nothing);
}

FACT(maps_find_what_was_put)
{
    AUTO(arena_done) Arena *tmp = arena_open(64);
    Map map = map_in(tmp);
    EXPECT(map_find(&map, STR("a")) == NO_INDEX);
    for (uint32_t i = 0; i < 10000; i++)
        CHECK(map_put(&map, str_format(tmp, "key %u", i), i) == NO_INDEX);
    int bad = 0;
    for (uint32_t i = 0; i < 10000; i++)
        bad += map_find(&map, str_format(tmp, "key %u", i)) != i;
    EXPECT_INT(bad, 0);
    EXPECT_INT((int64_t)map.count, 10000);
    EXPECT(map_find(&map, STR("key 10000")) == NO_INDEX);
    EXPECT(map_find(&map, STR("")) == NO_INDEX);
    EXPECT(map_put(&map, STR(""), 7) == NO_INDEX);
    EXPECT(map_put(&map, (Str){0}, 8) == 7);
    EXPECT(map_find(&map, STR("")) == 8);
}

FACT(vectors_keep_their_items_while_they_grow)
{
    AUTO(arena_done) Arena *tmp = arena_open(64);
    VEC(int64_t) row = {0};
    for (int64_t i = 0; i < 1000; i++)
        VEC_PUSH(tmp, &row, i * i);
    int bad = 0;
    for (size_t i = 0; i < row.count; i++)
        bad += row.at[i] != (int64_t)(i * i);
    EXPECT_INT(bad, 0);
    EXPECT_INT((int64_t)row.count, 1000);
}

FACT(arenas_give_zeroed_aligned_room)
{
    AUTO(arena_done) Arena *tmp = arena_open(0);
    const char *text = NEW(tmp, char, 3);
    const int64_t *numbers = NEW(tmp, int64_t, 100);
    EXPECT(text[0] == 0 && numbers[0] == 0 && numbers[99] == 0);
    EXPECT((uintptr_t)numbers % _Alignof(int64_t) == 0);
    EXPECT_INT((int64_t)arena_used(tmp), 803);
    arena_close(NULL);
}

static void ask_too_much(void)
{
    Arena *tmp = arena_open(64);
    (void)arena_bytes(tmp, SIZE_MAX, 2, 1);
}

FACT(a_size_that_overflows_is_a_defect)
{
    EXPECT_DIES(ask_too_much);
}
