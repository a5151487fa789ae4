/* SPDX-License-Identifier: Apache-2.0 */
/*
 * staff_reason.h - A3: why a day is so, which versions changed it, and what
 * can be done.
 */
#pragma once

#include "door/visit.h"

extern const FieldRule staff_reason_fields[1]; /* {tanggal} of the address */

void staff_reason_show(Visit *v);
