/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/hand_out.h"

#include <string.h>

/*
 * Members sit in a circle; each day's seats go to the next ones round it.
 * A day is a run of at most n seats, so nobody gets two.  A window of
 * consecutive days is one run of seats, in which each member comes up
 * floor or ceil of length / n times.
 *
 *   n = 4, seats 2, 3, 1:   day 1: 0 1    day 2: 2 3 0    day 3: 1
 *
 * Windows of bounds need not be consecutive (all Mondays); as they are
 * nested, the days can be put in an order in which each of them is.
 */

enum { DAYS = PROBLEM_DAYS };

/*
 * Which of two days comes first?  The widest windows that hold one and not
 * the other are apart; a window stands where its first day does.
 */
static bool comes_before(const ProblemRow *row, uint32_t a, uint32_t b)
{
    uint32_t at_a = a, at_b = b;
    bool found_a = false, found_b = false;
    for (uint32_t k = 0; k < row->bound_count; k++) {
        uint64_t days = row->bounds[k].days;
        bool has_a = (days >> a & 1) != 0, has_b = (days >> b & 1) != 0;
        if (has_a && !has_b && !found_a) {
            at_a = (uint32_t)__builtin_ctzll(days);
            found_a = true;
        }
        if (has_b && !has_a && !found_b) {
            at_b = (uint32_t)__builtin_ctzll(days);
            found_b = true;
        }
    }
    return at_a < at_b;
}

static void order_days(const ProblemRow *row, uint32_t count,
                       uint32_t order[DAYS])
{
    for (uint32_t d = 0; d < count; d++) {
        uint32_t at = d;
        for (; at > 0 && comes_before(row, d, order[at - 1]); at--)
            order[at] = order[at - 1];
        order[at] = d;
    }
}

typedef struct {
    const Net *net;
    const uint32_t *members, *posts; /* rows, and posts of the problem */
    uint32_t class, size;
    uint32_t first[DAYS]; /* whose turn it is on each day */
    uint32_t *served;     /* by member: duties so far */
    HandOut *to;
} Circle;

static void hand_seats(Circle *c, const ProblemRow *row, uint32_t turn)
{
    uint32_t order[DAYS] = {0};
    uint32_t next = turn % c->size;
    const int32_t *seats = c->net->seat + (size_t)c->class * c->net->days;
    order_days(row, c->net->days, order);
    for (uint32_t k = 0; k < c->net->days; k++) {
        uint32_t d = order[k], m = next;
        c->first[d] = next;
        for (int32_t s = seats[d]; s > 0; s--) {
            c->to->office[c->members[m]] |= UINT64_C(1) << d;
            m = m + 1 == c->size ? 0 : m + 1;
        }
        next = m;
    }
}

/* Days in the office after this one: chances to serve. */
static int days_ahead(const Circle *c, uint32_t member, uint32_t day)
{
    uint64_t later = UINT64_MAX << day << 1;
    return __builtin_popcountll(c->to->office[c->members[member]] & later);
}

static bool serves_before(const Circle *c, uint32_t a, uint32_t b, uint32_t day)
{
    if (c->served[a] != c->served[b]) return c->served[a] < c->served[b];
    return days_ahead(c, a, day) < days_ahead(c, b, day);
}

/* Of the members in the office that are still free: the least burdened, and
 * of these whoever has fewest chances left. */
static uint32_t least_served(const Circle *c, uint32_t day, int32_t seats,
                             const uint8_t *busy)
{
    uint32_t best = NO_INDEX, m = c->first[day];
    for (int32_t s = 0; s < seats; s++) {
        bool better = best == NO_INDEX || serves_before(c, m, best, day);
        if (!busy[m] && better) best = m;
        m = m + 1 == c->size ? 0 : m + 1;
    }
    CHECK(best != NO_INDEX);
    return best;
}

static void hand_duties(Circle *c, uint32_t day, uint8_t *busy)
{
    const Net *net = c->net;
    const NetClass *class = &net->classes[c->class];
    int32_t seats = net->seat[c->class * net->days + day];
    memset(busy, 0, c->size);
    for (uint32_t k = 0; k < class->pair_count; k++) {
        uint32_t q = class->pair_first + k;
        for (int32_t n = net->pair_flow[q * net->days + day]; n > 0; n--) {
            uint32_t m = least_served(c, day, seats, busy);
            PostDuty duty = {c->members[m], day, c->posts[net->pairs[q].post]};
            busy[m] = 1;
            c->served[m]++;
            VEC_PUSH(c->to->arena, &c->to->duties, duty);
        }
    }
}

void hand_out(HandOut *to, const Group *group, const Net *net)
{
    for (uint32_t k = 0; k < net->class_count; k++) {
        const RowClass *class =
            &to->rows->classes[to->groups->classes[group->class_first + k]];
        const NetClass *flow = &net->classes[k];
        Circle c = {.net = net,
                    .members = to->rows->members + class->member_first,
                    .posts = to->groups->posts + group->post_first,
                    .class = k,
                    .size = class->size,
                    .to = to};
        hand_seats(&c, &to->problem->rows[class->row], flow->turn);
        if (flow->pair_count == 0) continue;
        uint8_t *busy = NEW(to->arena, uint8_t, c.size);
        c.served = NEW(to->arena, uint32_t, c.size);
        for (uint32_t d = 0; d < net->days; d++)
            hand_duties(&c, d, busy);
    }
}
