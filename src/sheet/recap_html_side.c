/* SPDX-License-Identifier: Apache-2.0 */
#include "sheet/recap_html_part.h"
#include "sheet/recap_text.h"

#define PUT(page, literal) html_put((page), HTML(literal))

enum { LISTED = 40 };

/* ---- beside ------------------------------------------------------------- */

static void put_holes(RecapSheet *s)
{
    if (s->recap->hole_count == 0) return;
    PUT(&s->page, "<section><h2>");
    recap_html_say(s, "Server kami mati", "Our server was down");
    PUT(&s->page, "</h2><ul class=todo>");
    for (size_t i = 0; i < s->recap->hole_count; i++) {
        PUT(&s->page, "<li><b>");
        recap_html_date(s, s->recap->holes[i].day);
        PUT(&s->page, "</b>");
        recap_html_number(s, s->recap->holes[i].minutes);
        recap_html_say(s, " menit; ", " minutes; ");
        recap_html_number(s, s->recap->holes[i].unknown);
        recap_html_say(s, " temuan tidak diketahui\n", " findings unknown\n");
    }
    PUT(&s->page, "</ul></section>\n");
}

static void put_over(RecapSheet *s)
{
    if (s->recap->over_count == 0) return;
    PUT(&s->page, "<section><h2>");
    recap_html_say(s, "Batas yang tidak dijaga", "Caps that were not kept");
    PUT(&s->page, "</h2><ul class=todo>");
    for (size_t i = 0; i < s->recap->over_count && i < LISTED; i++) {
        const RecapCap *over = &s->recap->over[i];
        PUT(&s->page, "<li><b>");
        html_text(&s->page, s->r->units[over->unit.index].name);
        PUT(&s->page, "</b>");
        recap_html_date(s, over->day);
        recap_html_say(s, ": masuk ", ": came ");
        recap_html_number(s, over->there);
        recap_html_say(s, ", batas ", ", cap ");
        recap_html_number(s, over->stated);
        PUT(&s->page, "\n");
    }
    PUT(&s->page, "</ul></section>\n");
}

static void put_asked(RecapSheet *s)
{
    const RecapPeriods *asked = &s->made->asked;
    if (asked->count == 0) return;
    PUT(&s->page, "<section><h2>");
    recap_html_say(s, "Yang diminta surat", "What the letters ask for");
    PUT(&s->page, "</h2><ul class=todo>");
    for (size_t i = 0; i < asked->count && i < LISTED; i++) {
        PUT(&s->page, "<li><b>");
        recap_html_date(s, asked->at[i].window.first);
        PUT(&s->page, "–");
        recap_html_date(s, asked->at[i].window.last);
        PUT(&s->page, "</b>");
        html_text(&s->page, recap_span_word(asked->at[i].span, s->lang));
        PUT(&s->page, ", ");
        html_text(
            &s->page,
            cite_words(s->arena, s->recap->corpus,
                       corpus_clause(s->recap->corpus, asked->at[i].by)->cite,
                       s->lang));
        PUT(&s->page, "\n");
    }
    PUT(&s->page, "</ul></section>\n");
}

static void put_closing(RecapSheet *s)
{
    PUT(&s->page, "<section><h2>");
    recap_html_say(s, "Penutupan", "Closing");
    PUT(&s->page, "</h2><ul class=todo><li>");
    html_text(&s->page, recap_text_closing(s->arena, s->made, s->lang));
    PUT(&s->page, "<li class=long><b>");
    recap_html_say(s, "Sidik jari", "Hash");
    PUT(&s->page, "</b>");
    html_words(&s->page, s->made->hash);
    PUT(&s->page, "</ul></section>\n");
}

void recap_html_side(RecapSheet *s)
{
    PUT(&s->page, "<aside class=side>\n");
    put_closing(s);
    put_holes(s);
    put_over(s);
    put_asked(s);
    PUT(&s->page, "</aside>\n");
}
