/* SPDX-License-Identifier: Apache-2.0 */
/*
 * simulate_part.h - between the rooms of simulate.
 *
 *   simulate.c         the days, one after the other
 *   simulate_send.c    the facts of a minute, from many senders at once
 *   simulate_events.c  what the office orders: a unit shut after a case, a
 *                      letter enacted, the plan that follows
 */
#pragma once

#include "app/published.h"
#include "app/record.h"
#include "app/simulate.h"

typedef struct {
    Store *store;
    const SimulateWish *wish;
    const Plan *plan;              /* as published this morning; NULL: none */
    Instant now;                   /* what the store's clock says */
    const ImaginedOutage *outages; /* of the day */
    uint32_t outage_count;
    Instant midnight;
    Rand rand;
    bool had_case;
} Simulation;

/* A day under way: the office is read anew after each order. */
typedef struct {
    Simulation *s;
    Arena *arena;
    Office *office;
    RecordWorld world;
    SimulatedDay *said;
    size_t acted; /* of what is due at its hour */
} SimulatedHours;

/* The facts of one minute, each person's in their order; the next minute begins
 * when all have been answered. */
MUST_USE bool simulate_send(SimulatedHours *hours, const Fact *facts,
                            size_t count, Err *err);

/* The case of the first Tuesday; letters proposed for that day. */
MUST_USE bool simulate_orders(SimulatedHours *h, Err *err);

/* Published plans follow what has happened; the office is read anew. */
MUST_USE bool simulate_follow(SimulatedHours *h, Err *err);

FactId simulate_id(Simulation *s);
MUST_USE bool simulate_office(Simulation *s, Arena *arena, Office *out,
                              Err *err);
