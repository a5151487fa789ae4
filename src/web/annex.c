/* SPDX-License-Identifier: Apache-2.0 */
/*
 * annex.c - H9: the plan of a unit and a month as the letter's annex, made for
 * paper: its code and square say whether it is the last.  A draft can be
 * printed as well: "KONSEP" lies over every sheet of it, and it has no code.
 */
#include "app/annex.h"

#include "door/annexes.h"
#include "sheet/annex_sheet.h"
#include "sheet/recap_file.h"
#include "web/annex_part.h"
#include "web/board_part.h"
#include "web/grid_part.h"
#include "web/head.h"
#include "web/part.h"

const FieldRule annex_fields[3] = {
    {"bulan",  N_("Month"), FIELD_MONTH,  .needed = true    },
    {"unit",   N_("Unit"),  FIELD_CODE,   .most = 64        },
    {"kertas", N_("Paper"), FIELD_CHOICE, .choices = "a4|f4"},
};

/* F4 (215 x 330 mm), which offices print on, instead of A4. */
static bool is_long(const Visit *v)
{
    const FieldValue *paper = visit_field(v, "kertas");
    return paper->given && str_is(paper->text, STR("f4"));
}

static Str path_of(const Visit *v, const char *page)
{
    Civil c = date_civil(visit_field(v, "bulan")->days.first);
    Str before =
        str_format(v->arena, "/jadwal/%04d-%02d/%s", c.year, c.month, page);
    return head_path(v, before.ptr);
}

static void put_act(Page *page, Str path, const char *english)
{
    page_put(page, HTML("<a class=\"btn alt sm\" href=\""));
    page_text(page, path);
    page_put(page, HTML("\">"));
    page_say(page, english);
    page_put(page, HTML("</a>"));
}

/* Not on the paper. */
static void put_acts(Page *page, bool draft)
{
    const Visit *v = page->visit;
    Str other = str_format(v->arena, "%.*s&kertas=%s",
                           STR_ARG(path_of(v, draft ? "konsep" : "lampiran")),
                           is_long(v) ? "a4" : "f4");
    page_put(page, HTML("<div class=\"ph\"><p class=\"tak-cetak mut\">"));
    page_say(page,
             draft ? N_("This is how the draft is printed. It does not hold "
                        "before it is published, and has no code.")
                   : N_("This is how it is printed. What a draft holds is not "
                        "on it before it is published."));
    page_put(page, HTML("</p><div class=\"act\">"));
    put_act(page, other, is_long(v) ? N_("A4 paper") : N_("F4 paper"));
    if (!draft)
        put_act(page, path_of(v, "lampiran.xlsx"), N_("Spreadsheet (XLSX)"));
    page_put(page, HTML("</div></div>\n"));
}

/* The sheet's size, the language of "page 1 of 4" in its margin, and what lies
 * over it. */
static void put_sheet_class(Page *page, bool draft)
{
    page_put(page,
             is_long(page->visit) ? HTML("lembar f4") : HTML("lembar a4"));
    if (page->visit->lang == LANG_EN) page_put(page, HTML(" en"));
    if (draft) page_put(page, HTML(" konsep"));
}

static void put_annex(Page *page, const AnnexTable *annex,
                      const UnitMonth *month)
{
    bool draft = annex->draft != NULL;
    put_acts(page, draft);
    page_put(page, HTML("<article class=\""));
    put_sheet_class(page, draft);
    page_put(page, HTML("\">\n"));
    annex_put_head(page, annex, month);
    annex_put_table(page, annex);
    annex_put_foot(page, annex, month);
    page_put(page, HTML("</article>\n"));
}

static Page open_page(Visit *v)
{
    PageHead head = {.frame = PAGE_DESK,
                     .here = "/jadwal",
                     .modules = "cetak",
                     .sheet = "lampiran"};
    return page_open(v, &head);
}

void annex_show(Visit *v)
{
    AnnexTable annex;
    bool made = annex_make(v->arena, v->view, v->unit,
                           visit_field(v, "bulan")->days, &annex);
    Page page = open_page(v);
    if (made) {
        UnitMonth month =
            unit_month(v->arena, v->view, v->unit,
                       unit_month_window(annex.window.first), NULL);
        put_annex(&page, &annex, &month);
    } else {
        page_heading(&page, "Annex");
        part_paragraph(&page, N_("No plan is published for this month."));
    }
    page_close(&page);
}

void annex_show_draft(Visit *v)
{
    Grid grid;
    if (!grid_open(v, &grid)) return;
    Page page = open_page(v);
    if (draft_cells(&grid.draft) > 0) {
        AnnexTable annex = annex_of_draft(v->arena, v->view, &grid.month);
        put_annex(&page, &annex, &grid.month);
    } else {
        page_heading(&page, "Draft of the annex");
        part_paragraph(&page, N_("The draft is empty: all is as published."));
        grid.page = &page;
        grid_put_back(&grid,
                      str_format(v->arena, "%.*s?%.*s", STR_ARG(grid.base),
                                 STR_ARG(grid.query)));
    }
    page_close(&page);
}

/* ---- as a spreadsheet
 * --------------------------------------------------------------------- */

void annex_file(Visit *v)
{
    AnnexTable annex;
    Err err = {0};
    Str bytes = {0};
    if (!annexes_made(v, &annex)) return;
    if (annex_sheet(v->arena, v->lang, v->view->office, &annex,
                    annexes_address(v, &annex), &bytes, &err))
        visit_file(v, annexes_file_name(v, &annex),
                   recap_file_type(RECAP_FORM_XLSX), bytes);
    else
        visit_refuse(v, &err);
}
