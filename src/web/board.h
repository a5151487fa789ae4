/* SPDX-License-Identifier: Apache-2.0 */
/*
 * board.h - routes of the personnel board's pages (B1 to B7): monitoring,
 * attendance, deviations, recaps, the register and its import.
 */
#pragma once

#include "door/route.h"

extern const RouteTable board_routes;
