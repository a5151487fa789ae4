/* SPDX-License-Identifier: Apache-2.0 */
/*
 * board_ledger.c - an agency a row: those that need a hand first, a few others
 * by their names, and the rest folded into one line.
 */
#include "base/csv.h"
#include "web/board_part.h"
#include "web/part.h"

#include <stdlib.h>

enum { SHOWN = 12 }; /* of those that are in order */

/* ---- the sentence of a need ------------------------------------------------
 */

static Str over_said(const Speech *s, const MonitorAgency *a)
{
    if (a->limit >= 0 && a->capped > a->limit)
        return SAID(s, "{in} at the office, at most {limit}",
                    {"in", said_number(s, a->capped)},
                    {"limit", said_number(s, a->limit)});
    return said_many(s, "{n} unit kerja is above its cap",
                     "{n} unit kerja are above their caps", a->over, NULL, 0);
}

Str board_need(const Speech *s, const Monitor *m, const MonitorAgency *a)
{
    switch (a->need) {
    case MONITOR_NO_PLAN:
        return said_many(s, "No plan is published for {n} person",
                         "No plan is published for {n} people", a->bare, NULL,
                         0);
    case MONITOR_OVER: return over_said(s, a);
    case MONITOR_SILENT:
        return said_many(s, "The one person has not checked in",
                         "None of {n} people has checked in", a->scheduled,
                         NULL, 0);
    case MONITOR_FEW:
        return said_many(s, "{n} person has not checked in",
                         "{n} people have not checked in",
                         a->scheduled - a->checked_in, NULL, 0);
    case MONITOR_REPORTS:
        return SAID(s, "{n} reports of {day} are wanting",
                    {"n", said_number(s, a->owed - a->reported)},
                    {"day", said_weekday(s, m->before)});
    case MONITOR_REVIEWS:
        return said_many(s, "{n} older report waits for a review",
                         "{n} older reports wait for a review", a->overdue,
                         NULL, 0);
    case MONITOR_NONE:
    case MONITOR_NEED_COUNT: break;
    }
    return said(s, "In order");
}

/* Red is for what breaks a rule. */
static Html row_css(const MonitorAgency *a)
{
    switch (a->need) {
    case MONITOR_NO_PLAN:
    case MONITOR_OVER: return HTML("<tr class=\"fl\">");
    case MONITOR_SILENT:
    case MONITOR_FEW:
    case MONITOR_REPORTS:
    case MONITOR_REVIEWS: return HTML("<tr class=\"fl am\">");
    case MONITOR_NONE:
    case MONITOR_NEED_COUNT: break;
    }
    return HTML("<tr>");
}

/* ---- cells -----------------------------------------------------------------
 */

static SvgTone tone_of(int64_t part, int64_t whole, int64_t least)
{
    return part * 100 < whole * least ? SVG_LOW : SVG_PLAIN;
}

/* The share in whole percents, beside a bar. */
static void put_share(Page *page, int64_t part, int64_t whole)
{
    int64_t percent = whole <= 0 ? 0 : part * 100 / whole;
    page_put(page, HTML("<b>"));
    page_text(page, whole <= 0 ? STR("–")
                               : str_format(page->arena, "%lld%%",
                                            (long long)percent));
    page_put(page, HTML("</b></div></td>"));
}

static void put_bar(Page *page, int64_t part, int64_t whole, int width,
                    SvgTone tone)
{
    page_put(page, HTML("<td><div class=\"bar\">"));
    svg_bar(&page->html, part, whole, width, tone);
    put_share(page, part, whole);
}

static void put_office(Page *page, const MonitorAgency *a)
{
    page_put(page, a->over > 0 ? HTML("<td class=\"ov\"><div class=\"bar\">")
                               : HTML("<td><div class=\"bar\">"));
    if (a->limit < 0) {
        svg_bar(&page->html, a->in_office, a->people, 84, SVG_GREY);
        put_share(page, a->in_office, a->people);
        return;
    }
    svg_bullet(&page->html, a->capped, a->base, a->limit, 84,
               a->over > 0 ? SVG_OVER : SVG_PLAIN);
    put_share(page, a->capped, a->base);
}

/* ---- ten days --------------------------------------------------------------
 */

static uint8_t step_of(const MonitorDay *day, bool blank)
{
    if (day->scheduled <= 0 || blank) return 0;
    int64_t percent = (int64_t)day->checked_in * 100 / day->scheduled;
    if (percent >= 97) return 4;
    if (percent >= 92) return 3;
    return percent >= 85 ? 2 : 1;
}

static Str strip_label(const Speech *s, const Monitor *m,
                       const MonitorAgency *a)
{
    Buf days = buf_in(s->arena);
    for (uint32_t i = 0; i < a->day_count; i++) {
        const MonitorDay *day = &a->days[i];
        if (i > 0) buf_c(&days, ", ");
        buf_put(&days, monitor_is_blank(&m->total.days[i])
                           ? STR("–")
                           : said_percent(s, day->checked_in, day->scheduled));
    }
    return SAID(s, "Checked in on the last {n} working days: {days}",
                {"n", said_number(s, a->day_count)}, {"days", buf_str(&days)});
}

static void put_strip(Page *page, const Monitor *m, const MonitorAgency *a)
{
    uint8_t steps[MONITOR_DAYS];
    for (uint32_t i = 0; i < a->day_count; i++)
        steps[i] = step_of(&a->days[i], monitor_is_blank(&m->total.days[i]));
    page_put(page, HTML("<td>"));
    svg_strip(&page->html, steps, a->day_count,
              strip_label(&page->speech, m, a));
    page_put(page, HTML("</td></tr>\n"));
}

/* ---- rows ------------------------------------------------------------------
 */

/* Whoever works in the unit itself has no page of their own: no path. */
static void put_name(Page *page, const MonitorAgency *a, Str path)
{
    if (path.len > 0)
        page_link(page, path, board_unit(page, a->agency));
    else
        PAGE_SAY(page, "In {unit} itself",
                 {"unit", board_unit(page, a->agency)});
}

static void put_row(Page *page, const Monitor *m, const MonitorAgency *a,
                    Str path)
{
    page_put(page, row_css(a));
    page_put(page, HTML("<th scope=\"row\">"));
    put_name(page, a, path);
    if (a->need != MONITOR_NONE)
        page_element(page, "small", board_need(&page->speech, m, a));
    page_put(page, HTML("</th><td class=\"num\">"));
    page_text(page, said_number(&page->speech, a->people));
    page_put(page, HTML("</td>"));
    put_bar(page, a->checked_in, a->scheduled, 54,
            m->waited ? tone_of(a->checked_in, a->scheduled, 85) : SVG_PLAIN);
    put_office(page, a);
    put_bar(page, a->reported, a->owed, 54, tone_of(a->reported, a->owed, 80));
    put_bar(page, a->reviewed, a->reported, 42,
            tone_of(a->reviewed, a->reported, 60));
    put_strip(page, m, a);
}

typedef struct {
    const MonitorAgency *agency;
    Str name;
} Named;

static int by_name(const void *a, const void *b)
{
    return str_order(((const Named *)a)->name, ((const Named *)b)->name);
}

/* Those that are in order, by their folded names. */
static Named *rest_of(const Page *page, const Monitor *m, size_t *count)
{
    Named *rest = NEW(page->arena, Named, m->count + 1);
    *count = 0;
    for (size_t i = 0; i < m->count; i++) {
        const MonitorAgency *a = &m->agencies[i];
        if (a->need != MONITOR_NONE) continue;
        rest[(*count)++] =
            (Named){a, str_fold(page->arena, board_unit(page, a->agency))};
    }
    if (*count > 0) qsort(rest, *count, sizeof *rest, by_name);
    return rest;
}

/* As the board looks on. */
static void put_watched(Page *page, const Monitor *m, const MonitorAgency *a)
{
    put_row(page, m, a, board_unit_path(page, a->agency));
}

static void put_folded(Page *page, const Monitor *m, size_t hidden)
{
    if (hidden == 0) return;
    Str query = board_day_query(page, m->day);
    page_put(page, HTML("<tr class=\"rest\"><td colspan=\"7\">"));
    page_text(page,
              said_many(&page->speech, "{n} other unit works by the letters.",
                        "{n} other units work by the letters.", (int64_t)hidden,
                        NULL, 0));
    page_put(page, HTML(" "));
    page_link_say(page,
                  str_format(page->arena, "/pantau%.*s%csemua=ya",
                             STR_ARG(query), query.len > 0 ? '&' : '?'),
                  "Show all");
    page_put(page, HTML("</td></tr>\n"));
}

static void put_rows(Page *page, const BoardWatch *watch)
{
    const Monitor *m = &watch->now;
    size_t rest_count = 0;
    for (size_t i = 0; i < m->count; i++) {
        if (m->agencies[i].need != MONITOR_NONE)
            put_watched(page, m, &m->agencies[i]);
    }
    Named *rest = rest_of(page, m, &rest_count);
    size_t shown = watch->all || rest_count <= SHOWN + 1 ? rest_count : SHOWN;
    for (size_t i = 0; i < shown; i++)
        put_watched(page, m, rest[i].agency);
    put_folded(page, m, rest_count - shown);
}

/* ---- the table -------------------------------------------------------------
 */

static void put_column(Page *page, const char *english, Str under)
{
    page_put(page, HTML("<th scope=\"col\">"));
    page_say(page, english);
    page_element(page, "span", under);
    page_put(page, HTML("</th>"));
}

static void put_columns(Page *page, const Monitor *m)
{
    const Speech *s = &page->speech;
    page_put(page, HTML("<thead><tr><th scope=\"col\">"));
    page_say(page, "Unit");
    page_put(page, HTML("</th><th scope=\"col\" class=\"num\">"));
    page_say(page, "People");
    page_put(page, HTML("</th>"));
    put_column(page, N_("Checked in"), said(s, "of those who have to"));
    put_column(page, N_("At the office"), said(s, "mark: the cap"));
    put_column(page, N_("Reports"),
               str_format(page->arena, "%.*s %.*s",
                          STR_ARG(said_weekday(s, m->before)),
                          STR_ARG(said_day_month(s, m->before))));
    put_column(page, N_("Reviewed"), said(s, "by a superior"));
    put_column(page, N_("10 working days"), said(s, "dark: all checked in"));
    page_put(page, HTML("</tr></thead>\n<tbody>"));
}

static void put_caption(Page *page, const Monitor *m)
{
    page_put(page, HTML("<caption><b>"));
    page_text(page, said_many(&page->speech, "{n} unit", "{n} units",
                              (int64_t)m->count, NULL, 0));
    page_put(page, HTML("</b> "));
    page_say(page, "what needs a hand first, then by name.");
    page_put(page, HTML(" "));
    page_link_say(page,
                  str_format(page->arena, "/pantau.csv%.*s",
                             STR_ARG(board_day_query(page, m->day))),
                  "Download CSV");
    page_put(page, HTML(" <a class=\"sempit-saja\" "
                        "href=\"/pantau?lengkap=ya\">"));
    page_say(page, "All columns");
    page_put(page, HTML("</a></caption>\n"));
}

void board_ledger_put(Page *page, const BoardWatch *watch)
{
    page_put(page, watch->whole ? HTML("<div class=\"led")
                                : HTML("<div class=\"led ringkas"));
    page_put(page, HTML("\" tabindex=\"0\" role=\"region\" aria-label=\""));
    page_say(page, "Units");
    page_put(page, HTML("\"><table>"));
    put_caption(page, &watch->now);
    put_columns(page, &watch->now);
    put_rows(page, watch);
    page_put(page, HTML("</tbody></table></div>\n"));
}

void board_ledger_below(Page *page, const Monitor *m, UnitId unit,
                        const char *path)
{
    const Register *r = &page->visit->view->office->r;
    part_scroll_open(page, N_("Units"));
    page_put(page, HTML("<table class=\"ringkas\">"));
    put_columns(page, m);
    for (size_t i = 0; i < m->count; i++) {
        const MonitorAgency *a = &m->agencies[i];
        bool own = a->agency.index == unit.index;
        Str code = r->units[a->agency.index].code;
        put_row(page, m, a,
                own ? STR("") : board_code_path(page->arena, path, code));
    }
    page_put(page, HTML("</tbody></table>"));
    part_scroll_close(page);
}

/* ---- for a spreadsheet -----------------------------------------------------
 */

static void put_numbers(Buf *out, const MonitorAgency *a)
{
    const int32_t numbers[] = {a->people,    a->scheduled, a->checked_in,
                               a->in_office, a->limit,     a->owed,
                               a->reported,  a->reviewed};
    for (size_t i = 0; i < COUNT(numbers); i++) {
        if (numbers[i] >= 0) buf_number(out, numbers[i]);
        buf_char(out, ',');
    }
}

void board_ledger_csv(const Speech *speech, const Register *r, const Monitor *m,
                      Buf *out)
{
    buf_c(out, "kode,unit,pegawai,wajib_presensi,hadir,di_kantor,batas,"
               "wajib_lapor,laporan,ditinjau,keadaan\n");
    for (size_t i = 0; i < m->count; i++) {
        const MonitorAgency *a = &m->agencies[i];
        csv_put(out, r->units[a->agency.index].code, ',', false);
        csv_put(out, r->units[a->agency.index].name, ',', false);
        put_numbers(out, a);
        csv_put(out, board_need(speech, m, a), ',', true);
    }
}
