/* SPDX-License-Identifier: Apache-2.0 */
/*
 * html_chart.h - small drawings in SVG; geometry as attributes, looks by class.
 */
#pragma once

#include "cli/html_view.h"

/* A day's bar under a dashed line at the cap; cap < 0: none, `all` is full. */
void html_chart_day(HtmlPage *page, int64_t in, int64_t forced, int64_t cap,
                    int64_t all);

/* A bar of `value` in `all` with a tick at the cap (< 0: none), in tenths. */
void html_chart_bullet(HtmlPage *page, int64_t value, int64_t cap, int64_t all);

/* How many have n office days, as columns, with a sentence for readers. */
void html_chart_days(HtmlPage *page, const View *view, const Fairness *fair);
