/* SPDX-License-Identifier: Apache-2.0 */
/*
 * closed_recap.h - what was closed of a unit and its days, as it is kept.
 *
 * A closing is a fact RECAP; the text that its hash names lies beside it as a
 * document of the kind "rekap", a name for each version.
 */
#pragma once

#include "app/data.h"
#include "day/recap_table.h"

#define CLOSED_RECAP_KIND STR("rekap")

/* Of what it is the recap. */
typedef struct {
    const Government *government;
    Str unit; /* code */
    Window window;
} ClosedRecap;

/* "dinsos_2020-08-03_2020-08-07_2.rekap" */
Str closed_recap_name(Arena *arena, const ClosedRecap *of, int32_t version);

/* The last version that was closed of exactly these, by all on file. */
MUST_USE bool closed_recap_last(Arena *arena, Store *store,
                                const ClosedRecap *of, RecapClosing *out,
                                Err *err);

/*
 * closed_recap_read - the table of a closing.  *found false when its text is
 * not kept here (facts that were loaded from elsewhere); ERR_IO when what is
 * kept is not what the hash names.
 */
MUST_USE bool closed_recap_read(Arena *arena, Store *store,
                                const ClosedRecap *of,
                                const RecapClosing *closing, RecapTable *out,
                                bool *found, Err *err);

/*
 * closed_recap_holds - does the recap of that unit and those days count the
 * fact by itself: on its day or on the days that it names?  A fact of a unit
 * counts for the units below it, a meeting for whoever is asked to it.  What it
 * answers is the caller's to follow.
 */
bool closed_recap_holds(const Register *r, UnitId unit, Window days,
                        const Fact *fact);

/* What a fact answers belongs to the same days; but a report or a message that
 * names another fact stays on its own (docs/day.md, section 2). */
bool closed_recap_follows(const Fact *fact);
enum { CLOSED_RECAP_CHAIN = 8 }; /* answers to answers, at most */
