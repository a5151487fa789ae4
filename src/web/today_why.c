/* SPDX-License-Identifier: Apache-2.0 */
/*
 * today_why.c - why a day is so, and the week around it.
 */
#include "web/part.h"
#include "web/staff_part.h"
#include "web/today.h"

/* ---- why -------------------------------------------------------------------
 */

static void put_step(Page *page, const ExplainStep *step)
{
    switch (step->bearing) {
    case BEARING_APPLIED: page_put(page, HTML("<li class=\"yes\">")); break;
    case BEARING_NOT: page_put(page, HTML("<li class=\"no\">")); break;
    case BEARING_FACT: page_put(page, HTML("<li>")); break;
    }
    page_text(page, part_sentence(page->arena, step->text));
    page_put(page, HTML("</li>"));
}

/* Since when somebody is placed so; later versions may have moved others. */
static void put_version(Page *page, const MyWhy *why)
{
    Zone zone = staff_zone(page);
    if (why->plan == NULL) return;
    Instant at = why->move_count > 0 ? why->moves[0]->fact.received
                                     : why->plan->fact.received;
    page_put(page, HTML("<p class=\"s mut\">"));
    PAGE_SAY(page,
             "So since {day} {time}; the plan stands at version "
             "{version}.",
             {"day", said_day_month(&page->speech, zone_day(zone, at))},
             {"time", said_time(&page->speech, zone, at)},
             {"version", said_number(&page->speech, why->version)});
    page_put(page, HTML("</p>"));
}

void today_put_reasons(Page *page, const MyWhy *why)
{
    page_put(page, HTML("<ol class=\"why\">"));
    for (size_t i = 0; i < why->text.step_count; i++)
        put_step(page, &why->text.steps[i]);
    page_put(page, HTML("</ol>"));
    put_version(page, why);
}

/* Only days to come are swapped; else the page offers some. */
static void put_why_links(Page *page, const MyDay *day)
{
    bool ahead = date_before(page->visit->today, day->day);
    page_put(page, HTML("<p class=\"tautan\">"));
    page_link_say(page,
                  ahead ? staff_day_path(page, "/tukar?tanggal=", day->day)
                        : STR("/tukar"),
                  ahead ? N_("Swap this day with a colleague")
                        : N_("Swap a day with a colleague"));
    page_put(page, HTML(" "));
    page_link_say(page,
                  staff_day_path(page, "/keberatan/baru?tanggal=", day->day),
                  "Something wrong?");
    page_put(page, HTML("</p>"));
}

void today_put_steps(Page *page, const MyDay *day)
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
    today_put_reasons(page, &why);
}

void today_put_why(Page *page, const MyDay *day)
{
    today_put_steps(page, day);
    put_why_links(page, day);
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
    if (staff_is_called(page, cell)) {
        page_put(page, HTML("<span class=\"chip p\">"));
        page_say(page, "Called");
        page_put(page, HTML("</span>"));
    } else if (cell->bare) {
        page_put(page,
                 HTML("<span class=\"chip o\"><span aria-hidden=\"true\">?"
                      "</span><span class=\"vh\"> "));
        page_say(page, "No plan yet");
        page_put(page, HTML("</span>"));
        page_put(page, HTML("</span>"));
    } else {
        page_chip_word(page, cell->letter);
    }
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
