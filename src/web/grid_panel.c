/* SPDX-License-Identifier: Apache-2.0 */
/*
 * grid_panel.c - one cell explained, and how alike the turns are.
 */
#include "door/problem.h"
#include "web/grid_part.h"
#include "web/part.h"
#include "web/svg.h"
#include "web/today.h"

/* ---- why ----------------------------------------------------------------- */

static void put_holding(Page *page, PersonId person, Date day)
{
    Err err = {0};
    MyWhy why;
    if (!my_why(page->arena, page->visit->view, person, day, page->speech.lang,
                &why, &err)) {
        page_put(page, HTML("<p class=\"s\">"));
        page_text(page, problem_said(&err, page->speech.lang));
        page_put(page, HTML("</p>"));
        return;
    }
    today_put_reasons(page, &why);
}

/* ---- who ----------------------------------------------------------------- */

static void put_who(Grid *grid, const UnitMonthCell *cell)
{
    Page *page = grid->page;
    const Register *r = &grid->v->view->office->r;
    const Person *who = &r->people[grid->person.index];
    page_put(page, HTML("<section><p class=\"xs mut\">"));
    page_text(page, said_date(&page->speech, grid_date(grid, grid->day)));
    page_put(page, HTML("</p><h2>"));
    page_text(page, who->name);
    page_put(page, HTML(" "));
    if (cell->letter != PLACED_NONE) page_chip(page, cell->letter);
    page_put(page, HTML(" "));
    if (cell->letter != PLACED_NONE)
        page_text(page, page_letter_word(page, cell->letter));
    page_put(page, HTML("</h2><p class=\"xs mut\">"));
    page_text(page, who->title);
    page_put(page, HTML(" · "));
    page_text(page, r->units[who->unit.index].name);
    page_put(page, HTML("</p></section>\n"));
}

/* What was set last of the chosen cell: a fixed day, or a deviation. */
static const Fact *set_by_hand(const Grid *grid, FactKind kind)
{
    const UnitMonth *m = &grid->month;
    Str code = grid->v->view->office->r.people[grid->person.index].code;
    for (size_t i = m->by_hand_count; i-- > 0;) {
        const Fact *fact = m->by_hand[i];
        if (fact->kind == kind && str_is(fact->person, code) &&
            window_has(fact->days, grid_date(grid, grid->day)))
            return fact;
    }
    return NULL;
}

static Str set_when(const Page *page, const Fact *fact)
{
    Zone zone = page->visit->view->office->government.zone;
    Instant at = fact_when(fact);
    Str day = said_day_month(&page->speech, zone_day(zone, at));
    Str time = said_time(&page->speech, zone, at);
    return str_format(page->arena, "%.*s %.*s", STR_ARG(day), STR_ARG(time));
}

static Str set_by(const Page *page, const Fact *fact)
{
    const Register *r = &page->visit->view->office->r;
    uint32_t at = map_find(&r->person_codes, fact->actor);
    return at == NO_INDEX ? fact->actor : r->people[at].name;
}

/* The rules say what would hold without it; its reason is for who may change
 * days, and for the person. */
static void put_by_hand(Grid *grid, const UnitMonthCell *cell)
{
    Page *page = grid->page;
    bool aside = (cell->marks & UNIT_MONTH_ASIDE) != 0;
    if (!aside && (cell->marks & UNIT_MONTH_FIXED) == 0) return;
    const Fact *fact = set_by_hand(grid, aside ? FACT_DEVIATION : FACT_PIN);
    bool whose = grid->edits || grid->v->person.index == grid->person.index;
    if (fact == NULL) return;
    Str who = set_by(page, fact), when = set_when(page, fact);
    page_put(page, HTML("<p class=\"s\">"));
    if (!aside)
        PAGE_SAY(page, "Set by hand: {who}, {when}.", {"who", who},
                 {"when", when});
    else if (whose && fact->text.len > 0)
        PAGE_SAY(page, "Recorded as a deviation by {who}, {when}: {reason}",
                 {"who", who}, {"when", when}, {"reason", fact->text});
    else
        PAGE_SAY(page, "Recorded as a deviation by {who}, {when}.",
                 {"who", who}, {"when", when});
    page_put(page, HTML("</p>"));
}

static void put_reason(Grid *grid)
{
    Page *page = grid->page;
    Str reason =
        draft_reason(&grid->draft, grid->person, grid_date(grid, grid->day));
    if (reason.len == 0) return;
    page_put(page, HTML("<p class=\"s\">"));
    PAGE_SAY(page, "In the draft as a deviation: {reason}", {"reason", reason});
    page_put(page, HTML("</p>"));
}

static const char *question_of(char letter)
{
    if (letter == PLACED_OFFICE) return N_("Why in the office?");
    if (letter == PLACED_HOME) return N_("Why at home?");
    return N_("Why so?");
}

static void put_drafted(Page *page, const UnitMonthCell *cell)
{
    Str to = page_letter_word(page, cell->letter);
    page_put(page, HTML("<p class=\"s\">"));
    if (cell->before == PLACED_NONE)
        PAGE_SAY(page, "The draft says {to}; nothing is published yet.",
                 {"to", to});
    else
        PAGE_SAY(page, "The draft says {to}; published is {from}.", {"to", to},
                 {"from", page_letter_word(page, cell->before)});
    page_put(page, HTML("</p>"));
}

/* The explanation is of what holds; a draft does not hold yet. */
void grid_put_why(Grid *grid, const UnitMonthCell *cell)
{
    if ((cell->marks & UNIT_MONTH_DRAFT) != 0) put_drafted(grid->page, cell);
    put_holding(grid->page, grid->person, grid_date(grid, grid->day));
    put_by_hand(grid, cell);
    put_reason(grid);
}

static void put_why(Grid *grid, const UnitMonthCell *cell)
{
    Page *page = grid->page;
    page_put(page, HTML("<section><h3>"));
    page_say(page, question_of(cell->before));
    page_put(page, HTML("</h3>"));
    grid_put_why(grid, cell);
    page_put(page, HTML("</section>\n"));
}

/* ---- changing ------------------------------------------------------------ */

static void put_change(Grid *grid, const UnitMonthCell *cell)
{
    Page *page = grid->page;
    char to = cell->letter == PLACED_OFFICE ? PLACED_HOME : PLACED_OFFICE;
    if (!grid_is_open(grid, cell, grid->day)) return;
    char iso[DATE_TEXT];
    const char *code = str_c(
        page->arena, grid->v->view->office->r.people[grid->person.index].code);
    page_put(page, HTML("<section><h3>"));
    PAGE_SAY(page, "Change this day to {place}",
             {"place", page_letter_word(page, to)});
    page_put(page, HTML("</h3>"));
    grid_put_effect(grid, to, true);
    form_open(page, str_format(page->arena, "%.*s/sel", STR_ARG(grid->base)));
    form_hidden(page, GRID_UNIT,
                grid->v->view->office->r.units[grid->month.unit.index].code);
    form_hidden(page, "versi",
                str_format(page->arena, "%u", grid->draft.version));
    form_hidden(page, "sel",
                str_format(page->arena, "%s.%s.%c", code,
                           date_iso(grid_date(grid, grid->day), iso), to));
    page_put(page, HTML("<p class=\"aksi\">"));
    form_button_named(page, N_("Put into the draft"), "aksi", STR("ubah"),
                      true);
    page_link_say(page, grid_cell_path(grid, grid->person, grid->day),
                  "More ways to change this day");
    page_put(page, HTML("</p>"));
    form_close(page);
    page_put(page, HTML("</section>\n"));
}

void grid_put_panel(Grid *grid)
{
    Page *page = grid->page;
    const UnitMonthRow *row = unit_month_row(&grid->month, grid->person);
    if (row == NULL) {
        page_put(page, HTML("<section><p class=\"s\">"));
        page_say(page, "Choose a person in the table to see why.");
        page_put(page, HTML("</p></section>\n"));
        return;
    }
    const UnitMonthCell *cell = &row->cells[grid->day];
    put_who(grid, cell);
    put_why(grid, cell);
    put_change(grid, cell);
}

/* ---- turns --------------------------------------------------------------- */

static void put_histogram(Page *page, const UnitFairness *f)
{
    SvgHist hist = {.counts = f->with + f->least,
                    .count = (size_t)(f->most - f->least) + 1,
                    .least = f->least,
                    .low = f->middle - 1,
                    .high = f->middle + 1,
                    .label = said(&page->speech, "Office days per person")};
    svg_hist(&page->html, &page->speech, &hist);
}

static void put_numbers(Page *page, const UnitFairness *f)
{
    size_t count = (size_t)(f->most - f->least) + 1;
    Str *days = NEW(page->arena, Str, count);
    Str *people = NEW(page->arena, Str, count);
    for (size_t i = 0; i < count; i++) {
        days[i] = said_number(&page->speech, f->least + (int64_t)i);
        people[i] = said_number(&page->speech, f->with[f->least + (int32_t)i]);
    }
    svg_numbers(&page->html, &page->speech, said(&page->speech, "Office days"),
                said(&page->speech, "People"), days, people, count);
}

/* Who is far from the middle is drawn otherwise, and counted in words. */
static void put_far(Page *page, const UnitFairness *f)
{
    if (f->within == f->people) return;
    page_put(page, HTML(" "));
    PAGE_SAY(page, "{far} of them more than a day from {middle}.",
             {"far", said_number(&page->speech, f->people - f->within)},
             {"middle", said_number(&page->speech, f->middle)});
}

void grid_put_fairness(Grid *grid)
{
    Page *page = grid->page;
    const UnitFairness *f = &grid->month.fairness;
    if (f->people == 0) return;
    page_put(page, HTML("<section><h3>"));
    page_say(page, "Office days of those who take turns");
    page_put(page, HTML("</h3><p class=\"xs mut\">"));
    PAGE_SAY_MANY(page, "{n} person, from {least} to {most} days.",
                  "{n} people, from {least} to {most} days.", f->people,
                  {"least", said_number(&page->speech, f->least)},
                  {"most", said_number(&page->speech, f->most)});
    put_far(page, f);
    page_put(page, HTML("</p>"));
    put_histogram(page, f);
    put_numbers(page, f);
    page_put(page, HTML("</section>\n"));
}
