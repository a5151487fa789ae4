/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_web_annex.c - H9 as a spreadsheet: read back cell by cell and held
 * against the plan.  Kota Contoh, see web_world.h.
 */
#include "app/live.h"
#include "base/num.h"
#include "harness.h"
#include "register/xlsx.h"
#include "web_world.h"

enum { DAY_COLUMN = 4, LETTERS = 7 };
static const char letters[] = "KRLCDXB";

typedef struct {
    WebWorld *web;
    LiveView view;
    Csv sheet;
} World;

static WebAnswer file_of(WebWorld *w, const char *unit)
{
    return web_world_get(
        w, web_world_line(w, "/jadwal/2020-08/lampiran.xlsx?unit=%s", unit));
}

static World sheet_of(WebWorld *web, const char *unit)
{
    Err err = {0};
    World w = {.web = web};
    web_world_as(w.web, "H");
    CHECK(live_take(w.web->house.live, STR("contoh"), &w.view, &err));
    WebAnswer file = file_of(w.web, unit);
    EXPECT_INT(file.status, 200);
    if (!xlsx_read(w.web->arena, file.body, &w.sheet, &err))
        EXPECT_STR(err.text, "");
    return w;
}

static World open_sheet(const char *name, const char *unit)
{
    return sheet_of(web_world_open(name), unit);
}

static void close_sheet(World *w)
{
    live_give(&w->view);
    web_world_close(w->web);
}

static Str cell(const World *w, size_t row, size_t column)
{
    CHECK(row < w->sheet.rows.count);
    return csv_field(&w->sheet.rows.at[row], column);
}

/* The row whose name stands in the third column. */
static size_t row_of(const World *w, Str name)
{
    for (size_t i = 0; i < w->sheet.rows.count; i++) {
        if (str_is(cell(w, i, 2), name)) return i;
    }
    EXPECT_STR(STR("no row"), name);
    return 0;
}

static PersonId person_of(const World *w, const char *code)
{
    return (PersonId){map_find(&w->view.office->r.person_codes, str_of(code))};
}

/* The plan itself, not what a page makes of it. */
static char planned(const World *w, const char *who, uint32_t day)
{
    return plan_cell(&w->view.plans->at[0].plan, person_of(w, who), day);
}

FACT(each_cell_is_that_of_the_plan)
{
    static const char *const staff[] = {"H", "K1", "K2", "A", "B",
                                        "C", "D",  "E",  "F", "G"};
    World w = open_sheet("cells", "dinas");
    uint32_t days = w.view.plans->at[0].plan.day_count;
    EXPECT_INT(days, 26);
    for (size_t i = 0; i < COUNT(staff); i++) {
        const Register *r = &w.view.office->r;
        const Person *person = &r->people[person_of(&w, staff[i]).index];
        size_t row = row_of(&w, person->name);
        int64_t sums[LETTERS] = {0};
        for (uint32_t d = 0; d < days; d++) {
            char letter[2] = {planned(&w, staff[i], d), '\0'};
            ROW("%s %u", staff[i], d);
            EXPECT_STR(cell(&w, row, DAY_COLUMN + d),
                       letter[0] == '-' ? "" : letter);
            for (size_t k = 0; k < LETTERS; k++)
                sums[k] += letter[0] == letters[k];
        }
        for (size_t k = 0; k < LETTERS; k++)
            EXPECT_STR(cell(&w, row, DAY_COLUMN + days + k),
                       web_world_line(w.web, "%d", (int)sums[k]));
    }
    close_sheet(&w);
}

/* What web_world.h says of 4 August, the second day. */
FACT(the_letters_of_a_known_day_stand_there)
{
    static const struct {
        const char *name, *letter;
    } rows[] = {
        {"Hadi, S.E.", "K"},
        {"Kartika",    "K"},
        {"Kasim",      "R"},
        {"Ani",        "R"},
        {"Budi",       "R"},
        {"Cici",       "C"},
        {"Eka",        "R"},
        {"Fani",       "K"},
        {"Gita",       "K"},
    };
    World w = open_sheet("known", "dinas");
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%s", rows[i].name);
        EXPECT_STR(cell(&w, row_of(&w, str_of(rows[i].name)), DAY_COLUMN + 1),
                   rows[i].letter);
    }
    EXPECT_STR(cell(&w, 0, DAY_COLUMN + 1), "Sl\n4");
    close_sheet(&w);
}

/* A NIP that a spreadsheet took for a number loses its last digits. */
FACT(numbers_of_people_are_text)
{
    World w = open_sheet("numbers", "dinas");
    EXPECT_STR(cell(&w, row_of(&w, STR("Ani")), 1), "197806032006031000");
    EXPECT_STR(cell(&w, row_of(&w, STR("Eka")), 1), "lokal-E");
    EXPECT_STR(cell(&w, row_of(&w, STR("Ani")), 3), "Seksi Satu");
    close_sheet(&w);
}

FACT(legend_sums_and_code_stand_below)
{
    World w = open_sheet("below", "dinas");
    int64_t there = 0;
    size_t office = row_of(&w, STR("kantor"));
    EXPECT_STR(cell(&w, office, 1), "K");
    EXPECT_STR(cell(&w, row_of(&w, STR("unit ditutup")), 1), "X");
    for (size_t i = 1; i < office; i++)
        there += str_is(cell(&w, i, DAY_COLUMN + 1), STR("K"));
    EXPECT_INT(there, 5);
    EXPECT_STR(cell(&w, office, DAY_COLUMN + 1), "5");
    size_t title =
        row_of(&w, STR("Lampiran: jadwal Dinas Contoh, Agustus 2020"));
    Str code = cell(&w, title + 1, 2);
    EXPECT_HAS(code, "Versi 1, kode ");
    EXPECT_HAS(code, "/cek/");
    EXPECT_HAS(cell(&w, title + 2, 2), "fiktif");
    size_t at = str_find(code, STR("/cek/"), 0);
    WebAnswer page = web_world_get(
        w.web, str_c(w.web->arena, str_slice(code, at, code.len)));
    EXPECT_HAS(page.body, "Dinas Contoh");
    EXPECT_INT(page.status, 200);
    close_sheet(&w);
}

FACT(the_page_leads_to_it_and_only_who_sees_the_unit_has_it)
{
    static const struct {
        const char *who;
        int status;
    } rows[] = {
        {"A",  403},
        {"B",  200},
        {"U0", 403},
        {"P1", 200},
    };
    WebWorld *w = web_world_open("may");
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%s", rows[i].who);
        web_world_as(w, rows[i].who);
        EXPECT_INT(file_of(w, "dinas").status, rows[i].status);
    }
    web_world_as(w, "H");
    WebAnswer page = web_world_get(w, "/jadwal/2020-08/lampiran?unit=dinas");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "href=\"/jadwal/2020-08/lampiran.xlsx?unit=dinas\"");
    EXPECT_INT(
        web_world_get(w, "/jadwal/2020-09/lampiran.xlsx?unit=dinas").status,
        404);
    web_world_close(w);
}

FACT(the_same_annex_gives_the_same_bytes)
{
    WebWorld *w = web_world_open("bytes");
    web_world_as(w, "H");
    WebAnswer one = file_of(w, "dinas"), two = file_of(w, "dinas");
    EXPECT(str_is(one.body, two.body));
    EXPECT_HAS(one.type, "spreadsheetml");
    web_world_close(w);
}

/* In pages as in files; hours stand below. */
FACT(a_letter_with_shifts_has_their_numbers_behind_the_letters)
{
    uint32_t numbered[3] = {0};
    World w = sheet_of(
        web_world_open_rules(
            "shifts",
            "\naturan 4 \"gelombang\"\n"
            "(1) Pegawai di kantor wajib bekerja dalam 2 gelombang pukul "
            "07.30-12.00 dan pukul 12.00-16.00.\n"),
        "s1");
    for (size_t i = 1; i < w.sheet.rows.count; i++) {
        for (size_t d = 0; d < 26; d++) {
            Str text = cell(&w, i, DAY_COLUMN + d);
            numbered[1] += str_is(text, STR("K1"));
            numbered[2] += str_is(text, STR("K2"));
            numbered[0] += str_is(text, STR("K"));
        }
    }
    EXPECT(numbered[1] > 5 && numbered[2] > 5);
    EXPECT_INT(numbered[0], 0);
    (void)row_of(&w, STR("Angka di belakang huruf: gelombang hari itu. 1 pukul "
                         "07.30–12.00, 2 pukul 12.00–16.00"));
    WebAnswer page = web_world_get(w.web, "/jadwal/2020-08/lampiran?unit=s1");
    EXPECT_HAS(page.body, "<td class=\"k\">K2</td>");
    EXPECT_HAS(page.body, "Angka di belakang huruf ialah gelombang hari itu. "
                          "1 pukul 07.30–12.00");
    close_sheet(&w);
}

/* What the signature and the square need stands on the paper itself: unit,
 * letter, caps, post and number of the head. */
FACT(the_paper_says_whose_it_is_and_who_signs)
{
    static const char *const parts[] = {
        "<h1 class=\"judul\">Jadwal kehadiran aparatur<br>",
        "Agustus 2020</th>",
        "<tr class=\"g\"><th scope=\"rowgroup\"",
        "Pelaksanaan ",
        "Tempat tanda tangan elektronik",
        "<b>Hadi, S.E.</b>",
        "<b>K</b> kantor; <b>R</b> rumah; ",
        "class=\"lembar a4\"",
    };
    WebWorld *w = web_world_open("paper");
    web_world_as(w, "H");
    WebAnswer page = web_world_get(w, "/jadwal/2020-08/lampiran?unit=dinas");
    for (size_t i = 0; i < COUNT(parts); i++) {
        ROW("%s", parts[i]);
        EXPECT_HAS(page.body, parts[i]);
    }
    page = web_world_get(w, "/jadwal/2020-08/lampiran?unit=dinas&kertas=f4");
    EXPECT_HAS(page.body, "class=\"lembar f4\"");
    web_world_close(w);
}

/* Units stand together, the head before everybody. */
FACT(people_stand_by_unit_the_head_first)
{
    World w = open_sheet("by-unit", "dinas");
    EXPECT_STR(cell(&w, 1, 2), "Hadi, S.E.");
    for (size_t i = 2; i + 1 < w.sheet.rows.count; i++) {
        Str unit = cell(&w, i, 3);
        if (unit.len == 0) break;
        for (size_t k = i + 1; k < w.sheet.rows.count; k++) {
            if (!str_is(cell(&w, k, 3), unit)) continue;
            ROW("row %zu", k);
            EXPECT(str_is(cell(&w, k - 1, 3), unit));
        }
    }
    close_sheet(&w);
}

/* ---- a draft on paper -----------------------------------------------------
 */

static Str page_of(WebWorld *w, const char *page)
{
    WebAnswer answer = web_world_get(
        w, web_world_line(w, "/jadwal/2020-08/%s?unit=dinas", page));
    EXPECT_INT(answer.status, 200);
    return answer.body;
}

/* The days in the office at the end of the row of this name. */
static int64_t office_days(Str page, const char *name)
{
    Str last = STR("<td class=\"num\">");
    int64_t days = -1;
    size_t from = str_find(page, str_of(name), 0);
    CHECK(from != SIZE_MAX);
    size_t at = str_find(page, last, from) + last.len;
    size_t end = str_find(page, STR("<"), at);
    CHECK(at < end && end != SIZE_MAX);
    EXPECT(num_is(str_slice(page, at, end), 0, 31, &days));
    return days;
}

/* One cell of the draft moves one day in the office, and nothing on the paper
 * says that it holds. */
FACT(a_draft_is_printed_as_a_draft)
{
    static const char *const never[] = {"/cek/", "class=\"tanda\"", ".xlsx"};
    WebWorld *w = web_world_open("draft");
    web_world_as(w, "H");
    EXPECT_HAS(page_of(w, "konsep"), "Konsep kosong");
    WebAnswer grid = web_world_get(w, "/jadwal/2020-08?unit=dinas");
    bool leaves = web_world_letter(w, &grid, "A", 10) == 'K';
    (void)web_world_post(w, "/jadwal/2020-08/sel",
                         leaves ? "unit=dinas&aksi=ubah&sel=A.2020-08-10.R"
                                : "unit=dinas&aksi=ubah&sel=A.2020-08-10.K");
    Str draft = page_of(w, "konsep"), published = page_of(w, "lampiran");
    EXPECT_HAS(draft, "class=\"lembar a4 konsep\"");
    EXPECT_HAS(draft, "KONSEP jadwal ");
    EXPECT_INT(office_days(draft, ">Ani"),
               office_days(published, ">Ani") + (leaves ? -1 : 1));
    for (size_t i = 0; i < COUNT(never); i++) {
        ROW("%s", never[i]);
        EXPECT_LACKS(draft, never[i]);
    }
    EXPECT_LACKS(published, "konsep\"");
    EXPECT_HAS(published, "/cek/");
    web_world_close(w);
}
