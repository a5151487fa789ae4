/* SPDX-License-Identifier: Apache-2.0 */
#include "web/page.h"

#include "web/asset.h"
#include "web/nav.h"
#include "web/theme.h"
#include "web/words.h"

/* ---- short ways ------------------------------------------------------------
 */

void page_put(Page *page, Html part)
{
    html_put(&page->html, part);
}

void page_text(Page *page, Str text)
{
    html_text(&page->html, text);
}

void page_say(Page *page, const char *english)
{
    say(&page->html, &page->speech, english);
}

void page_element(Page *page, const char *tag, Str text)
{
    Html open = {str_format(page->arena, "<%s>", tag)};
    Html close = {str_format(page->arena, "</%s>", tag)};
    page_put(page, open);
    page_text(page, text);
    page_put(page, close);
}

void page_heading(Page *page, const char *english)
{
    page_put(page, HTML("<h1>"));
    page_say(page, english);
    page_put(page, HTML("</h1>\n"));
}

void page_link(Page *page, Str path, Str text)
{
    page_put(page, HTML("<a href=\""));
    page_text(page, path);
    page_put(page, HTML("\">"));
    page_text(page, text);
    page_put(page, HTML("</a>"));
}

void page_link_say(Page *page, Str path, const char *english)
{
    page_link(page, path, said(&page->speech, english));
}

/* ---- letters --------------------------------------------------------------
 */

static const struct {
    char letter;
    const char *css, *english;
} letters[] = {
    {PLACED_OFFICE, "k", N_("Office")       },
    {PLACED_HOME,   "r", N_("Home")         },
    {PLACED_FIELD,  "l", N_("Field")        },
    {PLACED_LEAVE,  "c", N_("Leave")        },
    {PLACED_TRIP,   "d", N_("Official trip")},
    {PLACED_CLOSED, "x", N_("Closed")       },
    {PLACED_USUAL,  "b", N_("As usual")     },
};

const char *page_letter_class(char letter)
{
    for (size_t i = 0; i < COUNT(letters); i++) {
        if (letters[i].letter == letter) return letters[i].css;
    }
    return "o";
}

Str page_letter_word(const Page *page, char letter)
{
    for (size_t i = 0; i < COUNT(letters); i++) {
        if (letters[i].letter == letter)
            return said(&page->speech, letters[i].english);
    }
    return said(&page->speech, "Off");
}

/* A word needs more room than its letter. */
static void put_chip(Page *page, char letter, Str shown)
{
    page_put(page, shown.len > 1 ? HTML("<span class=\"chip kata ")
                                 : HTML("<span class=\"chip "));
    page_put(page, (Html){str_of(page_letter_class(letter))});
    page_put(page, HTML("\">"));
    page_text(page, shown);
    page_put(page, HTML("</span>"));
}

void page_chip(Page *page, char letter)
{
    put_chip(page, letter, (Str){&letter, 1});
}

void page_chip_word(Page *page, char letter)
{
    put_chip(page, letter, page_letter_word(page, letter));
}

/* ---- the head -------------------------------------------------------------
 */

/* Whose page it is; NULL: of none, or of all that are here. */
static const Office *office_of(const Page *page)
{
    const Visit *v = page->visit;
    return v->has_government && !page->head.of_all ? v->view->office : NULL;
}

static Str government_name(const Page *page)
{
    const Office *office = office_of(page);
    return office == NULL ? STR("") : office->government.name;
}

/* Its own crest, or a plain shield. */
static Str crest_path(const Page *page)
{
    const Office *office = office_of(page);
    Str own = office == NULL ? STR("") : theme_crest_path(page->arena, office);
    return own.len > 0 ? own : asset_path(page->arena, "lambang.svg");
}

static Str title_of(const Page *page)
{
    const char *title = page->head.title;
    if (page->head.name.len > 0) return page->head.name;
    if (title == NULL && page->visit->route != NULL)
        title = page->visit->route->title;
    return title == NULL ? STR("") : said(&page->speech, title);
}

static void put_attribute(Page *page, Html before, Str value)
{
    page_put(page, before);
    page_text(page, value);
    page_put(page, HTML("\""));
}

static void put_sheet(Page *page, Str path)
{
    put_attribute(page, HTML("<link rel=\"stylesheet\" href=\""), path);
    page_put(page, HTML(">"));
}

/* The sheet of all, in the colours of the government; that of the page. */
static void put_sheets(Page *page)
{
    const Office *office = office_of(page);
    Str path = office == NULL ? STR("") : theme_style_path(page->arena, office);
    put_sheet(page, path.len > 0 ? path : asset_path(page->arena, "tk.css"));
    if (page->head.sheet == NULL) return;
    Str own = str_format(page->arena, "%s.css", page->head.sheet);
    put_sheet(page, asset_path(page->arena, str_c(page->arena, own)));
}

/* What a module asks for comes with it, not after it; and the service worker
 * sees by its name that the page needs it. */
static void put_needed(Page *page, Str module)
{
    if (!str_is(module, STR("kotak"))) return;
    put_attribute(page, HTML("<link rel=\"modulepreload\" href=\""),
                  asset_path(page->arena, "kirim.js"));
    page_put(page, HTML(">\n"));
}

static void put_modules(Page *page)
{
    Str rest = str_of(page->head.modules == NULL ? "" : page->head.modules);
    Str name = STR("inti");
    do {
        Str file = str_format(page->arena, "%.*s.js", STR_ARG(name));
        put_attribute(page, HTML("<script type=\"module\" src=\""),
                      asset_path(page->arena, str_c(page->arena, file)));
        page_put(page, HTML("></script>\n"));
        put_needed(page, name);
    } while (str_next(&rest, ' ', &name));
}

static void put_about(Page *page)
{
    if (page->head.about == NULL) return;
    put_attribute(page, HTML("<meta name=\"description\" content=\""),
                  said(&page->speech, page->head.about));
    page_put(page, HTML(">\n"));
}

static void put_head(Page *page)
{
    Str title = title_of(page);
    page_put(page, HTML("<!doctype html>\n<html lang=\""));
    page_put(page,
             page->speech.lang == LANG_ID ? HTML("id\">") : HTML("en\">"));
    page_put(page, HTML("<head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                        "content=\"width=device-width,initial-scale=1\">"
                        "<meta name=\"theme-color\" content=\"#c3202b\">\n"
                        "<title>"));
    page_text(page, title);
    page_put(page, HTML(" · Tata Kerja "));
    page_text(page, government_name(page));
    page_put(page, HTML("</title>\n"));
    put_about(page);
    put_sheets(page);
    put_attribute(page, HTML("<link rel=\"icon\" href=\""), crest_path(page));
    page_put(page, HTML("><link rel=\"manifest\" href=\"/manifest.webmanifest\""
                        ">\n"));
    put_modules(page);
    page_put(page, HTML("</head>\n"));
}

/* ---- the letterhead -------------------------------------------------------
 */

/* Where somebody belongs, in a word or two: the agency by its short name. */
static Str unit_label(const Register *r, UnitId unit)
{
    UnitId agency = r->agency_of[unit.index];
    if (agency.index != NO_INDEX && r->units[agency.index].short_name.len > 0)
        return r->units[agency.index].short_name;
    const Unit *own = &r->units[unit.index];
    return own->short_name.len > 0 ? own->short_name : own->name;
}

/* "Sri Wahyuni, S.E., M.Si." -> "Sri Wahyuni": the head is narrow. */
static Str bare_name(Str name)
{
    size_t comma = str_find(name, STR(","), 0);
    return comma == SIZE_MAX ? name : str_slice(name, 0, comma);
}

static void put_me(Page *page)
{
    const Visit *v = page->visit;
    page_put(page, HTML("<div class=\"me\">"));
    if (v->person.index != NO_INDEX) {
        const Register *r = &v->view->office->r;
        const Person *me = &r->people[v->person.index];
        page_element(page, "b", bare_name(me->name));
        page_element(page, "span", unit_label(r, me->unit));
    } else {
        nav_language(page);
    }
    page_put(page, HTML("</div>"));
}

static void put_letterhead(Page *page)
{
    bool wide = page->head.frame == PAGE_DESK;
    page_put(page, HTML("<div class=\"band\"></div><header class=\"kop\">"));
    page_put(page, wide ? HTML("<div class=\"page kop-in\">")
                        : HTML("<div class=\"kop-in\">"));
    put_attribute(page, HTML("<img width=\"34\" height=\"40\" alt=\"\" src=\""),
                  crest_path(page));
    page_put(page, HTML("><div><span>"));
    if (page->head.of_all)
        page_say(page, "Demonstration");
    else
        page_text(page, government_name(page));
    page_put(page, HTML("</span><b>Tata Kerja</b></div>"));
    put_me(page);
    page_put(page, HTML("</div></header>\n"));
}

/* ---- from top to bottom ---------------------------------------------------
 */

static const char *column_of(const Page *page)
{
    switch (page->head.frame) {
    case PAGE_PHONE:
        return nav_is_wide(page) ? "<div class=\"hp luas\">"
                                 : "<div class=\"hp\">";
    case PAGE_PUBLIC: return "<div class=\"hp pub\">";
    case PAGE_DESK: break;
    }
    return "<div>";
}

/* Whose outbox it is, and the token that its sending needs (kotak.js). */
static void put_body(Page *page)
{
    const Visit *v = page->visit;
    if (!v->signed_in) {
        page_put(page, HTML("<body>"));
        return;
    }
    page_put(page, HTML("<body data-siapa=\""));
    page_text(page, v->government);
    page_put(page, HTML("/"));
    page_text(page, v->actor);
    put_attribute(page, HTML("\" data-kunci=\""),
                  session_form_token(page->arena, &v->session));
    page_put(page, HTML(">"));
}

Page page_open(Visit *visit, const PageHead *head)
{
    Page page = {
        .visit = visit,
        .arena = visit->arena,
        .head = *head,
        .html = html_page(visit->arena),
        .speech = {visit->arena, visit->lang}
    };
    put_head(&page);
    put_body(&page);
    page_put(&page, HTML("<a class=\"skip\" href=\"#isi\">"));
    page_say(&page, "Skip to content");
    page_put(&page, HTML("</a>\n"));
    page_put(&page, (Html){str_of(column_of(&page))});
    put_letterhead(&page);
    nav_top(&page);
    page_put(&page, head->frame == PAGE_DESK
                        ? HTML("<main id=\"isi\" class=\"page\">\n")
                        : HTML("<main id=\"isi\">\n"));
    return page;
}

void page_close(Page *page)
{
    Html whole = {{0}};
    page_put(page, HTML("</main>\n"));
    nav_bottom(page);
    page_put(page, HTML("</div></body></html>\n"));
    CHECK(html_done(&page->html, &whole));
    buf_put(&page->visit->answer->body, whole.safe);
}
