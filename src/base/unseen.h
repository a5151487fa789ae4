/* SPDX-License-Identifier: Apache-2.0 */
/*
 * unseen.h - characters that nobody sees and that change what others see:
 * marks that turn the order of letters (U+202A to 202E, 2066 to 2069), line
 * separators, controls from U+0080 on, zero width spaces, tags, and code points
 * that are no characters.  Joiners (U+200C, 200D) stay: words and emoji need
 * them.  Controls below U+0080 are whoever asks's own matter.
 */
#pragma once

#include "base/str.h"

/* Bytes of the first of them in well-formed UTF-8, and where it begins; 0:
 * there is none. */
size_t unseen_find(Str text, size_t *at);

/* The code point that begins there, to be named as U+202E. */
unsigned unseen_point(Str text, size_t at);

/* The text without them; itself if it has none. */
Str unseen_without(Arena *arena, Str text);
