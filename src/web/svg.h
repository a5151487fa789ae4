/* SPDX-License-Identifier: Apache-2.0 */
/*
 * svg.h - charts drawn here: geometry as attributes, colour by class.
 *
 * No chart needs a script or a style of its own, so that print and forced
 * colours may draw it otherwise (tk.css, "bagan").  A bar that stands beside
 * its number is for the eye alone; every other chart is a picture with a whole
 * sentence for those who do not see it, and may be followed by its numbers
 * (svg_numbers).  Sizes are in pixels, which are user units too.
 */
#pragma once

#include "web/say.h"

/* name, class */
#define SVG_TONES(X)                                      \
    X(PLAIN, "b") /* as it should be */                   \
    X(LOW, "lo")  /* less, or later, than it should be */ \
    X(OVER, "ov") /* a rule is broken */                  \
    X(GREY, "gy") /* no rule concerns it */

typedef enum {
#define X(name, css) SVG_##name,
    SVG_TONES(X)
#undef X
} SvgTone;

/* ---- beside a number ----------------------------------------------------- */

/* part of whole, at most the whole width; nothing of nothing is empty. */
void svg_bar(HtmlPage *page, int64_t part, int64_t whole, int width,
             SvgTone tone);

/* The same with a tick at `limit` of the whole; below 0: without, and flat. */
void svg_bullet(HtmlPage *page, int64_t part, int64_t whole, int64_t limit,
                int width, SvgTone tone);

/* ---- pictures ------------------------------------------------------------ */

enum { SVG_STEPS = 5 }; /* 0: nothing known, 1: low, to 4: all */

/* One square for each step, from left to right. */
void svg_strip(HtmlPage *page, const uint8_t *steps, size_t count, Str label);

enum { SVG_GAP = -1 }; /* instead of a value: nothing is known */

/* A line of shares, in tenths of a percent; the last point is marked, and the
 * lowest with its words. */
typedef struct {
    const int32_t *values; /* 0 to 1000, or SVG_GAP */
    size_t count;
    Str first, last; /* under the ends: "11 Nov" */
    Str lowest;      /* at the lowest point; empty: none */
    Str label;
} SvgLine;

void svg_line(HtmlPage *page, const Speech *speech, const SvgLine *line);

/* Columns with their numbers on top. */
typedef struct {
    int64_t value;
    Str name; /* under it */
    SvgTone tone;
} SvgColumn;

void svg_cols(HtmlPage *page, const Speech *speech, const SvgColumn *columns,
              size_t count, Str label);

/* How many have each value, from `least` on; those outside of [low, high] are
 * marked. */
typedef struct {
    const uint32_t *counts;
    size_t count;
    int32_t least, low, high;
    Str label;
} SvgHist;

void svg_hist(HtmlPage *page, const Speech *speech, const SvgHist *hist);

/* ---- the numbers behind a picture ---------------------------------------- */

/* "Show the numbers": a table of two columns, closed at first. */
void svg_numbers(HtmlPage *page, const Speech *speech, Str head, Str value_head,
                 const Str *names, const Str *values, size_t count);
