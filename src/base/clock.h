/* SPDX-License-Identifier: Apache-2.0 */
/*
 * clock.h - the only file that asks the time.
 */
#pragma once

#include "base/zone.h"

Instant clock_now(void);
int64_t clock_monotonic_ns(void); /* for durations, never for dates */
