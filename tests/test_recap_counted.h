/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_recap_counted.h - the world of test_recap_world.h, counted.
 */
#pragma once

#include "app/make_recap.h"
#include "small_office.h"
#include "test_recap_world.h"

static const char *const texts[TABLE_COUNT] = {
    [TABLE_UNITS] = RECAP_UNITS,
    [TABLE_POSTS] = RECAP_POSTS,
    [TABLE_PEOPLE] = RECAP_PEOPLE,
};

typedef struct {
    Arena *arena;
    SmallOffice small;
    Corpus corpus;
    const UnitId *within; /* counted, or NULL */
    Recap recap;
    bool made;
} World;

static inline bool open_world(Arena *arena, World *w)
{
    Err err = {0};
    *w = (World){.arena = arena};
    return EXPECT(small_office_open(arena, texts, RECAP_RULES, &w->small)) &&
           EXPECT(office_law(&w->small.office, DATE_NEVER, &w->corpus, &err));
}

static inline bool count_days(World *w, const Fact *facts, size_t count,
                              Window window)
{
    Err err = {0};
    RecapFrom from = {
        .corpus = &w->corpus,
        .book = daybook_make(w->arena, &w->small.office.r, facts, count,
                             recap_book_window(window), NULL),
        .within = w->within,
        .hours = register_hours(&w->small.office.government),
        .zone = ZONE_WITA,
        .now = zone_instant(ZONE_WITA, (Date){RECAP_FIRST + 10}, 0),
        .window = window,
    };
    w->made = recap_make(w->arena, &from, &w->recap, &err);
    return EXPECT_STR(err.text, "") && EXPECT(w->made);
}

static inline bool make_world(Arena *arena, World *w)
{
    RecapFacts facts = recap_facts();
    return open_world(arena, w) &&
           count_days(w, facts.at, facts.count, small_office_days(3, 7));
}

static inline RecapTable table_of(const World *w)
{
    return recap_table(w->arena, &w->recap, w->small.office.r.preorder[0]);
}

static inline Str text_of(Arena *arena, const RecapTable *table)
{
    Buf out = buf_in(arena);
    recap_table_write(table, &out);
    return buf_str(&out);
}
