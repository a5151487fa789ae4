/* SPDX-License-Identifier: Apache-2.0 */
#include "app/objection.h"

static const int64_t due_us = INT64_C(3) * 24 * 3600 * 1000000;

bool objection_is_of_data(const Fact *fact)
{
    return fact->kind == FACT_OBJECTION && str_is(fact->word, STR("data"));
}

Instant objection_due(const Fact *fact)
{
    return (Instant){fact->received.us + due_us};
}
