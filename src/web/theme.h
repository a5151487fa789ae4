/* SPDX-License-Identifier: Apache-2.0 */
/*
 * theme.h - a government's own look: the style sheet of all with its colours,
 * and its crest.
 *
 * Both are files whose name holds a digest of their bytes, so that they are
 * kept for ever; the page's policy stays without inline style.  A crest is
 * served to be seen only (crest.h, and a policy of its own).
 */
#pragma once

#include "app/office.h"
#include "door/route.h"

extern const RouteTable theme_routes;

/* "/tema/kotim.0123456789.css", instead of tk.css; empty: it has no colour of
 * its own. */
Str theme_style_path(Arena *arena, const Office *office);
/* "/tema/kotim.0123456789.svg"; empty: it has none, or one for all is meant. */
Str theme_crest_path(Arena *arena, const Office *office);
