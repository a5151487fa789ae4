/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/roster.h"

#include "roster/flow.h"
#include "roster/hand_out.h"
#include "roster/prove.h"

#include <stdlib.h>

/*
 * Merge rows that are alike, part what is independent, solve each part, hand
 * the seats to people, and write down the proof.
 */

typedef struct {
    Arena *arena; /* of the answer */
    const Problem *problem;
    RosterOptions options;
    RowClasses rows;
    Groups groups;
    Proof proof;
    Label *labels;
    HandOut out;
    int64_t presence, fairness;
    uint64_t rows_done;
    bool clash;
    uint8_t *side;
    uint64_t *seat_side;
} Solving;

static bool add_square(int64_t level, int64_t times, int64_t *sum)
{
    int64_t square = 0;
    return !__builtin_mul_overflow(level, level, &square) &&
           !__builtin_mul_overflow(square, times, &square) &&
           !__builtin_add_overflow(*sum, square, sum);
}

/* Presence and fairness of a solved group. */
static bool add_up(Solving *s, const Net *net, Err *err)
{
    int64_t fairness = s->fairness;
    s->presence += net->total;
    for (uint32_t c = 0; c < net->class_count; c++) {
        const NetClass *class = &net->classes[c];
        int64_t level = class->offset + class->seats / class->size;
        int64_t higher = class->seats % class->size;
        if (!add_square(level, class->size - higher, &fairness) ||
            !add_square(level + 1, higher, &fairness))
            return FAIL(err, ERR_LIMIT,
                        "the sum of squares passes 64 bits at an offset of "
                        "%lld days",
                        (long long)class->offset);
    }
    s->fairness = fairness;
    return true;
}

static void keep_clash(Solving *s, const Group *group, const Search *search)
{
    s->clash = true;
    s->side = NEW(s->arena, uint8_t, s->proof.map.count);
    s->seat_side = NEW(s->arena, uint64_t, s->problem->row_count);
    prove_clash(&s->proof, group, search, s->side, s->seat_side);
}

static bool solve_group(Solving *s, const Group *group, Err *err)
{
    AUTO(arena_done) Arena *scratch = arena_open((size_t)16 << 10);
    Net net = {0};
    if (!net_build(scratch, s->problem, &s->rows, &s->groups, group, &net, err))
        return false;
    Search search = search_in(scratch, &net);
    start_must(&net);
    start_least(&net);
    if (!flow_feasible(&net, &search)) {
        keep_clash(s, group, &search);
        return true;
    }
    start_fill(&net, scratch);
    flow_highest(&net, &search);
    flow_fairest(&net, &search);
    hand_out(&s->out, group, &net);
    prove_group(&s->proof, group, &search, s->labels);
    return add_up(s, &net, err);
}

static void report(Solving *s, const Group *group)
{
    if (s->options.progress == NULL) return;
    for (uint32_t k = 0; k < group->class_count; k++)
        s->rows_done +=
            s->rows.classes[s->groups.classes[group->class_first + k]].size;
    s->options.progress(s->options.context, s->rows_done,
                        s->problem->row_count);
}

static int by_row_and_day(const void *a, const void *b)
{
    const PostDuty *x = a, *y = b;
    if (x->row != y->row) return x->row < y->row ? -1 : 1;
    return x->day < y->day ? -1 : x->day > y->day;
}

static Answer answer_of(Solving *s)
{
    Certificate proof = {.kind = s->clash ? ANSWER_CLASH : ANSWER_SOLVED,
                         .vertex_count = s->proof.map.count};
    if (s->clash) {
        proof.side = s->side;
        proof.seat_side = s->seat_side;
        return (Answer){.certificate = proof};
    }
    proof.labels = s->labels;
    if (s->out.duties.count > 0)
        qsort(s->out.duties.at, s->out.duties.count, sizeof s->out.duties.at[0],
              by_row_and_day);
    return (Answer){.certificate = proof,
                    .office = s->out.office,
                    .duties = s->out.duties.at,
                    .duty_count = s->out.duties.count,
                    .presence = s->presence,
                    .fairness = s->fairness};
}

static void begin(Solving *s, Arena *scratch)
{
    s->rows = classes_of(scratch, s->problem, s->options.no_classes);
    s->groups = groups_of(scratch, s->problem, &s->rows);
    s->proof = proof_of(scratch, s->problem, &s->rows, &s->groups);
    s->labels = NEW(s->arena, Label, s->proof.map.count);
    s->labels[s->proof.map.sink] = (Label){1, 0};
    s->out =
        (HandOut){.arena = s->arena,
                  .problem = s->problem,
                  .rows = &s->rows,
                  .groups = &s->groups,
                  .office = NEW(s->arena, uint64_t, s->problem->row_count)};
}

bool roster_solve(Arena *arena, const Problem *problem, RosterOptions options,
                  Answer *out, Err *err)
{
    AUTO(arena_done) Arena *scratch = arena_open((size_t)64 << 10);
    Solving s = {.arena = arena, .problem = problem, .options = options};
    if (!problem_sound(problem, err)) return false;
    begin(&s, scratch);
    for (uint32_t g = 0; g < s.groups.group_count && !s.clash; g++) {
        if (!solve_group(&s, &s.groups.groups[g], err)) return false;
        report(&s, &s.groups.groups[g]);
    }
    *out = answer_of(&s);
    return true;
}
