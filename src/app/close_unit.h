/* SPDX-License-Identifier: Apache-2.0 */
/*
 * close_unit.h - use case: what follows when a unit is closed for some days,
 * told before it is ordered.
 */
#pragma once

#include "app/live.h"

typedef struct {
    int32_t people;   /* who work elsewhere as the letter says */
    int32_t counters; /* that are shut on the public page */
    size_t meetings;  /* of these days, to be moved */
} CloseUnitEffects;

/* People who would work on one of these days, and counters that would be open
 * on one: a weekend alone comes to nobody. */
CloseUnitEffects close_unit_effects(Arena *arena, const LiveView *view,
                                    UnitId unit, Window days);

/* Of a case the public is told only that the unit is closed: ERR_INPUT where
 * there is a text and it is not by order, or where the days end before they
 * begin. */
MUST_USE bool close_unit_fits(Window days, Str word, Str text, Err *err);
