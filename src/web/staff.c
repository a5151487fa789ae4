/* SPDX-License-Identifier: Apache-2.0 */
#include "web/staff.h"

#include "door/report_files.h"
#include "web/presence.h"
#include "web/staff_month.h"
#include "web/staff_more.h"
#include "web/staff_news.h"
#include "web/staff_objection.h"
#include "web/staff_part.h"
#include "web/staff_permit.h"
#include "web/staff_reason.h"
#include "web/staff_recall.h"
#include "web/staff_report.h"
#include "web/staff_swap.h"
#include "web/staff_task.h"
#include "web/today.h"

static void show_today(Visit *v)
{
    MyDay day;
    PageHead head = {.here = "/", .modules = "kotak"};
    if (!staff_day(v, v->today, &day)) return;
    Page page = page_open(v, &head);
    today_put(&page, &day);
    page_close(&page);
}

/* One's own pages are for whoever is signed in; what one says of oneself, for
 * whom access.def names. */
static const Route routes[] = {
    ROUTE_RECENT(GET, "/", SIGNED_IN, NO_FIELDS, show_today, "Today"),

    ROUTE(GET, "/hadir", SIGNED_IN, NO_FIELDS, presence_show, "Presence"),
    ROUTE_SAYING(POST, "/hadir", MAY_OF_SELF(PRESENCE),
                 ROUTE_FIELDS(presence_fields), &presence_in, "Check in"),
    ROUTE_SAYING(POST, "/pulang", MAY_OF_SELF(PRESENCE),
                 ROUTE_FIELDS(presence_fields), &presence_out, "Check out"),
    ROUTE_FORM(POST, "/hadir/alasan", MAY_OF_SELF(REPORT),
               ROUTE_FIELDS(presence_reason_fields), presence_give_reason,
               "Add a reason"),
    ROUTE_FORM(POST, "/hadir/koreksi", MAY_OF_SELF(CORRECT),
               ROUTE_FIELDS(presence_correction_fields), presence_correct,
               "Correct"),

    ROUTE(GET, "/jadwal/saya", SIGNED_IN, ROUTE_FIELDS(staff_month_fields),
          staff_month_show, "My schedule"),
    ROUTE(GET, "/jadwal/saya/{tanggal}", SIGNED_IN,
          ROUTE_FIELDS(staff_reason_fields), staff_reason_show, "Why this day"),

    ROUTE(GET, "/laporan", SIGNED_IN, NO_FIELDS, staff_report_list,
          "My reports"),
    ROUTE(GET, "/laporan/tulis", SIGNED_IN, NO_FIELDS, staff_report_write,
          "Write the report"),
    ROUTE_FORM(POST, "/laporan/tulis", MAY_OF_SELF(REPORT),
               ROUTE_FIELDS(staff_report_fields), staff_report_send,
               "Write the report"),
    ROUTE(GET, "/laporan/{tanggal}", SIGNED_IN,
          ROUTE_FIELDS(staff_report_day_fields), staff_report_show, "Report"),
    ROUTE_FORM(POST, "/laporan/{tanggal}", MAY_OF_SELF(REPORT),
               ROUTE_FIELDS(staff_report_answer_fields), staff_report_answer,
               "Report"),
    ROUTE_FORM(POST, "/laporan/{tanggal}/perbaiki", MAY_OF_SELF(REPORT),
               ROUTE_FIELDS(staff_report_mend_fields), staff_report_mend,
               "Mend the report"),

    ROUTE(GET, "/bukti/{orang}/{nomor}/{berkas}", MAY_OF_PERSON(SEE_PERSON),
          ROUTE_FIELDS(report_files_show_fields), report_files_show,
          "File of a report"),

    ROUTE(GET, "/tugas", SIGNED_IN, NO_FIELDS, staff_task_list, "My tasks"),
    ROUTE(GET, "/tugas/{nomor}", SIGNED_IN, ROUTE_FIELDS(staff_number_fields),
          staff_task_show, "Task"),
    ROUTE_FORM(POST, "/tugas/{nomor}", MAY_OF_SELF(TASK_DONE),
               ROUTE_FIELDS(staff_task_fields), staff_task_done, "Task done"),
    ROUTE(POST, "/tugas/{nomor}/urung", MAY_OF_SELF(CORRECT),
          ROUTE_FIELDS(staff_permit_button_fields), staff_task_undo,
          "Open it again"),

    ROUTE(GET, "/tukar", SIGNED_IN, ROUTE_FIELDS(staff_swap_fields),
          staff_swap_offer, "Swap a day"),
    ROUTE(GET, "/tukar/periksa", SIGNED_IN,
          ROUTE_FIELDS(staff_swap_check_fields), staff_swap_check,
          "Swap a day"),
    ROUTE_FORM(POST, "/tukar", MAY_OF_SELF(ASK),
               ROUTE_FIELDS(staff_swap_ask_fields), staff_swap_ask,
               "Ask for the swap"),
    ROUTE(GET, "/tukar/{nomor}", SIGNED_IN, ROUTE_FIELDS(staff_number_fields),
          staff_swap_show, "Swap of days"),
    ROUTE_FORM(POST, "/tukar/{nomor}/jawab", MAY_OF_SELF(ANSWER),
               ROUTE_FIELDS(staff_swap_answer_fields), staff_swap_answer,
               "Answer"),

    ROUTE(GET, "/panggilan/{nomor}", SIGNED_IN,
          ROUTE_FIELDS(staff_number_fields), staff_recall_show,
          "Called to the office"),
    ROUTE_FORM(POST, "/panggilan/{nomor}", MAY_OF_SELF(ANSWER),
               ROUTE_FIELDS(staff_recall_fields), staff_recall_answer,
               "Answer"),
    ROUTE_FORM(POST, "/panggilan/{nomor}/tiba", MAY_OF_SELF(ANSWER),
               ROUTE_FIELDS(staff_button_fields), staff_recall_arrive,
               "I have arrived"),
    ROUTE(GET, "/jawab/{nomor}", SIGNED_IN, ROUTE_FIELDS(staff_number_fields),
          staff_call_show, "Call to answer"),
    ROUTE_FORM(POST, "/jawab/{nomor}", MAY_OF_SELF(ANSWER),
               ROUTE_FIELDS(staff_call_fields), staff_call_answer, "Answer"),

    ROUTE(GET, "/izin", SIGNED_IN, NO_FIELDS, staff_permit_list, "Permits"),
    ROUTE(GET, "/izin/keluar", SIGNED_IN, NO_FIELDS, staff_permit_form,
          "Leave home during work"),
    ROUTE_FORM(POST, "/izin/keluar", MAY_OF_SELF(ASK),
               ROUTE_FIELDS(staff_permit_exit_fields), staff_permit_ask,
               "Leave home during work"),
    ROUTE(GET, "/izin/luar-daerah", SIGNED_IN, NO_FIELDS, staff_permit_form,
          "Leave the region"),
    ROUTE_FORM(POST, "/izin/luar-daerah", MAY_OF_SELF(ASK),
               ROUTE_FIELDS(staff_permit_days_fields), staff_permit_ask,
               "Leave the region"),
    ROUTE(GET, "/izin/kantor", SIGNED_IN, NO_FIELDS, staff_permit_form,
          "Come to the office on a home day"),
    ROUTE_FORM(POST, "/izin/kantor", MAY_OF_SELF(ASK),
               ROUTE_FIELDS(staff_permit_days_fields), staff_permit_ask,
               "Come to the office on a home day"),
    ROUTE(GET, "/izin/dinas", SIGNED_IN, NO_FIELDS, staff_permit_form,
          "Official trip"),
    ROUTE_FORM(POST, "/izin/dinas", MAY_OF_SELF(ASK),
               ROUTE_FIELDS(staff_permit_trip_fields), staff_permit_ask,
               "Official trip"),
    ROUTE(GET, "/izin/{nomor}", SIGNED_IN, ROUTE_FIELDS(staff_number_fields),
          staff_permit_show, "Permits"),
    ROUTE(POST, "/izin/{nomor}/selesai", MAY_OF_SELF(FINISH),
          ROUTE_FIELDS(staff_permit_button_fields), staff_permit_finish,
          "It is finished"),
    ROUTE(POST, "/izin/{nomor}/tarik", MAY_OF_SELF(CORRECT),
          ROUTE_FIELDS(staff_permit_button_fields), staff_permit_withdraw,
          "Take the request back"),

    ROUTE(GET, "/keberatan", SIGNED_IN, NO_FIELDS, staff_objection_list,
          "Objections"),
    ROUTE(GET, "/keberatan/baru", SIGNED_IN,
          ROUTE_FIELDS(staff_objection_fields), staff_objection_form,
          "Something is wrong"),
    ROUTE_FORM(POST, "/keberatan/baru", MAY_OF_SELF(OBJECT),
               ROUTE_FIELDS(staff_objection_send_fields), staff_objection_send,
               "Something is wrong"),

    ROUTE(GET, "/pemberitahuan", SIGNED_IN, NO_FIELDS, staff_news_show, "News"),
    ROUTE(POST, "/pemberitahuan", MAY_OF_SELF(READ),
          ROUTE_FIELDS(staff_news_read_fields), staff_news_read,
          "Mark as read"),
    ROUTE(GET, "/lainnya", SIGNED_IN, NO_FIELDS, staff_more_show, "More"),
};

const RouteTable staff_routes = {routes, COUNT(routes)};
