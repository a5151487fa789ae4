/* SPDX-License-Identifier: Apache-2.0 */
/*
 * vocabulary_part.h - the workshop of vocabulary.c and its room.
 *
 *   vocabulary.c          words by group; the grammar, the fuzzer's dictionary
 *   vocabulary_editors.c  syntax files of editors
 */
#pragma once

#include "base/vec.h"
#include "circular/vocabulary.h"
#include "circular/words.h"

/* A phrase of the lexicon; its group is a production of the grammar. */
typedef struct {
    PhraseClass class;
    Lang lang;
    Str group, text;
} Entry;

typedef struct {
    Arena *arena;
    Lang lang;
    VEC(Entry) list;
} Entries;

/* All phrases, by Lang, in the order of the tables. */
void vocabulary_both(Arena *arena, Entries both[2]);
