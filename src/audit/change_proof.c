/* SPDX-License-Identifier: Apache-2.0 */
#include "audit/change_proof.h"

/*
 * Why labels prove it: see optimal.c; nothing in that argument asks for pairs.
 * The costs of an answer sum to (changed - kept, -presence, fairness) up to
 * constants of the problem, where kept counts told office days that are office
 * days still, and those that are not are changed: so lowest cost is fewest
 * changed, then most present, then fairest.
 *
 * A seat has one way in.  A taken seat gets the label of its outlet, a free
 * one the highest of its outlets: nothing higher is allowed to the first by
 * the arc it goes through, nothing lower to the second by those it could take.
 */

/* The different labels of a node's days, ascending; with each the days of it
 * and all under it: they answer for every row of the node at once. */
typedef struct {
    uint32_t count;
    ChangeLabel label[PROBLEM_DAYS];
    uint64_t days[PROBLEM_DAYS];
} Rungs;

typedef struct {
    const Network *net;
    const PlanChange *change;
    const Answer *answer;
    const Flow *flow;
    const ChangeLabel *label;
    Arena *scratch;
    Rungs **rungs; /* per node, once a row of it was looked at */
} Proof;

/* One row with its days, and where its seats go. */
typedef struct {
    NetworkRow at;
    uint64_t office;
    uint32_t post[PROBLEM_DAYS]; /* or NO_INDEX */
} Seats;

static int order(ChangeLabel a, ChangeLabel b)
{
    if (a.changed != b.changed) return a.changed < b.changed ? -1 : 1;
    if (a.presence != b.presence) return a.presence < b.presence ? -1 : 1;
    if (a.fairness != b.fairness) return a.fairness < b.fairness ? -1 : 1;
    return 0;
}

static bool sum_of(ChangeLabel a, ChangeLabel cost, ChangeLabel *out, Err *err)
{
    if (__builtin_add_overflow(a.changed, cost.changed, &out->changed) ||
        __builtin_add_overflow(a.presence, cost.presence, &out->presence) ||
        __builtin_add_overflow(a.fairness, cost.fairness, &out->fairness))
        return FAIL(err, ERR_LIMIT, "label and cost overflow");
    return true;
}

/* Where an arc is, for the sentence. */
typedef struct {
    const char *what;
    uint32_t index;
    const char *part;
    uint32_t at;
} Place;

/* The law for the arc tail -> head. */
static bool arc_holds(ChangeLabel tail, ChangeLabel cost, ChangeLabel head,
                      const bool room[2], Place place, Err *err)
{
    ChangeLabel from = {0};
    if (!sum_of(tail, cost, &from, err)) return false;
    int turn = order(from, head);
    bool more = room[0] && turn < 0, less = room[1] && turn > 0;
    if (!more && !less) return true;
    return FAIL(
        err, ERR_INPUT, "%s %u, %s %u: by the labels one %s would be better",
        place.what, place.index, place.part, place.at, more ? "more" : "less");
}

static bool sink_holds(const Proof *p, Err *err)
{
    const bool room[2] = {true, p->flow->presence > 0};
    return arc_holds(p->label[p->net->at.sink], (ChangeLabel){0, -1, 0},
                     p->label[p->net->at.source], room,
                     (Place){"sink", 0, "source", 0}, err);
}

/* Convex: the next seat costs more than the last one did. */
static bool row_arc_holds(const Proof *p, const Seats *s, Err *err)
{
    ChangeLabel source = p->label[p->net->at.source];
    ChangeLabel row = p->label[s->at.vertex];
    int64_t level = s->at.row->offset + (int64_t)day_total(s->office);
    const bool more[2] = {true, false}, less[2] = {false, s->office != 0};
    Place place = {"row", s->at.index, "seats", day_total(s->office)};

    return arc_holds(source, (ChangeLabel){0, 0, 2 * (level + 1) - 1}, row,
                     more, place, err) &&
           arc_holds(source, (ChangeLabel){0, 0, 2 * level - 1}, row, less,
                     place, err);
}

static bool bounds_hold(const Proof *p, const Seats *s, Err *err)
{
    for (uint32_t k = 1; k <= s->at.row->bound_count; k++) {
        const RowBound *b = &s->at.row->bounds[k - 1];
        int64_t days = day_total(s->office & b->days);
        size_t stem = stem_vertex(&s->at, stem_parent(&s->at, k));
        const bool room[2] = {b->most == PROBLEM_FREE ||
                              days<b->most, days> b->least};
        if (!arc_holds(p->label[stem], (ChangeLabel){0},
                       p->label[stem_vertex(&s->at, k)], room,
                       (Place){"row", s->at.index, "bound", k - 1}, err))
            return false;
    }
    return true;
}

static ChangeLabel node_label(const Proof *p, const Seats *s, uint32_t day)
{
    return p->label[node_vertex(p->net, s->at.row->node) + day];
}

static ChangeLabel post_label(const Proof *p, uint32_t post, uint32_t day)
{
    return p->label[post_vertex(p->net, post) + day];
}

/* The highest label of the outlets of a seat. */
static ChangeLabel highest(const Proof *p, const Seats *s, uint32_t day)
{
    ChangeLabel most = node_label(p, s, day);
    for (uint32_t k = 0; k < s->at.post_count; k++) {
        ChangeLabel one = post_label(p, s->at.posts[k], day);
        if (order(one, most) > 0) most = one;
    }
    return most;
}

static ChangeLabel cost_of(const Proof *p, uint32_t row, uint32_t day)
{
    if ((p->change->told[row] & day_bit(day)) == 0) return (ChangeLabel){0};
    bool was_in = (p->change->before[row] & day_bit(day)) != 0;
    return (ChangeLabel){was_in ? -1 : 1, 0, 0};
}

static bool seat_holds(const Proof *p, const Seats *s, size_t stem,
                       uint32_t day, Err *err)
{
    bool taken = (s->office & day_bit(day)) != 0;
    bool must = (s->at.row->must & day_bit(day)) != 0;
    ChangeLabel best = highest(p, s, day), own = best;
    Place place = {"row", s->at.index, "day", day};
    const bool room[2] = {!taken, taken && !must};

    if (taken)
        own = s->post[day] == NO_INDEX ? node_label(p, s, day)
                                       : post_label(p, s->post[day], day);
    if (order(best, own) > 0)
        return FAIL(err, ERR_INPUT,
                    "row %u, day %u: by the labels the seat would better go "
                    "elsewhere",
                    s->at.index, day);
    return arc_holds(p->label[stem], cost_of(p, s->at.index, day), own, room,
                     place, err);
}

/* ---- seats of a row without posts, all days at once -------------------- */

static void rung_put(Rungs *r, ChangeLabel label, uint64_t bit)
{
    uint32_t k = r->count;
    while (k > 0 && order(label, r->label[k - 1]) < 0)
        k--;
    if (k > 0 && order(label, r->label[k - 1]) == 0) {
        r->days[k - 1] |= bit;
        return;
    }
    for (uint32_t j = r->count++; j > k; j--) {
        r->label[j] = r->label[j - 1];
        r->days[j] = r->days[j - 1];
    }
    r->label[k] = label;
    r->days[k] = bit;
}

static void climb(const Proof *p, uint32_t node)
{
    if (p->rungs[node] != NULL) return;
    Rungs *r = NEW(p->scratch, Rungs, 1);
    for (uint32_t d = 0; d < p->net->problem->day_count; d++)
        rung_put(r, p->label[node_vertex(p->net, node) + d], day_bit(d));
    for (uint32_t k = 1; k < r->count; k++)
        r->days[k] |= r->days[k - 1];
    p->rungs[node] = r;
}

/* Of seats that cost the same: the free ones that would better be taken, the
 * taken ones that would better be free. */
static bool alike_hold(const Proof *p, const Seats *s, ChangeLabel from,
                       uint64_t days, Err *err)
{
    const Rungs *r = p->rungs[s->at.row->node];
    uint32_t k = 0;
    while (k < r->count && order(r->label[k], from) < 0)
        k++;
    uint64_t under = k > 0 ? r->days[k - 1] : 0;
    bool on_rung = k < r->count && order(r->label[k], from) == 0;
    uint64_t not_above = on_rung ? r->days[k] : under;
    uint64_t wrong = (days & ~s->office & ~not_above) |
                     (days & s->office & ~s->at.row->must & under);
    if (wrong == 0) return true;
    return FAIL(err, ERR_INPUT,
                "row %u, day %u: by the labels the seat would better be %s",
                s->at.index, first_day(wrong),
                (s->office & day_bit(first_day(wrong))) != 0 ? "free"
                                                             : "taken");
}

static bool plain_hold(const Proof *p, const Seats *s, size_t stem,
                       uint64_t days, Err *err)
{
    uint64_t told = p->change->told[s->at.index];
    uint64_t was_in = p->change->before[s->at.index] & told;
    const uint64_t kinds[] = {days & ~told, days & was_in,
                              days & told & ~was_in};
    const ChangeLabel costs[] = {
        {0,  0, 0},
        {-1, 0, 0},
        {1,  0, 0}
    };

    for (size_t k = 0; k < COUNT(kinds); k++) {
        ChangeLabel from = {0};
        if (kinds[k] == 0) continue;
        if (!sum_of(p->label[stem], costs[k], &from, err) ||
            !alike_hold(p, s, from, kinds[k], err))
            return false;
    }
    return true;
}

/* ---- all seats --------------------------------------------------------- */

static bool each_holds(const Proof *p, const Seats *s, size_t stem,
                       uint64_t days, Err *err)
{
    for (; days != 0; days &= days - 1) {
        if (!seat_holds(p, s, stem, first_day(days), err)) return false;
    }
    return true;
}

static bool seats_hold(const Proof *p, const Seats *s, Err *err)
{
    uint64_t left = s->at.seats;

    for (uint32_t k = s->at.row->bound_count + 1; k-- > 0 && left != 0;) {
        uint64_t days = left & stem_days(&s->at, k);
        size_t stem = stem_vertex(&s->at, k);
        left &= ~days;
        if (!(s->at.post_count == 0 ? plain_hold(p, s, stem, days, err)
                                    : each_holds(p, s, stem, days, err)))
            return false;
    }
    return true;
}

static void read_duties(Seats *s, const DutyRun *duties)
{
    if (s->at.post_count == 0) return; /* nobody looks at them */
    for (uint32_t d = 0; d < PROBLEM_DAYS; d++)
        s->post[d] = NO_INDEX;
    for (size_t k = 0; k < duties->count; k++)
        s->post[duties->at[k].day] = duties->at[k].post;
}

static bool rows_hold(const Proof *p, Err *err)
{
    size_t bounds = 0, next = 0;
    Seats s; /* the days of `post` are set where they are read */

    for (uint32_t i = 0; i < p->net->problem->row_count; i++) {
        s.at = network_row(p->net, i, &bounds);
        s.office = p->answer->office[i];
        DutyRun duties = flow_duties(p->answer, i, &next);
        read_duties(&s, &duties);
        if (s.at.post_count == 0) climb(p, s.at.row->node);
        if (!row_arc_holds(p, &s, err) || !bounds_hold(p, &s, err) ||
            !seats_hold(p, &s, err))
            return false;
    }
    return true;
}

static bool posts_hold(const Proof *p, Err *err)
{
    const Problem *problem = p->net->problem;

    for (uint32_t q = 0; q < problem->post_count; q++) {
        const ProblemPost *post = &problem->posts[q];
        size_t node = node_vertex(p->net, post->node);
        for (uint32_t d = 0; d < problem->day_count; d++) {
            int64_t here = p->flow->posts[(size_t)q * problem->day_count + d];
            const bool room[2] = {true, here > post->need[d]};
            if (!arc_holds(post_label(p, q, d), (ChangeLabel){0},
                           p->label[node + d], room,
                           (Place){"post", q, "day", d}, err))
                return false;
        }
    }
    return true;
}

static bool node_holds(const Proof *p, uint32_t n, uint32_t day, Err *err)
{
    const Problem *problem = p->net->problem;
    const ProblemNode *node = &problem->nodes[n];
    int64_t seats = p->flow->nodes[(size_t)n * problem->day_count + day];
    size_t above = node->parent == NO_INDEX
                       ? p->net->at.sink
                       : node_vertex(p->net, node->parent) + day;
    const bool room[2] = {node->most[day] == PROBLEM_FREE ||
                          seats<node->most[day], seats> node->least[day]};

    return arc_holds(p->label[node_vertex(p->net, n) + day], (ChangeLabel){0},
                     p->label[above], room, (Place){"node", n, "day", day},
                     err);
}

static bool nodes_hold(const Proof *p, Err *err)
{
    for (uint32_t n = 0; n < p->net->problem->node_count; n++) {
        for (uint32_t d = 0; d < p->net->problem->day_count; d++) {
            if (!node_holds(p, n, d, err)) return false;
        }
    }
    return true;
}

bool change_proof_holds(const Network *net, const PlanChange *change,
                        const Answer *answer, const Flow *flow,
                        const ChangeLabel *labels, Err *err)
{
    AUTO(arena_done) Arena *scratch = arena_open(1U << 16);
    Proof p = {
        .net = net,
        .change = change,
        .answer = answer,
        .flow = flow,
        .label = labels,
        .scratch = scratch,
        .rungs = NEW(scratch, Rungs *, (size_t)net->problem->node_count + 1),
    };
    return sink_holds(&p, err) && rows_hold(&p, err) && posts_hold(&p, err) &&
           nodes_hold(&p, err);
}
