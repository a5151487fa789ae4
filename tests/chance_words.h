/* SPDX-License-Identifier: Apache-2.0 */
/*
 * chance_words.h - random names and texts for letters, hostile ones among
 * them: words of the language in both tongues, marks, figures, capitals.
 */
#pragma once

#include "base/rand.h"
#include "circular/words.h"

typedef struct {
    Arena *arena;
    Rand *rand;
    const Str *phrases; /* of both lexicons */
    size_t phrase_count;
} ChanceWords;

ChanceWords chance_words(Arena *arena, Rand *rand);

uint32_t chance_below(const ChanceWords *w, uint32_t limit);
bool chance_is(const ChanceWords *w, uint32_t percent);

/* May stand for anybody or anything: no quotation mark, no line end, single
 * blanks, none at the ends, not empty. */
Str chance_name(const ChanceWords *w);
Str chance_text(const ChanceWords *w); /* longer */

/* Of the glossary (as the tree holds it), or any name. */
Str chance_gloss(const ChanceWords *w);

/* Runs to a line end unquoted: an issuer, a signer. */
Str chance_line(const ChanceWords *w);

Str chance_number_of_letter(const ChanceWords *w);
Str chance_comment(const ChanceWords *w);
const Str *chance_comments(const ChanceWords *w, uint32_t *count);
Str chance_behind(const ChanceWords *w); /* mostly none */
