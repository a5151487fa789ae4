/* SPDX-License-Identifier: Apache-2.0 */
/*
 * staff_reports.c - reports that were sent: the list, and one day.
 */
#include "app/my_reports.h"
#include "door/approved.h"
#include "door/report_files.h"
#include "web/evidence.h"
#include "web/staff_report.h"

const FieldRule staff_report_day_fields[1] = {
    {"tanggal", N_("Day"), FIELD_DATE, .needed = true},
};
const FieldRule staff_report_answer_fields[4] = {
    {"tanggal", N_("Day"), FIELD_DATE, .needed = true},
    {"id", N_("Record"), FIELD_ID, .needed = true},
    {"tentang", N_("Report"), FIELD_ID, .needed = true},
    {"jawaban", N_("Message"), FIELD_TEXT, .needed = true, .most = 1000},
};

const FieldRule staff_report_mend_fields[9] = {
    {"tanggal", N_("Day"), FIELD_DATE, .needed = true},
    {"id", N_("Record"), FIELD_ID, .needed = true},
    {"tentang", N_("Report"), FIELD_ID, .needed = true},
    {"isi", N_("Results of that day"), FIELD_TEXT, .needed = true,
     .most = 4000},
    {"bukti", N_("Address of what shows it"), FIELD_LINE, .most = 300},
    {"tetap", N_("Report"), FIELD_ID, .needed = false},
    REPORT_FILES_RULES,
};

/* ---- the list ------------------------------------------------------------
 */

/* Of the day itself the minute is enough. */
static Str time_of(const Page *page, const MyReportDay *one)
{
    int minute = one->report.minute;
    return minute >= 0 && minute < 1440 ? said_minute(&page->speech, minute)
                                        : staff_when(page, one->report.report);
}

static void put_summary(Page *page, const MyReportDay *one)
{
    Str text = one->report.report == NULL ? STR("") : one->report.report->text;
    Str first = {0};
    if (!str_next(&text, '\n', &first)) first = STR("");
    page_put(page, HTML("<span>"));
    if (one->report.report == NULL)
        page_say(page, one->report.late ? N_("Owed, and not sent")
                                        : N_("Still to be written"));
    else
        PAGE_SAY(page, "{time} · {text}", {"time", time_of(page, one)},
                 {"text", first});
    page_put(page, HTML("</span>"));
}

/* How many files lie with it. */
static void put_files(Page *page, const Fact *report)
{
    size_t count = evidence_read(report->evidence).count;
    if (count == 0) return;
    page_put(page, HTML("<span class=\"tag\">"));
    PAGE_SAY(page, "files: {n}",
             {"n", said_number(&page->speech, (int64_t)count)});
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
    if (one->report.report != NULL) put_files(page, one->report.report);
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
    Str time = staff_when(page, report->report);
    page_put(page, HTML("<p class=\"s mut\">"));
    if (report->late && report->due >= 0)
        PAGE_SAY(page, "Sent {time}, after it was due at {due}.",
                 {"time", time},
                 {"due", said_minute(&page->speech, report->due)});
    else
        PAGE_SAY(page, "Sent {time}.", {"time", time});
    page_put(page, HTML("</p>"));
    if (report->mends == NULL) return;
    part_small(page, N_("It mends one that was sent back, and counts as of "
                        "when that was sent."));
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

/* Which one was sent back; and which approved one it would replace, if any. */
static void put_ids(Page *page, FactId mended, FactId replaced)
{
    char text[FACT_ID_TEXT];
    form_hidden(page, "tentang", str_of(fact_id_text(mended, text)));
    if (fact_id_none(replaced)) return;
    form_hidden(page, "tetap", str_of(fact_id_text(replaced, text)));
}

/* Sent back: it may be handed in once more, whenever that is. */
static void put_mend(Page *page, const MyDay *day, FactId mended,
                     FactId replaced)
{
    const Fact *old = day->report.report;
    Str path = staff_day_path(page, "/laporan/", day->day);
    page_put(page, HTML("<section class=\"blk\"><h2>"));
    page_say(page, "Mend the report");
    page_put(page, HTML("</h2><p class=\"s mut\">"));
    page_say(page, "The day is over, but a report that was sent back may be "
                   "handed in again. It counts as of when you first sent it; "
                   "your superior reads both.");
    page_put(page, HTML("</p>"));
    form_open_files(page,
                    str_format(page->arena, "%.*s/perbaiki", STR_ARG(path)));
    put_ids(page, mended, replaced);
    form_field(page, &(FormField){.name = "isi",
                                  .label = N_("What came of your work on that "
                                              "day?"),
                                  .hint = N_("One result a line."),
                                  .value = old->text,
                                  .rows = 7,
                                  .needed = true});
    evidence_field(page, old);
    form_field(page,
               &(FormField){.name = "bukti",
                            .label = N_("Address of what shows it"),
                            .value = evidence_read(old->evidence).address});
    form_button(page, "Hand it in again");
    form_close(page);
    page_put(page, HTML("</section>\n"));
}

/* Or nothing is to be mended, and that is said. */
static void put_answer(Page *page, const MyDay *day)
{
    char text[FACT_ID_TEXT];
    page_put(page, HTML("<section class=\"blk\"><details><summary>"));
    page_say(page, "Only answer the note");
    page_put(page, HTML("</summary><p class=\"s mut\">"));
    page_say(page, "The report stays as it was sent. Your superior reads your "
                   "answer beside it.");
    page_put(page, HTML("</p>"));
    form_open_id(page, staff_day_path(page, "/laporan/", day->day));
    form_hidden(page, "tentang",
                str_of(fact_id_text(day->report.report->id, text)));
    form_field(page, &(FormField){.name = "jawaban",
                                  .label = N_("Your answer"),
                                  .rows = 4,
                                  .needed = true});
    staff_put_submit(page, N_("Send the answer"));
    form_close(page);
    page_put(page, HTML("</details></section>\n"));
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
        evidence_links(page, report->report, NULL);
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
        put_mend(page, day, report->report->id, (FactId){{0}});
        put_answer(page, day);
    }
}

static const PartDone done_rows[] = {
    {"laporan", N_("The report is sent.")},
    {"jawab", N_("The answer is sent.")},
    {"perbaiki", N_("The mended report is sent. Your superior reads it beside "
                    "the one before.")},
};

typedef void PutNext(Page *page, const MyDay *day);

static void show_with(Visit *v, const Err *why, PutNext *next)
{
    MyDay day;
    PageHead head = {.here = "/laporan",
                     .modules = "kotak " EVIDENCE_MODULE,
                     .title = N_("Report")};
    if (!staff_day(v, visit_field(v, "tanggal")->date, &day)) return;
    Page page = page_open(v, &head);
    part_done(&page, done_rows, COUNT(done_rows));
    form_faults(&page);
    part_failure(&page, why);
    put_day(&page, &day);
    next(&page, &day);
    page_close(&page);
}

static void show_day(Visit *v, const Err *why)
{
    show_with(v, why, put_next);
}

/* It was approved while it was being mended: what was typed stays, and may take
 * its place. */
static void put_asked(Page *page, const MyDay *day)
{
    put_mend(page, day, visit_field(page->visit, "tentang")->id,
             day->report.report->id);
}

static void show_asked(Visit *v, const Err *why)
{
    show_with(v, why, put_asked);
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
    fact.text = visit_field(v, "jawaban")->text;
    if (!staff_write(v, &fact, show_day)) return;
    Date day = visit_field(v, "tanggal")->date;
    visit_go(v, str_format(v->arena, "/laporan/%s", date_iso(day, iso)),
             "jawab");
}

void staff_report_mend(Visit *v)
{
    Err err = {0};
    Fact fact = visit_fact(v, FACT_REPORT);
    if (staff_faults(v, show_day)) return;
    Date day = visit_field(v, "tanggal")->date;
    fact.person = v->actor;
    fact.day = day;
    fact.about = visit_field(v, "tentang")->id;
    fact.text = visit_field(v, "isi")->text;
    if (approved_asks(v, &fact, visit_field(v, "tetap")->id, &err)) {
        staff_refuse_with(v, show_asked, &err);
        return;
    }
    if (!evidence_of_form(v, visit_field(v, "bukti")->text, &fact, show_day) ||
        !staff_write(v, &fact, show_day))
        return;
    char iso[DATE_TEXT];
    visit_go(v, str_format(v->arena, "/laporan/%s", date_iso(day, iso)),
             "perbaiki");
}
