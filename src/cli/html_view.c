/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/html_view.h"

#include "sheet/html_style.h"

#include <string.h>

#define PUT(page, literal) html_put((page), HTML(literal))

Str html_view_text(const View *view, const char *id, const char *en)
{
    return str_of(view->lang == LANG_EN ? en : id);
}

void html_view_say(HtmlPage *page, const View *view, const char *id,
                   const char *en)
{
    html_text(page, html_view_text(view, id, en));
}

void html_view_number(HtmlPage *page, const View *view, int64_t number)
{
    Buf text = buf_in(view->arena);
    say_number(&text, view->lang, number);
    html_text(page, buf_str(&text));
}

void html_view_tenths(HtmlPage *page, const View *view, int64_t tenths)
{
    Buf text = buf_in(view->arena);
    say_tenths(&text, view->lang, tenths);
    html_text(page, buf_str(&text));
}

/* ---- names of files ---------------------------------------------------- */

/* What a code may hold in the name of a file and in a link. */
static bool is_plain(Str code)
{
    bool plain = code.len > 0 && code.len <= 60 && code.ptr[0] != '.';
    for (size_t i = 0; plain && i < code.len; i++) {
        char c = code.ptr[i];
        plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    }
    return plain;
}

static const Str *name_pages(Arena *arena, const Summary *summary)
{
    const Register *r = summary->made->corpus.r;
    Str *pages = NEW(arena, Str, r->unit_count);
    for (uint32_t i = 0; i < summary->agency_count; i++) {
        uint32_t unit = summary->agencies[i].unit.index;
        Str code = r->units[unit].code;
        pages[unit] = is_plain(code)
                          ? str_format(arena, "%.*s.html", STR_ARG(code))
                          : str_format(arena, "unit-%u.html", unit);
    }
    return pages;
}

static void name_files(View *view, const char *path)
{
    const char *slash = strrchr(path, '/');
    Str name = str_of(slash == NULL ? path : slash + 1);
    Str stem = str_slice(name, 0, name.len - (sizeof ".html" - 1));
    view->index = name;
    view->folder = str_format(view->arena, "%.*s_files", STR_ARG(stem));
}

/* ---- the whole --------------------------------------------------------- */

/* The counter that each reason names. */
static const uint32_t *counters_of(Arena *arena, const Plan *plan,
                                   const Register *r)
{
    Map codes = map_in(arena);
    uint32_t *of = NEW(arena, uint32_t, plan->reason_count);
    for (uint32_t i = 0; i < r->counter_count; i++)
        (void)map_put(&codes, r->counters[i].code, i);
    for (uint32_t i = 0; i < plan->reason_count; i++) {
        const Reason *reason = &plan->reason[i];
        of[i] = reason->step == STEP_TURN && reason->thing.len > 0
                    ? map_find(&codes, reason->thing)
                    : NO_INDEX;
    }
    return of;
}

/* A working day near the middle of the period. */
static Date middle_day(const Plan *plan, const Corpus *corpus)
{
    uint32_t at = plan->day_count / 2;
    while (at + 1 < plan->day_count &&
           !calendar_works(corpus->calendar, 5, plan->days[at], corpus->known))
        at++;
    return plan->days[at];
}

static Html title_of(const View *view)
{
    Window w = view->plan->window;
    Civil a = date_civil(w.first);
    Civil b = date_civil(w.last);
    Str last = date_words(view->arena, w.last, view->lang);
    Str first = date_words(view->arena, w.first, view->lang);
    if (a.year == b.year && a.month == b.month)
        first = str_format(view->arena, "%d", a.day);
    else if (a.year == b.year) /* the year is said once */
        first = str_slice(first, 0, first.len - 5);
    Str title = say_text(view->arena, view->lang, "Jadwal kerja %.*s–%.*s",
                         "Roster %.*s–%.*s", STR_ARG(first), STR_ARG(last));
    return html_escaped(view->arena, title);
}

View html_view(const Call *call, const Summary *summary, const char *path)
{
    const RosterMade *made = summary->made;
    View view = {
        .arena = call->arena,
        .lang = call->lang,
        .summary = summary,
        .made = made,
        .plan = &made->demand.plan,
        .r = made->corpus.r,
        .corpus = &made->corpus,
        .government = made->corpus.government,
        .pages = name_pages(call->arena, summary),
        .style = html_style(call->arena, made->corpus.government->colour),
        .proved = made->verified,
    };
    name_files(&view, path);
    view.counter_of = counters_of(call->arena, view.plan, view.r);
    view.day = middle_day(view.plan, view.corpus);
    view.law = law_day(call->arena, view.corpus, view.day);
    view.title = title_of(&view);
    return view;
}

/* ---- the frame of a page ----------------------------------------------- */

static void put_kop(HtmlPage *page, const View *view)
{
    html_style_letterhead(page, view->government->name);
    PUT(page, "</span><b>Tata Kerja</b></div>");
    if (view->proved) {
        PUT(page, "<div class=me><b>");
        html_view_say(page, view, "Sertifikat optimal", "Certified optimal");
        PUT(page, "</b><span>");
        html_view_say(page, view, "terbukti oleh audit", "verified by audit");
        PUT(page, "</span></div>");
    }
    PUT(page, "</div></header>\n");
}

static void put_nav(HtmlPage *page, const View *view, UnitId agency)
{
    PUT(page, "<nav class=nav><div class=page><ul><li>");
    if (agency.index == NO_INDEX) {
        PUT(page, "<b aria-current=page>");
        if (view->pages == NULL) /* a page of its own */
            html_put(page, view->title);
        else
            html_view_say(page, view, "Seluruh perangkat daerah",
                          "All agencies");
        PUT(page, "</b></ul></div></nav>\n");
        return;
    }
    PUT(page, "<a href=\"../");
    html_text(page, view->index);
    PUT(page, "\">");
    html_view_say(page, view, "Seluruh perangkat daerah", "All agencies");
    PUT(page, "</a><li><b aria-current=page>");
    html_text(page, view->r->units[agency.index].name);
    PUT(page, "</b></ul></div></nav>\n");
}

void html_view_begin(HtmlPage *page, const View *view, UnitId agency)
{
    PUT(page, "<!doctype html>\n<html lang=");
    html_view_say(page, view, "id", "en");
    PUT(page, ">\n<head><meta charset=utf-8>\n<meta name=viewport "
              "content=\"width=device-width,initial-scale=1\">\n");
    html_put(page, view->style);
    PUT(page, "<title>");
    if (agency.index != NO_INDEX) {
        html_text(page, view->r->units[agency.index].name);
        PUT(page, " · ");
    }
    html_put(page, view->title);
    PUT(page, " · Tata Kerja</title></head>\n<body>\n<a class=skip "
              "href=\"#isi\">");
    html_view_say(page, view, "Langsung ke isi", "Skip to content");
    PUT(page, "</a>\n");
    put_kop(page, view);
    put_nav(page, view, agency);
    PUT(page, "<main id=isi class=page>\n");
}

void html_view_end(HtmlPage *page, const View *view)
{
    PUT(page, "<p class=\"foot xs mut\">");
    html_text(page, view->government->note);
    PUT(page, "</p>\n</main></body></html>\n");
}
