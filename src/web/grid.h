/* SPDX-License-Identifier: Apache-2.0 */
/*
 * grid.h - routes of the roster's pages (H2 to H5): a unit's month, its cells,
 * its draft, its publishing.
 */
#pragma once

#include "door/route.h"

extern const RouteTable grid_routes;
