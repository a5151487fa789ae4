/* SPDX-License-Identifier: Apache-2.0 */
/*
 * about.h - use case: everything that is kept about one person, for them.
 *
 * The row of the register and what hangs on it, the facts about or by the
 * person and those of units that name them in a list, and the documents in
 * which their code, NIP or local number stands.  Sealed texts stay sealed:
 * whoever may open them does so by record_look, and it is noted.  Of an account
 * it is told that it is there, and no secret.
 */
#pragma once

#include "app/record.h"

typedef struct {
    Str kind, name; /* "berkas", "register/people.csv" */
} AboutDocument;

/* That there is one, and nothing that lets anybody in. */
typedef struct {
    bool there;
    Str state, name;             /* its word; user name */
    Date made, changed, entered; /* DATE_NEVER: not */
    bool codes, admin;           /* a second factor; administrator by it */
    uint32_t sessions;           /* kept */
} AboutAccount;

typedef struct {
    const Register *r;
    PersonId person;
    AboutAccount account;
    const Fact *facts; /* in the order of the journal */
    size_t fact_count;
    const AboutDocument *documents; /* the newest of each name */
    size_t document_count;
} About;

/*
 * about_person - ERR_ABSENT: no such code; ERR_DENIED unless the person
 * themself or the personnel board asks.
 */
MUST_USE bool about_person(Arena *arena, const RecordWorld *world, Str actor,
                           Str person, About *out, Err *err);

/* For reading, without control bytes. */
void about_text(const About *about, Lang lang, Buf *out);

/* For machines: one object, its names as in the files; false when too large. */
MUST_USE bool about_json(const About *about, Buf *out);

/* The facts alone, as fakta.csv. */
void about_table(const About *about, Buf *out);
