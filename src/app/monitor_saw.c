/* SPDX-License-Identifier: Apache-2.0 */
#include "app/monitor_part.h"

/* ---- what is owed ------------------------------------------------------- */

static bool owes(const DutySheet *s, PersonId person, DutyKind kind)
{
    const Expected *e = &s->expected[person.index];
    for (uint32_t i = 0; i < s->duty_count; i++) {
        const Duty *d = &s->duties[i];
        bool daily = kind != DUTY_REPORT || d->rhythm == RHYTHM_DAILY;
        if (d->kind == kind && d->part == PART_OWED && daily &&
            (s->owed[person.index] >> i & 1) != 0 &&
            duty_owed(d, e->letter, e->recalled))
            return true;
    }
    return false;
}

bool monitor_home(char letter)
{
    return letter == PLACED_HOME || letter == PLACED_CLOSED;
}

/* A check-in is waited for: at home only where a letter asks for it. */
static bool is_scheduled(const DutySheet *s, PersonId person)
{
    const Expected *e = &s->expected[person.index];
    if (!e->works) return false;
    if (e->letter == PLACED_OFFICE || e->letter == PLACED_FIELD) return true;
    return monitor_home(e->letter) && owes(s, person, DUTY_PRESENT);
}

static bool owes_report(const DutySheet *s, PersonId person)
{
    const Expected *e = &s->expected[person.index];
    bool judged =
        e->works && (e->letter == PLACED_OFFICE || e->letter == PLACED_FIELD ||
                     monitor_home(e->letter));
    return judged && owes(s, person, DUTY_REPORT);
}

static bool has(uint16_t seen, Seen what)
{
    return (seen >> what & 1) != 0;
}

MonitorSaw monitor_saw(const DutySheet *sheet, uint16_t seen, PersonId person)
{
    return (MonitorSaw){.scheduled = is_scheduled(sheet, person),
                        .in = has(seen, SEEN_IN_OFFICE) ||
                              has(seen, SEEN_IN_HOME) ||
                              has(seen, SEEN_IN_FIELD),
                        .in_office = has(seen, SEEN_IN_OFFICE),
                        .owes_report = owes_report(sheet, person),
                        .reported = has(seen, SEEN_REPORTED),
                        .reviewed = has(seen, SEEN_REVIEWED)};
}
