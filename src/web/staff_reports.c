/* SPDX-License-Identifier: Apache-2.0 */
/*
 * staff_reports.c - reports that were sent: the list, and one day.
 */
#include "app/my_reports.h"
#include "web/staff_part.h"
#include "web/staff_report.h"

const FieldRule staff_report_day_fields[1] = {
    {"tanggal", N_("Day"), FIELD_DATE, .needed = true},
};
const FieldRule staff_report_answer_fields[4] = {
    {"tanggal", N_("Day"),     FIELD_DATE, .needed = true               },
    {"id",      N_("Record"),  FIELD_ID,   .needed = true               },
    {"tentang", N_("Report"),  FIELD_ID,   .needed = true               },
    {"isi",     N_("Message"), FIELD_TEXT, .needed = true, .most = 1000},
};

/* ---- the list ------------------------------------------------------------
 */

static void put_summary(Page *page, const MyReportDay *one)
{
    Str text =
        one->report.report == NULL ? STR("") : one->report.report->text;
    Str first = {0};
    if (!str_next(&text, '\n', &first)) first = STR("");
    page_put(page, HTML("<span>"));
    if (one->report.report == NULL)
        page_say(page, one->report.late ? N_("Owed, and not sent")
                                        : N_("Still to be written"));
    else
        PAGE_SAY(page, "{time} · {text}",
                 {"time", said_minute(&page->speech, one->report.minute)},
                 {"text", first});
    page_put(page, HTML("</span>"));
}

static void put_row(Page *page, const MyReportDay *one)
{
    page_put(page, HTML("<li><div><b>"));
    page_link(page, staff_day_path(page, "/laporan/", one->day),
              said_date(&page->speech, one->day));
    page_put(page, HTML("</b>"));
    put_summary(page, one);
    page_put(page, HTML("</div><div class=\"tanda-tanda\">"));
    staff_put_report_tag(page, &one->report);
    if (one->report.report != NULL && one->report.late)
        part_tag(page, "", N_("late"));
    page_put(page, HTML("</div></li>\n"));
}

static void put_list(Page *page, const MyReports *reports)
{
    if (reports->count == 0) {
        part_small(page, N_("No report in the last 31 days yet."));
        return;
    }
    page_put(page, HTML("<ul class=\"tl\">"));
    for (size_t i = 0; i < reports->count; i++)
        put_row(page, &reports->at[i]);
    page_put(page, HTML("</ul>"));
}

void staff_report_list(Visit *v)
{
    Err err = {0};
    MyReports reports;
    PageHead head = {.here = "/laporan", .modules = "kotak"};
    if (!my_reports(v->arena, v->view, v->person, &reports, &err)) {
        visit_refuse(v, &err);
        return;
    }
    Page page = page_open(v, &head);
    page_put(&page, HTML("<section class=\"blk\">"));
    page_heading(&page, "My reports");
    page_put(&page, HTML("<a class=\"btn lebar\" href=\"/laporan/tulis\">"));
    page_say(&page, "Write the report of today");
    page_put(&page, HTML("</a></section><section class=\"blk\">"));
    page_put(&page, HTML("<h2>"));
    page_say(&page, "Last 31 days");
    page_put(&page, HTML("</h2>"));
    put_list(&page, &reports);
    page_put(&page, HTML("</section>\n"));
    page_close(&page);
}

/* ---- one day -------------------------------------------------------------
 */

static void put_lines(Page *page, Str text)
{
    page_put(page, HTML("<ul class=\"isi-l\">"));
    for (Str one; str_next(&text, '\n', &one);) {
        if (str_trim(one).len > 0) page_element(page, "li", str_trim(one));
    }
    page_put(page, HTML("</ul>"));
}

/* E-Kinerja takes a line at a time: numbered, nothing else. */
static void put_copy(Page *page, Str text)
{
    int line = 0;
    page_put(page, HTML("<details><summary>"));
    page_say(page, "Copy for e-Kinerja");
    page_put(page, HTML("</summary><label for=\"salinan\">"));
    page_say(page, "Mark it all and copy");
    page_put(page, HTML("</label><textarea id=\"salinan\" rows=\"6\" "
                        "readonly>\n"));
    for (Str one; str_next(&text, '\n', &one);) {
        if (str_trim(one).len == 0) continue;
        html_number(&page->html, ++line);
        page_put(page, HTML(". "));
        page_text(page, str_trim(one));
        page_put(page, HTML("\n"));
    }
    page_put(page, HTML("</textarea></details>\n"));
}

static void put_sent(Page *page, const MyReport *report)
{
    Str time = said_minute(&page->speech, report->minute);
    page_put(page, HTML("<p class=\"s mut\">"));
    if (report->late && report->due >= 0)
        PAGE_SAY(page, "Sent {time}, after it was due at {due}.",
                 {"time", time},
                 {"due", said_minute(&page->speech, report->due)});
    else
        PAGE_SAY(page, "Sent {time}.", {"time", time});
    page_put(page, HTML("</p>"));
}

static void put_review(Page *page, const MyReport *report)
{
    const Fact *review = report->review;
    if (review == NULL) {
        part_small(page, N_("Your superior has not reviewed it yet."));
        return;
    }
    page_put(page, HTML("<p>"));
    PAGE_SAY(page, "Reviewed {when} by {who}.",
             {"when", staff_when(page, review)},
             {"who", staff_name(page, review->actor)});
    page_put(page, HTML("</p>"));
    if (review->text.len > 0) page_element(page, "blockquote", review->text);
}

/* The day is over, so no report of it is taken any more: what there is to say
 * stands beside it. */
static void put_answer(Page *page, const MyDay *day)
{
    char text[FACT_ID_TEXT];
    page_put(page, HTML("<section class=\"blk\"><h2>"));
    page_say(page, "Answer the note");
    page_put(page, HTML("</h2><p class=\"s mut\">"));
    page_say(page, "That day is over, so the report stays as it was sent. "
                   "Your answer stands beside it.");
    page_put(page, HTML("</p>"));
    form_open_id(page, staff_day_path(page, "/laporan/", day->day));
    form_hidden(page, "tentang",
                str_of(fact_id_text(day->report.report->id, text)));
    form_field(page, &(FormField){.name = "isi",
                                  .label = N_("Your answer"),
                                  .rows = 4,
                                  .needed = true});
    form_button(page, "Send the answer");
    form_close(page);
    page_put(page, HTML("</section>\n"));
}

static void put_missing(Page *page, const MyDay *day)
{
    bool over = date_before(day->day, page->visit->today);
    if (day->report.state == MY_REPORT_NOT_OWED)
        part_small(page, N_("No report is owed on this day."));
    else if (!over)
        part_small(page, N_("It is still to be written."));
    else
        part_small(page, N_("No report was sent. That day is over: ask your "
                              "superior or the clerk of your unit to note it."));
}

static void put_day(Page *page, const MyDay *day)
{
    const MyReport *report = &day->report;
    page_put(page, HTML("<section class=\"blk\"><p class=\"crumb\">"
                        "<a href=\"/laporan\">"));
    page_say(page, "My reports");
    page_put(page, HTML("</a></p><h1>"));
    PAGE_SAY(page, "Report of {day}",
             {"day", said_date(&page->speech, day->day)});
    page_put(page, HTML("</h1>"));
    staff_put_report_tag(page, report);
    if (report->report == NULL) {
        put_missing(page, day);
    } else {
        put_sent(page, report);
        put_lines(page, report->report->text);
        if (report->report->evidence.len > 0) {
            page_put(page, HTML("<p class=\"s\">"));
            page_text(page, report->report->evidence);
            page_put(page, HTML("</p>"));
        }
        put_review(page, report);
        put_copy(page, report->report->text);
    }
    page_put(page, HTML("</section>\n"));
}

static void put_next(Page *page, const MyDay *day)
{
    const MyReport *report = &day->report;
    bool returned = report->state == MY_REPORT_RETURNED;
    if (date_is(day->day, page->visit->today)) {
        page_put(page, HTML("<p class=\"tutup\"><a class=\"btn alt\" "
                            "href=\"/laporan/tulis\">"));
        page_say(page, report->report == NULL ? N_("Write the report")
                       : returned             ? N_("Mend the report")
                                              : N_("Add to the report"));
        page_put(page, HTML("</a></p>\n"));
    } else if (returned) {
        put_answer(page, day);
    }
}

static const PartDone done_rows[] = {
    {"laporan", N_("The report is sent.")},
    {"jawab",   N_("The answer is sent.")},
};

static void show_day(Visit *v, const Err *why)
{
    MyDay day;
    PageHead head = {.here = "/laporan", .modules = "kotak",
                     .title = N_("Report")};
    if (!staff_day(v, visit_field(v, "tanggal")->date, &day)) return;
    Page page = page_open(v, &head);
    part_done(&page, done_rows, COUNT(done_rows));
    form_faults(&page);
    part_failure(&page, why);
    put_day(&page, &day);
    put_next(&page, &day);
    page_close(&page);
}

void staff_report_show(Visit *v)
{
    show_day(v, NULL);
}

void staff_report_answer(Visit *v)
{
    char iso[DATE_TEXT];
    Fact fact = visit_fact(v, FACT_MESSAGE);
    if (staff_faults(v, show_day)) return;
    fact.person = v->actor;
    fact.about = visit_field(v, "tentang")->id;
    fact.text = visit_field(v, "isi")->text;
    if (!staff_write(v, &fact, show_day)) return;
    Date day = visit_field(v, "tanggal")->date;
    visit_go(v, str_format(v->arena, "/laporan/%s", date_iso(day, iso)),
             "jawab");
}
