/* SPDX-License-Identifier: Apache-2.0 */
/*
 * diag.h - what is wrong in somebody's text, where, and what would be right.
 *
 * A user's mistake is not a failure of a function: it is a Diag in a list,
 * and the reading goes on, so that all come at once.  Every Diag has a stable
 * id ("baca-01") by which tests, the manual and the help speak of it.
 */
#pragma once

#include "base/buf.h"
#include "base/date.h"
#include "base/vec.h"

/* note: known and fine, worth seeing.  warning: a default was taken or a gap
 * found.  error: the text cannot be used as it is. */
typedef enum { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR } DiagLevel;

typedef struct {
    uint32_t from, to; /* byte offsets, half open */
} Span;

/* One text that diagnostics point into; borrowed. */
typedef struct {
    Str name; /* file name as the user gave it */
    Str text;
} Source;

typedef struct {
    DiagLevel level;
    const char *id;
    const Source *source; /* NULL: about no text in particular */
    Span span;
    Str said[2];   /* the sentence, by Lang */
    Str advice[2]; /* what would be right, by Lang; may be empty */
} Diag;

typedef struct {
    Arena *arena;
    VEC(Diag) list;
    size_t errors, warnings, notes;
    size_t limit; /* further ones are counted, not kept; 0: 200 */
    bool quoting; /* what is quoted is of a text in ... */
    Lang quoted;  /* ... this language, whoever reads of it */
} Diags;

Diags diags_in(Arena *arena);

/* Add one; the span may be empty (a point).  Both languages are required. */
void diag_add(Diags *diags, DiagLevel level, const char *id,
              const Source *source, Span span, Str said_id, Str said_en);

/* Are further ones only counted?  Then nobody need make their sentences. */
bool diags_are_full(const Diags *diags);

/*
 * diag_quote - from now on the text that is complained of is in that language.
 *
 * The sentences of the two languages quote the same things in the same order,
 * each in its own: "tulis 'pukul 07.30'", "write 'at 07.30'".  From now on both
 * quote what that text has or wants, so that it can be pasted.
 */
void diag_quote(Diags *diags, Lang lang);

/* Say of the newest one what would be right. */
void diag_advise(Diags *diags, Str advice_id, Str advice_en);

/* Line and column, both from 1, the column in code points. */
void diag_place(const Source *source, uint32_t offset, int *line, int *column);

/*
 * diag_print - "file:line:col: error[id]: sentence", the source line, a
 * caret, and the advice.  Levels in words of the language (galat, peringatan,
 * catatan / error, warning, note); the id family stays as it is.
 */
void diag_print(const Diag *diag, Lang lang, Buf *out);
void diags_print(const Diags *diags, Lang lang, Buf *out); /* by place */
