/* SPDX-License-Identifier: Apache-2.0 */
/*
 * draft.h - a head's working set: cells of a month that are to change.
 *
 * Nothing of it holds before it is published (draft_publish.h).  There is one
 * for each agency and month (outside of agencies: for each unit that has none
 * above), whoever works on it.  It is kept beside the facts, as small records
 * of the kind "rancangan", and is gone when it was published or thrown away.
 * Its version rises with every change; whoever changes it says which version
 * they have seen.
 *
 * A cell is to be office or home.  Where the law leaves the day to the roster
 * it becomes a fixed day; where a rule stands against it, a deviation with a
 * reason, which is recorded and shown upwards.
 *
 *   draft.c        cells and steps, in memory
 *   draft_text.c   its text
 *   draft_keep.c   read and written
 *   draft_change.c what may be changed, undone, thrown away
 */
#pragma once

#include "app/live.h"

enum {
    DRAFT_DAYS = 31,
    DRAFT_STEPS = 50,  /* that can be undone */
    DRAFT_REASON = 200 /* bytes of a reason */
};

/* What a cell of a draft holds. */
enum {
    DRAFT_UNTOUCHED = '.', /* of a step: not of it */
    DRAFT_NONE = '-',      /* as published */
    DRAFT_OFFICE = 'K',    /* fixed days */
    DRAFT_HOME = 'R',
    DRAFT_OFFICE_ASIDE = 'k', /* deviations */
    DRAFT_HOME_ASIDE = 'r'
};

typedef struct {
    PersonId person;
    char cells[DRAFT_DAYS]; /* by day of the month */
} DraftRow;

typedef struct {
    PersonId person;
    uint32_t day; /* of the month, from 0 */
    Str text;
} DraftReason;

/* One change; cells that it left alone are UNTOUCHED. */
typedef struct {
    PersonId person;
    char before[DRAFT_DAYS], after[DRAFT_DAYS];
} DraftStepRow;

typedef struct {
    uint32_t version; /* that it made */
    Str actor;
    bool undone;
    VEC(DraftStepRow) rows;
} DraftStep;

typedef struct {
    Arena *arena;
    UnitId unit;
    Window days;        /* the month */
    uint32_t version;   /* 0: there is none */
    FactId id;          /* its own, from its first change on */
    uint32_t parts;     /* records that hold its text */
    VEC(DraftRow) rows; /* with a cell that is not NONE */
    uint32_t *row_of;   /* per person; NO_INDEX */
    VEC(DraftReason) reasons;
    VEC(DraftStep) steps; /* oldest first */
} Draft;

/* The unit whose draft a unit's days lie in. */
UnitId draft_unit(const Register *r, UnitId unit);

Draft draft_none(Arena *arena, const Register *r, UnitId unit, Window month);

/* The cell; DRAFT_NONE also outside of the month. */
char draft_cell(const Draft *draft, PersonId person, Date day);
Str draft_reason(const Draft *draft, PersonId person, Date day);
size_t draft_cells(const Draft *draft); /* that are not NONE */

/* K or R of a cell that is not NONE; and is it a deviation? */
char draft_letter(char cell);
bool draft_is_aside(char cell);

/* ---- steps --------------------------------------------------------------- */

typedef struct {
    PersonId person;
    Date day;
    char to; /* a cell */
    Str reason;
} DraftCell;

/* "B00017.2020-08-05.K" as a form or JSON names a cell, "-" as published; with
 * a reason it is a deviation.  False: no such person, day or letter. */
bool draft_cell_parse(const Register *r, Str text, Str reason, DraftCell *out);

/* Make a step of these cells; what is so already is none.  False: nothing
 * changes. */
bool draft_step(Draft *draft, Str actor, const DraftCell *cells, size_t count);

/* Take the last step of this actor back, or the last that was taken back up
 * again; cells that somebody changed since stay.  False: there is none. */
bool draft_undo(Draft *draft, Str actor, bool redo);
bool draft_can_undo(const Draft *draft, Str actor, bool redo);

/* Who made the cell what it is after a version, if somebody else did; an empty
 * text otherwise. */
Str draft_other(const Draft *draft, uint32_t seen, Str actor, PersonId person,
                uint32_t day);
