/*
 * sign.h - pages of coming in: name and password, the second step, its set-up,
 * the slip, the first administrator, one's own account, going out.
 */
#pragma once

#include "door/route.h"

extern const RouteTable sign_routes;
