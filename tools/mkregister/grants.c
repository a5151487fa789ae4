/* SPDX-License-Identifier: Apache-2.0 */
#include "grants.h"

/* Who acts for the personnel board beside its head. */
enum { BOARD_PEOPLE = 3 };

static bool is_away(const Model *m, uint32_t person)
{
    for (size_t i = 0; i < m->absences.count; i++)
        if (m->absences.at[i].person == person) return true;
    for (size_t i = 0; i < m->marks.count; i++)
        if (m->marks.at[i].person == person) return true;
    return !date_is(m->people.at[person].window.last, DATE_NEVER);
}

static bool has_grant(const Model *m, uint32_t person)
{
    for (size_t i = 0; i < m->grants.count; i++)
        if (m->grants.at[i].person == person) return true;
    return false;
}

/* The first of the unit's staff who is free for it; for the board's work an
 * analyst, for the rest one of the general staff. */
static uint32_t any_of(const Model *m, GrantRole role, uint32_t unit)
{
    for (uint32_t i = 0; i < m->people.count; i++) {
        const PersonRow *p = &m->people.at[i];
        if (p->post == NO_INDEX && p->functional == (role == GRANT_BOARD) &&
            !p->field && p->kind == STAFF_PNS &&
            model_is_under(m, p->unit, unit) && !is_away(m, i) &&
            !has_grant(m, i))
            return i;
    }
    CHECK(false);
    return NO_INDEX;
}

/* From the first day of the year of the period, without an end. */
static Window since(const Model *m)
{
    Window window = WINDOW_ALL;
    bool exists =
        date_of(date_civil(m->period.first).year, 1, 1, &window.first);
    CHECK(exists);
    return window;
}

static void grant(Model *m, GrantRole role, uint32_t whose)
{
    uint32_t unit = grant_role_is_of_unit(role) ? whose : NO_INDEX;
    VEC_PUSH(
        m->arena, &m->grants,
        ((GrantRow){any_of(m, role, whose), role, unit, since(m), STR("")}));
}

static void grant_device(Model *m, const char *code, uint32_t unit)
{
    GrantRow row = {NO_INDEX, GRANT_DEVICE, unit, since(m), str_of(code)};
    VEC_PUSH(m->arena, &m->grants, row);
}

void grants_add(Model *m)
{
    for (uint32_t u = 0; u < m->units.count; u++)
        if (m->units.at[u].is_agency) grant(m, GRANT_CLERK, u);
    uint32_t office = model_find(m, "setda-organisasi");
    grant(m, GRANT_ORGANISATION, office);
    grant(m, GRANT_ORGANISATION, office);
    grant(m, GRANT_ADMIN, model_find(m, "diskominfo"));
    for (int i = 0; i < BOARD_PEOPLE; i++)
        grant(m, GRANT_BOARD, model_find(m, "bkpsdm"));
    grant_device(m, GRANT_DEVICE_HEAD "pintu", model_find(m, "disdukcapil"));
}
