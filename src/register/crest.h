/* SPDX-License-Identifier: Apache-2.0 */
/*
 * crest.h - the crest of a government: an SVG that can do nothing but be seen.
 *
 * Taken is a drawing of shapes, gradients and clips that points at nothing
 * outside itself.  Whatever else an SVG may hold is refused by name: scripts,
 * foreign content, pictures, links, animation, style sheets, handlers, a DTD.
 */
#pragma once

#include "base/err.h"
#include "base/str.h"

enum { CREST_MOST = 64 << 10, CREST_ELEMENTS = 4000, CREST_DEPTH = 32 };

/* ERR_INPUT says what is refused, and what to do. */
MUST_USE bool crest_check(Str svg, Err *err);
