/* SPDX-License-Identifier: Apache-2.0 */
/*
 * print.h - the canonical text of a letter, in either language.
 *
 * parse(print(tree)) is the tree again; print is a fixed point.
 */
#pragma once

#include "circular/tree.h"

void letter_print(const Letter *letter, Lang lang, Buf *out);

/* Parts, for messages and explanations (no line end). */
void sentence_print(const Sentence *sentence, Lang lang, Buf *out);
void who_print(const Who *who, Lang lang, Buf *out);
