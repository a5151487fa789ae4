/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/verdict.h"

#include "roster/flow.h"
#include "roster/prove.h"

static Certificate clash_of(Arena *arena, const Proof *proof,
                            const Group *group, const Search *search)
{
    uint8_t *side = NEW(arena, uint8_t, proof->map.count);
    uint64_t *seat_side = NEW(arena, uint64_t, proof->problem->row_count);
    prove_clash(proof, group, search, side, seat_side);
    return (Certificate){.kind = ANSWER_CLASH,
                         .vertex_count = proof->map.count,
                         .side = side,
                         .seat_side = seat_side};
}

static bool judge(Arena *arena, const Proof *proof, const Group *group,
                  Certificate *out, Err *err)
{
    AUTO(arena_done) Arena *scratch = arena_open((size_t)16 << 10);
    Net net = {0};
    if (!net_build(scratch, proof->problem, proof->rows, proof->groups, group,
                   &net, err))
        return false;
    Search search = search_in(scratch, &net);
    start_must(&net);
    start_least(&net);
    if (!flow_feasible(&net, &search))
        *out = clash_of(arena, proof, group, &search);
    return true;
}

bool verdict_of(Arena *arena, const Problem *problem, bool *solvable,
                Certificate *clash, Err *err)
{
    AUTO(arena_done) Arena *scratch = arena_open((size_t)64 << 10);
    Certificate found = {.kind = ANSWER_SOLVED};
    if (!problem_sound(problem, err)) return false;
    RowClasses rows = classes_of(scratch, problem, false);
    Groups groups = groups_of(scratch, problem, &rows);
    Proof proof = proof_of(scratch, problem, &rows, &groups);
    for (uint32_t g = 0; g < groups.group_count && found.kind == ANSWER_SOLVED;
         g++) {
        if (!judge(arena, &proof, &groups.groups[g], &found, err)) return false;
    }
    *solvable = found.kind == ANSWER_SOLVED;
    if (!*solvable) *clash = found;
    return true;
}
