/* SPDX-License-Identifier: Apache-2.0 */
/*
 * demo.h - the front of a demonstration: step into any role of any government.
 */
#pragma once

#include "door/route.h"

extern const RouteTable demo_routes;
