/* SPDX-License-Identifier: Apache-2.0 */
/*
 * grid_make.c - H3: a draft that the program makes.
 */
#include "app/draft_fill.h"
#include "door/problem.h"
#include "web/grid_part.h"

static Str unit_code(const Grid *grid)
{
    return grid->v->view->office->r.units[grid->month.unit.index].code;
}

static Str back_of(const Grid *grid)
{
    return str_format(grid->v->arena, "%.*s?%.*s", STR_ARG(grid->base),
                      STR_ARG(grid->query));
}

/* ---- the page ------------------------------------------------------------ */

static void put_patterns(Page *page)
{
    const Speech *speech = &page->speech;
    FormChoice choices[] = {
        {.value = STR("bebas"),
         .text = said(speech,      "Free"),
         .hint = said(speech,                                "Turns as even as the letters allow."),
         .chosen = true},
        {.value = STR("hari"),
         .text = said(speech,   "Groups on alternate days"),
         .hint = said(speech, "Groups that never meet in the office.")                                                                       },
        {.value = STR("minggu"),
         .text = said(speech, "Groups on alternate weeks"),
         .hint = said(
             speech,  "A week in the office, then at home until the turn comes again.")                                                                                },
    };
    form_radios(page, "pola", N_("Pattern"), choices, COUNT(choices));
}

/* With an odd number of people half of them may be too many for the cap: then
 * three groups fit. */
static void put_groups(Page *page)
{
    const Speech *speech = &page->speech;
    FormChoice choices[] = {
        {.value = STR("2"), .text = said_number(speech, 2),               .chosen = true},
        {.value = STR("3"),                 .text = said_number(speech,                           3)},
        {.value = STR("4"),                 .text = said_number(speech,                           4)},
    };
    form_select(page, "kelompok", N_("Number of groups"), choices,
                COUNT(choices));
}

static void put_keep(Page *page)
{
    FormChoice keep = {
        .value = STR("ya"),
        .text = said(&page->speech, "Keep days that were set by hand"),
        .hint = said(&page->speech, "Fixed days, and what is in the draft."),
        .chosen = true};
    form_checks(page, "tetap", N_("Hand-made days"), &keep, 1);
}

/* Who publishes what, so that nobody waits for something that does not come. */
static void put_meaning(Grid *grid)
{
    Page *page = grid->page;
    bool may = visit_may(grid->v, ACCESS_PUBLISH, NO_PERSON, NO_UNIT, NULL);
    page_put(page, HTML("<p class=\"s mut\">"));
    page_say(page, "The result is a draft of this unit. Publishing it fixes "
                   "its days; the published plan then follows with the fewest "
                   "further changes.");
    if (!may) {
        page_put(page, HTML(" "));
        page_say(page, "The plan of the whole government is published by the "
                       "personnel board or the organisation office.");
    }
    page_put(page, HTML("</p>"));
}

static void put_fault(Grid *grid, const Err *err)
{
    Page *page = grid->page;
    if (err == NULL) return;
    page_put(page, HTML("<p class=\"alertbar\" role=\"alert\"><b>"));
    page_say(page, "No such roster can be built.");
    page_put(page, HTML("</b> "));
    page_text(page, problem_said(err, page->speech.lang));
    page_put(page, HTML("</p>\n"));
}

static void put_form(Grid *grid)
{
    Page *page = grid->page;
    form_open(page, str_format(page->arena, "%.*s/susun", STR_ARG(grid->base)));
    form_hidden(page, GRID_UNIT, unit_code(grid));
    form_hidden(page, "versi",
                str_format(page->arena, "%u", grid->draft.version));
    put_patterns(page);
    put_groups(page);
    put_keep(page);
    put_meaning(grid);
    page_put(page, HTML("<p class=\"hint\">"));
    page_say(page, "Building takes a few seconds: the whole government is "
                   "solved, so that every rule holds.");
    page_put(page, HTML("</p><button class=\"btn\" data-tunggu=\""));
    page_say(page, "Building …");
    page_put(page, HTML("\">"));
    page_say(page, "Build");
    page_put(page, HTML("</button>\n"));
    form_close(page);
}

static void show(Grid *grid, const Err *err)
{
    PageHead head = {.frame = PAGE_DESK,
                     .here = "/jadwal",
                     .modules = "kisi",
                     .sheet = "kisi",
                     .title = N_("Build the roster")};
    Page *page = NEW(grid->v->arena, Page, 1);
    *page = page_open(grid->v, &head);
    grid->page = page;
    page_put(page, HTML("<div class=\"jw-sempit\">\n<p class=\"crumb\">"));
    page_link_say(page, back_of(grid), "Back to the roster");
    page_put(page, HTML("</p><h1>"));
    PAGE_SAY(page, "Build the roster of {month}",
             {"month", grid_month_said(&page->speech, grid->month.days.first)});
    page_put(page, HTML("</h1><p class=\"mut\">"));
    page_text(page, grid_unit_name(grid, grid->month.unit));
    page_put(page, HTML("</p>\n"));
    put_fault(grid, err);
    page_put(page, HTML("<h2 class=\"vh\">"));
    page_say(page, "The letters' rules and what they come to");
    page_put(page, HTML("</h2>"));
    grid_put_rules(grid);
    page_put(page, HTML("<section class=\"blk\">\n"));
    put_form(grid);
    page_put(page, HTML("</section></div>\n"));
    page_close(page);
}

void grid_show_make(Visit *v)
{
    Grid grid;
    if (grid_open(v, &grid)) show(&grid, NULL);
}

/* ---- making -------------------------------------------------------------- */

static void show_again(Visit *v, const Err *err, const DraftDone *done)
{
    Grid grid;
    if (!grid_open(v, &grid)) return;
    grid.done = done;
    v->answer->status = done != NULL ? 409 : 422;
    if (done != NULL)
        grid_show(&grid);
    else
        show(&grid, err);
}

void grid_make(Visit *v)
{
    Err err = {0};
    Draft draft;
    DraftDone done = {0};
    DraftFill fill = asked_fill(v);
    DraftWish wish = asked_draft(v, v->unit);
    if (!draft_fill(v->arena, v->view, &wish, &fill, &draft, &done, &err)) {
        if (err.kind == ERR_CLASH)
            show_again(v, &err, NULL);
        else
            visit_refuse(v, &err);
        return;
    }
    if (done.outcome == DRAFT_OVERTAKEN) {
        show_again(v, NULL, &done);
        return;
    }
    Grid grid;
    if (!grid_open(v, &grid)) return;
    visit_go(v, back_of(&grid),
             done.outcome == DRAFT_SAME ? "sama" : "disusun");
}
