/* SPDX-License-Identifier: Apache-2.0 */
/*
 * html.h - HTML as a type, so that escaping cannot be forgotten.
 *
 * An Html is safe to stand in a page: it is a literal of ours, or was made by
 * a function of this file from text that it escaped.  Nothing else makes one.
 * A page is written from top to bottom; whatever comes from outside goes
 * through html_text, in elements and in quoted attributes alike.
 */
#pragma once

#include "base/buf.h"

typedef struct {
    Str safe;
} Html;

/* Markup that we wrote ourselves: a string literal and nothing else. */
#define HTML(literal) ((Html){STR(literal)})

typedef struct {
    Buf buf; /* html_* only */
} HtmlPage;

HtmlPage html_page(Arena *arena);
void html_put(HtmlPage *page, Html part);
void html_text(HtmlPage *page, Str text);          /* escaped */
void html_words(HtmlPage *page, const char *text); /* the same */
void html_number(HtmlPage *page, int64_t number);
void html_tenths(HtmlPage *page, int64_t tenths); /* 123 -> "12.3", for SVG */

/* The page so far; false when it grew past the limit. */
bool html_done(const HtmlPage *page, Html *out);

/* Each byte that means something in HTML as its character reference; what
 * XML cannot hold, as U+FFFD. */
Html html_escaped(Arena *arena, Str text);
