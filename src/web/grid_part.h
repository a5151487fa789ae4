/* SPDX-License-Identifier: Apache-2.0 */
/*
 * grid_part.h - between the rooms of the roster's pages.
 *
 *   grid.c          routes
 *   grid_show.c     the page of a unit's month, from top to bottom
 *   grid_top.c      what stands above its table
 *   grid_table.c    the table
 *   grid_load.c     a day against what caps it
 *   grid_rules.c    the strip of rules
 *   grid_panel.c    one cell explained; turns counted
 *   grid_phone.c    one day as a list
 *   grid_bar.c      the draft: how many cells, back, away, on
 *   grid_effect.c   what a change of one cell comes to
 *   grid_cell.c     a cell
 *   grid_person.c   a person's month: the way without scripts
 *   grid_draft.c    what is posted to the draft
 *   grid_mend.c     repairs of a day
 *   grid_make.c     a draft made by the program
 *   grid_publish.c  looked at before it is published
 *   grid_bad.c      what of it goes with no plan
 *   grid_all.c      the plan of the whole government
 */
#pragma once

#include "app/draft_publish.h"
#include "app/unit_month.h"
#include "door/asked.h"
#include "web/form.h"

/* Names of the fields. */
#define GRID_UNIT  "unit"
#define GRID_MONTH "bulan"

typedef struct {
    Visit *v;
    Page *page;
    UnitMonth month;
    Draft draft;
    bool edits;            /* the visitor may change days of the unit */
    Str base;              /* "/jadwal/2020-08" */
    Str query;             /* "unit=CODE" */
    PersonId person;       /* of the chosen cell, or NO_PERSON */
    uint32_t day;          /* chosen, of the month */
    char filter;           /* of the phone's list: a letter, or 0 */
    bool matrix;           /* the phone shows the table */
    UnitId opened;         /* the group that is shown unfolded, or NO_UNIT */
    uint32_t slice;        /* of a group larger than a page, from 0 */
    const DraftDone *done; /* of a change that was just asked for; NULL */
} Grid;

/* How a day stands against what caps it. */
typedef struct {
    int32_t in, before, most; /* most < 0: nothing caps it */
    bool bad;
} GridLoad;

/* Of those whom the law leaves to the roster on a day: how many no plan and no
 * draft holds. */
typedef struct {
    uint32_t bare;
    bool none; /* nobody of them is planned: what is counted is no sum */
} GridPlan;

/* Of the visit's unit and month; false: the answer is there. */
MUST_USE bool grid_open(Visit *v, Grid *out);
/* Of a visit about a person: their unit, or the one above that is asked for. */
UnitId grid_unit_of(const Visit *v);
/* The same for a unit and month of the caller's. */
MUST_USE bool grid_open_of(Visit *v, UnitId unit, Window month, Grid *out);

/* The whole page into the answer; or what a module swaps. */
void grid_show(Grid *grid);
void grid_show_parts(Grid *grid);
bool grid_wants_parts(const Visit *v);

/* A link back to the grid, or to one's own month. */
void grid_put_back(Grid *grid, Str path);

/* ---- parts --------------------------------------------------------------- */

void grid_put_top(Grid *grid);
void grid_put_state(Grid *grid);   /* which version holds */
void grid_put_actions(Grid *grid); /* buttons */
void grid_put_legend(Grid *grid);
/* Some day of the month is shown by this letter. */
bool grid_has_letter(const Grid *grid, char letter);
void grid_put_table(Grid *grid);
void grid_put_head(Grid *grid); /* <thead> */
void grid_put_sums(Grid *grid); /* rows of groups, totals: for the module */
void grid_put_rules(Grid *grid);
void grid_put_panel(Grid *grid);
void grid_put_fairness(Grid *grid);
void grid_put_phone(Grid *grid);
void grid_put_bar(Grid *grid);
/* Why the chosen cell is what it is: what a draft would change, what holds,
 * and what was set by hand. */
void grid_put_why(Grid *grid, const UnitMonthCell *cell);

void grid_put_bad(Grid *grid, const DraftTry *tried);
void grid_put_clash(Grid *grid, const DraftTry *tried);

/* What changing the chosen cell to the letter comes to; under a heading that
 * says so, or with its own words. */
void grid_put_effect(Grid *grid, char to, bool headed);

/* ---- shared by them ------------------------------------------------------ */

Date grid_date(const Grid *grid, uint32_t day);
GridLoad grid_load(const Grid *grid, uint32_t day);
/* Of the unit whose own cap the day breaks, where the sum over several units
 * hides it; else as grid_load, of NO_UNIT. */
GridLoad grid_load_broken(const Grid *grid, uint32_t day, UnitId *of);
/* Of the unit whose own cap counts differently on the day in two months laid
 * side by side, as it is `shown`; where that is one of several.  Else as
 * grid_load, of NO_UNIT. */
GridLoad grid_load_moved(const Grid *shown, const Grid *beside, uint32_t day,
                         UnitId *of);
GridPlan grid_plan(const Grid *grid, uint32_t first, uint32_t count,
                   uint32_t day);
/* "–" where nothing is planned, "5·" where it is not yet for all, else "5". */
void grid_put_count(Page *page, const GridPlan *plan, int32_t in);
/* "; 3 people have no plan yet", behind the sum. */
void grid_put_missing(Page *page, uint32_t people);
/* SVG of a load: as wide as said, the cap's line 6 px below the top. */
void grid_put_load(Page *page, const GridLoad *load, int32_t all, int wide,
                   int high);
/* "P" of whoever is called, else the letter; and its class. */
char grid_letter(const UnitMonthCell *cell);
const char *grid_class(const UnitMonthCell *cell);
Str grid_unit_name(const Grid *grid, UnitId unit);
Str grid_month_said(const Speech *speech, Date day); /* Agustus 2020 */
/* "Aturan 1 (2)" and what it asks: "paling banyak 50% di kantor". */
Str grid_rule_label(const Grid *grid, const UnitRule *rule);
Str grid_clause_asks(const Page *page, const Clause *clause);
/* Is there such a route?  Links go nowhere else. */
bool grid_has_page(const Visit *v, const char *path);
/* "BASE?unit=...&tgl=..." */
Str grid_day_path(const Grid *grid, uint32_t day);
Str grid_cell_path(const Grid *grid, PersonId person, uint32_t day);
/* May the chosen cell be set by hand, within the law? */
bool grid_is_open(const Grid *grid, const UnitMonthCell *cell, uint32_t day);

/* ---- handlers ------------------------------------------------------------ */

void grid_show_cell(Visit *v); /* H4 */
void grid_show_person(Visit *v);
void grid_change_cell(Visit *v);
void grid_change_person(Visit *v);
void grid_change_cells(Visit *v); /* POST .../sel */
void grid_show_mend(Visit *v);
void grid_show_make(Visit *v); /* H3 */
void grid_make(Visit *v);
void grid_show_publish(Visit *v); /* H5 */
void grid_publish(Visit *v);
void grid_show_all(Visit *v);
void grid_publish_all(Visit *v);
