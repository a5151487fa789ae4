/* SPDX-License-Identifier: Apache-2.0 */
/*
 * objection.h - an objection about one's data in the register: the personnel
 * board keeps them, so it answers, within 3 times 24 hours (UU 27/2022).
 */
#pragma once

#include "day/fact.h"

/* Is it an objection, and about such data? */
bool objection_is_of_data(const Fact *fact);

/* By when it is to be answered, by our clock. */
Instant objection_due(const Fact *fact);
