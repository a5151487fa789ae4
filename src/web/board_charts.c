/* SPDX-License-Identifier: Apache-2.0 */
/*
 * board_charts.c - twenty days of presence, and the hours at which the reports
 * of the last working day came.
 */
#include "web/board_part.h"

/* ---- twenty days -----------------------------------------------------------
 */

/* Days before the first that anything was recorded of are left out. */
typedef struct {
    const MonitorDay *days;
    int32_t values[MONITOR_TREND]; /* tenths of a percent, or SVG_GAP */
    size_t count, known, lowest;
    int32_t least, most;
} Trend;

static int32_t share_of(const MonitorDay *day)
{
    if (day->scheduled <= 0 || monitor_is_blank(day)) return SVG_GAP;
    int32_t share = said_tenths(day->checked_in, day->scheduled);
    return share > 1000 ? 1000 : share;
}

static size_t first_known(const MonitorTrend *trend)
{
    size_t first = 0;
    while (first < trend->day_count && share_of(&trend->days[first]) == SVG_GAP)
        first++;
    return first;
}

static Trend trend_of(const MonitorTrend *trend)
{
    size_t first = first_known(trend);
    Trend t = {.days = &trend->days[first],
               .count = trend->day_count - first,
               .least = 1000};
    for (size_t i = 0; i < t.count; i++) {
        int32_t value = share_of(&t.days[i]);
        t.values[i] = value;
        if (value == SVG_GAP) continue;
        t.known++;
        if (value > t.most) t.most = value;
        if (value >= t.least && t.known > 1) continue;
        t.least = value;
        t.lowest = i;
    }
    return t;
}

static Str day_said(const Speech *s, Date day)
{
    return str_format(s->arena, "%.*s %.*s", STR_ARG(said_weekday(s, day)),
                      STR_ARG(said_day_month(s, day)));
}

static Str trend_label(const Speech *s, const Trend *t)
{
    return SAID(s,
                "Presence on {n} working days, between {least} and {most}; "
                "the lowest on {day}",
                {"n", said_number(s, (int64_t)t->count)},
                {"least", said_percent(s, t->least, 1000)},
                {"most", said_percent(s, t->most, 1000)},
                {"day", said_date(s, t->days[t->lowest].day)});
}

static void put_trend_numbers(Page *page, const Trend *t)
{
    const Speech *s = &page->speech;
    Str names[MONITOR_TREND], values[MONITOR_TREND];
    for (size_t i = 0; i < t->count; i++) {
        const MonitorDay *day = &t->days[i];
        names[i] = day_said(s, day->day);
        values[i] = t->values[i] == SVG_GAP
                        ? STR("–")
                        : SAID(s, "{in} of {scheduled} ({share})",
                               {"in", said_number(s, day->checked_in)},
                               {"scheduled", said_number(s, day->scheduled)},
                               {"share", said_percent(s, day->checked_in,
                                                      day->scheduled)});
    }
    svg_numbers(&page->html, s, said(s, "Day"), said(s, "Checked in"), names,
                values, t->count);
}

static void put_trend(Page *page, const MonitorTrend *trend)
{
    const Speech *s = &page->speech;
    Trend t = trend_of(trend);
    if (t.known < 2) return;
    Str lowest = str_format(page->arena, "%.*s %.*s",
                            STR_ARG(day_said(s, t.days[t.lowest].day)),
                            STR_ARG(said_percent(s, t.least, 1000)));
    page_put(page, HTML("<section><figure class=\"fig\"><figcaption>"));
    PAGE_SAY(page, "Presence on {n} working days",
             {"n", said_number(s, (int64_t)t.count)});
    page_put(page, HTML("<span>"));
    page_say(page, "Checked in, of those who had to, in all units");
    page_put(page, HTML("</span></figcaption>"));
    svg_line(&page->html, s,
             &(SvgLine){.values = t.values,
                        .count = t.count,
                        .first = said_day_month(s, t.days[0].day),
                        .last = said_day_month(s, t.days[t.count - 1].day),
                        .lowest = lowest,
                        .label = trend_label(s, &t)});
    put_trend_numbers(page, &t);
    page_put(page, HTML("</figure></section>\n"));
}

/* ---- reports by the hour ---------------------------------------------------
 */

/* The hours between the first and the last report. */
typedef struct {
    SvgColumn columns[MONITOR_CLOCK];
    Str names[MONITOR_CLOCK], values[MONITOR_CLOCK];
    size_t count;
} Hours;

static Str hour_said(const Speech *s, int hour)
{
    return hour == MONITOR_CLOCK - 1 ? said(s, "later")
                                     : said_minute(s, hour * 60);
}

static Hours hours_of(const Speech *s, const MonitorHours *h)
{
    Hours out = {.count = 0};
    int first = 0, last = MONITOR_CLOCK - 1;
    while (first < last && h->by_hour[first] == 0)
        first++;
    while (last > first && h->by_hour[last] == 0)
        last--;
    for (int hour = first; hour <= last; hour++, out.count++) {
        bool late = hour * 60 >= h->due;
        out.names[out.count] = hour_said(s, hour);
        out.values[out.count] = said_number(s, h->by_hour[hour]);
        out.columns[out.count] = (SvgColumn){
            h->by_hour[hour], out.names[out.count], late ? SVG_LOW : SVG_PLAIN};
    }
    return out;
}

static Str late_said(const Speech *s, const MonitorHours *h)
{
    return SAID(s, "{late} of {all} came after {due}",
                {"late", said_number(s, h->late)},
                {"all", said_number(s, h->reports)},
                {"due", said_minute(s, h->due)});
}

static void put_hours(Page *page, const MonitorHours *h)
{
    const Speech *s = &page->speech;
    if (h->reports == 0) return;
    Hours hours = hours_of(s, h);
    Str title =
        SAID(s, "Reports of {day} by the hour", {"day", said_date(s, h->day)});
    Str late = late_said(s, h);
    page_put(page, HTML("<section><figure class=\"fig\"><figcaption>"));
    page_text(page, title);
    page_element(page, "span", late);
    page_put(page, HTML("</figcaption>"));
    svg_cols(
        &page->html, s, hours.columns, hours.count,
        str_format(page->arena, "%.*s. %.*s", STR_ARG(title), STR_ARG(late)));
    svg_numbers(&page->html, s, said(s, "Hour"), said(s, "Reports"),
                hours.names, hours.values, hours.count);
    page_put(page, HTML("</figure></section>\n"));
}

void board_charts_put(Page *page, const BoardWatch *watch)
{
    page_put(page, HTML("<div class=\"side grafik\">\n"));
    put_trend(page, &watch->trend);
    put_hours(page, &watch->hours);
    page_put(page, HTML("</div>\n"));
}
