/* SPDX-License-Identifier: Apache-2.0 */
/*
 * beat.h - heartbeats, and the outages that the gaps between them are.
 */
#pragma once

#include "store/write.h"

enum { BEAT_GAP_SECONDS = 60 };

/*
 * beat_write - we are here at `now`; a gap of more than BEAT_GAP_SECONDS since
 * the beat before becomes, in this same transaction, a fact OUTAGE of every
 * government, its id made from the government and the gap's beginning.
 * `stopping`: the program ends now, on purpose.
 */
MUST_USE bool beat_write(Writing *w, Instant now, bool stopping, Err *err);
