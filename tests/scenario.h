/* SPDX-License-Identifier: Apache-2.0 */
/*
 * scenario.h - a day told as a clerk would tell it, and what must come of it.
 *
 * A file under tests/scenarios/ tells many scenarios of one government; its
 * README says what may stand in it.  A line is told in the order of the file:
 * who is meant, what happened, what the program must then say.
 *
 *     scenario_words.c    days, times, numbers, quotes, rules in a sentence
 *     scenario_read.c     a file into scenarios, a scenario into lines
 *     scenario_people.c   "pelaksana pada disdik, direncanakan di rumah"
 *     scenario_mark.c     "Tanda A: ..." into the register
 *     scenario_fact.c     sentences of scenario_facts.def into facts
 *     scenario_world.c    the government, its law and roster
 *     scenario_judge.c    law, book and sheet at an instant
 *     scenario_expect.c   what a verdict must hold
 *     scenario_unit.c     what must hold of units, of the checker
 *     scenario_day.c      what the day of a unit must hold
 *     scenario_recap.c    what a recap must hold
 *     scenario_follow.c   what must follow from days in a recap
 *     scenario_tell.c     line by line
 */
#pragma once

#include "app/make_roster.h"
#include "day/recap.h"
#include "day/unit_day.h"

/* ---- files ----------------------------------------------------------------
 */

typedef enum {
    SAID_NOTHING,  /* a heading: "Fakta:" */
    SAID_DAY,      /* Hari 27 Juli 2021, dengan jadwal */
    SAID_HOUR,     /* Jam laporan_tutup 18.00 */
    SAID_LETTER,   /* Surat tambahan: / Surat pengganti: */
    SAID_TEXT,     /* | a line of that letter */
    SAID_PERSON,   /* Pegawai A: ... */
    SAID_MARK,     /* Tanda A: "sehat" pada 3 Agustus 2020 */
    SAID_WAITING,  /* Menunggu: why it cannot be checked yet */
    SAID_FACT,     /* 1. pukul 07.20, ... */
    SAID_JUDGING,  /* Pada akhir hari: */
    SAID_EXPECTED, /* A: ... | A, laporan: ... | Unit A: ... | Pemeriksa: ...
                      | Bawahan A, ... | Rekap A ...: ... */
    SAID_UNREADABLE
} SaidKind;

typedef struct {
    int line;
    SaidKind kind;
    Str text; /* with lines that go on joined by a blank */
} Said;

typedef struct {
    int line;
    Str title; /* with the clauses behind it, in brackets */
    VEC(Said) said;
} Scenario;

typedef struct {
    const char *path;
    const char *government; /* its folder */
    Str letter;             /* of which a bare "aturan 3 ayat (2)" is */
    VEC(Scenario) scenarios;
    Str fault; /* why nothing could be read, or empty */
} ScenarioFile;

/* A file that cannot be read has a fault; a line of no known kind is
 * SAID_UNREADABLE and fails when it is told. */
ScenarioFile scenario_read(Arena *arena, const char *path);
ScenarioFile scenario_read_text(Arena *arena, const char *path, Str text);

/* Does the title name the clause or line: "KTM-12", "golden 7"? */
bool scenario_names(const Scenario *scenario, Str id);

/* ---- sentences ------------------------------------------------------------
 */

/* Each takes its words off the front of *rest, or nothing and is false. */
bool scenario_take(Str *rest, const char *words);
bool scenario_take_day(Str *rest, Date *out);    /* 27 Juli 2021 */
bool scenario_take_days(Str *rest, Window *out); /* D [sampai dengan D] */
bool scenario_take_clock(Str *rest, int16_t *out);
bool scenario_take_clocks(Str *rest, int16_t *from, int16_t *to);
bool scenario_take_number(Str *rest, int32_t *out);
bool scenario_take_quoted(Str *rest, Str *out);
bool scenario_take_label(Str *rest, char *out); /* one capital letter */

/* One of the words of a list "a|b|c", the longest that fits. */
bool scenario_take_choice(Str *rest, const char *choices, Str *out);

/* The longest word of the list that the text begins with, or -1. */
int scenario_take_longest(Str *rest, const char *const *words, size_t count);

/* "dicatat": a Colour, or -1. */
int scenario_take_colour(Str *rest);

/* "aturan 3 ayat (2) [SE NUMBER]" -> "NUMBER#3(2)". */
bool scenario_take_rule(Arena *arena, Str *rest, Str letter, Str *cite);

/* "di rumah", "cuti", "unit ditutup", ...: the letter of a plan. */
bool scenario_take_place(Str *rest, char *out);

/* ---- the world ------------------------------------------------------------
 */

typedef struct ScenarioWorld ScenarioWorld;

/* A government's folder, opened; NULL, and why in *said. */
ScenarioWorld *scenario_world(Arena *arena, const char *government, Str *said);
Office *scenario_office(ScenarioWorld *world);

/* The roster of the letters' period, made once; NULL, and why in *said. */
RosterMade *scenario_world_roster(ScenarioWorld *world, Str *said);

/* The law of that day, made once, all on file known; NULL, why in *said. */
LawDay *scenario_world_law(ScenarioWorld *world, Date day, Str *said);

/* The same of any office, not kept. */
RosterMade *scenario_roster(Office *office, Str *said);
LawDay *scenario_law(Arena *arena, const Office *office, Date day, Str *said);
/* ---- telling --------------------------------------------------------------
 */

enum { SCENARIO_PEOPLE = 26 };

/* Law, book and sheet as they stood at an instant. */
typedef struct {
    Instant now;
    Date day; /* that is judged */
    Register r;
    Corpus corpus;
    Diags diags;
    LawDay *law; /* NULL: the letters do not fit together; see diags */
    DutySheet sheet;
    DayBook *book;
    DayView view;
    RosterMade *made; /* on that register, once asked for */
} Judging;

typedef struct {
    int line;
    Str said;
} ScenarioFault;

typedef struct {
    Arena *arena;
    ScenarioWorld *world;
    Office office; /* that of the world, with letters of its own perhaps */
    Str letter;
    int line; /* being told */
    VEC(ScenarioFault) faults;
    bool waiting; /* nothing expected is checked */
    size_t checked;

    Date day;
    bool has_plan;    /* one is spoken of */
    bool own_office;  /* not the letters and the register of the folder alone */
    bool alone;       /* the letter being read stands for all of them */
    Buf text;         /* of the letter being read */
    LawDay *law;      /* of the day before any fact, once asked for */
    RosterMade *made; /* likewise */
    PersonId people[SCENARIO_PEOPLE];
    VEC(Fact) facts;  /* with those sent twice */
    VEC(FactId) told; /* by number, from 1 */
    bool judged;
    Judging judging;
} Telling;

/* Tell it; faults and whether it waits are then in the telling.  `letter` is
 * that of which a bare "aturan 3 ayat (2)" is. */
Telling scenario_tell(Arena *arena, ScenarioWorld *world, Str letter,
                      const Scenario *scenario);

/* Does it say "Menunggu: ..."? */
bool scenario_waits(const Scenario *scenario);

/* Something of the line at hand is not so; false. */
bool scenario_fail(Telling *t, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* The person of a label; fails and is false when nobody bears it. */
bool scenario_person(Telling *t, char label, PersonId *out);

/* Law and plan as they stood before the facts; NULL when it failed.  A plan
 * is only there when the scenario speaks of one. */
LawDay *scenario_told_law(Telling *t);
bool scenario_told_plan(Telling *t, const Plan **out);

/* Where the person is planned, by law and plan; '-'. */
char scenario_planned(const LawDay *law, const Plan *plan, PersonId person);

/* Whoever is the first in the register to fit the words. */
bool scenario_choose(Telling *t, Str words, PersonId *out);

/* Tanda A: "belum divaksin" pada D[, dicatat D]: a row of the register. */
bool scenario_mark(Telling *t, Str words);

/* "pukul 07.20, A presensi masuk di rumah, lewat aplikasi" */
bool scenario_fact(Telling *t, Str sentence, Fact *out, bool *twice);

/* Is there a sentence for facts of that kind? */
bool scenario_can_say(FactKind kind);

/* Make the law of that instant from the facts received by then; `shuffled`:
 * the last first and each of them twice. */
bool scenario_judge(Telling *t, Instant now, Date day, bool shuffled,
                    Judging *out);

/* "1, 2 dan 3": at most FINDING_FACTS of what was told. */
bool scenario_take_facts(const Telling *t, Str *rest, FactId *out);

/* Is it the clause of that cite; "-": none? */
bool scenario_cite_is(const Judging *j, ClauseId by, Str cite);

bool scenario_expect_person(Telling *t, PersonId person, Str words);
bool scenario_expect_duty(Telling *t, PersonId person, Str words);
bool scenario_expect_unit(Telling *t, PersonId person, Str words);
bool scenario_expect_checker(Telling *t, Str words);
bool scenario_expect_day(Telling *t, UnitAsk ask, Str words);
bool scenario_expect_follow(Telling *t, const Recap *recap, PersonId person,
                            Str words);
bool scenario_expect_recap(Telling *t, Str words);
bool scenario_expect_period(Telling *t, Str words);
bool scenario_expect_kinerja(Telling *t, Str words);
