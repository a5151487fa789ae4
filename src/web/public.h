/* SPDX-License-Identifier: Apache-2.0 */
/*
 * public.h - pages that anybody may read: counters that are open, letters in
 * force, whether a printed annex is genuine, help.
 */
#pragma once

#include "door/route.h"

extern const RouteTable public_routes;        /* P1, P2: counters */
extern const RouteTable public_letter_routes; /* P3, P4 */
extern const RouteTable public_check_routes;  /* P5 */
extern const RouteTable public_help_routes;   /* P6 */
