/* SPDX-License-Identifier: Apache-2.0 */
/*
 * picture.h - small files of the kinds that people hand in, made here: whole,
 * with all that a phone and a stranger add to them.
 */
#pragma once

#include "base/str.h"

/* A whole JPEG of one dot.  `more`: with an EXIF segment that says GPS-KENARI,
 * an XMP, a comment <script>KOMENTAR</script>, and FILM-KENARI behind its end.
 */
Str picture_jpeg(Arena *arena, bool more);

/* A whole PNG of one dot; `more`: with texts, a time, and FILM-KENARI behind
 * its end. */
Str picture_png(Arena *arena, bool more);

/* A PNG that says that it is 60,000 dots wide and high. */
Str picture_wide_png(Arena *arena);

Str picture_pdf(void);
