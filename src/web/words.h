/* SPDX-License-Identifier: Apache-2.0 */
/*
 * words.h - what pages say, in both languages, by gettext's catalogues.
 *
 * The English text stands in the code; src/web/words/id/ holds the
 * Indonesian, src/web/words/en.po what English says otherwise.  The compiled
 * catalogues lie in the program (asset.h) and are read where they are.
 */
#pragma once

#include "base/date.h"

/* The text in that language; the English one where the catalogue has none. */
Str words_say(Lang lang, const char *english);

/* The form for n: "{n} person", "{n} people". */
Str words_many(Lang lang, const char *one, const char *many, int64_t n);

/* Entries of the catalogue; for tests. */
size_t words_count(Lang lang);
