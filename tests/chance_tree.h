/* SPDX-License-Identifier: Apache-2.0 */
/*
 * chance_tree.h - random letters as trees: every kind of node, comments,
 * names that hold words of the language.
 *
 * What is made is what a letter can say: printed in either language it is read
 * without an error, to the same tree.  Tails come from the tables: a new row
 * of tails.def or verbs.def is tried without a line here, by what it holds.
 */
#pragma once

#include "base/rand.h"
#include "circular/tree.h"

Letter chance_letter(Arena *arena, Rand *rand);
