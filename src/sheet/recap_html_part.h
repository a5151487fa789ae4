/* SPDX-License-Identifier: Apache-2.0 */
/*
 * recap_html_part.h - the workshop of recap_html.c and its rooms.
 *
 *   recap_html.c        the frame, the strip of what came of each duty
 *   recap_html_units.c  tables of units
 *   recap_html_follow.c hours credited, cuts, suggested sanctions
 *   recap_html_side.c   closing, outages, caps, what the letters ask for
 */
#pragma once

#include "sheet/recap_html.h"

typedef struct {
    Arena *arena;
    Lang lang;
    const RecapMade *made;
    const Recap *recap;
    const Register *r;
    const Government *government;
    HtmlPage page;
} RecapSheet;

/* Text of the language, a number, a date: escaped. */
void recap_html_say(RecapSheet *s, const char *id, const char *en);
void recap_html_number(RecapSheet *s, int64_t number);
void recap_html_date(RecapSheet *s, Date day);

/* Reports that came, on time or not. */
int64_t recap_html_reports(const RecapUnit *unit);

/* The letters of the plan, in words, with their days. */
void recap_html_legend(RecapSheet *s);
void recap_html_units(RecapSheet *s, RecapLevel level, const char *id,
                      const char *en);
void recap_html_follow(RecapSheet *s);
void recap_html_side(RecapSheet *s);
