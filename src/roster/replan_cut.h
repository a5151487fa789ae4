/* SPDX-License-Identifier: Apache-2.0 */
/*
 * replan_cut.h - the cut that a search without an end has found.
 *
 * What it reached is left by no arc with room; so all arcs that leave carry at
 * least their most, all that enter at most their least, and the one that the
 * search was to put right does worse than that.
 */
#pragma once

#include "roster/replan_search.h"

/* The sides into `out`.  O(size). */
void replan_cut(const ReplanSearch *s, ChangeAnswer *out);
