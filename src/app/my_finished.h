/* SPDX-License-Identifier: Apache-2.0 */
/*
 * my_finished.h - use case: was a permit closed by whom it was given to?
 */
#pragma once

#include "app/live.h"

/* The fact FINISHED about a person's request, one that stands, or NULL; in the
 * arena. */
const Fact *my_finished(Arena *arena, const LiveView *view, PersonId person,
                        FactId request);
