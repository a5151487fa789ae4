/* SPDX-License-Identifier: Apache-2.0 */
/*
 * plan_text.h - words that the file forms of plans share.
 *
 * In a text a backslash, a tab and a line feed are written \\, \t and \n;
 * a date that never comes is "..".
 */
#pragma once

#include "base/buf.h"
#include "plan/lines.h"
#include "plan/plan.h"

void plan_put_text(Buf *out, Str text);
void plan_put_date(Buf *out, Date date); /* after a blank */
/* "NAME upper lower" and the end of the line */
void plan_put_halves(Buf *out, const char *name, uint64_t n);
/* "reason STEP TAB RULE TAB OTHER TAB THING" and the end of the line */
void plan_put_reason(const Reason *reason, Buf *out);

/* A text as one word: its blanks are written \s. */
void plan_put_word(Buf *out, Str text);
/* The word taken last as a text. */
MUST_USE bool plan_take_word(Arena *arena, const Lines *in, Str *out, Err *err);

/* The rest of the line as one text. */
MUST_USE bool plan_take_rest(Arena *arena, Lines *in, Str *out, Err *err);
MUST_USE bool plan_take_date(Lines *in, Date *out, Err *err);
/* The rest of a line after "reason". */
MUST_USE bool plan_take_reason(Arena *arena, Lines *in, Reason *out, Err *err);
