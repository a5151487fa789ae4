/* SPDX-License-Identifier: Apache-2.0 */
#include "app/monitor_part.h"

/* One row for all units of the agency, and none for others. */
static void make_row(MonitorMaking *m, UnitId agency)
{
    const Register *r = m->r;
    m->row_of = NEW(m->arena, uint32_t, r->unit_count + 1);
    m->rows = NEW(m->arena, MonitorAgency, 2);
    m->row_count = 1;
    for (uint32_t u = 0; u < r->unit_count; u++)
        m->row_of[u] = unit_is_under(r, (UnitId){u}, agency) ? 0 : NO_INDEX;
    m->rows[0] = (MonitorAgency){.agency = agency, .limit = -1};
    m->rows[1] = (MonitorAgency){.agency = NO_UNIT, .limit = -1};
}

static MonitorDay reports_of(const MonitorMaking *m, const LiveDay *on)
{
    MonitorDay day = {.day = on->day};
    for (uint32_t p = 0; p < m->r->person_count; p++) {
        PersonId person = {p};
        if (monitor_row(m, m->r->people[p].unit) != NULL &&
            person_is_active(m->r, person, on->day))
            monitor_add(&day, monitor_saw(&on->sheet, m->seen[p], person));
    }
    return day;
}

static bool count_day(Arena *arena, LiveView *view, UnitId agency, Date day,
                      MonitorUnitDay *out, Err *err)
{
    Monitor made = {.day = day};
    const LiveDay *on = NULL;
    MonitorMaking m = {.arena = arena,
                       .view = view,
                       .r = &view->office->r,
                       .corpus = view->corpus,
                       .out = &made};
    make_row(&m, agency);
    if (!live_day(view, day, &on, err) || !monitor_people(&m, err) ||
        !monitor_caps(&m, err))
        return false;
    const MonitorAgency *a = &m.rows[0];
    MonitorDay reports = reports_of(&m, on);
    *out = (MonitorUnitDay){day,           a->people,        a->scheduled,
                            a->checked_in, reports.reported, reports.reviewed,
                            a->limit,      a->base,          a->capped,
                            a->over};
    return true;
}

bool monitor_unit(Arena *arena, LiveView *view, UnitId unit, Date day,
                  MonitorUnit *out, Err *err)
{
    Date before[MONITOR_DAYS];
    UnitId agency = view->office->r.agency_of[unit.index];
    MonitorUnit made = {.agency = agency.index == NO_INDEX ? unit : agency};
    uint32_t count =
        monitor_working_days(view->corpus, day, before, MONITOR_DAYS);
    for (uint32_t i = count; i-- > 0;) {
        if (!count_day(arena, view, made.agency, before[i],
                       &made.days[made.count++], err))
            return false;
    }
    if (!count_day(arena, view, made.agency, day, &made.days[made.count++],
                   err))
        return false;
    *out = made;
    return true;
}
