/* SPDX-License-Identifier: Apache-2.0 */
/*
 * objection.h - who answers an objection.  About one's data in the register the
 * personnel board does, which keeps them: within 3 times 24 hours (UU 27/2022).
 */
#pragma once

#include "day/fact.h"
#include "register/register.h"

/* Is it an objection, and about such data? */
bool objection_is_of_data(const Fact *fact);

/* The person's superior of that day, who may answer it beside the heads above
 * and the personnel board.  NO_PERSON: the board alone does. */
PersonId objection_superior(const Register *r, const Fact *fact,
                            PersonId person, Date day);

/* By when it is to be answered, by our clock. */
Instant objection_due(const Fact *fact);
