/* SPDX-License-Identifier: Apache-2.0 */
/*
 * lines.h - reading the line-wise texts of this folder.
 *
 * A text is lines that end in a line feed, a line is words parted by single
 * blanks; the first word says what the line is.  Every refusal names the line
 * and the column (in bytes, from 1) of the word.
 */
#pragma once

#include "base/err.h"
#include "base/str.h"

typedef struct {
    Str text;    /* all of it */
    size_t next; /* where the next line begins */
    Str rest;    /* of the line under way */
    Str word;    /* taken last */
    uint32_t line;
} Lines;

Lines lines_of(Str text);

/* Go to the next line; false at the end of the text. */
bool lines_next(Lines *lines);

/* Take the next word of the line; false when none is left. */
bool lines_word(Lines *lines);

/* The next word must be there / be this one / be a number / end the line. */
MUST_USE bool lines_want(Lines *lines, Err *err);
MUST_USE bool lines_expect(Lines *lines, Str word, Err *err);
MUST_USE bool lines_number(Lines *lines, int64_t low, int64_t high,
                           int64_t *out, Err *err);
MUST_USE bool lines_over(Lines *lines, Err *err);

/* As lines_number for 0 .. NO_INDEX - 1, where "-" is NO_INDEX. */
MUST_USE bool lines_index(Lines *lines, uint32_t *out, Err *err);

/* A full 64-bit number, written as its upper and lower half in decimals. */
MUST_USE bool lines_halves(Lines *lines, uint64_t *out, Err *err);

/* Fail at the word taken last, in both languages: what is said of it. */
bool lines_fail(const Lines *lines, const char *what_id, const char *what_en,
                Err *err);

/* Fail at the end of the text, which comes too early. */
bool lines_ended(const Lines *lines, Err *err);

/*
 * A run "value*times" of the next word, or "value" for once: *value is the
 * part before the star, 1 <= *times <= most.
 */
MUST_USE bool lines_run(Lines *lines, size_t most, Str *value, size_t *times,
                        Err *err);

/* Cut the piece up to `mark` off *text and read it as a number. */
MUST_USE bool lines_part(const Lines *lines, Str *text, char mark, int64_t low,
                         int64_t high, int64_t *out, Err *err);
