/* SPDX-License-Identifier: Apache-2.0 */
/*
 * files.h - the files that pages are made of: style, modules, crest, the
 * service worker, and what the browser is told of the application.
 */
#pragma once

#include "door/route.h"

extern const RouteTable files_routes;
