/* SPDX-License-Identifier: Apache-2.0 */
/*
 * meanings.h - words that a letter gives a meaning of its own.
 *
 *     Yang dimaksud dengan unit siaga ialah BPBD, Satpol PP dan Damkar.
 *     Pegawai pada unit siaga wajib di kantor.
 *
 * The letter's own word goes before a unit of the register with that name.
 */
#pragma once

#include "circular/tree.h"

/* Does the sentence give a name the meaning of people or units? */
bool meaning_is_said(const Sentence *s);

/*
 * meaning_expand - `who` with the letter's own words put in full, those of its
 * limits and exceptions too; `who` itself (NULL too) when it has none.  A
 * meaning may use other meanings, four deep.  One with "kecuali" stands for
 * itself only where nobody else is named beside it; elsewhere the word is left
 * as it is.
 */
const Who *meaning_expand(Arena *arena, const Letter *letter, const Who *who);
