/* SPDX-License-Identifier: Apache-2.0 */
/*
 * grid_bad.c - cells of a draft with which no plan keeps the rules, and what
 * can be done about them.
 */
#include "web/grid_part.h"

enum { REASONS_SHOWN = 20 };

static void open_change(Grid *grid)
{
    Page *page = grid->page;
    form_open(page, str_format(page->arena, "%.*s/sel", STR_ARG(grid->base)));
    form_hidden(page, GRID_UNIT,
                grid->v->view->office->r.units[grid->month.unit.index].code);
    form_hidden(page, "versi",
                str_format(page->arena, "%u", grid->draft.version));
}

static void put_cell_field(Grid *grid, const DraftCell *cell, char to)
{
    char iso[DATE_TEXT];
    const Register *r = &grid->v->view->office->r;
    form_hidden(grid->page, "sel",
                str_format(grid->v->arena, "%.*s.%s.%c",
                           STR_ARG(r->people[cell->person.index].code),
                           date_iso(cell->day, iso), to));
}

static void put_bad_cell(Grid *grid, const DraftBad *bad)
{
    Page *page = grid->page;
    page_put(page, HTML("<li><b>"));
    PAGE_SAY(
        page, "{name}, {day}: {place}",
        {"name", grid->v->view->office->r.people[bad->cell.person.index].name},
        {"day", said_day_month(&page->speech, bad->cell.day)},
        {"place", page_letter_word(page, draft_letter(bad->cell.to))});
    page_put(page, HTML("</b> "));
    page_text(page, bad->said[page->speech.lang]);
    open_change(grid);
    put_cell_field(grid, &bad->cell, DRAFT_NONE);
    form_button_named(page, N_("Leave it as published"), "aksi", STR("ubah"),
                      false);
    form_close(page);
    page_put(page, HTML("</li>\n"));
}

/* All at once, knowingly, with a reason. */
static void put_knowingly(Grid *grid, const DraftTry *tried)
{
    Page *page = grid->page;
    page_put(page, HTML("<h3>"));
    page_say(page, "Or break the rule knowingly");
    page_put(page, HTML("</h3>"));
    open_change(grid);
    for (size_t i = 0; i < tried->bad.count; i++)
        put_cell_field(grid, &tried->bad.at[i].cell,
                       draft_letter(tried->bad.at[i].cell.to));
    page_put(page, HTML("<div class=\"isian\"><label for=\"f-alasan\">"));
    page_say(page, "Reason");
    page_put(page, HTML("</label><p class=\"hint\">"));
    page_say(page, "These days are recorded as deviations, with this reason, "
                   "and shown upwards.");
    page_put(page, HTML("</p><input id=\"f-alasan\" name=\"alasan\" "
                        "maxlength=\"200\" required></div>"));
    form_button_named(page, N_("Record as deviations"), "aksi", STR("ubah"),
                      false);
    form_close(page);
}

void grid_put_bad(Grid *grid, const DraftTry *tried)
{
    Page *page = grid->page;
    if (tried->bad.count == 0) return;
    page_put(page, HTML("<section class=\"blk jw-rusak\"><h2>"));
    say_many(&page->html, &page->speech,
             "{n} fixed day goes with no plan that keeps the rules",
             "{n} fixed days go with no plan that keeps the rules",
             (int64_t)tried->bad.count, NULL, 0);
    page_put(page, HTML("</h2><ol class=\"jw-jalan\">\n"));
    for (size_t i = 0; i < tried->bad.count && i < REASONS_SHOWN; i++)
        put_bad_cell(grid, &tried->bad.at[i]);
    page_put(page, HTML("</ol>"));
    put_knowingly(grid, tried);
    page_put(page, HTML("</section>\n"));
}

void grid_put_clash(Grid *grid, const DraftTry *tried)
{
    Page *page = grid->page;
    if (!tried->clash) return;
    page_put(page, HTML("<section class=\"blk jw-rusak\"><h2>"));
    page_say(page, "No plan keeps the rules, whatever the draft says");
    page_put(page, HTML("</h2><p>"));
    page_say(page, "Ways out, the cheapest first:");
    page_put(page, HTML("</p><ol class=\"jw-jalan\">"));
    for (uint32_t i = 0; i < tried->ways.count; i++)
        page_element(page, "li", tried->ways.at[i].said[page->speech.lang]);
    page_put(page, HTML("</ol></section>\n"));
}
