/* SPDX-License-Identifier: Apache-2.0 */
/*
 * chance_sentence.h - the sentences of random letters.
 */
#pragma once

#include "chance_words.h"

/* One to four, numbered, as of one rule. */
void chance_sentences(const ChanceWords *w, Rule *rule);
