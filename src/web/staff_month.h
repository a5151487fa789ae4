/* SPDX-License-Identifier: Apache-2.0 */
/*
 * staff_month.h - A2: my month, a letter a day.
 */
#pragma once

#include "door/visit.h"

extern const FieldRule staff_month_fields[1]; /* "bulan" */

void staff_month_show(Visit *v);
