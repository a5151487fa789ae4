/* SPDX-License-Identifier: Apache-2.0 */
#include "store/mark.h"

#include "base/rand.h"

static uint32_t place_of(Str government, Date day)
{
    uint64_t hash = rand_digest(government) + (uint32_t)day.days;
    return (uint32_t)(hash % MARK_DAYS);
}

void mark_all(Marks *marks)
{
    (void)atomic_fetch_add(&marks->all, 1);
}

/* A correction changes the day of what it corrects; what a feed brought is not
 * here any more. */
static bool reaches_far(const Intent *intent)
{
    for (uint32_t i = 0; i < intent->fact_count; i++) {
        if (intent->facts[i].kind == FACT_CORRECTION) return true;
    }
    return intent->feed != NULL;
}

void mark_intent(Marks *marks, const Intent *intent)
{
    if (reaches_far(intent)) {
        mark_all(marks);
        return;
    }
    for (uint32_t i = 0; i < intent->fact_count; i++) {
        uint32_t place = place_of(intent->government, intent->facts[i].day);
        (void)atomic_fetch_add(&marks->days[place], 1);
    }
}

uint64_t mark_of(const Marks *marks, Str government, Date day)
{
    return atomic_load(&marks->days[place_of(government, day)]) +
           atomic_load(&marks->all);
}
