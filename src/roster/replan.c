/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/replan.h"

#include "roster/replan_cut.h"
#include "roster/replan_search.h"

#include <stdlib.h>

/* One group at work; false from its functions: there is no plan. */
typedef struct {
    ReplanNet *net;
    ReplanSearch *search;
    const Group *group;
} Work;

/* ---- is the change as it should be? ------------------------------------ */

static bool duties_sound(const PlanChange *c, Err *err)
{
    const Problem *p = c->problem;
    for (size_t k = 0; k < c->duty_count; k++) {
        const PostDuty *d = &c->duties[k];
        bool inside = d->row < p->row_count && d->day < p->day_count &&
                      d->post < p->post_count &&
                      (c->before[d->row] >> d->day & 1) != 0;
        bool ordered = k == 0 || d[-1].row < d->row ||
                       (d[-1].row == d->row && d[-1].day < d->day);
        if (inside && ordered) continue;
        return FAIL(err, ERR_INPUT,
                    "published duty %zu is outside the plan or out of order",
                    k);
    }
    return true;
}

static bool change_sound(const PlanChange *c, Err *err)
{
    const Problem *p = c->problem;
    if (!problem_sound(p, err)) return false;
    for (uint32_t i = 0; i < p->row_count; i++) {
        if ((c->before[i] & ~c->told[i]) != 0)
            return FAIL(err, ERR_INPUT,
                        "row %u was published in the office on a day of which "
                        "nothing was told",
                        i);
    }
    size_t seats = (size_t)p->row_count * p->day_count;
    if (seats >= UINT32_MAX ||
        (size_t)p->node_count * p->day_count >= UINT32_MAX ||
        (size_t)p->post_count * p->day_count >= UINT32_MAX)
        return FAIL(err, ERR_LIMIT, "%zu seats are too many", seats);
    return duties_sound(c, err);
}

/* ---- bounds that the event has broken ---------------------------------- */

/* One more (or fewer) through the arc tail -> head: the unit comes round by
 * the shortest way back. */
static bool mend(const Work *w, size_t tail, size_t head, bool more)
{
    const ChangeLabel zero = {0, 0, 0};
    size_t start = more ? head : tail, goal = more ? tail : head;
    replan_search_open(w->search, w->group);
    replan_search_from(w->search, start, zero);
    if (!replan_search_reach(w->search, goal, NULL)) return false;
    replan_search_lower(w->search, w->search->dist[goal]);
    (void)replan_search_push(w->search, goal);
    return true;
}

/* The arc from a node up on a day. */
static bool mend_node(const Work *w, uint32_t n, uint32_t day)
{
    ReplanNet *net = w->net;
    const ProblemNode *node = &net->left.nodes[n];
    int32_t *flow = &net->node_flow[(size_t)n * net->days + day];
    size_t tail = replan_node(net, n, day);
    size_t head = node->parent == NO_INDEX
                      ? net->at.source
                      : replan_node(net, node->parent, day);
    while (*flow < node->least[day] || *flow > node->most[day]) {
        bool more = *flow < node->least[day];
        if (!mend(w, tail, head, more)) return false;
        *flow += more ? 1 : -1;
    }
    return true;
}

static bool mend_post(const Work *w, uint32_t q, uint32_t day)
{
    ReplanNet *net = w->net;
    const ProblemPost *post = &net->left.posts[q];
    int32_t *flow = &net->post_flow[(size_t)q * net->days + day];
    while (*flow < post->need[day]) {
        if (!mend(w, replan_post(net, q, day),
                  replan_node(net, post->node, day), true))
            return false;
        ++*flow;
    }
    return true;
}

/* The flow of a window is that of its seats: the way itself mends it. */
static bool mend_bound(const Work *w, uint32_t row, uint32_t b)
{
    ReplanNet *net = w->net;
    const RowBound *bound = &net->left.rows[row].bounds[b];
    size_t head = net->first_bound[row] + b;
    size_t tail = replan_outer(net, row, b);
    for (;;) {
        int32_t flow = __builtin_popcountll(net->office[row] & bound->days);
        if (flow >= bound->least && flow <= bound->most) return true;
        if (!mend(w, tail, head, flow < bound->least)) return false;
    }
}

static bool mend_days(const Work *w)
{
    const ReplanNet *net = w->net;
    const Group *g = w->group;
    for (uint32_t d = 0; d < net->days; d++) {
        for (uint32_t k = 0; k < g->post_count; k++) {
            if (!mend_post(w, net->groups.posts[g->post_first + k], d))
                return false;
        }
        for (uint32_t k = 0; k < g->node_count; k++) {
            if (!mend_node(w, net->groups.nodes[g->node_first + k], d))
                return false;
        }
    }
    return true;
}

static bool mend_rows(const Work *w)
{
    const ReplanNet *net = w->net;
    for (uint32_t k = 0; k < w->group->class_count; k++) {
        uint32_t c = net->groups.classes[w->group->class_first + k];
        uint32_t row = net->rows.classes[c].row;
        for (uint32_t b = 0; b < net->left.rows[row].bound_count; b++) {
            if (!mend_bound(w, row, b)) return false;
        }
    }
    return true;
}

/* ---- seats that are new ------------------------------------------------ */

/*
 * A free seat whose taking lowers the cost by `gain`, less what the way back
 * to its stem costs.  Taken if that is a gain; else labels are lowered until
 * it is none.
 */
static void offer_seat(const Work *w, uint32_t row, uint32_t day)
{
    ReplanNet *net = w->net;
    ReplanSearch *s = w->search;
    size_t stem = replan_stem(net, row, day);
    ChangeLabel highest = replan_highest(net, row, day);
    ChangeLabel gain = replan_minus(replan_minus(highest, net->labels[stem]),
                                    replan_seat_cost(net, row, day));
    size_t node = replan_node(net, net->left.rows[row].node, day);

    if (!replan_less((ChangeLabel){0, 0, 0}, gain)) return;
    replan_search_open(s, w->group);
    replan_search_from(s, node, replan_minus(highest, net->labels[node]));
    for (uint32_t k = net->rows.post_first[row];
         k < net->rows.post_first[row + 1]; k++) {
        size_t post = replan_post(net, net->rows.posts[k], day);
        replan_search_from(s, post, replan_minus(highest, net->labels[post]));
    }
    bool gains = replan_search_reach(s, stem, &gain);
    replan_search_lower(s, gains ? s->dist[stem] : gain);
    if (gains) replan_take(net, row, day, replan_search_push(s, stem));
}

/* A row with a new seat on the day. */
typedef struct {
    int64_t level; /* its office days that count for fairness */
    uint32_t row;
} Offer;

static int compare_offers(const void *a, const void *b)
{
    const Offer *x = a;
    const Offer *y = b;
    if (x->level != y->level) return x->level < y->level ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

/* Seats of a row that are free and not told of. */
static uint64_t fresh_seats(const ReplanNet *net, uint32_t row)
{
    return replan_seats(net, row) & ~net->told[row] & ~net->office[row];
}

/* Those who were in least come first: few of the later ones then have to push
 * earlier ones out again. */
static void offer_day(const Work *w, uint32_t day, Offer *offers)
{
    const ReplanNet *net = w->net;
    size_t count = 0;
    for (uint32_t k = 0; k < w->group->class_count; k++) {
        uint32_t c = net->groups.classes[w->group->class_first + k];
        uint32_t row = net->rows.classes[c].row;
        if ((fresh_seats(net, row) >> day & 1) != 0)
            offers[count++] = (Offer){
                replan_seat_level(net, row, 0).fairness,
                row,
            };
    }
    if (count > 1) qsort(offers, count, sizeof *offers, compare_offers);
    for (size_t k = 0; k < count; k++) {
        if ((net->office[offers[k].row] >> day & 1) == 0)
            offer_seat(w, offers[k].row, day);
    }
}

static void offer_seats(const Work *w)
{
    const ReplanNet *net = w->net;
    uint64_t days = 0;
    for (uint32_t k = 0; k < w->group->class_count; k++) {
        uint32_t c = net->groups.classes[w->group->class_first + k];
        days |= fresh_seats(net, net->rows.classes[c].row);
    }
    if (days == 0) return;
    Offer *offers = NEW(net->arena, Offer, w->group->class_count);
    for (; days != 0; days &= days - 1)
        offer_day(w, (uint32_t)__builtin_ctzll(days), offers);
}

/* ---- the answer -------------------------------------------------------- */

/* Labels of the group less that of the hub, which stands for all groups. */
static void level_labels(const Work *w)
{
    ReplanNet *net = w->net;
    const Group *g = w->group;
    ChangeLabel hub = net->labels[net->at.source];
    if (hub.changed == 0 && hub.presence == 0 && hub.fairness == 0) return;
    for (uint32_t k = 0; k < g->class_count; k++) {
        uint32_t c = net->groups.classes[g->class_first + k];
        uint32_t row = net->rows.classes[c].row;
        ChangeLabel *label = &net->labels[net->at.rows + row];
        *label = replan_minus(*label, hub);
        for (uint32_t b = 0; b < net->left.rows[row].bound_count; b++) {
            label = &net->labels[net->first_bound[row] + b];
            *label = replan_minus(*label, hub);
        }
    }
    for (uint32_t d = 0; d < net->days; d++) {
        for (uint32_t k = 0; k < g->post_count; k++) {
            uint32_t q = net->groups.posts[g->post_first + k];
            ChangeLabel *label = &net->labels[replan_post(net, q, d)];
            *label = replan_minus(*label, hub);
        }
        for (uint32_t k = 0; k < g->node_count; k++) {
            uint32_t n = net->groups.nodes[g->node_first + k];
            ChangeLabel *label = &net->labels[replan_node(net, n, d)];
            *label = replan_minus(*label, hub);
        }
    }
    net->labels[net->at.source] = (ChangeLabel){0, 0, 0};
}

/* The published duty of a row on a day, or NULL; *next is moved up to it. */
static const PostDuty *published(const PlanChange *c, uint32_t row,
                                 uint32_t day, size_t *next)
{
    const PostDuty *d = c->duties;
    while (*next < c->duty_count &&
           (d[*next].row < row || (d[*next].row == row && d[*next].day < day)))
        ++*next;
    bool there =
        *next < c->duty_count && d[*next].row == row && d[*next].day == day;
    return there ? &d[*next] : NULL;
}

/* Duties of one row: history's, and those of the answer. */
static size_t put_duties(const ReplanNet *net, uint32_t row, size_t *next,
                         PostDuty *out)
{
    const PlanChange *c = net->change;
    size_t count = 0;
    if (net->slot[row] == NO_INDEX &&
        (*next == c->duty_count || c->duties[*next].row > row))
        return 0;
    for (uint32_t d = 0; d < net->days; d++) {
        const PostDuty *was = published(c, row, d, next);
        uint32_t post = replan_served(net, row, d);
        if ((c->frozen >> d & 1) == 0 && post != NO_INDEX)
            out[count++] = (PostDuty){row, d, post};
        else if ((c->frozen >> d & 1) != 0 && was != NULL)
            out[count++] = *was;
    }
    (void)published(c, row + 1, 0, next);
    return count;
}

static size_t serving(const ReplanNet *net)
{
    size_t count = net->change->duty_count;
    for (uint32_t i = 0; i < net->left.row_count; i++) {
        if (net->slot[i] != NO_INDEX) count += net->days;
    }
    return count;
}

static bool sum_row(const ReplanNet *net, uint32_t row, ChangeAnswer *out,
                    Err *err)
{
    const ProblemRow *left = &net->left.rows[row];
    uint64_t moved = (net->office[row] ^ net->before[row]) & net->told[row];
    int64_t seats = __builtin_popcountll(net->office[row]);
    int64_t level = left->offset + seats, square = 0;
    out->changed += __builtin_popcountll(moved);
    out->presence += seats + __builtin_popcountll(net->change->before[row] &
                                                  net->change->frozen);
    if (__builtin_mul_overflow(level, level, &square) ||
        __builtin_add_overflow(out->fairness, square, &out->fairness))
        return FAIL(err, ERR_LIMIT, "row %u: the sum of fairness overflows",
                    row);
    return true;
}

static bool put_answer(const ReplanNet *net, ChangeAnswer *answer, Err *err)
{
    const PlanChange *c = net->change;
    uint64_t *office = NEW(net->arena, uint64_t, net->left.row_count + 1);
    PostDuty *duties = NEW(net->arena, PostDuty, serving(net) + 1);
    size_t next = 0;
    ChangeAnswer out = {
        .kind = ANSWER_SOLVED,
        .vertex_count = net->at.count,
        .labels = net->labels,
        .office = office,
        .duties = duties,
    };
    for (uint32_t i = 0; i < net->left.row_count; i++) {
        office[i] = net->office[i] | (c->before[i] & c->frozen);
        out.duty_count += put_duties(net, i, &next, duties + out.duty_count);
        if (!sum_row(net, i, &out, err)) return false;
    }
    *answer = out;
    return true;
}

bool replan_solve(Arena *arena, const PlanChange *change, ChangeAnswer *out,
                  Err *err)
{
    if (!change_sound(change, err)) return false;
    ReplanNet net = replan_net(arena, change);
    ReplanSearch search = replan_search(&net);
    for (uint32_t g = 0; g < net.groups.group_count; g++) {
        Work w = {&net, &search, &net.groups.groups[g]};
        if (!mend_days(&w) || !mend_rows(&w)) {
            replan_cut(&search, out);
            return true;
        }
        offer_seats(&w);
        level_labels(&w);
    }
    return put_answer(&net, out, err);
}
