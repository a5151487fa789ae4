/* SPDX-License-Identifier: Apache-2.0 */
#include "app/close_unit.h"

static int32_t people_of(const LiveView *view, UnitId unit)
{
    const Register *r = &view->office->r;
    Date today = live_today(view);
    int32_t count = 0;
    for (uint32_t p = 0; p < r->person_count; p++)
        count += person_is_active(r, (PersonId){p}, today) &&
                 unit_is_under(r, r->people[p].unit, unit);
    return count;
}

static int32_t counters_of(const LiveView *view, UnitId unit)
{
    const Register *r = &view->office->r;
    int32_t count = 0;
    for (uint32_t c = 0; c < r->counter_count; c++)
        count += unit_is_under(r, r->counters[c].unit, unit);
    return count;
}

/* Meetings that were called for these days there. */
static size_t meetings_of(Arena *arena, const LiveView *view, UnitId unit,
                          Window days)
{
    LiveFacts facts = live_facts_unit(view, arena, unit);
    size_t count = 0;
    for (size_t i = 0; i < facts.count; i++)
        count += facts.at[i]->kind == FACT_MEETING &&
                 window_meets(facts.at[i]->days, days);
    return count;
}

CloseUnitEffects close_unit_effects(Arena *arena, const LiveView *view,
                                    UnitId unit, Window days)
{
    return (CloseUnitEffects){people_of(view, unit), counters_of(view, unit),
                              meetings_of(arena, view, unit, days)};
}

bool close_unit_fits(Str word, Str text, Err *err)
{
    if (str_is(word, STR("perintah")) || text.len == 0) return true;
    (void)FAIL(err, ERR_INPUT,
               "with a case the public is told no more than that the unit is "
               "closed: leave the text empty, or choose by order");
    return err_id(err, "tentang kasus, masyarakat hanya diberi tahu bahwa unit "
                       "ditutup: kosongkan isiannya, atau pilih atas perintah");
}
