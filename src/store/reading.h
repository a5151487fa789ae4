/* SPDX-License-Identifier: Apache-2.0 */
/*
 * reading.h - one view of the data, for as long as a call reads.
 *
 *     AUTO(reading_done) Reading r = {0};
 *     if (!reading_begin_of(store, &r, government, &gov, &found, err))
 *         return false;
 *
 * Any number of threads; a view never waits for the scribe, nor the scribe
 * for it.  Inside a StoreGuard the view is that of the open transaction.
 */
#pragma once

#include "store/store_part.h"

typedef struct {
    Store *store;
    Db *db;
    bool own; /* false: the scribe's, inside a guard */
} Reading;

MUST_USE bool reading_begin(Store *store, Reading *out, Err *err);
void reading_done(Reading *reading);

/* The same, and the number of the government that is asked for; *found false
 * when nothing was ever written of it. */
MUST_USE bool reading_begin_of(Store *store, Reading *out, Str government,
                               int64_t *gov, bool *found, Err *err);
