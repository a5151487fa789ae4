/* SPDX-License-Identifier: Apache-2.0 */
/*
 * grid_effect.c - what changing one cell comes to: the month is made again
 * with it, and laid beside the month as it stands.
 */
#include "web/grid_part.h"

/* The draft with the chosen cell changed, in memory of its own. */
static Draft draft_with(const Grid *grid, char to)
{
    Date day = grid_date(grid, grid->day);
    DraftCell cell = {.person = grid->person, .day = day, .to = to};
    Draft draft = draft_none(grid->v->arena, &grid->v->view->office->r,
                             grid->draft.unit, grid->draft.days);
    for (size_t i = 0; i < grid->draft.rows.count; i++) {
        draft.row_of[grid->draft.rows.at[i].person.index] = (uint32_t)i;
        VEC_PUSH(draft.arena, &draft.rows, grid->draft.rows.at[i]);
    }
    (void)draft_step(&draft, grid->v->actor, &cell, 1);
    return draft;
}

static void put_row(Grid *grid, Str head, Str before, Str after)
{
    Page *page = grid->page;
    page_put(page, HTML("<tr><th scope=\"row\">"));
    page_text(page, head);
    page_put(page, HTML("</th><td>"));
    page_text(page, before);
    page_put(page, HTML(" → <b>"));
    page_text(page, after);
    page_put(page, HTML("</b></td></tr>"));
}

static Str load_said(const Grid *grid, const GridLoad *load)
{
    const Speech *speech = &grid->page->speech;
    Str in = said_number(speech, load->in);
    return load->most < 0 ? in
                          : SAID(speech, "{in} of {most}", {"in", in},
                                 {"most", said_number(speech, load->most)});
}

static void put_load_row(Grid *grid, Grid *after)
{
    const Speech *speech = &grid->page->speech;
    UnitId of = NO_UNIT;
    GridLoad was = grid_load_moved(grid, after, grid->day, &of);
    GridLoad is = grid_load_moved(after, grid, grid->day, &of);
    Str day = said_day_month(speech, grid_date(grid, grid->day));
    Str head = of.index == NO_INDEX
                   ? SAID(speech, "In the office on {day}", {"day", day})
                   : SAID(speech, "In the office of {unit} on {day}",
                          {"unit", grid_unit_name(grid, of)}, {"day", day});
    put_row(grid, head, said_number(speech, was.in), load_said(grid, &is));
}

static void put_days_row(Grid *grid, const Grid *after)
{
    const Speech *speech = &grid->page->speech;
    const UnitMonthRow *was = unit_month_row(&grid->month, grid->person);
    const UnitMonthRow *is = unit_month_row(&after->month, grid->person);
    put_row(grid, said(speech, "Office days this month"),
            said_number(speech, was->office), said_number(speech, is->office));
}

static const UnitRule *same_rule(const Grid *grid, const UnitRule *rule)
{
    for (uint32_t i = 0; i < grid->month.rule_count; i++) {
        const UnitRule *one = &grid->month.rules[i];
        if (one->kind == rule->kind && one->clause.index == rule->clause.index)
            return one;
    }
    return NULL;
}

/* Rules that the day breaks with the change, and does not without. */
static bool put_broken(Grid *grid, const Grid *after)
{
    bool any = false;
    Page *page = grid->page;
    for (uint32_t i = 0; i < after->month.rule_count; i++) {
        const UnitRule *rule = &after->month.rules[i];
        const UnitRule *was = same_rule(grid, rule);
        bool bad = (rule->bad >> grid->day & 1) != 0;
        if (!bad || (was != NULL && (was->bad >> grid->day & 1) != 0)) continue;
        if (any) page_put(page, HTML("<br>"));
        page_text(page, grid_rule_label(grid, rule));
        any = true;
    }
    return any;
}

static void put_rules_row(Grid *grid, const Grid *after)
{
    Page *page = grid->page;
    page_put(page, HTML("<tr><th scope=\"row\">"));
    page_say(page, "Rules broken by it");
    page_put(page, HTML("</th><td class=\"jw-akibat\">"));
    if (!put_broken(grid, after)) {
        page_put(page, HTML("<span class=\"okk\">"));
        page_say(page, "none");
        page_put(page, HTML("</span>"));
    }
    page_put(page, HTML("</td></tr>"));
}

static void open_table(Page *page, char to, bool headed)
{
    Str place = page_letter_word(page, to);
    page_put(page, headed ? HTML("<table class=\"eff\"><caption class=\"vh\">")
                          : HTML("<p class=\"s\" id=\"akibat\">"));
    PAGE_SAY(page, "What changing the day to {place} comes to",
             {"place", place});
    page_put(page, headed ? HTML("</caption>")
                          : HTML("</p><table class=\"eff\" "
                                 "aria-labelledby=\"akibat\">"));
}

void grid_put_effect(Grid *grid, char to, bool headed)
{
    Grid after = *grid;
    after.draft =
        draft_with(grid, to == PLACED_OFFICE ? DRAFT_OFFICE : DRAFT_HOME);
    after.month = unit_month(grid->v->arena, grid->v->view, grid->month.unit,
                             grid->month.days, &after.draft);
    open_table(grid->page, to, headed);
    put_load_row(grid, &after);
    put_days_row(grid, &after);
    put_rules_row(grid, &after);
    page_put(grid->page, HTML("</table>"));
}
