/* SPDX-License-Identifier: Apache-2.0 */
#include "web/board_unit.h"

/* Nothing of the whole agency was recorded: not in use, or not that day. */
static bool is_blank(const MonitorUnitDay *day)
{
    return day->checked_in == 0 && day->reported == 0;
}

static void put_number(Page *page, int64_t number, bool known)
{
    page_put(page, HTML("<td class=\"num\">"));
    page_text(page, known ? said_number(&page->speech, number) : STR("–"));
    page_put(page, HTML("</td>"));
}

static void put_office(Page *page, const MonitorUnitDay *day, bool known)
{
    page_put(page, day->over > 0 ? HTML("<td class=\"ov\"><div class=\"bar\">")
                                 : HTML("<td><div class=\"bar\">"));
    if (known && day->limit >= 0) {
        svg_bullet(&page->html, day->capped, day->base, day->limit, 84,
                   day->over > 0 ? SVG_OVER : SVG_PLAIN);
        page_put(page, HTML("<b>"));
        PAGE_SAY(page, "{in} of {limit}",
                 {"in", said_number(&page->speech, day->capped)},
                 {"limit", said_number(&page->speech, day->limit)});
        page_put(page, HTML("</b>"));
    } else {
        page_say(page, day->limit < 0 ? N_("no cap") : N_("not known"));
    }
    page_put(page, HTML("</div></td>"));
}

static void put_day(Page *page, const MonitorUnitDay *day)
{
    const Speech *s = &page->speech;
    bool known = !is_blank(day);
    char iso[DATE_TEXT];
    page_put(page, HTML("<tr><th scope=\"row\"><a href=\"/pantau?hari="));
    page_text(page, str_of(date_iso(day->day, iso)));
    page_put(page, HTML("\">"));
    page_text(page, said_weekday(s, day->day));
    page_put(page, HTML(" "));
    page_text(page, said_day_month(s, day->day));
    page_put(page, HTML("</a></th>"));
    put_number(page, day->scheduled, true);
    put_number(page, day->checked_in, known);
    put_office(page, day, known);
    put_number(page, day->reported, known);
    put_number(page, day->reviewed, known);
    page_put(page, HTML("</tr>\n"));
}

static void put_line(Page *page, const MonitorUnit *unit)
{
    const Speech *s = &page->speech;
    int32_t values[MONITOR_DAYS + 1];
    size_t known = 0;
    for (uint32_t i = 0; i < unit->count; i++) {
        const MonitorUnitDay *day = &unit->days[i];
        bool gap = is_blank(day) || day->scheduled <= 0;
        values[i] =
            gap ? SVG_GAP : said_tenths(day->checked_in, day->scheduled);
        known += !gap;
    }
    if (known < 2) return;
    page_put(page, HTML("<figure class=\"fig blk\"><figcaption>"));
    page_say(page, "Checked in, of those who had to");
    page_put(page, HTML("</figcaption>"));
    svg_line(
        &page->html, s,
        &(SvgLine){.values = values,
                   .count = unit->count,
                   .first = said_day_month(s, unit->days[0].day),
                   .last = said_day_month(s, unit->days[unit->count - 1].day),
                   .label = said(s, "Presence of the last working days; "
                                    "the numbers stand in the table "
                                    "above")});
    page_put(page, HTML("</figure>\n"));
}

void board_unit_days(Page *page, const MonitorUnit *unit)
{
    static const char *const columns[] = {
        N_("Day"),           N_("To check in"), N_("Checked in"),
        N_("At the office"), N_("Reports"),     N_("Reviewed"),
    };
    part_scroll_open(page, N_("Last working days"));
    page_put(page, HTML("<table class=\"hari-unit\"><caption><b>"));
    page_say(page, "Last working days");
    page_put(page, HTML("</b> "));
    page_text(page, board_unit(page, unit->agency));
    page_put(page, HTML("</caption><thead><tr>"));
    for (size_t i = 0; i < COUNT(columns); i++) {
        page_put(page, i == 0 || i == 3 ? HTML("<th scope=\"col\">")
                                        : HTML("<th scope=\"col\" "
                                               "class=\"num\">"));
        page_say(page, columns[i]);
        page_put(page, HTML("</th>"));
    }
    page_put(page, HTML("</tr></thead>\n<tbody>"));
    for (uint32_t i = unit->count; i-- > 0;)
        put_day(page, &unit->days[i]);
    page_put(page, HTML("</tbody></table>"));
    part_scroll_close(page);
    put_line(page, unit);
}
