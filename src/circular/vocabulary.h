/* SPDX-License-Identifier: Apache-2.0 */
/*
 * vocabulary.h - the words of the language for whoever writes about it: the
 * lexical half of docs/grammar.ebnf, syntax files of editors (tools/editors),
 * the dictionary of the fuzzer.
 *
 * All made from the tables; build/tools/mklanguage writes them, and
 * tests/test_grammar.c compares what is in the project.
 */
#pragma once

#include "base/buf.h"

void vocabulary_grammar(Buf *out);
void vocabulary_vim(Buf *out);
void vocabulary_vscode(Buf *out);
void vocabulary_dictionary(Buf *out);
