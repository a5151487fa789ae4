/*
 * reading.h - one view of the data, for as long as a call reads.
 *
 *     AUTO(reading_done) Reading r = {0};
 *     if (!reading_begin(store, &r, err)) return false;
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

/* The government's number; *found false when nothing was ever written. */
MUST_USE bool reading_government(const Reading *reading, Str code, int64_t *gov,
                                 bool *found, Err *err);
