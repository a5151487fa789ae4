/* SPDX-License-Identifier: Apache-2.0 */
/*
 * grid_phone.c - the same month on a phone: a strip of days, what is wrong
 * with the chosen one, and its people, exceptions first.
 */
#include "web/grid_part.h"

#include <stdlib.h>

enum { LISTED = 150 };

/* ---- days ---------------------------------------------------------------- */

static void put_load(Grid *grid, uint32_t day, const GridLoad *load)
{
    Page *page = grid->page;
    GridPlan plan = grid_plan(grid, 0, grid->month.row_count, day);
    if (!plan.none)
        grid_put_load(page, load, (int32_t)grid->month.row_count, 26, 30);
    grid_put_count(page, &plan, load->in);
}

static void put_day(Grid *grid, uint32_t day)
{
    Page *page = grid->page;
    Date date = grid_date(grid, day);
    GridLoad load = grid_load(grid, day);
    page_put(page, HTML("<a href=\""));
    page_text(page, grid_day_path(grid, day));
    page_put(page, load.bad ? HTML("\" class=\"bad\"") : HTML("\""));
    if (day == grid->day) page_put(page, HTML(" aria-current=\"date\""));
    page_put(page, HTML(">"));
    page_text(page, said_weekday(&page->speech, date));
    page_put(page, HTML("<b>"));
    html_number(&page->html, date_civil(date).day);
    page_put(page, HTML("</b>"));
    if (grid->month.governed[day]) put_load(grid, day, &load);
    page_put(page, HTML("</a>"));
}

static void put_strip(Grid *grid)
{
    Page *page = grid->page;
    page_put(page, HTML("<nav class=\"dstrip\" aria-label=\""));
    page_say(page, "Choose a day");
    page_put(page, HTML("\">"));
    for (uint32_t d = 0; d < grid->month.day_count; d++) {
        if (grid->month.works[d])
            put_day(grid, d);
        else
            page_put(page, HTML("<span class=\"wk\"></span>"));
    }
    page_put(page, HTML("</nav>\n"));
}

/* ---- what is wrong ------------------------------------------------------- */

static bool is_broken(const Grid *grid, uint32_t day)
{
    for (uint32_t i = 0; i < grid->month.rule_count; i++) {
        const UnitRule *rule = &grid->month.rules[i];
        if (rule->kind != UNIT_RULE_PLACE && (rule->bad >> day & 1) != 0)
            return true;
    }
    return false;
}

static void put_alert(Grid *grid)
{
    Page *page = grid->page;
    char iso[DATE_TEXT];
    UnitId of = NO_UNIT;
    GridLoad load = grid_load_broken(grid, grid->day, &of);
    if (!is_broken(grid, grid->day)) return;
    page_put(page, HTML("<div class=\"alertbar\"><b>"));
    if (of.index != NO_INDEX)
        PAGE_SAY(page, "{unit}: {in} in the office, at most {most}.",
                 {"unit", grid_unit_name(grid, of)},
                 {"in", said_number(&page->speech, load.in)},
                 {"most", said_number(&page->speech, load.most)});
    else if (load.bad && load.most >= 0)
        PAGE_SAY(page, "{in} in the office, at most {most}.",
                 {"in", said_number(&page->speech, load.in)},
                 {"most", said_number(&page->speech, load.most)});
    else
        page_say(page, "A rule is broken on this day.");
    page_put(page, HTML("</b> "));
    page_link_say(page,
                  str_format(page->arena, "%.*s/usul?%.*s&tgl=%s",
                             STR_ARG(grid->base), STR_ARG(grid->query),
                             date_iso(grid_date(grid, grid->day), iso)),
                  "See ways to mend it");
    page_put(page, HTML("</div>\n"));
}

/* ---- filters ------------------------------------------------------------- */

static uint32_t count_of(const Grid *grid, char letter)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < grid->month.row_count; i++)
        count += grid->month.rows[i].cells[grid->day].letter == letter;
    return count;
}

static void put_filter(Grid *grid, char letter, Str word, uint32_t count)
{
    Page *page = grid->page;
    page_put(page, HTML("<a href=\""));
    page_text(page, grid_day_path(grid, grid->day));
    if (letter != 0) {
        page_put(page, HTML("&amp;saring="));
        page_text(page, (Str){&letter, 1});
    }
    page_put(page, letter == grid->filter ? HTML("\" aria-current=\"true\">")
                                          : HTML("\">"));
    page_text(page, word);
    page_put(page, HTML(" "));
    html_number(&page->html, count);
    page_put(page, HTML("</a>"));
}

static void put_filters(Grid *grid)
{
    static const char letters[] = {PLACED_OFFICE, PLACED_HOME, PLACED_FIELD,
                                   PLACED_LEAVE,  PLACED_TRIP, PLACED_USUAL,
                                   PLACED_CLOSED};
    Page *page = grid->page;
    page_put(page, HTML("<nav class=\"filt\" aria-label=\""));
    page_say(page, "Filter");
    page_put(page, HTML("\">"));
    put_filter(grid, 0, said(&page->speech, "All"), grid->month.row_count);
    for (size_t i = 0; i < COUNT(letters); i++) {
        uint32_t count = count_of(grid, letters[i]);
        if (count > 0)
            put_filter(grid, letters[i], page_letter_word(page, letters[i]),
                       count);
    }
    page_put(page, HTML("</nav>\n"));
}

/* ---- people -------------------------------------------------------------- */

/* What of a cell is out of the ordinary; NULL: nothing. */
static const char *exception_of(const UnitMonthCell *cell)
{
    if ((cell->marks & UNIT_MONTH_CALLED) != 0)
        return N_("Called to the office");
    if ((cell->marks & UNIT_MONTH_DRAFT) != 0)
        return N_("Changed in the draft");
    if ((cell->marks & UNIT_MONTH_ASIDE) != 0) return N_("Deviation recorded");
    if ((cell->marks & UNIT_MONTH_BARE) != 0)
        return N_("No plan holds the day");
    if ((cell->marks & UNIT_MONTH_FIXED) != 0) return N_("Set by hand");
    return NULL;
}

static void put_shift(Page *page, const UnitMonthCell *cell)
{
    if (cell->shift == 0) return;
    PAGE_SAY(page, "Shift {n}", {"n", said_number(&page->speech, cell->shift)});
    page_put(page, HTML(" · "));
}

static void put_row(Grid *grid, const UnitMonthRow *row)
{
    Page *page = grid->page;
    const UnitMonthCell *cell = &row->cells[grid->day];
    const Person *who = &grid->v->view->office->r.people[row->person.index];
    const char *exception = exception_of(cell);
    char letter = ' ';
    if (cell->letter != PLACED_NONE) letter = grid_letter(cell);
    page_put(page, HTML("<li><span class=\"chip "));
    page_put(page, (Html){str_of(
                       cell->letter == PLACED_NONE ? "o" : grid_class(cell))});
    page_put(page, HTML("\">"));
    page_text(page, (Str){&letter, 1});
    if (cell->shift > 0) html_number(&page->html, cell->shift);
    page_put(page, HTML("</span><div><b>"));
    page_text(page, who->name);
    page_put(page, HTML("</b><small>"));
    put_shift(page, cell);
    if (exception != NULL)
        page_say(page, exception);
    else
        page_text(page, who->title);
    page_put(page, HTML("</small></div><a class=\"ed\" href=\""));
    page_text(page, grid_cell_path(grid, row->person, grid->day));
    page_put(page, HTML("\" aria-label=\""));
    PAGE_SAY(page, "The day of {name}", {"name", who->name});
    page_put(page, HTML("\"><svg width=\"22\" height=\"22\" viewBox=\"0 0 24 "
                        "24\" aria-hidden=\"true\"><path d=\"M9 5l7 7-7 7\"/>"
                        "</svg></a></li>"));
}

static bool is_listed(const Grid *grid, const UnitMonthCell *cell)
{
    bool shows =
        cell->letter != PLACED_NONE || (cell->marks & UNIT_MONTH_BARE) != 0;
    return shows && (grid->filter == 0 || cell->letter == grid->filter);
}

/* Exceptions, then the others; *left: how many more may be listed. */
static void put_people(Grid *grid, const UnitMonthGroup *group, bool exceptions,
                       uint32_t *left)
{
    for (uint32_t i = 0; i<group->count && * left> 0; i++) {
        const UnitMonthRow *row = &grid->month.rows[group->first + i];
        const UnitMonthCell *cell = &row->cells[grid->day];
        if (!is_listed(grid, cell) ||
            (exception_of(cell) != NULL) != exceptions)
            continue;
        put_row(grid, row);
        --*left;
    }
}

static bool has_listed(const Grid *grid, const UnitMonthGroup *group)
{
    for (uint32_t i = 0; i < group->count; i++) {
        if (is_listed(grid,
                      &grid->month.rows[group->first + i].cells[grid->day]))
            return true;
    }
    return false;
}

static void put_group_sum(Grid *grid, const UnitMonthGroup *group)
{
    Page *page = grid->page;
    GridPlan plan = grid_plan(grid, group->first, group->count, grid->day);
    if (plan.none) {
        page_say(page, "No plan yet");
        return;
    }
    PAGE_SAY(page, "{in} of {all} in the office",
             {"in", said_number(&page->speech, group->office[grid->day])},
             {"all", said_number(&page->speech, group->count)});
    if (plan.bare > 0) grid_put_missing(page, plan.bare);
}

static void put_group(Grid *grid, const UnitMonthGroup *group, uint32_t *left)
{
    Page *page = grid->page;
    if (!has_listed(grid, group)) return;
    page_put(page, HTML("<h2>"));
    page_text(page, grid_unit_name(grid, group->unit));
    page_put(page, HTML(" <span>"));
    put_group_sum(grid, group);
    page_put(page, HTML("</span></h2><ul>"));
    put_people(grid, group, true, left);
    put_people(grid, group, false, left);
    page_put(page, HTML("</ul>\n"));
}

static void put_list(Grid *grid)
{
    Page *page = grid->page;
    uint32_t left = LISTED;
    page_put(page, HTML("<div class=\"plist\">\n"));
    for (uint32_t g = 0; g < grid->month.group_count && left > 0; g++)
        put_group(grid, &grid->month.groups[g], &left);
    page_put(page, HTML("</div>\n<p class=\"s blk\">"));
    page_link_say(page,
                  str_format(page->arena, "%.*s&tampil=kisi#kisi",
                             STR_ARG(grid_day_path(grid, grid->day))),
                  "Show the grid");
    page_put(page, HTML("</p>\n"));
}

void grid_put_phone(Grid *grid)
{
    Page *page = grid->page;
    page_put(page, HTML("<div class=\"jw-hp\">\n"));
    put_strip(grid);
    if (grid->matrix) {
        page_put(page, HTML("<p class=\"s blk\">"));
        page_link_say(page, grid_day_path(grid, grid->day),
                      "Show the list of the day");
        page_put(page, HTML("</p></div>\n"));
        return;
    }
    put_alert(grid);
    put_filters(grid);
    put_list(grid);
    page_put(page, HTML("</div>\n"));
}
