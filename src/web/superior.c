/* SPDX-License-Identifier: Apache-2.0 */
#include "web/superior.h"

bool superior_team(Visit *v, TeamDay *out)
{
    Err err = {0};
    if (team_day(v->arena, v->view, v->person, out, &err)) return true;
    visit_refuse(v, &err);
    return false;
}

const Person *superior_person(const Page *page, PersonId person)
{
    return &page->visit->view->office->r.people[person.index];
}

Str superior_path(const Page *page, const char *before, PersonId person)
{
    Str code = address_part(page->arena, superior_person(page, person)->code);
    return str_format(page->arena, "%s%.*s", before, STR_ARG(code));
}

static const Route routes[] = {
    ROUTE(GET, "/tim", SIGNED_IN, ROUTE_FIELDS(team_day_fields), team_show,
          "Team"),
    ROUTE(POST, "/tim/{orang}/hubungi", MAY_OF_PERSON(CALL),
          ROUTE_FIELDS(team_call_fields), team_call, "Call"),
    ROUTE(GET, "/tim/{orang}", MAY_OF_PERSON(SEE_PERSON),
          ROUTE_FIELDS(team_month_fields), team_show_month, "A person's month"),
    ROUTE(GET, "/tinjau", SIGNED_IN, ROUTE_FIELDS(review_fields), review_show,
          "Review reports"),
    ROUTE(POST, "/tinjau", SIGNED_IN, ROUTE_FIELDS(review_say_fields),
          review_say, "Review"),
    ROUTE(POST, "/tinjau/urungkan", SIGNED_IN, ROUTE_FIELDS(review_undo_fields),
          review_undo, "Undo"),
    ROUTE(POST, "/tinjau/ingatkan", SIGNED_IN,
          ROUTE_FIELDS(review_remind_fields), review_remind,
          "Remind of reports"),
    ROUTE(GET, "/tinjau/setujui", SIGNED_IN, NO_FIELDS, review_show_many,
          "Approve several reports"),
    ROUTE(POST, "/tinjau/setujui", SIGNED_IN, ROUTE_FIELDS(review_many_fields),
          review_say_many, "Approve several reports"),
    ROUTE(GET, "/tugas/baru", SIGNED_IN, ROUTE_FIELDS(assign_show_fields),
          assign_show, "New task"),
    ROUTE_FORM(POST, "/tugas/baru", SIGNED_IN, ROUTE_FIELDS(assign_fields),
               assign_do, "New task"),
};

const RouteTable superior_routes = {routes, COUNT(routes)};
