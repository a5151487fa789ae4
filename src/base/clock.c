/* SPDX-License-Identifier: Apache-2.0 */
#include "base/clock.h"

#include <time.h>

Instant clock_now(void)
{
    struct timespec now = {0};
    CHECK(clock_gettime(CLOCK_REALTIME, &now) == 0);
    return (Instant){(int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000};
}

int64_t clock_monotonic_ns(void)
{
    struct timespec now = {0};
    CHECK(clock_gettime(CLOCK_MONOTONIC, &now) == 0);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}
