/* SPDX-License-Identifier: Apache-2.0 */
/*
 * html_index.h - the overview: all agencies with their caps, what to look at,
 * and how fair the whole is.
 */
#pragma once

#include "cli/html_view.h"

/* False when the page grew past the limit of html.h. */
MUST_USE bool html_index(const View *view, Html *out);
