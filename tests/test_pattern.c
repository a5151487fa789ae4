/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_pattern.c - groups by a fixed calendar: against all groupings of tiny
 * problems, and audited for the units of two governments.
 */
#include "app/make_pattern.h"
#include "base/rand.h"
#include "chance.h"
#include "harness.h"
#include "small_office.h"
#include "small_texts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- every grouping of a tiny problem ---------------------------------- */

typedef struct {
    const PatternWish *wish;
    uint64_t all;
    uint8_t takes_part[16];
    uint64_t office[16];
    uint8_t group[16];
    bool any;
    int32_t uneven; /* the least of those that hold */
} Trial;

static bool slots_fill(const Problem *p, const uint64_t *office, uint32_t day,
                       uint32_t post, int32_t filled, uint32_t used)
{
    if (post == p->post_count) return true;
    const ProblemPost *at = &p->posts[post];
    if (filled >= at->need[day])
        return slots_fill(p, office, day, post + 1, 0, used);
    for (uint32_t k = 0; k < at->row_count; k++) {
        uint32_t row = at->rows[k];
        if ((office[row] >> day & 1) != 0 && (used >> row & 1) == 0 &&
            slots_fill(p, office, day, post, filled + 1, used | 1U << row))
            return true;
    }
    return false;
}

static bool is_below(const Problem *p, uint32_t node, uint32_t above)
{
    while (node != NO_INDEX && node != above)
        node = p->nodes[node].parent;
    return node == above;
}

static bool bounds_hold(const Problem *p, const uint64_t *office)
{
    for (uint32_t n = 0; n < p->node_count; n++) {
        for (uint32_t d = 0; d < p->day_count; d++) {
            int32_t in = 0;
            for (uint32_t i = 0; i < p->row_count; i++)
                in += (office[i] >> d & 1) != 0 &&
                      is_below(p, p->rows[i].node, n);
            if (in > p->nodes[n].most[d] || in < p->nodes[n].least[d])
                return false;
        }
    }
    for (uint32_t i = 0; i < p->row_count; i++) {
        for (uint32_t b = 0; b < p->rows[i].bound_count; b++) {
            const RowBound *bound = &p->rows[i].bounds[b];
            int32_t days = __builtin_popcountll(office[i] & bound->days);
            if (days < bound->least || days > bound->most) return false;
        }
    }
    for (uint32_t d = 0; d < p->day_count; d++) {
        if (!slots_fill(p, office, d, 0, 0, 0)) return false;
    }
    return true;
}

/* The largest distance from the even share, over nodes and sections. */
static int32_t uneven_of(const Trial *t)
{
    const Problem *p = t->wish->problem;
    int32_t groups = (int32_t)t->wish->calendar.group_count, worst = 0;
    for (uint32_t n = 0; n < 2 * p->node_count; n++) {
        int32_t size[PATTERN_GROUPS] = {0}, all = 0;
        for (uint32_t i = 0; i < p->row_count; i++) {
            bool here = n < p->node_count
                            ? is_below(p, p->rows[i].node, n)
                            : p->rows[i].node == n - p->node_count;
            if (!here || !t->takes_part[i]) continue;
            size[t->group[i]]++;
            all++;
        }
        for (int32_t g = 0; g < groups; g++) {
            int32_t over = size[g] - (all + groups - 1) / groups;
            int32_t under = all / groups - size[g];
            if (over > worst) worst = over;
            if (under > worst) worst = under;
        }
    }
    return worst;
}

static bool couples_are_apart(const Trial *t)
{
    for (size_t k = 0; k < t->wish->apart_count; k++) {
        const PatternCouple *c = &t->wish->apart[k];
        if (t->group[c->a] == t->group[c->b]) return false;
    }
    return true;
}

static void try_row(Trial *t, uint32_t row)
{
    const Problem *p = t->wish->problem;
    if (row == p->row_count) {
        if (!couples_are_apart(t) || !bounds_hold(p, t->office)) return;
        int32_t uneven = uneven_of(t);
        if (!t->any || uneven < t->uneven) t->uneven = uneven;
        t->any = true;
        return;
    }
    const ProblemRow *r = &p->rows[row];
    uint32_t groups = t->takes_part[row] ? t->wish->calendar.group_count : 1;
    for (uint32_t g = 0; g < groups; g++) {
        t->group[row] = (uint8_t)g;
        t->office[row] = r->must;
        if (t->takes_part[row])
            t->office[row] |= r->may & t->wish->calendar.days[g];
        try_row(t, row + 1);
    }
}

static Trial try_all(const PatternWish *wish)
{
    Trial t = {.wish = wish};
    for (uint32_t g = 0; g < wish->calendar.group_count; g++)
        t.all |= wish->calendar.days[g];
    for (uint32_t i = 0; i < wish->problem->row_count; i++)
        t.takes_part[i] = (wish->problem->rows[i].may & t.all) != 0;
    try_row(&t, 0);
    return t;
}

typedef struct {
    uint32_t fits, clashes, couples, undecided, even, explained;
} Verdicts;

static bool has_special(const PatternWish *wish, uint64_t all)
{
    for (uint32_t i = 0; i < wish->problem->row_count; i++) {
        uint64_t may = wish->problem->rows[i].may & all;
        if (may != 0 && may != all) return true;
    }
    return wish->apart_count > 0;
}

/* Is the row away on some days, in a couple, or in no group? */
static bool is_special(const PatternWish *wish, uint32_t row)
{
    uint64_t all = 0;
    for (uint32_t g = 0; g < wish->calendar.group_count; g++)
        all |= wish->calendar.days[g];
    for (size_t k = 0; k < wish->apart_count; k++) {
        if (wish->apart[k].a == row || wish->apart[k].b == row) return true;
    }
    return (wish->problem->rows[row].may & all) != all;
}

static bool has_shared(const PatternWish *wish)
{
    const Problem *p = wish->problem;
    for (uint32_t i = 0; i < p->row_count; i++) {
        uint32_t posts = 0;
        for (uint32_t k = 0; k < p->post_count; k++) {
            for (uint32_t j = 0; j < p->posts[k].row_count; j++)
                posts += p->posts[k].rows[j] == i;
        }
        if (posts > 1 && is_special(wish, i)) return true;
    }
    return false;
}

/* Posts of several nodes, or with a need that differs inside a group. */
static bool has_loose(const PatternWish *wish)
{
    const Problem *p = wish->problem;
    if (has_shared(wish)) return true;
    for (uint32_t k = 0; k < p->post_count; k++) {
        const ProblemPost *post = &p->posts[k];
        for (uint32_t i = 1; i < post->row_count; i++) {
            if (p->rows[post->rows[i]].node != p->rows[post->rows[0]].node)
                return true;
        }
        for (uint32_t g = 0; g < wish->calendar.group_count; g++) {
            uint64_t days = wish->calendar.days[g];
            int32_t first = post->need[__builtin_ctzll(days)];
            for (; days != 0; days &= days - 1) {
                if (post->need[__builtin_ctzll(days)] != first) return true;
            }
        }
    }
    return false;
}

static void expect_groups(const PatternWish *wish, const Pattern *made,
                          const Trial *t)
{
    Trial own = *t;
    for (uint32_t i = 0; i < wish->problem->row_count; i++) {
        uint8_t group = made->group_of[i];
        const ProblemRow *r = &wish->problem->rows[i];
        EXPECT((group != PATTERN_NO_GROUP) == (t->takes_part[i] != 0));
        own.group[i] = group == PATTERN_NO_GROUP ? 0 : group;
        uint64_t days = t->takes_part[i] ? wish->calendar.days[group] : 0;
        EXPECT(made->answer.office[i] == (r->must | (r->may & days)));
    }
    EXPECT(couples_are_apart(&own));
    EXPECT(bounds_hold(wish->problem, made->answer.office));
    EXPECT_INT(made->uneven, uneven_of(&own));
}

static void compare(Arena *arena, const PatternWish *wish, Verdicts *seen)
{
    Pattern made = {0};
    Err err = {0};
    if (!EXPECT(pattern_make(arena, wish, &made, &err))) {
        (void)printf("  %s\n", err.text);
        return;
    }
    Trial t = try_all(wish);
    if (made.verdict == PATTERN_UNDECIDED) {
        EXPECT(has_loose(wish));
        seen->undecided++;
        return;
    }
    EXPECT((made.verdict == PATTERN_FITS) == t.any);
    seen->fits += made.verdict == PATTERN_FITS;
    seen->clashes += made.verdict == PATTERN_CLASH;
    seen->couples += made.verdict == PATTERN_COUPLES;
    seen->explained += made.clash.demand_count > 0;
    if (made.verdict != PATTERN_FITS || !t.any) return;
    expect_groups(wish, &made, &t);
    EXPECT(made.uneven >= t.uneven);
    if (has_special(wish, t.all) || has_loose(wish)) return;
    EXPECT_INT(made.uneven, t.uneven);
    seen->even++;
}

/* A random calendar: each day of one group, or of none. */
static PatternCalendar chance_calendar(Rand *rand, uint32_t days)
{
    PatternCalendar c = {.group_count = 2 + rand_below(rand, 2)};
    for (uint32_t d = 0; d < days; d++) {
        uint32_t g =
            d < c.group_count ? d : rand_below(rand, c.group_count + 1);
        if (g < c.group_count) c.days[g] |= UINT64_C(1) << d;
    }
    return c;
}

static PatternCouple chance_couple(Rand *rand, const Problem *p, uint64_t all)
{
    PatternCouple c = {NO_INDEX, NO_INDEX};
    uint32_t start = rand_below(rand, p->row_count);
    for (uint32_t k = 0; k < p->row_count; k++) {
        uint32_t i = (start + k) % p->row_count;
        if ((p->rows[i].may & all) == 0) continue;
        if (c.a == NO_INDEX)
            c.a = i;
        else if (c.b == NO_INDEX)
            c.b = i;
    }
    return c;
}

enum { CHANCE_ROUNDS = 2500 };

/* Mostly people who may come always: full rows. */
static void fill_rows(Rand *rand, Draft *draft, uint64_t all)
{
    for (uint32_t i = 0; i < draft->problem.row_count; i++) {
        ProblemRow *row = &draft->rows[i];
        if (rand_chance(rand, 700)) {
            row->must = 0;
            row->may = all;
        }
        if (rand_chance(rand, 700)) row->bound_count = 0;
    }
}

FACT(tiny_patterns_are_those_of_all_groupings)
{
    Verdicts seen = {0};
    Rand rand = rand_seeded(20200803);
    for (uint32_t k = 0; k < CHANCE_ROUNDS; k++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        bool posts = rand_chance(&rand, 500);
        bool tight = rand_chance(&rand, 300);
        ChanceSizes sizes = {5, 3, 7, posts ? 2 : 0, tight};
        Draft draft = chance_draft(arena, &rand, sizes);
        PatternCouple couples[2];
        Err err = {0};
        if (draft.problem.day_count < 3 || draft.problem.row_count < 2)
            continue;
        PatternWish wish = {.problem = &draft.problem};
        wish.calendar = chance_calendar(&rand, draft.problem.day_count);
        uint64_t all = 0;
        for (uint32_t g = 0; g < wish.calendar.group_count; g++)
            all |= wish.calendar.days[g];
        fill_rows(&rand, &draft, all);
        if (!problem_sound(&draft.problem, &err)) continue;
        for (uint32_t c = rand_below(&rand, 3); c > 0; c--) {
            PatternCouple couple = chance_couple(&rand, &draft.problem, all);
            if (couple.b != NO_INDEX) couples[wish.apart_count++] = couple;
        }
        wish.apart = couples;
        compare(arena, &wish, &seen);
    }
    EXPECT(seen.fits > 200 && seen.clashes > 200 && seen.couples > 10);
    EXPECT(seen.undecided * 20 < CHANCE_ROUNDS);
    (void)printf("  %u fit (%u as even as can be), %u clash (%u explained), %u "
                 "by couples, %u undecided\n",
                 seen.fits, seen.even, seen.clashes, seen.explained,
                 seen.couples, seen.undecided);
}

FACT(the_same_question_gives_the_same_groups)
{
    Rand rand = rand_seeded(7);
    for (uint32_t k = 0; k < 200; k++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        Draft draft =
            chance_draft(arena, &rand, (ChanceSizes){5, 3, 7, 0, false});
        Pattern one = {0}, two = {0};
        Err err = {0};
        if (draft.problem.day_count < 3) continue;
        PatternWish wish = {.problem = &draft.problem,
                            .calendar =
                                pattern_of_days(&draft.problem, UINT64_MAX, 2)};
        EXPECT(pattern_make(arena, &wish, &one, &err));
        EXPECT(pattern_make(arena, &wish, &two, &err));
        EXPECT(one.verdict == two.verdict);
        if (one.verdict == PATTERN_FITS && two.verdict == PATTERN_FITS)
            EXPECT(memcmp(one.group_of, two.group_of,
                          draft.problem.row_count) == 0);
    }
}

/* ---- calendars --------------------------------------------------------- */

/* Friday 31 July 2020 to Tuesday 18 August; nobody comes on Saturdays, on
 * Sundays and in the week of 10 August. */
FACT(a_day_off_is_nobodys_turn)
{
    enum { DAYS = 19 };
    Date days[DAYS];
    uint64_t open = 0;
    Date first = {0};
    EXPECT(date_of(2020, 7, 31, &first));
    for (int32_t d = 0; d < DAYS; d++) {
        days[d] = date_plus(first, d);
        bool off = date_weekday(days[d]) >= SATURDAY || (d >= 10 && d < 17);
        open |= (uint64_t)!off << d;
    }
    Problem p = {.days = days, .day_count = DAYS};
    const uint8_t fixed[2] = {1U << FRIDAY | 1U << SATURDAY, 1U << MONDAY};
    PatternCalendar c = pattern_of_days(&p, open, 2);
    EXPECT(c.days[0] == (1U << 0 | 1U << 4 | 1U << 6 | 1U << 17));
    EXPECT(c.days[1] == (1U << 3 | 1U << 5 | 1U << 7 | 1U << 18));
    c = pattern_of_weeks(&p, open, 2);
    EXPECT(c.days[0] == (1U << 0 | 1U << 17 | 1U << 18));
    EXPECT(c.days[1] == (0x1fU << 3));
    c = pattern_of_weekdays(&p, open, fixed, 2);
    EXPECT(c.days[0] == (1U << 0 | 1U << 7));
    EXPECT(c.days[1] == (1U << 3 | 1U << 17));
}

/* ---- a small government ------------------------------------------------ */

static const char half[] =
    "(1) Pada setiap unit kerja: di kantor paling banyak 50% dari seluruh "
    "pegawai, dibulatkan ke bawah.\n";
static const char third[] =
    "(1) Pada setiap unit kerja: di kantor paling banyak 34% dari seluruh "
    "pegawai, dibulatkan ke bawah.\n";

static bool pattern_of_small(Arena *arena, const char *rules, PatternAsk ask,
                             PatternMade *made, Err *err)
{
    SmallOffice *small = NEW(arena, SmallOffice, 1);
    if (!small_office_open(arena, small_texts, rules, small)) return false;
    ask.roster = make_roster_wish();
    ask.roster.window = small_office_days(3, 16);
    ask.unit = tables_unit(&small->tables, "upt");
    PatternPair pair = {tables_person(&small->tables, "U1"),
                        tables_person(&small->tables, "U2")};
    ask.apart = &pair;
    ask.apart_count = 1;
    bool done = make_pattern(&small->office, &ask, made, err);
    if (!done) return false;
    EXPECT_STR(made->audit_said[LANG_EN], "");
    EXPECT(made->verified);
    EXPECT(make_pattern_group(made, pair.a) !=
           make_pattern_group(made, pair.b));
    return true;
}

static const struct {
    const char *name;
    PatternAsk ask;
    const char *rules;
    const char *said; /* of a refusal, or NULL */
} small_cases[] = {
    {"alternate days", {.kind = PATTERN_DAYS, .groups = 2}, half, NULL},
    {"alternate weeks", {.kind = PATTERN_WEEKS, .groups = 2}, half, NULL},
    {"fixed weekdays",
     {.kind = PATTERN_WEEKDAYS, .groups = 2, .weekdays = {0x15, 0x0a}},
     half,
     NULL},
    {"two groups of six in two seats",
     {.kind = PATTERN_DAYS, .groups = 2},
     third,
     "people need a place in 2 groups, the caps (rule 1 paragraph (1)"},
    {"one group",
     {.kind = PATTERN_DAYS, .groups = 1},
     half,
     "a pattern has 2 to 8 groups"},
    {"groups that meet",
     {.kind = PATTERN_WEEKDAYS, .groups = 2, .weekdays = {0x07, 0x1c}},
     half,
     "two groups share a day"},
    {"a group that never comes",
     {.kind = PATTERN_WEEKDAYS, .groups = 2, .weekdays = {0x1f, 0x40}},
     half,
     "a group has no day in the office"},
};

FACT(a_unit_works_in_groups)
{
    for (size_t k = 0; k < COUNT(small_cases); k++) {
        ROW("%s", small_cases[k].name);
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        PatternMade made = {0};
        Err err = {0};
        bool done = pattern_of_small(arena, small_cases[k].rules,
                                     small_cases[k].ask, &made, &err);
        EXPECT(done == (small_cases[k].said == NULL));
        if (small_cases[k].said != NULL)
            EXPECT_HAS(err.text, small_cases[k].said);
        if (done) EXPECT_STR(err.text, "");
    }
}

/* ---- governments ------------------------------------------------------- */

typedef struct {
    uint32_t units, fits, refused, verified, most_uneven;
} Told;

static void ask_unit(Office *office, UnitId unit, PatternAsk ask, Told *told)
{
    AUTO(arena_done) Arena *scratch = arena_open(1 << 22);
    PatternMade *made = NEW(scratch, PatternMade, 1);
    Err err = {0};
    Office own = *office;
    own.arena = scratch;
    own.diags = diags_in(scratch);
    ask.unit = unit;
    ask.roster = make_roster_wish();
    told->units++;
    if (!make_pattern(&own, &ask, made, &err)) {
        EXPECT(own.diags.list.count == 1);
        EXPECT_HAS(own.diags.list.at[0].id, "pola-0");
        told->refused++;
        return;
    }
    EXPECT_STR(made->audit_said[LANG_EN], "");
    told->fits++;
    told->verified += made->verified;
    if ((uint32_t)made->pattern.uneven > told->most_uneven)
        told->most_uneven = (uint32_t)made->pattern.uneven;
}

FACT(units_of_governments_work_in_groups_that_keep_every_rule)
{
    static const struct {
        const char *folder;
        PatternAsk ask;
    } governments[] = {
        {"examples/balikpapan", {.kind = PATTERN_DAYS, .groups = 3}},
        {"examples/balikpapan", {.kind = PATTERN_WEEKS, .groups = 2}},
        {"examples/kotim",
         {.kind = PATTERN_WEEKDAYS, .groups = 5, .weekdays = {1, 2, 4, 8, 16}}},
    };
    (void)setenv("TATAKERJA_DATA", "data", 0); /* NOLINT(*-mt-unsafe) */
    for (size_t k = 0; k < COUNT(governments); k++) {
        ROW("%s, %u groups", governments[k].folder, governments[k].ask.groups);
        AUTO(arena_done) Arena *arena = arena_open(1 << 22);
        Office office;
        Err err = {0};
        Told told = {0};
        if (!EXPECT(office_open(arena, governments[k].folder, &office, &err)))
            continue;
        for (uint32_t u = 0; u < office.r.unit_count && told.units < 12; u++) {
            if (office.r.units[u].work_unit && u % 7 == 3)
                ask_unit(&office, (UnitId){u}, governments[k].ask, &told);
        }
        EXPECT(told.fits > 0);
        EXPECT_INT(told.verified, told.fits);
        (void)printf("  %s, %u groups: %u units, %u in groups, %u refused, "
                     "uneven by %u at most\n",
                     governments[k].folder, governments[k].ask.groups,
                     told.units, told.fits, told.refused, told.most_uneven);
    }
}
