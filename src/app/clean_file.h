/* SPDX-License-Identifier: Apache-2.0 */
/*
 * clean_file.h - a file that somebody hands in: is it what we take, and
 * without what it says beside the picture?
 *
 * JPEG, PNG and PDF, told by their first bytes and, of pictures, by their whole
 * structure; nothing is ever decoded, so a small file that would unfold to a
 * large picture costs nothing here.  Of a JPEG go APP1 to APP15 (EXIF with its
 * positions, XMP, thumbnails), what is no plain JFIF head in APP0, comments and
 * all that stands behind its end (films of "live" pictures); of a PNG all
 * chunks that say nothing of the pixels.  A PDF is kept as it is.
 */
#pragma once

#include "base/err.h"
#include "base/str.h"

typedef struct {
    const char *ending; /* "jpg", "png", "pdf" */
    Str bytes;          /* in the arena, or the bytes that were given */
} CleanFile;

/* ERR_INPUT in both languages: another kind, cut off, or damaged.  The same
 * bytes give the same; what was cleaned is clean. */
MUST_USE bool clean_file(Arena *arena, Str bytes, CleanFile *out, Err *err);

/* ---- the kinds, when the first bytes have told them ---- */

/* False: its structure is broken, or it ends before its end. */
MUST_USE bool clean_jpeg(Arena *arena, Str bytes, Str *out);
MUST_USE bool clean_png(Arena *arena, Str bytes, Str *out);
