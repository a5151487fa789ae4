/* SPDX-License-Identifier: Apache-2.0 */
/*
 * today_below.c - below the week: tasks, report, permits, requests, notices.
 */
#include "app/my_finished.h"
#include "app/my_news.h"
#include "web/today_part.h"

enum { TASKS_SHOWN = 4, REQUESTS_SHOWN = 4, NOTICES_SHOWN = 3 };

static void open_block(Page *page, const char *english)
{
    page_put(page, HTML("<section class=\"blk\"><header><h2>"));
    page_say(page, english);
    page_put(page, HTML("</h2>"));
}

static void put_all_link(Page *page, const char *path, size_t count)
{
    page_put(page, HTML("<a class=\"s\" href=\""));
    page_text(page, str_of(path));
    page_put(page, HTML("\">"));
    PAGE_SAY(page, "All ({n})",
             {"n", said_number(&page->speech, (int64_t)count)});
    page_put(page, HTML("</a>"));
}

/* ---- tasks ---------------------------------------------------------------
 */

static void put_tick(Page *page, const MyTask *task)
{
    form_open_outbox(page, staff_path(page, "/tugas/", task->task->id, ""),
                     N_("Task done"));
    form_hidden(page, "ke", STR("/"));
    page_put(page, HTML("<button class=\"centang\" aria-label=\""));
    PAGE_SAY(page, "Done: {task}", {"task", task->task->text});
    page_put(page, HTML("\"></button>"));
    form_close(page);
}

static void put_task(Page *page, const MyTask *task, Date today)
{
    bool done = task->percent == 100;
    page_put(page, HTML("<li>"));
    if (!done) put_tick(page, task);
    page_put(page, done ? HTML("<div><b class=\"done\">") : HTML("<div><b>"));
    page_link(page, staff_path(page, "/tugas/", task->task->id, ""),
              task->task->text);
    page_put(page, HTML("</b><span>"));
    PAGE_SAY(page, "From {who} · until {day}",
             {"who", staff_name(page, task->task->actor)},
             {"day", said_day_month(&page->speech, task->last)});
    page_put(page, HTML("</span>"));
    if (done) part_tag(page, "ok", N_("Done"));
    if (!done && date_before(task->last, today))
        part_tag(page, "warn", N_("Past its day"));
    page_put(page, HTML("</div></li>"));
}

static void put_tasks(Page *page, const MyDay *day)
{
    if (day->task_count == 0) return;
    open_block(page, N_("Tasks"));
    put_all_link(page, "/tugas", day->task_count);
    page_put(page, HTML("</header><ul class=\"tl\">"));
    for (size_t i = 0; i < day->task_count && i < TASKS_SHOWN; i++)
        put_task(page, &day->tasks[i], day->day);
    page_put(page, HTML("</ul></section>\n"));
}

/* ---- reports -------------------------------------------------------------
 */

static void put_report_words(Page *page, const MyReport *report)
{
    page_put(page, HTML("<p class=\"s mut alinea\">"));
    if (report->report != NULL)
        page_text(page, report->report->text);
    else if (report->due >= 0)
        staff_put_send_by(page, report->due);
    page_put(page, HTML("</p>"));
}

static void put_note(Page *page, const MyReport *report)
{
    if (report->review == NULL || report->review->text.len == 0) return;
    page_put(page, HTML("<p class=\"s\">"));
    PAGE_SAY(page, "{who}: “{note}”",
             {"who", staff_name(page, report->review->actor)},
             {"note", report->review->text});
    page_put(page, HTML("</p>"));
}

static const char *report_link_of(const MyReport *report)
{
    if (report->report == NULL) return N_("Write the report");
    return report->state == MY_REPORT_RETURNED ? N_("Mend the report")
                                               : N_("Add to the report");
}

static void put_report(Page *page, const MyDay *day)
{
    const MyReport *report = &day->report;
    if (report->state == MY_REPORT_NOT_OWED) return;
    open_block(page, N_("Report of today"));
    staff_put_report_tag(page, report);
    page_put(page, HTML("</header>"));
    put_report_words(page, report);
    if (report->state == MY_REPORT_RETURNED) put_note(page, report);
    if (day->action != MY_ACTION_REPORT) {
        page_put(page, HTML("<a class=\"btn alt\" href=\"/laporan/tulis\">"));
        page_say(page, report_link_of(report));
        page_put(page, HTML("</a>"));
    }
    page_put(page, HTML("</section>\n"));
}

static void put_before(Page *page, const MyDay *day)
{
    if (day->before.report == NULL) return;
    page_put(page, HTML("<section class=\"blk\"><header><h2>"));
    page_link(page, staff_day_path(page, "/laporan/", day->before_day),
              SAID(&page->speech, "Report of {day}",
                   {"day", said_date(&page->speech, day->before_day)}));
    page_put(page, HTML("</h2>"));
    staff_put_report_tag(page, &day->before);
    page_put(page, HTML("</header>"));
    put_note(page, &day->before);
    page_put(page, HTML("</section>\n"));
}

/* ---- requests ------------------------------------------------------------
 */

/* An exit of today that holds, and that nobody has closed. */
static bool is_out(Page *page, const MyDay *day, const MyRequest *request)
{
    const Visit *v = page->visit;
    bool holds = request->state == MY_ALLOWED || request->state == MY_GRANTED;
    return request->request->kind == FACT_EXIT && holds &&
           date_is(request->request->day, day->day) &&
           my_finished(page->arena, v->view, v->person, request->request->id) ==
               NULL;
}

static bool is_live(const MyDay *day, const MyRequest *request)
{
    Window days = fact_days(request->request);
    bool over = request->state == MY_WITHDRAWN || request->state == MY_LAPSED;
    return !over && !date_before(days.last, day->day);
}

static Str request_path(const Page *page, const MyRequest *request)
{
    bool swap = request->request->kind == FACT_SWAP;
    return staff_path(page, swap ? "/tukar/" : "/izin/", request->request->id,
                      "");
}

static void put_request(Page *page, const MyDay *day, const MyRequest *request)
{
    const Fact *f = request->request;
    page_put(page, HTML("<li><div><b>"));
    page_link(page, request_path(page, request),
              said(&page->speech, staff_request_name(f->kind)));
    page_put(page, HTML("</b><span>"));
    page_text(page, staff_request_days(page, f));
    page_put(page, HTML(" "));
    page_text(page, staff_hours(page, f));
    page_put(page, HTML("</span></div>"));
    if (is_out(page, day, request))
        staff_put_button(page, staff_path(page, "/izin/", f->id, "/selesai"),
                         N_("I am back"), false);
    else
        staff_put_request_tag(page, request);
    page_put(page, HTML("</li>"));
}

static void put_requests(Page *page, const MyDay *day)
{
    size_t shown = 0;
    for (size_t i = 0; i < day->request_count; i++)
        shown += is_live(day, &day->requests[i]);
    if (shown == 0) return;
    open_block(page, N_("Permits and swaps"));
    put_all_link(page, "/izin", shown);
    page_put(page, HTML("</header><ul class=\"tl\">"));
    shown = 0;
    for (size_t i = 0; i < day->request_count && shown < REQUESTS_SHOWN; i++) {
        if (!is_live(day, &day->requests[i])) continue;
        put_request(page, day, &day->requests[i]);
        shown++;
    }
    page_put(page, HTML("</ul></section>\n"));
}

/* ---- notices -------------------------------------------------------------
 */

static void put_notice(Page *page, const MyNotice *notice)
{
    page_put(page, HTML("<li><div><b>"));
    page_text(page, notice->notice->text);
    page_put(page, HTML("</b><span>"));
    PAGE_SAY(page, "{who} · {when}",
             {"who", staff_name(page, notice->notice->actor)},
             {"when", staff_when(page, notice->notice)});
    page_put(page, HTML("</span></div></li>"));
}

static void put_notices(Page *page, const MyDay *day)
{
    size_t news = my_news_unread(page->arena, page->visit->view, day);
    if (day->notices_unread + news == 0) return;
    open_block(page, N_("News"));
    put_all_link(page, "/pemberitahuan", day->notices_unread + news);
    page_put(page, HTML("</header>"));
    if (day->notices_unread > 0) page_put(page, HTML("<ul class=\"tl\">"));
    for (size_t i = 0; i < day->notices_unread && i < NOTICES_SHOWN; i++)
        put_notice(page, &day->notices[i]);
    if (day->notices_unread > 0) page_put(page, HTML("</ul>"));
    if (news > 0) {
        page_put(page, HTML("<p class=\"s\">"));
        PAGE_SAY(page, "Changes of the plan to read: {n}",
                 {"n", said_number(&page->speech, (int64_t)news)});
        page_put(page, HTML("</p>"));
    }
    page_put(page, HTML("</section>\n"));
}

/* ---- our outages ---------------------------------------------------------
 */

static void put_outage(Page *page, const Fact *outage)
{
    Zone zone = staff_zone(page);
    PAGE_SAY(page, "{from}–{to}",
             {"from", said_time(&page->speech, zone, outage->at)},
             {"to", said_time(&page->speech, zone, outage->until)});
}

/* All of the day in one line: what one has to do stands above it. */
static void put_outages(Page *page, const MyDay *day)
{
    LiveFacts facts = live_facts_common(page->visit->view, page->arena);
    size_t shown = 0;
    for (size_t i = 0; i < facts.count; i++) {
        if (facts.at[i]->kind != FACT_OUTAGE ||
            !date_is(facts.at[i]->day, day->day))
            continue;
        page_put(page,
                 shown++ > 0 ? HTML(", ") : HTML("<p class=\"sudah tenang\">"));
        if (shown == 1) {
            page_say(page, "Our server was down:");
            page_put(page, HTML(" "));
        }
        put_outage(page, facts.at[i]);
    }
    if (shown == 0) return;
    page_put(page, HTML(". "));
    page_say(page, "That never counts against you.");
    page_put(page, HTML("</p>\n"));
}

void today_put_below(Page *page, const MyDay *day)
{
    put_outages(page, day);
    put_tasks(page, day);
    put_report(page, day);
    put_requests(page, day);
    put_notices(page, day);
    put_before(page, day);
}
