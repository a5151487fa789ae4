/* SPDX-License-Identifier: Apache-2.0 */
/*
 * explain.h - why somebody is where they are, in sentences that cite rules.
 *
 * Made when asked, from letter and register as they were; never stored.  At
 * most seven steps; rules that do not apply are one line.
 */
#pragma once

#include "circular/law.h"
#include "circular/print.h"

typedef enum {
    BEARING_APPLIED, /* berlaku: this rule bit */
    BEARING_NOT,     /* tidak kena */
    BEARING_FACT     /* keadaan: a fact of register, calendar or plan */
} Bearing;

typedef struct {
    Bearing bearing;
    Str cite; /* "LETTER#RULE(PARAGRAPH)" or empty */
    Str text; /* a sentence in the language asked for */
} ExplainStep;

/* What the plan adds where the roster decided (zeroes: no plan). */
typedef struct {
    bool given;
    UnitId unit;             /* where the cap is counted */
    int32_t base, limit, in; /* people, seats by the letter, in that day */
    int32_t forced;          /* of those in, by a must */
    int32_t called;          /* of those in, by recall, meeting or visit */
    int32_t over;            /* in beyond the limit (forced people raise it) */
    int32_t by_need;         /* of those over, by the need of counters */
    int32_t office_days, least_days, most_days; /* of the person; of those in
                                               turn in the unit */
    int32_t period_days;
    UnitId counter_unit;
    uint32_t counter; /* serving this counter that day; NO_INDEX */
} ExplainTurn;

typedef struct {
    char letter;
    Str verdict; /* "Rumah" / "Home" */
    ExplainStep steps[7];
    size_t step_count;
    Str note; /* what one can do, who decides; may be empty */
} Explanation;

/*
 * explain_cell - `letter` is the cell of the plan (or the directive's when no
 * plan is at hand; PLACED_OPEN says that the roster has yet to decide).
 */
void explain_cell(Arena *arena, const LawDay *day, PersonId person, char letter,
                  const ExplainTurn *turn, Lang lang, Explanation *out);

/* The shift of a day in the office, as a further step; minutes. */
typedef struct {
    ClauseId by;
    int number, count;
    int from, to;
} ExplainShift;

void explain_shift(Arena *arena, const LawDay *day, const ExplainShift *shift,
                   Lang lang, Explanation *out);

void explanation_print(const Explanation *e, const Register *r, PersonId person,
                       Date date, Lang lang, Buf *out);
