/* SPDX-License-Identifier: Apache-2.0 */
/*
 * nav.h - where one can go from here: by the roles that somebody has today.
 */
#pragma once

#include "web/page.h"

/* Whom the visitor is, besides somebody of staff: bits that entries ask. */
unsigned nav_roles(Visit *v);

void nav_top(Page *page);    /* the line of sending, or the wide navigation */
void nav_bottom(Page *page); /* the four tabs of a phone; the foot */

/* A page for phones, of somebody who is signed in: a wide screen shows the wide
 * navigation on it instead of the tabs. */
bool nav_is_wide(const Page *page);

/* Does a page of that path exist?  Else nothing links to it. */
bool nav_is_there(const Page *page, const char *path);

/* What the visitor's roles give beyond their own pages, as a list for phones;
 * false: nothing, and nothing was written. */
bool nav_put_list(Page *page, const char *heading);

/* A link to this page in the other language. */
void nav_language(Page *page);
