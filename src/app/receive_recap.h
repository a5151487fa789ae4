/* SPDX-License-Identifier: Apache-2.0 */
/*
 * receive_recap.h - use case: the personnel board receives a closed recap.
 *
 * The receipt is of one version; it stands when a later one is closed, which
 * is then received on its own.
 */
#pragma once

#include "app/access.h"
#include "app/closed_recap.h"

typedef struct {
    Str actor;
    Channel channel;
    Date today;
    FactId id;       /* of the fact RECEIPT */
    ClosedRecap of;  /* unit and days */
    int32_t version; /* which was seen: 1.. */
} ReceiveWish;

/*
 * receive_recap - ERR_DENIED unless of the personnel board; ERR_ABSENT: that
 * version was never closed; ERR_STALE: a newer one exists, or it is received
 * already; else as store_write.
 */
MUST_USE bool receive_recap(Store *store, const Office *office,
                            const ReceiveWish *wish, Receipt *out, Err *err);
