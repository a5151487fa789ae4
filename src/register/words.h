/* SPDX-License-Identifier: Apache-2.0 */
/*
 * words.h - closed lists of words that files and letters may use.
 *
 * A list gives each value its own word first; further spellings of the same
 * value follow after all own words.  Comparison is folded.
 */
#pragma once

#include "base/buf.h"
#include "base/str.h"

typedef struct {
    Str word;
    int value;
} Word;

typedef struct {
    const Word *at;
    size_t count;
} Words;

/* WORDS(array) - the list that a static array of Word is. */
#define WORDS(array) ((Words){(array), COUNT(array)})

/* The value of a word; false, *value untouched, when it is not in the list. */
bool words_find(Words words, Str text, int *value);

/* The value of the longest word that the text is or begins with, a blank
 * after it: "Kepala Bidang Perizinan" -> that of "kepala bidang". */
bool words_begin(Words words, Str text, int *value);

/* The list's own words, one for each value: "ya, tidak". */
Str words_offered(Arena *arena, Words words);

/* The word nearest to a misspelt one; empty when none is near. */
Str words_nearest(Words words, Str text);
