/* SPDX-License-Identifier: Apache-2.0 */
/*
 * staff_report.c - writing the report of today.
 *
 * A day may have several reports; the last one counts.  So what is added, or
 * mended after it was sent back, is a whole report anew, with those files of
 * the one before that are to stay.  One that was approved is not put aside
 * unseen: whoever sends another says which they saw.
 */
#include "web/staff_report.h"

#include "door/approved.h"
#include "door/report_files.h"
#include "web/evidence.h"

enum { REPORT_MOST = 4000, ADDRESS_MOST = 300 };

const FieldRule staff_report_fields[10] = {
    FIELD_OUTBOX,
    {"isi",     N_("Results of today"),         FIELD_TEXT, .most = REPORT_MOST },
    {"bukti",   N_("Address of what shows it"), FIELD_LINE, .most = ADDRESS_MOST},
    {"tentang", N_("Report"),                   FIELD_ID,   .needed = false     },
    {"tetap",   N_("Report"),                   FIELD_ID,   .needed = false     },
    REPORT_FILES_RULES,
};

/* ---- what is written already ---------------------------------------------
 */

static bool holds_line(Str text, Str line)
{
    for (Str one; str_next(&text, '\n', &one);) {
        if (str_folded_is(one, line)) return true;
    }
    return false;
}

static bool was_done(const MyDay *day, const MyTask *task)
{
    return task->percent == 100 && task->done != NULL &&
           date_is(task->done->day, day->day);
}

/* The report so far, and a line for each task that was done today. */
static Str text_so_far(const Page *page, const MyDay *day)
{
    Buf out = buf_in(page->arena);
    if (day->report.report != NULL) buf_put(&out, day->report.report->text);
    for (size_t i = 0; i < day->task_count; i++) {
        Str line = day->tasks[i].task->text;
        if (!was_done(day, &day->tasks[i]) || holds_line(buf_str(&out), line))
            continue;
        if (out.len > 0) buf_char(&out, '\n');
        buf_put(&out, line);
    }
    return buf_str(&out);
}

/* ---- the form ------------------------------------------------------------
 */

static void put_due(Page *page, const MyDay *day)
{
    int due = day->report.due;
    bool late = due >= 0 && day->minute > due;
    page_put(page, HTML("<p class=\"mut\">"));
    if (late)
        PAGE_SAY(page,
                 "It was due by {time}. It is still taken, and marked as late.",
                 {"time", said_minute(&page->speech, due)});
    else if (due >= 0)
        staff_put_send_by(page, due);
    else
        page_say(page, "No report is owed today; one that you send is kept "
                       "all the same.");
    page_put(page, HTML("</p>\n"));
}

static void put_returned(Page *page, const MyReport *report)
{
    if (report->state != MY_REPORT_RETURNED) return;
    page_put(page, HTML("<div class=\"pan\"><b>"));
    page_say(page, "Sent back to be mended");
    page_put(page, HTML("</b>"));
    PAGE_SAY(page, "{who}: “{note}”",
             {"who", staff_name(page, report->review->actor)},
             {"note", report->review->text});
    page_put(page, HTML("</div>\n"));
}

static void put_approved(Page *page, const MyReport *report)
{
    if (report->state != MY_REPORT_ACCEPTED) return;
    page_put(page, HTML("<div class=\"pan\"><b>"));
    page_say(page, "Approved already");
    page_put(page, HTML("</b><p>"));
    page_say(page, "What you send takes its place, and waits for its review.");
    page_put(page, HTML("</p></div>\n"));
}

/* The one that it mends, by its id. */
static void put_mended(Page *page, const MyReport *report)
{
    char id[FACT_ID_TEXT];
    if (report->state != MY_REPORT_RETURNED) return;
    form_hidden(page, "tentang", str_of(fact_id_text(report->report->id, id)));
}

/* The approved one whose place it takes, seen or told above the form. */
static void put_replaced(Page *page, const MyReport *report)
{
    char id[FACT_ID_TEXT];
    if (report->state != MY_REPORT_ACCEPTED) return;
    form_hidden(page, "tetap", str_of(fact_id_text(report->report->id, id)));
}

static void put_form(Page *page, const MyDay *day)
{
    const Fact *before = day->report.report;
    Str proof =
        before == NULL ? STR("") : evidence_read(before->evidence).address;
    form_open_outbox_files(page, STR("/laporan/tulis"), N_("Report"));
    put_mended(page, &day->report);
    put_replaced(page, &day->report);
    form_field(page, &(FormField){.name = "isi",
                                  .label = N_("What came of your work today?"),
                                  .hint = N_("One result a line. Tasks that "
                                             "you ticked stand here already."),
                                  .value = text_so_far(page, day),
                                  .rows = 7,
                                  .needed = true});
    evidence_field(page, before);
    form_field(page, &(FormField){.name = "bukti",
                                  .label = N_("Address of what shows it"),
                                  .hint = N_("If there is any: where a larger "
                                             "document lies."),
                                  .value = proof});
    page_put(page, HTML("<div class=\"lekat\"><button class=\"btn big\">"));
    page_say(page, "Send");
    page_put(page, HTML("</button></div>"));
    form_close(page);
}

static void show_form(Visit *v, const Err *why)
{
    MyDay day;
    PageHead head = {.here = "/laporan",
                     .modules = "kotak " EVIDENCE_MODULE,
                     .title = N_("Write the report")};
    if (!staff_day(v, v->today, &day)) return;
    Page page = page_open(v, &head);
    page_put(&page, HTML("<section class=\"blk\">"));
    form_faults(&page);
    part_failure(&page, why);
    page_put(&page, HTML("<p class=\"crumb\">"));
    page_text(&page, said_date(&page.speech, day.day));
    page_put(&page, HTML("</p>"));
    page_heading(&page, "Report of today");
    put_returned(&page, &day.report);
    put_approved(&page, &day.report);
    put_due(&page, &day);
    put_form(&page, &day);
    page_put(&page, HTML("</section>\n"));
    page_close(&page);
}

void staff_report_write(Visit *v)
{
    show_form(v, NULL);
}

/* ---- sending --------------------------------------------------------------
 */

void staff_report_send(Visit *v)
{
    Err err = {0};
    Fact fact = visit_fact(v, FACT_REPORT);
    if (staff_faults(v, show_form)) return;
    fact.person = v->actor;
    fact.text = visit_field(v, "isi")->text;
    fact.about = visit_field(v, "tentang")->id;
    if (fact.text.len == 0) {
        staff_refuse(v, show_form, "tulis paling sedikit satu hasil kerja",
                     "write one result of work at least");
        return;
    }
    if (approved_asks(v, &fact, visit_field(v, "tetap")->id, &err)) {
        staff_refuse_with(v, show_form, &err);
        return;
    }
    if (!evidence_of_form(v, visit_field(v, "bukti")->text, &fact, show_form))
        return;
    if (!staff_write(v, &fact, show_form)) return;
    char iso[DATE_TEXT];
    visit_go(v, str_format(v->arena, "/laporan/%s", date_iso(v->today, iso)),
             "laporan");
}
