/* SPDX-License-Identifier: Apache-2.0 */
/*
 * bare.h - SQLite alone, as the peer of the store.
 *
 * One thread writes the same rows into the same tables with the same indexes
 * and settings, so many to a commit: the fact, what is seen of its person-day
 * (read first: a tally counts a person once), the tally, a head a batch.
 * Nothing is checked, looked up, hashed, signed, queued or answered.
 */
#pragma once

#include "workday.h"

typedef struct Bare Bare;

/* In a folder that a store has just made there; stops the program when it
 * cannot. */
Bare *bare_open(const char *folder, uint64_t batch);
void bare_close(Bare *bare);

/* All facts of the day; facts a second. */
double bare_run(Bare *bare, const Workday *day);
