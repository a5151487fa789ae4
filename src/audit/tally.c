/* SPDX-License-Identifier: Apache-2.0 */
#include "audit/tally.h"

void tally_add(Tally *tally, uint64_t days)
{
    for (uint32_t k = 0; days != 0; k++) {
        CHECK(k < COUNT(tally->plane));
        if (k == tally->planes) tally->planes++;
        uint64_t carry = tally->plane[k] & days;
        tally->plane[k] ^= days;
        days = carry;
    }
}

void tally_pour(Tally *tally, uint32_t *counts)
{
    for (uint32_t k = 0; k < tally->planes; k++) {
        for (uint64_t rest = tally->plane[k]; rest != 0; rest &= rest - 1)
            counts[__builtin_ctzll(rest)] += UINT32_C(1) << k;
        tally->plane[k] = 0;
    }
    tally->planes = 0;
}
