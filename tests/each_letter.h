/* SPDX-License-Identifier: Apache-2.0 */
/*
 * each_letter.h - every letter in the tree of the project: those of examples/
 * and, one a row, the forms of tests/forms_*.inc.
 */
#pragma once

#include "circular/parse.h"

typedef void LetterFn(Arena *arena, const Letter *letter, Str text);

/* Each is read without an error, as a row of the fact at hand. */
void each_letter(LetterFn *fn);
void each_form(LetterFn *fn);

/* The faults of a text, in English; empty when it was read. */
Str letter_faults(Arena *arena, Str text, Letter *out);
Str letter_text(Arena *arena, const Letter *letter, Lang lang);
