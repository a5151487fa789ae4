/* SPDX-License-Identifier: Apache-2.0 */
#include "brute.h"

#include <string.h>

typedef struct {
    uint32_t row, day;
    uint32_t values, value; /* 0 home if free, then office, then posts */
    bool forced;
    uint32_t posts[BRUTE_POSTS];
} Cell;

typedef struct {
    const Problem *p;
    Cell cells[BRUTE_CELLS];
    uint32_t count;
    int32_t *in_node, *at_post; /* node x day, post x day */
} Brute;

static bool qualified(const ProblemPost *post, uint32_t row)
{
    for (uint32_t k = 0; k < post->row_count; k++) {
        if (post->rows[k] == row) return true;
    }
    return false;
}

static Cell cell_of(const Problem *p, uint32_t row, uint32_t day, bool forced)
{
    Cell cell = {.row = row, .day = day, .forced = forced};
    uint32_t posts = 0;
    for (uint32_t k = 0; k < p->post_count; k++) {
        if (!qualified(&p->posts[k], row)) continue;
        if (posts < BRUTE_POSTS) cell.posts[posts] = k;
        posts++;
    }
    cell.values = posts + (forced ? 1 : 2);
    return cell;
}

uint64_t brute_size(const Problem *p, uint64_t limit)
{
    uint64_t size = 1;
    uint32_t cells = 0;
    for (uint32_t i = 0; i < p->row_count; i++) {
        for (uint32_t d = 0; d < p->day_count && size <= limit; d++) {
            bool forced = (p->rows[i].must >> d & 1) != 0;
            bool free = (p->rows[i].may >> d & 1) != 0;
            if (!forced && !free) continue;
            size *= cell_of(p, i, d, forced).values;
            cells++;
        }
    }
    return size > limit || cells > BRUTE_CELLS ? limit + 1 : size;
}

/* The post the cell serves, or NO_INDEX; whether it is in the office. */
static bool cell_in(const Cell *cell, uint32_t *post)
{
    uint32_t value = cell->value + (cell->forced ? 1 : 0);
    *post = value < 2 ? NO_INDEX : cell->posts[value - 2];
    return value > 0;
}

static void count_up(const Problem *p, int32_t *in_node, uint32_t node,
                     uint32_t day)
{
    for (uint32_t n = node; n != NO_INDEX; n = p->nodes[n].parent)
        in_node[n * p->day_count + day]++;
}

static bool places_hold(const Problem *p, const int32_t *in_node,
                        const int32_t *at_post)
{
    uint32_t days = p->day_count;
    for (uint32_t n = 0; n < p->node_count; n++) {
        for (uint32_t d = 0; d < days; d++) {
            int32_t in = in_node[n * days + d];
            if (in < p->nodes[n].least[d] || in > p->nodes[n].most[d])
                return false;
        }
    }
    for (uint32_t k = 0; k < p->post_count; k++) {
        for (uint32_t d = 0; d < days; d++) {
            if (at_post[k * days + d] < p->posts[k].need[d]) return false;
        }
    }
    return true;
}

static bool windows_hold(const ProblemRow *row, uint64_t office)
{
    for (uint32_t b = 0; b < row->bound_count; b++) {
        int32_t in = __builtin_popcountll(office & row->bounds[b].days);
        if (in < row->bounds[b].least || in > row->bounds[b].most) return false;
    }
    return true;
}

static bool now_holds(Brute *b, uint64_t *office)
{
    const Problem *p = b->p;
    memset(office, 0, p->row_count * sizeof *office);
    memset(b->in_node, 0,
           (size_t)p->node_count * p->day_count * sizeof b->in_node[0]);
    memset(b->at_post, 0,
           ((size_t)p->post_count * p->day_count + 1) * sizeof b->at_post[0]);
    for (uint32_t k = 0; k < b->count; k++) {
        const Cell *cell = &b->cells[k];
        uint32_t post = NO_INDEX;
        if (!cell_in(cell, &post)) continue;
        office[cell->row] |= UINT64_C(1) << cell->day;
        bool plain = post == NO_INDEX;
        if (!plain) b->at_post[post * p->day_count + cell->day]++;
        count_up(p, b->in_node,
                 plain ? p->rows[cell->row].node : p->posts[post].node,
                 cell->day);
    }
    for (uint32_t i = 0; i < p->row_count; i++) {
        if (!windows_hold(&p->rows[i], office[i])) return false;
    }
    return places_hold(p, b->in_node, b->at_post);
}

static bool next(Brute *b)
{
    for (uint32_t k = 0; k < b->count; k++) {
        if (++b->cells[k].value < b->cells[k].values) return true;
        b->cells[k].value = 0;
    }
    return false;
}

static void keep_better(const Problem *p, const uint64_t *office,
                        BruteAnswer *best)
{
    int64_t presence = 0, fairness = 0;
    for (uint32_t i = 0; i < p->row_count; i++) {
        int64_t in = __builtin_popcountll(office[i]);
        int64_t level = p->rows[i].offset + in;
        presence += in;
        fairness += level * level;
    }
    bool better = !best->feasible || presence > best->presence ||
                  (presence == best->presence && fairness < best->fairness);
    if (better) *best = (BruteAnswer){true, presence, fairness};
}

BruteAnswer brute_solve(Arena *arena, const Problem *p)
{
    Brute b = {.p = p};
    BruteAnswer best = {0};
    uint64_t *office = NEW(arena, uint64_t, p->row_count + 1);
    b.in_node = NEW(arena, int32_t, (size_t)p->node_count * p->day_count);
    b.at_post = NEW(arena, int32_t, (size_t)p->post_count * p->day_count + 1);
    for (uint32_t i = 0; i < p->row_count; i++) {
        for (uint32_t d = 0; d < p->day_count; d++) {
            bool forced = (p->rows[i].must >> d & 1) != 0;
            bool free = (p->rows[i].may >> d & 1) != 0;
            if (!forced && !free) continue;
            CHECK(b.count < BRUTE_CELLS);
            b.cells[b.count] = cell_of(p, i, d, forced);
            CHECK(b.cells[b.count].values <= BRUTE_POSTS + 2);
            b.count++;
        }
    }
    do {
        if (now_holds(&b, office)) keep_better(p, office, &best);
    } while (next(&b));
    return best;
}

bool brute_holds(Arena *scratch, const Problem *p, const uint64_t *office,
                 const uint32_t *post_at)
{
    uint32_t days = p->day_count;
    int32_t *in_node = NEW(scratch, int32_t, (size_t)p->node_count * days);
    int32_t *at_post = NEW(scratch, int32_t, (size_t)p->post_count * days + 1);
    for (uint32_t i = 0; i < p->row_count; i++) {
        const ProblemRow *row = &p->rows[i];
        bool allowed = (row->must & ~office[i]) == 0 &&
                       (office[i] & ~(row->must | row->may)) == 0;
        if (!allowed || !windows_hold(row, office[i])) return false;
        for (uint32_t d = 0; d < days; d++) {
            uint32_t post = post_at[i * days + d];
            bool in = (office[i] >> d & 1) != 0;
            if (!in && post != NO_INDEX) return false;
            if (!in) continue;
            if (post != NO_INDEX && !qualified(&p->posts[post], i))
                return false;
            if (post != NO_INDEX) at_post[post * days + d]++;
            count_up(p, in_node,
                     post == NO_INDEX ? row->node : p->posts[post].node, d);
        }
    }
    return places_hold(p, in_node, at_post);
}
