/* SPDX-License-Identifier: Apache-2.0 */
/*
 * unit_text.h - the day of a unit in words.
 */
#pragma once

#include "app/judge_unit.h"
#include "cli/say.h"

/* Breaches first, then who gave no sign and whose report waits for review
 * (names, the first 20 of a kind), then the rest, each with its rule and
 * facts; the public notice of a unit that is closed at the end. */
void unit_text(const Judged *judged, const UnitDay *day, Lang lang, Buf *out);

/* The same without a title, under a line that says so, for a superior. */
void unit_text_under(const Judged *judged, const UnitDay *day, Lang lang,
                     Buf *out);
