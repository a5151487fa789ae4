/* SPDX-License-Identifier: Apache-2.0 */
/*
 * ways.h - the smallest change of one demand that ends a clash.
 */
#pragma once

#include "roster/demands.h"

typedef struct {
    int64_t by, cost;
    uint64_t days;
    const uint32_t *people; /* rows of the part */
} Way;

/* A clash as it stands: a part that holds to the cut and to nothing else. */
typedef struct {
    Part part;
    Cut cut;
    Grain grain;
} Standing;

/*
 * way_out - change only the bounds of `key`; CHECKs that letting go of all of
 * them is enough.  See ClashDemand for what is smallest.
 */
MUST_USE bool way_out(Arena *arena, const Standing *standing, DemandKey key,
                      Way *out, Err *err);
