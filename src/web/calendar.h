/* SPDX-License-Identifier: Apache-2.0 */
/*
 * calendar.h - one's own calendar feed: its secret address, made and ended.
 */
#pragma once

#include "door/door.h"

extern const RouteTable calendar_routes;
