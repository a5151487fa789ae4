/* SPDX-License-Identifier: Apache-2.0 */
/*
 * grid_panel.c - one cell explained, and how alike the turns are.
 */
#include "app/my_month.h"
#include "web/grid_part.h"
#include "web/part.h"

/* ---- why ----------------------------------------------------------------- */

static void put_step(Page *page, const ExplainStep *step)
{
    switch (step->bearing) {
    case BEARING_APPLIED: page_put(page, HTML("<li class=\"yes\">")); break;
    case BEARING_NOT: page_put(page, HTML("<li class=\"no\">")); break;
    case BEARING_FACT: page_put(page, HTML("<li>")); break;
    }
    page_text(page, part_sentence(page->arena, step->text));
    page_put(page, HTML("</li>"));
}

static void put_version(Page *page, const MyWhy *why)
{
    Zone zone = page->visit->view->office->government.zone;
    if (why->plan == NULL) return;
    Instant at = why->move_count > 0 ? why->moves[0]->fact.received
                                     : why->plan->fact.received;
    page_put(page, HTML("<p class=\"xs mut\">"));
    PAGE_SAY(page,
             "So since {day} {time}; the plan stands at version "
             "{version}.",
             {"day", said_day_month(&page->speech, zone_day(zone, at))},
             {"time", said_time(&page->speech, zone, at)},
             {"version", said_number(&page->speech, why->version)});
    page_put(page, HTML("</p>"));
}

void grid_put_why(Page *page, PersonId person, Date day)
{
    Err err = {0};
    MyWhy why;
    if (!my_why(page->arena, page->visit->view, person, day, page->speech.lang,
                &why, &err)) {
        page_put(page, HTML("<p class=\"s\">"));
        page_text(page,
                  str_of(page->speech.lang == LANG_ID ? err.id : err.text));
        page_put(page, HTML("</p>"));
        return;
    }
    page_put(page, HTML("<ol class=\"why\">"));
    for (size_t i = 0; i < why.text.step_count; i++)
        put_step(page, &why.text.steps[i]);
    page_put(page, HTML("</ol>"));
    put_version(page, &why);
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

/* The explanation is of what holds; a draft does not hold yet. */
static void put_why(Grid *grid, const UnitMonthCell *cell)
{
    Page *page = grid->page;
    page_put(page, HTML("<section><h3>"));
    page_say(page, question_of(cell->before));
    page_put(page, HTML("</h3>"));
    if ((cell->marks & UNIT_MONTH_DRAFT) != 0) {
        page_put(page, HTML("<p class=\"s\">"));
        PAGE_SAY(page, "The draft says {to}; published is {from}.",
                 {"to", page_letter_word(page, cell->letter)},
                 {"from", page_letter_word(page, cell->before)});
        page_put(page, HTML("</p>"));
    }
    grid_put_why(page, grid->person, grid_date(grid, grid->day));
    put_reason(grid);
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
    grid_put_effect(grid, to);
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

typedef struct {
    int32_t first, last;
    uint32_t highest;
} Spread;

static Spread span_of(const UnitFairness *f)
{
    Spread span = {f->least, f->most, 1};
    for (int32_t d = span.first; d <= span.last; d++) {
        if (f->with[d] > span.highest) span.highest = f->with[d];
    }
    return span;
}

/* SVG of columns, in tenths of a pixel: at most 31 of them. */
enum { FOOT = 720, TALL = 540, WIDTH = 3180 };

static void put_number(Page *page, Html before, int64_t tenths)
{
    page_put(page, before);
    html_tenths(&page->html, tenths);
    page_put(page, HTML("\""));
}

static void put_column(Page *page, const UnitFairness *f, Spread span,
                       int32_t days, int64_t step)
{
    int64_t x = (days - span.first) * step;
    int64_t high = (int64_t)f->with[days] * TALL / span.highest;
    if (f->with[days] > 0 && high < 20) high = 20;
    put_number(page, HTML("<rect x=\""), x + step / 8);
    put_number(page, HTML(" y=\""), FOOT - high);
    put_number(page, HTML(" width=\""), step * 3 / 4);
    put_number(page, HTML(" height=\""), high);
    page_put(page, HTML("/>"));
    if (f->with[days] > 0) {
        put_number(page, HTML("<text class=\"n\" x=\""), x + step / 2);
        put_number(page, HTML(" y=\""), FOOT - high - 50);
        page_put(page, HTML(">"));
        html_number(&page->html, f->with[days]);
        page_put(page, HTML("</text>"));
    }
    put_number(page, HTML("<text x=\""), x + step / 2);
    page_put(page, HTML(" y=\"88\">"));
    html_number(&page->html, days);
    page_put(page, HTML("</text>"));
}

/* "8 days 2 people, 9 days 12 people": for those who do not see it. */
static Str spread_said(const Page *page, const UnitFairness *f)
{
    Buf out = buf_in(page->arena);
    for (int32_t d = f->least; d <= f->most; d++) {
        if (f->with[d] == 0) continue;
        Str one = SAID(&page->speech, "{days} days: {people} people",
                       {"days", said_number(&page->speech, d)},
                       {"people", said_number(&page->speech, f->with[d])});
        if (out.len > 0) buf_c(&out, "; ");
        buf_put(&out, one);
    }
    return buf_str(&out);
}

static void put_histogram(Page *page, const UnitFairness *f)
{
    Spread span = span_of(f);
    int64_t count = span.last - span.first + 1;
    int64_t step = count < 5 ? WIDTH / 5 : WIDTH / count;
    page_put(page, HTML("<svg class=\"hist\" viewBox=\"0 0 318 92\" "
                        "role=\"img\" aria-label=\""));
    page_text(page, spread_said(page, f));
    page_put(page, HTML("\">"));
    for (int32_t d = span.first; d <= span.last; d++)
        put_column(page, f, span, d, step);
    page_put(page, HTML("<path d=\"M0 72.5h318\"/></svg>"));
}

static void put_numbers(Page *page, const UnitFairness *f)
{
    page_put(page, HTML("<details class=\"s\"><summary>"));
    page_say(page, "The numbers");
    page_put(page, HTML("</summary><table class=\"eff\"><thead><tr><th "
                        "scope=\"col\">"));
    page_say(page, "Office days");
    page_put(page, HTML("</th><th scope=\"col\">"));
    page_say(page, "People");
    page_put(page, HTML("</th></tr></thead><tbody>"));
    for (int32_t d = f->least; d <= f->most; d++) {
        page_put(page, HTML("<tr><th scope=\"row\">"));
        html_number(&page->html, d);
        page_put(page, HTML("</th><td>"));
        html_number(&page->html, f->with[d]);
        page_put(page, HTML("</td></tr>"));
    }
    page_put(page, HTML("</tbody></table></details>"));
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
    page_put(page, HTML("</p>"));
    put_histogram(page, f);
    put_numbers(page, f);
    page_put(page, HTML("</section>\n"));
}
