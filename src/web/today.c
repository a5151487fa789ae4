/* SPDX-License-Identifier: Apache-2.0 */
#include "web/today.h"

#include "app/my_month.h"
#include "web/form.h"

static Zone zone_of(const Page *page)
{
    return page->visit->view->office->government.zone;
}

static const Person *person_of(const Page *page, Str code)
{
    const Register *r = &page->visit->view->office->r;
    uint32_t index = map_find(&r->person_codes, code);
    return index == NO_INDEX ? NULL : &r->people[index];
}

static Str name_of(const Page *page, Str code)
{
    const Person *person = person_of(page, code);
    return person == NULL ? code : person->name;
}

static Str path_of_fact(const Page *page, const char *before, FactId id)
{
    char text[FACT_ID_TEXT];
    return str_format(page->arena, "%s%s", before, fact_id_text(id, text));
}

/* ---- recalls, above all else -----------------------------------------------
 */

static void put_recall(Page *page, const MyRecall *recall)
{
    const Fact *f = recall->recall;
    page_put(page, HTML("<section class=\"pan\" role=\"alert\"><b>"));
    if (f->from >= 0)
        PAGE_SAY(page, "Called to the office on {day}, {time}",
                 {"day", said_date(&page->speech, f->days.first)},
                 {"time", said_minute(&page->speech, f->from)});
    else
        PAGE_SAY(page, "Called to the office on {day}",
                 {"day", said_date(&page->speech, f->days.first)});
    page_put(page, HTML("</b>"));
    PAGE_SAY(page, "{reason} From {who}.", {"reason", f->text},
             {"who", name_of(page, f->actor)});
    form_open_id(page, path_of_fact(page, "/panggilan/", f->id));
    page_put(page, HTML("<button class=\"btn sm\" name=\"kata\" "
                        "value=\"siap\">"));
    page_say(page, "Got it");
    page_put(page, HTML("</button>"));
    form_close(page);
    page_put(page, HTML("</section>\n"));
}

static void put_recalls(Page *page, const MyDay *day)
{
    for (size_t i = 0; i < day->recall_count; i++) {
        if (day->recalls[i].ack == NULL) put_recall(page, &day->recalls[i]);
    }
}

/* ---- the sentence of the day -----------------------------------------------
 */

static const char *sentence_of(const MyDay *day)
{
    if (!day->serves) return N_("Not in service");
    switch (day->letter) {
    case PLACED_OFFICE: return N_("Work at the office");
    case PLACED_HOME: return N_("Work at home");
    case PLACED_FIELD: return N_("Work in the field");
    case PLACED_LEAVE: return N_("On leave");
    case PLACED_TRIP: return N_("Official trip");
    case PLACED_CLOSED: return N_("The unit is closed");
    case PLACED_USUAL: return N_("Work as usual");
    default: return day->bare ? N_("No plan yet") : N_("Day off");
    }
}

/* The question that opens the explanation. */
static const char *question_of(const MyDay *day)
{
    switch (day->letter) {
    case PLACED_OFFICE: return N_("Why at the office today?");
    case PLACED_HOME: return N_("Why at home today?");
    default: return N_("Why so today?");
    }
}

static const char *colour_of(const MyDay *day)
{
    if (day->letter == PLACED_OFFICE) return "<section class=\"now\">";
    if (day->letter == PLACED_HOME) return "<section class=\"now hm\">";
    return "<section class=\"now lain\">";
}

/* A line more, where there is nothing to do. */
static const char *advice_of(const MyDay *day)
{
    switch (day->reason) {
    case MY_REASON_DAY_OFF: return N_("No need to check in.");
    case MY_REASON_NO_ROSTER:
        return N_("The plan of your unit is not published yet. Work as usual.");
    case MY_REASON_LEAVE: return N_("Enjoy your leave; nothing is owed.");
    case MY_REASON_TRIP: return N_("Nothing is owed here during the trip.");
    case MY_REASON_USUAL: return N_("No letter changes your day.");
    case MY_REASON_DONE: return N_("All is done for today.");
    case MY_REASON_NONE:
    case MY_REASON_NOT_SERVING:
    case MY_REASON_NOT_TODAY:
    case MY_REASON_WAIT:
    case MY_REASON_COUNT: break;
    }
    return NULL;
}

static void put_hours(Page *page, const MyDay *day)
{
    const Register *r = &page->visit->view->office->r;
    UnitId unit = r->people[day->person.index].unit;
    page_put(page, HTML("<p>"));
    page_text(page, r->units[unit.index].name);
    if (day->begins >= 0 && day->ends > day->begins) {
        page_put(page, HTML("<br>"));
        PAGE_SAY(page, "{from}–{to} {zone}",
                 {"from", said_minute(&page->speech, day->begins)},
                 {"to", said_minute(&page->speech, day->ends)},
                 {"zone", zone_name(zone_of(page))});
    }
    page_put(page, HTML("</p>\n"));
}

static void put_seen(Page *page, const MyDay *day)
{
    if (day->in == NULL) return;
    page_put(page, HTML("<p class=\"catat\">"));
    if (day->out != NULL)
        PAGE_SAY(page, "*Checked in {in}, checked out {out}*",
                 {"in", said_minute(&page->speech, day->in_minute)},
                 {"out", said_minute(&page->speech, day->out_minute)});
    else
        PAGE_SAY(page, "*Checked in {in}*",
                 {"in", said_minute(&page->speech, day->in_minute)});
    page_put(page, HTML("</p>\n"));
}

/* ---- why -------------------------------------------------------------------
 */

static void put_step(Page *page, const ExplainStep *step)
{
    switch (step->bearing) {
    case BEARING_APPLIED: page_put(page, HTML("<li class=\"yes\">")); break;
    case BEARING_NOT: page_put(page, HTML("<li class=\"no\">")); break;
    case BEARING_FACT: page_put(page, HTML("<li>")); break;
    }
    page_text(page, step->text);
    page_put(page, HTML("</li>"));
}

static void put_version(Page *page, const MyWhy *why)
{
    if (why->plan == NULL) return;
    page_put(page, HTML("<p class=\"s mut\">"));
    PAGE_SAY(page, "Plan version {version}, published {day} {time}.",
             {"version", said_number(&page->speech, why->version)},
             {"day", said_day_month(&page->speech,
                                    zone_day(zone_of(page), why->plan->put))},
             {"time", said_time(&page->speech, zone_of(page), why->plan->put)});
    page_put(page, HTML("</p>"));
}

static void put_why_links(Page *page, const MyDay *day)
{
    char iso[DATE_TEXT];
    const char *date = date_iso(day->day, iso);
    page_put(page, HTML("<p class=\"tautan\">"));
    page_link_say(page, str_format(page->arena, "/tukar?tanggal=%s", date),
                  "Swap this day with a colleague");
    page_put(page, HTML(" "));
    page_link_say(page,
                  str_format(page->arena, "/keberatan/baru?tanggal=%s", date),
                  "Something wrong?");
    page_put(page, HTML("</p>"));
}

void today_put_why(Page *page, const MyDay *day)
{
    Err err = {0};
    MyWhy why;
    if (!my_why(page->arena, page->visit->view, day->person, day->day,
                page->speech.lang, &why, &err)) {
        page_put(page, HTML("<p>"));
        page_say(page, "No explanation is at hand; the plan holds all the "
                       "same.");
        page_put(page, HTML("</p>"));
        return;
    }
    page_put(page, HTML("<ol class=\"why\">"));
    for (size_t i = 0; i < why.text.step_count; i++)
        put_step(page, &why.text.steps[i]);
    page_put(page, HTML("</ol>"));
    put_version(page, &why);
    put_why_links(page, day);
}

static void put_question(Page *page, const MyDay *day)
{
    page_put(page, HTML("<details><summary>"));
    page_say(page, question_of(day));
    page_put(page, HTML("</summary><div class=\"whybox\">"));
    today_put_why(page, day);
    page_put(page, HTML("</div></details>\n"));
}

/* ---- the button ------------------------------------------------------------
 */

static Str place_word(char letter)
{
    switch (letter) {
    case PLACED_HOME: return STR("rumah");
    case PLACED_FIELD: return STR("lapangan");
    case PLACED_TRIP: return STR("dinas");
    default: return STR("kantor");
    }
}

static void put_presence_button(Page *page, const MyDay *day, const char *path,
                                const char *english)
{
    form_open_outbox(page, str_of(path), english);
    form_hidden(page, "kata", place_word(day->letter));
    page_put(page, HTML("<button class=\"btn big\">"));
    page_say(page, english);
    page_put(page, HTML("</button>"));
    form_close(page);
}

static void put_button(Page *page, const MyDay *day)
{
    switch (day->action) {
    case MY_ACTION_CHECK_IN:
        put_presence_button(page, day, "/hadir", N_("Check in"));
        break;
    case MY_ACTION_CHECK_OUT:
        put_presence_button(page, day, "/pulang", N_("Check out"));
        break;
    case MY_ACTION_REPORT:
        page_put(page, HTML("<a class=\"btn big\" href=\"/laporan/tulis\">"));
        page_say(page, "Write the report");
        page_put(page, HTML("</a>"));
        break;
    case MY_ACTION_ACK_RECALL: /* its button stands above */
    case MY_ACTION_NONE:
    case MY_ACTION_COUNT: break;
    }
}

static void put_clock(Page *page, const MyDay *day)
{
    if (day->action != MY_ACTION_CHECK_IN || day->check_in_due < 0) return;
    page_put(page, HTML("<p class=\"sub\"><span>"));
    PAGE_SAY(page, "Now {time}",
             {"time", said_minute(&page->speech, day->minute)});
    page_put(page, HTML("</span><span>"));
    PAGE_SAY(page, "In time until {time}",
             {"time", said_minute(&page->speech, day->check_in_due)});
    page_put(page, HTML("</span></p>"));
}

static void put_day(Page *page, const MyDay *day)
{
    const char *advice = advice_of(day);
    page_put(page, (Html){str_of(colour_of(day))});
    page_put(page, HTML("<p class=\"dt\">"));
    page_text(page, said_date(&page->speech, day->day));
    page_put(page, HTML("</p>"));
    page_heading(page, sentence_of(day));
    put_hours(page, day);
    put_seen(page, day);
    if (advice != NULL) {
        page_put(page, HTML("<p>"));
        page_say(page, advice);
        page_put(page, HTML("</p>"));
    }
    put_question(page, day);
    put_button(page, day);
    put_clock(page, day);
    page_put(page, HTML("</section>\n"));
}

/* ---- the week --------------------------------------------------------------
 */

static void put_week_day(Page *page, const MyCell *cell, Date today)
{
    char iso[DATE_TEXT];
    page_put(page, HTML("<li><a href=\"/jadwal/saya/"));
    page_text(page, str_of(date_iso(cell->day, iso)));
    page_put(page, date_is(cell->day, today) ? HTML("\" aria-current=\"date\">")
                                             : HTML("\">"));
    page_text(page, said_weekday(&page->speech, cell->day));
    page_put(page, HTML("<b>"));
    html_number(&page->html, date_civil(cell->day).day);
    page_put(page, HTML("</b>"));
    page_chip_word(page, cell->letter);
    page_put(page, HTML("</a></li>"));
}

/* Saturday and Sunday only where somebody works then. */
void today_put_week(Page *page, const MyDay *day)
{
    size_t count = day->week[5].works || day->week[6].works ? 7 : 5;
    page_put(page, count == 7 ? HTML("<ul class=\"wkst tujuh\" aria-label=\"")
                              : HTML("<ul class=\"wkst\" aria-label=\""));
    page_say(page, "This week");
    page_put(page, HTML("\">"));
    for (size_t i = 0; i < count; i++)
        put_week_day(page, &day->week[i], day->day);
    page_put(page, HTML("</ul>\n"));
}

/* ---- tasks -----------------------------------------------------------------
 */

static void put_task(Page *page, const MyTask *task)
{
    bool done = task->percent == 100;
    page_put(page, HTML("<li>"));
    if (!done) {
        form_open_id(page, path_of_fact(page, "/tugas/", task->task->id));
        page_put(page, HTML("<button class=\"centang\" aria-label=\""));
        PAGE_SAY(page, "Done: {task}", {"task", task->task->text});
        page_put(page, HTML("\"></button>"));
        form_close(page);
    }
    page_put(page, done ? HTML("<div class=\"done\"><b>") : HTML("<div><b>"));
    page_text(page, task->task->text);
    page_put(page, HTML("</b><span>"));
    PAGE_SAY(page, "From {who} · until {day}",
             {"who", name_of(page, task->task->actor)},
             {"day", said_day_month(&page->speech, task->last)});
    page_put(page, HTML("</span></div></li>"));
}

enum { TASKS_SHOWN = 4 };

static void put_tasks(Page *page, const MyDay *day)
{
    if (day->task_count == 0) return;
    page_put(page, HTML("<section class=\"blk\"><header><h2>"));
    page_say(page, "Tasks");
    page_put(page, HTML("</h2><a class=\"s\" href=\"/tugas\">"));
    PAGE_SAY(page, "All ({n})",
             {"n", said_number(&page->speech, (int64_t)day->task_count)});
    page_put(page, HTML("</a></header><ul class=\"tl\">"));
    for (size_t i = 0; i < day->task_count && i < TASKS_SHOWN; i++)
        put_task(page, &day->tasks[i]);
    page_put(page, HTML("</ul></section>\n"));
}

/* ---- reports ---------------------------------------------------------------
 */

static void put_tag(Page *page, const char *css, const char *english)
{
    page_put(page, HTML("<span class=\"tag "));
    page_put(page, (Html){str_of(css)});
    page_put(page, HTML("\">"));
    page_say(page, english);
    page_put(page, HTML("</span>"));
}

static void put_report_tag(Page *page, const MyReport *report)
{
    switch (report->state) {
    case MY_REPORT_NOT_OWED: break;
    case MY_REPORT_NONE:
        put_tag(page, report->late ? "warn" : "", N_("None yet"));
        break;
    case MY_REPORT_SENT: put_tag(page, "info", N_("Sent")); break;
    case MY_REPORT_RETURNED: put_tag(page, "warn", N_("To be mended")); break;
    case MY_REPORT_ACCEPTED: put_tag(page, "ok", N_("Approved")); break;
    }
}

static void put_report_block(Page *page, const MyDay *day)
{
    const MyReport *report = &day->report;
    if (report->state == MY_REPORT_NOT_OWED) return;
    page_put(page, HTML("<section class=\"blk\"><header><h2>"));
    page_say(page, "Report of today");
    page_put(page, HTML("</h2>"));
    put_report_tag(page, report);
    page_put(page, HTML("</header><p class=\"s mut\">"));
    if (report->report != NULL)
        page_text(page, report->report->text);
    else if (report->due >= 0)
        PAGE_SAY(page, "Send it by {time}.",
                 {"time", said_minute(&page->speech, report->due)});
    page_put(page, HTML("</p>"));
    if (day->action != MY_ACTION_REPORT) {
        page_put(page, HTML("<a class=\"btn alt\" href=\"/laporan/tulis\">"));
        page_say(page, report->report == NULL ? N_("Write the report")
                                              : N_("Add to the report"));
        page_put(page, HTML("</a>"));
    }
    page_put(page, HTML("</section>\n"));
}

static void put_before(Page *page, const MyDay *day)
{
    if (day->before.report == NULL) return;
    page_put(page, HTML("<section class=\"blk\"><header><h2>"));
    PAGE_SAY(page, "Report of {day}",
             {"day", said_date(&page->speech, day->before_day)});
    page_put(page, HTML("</h2>"));
    put_report_tag(page, &day->before);
    page_put(page, HTML("</header>"));
    if (day->before.review != NULL && day->before.review->text.len > 0) {
        page_put(page, HTML("<p class=\"s\">"));
        PAGE_SAY(page, "{who}: “{note}”",
                 {"who", name_of(page, day->before.review->actor)},
                 {"note", day->before.review->text});
        page_put(page, HTML("</p>"));
    }
    page_put(page, HTML("</section>\n"));
}

/* ---- all --------------------------------------------------------------------
 */

void today_put(Page *page, const MyDay *day)
{
    put_recalls(page, day);
    put_day(page, day);
    today_put_week(page, day);
    put_tasks(page, day);
    put_report_block(page, day);
    put_before(page, day);
}
