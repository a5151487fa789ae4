/* SPDX-License-Identifier: Apache-2.0 */
/*
 * intake.h - one import under way: the tables, and what was made of them.
 *
 * Readers take cells of a line by type.  A cell that is wrong becomes a fault
 * and leaves the value as it was, so that the reading goes on and all faults
 * come at once; whether any came is asked once, at the end.
 */
#pragma once

#include "base/num.h"
#include "register/fault.h"
#include "register/header.h"

typedef struct Intake Intake;

typedef struct {
    Intake *in;
    TableKind kind;
    Str file;
    bool given;
    bool whole; /* read, and no column is missing that must be there */
    Csv csv;
    Header header;
} Table;

typedef struct {
    const Table *table;
    const CsvRow *row;
} Line;

struct Intake {
    Arena *arena;
    Faults *faults;
    Diags *remarks;
    Table table[TABLE_COUNT];
    Register made; /* only its maps, until intake_settle */

    VEC(Unit) units;
    VEC(Line) unit_lines; /* where each unit stands */
    VEC(Str) parents;     /* the parent's code of each unit, as written */
    VEC(Post) posts;
    VEC(Line) post_lines;
    bool posts_lost; /* a row of the posts has no place: heads may be missing */
    VEC(Person) people;
    VEC(Holding) holdings;
    VEC(Line) holding_lines;
    bool guessed_work_units;      /* the file does not say which units are */
    bool units_lost, people_lost; /* not all are known: a fault already, and
                                     no reason to call each name unknown */
    VEC(Absence) absences;
    VEC(Mark) marks;
    VEC(Counter) counters;
    VEC(Event) events;
    VEC(AreaStatus) statuses;
    VEC(Grant) grants;

    Map offered; /* unknown unit name -> position in offers */
    VEC(Str) offers;
};

/* What `unit_names` says of a name that several units bear. */
#define SEVERAL (NO_INDEX - 1)

/* A row that belongs to an owner: sorted by owner, then key, then as read. */
typedef struct {
    uint32_t owner;
    int32_t key;
    uint32_t at;
} Place;

void places_sort(Place *places, size_t count);

/* Make a table ready.  One that cannot be read has no lines; of a column that
 * is missing no cell is a fault: the column is one. */
void table_open(Intake *in, TableKind kind, const ImportFile *file);
size_t table_lines(const Table *table); /* 0 when not given */
Line table_line(const Table *table, size_t i);
bool table_has(const Table *table, int column);

/* The cell, trimmed; empty where the file has no such column. */
Str line_text(Line line, int column);
void line_fault(Line line, int column, Repair repair, Str right);
/* A fault that says something else than the cell holds. */
void line_fault_of(Line line, int column, Repair repair, Str value);

bool line_need(Line line, int column, Str *out);  /* must not be empty */
void line_flag(Line line, int column, bool *out); /* ya, tidak, empty */
void line_date(Line line, int column, Date *out); /* empty: as it was */
/* Ends are optional; the last may not come before the first. */
void line_window(Line line, int first, int last, Window *out);
void line_number(Line line, int column, int64_t low, int64_t high,
                 int64_t *out);
/* A fault that offers the nearest word of a list, else all of them. */
void line_offer(Line line, int column, Repair repair, Str value, Words words);
/* A word of a list, which is offered from when it is not there. */
void line_word(Line line, int column, Words words, Repair repair, int *out);

/* By code or by a name that only one unit bears; by code, NIP, number. */
bool line_unit(Line line, int column, UnitId *out);
bool line_person(Line line, int column, PersonId *out);
uint32_t intake_person(const Intake *in, Str text); /* or NO_INDEX */

/* Say something worth knowing, about no place in particular. */
void intake_remark(Intake *in, DiagLevel level, const char *id, Str said_id,
                   Str said_en);
/* "a, b, c" of at most five names, ", ..." after them. */
Str intake_list(Intake *in, const Str *names, size_t count);

/* The readers, in the order in which they rest on each other. */
void import_units(Intake *in);
void import_unor(Intake *in); /* units from the columns of the people */
void intake_names_of_units(Intake *in);
void intake_tree(Intake *in); /* parents, roots, cycles */
void import_people(Intake *in);
void import_posts(Intake *in);
void import_unor_posts(Intake *in); /* posts from the echelons of people */
void intake_heads(Intake *in);      /* two heads, no head */
void import_absences(Intake *in);
void import_marks(Intake *in);
void import_counters(Intake *in);
void import_events(Intake *in);
void import_statuses(Intake *in);
void import_grants(Intake *in);

/* Where units serve round the clock in a week of fewer days: a remark. */
void intake_shifts(Intake *in);

/* Add one unit or post; false, with a fault, when the code is taken. */
bool intake_add_unit(Intake *in, Line line, Unit unit, Str parent);
bool intake_add_post(Intake *in, Line line, Post post);

/* What the type of a unit says when the file does not. */
bool unit_type_is_agency(UnitType type);
bool unit_type_is_work_unit(UnitType type);

/* Order the rows and make the indices; no fault may have been found. */
void intake_settle(Intake *in, Register *out);
