/* SPDX-License-Identifier: Apache-2.0 */
/*
 * gzip.h - pressing a body as it leaves.
 *
 * Any thread may press, and as many at once as there are: a press is made when
 * none is free and used again and again, for making one costs more than
 * pressing a page.
 */
#pragma once

#include "base/arena.h"

typedef struct Gzip Gzip;

Gzip *gzip_open(Arena *arena); /* close it before the arena */
void gzip_close(Gzip *gzip);   /* NULL is fine; nobody presses any more */

/* What no press needs now is given back; it is taken again with the next. */
void gzip_rest(Gzip *gzip);

/* GZIP_WELL takes longer: for what a browser keeps. */
typedef enum { GZIP_QUICKLY, GZIP_WELL } GzipCare;

/* The text pressed, in the arena; empty if that would not be shorter. */
Str gzip_press(Gzip *gzip, Arena *arena, Str text, GzipCare care);
