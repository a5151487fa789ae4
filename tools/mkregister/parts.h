/* SPDX-License-Identifier: Apache-2.0 */
/*
 * parts.h - the whole generator as one translation unit.
 *
 * A program of tools/ is made from one C file, and the test of the examples
 * wants the same rows without running a program: both include this.  Each
 * part is a file of its own with a header of its own, and compiles alone.
 *
 *     examples   the five governments
 *     model      units, posts, people: the rows
 *     offices    Setda, dinas, badan, UPTD       (agencies.def, uptd.def, ...)
 *     districts  kecamatan, kelurahan, schools   (places.def)
 *     identity   names and NIPs                  (names.def)
 *     staff      people for every unit           (jobs.def)
 *     counters   counters and field posts        (counters.def)
 *     cases      who acts for whom; closures, recalls, meetings
 *     absent     leave, trips, marks
 *     grants     clerks, organisation office, administrator
 *     tables     the files
 */
#pragma once

/* NOLINTBEGIN(bugprone-suspicious-include) */
#include "absent.c"
#include "cases.c"
#include "counters.c"
#include "districts.c"
#include "examples.c"
#include "grants.c"
#include "identity.c"
#include "model.c"
#include "offices.c"
#include "staff.c"
#include "tables.c"
/* NOLINTEND(bugprone-suspicious-include) */

/* The register of a government, made anew: the same rows each time. */
static inline Model example_register(Arena *arena, const Example *example)
{
    Model m = model_of(arena, example);
    offices_build(&m);
    districts_build(&m);
    cases_vacate(&m);
    staff_fill(&m);
    counters_add(&m);
    cases_add(&m);
    absent_add(&m);
    grants_add(&m);
    return m;
}
