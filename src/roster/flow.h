/* SPDX-License-Identifier: Apache-2.0 */
/*
 * flow.h - the optimal flow of one group, in three steps.
 *
 * Feasible, then highest, then fairest: each step keeps what the one before
 * has reached, so that no weight has to stand for a precedence.
 */
#pragma once

#include "roster/search.h"

/* Seats that obviously fit, least-loaded first: a start, not a promise. */
void start_must(Net *net);
void start_least(Net *net);
void start_fill(Net *net, Arena *arena);

/*
 * flow_feasible - meet every lower bound.  False when that cannot be: then
 * what the search has seen is a violated cut (Hoffman 1960).
 */
bool flow_feasible(Net *net, Search *search);

/* flow_highest - from a feasible flow to one with the most seats. */
void flow_highest(Net *net, Search *search);

/*
 * flow_fairest - from there to the least fairness cost; the search's labels
 * then prove it: (0, label) for what it saw, (1, 0) for the rest.
 */
void flow_fairest(Net *net, Search *search);
