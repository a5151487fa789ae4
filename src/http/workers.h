/* SPDX-License-Identifier: Apache-2.0 */
/*
 * workers.h - threads that may wait, and the queue before them.
 */
#pragma once

#include "base/err.h"
#include "http/gzip.h"

/* Whatever is queued begins with this. */
typedef struct Job {
    struct Job *next;
} Job;

typedef void WorkersRun(Job *job, Gzip *gzip);
typedef struct Workers Workers;

MUST_USE bool workers_open(Arena *arena, unsigned count, unsigned waiting,
                           WorkersRun *run, Workers **out, Err *err);

/* False if as many as may do wait already. */
MUST_USE bool workers_give(Workers *workers, Job *job);

/* What they keep to be quick, and nobody uses now, is given back. */
void workers_rest(Workers *workers);

/* What is queued is still run. */
void workers_close(Workers *workers);
