/* SPDX-License-Identifier: Apache-2.0 */
/*
 * prove.h - from what a search has seen to the certificate of the problem.
 *
 * The members of a class share its labels, and its side of a cut: an arc of a
 * member has room only where that of its class has, at a cost no lower.
 */
#pragma once

#include "plan/certificate.h"
#include "roster/search.h"

typedef struct {
    const Problem *problem;
    const RowClasses *rows;
    const Groups *groups;
    VertexMap map;
    const size_t *bound_at; /* row_count: vertex of each row's first bound */
} Proof;

Proof proof_of(Arena *arena, const Problem *problem, const RowClasses *rows,
               const Groups *groups);

/* The labels of one group, after flow_fairest. */
void prove_group(const Proof *proof, const Group *group, const Search *search,
                 Label *labels);

/*
 * The whole cut, after a failed flow_feasible of one group.  When the cut
 * holds S and T, all other groups lie in it with them: no arc of theirs then
 * crosses it.
 */
void prove_clash(const Proof *proof, const Group *group, const Search *search,
                 uint8_t *side, uint64_t *seat_side);
