/* SPDX-License-Identifier: Apache-2.0 */
/*
 * capline.h - how a cap stood in one unit, day by day: for people to see.
 *
 * "The place" is that of the cap: the office, home, or home and leave.
 *
 * Pure data, made beside the plan by roster/ and again, on its own, by audit/.
 */
#pragma once

#include "base/date.h"
#include "register/ids.h"

typedef struct {
    int32_t base;   /* people of whom the share was taken */
    int32_t stated; /* the cap by the letter's arithmetic */
    int32_t forced; /* in the place by a must, a mark, leave or a decision */
    int32_t called; /* in by recall, visit or meeting: beside the turns, so
                       that nobody's turn is taken; may exceed the cap */
    int32_t need;   /* seats added to the cap by the need of counters */
    int32_t in;     /* in the place that day, counted under the cap */
    int32_t free;   /* people among whom the roster chose */
    bool works;     /* anybody of the unit works that day */
} CapDay;

typedef struct {
    uint32_t clause; /* into the corpus */
    UnitId unit;     /* where it is counted */
    CapDay *days;    /* one per day of the plan */
} CapLine;
