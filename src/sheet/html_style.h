/* SPDX-License-Identifier: Apache-2.0 */
/*
 * html_style.h - the one style sheet of our pages, the policy for it, and the
 * letterhead.
 *
 * The sheet is grid.def, line by line, behind the colour of the government.
 * It stands in the page itself, which is allowed by its digest and by nothing
 * else: no script, no other style, no picture, no request.
 */
#pragma once

#include "base/html.h"

/* "<meta ...policy...><style>...</style>" for a government of this colour
 * ("#0b5c7a"; any other text takes the usual one). */
Html html_style(Arena *arena, Str colour);

/* The head of a page up to the name of the government: the band of its colour,
 * a shield, the name.  Left open: "<header><div><div><span>". */
void html_style_letterhead(HtmlPage *page, Str government);
