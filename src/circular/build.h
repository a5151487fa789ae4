/* SPDX-License-Identifier: Apache-2.0 */
/*
 * build.h - the workshop in which a corpus is made (corpus.c and its rooms).
 *
 *   amend.c     relations between letters: validity, amendments, revocation
 *   clause.c    one sentence to one Clause; clause_act.c what it does;
 *               clause_when.c its days and hours; clause_rows.c those of a
 *               table; clause_refs.c joins them
 *   decision.c  heads' decisions inside the bounds of their rule
 *   closure.c   closures that come of events
 */
#pragma once

#include "circular/corpus.h"

/* One sentence of the consolidated text of a letter. */
typedef struct {
    const Rule *rule;
    const Sentence *sentence;
    uint32_t brought_by;
    Window window;              /* of this wording */
    int16_t starts_at, ends_at; /* minutes of its first and last day; -1 */
} Provision;

typedef struct {
    VEC(Provision) list;
} Provisions;

typedef struct {
    Arena *arena;
    Corpus *corpus;
    Diags *diags;
    Provisions *of; /* per letter */
    VEC(Clause) clauses;
} Build;

/* Add an error of the family "hukum" about a letter. */
void build_say(Build *b, DiagLevel level, const char *id, uint32_t letter,
               Span span, Str said_id, Str said_en);

/* The letter of that number, or NO_INDEX. */
uint32_t build_letter(const Build *b, Str number);

/* amend.c: in the order of issue, later letters change earlier ones. */
void amend_all(Build *b);

/* The first day on which a letter's own changes work. */
Date amend_from(const CorpusLetter *letter);

/* clause.c: every provision becomes a clause; clause_refs.c: then references
 * are joined. */
const Tail *clause_tail(const Sentence *s, TailKind kind);    /* or NULL */
const Frame *clause_frame(const Sentence *s, FrameKind kind); /* or NULL */
void clause_make_all(Build *b);
void clause_take_when(Build *b, Clause *clause); /* clause_when.c */

/* clause_act.c */
Act clause_act(const Sentence *s);
/* A table whose keys nobody can answer, or what waits for a word. */
bool clause_is_only_kept(const Sentence *s);
bool clause_counts_days(const Sentence *s); /* "2 hari kerja setiap minggu" */
/* A report that somebody has to think of: "melapor, jika meninggalkan rumah" */
bool clause_is_untimed(const Sentence *s);
/* A place, a bound, ... on a condition that nothing answers: "jika banjir" */
bool clause_awaits_event(const Sentence *s);
/* A place of the called, of those at home, or during a closure */
bool clause_depends_on_day(const Sentence *s);
bool clause_takes_turns(const Sentence *s); /* "wajib di kantor, bergilir" */

/* clause_rows.c: a row as a sentence of its own; and `like`, the clause of that
 * sentence, once for each area in which its labels are borne. */
const Sentence *clause_row_sentence(Arena *arena, const Sentence *table,
                                    const TableRow *row);
void clause_add_row(Build *b, const Sentence *table, const TableRow *row,
                    const Clause *like);

void clause_join_all(Build *b);

/* The words of references: all clauses of a ref; appended to `out`. */
typedef VEC(ClauseId) ClauseIds;
void clause_find_all(Build *b, uint32_t letter, const Ref *ref, ClauseIds *out);

/* decision.c */
bool decision_is(const Letter *tree); /* of a head, by its kind and issuer */
UnitId decision_unit(Arena *arena, const Register *r, Str issuer);
void decision_check_all(Build *b);

/* closure.c */
void closure_make_all(Build *b);

/* law_trips.c: trips that are refused are reported */
void trip_check_all(Build *b);

/* law_leave.c: leave that stands though it is restricted is reported */
void leave_check_all(Build *b);
