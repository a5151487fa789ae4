/* SPDX-License-Identifier: Apache-2.0 */
#include "web/grid.h"

#include "app/unit_now.h"
#include "web/grid_part.h"

#define DAY                                                    \
    {                                                          \
        .name = "tgl", .label = N_("Date"), .kind = FIELD_DATE \
    }
#define PERSON                                                     \
    {                                                              \
        .name = "orang", .label = N_("Person"), .kind = FIELD_CODE \
    }

static const FieldRule month_fields[] = {
    ASKED_MONTH,
    ASKED_UNIT,
    DAY,
    PERSON,
    {"buka", N_("Part"), FIELD_CODE,   .needed = false  },
    {"hal",  N_("Page"), FIELD_NUMBER, .least = 1,        .most = 99},
    {"saring",      N_("Filter"),         FIELD_CHOICE,    .choices = "K|R|L|C|D|X|B"},
    {"tampil",      N_("Shown"),         FIELD_CHOICE,     .choices = "kisi" },
};

static const FieldRule change_fields[] = {
    ASKED_MONTH,   ASKED_UNIT,   DAY,         PERSON,
    ASKED_VERSION, ASKED_REASON, ASKED_CELLS, ASKED_STEP,
};

static const FieldRule cell_fields[] = {
    ASKED_MONTH,
    ASKED_UNIT,
    {"orang", N_("Person"), FIELD_CODE, .needed = true},
    {"tgl",   N_("Date"),   FIELD_DATE, .needed = true},
};

static const FieldRule cell_change_fields[] = {
    ASKED_MONTH,
    ASKED_UNIT,
    {"orang",       N_("Person"),   FIELD_CODE,     .needed = true},
    {      "tgl",   N_("Date"),     FIELD_DATE, .needed = true              },
    ASKED_VERSION,
    ASKED_REASON,
    { "kata", N_("Where on this day"), FIELD_CHOICE,              .needed = true,
      .choices = "kantor|rumah|terbit"},
};

static const FieldRule person_fields[] = {
    ASKED_MONTH,
    ASKED_UNIT,
    {"orang", N_("Person"), FIELD_CODE, .needed = true},
};

#define H(n)                                                            \
    {                                                                   \
        "h" #n, N_("Where on this day"), FIELD_CHOICE, .choices = "K|R" \
    }
static const FieldRule person_change_fields[] = {
    ASKED_MONTH,
    ASKED_UNIT,
    {"orang", N_("Person"), FIELD_CODE, .needed = true},
    ASKED_VERSION,
    H(0),
    H(1),
    H(2),
    H(3),
    H(4),
    H(5),
    H(6),
    H(7),
    H(8),
    H(9),
    H(10),
    H(11),
    H(12),
    H(13),
    H(14),
    H(15),
    H(16),
    H(17),
    H(18),
    H(19),
    H(20),
    H(21),
    H(22),
    H(23),
    H(24),
    H(25),
    H(26),
    H(27),
    H(28),
    H(29),
    H(30),
};

static const FieldRule make_fields[] = {
    ASKED_MONTH,
    ASKED_UNIT,
    ASKED_VERSION,
    ASKED_FILL,
};

static const FieldRule unit_fields[] = {ASKED_MONTH, ASKED_UNIT};

static const FieldRule all_fields[] = {ASKED_MONTH};

static const FieldRule all_publish_fields[] = {
    ASKED_MONTH,
    ASKED_ID,
};

static const FieldRule day_fields[] = {
    ASKED_MONTH,
    ASKED_UNIT,
    {.name = "tgl", .label = N_("Date"), .kind = FIELD_DATE, .needed = true},
};

static const FieldRule publish_fields[] = {
    ASKED_MONTH,
    ASKED_UNIT,
    ASKED_VERSION,
    ASKED_ID,
};

/* ---- the grid ------------------------------------------------------------ */

static void show_month(Visit *v)
{
    Grid grid;
    if (!grid_open(v, &grid)) return;
    if (grid_wants_parts(v))
        grid_show_parts(&grid);
    else
        grid_show(&grid);
}

/* The unit that somebody keeps the roster of, or looks after; NO_UNIT. */
static UnitId kept_by(Visit *v)
{
    UnitId headed[1];
    const Register *r = &v->view->office->r;
    if (v->person.index == NO_INDEX) return NO_UNIT;
    if (unit_now_headed(v->view, v->person, headed, 1) > 0) return headed[0];
    for (uint32_t i = 0; i < r->grant_count; i++) {
        const Grant *grant = &r->grants[i];
        if (grant->person.index == v->person.index &&
            grant->unit.index != NO_INDEX &&
            visit_may(v, ACCESS_SEE_UNIT, NO_PERSON, grant->unit, NULL))
            return grant->unit;
    }
    UnitId agency = r->agency_of[r->people[v->person.index].unit.index];
    bool sees = agency.index != NO_INDEX &&
                visit_may(v, ACCESS_SEE_UNIT, NO_PERSON, agency, NULL);
    return sees ? agency : NO_UNIT;
}

/* This month of one's unit; whoever keeps none sees their own days. */
static void show_own(Visit *v)
{
    UnitId unit = kept_by(v);
    Civil today = date_civil(v->today);
    if (unit.index == NO_INDEX) {
        visit_go(v, STR("/jadwal/saya"), NULL);
        return;
    }
    Str code = v->view->office->r.units[unit.index].code;
    visit_go(v,
             str_format(v->arena, "/jadwal/%04d-%02d?unit=%.*s", today.year,
                        today.month, STR_ARG(address_part(v->arena, code))),
             NULL);
}

/* ---- routes -------------------------------------------------------------- */

static const Route routes[] = {
    ROUTE(GET, "/jadwal", SIGNED_IN, NO_FIELDS, show_own, "Roster"),
    ROUTE(GET, "/jadwal/{bulan}", MAY_OF_UNIT(SEE_UNIT),
          ROUTE_FIELDS(month_fields), show_month, "Roster"),
    ROUTE(POST, "/jadwal/{bulan}/sel", MAY_OF_UNIT(DEVIATE),
          ROUTE_FIELDS(change_fields), grid_change_cells, "Roster"),
    ROUTE(GET, "/jadwal/{bulan}/usul", MAY_OF_UNIT(SEE_UNIT),
          ROUTE_FIELDS(day_fields), grid_show_mend, "Ways to mend a day"),
    ROUTE(GET, "/jadwal/{bulan}/susun", MAY_OF_UNIT(DEVIATE),
          ROUTE_FIELDS(unit_fields), grid_show_make, "Build the roster"),
    ROUTE(POST, "/jadwal/{bulan}/susun", MAY_OF_UNIT(DEVIATE),
          ROUTE_FIELDS(make_fields), grid_make, "Build the roster"),
    ROUTE(GET, "/jadwal/{bulan}/terbitkan", MAY_OF_UNIT(DEVIATE),
          ROUTE_FIELDS(unit_fields), grid_show_publish, "Check, then publish"),
    ROUTE(POST, "/jadwal/{bulan}/terbitkan", MAY_OF_UNIT(DEVIATE),
          ROUTE_FIELDS(publish_fields), grid_publish, "Check, then publish"),
    ROUTE(GET, "/jadwal/{bulan}/pemda", MAY_OF_GOVERNMENT(PUBLISH),
          ROUTE_FIELDS(all_fields), grid_show_all,
          "Publish the plan of the government"),
    ROUTE(POST, "/jadwal/{bulan}/pemda", MAY_OF_GOVERNMENT(PUBLISH),
          ROUTE_FIELDS(all_publish_fields), grid_publish_all,
          "Publish the plan of the government"),
    ROUTE(GET, "/jadwal/{bulan}/{orang}", MAY_OF_PERSON(SEE_PERSON),
          ROUTE_FIELDS(person_fields), grid_show_person, "A person's month"),
    ROUTE(POST, "/jadwal/{bulan}/{orang}", MAY_OF_PERSON(DEVIATE),
          ROUTE_FIELDS(person_change_fields), grid_change_person,
          "A person's month"),
    ROUTE(GET, "/jadwal/{bulan}/{orang}/{tgl}", MAY_OF_PERSON(SEE_PERSON),
          ROUTE_FIELDS(cell_fields), grid_show_cell, "A day of the roster"),
    ROUTE(POST, "/jadwal/{bulan}/{orang}/{tgl}", MAY_OF_PERSON(DEVIATE),
          ROUTE_FIELDS(cell_change_fields), grid_change_cell,
          "A day of the roster"),
};

const RouteTable grid_routes = {routes, COUNT(routes)};
