/* SPDX-License-Identifier: Apache-2.0 */
/*
 * staff.h - routes of the pages that everybody of staff has (A1 to A11).
 */
#pragma once

#include "door/route.h"

extern const RouteTable staff_routes;
