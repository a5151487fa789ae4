/*
 * test_register_words.c - the closed lists, ranks, days, times and NIP.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "harness.h"
#include "register/counter.h"
#include "register/event.h"
#include "register/person.h"
#include "register/unit.h"

/* level 0: refused */
static const struct {
    const char *text;
    int level;
    char echelon;
} ranks[] = {
    {"II.a",                    2, 'a'},
    {"II.b",                    2, 'b'},
    {"III",                     3, 0  },
    {"IIIb",                    3, 'b'},
    {"iii/a",                   3, 'a'},
    {"IV. A",                   4, 'a'},
    {"eselon IV",               4, 0  },
    {"Eselon  II",              2, 0  },
    {"I.b",                     1, 'b'},
    {"V",                       5, 0  },
    {"administrator",           3, 0  },
    {"Pengawas",                4, 0  },
    {"pimpinan tinggi pratama", 2, 0  },
    {"JPT Pratama",             2, 0  },
    {"pelaksana",               5, 0  },
    {"fungsional",              6, 0  },
    {"VI",                      0, 0  },
    {"II.f",                    0, 0  },
    {"",                        0, 0  },
    {"a",                       0, 0  },
    {"eselon",                  0, 0  },
    {"IIII",                    0, 0  },
};

FACT(echelons_are_read_in_all_their_spellings)
{
    for (size_t i = 0; i < COUNT(ranks); i++) {
        Rank rank = RANK_JPT_MADYA;
        char echelon = '?';
        ROW("%s", ranks[i].text);
        bool read = rank_parse(str_of(ranks[i].text), &rank, &echelon);
        EXPECT(read == (ranks[i].level != 0));
        if (!read) continue;
        EXPECT_INT(rank, ranks[i].level);
        EXPECT_INT(echelon, ranks[i].echelon);
    }
}

FACT(every_rank_word_is_read_back)
{
    for (int rank = RANK_JPT_MADYA; rank <= (int)RANK_FUNGSIONAL; rank++) {
        Rank again = RANK_JPT_MADYA;
        char echelon = 0;
        ROW("%d", rank);
        EXPECT(rank_parse(rank_word((Rank)rank), &again, &echelon));
        EXPECT_INT(again, rank);
    }
    EXPECT_STR(rank_echelon_word(RANK_ADMINISTRATOR), "III");
    EXPECT_STR(rank_echelon_word(RANK_FUNGSIONAL), "");
}

FACT(every_unit_type_and_role_is_read_back)
{
    for (int type = UNIT_PEMERINTAH; type <= (int)UNIT_SEKSI; type++) {
        UnitType again = UNIT_PEMERINTAH;
        EXPECT(
            unit_type_parse(unit_type_word((UnitType)type, LANG_ID), &again));
        EXPECT_INT(again, type);
    }
    for (int role = ROLE_NONE; role <= (int)ROLE_KEPALA_SEKOLAH; role++) {
        Role again = ROLE_NONE;
        EXPECT(role_parse(role_word((Role)role, LANG_ID), &again));
        EXPECT_INT(again, role);
    }
    EXPECT_STR(unit_type_word(UNIT_SETDA, LANG_EN), "regional secretariat");
    EXPECT_STR(role_word(ROLE_KEPALA_SEKSI, LANG_EN), "head of section");
}

static const struct {
    const char *name;
    int type; /* -1: none */
} unit_names[] = {
    {"Dinas Kesehatan",               UNIT_DINAS      },
    {"SEKRETARIAT DAERAH",            UNIT_SETDA      },
    {"Sekretariat DPRD",              UNIT_SETWAN     },
    {"Sekretariat",                   UNIT_SEKRETARIAT},
    {"Satuan Polisi Pamong Praja",    UNIT_SATPOL     },
    {"UPTD Metrologi",                UNIT_UPTD       },
    {"SD Negeri 3 Sampit",            UNIT_SEKOLAH    },
    {"Sub Bagian Umum",               UNIT_SUBBAGIAN  },
    {"RSUD dr. Murjani",              UNIT_RSUD       },
    {"Rumah Sakit Umum Daerah Taman", UNIT_RSUD       },
    {"Kelurahan Telihan",             UNIT_KELURAHAN  },
    {"Dinasti",                       -1              },
    {"",                              -1              },
};

FACT(the_type_of_a_unit_is_guessed_by_its_first_words)
{
    for (size_t i = 0; i < COUNT(unit_names); i++) {
        UnitType type = UNIT_PEMERINTAH;
        ROW("%s", unit_names[i].name);
        bool guessed = unit_type_guess(str_of(unit_names[i].name), &type);
        EXPECT(guessed == (unit_names[i].type >= 0));
        if (guessed) EXPECT_INT(type, unit_names[i].type);
    }
}

FACT(the_role_of_a_post_is_guessed_by_its_first_words)
{
    Role role = ROLE_NONE;
    EXPECT(role_guess(STR("Lurah Telihan"), &role));
    EXPECT_INT(role, ROLE_LURAH);
    EXPECT(role_guess(STR("Sekretaris Camat Baamang"), &role));
    EXPECT_INT(role, ROLE_SEKRETARIS_CAMAT);
    EXPECT(role_guess(STR("Kepala Sub Bagian Umum"), &role));
    EXPECT_INT(role, ROLE_KEPALA_SUBBAGIAN);
    EXPECT(!role_guess(STR("Analis Kepegawaian"), &role));
}

FACT(staff_kinds_are_read_short_and_long)
{
    StaffKind kind = STAFF_PNS;
    EXPECT(staff_kind_parse(STR("p3k"), &kind));
    EXPECT_INT(kind, STAFF_PPPK);
    EXPECT(staff_kind_parse(STR("Calon Pegawai  Negeri Sipil"), &kind));
    EXPECT_INT(kind, STAFF_CPNS);
    EXPECT(staff_kind_parse(STR("PPPK Paruh Waktu"), &kind));
    EXPECT_INT(kind, STAFF_PPPK_PARUH);
    EXPECT(!staff_kind_parse(STR("PSN"), &kind));
    EXPECT(staff_kind_is_asn(STAFF_PPPK_PARUH));
    EXPECT(!staff_kind_is_asn(STAFF_TKD));
    EXPECT_STR(staff_kind_word(STAFF_KONTRAK), "tenaga kontrak");
    EXPECT_STR(words_nearest(staff_kind_words(), STR("PSN")), "PNS");
    EXPECT_STR(words_nearest(staff_kind_words(), STR("zzzzzz")), "");
}

FACT(kinds_of_absence_hold_event_and_mark_are_read)
{
    AbsenceKind absence = ABSENCE_CUTI;
    HoldKind hold = HOLD_FULL;
    EventKind event = EVENT_CLOSURE;
    MarkEffect effect = MARK_NAMED;
    EXPECT(absence_kind_parse(STR("Dinas Luar"), &absence));
    EXPECT_INT(absence_letter(absence), 'D');
    EXPECT_INT(absence_letter(ABSENCE_SAKIT), 'C');
    EXPECT(hold_kind_parse(STR("Plt."), &hold));
    EXPECT_INT(hold, HOLD_PLT);
    EXPECT(hold_kind_parse(STR(""), &hold));
    EXPECT_INT(hold, HOLD_FULL);
    EXPECT(event_kind_parse(STR("Panggilan"), &event));
    EXPECT_INT(event, EVENT_RECALL);
    EXPECT(!event_kind_is_of_unit(event));
    EXPECT(mark_effect_parse(STR("Wajib di Rumah"), &effect));
    EXPECT_INT(effect, MARK_MUST_HOME);
    EXPECT(!mark_effect_parse(STR(""), &effect));
    EXPECT(!mark_effect_parse(STR("rumahnya terendam"), &effect));
}

/* days -1: refused */
static const struct {
    const char *text;
    int days;
    const char *words;
} weekdays[] = {
    {"Senin-Jumat",         0x1f, "Senin Selasa Rabu Kamis Jumat"},
    {"Senin Rabu Jumat",    0x15, "Senin Rabu Jumat"             },
    {"setiap hari",         0x7f, "setiap hari"                  },
    {"senin, rabu",         0x05, "Senin Rabu"                   },
    {"Sabtu-Senin",         0x61, "Senin Sabtu Minggu"           },
    {"Jum'at",              0x10, "Jumat"                        },
    {"Senin-Selasa Minggu", 0x43, "Senin Selasa Minggu"          },
    {"",                    -1,   ""                             },
    {"Monday",              -1,   ""                             },
    {"Senin-",              -1,   ""                             },
    {"-Senin",              -1,   ""                             },
    {"Senin - Jumat",       -1,   ""                             },
};

FACT(weekdays_are_read_as_runs_and_lists)
{
    for (size_t i = 0; i < COUNT(weekdays); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(1024);
        uint8_t days = 0;
        uint8_t again = 0;
        ROW("%s", weekdays[i].text);
        bool read = counter_days_parse(str_of(weekdays[i].text), &days);
        EXPECT(read == (weekdays[i].days >= 0));
        if (!read) continue;
        EXPECT_INT(days, weekdays[i].days);
        EXPECT_STR(counter_days_words(tmp, days), weekdays[i].words);
        EXPECT(counter_days_parse(counter_days_words(tmp, days), &again));
        EXPECT_INT(again, days);
    }
}

static const struct {
    const char *text;
    int minutes; /* -1: refused */
} times[] = {
    {"07.30", 450 },
    {"7:30",  450 },
    {"00.00", 0   },
    {"24.00", 1440},
    {"24.01", -1  },
    {"25.00", -1  },
    {"07.60", -1  },
    {"0730",  -1  },
    {"07.3",  -1  },
    {"-1.30", -1  },
    {"",      -1  },
};

FACT(times_are_read_with_point_or_colon)
{
    for (size_t i = 0; i < COUNT(times); i++) {
        int16_t minutes = -1;
        ROW("%s", times[i].text);
        EXPECT(minutes_parse(str_of(times[i].text), &minutes) ==
               (times[i].minutes >= 0));
        EXPECT_INT(minutes, times[i].minutes);
    }
}

static const struct {
    const char *nip;
    NipState state;
} nips[] = {
    {"198609262015051001",  NIP_GOOD  },
    {"198609262015052014",  NIP_GOOD  },
    {"198609262021211003",  NIP_GOOD  }, /* PPPK: agreement 21 */
    {"198609262015051000",  NIP_SAMPLE},
    {"1.98609E+17",         NIP_RUINED},
    {"1,98609E+17",         NIP_RUINED},
    {"1.98609262015051e17", NIP_RUINED},
    {"198609262015051,00",  NIP_RUINED},
    {"19860926201505100",   NIP_SHAPE },
    {"1986092620150510010", NIP_SHAPE },
    {"19860926201505100X",  NIP_SHAPE },
    {"",                    NIP_SHAPE },
    {"198613262015051001",  NIP_DATE  }, /* month 13 */
    {"198602302015051001",  NIP_DATE  }, /* 30 February */
    {"198609261986051001",  NIP_DATE  }, /* appointed at birth */
    {"198609262015053001",  NIP_DATE  }, /* sex 3 */
    {"198609262015001001",  NIP_DATE  }, /* month 0 */
};

FACT(a_nip_is_good_sample_ruined_or_doubtful)
{
    for (size_t i = 0; i < COUNT(nips); i++) {
        ROW("%s", nips[i].nip);
        EXPECT_INT(nip_state(str_of(nips[i].nip)), nips[i].state);
    }
}

FACT(a_birth_date_is_read_from_a_nip_that_can_be)
{
    Date born = {0};
    Date right = {0};
    EXPECT(date_of(1986, 9, 26, &right));
    for (size_t i = 0; i < COUNT(nips); i++) {
        ROW("%s", nips[i].nip);
        bool can = nips[i].state == NIP_GOOD || nips[i].state == NIP_SAMPLE;
        born = DATE_ALWAYS;
        EXPECT_INT(nip_birth(str_of(nips[i].nip), &born), can);
        EXPECT(date_is(born, can ? right : DATE_ALWAYS));
    }
}

FACT(a_nip_is_bared_and_masked)
{
    AUTO(arena_done) Arena *tmp = arena_open(1024);
    EXPECT_STR(nip_bare(tmp, STR("19860926 201505 1 001")),
               "198609262015051001");
    EXPECT_STR(nip_bare(tmp, STR("'198609262015051001")), "198609262015051001");
    EXPECT_STR(nip_masked(tmp, STR("198609262015051000")),
               "198609 ****** * 000");
    EXPECT_STR(nip_masked(tmp, STR("1986")), "*** * ***");
    EXPECT_STR(nip_masked(tmp, STR("")), "");
}
