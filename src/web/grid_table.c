/* SPDX-License-Identifier: Apache-2.0 */
/*
 * grid_table.c - people by days: one real table.
 *
 * A cell is a letter and classes, nothing more: what limits the page is the
 * number of its nodes.  So at most UNFOLDED people are shown, and the others'
 * groups as sums.
 */
#include "web/grid_part.h"

enum { UNFOLDED = 150 };

/* ---- the head ------------------------------------------------------------ */

/* The first working day after days off gets a line. */
static bool is_after_gutter(const Grid *grid, uint32_t day)
{
    const bool *works = grid->month.works;
    return day > 0 && works[day] && !works[day - 1];
}

static void put_classes(Page *page, const char *const *names, size_t count)
{
    bool first = true;
    for (size_t i = 0; i < count; i++) {
        if (names[i] == NULL) continue;
        page_put(page, first ? HTML(" class=\"") : HTML(" "));
        page_put(page, (Html){str_of(names[i])});
        first = false;
    }
    if (!first) page_put(page, HTML("\""));
}

static void put_day(Grid *grid, uint32_t day)
{
    Page *page = grid->page;
    Date date = grid_date(grid, day);
    bool works = grid->month.works[day];
    const char *const names[] = {works ? NULL : "w",
                                 is_after_gutter(grid, day) ? "m1" : NULL,
                                 day == grid->month.today ? "t" : NULL,
                                 works && day == grid->day ? "sc" : NULL};
    page_put(page, HTML("<th scope=\"col\""));
    put_classes(page, names, COUNT(names));
    page_put(page, HTML("><abbr title=\""));
    page_text(page, said_date(&page->speech, date));
    page_put(page, HTML("\">"));
    page_text(page, date_weekday_short(date_weekday(date), page->speech.lang));
    page_put(page, HTML("</abbr><b>"));
    html_number(&page->html, date_civil(date).day);
    page_put(page, HTML("</b></th>"));
}

static Str load_said(const Grid *grid, const GridLoad *load)
{
    const Speech *speech = &grid->page->speech;
    Str in = said_number(speech, load->in);
    if (load->most < 0) return SAID(speech, "{in} in the office", {"in", in});
    return SAID(speech, "{in} in the office, at most {most}", {"in", in},
                {"most", said_number(speech, load->most)});
}

static void put_load(Grid *grid, uint32_t day)
{
    Page *page = grid->page;
    GridLoad load = grid_load(grid, day);
    bool works = grid->month.works[day];
    const char *const names[] = {works ? NULL : "w",
                                 is_after_gutter(grid, day) ? "m1" : NULL,
                                 works && load.bad ? "bad" : NULL,
                                 works && day == grid->day ? "sc" : NULL};
    page_put(page, HTML("<td"));
    put_classes(page, names, COUNT(names));
    if (!works || !grid->month.governed[day]) {
        page_put(page, HTML("></td>"));
        return;
    }
    GridPlan plan = grid_plan(grid, 0, grid->month.row_count, day);
    page_put(page, HTML(" title=\""));
    page_text(page, plan.none ? said(&page->speech, "No plan yet")
                              : load_said(grid, &load));
    if (plan.bare > 0 && !plan.none) grid_put_missing(page, plan.bare);
    page_put(page, HTML("\">"));
    if (!plan.none)
        grid_put_load(page, &load, (int32_t)grid->month.row_count, 22, 34);
    grid_put_count(page, &plan, load.in);
    page_put(page, HTML("</td>"));
}

void grid_put_head(Grid *grid)
{
    Page *page = grid->page;
    page_put(page, HTML("<thead id=\"kepala\"><tr class=\"dn\"><th "
                        "scope=\"col\" class=\"nm\" rowspan=\"2\">"));
    page_say(page, "Person");
    page_put(page, HTML(" <span>"));
    page_text(page, said_number(&page->speech, grid->month.row_count));
    page_put(page, HTML("</span></th>"));
    for (uint32_t d = 0; d < grid->month.day_count; d++)
        put_day(grid, d);
    page_put(page, HTML("<th scope=\"col\" class=\"tot\" rowspan=\"2\">"));
    page_say(page, "Office days");
    page_put(page, HTML("</th></tr>\n<tr class=\"ld\">"));
    for (uint32_t d = 0; d < grid->month.day_count; d++)
        put_load(grid, d);
    page_put(page, HTML("</tr></thead>\n"));
}

/* ---- cells --------------------------------------------------------------- */

char grid_letter(const UnitMonthCell *cell)
{
    if ((cell->marks & UNIT_MONTH_CALLED) != 0) return 'P';
    return cell->letter;
}

const char *grid_class(const UnitMonthCell *cell)
{
    return (cell->marks & UNIT_MONTH_CALLED) != 0
               ? "k pgl"
               : page_letter_class(cell->letter);
}

static const char *hand_of(const UnitMonthCell *cell)
{
    if ((cell->marks & UNIT_MONTH_DRAFT) != 0) return "mm ranc";
    bool hand = (cell->marks & (UNIT_MONTH_FIXED | UNIT_MONTH_ASIDE)) != 0;
    return hand ? "mm" : NULL;
}

/* A cell of somebody else that came in between is framed. */
static bool is_others(const Grid *grid, PersonId person, uint32_t day)
{
    for (size_t i = 0; grid->done != NULL && i < grid->done->others.count;
         i++) {
        const DraftCell *cell = &grid->done->others.at[i];
        if (cell->person.index == person.index &&
            date_is(cell->day, grid_date(grid, day)))
            return true;
    }
    return false;
}

/* "·": bound to serve, and no plan says where; empty: does not work. */
static void put_letter(Page *page, const UnitMonthCell *cell)
{
    char letter = grid_letter(cell);
    if (letter != PLACED_NONE)
        page_text(page, (Str){&letter, 1});
    else if ((cell->marks & UNIT_MONTH_BARE) != 0)
        page_put(page, HTML("·"));
    if (cell->shift > 0) html_number(&page->html, cell->shift);
}

static void put_cell(Grid *grid, const UnitMonthRow *row, uint32_t day)
{
    Page *page = grid->page;
    const UnitMonthCell *cell = &row->cells[day];
    bool chosen = row->person.index == grid->person.index && day == grid->day;
    const char *const names[] = {
        cell->letter == PLACED_NONE ? "n" : grid_class(cell),
        day < grid->month.ahead ? "pa" : NULL,
        is_after_gutter(grid, day) ? "m1" : NULL,
        hand_of(cell),
        (cell->marks & UNIT_MONTH_COUNTER) != 0 ? "mp" : NULL,
        is_others(grid, row->person, day) ? "lain2" : NULL,
        chosen ? "sel" : NULL};
    if (!grid->month.works[day]) {
        page_put(page, HTML("<td class=\"w\">"));
        return;
    }
    page_put(page, HTML("<td"));
    put_classes(page, names, COUNT(names));
    page_put(page, HTML(">"));
    put_letter(page, cell);
}

/* ---- rows ---------------------------------------------------------------- */

static const Person *person_of(const Grid *grid, PersonId person)
{
    return &grid->v->view->office->r.people[person.index];
}

static void put_total(Grid *grid, const UnitMonthRow *row)
{
    Page *page = grid->page;
    int32_t middle = grid->month.fairness.middle;
    bool high = row->in_turn && row->office > middle + 1;
    page_put(page, high ? HTML("<td class=\"tot hi\" id=\"t-")
                        : HTML("<td class=\"tot\" id=\"t-"));
    page_text(page, person_of(grid, row->person)->code);
    page_put(page, HTML("\">"));
    html_number(&page->html, row->office);
    page_put(page, HTML("</td>"));
}

static void put_person(Grid *grid, const UnitMonthRow *row)
{
    Page *page = grid->page;
    const Person *who = person_of(grid, row->person);
    bool chosen = row->person.index == grid->person.index;
    page_put(page,
             chosen ? HTML("<tr class=\"sr\" id=\"p-") : HTML("<tr id=\"p-"));
    page_text(page, who->code);
    page_put(page, HTML("\"><th scope=\"row\" class=\"nm\"><a href=\""));
    page_text(page, grid->base);
    page_put(page, HTML("/"));
    page_text(page, address_part(page->arena, who->code));
    page_put(page, HTML("?"));
    page_text(page, grid->query);
    page_put(page, HTML("\">"));
    page_text(page, who->name);
    page_put(page, HTML("</a> <span>"));
    page_text(page, who->title);
    page_put(page, HTML("</span></th>"));
    for (uint32_t d = 0; d < grid->month.day_count; d++)
        put_cell(grid, row, d);
    put_total(grid, row);
    page_put(page, HTML("</tr>\n"));
}

/* ---- groups -------------------------------------------------------------- */

/* Who leads from a folded group to its people: shown here, or, when it is too
 * large for one page, on a page of its own. */
static void put_group_link(Grid *grid, const UnitMonthGroup *group)
{
    Page *page = grid->page;
    Str code = grid->v->view->office->r.units[group->unit.index].code;
    Str part = address_part(page->arena, code);
    bool own =
        group->count > UNFOLDED && group->unit.index != grid->month.unit.index;
    Str path = own ? str_format(page->arena, "%.*s?unit=%.*s",
                                STR_ARG(grid->base), STR_ARG(part))
                   : str_format(page->arena, "%.*s?%.*s&buka=%.*s#g-%.*s",
                                STR_ARG(grid->base), STR_ARG(grid->query),
                                STR_ARG(part), STR_ARG(part));
    page_put(page, HTML("<span class=\"car\" aria-hidden=\"true\">▸</span>"));
    page_link(page, path, grid_unit_name(grid, group->unit));
}

static void put_group_load(Grid *grid, const UnitMonthGroup *group,
                           uint32_t day)
{
    Page *page = grid->page;
    if (!grid->month.governed[day]) return;
    GridPlan plan = grid_plan(grid, group->first, group->count, day);
    grid_put_count(page, &plan, group->office[day]);
}

static void put_group_head(Grid *grid, const UnitMonthGroup *group, bool open)
{
    Page *page = grid->page;
    page_put(page, HTML("<tr class=\"g\" id=\"g-"));
    page_text(page, grid->v->view->office->r.units[group->unit.index].code);
    page_put(page, HTML("\"><th scope=\"rowgroup\" class=\"nm\">"));
    if (open) {
        page_put(page,
                 HTML("<span class=\"car\" aria-hidden=\"true\">▾</span>"));
        page_text(page, grid_unit_name(grid, group->unit));
    } else {
        put_group_link(grid, group);
    }
    page_put(page, HTML(" <span>"));
    page_text(page, said_number(&page->speech, group->count));
    page_put(page, HTML("</span></th>"));
    for (uint32_t d = 0; d < grid->month.day_count; d++) {
        if (!grid->month.works[d]) {
            page_put(page, HTML("<td class=\"w\">"));
            continue;
        }
        page_put(page, is_after_gutter(grid, d) ? HTML("<td class=\"m1\">")
                                                : HTML("<td>"));
        put_group_load(grid, group, d);
    }
    page_put(page, HTML("<td class=\"tot\"></tr>\n"));
}

/* The group asked for first; then as many as there is room for.  One that is
 * too large is cut off, and says so. */
static bool is_unfolded(const Grid *grid, uint32_t at)
{
    const UnitMonthGroup *groups = grid->month.groups;
    uint32_t used = 0;
    for (uint32_t g = 0; g < grid->month.group_count; g++) {
        bool asked = groups[g].unit.index == grid->opened.index;
        if (asked && g == at) return true;
        if (asked) used += groups[g].count;
    }
    for (uint32_t g = 0; g <= at; g++) {
        if (groups[g].unit.index == grid->opened.index) continue;
        bool fits = used + groups[g].count <= UNFOLDED;
        if (g == at) return fits || grid->month.group_count == 1;
        if (fits) used += groups[g].count;
    }
    return false;
}

/* Of a group that is larger than a page: which of its people are shown. */
static Rows slice_of(const Grid *grid, const UnitMonthGroup *group)
{
    uint32_t first = grid->slice * UNFOLDED;
    if (group->count <= UNFOLDED || first >= group->count) first = 0;
    uint32_t left = group->count - first;
    return (Rows){group->first + first, left < UNFOLDED ? left : UNFOLDED};
}

static void put_slice_link(Grid *grid, const UnitMonthGroup *group,
                           uint32_t slice)
{
    Page *page = grid->page;
    Str code = grid->v->view->office->r.units[group->unit.index].code;
    Str path = str_format(page->arena, "%.*s?%.*s&buka=%.*s&hal=%u",
                          STR_ARG(grid->base), STR_ARG(grid->query),
                          STR_ARG(address_part(page->arena, code)), slice + 1);
    uint32_t last = (slice + 1) * UNFOLDED;
    Str text = str_format(page->arena, "%u–%u", slice * UNFOLDED + 1,
                          last < group->count ? last : group->count);
    page_put(page, HTML(" "));
    if (slice == grid->slice)
        page_element(page, "b", text);
    else
        page_link(page, path, text);
}

static void put_slices(Grid *grid, const UnitMonthGroup *group)
{
    Page *page = grid->page;
    page_put(page, HTML("<tr><td class=\"potong\" colspan=\""));
    html_number(&page->html, grid->month.day_count + 2);
    page_put(page, HTML("\">"));
    page_say(page, "People:");
    for (uint32_t s = 0; s * UNFOLDED < group->count; s++)
        put_slice_link(grid, group, s);
    page_put(page, HTML("</td></tr>\n"));
}

static void put_group(Grid *grid, uint32_t at)
{
    const UnitMonthGroup *group = &grid->month.groups[at];
    bool open = is_unfolded(grid, at);
    page_put(grid->page, HTML("<tbody>"));
    put_group_head(grid, group, open);
    Rows slice = slice_of(grid, group);
    for (uint32_t i = 0; open && i < slice.count; i++)
        put_person(grid, &grid->month.rows[slice.first + i]);
    if (open && group->count > UNFOLDED) put_slices(grid, group);
    page_put(grid->page, HTML("</tbody>\n"));
}

static void put_caption(Grid *grid)
{
    Page *page = grid->page;
    page_put(page, HTML("<caption class=\"vh\">"));
    PAGE_SAY(page,
             "Roster of {unit}, {month}: K office, R home, L field, C leave, "
             "D official trip, P called to the office, X unit closed, B works "
             "as usual.",
             {"unit", grid_unit_name(grid, grid->month.unit)},
             {"month", grid_month_said(&page->speech, grid->month.days.first)});
    page_put(page, HTML(" "));
    if (grid->month.shifts.most > 0)
        page_say(page, "The number behind a letter is the shift of that day.");
    page_put(page, HTML("</caption>"));
}

void grid_put_table(Grid *grid)
{
    Page *page = grid->page;
    page_put(page, HTML("<div class=\"scr\" tabindex=\"0\" role=\"region\" "
                        "aria-label=\""));
    page_say(page, "Roster grid, can be scrolled");
    page_put(page, HTML("\"><table class=\"grid\" id=\"kisi\" data-unit=\""));
    page_text(page,
              grid->v->view->office->r.units[grid->month.unit.index].code);
    page_put(page, HTML("\" data-dasar=\""));
    page_text(page, grid->base);
    page_put(page, HTML("\">"));
    put_caption(grid);
    grid_put_head(grid);
    for (uint32_t g = 0; g < grid->month.group_count; g++)
        put_group(grid, g);
    page_put(page, HTML("</table></div>\n"));
}

/* ---- what changes with cells --------------------------------------------- */

static bool is_shown(const Grid *grid, uint32_t row)
{
    for (uint32_t g = 0; g < grid->month.group_count; g++) {
        const UnitMonthGroup *group = &grid->month.groups[g];
        Rows slice = slice_of(grid, group);
        if (row < group->first || row >= group->first + group->count) continue;
        return is_unfolded(grid, g) && row >= slice.first &&
               row < slice.first + slice.count;
    }
    return false;
}

/* Group rows, and rows of those whom the draft has, or has just let go. */
/* Per person: has the draft changed a cell of theirs, be it that it was put
 * back, by hand or by a step undone?  Their rows on the page may be older. */
static bool *touched(const Grid *grid)
{
    const Draft *draft = &grid->draft;
    bool *are =
        NEW(grid->v->arena, bool, grid->v->view->office->r.person_count + 1);
    for (size_t i = 0; i < draft->rows.count; i++)
        are[draft->rows.at[i].person.index] = true;
    for (size_t s = 0; s < draft->steps.count; s++) {
        const DraftStep *step = &draft->steps.at[s];
        for (size_t i = 0; i < step->rows.count; i++)
            are[step->rows.at[i].person.index] = true;
    }
    return are;
}

void grid_put_sums(Grid *grid)
{
    const bool *are = touched(grid);
    for (uint32_t g = 0; g < grid->month.group_count; g++)
        put_group_head(grid, &grid->month.groups[g], is_unfolded(grid, g));
    for (uint32_t i = 0; i < grid->month.row_count; i++) {
        const UnitMonthRow *row = &grid->month.rows[i];
        if (are[row->person.index] && is_shown(grid, i)) put_person(grid, row);
    }
}
