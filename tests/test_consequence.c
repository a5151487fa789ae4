/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_consequence.c - what follows from a day, and what is only recorded.
 *
 * A sentence is read, and what it makes follow is said in a line: "hours 850
 * home if accepted", "cut 50 if not accepted", "3 steps", "nothing".
 */
#include "circular/consequence.h"
#include "circular/parse.h"
#include "harness.h"

static const struct {
    const char *sentence, *follows;
} cases[] = {
    {"Hari di rumah dihitung 8,5 jam.",                                           "hours 850 home"},
    {"Hari di kantor dihitung 7 jam, jika laporan diterima.",
     "hours 700 office if accepted"                                                               },
    {"Hari di lapangan dihitung 24 jam, jika laporan tidak diterima.",
     "hours 2400 field if not accepted"                                                           },
    {"Hari dihitung 7 jam.",                                                      "hours 700"     },
    {"Hari di rumah dihitung 7 jam mulai 3 Agustus 2020.",                        "hours 700 home"},
    {"Setiap Jumat: hari di rumah dihitung 7 jam.",                               "hours 700 home"},
    {"Selama Ramadan: hari di rumah dihitung 7 jam.",                             "hours 700 home"},
    {"Pada Dinas Contoh: hari di rumah dihitung 7 jam.",                          "hours 700 home"},
 /* times and conditions that no calendar and no report answers */
    {"Selama penutupan: hari di rumah dihitung 7 jam.",                           "nothing"       },
    {"Hari di rumah dihitung 7 jam selama 3 hari kalender.",                      "nothing"       },
    {"Hari di rumah dihitung 7 jam sesudah 3 hari kalender.",                     "nothing"       },
    {"Hari di rumah dihitung 7 jam sejak penetapan.",                             "nothing"       },
    {"Jika ada kasus: hari di rumah dihitung 7 jam.",                             "nothing"       },
    {"Dikecualikan dari aturan 1: hari di rumah dihitung 7 jam.",                 "nothing"       },
    {"Hari di rumah dihitung 7 jam, jika atasan puas.",                           "nothing"       },
    {"Hari di rumah dihitung 7 jam, kecuali pada 17 Agustus 2020.",               "nothing"       },
 /* of what is no bare day, or no number of hours of one */
    {"Hari di rumah, kecuali apel, dihitung 7 jam.",                              "nothing"       },
    {"Hari di rumah dan apel dihitung 7 jam.",                                    "nothing"       },
    {"Hari di rumah serta apel dihitung 7 jam.",                                  "nothing"       },
    {"Hari di mana saja dihitung 7 jam.",                                         "nothing"       },
    {"Apel dihitung 7 jam.",                                                      "nothing"       },
    {"Pegawai dihitung 7 jam.",                                                   "nothing"       },
    {"Aturan 1 dihitung 7 jam.",                                                  "nothing"       },
    {"Hari di rumah dihitung 25 jam.",                                            "nothing"       },
    {"Hari di rumah dihitung 2 hari kerja.",                                      "nothing"       },
    {"Hari di rumah dihitung 50%.",                                               "nothing"       },
    {"Hari di rumah dianggap 7 jam.",                                             "nothing"       },
    {"Hari, masing-masing di rumah, dihitung 7 jam.",                             "nothing"       },
 /* the allowance */
    {"Tunjangan dipotong 0,5%, jika laporan tidak diterima.",
     "cut 50 if not accepted"                                                                     },
    {"Tunjangan dipotong 100%, jika laporan tidak diterima.",
     "cut 10000 if not accepted"                                                                  },
    {"Tunjangan dipotong 101%, jika laporan tidak diterima.",                     "nothing"       },
    {"Tunjangan dipotong 2 jam, jika laporan tidak diterima.",                    "nothing"       },
    {"Hari dipotong 1%, jika laporan tidak diterima.",                            "nothing"       },
    {"Tunjangan dipotong 1%.",                                                    "nothing"       },
 /* ladders */
    {"Pelanggaran aturan 1 dikenai: pertama: \"teguran\"; kedua: "
     "\"peringatan\"; ketiga: \"sanksi\".",                                  "3 steps"       },
    {"Pelanggaran aturan 1 dikenai: pertama: \"a\"; kedua: \"b\"; ketiga: "
     "\"c\"; keempat: \"d\"; kelima: \"e\"; keenam: \"f\".",                 "6 steps"       },
    {"Pelanggaran aturan 1 dikenai: pertama: \"a\"; kedua: \"b\"; ketiga: "
     "\"c\"; keempat: \"d\"; kelima: \"e\"; keenam: \"f\"; ketujuh: \"g\".", "nothing"       },
    {"Pelanggaran aturan 1 dikenai: pertama: \"a\"; ketiga: \"b\".",              "nothing"       },
    {"Pelanggaran aturan 1 dikenai: pertama dan kedua: \"a\"; ketiga: \"b\".",
     "nothing"                                                                                    },
    {"Pelanggaran aturan 1 dianggap: pertama: \"a\".",                            "nothing"       },
 /* what is no consequence at all */
    {"Pegawai wajib di rumah.",                                                   "nothing"       },
};

static bool sentence_of(Arena *arena, const char *text, Letter *letter)
{
    Source *source = NEW(arena, Source, 1);
    Diags diags = diags_in(arena);
    *source = (Source){
        STR("row"),
        str_format(
            arena,
            "surat edaran 1/T\n\naturan 1 \"satu\"\n(1) Pegawai wajib di "
            "rumah.\n(2) %s\n",
            text)};
    if (letter_parse(arena, source, letter, &diags)) return true;
    Buf said = buf_in(arena);
    diags_print(&diags, LANG_EN, &said);
    return EXPECT_STR(buf_str(&said), "");
}

static Str in_a_line(Arena *arena, const ConsequenceRule *rule)
{
    static const char *const places[] = {
        [WHERE_NONE] = "",
        [WHERE_OFFICE] = " office",
        [WHERE_HOME] = " home",
        [WHERE_FIELD] = " field",
    };
    static const char *const when[] = {
        [IF_ALWAYS] = "",
        [IF_ACCEPTED] = " if accepted",
        [IF_NOT_ACCEPTED] = " if not accepted",
    };
    switch (rule->what) {
    case FOLLOWS_NOTHING: break;
    case FOLLOWS_HOURS:
        return str_format(arena, "hours %d%s%s", rule->hundredths,
                          places[rule->place], when[rule->when]);
    case FOLLOWS_CUT:
        return str_format(arena, "cut %d%s", rule->hundredths,
                          when[rule->when]);
    case FOLLOWS_STEP: return str_format(arena, "%d steps", rule->steps);
    }
    return STR("nothing");
}

FACT(only_what_a_day_answers_follows_from_it)
{
    for (size_t i = 0; i < COUNT(cases); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        Letter letter = {0};
        ROW("%s", cases[i].sentence);
        if (!sentence_of(arena, cases[i].sentence, &letter)) continue;
        ConsequenceRule rule = consequence_of(&letter.rules[0].sentences[1]);
        EXPECT_STR(in_a_line(arena, &rule), cases[i].follows);
    }
}

FACT(a_step_is_called_by_its_words_in_both_languages)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Letter letter = {0};
    if (!sentence_of(arena,
                     "Pelanggaran aturan 1 dikenai: pertama: \"teguran\" "
                     "\"a warning\"; kedua: \"sanksi\".",
                     &letter))
        return;
    const Sentence *ladder = &letter.rules[0].sentences[1];
    EXPECT_STR(consequence_step(ladder, 1, LANG_ID), "teguran");
    EXPECT_STR(consequence_step(ladder, 1, LANG_EN), "a warning");
    EXPECT_STR(consequence_step(ladder, 2, LANG_EN), "sanksi");
    EXPECT_STR(consequence_ordinal(ladder, 2, LANG_ID), "kedua");
    EXPECT_STR(consequence_ordinal(ladder, 2, LANG_EN), "second");
}
