/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/html_index.h"

#include "cli/html_chart.h"
#include "cli/html_rules.h"

#define PUT(page, literal) html_put((page), HTML(literal))

enum { LISTED = 6 };

static void put_title(HtmlPage *page, const View *view)
{
    const Summary *s = view->summary;
    PUT(page, "<div class=ph><div><p class=crumb>");
    html_text(page, view->government->name);
    PUT(page, "</p><h1>");
    html_put(page, view->title);
    PUT(page, "</h1></div><p class=s><span class=\"tag ok\">");
    html_view_say(page, view, "Terbukti optimal", "Proved optimal");
    PUT(page, "</span></p></div>\n<p class=lead>");
    html_view_number(page, view, s->people);
    html_view_say(page, view, " pegawai di ", " people in ");
    html_number(page, s->agency_count);
    html_view_say(page, view, " perangkat daerah dan unit, ",
                  " agencies and units, ");
    html_number(page, view->plan->day_count);
    html_view_say(page, view, " hari. Setiap aturan yang dihitung terpenuhi; ",
                  " days. Every computed rule is kept; ");
    PUT(page, "<b>");
    html_view_number(page, view, (int64_t)s->cells[PLACED_OFFICE]);
    html_view_say(page, view, " hari kantor", " office days");
    PUT(page, "</b>");
    html_view_say(page, view, " dan ", " and ");
    html_view_number(page, view, (int64_t)s->cells[PLACED_HOME]);
    html_view_say(page, view, " hari rumah.", " days at home.");
    PUT(page, "</p>\n");
}

/* ---- the table of agencies --------------------------------------------- */

static void put_table_head(HtmlPage *page, const View *view)
{
    PUT(page, "<caption><b>");
    html_number(page, view->summary->agency_count);
    html_view_say(page, view, " unit", " units");
    PUT(page, "</b><span>");
    html_view_say(page, view, "garis: batas; ", "tick: cap; ");
    PUT(page, "</span>");
    html_view_say(page, view, "pilih nama untuk melihat jadwal",
                  "choose a name to see the roster");
    PUT(page, "</caption><thead><tr><th scope=col>");
    html_view_say(page, view, "Perangkat daerah", "Agency");
    PUT(page, "<th scope=col>");
    html_view_say(page, view, "Pegawai", "Staff");
    PUT(page, "<th scope=col>");
    html_view_say(page, view, "Batas", "Cap");
    PUT(page, "<span>");
    html_view_say(page, view, "dari dasar", "of base");
    PUT(page, "</span><th scope=col class=cen>");
    html_view_say(page, view, "Di kantor", "In the office");
    PUT(page, "<span>");
    html_view_say(page, view, "rata-rata sehari", "mean a day");
    PUT(page, "</span><th scope=col>");
    html_view_say(page, view, "Wajib", "Forced");
    PUT(page, "<th scope=col>");
    html_view_say(page, view, "Lebih", "Above");
    PUT(page, "<span>");
    html_view_say(page, view, "loket, panggilan", "need, recall");
    PUT(page, "</span></thead><tbody>\n");
}

static uint32_t caps_that(const View *view, const AgencySummary *agency,
                          bool closed)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < agency->cap_count; i++) {
        const CapSummary *cap = &view->summary->caps[agency->first_cap + i];
        count += closed ? cap->closed : cap->heads_only;
    }
    return count;
}

static void put_remark(HtmlPage *page, const View *view,
                       const AgencySummary *agency)
{
    uint32_t closed = caps_that(view, agency, true);
    uint32_t heads = caps_that(view, agency, false);
    bool above = agency->over_most > 0;
    if (closed + heads == 0 && !above) return;
    PUT(page, "<small>");
    if (closed > 0) {
        html_number(page, closed);
        html_view_say(page, view, " unit dengan batas nol",
                      " with a cap of nobody");
    }
    if (closed > 0 && heads > 0) PUT(page, "; ");
    if (heads > 0) {
        html_number(page, heads);
        html_view_say(page, view, " unit terpenuhi hanya oleh kepala",
                      " met only by the head");
    }
    if (above) {
        if (closed + heads > 0) PUT(page, "; ");
        html_view_number(page, view, agency->excess.days);
        html_view_say(page, view,
                      " hari di atas batas: ", " days above the cap: ");
        html_text(page,
                  excess_causes(view->arena, view->lang, &agency->excess));
    }
    PUT(page, "</small>");
}

/* On a narrow screen the row is a card: each cell carries its own heading, and
 * its role, which the layout would take from it. */
static void put_cell(HtmlPage *page, const View *view, const char *id,
                     const char *en)
{
    PUT(page, "<td role=cell data-l=\"");
    html_view_say(page, view, id, en);
    PUT(page, "\">");
}

static void put_agency_name(HtmlPage *page, const View *view, UnitId unit)
{
    PUT(page, "<th scope=row role=rowheader><a href=\"");
    html_text(page, view->folder);
    PUT(page, "/");
    html_text(page, view->pages[unit.index]);
    PUT(page, "\">");
    html_text(page, view->r->units[unit.index].name);
    PUT(page, "</a>");
}

static void put_agency_cap(HtmlPage *page, const View *view,
                           const AgencySummary *agency)
{
    put_cell(page, view, "Batas", "Cap");
    if (agency->cap_count == 0) {
        PUT(page, "–");
        return;
    }
    html_view_number(page, view, agency->stated);
    html_view_say(page, view, " dari ", " of ");
    html_view_number(page, view, agency->base);
}

static bool is_looked_at(const View *view, const AgencySummary *agency)
{
    return agency->over_most > 0 || caps_that(view, agency, true) > 0 ||
           caps_that(view, agency, false) > 0;
}

static void put_agency(HtmlPage *page, const View *view,
                       const AgencySummary *agency)
{
    bool capped = agency->cap_count > 0;
    int64_t all = capped ? agency->base : (int64_t)agency->people;
    html_put(page, is_looked_at(view, agency) ? HTML("<tr role=row class=fl>")
                                              : HTML("<tr role=row>"));
    put_agency_name(page, view, agency->unit);
    put_remark(page, view, agency);
    put_cell(page, view, "Pegawai", "Staff");
    html_view_number(page, view, agency->people);
    put_agency_cap(page, view, agency);
    put_cell(page, view, "Di kantor", "In the office");
    html_chart_bullet(page, agency->in_tenths,
                      capped ? (int64_t)agency->stated * 10 : -1, all * 10);
    html_view_tenths(page, view, agency->in_tenths);
    put_cell(page, view, "Wajib", "Forced");
    html_view_number(page, view, agency->forced);
    put_cell(page, view, "Lebih", "Above");
    html_view_number(page, view, agency->over_most);
    PUT(page, "\n");
}

/* ---- what to look at --------------------------------------------------- */

static void put_cap_heading(HtmlPage *page, const View *view, bool closed)
{
    PUT(page, "<li><b>");
    if (closed)
        html_view_say(page, view, "Batas nol orang", "A cap of nobody");
    else
        html_view_say(page, view, "Batas terpenuhi hanya oleh kepala",
                      "Cap met only by the head");
    PUT(page, "</b>");
}

static void put_cap_unit(HtmlPage *page, const View *view,
                         const CapSummary *cap)
{
    html_text(page, view->r->units[cap->line->unit.index].name);
    PUT(page, " (");
    html_number(page, cap->stated);
    html_view_say(page, view, " dari ", " of ");
    html_number(page, cap->base);
    PUT(page, ")");
}

/* Caps of nobody, or those that the heads alone fill: the first by their units,
 * the rest counted. */
static void put_caps(HtmlPage *page, const View *view, bool closed)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < view->summary->cap_count; i++) {
        const CapSummary *cap = &view->summary->caps[i];
        if (!(closed ? cap->closed : cap->heads_only)) continue;
        if (count == 0) put_cap_heading(page, view, closed);
        if (count > 0 && count < LISTED) PUT(page, ", ");
        if (count < LISTED) put_cap_unit(page, view, cap);
        count++;
    }
    if (count > LISTED) {
        html_view_say(page, view, " dan ", " and ");
        html_number(page, count - LISTED);
        html_view_say(page, view, " lagi", " more");
    }
    if (count > 0) PUT(page, ".\n");
}

/* Units above their cap on some day, beyond those who must be there. */
static void put_above(HtmlPage *page, const View *view)
{
    const Summary *s = view->summary;
    Excess all = {0};
    uint32_t units = 0;
    const CapSummary *worst = NULL;
    for (uint32_t i = 0; i < s->cap_count; i++) {
        const CapSummary *cap = &s->caps[i];
        if (cap->over_most == 0) continue;
        units++;
        excess_add(&all, &cap->excess);
        if (worst == NULL || cap->over_most > worst->over_most) worst = cap;
    }
    if (worst == NULL) return;
    PUT(page, "<li><b>");
    html_view_say(page, view, "Di atas batas", "Above the cap");
    PUT(page, "</b>");
    html_view_number(page, view, units);
    html_view_say(page, view, " unit; hari-unit: ",
                  units == 1 ? " unit; unit days: " : " units; unit days: ");
    html_text(page, excess_causes(view->arena, view->lang, &all));
    html_view_say(page, view, "; terbanyak ", "; most ");
    html_number(page, worst->over_most);
    html_view_say(page, view, " orang di ", " in ");
    html_text(page, view->r->units[worst->line->unit.index].name);
    PUT(page, ".\n");
}

static void put_shortages(HtmlPage *page, const View *view)
{
    const Demand *demand = &view->made->demand;
    if (demand->shortage_count == 0) return;
    PUT(page, "<li><b>");
    html_view_say(page, view, "Loket kekurangan petugas", "Counters short");
    PUT(page, "</b>");
    html_view_number(page, view, demand->shortage_count);
    html_view_say(page, view, " hari loket; misalnya ",
                  " counter days; for instance ");
    const Shortage *first = &demand->shortages[0];
    html_text(page, view->r->counters[first->counter.index].name);
    PUT(page, ", ");
    html_text(page, date_words(view->arena, first->day, view->lang));
    PUT(page, ".\n");
}

static void put_statuses(HtmlPage *page, const View *view)
{
    for (uint32_t i = 0; i < view->corpus->letter_count; i++) {
        const CorpusLetter *letter = &view->corpus->letters[i];
        if (!summary_assumes(view->plan, letter)) continue;
        PUT(page, "<li><b>");
        html_view_say(page, view, "Tanggal status diandaikan",
                      "Dates of the status are assumed");
        PUT(page, "</b>");
        html_text(page, letter->cite);
        PUT(page, "\n");
    }
}

static void put_look(HtmlPage *page, const View *view)
{
    const Summary *s = view->summary;
    bool any = view->made->demand.shortage_count > 0 || s->decided > 0;
    for (uint32_t i = 0; i < s->cap_count; i++)
        any = any || s->caps[i].closed || s->caps[i].heads_only ||
              s->caps[i].over_most > 0;
    for (uint32_t i = 0; i < view->corpus->letter_count; i++)
        any = any || summary_assumes(view->plan, &view->corpus->letters[i]);
    if (!any) return;
    PUT(page, "<section><h2>");
    html_view_say(page, view, "Yang perlu dilihat", "Worth a look");
    PUT(page, "</h2><ul class=todo>");
    put_caps(page, view, true);
    put_caps(page, view, false);
    put_above(page, view);
    put_shortages(page, view);
    put_statuses(page, view);
    if (s->decided > 0) {
        PUT(page, "<li><b>");
        html_view_say(page, view, "Keputusan kepala", "Heads' decisions");
        PUT(page, "</b>");
        html_view_number(page, view, (int64_t)s->decided);
        html_view_say(page, view, " sel menyimpang dengan alasan tercatat.",
                      " cells depart, with a recorded reason.");
    }
    PUT(page, "</ul></section>\n");
}

static void put_fairness(HtmlPage *page, const View *view)
{
    const Fairness *fair = &view->summary->fair;
    if (fair->people == 0) return;
    PUT(page, "<section><h3>");
    html_view_say(page, view, "Hari kantor per pegawai bergilir",
                  "Office days of those in turn");
    PUT(page, "</h3><p class=\"xs mut\">");
    html_view_number(page, view, fair->people);
    html_view_say(page, view, " orang di seluruh unit.",
                  " people in all units.");
    PUT(page, "</p>");
    html_chart_days(page, view, fair);
    PUT(page, "</section>\n");
}

static void put_counts(HtmlPage *page, const View *view)
{
    PUT(page, "<section><h3>");
    html_view_say(page, view, "Hari-orang", "Person-days");
    PUT(page, "</h3><p class=leg>");
    static const Placed order[] = {
        PLACED_OFFICE, PLACED_HOME,   PLACED_FIELD, PLACED_LEAVE,
        PLACED_TRIP,   PLACED_CLOSED, PLACED_USUAL,
    };
    for (size_t i = 0; i < COUNT(order); i++) {
        char letter = (char)order[i];
        uint64_t count = view->summary->cells[(unsigned char)letter];
        if (count == 0) continue;
        PUT(page, "<span><i class=\"chip ");
        html_put(page, html_letter_class(letter));
        PUT(page, "\">");
        html_text(page, (Str){&letter, 1});
        PUT(page, "</i>");
        html_letter_capital(page, placed_word(order[i], view->lang));
        PUT(page, " ");
        html_view_number(page, view, (int64_t)count);
        PUT(page, "</span>");
    }
    PUT(page, "</p></section>\n");
}

bool html_index(const View *view, Html *out)
{
    HtmlPage page = html_page(view->arena);
    html_view_begin(&page, view, NO_UNIT);
    put_title(&page, view);
    html_rules(&page, view, NO_UNIT, &view->summary->fair);
    PUT(&page, "<div class=rost>\n<div class=led tabindex=0 role=region "
               "aria-label=\"");
    html_view_say(&page, view, "Perangkat daerah", "Agencies");
    PUT(&page, "\"><table role=table>");
    put_table_head(&page, view);
    for (uint32_t i = 0; i < view->summary->agency_count; i++)
        put_agency(&page, view, &view->summary->agencies[i]);
    PUT(&page, "</tbody></table></div>\n<aside class=side>\n");
    put_look(&page, view);
    put_counts(&page, view);
    put_fairness(&page, view);
    PUT(&page, "</aside></div>\n");
    html_view_end(&page, view);
    return html_done(&page, out);
}
