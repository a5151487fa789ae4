/* SPDX-License-Identifier: Apache-2.0 */
/*
 * outbox.h - U4: what is still on this phone, and the page without a signal.
 *
 * What waits lies in the browser (assets/kotak.js); the server knows nothing
 * of it and makes the frame and the sentences only.
 */
#pragma once

#include "door/route.h"

extern const RouteTable outbox_routes;
