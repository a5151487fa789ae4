/* SPDX-License-Identifier: Apache-2.0 */
/*
 * part.h - small parts that pages are put together from: blocks, paragraphs,
 * rows of names and values, what was done, what was refused.
 *
 * Sentences are in English and marked by N_() where they are given.
 */
#pragma once

#include "web/page.h"

void part_open(Page *page); /* a block of the page, ruled above and below */
void part_close(Page *page);

void part_heading(Page *page, const char *english); /* h2 */
void part_paragraph(Page *page, const char *english);
void part_small(Page *page, const char *english);          /* a quiet line */
void part_link(Page *page, Str path, const char *english); /* on its own line */

/* <dl> of names and values, from part_rows to part_rows_end; a row of text, or
 * one whose value is written between open and close. */
void part_rows(Page *page);
void part_rows_end(Page *page);
void part_row(Page *page, const char *label, Str value);
void part_row_open(Page *page, const char *label);
void part_row_close(Page *page);

/* Within the tag of a cell: the name of its column, which a phone shows before
 * the value, where a row of a table is stacked (class "tumpuk"). */
void part_key(Page *page, const char *english);

/* What is wider than a phone scrolls in a block of its own, which `english`
 * names to those who hear the page. */
void part_scroll_open(Page *page, const char *english);
void part_scroll_close(Page *page);

/* The head of a table: a row of the names of its columns. */
void part_columns(Page *page, const char *const *english, size_t count);

/* A word that says a state, coloured: "ok", "warn", "bad", "info" or "". */
void part_tag(Page *page, const char *css, const char *english);

/* What the page was sent here to say: the row of the visit's word, if any. */
typedef struct {
    const char *word, *english;
} PartDone;
void part_done(Page *page, const PartDone *rows, size_t count);

/* What was refused, above a form; nothing when NULL. */
void part_failure(Page *page, const Err *err);

/* "nip atau sandi ..." as a sentence: a capital, a full stop. */
Str part_sentence(Arena *arena, Str text);

/* The status of an answer that shows its form again: 422 for faults of fields,
 * 429 where one is to wait, else by the error. */
void part_status(Visit *visit, const Err *err);

/* "3 Agustus 2020 07.18" there. */
Str part_instant(const Page *page, Instant at);

/* PNS, PPPK ... as they are called; what has an English name, by that. */
Str part_staff_kind(const Page *page, StaffKind kind);

/* A button that the outbox's module shows where the browser can put the site on
 * the home screen; `when`: " data-kali=\"5\"", at the fifth time alone. */
void part_install(Page *page, Html when);
