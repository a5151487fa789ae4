/* SPDX-License-Identifier: Apache-2.0 */
/*
 * grid_mend.c - what is broken on a day, and the ways to mend it, cheapest
 * first.
 */
#include "app/draft_mend.h"
#include "web/grid_part.h"
#include "web/part.h"

static Str unit_code(const Grid *grid)
{
    return grid->v->view->office->r.units[grid->month.unit.index].code;
}

/* Of the unit, or of one above it whose cap counts its people. */
static bool concerns(const Grid *grid, const Broken *broken)
{
    const Register *r = &grid->v->view->office->r;
    return unit_is_under(r, broken->unit, grid->month.unit) ||
           unit_is_under(r, grid->month.unit, broken->unit);
}

/* All moves are of people whom the visitor may move. */
static bool can_do(Grid *grid, const Repair *repair)
{
    if (!grid->edits || repair->move_count == 0 ||
        repair->kind == REPAIR_RECALL)
        return false;
    for (uint32_t m = 0; m < repair->move_count; m++) {
        if (!visit_may(grid->v, ACCESS_DEVIATE, repair->moves[m].person,
                       NO_UNIT, NULL))
            return false;
    }
    return true;
}

static void put_form(Grid *grid, const DraftBroken *broken,
                     const Repair *repair)
{
    Page *page = grid->page;
    const Register *r = &grid->v->view->office->r;
    const Plan *plan = &broken->board->demand.plan;
    form_open(page, str_format(page->arena, "%.*s/sel", STR_ARG(grid->base)));
    form_hidden(page, GRID_UNIT, unit_code(grid));
    form_hidden(page, "versi",
                str_format(page->arena, "%u", grid->draft.version));
    for (uint32_t m = 0; m < repair->move_count; m++) {
        const SeatMove *move = &repair->moves[m];
        char iso[DATE_TEXT];
        form_hidden(page, "sel",
                    str_format(page->arena, "%.*s.%s.%c",
                               STR_ARG(r->people[move->person.index].code),
                               date_iso(plan->days[move->day], iso), move->to));
    }
    form_button_named(page, N_("Put into the draft"), "aksi", STR("ubah"),
                      false);
    form_close(page);
}

static void put_repair(Grid *grid, const DraftBroken *broken,
                       const Repair *repair)
{
    Page *page = grid->page;
    page_put(page, HTML("<li>"));
    page_text(page,
              part_sentence(page->arena, repair->said[page->speech.lang]));
    if (can_do(grid, repair)) put_form(grid, broken, repair);
    page_put(page, HTML("</li>\n"));
}

static void put_broken(Grid *grid, const DraftBroken *all, const Broken *broken)
{
    Err err = {0};
    Repairs ways;
    Page *page = grid->page;
    page_put(page, HTML("<section class=\"blk\"><h2>"));
    page_text(page, broken->said[page->speech.lang]);
    page_put(page, HTML("</h2>"));
    if (!offer_repairs(all->board, broken, &ways, &err)) {
        page_put(page, HTML("<p>"));
        page_say(page, "No way to mend it was found.");
        page_put(page, HTML("</p>"));
    } else {
        page_put(page, HTML("<ol class=\"jw-jalan\">\n"));
        for (uint32_t i = 0; i < ways.count; i++)
            put_repair(grid, all, &ways.at[i]);
        page_put(page, HTML("</ol>"));
    }
    page_put(page, HTML("</section>\n"));
}

static void put_all(Grid *grid, const DraftBroken *all)
{
    Page *page = grid->page;
    bool any = false;
    for (uint32_t i = 0; i < all->count; i++) {
        if (!concerns(grid, &all->broken[i])) continue;
        put_broken(grid, all, &all->broken[i]);
        any = true;
    }
    if (any) return;
    page_put(page, HTML("<section class=\"blk\"><p>"));
    page_say(page, "Nothing is broken on this day.");
    page_put(page, HTML("</p></section>\n"));
}

static void show(Grid *grid, const DraftBroken *all)
{
    PageHead head = {.frame = PAGE_DESK,
                     .here = "/jadwal",
                     .sheet = "kisi",
                     .title = N_("Ways to mend a day")};
    Page *page = NEW(grid->v->arena, Page, 1);
    *page = page_open(grid->v, &head);
    grid->page = page;
    page_put(page, HTML("<div class=\"jw-sempit\">\n<p class=\"crumb\">"));
    page_link_say(page, grid_day_path(grid, grid->day), "Back to the roster");
    page_put(page, HTML("</p><h1>"));
    PAGE_SAY(page, "Ways to mend {day}",
             {"day", said_date(&page->speech, grid_date(grid, grid->day))});
    page_put(page, HTML("</h1><p class=\"mut\">"));
    page_text(page, grid_unit_name(grid, grid->month.unit));
    page_put(page, HTML("</p>\n"));
    put_all(grid, all);
    page_put(page, HTML("</div>\n"));
    page_close(page);
}

void grid_show_mend(Visit *v)
{
    Err err = {0};
    Grid grid;
    DraftBroken *all = NEW(v->arena, DraftBroken, 1);
    Date day = visit_field(v, "tgl")->date;
    if (!grid_open(v, &grid)) return;
    if (!window_has(grid.month.days, day)) {
        visit_refuse_with(v, ERR_ABSENT, "hari itu di luar bulan ini",
                          "the day is not of this month");
        return;
    }
    grid.day = (uint32_t)(day.days - grid.month.days.first.days);
    Draft none = draft_none(v->arena, &v->view->office->r, grid.month.unit,
                            grid.month.days);
    if (!draft_broken(v->arena, v->view, grid.edits ? &grid.draft : &none, day,
                      all, &err)) {
        visit_refuse(v, &err);
        return;
    }
    show(&grid, all);
}
