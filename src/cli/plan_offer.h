/* SPDX-License-Identifier: Apache-2.0 */
/*
 * plan_offer.h - what can be changed in a published plan: swaps, repairs.
 */
#pragma once

#include "app/published.h"
#include "cli/say.h"

/* Swaps of a person on a day after `now`; the exit code. */
int plan_offer_swaps(const Call *call, Office *office,
                     const Published *published, PersonId person, Date day,
                     Date now);

/* What is broken on the day as the law is now, and the cheapest ways to mend
 * it; the exit code. */
int plan_offer_repairs(const Call *call, Office *office,
                       const Published *published, Date day);
