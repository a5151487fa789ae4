/* SPDX-License-Identifier: Apache-2.0 */
#include "web/staff_month.h"

#include "app/my_month.h"
#include "web/nav.h"
#include "web/staff_part.h"

const FieldRule staff_month_fields[1] = {
    {"bulan", N_("Month"), FIELD_MONTH, .needed = false},
};

/* ---- which month ---------------------------------------------------------
 */

static Civil asked_month(const Visit *v)
{
    const FieldValue *month = visit_field(v, "bulan");
    return date_civil(month->given ? month->days.first : v->today);
}

static Str month_path(const Page *page, int32_t year, int32_t month)
{
    return str_format(page->arena, "/jadwal/saya?bulan=%04d-%02d", year, month);
}

static Str month_name(const Page *page, const MyMonth *m)
{
    Str name = date_month_name(m->month, page->speech.lang);
    return str_format(page->arena, "%.*s %d", STR_ARG(name), m->year);
}

/* ---- the table -----------------------------------------------------------
 */

static void put_weekdays(Page *page)
{
    page_put(page, HTML("<thead><tr>"));
    for (int day = MONDAY; day <= SUNDAY; day++) {
        Str name = date_weekday_name((Weekday)day, page->speech.lang);
        page_put(page, HTML("<th scope=\"col\"><abbr title=\""));
        page_text(page, name);
        page_put(page, HTML("\">"));
        page_text(page, str_slice(name, 0, 3));
        page_put(page, HTML("</abbr></th>"));
    }
    page_put(page, HTML("</tr></thead><tbody>\n"));
}

/* What the letter stands for, to be heard. */
static void put_heard(Page *page, const MyCell *cell)
{
    page_put(page, HTML("<span class=\"vh\"> "));
    if (cell->bare)
        page_say(page, "No plan yet");
    else if (staff_is_called(page, cell))
        page_say(page, "Called to the office");
    else
        page_text(page, page_letter_word(page, cell->letter));
    if (cell->shift > 0)
        PAGE_SAY(page, ", shift {n}",
                 {"n", said_number(&page->speech, cell->shift)});
    if (cell->changed) page_say(page, ", changed since it was published");
    page_put(page, HTML("</span>"));
}

static Str letter_shown(const Page *page, const MyCell *cell)
{
    if (cell->bare) return STR("?");
    if (cell->letter == PLACED_NONE) return STR("·");
    if (staff_is_called(page, cell)) return STR("P");
    if (cell->shift > 0)
        return str_format(page->arena, "%c%d", cell->letter, cell->shift);
    return str_copy(page->arena, (Str){&cell->letter, 1});
}

static void put_letter(Page *page, const MyCell *cell)
{
    const char *css =
        staff_is_called(page, cell) ? "p" : page_letter_class(cell->letter);
    page_put(page, HTML("<b aria-hidden=\"true\" class=\""));
    page_put(page, (Html){str_of(css)});
    page_put(page, cell->changed ? HTML(" beda\">") : HTML("\">"));
    page_text(page, letter_shown(page, cell));
    page_put(page, HTML("</b>"));
}

static void put_cell(Page *page, const MyCell *cell)
{
    bool today = date_is(cell->day, page->visit->today);
    page_put(page, HTML("<td><a href=\""));
    page_text(page, staff_day_path(page, "/jadwal/saya/", cell->day));
    page_put(page, today ? HTML("\" aria-current=\"date\">") : HTML("\">"));
    html_number(&page->html, date_civil(cell->day).day);
    put_letter(page, cell);
    put_heard(page, cell);
    page_put(page, HTML("</a></td>"));
}

static void put_gap(Page *page, int days)
{
    for (int i = 0; i < days; i++)
        page_put(page, HTML("<td></td>"));
}

static void put_table(Page *page, const MyMonth *m)
{
    int at = (int)date_weekday(m->cells[0].day);
    page_put(page, HTML("<table class=\"bln\"><caption class=\"vh\">"));
    page_text(page, month_name(page, m));
    page_put(page, HTML("</caption>"));
    put_weekdays(page);
    page_put(page, HTML("<tr>"));
    put_gap(page, at);
    for (uint32_t i = 0; i < m->count; i++, at++) {
        if (at == 7) {
            page_put(page, HTML("</tr>\n<tr>"));
            at = 0;
        }
        put_cell(page, &m->cells[i]);
    }
    put_gap(page, 7 - at);
    page_put(page, HTML("</tr></tbody></table>\n"));
}

/* ---- around it -----------------------------------------------------------
 */

static void put_steps(Page *page, const MyMonth *m)
{
    int32_t before = m->month == 1 ? 12 : m->month - 1;
    int32_t after = m->month == 12 ? 1 : m->month + 1;
    page_put(page, HTML("<p class=\"langkahi\">"));
    page_link(page,
              month_path(page, m->month == 1 ? m->year - 1 : m->year, before),
              SAID(&page->speech, "‹ {month}",
                   {"month", date_month_name(before, page->speech.lang)}));
    page_link(page,
              month_path(page, m->month == 12 ? m->year + 1 : m->year, after),
              SAID(&page->speech, "{month} ›",
                   {"month", date_month_name(after, page->speech.lang)}));
    page_put(page, HTML("</p>\n"));
}

static void put_count(Page *page, char letter, uint32_t days)
{
    if (days == 0) return;
    page_put(page, HTML("<li>"));
    page_chip(page, letter);
    PAGE_SAY(page, "{place} {n}", {"place", page_letter_word(page, letter)},
             {"n", said_number(&page->speech, days)});
    page_put(page, HTML("</li>"));
}

/* Days of a recall are days at the office. */
static void put_called(Page *page, const MyMonth *m)
{
    int64_t days = 0;
    for (uint32_t i = 0; i < m->count; i++)
        days += staff_is_called(page, &m->cells[i]);
    if (days == 0) return;
    page_put(page, HTML("<li><span class=\"chip p\">P</span>"));
    PAGE_SAY(page, "of them called {n}",
             {"n", said_number(&page->speech, days)});
    page_put(page, HTML("</li>"));
}

static void put_counts(Page *page, const MyMonth *m)
{
    page_put(page, HTML("<ul class=\"leg\" aria-label=\""));
    page_say(page, "Days of the month");
    page_put(page, HTML("\">"));
    put_count(page, PLACED_OFFICE, m->office);
    put_called(page, m);
    put_count(page, PLACED_HOME, m->home);
    put_count(page, PLACED_FIELD, m->field);
    put_count(page, PLACED_LEAVE, m->leave);
    put_count(page, PLACED_TRIP, m->trip);
    put_count(page, PLACED_CLOSED, m->closed);
    put_count(page, PLACED_USUAL, m->usual);
    page_put(page, HTML("</ul>\n"));
}

static void put_shift_remark(Page *page, const MyMonth *m)
{
    uint32_t days = 0;
    for (uint32_t i = 0; i < m->count; i++)
        days += m->cells[i].shift > 0;
    if (days == 0) return;
    page_put(page, HTML("<p class=\"s mut\">"));
    page_say(page, "The number behind a letter is the shift of that day.");
    page_put(page, HTML("</p>\n"));
}

static void put_remarks(Page *page, const MyMonth *m)
{
    put_shift_remark(page, m);
    if (m->changed > 0) {
        page_put(page, HTML("<p class=\"s\"><b class=\"beda contoh\" "
                            "aria-hidden=\"true\"></b> "));
        say_many(&page->html, &page->speech,
                 "{n} day has changed since it was published.",
                 "{n} days have changed since they were published.", m->changed,
                 NULL, 0);
        page_put(page, HTML("</p>\n"));
    }
    if (m->bare == 0) return;
    page_put(page, HTML("<p class=\"s mut\">"));
    page_say(page, "Days with ? wait for the plan of your unit. Until it is "
                   "published, work as usual.");
    page_put(page, HTML("</p>\n"));
}

static void put_month(Page *page, const MyMonth *m)
{
    page_put(page, HTML("<section class=\"blk\"><h1>"));
    PAGE_SAY(page, "My schedule, {month}", {"month", month_name(page, m)});
    page_put(page, HTML("</h1>"));
    put_steps(page, m);
    put_table(page, m);
    put_counts(page, m);
    put_remarks(page, m);
    if (nav_is_there(page, "/kalender")) {
        page_put(page, HTML("<a class=\"btn lebar\" href=\"/kalender\">"));
        page_say(page, "Add to my calendar");
        page_put(page, HTML("</a>"));
    }
    page_put(page, HTML("</section>\n"));
}

void staff_month_show(Visit *v)
{
    Err err = {0};
    MyMonth month;
    Civil asked = asked_month(v);
    PageHead head = {.here = "/jadwal/saya", .modules = "kotak"};
    if (!my_month(v->view, v->person, asked.year, asked.month, &month, &err)) {
        visit_refuse(v, &err);
        return;
    }
    Page page = page_open(v, &head);
    put_month(&page, &month);
    page_close(&page);
}
