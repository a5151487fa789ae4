/* SPDX-License-Identifier: Apache-2.0 */
#include "oracle.h"

#include <string.h>

/* ---- a random problem -------------------------------------------------- */

enum { DAYS_MOST = 4, NODES_MOST = 3, ROWS_MOST = 4, POSTS_MOST = 2 };

static int32_t below(Rand *rand, uint32_t limit)
{
    return (int32_t)rand_below(rand, limit);
}

static uint64_t random_days(Rand *rand, uint32_t days, uint32_t per_mille)
{
    uint64_t out = 0;
    for (uint32_t d = 0; d < days; d++)
        out |= (uint64_t)rand_chance(rand, per_mille) << d;
    return out;
}

static ProblemNode random_node(Arena *arena, Rand *rand, uint32_t n,
                               const Problem *p)
{
    int32_t *least = NEW(arena, int32_t, p->day_count);
    int32_t *most = NEW(arena, int32_t, p->day_count);

    for (uint32_t d = 0; d < p->day_count; d++) {
        least[d] = rand_chance(rand, 60) ? below(rand, 3) : 0;
        most[d] = rand_chance(rand, 300) ? PROBLEM_FREE
                                         : below(rand, p->row_count + 1);
        if (most[d] < least[d] && rand_chance(rand, 900)) most[d] = least[d];
    }
    uint32_t parent = NO_INDEX;
    if (n > 0 && rand_chance(rand, 800)) parent = rand_below(rand, n);
    return (ProblemNode){.parent = parent, .least = least, .most = most};
}

/* Up to two windows, apart or one inside the other. */
static void random_bounds(Arena *arena, Rand *rand, uint32_t days,
                          ProblemRow *row)
{
    RowBound *b = NEW(arena, RowBound, 2);
    uint32_t count = rand_below(rand, 3);

    for (uint32_t k = 0; k < count; k++) {
        b[k].days = random_days(rand, days, k == 0 ? 800 : 500);
        if (k == 1)
            b[k].days &= rand_chance(rand, 700) ? b[0].days : ~b[0].days;
        b[k].least = rand_chance(rand, 200) ? below(rand, 3) : 0;
        b[k].most =
            rand_chance(rand, 200) ? PROBLEM_FREE : b[k].least + below(rand, 3);
    }
    row->bounds = b;
    row->bound_count = count;
}

static ProblemRow random_row(Arena *arena, Rand *rand, const Problem *p)
{
    ProblemRow row = {.node = rand_below(rand, p->node_count)};
    row.must = random_days(rand, p->day_count, 80);
    row.may = random_days(rand, p->day_count, 700) & ~row.must;
    row.offset = rand_chance(rand, 500) ? 0 : below(rand, 4);
    random_bounds(arena, rand, p->day_count, &row);
    return row;
}

static ProblemPost random_post(Arena *arena, Rand *rand, const Problem *p)
{
    int32_t *need = NEW(arena, int32_t, p->day_count);
    uint32_t *rows = NEW(arena, uint32_t, p->row_count);
    ProblemPost post = {.node = rand_below(rand, p->node_count)};

    for (uint32_t d = 0; d < p->day_count; d++)
        need[d] = rand_chance(rand, 150) ? 1 + rand_chance(rand, 100) : 0;
    for (uint32_t i = 0; i < p->row_count; i++) {
        if (rand_chance(rand, 500)) rows[post.row_count++] = i;
    }
    post.need = need;
    post.rows = rows;
    return post;
}

static Problem random_problem(Arena *arena, Rand *rand)
{
    Problem p = {
        .day_count = 1 + rand_below(rand, DAYS_MOST),
        .node_count = 1 + rand_below(rand, NODES_MOST),
        .row_count = 1 + rand_below(rand, ROWS_MOST),
        .post_count = rand_below(rand, POSTS_MOST + 1),
    };
    Date *days = NEW(arena, Date, DAYS_MOST);
    ProblemNode *nodes = NEW(arena, ProblemNode, NODES_MOST);
    ProblemRow *rows = NEW(arena, ProblemRow, ROWS_MOST);
    ProblemPost *posts = NEW(arena, ProblemPost, POSTS_MOST);

    for (int32_t d = 0; d < DAYS_MOST; d++)
        days[d].days = 18000 + d;
    for (uint32_t n = 0; n < p.node_count; n++)
        nodes[n] = random_node(arena, rand, n, &p);
    for (uint32_t i = 0; i < p.row_count; i++)
        rows[i] = random_row(arena, rand, &p);
    for (uint32_t q = 0; q < p.post_count; q++)
        posts[q] = random_post(arena, rand, &p);
    p.days = days;
    p.nodes = nodes;
    p.rows = rows;
    p.posts = posts;
    return p;
}

/* ---- every plan -------------------------------------------------------- */

/* What one seat can do: stay free (must seats cannot), sit, serve a post. */
enum { FREE = -2, SITS = -1 };

typedef struct {
    uint32_t row, day;
    int32_t choice[POSTS_MOST + 2];
    uint32_t choices, chosen;
} Seat;

typedef struct {
    const Problem *problem;
    Seat seats[ROWS_MOST * DAYS_MOST];
    uint32_t seat_count;
} Search;

static bool serves(const ProblemPost *post, uint32_t row)
{
    for (uint32_t k = 0; k < post->row_count; k++) {
        if (post->rows[k] == row) return true;
    }
    return false;
}

static void add_seat(Search *s, uint32_t row, uint32_t day)
{
    const Problem *p = s->problem;
    uint64_t bit = UINT64_C(1) << day;
    Seat seat = {.row = row, .day = day};

    if (((p->rows[row].must | p->rows[row].may) & bit) == 0) return;
    if ((p->rows[row].may & bit) != 0) seat.choice[seat.choices++] = FREE;
    seat.choice[seat.choices++] = SITS;
    for (uint32_t q = 0; q < p->post_count; q++) {
        if (serves(&p->posts[q], row)) seat.choice[seat.choices++] = (int32_t)q;
    }
    s->seats[s->seat_count++] = seat;
}

static Search search_of(const Problem *problem)
{
    Search s = {.problem = problem};
    for (uint32_t i = 0; i < problem->row_count; i++) {
        for (uint32_t d = 0; d < problem->day_count; d++)
            add_seat(&s, i, d);
    }
    return s;
}

static uint64_t plan_total(const Search *s)
{
    uint64_t total = 1;
    for (uint32_t k = 0; k < s->seat_count; k++)
        total *= s->seats[k].choices;
    return total;
}

static bool next_plan(Search *s)
{
    for (uint32_t k = 0; k < s->seat_count; k++) {
        if (++s->seats[k].chosen < s->seats[k].choices) return true;
        s->seats[k].chosen = 0;
    }
    return false;
}

typedef struct {
    int32_t node[NODES_MOST][DAYS_MOST], post[POSTS_MOST][DAYS_MOST];
    uint64_t office[ROWS_MOST];
} Counts;

static void count_seat(const Problem *p, const Seat *seat, Counts *c)
{
    int32_t choice = seat->choice[seat->chosen];
    uint32_t node = p->rows[seat->row].node;

    if (choice == FREE) return;
    c->office[seat->row] |= UINT64_C(1) << seat->day;
    if (choice >= 0) {
        c->post[choice][seat->day]++;
        node = p->posts[choice].node;
    }
    for (; node != NO_INDEX; node = p->nodes[node].parent)
        c->node[node][seat->day]++;
}

static int32_t days_in(uint64_t office)
{
    int32_t n = 0;
    for (; office != 0; office &= office - 1)
        n++;
    return n;
}

static bool days_fit(const Problem *p, const Counts *c, uint32_t d)
{
    for (uint32_t n = 0; n < p->node_count; n++) {
        if (c->node[n][d] < p->nodes[n].least[d] ||
            c->node[n][d] > p->nodes[n].most[d])
            return false;
    }
    for (uint32_t q = 0; q < p->post_count; q++) {
        if (c->post[q][d] < p->posts[q].need[d]) return false;
    }
    return true;
}

static bool plan_fits(const Problem *p, const Counts *c)
{
    for (uint32_t d = 0; d < p->day_count; d++) {
        if (!days_fit(p, c, d)) return false;
    }
    for (uint32_t i = 0; i < p->row_count; i++) {
        for (uint32_t k = 0; k < p->rows[i].bound_count; k++) {
            const RowBound *b = &p->rows[i].bounds[k];
            int32_t days = days_in(c->office[i] & b->days);
            if (days < b->least || days > b->most) return false;
        }
    }
    return true;
}

static Answer answer_of(Arena *arena, const Search *s, const Counts *c)
{
    const Problem *p = s->problem;
    uint64_t *office = NEW(arena, uint64_t, p->row_count);
    PostDuty *duties = NEW(arena, PostDuty, s->seat_count);
    Answer out = {.office = office, .duties = duties};

    for (uint32_t i = 0; i < p->row_count; i++) {
        int64_t days = days_in(c->office[i]);
        office[i] = c->office[i];
        out.presence += days;
        out.fairness += (p->rows[i].offset + days) * (p->rows[i].offset + days);
    }
    for (uint32_t k = 0; k < s->seat_count; k++) {
        const Seat *seat = &s->seats[k];
        int32_t choice = seat->choice[seat->chosen];
        if (choice >= 0)
            duties[out.duty_count++] =
                (PostDuty){seat->row, seat->day, (uint32_t)choice};
    }
    return out;
}

static bool is_better(const Answer *a, const Answer *b)
{
    return a->presence > b->presence ||
           (a->presence == b->presence && a->fairness < b->fairness);
}

/* Keep the best; of the others one at random. */
static void keep(Oracle *out, bool *any, const Answer *found, Rand *rand)
{
    Answer other = *found;
    if (!*any || is_better(found, &out->answer)) {
        other = out->answer;
        out->answer = *found;
    }
    bool differs = *any && is_better(&out->answer, &other);
    if (differs && (!out->has_worse || rand_chance(rand, 200))) {
        out->worse = other;
        out->has_worse = true;
    }
    *any = true;
}

static bool try_all(Arena *arena, const Problem *problem, Rand *rand,
                    Oracle *out)
{
    Search s = search_of(problem);
    bool any = false;
    do {
        Counts c = {0};
        for (uint32_t k = 0; k < s.seat_count; k++)
            count_seat(problem, &s.seats[k], &c);
        if (!plan_fits(problem, &c)) continue;
        Answer found = answer_of(arena, &s, &c);
        keep(out, &any, &found, rand);
    } while (next_plan(&s));
    return any;
}

static void certify_best(Arena *arena, Residual *net, Oracle *out)
{
    Label *labels = NEW(arena, Label, net->at.count);
    Certificate c = {
        .kind = ANSWER_SOLVED, .vertex_count = net->at.count, .labels = labels};

    CHECK(residual_load(net, &out->answer));
    CHECK(residual_is_feasible(net, arena));
    CHECK(residual_labels(net, net->vertex_count + 1, arena, labels));
    out->answer.certificate = out->worse.certificate = c;
}

static void certify_clash(Arena *arena, Residual *net, Oracle *out)
{
    uint8_t *side = NEW(arena, uint8_t, net->at.count);
    uint64_t *seat_side = NEW(arena, uint64_t, net->problem->row_count);

    CHECK(residual_cut(net, arena, side, seat_side));
    out->answer.certificate = (Certificate){
        .kind = ANSWER_CLASH,
        .vertex_count = net->at.count,
        .side = side,
        .seat_side = seat_side,
    };
}

Oracle oracle_solve(Arena *arena, const Problem *problem, Rand *rand)
{
    Oracle out = {0};
    Residual net = residual_of(arena, problem);

    if (try_all(arena, problem, rand, &out))
        certify_best(arena, &net, &out);
    else
        certify_clash(arena, &net, &out);
    return out;
}

Problem oracle_problem(Arena *arena, Rand *rand, uint64_t plans_most)
{
    for (;;) {
        Problem p = random_problem(arena, rand);
        Search s = search_of(&p);
        if (plan_total(&s) <= plans_most) return p;
    }
}
