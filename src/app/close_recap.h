/* SPDX-License-Identifier: Apache-2.0 */
/*
 * close_recap.h - use case: a recap is closed with a hash, as a version.
 *
 * The head of the unit, or of one above, closes it once its last day is over;
 * that of the whole government, whose head is elected and in no register, the
 * personnel board.
 * What was closed stays; where a correction by two persons has changed its
 * days since, it is closed again as the next version, which names the one
 * before and tells what changed.
 */
#pragma once

#include "app/access.h"
#include "app/closed_recap.h"
#include "app/make_recap.h"

typedef struct {
    Str actor;
    Channel channel;
    Date today; /* on which it is done */
    FactId id;  /* of the fact RECAP */
} CloseWish;

typedef struct {
    Receipt receipt;
    int32_t version;
    bool compared;        /* with the version before, whose text is here */
    RecapChanges changes; /* since then */
} RecapClosed;

/*
 * close_recap - of `made`, which make_recap gave as of now.
 *
 * ERR_DENIED: the actor may not; ERR_INPUT: a day is still open; ERR_STALE:
 * it is closed with these numbers already, has changed without a correction,
 * or somebody closed it meanwhile; else as store_write.
 */
MUST_USE bool close_recap(Store *store, const RecapMade *made,
                          const CloseWish *wish, RecapClosed *out, Err *err);
