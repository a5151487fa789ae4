/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_roster_clash.c - clashes are small, add up, and have ways out.
 */
#include "chance.h"
#include "harness.h"
#include "roster/clash.h"
#include "roster/roster.h"

#include <string.h>

static Answer solved(Arena *arena, const Problem *p)
{
    Err err = {0};
    Answer answer = {0};
    bool ok = roster_solve(arena, p, (RosterOptions){0}, &answer, &err);
    if (!EXPECT(ok)) EXPECT_STR(err.text, "");
    return answer;
}

static bool is_clash(const Answer *a)
{
    return a->certificate.kind == ANSWER_CLASH;
}

static Clash shrunk(Arena *arena, const Problem *p)
{
    Err err = {0};
    Clash clash = {0};
    Answer answer = solved(arena, p);
    if (!EXPECT(is_clash(&answer))) return clash;
    if (!EXPECT(clash_shrink(arena, p, &answer, &clash, &err)))
        EXPECT_STR(err.text, "");
    return clash;
}

static const ClashDemand *demand(const Clash *clash, ClashKind kind)
{
    for (uint32_t k = 0; k < clash->demand_count; k++) {
        if (clash->demands[k].kind == kind) return &clash->demands[k];
    }
    return NULL;
}

FACT(heads_above_the_cap)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Draft t = draft_of(arena, 5, 3, 12, 0);
    for (uint32_t i = 0; i < 12; i++) {
        t.rows[i].node = i / 4;
        t.rows[i].may = 31;
    }
    for (uint32_t i = 4; i < 7; i++) {
        t.rows[i].must = 31;
        t.rows[i].may = 0;
    }
    for (uint32_t d = 0; d < 5; d++)
        t.most[1][d] = d == 3 ? 1 : 3;
    Clash clash = shrunk(arena, &t.problem);
    EXPECT_INT(clash.demand_count, 2);
    EXPECT_INT(clash.asked, 3);
    EXPECT_INT(clash.left, 1);
    const ClashDemand *cap = demand(&clash, CLASH_CAP);
    const ClashDemand *must = demand(&clash, CLASH_MUST);
    if (!EXPECT(cap != NULL && must != NULL)) return;
    EXPECT_INT(cap->bounds[0].at, 1);
    EXPECT_INT((int64_t)cap->days, 8);
    EXPECT_INT(cap->by, 2);
    EXPECT_INT((int64_t)cap->by_days, 8);
    EXPECT_INT(cap->clause, 1);
    EXPECT_INT(must->by, 2);
    EXPECT_INT(must->places, 3);
    EXPECT(must->people[0] >= 4 && must->people[0] < 7);
}

/* The example of roster.md: 69 person-weeks, five days of 17 with 4 heads. */
static Draft weeks_and_caps(Arena *arena)
{
    Draft t = draft_of(arena, 5, 2, 73, 0);
    for (uint32_t d = 0; d < 5; d++)
        t.most[0][d] = 17;
    t.nodes[1].parent = 0;
    for (uint32_t i = 0; i < 73; i++) {
        t.rows[i].node = i % 2;
        if (i < 4) {
            t.rows[i].must = 31;
            continue;
        }
        t.rows[i].may = 31;
        t.bounds[i][0] = (RowBound){31, 1, 5, 5};
        t.rows[i].bound_count = 1;
    }
    return t;
}

FACT(person_weeks_above_what_the_caps_leave)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Draft t = weeks_and_caps(arena);
    Clash clash = shrunk(arena, &t.problem);
    const ClashDemand *cap = demand(&clash, CLASH_CAP);
    const ClashDemand *least = demand(&clash, CLASH_LEAST);
    const ClashDemand *must = demand(&clash, CLASH_MUST);
    if (!EXPECT(cap != NULL && least != NULL && must != NULL)) return;
    EXPECT_INT(clash.demand_count, 3);
    EXPECT_INT(clash.asked - clash.left, 4);
    EXPECT_INT(least->amount, 69);
    EXPECT_INT(least->clause, 5);
    EXPECT_INT(least->by, 4);
    EXPECT_INT(cap->amount, 85);
    EXPECT_INT(cap->by, 1);
    EXPECT_INT(__builtin_popcountll(cap->by_days), 4);
    EXPECT_INT(must->by, 1);
}

FACT(too_few_qualified_for_a_post)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Draft t = draft_of(arena, 2, 1, 4, 2);
    for (uint32_t i = 0; i < 4; i++)
        t.rows[i].may = 3;
    for (uint32_t k = 0; k < 2; k++) {
        t.posts[k].row_count = 2;
        t.qualified[k][1] = 1;
        t.need[k][1] = 2 - (int32_t)k;
    }
    Clash clash = shrunk(arena, &t.problem);
    EXPECT_INT(clash.demand_count, 2);
    EXPECT_INT(clash.asked, 3);
    EXPECT_INT(clash.left, 2);
    EXPECT_INT(clash.person_days, 2);
    for (uint32_t k = 0; k < clash.demand_count; k++) {
        EXPECT(clash.demands[k].kind == CLASH_NEED);
        EXPECT_INT(clash.demands[k].by, 1);
        EXPECT_INT((int64_t)clash.demands[k].by_days, 2);
    }
}

FACT(a_floor_above_what_people_can_do)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Draft t = draft_of(arena, 2, 1, 3, 0);
    t.least[0][0] = t.least[0][1] = 2;
    for (uint32_t i = 0; i < 3; i++) {
        t.rows[i].may = 3;
        t.bounds[i][0] = (RowBound){3, 0, 1, 9};
        t.rows[i].bound_count = 1;
    }
    Clash clash = shrunk(arena, &t.problem);
    const ClashDemand *most = demand(&clash, CLASH_MOST);
    const ClashDemand *floor = demand(&clash, CLASH_FLOOR);
    if (!EXPECT(most != NULL && floor != NULL)) return;
    EXPECT_INT(floor->by, 1);
    EXPECT_INT(__builtin_popcountll(floor->by_days), 1);
    EXPECT_INT(most->by, 1);
    EXPECT_INT(most->clause, 9);
    EXPECT_INT(most->bound_count, 3);
}

/* ---- at random: each demand is needed, each way leads out ---- */

static bool bound_meets(const ClashDemand *d, uint32_t at, uint64_t days)
{
    for (uint32_t k = 0; k < d->bound_count; k++) {
        if (d->bounds[k].at == at && (d->bounds[k].days & days) != 0)
            return true;
    }
    return false;
}

/* Let go of all bounds that the clash does not name, and of `without`. */
static Draft clash_alone(Arena *arena, const Problem *p, const Clash *clash,
                         uint32_t without)
{
    Draft t = draft_copy(arena, p);
    uint32_t kept[6] = {NO_INDEX, NO_INDEX, NO_INDEX,
                        NO_INDEX, NO_INDEX, NO_INDEX};
    for (uint32_t k = 0; k < clash->demand_count; k++) {
        if (k != without) kept[clash->demands[k].kind] = k;
    }
    for (uint32_t d = 0; d < p->day_count; d++) {
        uint64_t day = UINT64_C(1) << d;
        for (uint32_t n = 0; n < p->node_count; n++) {
            uint32_t cap = kept[CLASH_CAP];
            if (cap == NO_INDEX || !bound_meets(&clash->demands[cap], n, day))
                t.most[n][d] = PROBLEM_FREE;
            bool floor = false;
            for (uint32_t k = 0; k < clash->demand_count; k++)
                floor |= k != without &&
                         clash->demands[k].kind == CLASH_FLOOR &&
                         bound_meets(&clash->demands[k], n, day);
            if (!floor) t.least[n][d] = 0;
        }
        for (uint32_t n = 0; n < p->post_count; n++) {
            bool need = false;
            for (uint32_t k = 0; k < clash->demand_count; k++)
                need |= k != without && clash->demands[k].kind == CLASH_NEED &&
                        bound_meets(&clash->demands[k], n, day);
            if (!need) t.need[n][d] = 0;
        }
    }
    for (uint32_t i = 0; i < p->row_count; i++) {
        uint32_t least = kept[CLASH_LEAST], most = kept[CLASH_MOST];
        uint32_t must = kept[CLASH_MUST];
        for (uint32_t b = 0; b < t.rows[i].bound_count; b++) {
            if (least == NO_INDEX) t.bounds[i][b].least = 0;
            if (most == NO_INDEX) t.bounds[i][b].most = PROBLEM_FREE;
        }
        for (uint32_t d = 0; d < p->day_count; d++) {
            uint64_t day = t.rows[i].must & (UINT64_C(1) << d);
            bool hold =
                must != NO_INDEX && bound_meets(&clash->demands[must], i, day);
            if (hold) continue;
            t.rows[i].must &= ~day;
            t.rows[i].may |= day;
        }
    }
    return t;
}

FACT(a_random_clash_is_one_and_none_of_it_is_spare)
{
    Rand rand = rand_seeded(41);
    int seen = 0;
    for (int k = 0; k < 1500; k++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        Draft t = chance_draft(arena, &rand, (ChanceSizes){5, 3, 8, 2, true});
        Answer a = solved(arena, &t.problem);
        if (!is_clash(&a)) continue;
        Clash clash = shrunk(arena, &t.problem);
        seen++;
        EXPECT(clash.demand_count > 0 && clash.asked > clash.left);
        Draft alone = clash_alone(arena, &t.problem, &clash, NO_INDEX);
        a = solved(arena, &alone.problem);
        if (!EXPECT(is_clash(&a))) return;
        for (uint32_t d = 0; d < clash.demand_count; d++) {
            EXPECT(clash.demands[d].by > 0 && clash.demands[d].cost > 0);
            EXPECT(d == 0 ||
                   clash.demands[d - 1].cost <= clash.demands[d].cost);
        }
    }
    EXPECT(seen > 300);
}

FACT(without_any_one_demand_there_is_a_roster)
{
    Rand rand = rand_seeded(42);
    for (int k = 0; k < 800; k++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        Draft t = chance_draft(arena, &rand, (ChanceSizes){5, 3, 8, 2, true});
        Answer a = solved(arena, &t.problem);
        if (!is_clash(&a)) continue;
        Clash clash = shrunk(arena, &t.problem);
        for (uint32_t d = 0; d < clash.demand_count; d++) {
            ClashKind kind = clash.demands[d].kind;
            if (kind == CLASH_LEAST || kind == CLASH_MOST) continue;
            Draft less = clash_alone(arena, &t.problem, &clash, d);
            /* Windows outside the clash are still in it: let them go. */
            for (uint32_t i = 0; i < less.problem.row_count; i++) {
                if (demand(&clash, CLASH_LEAST) == NULL &&
                    demand(&clash, CLASH_MOST) == NULL)
                    less.rows[i].bound_count = 0;
            }
            a = solved(arena, &less.problem);
            bool windows = demand(&clash, CLASH_LEAST) != NULL ||
                           demand(&clash, CLASH_MOST) != NULL;
            if (!EXPECT(windows || !is_clash(&a))) return;
        }
    }
}
