/* SPDX-License-Identifier: Apache-2.0 */
/*
 * grid_bar.c - the draft in one line: what is in it, and what can be done.
 */
#include "web/grid_part.h"

static Str code_of(const Grid *grid)
{
    return grid->v->view->office->r.units[grid->month.unit.index].code;
}

static Str name_of(const Grid *grid, Str code)
{
    const Register *r = &grid->v->view->office->r;
    uint32_t person = map_find(&r->person_codes, code);
    return person == NO_INDEX ? code : r->people[person].name;
}

static void open_form(Grid *grid)
{
    Page *page = grid->page;
    form_open(page, str_format(page->arena, "%.*s/sel", STR_ARG(grid->base)));
    form_hidden(page, GRID_UNIT, code_of(grid));
    form_hidden(page, "versi",
                str_format(page->arena, "%u", grid->draft.version));
}

/* ---- somebody else was quicker ------------------------------------------- */

/* Asked once: the same cells again, on top of what the other has done. */
static void put_again(Grid *grid)
{
    Page *page = grid->page;
    const HttpPairs *form = &grid->v->request->form;
    open_form(grid);
    for (size_t i = 0; i < form->count; i++) {
        if (str_is(form->at[i].name, STR("sel")))
            form_hidden(page, "sel", form->at[i].value);
        if (str_is(form->at[i].name, STR("alasan")))
            form_hidden(page, "alasan", form->at[i].value);
    }
    form_button_named(page, N_("Make my changes as well"), "aksi",
                      http_first(form, STR("aksi")), true);
    form_close(page);
}

static void put_other(Grid *grid, const DraftCell *cell)
{
    Page *page = grid->page;
    const Register *r = &grid->v->view->office->r;
    page_put(page, HTML("<li>"));
    PAGE_SAY(page, "{name}, {day}: {place}",
             {"name", r->people[cell->person.index].name},
             {"day", said_day_month(&page->speech, cell->day)},
             {"place", cell->to == DRAFT_NONE
                           ? said(&page->speech, "as published")
                           : page_letter_word(page, draft_letter(cell->to))});
    page_put(page, HTML("</li>"));
}

static void put_overtaken(Grid *grid)
{
    enum { SHOWN = 8 };
    Page *page = grid->page;
    const DraftDone *done = grid->done;
    if (done == NULL || done->outcome != DRAFT_OVERTAKEN) return;
    page_put(page, HTML("<div class=\"alertbar\" role=\"alert\"><b>"));
    PAGE_SAY_MANY(
        page,
        "{who} changed {n} cell meanwhile. Your changes are not made "
        "yet.",
        "{who} changed {n} cells meanwhile. Your changes are not made "
        "yet.",
        (int64_t)done->others.count, {"who", name_of(grid, done->other)});
    page_put(page, HTML("</b><ul class=\"daftar\">"));
    for (size_t i = 0; i < done->others.count && i < SHOWN; i++)
        put_other(grid, &done->others.at[i]);
    page_put(page, HTML("</ul>"));
    put_again(grid);
    page_put(page, HTML("</div>\n"));
}

/* ---- what was refused ---------------------------------------------------- */

static void put_refusal(Grid *grid, const DraftRefusal *refusal)
{
    Page *page = grid->page;
    const Register *r = &grid->v->view->office->r;
    page_put(page, HTML("<li>"));
    PAGE_SAY(page, "{name}, {day}: {why}.",
             {"name", r->people[refusal->cell.person.index].name},
             {"day", said_day_month(&page->speech, refusal->cell.day)},
             {"why", refusal->said[page->speech.lang]});
    page_put(page, HTML("</li>"));
}

static void put_refused(Grid *grid)
{
    enum { SHOWN = 8 };
    Page *page = grid->page;
    const DraftDone *done = grid->done;
    if (done == NULL || done->refused.count == 0) return;
    page_put(page, HTML("<div class=\"alertbar\" role=\"alert\"><b>"));
    say_many(&page->html, &page->speech, "{n} cell stays as it is:",
             "{n} cells stay as they are:", (int64_t)done->refused.count, NULL,
             0);
    page_put(page, HTML("</b><ul class=\"daftar\">"));
    for (size_t i = 0; i < done->refused.count && i < SHOWN; i++)
        put_refusal(grid, &done->refused.at[i]);
    page_put(page, HTML("</ul></div>\n"));
}

/* ---- the draft ----------------------------------------------------------- */

static void put_count(Grid *grid)
{
    Page *page = grid->page;
    size_t cells = draft_cells(&grid->draft);
    if (cells == 0) {
        page_say(page, "The draft is empty: all is as published.");
        return;
    }
    say_many(&page->html, &page->speech, "Draft: {n} change.",
             "Draft: {n} changes.", (int64_t)cells, NULL, 0);
    if (grid->month.lapsed > 0) {
        page_put(page, HTML(" "));
        PAGE_SAY(page, "{lapsed} of them cannot hold any more.",
                 {"lapsed", said_number(&page->speech, grid->month.lapsed)});
    }
}

static void put_buttons(Grid *grid)
{
    Page *page = grid->page;
    open_form(grid);
    page_put(page, HTML("<p class=\"aksi\">"));
    if (draft_can_undo(&grid->draft, grid->v->actor, false))
        form_button_named(page, N_("Undo"), "aksi", STR("urung"), false);
    if (draft_can_undo(&grid->draft, grid->v->actor, true))
        form_button_named(page, N_("Redo"), "aksi", STR("ulang"), false);
    form_button_named(page, N_("Throw the draft away"), "aksi", STR("buang"),
                      false);
    if (draft_cells(&grid->draft) > 0) {
        page_put(page, HTML(" "));
        page_link_say(page,
                      str_format(page->arena, "%.*s/konsep?%.*s",
                                 STR_ARG(grid->base), STR_ARG(grid->query)),
                      "Print the draft");
    }
    page_put(page, HTML("</p>"));
    form_close(page);
}

void grid_put_bar(Grid *grid)
{
    Page *page = grid->page;
    if (!grid->edits) return;
    page_put(page, HTML("<div id=\"ranc\" class=\"jw-bar\" data-versi=\""));
    html_number(&page->html, grid->draft.version);
    page_put(page, HTML("\" data-gagal=\""));
    page_say(page, "changes are not saved yet.");
    page_put(page, HTML("\" data-lagi=\""));
    page_say(page, "Try again");
    page_put(page, HTML("\" data-lain=\""));
    page_say(page, "Field, leave and trips are not set here: they come from "
                   "the letter, the register and what was approved.");
    page_put(page, HTML("\">\n"));
    put_overtaken(grid);
    put_refused(grid);
    if (grid->draft.version > 0) {
        page_put(page, HTML("<div class=\"jw-isi\"><p>"));
        put_count(grid);
        page_put(page, HTML("</p>"));
        put_buttons(grid);
        page_put(page, HTML("</div>"));
    }
    page_put(page, HTML("</div>\n"));
}
