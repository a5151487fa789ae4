/* SPDX-License-Identifier: Apache-2.0 */
/*
 * requests.h - what waits for the word of a head, as a list in JSON.
 */
#pragma once

#include "api/api.h"
#include "app/unit_now.h"
#include "door/asked.h"

/* "permintaan", the oldest first. */
void api_requests_put(Json *json, Visit *v, const UnitNow *now);
