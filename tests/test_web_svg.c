/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Charts of pages: what they measure, what they say to those who do not see
 * them, and that they bring no style of their own.
 */
#include "harness.h"
#include "web/svg.h"

typedef struct {
    Arena *arena;
    HtmlPage page;
    Speech speech;
} Sheet;

static Sheet sheet_open(void)
{
    Arena *arena = arena_open(1 << 16);
    return (Sheet){
        arena, html_page(arena), {arena, LANG_ID}
    };
}

static Str sheet_text(Sheet *sheet)
{
    Html out = {{0}};
    EXPECT(html_done(&sheet->page, &out));
    return out.safe;
}

static size_t count_of(Str text, Str what)
{
    size_t count = 0;
    for (size_t at = 0; (at = str_find(text, what, at)) != SIZE_MAX; at++)
        count++;
    return count;
}

FACT(a_bar_is_as_long_as_its_share)
{
    static const struct {
        int64_t part, whole;
        const char *wide;
    } rows[] = {
        {1,  2, "class=\"b\" width=\"27\""},
        {3,  2, "class=\"b\" width=\"54\""},
        {0,  2, "class=\"b\" width=\"0\"" },
        {0,  0, "class=\"b\" width=\"0\"" },
        {-1, 2, "class=\"b\" width=\"0\"" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%d of %d", (int)rows[i].part, (int)rows[i].whole);
        Sheet s = sheet_open();
        svg_bar(&s.page, rows[i].part, rows[i].whole, 54, SVG_PLAIN);
        EXPECT_HAS(sheet_text(&s), rows[i].wide);
        arena_close(s.arena);
    }
}

FACT(a_bullet_has_its_tick_at_the_limit_and_none_without)
{
    Sheet s = sheet_open();
    svg_bullet(&s.page, 63, 100, 50, 84, SVG_OVER);
    EXPECT_HAS(sheet_text(&s), "class=\"ov\"");
    EXPECT_HAS(sheet_text(&s), "class=\"tk\" d=\"M42 0v18\"");
    svg_bullet(&s.page, 63, 100, -1, 84, SVG_PLAIN);
    EXPECT_INT((int64_t)count_of(sheet_text(&s), STR("class=\"tk\"")), 1);
    EXPECT_HAS(sheet_text(&s), "class=\"gy\"");
    arena_close(s.arena);
}

FACT(a_strip_has_a_square_for_each_day_and_says_them)
{
    static const uint8_t steps[] = {0, 1, 2, 3, 4};
    Sheet s = sheet_open();
    svg_strip(&s.page, steps, COUNT(steps), STR("87%, \"86%\""));
    Str text = sheet_text(&s);
    EXPECT_INT((int64_t)count_of(text, STR("<rect")), 5);
    EXPECT_HAS(text, "role=\"img\" aria-label=\"87%, &quot;86%&quot;\"");
    EXPECT_HAS(text, "width=\"59\"");
    arena_close(s.arena);
}

FACT(a_line_chooses_a_grid_of_whole_percents_around_its_values)
{
    static const struct {
        int32_t least, most;
        const char *low, *high;
    } rows[] = {
        {909, 941,  ">88%<", ">96%<" },
        {990, 1000, ">98%<", ">100%<"},
        {0,   0,    ">0%<",  ">2%<"  },
        {0,   1000, ">0%<",  ">100%<"},
        {910, 1000, ">90%<", ">100%<"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%d to %d", rows[i].least, rows[i].most);
        Sheet s = sheet_open();
        const int32_t values[] = {rows[i].most, rows[i].least, rows[i].most};
        svg_line(&s.page, &s.speech,
                 &(SvgLine){.values = values, .count = COUNT(values)});
        EXPECT_HAS(sheet_text(&s), rows[i].low);
        EXPECT_HAS(sheet_text(&s), rows[i].high);
        arena_close(s.arena);
    }
}

FACT(a_day_that_nobody_knows_breaks_the_line)
{
    static const int32_t values[] = {900, 910, SVG_GAP, 920, 930};
    Sheet s = sheet_open();
    svg_line(&s.page, &s.speech,
             &(SvgLine){.values = values,
                        .count = COUNT(values),
                        .lowest = STR("Kam 3 Des 90%"),
                        .label = STR("Kehadiran")});
    Str text = sheet_text(&s);
    EXPECT_INT((int64_t)count_of(text, STR("<polyline")), 2);
    EXPECT_HAS(text, "Kam 3 Des 90%");
    EXPECT_HAS(text, "class=\"pl\"");
    arena_close(s.arena);
}

FACT(a_line_of_nothing_and_of_one_day_is_drawn)
{
    static const int32_t one[] = {900};
    static const int32_t none[] = {SVG_GAP, SVG_GAP};
    Sheet s = sheet_open();
    svg_line(&s.page, &s.speech, &(SvgLine){.values = one, .count = 1});
    svg_line(&s.page, &s.speech, &(SvgLine){.values = none, .count = 2});
    svg_line(&s.page, &s.speech, &(SvgLine){.count = 0});
    EXPECT_INT((int64_t)count_of(sheet_text(&s), STR("</svg>")), 3);
    arena_close(s.arena);
}

FACT(columns_carry_their_numbers_in_the_language)
{
    const SvgColumn columns[] = {
        {96,   STR("13.00"), SVG_PLAIN},
        {1004, STR("16.00"), SVG_PLAIN},
        {203,  STR("17.00"), SVG_LOW  },
        {0,    STR("18.00"), SVG_LOW  },
    };
    Sheet s = sheet_open();
    svg_cols(&s.page, &s.speech, columns, COUNT(columns), STR("Per jam"));
    Str text = sheet_text(&s);
    EXPECT_HAS(text, ">1.004<");
    EXPECT_HAS(text, ">16.00<");
    EXPECT_INT((int64_t)count_of(text, STR("<rect")), 3);
    EXPECT_HAS(text, "class=\"lo\"");
    arena_close(s.arena);
}

FACT(many_columns_leave_out_names_that_would_touch)
{
    SvgColumn columns[40];
    for (size_t i = 0; i < COUNT(columns); i++)
        columns[i] = (SvgColumn){.value = 1, .name = STR("13.00")};
    Sheet s = sheet_open();
    svg_cols(&s.page, &s.speech, columns, COUNT(columns), STR("x"));
    EXPECT(count_of(sheet_text(&s), STR(">13.00<")) < 10);
    arena_close(s.arena);
}

FACT(a_histogram_marks_what_lies_outside_the_band)
{
    static const uint32_t counts[] = {2, 40, 38, 1};
    Sheet s = sheet_open();
    svg_hist(&s.page, &s.speech,
             &(SvgHist){counts, COUNT(counts), 9, 10, 11, STR("Hari kantor")});
    EXPECT_INT((int64_t)count_of(sheet_text(&s), STR("class=\"lo\"")), 2);
    EXPECT_HAS(sheet_text(&s), ">12<");
    arena_close(s.arena);
}

FACT(the_numbers_stand_in_a_table_with_heads)
{
    const Str names[] = {STR("Senin <1>")};
    const Str values[] = {STR("92,8%")};
    Sheet s = sheet_open();
    svg_numbers(&s.page, &s.speech, STR("Hari"), STR("Hadir"), names, values,
                1);
    Str text = sheet_text(&s);
    EXPECT_HAS(text, "<th scope=\"row\">Senin &lt;1&gt;</th>");
    EXPECT_HAS(text, "<summary>Lihat angka</summary>");
    EXPECT_INT((int64_t)count_of(text, STR("style=")), 0);
    arena_close(s.arena);
}

FACT(the_words_of_the_lowest_day_are_below_the_line)
{
    /* At the very foot of its grid, which is 100 down. */
    static const int32_t values[] = {900, 800, 900};
    Sheet s = sheet_open();
    svg_line(&s.page, &s.speech,
             &(SvgLine){.values = values,
                        .count = COUNT(values),
                        .lowest = STR("terendah")});
    Str text = sheet_text(&s);
    EXPECT_HAS(text, "cy=\"100\"");
    EXPECT_HAS(text, "y=\"116\"");
    arena_close(s.arena);
}
