/* SPDX-License-Identifier: Apache-2.0 */
/*
 * hand_out.h - a class's seats to its members, evenly.
 *
 * For any two members of a class and any run of consecutive days the numbers
 * of office days differ by at most one; so they do in each window of the
 * rows' bounds.  Who begins is drawn from the problem's seed.
 */
#pragma once

#include "base/vec.h"
#include "plan/certificate.h"
#include "roster/net.h"

typedef VEC(PostDuty) Duties;

/* What seats are handed out from and to; the last two grow. */
typedef struct {
    Arena *arena;
    const Problem *problem;
    const RowClasses *rows;
    const Groups *groups;
    uint64_t *office; /* row_count */
    Duties duties;    /* posts of the problem, class by class */
} HandOut;

/* Set the members' words of `office` and add their duties.  O(seats), and
 * duties times members for posts. */
void hand_out(HandOut *to, const Group *group, const Net *net);
