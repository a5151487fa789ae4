/* SPDX-License-Identifier: Apache-2.0 */
/*
 * close_unit.h - use case: what follows when a unit is closed for some days,
 * told before it is ordered.
 */
#pragma once

#include "app/live.h"

/* What is asked for. */
typedef struct {
    UnitId unit;
    Window days;
    Str word;      /* kasus, perintah */
    int32_t cases; /* 0: not said */
} CloseUnitWish;

typedef struct {
    Window days;      /* as many as the rule says, if that is longer */
    ClauseId by;      /* that rule; NO_CLAUSE: an order of its own */
    int32_t people;   /* who would be at their place of work on one of them */
    int32_t home;     /* who would have been at home all the while */
    int32_t counters; /* that are shut on the public page */
    size_t meetings;  /* of these days, to be moved */
} CloseUnitEffects;

/* Of the unit kerja itself, not of those below it.  People who would work on
 * one of these days, and counters that would be open on one: a weekend alone
 * comes to nobody.  O(people * days, at most 62). */
CloseUnitEffects close_unit_effects(Arena *arena, const LiveView *view,
                                    const CloseUnitWish *wish);

/* A letter closes a unit kerja; of a part of one nothing would follow. */
MUST_USE bool close_unit_is_one(const Register *r, UnitId unit, Err *err);

/* Of a case the public is told only that the unit is closed: ERR_INPUT where
 * there is a text and it is not by order, or where the days end before they
 * begin. */
MUST_USE bool close_unit_fits(Window days, Str word, Str text, Err *err);
