/* SPDX-License-Identifier: Apache-2.0 */
#include "web/staff.h"

#include "web/presence.h"
#include "web/today.h"

static void show_today(Visit *v)
{
    Err err = {0};
    MyDay day;
    PageHead head = {.here = "/", .modules = "kotak"};
    if (!my_day(v->arena, v->view, v->person, v->today, &day, &err)) {
        visit_refuse(v, &err);
        return;
    }
    Page page = page_open(v, &head);
    today_put(&page, &day);
    page_close(&page);
}

static const Route routes[] = {
    ROUTE(GET, "/", SIGNED_IN, NO_FIELDS, show_today, "Today"),
    ROUTE(POST, "/hadir", MAY_OF_SELF(PRESENCE), ROUTE_FIELDS(presence_fields),
          presence_check_in, "Check in"),
    ROUTE(POST, "/pulang", MAY_OF_SELF(PRESENCE), ROUTE_FIELDS(presence_fields),
          presence_check_out, "Check out"),
};

const RouteTable staff_routes = {routes, COUNT(routes)};
