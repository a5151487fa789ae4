/* SPDX-License-Identifier: Apache-2.0 */
#include "plan/plan.h"

uint32_t plan_day(const Plan *plan, Date date)
{
    uint32_t low = 0, high = plan->day_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (date_before(plan->days[middle], date))
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < plan->day_count && date_is(plan->days[low], date);
    return found ? low : NO_INDEX;
}
