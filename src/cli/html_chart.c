/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/html_chart.h"

#define PUT(page, literal) html_put((page), HTML(literal))

static int64_t share(int64_t value, int64_t of, int64_t length)
{
    int64_t part = of <= 0 ? 0 : value * length / of;
    return part < length ? part : length;
}

static void put_rect(HtmlPage *page, int64_t x, int64_t y, int64_t wide,
                     int64_t high)
{
    PUT(page, " x=");
    html_tenths(page, x);
    PUT(page, " y=");
    html_tenths(page, y);
    PUT(page, " width=");
    html_tenths(page, wide);
    PUT(page, " height=");
    html_tenths(page, high);
    PUT(page, " />");
}

/* All lengths in tenths of a pixel; the cap lies 6 px below the top. */
void html_chart_day(HtmlPage *page, int64_t in, int64_t forced, int64_t cap,
                    int64_t all)
{
    enum { HIGH = 340, LINE = 60, LEFT = 30, WIDE = 160 };
    int64_t full = cap < 0 ? all : cap;
    bool above = cap >= 0 && in > cap;
    int64_t length = above ? HIGH - 10 : HIGH - LINE;
    int64_t bar = share(in, above ? in : full, length);
    PUT(page, "<svg class=bar width=22 height=34 aria-hidden=true><rect");
    put_rect(page, LEFT, HIGH - bar, WIDE, bar);
    if (forced > 0 && in > 0) {
        int64_t part = share(forced, in, bar);
        PUT(page, "<rect class=f");
        put_rect(page, LEFT, HIGH - part, WIDE, part);
    }
    if (cap >= 0) PUT(page, "<path d=\"M0 6h22\" />");
    PUT(page, "</svg>");
}

void html_chart_bullet(HtmlPage *page, int64_t value, int64_t cap, int64_t all)
{
    enum { WIDE = 900, HIGH = 120 };
    PUT(page, "<svg class=bul width=90 height=18 aria-hidden=true>"
              "<rect class=t x=0 y=3 width=90 height=12 /><rect class=");
    html_put(page, cap < 0 ? HTML("u") : value > cap ? HTML("o") : HTML("v"));
    put_rect(page, 0, 30, share(value, all, WIDE), HIGH);
    if (cap >= 0) {
        PUT(page, "<path d=\"M");
        html_tenths(page, share(cap, all, WIDE - 10) + 5);
        PUT(page, " 0v18\" />");
    }
    PUT(page, "</svg>");
}

typedef struct {
    int32_t first, last;
    uint32_t highest;
} DaySpan;

static void put_label(HtmlPage *page, const View *view, const Fairness *fair,
                      DaySpan span)
{
    PUT(page, " role=img aria-label=\"");
    html_view_say(page, view, "Sebaran hari kantor:", "Office days:");
    for (int32_t d = span.first; d <= span.last; d++) {
        if (fair->with[d] == 0) continue;
        PUT(page, " ");
        html_number(page, d);
        html_view_say(page, view, " hari ", " days ");
        html_number(page, fair->with[d]);
        html_view_say(page, view, " orang;", " people;");
    }
    PUT(page, "\">");
}

static void put_column(HtmlPage *page, const View *view, uint32_t people,
                       int64_t x, DaySpan span, int32_t days)
{
    enum { FOOT = 720, TALL = 560, WIDE = 480 };
    int64_t high = share(people, span.highest, TALL);
    if (people > 0 && high < 15) high = 15;
    if (people > 0) {
        PUT(page, "<rect");
        put_rect(page, x, FOOT - high, WIDE, high);
        PUT(page, "<text class=n x=");
        html_tenths(page, x + WIDE / 2);
        PUT(page, " y=");
        html_tenths(page, FOOT - high - 50);
        PUT(page, ">");
        html_view_number(page, view, people);
        PUT(page, "</text>");
    }
    PUT(page, "<text x=");
    html_tenths(page, x + WIDE / 2);
    PUT(page, " y=88>");
    html_number(page, days);
    if (days == span.last) html_view_say(page, view, " hari", " days");
    PUT(page, "</text>");
}

/* Many different counts: a bar a line instead of columns. */
static void put_rows(HtmlPage *page, const View *view, const Fairness *fair,
                     DaySpan span)
{
    enum { WIDE = 1800 };
    PUT(page, "<div class=rows>");
    for (int32_t d = span.first; d <= span.last; d++) {
        uint32_t people = fair->with[d];
        int64_t wide = share(people, span.highest, WIDE);
        PUT(page, "<b>");
        html_number(page, d);
        if (d == span.first) html_view_say(page, view, " hari", " days");
        PUT(page, "</b><span><svg width=");
        html_tenths(page, wide < 10 ? 10 : wide);
        PUT(page, " height=11 aria-hidden=true><rect");
        put_rect(page, 0, 0, people == 0 ? 0 : wide + 10, 110);
        PUT(page, "</svg>");
        html_view_number(page, view, people);
        PUT(page, "</span>");
    }
    PUT(page, "</div>");
}

void html_chart_days(HtmlPage *page, const View *view, const Fairness *fair)
{
    enum { STEP = 640, COLUMNS = 7, MOST = 40 };
    DaySpan span = {fair->least, fair->most, 1};
    if (span.last - span.first > MOST) span.first = span.last - MOST;
    for (int32_t d = span.first; d <= span.last; d++) {
        if (fair->with[d] > span.highest) span.highest = fair->with[d];
    }
    int64_t count = span.last - span.first + 1;
    if (count > COLUMNS) {
        put_rows(page, view, fair, span);
        return;
    }
    int64_t wide = count * STEP + 20;
    if (wide < 3200) wide = 3200;
    PUT(page, "<svg class=hist viewBox=\"0 0 ");
    html_tenths(page, wide);
    PUT(page, " 92\"");
    put_label(page, view, fair, span);
    for (int32_t d = span.first; d <= span.last; d++)
        put_column(page, view, fair->with[d],
                   80 + (int64_t)(d - span.first) * STEP, span, d);
    PUT(page, "<path d=\"M0 72.5h");
    html_tenths(page, wide);
    PUT(page, "\" /></svg>");
}
