/* SPDX-License-Identifier: Apache-2.0 */
/*
 * store_test.h - what only tests may ask of a store.
 */
#pragma once

#include "store/store.h"

typedef Instant StoreClock(void *context);

/* From now on "now" is what the clock says; before any write only. */
void store_clock(Store *store, StoreClock *clock, void *context);
