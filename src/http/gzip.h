/*
 * gzip.h - pressing a body as it leaves.
 *
 * A thread has one press and uses it again and again: making one costs more
 * than pressing a page.
 */
#pragma once

#include "base/arena.h"

typedef struct Gzip Gzip;

Gzip *gzip_open(Arena *arena); /* close it before the arena */
/* Its memory is given back; it takes it again when it is used again. */
void gzip_close(Gzip *gzip);

/* The text pressed, in the arena; empty if that would not be shorter. */
Str gzip_press(Gzip *gzip, Arena *arena, Str text);
