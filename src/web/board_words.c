/* SPDX-License-Identifier: Apache-2.0 */
#include "web/board_part.h"

/* ---- names and addresses --------------------------------------------------
 */

Str board_unit(const Page *page, UnitId unit)
{
    const Unit *u = &page->visit->view->office->r.units[unit.index];
    return u->short_name.len > 0 ? u->short_name : u->name;
}

Str board_code_path(Arena *arena, const char *before, Str code)
{
    Str part = address_part(arena, code);
    return str_format(arena, "%s%.*s", before, STR_ARG(part));
}

Str board_case_path(Arena *arena, Str code, Date day)
{
    char iso[DATE_TEXT];
    Str path = board_code_path(arena, "/tidak-sesuai/", code);
    return str_format(arena, "%.*s/%s", STR_ARG(path), date_iso(day, iso));
}

Str board_unit_path(const Page *page, UnitId unit)
{
    return board_code_path(page->arena, "/pantau/unit/",
                           page->visit->view->office->r.units[unit.index].code);
}

const Person *board_person(const Page *page, PersonId person)
{
    return &page->visit->view->office->r.people[person.index];
}

/* ---- units to choose -------------------------------------------------------
 */

void board_unit_choice(Page *page, UnitId chosen)
{
    const Register *r = &page->visit->view->office->r;
    FormChoice *choices = NEW(page->arena, FormChoice, r->unit_count + 2);
    size_t count = 0;
    choices[count++] =
        (FormChoice){.value = STR(""), .text = said(&page->speech, "All")};
    for (uint32_t i = 0; i < r->unit_count; i++) {
        UnitId unit = r->preorder[i];
        bool is_chosen = unit.index == chosen.index;
        if (!r->units[unit.index].agency && !is_chosen) continue;
        choices[count++] = (FormChoice){.value = r->units[unit.index].code,
                                        .text = r->units[unit.index].name,
                                        .chosen = is_chosen};
    }
    form_select(page, "unit", N_("Unit"), choices, count);
}

/* ---- days ------------------------------------------------------------------
 */

bool board_day(Visit *v, Date *out)
{
    const FieldValue *asked = visit_field(v, "hari");
    Date day = asked->given ? asked->date : v->today;
    if (date_before(v->today, day)) {
        visit_refuse_with(v, ERR_INPUT,
                          "hari itu belum tiba; pilih hari ini atau "
                          "sebelumnya",
                          "that day is still to come; choose today or a day "
                          "before");
        return false;
    }
    if (date_before(day, date_plus(v->today, -LIVE_KEPT))) {
        visit_refuse_with(v, ERR_INPUT,
                          "hari itu terlalu lama; pakai halaman rekap",
                          "that day is too long ago; use the page of recaps");
        return false;
    }
    *out = day;
    return true;
}

Str board_day_query(const Page *page, Date day)
{
    char iso[DATE_TEXT];
    if (date_is(day, page->visit->today)) return STR("");
    return str_format(page->arena, "?hari=%s", date_iso(day, iso));
}

void board_day_form(Page *page, Str path, Date day)
{
    char iso[DATE_TEXT];
    page_put(page, HTML("<form class=\"lain-hari\" action=\""));
    page_text(page, path);
    page_put(page, HTML("\"><label for=\"hari\">"));
    page_say(page, "Other day");
    page_put(page, HTML("</label><input type=\"date\" id=\"hari\" "
                        "name=\"hari\" value=\""));
    page_text(page, str_of(date_iso(day, iso)));
    page_put(page, HTML("\"><button class=\"btn alt sm\">"));
    page_say(page, "Show");
    page_put(page, HTML("</button></form>\n"));
}

/* ---- the head --------------------------------------------------------------
 */

void board_head(Page *page, Str above, Str heading)
{
    const Visit *v = page->visit;
    Zone zone = v->view->office->government.zone;
    page_put(page, HTML("<div class=\"ph\"><div>"));
    if (above.len > 0) {
        page_put(page, HTML("<p class=\"crumb\">"));
        page_text(page, above);
        page_put(page, HTML("</p>"));
    }
    page_element(page, "h1", heading);
    page_put(page, HTML("</div><p class=\"s mut\">"));
    PAGE_SAY(page, "Data as of {time} {zone}",
             {"time", said_time(&page->speech, zone, v->now)},
             {"zone", zone_name(zone)});
    page_put(page, HTML("</p>\n<div class=\"act papan\">"));
}

void board_head_end(Page *page)
{
    page_put(page, HTML("</div></div>\n"));
}

void board_done(Page *page, const BoardDone *rows, size_t count)
{
    const Visit *v = page->visit;
    Zone zone = v->view->office->government.zone;
    Str done = visit_done(v);
    for (size_t i = 0; i < count; i++) {
        if (!str_is(done, str_of(rows[i].word))) continue;
        page_put(page, HTML("<p class=\"tuntas\" role=\"status\">"));
        PAGE_SAY(page, rows[i].english,
                 {"time", said_time(&page->speech, zone, v->now)});
        page_put(page, HTML("</p>\n"));
    }
}

Str board_letters(Page *page, Date day)
{
    const Corpus *corpus = page->visit->view->corpus;
    Buf out = buf_in(page->arena);
    for (uint32_t i = 0; i < corpus->letter_count; i++) {
        const CorpusLetter *letter = &corpus->letters[i];
        if (letter->decision || !letter_holds(letter, day)) continue;
        if (out.len > 0) buf_c(&out, " · ");
        buf_put(&out, cite_letter(page->arena, corpus, i, page->speech.lang));
    }
    return buf_str(&out);
}

void board_outages(Page *page, const Outage *outages, size_t count)
{
    Zone zone = page->visit->view->office->government.zone;
    for (size_t i = 0; i < count; i++) {
        page_put(page, HTML("<p class=\"mati\">"));
        PAGE_SAY(page,
                 "Our server was down from {from} to {to}: what was to come "
                 "then is not known, and is held against nobody.",
                 {"from", said_time(&page->speech, zone, outages[i].from)},
                 {"to", said_time(&page->speech, zone, outages[i].to)});
        page_put(page, HTML("</p>\n"));
    }
}

/* ---- files -----------------------------------------------------------------
 */
