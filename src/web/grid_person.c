/* SPDX-License-Identifier: Apache-2.0 */
/*
 * grid_person.c - a person's month as a form: the way through the grid that
 * needs no script.
 */
#include "web/grid_part.h"
#include "web/leave.h"

static bool open_person(Visit *v, Grid *grid)
{
    if (!grid_open_of(v, grid_unit_of(v), visit_field(v, GRID_MONTH)->days,
                      grid))
        return false;
    grid->person = v->about;
    grid->edits = visit_may(v, ACCESS_DEVIATE, v->about, NO_UNIT, NULL);
    return true;
}

static Str code_of(const Grid *grid)
{
    return grid->v->view->office->r.people[grid->person.index].code;
}

static Str back_of(const Grid *grid)
{
    return str_format(grid->v->arena, "%.*s?%.*s&orang=%.*s",
                      STR_ARG(grid->base), STR_ARG(grid->query),
                      STR_ARG(address_part(grid->v->arena, code_of(grid))));
}

/* ---- a day --------------------------------------------------------------- */

/* "h5": the sixth day's radios. */
static void put_radio(Grid *grid, uint32_t day, const UnitMonthCell *cell,
                      char letter)
{
    Page *page = grid->page;
    page_put(page, HTML("<label><input type=\"radio\" name=\"h"));
    html_number(&page->html, day);
    page_put(page, HTML("\" value=\""));
    page_text(page, (Str){&letter, 1});
    page_put(page, cell->letter == letter ? HTML("\" checked>") : HTML("\">"));
    page_text(page, page_letter_word(page, letter));
    page_put(page, HTML("</label>"));
}

static void put_radios(Grid *grid, uint32_t day, const UnitMonthCell *cell)
{
    Page *page = grid->page;
    page_put(page, HTML("<div class=\"seg\" role=\"radiogroup\" "
                        "aria-label=\""));
    page_text(page, said_date(&page->speech, grid_date(grid, day)));
    page_put(page, HTML("\">"));
    put_radio(grid, day, cell, PLACED_OFFICE);
    put_radio(grid, day, cell, PLACED_HOME);
    page_put(page, HTML("</div>"));
}

static void put_letter(Grid *grid, const UnitMonthCell *cell)
{
    Page *page = grid->page;
    if (cell->letter == PLACED_NONE) {
        page_say(page, (cell->marks & UNIT_MONTH_BARE) != 0
                           ? N_("No plan holds the day")
                           : N_("Off"));
        return;
    }
    page_chip(page, cell->letter);
    page_put(page, HTML(" "));
    page_text(page, page_letter_word(page, cell->letter));
}

static void put_day(Grid *grid, uint32_t day, const UnitMonthCell *cell)
{
    Page *page = grid->page;
    bool open = grid_is_open(grid, cell, day);
    page_put(page, HTML("<tr><th scope=\"row\">"));
    page_link(page, grid_cell_path(grid, grid->person, day),
              said_date(&page->speech, grid_date(grid, day)));
    page_put(page, HTML("</th><td>"));
    if (open)
        put_radios(grid, day, cell);
    else
        put_letter(grid, cell);
    if ((cell->marks & UNIT_MONTH_DRAFT) != 0) {
        page_put(page, HTML(" <span class=\"tag warn\">"));
        page_say(page, "draft");
        page_put(page, HTML("</span>"));
    }
    page_put(page, HTML("</td></tr>\n"));
}

/* ---- the page ------------------------------------------------------------ */

static void put_head(Grid *grid)
{
    Page *page = grid->page;
    const Register *r = &grid->v->view->office->r;
    const Person *who = &r->people[grid->person.index];
    grid_put_back(grid, back_of(grid));
    page_put(page, HTML("<h1>"));
    PAGE_SAY(page, "{name}, {month}", {"name", who->name},
             {"month", grid_month_said(&page->speech, grid->month.days.first)});
    page_put(page, HTML("</h1><p class=\"mut\">"));
    page_text(page, who->title);
    page_put(page, HTML(" · "));
    page_text(page, r->units[who->unit.index].name);
    page_put(page, HTML("</p>\n"));
}

static void put_days(Grid *grid, const UnitMonthRow *row)
{
    Page *page = grid->page;
    page_put(page, HTML("<table class=\"eff jw-hari-hari\"><caption "
                        "class=\"vh\">"));
    page_say(page, "Working days and places");
    page_put(page, HTML("</caption><tbody>\n"));
    for (uint32_t d = 0; d < grid->month.day_count; d++) {
        if ((row->cells[d].marks & UNIT_MONTH_WORKS) != 0)
            put_day(grid, d, &row->cells[d]);
    }
    page_put(page, HTML("</tbody></table>\n"));
}

static bool has_open(const Grid *grid, const UnitMonthRow *row)
{
    for (uint32_t d = 0; d < grid->month.day_count; d++) {
        if (grid_is_open(grid, &row->cells[d], d)) return true;
    }
    return false;
}

static void put_sum(Grid *grid, const UnitMonthRow *row)
{
    Page *page = grid->page;
    page_put(page, HTML("<p class=\"s\">"));
    say_many(&page->html, &page->speech, "In the office on {n} day this month.",
             "In the office on {n} days this month.", row->office, NULL, 0);
    page_put(page, HTML("</p>\n"));
}

static void put_month(Grid *grid, const UnitMonthRow *row)
{
    Page *page = grid->page;
    bool open = has_open(grid, row);
    put_sum(grid, row);
    if (open) {
        form_open(page,
                  str_format(page->arena, "%.*s/%.*s?%.*s", STR_ARG(grid->base),
                             STR_ARG(address_part(page->arena, code_of(grid))),
                             STR_ARG(grid->query)));
        form_hidden(
            page, GRID_UNIT,
            grid->v->view->office->r.units[grid->month.unit.index].code);
        form_hidden(page, "versi",
                    str_format(page->arena, "%u", grid->draft.version));
    }
    put_days(grid, row);
    if (open) {
        form_button(page, N_("Put into the draft"));
        form_close(page);
    }
}

void grid_show_person(Visit *v)
{
    Grid grid;
    if (!open_person(v, &grid)) return;
    PageHead head = {.frame = PAGE_DESK,
                     .here = "/jadwal",
                     .sheet = "kisi",
                     .name = v->view->office->r.people[v->about.index].name};
    const UnitMonthRow *row = unit_month_row(&grid.month, v->about);
    Page *page = NEW(v->arena, Page, 1);
    *page = page_open(v, &head);
    grid.page = page;
    page_put(page, HTML("<div class=\"jw-sempit\">\n"));
    put_head(&grid);
    page_put(page, HTML("<section class=\"blk\">\n"));
    if (row != NULL)
        put_month(&grid, row);
    else
        page_say(page, "Does not serve in this month.");
    page_put(page, HTML("</section>\n"));
    leave_link(page, v->about);
    page_put(page, HTML("</div>\n"));
    page_close(page);
}

/* ---- changing it --------------------------------------------------------- */

/* Only days on which another letter was chosen than stands there. */
static size_t take_days(const Visit *v, const Grid *grid,
                        DraftCell out[DRAFT_DAYS])
{
    size_t count = 0;
    const UnitMonthRow *row = unit_month_row(&grid->month, v->about);
    for (uint32_t d = 0; d < grid->month.day_count && row != NULL; d++) {
        const char *name = str_c(v->arena, str_format(v->arena, "h%u", d));
        const FieldValue *chosen = visit_field(v, name);
        if (!chosen->given || chosen->text.ptr[0] == row->cells[d].letter)
            continue;
        out[count++] = (DraftCell){.person = v->about,
                                   .day = grid_date(grid, d),
                                   .to = chosen->text.ptr[0]};
    }
    return count;
}

static void tell(Visit *v, Grid *grid, const DraftDone *done)
{
    if (done->outcome != DRAFT_OVERTAKEN && done->refused.count == 0) {
        visit_go(v, back_of(grid),
                 done->outcome == DRAFT_SAME ? "sama" : "diubah");
        return;
    }
    Grid again;
    if (!grid_open_of(v, grid->month.unit, grid->month.days, &again)) return;
    again.done = done;
    v->answer->status = done->outcome == DRAFT_OVERTAKEN ? 409 : 422;
    grid_show(&again);
}

void grid_change_person(Visit *v)
{
    Err err = {0};
    Grid grid;
    Draft draft;
    DraftDone done = {0};
    DraftCell cells[DRAFT_DAYS];
    if (!open_person(v, &grid)) return;
    size_t count = take_days(v, &grid, cells);
    DraftWish wish = asked_draft(v, grid.month.unit);
    if (!draft_change(v->arena, v->view, &wish, (DraftCells){cells, count},
                      &draft, &done, &err)) {
        visit_refuse(v, &err);
        return;
    }
    tell(v, &grid, &done);
}
