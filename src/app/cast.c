/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cast.h"

enum { TEAM_LEAST = 4 };

Str cast_word(CastRole role, Lang lang)
{
    static const char *const words[][2] = {
#define X(name, word, english) [CAST_##name] = {word, english},
        CAST_ROLES(X)
#undef X
    };
    return str_of(words[role][lang]);
}

static bool is_some(PersonId person)
{
    return person.index != NO_INDEX;
}

/* ---- a team ----------------------------------------------------------------
 */

static uint32_t team_of(const Register *r, PersonId superior, Date day)
{
    uint32_t count = 0;
    for (uint32_t p = 0; p < r->person_count; p++) {
        if (person_is_active(r, (PersonId){p}, day) &&
            person_superior(r, (PersonId){p}, day).index == superior.index)
            count++;
    }
    return count;
}

static PersonId agency_head(const Register *r, PersonId person, Date day)
{
    UnitId agency = r->agency_of[r->people[person.index].unit.index];
    return agency.index == NO_INDEX ? NO_PERSON : unit_head(r, agency, day);
}

enum { AGENCY_MOST = 250 };

/* People of the agency and all below it. */
static uint32_t agency_size(const Register *r, UnitId agency)
{
    uint32_t count = 0;
    for (uint32_t p = 0; p < r->person_count; p++)
        count += unit_is_under(r, r->people[p].unit, agency);
    return count;
}

/* An ordinary office, which letters speak of first: no hospital, no counters.
 */
static bool is_office(const Register *r, PersonId person)
{
    UnitId unit = r->people[person.index].unit;
    UnitId agency = r->agency_of[unit.index];
    return agency.index != NO_INDEX &&
           r->units[agency.index].type == UNIT_DINAS &&
           r->units[agency.index].service == SERVICE_NONE &&
           r->units[unit.index].service == SERVICE_NONE &&
           r->work_unit_of[unit.index].index == agency.index;
}

/* Somebody of staff whose superior has a team and is not the agency's head. */
static bool try_staff(const Register *r, PersonId staff, Date day, Cast *cast)
{
    if (!person_is_active(r, staff, day) || !is_office(r, staff) ||
        r->people[staff.index].field ||
        person_rank(r, staff, day) != RANK_PELAKSANA)
        return false;
    PersonId superior = person_superior(r, staff, day);
    PersonId head = agency_head(r, staff, day);
    if (!is_some(superior) || !is_some(head) || superior.index == head.index ||
        team_of(r, superior, day) < TEAM_LEAST ||
        agency_size(r, r->agency_of[r->people[staff.index].unit.index]) >
            AGENCY_MOST)
        return false;
    cast->of[CAST_STAFF] = staff;
    cast->of[CAST_SUPERIOR] = superior;
    cast->of[CAST_HEAD] = head;
    return true;
}

/* From a third of the way down: the first units are often exempt. */
static void choose_team(const Register *r, Date day, Cast *cast)
{
    for (uint32_t i = 0; i < r->person_count; i++) {
        uint32_t p = (r->person_count / 3 + i) % r->person_count;
        if (try_staff(r, (PersonId){p}, day, cast)) return;
    }
}

/* ---- who was granted something ---------------------------------------------
 */

static PersonId granted(const Register *r, GrantRole role, Date day)
{
    for (uint32_t i = 0; i < r->grant_count; i++) {
        const Grant *grant = &r->grants[i];
        if (grant->role == role && is_some(grant->person) &&
            window_has(grant->window, day) &&
            person_is_active(r, grant->person, day))
            return grant->person;
    }
    return NO_PERSON;
}

Cast cast_of(const Office *office, Date day)
{
    const Register *r = &office->r;
    Cast cast;
    for (size_t i = 0; i < CAST_COUNT; i++)
        cast.of[i] = NO_PERSON;
    choose_team(r, day, &cast);
    cast.of[CAST_CLERK] = granted(r, GRANT_CLERK, day);
    cast.of[CAST_BOARD] = granted(r, GRANT_BOARD, day);
    cast.of[CAST_ORGANISATION] = granted(r, GRANT_ORGANISATION, day);
    cast.of[CAST_ADMIN] = granted(r, GRANT_ADMIN, day);
    return cast;
}
