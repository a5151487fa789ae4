/* SPDX-License-Identifier: Apache-2.0 */
/*
 * types_text.h - the types of clause that a letter uses, as a table.
 */
#pragma once

#include "circular/corpus.h"

/* "Dicatat, tidak dihitung: aturan 2 ayat (3), ..."; nothing when all is
 * computed. */
void recorded_text(const CorpusInput *letter, Lang lang, Buf *out);

/* Code, name, place of the first use, computed or recorded; one a line. */
void types_text(const CorpusInput *letter, Lang lang, Buf *out);
