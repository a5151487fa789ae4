/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/html_grid.h"

#include "cli/html_chart.h"

#define PUT(page, literal) html_put((page), HTML(literal))

typedef struct {
    HtmlPage *page;
    const View *view;
    const Plan *plan;
    Reasons *reasons;
    const Block *block;
    GridState *state;
} Grid;

/* ---- the head ---------------------------------------------------------- */

static int32_t office_on(const Grid *g, uint32_t first, uint32_t count,
                         uint32_t day)
{
    int32_t in = 0;
    for (uint32_t i = first; i < first + count; i++)
        in += plan_cell(g->plan, g->block->people[i], day) == PLACED_OFFICE;
    return in;
}

static bool is_picked(const Grid *g, uint32_t day)
{
    return g->state->person.index != NO_INDEX && g->state->day == day;
}

static void put_day(const Grid *g, uint32_t day)
{
    Date date = g->plan->days[day];
    Civil civil = date_civil(date);
    HtmlPage *page = g->page;
    PUT(page, "<th scope=col");
    if (!g->block->works[day])
        PUT(page, " class=w");
    else if (is_picked(g, day))
        PUT(page, " class=sc");
    PUT(page, "><abbr title=\"");
    html_text(page, date_long(g->view->arena, date, g->view->lang));
    PUT(page, "\">");
    html_text(page, date_weekday_short(date_weekday(date), g->view->lang));
    PUT(page, "</abbr><b>");
    html_number(page, civil.day);
    PUT(page, "</b>");
}

/* Of a period of several months: how many columns the month from `day` has. */
static uint32_t month_columns(const Grid *g, uint32_t day)
{
    int32_t month = date_civil(g->plan->days[day]).month;
    uint32_t last = day + 1;
    while (last < g->plan->day_count &&
           date_civil(g->plan->days[last]).month == month)
        last++;
    return last - day;
}

/* Fewer days than this leave room for three letters of a month's name. */
enum { NARROW = 4 };

static void put_months(const Grid *g)
{
    for (uint32_t d = 0; d < g->plan->day_count; d += month_columns(g, d)) {
        uint32_t columns = month_columns(g, d);
        Civil civil = date_civil(g->plan->days[d]);
        PUT(g->page, "<th scope=colgroup colspan=");
        html_number(g->page, columns);
        PUT(g->page, ">");
        Str name = date_month_name(civil.month, g->view->lang);
        if (columns < NARROW) name = str_slice(name, 0, columns > 1 ? 3 : 0);
        html_text(g->page, name);
    }
}

static bool has_months(const Grid *g)
{
    return month_columns(g, 0) < g->plan->day_count;
}

static void put_load(const Grid *g, uint32_t day)
{
    HtmlPage *page = g->page;
    const CapLine *line = g->block->caps[day];
    if (!g->block->works[day]) {
        PUT(page, "<td class=w>");
        return;
    }
    int64_t in = office_on(g, 0, g->block->count, day);
    int64_t cap = -1;
    int64_t forced = 0;
    if (line != NULL) {
        in = line->days[day].in;
        cap = line->days[day].stated;
        forced = line->days[day].forced;
    }
    if (cap >= 0 && in > cap)
        PUT(page, "<td class=over>");
    else if (is_picked(g, day))
        PUT(page, "<td class=sc>");
    else
        PUT(page, "<td>");
    html_chart_day(page, in, forced, cap, g->block->count);
    html_number(page, in);
}

static void put_caption(const Grid *g)
{
    HtmlPage *page = g->page;
    PUT(page, "<caption class=vh>");
    html_put(page, g->view->title);
    PUT(page, ", ");
    html_text(page, g->view->r->units[g->block->unit.index].name);
    PUT(page, ": ");
    html_number(page, g->block->count);
    html_view_say(page, g->view,
                  " pegawai. K kantor, R rumah, L lapangan, C cuti, D dinas "
                  "luar, X unit ditutup, B bekerja biasa.",
                  " people. K office, R home, L field, C leave, D official "
                  "trip, X unit closed, B works as usual.");
    if (g->view->made->shifts.key.most > 0)
        html_view_say(page, g->view,
                      " Angka di belakang huruf: gelombang hari itu.",
                      " The number behind a letter: the shift of that day.");
    PUT(page, "</caption>");
}

/* The columns beside the days, which span all rows of the head. */
static void put_side(const Grid *g, Html open, const char *id, const char *en)
{
    html_put(g->page, open);
    html_number(g->page, has_months(g) ? 3 : 2);
    PUT(g->page, ">");
    html_view_say(g->page, g->view, id, en);
}

static void put_sides(const Grid *g)
{
    put_side(g, HTML("<th scope=col class=tot rowspan="), "Hari kantor",
             "Office days");
    put_side(g, HTML("<th scope=col class=why1 rowspan="), "Alasan", "Why");
}

static void put_head(const Grid *g)
{
    HtmlPage *page = g->page;
    bool months = has_months(g);
    put_caption(g);
    html_put(page, months ? HTML("<thead><tr class=\"mo dn\">")
                          : HTML("<thead><tr class=dn>"));
    put_side(g, HTML("<th scope=col class=nm rowspan="), "Pegawai", "Staff");
    PUT(page, " <span>");
    html_number(page, g->block->count);
    PUT(page, "</span>");
    if (months) {
        put_months(g);
        put_sides(g);
        PUT(page, "\n<tr class=dn>");
    }
    for (uint32_t d = 0; d < g->plan->day_count; d++)
        put_day(g, d);
    if (!months) put_sides(g);
    PUT(page, "\n<tr class=ld>");
    for (uint32_t d = 0; d < g->plan->day_count; d++)
        put_load(g, d);
    PUT(page, "</thead>\n");
}

/* ---- rows -------------------------------------------------------------- */

/* The reason that each letter of a row has first; NO_INDEX: not in the row. */
typedef struct {
    uint32_t first[LETTER_ROOM];
} RowReasons;

static uint16_t reason_at(const Grid *g, PersonId person, uint32_t day)
{
    return g->plan->reasons[(size_t)person.index * g->plan->day_count + day];
}

/* "K2": in the second shift. */
static void put_shift(const Grid *g, PersonId person, uint32_t day)
{
    size_t at = (size_t)person.index * g->plan->day_count + day;
    uint8_t number = g->view->made->shifts.numbers[at];
    if (number > 0) html_number(g->page, number);
}

static void put_mark(const Grid *g, PersonId person, uint32_t day, char letter,
                     RowReasons *row)
{
    uint16_t reason = reason_at(g, person, day);
    uint32_t *first = &row->first[(unsigned char)letter];
    if (*first == NO_INDEX) *first = reason;
    if (*first == reason) return;
    PUT(g->page, "<i>");
    html_number(g->page, html_reasons_number(g->reasons, reason));
    PUT(g->page, "</i>");
}

static void put_cell(const Grid *g, PersonId person, uint32_t day,
                     RowReasons *row)
{
    HtmlPage *page = g->page;
    char letter = plan_cell(g->plan, person, day);
    if (letter == PLACED_NONE) {
        html_put(page, g->block->works[day] ? HTML("<td class=n>·")
                                            : HTML("<td class=w>"));
        return;
    }
    uint16_t reason = reason_at(g, person, day);
    bool in = letter == PLACED_OFFICE;
    bool called = in && g->plan->reason[reason].step == STEP_RECALL;
    bool counter = in && g->view->counter_of[reason] != NO_INDEX;
    bool picked = is_picked(g, day) && person.index == g->state->person.index;
    PUT(page, "<td class=");
    if (counter || picked) PUT(page, "\"");
    html_put(page, called ? HTML("p") : html_letter_class(letter));
    if (counter) PUT(page, " mp");
    if (picked) PUT(page, " sel");
    if (counter || picked) PUT(page, "\"");
    PUT(page, ">");
    html_text(page, called ? STR("P") : (Str){&letter, 1});
    put_shift(g, person, day);
    put_mark(g, person, day, letter, row);
}

/* The number of the first reason of each letter, raised as in the cells. */
static void put_why(const Grid *g, const RowReasons *row)
{
    HtmlPage *page = g->page;
    PUT(page, "<td class=why1>");
    static const char order[] = {
#define X(name, letter, word, english) (letter),
        PLACEMENTS(X)
#undef X
    };
    for (size_t i = 0; i < sizeof order; i++) {
        unsigned char c = (unsigned char)order[i];
        if (row->first[c] == NO_INDEX) continue;
        uint16_t number =
            html_reasons_number(g->reasons, (uint16_t)row->first[c]);
        char letter = (char)c;
        PUT(page, "<a href=#a");
        html_number(page, number);
        PUT(page, ">");
        html_text(page, (Str){&letter, 1});
        PUT(page, "<i>");
        html_number(page, number);
        PUT(page, "</i></a>");
    }
}

static void put_person(const Grid *g, PersonId person)
{
    HtmlPage *page = g->page;
    const Person *who = &g->view->r->people[person.index];
    RowReasons row;
    for (size_t c = 0; c < LETTER_ROOM; c++)
        row.first[c] = NO_INDEX;
    html_put(page, person.index == g->state->person.index
                       ? HTML("\n<tr class=sr>")
                       : HTML("\n<tr>"));
    PUT(page, "<th scope=row class=nm><b>");
    html_text(page, who->name);
    PUT(page, "</b> <span>");
    html_text(page, who->title);
    PUT(page, "</span>");
    for (uint32_t d = 0; d < g->plan->day_count; d++)
        put_cell(g, person, d, &row);
    PUT(page, "<td class=tot>");
    html_number(page, summary_office_days(g->plan, person));
    put_why(g, &row);
}

/* ---- groups ------------------------------------------------------------ */

static void put_group_head(const Grid *g, const BlockGroup *group,
                           bool unfolded)
{
    HtmlPage *page = g->page;
    PUT(page, "<tr class=g><th scope=rowgroup class=nm><label>"
              "<input type=checkbox class=tg");
    if (unfolded) PUT(page, " checked");
    PUT(page, "> ");
    html_text(page, g->view->r->units[group->unit.index].name);
    PUT(page, " <span>");
    html_number(page, group->count);
    PUT(page, "</span></label>");
    for (uint32_t d = 0; d < g->plan->day_count; d++) {
        if (!g->block->works[d]) {
            PUT(page, "<td class=w>");
            continue;
        }
        PUT(page, "<td>");
        html_number(page, office_on(g, group->first, group->count, d));
    }
    PUT(page, "<td class=tot><td class=why1>");
}

static void put_group(const Grid *g, const BlockGroup *group)
{
    uint32_t would = g->state->unfolded + group->count;
    bool holds_picked = false;
    for (uint32_t i = 0; i < group->count; i++)
        holds_picked =
            holds_picked ||
            g->block->people[group->first + i].index == g->state->person.index;
    bool unfolded = would <= GRID_UNFOLDED || holds_picked;
    if (unfolded) g->state->unfolded = would;
    PUT(g->page, "<tbody>");
    put_group_head(g, group, unfolded);
    for (uint32_t i = 0; i < group->count; i++)
        put_person(g, g->block->people[group->first + i]);
    PUT(g->page, "</tbody>\n");
}

void html_grid(HtmlPage *page, Reasons *reasons, const Block *block,
               GridState *state)
{
    const View *view = reasons->view;
    Grid grid = {page, view, view->plan, reasons, block, state};
    PUT(page, "<div class=scr tabindex=0 role=region aria-label=\"");
    html_view_say(page, view, "Kisi jadwal, dapat digulir: ",
                  "Roster grid, can be scrolled: ");
    html_text(page, view->r->units[block->unit.index].name);
    html_put(page, has_months(&grid) ? HTML("\"><table class=\"grid mos\">")
                                     : HTML("\"><table class=grid>"));
    put_head(&grid);
    for (uint32_t i = 0; i < block->group_count; i++) {
        if (block->groups[i].page == state->page)
            put_group(&grid, &block->groups[i]);
    }
    PUT(page, "</table></div>\n");
}
