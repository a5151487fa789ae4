/* SPDX-License-Identifier: Apache-2.0 */
/*
 * absent.h - leave, trips, marks and departures during the period.
 *
 * About 6 % of the people are absent at some time of it, about 3 % bear a
 * mark; nobody who is steady.
 */
#pragma once

#include "model.h"

void absent_add(Model *m);
