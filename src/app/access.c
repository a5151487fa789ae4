/* SPDX-License-Identifier: Apache-2.0 */
#include "app/access.h"

#define K(kind)   (UINT64_C(1) << (FACT_##kind))
#define MAY(role) (1U << (ACCESS_##role##_ROLE))

_Static_assert(FACT_KIND_COUNT <= 64, "a bit a kind");

/* One text in each language. */
#define BOTH(id, en) \
    {                \
        (id), (en)   \
    }

static const AccessRow rows[] = {
#define ACCESS(id, word, roles, persons, kinds, said_id, said_en, who_id, \
               who_en)                                                    \
    [ACCESS_##id] = {(word),                                              \
                     (roles),                                             \
                     (persons),                                           \
                     (kinds),                                             \
                     BOTH(said_id, said_en),                              \
                     BOTH(who_id, who_en)},
#include "app/access.def"
#undef ACCESS
};

const AccessRow *access_row(AccessCase use)
{
    CHECK((size_t)use < COUNT(rows));
    return &rows[use];
}

AccessCase access_of_kind(FactKind kind)
{
    for (size_t i = 0; i < COUNT(rows); i++) {
        if ((rows[i].kinds >> kind & 1) != 0) return (AccessCase)i;
    }
    check_failed("each kind has a use case", __FILE__, __LINE__);
}

/* ---- who somebody is ---------------------------------------------------- */

static bool is_some_unit(UnitId unit)
{
    return unit.index != NO_INDEX;
}

/* Where the question lies in the tree. */
static UnitId place_of(const AccessWorld *w, const AccessAsked *asked)
{
    if (asked->person.index != NO_INDEX)
        return w->r->people[asked->person.index].unit;
    return asked->unit;
}

/* Heads that unit or one above it. */
static bool is_head(const AccessWorld *w, PersonId actor, UnitId place,
                    Date day)
{
    for (UnitId u = place; is_some_unit(u); u = w->r->units[u.index].parent) {
        if (unit_head(w->r, u, day).index == actor.index) return true;
    }
    return false;
}

/* Heads the board's own unit; its drivers are of that unit too, so being in it
 * says nothing. */
static bool is_board_head(const AccessWorld *w, PersonId actor, Date day)
{
    uint32_t board = map_find(&w->r->unit_codes, w->government->board);
    return board != NO_INDEX &&
           unit_head(w->r, (UnitId){board}, day).index == actor.index;
}

static AccessRole role_of(GrantRole granted)
{
    static const AccessRole roles[] = {
#define X(name, word, of_unit) [GRANT_##name] = ACCESS_##name##_ROLE,
        GRANT_ROLES(X)
#undef X
    };
    return roles[granted];
}

/* That of a clerk or a device reaches the unit and all below it. */
static bool reaches(const Register *r, const Grant *grant, UnitId place)
{
    return !grant_role_is_of_unit(grant->role) ||
           (is_some_unit(place) && unit_is_under(r, place, grant->unit));
}

/* `actor` is NO_PERSON when it is a device that asks. */
static bool is_whose(const Grant *grant, const AccessAsked *asked,
                     PersonId actor)
{
    return actor.index != NO_INDEX ? grant->person.index == actor.index
                                   : str_is(grant->device, asked->actor);
}

static unsigned granted(const AccessWorld *w, const AccessAsked *asked,
                        PersonId actor, UnitId place)
{
    unsigned roles = 0;
    for (uint32_t i = 0; i < w->r->grant_count; i++) {
        const Grant *grant = &w->r->grants[i];
        if (is_whose(grant, asked, actor) &&
            window_has(grant->window, asked->day) &&
            reaches(w->r, grant, place))
            roles |= 1U << role_of(grant->role);
    }
    return roles;
}

static unsigned structural(const AccessWorld *w, const AccessAsked *asked,
                           PersonId actor, UnitId place)
{
    unsigned roles = 0;
    PersonId person = asked->person;
    bool self = person.index == actor.index;
    if (self) roles |= MAY(SELF);
    if (person.index != NO_INDEX && !self &&
        person_superior(w->r, person, asked->day).index == actor.index)
        roles |= MAY(SUPERIOR);
    if (is_head(w, actor, place, asked->day)) roles |= MAY(HEAD);
    if (is_board_head(w, actor, asked->day)) roles |= MAY(BOARD);
    return roles;
}

unsigned access_roles(const AccessWorld *world, const AccessAsked *asked)
{
    if (str_is(asked->actor, STR("sistem"))) return MAY(SYSTEM);
    UnitId place = place_of(world, asked);
    if (grant_is_device(asked->actor))
        return granted(world, asked, NO_PERSON, place);
    uint32_t index = map_find(&world->r->person_codes, asked->actor);
    if (index == NO_INDEX) return 0;
    PersonId actor = {index};
    if (!person_is_active(world->r, actor, asked->day)) return 0;
    return structural(world, asked, actor, place) |
           granted(world, asked, actor, place);
}

bool access_allows(const AccessWorld *world, const AccessAsked *asked, Err *why)
{
    const AccessRow *row = access_row(asked->use);
    Civil day = date_civil(asked->day);
    Str month[] = {[LANG_ID] = date_month_name(day.month, LANG_ID),
                   [LANG_EN] = date_month_name(day.month, LANG_EN)};
    Str actor = str_slice(asked->actor, 0, 60);
    if ((access_roles(world, asked) & row->roles) != 0) return true;
    (void)FAIL(why, ERR_DENIED, "%.*s may not %s on %d %.*s %d; who may: %s",
               STR_ARG(actor), row->said[LANG_EN], day.day,
               STR_ARG(month[LANG_EN]), day.year, row->who[LANG_EN]);
    return err_id(why,
                  "%.*s tidak berwenang %s pada %d %.*s %d; yang berwenang: %s",
                  STR_ARG(actor), row->said[LANG_ID], day.day,
                  STR_ARG(month[LANG_ID]), day.year, row->who[LANG_ID]);
}

bool access_allows_unit(const AccessWorld *world, AccessCase use, Str actor,
                        UnitId unit, Date day, Err *why)
{
    AccessAsked asked = {.actor = actor,
                         .use = use,
                         .person = NO_PERSON,
                         .unit = unit,
                         .day = day};
    return access_allows(world, &asked, why);
}

/* ---- of many ------------------------------------------------------------- */

static bool has_role(const AccessWorld *world, const AccessAsked *asked)
{
    return (access_roles(world, asked) & access_row(asked->use)->roles) != 0;
}

/* As asked about the units themselves. */
static const bool *whole_units(Arena *arena, const AccessWorld *world,
                               AccessAsked asked)
{
    bool *units = NEW(arena, bool, world->r->unit_count + 1);
    asked.person = NO_PERSON;
    for (uint32_t u = 0; u < world->r->unit_count; u++) {
        asked.unit = (UnitId){u};
        units[u] = has_role(world, &asked);
    }
    return units;
}

const bool *access_people(Arena *arena, const AccessWorld *world,
                          AccessCase use, Str actor, Date day)
{
    const Register *r = world->r;
    AccessAsked asked = {.actor = actor, .use = use, .day = day};
    const bool *units = whole_units(arena, world, asked);
    bool *people = NEW(arena, bool, r->person_count + 1);
    bool by_person =
        (access_row(use)->roles & (MAY(SELF) | MAY(SUPERIOR))) != 0;
    asked.unit = NO_UNIT;
    for (uint32_t p = 0; p < r->person_count; p++) {
        asked.person = (PersonId){p};
        people[p] = units[r->people[p].unit.index] ||
                    (by_person && has_role(world, &asked));
    }
    return people;
}

/* ---- help --------------------------------------------------------------- */

void access_put_table(Buf *out, Lang lang)
{
    static const char *const words[][2] = {
#define X(name, id, over_id, en, over_en) \
    [ACCESS_##name##_ROLE] = {id " (" over_id ")", en " (" over_en ")"},
        ACCESS_ROLES(X)
#undef X
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const char *mark = ": ";
        buf_c(out, rows[i].said[lang]);
        for (unsigned r = 0; r < ACCESS_ROLE_COUNT; r++) {
            if ((rows[i].roles & 1U << r) == 0) continue;
            buf_format(out, "%s%s", mark, words[r][lang]);
            mark = ", ";
        }
        buf_char(out, '\n');
    }
}
