/* SPDX-License-Identifier: Apache-2.0 */
/*
 * counts.h - what has passed the door, in numbers; any thread adds.
 */
#pragma once

#include "base/buf.h"
#include "http/refuse.h"

#include <stdatomic.h>

enum { COUNTS_CLASSES = 5 }; /* 1xx to 5xx */

typedef struct {
    atomic_uint_least64_t answers[COUNTS_CLASSES];
    atomic_uint_least64_t refused[REFUSAL_COUNT];
    atomic_uint_least64_t bytes, microseconds;
    atomic_uint_least64_t connections_ever, connections_turned_away;
    atomic_int_least64_t connections, in_flight;
    atomic_size_t body_bytes; /* in memory */
} Counts;

/* An answer has gone out: its status, bytes, and how long it took. */
void counts_answered(Counts *counts, int status, size_t bytes, int64_t ns);
void counts_refused(Counts *counts, Refusal why);

/* For Prometheus, text format 0.0.4. */
void counts_write(const Counts *counts, Buf *out);
