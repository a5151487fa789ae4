/* SPDX-License-Identifier: Apache-2.0 */
/*
 * stage.h - a demonstration: accounts of people who do not exist, to be
 * stepped into.  They sign in only in a process that was told to be one.
 */
#pragma once

#include "app/cast.h"
#include "door/door.h"

/* Accounts for the cast of every government of the house. */
MUST_USE bool stage_set(const DoorHouse *house, Str password, Err *err);

/* A password of this process, known to nobody. */
Str stage_password(Arena *arena);

/* Sign in as somebody of the cast; any other person is ERR_DENIED. */
MUST_USE bool stage_enter(Visit *v, Str person, SignedIn *out, Err *err);
