/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_floors.c - floors alone: "di kantor paling sedikit 1 orang" where the
 * other rules have people at home.
 *
 * Beside the roster stands every set of people that could be called, a day at
 * a time: the smallest that gives floors and counters what they ask for.
 */
#include "harness.h"
#include "roster/demand_build.h"
#include "small_office.h"
#include "small_texts.h"

#include <pthread.h>

#define EACH "Pada setiap unit kerja: "
#define ALL  " dari seluruh pegawai, dibulatkan ke "
#define REST "Selebihnya boleh di rumah.\n"

static const struct {
    const char *name, *rules;
} cases[] = {
    {"one in each unit",
     "(1) " EACH "di kantor paling sedikit 1 orang.\n(2) " REST         },
    {"a share, and all may be at home",
     "(1) Pegawai boleh di rumah.\n"
     "(2) " EACH "di kantor paling sedikit 30%" ALL "atas.\n"           },
    {"the head must come and counts",
     "(1) Kepala perangkat daerah wajib di kantor.\n"
     "(2) " EACH "di kantor paling sedikit 2 orang.\n(3) " REST         },
    {"agency and unit, one inside the other",
     "(1) Pada setiap perangkat daerah: di kantor paling sedikit 6 orang.\n"
     "(2) " EACH "di kantor paling sedikit 1 orang.\n"
     "(3) Pegawai lainnya wajib di rumah.\n"                            },
    {"the units ask for more than the agency",
     "(1) Pada setiap perangkat daerah: di kantor paling sedikit 3 orang.\n"
     "(2) " EACH "di kantor paling sedikit 40%" ALL "atas.\n(3) " REST  },
    {"sections",                                      "(1) Pada setiap seksi: di kantor paling sedikit 1 orang.\n"
                 "(2) Pegawai lainnya boleh di rumah.\n"},
    {"the agency on Mondays, its sections every day",
     "(1) Setiap Senin, pada setiap perangkat daerah: di kantor paling sedikit "
     "6 orang.\n"
     "(2) Pada setiap seksi: di kantor paling sedikit 1 orang.\n"
     "(3) Pegawai lainnya wajib di rumah.\n"                            },
    {"some may be at home, the others work as usual",
     "(1) Pegawai pada Seksi Satu boleh di rumah.\n"
     "(2) " EACH "di kantor paling sedikit 3 orang.\n"                  },
    {"the others are too few",
     "(1) Pegawai pada Seksi Satu dan UPTD Contoh boleh di rumah.\n"
     "(2) " EACH "di kantor paling sedikit 5 orang.\n"                  },
    {"nobody may be at home",
     "(1) " EACH "di kantor paling sedikit 1 orang.\n"                  },
};

/* ---- every set ----------------------------------------------------------- */

typedef struct {
    const SmallOffice *s;
    const LawDay *law;
    Directive said[SMALL_PEOPLE];
    uint32_t called; /* the set, a bit each */
} Day;

static bool is_in(const Day *d, uint32_t p)
{
    const Directive *said = &d->said[p];
    if (said->letter != PLACED_OPEN) return said->letter == PLACED_OFFICE;
    return said->otherwise == PLACED_OFFICE || (d->called >> p & 1) != 0;
}

/* Of the unit, without those who were called by name. */
static bool floor_holds(const Day *d, ClauseId id, UnitId unit)
{
    const Cap *cap = &corpus_clause(&d->s->made.corpus, id)->cap;
    int32_t base = 0, in = 0, able = 0;
    for (uint32_t p = 0; p < SMALL_PEOPLE; p++) {
        if (law_cap_unit(d->law, id, (PersonId){p}).index != unit.index)
            continue;
        base++;
        in += is_in(d, p) && d->said[p].step != STEP_RECALL;
        able += (is_in(d, p) && d->said[p].step != STEP_RECALL) ||
                d->said[p].letter == PLACED_OPEN;
    }
    int32_t wanted = cap_number(cap, base);
    return in >= (wanted < able ? wanted : able);
}

static bool floors_hold(const Day *d)
{
    const Corpus *c = &d->s->made.corpus;
    for (uint32_t i = 0; i < c->clause_count; i++) {
        if (c->clauses[i].act != ACT_CAP ||
            !clause_holds(c, (ClauseId){i}, law_date(d->law)))
            continue;
        for (uint32_t u = 0; u < c->r->unit_count; u++) {
            if (!floor_holds(d, (ClauseId){i}, (UnitId){u})) return false;
        }
    }
    return true;
}

/* Officers at work that the counters from `c` on can have, one each. */
static int32_t served(const Day *d, uint32_t c, int32_t got, uint32_t busy)
{
    const Register *r = d->s->made.corpus.r;
    if (c == r->counter_count) return 0;
    const Counter *counter = &r->counters[c];
    Weekday today = date_weekday(law_date(d->law));
    bool open = (counter->weekdays >> today & 1) != 0;
    int32_t best = served(d, c + 1, 0, busy);
    for (size_t k = 0; open && got < counter->need && k < counter->staff_count;
         k++) {
        uint32_t p = counter->staff[k].index;
        if ((busy >> p & 1) != 0 || !is_in(d, p)) continue;
        int32_t more = 1 + served(d, c, got + 1, busy | 1U << p);
        if (more > best) best = more;
    }
    return best;
}

/* The fewest called of whom the other rules have at home. */
static int32_t fewest(Day *d, uint32_t home)
{
    int32_t best = SMALL_PEOPLE, counters = 0;
    d->called = home;
    int32_t most = served(d, 0, 0, 0);
    for (d->called = 0; d->called <= home; d->called++) {
        int32_t size = __builtin_popcount(d->called);
        if ((d->called & ~home) != 0 || size >= best || !floors_hold(d))
            continue;
        counters = served(d, 0, 0, 0);
        if (counters == most) best = size;
    }
    return best;
}

static void compare_day(Arena *arena, const SmallOffice *s, uint32_t day)
{
    const Plan *plan = &s->made.demand.plan;
    Day d = {.s = s, .law = law_day(arena, &s->made.corpus, plan->days[day])};
    uint32_t home = 0;
    int32_t in = 0;
    for (uint32_t p = 0; p < SMALL_PEOPLE; p++) {
        d.said[p] = law_person(d.law, (PersonId){p});
        char cell = plan_cell(plan, (PersonId){p}, day);
        if (d.said[p].letter != PLACED_OPEN) continue;
        if (d.said[p].otherwise == PLACED_HOME) home |= 1U << p;
        if (d.said[p].otherwise == PLACED_HOME) in += cell == PLACED_OFFICE;
        if (d.said[p].otherwise != PLACED_HOME) EXPECT_INT(cell, PLACED_OFFICE);
    }
    ROW("day %u", day);
    EXPECT_INT(in, home == 0 ? 0 : fewest(&d, home));
}

FACT(no_more_are_called_than_floors_and_counters_ask_for)
{
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%s", cases[i].name);
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        SmallOffice *s = NEW(arena, SmallOffice, 1);
        if (!small_office_open(arena, small_texts, cases[i].rules, s) ||
            !small_office_roster(s, 3, 14))
            continue;
        EXPECT(s->made.verified);
        EXPECT_STR(s->made.audit_said[LANG_EN], "");
        for (uint32_t day = 0; day < s->made.demand.plan.day_count; day++)
            compare_day(arena, s, day);
    }
}

FACT(turns_under_a_floor_go_round)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    SmallOffice *s = NEW(arena, SmallOffice, 1);
    const char *texts[TABLE_COUNT];
    for (size_t t = 0; t < TABLE_COUNT; t++)
        texts[t] = small_texts[t];
    texts[TABLE_COUNTERS] = NULL;
    if (!small_office_open(arena, texts, cases[0].rules, s) ||
        !small_office_roster(s, 3, 14))
        return;
    /* of the UPTD's six, one a day in ten days: once or twice each */
    for (uint32_t p = 8; p < SMALL_PEOPLE; p++) {
        const Plan *plan = &s->made.demand.plan;
        int in = 0;
        for (uint32_t day = 0; day < plan->day_count; day++)
            in += plan_cell(plan, (PersonId){p}, day) == PLACED_OFFICE;
        ROW("person %u", p);
        EXPECT(in == 1 || in == 2);
    }
}

/* A fresh plan with somebody more is not believed; a floor forbids nobody, so
 * it breaks no rule either. */
FACT(the_auditor_sees_who_was_called_for_nothing)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    SmallOffice *s = NEW(arena, SmallOffice, 1);
    PlanCount count = {0};
    Err err = {0};
    if (!small_office_open(arena, small_texts, cases[0].rules, s) ||
        !small_office_roster(s, 3, 14))
        return;
    const Demand *d = &s->made.demand;
    EXPECT(audit_plan(&d->plan, &s->made.corpus, arena, &count, &err));
    EXPECT_INT((int)count.spare, 0);
    uint32_t a = 0;
    while (plan_cell(&d->plan, (PersonId){1 + a}, 0) == PLACED_OFFICE)
        a++;
    size_t cell = (size_t)(1 + a) * d->plan.day_count;
    for (uint32_t p = 0; p < SMALL_PEOPLE; p++) {
        size_t other = (size_t)p * d->plan.day_count;
        UnitId unit =
            s->office.r.work_unit_of[s->office.r.people[p].unit.index];
        if (unit.index == s->office.r.work_unit_of[1].index &&
            d->cells[other] == PLACED_OFFICE)
            d->reasons[cell] = d->reasons[other];
    }
    d->cells[cell] = PLACED_OFFICE;
    bool held = audit_plan(&d->plan, &s->made.corpus, arena, &count, &err);
    if (!EXPECT(held)) EXPECT_STR(err.text, "");
    EXPECT_INT((int)count.spare, 2);
}

/* ---- let out again ------------------------------------------------------- */

static uint32_t root_of(const Problem *p, uint32_t node)
{
    while (p->nodes[node].parent != NO_INDEX)
        node = p->nodes[node].parent;
    return node;
}

/* Somebody asked for by name comes beside those whom the floors call. */
static void expect_freed(Arena *arena, const Demand *d)
{
    Problem p = d->problem;
    for (uint32_t n = 0; n < p.node_count; n++) {
        for (uint32_t day = 0; day < p.day_count; day++) {
            ROW("node %u, day %u", n, day);
            demand_free(arena, d->corpus, &p, n, day);
            EXPECT_INT(p.nodes[root_of(&p, n)].most[day], PROBLEM_FREE);
            const ProblemNode *freed = p.nodes;
            demand_free(arena, d->corpus, &p, n, day);
            EXPECT(p.nodes == freed);
        }
    }
}

/* All at once, and each node and its bounds are copied once. */
static void expect_all_freed(Arena *arena, const Demand *d)
{
    Problem p = d->problem;
    size_t days = p.day_count * sizeof(int32_t);
    size_t before = arena_used(arena);
    demand_free_all(arena, d->corpus, &p);
    EXPECT(arena_used(arena) - before <=
           (p.node_count + 2) * (sizeof *p.nodes + days + 16));
    for (uint32_t n = 0; n < p.node_count; n++) {
        ROW("node %u", n);
        for (uint32_t day = 0; day < p.day_count; day++)
            EXPECT_INT(p.nodes[n].most[day], PROBLEM_FREE);
    }
}

/* Whoever was in by a plan stays in: here, everybody. */
static void expect_kept(Arena *arena, const Demand *d)
{
    Problem p = d->problem;
    uint64_t *office = NEW(arena, uint64_t, p.row_count + 1);
    for (uint32_t i = 0; i < p.row_count; i++)
        office[i] = p.rows[i].may;
    demand_keep(arena, d->corpus, &p, office);
    for (uint32_t i = 0; i < p.row_count; i++) {
        if (p.rows[i].node == NO_INDEX) continue;
        for (uint32_t day = 0; day < p.day_count; day++) {
            if ((p.rows[i].may >> day & 1) == 0) continue;
            uint32_t root = root_of(&p, p.rows[i].node);
            int32_t there = 0;
            for (uint32_t k = 0; k < p.row_count; k++)
                there += root_of(&p, p.rows[k].node) == root &&
                         ((p.rows[k].may | p.rows[k].must) >> day & 1) != 0;
            ROW("row %u, day %u", i, day);
            EXPECT(p.nodes[root].most[day] >= there);
        }
    }
}

FACT(a_floor_keeps_nobody_away_who_is_asked_for_or_is_in)
{
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%s", cases[i].name);
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        SmallOffice *s = NEW(arena, SmallOffice, 1);
        if (!small_office_open(arena, small_texts, cases[i].rules, s) ||
            !small_office_roster(s, 3, 14))
            continue;
        expect_freed(arena, &s->made.demand);
        expect_all_freed(arena, &s->made.demand);
        expect_kept(arena, &s->made.demand);
    }
}

/* ---- as many posts as there can be --------------------------------------- */

enum { POSTS = 20000, SMALL_STACK = 256 * 1024 };

/* Post i may have the officers i and i + 1 and gets i; the last may have the
 * first officer alone, so that every other post must take its second. */
static const ProblemPost *chain_of_posts(Arena *arena)
{
    ProblemPost *posts = NEW(arena, ProblemPost, POSTS);
    uint32_t *rows = NEW(arena, uint32_t, POSTS + 1);
    int32_t *need = NEW(arena, int32_t, 1);
    need[0] = 1;
    for (uint32_t i = 0; i <= POSTS; i++)
        rows[i] = i;
    for (uint32_t i = 0; i < POSTS; i++)
        posts[i] = (ProblemPost){
            .node = 0, .need = need, .rows = rows + i, .row_count = 2};
    posts[POSTS - 1].rows = rows;
    posts[POSTS - 1].row_count = 1;
    return posts;
}

static const ProblemRow *officers(Arena *arena)
{
    ProblemRow *rows = NEW(arena, ProblemRow, POSTS);
    for (uint32_t i = 0; i < POSTS; i++)
        rows[i] = (ProblemRow){.node = 0, .must = 1};
    return rows;
}

static Seats *one_tree(Arena *arena, ProblemNode *node)
{
    int32_t *most = NEW(arena, int32_t, 1);
    Seats *seats = NEW(arena, Seats, 1);
    most[0] = PROBLEM_FREE;
    *seats = (Seats){.least = NEW(arena, int32_t, 1),
                     .most = most,
                     .hard = most,
                     .why = NEW(arena, BoundWhy, 1),
                     .why_least = NEW(arena, BoundWhy, 1),
                     .why_hard = NEW(arena, BoundWhy, 1)};
    *node = (ProblemNode){.parent = NO_INDEX,
                          .least = seats->least,
                          .most = most,
                          .why = seats->why,
                          .why_least = seats->why_least};
    return seats;
}

static Making chained(Arena *arena, Demand *out)
{
    ProblemNode *node = NEW(arena, ProblemNode, 1);
    Seats *seats = one_tree(arena, node);
    out->problem = (Problem){.day_count = 1,
                             .nodes = node,
                             .node_count = 1,
                             .rows = officers(arena),
                             .row_count = POSTS,
                             .posts = chain_of_posts(arena),
                             .post_count = POSTS};
    Making m = {.arena = arena, .out = out, .seats = seats};
    VEC_PUSH(arena, &m.opens, ((OpenReason){.otherwise = PLACED_HOME}));
    return m;
}

static void *bound(void *making)
{
    demand_floors(making);
    return NULL;
}

FACT(posts_that_hang_on_each_other_need_no_deep_stack)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Demand demand = {0};
    Making m = chained(arena, &demand);
    pthread_attr_t attr;
    pthread_t thread;
    EXPECT_INT(pthread_attr_init(&attr), 0);
    EXPECT_INT(pthread_attr_setstacksize(&attr, SMALL_STACK), 0);
    if (!EXPECT_INT(pthread_create(&thread, &attr, bound, &m), 0)) return;
    EXPECT_INT(pthread_join(thread, NULL), 0);
    EXPECT_INT(pthread_attr_destroy(&attr), 0);
    /* each post has one of those who come anyway */
    EXPECT_INT(m.seats[0].most[0], POSTS);
}
