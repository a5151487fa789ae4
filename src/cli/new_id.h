/* SPDX-License-Identifier: Apache-2.0 */
/*
 * new_id.h - ids of facts that this program says itself.
 */
#pragma once

#include "day/fact.h"

/* Of now, and random: nobody else has it.  libsodium must be open. */
FactId new_id(void);
