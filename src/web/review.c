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
    page_put(page, HTML("</span><b>"));
    page_link(page, review_path(page, report->report->id),
              superior_person(page, report->person)->name);
    page_put(page, HTML("</b><p>"));
    page_text(page, first_line(report->report->text));
    page_put(page, HTML("</p>"));
    put_flag(page, report);
    page_put(page, HTML("</li>\n"));
}

static void put_list(Page *page, const TeamDay *team, const TeamReport *on)
{
    page_put(page, HTML("<div class=\"rl tj\" id=\"antrean\"><h2><span>"));
    PAGE_SAY(page, "Not reviewed yet: {n}",
             {"n", said_number(&page->speech, (int64_t)team->report_count)});
    page_put(page, HTML("</span><span class=\"tuts\"><kbd>J</kbd> "
                        "<kbd>K</kbd> "));
    page_say(page, "move");
    page_put(page, HTML("</span></h2><ul>\n"));
    for (size_t i = 0; i < team->report_count; i++)
        put_item(page, &team->reports[i], &team->reports[i] == on);
    page_put(page, HTML("</ul></div>\n"));
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
    page_put(page, HTML("</div>"));
    form_close(page);
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
    page_element(page, "h2", superior_person(page, on->person)->name);
    page_put(page, HTML("</section>"));
    put_versions(page, on);
    page_put(page, HTML("<section>"));
    put_answers(page, team, on);
    page_put(page, HTML("</section></aside>\n"));
}

/* ---- undo
 * ------------------------------------------------------------------------ */

static void put_undo(Page *page)
{
    const FieldValue *before = visit_field(page->visit, "tadi");
    Str done = visit_done(page->visit);
    if (done.len == 0) return;
    page_put(page, HTML("<div class=\"urung\" role=\"status\"><span>"));
    page_say(page, str_is(done, STR("terima")) ? N_("The report is approved.")
                   : str_is(done, STR("kembalikan"))
                       ? N_("The report went back with your note.")
                       : N_("Done."));
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

static void put_top(Page *page, size_t unflagged)
{
    page_put(page, HTML("<div class=\"ph\"><div>"));
    page_heading(page, "Review reports");
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

void review_show(Visit *v)
{
    PageHead head = {
        .frame = PAGE_DESK, .here = "/tinjau", .modules = "tinjau"};
    TeamDay team;
    if (!superior_team(v, &team)) return;
    const TeamReport *on = review_find(&team, visit_field(v, "laporan")->id);
    Page page = page_open(v, &head);
    put_top(&page, review_unflagged(&team));
    put_undo(&page);
    if (on == NULL) {
        part_paragraph(&page, N_("All reports are reviewed."));
        page_close(&page);
        return;
    }
    page_put(&page, HTML("<div class=\"rv\">"));
    put_list(&page, &team, on);
    put_open(&page, &team, on);
    page_put(&page, HTML("</div>\n"));
    page_close(&page);
}
