/* SPDX-License-Identifier: Apache-2.0 */
/*
 * html_reasons.h - the reasons of a page's cells, numbered as they come.
 *
 * The grid shows numbers; the list at the foot of the page says what each of
 * them is, with the rule in its own words.
 */
#pragma once

#include "cli/html_view.h"

typedef struct {
    const View *view;
    uint16_t *number; /* per reason of the plan; 0: not on the page yet */
    uint16_t *listed; /* reasons in the order of their numbers */
    uint16_t count;
} Reasons;

Reasons html_reasons(const View *view);

/* The number of a reason on this page, from 1. */
uint16_t html_reasons_number(Reasons *reasons, uint16_t reason);

void html_reasons_list(HtmlPage *page, const Reasons *reasons);
