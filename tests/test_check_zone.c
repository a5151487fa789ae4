/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_check_zone.c - times of another zone, with the same instant by the clock
 * of the government (WITA); of a letter alone, by that of its first time.
 */
#include "circular/check.h"
#include "circular/parse.h"
#include "harness.h"
#include "small_law.h"
#include "small_town.h"

#define HEAD                                                    \
    "surat edaran 1/T\ntentang \"jam\"\npenerbit Wali Kota\n"   \
    "ditetapkan 1 Agustus 2020\nberlaku 3 Agustus 2020 sampai " \
    "dengan 31 Agustus 2020\n\naturan 1 \"satu\"\n"

static const struct {
    const char *sentences;
    const char *among, *alone; /* the advice; NULL: nothing is said */
} rows[] = {
    {"(1) Apel diadakan pukul 07.15.\n", NULL, NULL},
    {"(1) Apel diadakan pukul 07.15 WITA.\n", NULL, NULL},
    {"(1) Apel diadakan pukul 07.15 WIB.\n", "write '08.15 WITA'", NULL},
    {"(1) Apel diadakan pukul 07.15 WIT.\n", "write '06.15 WITA'", NULL},
    /* of the day before or behind it is no time of this day */
    {"(1) Apel diadakan pukul 23.30 WIB.\n", "write '... WITA'", NULL},
    {"(1) Apel diadakan pukul 00.30 WIT.\n", "write '... WITA'", NULL},
    {"(1) Apel diadakan pukul 07.15 WITA.\n(2) Rapat diadakan pukul 23.30 "
     "WIB.\n",
     "write '... WITA'", "write '... WITA'"},
    {"(1) Apel diadakan pukul 07.15 WIB.\n(2) Rapat diadakan pukul 09.00 WIT.\n",
     "write '08.00 WITA'", "write '07.00 WIB'"},
    {"(1) Presensi dicatat dalam buku 99.10 WIB.\n", "write '... WITA'", NULL},
    /* a zone in quotation marks is no time's */
    {"(1) Apel diadakan pukul 07.15.\n(2) Catatan: \"Waktu setempat ialah "
     "WIB.\"\n",
     NULL, NULL},
    {"(1) Apel diadakan pukul 07.15.\n(2) Pegawai pada \"Pos WIB\" wajib "
     "\"hadir\".\n",
     NULL, NULL},
};

static void expect_advice(Arena *arena, const Diags *diags, const char *want)
{
    Buf out = buf_in(arena);
    Str said = {0};
    diags_print(diags, LANG_EN, &out);
    said = buf_str(&out);
    if (want == NULL)
        EXPECT_LACKS(said, "periksa-35");
    else
        EXPECT_HAS(said, want);
}

FACT(a_time_of_another_zone_is_told_by_the_own_clock)
{
    for (size_t i = 0; i < COUNT(rows); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        SmallLaw *law = NEW(arena, SmallLaw, 1);
        Diags alone = diags_in(arena);
        Str letter = str_format(arena, HEAD "%s", rows[i].sentences);
        ROW("%s", rows[i].sentences);
        small_law_open(arena, small_town, law);
        if (!EXPECT(small_law_letters(arena, letter, law))) continue;
        check_alone(arena, &law->trees[0], &law->sources[0], &alone);
        expect_advice(arena, &alone, rows[i].alone);
        (void)corpus_make(arena, &law->from, DATE_NEVER, &law->corpus,
                          &law->diags);
        check_letter(arena, &law->corpus, 0, &law->diags);
        expect_advice(arena, &law->diags, rows[i].among);
    }
}
