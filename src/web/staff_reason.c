/* SPDX-License-Identifier: Apache-2.0 */
#include "web/staff_reason.h"

#include "app/my_month.h"
#include "web/staff_part.h"
#include "web/today_part.h"

const FieldRule staff_reason_fields[1] = {
    {"tanggal", N_("Day"), FIELD_DATE, .needed = true},
};

/* ---- versions ------------------------------------------------------------
 */

static void put_by(Page *page, const Fact *publish)
{
    bool person = map_find(&page->visit->view->office->r.person_codes,
                           publish->actor) != NO_INDEX;
    Str by = person ? staff_name(page, publish->actor)
                    : said(&page->speech, "the program");
    page_put(page, HTML("<span>"));
    PAGE_SAY(page, "{when}, by {who}", {"when", staff_when(page, publish)},
             {"who", by});
    page_put(page, HTML("</span>"));
}

static const CellMove *cell_of(const MyDay *day, const MyWhy *why,
                               const PlanMove *move)
{
    for (size_t i = 0; i < move->cell_count; i++) {
        const CellMove *cell = &move->cells[i];
        if (cell->person.index == day->person.index &&
            date_is(why->plan->plan.days[cell->day], day->day))
            return cell;
    }
    return NULL;
}

static void put_move(Page *page, const MyDay *day, const MyWhy *why,
                     const PublishedMove *moved)
{
    const CellMove *cell = cell_of(day, why, &moved->move);
    page_put(page, HTML("<li><div><b>"));
    if (cell != NULL && cell->from != cell->to)
        PAGE_SAY(page, "Version {version}: {from} → {to}",
                 {"version", said_number(&page->speech, moved->move.version)},
                 {"from", page_letter_word(page, cell->from)},
                 {"to", page_letter_word(page, cell->to)});
    else
        PAGE_SAY(page, "Version {version}: the same place, for another reason",
                 {"version", said_number(&page->speech, moved->move.version)});
    page_put(page, HTML("</b>"));
    put_by(page, &moved->fact);
    page_put(page, HTML("</div></li>"));
}

static void put_versions(Page *page, const MyDay *day)
{
    Err err = {0};
    MyWhy why;
    if (!my_why(page->arena, page->visit->view, day->person, day->day,
                page->speech.lang, &why, &err) ||
        why.plan == NULL)
        return;
    page_put(page, HTML("<section class=\"blk\"><h2>"));
    page_say(page, "Versions of this day");
    page_put(page, HTML("</h2><ul class=\"tl\">"));
    for (uint32_t i = 0; i < why.move_count; i++)
        put_move(page, day, &why, why.moves[i]);
    page_put(page, HTML("<li><div><b>"));
    page_say(page, "Version 1: published");
    page_put(page, HTML("</b>"));
    put_by(page, &why.plan->fact);
    page_put(page, HTML("</div></li></ul></section>\n"));
}

/* ---- the day -------------------------------------------------------------
 */

static void put_noted(Page *page, const MyDay *day)
{
    if (day->in != NULL) {
        page_put(page, HTML("<p>"));
        today_put_presence(page, day);
        page_put(page, HTML("</p>"));
    }
    if (day->report.report == NULL) return;
    page_put(page, HTML("<p>"));
    page_link_say(page, staff_day_path(page, "/laporan/", day->day),
                  "Report of this day");
    page_put(page, HTML(" "));
    staff_put_report_tag(page, &day->report);
    page_put(page, HTML("</p>"));
}

static void put_head(Page *page, const MyDay *day)
{
    page_put(page, HTML("<p class=\"crumb\"><a href=\"/jadwal/saya\">"));
    page_say(page, "My schedule");
    page_put(page, HTML("</a></p><h1>"));
    page_text(page, said_date(&page->speech, day->day));
    page_put(page, HTML("</h1><p class=\"letak\">"));
    if (day->bare)
        page_say(page, "No plan yet");
    else
        page_chip_word(page, day->letter);
    page_put(page, HTML("</p>"));
    put_noted(page, day);
}

static void put_actions(Page *page, const MyDay *day)
{
    bool turn = day->directive.letter == PLACED_OPEN && !day->bare &&
                date_before(page->visit->today, day->day);
    page_put(page, HTML("<section class=\"blk\">"));
    if (turn) {
        page_put(page, HTML("<a class=\"btn lebar\" href=\""));
        page_text(page, staff_day_path(page, "/tukar?tanggal=", day->day));
        page_put(page, HTML("\">"));
        page_say(page, "Swap this day with a colleague");
        page_put(page, HTML("</a>"));
    }
    page_put(page, HTML("<p class=\"tautan\">"));
    page_link_say(page,
                  staff_day_path(page, "/keberatan/baru?tanggal=", day->day),
                  "Something wrong?");
    page_put(page, HTML("</p></section>\n"));
}

void staff_reason_show(Visit *v)
{
    MyDay day;
    PageHead head = {.here = "/jadwal/saya"};
    if (!staff_day(v, visit_field(v, "tanggal")->date, &day)) return;
    Page page = page_open(v, &head);
    page_put(&page, HTML("<section class=\"blk\">"));
    put_head(&page, &day);
    page_put(&page, HTML("<h2>"));
    page_say(&page, "Why so?");
    page_put(&page, HTML("</h2>"));
    today_put_steps(&page, &day);
    page_put(&page, HTML("</section>\n"));
    put_versions(&page, &day);
    put_actions(&page, &day);
    page_close(&page);
}
