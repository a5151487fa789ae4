/* SPDX-License-Identifier: Apache-2.0 */
/*
 * counters.h - counters and field posts with those qualified for them.
 *
 * Of the qualified at least two more than needed are steady, so that leave
 * never leaves a counter short; in the two units of four, all are.
 */
#pragma once

#include "model.h"

void counters_add(Model *m);
