/*
 * test_compare_cli.c - `compare` as a user calls it, and its figures against
 * counts made another way: of the register's own rows.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "app/compare_letters.h"
#include "base/file.h"
#include "cli_run.h"
#include "harness.h"

#include <string.h>

#define LETTER "examples/bontang/letters/188.65-504.edaran"
#define OF     " --government examples/bontang"

/* The letter of Bontang with something else in a place of it. */
static Str changed(Arena *arena, const char *from, const char *to)
{
    Str text = {0};
    Err err = {0};
    if (!EXPECT(file_read(arena, LETTER, 1 << 20, &text, &err))) return text;
    size_t at = str_find(text, str_of(from), 0);
    if (!EXPECT(at != SIZE_MAX)) return text;
    return str_format(arena, "%.*s%s%s", (int)at, text.ptr, to,
                      text.ptr + at + strlen(from));
}

/* Without lurahs: those of the letter are forced no more, and go home with
 * the rest.  (Its example of a lurah would fail; it is left out.) */
static void put_without_lurah(Arena *arena)
{
    Str text = changed(arena, ", kepala bidang dan lurah wajib",
                       " dan kepala bidang wajib");
    size_t end = str_find(text, STR("\ncontoh\n"), 0);
    cli_put("tanpa-lurah.edaran", str_c(arena, str_slice(text, 0, end + 1)));
}

/* Lurahs of the register on a day, read off its rows. */
static uint32_t count_lurahs(const Register *r, Date day)
{
    uint32_t count = 0;
    for (uint32_t p = 0; p < r->person_count; p++) {
        count += person_is_active(r, (PersonId){p}, day) &&
                 person_has_role(r, (PersonId){p}, ROLE_LURAH, day) &&
                 person_absence(r, (PersonId){p}, day, DATE_NEVER) == NULL;
    }
    return count;
}

static bool compare_texts(Arena *arena, const char *b, Compared *out)
{
    const char *paths[2] = {LETTER, b};
    OfficeWish from = {.government = "examples/bontang", .known = DATE_NEVER};
    Date first;
    Err err = {0};
    if (!EXPECT(date_of(2020, 3, 23, &first))) return false;
    bool done = compare_letters(
        arena, paths, &from, (Window){first, date_plus(first, 1)}, out, &err);
    return EXPECT(done) || EXPECT_STR(str_of(err.text), "");
}

FACT(a_letter_changes_nobody_against_itself)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 24);
    Compared c = {0};
    if (!compare_texts(arena, LETTER, &c)) return;
    EXPECT_INT(c.day_count, 2);
    EXPECT_INT(c.changed, 0);
    EXPECT_INT((int64_t)c.cells, 0);
    EXPECT_INT(c.more + c.fewer, 0);
    for (uint32_t d = 0; d < c.day_count; d++)
        EXPECT_INT(c.side[0].office[d], c.side[1].office[d]);
}

FACT(who_changes_is_who_the_changed_words_speak_of)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 24);
    Compared c = {0};
    put_without_lurah(arena);
    if (!compare_texts(arena, cli_path("tanpa-lurah.edaran"), &c)) return;
    for (uint32_t d = 0; d < c.day_count; d++) {
        uint32_t lurahs = count_lurahs(&c.office.r, c.days[d]);
        uint32_t differs = 0;
        for (uint32_t p = 0; p < c.person_count; p++)
            differs += compared_differs(&c, p, d);
        EXPECT(lurahs > 0);
        EXPECT_INT(differs, lurahs);
        EXPECT_INT(c.side[0].office[d] - c.side[1].office[d], differs);
        EXPECT_INT(c.side[1].home[d] - c.side[0].home[d], differs);
    }
    EXPECT_INT(c.more, 0);
    EXPECT_INT(c.fewer, c.changed);
}

static const struct {
    const char *line;
    int code;
    const char *says;
} told[] = {
    {"compare " LETTER " " LETTER OF,                                  0,
     "Tidak seorang pun berpindah tempat menurut surat.\n"                                             },
    {"compare " LETTER " @tanpa-lurah.edaran" OF,                      0, "  kantor -> rumah: "        },
    {"compare " LETTER " @tanpa-lurah.edaran" OF,                      0, " (" LETTER ")\n"            },
    {"compare " LETTER " @tanpa-lurah.edaran --lang en" OF,            0,
     "for instance Lurah"                                                                              },
    {"compare " LETTER
     " @tanpa-lurah.edaran --from 2020-03-23 --to 2020-03-24" OF,
     0,                                                                   "24 Maret 2020: 2 hari kerja"},
};

FACT(it_is_told_in_words)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    put_without_lurah(arena);
    for (size_t i = 0; i < COUNT(told); i++) {
        ROW("%s", told[i].line);
        Ran ran = cli_run(told[i].line);
        EXPECT_INT(ran.code, told[i].code);
        EXPECT_HAS(ran.out, told[i].says);
    }
}

static const struct {
    const char *line;
    int code;
    const char *says;
} refused[] = {
    {"compare " LETTER OF,                               2, "compare"         },
    {"compare " LETTER " " LETTER,                       2, "--government"    },
    {"compare " LETTER " @tidak-ada.edaran" OF,          3, "tidak-ada.edaran"},
    {"compare " LETTER " " LETTER " --output @a.txt" OF, 2, ".json"           },
    {"compare " LETTER " @rusak.edaran" OF,              1, "baca-07"         },
    {"compare " LETTER " @asing.edaran" OF,              1, "kenal-01"        },
};

FACT(what_cannot_be_compared_is_refused)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    cli_put("rusak.edaran", str_c(arena, changed(arena, "wajib melapor",
                                                 "wajib wajib melapor")));
    cli_put("asing.edaran",
            str_c(arena, changed(arena, "Satpol PP,", "Dinas Angkasa,")));
    for (size_t i = 0; i < COUNT(refused); i++) {
        ROW("%s", refused[i].line);
        Ran ran = cli_run(refused[i].line);
        EXPECT_INT(ran.code, refused[i].code);
        Str all =
            str_format(arena, "%.*s%.*s", STR_ARG(ran.out), STR_ARG(ran.err));
        EXPECT_HAS(all, refused[i].says);
    }
}

FACT(files_hold_everything_and_the_pictures)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    put_without_lurah(arena);
    Ran json = cli_run("compare " LETTER " @tanpa-lurah.edaran --output "
                       "@banding.json" OF);
    Ran html = cli_run("compare " LETTER " @tanpa-lurah.edaran --output "
                       "@banding.html" OF);
    EXPECT_INT(json.code, 0);
    EXPECT_INT(html.code, 0);
    EXPECT_HAS(cli_content("banding.json"), "\"dari\": \"K\"");
    EXPECT_HAS(cli_content("banding.html"), "<svg class=bul");
    EXPECT_HAS(cli_content("banding.html"), "Siapa berubah");
}

/* No number of two can be two in the office and one at home, and so on. */
#define BOTH_WAYS                                                      \
    "surat edaran 9/T/2020\ntentang \"batas\"\npenerbit Wali Kota\n"   \
    "ditetapkan 20 Maret 2020\n"                                       \
    "berlaku 23 Maret 2020 sampai dengan 24 Maret 2020\n"              \
    "bagi seluruh pegawai\n\naturan 1 \"batas\"\n(1) Pada setiap "     \
    "perangkat daerah: di kantor paling sedikit 60% dari seluruh "     \
    "pegawai, dibulatkan ke atas.\n(2) Pada setiap perangkat daerah: " \
    "di rumah paling sedikit 60% dari seluruh pegawai, dibulatkan ke " \
    "atas.\n"

/* Of a letter that others amend, and on which decisions of heads rest, nothing
 * is left where the other one stands alone. */
FACT(without_a_roster_nobody_is_counted)
{
    cli_put("dua-arah.edaran", BOTH_WAYS);
    Ran text = cli_run("compare " LETTER " @dua-arah.edaran" OF);
    Ran json = cli_run("compare " LETTER " @dua-arah.edaran --output "
                       "@dua-arah.json" OF);
    EXPECT_INT(text.code, 4);
    EXPECT_INT(json.code, 4);
    EXPECT_HAS(text.out, "orang di kantor (aturan 1 ayat (1) SE 9/T/2020) dan "
                         "paling sedikit ");
    EXPECT_HAS(text.out, "orang di rumah (aturan 1 ayat (2) SE 9/T/2020); "
                         "longgarkan salah satunya sebanyak ");
    EXPECT_HAS(text.out, "       -    ");
    EXPECT_HAS(cli_content("dua-arah.json"), "null],\n   \"berubah\"");
}

/* Another bound moves nobody by the letters: it changes the turns. */
FACT(turns_that_change_are_told_as_such)
{
    static const char *const names[] = {"separuh.edaran", "sepertiga.edaran"};
    static const char *const shares[] = {"50", "33"};
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    for (size_t i = 0; i < COUNT(names); i++)
        cli_put(names[i],
                str_c(arena,
                      str_format(arena,
                                 "surat edaran %s/T/2026\ntentang \"batas\"\n"
                                 "penerbit Wali Kota\nditetapkan 2 Maret 2026\n"
                                 "berlaku 9 Maret 2026 sampai dengan 13 Maret "
                                 "2026\nbagi seluruh pegawai\n\naturan 1 "
                                 "\"batas\"\n(1) Pada setiap unit kerja: di "
                                 "kantor paling banyak %s%% dari seluruh "
                                 "pegawai, dibulatkan ke bawah.\n",
                                 shares[i], shares[i])));
    Ran text = cli_run("compare @separuh.edaran @sepertiga.edaran "
                       "--government examples/letters/pemerintah");
    Ran html =
        cli_run("compare @separuh.edaran @sepertiga.edaran --output "
                "@giliran.html --government examples/letters/pemerintah");
    EXPECT_INT(text.code, 0);
    EXPECT_INT(html.code, 0);
    EXPECT_HAS(text.out, "yang berubah ialah gilirannya.\n");
    EXPECT_HAS(cli_content("giliran.html"), "yang berubah ialah gilirannya.");
}
