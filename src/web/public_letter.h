/* SPDX-License-Identifier: Apache-2.0 */
/*
 * public_letter.h - words for letters, as their list and their page say them.
 */
#pragma once

#include "app/letter_view.h"
#include "web/public_part.h"

extern const FieldRule public_letter_fields[2];
extern const FieldRule public_letter_file_fields[1];

/* P4, and the letter's text as a file. */
void public_letter_page(Visit *v);
void public_letter_file(Visit *v);

/* What it is about, in the language that the letter has it. */
void public_letter_put_title(Page *page, const Letter *tree);
void public_letter_put_state(Page *page, const LetterView *view);
/* "3 August 2020 to 28 August 2020", or what else bounds it. */
void public_letter_put_days(Page *page, const LetterView *view);
/* "Changed by SE 527, SE 651"; nothing when nobody did. */
void public_letter_put_changers(Page *page, uint32_t letter);

/* Blocks of its page; nothing where there is nothing to say. */
void public_letter_put_relations(Page *page, uint32_t letter);
void public_letter_put_changes(Page *page, const LetterView *view);
