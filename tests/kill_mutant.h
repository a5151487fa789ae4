/* SPDX-License-Identifier: Apache-2.0 */
/*
 * kill_mutant.h - a store that breaks its word on purpose, to show that the
 * tests would see it.
 *
 * Nothing of this is in the program: a guard, which runs in the scribe's
 * thread with the connection in its hands, puts another backend under it.
 */
#pragma once

#include "store/store.h"

/* Every commit from the next on is made with synchronous=NORMAL. */
bool kill_mutant_normal(Store *store, void *context, Err *err);

/* Every commit from this one on is acknowledged first, and made when the next
 * transaction begins, the log is tidied, or the store is closed.  One store at
 * a time. */
bool kill_mutant_early(Store *store, void *context, Err *err);
