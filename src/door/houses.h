/* SPDX-License-Identifier: Apache-2.0 */
/*
 * houses.h - the data directories that a server opens, and their clocks.
 */
#pragma once

#include "door/door.h"

typedef struct {
    const char *data; /* a data directory, or a folder that holds some */
    bool demo;        /* their clocks go on from what they hold last, and people
                         who do not exist may sign in */
} HousesWish;

typedef struct {
    DoorHouse *at;
    size_t count;
} Houses;

/* ERR_INPUT: no data directory there; else as store_open and live_open.  Rows
 * are of the arena; what was opened before a fault is closed again. */
MUST_USE bool houses_open(Arena *arena, const HousesWish *wish, Houses *out,
                          Err *err);
void houses_close(Houses *houses);
