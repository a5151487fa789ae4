/* SPDX-License-Identifier: Apache-2.0 */
/*
 * annex_table.c - the table of the annex: people by unit, a column a day, those
 * on which nobody works narrow.  Its head and its last row stand on every
 * sheet.
 */
#include "web/annex_part.h"
#include "web/head.h"

enum { FIXED_COLUMNS = 4 }; /* number, name, job, days in the office */

bool annex_is_off(const AnnexTable *annex, uint32_t day)
{
    for (size_t i = 0; i < ANNEX_LETTERS; i++) {
        if (annex->people[i][day] > 0) return false;
    }
    return true;
}

Str annex_month(const Page *page, const AnnexTable *annex)
{
    Civil month = date_civil(annex->window.first);
    Str name = date_month_name(month.month, page->speech.lang);
    return str_format(page->arena, "%.*s %d", STR_ARG(name), month.year);
}

/* ---- the head
 * ---------------------------------------------------------------------- */

static void put_columns(Page *page, const AnnexTable *annex)
{
    page_put(page, HTML("<colgroup><col class=\"no\"><col class=\"nm\">"
                        "<col class=\"jb\">"));
    for (uint32_t d = 0; d < annex->day_count; d++)
        page_put(page, annex_is_off(annex, d) ? HTML("<col class=\"w\">")
                                              : HTML("<col>"));
    page_put(page, HTML("<col class=\"no\"></colgroup>\n"));
}

static void put_fixed(Page *page, const char *english)
{
    page_put(page, HTML("<th scope=\"col\" rowspan=\"2\">"));
    page_say(page, english);
    page_put(page, HTML("</th>"));
}

static void put_day(Page *page, const AnnexTable *annex, uint32_t d)
{
    Date day = date_plus(annex->window.first, (int32_t)d);
    bool off = annex_is_off(annex, d);
    page_put(page, off ? HTML("<th scope=\"col\" class=\"w\"><abbr title=\"")
                       : HTML("<th scope=\"col\"><abbr title=\""));
    page_text(page, said_date(&page->speech, day));
    page_put(page, HTML("\">"));
    html_number(&page->html, date_civil(day).day);
    page_put(page, HTML("</abbr></th>"));
}

static void put_head(Page *page, const AnnexTable *annex)
{
    page_put(page, HTML("<thead><tr>"));
    put_fixed(page, N_("No."));
    put_fixed(page, N_("Name"));
    put_fixed(page, N_("Job"));
    page_put(page, HTML("<th scope=\"colgroup\" colspan=\""));
    html_number(&page->html, annex->day_count);
    page_put(page, HTML("\">"));
    page_text(page, annex_month(page, annex));
    page_put(page, HTML("</th>"));
    put_fixed(page, N_("Days in the office"));
    page_put(page, HTML("</tr><tr>"));
    for (uint32_t d = 0; d < annex->day_count; d++)
        put_day(page, annex, d);
    page_put(page, HTML("</tr></thead>\n"));
}

/* ---- people
 * ------------------------------------------------------------------------ */

static void put_group(Page *page, const AnnexTable *annex, UnitId group)
{
    page_put(page, HTML("<tr class=\"g\"><th scope=\"rowgroup\" colspan=\""));
    html_number(&page->html, annex->day_count + FIXED_COLUMNS);
    page_put(page, HTML("\">"));
    page_text(page, head_unit(page->visit, group)->name);
    page_put(page, HTML("</th></tr>\n"));
}

static void put_cells(Page *page, const AnnexTable *annex, const AnnexRow *row)
{
    for (uint32_t d = 0; d < annex->day_count; d++) {
        char letter = row->cells[d];
        page_put(page, HTML("<td class=\""));
        page_put(page, annex_is_off(annex, d)
                           ? HTML("w")
                           : (Html){str_of(page_letter_class(letter))});
        page_put(page, HTML("\">"));
        if (letter != PLACED_NONE) page_text(page, (Str){&letter, 1});
        if (row->shifts[d] > 0) html_number(&page->html, row->shifts[d]);
        page_put(page, HTML("</td>"));
    }
    page_put(page, HTML("<td class=\"num\">"));
    html_number(&page->html, row->days[0]);
    page_put(page, HTML("</td>"));
}

static void put_person(Page *page, const AnnexTable *annex, uint32_t number)
{
    const AnnexRow *row = &annex->rows[number];
    const Register *r = &page->visit->view->office->r;
    page_put(page, HTML("<tr><td class=\"num\">"));
    html_number(&page->html, (int64_t)number + 1);
    page_put(page, HTML("</td><th scope=\"row\">"));
    page_text(page, head_person_name(page, row->person));
    page_put(page, HTML("</th><td class=\"jb\">"));
    page_text(page, r->people[row->person.index].title);
    page_put(page, HTML("</td>"));
    put_cells(page, annex, row);
    page_put(page, HTML("</tr>\n"));
}

/* A group is a <tbody>, so that its name is said with each of its rows. */
static void put_people(Page *page, const AnnexTable *annex)
{
    UnitId group = NO_UNIT;
    page_put(page, HTML("<tbody>\n"));
    for (uint32_t i = 0; i < annex->row_count; i++) {
        if (annex->rows[i].group.index != group.index) {
            group = annex->rows[i].group;
            if (i > 0) page_put(page, HTML("</tbody><tbody>\n"));
            put_group(page, annex, group);
        }
        put_person(page, annex, i);
    }
    page_put(page, HTML("</tbody>"));
}

/* At the foot of every sheet, whatever a browser can write in its margins. */
static void put_last_row(Page *page, const AnnexTable *annex)
{
    page_put(page, HTML("<tfoot><tr><td colspan=\""));
    html_number(&page->html, annex->day_count + FIXED_COLUMNS);
    page_put(page, HTML("\">"));
    Str unit = head_unit(page->visit, annex->of.unit)->name;
    if (annex->draft != NULL)
        PAGE_SAY(page,
                 "DRAFT of the roster of {unit}, {month}. It does not hold.",
                 {"unit", unit}, {"month", annex_month(page, annex)});
    else
        PAGE_SAY(page, "Roster of {unit}, {month}, version {version}",
                 {"unit", unit}, {"month", annex_month(page, annex)},
                 {"version", said_number(&page->speech, annex->of.version)});
    page_put(page, HTML("</td></tr></tfoot>"));
}

void annex_put_table(Page *page, const AnnexTable *annex)
{
    page_put(page, HTML("<div class=\"scr\" tabindex=\"0\" role=\"region\" "
                        "aria-label=\""));
    page_say(page, "Schedule");
    page_put(page, HTML("\"><table class=\"lamp\">"));
    put_columns(page, annex);
    put_head(page, annex);
    put_people(page, annex);
    put_last_row(page, annex);
    page_put(page, HTML("</table></div>\n"));
}
