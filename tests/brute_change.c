/* SPDX-License-Identifier: Apache-2.0 */
#include "brute_change.h"

#include <string.h>

typedef struct {
    uint32_t row, day;
    uint32_t values, value; /* 0 home if free, then office, then posts */
    bool forced;
    uint32_t posts[BRUTE_POSTS];
} Cell;

/* One assignment: days in the office, and posts by row and day. */
typedef struct {
    uint64_t *office;
    uint32_t *post_at;
} Plan1;

typedef struct {
    const PlanChange *c;
    const Problem *p;
    Cell cells[BRUTE_CELLS];
    uint32_t count;
    Plan1 plan;
    int32_t *in_node, *at_post;
} Brute;

static bool frozen(const PlanChange *c, uint32_t day)
{
    return (c->frozen >> day & 1) != 0;
}

static bool qualified(const ProblemPost *post, uint32_t row)
{
    for (uint32_t k = 0; k < post->row_count; k++) {
        if (post->rows[k] == row) return true;
    }
    return false;
}

static uint32_t posts_of(const Problem *p, uint32_t row, uint32_t *posts)
{
    uint32_t count = 0;
    for (uint32_t q = 0; q < p->post_count; q++) {
        if (!qualified(&p->posts[q], row)) continue;
        if (posts != NULL && count < BRUTE_POSTS) posts[count] = q;
        count++;
    }
    return count;
}

uint64_t brute_change_size(const PlanChange *c, uint64_t limit)
{
    const Problem *p = c->problem;
    uint64_t size = 1, cells = 0;
    for (uint32_t i = 0; i < p->row_count; i++) {
        for (uint32_t d = 0; d < p->day_count && size <= limit; d++) {
            bool must = (p->rows[i].must >> d & 1) != 0;
            bool may = (p->rows[i].may >> d & 1) != 0;
            if (frozen(c, d) || (!must && !may)) continue;
            size *= posts_of(p, i, NULL) + (must ? 1 : 2);
            cells++;
        }
    }
    return size > limit || cells > BRUTE_CELLS ? limit + 1 : size;
}

/* ---- one assignment ---------------------------------------------------- */

static void clear(Brute *b)
{
    const Problem *p = b->p;
    size_t days = p->day_count;
    memset(b->in_node, 0, (p->node_count * days + 1) * sizeof(int32_t));
    memset(b->at_post, 0, (p->post_count * days + 1) * sizeof(int32_t));
}

static bool days_hold(Brute *b, uint32_t i)
{
    const Problem *p = b->p;
    const ProblemRow *row = &p->rows[i];
    for (uint32_t d = 0; d < p->day_count; d++) {
        bool in = (b->plan.office[i] >> d & 1) != 0;
        uint32_t post = b->plan.post_at[i * p->day_count + d];
        if (frozen(b->c, d)) {
            if (in != ((b->c->before[i] >> d & 1) != 0)) return false;
            continue;
        }
        if (!in && ((row->must >> d & 1) != 0 || post != NO_INDEX))
            return false;
        if (!in) continue;
        if (((row->must | row->may) >> d & 1) == 0) return false;
        if (post != NO_INDEX && !qualified(&p->posts[post], i)) return false;
        if (post != NO_INDEX) b->at_post[post * p->day_count + d]++;
        uint32_t n = post != NO_INDEX ? p->posts[post].node : row->node;
        for (; n != NO_INDEX; n = p->nodes[n].parent)
            b->in_node[n * p->day_count + d]++;
    }
    return true;
}

/* Day by day, as the header of plan/change.h tells it. */
static bool window_holds(const Brute *b, uint32_t i, const RowBound *w)
{
    const ProblemRow *row = &b->p->rows[i];
    int32_t past = 0, now = 0, can = 0, must = 0;
    bool begun = false;
    for (uint32_t d = 0; d < b->p->day_count; d++) {
        if ((w->days >> d & 1) == 0) continue;
        bool in = (b->plan.office[i] >> d & 1) != 0;
        begun |= frozen(b->c, d);
        if (frozen(b->c, d)) {
            past += in;
            continue;
        }
        now += in;
        can += ((row->must | row->may) >> d & 1) != 0;
        must += (row->must >> d & 1) != 0;
    }
    if (!begun) return now >= w->least && now <= w->most;
    bool enough = now >= w->least - past || now == can;
    bool few = w->most == PROBLEM_FREE || now <= w->most - past || now <= must;
    return enough && few;
}

static bool places_hold(const Brute *b)
{
    const Problem *p = b->p;
    uint32_t days = p->day_count;
    for (uint32_t d = 0; d < days; d++) {
        if (frozen(b->c, d)) continue;
        for (uint32_t n = 0; n < p->node_count; n++) {
            int32_t in = b->in_node[n * days + d];
            if (in < p->nodes[n].least[d] || in > p->nodes[n].most[d])
                return false;
        }
        for (uint32_t q = 0; q < p->post_count; q++) {
            if (b->at_post[q * days + d] < p->posts[q].need[d]) return false;
        }
    }
    return true;
}

static bool holds(Brute *b)
{
    clear(b);
    for (uint32_t i = 0; i < b->p->row_count; i++) {
        if (!days_hold(b, i)) return false;
        for (uint32_t k = 0; k < b->p->rows[i].bound_count; k++) {
            if (!window_holds(b, i, &b->p->rows[i].bounds[k])) return false;
        }
    }
    return places_hold(b);
}

static BruteChange worth_of(const Brute *b)
{
    BruteChange w = {.feasible = true};
    for (uint32_t i = 0; i < b->p->row_count; i++) {
        const ProblemRow *row = &b->p->rows[i];
        int64_t seats = 0;
        for (uint32_t d = 0; d < b->p->day_count; d++) {
            bool in = (b->plan.office[i] >> d & 1) != 0;
            bool was = (b->c->before[i] >> d & 1) != 0;
            bool told = (b->c->told[i] >> d & 1) != 0;
            bool seat = ((row->must | row->may) >> d & 1) != 0;
            seats += in;
            w.changed += !frozen(b->c, d) && seat && told && in != was;
        }
        w.presence += seats;
        w.fairness += (row->offset + seats) * (row->offset + seats);
    }
    return w;
}

static bool is_better(const BruteChange *a, const BruteChange *b)
{
    if (!b->feasible) return true;
    if (a->changed != b->changed) return a->changed < b->changed;
    if (a->presence != b->presence) return a->presence > b->presence;
    return a->fairness < b->fairness;
}

/* ---- all of them ------------------------------------------------------- */

static Brute open_brute(Arena *arena, const PlanChange *c)
{
    const Problem *p = c->problem;
    size_t days = p->day_count;
    return (Brute){
        .c = c,
        .p = p,
        .plan = {NEW(arena, uint64_t, p->row_count + 1),
                 NEW(arena, uint32_t, p->row_count * days + 1)},
        .in_node = NEW(arena, int32_t, p->node_count * days + 1),
        .at_post = NEW(arena, int32_t, p->post_count * days + 1),
    };
}

static void list_cells(Brute *b)
{
    for (uint32_t i = 0; i < b->p->row_count; i++) {
        for (uint32_t d = 0; d < b->p->day_count; d++) {
            bool must = (b->p->rows[i].must >> d & 1) != 0;
            bool may = (b->p->rows[i].may >> d & 1) != 0;
            if (frozen(b->c, d) || (!must && !may)) continue;
            CHECK(b->count < BRUTE_CELLS);
            Cell *cell = &b->cells[b->count++];
            *cell = (Cell){.row = i, .day = d, .forced = must};
            uint32_t posts = posts_of(b->p, i, cell->posts);
            CHECK(posts <= BRUTE_POSTS);
            cell->values = posts + (must ? 1 : 2);
        }
    }
}

static void place(Brute *b)
{
    const Problem *p = b->p;
    for (uint32_t i = 0; i < p->row_count; i++) {
        b->plan.office[i] = b->c->before[i] & b->c->frozen;
        for (uint32_t d = 0; d < p->day_count; d++)
            b->plan.post_at[i * p->day_count + d] = NO_INDEX;
    }
    for (uint32_t k = 0; k < b->count; k++) {
        const Cell *cell = &b->cells[k];
        uint32_t value = cell->value + (cell->forced ? 1 : 0);
        if (value == 0) continue;
        b->plan.office[cell->row] |= UINT64_C(1) << cell->day;
        if (value > 1)
            b->plan.post_at[cell->row * p->day_count + cell->day] =
                cell->posts[value - 2];
    }
}

static bool next(Brute *b)
{
    for (uint32_t k = 0; k < b->count; k++) {
        if (++b->cells[k].value < b->cells[k].values) return true;
        b->cells[k].value = 0;
    }
    return false;
}

BruteChange brute_change_solve(Arena *arena, const PlanChange *change)
{
    Brute b = open_brute(arena, change);
    BruteChange best = {0};
    list_cells(&b);
    do {
        place(&b);
        if (!holds(&b)) continue;
        BruteChange worth = worth_of(&b);
        if (is_better(&worth, &best)) best = worth;
    } while (next(&b));
    return best;
}

bool brute_change_holds(Arena *scratch, const PlanChange *change,
                        const ChangeAnswer *answer, BruteChange *worth)
{
    Brute b = open_brute(scratch, change);
    size_t cells = (size_t)b.p->row_count * b.p->day_count;
    for (uint32_t i = 0; i < b.p->row_count; i++)
        b.plan.office[i] = answer->office[i];
    for (size_t k = 0; k < cells; k++)
        b.plan.post_at[k] = NO_INDEX;
    for (size_t k = 0; k < answer->duty_count; k++) {
        const PostDuty *d = &answer->duties[k];
        b.plan.post_at[d->row * b.p->day_count + d->day] = d->post;
    }
    *worth = worth_of(&b);
    return holds(&b);
}

/* ---- at random --------------------------------------------------------- */

static uint64_t draw_frozen(Rand *rand, uint32_t days)
{
    uint64_t all = days == 64 ? UINT64_MAX : (UINT64_C(1) << days) - 1;
    if (rand_chance(rand, 500)) return 0;
    if (rand_chance(rand, 300)) return rand_next(rand) & rand_next(rand) & all;
    return (UINT64_C(1) << rand_below(rand, days)) - 1;
}

static void draw_row(Rand *rand, const ProblemRow *row, uint64_t all, bool wild,
                     uint64_t *before, uint64_t *told)
{
    uint64_t in = rand_next(rand) & all;
    *told = rand_chance(rand, 600) ? all : rand_next(rand) & all;
    if (wild) {
        *before = in & *told;
        return;
    }
    *before = (row->must | (row->may & in)) & *told;
}

static size_t draw_duties(Rand *rand, const Problem *p, const uint64_t *before,
                          PostDuty *out)
{
    size_t count = 0;
    for (uint32_t i = 0; i < p->row_count; i++) {
        for (uint32_t d = 0; d < p->day_count; d++) {
            bool in = (before[i] >> d & 1) != 0;
            if (p->post_count == 0 || !in || rand_chance(rand, 400)) continue;
            uint32_t post = rand_below(rand, p->post_count);
            if (qualified(&p->posts[post], i) || rand_chance(rand, 100))
                out[count++] = (PostDuty){i, d, post};
        }
    }
    return count;
}

PlanChange brute_change_draw(Arena *arena, Rand *rand, const Problem *p)
{
    uint64_t *before = NEW(arena, uint64_t, p->row_count + 1);
    uint64_t *told = NEW(arena, uint64_t, p->row_count + 1);
    size_t cells = (size_t)p->row_count * p->day_count;
    PostDuty *duties = NEW(arena, PostDuty, cells + 1);
    uint64_t all =
        p->day_count == 64 ? UINT64_MAX : (UINT64_C(1) << p->day_count) - 1;
    bool wild = rand_chance(rand, 300);
    for (uint32_t i = 0; i < p->row_count; i++)
        draw_row(rand, &p->rows[i], all, wild, &before[i], &told[i]);
    size_t count = draw_duties(rand, p, before, duties);
    return (PlanChange){p,      before, told,
                        duties, count,  draw_frozen(rand, p->day_count)};
}

PlanChange brute_change_after(Arena *arena, const Problem *p,
                              const Answer *published)
{
    uint64_t *before = NEW(arena, uint64_t, p->row_count + 1);
    uint64_t *told = NEW(arena, uint64_t, p->row_count + 1);
    for (uint32_t i = 0; i < p->row_count; i++) {
        before[i] = published->office[i];
        told[i] = p->rows[i].must | p->rows[i].may;
    }
    return (PlanChange){
        p, before, told, published->duties, published->duty_count, 0};
}
