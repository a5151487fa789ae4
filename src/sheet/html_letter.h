/* SPDX-License-Identifier: Apache-2.0 */
/*
 * html_letter.h - the letters of a plan, and their words, in a page.
 */
#pragma once

#include "base/html.h"

/* The class of a cell: 'K' -> "k"; "w" for no working day. */
Html html_letter_class(char letter);

/* The text with a capital at its start. */
void html_letter_capital(HtmlPage *page, Str text);
