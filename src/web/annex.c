/* SPDX-License-Identifier: Apache-2.0 */
/*
 * annex.c - H9: the plan of a unit and a month as the letter's annex, made for
 * paper: its code and square say whether it is the last.
 */
#include "app/annex_code.h"
#include "web/head.h"
#include "web/part.h"
#include "web/qr.h"

const FieldRule annex_fields[2] = {
    {"bulan", N_("Month"), FIELD_MONTH, .needed = true},
    {"unit",  N_("Unit"),  FIELD_CODE,  .most = 64    },
};

/* The plan that the month's days belong to: that of its first day with one. */
static const Published *plan_of(const Visit *v, Window month)
{
    for (Date day = month.first; !date_before(month.last, day);
         day = date_plus(day, 1)) {
        const Published *plan = published_on(v->view->plans, day);
        if (plan != NULL) return plan;
    }
    return NULL;
}

/* ---- the table
 * --------------------------------------------------------------------- */

static void put_days(Page *page, Window days)
{
    page_put(page, HTML("<thead><tr><th scope=\"col\">"));
    page_say(page, "No.");
    page_put(page, HTML("</th><th scope=\"col\">"));
    page_say(page, "Name");
    page_put(page, HTML("</th>"));
    for (Date day = days.first; !date_before(days.last, day);
         day = date_plus(day, 1)) {
        page_put(page, HTML("<th scope=\"col\"><abbr title=\""));
        page_text(page, said_date(&page->speech, day));
        page_put(page, HTML("\">"));
        page_text(page,
                  date_weekday_short(date_weekday(day), page->speech.lang));
        page_put(page, HTML("</abbr><br>"));
        html_number(&page->html, date_civil(day).day);
        page_put(page, HTML("</th>"));
    }
    page_put(page, HTML("<th scope=\"col\">K</th></tr></thead>\n"));
}

static void put_cells(Page *page, PersonId person, Window days)
{
    int32_t office = 0;
    for (Date day = days.first; !date_before(days.last, day);
         day = date_plus(day, 1)) {
        char letter = live_plan_cell(page->visit->view, person, day);
        office += letter == PLACED_OFFICE;
        page_put(page, HTML("<td class=\""));
        page_put(page, (Html){str_of(page_letter_class(letter))});
        page_put(page, HTML("\">"));
        if (letter != PLACED_NONE) page_text(page, (Str){&letter, 1});
        page_put(page, HTML("</td>"));
    }
    page_put(page, HTML("<td class=\"num\">"));
    html_number(&page->html, office);
    page_put(page, HTML("</td>"));
}

/* Of a unit kerja its own staff: units kerja below it have annexes of their
 * own. */
static bool is_listed(const Visit *v, uint32_t person, Date day)
{
    const Register *r = &v->view->office->r;
    UnitId unit = r->people[person].unit;
    if (!person_is_active(r, (PersonId){person}, day)) return false;
    if (head_unit(v, v->unit)->work_unit)
        return r->work_unit_of[unit.index].index == v->unit.index;
    return unit_is_under(r, unit, v->unit);
}

static void put_people(Page *page, Window days)
{
    const Visit *v = page->visit;
    const Register *r = &v->view->office->r;
    int64_t number = 0;
    page_put(page, HTML("<tbody>\n"));
    for (uint32_t p = 0; p < r->person_count; p++) {
        if (!is_listed(v, p, days.first)) continue;
        page_put(page, HTML("<tr><td class=\"num\">"));
        html_number(&page->html, ++number);
        page_put(page, HTML("</td><th scope=\"row\">"));
        page_text(page, r->people[p].name);
        page_put(page, HTML("</th>"));
        put_cells(page, (PersonId){p}, days);
        page_put(page, HTML("</tr>\n"));
    }
    page_put(page, HTML("</tbody>"));
}

/* ---- around it
 * ---------------------------------------------------------------------- */

static void put_title(Page *page, Window days)
{
    Civil month = date_civil(days.first);
    page_put(page, HTML("<h1 class=\"judul\">"));
    PAGE_SAY(page, "Schedule of {unit}, {month} {year}",
             {"unit", head_unit(page->visit, page->visit->unit)->name},
             {"month", date_month_name(month.month, page->speech.lang)},
             {"year", str_format(page->arena, "%d", month.year)});
    page_put(page, HTML("</h1>\n"));
}

static void put_legend(Page *page)
{
    static const char letters[] = {PLACED_OFFICE, PLACED_HOME, PLACED_FIELD,
                                   PLACED_LEAVE,  PLACED_TRIP, PLACED_CLOSED,
                                   PLACED_USUAL};
    page_put(page, HTML("<p class=\"s\">"));
    for (size_t i = 0; i < COUNT(letters); i++) {
        page_chip(page, letters[i]);
        page_put(page, HTML(" "));
        page_text(page, page_letter_word(page, letters[i]));
        page_put(page, HTML(" &nbsp; "));
    }
    page_put(page, HTML("</p>\n"));
}

/* Whoever holds the paper can ask whether it is the last. */
static void put_code(Page *page, const Published *plan, Window days)
{
    const Visit *v = page->visit;
    AnnexOf of = {plan, published_version(plan), v->unit, days.first};
    Str code = annex_code(page->arena, v->view->office, &of);
    page_put(page, HTML("<div class=\"tanda\"><div class=\"sah\">"));
    Str path = str_format(page->arena, "/cek/%.*s", STR_ARG(code));
    qr_put(page, part_address(v, path),
           N_("The address where this annex can be checked"));
    page_put(page, HTML("<p>"));
    PAGE_SAY(page, "Version {version}. Check it at {address}",
             {"version", said_number(&page->speech, of.version)},
             {"address", part_address(v, path)});
    page_put(page, HTML("</p></div>"));
}

static void put_signature(Page *page)
{
    const Visit *v = page->visit;
    PersonId head = unit_head(&v->view->office->r, v->unit, v->today);
    page_put(page, HTML("<div class=\"teken\"><p>"));
    page_say(page, "Head of the unit");
    page_put(page, HTML("</p><p class=\"ruang\"></p><p><b>"));
    if (head.index != NO_INDEX) page_text(page, head_person_name(page, head));
    page_put(page, HTML("</b></p></div></div>\n"));
}

static void put_annex(Page *page, const Published *plan, Window days)
{
    put_title(page, days);
    page_put(page, HTML("<div class=\"scr\" tabindex=\"0\" role=\"region\" "
                        "aria-label=\""));
    page_say(page, "Schedule");
    page_put(page, HTML("\"><table class=\"lamp\">"));
    put_days(page, days);
    put_people(page, days);
    page_put(page, HTML("</table></div>\n"));
    put_legend(page);
    put_code(page, plan, days);
    put_signature(page);
}

void annex_show(Visit *v)
{
    Window month = visit_field(v, "bulan")->days;
    const Published *plan = plan_of(v, month);
    PageHead head = {.frame = PAGE_DESK, .here = "/jadwal"};
    Page page = page_open(v, &head);
    if (plan == NULL)
        part_paragraph(&page, N_("No plan is published for this month."));
    else
        put_annex(&page, plan, window_meet(month, plan->days));
    page_close(&page);
}
