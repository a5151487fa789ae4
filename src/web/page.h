/* SPDX-License-Identifier: Apache-2.0 */
/*
 * page.h - the frame that every page stands in: letterhead, navigation, end.
 *
 * A page is opened for a visit, written from top to bottom through `html`, and
 * closed into the visit's answer.  One style sheet, and one more where a job
 * has its own; no inline style or script.
 */
#pragma once

#include "door/address.h"
#include "door/visit.h"
#include "web/say.h"

typedef enum {
    PAGE_PHONE, /* one column, the four tabs at the bottom */
    PAGE_DESK,  /* wide, navigation under the letterhead */
    PAGE_PUBLIC /* one column, without navigation: nobody is signed in */
} PageFrame;

typedef struct {
    const char *title; /* in English; NULL: that of the route */
    Str name;          /* instead of it: what the page is about */
    const char *about; /* in English, for search engines: pages that anybody may
                          find; or NULL */
    PageFrame frame;
    const char *here;    /* path of the navigation's entry; or NULL */
    const char *modules; /* names of modules parted by blanks: "kisi tinjau" */
    const char *sheet;   /* its own style besides tk.css: "kisi"; or NULL */
    bool alone;          /* no navigation though somebody is signed in */
    bool of_all;         /* of no one government: the demonstration's own */
} PageHead;

typedef struct {
    Visit *visit;
    Arena *arena;
    PageHead head;
    HtmlPage html;
    Speech speech;
} Page;

Page page_open(Visit *visit, const PageHead *head);
void page_close(Page *page);

/* ---- short ways ------------------------------------------------------------
 */

void page_put(Page *page, Html part);
void page_text(Page *page, Str text);           /* escaped */
void page_say(Page *page, const char *english); /* by the catalogue */
#define PAGE_SAY(page, english, ...) \
    SAY(&(page)->html, &(page)->speech, english, __VA_ARGS__)
#define PAGE_SAY_MANY(page, one, many, n, ...)             \
    say_many(&(page)->html, &(page)->speech, one, many, n, \
             SAY_ARGS(__VA_ARGS__), SAY_COUNT(__VA_ARGS__))

/* <TAG>text</TAG>; the tag is a literal of ours. */
void page_element(Page *page, const char *tag, Str text);
void page_heading(Page *page, const char *english); /* h1 */

/* "<a href=...>text</a>"; what the path holds from outside went through
 * address_part. */
void page_link(Page *page, Str path, Str text);
void page_link_say(Page *page, Str path, const char *english);

/* A letter of the plan as a chip: "K", or its word. */
void page_chip(Page *page, char letter);
void page_chip_word(Page *page, char letter);
Str page_letter_word(const Page *page, char letter); /* Kantor */
const char *page_letter_class(char letter);          /* "k" */
