/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the five letters must give: each line of tests/golden/ is a row here,
 * named by its government, its number and its clauses.
 */
#include "base/file.h"
#include "golden.h"

static void run_file(const char *government)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    const char *path =
        str_c(arena, str_format(arena, "tests/golden/%s.golden", government));
    GoldenFile file = golden_read(arena, path);
    GoldenWorld *worlds = NULL;
    for (size_t i = 0; i < file.count; i++) {
        const GoldenRow *row = &file.rows[i];
        ROW("%s %.*s, line %d, %.*s: %.*s", government, STR_ARG(row->number),
            row->line, STR_ARG(row->clauses), STR_ARG(row->what));
        golden_check(arena, &worlds, row);
    }
}

FACT(bontang)
{
    run_file("bontang");
}

FACT(balikpapan)
{
    run_file("balikpapan");
}

FACT(paser)
{
    run_file("paser");
}

FACT(kotim)
{
    run_file("kotim");
}

FACT(bandarlampung)
{
    run_file("bandarlampung");
}

/* ---- the reader of the files ------------------------------------------- */

static const struct {
    const char *fact, *text, *fault;
} refused[] = {
    {"five columns",      "1 | semua lurah | - | K | -",                "six"     },
    {"no such day",       "1 | semua lurah | 2020-02-30 | K | - | X",   "kapan is"},
    {"half a range",      "1 | semua lurah | 2020-03-24.. | K | - | X", "kapan is"},
    {"no such knowledge",
     "1 | semua lurah | 2020-03-24, kata 2020-03-25 | K | - | X",       "kapan is"},
    {"nothing expected",  "1 | semua lurah | 2020-03-24 | | - | X",     "hasil"   },
    {"nobody named",      "1 | | 2020-03-24 | K | - | X",               "apa"     },
};

static GoldenFile read_text(Arena *arena, const char *head, const char *text)
{
    const char *path = file_path(arena, harness_folder(), "lines.golden");
    Err err = {0};
    CHECK(file_write(path, str_format(arena, "%s%s\n", head, text), &err));
    return golden_read(arena, path);
}

FACT(a_line_that_cannot_be_read_is_a_fault)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    for (size_t i = 0; i < COUNT(refused); i++) {
        ROW("%s", refused[i].fact);
        GoldenFile file =
            read_text(arena, "pemerintah a\nnaskah b\n", refused[i].text);
        EXPECT_INT((int64_t)file.count, 1);
        EXPECT_HAS(file.rows[0].fault, refused[i].fault);
        EXPECT_INT(file.rows[0].line, 3);
    }
    ROW("no government before it");
    EXPECT_HAS(
        read_text(arena, "", "1 | semua lurah | - | K | - | X").rows[0].fault,
        "pemerintah");
    ROW("no such file");
    EXPECT(golden_read(arena, "tests/golden/tidak-ada").rows[0].fault.len > 0);
}

FACT(a_line_that_can_be_read_is_taken_apart)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    GoldenFile file = read_text(arena, "pemerintah a\nnaskah b\n-- c\n\n",
                                "7 | semua lurah | 2020-03-24..2020-03-27, "
                                "diketahui 2020-03-25 | K | wajib | BTG-08");
    EXPECT_INT((int64_t)file.count, 1);
    const GoldenRow *row = &file.rows[0];
    GoldenWhen when = golden_when(row->when);
    EXPECT_STR(row->fault, "");
    EXPECT_STR(row->number, "7");
    EXPECT_STR(row->what, "semua lurah");
    EXPECT_STR(row->letter, "b");
    EXPECT_STR(row->clauses, "BTG-08");
    EXPECT_INT(window_days(when.window), 4);
    EXPECT_INT(when.known.days - when.window.first.days, 1);
    EXPECT(golden_when(STR("nanti")).later);
}
