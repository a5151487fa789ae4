/* SPDX-License-Identifier: Apache-2.0 */
#include "web/svg.h"

/* All lengths here are tenths of a pixel. */
#define PX INT64_C(10)

/* ---- attributes ---------------------------------------------------------- */

static Html css_of(SvgTone tone)
{
    switch (tone) {
#define X(name, css) \
    case SVG_##name: return HTML(css);
        SVG_TONES(X)
#undef X
    }
    return HTML("b");
}

static void put_length(HtmlPage *page, Html before, int64_t length)
{
    html_put(page, before);
    html_tenths(page, length);
    html_put(page, HTML("\""));
}

static void open_chart(HtmlPage *page, int64_t wide, int64_t high)
{
    put_length(page, HTML("<svg class=\"bagan\" width=\""), wide);
    put_length(page, HTML(" height=\""), high);
}

static void open_mute(HtmlPage *page, int64_t wide, int64_t high)
{
    open_chart(page, wide, high);
    html_put(page, HTML(" aria-hidden=\"true\">"));
}

/* It shrinks with a narrow column. */
static void open_picture(HtmlPage *page, int64_t wide, int64_t high, Str label)
{
    open_chart(page, wide, high);
    html_put(page, HTML(" viewBox=\"0 0 "));
    html_tenths(page, wide);
    put_length(page, HTML(" "), high);
    html_put(page, HTML(" role=\"img\" aria-label=\""));
    html_text(page, label);
    html_put(page, HTML("\">"));
}

typedef struct {
    int64_t x, y, wide, high;
} Box;

static void put_rect(HtmlPage *page, Html css, Box box)
{
    html_put(page, HTML("<rect class=\""));
    html_put(page, css);
    html_put(page, HTML("\""));
    if (box.x != 0) put_length(page, HTML(" x=\""), box.x);
    if (box.y != 0) put_length(page, HTML(" y=\""), box.y);
    put_length(page, HTML(" width=\""), box.wide);
    put_length(page, HTML(" height=\""), box.high);
    html_put(page, HTML("/>"));
}

typedef enum { TEXT_START, TEXT_MIDDLE, TEXT_END } TextAnchor;

static void put_text(HtmlPage *page, int64_t x, int64_t y, TextAnchor anchor,
                     bool strong, Str text)
{
    put_length(page, HTML("<text x=\""), x);
    put_length(page, HTML(" y=\""), y);
    if (anchor == TEXT_MIDDLE)
        html_put(page, HTML(" text-anchor=\"middle\""));
    else if (anchor == TEXT_END)
        html_put(page, HTML(" text-anchor=\"end\""));
    html_put(page, strong ? HTML(" class=\"n\">") : HTML(">"));
    html_text(page, text);
    html_put(page, HTML("</text>"));
}

static int64_t share(int64_t part, int64_t whole, int64_t length)
{
    if (whole <= 0 || part <= 0) return 0;
    return part >= whole ? length : part * length / whole;
}

/* ---- beside a number ----------------------------------------------------- */

void svg_bar(HtmlPage *page, int64_t part, int64_t whole, int width,
             SvgTone tone)
{
    enum { HIGH = 120 };
    int64_t wide = (int64_t)width * PX;
    open_mute(page, wide, HIGH);
    put_rect(page, HTML("t"), (Box){0, 0, wide, HIGH});
    put_rect(page, css_of(tone), (Box){0, 0, share(part, whole, wide), HIGH});
    html_put(page, HTML("</svg>"));
}

/* A line from top to bottom at x. */
static void put_tick(HtmlPage *page, int64_t x)
{
    html_put(page, HTML("<path class=\"tk\" d=\"M"));
    html_tenths(page, x);
    html_put(page, HTML(" 0v18\"/>"));
}

void svg_bullet(HtmlPage *page, int64_t part, int64_t whole, int64_t limit,
                int width, SvgTone tone)
{
    enum { HIGH = 180, BAR = 120, TOP = 30, TICK = 10 };
    int64_t wide = (int64_t)width * PX;
    if (limit < 0) {
        svg_bar(page, part, whole, width, SVG_GREY);
        return;
    }
    open_mute(page, wide, HIGH);
    put_rect(page, HTML("t"), (Box){0, TOP, wide, BAR});
    put_rect(page, css_of(tone), (Box){0, TOP, share(part, whole, wide), BAR});
    put_tick(page, share(limit, whole, wide - INT64_C(2) * TICK) + TICK);
    html_put(page, HTML("</svg>"));
}

/* ---- strips -------------------------------------------------------------- */

static Html step_css(uint8_t step)
{
    switch (step) {
    case 0: return HTML("s0");
    case 1: return HTML("s1");
    case 2: return HTML("s2");
    case 3: return HTML("s3");
    default: return HTML("s4");
    }
}

void svg_strip(HtmlPage *page, const uint8_t *steps, size_t count, Str label)
{
    enum { WIDE = 110, HIGH = 160, PITCH = 120 };
    int64_t whole = count == 0 ? 0 : (int64_t)count * PITCH - PX;
    open_picture(page, whole, HIGH, label);
    for (size_t i = 0; i < count; i++)
        put_rect(page, step_css(steps[i]),
                 (Box){(int64_t)i * PITCH, 0, WIDE, HIGH});
    html_put(page, HTML("</svg>"));
}

/* ---- lines --------------------------------------------------------------- */

enum {
    LINE_WIDE = 3400,
    LINE_HIGH = 1310,
    LINE_LEFT = 80,
    LINE_RIGHT = 2960,
    LINE_TOP = 140,
    LINE_FOOT = 1000,
    FULL = 1000 /* tenths of a percent */
};

/* Three lines of the grid, at even shares, that hold all values. */
typedef struct {
    int32_t low, step; /* low, low + step, low + 2 * step */
} LineGrid;

static void find_ends(const SvgLine *line, int32_t *least, int32_t *most)
{
    *least = FULL;
    *most = 0;
    for (size_t i = 0; i < line->count; i++) {
        int32_t value = line->values[i];
        if (value == SVG_GAP) continue;
        if (value < *least) *least = value;
        if (value > *most) *most = value;
    }
    if (*least > *most) *least = *most;
}

/* The narrowest grid of whole percents, its middle as low as may be. */
static LineGrid choose_grid(const SvgLine *line)
{
    static const int32_t steps[] = {10, 20, 40, 50, 100, 250};
    int32_t least = 0, most = 0;
    find_ends(line, &least, &most);
    for (size_t i = 0; i < COUNT(steps); i++) {
        int32_t step = steps[i];
        int32_t middle = most <= step ? step : (most - 1) / step * step;
        if (middle - step <= least && middle + step >= most)
            return (LineGrid){middle - step, step};
    }
    return (LineGrid){0, FULL / 2};
}

static int64_t line_x(const SvgLine *line, size_t at)
{
    if (line->count < 2) return LINE_RIGHT;
    return LINE_LEFT + (int64_t)(LINE_RIGHT - LINE_LEFT) * (int64_t)at /
                           (int64_t)(line->count - 1);
}

static int64_t line_y(LineGrid grid, int32_t value)
{
    int64_t above = value - grid.low;
    return LINE_FOOT -
           above * (LINE_FOOT - LINE_TOP) / ((int64_t)2 * grid.step);
}

static void put_grid(HtmlPage *page, const Speech *speech, LineGrid grid)
{
    for (int i = 0; i < 3; i++) {
        int32_t value = grid.low + i * grid.step;
        int64_t y = line_y(grid, value);
        html_put(page, HTML("<path class=\"gd\" d=\"M8 "));
        html_tenths(page, y);
        html_put(page, HTML("H300\"/>"));
        put_text(page, 304 * PX, y + 4 * PX, TEXT_START, false,
                 said_percent(speech, value, FULL));
    }
}

/* A run of points for each stretch without a gap. */
static void put_runs(HtmlPage *page, const SvgLine *line, LineGrid grid)
{
    bool open = false;
    for (size_t i = 0; i <= line->count; i++) {
        bool gap = i == line->count || line->values[i] == SVG_GAP;
        if (gap && open) html_put(page, HTML("\"/>"));
        if (!gap) {
            html_put(page, open ? HTML(" ")
                                : HTML("<polyline class=\"ln\" points=\""));
            html_tenths(page, line_x(line, i));
            html_put(page, HTML(","));
            html_tenths(page, line_y(grid, line->values[i]));
        }
        open = !gap;
    }
}

static void put_point(HtmlPage *page, Html css, int64_t x, int64_t y)
{
    html_put(page, HTML("<circle class=\""));
    html_put(page, css);
    put_length(page, HTML("\" cx=\""), x);
    put_length(page, HTML(" cy=\""), y);
    html_put(page, HTML(" r=\"4\"/>"));
}

static size_t lowest_of(const SvgLine *line)
{
    size_t lowest = line->count;
    for (size_t i = 0; i < line->count; i++) {
        if (line->values[i] == SVG_GAP) continue;
        if (lowest == line->count || line->values[i] < line->values[lowest])
            lowest = i;
    }
    return lowest;
}

/* Its words stand below it, where the line never is, and above the names of
 * the days. */
static void put_lowest(HtmlPage *page, const SvgLine *line, LineGrid grid)
{
    size_t lowest = lowest_of(line);
    if (line->lowest.len == 0 || lowest == line->count) return;
    int64_t x = line_x(line, lowest), y = line_y(grid, line->values[lowest]);
    TextAnchor anchor = TEXT_MIDDLE;
    if (x < 60 * PX) anchor = TEXT_START;
    if (x > 240 * PX) anchor = TEXT_END;
    put_point(page, HTML("pl"), x, y);
    put_text(page, anchor == TEXT_END ? x + 8 * PX : x, y + 16 * PX, anchor,
             true, line->lowest);
}

void svg_line(HtmlPage *page, const Speech *speech, const SvgLine *line)
{
    enum { NAMES = 1280 };
    LineGrid grid = choose_grid(line);
    open_picture(page, LINE_WIDE, LINE_HIGH, line->label);
    put_grid(page, speech, grid);
    put_runs(page, line, grid);
    if (line->count > 0 && line->values[line->count - 1] != SVG_GAP)
        put_point(page, HTML("pt"), line_x(line, line->count - 1),
                  line_y(grid, line->values[line->count - 1]));
    put_lowest(page, line, grid);
    put_text(page, LINE_LEFT, NAMES, TEXT_START, false, line->first);
    put_text(page, LINE_RIGHT + 4 * PX, NAMES, TEXT_END, false, line->last);
    html_put(page, HTML("</svg>"));
}

/* ---- columns ------------------------------------------------------------- */

enum {
    COLS_WIDE = 3400,
    COLS_HIGH = 1060,
    COLS_LEFT = 60,
    COLS_FOOT = 840,
    COLS_TALL = 640,
    COLS_PITCH = 460, /* at most */
    COLS_GAP = 80,
    LETTER = 65 /* about one digit */
};

static int64_t highest_of(const SvgColumn *columns, size_t count)
{
    int64_t highest = 0;
    for (size_t i = 0; i < count; i++) {
        if (columns[i].value > highest) highest = columns[i].value;
    }
    return highest;
}

/* Every how many columns there is room for a name. */
static size_t names_every(const SvgColumn *columns, size_t count, int64_t pitch)
{
    size_t longest = 1;
    for (size_t i = 0; i < count; i++) {
        size_t wide = str_columns(columns[i].name);
        if (wide > longest) longest = wide;
    }
    return ((longest + 1) * LETTER + (size_t)pitch - 1) / (size_t)pitch;
}

static void put_column(HtmlPage *page, const Speech *speech,
                       const SvgColumn *column, int64_t highest, Box cell)
{
    enum { LEAST = 15 };
    int64_t tall = share(column->value, highest, COLS_TALL);
    Str number = said_number(speech, column->value);
    if (column->value <= 0) return;
    if (tall < LEAST) tall = LEAST;
    put_rect(page, css_of(column->tone),
             (Box){cell.x, COLS_FOOT - tall, cell.wide, tall});
    bool fits = (int64_t)number.len * LETTER <= cell.wide + COLS_GAP;
    if (fits || column->value == highest)
        put_text(page, cell.x + cell.wide / 2, COLS_FOOT - tall - 5 * PX,
                 TEXT_MIDDLE, true, number);
}

void svg_cols(HtmlPage *page, const Speech *speech, const SvgColumn *columns,
              size_t count, Str label)
{
    int64_t highest = highest_of(columns, count);
    int64_t pitch =
        (COLS_WIDE - 2 * COLS_LEFT) / (count == 0 ? 1 : (int64_t)count);
    if (pitch > COLS_PITCH) pitch = COLS_PITCH;
    int64_t gap = pitch > INT64_C(2) * COLS_GAP ? COLS_GAP : pitch / 4;
    size_t every = names_every(columns, count, pitch);
    open_picture(page, COLS_WIDE, COLS_HIGH, label);
    for (size_t i = 0; i < count; i++) {
        Box cell = {.x = COLS_LEFT + (int64_t)i * pitch, .wide = pitch - gap};
        put_column(page, speech, &columns[i], highest, cell);
        if (i % every == 0)
            put_text(page, cell.x + cell.wide / 2, 99 * PX, TEXT_MIDDLE, false,
                     columns[i].name);
    }
    html_put(page, HTML("<path class=\"ax\" d=\"M2 84.5h332\"/></svg>"));
}

void svg_hist(HtmlPage *page, const Speech *speech, const SvgHist *hist)
{
    SvgColumn *columns = NEW(speech->arena, SvgColumn, hist->count + 1);
    for (size_t i = 0; i < hist->count; i++) {
        int32_t value = hist->least + (int32_t)i;
        bool outside = value < hist->low || value > hist->high;
        columns[i] = (SvgColumn){.value = hist->counts[i],
                                 .name = said_number(speech, value),
                                 .tone = outside ? SVG_LOW : SVG_PLAIN};
    }
    svg_cols(page, speech, columns, hist->count, hist->label);
}

/* ---- the numbers behind a picture ---------------------------------------- */

static void put_cell(HtmlPage *page, Html open, Str text, Html close)
{
    html_put(page, open);
    html_text(page, text);
    html_put(page, close);
}

void svg_numbers(HtmlPage *page, const Speech *speech, Str head, Str value_head,
                 const Str *names, const Str *values, size_t count)
{
    html_put(page, HTML("<details class=\"angka\"><summary>"));
    say(page, speech, "Show the numbers");
    html_put(page, HTML("</summary><table><thead><tr>"));
    put_cell(page, HTML("<th scope=\"col\">"), head, HTML("</th>"));
    put_cell(page, HTML("<th scope=\"col\" class=\"num\">"), value_head,
             HTML("</th></tr></thead><tbody>\n"));
    for (size_t i = 0; i < count; i++) {
        put_cell(page, HTML("<tr><th scope=\"row\">"), names[i], HTML("</th>"));
        put_cell(page, HTML("<td class=\"num\">"), values[i],
                 HTML("</td></tr>\n"));
    }
    html_put(page, HTML("</tbody></table></details>\n"));
}
