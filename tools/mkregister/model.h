/* SPDX-License-Identifier: Apache-2.0 */
/*
 * model.h - the rows of one made-up government, before they become files.
 *
 * Rows are named by their position.  NO_INDEX is none.  Everything lives in
 * the model's arena; texts are borrowed from it or from static tables.
 * Building adds units and posts, staffing adds people, the later steps add
 * what happens to them.  All randomness comes from streams that are named
 * after the government and the step, so that a change in one step leaves the
 * others as they were.
 */
#pragma once

#include "base/buf.h"
#include "base/map.h"
#include "base/rand.h"
#include "base/vec.h"
#include "examples.h"
#include "register/event.h"
#include "register/grant.h"
#include "register/reach.h"
#include "register/unit.h"

/* What kind of work a unit has people for: which jobs of jobs.def. */
#define JOB_GROUPS(X)                                                       \
    X(OFFICE, 560) /* per mille women, before the government's own share */ \
    X(TEACH, 690)                                                           \
    X(CLINIC, 760)                                                          \
    X(HOSPITAL, 700)                                                        \
    X(HEALTH, 640)                                                          \
    X(FARM, 420)                                                            \
    X(WORKS, 220)                                                           \
    X(ROAD, 180)                                                            \
    X(CLEAN, 300)                                                           \
    X(ORDER, 140)                                                           \
    X(FIRE, 60)                                                             \
    X(DISASTER, 220)                                                        \
    X(CIVIL, 580)                                                           \
    X(PERMIT, 580)                                                          \
    X(TAX, 500)                                                             \
    X(MONEY, 580)                                                           \
    X(AUDIT, 480)                                                           \
    X(PLAN, 500)                                                            \
    X(IT, 360)                                                              \
    X(SOCIAL, 560)                                                          \
    X(LIBRARY, 620)                                                         \
    X(LABOUR, 500)                                                          \
    X(TRADE, 500)                                                           \
    X(HR, 560)                                                              \
    X(VILLAGE, 480)

typedef enum {
#define X(name, women) JOBS_##name,
    JOB_GROUPS(X)
#undef X
} JobGroup;

typedef struct {
    Str code, name, short_name, aliases;
    uint32_t parent, agency, work_unit; /* the latter at or above */
    UnitType type;
    StaffPart part;
    JobGroup jobs;
    ServiceClass service;
    Section section;
    bool is_agency, is_work_unit, round_clock;
    uint8_t week;
    Str area, building;
    uint32_t weight; /* share of the staff of its part, beside the posts */
    uint32_t pinned; /* a work unit of exactly so many people, or 0 */
    uint32_t staff;  /* people beside the posts, once staffed */
} UnitRow;

typedef struct {
    Str code, name;
    uint32_t unit;
    const char *echelon; /* "II.a" ... "IV.b"; "fungsional" */
    Role role;
    bool head;
    bool vacant;     /* nobody holds it fully */
    uint32_t holder; /* who holds it fully, once staffed */
} PostRow;

typedef struct {
    uint32_t post, person; /* person NO_INDEX: the post is vacant */
    HoldKind kind;
    Window window;
} HoldingRow;

typedef struct {
    Str code, nip, local, name, title;
    StaffKind kind;
    uint32_t unit, post; /* post NO_INDEX: none */
    bool functional, field, woman;
    bool steady; /* neither absent nor marked nor leaving: cases rest on it */
    Window window;
} PersonRow;

typedef struct {
    uint32_t person;
    AbsenceKind kind;
    Window window;
    Date known;
} AbsenceRow;

typedef struct {
    uint32_t person;
    Str name;
    Window window;
    Date known;
    uint32_t by; /* person who set it */
} MarkRow;

typedef struct {
    Str code, name;
    uint32_t unit;
    CounterKind kind;
    Str days, opens, closes;
    uint32_t need;
    Str staff;  /* codes, separated by blanks */
    bool local; /* of a puskesmas or kelurahan: nothing of it is online */
    CounterReach reach;
} CounterRow;

typedef struct {
    EventKind kind;
    uint32_t unit, person; /* one of them NO_INDEX */
    Window window;         /* last DATE_NEVER: the letter decides */
    Str hours;
    Date known;
    Str reason, priority, urgency, approved_by;
} EventRow;

typedef struct {
    uint32_t person; /* NO_INDEX of a device */
    GrantRole role;
    uint32_t unit; /* of a clerk and a device; else NO_INDEX */
    Window window;
    Str device;
} GrantRow;

typedef struct {
    Arena *arena;
    const Example *example;
    Window period;
    VEC(UnitRow) units;
    VEC(PostRow) posts;
    VEC(HoldingRow) holdings;
    VEC(PersonRow) people;
    VEC(AbsenceRow) absences;
    VEC(MarkRow) marks;
    VEC(CounterRow) counters;
    VEC(EventRow) events;
    VEC(GrantRow) grants;
    Map codes; /* of units */
    Map nips;  /* first 15 digits in use */
} Model;

Model model_of(Arena *arena, const Example *example);

/* A stream of numbers for one step: "bontang/names". */
Rand model_rand(const Model *m, const char *step);

/* Add the unit under its parent; fills in agency and work_unit. */
uint32_t model_unit(Model *m, UnitRow row);

/* "<stem>-<name as a slug>", and -2, -3, ... where that code is taken. */
Str model_free_code(Model *m, Str stem, Str name);

/* Add a post; its code is its number. */
uint32_t model_post(Model *m, PostRow row);

/* The unit of that code; the program is wrong if there is none. */
uint32_t model_find(const Model *m, const char *code);

bool model_is_under(const Model *m, uint32_t unit, uint32_t ancestor);

/* The post that heads the unit; the program is wrong if none does. */
uint32_t model_head_post(const Model *m, uint32_t unit);

/* "Bagian Hukum" -> "bagian-hukum", whole words of about 40 letters. */
Str model_slug(Arena *arena, Str name);

/* The day a text of our own tables names. */
Date day(const char *iso);
