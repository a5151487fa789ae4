/* SPDX-License-Identifier: Apache-2.0 */
/*
 * clash_text.h - why no roster exists, in words of the letters.
 *
 * Each demand of the smallest clash with its rule, what all of them ask and
 * what is left, and the ways out, cheapest first.
 */
#pragma once

#include "app/make_roster.h"

void clash_text(const RosterMade *made, Lang lang, Buf *out);
