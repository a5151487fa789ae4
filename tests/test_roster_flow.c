/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_roster_flow.c - the flow found by searches alone, without the greedy
 * start, is as good and meets every bound: the start may be anything.
 */
#include "chance.h"
#include "harness.h"
#include "roster/flow.h"
#include "roster/roster.h"

typedef struct {
    bool feasible;
    int64_t presence, fairness;
} Worth;

/* Every arc of the network between its bounds, and flow conserved. */
static bool seats_hold(const Net *net, uint32_t c)
{
    const NetClass *class = &net->classes[c];
    int64_t sum = 0;
    for (uint32_t d = 0; d < net->days; d++) {
        int32_t seats = net->seat[c * net->days + d], plain = seats;
        uint64_t day = UINT64_C(1) << d;
        bool known = ((class->must | class->may) & day) != 0;
        for (uint32_t k = 0; k < class->pair_count; k++)
            plain -= net->pair_flow[(class->pair_first + k) * net->days + d];
        if (seats < 0 || seats > (known ? (int64_t) class->size : 0))
            return false;
        if (plain < 0 || plain > (int64_t) class->size) return false;
        if ((class->must & day) != 0 && seats != (int64_t) class->size)
            return false;
        sum += seats;
    }
    return sum == class->seats;
}

static bool bounds_hold(const Net *net)
{
    for (uint32_t b = 0; b < net->bound_count; b++) {
        const NetBound *bound = &net->bounds[b];
        int64_t sum = 0;
        for (uint64_t m = bound->days; m != 0; m &= m - 1)
            sum += net->seat[bound->class * net->days +
                             (uint32_t)__builtin_ctzll(m)];
        if (sum != bound->flow || sum < bound->least || sum > bound->most)
            return false;
    }
    return true;
}

static int64_t into_node(const Net *net, uint32_t n, uint32_t d)
{
    const NetNode *node = &net->nodes[n];
    int64_t sum = 0;
    for (uint32_t c = node->class_first; c < node->class_end; c++) {
        const NetClass *class = &net->classes[c];
        sum += net->seat[c * net->days + d];
        for (uint32_t k = 0; k < class->pair_count; k++)
            sum -= net->pair_flow[(class->pair_first + k) * net->days + d];
    }
    for (uint32_t k = 0; k < net->post_count; k++) {
        if (net->posts[k].node == n) sum += net->post_flow[k * net->days + d];
    }
    for (uint32_t k = n + 1; k < net->node_count; k++) {
        if (net->nodes[k].parent == n) sum += net->node_flow[k * net->days + d];
    }
    return sum;
}

static bool places_hold(const Net *net, uint32_t d)
{
    for (uint32_t k = 0; k < net->post_count; k++) {
        const NetPost *post = &net->posts[k];
        int64_t sum = 0, flow = net->post_flow[k * net->days + d];
        for (uint32_t i = post->pair_first; i < post->pair_end; i++)
            sum += net->pair_flow[net->by_post[i] * net->days + d];
        if (sum != flow || flow < post->need[d]) return false;
    }
    for (uint32_t n = 0; n < net->node_count; n++) {
        int64_t flow = net->node_flow[n * net->days + d];
        if (flow != into_node(net, n, d) || flow < net->nodes[n].least[d] ||
            flow > net->nodes[n].most[d])
            return false;
    }
    return true;
}

static bool net_holds(const Net *net)
{
    bool holds = bounds_hold(net);
    for (uint32_t c = 0; c < net->class_count; c++)
        holds = holds && seats_hold(net, c);
    for (uint32_t d = 0; d < net->days; d++)
        holds = holds && places_hold(net, d);
    return holds;
}

static void add_worth(const Net *net, Worth *worth)
{
    worth->presence += net->total;
    for (uint32_t c = 0; c < net->class_count; c++) {
        const NetClass *class = &net->classes[c];
        int64_t level = class->offset + class->seats / class->size;
        int64_t over = class->seats % class->size;
        worth->fairness += level * level * (class->size - over) +
                           (level + 1) * (level + 1) * over;
    }
}

static Worth solved_cold(Arena *arena, const Problem *p)
{
    RowClasses rows = classes_of(arena, p, false);
    Groups groups = groups_of(arena, p, &rows);
    Worth worth = {.feasible = true};
    for (uint32_t g = 0; g < groups.group_count && worth.feasible; g++) {
        Net net = {0};
        Err err = {0};
        EXPECT(
            net_build(arena, p, &rows, &groups, &groups.groups[g], &net, &err));
        Search search = search_in(arena, &net);
        worth.feasible = flow_feasible(&net, &search);
        if (!worth.feasible) break;
        EXPECT(net_holds(&net));
        flow_highest(&net, &search);
        EXPECT(net_holds(&net));
        flow_fairest(&net, &search);
        EXPECT(net_holds(&net));
        add_worth(&net, &worth);
    }
    return worth;
}

static bool cold_is_as_good(Arena *arena, const Problem *p)
{
    Answer answer = {0};
    Err err = {0};
    Worth cold = solved_cold(arena, p);
    EXPECT(roster_solve(arena, p, (RosterOptions){0}, &answer, &err));
    bool solved = answer.certificate.kind == ANSWER_SOLVED;
    if (!EXPECT(cold.feasible == solved)) return false;
    return !solved || (EXPECT_INT(cold.presence, answer.presence) &&
                       EXPECT_INT(cold.fairness, answer.fairness));
}

static void try_sizes(ChanceSizes sizes, uint64_t seed, int count)
{
    Rand rand = rand_seeded(seed);
    bool good = true;
    for (int k = 0; k < count && good; k++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 15);
        Draft t = chance_draft(arena, &rand, sizes);
        good = cold_is_as_good(arena, &t.problem);
    }
    EXPECT(good);
}

FACT(searches_alone_find_the_optimum_of_small_problems)
{
    try_sizes((ChanceSizes){5, 3, 8, 2, false}, 51, 2000);
    try_sizes((ChanceSizes){5, 3, 8, 2, true}, 52, 1000);
}

FACT(searches_alone_find_the_optimum_of_large_classes)
{
    try_sizes((ChanceSizes){6, 2, 60, 2, false}, 53, 1500);
    try_sizes((ChanceSizes){6, 2, 60, 2, true}, 54, 1500);
    try_sizes((ChanceSizes){20, 5, 80, 4, false}, 55, 300);
}

/*
 * A few large classes that start from different levels under one cap, with
 * windows that they must keep to and a floor on each day: much to exchange,
 * and little room for each exchange.
 */
static Draft uneven_classes(Arena *arena, Rand *rand)
{
    enum { DAYS = 6, CLASSES = 4 };
    uint32_t size[CLASSES] = {0}, rows = 0, i = 0;
    for (uint32_t c = 0; c < CLASSES; c++)
        rows += size[c] = 2 + rand_below(rand, 12);
    Draft t = draft_of(arena, DAYS, 2, rows, 1);
    t.nodes[1].parent = 0;
    for (uint32_t d = 0; d < DAYS; d++) {
        t.most[0][d] = (int32_t)(rows / 2 + rand_below(rand, rows / 3));
        t.least[1][d] = (int32_t)rand_below(rand, 5);
        t.need[0][d] = (int32_t)rand_below(rand, 4);
    }
    t.posts[0].node = rand_below(rand, 2);
    for (uint32_t c = 0; c < CLASSES; c++) {
        uint64_t may = (rand_next(rand) | rand_next(rand)) & 63;
        uint32_t half = 1 + rand_below(rand, 5), node = rand_below(rand, 2);
        int32_t offset = (int32_t)rand_below(rand, 5);
        int32_t least = (int32_t)rand_below(rand, 3);
        int32_t most = least + (int32_t)rand_below(rand, 3);
        bool serves = rand_chance(rand, 600);
        for (uint32_t end = i + size[c]; i < end; i++) {
            t.rows[i].node = node;
            t.rows[i].may = may;
            t.rows[i].offset = offset;
            t.rows[i].bound_count = 2;
            t.bounds[i][0] = (RowBound){63, least, 5, 1};
            t.bounds[i][1] =
                (RowBound){(UINT64_C(1) << half) - 1, least / 2, most, 1};
            if (serves) t.qualified[0][t.posts[0].row_count++] = i;
        }
    }
    return t;
}

FACT(uneven_large_classes_exchange_no_more_than_there_is_room_for)
{
    Rand rand = rand_seeded(56);
    for (int k = 0; k < 8000; k++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 15);
        Draft t = uneven_classes(arena, &rand);
        if (!cold_is_as_good(arena, &t.problem)) return;
    }
}
