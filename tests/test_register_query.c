/*
 * test_register_query.c - who holds, heads, leads and is away, on a day.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "harness.h"
#include "tables.h"

static const char *const texts[TABLE_COUNT] = {
    [TABLE_UNITS] = "kode,nama,singkatan,alias,induk,jenis,perangkat_daerah,"
                    "unit_kerja\n"
                    "umum2,Subbagian Umum,,,setda,subbagian,,\n"
                    "kota,Pemerintah Kota,,,,pemerintah,,\n"
                    "setda,Sekretariat Daerah,Setda,,kota,setda,ya,ya\n"
                    "dinkes,Dinas Kesehatan,Dinkes,Kesehatan|Dinas Kes,kota,"
                    "dinas,ya,ya\n"
                    "yankes,Bidang Pelayanan,,,dinkes,bidang,,\n"
                    "seksi,Seksi Rujukan,,,yankes,seksi,,\n"
                    "umum,Subbagian Umum,,,dinkes,subbagian,,\n"
                    "pkm,Puskesmas Kota,,,dinkes,puskesmas,,ya\n",
    [TABLE_PEOPLE] = "kode,nip,nomor_lokal,nama,jenis_pegawai,unit,jabatan,"
                     "jenis_jabatan,mulai,sampai\n"
                     "sekda,,,Sekda,PNS,setda,,,,\n"
                     "kadis,198609262015051000,,Siti,PNS,dinkes,,,,\n"
                     "sekre,,,Rina,PNS,dinkes,,,,\n"
                     "kabid,,,Budi,PNS,yankes,,,,\n"
                     "kasi,,,Tri,PNS,seksi,,,,\n"
                     "staf,,L-1,Budi,tenaga kontrak,seksi,,,2020-01-01,"
                     "2020-12-31\n"
                     "ahli,,,Dewi,PNS,yankes,,fungsional,,\n",
    [TABLE_POSTS] =
        "kode,nama,unit,eselon,peran,kepala,pemangku,status,mulai,sampai\n"
        "PS,Sekretaris Daerah,setda,II.a,sekda,ya,sekda,,,\n"
        "PD,Kepala Dinas,dinkes,II.b,kepala dinas,ya,kadis,,,2020-06-30\n"
        "PD,Kepala Dinas,dinkes,II.b,kepala dinas,ya,sekre,plh,2020-03-01,"
        "2020-03-31\n"
        "PD,Kepala Dinas,dinkes,II.b,kepala dinas,ya,kabid,plt,2020-07-01,\n"
        "PB,Kepala Bidang,yankes,III.b,kepala bidang,ya,kabid,,,\n"
        "PK,Kepala Seksi,seksi,IV.a,kepala seksi,ya,kasi,,,\n"
        "PM,Kepala Puskesmas,pkm,,kepala puskesmas,ya,ahli,,,\n",
    [TABLE_ABSENCES] = "pegawai,jenis,mulai,sampai,dicatat\n"
                       "kadis,cuti,2020-03-10,2020-03-12,2020-03-01\n"
                       "sekre,sakit,2020-03-12,2020-03-12,2020-03-12\n"
                       "kasi,dinas luar,2020-03-10,2020-03-10,\n",
    [TABLE_MARKS] = "pegawai,tanda,mulai,sampai,dicatat\n"
                    "staf,Wajib di Rumah,2020-03-01,2020-03-31,2020-02-20\n"
                    "staf,Rumahnya Terendam,2020-03-05,2020-03-06,\n",
};

static const struct {
    const char *fact, *unit, *day, *head;
} heads[] = {
    {"the full holder",            "dinkes", "2020-03-02", "kadis"},
    {"a Plh while he is on leave", "dinkes", "2020-03-10", "sekre"},
    {"both away: the full holder", "dinkes", "2020-03-12", "kadis"},
    {"back again",                 "dinkes", "2020-03-13", "kadis"},
    {"on leave without a Plh",     "seksi",  "2020-03-10", "kasi" },
    {"a Plt of a vacant post",     "dinkes", "2020-07-01", "kabid"},
    {"no head post",               "umum",   "2020-07-01", "-"    },
    {"no head post at the root",   "kota",   "2020-07-01", "-"    },
};

FACT(a_unit_is_headed_by_who_is_there)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Tables t = tables_import(tmp, texts);
    CHECK(t.made);
    for (size_t i = 0; i < COUNT(heads); i++) {
        ROW("%s", heads[i].fact);
        PersonId head = unit_head(&t.r, tables_unit(&t, heads[i].unit),
                                  tables_day(heads[i].day));
        EXPECT_STR(tables_code(&t, head), heads[i].head);
    }
}

static const struct {
    const char *fact, *who, *day, *superior;
} superiors[] = {
    {"the head of the own unit",    "staf",  "2020-03-02", "kasi" },
    {"the next above who is there", "staf",  "2020-03-10", "kabid"},
    {"of a head: the next above",   "kasi",  "2020-03-02", "kabid"},
    {"of a bidang: the dinas",      "kabid", "2020-03-02", "kadis"},
    {"of a bidang: who acts",       "kabid", "2020-03-10", "sekre"},
    {"both away: nobody above",     "kabid", "2020-03-12", "-"    },
    {"of who acts: not himself",    "sekre", "2020-03-10", "-"    },
    {"the Plt is not his own",      "kabid", "2020-07-01", "-"    },
    {"of a colleague: the Plt",     "sekre", "2020-07-01", "kabid"},
    {"the top has none",            "sekda", "2020-03-02", "-"    },
};

FACT(the_superior_is_the_nearest_head_above_who_is_there)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Tables t = tables_import(tmp, texts);
    CHECK(t.made);
    for (size_t i = 0; i < COUNT(superiors); i++) {
        ROW("%s", superiors[i].fact);
        PersonId superior =
            person_superior(&t.r, tables_person(&t, superiors[i].who),
                            tables_day(superiors[i].day));
        EXPECT_STR(tables_code(&t, superior), superiors[i].superior);
    }
}

static const struct {
    const char *who, *day;
    Rank rank;
    bool heads_agency, heads_work_unit;
} ranks[] = {
    {"kadis", "2020-03-10", RANK_JPT_PRATAMA,   true,  true }, /* on leave */
    {"kadis", "2020-07-01", RANK_PELAKSANA,     false, false},
    {"sekre", "2020-03-09", RANK_PELAKSANA,     false, false}, /* not needed */
    {"sekre", "2020-03-10", RANK_JPT_PRATAMA,   true,  true },
    {"kabid", "2020-06-30", RANK_ADMINISTRATOR, false, false},
    {"kabid", "2020-07-01", RANK_JPT_PRATAMA,   true,  true },
    {"kasi",  "2020-03-02", RANK_PENGAWAS,      false, false},
    {"ahli",  "2020-03-02", RANK_FUNGSIONAL,    false, true },
    {"staf",  "2020-03-02", RANK_PELAKSANA,     false, false},
};

FACT(the_rank_is_that_of_the_best_post_held)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Tables t = tables_import(tmp, texts);
    CHECK(t.made);
    for (size_t i = 0; i < COUNT(ranks); i++) {
        PersonId who = tables_person(&t, ranks[i].who);
        Date day = tables_day(ranks[i].day);
        ROW("%s %s", ranks[i].who, ranks[i].day);
        EXPECT_INT(person_rank(&t.r, who, day), ranks[i].rank);
        EXPECT(person_heads_agency(&t.r, who, day) == ranks[i].heads_agency);
        EXPECT(person_heads_work_unit(&t.r, who, day) ==
               ranks[i].heads_work_unit);
    }
}

FACT(leave_is_seen_as_it_was_known)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Tables t = tables_import(tmp, texts);
    CHECK(t.made);
    PersonId kadis = tables_person(&t, "kadis");
    Date day = tables_day("2020-03-11");
    EXPECT(person_absence(&t.r, kadis, day, tables_day("2020-02-29")) == NULL);
    EXPECT(person_absence(&t.r, kadis, day, tables_day("2020-03-01")) != NULL);
    EXPECT(person_absence(&t.r, kadis, tables_day("2020-03-13"), DATE_NEVER) ==
           NULL);
    PersonId staf = tables_person(&t, "staf");
    day = tables_day("2020-03-05");
    EXPECT(person_mark(&t.r, staf, day, MARK_MUST_HOME, day) != NULL);
    EXPECT(person_mark(&t.r, staf, day, MARK_MAY_HOME, day) == NULL);
    EXPECT(person_mark(&t.r, staf, day, MARK_MUST_HOME,
                       tables_day("2020-02-19")) == NULL);
    EXPECT(person_has_mark(&t.r, staf, day, STR("rumahnya  terendam"), day));
    EXPECT(!person_has_mark(&t.r, staf, tables_day("2020-03-07"),
                            STR("rumahnya terendam"), day));
    EXPECT(person_is_active(&t.r, staf, tables_day("2020-12-31")));
    EXPECT(!person_is_active(&t.r, staf, tables_day("2021-01-01")));
}

FACT(the_tree_answers_what_is_under_what)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Tables t = tables_import(tmp, texts);
    CHECK(t.made);
    UnitId dinkes = tables_unit(&t, "dinkes");
    UnitId seksi = tables_unit(&t, "seksi");
    UnitId pkm = tables_unit(&t, "pkm");
    EXPECT(unit_is_under(&t.r, seksi, dinkes));
    EXPECT(unit_is_under(&t.r, dinkes, dinkes));
    EXPECT(!unit_is_under(&t.r, dinkes, seksi));
    EXPECT(!unit_is_under(&t.r, tables_unit(&t, "umum2"), dinkes));
    EXPECT_INT(t.r.agency_of[pkm.index].index, dinkes.index);
    EXPECT_INT(t.r.work_unit_of[pkm.index].index, pkm.index);
    EXPECT_INT(t.r.work_unit_of[seksi.index].index, dinkes.index);
    EXPECT_INT(t.r.agency_of[tables_unit(&t, "kota").index].index, NO_INDEX);
    EXPECT_INT(t.r.leave[dinkes.index] - t.r.enter[dinkes.index], 5);
}

/* How often the person stands in the run of people under the unit. */
static int stands_under(const Register *r, UnitId unit, PersonId person)
{
    Rows under = r->people_under[unit.index];
    int times = 0;
    for (uint32_t i = under.first; i < under.first + under.count; i++)
        times += r->people_by_tree[i].index == person.index;
    return times;
}

FACT(the_people_under_a_unit_are_one_run)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Tables t = tables_import(tmp, texts);
    CHECK(t.made);
    for (uint32_t u = 0; u < t.r.unit_count; u++) {
        for (uint32_t p = 0; p < t.r.person_count; p++) {
            bool under = unit_is_under(&t.r, t.r.people[p].unit, (UnitId){u});
            if (stands_under(&t.r, (UnitId){u}, (PersonId){p}) != under)
                EXPECT_STR(t.r.units[u].code, str_c(tmp, t.r.people[p].code));
        }
    }
    Rows all = t.r.people_under[tables_unit(&t, "kota").index];
    EXPECT_INT(all.count, t.r.person_count);
    EXPECT_INT(t.r.people_under[tables_unit(&t, "umum").index].count, 0);
}

FACT(people_are_found_by_anything_that_names_them)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Tables t = tables_import(tmp, texts);
    CHECK(t.made);
    PersonId found[1] = {{0}};
    EXPECT_COUNT(person_search(&t.r, STR("kadis"), found, 1), 1);
    EXPECT_STR(tables_code(&t, found[0]), "kadis");
    EXPECT_COUNT(person_search(&t.r, STR("19860926 201505 1 000"), found, 1),
                 1);
    EXPECT_COUNT(person_search(&t.r, STR("l-1"), found, 1), 1);
    EXPECT_STR(tables_code(&t, found[0]), "staf");
    EXPECT_COUNT(person_search(&t.r, STR(" budi "), found, 1), 2);
    EXPECT_COUNT(person_search(&t.r, STR("Bud"), found, 1), 0);
    EXPECT_COUNT(person_search(&t.r, STR(""), found, 1), 0);
}

FACT(units_are_found_by_any_name_and_offered_when_misspelt)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Tables t = tables_import(tmp, texts);
    CHECK(t.made);
    UnitId unit = NO_UNIT;
    bool several = false;
    Str near[2] = {0};
    EXPECT(unit_search(&t.r, STR("dinas  KESEHATAN "), &unit, &several));
    EXPECT(unit_search(&t.r, STR("dinkes"), &unit, &several));
    EXPECT(unit_search(&t.r, STR("dinas kes"), &unit, &several));
    EXPECT_INT(unit.index, tables_unit(&t, "dinkes").index);
    EXPECT(!unit_search(&t.r, STR("Subbagian Umum"), &unit, &several));
    EXPECT(several);
    EXPECT(!unit_search(&t.r, STR("Dinas Kesehatn"), &unit, &several));
    EXPECT(!several);
    EXPECT_COUNT(unit_nearest(tmp, &t.r, STR("Dinas Kesehatn"), near, 2), 1);
    EXPECT_STR(near[0], "Dinas Kesehatan");
    EXPECT_COUNT(unit_nearest(tmp, &t.r, STR("subagian umum"), near, 2), 1);
    EXPECT_STR(near[0], "Subbagian Umum");
    EXPECT_COUNT(unit_nearest(tmp, &t.r, STR("Kementerian"), near, 2), 0);
}
