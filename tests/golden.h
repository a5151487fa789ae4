/* SPDX-License-Identifier: Apache-2.0 */
/*
 * golden.h - what the five letters must give, as lines a clerk can read.
 *
 * A golden file is lines of six columns, `|` between; see the head of
 * tests/golden/bontang.golden for what may stand in them:
 *
 *     no | apa | kapan | hasil | sebab | klausul
 *
 * no      the line of the list of expectations, or "-": beside it
 * klausul the IDs of docs/clauses.md that the line is about
 *
 * Before them stand what they are about: "pemerintah FOLDER" opens a register,
 * "surat FOLDER" takes the letters of another folder, "naskah NUMBER" is the
 * letter that a bare "aturan 1(1)" is of.  "--" begins a comment.
 */
#pragma once

#include "app/make_roster.h"
#include "harness.h"

typedef struct {
    const char *path; /* the golden file */
    int line;
    const char *government; /* folder */
    const char *letters;    /* folder whose letters and decisions hold */
    Str letter;             /* naskah */
    Str number, what, when, result, why, clauses;
    Str fault; /* why the line cannot be read, or empty */
} GoldenRow;

typedef struct {
    GoldenRow *rows;
    size_t count;
} GoldenFile;

/* A file that cannot be read gives one row with a fault. */
GoldenFile golden_read(Arena *arena, const char *path);

/* Fail the harness's row, naming the line of the golden file. */
void golden_fail(const GoldenRow *row, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* ---- pieces of columns ------------------------------------------------- */

typedef struct {
    Window window; /* empty: "-" */
    Date known;    /* DATE_NEVER: unsaid */
    bool later;    /* "nanti": decided on the working day */
    bool unread;   /* the text is not of that form */
} GoldenWhen;

GoldenWhen golden_when(Str text);

/* Cut the word off *text and what follows it; false when it does not begin
 * so: "dasar 40" with "dasar" leaves "40". */
bool golden_take(Str *text, const char *word);

/* The number that the text is, or -1. */
int64_t golden_number(Str text);

/* "aturan 1(1) SE X" or "aturan 1(1)" -> "X#1(1)"; false: no such form. */
bool golden_cite(Arena *arena, const GoldenRow *row, Str text, Str *cite);

/* ---- the world of a row -------------------------------------------------- */

typedef struct GoldenWorld GoldenWorld;

/* The world of the row's folders, opened once and kept in the list *all; NULL:
 * it has faults, which were printed and failed. */
GoldenWorld *golden_world(Arena *arena, GoldenWorld **all,
                          const GoldenRow *row);
Office *golden_office(GoldenWorld *world);

/* Each is made once; NULL when it cannot be made, and why in *said. */
const Corpus *golden_corpus(GoldenWorld *world, Date known, Str *said);
LawDay *golden_day(GoldenWorld *world, Date day, Date known);
RosterMade *golden_roster(GoldenWorld *world, Date known, Str *said);

/* The letter of that number or name, or NO_INDEX. */
uint32_t golden_letter(const Corpus *corpus, Str cite);

/* ---- people ----------------------------------------------------------------
 */

/*
 * golden_who - people by what they are, told without the code under test:
 *
 *     lurah | kepala seksi | pelaksana | TKD | ASN | pegawai | "Perawat" | ...
 *     [yang cuti | yang dipanggil | yang rapat | ...] [pada UNITS]
 *     [kecuali UNITS]
 */
typedef struct {
    Str kind;
    Str state; /* behind "yang"; empty: undisturbed */
    Str at, except;
} GoldenWho;

GoldenWho golden_who(Str text);

/* Is the kind of people a word that is known, and every unit? */
bool golden_who_known(const Register *r, const GoldenWho *who, Str *wrong);
bool golden_who_has(const Office *office, const GoldenWho *who, PersonId person,
                    Date day, Date known);

/* A unit by name, short name or code; NO_UNIT when there is no such. */
UnitId golden_unit(const Register *r, Str name);

/* ---- kinds of rows ---------------------------------------------------------
 */

typedef void GoldenCheck(GoldenWorld *world, const GoldenRow *row, Str rest);

GoldenCheck golden_all;     /* semua WHO */
GoldenCheck golden_one;     /* seorang WHO */
GoldenCheck golden_seats;   /* unit UNIT */
GoldenCheck golden_turns;   /* giliran UNIT */
GoldenCheck golden_counter; /* loket UNIT */
GoldenCheck golden_days;    /* hari kerja 5 */
GoldenCheck golden_plans;   /* jadwal */
GoldenCheck golden_head;    /* kop */
GoldenCheck golden_rule;    /* aturan 1(1) */
GoldenCheck golden_checker; /* pemeriksa */

/* Whichever the row is of; it fails when it is of none. */
void golden_check(Arena *arena, GoldenWorld **all, const GoldenRow *row);
