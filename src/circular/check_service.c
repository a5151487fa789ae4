/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/lint.h"

/*
 * Services must go on.  A unit kerja that serves the public directly, is
 * essential, or serves round the clock should not be empty on a working day:
 * somebody in the office, in the field, working as usual, or left to the
 * roster (which then has seats to give).
 */

static bool must_go_on(const Unit *unit)
{
    return unit->work_unit && unit->type != UNIT_SEKOLAH &&
           (unit->round_clock || unit->service != SERVICE_NONE);
}

static bool is_there(char letter)
{
    return letter == PLACED_OFFICE || letter == PLACED_FIELD ||
           letter == PLACED_USUAL || letter == PLACED_OPEN;
}

void lint_service(const Lint *l, const LawDay *day)
{
    const Register *r = l->c->r;
    uint32_t *staff = NEW(l->arena, uint32_t, r->unit_count + 1);
    uint32_t *there = NEW(l->arena, uint32_t, r->unit_count + 1);
    NameList empty = lint_names(l);
    for (uint32_t p = 0; p < r->person_count; p++) {
        UnitId unit = r->work_unit_of[r->people[p].unit.index];
        if (unit.index == NO_INDEX || !law_works(day, (PersonId){p}) ||
            !person_is_active(r, (PersonId){p}, law_date(day)))
            continue;
        staff[unit.index]++;
        there[unit.index] += is_there(law_person(day, (PersonId){p}).letter);
    }
    for (uint32_t u = 0; u < r->unit_count; u++) {
        if (must_go_on(&r->units[u]) && staff[u] > 0 && there[u] == 0)
            lint_unit(l, &empty, (UnitId){u});
    }
    if (empty.count == 0) return;
    Str names = buf_str(&empty.names);
    lint_say(l, DIAG_WARNING, "periksa-18", l->tree->head,
             str_format(l->arena,
                        "%u unit layanan tanpa seorang pun di kantor: %.*s",
                        empty.count, STR_ARG(names)),
             str_format(l->arena,
                        "%u service units with nobody in the office: %.*s",
                        empty.count, STR_ARG(names)));
    diag_advise(l->diags,
                STR("kecualikan unit itu, atau tulis 'Pada setiap unit layanan "
                    "langsung: di kantor paling sedikit 1 orang.'"),
                STR("except these units, or write 'In every unit with direct "
                    "service: in the office at least 1 person.'"));
}
