/* SPDX-License-Identifier: Apache-2.0 */
/*
 * html_rules.h - the strip of rules: each with its value and what came of it.
 */
#pragma once

#include "cli/html_view.h"

/* For an agency; NO_UNIT: for all. */
void html_rules(HtmlPage *page, const View *view, UnitId agency,
                const Fairness *fair);
