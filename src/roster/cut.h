/* SPDX-License-Identifier: Apache-2.0 */
/*
 * cut.h - the bounds that a violated cut is made of.
 */
#pragma once

#include "base/vec.h"
#include "plan/certificate.h"
#include "roster/clash.h"

typedef struct {
    ClashKind kind;
    uint32_t at, clause;
    uint32_t bound; /* LEAST, MOST: which of the row's; else 0 */
    uint32_t day;   /* PROBLEM_DAYS of LEAST and MOST */
    int64_t amount;
} CutBound;

typedef struct {
    VEC(CutBound) bounds;
    int64_t person_days; /* seats that leave the cut, one each */
} Cut;

/* Every bound above 0 (lower) or finite (upper) that counts in the cut. */
Cut cut_of(Arena *arena, const Problem *problem, const Certificate *clash);

/* The node that the first bound of the cut is at or under. */
uint32_t cut_node(const Problem *problem, const Cut *cut);
