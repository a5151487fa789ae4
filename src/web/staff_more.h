/* SPDX-License-Identifier: Apache-2.0 */
/*
 * staff_more.h - everything else in a list, by the roles that one has.
 */
#pragma once

#include "door/visit.h"

void staff_more_show(Visit *v);
