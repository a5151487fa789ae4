/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/compare_view.h"
#include "cli/html_chart.h"
#include "cli/html_view.h"
#include "sheet/html_style.h"

#define PUT(page, literal) html_put((page), HTML(literal))

/* What every part of the page is drawn from. */
typedef struct {
    const CompareView *of;
    View view; /* frame, language, numbers */
    HtmlPage page;
} Drawing;

static void say(Drawing *d, const char *id, const char *en)
{
    html_view_say(&d->page, &d->view, id, en);
}

static void number(Drawing *d, int64_t n)
{
    html_view_number(&d->page, &d->view, n);
}

static void put_side_name(Drawing *d, int at)
{
    html_put(&d->page, at == 0 ? HTML("<b>A</b> ") : HTML("<b>B</b> "));
    html_text(&d->page, d->of->compared->side[at].cite);
}

/* ---- the paragraph ----------------------------------------------------- */

/* A bound that changes moves nobody by the letters: their turns change. */
static void put_moved(Drawing *d)
{
    const Compared *c = d->of->compared;
    if (c->cells == 0 && c->more + c->fewer > 0) {
        say(d,
            "Menurut surat tidak seorang pun berpindah tempat; yang berubah "
            "ialah gilirannya.",
            "By the letters nobody moves to another place; their turns "
            "change.");
        return;
    }
    number(d, c->changed);
    say(d, " dari ", " of ");
    number(d, c->people);
    say(d, " pegawai berubah tempat, pada ", " people change place, on ");
    number(d, (int64_t)c->cells);
    say(d, " hari-orang.", " person-days.");
}

static void put_title(Drawing *d)
{
    const Compared *c = d->of->compared;
    PUT(&d->page, "<div class=ph><div><p class=crumb>");
    html_text(&d->page, c->office.government.name);
    PUT(&d->page, "</p><h1>");
    html_put(&d->page, d->view.title);
    PUT(&d->page, "</h1></div></div>\n<p class=lead>");
    put_side_name(d, 0);
    say(d, " dengan ", " with ");
    put_side_name(d, 1);
    PUT(&d->page, ", ");
    html_text(&d->page,
              date_words(d->view.arena, c->window.first, d->view.lang));
    say(d, " sampai dengan ", " to ");
    html_text(&d->page,
              date_words(d->view.arena, c->window.last, d->view.lang));
    PUT(&d->page, ". ");
    put_moved(d);
    say(d, " Hari kantor menurut jadwal B: lebih banyak bagi ",
        " Office days by the roster of B: more for ");
    number(d, c->more);
    say(d, " pegawai, lebih sedikit bagi ", " people, fewer for ");
    number(d, c->fewer);
    PUT(&d->page, ".");
    PUT(&d->page, "</p>\n");
}

/* ---- day by day -------------------------------------------------------- */

static int32_t most_in(const Compared *c)
{
    int32_t most = 1;
    for (int i = 0; i < COMPARE_SIDES; i++) {
        for (uint32_t day = 0; day < c->day_count; day++) {
            if (c->side[i].office[day] > most) most = c->side[i].office[day];
        }
    }
    return most;
}

static void put_cell(Drawing *d, const char *id, const char *en)
{
    PUT(&d->page, "<td role=cell data-l=\"");
    say(d, id, en);
    PUT(&d->page, "\">");
}

static void put_in(Drawing *d, int at, uint32_t day, int32_t most)
{
    int32_t in = d->of->compared->side[at].office[day];
    if (!d->of->side[at].solved) {
        PUT(&d->page, "–");
        return;
    }
    html_chart_bullet(&d->page, in, -1, most);
    PUT(&d->page, "<b>");
    number(d, in);
    PUT(&d->page, "</b>");
}

static void put_day(Drawing *d, uint32_t day, int32_t most)
{
    const Compared *c = d->of->compared;
    PUT(&d->page, "<tr role=row><th scope=row role=rowheader>");
    html_text(&d->page, date_words(d->view.arena, c->days[day], d->view.lang));
    put_cell(d, "A di kantor", "A in the office");
    put_in(d, 0, day, most);
    put_cell(d, "B di kantor", "B in the office");
    put_in(d, 1, day, most);
    put_cell(d, "Berubah", "Change");
    number(d, d->of->changed[day]);
    PUT(&d->page, "\n");
}

static void put_head(Drawing *d, const char *id, const char *en)
{
    PUT(&d->page, "<th scope=col role=columnheader>");
    say(d, id, en);
}

static void put_days(Drawing *d)
{
    const Compared *c = d->of->compared;
    int32_t most = most_in(c);
    PUT(&d->page,
        "<div class=\"led ban\" tabindex=0 role=region aria-label=\"");
    say(d, "Setiap hari", "Day by day");
    PUT(&d->page, "\"><table role=table><thead role=rowgroup><tr role=row>");
    put_head(d, "Hari", "Day");
    put_head(d, "A di kantor", "A in the office");
    put_head(d, "B di kantor", "B in the office");
    put_head(d, "Berubah", "Change");
    PUT(&d->page, "</thead><tbody role=rowgroup>\n");
    for (uint32_t day = 0; day < c->day_count; day++)
        put_day(d, day, most);
    PUT(&d->page, "</tbody></table></div>\n");
}

/* ---- beside it --------------------------------------------------------- */

static void put_breaks(Drawing *d, int at)
{
    enum { LISTED = 8 };
    const ViewedSide *side = &d->of->side[at];
    const Register *r = &d->of->compared->office.r;
    if (side->break_count == 0) return;
    PUT(&d->page, "<ul class=todo>");
    for (uint32_t i = 0; i < side->break_count && i < LISTED; i++) {
        const Break *b = &side->breaks[i];
        PUT(&d->page, "<li><b>");
        html_text(&d->page, r->units[b->unit.index].name);
        PUT(&d->page, "</b>");
        html_text(&d->page, compare_break(b->kind, d->view.lang));
        PUT(&d->page, ", ");
        number(d, b->days);
        say(d, " hari", " days");
        PUT(&d->page, "\n");
    }
    if (side->break_count > LISTED) {
        PUT(&d->page, "<li>");
        number(d, side->break_count - LISTED);
        say(d, " lagi", " more");
    }
    PUT(&d->page, "</ul>");
}

static void put_why(Drawing *d, int at)
{
    const ComparedSide *side = &d->of->compared->side[at];
    bool told = d->view.lang == LANG_ID && side->why_not.id[0] != '\0';
    PUT(&d->page, "<p>");
    if (side->rostered)
        say(d, "Tidak ada jadwal yang memenuhinya.", "No roster can keep it.");
    else
        html_words(&d->page, told ? side->why_not.id : side->why_not.text);
    PUT(&d->page, "</p>");
}

static void put_side(Drawing *d, int at)
{
    const ViewedSide *side = &d->of->side[at];
    PUT(&d->page, "<section><h2>");
    put_side_name(d, at);
    PUT(&d->page, "</h2>");
    if (!side->solved) {
        put_why(d, at);
    } else if (side->summary.fair.people > 0) {
        PUT(&d->page, "<h3>");
        say(d, "Hari kantor per pegawai bergilir",
            "Office days of those in turn");
        PUT(&d->page, "</h3>");
        html_chart_days(&d->page, &d->view, &side->summary.fair);
    }
    put_breaks(d, at);
    PUT(&d->page, "</section>\n");
}

static void put_kinds(Drawing *d)
{
    if (d->of->kind_count == 0) return;
    PUT(&d->page, "<section><h2>");
    say(d, "Siapa berubah", "Who changes");
    PUT(&d->page, "</h2><ul class=todo>");
    for (uint32_t i = 0; i < d->of->kind_count; i++) {
        const MoveKind *kind = &d->of->kinds[i];
        PUT(&d->page, "<li><b>");
        html_text(&d->page, compare_place(kind->from, d->view.lang));
        PUT(&d->page, " → ");
        html_text(&d->page, compare_place(kind->to, d->view.lang));
        PUT(&d->page, "</b>");
        number(d, kind->people);
        say(d, " pegawai, ", " people, ");
        number(d, (int64_t)kind->cells);
        say(d, " hari-orang", " person-days");
        PUT(&d->page, "\n");
    }
    PUT(&d->page, "</ul></section>\n");
}

static void put_agencies(Drawing *d)
{
    const Register *r = &d->of->compared->office.r;
    if (d->of->agency_count == 0) return;
    PUT(&d->page, "<section><h2>");
    say(d, "Perangkat daerah yang berubah", "Agencies that change");
    PUT(&d->page, "</h2><ul class=todo>");
    for (uint32_t i = 0; i < d->of->agency_count; i++) {
        const ViewedAgency *agency = &d->of->agencies[i];
        PUT(&d->page, "<li><b>");
        html_text(&d->page, r->units[agency->unit.index].name);
        PUT(&d->page, "</b>");
        html_chart_bullet(&d->page, agency->changed, -1, agency->people);
        number(d, agency->changed);
        say(d, " dari ", " of ");
        number(d, agency->people);
        PUT(&d->page, "\n");
    }
    PUT(&d->page, "</ul></section>\n");
}

/* ---- the page ---------------------------------------------------------- */

static View frame_of(const CompareView *of, Lang lang)
{
    const Compared *c = of->compared;
    Arena *arena = c->office.arena;
    return (View){
        .arena = arena,
        .lang = lang,
        .r = &c->office.r,
        .government = &c->office.government,
        .style = html_style(arena, c->office.government.colour),
        .title = lang == LANG_EN ? HTML("Two circulars compared")
                                 : HTML("Dua surat edaran dibandingkan"),
    };
}

bool compare_html(const CompareView *view, Lang lang, Html *out)
{
    Drawing d = {view, frame_of(view, lang),
                 html_page(view->compared->office.arena)};
    html_view_begin(&d.page, &d.view, NO_UNIT);
    put_title(&d);
    PUT(&d.page, "<div class=rost>\n");
    put_days(&d);
    PUT(&d.page, "<aside class=side>\n");
    for (int i = 0; i < COMPARE_SIDES; i++)
        put_side(&d, i);
    put_kinds(&d);
    put_agencies(&d);
    PUT(&d.page, "</aside></div>\n");
    html_view_end(&d.page, &d.view);
    return html_done(&d.page, out);
}
