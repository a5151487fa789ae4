/*
 * test_register_import.c - tables in, a register or all faults out.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "harness.h"
#include "tables.h"
#include "test_register_texts.h"

FACT(our_own_tables_are_read)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Tables t = tables_import(tmp, (const char *[TABLE_COUNT]){
                                      [TABLE_UNITS] = UNITS,
                                      [TABLE_PEOPLE] = PEOPLE,
                                      [TABLE_POSTS] = POSTS,
                                  });
    if (!EXPECT(t.made)) return;
    const Unit *pkm = &t.r.units[tables_unit(&t, "pkm").index];
    EXPECT_INT(t.r.unit_count, 4);
    EXPECT(pkm->round_clock && pkm->work_unit && !pkm->agency);
    EXPECT_INT(pkm->week, 6);
    EXPECT_INT(pkm->service, SERVICE_DIRECT);
    EXPECT_INT(pkm->section, SECTION_UNSAID);
    EXPECT_INT(t.r.units[tables_unit(&t, "yankes").index].section,
               SECTION_SERVICE);
    EXPECT_INT(t.r.post_count, 2);
    EXPECT_STR(t.r.posts[0].code, "P1"); /* by unit */
    EXPECT_INT(t.r.posts[0].echelon, 'b');
    EXPECT_INT(t.r.holding_count, 2);
    const Person *budi = &t.r.people[tables_person(&t, "A2").index];
    EXPECT_STR(budi->local, "T-7");
    EXPECT(budi->field);
    EXPECT_INT(budi->kind, STAFF_TKD);
    EXPECT_STR(t.r.people[0].name, "Siti Aminah, S.K.M.");
    EXPECT_INT(t.r.people[2].unit.index, tables_unit(&t, "pkm").index);
    EXPECT_INT(t.r.people[2].rank, RANK_FUNGSIONAL);
    EXPECT_STR(tables_remarks(tmp, &t),
               "impor-11: 1 units serve 24 hours in an office week (5 or 6 "
               "days): their shifts are not rostered here: Puskesmas Kota\n"
               "impor-06: 1 units without a head post: Puskesmas Kota\n"
               "impor-10: 1 parts of units whose head post is vacant: "
               "Bidang Pelayanan\n");
}

FACT(the_other_tables_are_read)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Tables t = tables_import(
        tmp,
        (const char *[TABLE_COUNT]){
            [TABLE_UNITS] = UNITS,
            [TABLE_PEOPLE] = PEOPLE,
            [TABLE_ABSENCES] = "pegawai,jenis,mulai,sampai,dicatat\n"
                               "A1,sakit,2020-05-01,2020-05-03,\n"
                               "A1,cuti,2020-03-01,2020-03-05,2020-02-01\n",
            [TABLE_MARKS] = "pegawai,tanda,mulai,sampai,dicatat,oleh\n"
                            "T-7,wajib di rumah,2020-03-01,,,A1\n"
                            "A3,rumahnya terendam,,,,\n",
            [TABLE_COUNTERS] = "kode,nama,unit,jenis,hari,buka,tutup,"
                               "kebutuhan,petugas,mulai,sampai\n"
                               "L1,Loket 1,pkm,loket,Senin-Sabtu,07.30,"
                               "14.00,2,A3 A2  A3,,\n",
            [TABLE_EVENTS] = "jenis,unit,pegawai,mulai,sampai,pukul,"
                             "diketahui,alasan,prioritas,urgensi,"
                             "persetujuan,kasus\n"
                             "rapat,,A1,2020-08-05,,09.00-11.00,2020-08-01,"
                             "anggaran,,,A1,\n"
                             "penutupan,pkm,,2020-08-04,,,,,,,,3\n",
            [TABLE_STATUSES] = "status,wilayah,mulai,sampai,diketahui,"
                               "sumber,diandaikan\n"
                               "PPKM Mikro,Kotim,2021-07-19,2021-08-02,,"
                               "berita,ya\n",
            [TABLE_GRANTS] = "orang,peran,unit,mulai,sampai\n"
                             "A1,petugas unit,pkm,2020-01-01,2020-12-31\n"
                             "T-7,administrator,,2020-02-01,\n"
                             "A1,badan kepegawaian,,2020-02-01,\n"
                             "perangkat:pintu-1,perangkat bersama,pkm,"
                             "2020-02-01,\n",
        });
    if (!EXPECT(t.made)) return;
    EXPECT_INT(t.r.absence_count, 2);
    EXPECT_INT(t.r.absences[0].kind, ABSENCE_CUTI); /* by first day */
    EXPECT(date_is(t.r.absences[1].known, DATE_ALWAYS));
    EXPECT_INT(t.r.marks[0].effect, MARK_MUST_HOME);
    EXPECT_COUNT(t.r.counters[0].staff_count, 2);
    EXPECT_INT(t.r.counters[0].staff[0].index, 1);
    EXPECT_INT(t.r.counters[0].weekdays, 0x3f);
    EXPECT_INT(t.r.events[0].kind, EVENT_CLOSURE);
    EXPECT(date_is(t.r.events[0].window.last, DATE_NEVER));
    EXPECT_INT(t.r.events[0].from, -1);
    EXPECT_INT(t.r.events[0].cases, 3);
    EXPECT_INT(t.r.events[1].cases, 0);
    EXPECT_INT(t.r.events[1].to, 11 * 60);
    EXPECT(date_is(t.r.events[1].window.last, tables_day("2020-08-05")));
    EXPECT(t.r.statuses[0].assumed);
    EXPECT_INT(t.r.grant_count, 4);
    EXPECT_INT(t.r.grants[0].role, GRANT_CLERK);
    EXPECT(t.r.grants[0].unit.index == tables_unit(&t, "pkm").index);
    EXPECT(date_is(t.r.grants[0].window.last, tables_day("2020-12-31")));
    EXPECT_INT(t.r.grants[1].role, GRANT_ADMIN);
    EXPECT_INT(t.r.grants[1].person.index, 1);
    EXPECT(t.r.grants[1].unit.index == NO_INDEX);
    EXPECT(date_is(t.r.grants[1].window.last, DATE_NEVER));
    EXPECT_INT(t.r.grants[2].role, GRANT_BOARD);
    EXPECT_INT(t.r.grants[3].role, GRANT_DEVICE);
    EXPECT(t.r.grants[3].person.index == NO_INDEX);
    EXPECT(t.r.grants[3].unit.index == tables_unit(&t, "pkm").index);
    EXPECT_STR(t.r.grants[3].device, "perangkat:pintu-1");
}

/* --- how the public reaches a counter ------------------------------------- */

static const char reached[] =
    "kode,nama,unit,hari,buka,tutup,kebutuhan,telepon,alamat,syarat,titik,"
    "daring\n"
    "L1,Satu,pkm,Senin,7.30,9.00,1,+62 542 000001,\"Jalan Contoh No. 1, "
    "Kota\",KTP;; Kartu Keluarga ;,\"-1.27, 116.830\","
    "https://contoh.invalid:8443/l?id=1&b=%20#a\n"
    "L2,Dua,pkm,Senin,7.30,9.00,1,112,,;,\"90,-180.0\",https://contoh.invalid\n"
    "L3,Tiga,pkm,Senin,7.30,9.00,1,,,,,\n";

FACT(a_counter_says_how_it_is_reached)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Tables t = tables_import(tmp, (const char *[TABLE_COUNT]){
                                      [TABLE_UNITS] = UNITS,
                                      [TABLE_PEOPLE] = PEOPLE,
                                      [TABLE_COUNTERS] = reached,
                                  });
    Str paper;
    if (!EXPECT(t.made) || !EXPECT_INT(t.r.counter_count, 3)) return;
    CounterReach one = t.r.counters[0].reach;
    EXPECT_STR(one.phone, "+62 542 000001");
    EXPECT_STR(reach_phone_dialled(tmp, one.phone), "+62542000001");
    EXPECT_STR(one.address, "Jalan Contoh No. 1, Kota");
    EXPECT_STR(one.point, "-1.27,116.830");
    EXPECT_STR(one.online, "https://contoh.invalid:8443/l?id=1&b=%20#a");
    EXPECT(reach_next_document(&one.documents, &paper));
    EXPECT_STR(paper, "KTP");
    EXPECT(reach_next_document(&one.documents, &paper));
    EXPECT_STR(paper, "Kartu Keluarga");
    EXPECT(!reach_next_document(&one.documents, &paper));
    CounterReach two = t.r.counters[1].reach;
    EXPECT_STR(two.point, "90,-180.0");
    EXPECT(!reach_next_document(&two.documents, &paper));
    CounterReach none = t.r.counters[2].reach;
    EXPECT_COUNT(none.phone.len + none.address.len + none.documents.len +
                     none.point.len + none.online.len,
                 0);
}

/* --- headers and encodings ------------------------------------------------ */

static const struct {
    const char *header;
    TableKind kind;
} headers[] = {
    {UNITS_HEADER,                                                                 TABLE_UNITS   },
    {POSTS_HEADER,                                                                 TABLE_POSTS   },
    {PEOPLE_HEADER,                                                                TABLE_PEOPLE  },
    {"pegawai,jenis,mulai,sampai,dicatat",                                         TABLE_ABSENCES},
    {"pegawai,tanda,mulai,sampai,dicatat,oleh",                                    TABLE_MARKS   },
    {"kode,nama,unit,jenis,hari,buka,tutup,kebutuhan,petugas,mulai,sampai",
     TABLE_COUNTERS                                                                              },
    {"kode,nama,unit,jenis,hari,buka,tutup,kebutuhan,petugas,mulai,sampai,"
     "telepon,alamat,syarat,titik,daring",                                    TABLE_COUNTERS},
    {"jenis,unit,pegawai,mulai,sampai,pukul,diketahui,alasan,prioritas,"
     "urgensi,persetujuan",                                                   TABLE_EVENTS  },
    {"status,wilayah,mulai,sampai,diketahui,sumber,diandaikan",                    TABLE_STATUSES},
    {"orang,peran,unit,mulai,sampai",                                              TABLE_GRANTS  },
    {"nipBaru,nama,gelarDepan,gelarBelakang,jenisPegawaiNama,unorId,unorNama,"
     "unorIndukId,jenisJabatan,jabatanNama,eselon,golRuangAkhir,lokasiKerja", TABLE_PEOPLE  },
    {"NIP,Nama,Jenis Pegawai,Unit Kerja,Jabatan",                                  TABLE_PEOPLE  },
    {"NIP BARU,NAMA,JENIS PEGAWAI,UNOR NAMA,UNOR INDUK NAMA,JABATAN NAMA",
     TABLE_PEOPLE                                                                                },
    {"NIP BARU,NAMA,UNOR NAMA,UNOR INDUK NAMA,JABATAN NAMA,ESELON",
     TABLE_PEOPLE                                                                                },
    {"nip,nama,unit",                                                              TABLE_PEOPLE  },
    {"kode,nip,nama,unit",                                                         TABLE_PEOPLE  },
    {"nama,unit",                                                                  TABLE_PEOPLE  },
    {"No,NIP,Nama,Unit Kerja,Jenis,Status",                                        TABLE_PEOPLE  },
    {"kode,nip,nama,unit,jabatan,eselon",                                          TABLE_PEOPLE  },
    {"kode,nama,unit,eselon,kepala,nip",                                           TABLE_POSTS   },
    {"kode,nama,unit,kepala,pemangku",                                             TABLE_POSTS   },
    {"kode,nama,unit,hari,buka",                                                   TABLE_COUNTERS},
    {"kode,nama,unit_kerja,induk,jenis",                                           TABLE_UNITS   },
    {"unor_id,nama,unor_induk_id",                                                 TABLE_UNITS   },
    {"nip,nama,jenis cuti,mulai,sampai",                                           TABLE_ABSENCES},
    {"nip,nama,tanda,mulai",                                                       TABLE_MARKS   },
    {"nip,nama,peran,unit,mulai",                                                  TABLE_GRANTS  },
    {"unorId,unorNama,unorIndukId",                                                TABLE_UNITS   },
};

FACT(a_table_is_known_by_its_header)
{
    for (size_t i = 0; i < COUNT(headers); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
        Csv csv = {0};
        Err err = {0};
        ROW("%s", headers[i].header);
        EXPECT(csv_read(tmp, str_of(headers[i].header), (CsvLimits){0}, &csv,
                        &err));
        TableGuess guess = import_guess(&csv.rows.at[0]);
        EXPECT_INT(guess.kind, headers[i].kind);
        EXPECT(guess.sure >= 30);
    }
    CsvRow nothing = {.field = (Str[]){STR_INIT("warna")}, .count = 1};
    EXPECT(import_guess(&nothing).sure < 20);
}

#define SIASN                                                                \
    "nipBaru;nama;gelarDepan;gelarBelakang;jenisPegawai;unorId;unorNama;"    \
    "unorIndukId;unorIndukNama;jenisJabatan;jabatanNama;eselon;golRuang;"    \
    "tmtJabatan\n"                                                           \
    "198609262015051001;Siti;dr.;M.Kes;PNS;D1;Dinas Kesehatan;K0;"           \
    "Pemerintah Kota Contoh;Jabatan Struktural;Kepala Dinas Kesehatan;II.b;" \
    "IV/c;03/01/2019\n"                                                      \
    "198709262015051002;Budi;;;PNS;D11;Bidang Pelayanan;D1;Dinas Kesehatan;" \
    "1;Kepala Bidang Pelayanan;III.b;IV/a;\n"                                \
    "198809262021211003;Caca;;;PPPK;D11;Bidang Pelayanan;D1;Dinas "          \
    "Kesehatan;2;Perawat Ahli Pertama;;IX;\n"                                \
    "198809262015052004;Dewi;;;PNS;S1;Bagian Umum;S0;Sekretariat Daerah;1;"  \
    "Kepala Bagian Umum;III.a;IV/a;\n"

FACT(a_siasn_export_of_people_is_enough)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Tables t =
        tables_import(tmp, (const char *[TABLE_COUNT]){[TABLE_PEOPLE] = SIASN});
    if (!EXPECT(t.made)) return;
    Date day = tables_day("2020-08-03");
    UnitId dinas = tables_unit(&t, "D1");
    UnitId bidang = tables_unit(&t, "D11");
    PersonId siti = tables_person(&t, "198609262015051001");
    PersonId caca = tables_person(&t, "198809262021211003");
    EXPECT_STR(t.r.people[siti.index].name, "dr. Siti, M.Kes");
    EXPECT_STR(t.r.people[caca.index].title, "Perawat Ahli Pertama");
    EXPECT_INT(t.r.unit_count, 6); /* K0 and S0 stand under one root */
    EXPECT_INT(t.r.units[dinas.index].type, UNIT_DINAS);
    EXPECT(t.r.units[dinas.index].agency && t.r.units[dinas.index].work_unit);
    EXPECT(!t.r.units[bidang.index].work_unit);
    EXPECT_INT(t.r.agency_of[bidang.index].index, dinas.index);
    UnitId umum = tables_unit(&t, "S1");
    EXPECT(t.r.units[umum.index].work_unit); /* a bagian of the Setda */
    EXPECT_INT(unit_head(&t.r, dinas, day).index, siti.index);
    EXPECT_INT(person_superior(&t.r, caca, day).index, 1);
    EXPECT_INT(person_rank(&t.r, siti, day), RANK_JPT_PRATAMA);
    EXPECT(person_has_role(&t.r, siti, ROLE_KEPALA_DINAS, day));
    EXPECT(!person_has_role(&t.r, siti, ROLE_KEPALA_DINAS,
                            tables_day("2018-12-31")));
    EXPECT_HAS(tables_remarks(tmp, &t), "1 columns are not used: golRuang");
    EXPECT_HAS(tables_remarks(tmp, &t), "6 units were made");
}

#define UNOR_NAMES                                                         \
    "NIP BARU;NAMA;JENIS PEGAWAI;UNOR NAMA;UNOR INDUK NAMA;JABATAN NAMA;"  \
    "ESELON\n"                                                             \
    "198609262015051001;Siti;PNS;Dinas Kesehatan;Pemerintah Kota Contoh;"  \
    "Kepala Dinas Kesehatan;II.b\n"                                        \
    "198709262015051002;Budi;PNS;Bidang Pelayanan;Dinas Kesehatan;Kepala " \
    "Bidang Pelayanan;III.b\n"

FACT(names_of_unor_stand_for_ids)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Tables t = tables_import(
        tmp, (const char *[TABLE_COUNT]){[TABLE_PEOPLE] = UNOR_NAMES});
    if (!EXPECT(t.made)) return;
    UnitId dinas = tables_unit(&t, "Dinas Kesehatan");
    UnitId bidang = tables_unit(&t, "Bidang Pelayanan");
    EXPECT_INT(t.r.unit_count, 3);
    EXPECT_INT(t.r.units[bidang.index].parent.index, dinas.index);
    EXPECT_INT(unit_head(&t.r, dinas, tables_day("2020-08-03")).index, 0);
}

FACT(a_name_of_two_unor_is_no_id)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Tables t = tables_import(
        tmp, (const char *[TABLE_COUNT]){
                 [TABLE_PEOPLE] = UNOR_NAMES
                 "198809262015051003;Caca;PNS;Bidang Pelayanan;Dinas "
                 "Sosial;Analis;\n"
                 "1.98609E+17;Dedi;PNS;Dinas Sosial;Pemerintah Kota "
                 "Contoh;Analis;\n"});
    EXPECT(!t.made);
    EXPECT_COUNT(t.faults.count, 2);
    if (t.faults.list.count < 2) return;
    EXPECT_STR(tables_fault(tmp, &t.faults.list.at[0]),
               "unor-rancu|people.csv|4|4|UNOR NAMA|Bidang Pelayanan: Dinas "
               "Kesehatan / Dinas Sosial|");
    EXPECT_STR(t.faults.list.at[1].repair, "nip-rusak");
}

FACT(a_tree_needs_a_root)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Tables t = tables_import(
        tmp, (const char *[TABLE_COUNT]){[TABLE_UNITS] = UNITS_HEADER});
    EXPECT(!t.made);
    if (EXPECT_COUNT(t.faults.list.count, 1))
        EXPECT_STR(tables_fault(tmp, &t.faults.list.at[0]),
                   "akar-tidak-ada|units.csv|0|0|induk||");
}

FACT(people_without_units_are_refused)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Tables t = tables_import(
        tmp, (const char *[TABLE_COUNT]){[TABLE_PEOPLE] = PEOPLE});
    EXPECT(!t.made);
    if (EXPECT_COUNT(t.faults.list.count, 1))
        EXPECT_STR(t.faults.list.at[0].repair, "tabel-tidak-ada");
}

static const struct {
    const char *fact, *people, *name;
} encodings[] = {
    {"Windows-1252", "kode,nama,jenis_pegawai,unit\nA1,Ren\xe9,PNS,dinkes\n",
     "Ren\xc3\xa9"                                                                      },
    {"UTF-8",        "kode,nama,jenis_pegawai,unit\nA1,Ren\xc3\xa9,PNS,dinkes\n",
     "Ren\xc3\xa9"                                                                      },
    {"semicolon",    "kode;nama;jenis_pegawai;unit\nA1;Budi, S.E.;PNS;dinkes\n",
     "Budi, S.E."                                                                       },
    {"tab",          "kode\tnama\tjenis_pegawai\tunit\nA1\tBudi\tPNS\tdinkes\n",  "Budi"},
    {"BOM and CRLF",
     "\xef\xbb\xbfkode,nama,jenis_pegawai,unit\r\nA1,Budi,PNS,dinkes\r\n",        "Budi"},
    {"spelling",
     "KODE,Nama Lengkap,jenisPegawai,Unit Kerja\n"
     "A1,Budi,pns,DINAS  KESEHATAN\n",                                            "Budi"},
};

FACT(files_of_all_habits_are_read)
{
    for (size_t i = 0; i < COUNT(encodings); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
        ROW("%s", encodings[i].fact);
        Tables t = tables_import(tmp, (const char *[TABLE_COUNT]){
                                          [TABLE_UNITS] = UNITS,
                                          [TABLE_PEOPLE] = encodings[i].people,
                                      });
        if (EXPECT(t.made)) EXPECT_STR(t.r.people[0].name, encodings[i].name);
    }
}

FACT(garbage_is_a_fault_of_the_file)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    const char *units[TABLE_COUNT] = {[TABLE_UNITS] = UNITS};
    static const Str garbage[] = {
        STR_INIT("PK\x03\x04 and then nothing"),
        STR_INIT("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        STR_INIT("\x7f"
                 "ELF\x02\x01\x01\x00\x00\x00"),
        STR_INIT("\"\"\"\"\"\x00\x01\x02\n\n\"\r\r"),
    };
    for (size_t i = 0; i < COUNT(garbage); i++) {
        ROW("%zu", i);
        Tables t = tables_import_file(tmp, TABLE_PEOPLE, STR("people.xlsx"),
                                      garbage[i], units);
        EXPECT(!t.made);
        if (EXPECT(t.faults.list.count > 0))
            EXPECT_STR(t.faults.list.at[0].repair, "berkas-rusak");
    }
}
