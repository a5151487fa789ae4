/* SPDX-License-Identifier: Apache-2.0 */
#include "app/objection.h"

static const int64_t due_us = INT64_C(3) * 24 * 3600 * 1000000;

bool objection_is_of_data(const Fact *fact)
{
    return fact->kind == FACT_OBJECTION && str_is(fact->word, STR("data"));
}

PersonId objection_superior(const Register *r, const Fact *fact,
                            PersonId person, Date day)
{
    return objection_is_of_data(fact) ? NO_PERSON
                                      : person_superior(r, person, day);
}

Instant objection_due(const Fact *fact)
{
    return (Instant){fact->received.us + due_us};
}
