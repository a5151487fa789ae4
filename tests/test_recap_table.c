/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_recap_table.c - a recap as a closed record: text, hash, closing, and
 * what changed.
 */
#include "test_recap_counted.h"

#include <string.h>

/* ---- the closed record -------------------------------------------------- */

FACT(the_text_reads_back_and_its_hash_is_stable)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World w;
    RecapTable back;
    Err err = {0};
    char hash[RECAP_HASH_TEXT];
    char again[RECAP_HASH_TEXT];
    if (!make_world(arena, &w)) return;
    RecapTable table = table_of(&w);
    Str text = text_of(arena, &table);
    EXPECT_HAS(text, "masa\t2020-08-03\t2020-08-07\n");
    EXPECT_COUNT(table.count, 5);
    EXPECT(recap_table_read(arena, text, &back, &err));
    EXPECT_STR(text_of(arena, &back), text);
    EXPECT_COUNT(strlen(recap_hash(text, hash)), 72);
    EXPECT_HAS(hash, "blake2b:");
    EXPECT_STR(recap_hash(text_of(arena, &back), again), hash);
    /* The order of facts, and facts sent twice, change nothing. */
    RecapFacts facts = recap_facts();
    Fact turned[64];
    for (size_t i = 0; i < facts.count; i++)
        turned[i] = turned[i + facts.count] = facts.at[facts.count - 1 - i];
    if (!count_days(&w, turned, 2 * facts.count, small_office_days(3, 7)))
        return;
    table = table_of(&w);
    EXPECT_STR(recap_hash(text_of(arena, &table), again), hash);
}

FACT(any_number_that_changes_changes_the_hash)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World w;
    char hash[RECAP_HASH_TEXT];
    char other[RECAP_HASH_TEXT];
    if (!make_world(arena, &w)) return;
    RecapTable table = table_of(&w);
    (void)recap_hash(text_of(arena, &table), hash);
    for (size_t p = 0; p < table.count; p++) {
        for (size_t c = 0; c < RECAP_COLUMNS; c++) {
            table.rows[p].counts[c]++;
            (void)recap_hash(text_of(arena, &table), other);
            EXPECT(strcmp(hash, other) != 0);
            table.rows[p].counts[c]--;
        }
    }
}

FACT(a_code_may_hold_anything)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    RecapRow rows[2] = {{.code = STR("\t\n\\n\r")}, {.code = STR("a\\\\b")}};
    RecapTable table = {
        .government = STR("k\\o\tta"),
        .unit = STR("u\n"),
        .window = {{RECAP_FIRST}, {RECAP_FIRST}},
        .rows = rows,
        .count = 2
    };
    RecapTable back;
    Err err = {0};
    Str text = text_of(arena, &table);
    if (!EXPECT(recap_table_read(arena, text, &back, &err))) {
        EXPECT_STR(err.text, "");
        return;
    }
    EXPECT_STR(back.government, table.government);
    EXPECT_STR(back.unit, table.unit);
    EXPECT_STR(back.rows[0].code, rows[0].code);
    EXPECT_STR(back.rows[1].code, rows[1].code);
}

static const struct {
    const char *from, *to;
    const char *says;
} spoiled[] = {
    {"rekap 1",      "rekap 2",     "line 10"   },
    {"rekap 1",      "rekap 3",     "line 1:"   },
    {"pemerintah",   "pemerintahx", "line 2"    },
    {"masa\t",       "masa ",       "line 4"    },
    {"2020-08-07",   "2020-02-30",  "2020-02-30"},
    {"hari_kerja\t", "hari\t",      "line 5"    },
    {"P1\t5",        "P1\t05",      ""          },
    {"P1\t5",        "P1\t+5",      "line 6"    },
    {"P1\t5",        "P1",          "line 6"    },
    {"P2\t",         "P1\t",        "line 7"    },
    {"P2\t",         "P\\2\t",      "line 10"   },
    {"\nP5",         "\n\nP5",      ""          },
};

FACT(a_text_that_is_not_canonical_is_refused)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World w;
    if (!make_world(arena, &w)) return;
    RecapTable table = table_of(&w);
    Str text = text_of(arena, &table);
    for (size_t i = 0; i < COUNT(spoiled); i++) {
        ROW("%s -> %s", spoiled[i].from, spoiled[i].to);
        size_t at = str_find(text, str_of(spoiled[i].from), 0);
        if (!EXPECT(at != SIZE_MAX)) continue;
        Str bad = str_format(
            arena, "%.*s%s%.*s", STR_ARG(str_slice(text, 0, at)), spoiled[i].to,
            STR_ARG(str_slice(text, at + strlen(spoiled[i].from), text.len)));
        RecapTable back;
        Err err = {0};
        EXPECT(!recap_table_read(arena, bad, &back, &err));
        EXPECT_HAS(err.text, spoiled[i].says);
    }
    for (size_t len = 0; len < text.len; len++) {
        RecapTable back;
        Err err = {0};
        Str part = str_slice(text, 0, len);
        if (recap_table_read(arena, part, &back, &err))
            EXPECT_STR(text_of(arena, &back), part);
    }
}

FACT(what_a_correction_changed_is_listed)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World w;
    Err err = {0};
    RecapChanges changes = {0};
    RecapFacts facts = recap_facts();
    if (!make_world(arena, &w)) return;
    RecapTable old = table_of(&w);
    EXPECT(recap_compare(arena, &old, &old, &changes, &err));
    EXPECT_COUNT(changes.count, 0);
    /* The late check-in of P1 is put to 07.20. */
    Fact *fix = recap_tell(&facts, FACT_CORRECTION, "P1", 1, 600);
    fix->about = facts.at[1].id;
    fix->word = STR("ganti");
    fix->text = STR("jam ponsel salah");
    fix->from = 440;
    if (!count_days(&w, facts.at, facts.count, small_office_days(3, 7))) return;
    RecapTable new_ = table_of(&w);
    EXPECT(recap_compare(arena, &old, &new_, &changes, &err));
    static const RecapChange want[] = {
        {STR_INIT("P1"), RECAP_PRESENT,      1,  2, STR_INIT("")},
        {STR_INIT("P1"), RECAP_LATE,         1,  0, STR_INIT("")},
        {STR_INIT("P1"), RECAP_LATE_MINUTES, 20, 0, STR_INIT("")},
        {STR_INIT("P1"), RECAP_BREACHES,     3,  2, STR_INIT("")},
    };
    if (!EXPECT_COUNT(changes.count, (int)COUNT(want))) return;
    for (size_t i = 0; i < COUNT(want); i++) {
        ROW("change %zu", i);
        EXPECT_STR(changes.at[i].person, want[i].person);
        EXPECT_INT(changes.at[i].column, want[i].column);
        EXPECT_INT(changes.at[i].from, want[i].from);
        EXPECT_INT(changes.at[i].to, want[i].to);
    }
}

FACT(people_who_came_or_went_are_listed_too)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World w;
    Err err = {0};
    RecapChanges changes = {0};
    if (!make_world(arena, &w)) return;
    RecapTable all = table_of(&w), less = all, other = all;
    less.rows++;
    less.count--;
    EXPECT(recap_compare(arena, &all, &less, &changes, &err));
    EXPECT_COUNT(changes.count, 1);
    EXPECT_INT(changes.at[0].column, RECAP_COLUMNS);
    EXPECT_INT(changes.at[0].to, 0);
    EXPECT(recap_compare(arena, &less, &all, &changes, &err));
    EXPECT_INT(changes.at[0].to, 1);
    other.unit = STR("dinsos");
    EXPECT(!recap_compare(arena, &all, &other, &changes, &err));
    EXPECT_HAS(err.id, "rekap lama");
}

FACT(the_last_version_that_stands_is_the_closing)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World w;
    Err err = {0};
    RecapFacts facts = {.count = 0};
    RecapClosing none = {0};
    if (!make_world(arena, &w)) return;
    RecapTable table = table_of(&w);
    Window window = table.window;
    Fact first = recap_closing_fact(&table, &none, STR("blake2b:aa"));
    EXPECT_INT(first.number, 1);
    Fact *one = recap_tell(&facts, FACT_RECAP, "P1", 7, 500);
    Fact stamped = *one;
    *one = first;
    one->id = stamped.id;
    one->channel = stamped.channel;
    one->zone = stamped.zone;
    one->actor = STR("P1");
    one->day = stamped.day;
    one->at = one->sent = one->received = stamped.received;
    EXPECT(fact_check(one, &err));
    EXPECT_STR(err.text, "");
    RecapClosing last =
        recap_closing(facts.at, facts.count, table.unit, window);
    EXPECT_INT(last.version, 1);
    EXPECT_STR(last.hash, "blake2b:aa");
    EXPECT_INT(last.received.us, 0);
    Fact *receipt = recap_tell(&facts, FACT_RECEIPT, "P1", 7, 600);
    receipt->about = last.id;
    last = recap_closing(facts.at, facts.count, table.unit, window);
    EXPECT(last.received.us == receipt->received.us);
    Fact second = recap_closing_fact(&table, &last, STR("blake2b:bb"));
    EXPECT_INT(second.number, 2);
    EXPECT(fact_id_is(second.about, last.id));
    window.last.days++;
    last = recap_closing(facts.at, facts.count, table.unit, window);
    EXPECT_INT(last.version, 0);
}
