/* SPDX-License-Identifier: Apache-2.0 */
/*
 * public_part.h - what the public pages share.  For public*.c only.
 */
#pragma once

#include "web/part.h"

/* The path, and which government is meant where several are served. */
Str public_path(const Page *page, Str path);

/* Links to the same page of the other governments; nothing when there is one,
 * or when a session says which it is. */
void public_put_governments(Page *page, const char *path);

/* False, and the answer is there: no data of any government. */
MUST_USE bool public_has_government(Visit *v);

/* A page with the head and, closed by public_close, the foot of public ones. */
Page public_open(Visit *v, const PageHead *head);
void public_close(Page *page);

/* "/edaran/188.65-504-org-2020" and how the letter is spoken of. */
void public_put_letter(Page *page, uint32_t letter);
