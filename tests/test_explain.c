/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_explain.c - the figures of an explanation are those of the roster.
 *
 * For the five governments: every unit that a cap counts, on every day,
 * through one of its people.
 */
#include "app/explain_person.h"
#include "app/make_roster.h"
#include "harness.h"

#include <stdlib.h>

static const char *const governments[] = {
    "examples/bontang", "examples/balikpapan", "examples/paser",
    "examples/kotim", "examples/bandarlampung"};

typedef struct {
    Office office;
    RosterMade made;
} World;

static bool world_open(Arena *arena, const char *folder, World *w)
{
    Err err = {0};
    RosterWish wish = make_roster_wish();
    (void)setenv("TATAKERJA_DATA", "data", 0);
    return EXPECT(office_open(arena, folder, &w->office, &err)) &&
           EXPECT(make_roster(&w->office, &wish, &w->made, &err));
}

/* The first person whom the cap counts in the unit that day. */
static PersonId somebody_of(const LawDay *law, const CapLine *line,
                            uint32_t people)
{
    for (uint32_t p = 0; p < people; p++) {
        PersonId person = {p};
        Directive d = law_person(law, person);
        if (d.cap.index == line->clause &&
            law_cap_unit(law, d.cap, person).index == line->unit.index)
            return person;
    }
    return NO_PERSON;
}

static void compare(const World *w, const LawDay *law, const CapLine *line,
                    uint32_t day)
{
    const Demand *demand = &w->made.demand;
    const CapDay *want = &line->days[day];
    PersonId person = somebody_of(law, line, demand->plan.person_count);
    if (person.index == NO_INDEX) return;
    ExplainTurn turn = explain_person_turn(&demand->plan, law, &w->made.corpus,
                                           person, demand->plan.days[day]);
    ROW("unit %u, day %u", line->unit.index, day);
    EXPECT_INT(turn.base, want->base);
    EXPECT_INT(turn.limit, want->stated);
    EXPECT_INT(turn.in, want->in);
    EXPECT_INT(turn.forced, want->forced);
    EXPECT_INT(turn.called, want->called);
    EXPECT(turn.by_need <= want->need);
    EXPECT(turn.over <= turn.by_need + turn.called);
}

FACT(an_explanation_counts_as_the_roster_does)
{
    for (size_t g = 0; g < COUNT(governments); g++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        World *w = NEW(arena, World, 1);
        if (!world_open(arena, governments[g], w)) continue;
        const Demand *demand = &w->made.demand;
        for (uint32_t day = 0; day < demand->plan.day_count; day++) {
            AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
            LawDay *law = law_day(tmp, &w->made.corpus, demand->plan.days[day]);
            for (uint32_t l = 0; l < demand->cap_count; l++)
                compare(w, law, &demand->caps[l], day);
        }
    }
}

/* ---- a bound from below ------------------------------------------------- */

#define LEAST_LETTER "examples/letters/R24-lampung-lisan-2020.edaran"
#define HOME_LETTER  "examples/letters/R58-banten-wfa-2025.edaran"

static bool open_with(Arena *arena, const char *path, World *w)
{
    Err err = {0};
    Diags diags = diags_in(arena);
    CorpusInput letter = {0};
    RosterWish wish = make_roster_wish();
    if (!EXPECT(office_open(arena, "examples/letters/pemerintah", &w->office,
                            &err)) ||
        !EXPECT(office_read_letter(arena, path, str_of(path), &letter, &diags,
                                   &err)))
        return false;
    office_put_letter(&w->office, letter);
    return EXPECT(make_roster(&w->office, &wish, &w->made, &err));
}

/* The explanation of the first cell that a cap left to the roster. */
static Str explain_open(Arena *arena, const World *w, Lang lang)
{
    const Plan *plan = &w->made.demand.plan;
    LawDay *law = law_day(arena, &w->made.corpus, plan->days[0]);
    for (uint32_t p = 0; p < plan->person_count; p++) {
        PersonId person = {p};
        Explanation e = {0};
        Buf out = buf_in(arena);
        if (law_person(law, person).letter != PLACED_OPEN) continue;
        ExplainTurn turn = explain_person_turn(plan, law, &w->made.corpus,
                                               person, plan->days[0]);
        explain_cell(arena, law, person, PLACED_OFFICE, &turn, lang, &e);
        explanation_print(&e, &w->office.r, person, plan->days[0], lang, &out);
        return buf_str(&out);
    }
    return STR("nobody");
}

FACT(a_least_is_told_as_a_least_and_nobody_is_above_it)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World *w = NEW(arena, World, 1);
    if (!open_with(arena, LEAST_LETTER, w)) return;
    Str id = explain_open(arena, w, LANG_ID);
    EXPECT_HAS(id, "jadi paling sedikit 1; terisi");
    EXPECT(str_find(id, STR("di atas batas"), 0) == SIZE_MAX);
    EXPECT_HAS(explain_open(arena, w, LANG_EN), "so at least 1; ");
}

FACT(a_bound_on_those_at_home_is_told_of_them)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World *w = NEW(arena, World, 1);
    if (!open_with(arena, HOME_LETTER, w)) return;
    Str id = explain_open(arena, w, LANG_ID);
    EXPECT_HAS(id, "tidak di kantor; ");
    EXPECT(str_find(id, STR("di atas batas"), 0) == SIZE_MAX);
    EXPECT_HAS(explain_open(arena, w, LANG_EN), "away from the office; ");
}
