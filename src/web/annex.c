/* SPDX-License-Identifier: Apache-2.0 */
/*
 * annex.c - H9: the plan of a unit and a month as the letter's annex, made for
 * paper: its code and square say whether it is the last.
 */
#include "app/annex.h"

#include "sheet/annex_sheet.h"
#include "sheet/recap_file.h"
#include "web/board_part.h"
#include "web/head.h"
#include "web/part.h"
#include "web/qr.h"

const FieldRule annex_fields[2] = {
    {"bulan", N_("Month"), FIELD_MONTH, .needed = true},
    {"unit",  N_("Unit"),  FIELD_CODE,  .most = 64    },
};

/* ---- the table
 * --------------------------------------------------------------------- */

static void put_days(Page *page, Window days)
{
    page_put(page, HTML("<thead><tr><th scope=\"col\">"));
    page_say(page, "No.");
    page_put(page, HTML("</th><th scope=\"col\">"));
    page_say(page, "Name");
    page_put(page, HTML("</th>"));
    for (Date day = days.first; !date_before(days.last, day);
         day = date_plus(day, 1)) {
        page_put(page, HTML("<th scope=\"col\"><abbr title=\""));
        page_text(page, said_date(&page->speech, day));
        page_put(page, HTML("\">"));
        page_text(page,
                  date_weekday_short(date_weekday(day), page->speech.lang));
        page_put(page, HTML("</abbr><br>"));
        html_number(&page->html, date_civil(day).day);
        page_put(page, HTML("</th>"));
    }
    page_put(page, HTML("<th scope=\"col\">K</th></tr></thead>\n"));
}

static void put_row(Page *page, const AnnexTable *annex, const AnnexRow *row)
{
    for (uint32_t d = 0; d < annex->day_count; d++) {
        char letter = row->cells[d];
        page_put(page, HTML("<td class=\""));
        page_put(page, (Html){str_of(page_letter_class(letter))});
        page_put(page, HTML("\">"));
        if (letter != PLACED_NONE) page_text(page, (Str){&letter, 1});
        if (row->shifts[d] > 0) html_number(&page->html, row->shifts[d]);
        page_put(page, HTML("</td>"));
    }
    page_put(page, HTML("<td class=\"num\">"));
    html_number(&page->html, row->days[0]);
    page_put(page, HTML("</td>"));
}

static void put_people(Page *page, const AnnexTable *annex)
{
    page_put(page, HTML("<tbody>\n"));
    for (uint32_t i = 0; i < annex->row_count; i++) {
        page_put(page, HTML("<tr><td class=\"num\">"));
        html_number(&page->html, (int64_t)i + 1);
        page_put(page, HTML("</td><th scope=\"row\">"));
        page_text(page, head_person_name(page, annex->rows[i].person));
        page_put(page, HTML("</th>"));
        put_row(page, annex, &annex->rows[i]);
        page_put(page, HTML("</tr>\n"));
    }
    page_put(page, HTML("</tbody>"));
}

/* ---- around it
 * ---------------------------------------------------------------------- */

static void put_title(Page *page, Window days)
{
    Civil month = date_civil(days.first);
    page_put(page, HTML("<h1 class=\"judul\">"));
    PAGE_SAY(page, "Schedule of {unit}, {month} {year}",
             {"unit", head_unit(page->visit, page->visit->unit)->name},
             {"month", date_month_name(month.month, page->speech.lang)},
             {"year", str_format(page->arena, "%d", month.year)});
    page_put(page, HTML("</h1>\n"));
}

static void put_shift_key(Page *page, const ShiftKey *key)
{
    Str hours = shift_key_text(page->arena, key, page->speech.lang);
    if (key->most == 0) return;
    page_put(page, HTML("<p class=\"s\">"));
    page_say(page, "The number behind a letter is the shift of that day.");
    page_put(page, HTML(" "));
    page_text(page, hours);
    page_put(page, HTML("</p>\n"));
}

static void put_legend(Page *page)
{
    page_put(page, HTML("<p class=\"s\">"));
    for (size_t i = 0; i < ANNEX_LETTERS; i++) {
        page_chip(page, annex_letters[i]);
        page_put(page, HTML(" "));
        page_text(page, page_letter_word(page, annex_letters[i]));
        page_put(page, HTML(" &nbsp; "));
    }
    page_put(page, HTML("</p>\n"));
}

static Str check_address(const Visit *v, const AnnexTable *annex)
{
    return part_address(
        v, str_format(v->arena, "/cek/%.*s", STR_ARG(annex->code)));
}

/* Whoever holds the paper can ask whether it is the last. */
static void put_code(Page *page, const AnnexTable *annex)
{
    Str address = check_address(page->visit, annex);
    page_put(page, HTML("<div class=\"tanda\"><div class=\"sah\">"));
    qr_put(page, address, N_("The address where this annex can be checked"));
    page_put(page, HTML("<p>"));
    PAGE_SAY(page, "Version {version}. Check it at {address}",
             {"version", said_number(&page->speech, annex->of.version)},
             {"address", address});
    page_put(page, HTML("</p></div>"));
}

static void put_signature(Page *page, const AnnexTable *annex)
{
    page_put(page, HTML("<div class=\"teken\"><p>"));
    page_say(page, "Head of the unit");
    page_put(page, HTML("</p><p class=\"ruang\"></p><p><b>"));
    if (annex->head.index != NO_INDEX)
        page_text(page, head_person_name(page, annex->head));
    page_put(page, HTML("</b></p></div></div>\n"));
}

/* Not on the paper. */
static void put_acts(Page *page)
{
    Date month = visit_field(page->visit, "bulan")->days.first;
    Civil c = date_civil(month);
    Str before = str_format(page->arena, "/jadwal/%04d-%02d/lampiran.xlsx",
                            c.year, c.month);
    page_put(page, HTML("<div class=\"ph\"><div class=\"act\">"
                        "<a class=\"btn alt sm\" href=\""));
    page_text(page, head_path(page->visit, before.ptr));
    page_put(page, HTML("\">"));
    page_say(page, "Spreadsheet (XLSX)");
    page_put(page, HTML("</a></div></div>\n"));
}

static void put_annex(Page *page, const AnnexTable *annex)
{
    put_title(page, annex->window);
    put_acts(page);
    page_put(page, HTML("<div class=\"scr\" tabindex=\"0\" role=\"region\" "
                        "aria-label=\""));
    page_say(page, "Schedule");
    page_put(page, HTML("\"><table class=\"lamp\">"));
    put_days(page, annex->window);
    put_people(page, annex);
    page_put(page, HTML("</table></div>\n"));
    put_legend(page);
    put_shift_key(page, &annex->shifts);
    put_code(page, annex);
    put_signature(page, annex);
}

void annex_show(Visit *v)
{
    AnnexTable annex;
    PageHead head = {.frame = PAGE_DESK, .here = "/jadwal", .modules = "cetak"};
    bool made = annex_make(v->arena, v->view, v->unit,
                           visit_field(v, "bulan")->days, &annex);
    Page page = page_open(v, &head);
    if (made)
        put_annex(&page, &annex);
    else
        part_paragraph(&page, N_("No plan is published for this month."));
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
                     check_address(v, &annex), &bytes, &err)) {
        visit_refuse(v, &err);
        return;
    }
    board_file(v, file_name(v, &annex), recap_file_type(RECAP_FORM_XLSX),
               bytes);
}
