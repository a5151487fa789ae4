/* SPDX-License-Identifier: Apache-2.0 */
/*
 * parse.h - from the text of a letter to its tree.
 *
 * Reads Indonesian or English (the first word decides).  All faults at once,
 * each with its place, an id of the family "baca" (reading) or "cocok"
 * (fitting), and what would be right.  Never backtracks; linear in the text.
 * Limits: 1 MiB of text, 64 levels of nesting.
 */
#pragma once

#include "circular/tree.h"

/* False when an error was added to diags; *out is then the part that could be
 * read (useful for the remaining gates, never to be enacted). */
bool letter_parse(Arena *arena, const Source *source, Letter *out,
                  Diags *diags);
