/*
 * test_check_cli.c - `check --government`: what it says of a letter that no
 * unit can keep, against numbers counted by hand.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "base/buf.h"
#include "cli_run.h"
#include "harness.h"

#define HEAD                                                           \
    "surat edaran 9/T/2026\ntentang \"giliran\"\npenerbit Wali Kota\n" \
    "ditetapkan 2 Maret 2026\n"                                        \
    "berlaku 9 Maret 2026 sampai dengan 13 Maret 2026\n"               \
    "bagi seluruh pegawai\n\naturan 1 \"giliran\"\n"

/* Five working days.  Each may come on `days` of them, so that a unit of n has
 * n * days seats to give; the floor asks for five times `floor`. */
static const struct {
    const char *floor, *days;
    int code;
    const char *says;
} weeks[] = {
    {"50% dari seluruh pegawai, dibulatkan ke bawah", "3", 0,
     "Setiap unit dapat memenuhinya setiap hari"     },
    {"75% dari seluruh pegawai, dibulatkan ke bawah", "3", 4,
     "naikkan hari kantor terbanyak sebesar 1, bagi "},
    {"75% dari seluruh pegawai, dibulatkan ke bawah", "4", 0,
     "Setiap unit dapat memenuhinya setiap hari"     },
};

/* A floor alone sends nobody home, but so many days a week in the office do:
 * then the others are at home, in turn. */
FACT(a_floor_and_days_of_a_week_are_kept_together_or_clash)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    for (size_t i = 0; i < COUNT(weeks); i++) {
        Str text = str_format(
            arena,
            HEAD "(1) Pada setiap perangkat daerah: di kantor paling sedikit "
                 "%s.\n(2) Pegawai di kantor paling banyak %s hari kerja "
                 "setiap minggu.\n(3) Aturan 1 tidak berlaku bagi unit 24 "
                 "jam.\n",
            weeks[i].floor, weeks[i].days);
        ROW("%s, %s", weeks[i].floor, weeks[i].days);
        cli_put("giliran.edaran", str_c(arena, text));
        Ran ran = cli_run(
            "check @giliran.edaran --government examples/letters/pemerintah");
        EXPECT_INT(ran.code, weeks[i].code);
        EXPECT_HAS(ran.out, weeks[i].says);
    }
}

static const struct {
    const char *rules;
    int code;
    const char *says;
} settled[] = {
    {"(1) Pegawai wajib di kantor.\n(2) Pada Dinas Sosial: di kantor paling "
     "banyak 40 orang.\n",                                             0, "Setiap unit dapat memenuhinya setiap hari"},
    {"(1) Pegawai wajib di rumah.\n(2) Pada setiap perangkat daerah: di rumah "
     "paling banyak 50% dari seluruh pegawai, dibulatkan ke bawah.\n", 0, "Setiap unit dapat memenuhinya setiap hari"},
};

/* Where a bound leaves nothing to the roster, roster and auditor still count
 * it alike; what is not proved is not said. */
FACT(what_is_said_to_fit_is_proved)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    for (size_t i = 0; i < COUNT(settled); i++) {
        ROW("%s", settled[i].rules);
        cli_put("pasti.edaran",
                str_c(arena, str_format(arena, HEAD "%s", settled[i].rules)));
        Ran ran = cli_run("check @pasti.edaran --government "
                          "examples/letters/pemerintah");
        EXPECT_INT(ran.code, settled[i].code);
        EXPECT_HAS(ran.out, settled[i].says);
    }
}

/* As many letters as a shell finds in a folder. */
FACT(a_whole_folder_of_letters_is_one_call)
{
    enum { LETTERS = 120 };
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Buf line = buf_in(arena);
    buf_c(&line, "format --dry-run");
    for (int i = 0; i < LETTERS; i++)
        buf_c(&line, " examples/templates/setiap-jumat.edaran");
    EXPECT_INT(cli_run(str_c(arena, buf_str(&line))).code, 0);
}
