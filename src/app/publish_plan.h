/* SPDX-License-Identifier: Apache-2.0 */
/*
 * publish_plan.h - use case: a plan is published.
 *
 * It is kept as published.h says.  What is published is proved first: an
 * unproved plan is refused.
 */
#pragma once

#include "app/data.h"
#include "app/make_roster.h"

typedef struct {
    Str actor; /* who publishes; "sistem" for simulations */
    Date today;
    FactId id; /* of the fact PUBLISH */
    Channel channel;
} PublishWish;

/* ERR_DENIED when the actor may not; ERR_INPUT when it is not verified; the
 * store's refusals. */
MUST_USE bool publish_plan(Store *store, Office *office, const RosterMade *made,
                           const PublishWish *wish, Receipt *out, Err *err);
