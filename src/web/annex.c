/* SPDX-License-Identifier: Apache-2.0 */
/*
 * annex.c - H9: the plan of a unit and a month as the letter's annex, made for
 * paper: its code and square say whether it is the last.
 */
#include "app/annex.h"

#include "sheet/annex_sheet.h"
#include "sheet/recap_file.h"
#include "web/annex_part.h"
#include "web/board_part.h"
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

static Str path_of(const Visit *v, const char *ending)
{
    Civil c = date_civil(visit_field(v, "bulan")->days.first);
    Str before = str_format(v->arena, "/jadwal/%04d-%02d/lampiran%s", c.year,
                            c.month, ending);
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
static void put_acts(Page *page)
{
    const Visit *v = page->visit;
    Str other = str_format(v->arena, "%.*s&kertas=%s", STR_ARG(path_of(v, "")),
                           is_long(v) ? "a4" : "f4");
    page_put(page, HTML("<div class=\"ph\"><p class=\"tak-cetak mut\">"));
    page_say(page, "This is how it is printed. What a draft holds is not on it "
                   "before it is published.");
    page_put(page, HTML("</p><div class=\"act\">"));
    put_act(page, other, is_long(v) ? N_("A4 paper") : N_("F4 paper"));
    put_act(page, path_of(v, ".xlsx"), N_("Spreadsheet (XLSX)"));
    page_put(page, HTML("</div></div>\n"));
}

/* The sheet's size, and the language of "page 1 of 4" in its margin. */
static Html sheet_class(const Visit *v)
{
    static const char *const names[2][2] = {
        {"lembar a4", "lembar a4 en"},
        {"lembar f4", "lembar f4 en"}
    };
    return (Html){str_of(names[is_long(v)][v->lang == LANG_EN])};
}

static void put_annex(Page *page, const AnnexTable *annex)
{
    UnitMonth month = unit_month(page->arena, page->visit->view, annex->of.unit,
                                 unit_month_window(annex->window.first), NULL);
    put_acts(page);
    page_put(page, HTML("<article class=\""));
    page_put(page, sheet_class(page->visit));
    page_put(page, HTML("\">\n"));
    annex_put_head(page, annex, &month);
    annex_put_table(page, annex);
    annex_put_foot(page, annex, &month);
    page_put(page, HTML("</article>\n"));
}

void annex_show(Visit *v)
{
    AnnexTable annex;
    PageHead head = {.frame = PAGE_DESK,
                     .here = "/jadwal",
                     .modules = "cetak",
                     .sheet = "lampiran"};
    bool made = annex_make(v->arena, v->view, v->unit,
                           visit_field(v, "bulan")->days, &annex);
    Page page = page_open(v, &head);
    if (made) {
        put_annex(&page, &annex);
    } else {
        page_heading(&page, "Annex");
        part_paragraph(&page, N_("No plan is published for this month."));
    }
    page_close(&page);
}

/* ---- as a spreadsheet
 * --------------------------------------------------------------------- */

/* "lampiran-dinkes-2020-08.xlsx" */
static Str file_name(const Visit *v, const AnnexTable *annex)
{
    Civil month = date_civil(annex->window.first);
    return str_format(
        v->arena, "lampiran-%.*s-%04d-%02d.xlsx",
        STR_ARG(address_part(v->arena, head_unit(v, v->unit)->code)),
        month.year, month.month);
}

void annex_file(Visit *v)
{
    AnnexTable annex;
    Err err = {0};
    Str bytes = {0};
    if (!annex_make(v->arena, v->view, v->unit, visit_field(v, "bulan")->days,
                    &annex)) {
        visit_refuse_with(v, ERR_ABSENT,
                          "belum ada jadwal yang terbit untuk bulan itu",
                          "no plan is published for that month");
        return;
    }
    if (!annex_sheet(v->arena, v->lang, v->view->office, &annex,
                     annex_address(v, &annex), &bytes, &err)) {
        visit_refuse(v, &err);
        return;
    }
    board_file(v, file_name(v, &annex), recap_file_type(RECAP_FORM_XLSX),
               bytes);
}
