/* SPDX-License-Identifier: Apache-2.0 */
#include "web/public_part.h"

#include "app/letter_view.h"

/* ---- which government -----------------------------------------------------
 */

static bool is_open_choice(const Visit *v)
{
    return v->view_count > 1 && !v->signed_in && !v->entering;
}

static Str path_in(Arena *arena, Str path, Str government)
{
    bool asked = str_find(path, STR("?"), 0) != SIZE_MAX;
    return str_format(arena, "%.*s%cpemda=%.*s", STR_ARG(path),
                      asked ? '&' : '?',
                      STR_ARG(address_part(arena, government)));
}

Str public_path(const Page *page, Str path)
{
    const Visit *v = page->visit;
    return is_open_choice(v) ? path_in(page->arena, path, v->government) : path;
}

void public_put_governments(Page *page, const char *path)
{
    const Visit *v = page->visit;
    if (!is_open_choice(v)) return;
    page_put(page, HTML("<nav class=\"filt pemda\" aria-label=\""));
    page_say(page, "Government");
    page_put(page, HTML("\">"));
    for (size_t i = 0; i < v->view_count; i++) {
        const Government *g = &v->views[i].office->government;
        page_put(page, HTML("<a href=\""));
        page_text(page, path_in(page->arena, str_of(path), g->code));
        page_put(page, str_is(g->code, v->government)
                           ? HTML("\" aria-current=\"true\">")
                           : HTML("\">"));
        page_text(page, g->name);
        page_put(page, HTML("</a>"));
    }
    page_put(page, HTML("</nav>\n"));
}

bool public_has_government(Visit *v)
{
    if (v->has_government) return true;
    visit_refuse_with(v, ERR_ABSENT,
                      "belum ada data pemerintah daerah di server ini",
                      "this server has the data of no government yet");
    return false;
}

/* ---- head and foot --------------------------------------------------------
 */

static const struct {
    const char *path, *english;
} foot[] = {
    {"/loket",         N_("Counters")      },
    {"/edaran",        N_("Letters")       },
    {"/cek",           N_("Check an annex")},
    {"/bantuan",       N_("Help")          },
    {"/privasi",       N_("Privacy")       },
    {"/aksesibilitas", N_("Accessibility") },
};

Page public_open(Visit *v, const PageHead *head)
{
    return page_open(v, head);
}

void public_close(Page *page)
{
    const Visit *v = page->visit;
    page_put(page, HTML("<nav class=\"blk tautan\" aria-label=\""));
    page_say(page, "Public pages");
    page_put(page, HTML("\">"));
    for (size_t i = 0; i < COUNT(foot); i++)
        page_link_say(page, public_path(page, str_of(foot[i].path)),
                      foot[i].english);
    if (v->signed_in)
        page_link_say(page, STR("/"), "Today");
    else
        page_link_say(page, STR("/masuk"), "Sign in");
    page_put(page, HTML("</nav>\n"));
    page_close(page);
}

void public_put_letter(Page *page, uint32_t letter)
{
    const Corpus *corpus = page->visit->view->corpus;
    Str path =
        str_format(page->arena, "/edaran/%.*s",
                   STR_ARG(letter_view_path(page->arena, corpus, letter)));
    page_link(page, public_path(page, path),
              cite_letter(page->arena, corpus, letter, page->speech.lang));
}
