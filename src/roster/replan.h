/* SPDX-License-Identifier: Apache-2.0 */
/*
 * replan.h - the exact answer to a change: the plan that moves least.
 *
 * A min-cost flow on the network of plan/change.h whose costs are triples
 * compared in order; there is no weight anywhere.  The published plan is the
 * start: it costs nothing, and simple labels prove it the best of its like.
 * An event then leaves few arcs whose flow is out of their bounds, and few new
 * seats.  Each is put right by a shortest path (Dijkstra, with labels that
 * keep all lengths from being negative); what was right stays right (out of
 * kilter method: Fulkerson 1961; with shortest paths, Ahuja, Magnanti, Orlin,
 * "Network Flows", 1993, 9.9).  The labels that are left are the certificate;
 * a path that is not there leaves the cut.
 *
 *   replan_left.c     frozen days taken out of the problem
 *   replan_net.c      the network and the published plan in it
 *   replan_ways.c     its arcs with room
 *   replan_search.c   shortest paths
 *   replan_cut.c      what a search that fails has proved
 *   replan.c          the story
 *
 * Beside it, replan_demand.c and replan_count.c keep a demand that follows
 * events (replan_demand.h).
 */
#pragma once

#include "plan/change.h"

/*
 * replan_solve - the best answer with its labels, or the cut.
 *
 * The change must be as change.h says, its problem sound (problem_sound); else
 * ERR_INPUT.  ERR_LIMIT when vertices or costs do not fit.  The same change
 * gives the same bytes.  The answer lives in the arena and keeps nothing of
 * the change.
 *
 * O(size of the problem) for what an event does not touch; for each seat or
 * bound that it touches one search, O(a log a), a the arcs of its group (the
 * cap trees joined by posts, see group.h), and most end long before.
 */
MUST_USE bool replan_solve(Arena *arena, const PlanChange *change,
                           ChangeAnswer *out, Err *err);

/* The problem without its frozen days, as change.h says: what a clash is a
 * clash of (clash_shrink).  Borrows from the change.  O(size). */
Problem replan_left(Arena *arena, const PlanChange *change);
