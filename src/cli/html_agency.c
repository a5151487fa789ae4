/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/html_agency.h"

#include "cli/html_chart.h"
#include "cli/html_grid.h"
#include "cli/html_panel.h"
#include "cli/html_rules.h"

#define PUT(page, literal) html_put((page), HTML(literal))

/* The letters that cite a rule of this agency's days, at most three. */
static void put_letters(HtmlPage *page, const View *view)
{
    uint32_t shown = 0;
    for (uint32_t i = 0; i < view->corpus->letter_count && shown < 3; i++) {
        const CorpusLetter *letter = &view->corpus->letters[i];
        bool meets = false;
        for (uint32_t w = 0; w < letter->window_count; w++)
            meets =
                meets || window_meets(letter->windows[w], view->plan->window);
        if (!meets || letter->decision) continue;
        PUT(page, " · ");
        html_text(page, cite_letter(view->arena, view->corpus, i, view->lang));
        shown++;
    }
}

static void put_title(HtmlPage *page, const View *view, UnitId agency)
{
    PUT(page, "<div class=ph><div><p class=crumb>");
    html_text(page, view->r->units[agency.index].name);
    put_letters(page, view);
    PUT(page, "</p><h1>");
    html_put(page, view->title);
    PUT(page, "</h1></div><p class=s><span class=\"tag ok\">");
    html_view_say(page, view, "Terbukti optimal", "Proved optimal");
    PUT(page, "</span> <span class=mut>");
    if (view->plan->known.days != DATE_NEVER.days) {
        html_view_say(page, view, "menurut yang diketahui ", "as known on ");
        html_text(page, date_words(view->arena, view->plan->known, view->lang));
    }
    PUT(page, "</span></p></div>\n");
}

static void put_chip(HtmlPage *page, Html classes, Str letter, Str word)
{
    PUT(page, "<span><i class=\"chip ");
    html_put(page, classes);
    PUT(page, "\">");
    html_text(page, letter);
    PUT(page, "</i>");
    html_letter_capital(page, word);
    PUT(page, "</span>");
}

/* "K1" and what the number is. */
static void put_shift_key(HtmlPage *page, const View *view)
{
    const ShiftKey *key = &view->made->shifts.key;
    Str hours = shift_key_text(view->arena, key, view->lang);
    if (key->most == 0) return;
    put_chip(page, HTML("k"), STR("K1"),
             html_view_text(view, "angka: gelombang", "number: shift"));
    PUT(page, "<span>");
    html_text(page, hours);
    PUT(page, "</span>");
}

static void put_legend(HtmlPage *page, const View *view,
                       const AgencySummary *agency, const Blocks *blocks)
{
    static const Placed order[] = {
        PLACED_OFFICE, PLACED_HOME,   PLACED_FIELD, PLACED_LEAVE,
        PLACED_TRIP,   PLACED_CLOSED, PLACED_USUAL,
    };
    PUT(page, "<p class=leg>");
    for (size_t i = 0; i < COUNT(order); i++) {
        char letter = (char)order[i];
        if (agency->cells[(unsigned char)letter] == 0) continue;
        put_chip(page, html_letter_class(letter), (Str){&letter, 1},
                 placed_word(order[i], view->lang));
    }
    if (blocks->served)
        put_chip(page, HTML("k mp"), STR("K"),
                 html_view_text(view, "petugas loket", "at a counter"));
    if (blocks->called)
        put_chip(page, HTML("p"), STR("P"),
                 html_view_text(view, "dipanggil ke kantor", "called in"));
    put_shift_key(page, view);
    PUT(page, "<span class=end>");
    html_view_say(page, view, "Batang: di kantor; gelap: wajib; garis: batas",
                  "Bar: in the office; dark: forced; line: cap");
    PUT(page, "</span></p>\n");
}

/* "Puskesmas X  41 pegawai, paling banyak 20" */
static void put_summary(HtmlPage *page, const View *view, const Block *block)
{
    PUT(page, "<summary><b>");
    html_text(page, view->r->units[block->unit.index].name);
    PUT(page, "</b> <span class=mut>");
    html_view_number(page, view, block->count);
    html_view_say(page, view, " pegawai", " people");
    for (uint32_t d = 0; d < view->plan->day_count; d++) {
        const CapLine *line = block->caps[d];
        if (line == NULL || !line->days[d].works) continue;
        html_view_say(page, view, ", batas ", ", cap ");
        html_number(page, line->days[d].stated);
        html_view_say(page, view, " dari ", " of ");
        html_number(page, line->days[d].base);
        break;
    }
    PUT(page, "</span></summary>\n");
}

static bool holds(const Block *block, PersonId person)
{
    for (uint32_t i = 0; i < block->count; i++) {
        if (block->people[i].index == person.index) return true;
    }
    return false;
}

static void put_blocks(HtmlPage *page, Reasons *reasons, const Blocks *blocks,
                       GridState *state)
{
    const View *view = reasons->view;
    PUT(page, "<div>");
    for (uint32_t b = 0; b < blocks->count; b++) {
        const Block *block = &blocks->at[b];
        uint32_t shown = html_block_shown(block, state->page);
        bool open = state->unfolded + shown <= GRID_UNFOLDED ||
                    holds(block, state->person);
        if (shown == 0) continue;
        if (blocks->count > 1) {
            html_put(page, open ? HTML("<details class=blk open>")
                                : HTML("<details class=blk>"));
            put_summary(page, view, block);
        }
        html_grid(page, reasons, block, state);
        if (blocks->count > 1) PUT(page, "</details>\n");
    }
    PUT(page, "</div>\n");
}

static void put_fairness(HtmlPage *page, const View *view, const Fairness *fair)
{
    if (fair->people == 0) return;
    PUT(page, "<section><h3>");
    html_view_say(page, view, "Hari kantor per pegawai bergilir",
                  "Office days of those in turn");
    PUT(page, "</h3><p class=\"xs mut\">");
    html_view_number(page, view, fair->people);
    html_view_say(page, view,
                  " orang. Antarrekan tanpa cuti dan loket "
                  "berselisih paling banyak ",
                  " people. Colleagues without leave or counter differ by at "
                  "most ");
    html_number(page, fair->apart);
    html_view_say(page, view, " hari.", ".");
    PUT(page, "</p>");
    html_chart_days(page, view, fair);
    PUT(page, "</section>\n");
}

Str html_agency_file(const View *view, UnitId agency, uint32_t page)
{
    Str name = view->pages[agency.index];
    Str stem = str_slice(name, 0, name.len - (sizeof ".html" - 1));
    if (page == 0) return name;
    return str_format(view->arena, "%.*s-%u.html", STR_ARG(stem), page + 1);
}

/* Links to the other pages of a large agency, by the unit they begin with. */
static void put_pages(HtmlPage *page, const View *view, UnitId agency,
                      const Blocks *blocks, uint32_t shown)
{
    if (blocks->pages < 2) return;
    PUT(page, "<nav class=pg aria-label=\"");
    html_view_say(page, view, "Halaman", "Pages");
    PUT(page, "\"><ol>");
    for (uint32_t p = 0; p < blocks->pages; p++) {
        Str unit = view->r->units[html_block_first(blocks, p)->unit.index].name;
        PUT(page, "<li>");
        if (p == shown) {
            PUT(page, "<b aria-current=page>");
        } else {
            PUT(page, "<a href=\"");
            html_text(page, html_agency_file(view, agency, p));
            PUT(page, "\">");
        }
        html_number(page, p + 1);
        PUT(page, ". ");
        html_text(page, unit);
        html_put(page, p == shown ? HTML("</b>") : HTML("</a>"));
    }
    PUT(page, "</ol></nav>\n");
}

bool html_agency(const View *view, const AgencySummary *agency,
                 const Blocks *blocks, uint32_t page, Html *out)
{
    HtmlPage html = html_page(view->arena);
    Reasons reasons = html_reasons(view);
    Fairness fair = summary_fairness(view->arena, view->made, agency->unit);
    GridState state = {
        .person = html_panel_pick(view, blocks, page),
        .day = plan_day(view->plan, view->day),
        .page = page,
    };
    html_view_begin(&html, view, agency->unit);
    put_title(&html, view, agency->unit);
    html_rules(&html, view, agency->unit, &fair);
    put_legend(&html, view, agency, blocks);
    put_pages(&html, view, agency->unit, blocks, page);
    PUT(&html, "<div class=rost>\n");
    put_blocks(&html, &reasons, blocks, &state);
    PUT(&html, "<aside class=side>\n");
    if (state.person.index != NO_INDEX) html_panel(&html, view, state.person);
    put_fairness(&html, view, &fair);
    PUT(&html, "</aside></div>\n");
    html_reasons_list(&html, &reasons);
    html_view_end(&html, view);
    return html_done(&html, out);
}
