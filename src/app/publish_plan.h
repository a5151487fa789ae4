/*
 * publish_plan.h - use case: a plan is published, and found again.
 *
 * A published plan lies in the data directory as two documents of the kind
 * "jadwal", table and certificate, named by its days; publishing the same days
 * again is a new version, the old one stays.  What is published is proved
 * first: an unproved plan is refused.
 */
#pragma once

#include "app/data.h"
#include "app/make_roster.h"

typedef struct {
    Str actor; /* who publishes; "sistem" for simulations */
    Date today;
    FactId id; /* of the fact PUBLISH */
} PublishWish;

/* ERR_DENIED when the actor may not; ERR_INPUT when it is not verified; the
 * store's refusals. */
MUST_USE bool publish_plan(Store *store, Office *office, const RosterMade *made,
                           const PublishWish *wish, Receipt *out, Err *err);

/*
 * The newest published plan, as known on a day, that holds the first day of
 * the window; *found false when there is none.  ERR_INPUT when the plan is of
 * another register than the office's.
 */
MUST_USE bool published_plan(Store *store, Office *office, Window window,
                             Date known, Plan *out, bool *found, Err *err);
