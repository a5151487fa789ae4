/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/new_id.h"

#include "base/clock.h"

#include <sodium.h>

FactId new_id(void)
{
    uint64_t random[2];
    CHECK(sodium_init() >= 0);
    randombytes_buf(random, sizeof random);
    return fact_id_of(clock_now(), random[0], random[1]);
}
