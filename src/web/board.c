/* SPDX-License-Identifier: Apache-2.0 */
#include "web/board.h"

#include "web/board_case.h"
#include "web/board_import.h"
#include "web/board_part.h"
#include "web/board_people.h"
#include "web/board_recap.h"
#include "web/board_register.h"
#include "web/board_unit.h"

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

    /* B2: one agency */
    ROUTE(GET, "/pantau/unit/{unit}", MAY_OF_UNIT(MONITOR),
          ROUTE_FIELDS(board_unit_fields), board_unit_page, "A unit"),
    ROUTE(GET, "/pantau/unit/{unit}/perbaikan", MAY_OF_UNIT(NOTICE),
          ROUTE_FIELDS(board_unit_fields), board_mend_page,
          "Ask for a mended plan"),
    ROUTE(POST, "/pantau/unit/{unit}/perbaikan", MAY_OF_UNIT(NOTICE),
          ROUTE_FIELDS(board_mend_fields), board_mend_send,
          "Ask for a mended plan"),

    /* B3: people of a day */
    ROUTE(GET, "/kehadiran", MAY_OF_GOVERNMENT(MONITOR),
          ROUTE_FIELDS(board_people_fields), board_people_page, "Attendance"),
    ROUTE(GET, "/kehadiran.csv", MAY_OF_GOVERNMENT(MONITOR),
          ROUTE_FIELDS(board_people_fields), board_people_csv,
          "Attendance, as a table"),
    ROUTE(GET, "/kehadiran/saring", MAY_OF_GOVERNMENT(MONITOR),
          ROUTE_FIELDS(board_people_fields), board_people_filters,
          "Find people"),

    /* B4: what is to be asked about */
    ROUTE(GET, "/tidak-sesuai", MAY_OF_GOVERNMENT(MONITOR),
          ROUTE_FIELDS(board_cases_fields), board_cases_page, "Deviations"),
    ROUTE(GET, "/tidak-sesuai/{orang}/{tgl}", MAY_OF_PERSON(SEE_PERSON),
          ROUTE_FIELDS(board_case_fields), board_case_page,
          "A day that is asked about"),
    ROUTE_FORM(POST, "/tidak-sesuai/{orang}/{tgl}", MAY_OF_PERSON(CLARIFY),
               ROUTE_FIELDS(board_case_say_fields), board_case_say,
               "Ask, answer, note or close"),
    ROUTE(GET, "/klarifikasi", SIGNED_IN, NO_FIELDS, board_case_waiting,
          "Clarifications"),

    /* B5: recaps */
    ROUTE(GET, "/rekap", MAY_OF_UNIT(SEE_UNIT),
          ROUTE_FIELDS(board_recap_fields), board_recap_page, "Recaps"),
    ROUTE(GET, "/rekap/berkas", MAY_OF_UNIT(SEE_UNIT),
          ROUTE_FIELDS(board_recap_file_fields), board_recap_file,
          "Recap as a file"),
    ROUTE(POST, "/rekap/tutup", MAY_OF_UNIT(RECAP),
          ROUTE_FIELDS(board_recap_act_fields), board_recap_close,
          "Close the recap"),
    ROUTE(POST, "/rekap/tutup/seluruh", MAY_OF_GOVERNMENT(RECAP_ALL),
          ROUTE_FIELDS(board_recap_act_fields), board_recap_close_all,
          "Close the recap of the government"),
    ROUTE(POST, "/rekap/terima", MAY_OF_GOVERNMENT(RECEIVE),
          ROUTE_FIELDS(board_recap_act_fields), board_recap_receive,
          "Receive a recap"),

    /* B6: the register */
    ROUTE(GET, "/pegawai", MAY_OF_GOVERNMENT(REGISTER),
          ROUTE_FIELDS(board_register_fields), board_register_page, "People"),
    ROUTE(GET, "/pegawai/{orang}", MAY_OF_PERSON(REGISTER),
          ROUTE_FIELDS(board_person_fields), board_person_page,
          "A person of the register"),

    /* B7: tables given anew */
    ROUTE(GET, "/impor", MAY_OF_GOVERNMENT(REGISTER), NO_FIELDS,
          board_import_page, "Renew the register"),
    ROUTE_FORM(POST, "/impor", MAY_OF_GOVERNMENT(REGISTER),
               ROUTE_FIELDS(board_import_fields), board_import_check,
               "Renew the register"),
    ROUTE(GET, "/impor/{titipan}", MAY_OF_GOVERNMENT(REGISTER),
          ROUTE_FIELDS(board_import_kept_fields), board_import_preview,
          "What would be different"),
    ROUTE(POST, "/impor/{titipan}/masukkan", MAY_OF_GOVERNMENT(REGISTER),
          ROUTE_FIELDS(board_import_kept_fields), board_import_write,
          "Put it in"),
};

const RouteTable board_routes = {routes, COUNT(routes)};
