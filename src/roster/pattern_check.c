/* SPDX-License-Identifier: Apache-2.0 */
#include "base/vec.h"
#include "roster/pattern_build.h"

/* ---- bounds of nodes and rows ------------------------------------------ */

static bool nodes_hold(const PatternMaking *m, const uint64_t *office,
                       Arena *scratch)
{
    const Problem *p = m->problem;
    int32_t *in =
        NEW(scratch, int32_t, (size_t)p->node_count * p->day_count + 1);
    for (uint32_t i = 0; i < p->row_count; i++) {
        uint32_t n = p->rows[i].node;
        for (; n != NO_INDEX; n = p->nodes[n].parent) {
            for (uint64_t left = office[i]; left != 0; left &= left - 1)
                in[(size_t)n * p->day_count +
                   (uint32_t)__builtin_ctzll(left)]++;
        }
    }
    for (uint32_t n = 0; n < p->node_count; n++) {
        for (uint32_t d = 0; d < p->day_count; d++) {
            int32_t there = in[(size_t)n * p->day_count + d];
            if (there > p->nodes[n].most[d] || there < p->nodes[n].least[d])
                return false;
        }
    }
    return true;
}

bool pattern_row_holds(const ProblemRow *row, uint64_t office)
{
    for (uint32_t b = 0; b < row->bound_count; b++) {
        int32_t days = __builtin_popcountll(office & row->bounds[b].days);
        if (days < row->bounds[b].least || days > row->bounds[b].most)
            return false;
    }
    return true;
}

/* ---- posts: a matching a day (Kuhn 1955) ------------------------------- */

typedef struct {
    const Problem *problem;
    const uint64_t *office;
    uint32_t day;
    uint32_t *serves; /* per row: a post, or NO_INDEX */
    uint32_t *asked;  /* per post: round */
    uint32_t round;
} Serving;

static bool find_row(Serving *s, uint32_t post) /* as deep as there are posts */
{
    const ProblemPost *p = &s->problem->posts[post];
    s->asked[post] = s->round;
    for (uint32_t k = 0; k < p->row_count; k++) {
        uint32_t row = p->rows[k];
        uint32_t other = s->serves[row];
        if ((s->office[row] >> s->day & 1) == 0 || other == post) continue;
        if (other != NO_INDEX &&
            (s->asked[other] == s->round || !find_row(s, other)))
            continue;
        s->serves[row] = post;
        return true;
    }
    return false;
}

bool pattern_serves(const Problem *problem, const uint64_t *office,
                    uint32_t day, uint32_t *serves)
{
    AUTO(arena_done) Arena *scratch = arena_open((size_t)1 << 10);
    Serving s = {
        .problem = problem,
        .office = office,
        .day = day,
        .serves = serves,
        .asked = NEW(scratch, uint32_t, problem->post_count + 1),
    };
    for (uint32_t i = 0; i < problem->row_count; i++)
        serves[i] = NO_INDEX;
    for (uint32_t k = 0; k < problem->post_count; k++) {
        for (int32_t need = problem->posts[k].need[day]; need > 0; need--) {
            s.round++;
            if (!find_row(&s, k)) return false;
        }
    }
    return true;
}

typedef VEC(PostDuty) Duties;

/* By row, then day: the posts that each day's matching gave. */
static void keep_duties(const PatternMaking *m, const uint32_t *post_of,
                        Duties *duties)
{
    const Problem *p = m->problem;
    for (uint32_t i = 0; i < p->row_count; i++) {
        for (uint32_t d = 0; d < p->day_count; d++) {
            uint32_t post = post_of[(size_t)d * p->row_count + i];
            if (post != NO_INDEX)
                VEC_PUSH(m->arena, duties, ((PostDuty){i, d, post}));
        }
    }
}

static bool posts_hold(const PatternMaking *m, const uint64_t *office,
                       Arena *scratch, Duties *duties)
{
    const Problem *p = m->problem;
    uint32_t *post_of =
        NEW(scratch, uint32_t, (size_t)p->row_count * p->day_count + 1);
    for (uint32_t d = 0; d < p->day_count; d++) {
        if (!pattern_serves(p, office, d, &post_of[(size_t)d * p->row_count]))
            return false;
    }
    keep_duties(m, post_of, duties);
    return true;
}

/* ---- evenness ---------------------------------------------------------- */

static int32_t distance(const int32_t *size, int32_t groups)
{
    int32_t all = 0;
    int32_t far = 0;
    for (int32_t g = 0; g < groups; g++)
        all += size[g];
    for (int32_t g = 0; g < groups; g++) {
        int32_t over = size[g] - (all + groups - 1) / groups;
        int32_t under = all / groups - size[g];
        if (over > far) far = over;
        if (under > far) far = under;
    }
    return far;
}

int32_t pattern_uneven(const PatternMaking *m, const uint8_t *group_of)
{
    AUTO(arena_done) Arena *scratch = arena_open((size_t)1 << 14);
    const Problem *p = m->problem;
    size_t places = (size_t)p->node_count + m->section_count;
    int32_t *size = NEW(scratch, int32_t, places * PATTERN_GROUPS + 1);
    int32_t far = 0;
    for (uint32_t i = 0; i < p->row_count; i++) {
        if (!m->takes_part[i]) continue;
        size_t section = (size_t)p->node_count + m->section[i];
        size[section * PATTERN_GROUPS + group_of[i]]++;
        uint32_t n = p->rows[i].node;
        for (; n != NO_INDEX; n = p->nodes[n].parent)
            size[(size_t)n * PATTERN_GROUPS + group_of[i]]++;
    }
    for (size_t k = 0; k < places; k++) {
        int32_t own = distance(&size[k * PATTERN_GROUPS],
                               (int32_t)m->calendar.group_count);
        if (own > far) far = own;
    }
    return far;
}

/* ---- the whole --------------------------------------------------------- */

static uint64_t days_of(const PatternMaking *m, uint32_t row, uint8_t group)
{
    const ProblemRow *r = &m->problem->rows[row];
    if (!m->takes_part[row])
        return m->wish->settled != NULL ? m->wish->settled[row] : r->must;
    return r->must | (r->may & m->calendar.days[group]);
}

bool pattern_check(const PatternMaking *m, const uint8_t *group_of,
                   Answer *answer)
{
    AUTO(arena_done) Arena *scratch = arena_open((size_t)1 << 16);
    const Problem *p = m->problem;
    uint64_t *office = NEW(m->arena, uint64_t, p->row_count + 1);
    Duties duties = {0};
    Answer made = {.office = office};
    for (uint32_t i = 0; i < p->row_count; i++) {
        office[i] = days_of(m, i, group_of[i]);
        if (!pattern_row_holds(&p->rows[i], office[i])) return false;
        int64_t seats = __builtin_popcountll(office[i]);
        int64_t all = p->rows[i].offset + seats;
        made.presence += seats;
        made.fairness += all * all;
    }
    if (!nodes_hold(m, office, scratch) ||
        !posts_hold(m, office, scratch, &duties))
        return false;
    made.duties = duties.at;
    made.duty_count = duties.count;
    *answer = made;
    return true;
}
