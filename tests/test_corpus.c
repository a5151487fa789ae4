/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_corpus.c - the days to roster when nobody names them, and how a
 * sentence is cited.
 */
#include "circular/corpus.h"
#include "harness.h"
#include "small_law.h"
#include "small_town.h"

#include <string.h>

#define BY(number, validity)                                     \
    "surat edaran " number "\npenerbit Wali Kota\nditetapkan 1 " \
    "Juli 2020\nberlaku " validity "\n\naturan 1 \"satu\"\n"
#define HOME   "(1) Pegawai boleh di rumah.\n"
#define AUGUST BY("1/T", "3 Agustus 2020 sampai dengan 31 Agustus 2020")
#define STATUS "status,wilayah,mulai,sampai,diketahui,sumber,diandaikan\n"
#define SIAGA  BY("1/T", "selama status \"Siaga\" di Kota")

static const struct {
    const char *letters;
    const char *statuses; /* NULL: none */
    const char *period;   /* or words of the refusal */
} rows[] = {
    {AUGUST HOME, NULL, "2020-08-03 2020-08-31"},
    /* the first that begins and the last that ends, in any order */
    {AUGUST HOME "====\n" BY("2/T", "27 Juli 2020 sampai dengan 7 Agustus "
                                    "2020") HOME,
     NULL, "2020-07-27 2020-08-31"},
    {AUGUST HOME "====\n" BY("2/T", "10 Agustus 2020 sampai dengan 7 September "
                                    "2020") HOME,
     NULL, "2020-08-03 2020-09-07"},
    {AUGUST HOME "====\n" BY("2/T", "10 Agustus 2020 sampai dengan 14 Agustus "
                                    "2020") HOME,
     NULL, "2020-08-03 2020-08-31"},
    /* what places nobody has no days; an open end has four weeks */
    {AUGUST HOME "====\n" BY("2/T", "1 Juli 2020 sampai dengan 7 September "
                                    "2020") "(1) Apel ditiadakan.\n",
     NULL, "2020-08-03 2020-08-31"},
    {BY("1/T", "sejak 3 Agustus 2020") HOME, NULL, "2020-08-03 2020-08-30"},
    {AUGUST "(1) Mulai 10 Agustus 2020: pegawai boleh di rumah.\n", NULL,
     "2020-08-10 2020-08-31"},
    {AUGUST "(1) Apel ditiadakan.\n", NULL, "no letter places anybody"},
    /* under a status: all of its times, and none without dates */
    {SIAGA HOME,
     STATUS "Siaga,Kota,2020-08-10,2020-08-12,2020-08-01,,\n"
            "Siaga,Kota,2020-08-20,2020-08-21,2020-08-01,,\n",
     "2020-08-10 2020-08-21"},
    {SIAGA HOME,
     STATUS "Siaga,Kota,2020-08-20,2020-08-21,2020-08-01,,\n"
            "Siaga,Kota,2020-08-10,2020-08-12,2020-08-01,,\n",
     "2020-08-10 2020-08-21"},
    {SIAGA HOME, STATUS "Siaga,Desa,2020-08-10,2020-08-12,2020-08-01,,\n",
     "1/T is in force during the status \"Siaga\" in "},
};

static bool law_of(Arena *arena, const char *letters, const char *statuses,
                   SmallLaw *out)
{
    const char *given[TABLE_COUNT];
    memcpy(given, small_town, sizeof given);
    if (statuses != NULL) given[TABLE_STATUSES] = statuses;
    bool made = small_law_make(arena, given, letters, DATE_NEVER, out);
    if (!made) EXPECT_STR(small_law_said(arena, out, LANG_EN), "");
    return made;
}

FACT(the_days_to_roster_are_those_of_all_letters_that_place_somebody)
{
    for (size_t i = 0; i < COUNT(rows); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        SmallLaw *law = NEW(arena, SmallLaw, 1);
        Window period = {0};
        Err err = {0};
        ROW("%zu: %s", i, rows[i].period);
        if (!law_of(arena, rows[i].letters, rows[i].statuses, law)) continue;
        if (!corpus_period(&law->corpus, &period, &err)) {
            EXPECT_HAS(err.text, rows[i].period);
            continue;
        }
        Str want = str_of(rows[i].period), first = {0};
        (void)str_next(&want, ' ', &first);
        EXPECT(date_is(period.first, tables_day(str_c(arena, first))));
        EXPECT(date_is(period.last, tables_day(str_c(arena, want))));
    }
}

static const struct {
    const char *cite, *words[2];
} cites[] = {
    {"1/T#1(2)",
     {"aturan 1 ayat (2) SE 1/T", "rule 1 paragraph (2) of SE 1/T"}},
    {"1/T#2A", {"aturan 2A SE 1/T", "rule 2A of SE 1/T"}},
    {"1/t", {"SE 1/T", "SE 1/T"}},
    {"9/X#1(2)",
     {"aturan 1 ayat (2) SE 9/X", "rule 1 paragraph (2) of SE 9/X"}},
    {"Kehadiran#1(1)",
     {"aturan 1 ayat (1) kebijakan \"Kehadiran\"",
      "rule 1 paragraph (1) of policy \"Kehadiran\""}},
};

FACT(a_sentence_is_cited_in_words_by_its_letter)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    SmallLaw *law = NEW(arena, SmallLaw, 1);
    if (!law_of(arena,
                AUGUST HOME "====\nkebijakan \"Kehadiran\"\nnomor tidak "
                            "disebut\npenerbit Wali Kota\nditetapkan 1 Juli "
                            "2020\nberlaku 3 Agustus 2020 sampai dengan 7 "
                            "Agustus 2020\n\naturan 1 \"satu\"\n" HOME,
                NULL, law))
        return;
    for (size_t i = 0; i < COUNT(cites); i++) {
        ROW("%s", cites[i].cite);
        for (int lang = LANG_ID; lang <= LANG_EN; lang++)
            EXPECT_STR(cite_words(arena, &law->corpus, str_of(cites[i].cite),
                                  (Lang)lang),
                       cites[i].words[lang]);
    }
}
