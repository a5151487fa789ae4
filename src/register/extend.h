/* SPDX-License-Identifier: Apache-2.0 */
/*
 * extend.h - a register with more rows of what changes from day to day.
 *
 * Leave, marks, events and statuses that came after the import: the working
 * day brings them as facts.  The old register is untouched and shared.
 */
#pragma once

#include "register/register.h"

typedef struct {
    const Absence *absences;
    const Mark *marks;
    const Event *events;
    const AreaStatus *statuses;
    uint32_t absence_count, mark_count, event_count, status_count;
} RegisterRows;

/* All rows of r that vary by day, to be changed and put back. */
RegisterRows register_rows(const Register *r);

/* The register with these rows in place of its own, in its orders; rows are
 * copied.  O(rows log rows + people). */
Register register_with_rows(Arena *arena, const Register *r,
                            const RegisterRows *rows);
