/* SPDX-License-Identifier: Apache-2.0 */
#include "plan/problem.h"

static uint64_t days_mask(uint32_t day_count)
{
    return day_count == PROBLEM_DAYS ? UINT64_MAX
                                     : (UINT64_C(1) << day_count) - 1;
}

static bool days_sound(const Problem *p, Err *err)
{
    if (p->day_count > PROBLEM_DAYS)
        return FAIL(err, ERR_INPUT, "%u days do not fit in one problem of %d",
                    p->day_count, PROBLEM_DAYS);
    for (uint32_t d = 1; d < p->day_count; d++) {
        if (!date_before(p->days[d - 1], p->days[d]))
            return FAIL(err, ERR_INPUT, "day %u is not after the day before it",
                        d);
    }
    return true;
}

static bool node_sound(const Problem *p, uint32_t n, Err *err)
{
    const ProblemNode *node = &p->nodes[n];
    if (node->parent != NO_INDEX && node->parent >= n)
        return FAIL(err, ERR_INPUT, "node %u does not come after its parent %u",
                    n, node->parent);
    for (uint32_t d = 0; d < p->day_count; d++) {
        if (node->least[d] < 0 || node->least[d] > node->most[d])
            return FAIL(err, ERR_INPUT,
                        "node %u on day %u: %d at least is not between 0 and "
                        "%d at most",
                        n, d, node->least[d], node->most[d]);
    }
    return true;
}

/*
 * Each window is inside, or apart from, every window before it.  That also
 * says that wider ones come first: a window cannot be inside a later one
 * unless the two are equal.
 */
static bool bounds_sound(const ProblemRow *row, uint32_t i, uint64_t days,
                         Err *err)
{
    for (uint32_t b = 0; b < row->bound_count; b++) {
        const RowBound *bound = &row->bounds[b];
        if ((bound->days & ~days) != 0)
            return FAIL(err, ERR_INPUT,
                        "row %u: window %u has days outside the problem", i, b);
        if (bound->least < 0 || bound->least > bound->most)
            return FAIL(err, ERR_INPUT,
                        "row %u, window %u: %d at least is not between 0 and "
                        "%d at most",
                        i, b, bound->least, bound->most);
        for (uint32_t a = 0; a < b; a++) {
            uint64_t shared = bound->days & row->bounds[a].days;
            if (shared != 0 && shared != bound->days)
                return FAIL(err, ERR_INPUT,
                            "row %u: windows %u (clause %u) and %u (clause "
                            "%u) overlap without one inside the other",
                            i, a, row->bounds[a].clause, b, bound->clause);
        }
    }
    return true;
}

static bool row_sound(const Problem *p, uint32_t i, Err *err)
{
    const ProblemRow *row = &p->rows[i];
    uint64_t days = days_mask(p->day_count);
    if (row->node >= p->node_count)
        return FAIL(err, ERR_INPUT, "row %u: there is no node %u", i,
                    row->node);
    if ((row->must & row->may) != 0)
        return FAIL(err, ERR_INPUT, "row %u: a day is both must and may", i);
    if (((row->must | row->may) & ~days) != 0)
        return FAIL(err, ERR_INPUT, "row %u: a day is outside the problem", i);
    if (row->offset < 0)
        return FAIL(err, ERR_INPUT, "row %u: the offset %d is below 0", i,
                    row->offset);
    return bounds_sound(row, i, days, err);
}

static bool post_sound(const Problem *p, uint32_t n, Err *err)
{
    const ProblemPost *post = &p->posts[n];
    if (post->node >= p->node_count)
        return FAIL(err, ERR_INPUT, "post %u: there is no node %u", n,
                    post->node);
    for (uint32_t d = 0; d < p->day_count; d++) {
        if (post->need[d] < 0)
            return FAIL(err, ERR_INPUT, "post %u on day %u: a need of %d", n, d,
                        post->need[d]);
    }
    for (uint32_t k = 0; k < post->row_count; k++) {
        bool ascends = k == 0 || post->rows[k - 1] < post->rows[k];
        if (!ascends || post->rows[k] >= p->row_count)
            return FAIL(err, ERR_INPUT,
                        "post %u: its row %u is out of order or unknown", n,
                        post->rows[k]);
    }
    return true;
}

bool problem_sound(const Problem *problem, Err *err)
{
    if (!days_sound(problem, err)) return false;
    for (uint32_t n = 0; n < problem->node_count; n++) {
        if (!node_sound(problem, n, err)) return false;
    }
    for (uint32_t i = 0; i < problem->row_count; i++) {
        if (!row_sound(problem, i, err)) return false;
    }
    for (uint32_t n = 0; n < problem->post_count; n++) {
        if (!post_sound(problem, n, err)) return false;
    }
    return true;
}
