/* SPDX-License-Identifier: Apache-2.0 */
/*
 * staff.h - people for every unit: holders of posts first, then the others.
 *
 * The number of people, and of those who are not ASN, is exactly that of the
 * example; units with a pinned size have exactly that size.  Posts marked
 * vacant before are left without a holder.
 */
#pragma once

#include "model.h"

void staff_fill(Model *m);
