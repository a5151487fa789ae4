/* SPDX-License-Identifier: Apache-2.0 */
#include "web/evidence.h"
#include "web/form.h"
#include "web/part.h"
#include "web/review_part.h"

const FieldRule review_fields[2] = {
    {"laporan", N_("Report"),        FIELD_ID, .needed = false},
    {"tadi",    N_("Review before"), FIELD_ID, .needed = false},
};

/* ---- the list
 * ---------------------------------------------------------------- */

/* "16.02"; on another day than its own, with that. */
static Str sent_said(const Page *page, const Fact *report, Date day)
{
    Zone zone = page->visit->view->office->government.zone;
    Instant at = fact_when(report);
    Str time = said_time(&page->speech, zone, at);
    Date came = zone_day(zone, at);
    if (date_is(came, day)) return time;
    Str on = said_day_month(&page->speech, came);
    return str_format(page->arena, "%.*s %.*s", STR_ARG(on), STR_ARG(time));
}

/* When it came says it all. */
static void put_late(Page *page, const TeamReport *report)
{
    page_put(page, HTML("<span class=\"tag warn\">"));
    page_text(page, sent_said(page, report->report, report->day));
    page_put(page, HTML("</span>"));
}

/* Neutral words for what a superior may want to look at twice. */
static void put_flag(Page *page, const TeamReport *report)
{
    if (report->short_text)
        part_tag(page, "warn", N_("Very short"));
    else if (report->same)
        part_tag(page, "warn", N_("Same as before"));
    else if (report->late)
        put_late(page, report);
    else if (report->again)
        part_tag(page, "info", N_("Mended"));
    else if (report->message != NULL)
        part_tag(page, "info", N_("Answered"));
    else
        page_put(page, HTML("<span></span>"));
}

static Str first_line(Str text)
{
    Str line = STR("");
    (void)str_next(&text, '\n', &line);
    return line;
}

static void put_item(Page *page, const TeamReport *report, bool on)
{
    page_put(page, on ? HTML("<li class=\"on\" aria-current=\"true\">")
                      : HTML("<li>"));
    page_put(page, HTML("<span class=\"s mut nw\">"));
    page_text(page, said_day_month(&page->speech, report->day));
    page_put(page, HTML("</span>"));
    page_chip(page, report->letter);
    page_put(page, HTML("<b>"));
    page_link(page, review_path(page, report->report->id),
              superior_person(page, report->person)->name);
    page_put(page, HTML("</b><p>"));
    page_text(page, first_line(report->report->text));
    page_put(page, HTML("</p>"));
    put_flag(page, report);
    page_put(page, HTML("</li>\n"));
}

static void put_done_item(Page *page, const TeamReport *report)
{
    bool back = str_is(report->review->word, STR("kembalikan"));
    page_put(page, HTML("<li class=\"beres\"><span class=\"s mut nw\">"));
    page_text(page, said_day_month(&page->speech, report->day));
    page_put(page, HTML("</span>"));
    page_chip(page, report->letter);
    page_element(page, "b", superior_person(page, report->person)->name);
    page_put(page, HTML("<p>"));
    page_text(page, first_line(report->report->text));
    page_put(page, HTML("</p>"));
    part_tag(page, back ? "info" : "ok",
             back ? N_("Changes asked for") : N_("Approved"));
    page_put(page, HTML("</li>\n"));
}

static void put_reviewed(Page *page, const TeamDay *team)
{
    if (team->reviewed_count == 0) return;
    page_put(page, HTML("<h2><span>"));
    PAGE_SAY(page, "Reviewed today: {n}",
             {"n", said_number(&page->speech, (int64_t)team->reviewed_count)});
    page_put(page, HTML("</span></h2><ul>\n"));
    for (size_t i = 0; i < team->reviewed_count; i++)
        put_done_item(page, &team->reviewed[i]);
    page_put(page, HTML("</ul>"));
}

static void put_list(Page *page, const TeamDay *team, const TeamReport *on)
{
    page_put(page, HTML("<div class=\"rl tj\" id=\"antrean\" data-tanda=\""));
    page_say(page, "Marked");
    page_put(page, HTML("\"><h2><span>"));
    PAGE_SAY(page, "Not reviewed yet: {n}",
             {"n", said_number(&page->speech, (int64_t)team->report_count)});
    page_put(page, HTML("</span><span class=\"tuts\"><kbd>J</kbd> "
                        "<kbd>K</kbd> "));
    page_say(page, "move");
    page_put(page, HTML(" · <kbd>"));
    page_say(page, "Space");
    page_put(page, HTML("</kbd> "));
    page_say(page, "mark");
    page_put(page, HTML("</span></h2><ul>\n"));
    for (size_t i = 0; i < team->report_count; i++)
        put_item(page, &team->reports[i], &team->reports[i] == on);
    page_put(page, HTML("</ul>"));
    put_reviewed(page, team);
    page_put(page, HTML("</div>\n"));
}

/* ---- the report that is open
 * --------------------------------------------------- */

static void put_lines(Page *page, Str text)
{
    page_put(page, HTML("<ul class=\"isi-l\">"));
    for (Str line; str_next(&text, '\n', &line);) {
        if (str_trim(line).len > 0) page_element(page, "li", str_trim(line));
    }
    page_put(page, HTML("</ul>\n"));
}

static void put_said(Page *page, const char *english, const Fact *fact,
                     Date day)
{
    page_put(page, HTML("<p class=\"xs mut\">"));
    page_say(page, english);
    page_put(page, HTML(" · "));
    page_text(page, sent_said(page, fact, day));
    page_put(page, HTML("</p><blockquote>"));
    page_text(page, fact->text);
    page_put(page, HTML("</blockquote>\n"));
}

/* What was asked for, and what was said to it. */
static void put_talk(Page *page, const TeamReport *on)
{
    if (on->note == NULL) return;
    page_put(page, HTML("<section class=\"balas\">"));
    put_said(page, N_("Sent back with the note"), on->note, on->day);
    if (on->message != NULL)
        put_said(page, N_("Their answer"), on->message, on->day);
    page_put(page, HTML("</section>"));
}

static void put_version(Page *page, const char *english, const Fact *report,
                        Date day)
{
    page_put(page, HTML("<div><h3>"));
    page_say(page, english);
    page_put(page, HTML(" <span class=\"xs mut\">"));
    page_text(page, sent_said(page, report, day));
    page_put(page, HTML("</span></h3>"));
    put_lines(page, report->text);
    evidence_links(page, report, "O");
    page_put(page, HTML("</div>"));
}

/* The text; one that was mended beside the one before. */
static void put_versions(Page *page, const TeamReport *on)
{
    put_talk(page, on);
    if (on->old == NULL) {
        page_put(page, HTML("<section>"));
        put_lines(page, on->report->text);
        evidence_links(page, on->report, "O");
    } else {
        page_put(page, HTML("<section class=\"versi\">"));
        put_version(page, N_("The version before"), on->old, on->day);
        put_version(page, N_("Mended"), on->report, on->day);
    }
    page_put(page, HTML("</section>"));
}

/* A button and its key, which is not read out: the module listens to it. */
static void put_answer(Page *page, const char *english, Html open, Html key)
{
    page_put(page, open);
    page_say(page, english);
    page_put(page, HTML(" <kbd aria-hidden=\"true\">"));
    page_put(page, key);
    page_put(page, HTML("</kbd></button>\n"));
}

/* On to the next one, and this one waits. */
static void put_skip(Page *page, const TeamDay *team, const TeamReport *on)
{
    FactId next = review_next(team, on);
    if (fact_id_none(next)) return;
    page_put(page, HTML("<a class=\"btn alt\" href=\""));
    page_text(page, review_path(page, next));
    page_put(page, HTML("\">"));
    page_say(page, "Skip");
    page_put(page, HTML(" <kbd aria-hidden=\"true\">J</kbd></a>\n"));
}

static void put_answers(Page *page, const TeamDay *team, const TeamReport *on)
{
    form_open_id(page, STR("/tinjau"));
    form_hidden(page, "laporan", review_id(page, on->report->id));
    form_hidden(page, "berikut", review_id(page, review_next(team, on)));
    form_field(page, &(FormField){.name = "isi",
                                  .label = N_("Note (may stay empty)"),
                                  .rows = 3});
    page_put(page, HTML("<div class=\"aksi\">"));
    put_answer(page, N_("Approve"),
               HTML("<button name=\"kata\" value=\"terima\" class=\"btn\">"),
               HTML("S"));
    put_answer(page, N_("Ask for changes"),
               HTML("<button name=\"kata\" value=\"kembalikan\" class=\"btn "
                    "alt\">"),
               HTML("P"));
    put_skip(page, team, on);
    page_put(page, HTML("</div>"));
    form_close(page);
}

/* To be known, not a fault: what counts is the time by our clock (fact_when).
 */
static void put_clock(Page *page, const Fact *report)
{
    int ahead = fact_clock_ahead(report), off = ahead < 0 ? -ahead : ahead;
    if (off <= FACT_CLOCK_BEARABLE) return;
    page_put(page, HTML("<p class=\"xs mut\">"));
    PAGE_SAY(page,
             ahead > 0
                 ? N_("The phone's clock was {n} minutes fast; times here "
                      "are by the server's.")
                 : N_("The phone's clock was {n} minutes slow; times here "
                      "are by the server's."),
             {"n", said_number(&page->speech, off)});
    page_put(page, HTML("</p>"));
}

static void put_open(Page *page, const TeamDay *team, const TeamReport *on)
{
    page_put(page, HTML("<aside class=\"side\" aria-label=\""));
    page_say(page, "Report that is open");
    page_put(page, HTML("\"><section><p class=\"xs mut\">"));
    PAGE_SAY(page, "Report of {day}, sent {time}",
             {"day", said_date(&page->speech, on->day)},
             {"time", sent_said(page, on->report, on->day)});
    page_put(page, HTML("</p>"));
    put_clock(page, on->report);
    page_element(page, "h2", superior_person(page, on->person)->name);
    page_put(page, HTML("</section>"));
    put_versions(page, on);
    review_put_tasks(page, on);
    page_put(page, HTML("<section>"));
    put_answers(page, team, on);
    page_put(page, HTML("</section></aside>\n"));
}

/* ---- undo
 * ------------------------------------------------------------------------ */

static void put_undo(Page *page)
{
    const Visit *v = page->visit;
    Str done = visit_done(v);
    if (done.len == 0 || v->request->method != HTTP_GET) return;
    const FieldValue *before = visit_field(v, "tadi");
    page_put(page, HTML("<div class=\"urung\" role=\"status\"><span>"));
    page_say(page, str_is(done, STR("terima")) ? N_("The report is approved.")
                   : str_is(done, STR("kembalikan"))
                       ? N_("The report went back with your note.")
                   : str_is(done, STR("urung"))
                       ? N_("Undone: the report waits again.")
                   : str_is(done, STR("ingat")) ? N_("They are reminded.")
                   : str_is(done, STR("sebagian"))
                       ? N_("Approved. What was answered or changed meanwhile "
                            "was left out.")
                       : N_("The reports are approved."));
    page_put(page, HTML("</span>"));
    if (before->given) {
        form_open_id(page, STR("/tinjau/urungkan"));
        form_hidden(page, "tinjauan", review_id(page, before->id));
        put_answer(page, N_("Undo"),
                   HTML("<button class=\"btn alt sm\" id=\"urungkan\">"),
                   HTML("Z"));
        form_close(page);
    }
    page_put(page, HTML("</div>\n"));
}

/* ---- the page
 * --------------------------------------------------------------------- */

/* "18 of 20 reviewed today", where something was. */
static void put_progress(Page *page, const TeamDay *team)
{
    int64_t done = (int64_t)team->reviewed_count;
    if (done == 0) return;
    page_put(page, HTML("<p class=\"s mut\">"));
    PAGE_SAY(page, "{done} of {all} reviewed today",
             {"done", said_number(&page->speech, done)},
             {"all",
              said_number(&page->speech, done + (int64_t)team->report_count)});
    page_put(page, HTML("</p>\n"));
}

static void put_top(Page *page, const TeamDay *team)
{
    size_t unflagged = review_unflagged(team);
    page_put(page, HTML("<div class=\"ph\"><div>"));
    page_heading(page, "Review reports");
    put_progress(page, team);
    page_put(page, HTML("</div><div class=\"act\">"));
    if (unflagged > 1) {
        page_put(page,
                 HTML("<a class=\"btn alt sm\" href=\"/tinjau/setujui\">"));
        PAGE_SAY(page, "Approve the {n} that are complete…",
                 {"n", said_number(&page->speech, (int64_t)unflagged)});
        page_put(page, HTML("</a>"));
    }
    page_put(page, HTML("</div></div>\n"));
}

/* What became of them today; nothing where nothing was reviewed. */
static void put_summary(Page *page, const TeamDay *team)
{
    int64_t back = 0, all = (int64_t)team->reviewed_count;
    for (size_t i = 0; i < team->reviewed_count; i++)
        back += str_is(team->reviewed[i].review->word, STR("kembalikan"));
    page_put(page, HTML("<p class=\"lead\">"));
    page_say(page, "All reports are reviewed.");
    if (all > 0) {
        page_put(page, HTML(" "));
        PAGE_SAY(page, "Today: *{fine}* approved, *{back}* sent back.",
                 {"fine", said_number(&page->speech, all - back)},
                 {"back", said_number(&page->speech, back)});
    }
    page_put(page, HTML("</p>\n"));
}

/* Who owes a report today and has sent none: a word goes to each of them. */
static void put_owing(Page *page, const TeamDay *team)
{
    int64_t count = 0;
    for (size_t i = 0; i < team->member_count; i++)
        count += team->members[i].owes;
    if (count == 0) return;
    part_open(page);
    page_put(page, HTML("<p>"));
    say_many(&page->html, &page->speech,
             "*{n} person* has not sent the report of today.",
             "*{n} people* have not sent the report of today.", count, NULL, 0);
    page_put(page, HTML("</p>"));
    part_small(page, N_("Whoever is reminded reads it on the page of the day, "
                        "and the clock of the answer begins."));
    form_open_id(page, STR("/tinjau/ingatkan"));
    page_put(page, team->report_count > 0 ? HTML("<button class=\"btn alt\">")
                                          : HTML("<button class=\"btn\">"));
    page_say(page, "Remind them");
    page_put(page, HTML("</button>"));
    form_close(page);
    part_close(page);
}

void review_put(Visit *v, const Err *why)
{
    PageHead head = {.frame = PAGE_DESK,
                     .here = "/tinjau",
                     .modules = "tinjau",
                     .title = N_("Review reports")};
    TeamDay team;
    if (!superior_team(v, &team)) return;
    const TeamReport *on = review_find(&team, visit_field(v, "laporan")->id);
    Page page = page_open(v, &head);
    put_top(&page, &team);
    part_failure(&page, why);
    put_undo(&page);
    if (on == NULL) {
        put_summary(&page, &team);
    } else {
        page_put(&page, HTML("<div class=\"rv\">"));
        put_list(&page, &team, on);
        put_open(&page, &team, on);
        page_put(&page, HTML("</div>\n"));
    }
    put_owing(&page, &team);
    page_close(&page);
}

void review_show(Visit *v)
{
    review_put(v, NULL);
}
