/* SPDX-License-Identifier: Apache-2.0 */
/*
 * acting.h - a call that somebody makes (--as) on a government's data.
 */
#pragma once

#include "app/record.h"
#include "cli/open.h"

typedef struct {
    Store *store; /* closed by acting_done */
    Office office;
    RecordWorld world; /* of these two; today is --on, else the day it is */
    Str actor;         /* as find_actor.h */
} Acting;

/* Open --data and read --government from it; false after it was said what is
 * wrong, *code being the exit code.  It must not be copied. */
bool acting_open(const Call *call, OpenHow how, Acting *out, int *code);
void acting_done(Acting *acting);
