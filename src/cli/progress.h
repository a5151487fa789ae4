/* SPDX-License-Identifier: Apache-2.0 */
/*
 * progress.h - how far a long command is: a bar on a terminal, else a line.
 */
#pragma once

#include "cli/command.h"

typedef struct {
    const Call *call;
    bool terminal;
    int shown; /* per cent; -1: nothing yet */
} Progress;

Progress progress_begin(const Call *call);

/* A step has begun; its name in both languages. */
void progress_step(Progress *progress, const char *id, const char *en);

/* A RosterProgress: `context` is the Progress. */
void progress_tick(void *context, uint64_t done, uint64_t all);

/* Take the bar off the terminal. */
void progress_end(Progress *progress);
