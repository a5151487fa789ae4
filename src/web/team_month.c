/* SPDX-License-Identifier: Apache-2.0 */
#include "web/leave.h"
#include "web/part.h"
#include "web/superior.h"

const FieldRule team_month_fields[2] = {
    {"orang", N_("Person"), FIELD_CODE, .needed = true,     .most = 64},
    {"bulan",       N_("Month"),             FIELD_MONTH,      .needed = false},
};

/* The month asked for, else that of today. */
static Civil month_of(const Visit *v)
{
    const FieldValue *month = visit_field(v, "bulan");
    return date_civil(month->given ? month->days.first : v->today);
}

static const char *colour_of(Colour colour)
{
    switch (colour) {
    case COLOUR_KEPT: return "ok";
    case COLOUR_BREACH: return "bad";
    case COLOUR_NOTED:
    case COLOUR_PENDING:
    case COLOUR_UNKNOWN: break;
    }
    return "warn";
}

static void put_outcome(Page *page, const char *english, Outcome outcome,
                        Colour colour)
{
    page_put(page, HTML("<td"));
    if (english != NULL) part_key(page, english);
    page_put(page, HTML(">"));
    if (outcome != OUTCOME_NONE) {
        page_put(page, HTML("<span class=\"tag "));
        page_put(page, (Html){str_of(colour_of(colour))});
        page_put(page, HTML("\">"));
        page_text(page, outcome_word(outcome, page->speech.lang));
        page_put(page, HTML("</span>"));
    }
    page_put(page, HTML("</td>"));
}

static void put_minute(Page *page, int minute)
{
    page_put(page, HTML("<td class=\"num\">"));
    if (minute >= 0) page_text(page, said_minute(&page->speech, minute));
    page_put(page, HTML("</td>"));
}

static void put_row(Page *page, const TeamMonthDay *day)
{
    page_put(page, HTML("<tr><th scope=\"row\">"));
    page_text(page, said_weekday(&page->speech, day->day));
    page_put(page, HTML(" "));
    page_text(page, said_day_month(&page->speech, day->day));
    page_put(page, HTML("</th><td>"));
    if (day->cell.bare)
        page_say(page, "No plan yet");
    else
        page_chip_word(page, day->cell.letter);
    page_put(page, HTML("</td>"));
    put_minute(page, day->in_minute);
    put_minute(page, day->out_minute);
    put_outcome(page, NULL, day->presence_is, day->presence);
    put_outcome(page, N_("Report"), day->report_is, day->report);
    page_put(page, HTML("</tr>\n"));
}

static void put_table(Page *page, const TeamMonth *month)
{
    static const struct {
        const char *english;
        bool number;
    } heads[] = {
        {N_("Day"),      false},
        {N_("Place"),    false},
        {N_("In"),       true },
        {N_("Out"),      true },
        {N_("Presence"), false},
        {N_("Report"),   false},
    };
    part_scroll_open(page, N_("Days of the month"));
    page_put(page, HTML("<table class=\"tumpuk bulan\"><thead><tr>"));
    for (size_t i = 0; i < COUNT(heads); i++) {
        page_put(page, heads[i].number
                           ? HTML("<th scope=\"col\" class=\"num\">")
                           : HTML("<th scope=\"col\">"));
        page_say(page, heads[i].english);
        page_put(page, HTML("</th>"));
    }
    page_put(page, HTML("</tr></thead><tbody>\n"));
    for (uint32_t d = 0; d < month->count; d++)
        put_row(page, &month->days[d]);
    page_put(page, HTML("</tbody></table>"));
    part_scroll_close(page);
}

/* Only who is of one's own team can be chosen on the page of a new task. */
static void put_assign(Page *page, PersonId person)
{
    const Visit *v = page->visit;
    PersonId superior = person_superior(&v->view->office->r, person, v->today);
    if (superior.index != v->person.index) return;
    page_put(page, HTML("<a class=\"btn sm\" href=\""));
    page_text(page, superior_path(page, "/tugas/baru?orang=", person));
    page_put(page, HTML("\">"));
    page_say(page, "Give a task");
    page_put(page, HTML("</a>"));
}

/* Months before and after. */
static void put_turning(Page *page, Civil month, PersonId person)
{
    Str path = superior_path(page, "/tim/", person);
    int32_t at = month.year * 12 + month.month - 1;
    page_put(page, HTML("<div class=\"act\">"));
    for (int32_t step = -1; step <= 1; step += 2) {
        int32_t other = at + step;
        page_put(page, HTML("<a class=\"btn alt sm\" href=\""));
        page_text(page, str_format(page->arena, "%.*s?bulan=%04d-%02d",
                                   STR_ARG(path), other / 12, other % 12 + 1));
        page_put(page, HTML("\">"));
        page_text(page, date_month_name(other % 12 + 1, page->speech.lang));
        page_put(page, HTML("</a>"));
    }
    put_assign(page, person);
    page_put(page, HTML("</div>"));
}

static void put_top(Page *page, Civil month, PersonId person)
{
    const Person *who = superior_person(page, person);
    page_put(page, HTML("<div class=\"ph\"><div><p class=\"crumb\">"
                        "<a href=\"/tim\">"));
    page_say(page, "My team today");
    page_put(page, HTML("</a></p><p class=\"crumb\">"));
    page_text(page, who->title);
    page_put(page, HTML(" · "));
    page_text(page, date_month_name(month.month, page->speech.lang));
    page_put(page, HTML(" "));
    html_number(&page->html, month.year);
    page_put(page, HTML("</p>"));
    page_element(page, "h1", who->name);
    page_put(page, HTML("</div>"));
    put_turning(page, month, person);
    page_put(page, HTML("</div>\n"));
}

void team_show_month(Visit *v)
{
    Err err = {0};
    Civil month = month_of(v);
    TeamMonth days;
    MyDay *day = NEW(v->arena, MyDay, 1);
    PageHead head = {.frame = PAGE_DESK,
                     .here = "/tim",
                     .name = v->view->office->r.people[v->about.index].name};
    if (!team_month(v->arena, v->view, v->about, month.year, month.month, &days,
                    &err) ||
        !my_day(v->arena, v->view, v->about, v->today, day, &err)) {
        visit_refuse(v, &err);
        return;
    }
    Page page = page_open(v, &head);
    put_top(&page, month, v->about);
    put_table(&page, &days);
    leave_link(&page, v->about);
    team_more_put(&page, day);
    page_close(&page);
}
