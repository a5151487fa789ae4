/* SPDX-License-Identifier: Apache-2.0 */
/*
 * accounts.h - members that an account and sessions have, wherever they stand.
 */
#pragma once

#include "app/session.h"
#include "base/json.h"
#include "door/visit.h"

/* Of somebody in the register: who, where, its state. */
void api_account(Json *json, const Visit *v, const Account *account);

/* "sesi": of somebody, the newest first. */
void api_sessions(Json *json, const Visit *v, const Session *all, size_t count);
