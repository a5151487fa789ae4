/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_units.c - which units the words of a letter mean: classes of service,
 * and caps counted in each unit of some only.
 */
#include "harness.h"
#include "small_office.h"
#include "small_texts.h"

/* Seksi Loket says nothing of its service: it is of a UPTD that serves. */
static const char units[] =
    "kode,nama,induk,jenis,perangkat_daerah,unit_kerja,layanan\n"
    "kota,Pemerintah Kota,,pemerintah,,,\n"
    "dinas,Dinas Contoh,kota,dinas,ya,ya,\n"
    "s1,Seksi Satu,dinas,seksi,,,\n"
    "s2,Seksi Dua,dinas,seksi,,,\n"
    "upt,UPTD Contoh,dinas,uptd,,ya,layanan langsung\n"
    "loket,Seksi Loket,upt,seksi,,,\n";

static bool open_office(Arena *arena, const char *rules, SmallOffice *out)
{
    const char *texts[TABLE_COUNT];
    for (size_t t = 0; t < TABLE_COUNT; t++)
        texts[t] = small_texts[t];
    texts[TABLE_UNITS] = units;
    texts[TABLE_COUNTERS] = NULL;
    texts[TABLE_PEOPLE] = SMALL_HEAD "H,,,Hadi,PNS,dinas,,,,,\n"
                                     "A,,,Ani,PNS,s1,,,,,\n"
                                     "C,,,Cici,PNS,s2,,,,,\n"
                                     "E,,,Eka,PNS,s2,,,,,\n"
                                     "U1,,,Umar,PNS,upt,,,,,\n"
                                     "U2,,,Uli,PNS,loket,,,,,\n";
    return small_office_open(arena, texts, rules, out);
}

static PersonId person(const Register *r, const char *code)
{
    uint32_t at = map_find(&r->person_codes, str_of(code));
    EXPECT(at != NO_INDEX);
    return (PersonId){at};
}

#define HALF                                                             \
    ": di kantor paling banyak 50% dari seluruh pegawai, dibulatkan ke " \
    "bawah.\n"

static const struct {
    const char *rules, *who, *unit; /* in which unit they count; "": none */
} caps[] = {
    {"(1) Pada setiap unit kerja" HALF,                             "A",  "dinas"},
    {"(1) Pada setiap unit kerja" HALF,                             "U2", "upt"  },
    {"(1) Pada setiap unit kerja, pada unit bukan layanan" HALF,    "A",  "dinas"},
    {"(1) Pada setiap unit kerja, pada unit bukan layanan" HALF,    "U1", ""     },
    {"(1) Pada setiap unit kerja, pada unit bukan layanan" HALF,    "U2", ""     },
    {"(1) Pada setiap unit kerja, pada unit layanan langsung" HALF, "A",  ""     },
    {"(1) Pada setiap unit kerja, pada unit layanan langsung" HALF, "U2",
     "upt"                                                                       },
    {"(1) Pada setiap perangkat daerah, pada UPTD" HALF,            "U2", "dinas"},
    {"(1) Pada setiap perangkat daerah, pada UPTD" HALF,            "A",  ""     },
    {"(1) Pada setiap seksi" HALF,                                  "A",  "s1"   },
    {"(1) Pada setiap seksi, pada UPTD" HALF,                       "A",  ""     },
    {"(1) Pada setiap seksi, pada UPTD" HALF,                       "U2", "loket"},
};

FACT(a_cap_in_each_unit_of_some_counts_only_there)
{
    for (size_t i = 0; i < COUNT(caps); i++) {
        ROW("%s %s", caps[i].who, caps[i].rules);
        AUTO(arena_done) Arena *arena = arena_open(1 << 18);
        SmallOffice s;
        Corpus corpus = {0};
        Err err = {0};
        if (!open_office(arena, caps[i].rules, &s) ||
            !EXPECT(office_law(&s.office, DATE_NEVER, &corpus, &err)))
            continue;
        LawDay *day = law_day(arena, &corpus, small_office_days(3, 3).first);
        UnitId unit =
            law_cap_unit(day, (ClauseId){0}, person(corpus.r, caps[i].who));
        bool none = unit.index == NO_INDEX;
        EXPECT_STR(none ? STR("") : corpus.r->units[unit.index].code,
                   caps[i].unit);
    }
}

static const struct {
    const char *who;
    char letter;
} served[] = {
    {"H",  PLACED_HOME },
    {"A",  PLACED_HOME },
    {"U1", PLACED_USUAL},
    {"U2", PLACED_USUAL},
};

FACT(units_without_service_are_those_of_which_none_above_serves)
{
    for (size_t i = 0; i < COUNT(served); i++) {
        ROW("%s", served[i].who);
        AUTO(arena_done) Arena *arena = arena_open(1 << 18);
        SmallOffice s;
        Corpus corpus = {0};
        Err err = {0};
        if (!open_office(arena,
                         "(1) Pegawai pada unit bukan layanan wajib di "
                         "rumah.\n",
                         &s) ||
            !EXPECT(office_law(&s.office, DATE_NEVER, &corpus, &err)))
            continue;
        LawDay *day = law_day(arena, &corpus, small_office_days(3, 3).first);
        Directive d = law_person(day, person(corpus.r, served[i].who));
        EXPECT_INT(d.letter, served[i].letter);
    }
}
