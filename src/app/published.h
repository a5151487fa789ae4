/* SPDX-License-Identifier: Apache-2.0 */
/*
 * published.h - the plans that were published, and what has moved them since.
 *
 * A published plan lies in the data directory as two documents of the kind
 * "jadwal", table and certificate, "2020-08-03_2020-08-31.1.csv" and ".1.cert":
 * the first publishing of these days.  Each move of it is one more,
 * "2020-08-03_2020-08-31.1-0002.pindah": its second version.  Publishing the
 * days again begins anew with the next number; the old ones stay.  No document
 * is ever written twice, and each is said by a fact PUBLISH that names it and
 * holds its digest: a document that no fact says is none, and one that differs
 * from what was said is damaged.
 *
 * Each day belongs to one plan: the newest of those published before it; where
 * there is none, the first that was published too late for it.  So no
 * publishing rewrites days that have begun.
 */
#pragma once

#include "app/data.h"
#include "plan/plan_move.h"

typedef struct {
    PlanMove move;
    Fact fact; /* PUBLISH */
} PublishedMove;

typedef struct {
    Str name; /* of the table, without its ending */
    Window days;
    uint32_t base; /* which publishing of these days: 1, 2, ... */
    Instant put;   /* when its table was kept */
    Fact fact;     /* PUBLISH */
    Plan plan;     /* as the last move leaves it */
    const PublishedMove *moves;
    size_t move_count;
} Published;

typedef struct {
    Published *at; /* in the order of publishing: the newest last */
    size_t count;
} PublishedList;

/* The version that it stands at: 1 as published. */
uint32_t published_version(const Published *published);

/* The fact of the last version. */
const Fact *published_last(const Published *published);

/*
 * published_list - all plans whose documents are known on a day (DATE_NEVER:
 * all), with their moves laid on, beside the register of the office
 * (published_people.h).  ERR_INPUT when one is damaged or not whole.  O(bytes
 * stored).
 */
MUST_USE bool published_list(Store *store, Office *office, Date known,
                             PublishedList *out, Err *err);

/* The plan that a day belongs to; or NULL. */
const Published *published_on(const PublishedList *list, Date day);

/* What these plans have for the days of the window, each as the plan has it
 * that it belongs to; false when there is no such day at all.  In the arena. */
bool published_join(Arena *arena, const PublishedList *list, Window window,
                    Plan *out);

/*
 * published_plan - what is published for the days of the window, each as the
 * plan has it that it belongs to; days of none are left out.  *found false
 * when there is no such day at all.
 */
MUST_USE bool published_plan(Store *store, Office *office, Window window,
                             Date known, Plan *out, bool *found, Err *err);

/* Is there a document of that name? */
MUST_USE bool published_has(Store *store, Arena *arena, Str government,
                            Str name, bool *out, Err *err);

/* Does what a fact PUBLISH brought have to be told to the person?  A plan that
 * is published whole is for everybody. */
MUST_USE bool published_told(Store *store, Office *office, const Fact *publish,
                             PersonId person, bool *out, Err *err);

/* Names of documents. */
#define PUBLISHED_KIND "jadwal"
Str published_name(Arena *arena, Window days, uint32_t base,
                   const char *ending);
Str published_move_name(Arena *arena, const Published *published,
                        uint32_t version);

/* What a fact PUBLISH says of its documents: of the table and its certificate,
 * or of a move (then `proof` is empty). */
Str published_digest(Arena *arena, Str body, Str proof);
