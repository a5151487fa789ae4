/* SPDX-License-Identifier: Apache-2.0 */
/*
 * plan_table.h - the letters of a plan.csv, row by row as the register has
 * its people.
 */
#pragma once

#include "base/err.h"
#include "register/register.h"

typedef struct {
    const Date *days; /* of the head, each the day after the one before */
    uint32_t day_count;
    const char *cells; /* person_count * day_count, by person */
} PlanTable;

/* Every row must be that of the register's next person: code, NIP, name and
 * unit.  ERR_INPUT with line and column of the first fault. */
MUST_USE bool plan_table_read(Arena *arena, Str csv, const Register *r,
                              PlanTable *out, Err *err);
