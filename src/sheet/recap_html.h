/* SPDX-License-Identifier: Apache-2.0 */
/*
 * recap_html.h - a recap as one page, in the look of the roster's pages.
 */
#pragma once

#include "app/make_recap.h"
#include "base/html.h"

/* False when the page grew past the limit of a page. */
bool recap_html(Arena *arena, const RecapMade *made, Lang lang, Html *out);
