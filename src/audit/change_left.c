/* SPDX-License-Identifier: Apache-2.0 */
#include "audit/change_left.h"

/* ---- the problem ------------------------------------------------------- */

/* History counts; what it leaves no room for is forgiven. */
static void shorten(RowBound *b, const ProblemRow *row, uint64_t office,
                    uint64_t frozen)
{
    uint64_t past = b->days & frozen, rest = b->days & ~frozen;
    int32_t seats = (int32_t)day_total(past & office);
    int32_t can = (int32_t)day_total(rest & (row->must | row->may));
    int32_t must = (int32_t)day_total(rest & row->must);

    if (past == 0) return;
    b->days = rest;
    b->least = b->least > seats ? b->least - seats : 0;
    if (b->least > can) b->least = can;
    if (b->most == PROBLEM_FREE) return;
    b->most -= seats;
    if (b->most < must) b->most = must;
}

static const ProblemRow *rows_left(const PlanChange *c, Arena *scratch)
{
    const Problem *p = c->problem;
    ProblemRow *rows = NEW(scratch, ProblemRow, (size_t)p->row_count + 1);

    for (uint32_t i = 0; i < p->row_count; i++) {
        const ProblemRow *whole = &p->rows[i];
        RowBound *bounds =
            NEW(scratch, RowBound, (size_t)whole->bound_count + 1);
        for (uint32_t k = 0; k < whole->bound_count; k++) {
            bounds[k] = whole->bounds[k];
            shorten(&bounds[k], whole, c->before[i], c->frozen);
        }
        rows[i] = *whole;
        rows[i].must = whole->must & ~c->frozen;
        rows[i].may = whole->may & ~c->frozen;
        rows[i].offset += (int32_t)day_total(c->before[i] & c->frozen);
        rows[i].bounds = bounds;
    }
    return rows;
}

/* Nothing is asked of history: no least, no need, no most. */
static const int32_t *asked_of(const PlanChange *c, Arena *scratch,
                               const int32_t *asked, int32_t nothing)
{
    int32_t *out = NEW(scratch, int32_t, (size_t)c->problem->day_count + 1);

    for (uint32_t d = 0; d < c->problem->day_count; d++)
        out[d] = (c->frozen & day_bit(d)) != 0 ? nothing : asked[d];
    return out;
}

static const ProblemNode *nodes_left(const PlanChange *c, Arena *scratch)
{
    const Problem *p = c->problem;
    ProblemNode *nodes = NEW(scratch, ProblemNode, (size_t)p->node_count + 1);

    for (uint32_t n = 0; n < p->node_count; n++) {
        nodes[n] = p->nodes[n];
        nodes[n].least = asked_of(c, scratch, p->nodes[n].least, 0);
        nodes[n].most = asked_of(c, scratch, p->nodes[n].most, PROBLEM_FREE);
    }
    return nodes;
}

static const ProblemPost *posts_left(const PlanChange *c, Arena *scratch)
{
    const Problem *p = c->problem;
    ProblemPost *posts = NEW(scratch, ProblemPost, (size_t)p->post_count + 1);

    for (uint32_t q = 0; q < p->post_count; q++) {
        posts[q] = p->posts[q];
        posts[q].need = asked_of(c, scratch, p->posts[q].need, 0);
    }
    return posts;
}

Problem change_left(const PlanChange *change, Arena *scratch)
{
    Problem left = *change->problem;

    if (change->frozen == 0) return left;
    left.rows = rows_left(change, scratch);
    left.nodes = nodes_left(change, scratch);
    left.posts = posts_left(change, scratch);
    return left;
}

/* ---- the answer -------------------------------------------------------- */

static bool seats_are_history(const PlanChange *c, const ChangeAnswer *answer,
                              uint32_t row, Err *err)
{
    uint64_t moved = (answer->office[row] ^ c->before[row]) & c->frozen;

    if (moved == 0) return true;
    return FAIL(err, ERR_INPUT,
                "row %u, day %u: is history, and not as it was published", row,
                first_day(moved));
}

static bool duty_is_frozen(const PlanChange *c, const PostDuty *d)
{
    return d->day < c->problem->day_count && (c->frozen & day_bit(d->day)) != 0;
}

/* The frozen duties of both, side by side. */
static bool duties_are_history(const PlanChange *c, const ChangeAnswer *answer,
                               Err *err)
{
    size_t was = 0;

    for (size_t k = 0; k <= answer->duty_count; k++) {
        bool end = k == answer->duty_count;
        if (!end && !duty_is_frozen(c, &answer->duties[k])) continue;
        while (was < c->duty_count && !duty_is_frozen(c, &c->duties[was]))
            was++;
        if (end && was == c->duty_count) return true;
        bool both = !end && was < c->duty_count;
        const PostDuty *a = both ? &answer->duties[k] : NULL;
        const PostDuty *b = both ? &c->duties[was++] : NULL;
        if (both && a->row == b->row && a->day == b->day && a->post == b->post)
            continue;
        return FAIL(err, ERR_INPUT,
                    "duty %zu is of a frozen day, and not as it was published",
                    k);
    }
    return true;
}

static const PostDuty *duties_left(const PlanChange *c,
                                   const ChangeAnswer *answer, Arena *scratch,
                                   size_t *count)
{
    PostDuty *duties = NEW(scratch, PostDuty, answer->duty_count + 1);

    *count = 0;
    for (size_t k = 0; k < answer->duty_count; k++) {
        if (!duty_is_frozen(c, &answer->duties[k]))
            duties[(*count)++] = answer->duties[k];
    }
    return duties;
}

bool change_left_answer(const PlanChange *change, const ChangeAnswer *answer,
                        Arena *scratch, Answer *out, Err *err)
{
    uint32_t rows = change->problem->row_count;
    uint64_t *office = NEW(scratch, uint64_t, (size_t)rows + 1);
    Answer left = {
        .office = office,
        .presence = answer->presence,
        .fairness = answer->fairness,
    };

    for (uint32_t i = 0; i < rows; i++) {
        if (!seats_are_history(change, answer, i, err)) return false;
        office[i] = answer->office[i] & ~change->frozen;
        left.presence -= day_total(answer->office[i] & change->frozen);
    }
    if (!duties_are_history(change, answer, err)) return false;
    left.duties = duties_left(change, answer, scratch, &left.duty_count);
    *out = left;
    return true;
}
