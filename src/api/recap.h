/* SPDX-License-Identifier: Apache-2.0 */
/*
 * recap.h - recaps for other programs: fields and parts that reading and
 * closing share.
 */
#pragma once

#include "api/api.h"
#include "app/recap_now.h"
#include "door/asked.h"

/* Of the route's unit, by "mulai" and "sampai"; NULL: the answer is there. */
RecapMade *api_recap_asked(Visit *v, UnitId unit);

/* "unit", "mulai", "sampai". */
void api_recap_put_days(Json *json, const Visit *v, const RecapMade *made);
/* "penutupan": the last version that was closed; null: none was. */
void api_recap_put_closing(Json *json, const RecapMade *made);
