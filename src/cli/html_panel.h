/* SPDX-License-Identifier: Apache-2.0 */
/*
 * html_panel.h - why one person of the page is where they are on a day.
 */
#pragma once

#include "cli/html_block.h"

/* The person of a page to explain: one in turn and in the office that day if
 * there is one, else anybody with a working day; NO_PERSON if nobody has. */
PersonId html_panel_pick(const View *view, const Blocks *blocks, uint32_t page);

void html_panel(HtmlPage *page, const View *view, PersonId person);
