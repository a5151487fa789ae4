/* SPDX-License-Identifier: Apache-2.0 */
/*
 * types.h - the workshop of clause_types.c and its rooms.
 *
 *   types_said.c      what a sentence or the head holds
 *   types_validity.c  V and L: when, and beside which letters
 *   types_people.c    W and E: who, and who not
 *   types_caps.c      C and T: how many, and at what hours
 *   types_duties.c    D, R and O: what is owed
 *
 * A rule is asked of the head and of each sentence (of a table: of each row,
 * with the frames of the table).  It answers whether that is of its type, and
 * may narrow the span or say that this use is not computed.
 */
#pragma once

#include "circular/clause_types.h"
#include "circular/words.h"

typedef struct {
    const Letter *letter;
    const Rule *rule;         /* NULL: the head */
    const Sentence *sentence; /* NULL: the head */
    const Sentence *table;    /* with the frames: the sentence, or its table */
} Said;

typedef struct {
    Span span;
    bool computed;
} TypeUse;

typedef bool TypeRule(const Said *said, TypeUse *use);

#define TYPE(id, code, rule, in, en, computed) TypeRule rule;
#include "circular/clause_types.def"
#undef TYPE

/* ---- of a sentence; false or NULL for the head --------------------------- */

const Tail *said_tail(const Said *said, TailKind kind);
const Frame *said_frame(const Said *said, FrameKind kind);
bool said_pred(const Said *said, PredKind pred);
bool said_verb(const Said *said, Verb verb);
bool said_state(const Said *said, State state);

/* "wajib di kantor", "boleh di rumah": the place is the predicate's. */
bool said_place(const Said *said, Where where);

/* A share or a head-count ("orang") of that place, in any of its bounds. */
bool said_count(const Said *said, Where where, Compare compare, bool share);

/* Is it placed or counted: are people put somewhere? */
bool said_places(const Said *said);

/* The subject or the object speaks of the thing. */
bool said_thing(const Said *said, Thing thing);

/* The row of its verb or state has the code. */
bool said_word(const Said *said, const char *code);

/* A recorded sentence whose topic or text, or a consequence whose steps have a
 * word of the type (record_words.def). */
bool said_record(const Said *said, const char *code);

/* Some time of the head, the rule, a frame or a tail is such. */
typedef bool WhenTest(const When *when);
bool said_when(const Said *said, WhenTest *test, TypeUse *use);

/* ---- people -------------------------------------------------------------- */

typedef bool TermTest(const Term *term);
bool who_has(const Who *who, TermTest *test);    /* not of its exception */
bool said_who(const Said *said, TermTest *test); /* the subject */

/* Those whom the sentence leaves out: of "tidak berlaku bagi", "kecuali" and
 * "dikecualikan dari". */
bool said_left_out(const Said *said, TermTest *test);

/* Some mark of people is of the kind: 'v' vulnerable, 'i' vaccinated (immune),
 * 'q' quarantine, 'h' healthy, 'c' other. */
bool said_mark(const Said *said, char kind);

/* A section, bidang, subbagian ...: no unit of its own. */
bool term_is_sub(const Term *term);

/* The term, or a unit behind it: "pegawai pada X". */
bool term_stands_in(const Term *term, TermTest *test);

bool term_is_all(const Term *term); /* pegawai, ASN, a unit; whoever there */
