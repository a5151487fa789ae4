/* SPDX-License-Identifier: Apache-2.0 */
#include "web/part.h"

#include "door/problem.h"

/* ---- blocks ---------------------------------------------------------------
 */

void part_open(Page *page)
{
    page_put(page, HTML("<section class=\"blk\">\n"));
}

void part_close(Page *page)
{
    page_put(page, HTML("</section>\n"));
}

void part_heading(Page *page, const char *english)
{
    page_put(page, HTML("<h2>"));
    page_say(page, english);
    page_put(page, HTML("</h2>\n"));
}

void part_paragraph(Page *page, const char *english)
{
    page_put(page, HTML("<p>"));
    page_say(page, english);
    page_put(page, HTML("</p>\n"));
}

void part_small(Page *page, const char *english)
{
    page_put(page, HTML("<p class=\"s mut\">"));
    page_say(page, english);
    page_put(page, HTML("</p>\n"));
}

void part_link(Page *page, Str path, const char *english)
{
    page_put(page, HTML("<p class=\"baris\">"));
    page_link_say(page, path, english);
    page_put(page, HTML("</p>\n"));
}

/* ---- rows -----------------------------------------------------------------
 */

void part_rows(Page *page)
{
    page_put(page, HTML("<dl class=\"rinci\">"));
}

void part_rows_end(Page *page)
{
    page_put(page, HTML("</dl>\n"));
}

void part_row_open(Page *page, const char *label)
{
    page_put(page, HTML("<div><dt>"));
    page_say(page, label);
    page_put(page, HTML("</dt><dd>"));
}

void part_row_close(Page *page)
{
    page_put(page, HTML("</dd></div>\n"));
}

void part_row(Page *page, const char *label, Str value)
{
    part_row_open(page, label);
    page_text(page, value);
    part_row_close(page);
}

/* ---- tables ---------------------------------------------------------------
 */

void part_scroll_open(Page *page, const char *english)
{
    page_put(page, HTML("<div class=\"led\" tabindex=\"0\" role=\"region\" "
                        "aria-label=\""));
    page_say(page, english);
    page_put(page, HTML("\">"));
}

void part_scroll_close(Page *page)
{
    page_put(page, HTML("</div>\n"));
}

void part_columns(Page *page, const char *const *english, size_t count)
{
    page_put(page, HTML("<thead><tr>"));
    for (size_t i = 0; i < count; i++) {
        page_put(page, HTML("<th scope=\"col\">"));
        page_say(page, english[i]);
        page_put(page, HTML("</th>"));
    }
    page_put(page, HTML("</tr></thead>\n"));
}

void part_key(Page *page, const char *english)
{
    page_put(page, HTML(" data-k=\""));
    page_say(page, english);
    page_put(page, HTML("\""));
}

void part_tag(Page *page, const char *css, const char *english)
{
    page_put(page, HTML("<span class=\"tag "));
    page_put(page, (Html){str_of(css)});
    page_put(page, HTML("\">"));
    page_say(page, english);
    page_put(page, HTML("</span>"));
}

/* ---- what became of it ----------------------------------------------------
 */

void part_done(Page *page, const PartDone *rows, size_t count)
{
    Str word = visit_done(page->visit);
    for (size_t i = 0; i < count; i++) {
        if (!str_is(word, str_of(rows[i].word))) continue;
        page_put(page, HTML("<p class=\"sudah\" role=\"status\">"));
        page_say(page, rows[i].english);
        page_put(page, HTML("</p>\n"));
    }
}

Str part_sentence(Arena *arena, Str text)
{
    Buf out = buf_in(arena);
    if (text.len == 0) return text;
    char first = text.ptr[0];
    if (first >= 'a' && first <= 'z') first = (char)(first - 'a' + 'A');
    buf_char(&out, first);
    buf_put(&out, str_slice(text, 1, text.len));
    if (!str_ends(text, STR("."))) buf_char(&out, '.');
    return buf_str(&out);
}

void part_failure(Page *page, const Err *err)
{
    if (err == NULL) return;
    Str why = problem_said_to(page->visit, err);
    page_put(page, HTML("<div class=\"galat\" role=\"alert\" tabindex=\"-1\">"
                        "<p>"));
    page_text(page, part_sentence(page->arena, why));
    page_put(page, HTML("</p></div>\n"));
}

void part_status(Visit *visit, const Err *err)
{
    enum { FAULTY = 422, WAIT = 429 };
    if (visit->fields.faults.count > 0) visit->answer->status = FAULTY;
    if (err == NULL) return;
    problem_cause(visit, err);
    visit->answer->status = err->kind == ERR_LIMIT ? WAIT : err_http(err->kind);
    if (err->kind == ERR_INPUT) visit->answer->status = FAULTY;
}

Str part_instant(const Page *page, Instant at)
{
    Zone zone = page->visit->view->office->government.zone;
    Str day = date_words(page->arena, zone_day(zone, at), page->speech.lang);
    Str time = said_time(&page->speech, zone, at);
    return str_format(page->arena, "%.*s, %.*s %.*s", STR_ARG(day),
                      STR_ARG(time), STR_ARG(zone_name(zone)));
}

Str part_staff_kind(const Page *page, StaffKind kind)
{
    if (kind == STAFF_KONTRAK) return said(&page->speech, "contract staff");
    if (kind == STAFF_HONORER) return said(&page->speech, "honorary staff");
    if (kind == STAFF_PPPK_PARUH) return said(&page->speech, "part-time PPPK");
    return staff_kind_word(kind);
}

void part_install(Page *page, Html when)
{
    page_put(page, HTML("<p><button class=\"btn alt\" type=\"button\" "
                        "id=\"pasang\" hidden"));
    page_put(page, when);
    page_put(page, HTML(">"));
    page_say(page, "Install on the home screen");
    page_put(page, HTML("</button></p>"));
}
