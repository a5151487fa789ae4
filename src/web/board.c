/* SPDX-License-Identifier: Apache-2.0 */
#include "web/board.h"

#include "web/board_part.h"
#include "web/board_people.h"

static const Route routes[] = {
    /* B1: the day of every agency */
    ROUTE(GET, "/pantau", MAY_OF_GOVERNMENT(MONITOR),
          ROUTE_FIELDS(board_watch_fields), board_watch_page, "Monitoring"),
    ROUTE(GET, "/pantau.csv", MAY_OF_GOVERNMENT(MONITOR),
          ROUTE_FIELDS(board_watch_fields), board_watch_csv,
          "Monitoring, as a table"),
    ROUTE(GET, "/pantau/ingatkan", MAY_OF_GOVERNMENT(MONITOR), NO_FIELDS,
          board_remind_page, "Remind units"),
    ROUTE(POST, "/pantau/ingatkan", MAY_OF_GOVERNMENT(MONITOR),
          ROUTE_FIELDS(board_remind_fields), board_remind_send,
          "Send reminders"),

    /* B3: people of a day */
    ROUTE(GET, "/kehadiran", MAY_OF_GOVERNMENT(MONITOR),
          ROUTE_FIELDS(board_people_fields), board_people_page, "Attendance"),
    ROUTE(GET, "/kehadiran.csv", MAY_OF_GOVERNMENT(MONITOR),
          ROUTE_FIELDS(board_people_fields), board_people_csv,
          "Attendance, as a table"),
    ROUTE(GET, "/kehadiran/saring", MAY_OF_GOVERNMENT(MONITOR),
          ROUTE_FIELDS(board_people_fields), board_people_filters,
          "Find people"),
};

const RouteTable board_routes = {routes, COUNT(routes)};
