/* SPDX-License-Identifier: Apache-2.0 */
/*
 * live_world.h - an example government, made-up days of it in a data
 * directory, and the live state on it at an instant of one's own choosing.
 */
#pragma once

#include "app/live.h"
#include "app/simulate.h"

typedef struct {
    Arena *arena;
    const char *folder; /* the data directory */
    Str government;
    Zone zone;
    const char *vfs; /* of the store when it opens; NULL: the system's */
    Store *store;
    Live *live;
} LiveWorld;

/* A fresh data directory with these days of the government; not open. */
LiveWorld live_world_make(Arena *arena, const char *government, Window days);

/* The folder alone, loaded at noon of that day. */
LiveWorld live_world_load(Arena *arena, const char *government, Date day);

/* The folder loaded, and a plan of these days published, at noon of the day
 * before them. */
LiveWorld live_world_plan(Arena *arena, const char *government, Window days);

/* Open it, so that it is that minute of that day now. */
void live_world_open(LiveWorld *w, Date day, int minute, bool still);
void live_world_close(LiveWorld *w);

Date live_world_date(const char *text);
LiveView live_world_view(LiveWorld *w);
