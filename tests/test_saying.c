/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_saying.c - what is said of one person's day, in both languages.
 *
 * A row is a letter, a table, a person and a day; what must be said, and what
 * must not be.  Dinas Contoh has its head H, A and B of its section and U of
 * its UPTD; all but U, who serves until 20 August 2020, serve for good.
 */
#include "circular/explain.h"
#include "harness.h"
#include "small_law.h"

#include <string.h>

static const char *const texts[TABLE_COUNT] = {
    [TABLE_UNITS] =
        "kode,nama,induk,jenis,perangkat_daerah,unit_kerja,layanan\n"
        "kota,Pemerintah Kota,,pemerintah,,,\n"
        "dinas,Dinas Contoh,kota,dinas,ya,ya,\n"
        "s1,Seksi Satu,dinas,seksi,,,\n"
        "upt,UPTD Contoh,dinas,uptd,,ya,layanan langsung\n",
    [TABLE_PEOPLE] =
        "kode,nip,nomor_lokal,nama,jenis_pegawai,unit,jabatan,jenis_jabatan,"
        "petugas_lapangan,mulai,sampai\n"
        "H,,,Hadi,PNS,dinas,,,,,\nA,,,Ani,PNS,s1,,,,,\n"
        "B,,,Budi,PTT,s1,,,,,\nU,,,Umar,PNS,upt,,,,,2020-08-20\n",
    [TABLE_POSTS] =
        "kode,nama,unit,eselon,peran,kepala,pemangku,status,mulai,sampai\n"
        "P,Kepala Dinas,dinas,II.b,kepala dinas,ya,H,,,\n",
    [TABLE_COUNTERS] =
        "kode,nama,unit,jenis,hari,buka,tutup,kebutuhan,petugas,mulai,sampai\n"
        "L1,Loket Utama,upt,loket,Senin-Jumat,08.00,14.00,1,U,,\n",
};

#define EVENTS                                                          \
    "jenis,unit,pegawai,mulai,sampai,pukul,diketahui,alasan,prioritas," \
    "urgensi,persetujuan\n"
#define ABSENT     "pegawai,jenis,mulai,sampai,dicatat\n"
#define MARKED     "pegawai,tanda,mulai,sampai,dicatat\n"
#define STATUS     "status,wilayah,mulai,sampai,diketahui,sumber,diandaikan\n"
#define BY(number) "surat edaran " number "\npenerbit Wali Kota\n"
#define ENACTED    "ditetapkan 1 Agustus 2020\n"
#define IN_AUGUST  "berlaku 3 Agustus 2020 sampai dengan 31 Agustus 2020\n"
#define RULE       "\naturan 1 \"satu\"\n"
#define HEAD       BY("1/T") ENACTED IN_AUGUST RULE
#define HOME       "(1) Pegawai wajib di rumah.\n"
#define HALF                                                        \
    "(1) Pada setiap unit kerja: di kantor paling banyak 50% dari " \
    "seluruh pegawai, dibulatkan ke bawah.\n"

typedef struct {
    const char *letters;
    TableKind kind;    /* of the table that is added, */
    const char *table; /* NULL: none */
    char person;
    int day; /* of August 2020 */
    const char *says[2];
    const char *not_said; /* in Indonesian; NULL: nothing is asked */
} Row;

static const Row rows[] = {
    /* what decides before any rule */
    {HEAD HOME,
     TABLE_EVENTS,
     EVENTS "penutupan,dinas,,2020-08-10,2020-08-12,,2020-08-10,kasus,,,\n",
     'A',
     11,
     {"Dinas Contoh ditutup 10 Agustus 2020 sampai dengan 12 Agustus 2020",
      "Dinas Contoh is closed 10 August 2020 until and including 12 August"},
     "Pegawai wajib di rumah"},
    {HEAD "(1) Jika ada kasus pada unit kerja: unit kerja ditutup selama 3 "
          "hari kalender.\n",
     TABLE_EVENTS,
     EVENTS "penutupan,dinas,,2020-08-10,,,2020-08-10,kasus,,,\n",
     'A',
     11,
     {"aturan 1 ayat (1) SE 1/T: Jika ada kasus",
      "rule 1 paragraph (1) of SE 1/T: "},
     NULL},
    {HEAD HOME,
     TABLE_COUNT,
     NULL,
     'U',
     21,
     {"belum atau tidak lagi bertugas", "Not in service on this day."},
     NULL},
    {HEAD HOME,
     TABLE_COUNT,
     NULL,
     'A',
     17,
     {"Hari libur: Hari Kemerdekaan.", "Holiday: Hari Kemerdekaan."},
     "Bukan hari kerja"},
    {HEAD HOME,
     TABLE_COUNT,
     NULL,
     'A',
     9,
     {"Bukan hari kerja: unit ini bekerja 5 hari sepekan.",
      "No working day: the unit works 5 days a week."},
     NULL},
    {HEAD HOME,
     TABLE_MARKS,
     MARKED "A,wajib di rumah,2020-08-01,2020-08-31,2020-08-01\n",
     'A',
     11,
     {"alasannya tertutup", "its reason is sealed"},
     NULL},
    {HEAD HOME,
     TABLE_ABSENCES,
     ABSENT "A,dinas luar,2020-08-10,2020-08-12,2020-08-01\n",
     'A',
     11,
     {"Dinas luar 10 Agustus 2020", "Official trip 10 August 2020"},
     "mendahului kewajiban"},
    {HEAD HOME,
     TABLE_ABSENCES,
     ABSENT "A,tugas belajar,2020-08-10,2020-08-12,2020-08-01\n",
     'A',
     11,
     {"Tugas belajar 10 Agustus", "Study assignment 10 August"},
     NULL},
    {HEAD HOME,
     TABLE_ABSENCES,
     ABSENT "A,sakit,2020-08-10,2020-08-12,2020-08-01\n",
     'A',
     11,
     {"Cuti 10 Agustus 2020", "Leave 10 August 2020"},
     "akit"},
    {HEAD HOME,
     TABLE_ABSENCES,
     ABSENT "H,cuti,2020-08-10,2020-08-12,2020-08-01\n",
     'H',
     11,
     {"pelaksana tugas, bila ada, menggantikan",
      "an acting holder, if any, stands in"},
     NULL},
    {HEAD HOME,
     TABLE_EVENTS,
     EVENTS "dinas luar,,A,2020-08-10,2020-08-12,,2020-08-03,rapat kerja,"
            "utama,mendesak,Wali Kota\n",
     'A',
     11,
     {"(rapat kerja), disetujui Wali Kota.",
      "(rapat kerja), approved by Wali Kota."},
     NULL},
    /* calls, with the rule that allows them */
    {HEAD HOME "(2) Pegawai di rumah boleh dipanggil ke kantor.\n",
     TABLE_EVENTS,
     EVENTS "panggilan,,A,2020-08-11,2020-08-11,,2020-08-10,arsip,,,\n",
     'A',
     11,
     {"Dipanggil ke kantor (10 Agustus 2020): arsip.",
      "Called to the office (10 August 2020): arsip."},
     NULL},
    {HEAD HOME "(2) Pegawai di rumah boleh dipanggil bertugas.\n",
     TABLE_EVENTS,
     EVENTS "panggilan,,A,2020-08-11,2020-08-11,,2020-08-10,arsip,,,\n",
     'A',
     11,
     {"boleh dipanggil bertugas.", "may be called to duty."},
     NULL},
    {HEAD HOME "(2) Pegawai di rumah boleh datang ke kantor.\n"
               "(3) Pegawai di rumah boleh dipanggil ke kantor.\n",
     TABLE_EVENTS,
     EVENTS "kunjungan,,A,2020-08-11,2020-08-11,09.00-11.00,2020-08-10,arsip,"
            ",,Hadi\n",
     'A',
     11,
     {"Kunjungan yang diizinkan 09.00–11.00", "A visit that was allowed 09.00"},
     "dipanggil ke kantor"},
    {HEAD HOME "(2) Pegawai di rumah boleh dipanggil ke kantor.\n"
               "(3) Perjalanan dinas dibatasi untuk hal mendesak.\n"
               "(4) Rapat tatap muka ditiadakan.\n"
               "(5) Rapat tatap muka dibatasi untuk hal mendesak.\n",
     TABLE_EVENTS,
     EVENTS "rapat,,A,2020-08-11,2020-08-11,09.00-11.00,2020-08-10,anggaran,,"
            ",Hadi\n",
     'A',
     11,
     {"aturan 1 ayat (5) SE 1/T", "rule 1 paragraph (5) of SE 1/T"},
     "ayat (3)"},
    {HEAD HOME,
     TABLE_EVENTS,
     EVENTS "panggilan,,A,2020-08-11,2020-08-11,,2020-08-10,arsip,,,\n",
     'A',
     11,
     {"Dipanggil ke kantor (10 Agustus 2020): arsip.",
      "Called to the office (10 August 2020): arsip."},
     "dipanggil ke kantor"},
    {HEAD HOME "(2) Pegawai yang dipanggil wajib di kantor.\n(3) Pegawai di "
               "rumah wajib melapor setiap hari kerja kepada atasan "
               "langsung.\n(4) Pegawai di rumah boleh datang ke kantor.\n",
     TABLE_EVENTS,
     EVENTS
     "kunjungan,,A,2020-08-11,2020-08-11,09.00-11.00,2020-08-10,arsip,,,Hadi\n",
     'A',
     11,
     {"boleh datang ke kantor.", "rule 1 paragraph (4) of SE 1/T"},
     "ayat (3)"},
    {HEAD HOME "(2) Pegawai bergilir selang seminggu.\n(3) Aturan 1 dibatasi "
               "untuk hal mendesak.\n(4) \"Bazar\" dibatasi untuk hal "
               "mendesak.\n(5) Rapat tatap muka dibatasi untuk hal mendesak.\n",
     TABLE_EVENTS,
     EVENTS
     "rapat,,A,2020-08-11,2020-08-11,09.00-11.00,2020-08-10,anggaran,,,Hadi\n",
     'A',
     11,
     {"aturan 1 ayat (5) SE 1/T", "rule 1 paragraph (5) of SE 1/T"},
     "ayat (4)"},
    {HEAD HOME "(2) Rapat tatap muka dibatasi untuk hal mendesak.\n",
     TABLE_EVENTS,
     EVENTS
     "kunjungan,,A,2020-08-11,2020-08-11,09.00-11.00,2020-08-10,arsip,,,Hadi\n",
     'A',
     11,
     {"Kunjungan yang diizinkan", "A visit that was allowed"},
     "ayat (2)"},
    /* trips: what speaks of other things refuses none */
    {HEAD HOME
     "(2) Aturan 1 dibatasi untuk hal mendesak.\n(3) \"Bazar\" "
     "ditiadakan.\n(4) Apel ditunda.\n(5) Pegawai bergilir selang seminggu.\n",
     TABLE_EVENTS,
     EVENTS "dinas luar,,A,2020-08-10,2020-08-12,,2020-08-03,rapat "
            "kerja,,,Wali Kota\n",
     'A',
     11,
     {"(rapat kerja), disetujui Wali Kota.",
      "(rapat kerja), approved by Wali Kota."},
     NULL},
    /* a day on which the letter begins, or ends */
    {BY("1/T") ENACTED
     "berlaku 11 Agustus 2020 pukul 11.00 sampai dengan 31 Agustus 2020\n" RULE
         HOME,
     TABLE_COUNT,
     NULL,
     'A',
     11,
     {"Sampai pukul 11.00: bekerja biasa.", "Until 11.00: works as usual."},
     NULL},
    {BY("1/T") ENACTED
     "berlaku 3 Agustus 2020 sampai dengan 11 Agustus 2020 pukul 12.00\n" RULE
         HOME,
     TABLE_COUNT,
     NULL,
     'A',
     11,
     {"Sejak pukul 12.00: bekerja biasa.", "From 12.00: works as usual."},
     NULL},
    /* letters and rules of place */
    {HEAD HOME "(2) PTT boleh di kantor.\n(3) Di lapangan: \"Menurut "
               "kebutuhan.\"\n",
     TABLE_COUNT,
     NULL,
     'A',
     11,
     {"1 aturan tempat lain tidak mengenai pegawai ini.",
      "1 other rule of place does not concern this person."},
     NULL},
    {HEAD HOME,
     TABLE_COUNT,
     NULL,
     'A',
     11,
     {"SE 1/T berlaku 3 Agustus 2020 sampai dengan 31 Agustus 2020.",
      "SE 1/T is in force 3 August 2020 until and including 31 August 2020."},
     "aturan tempat lain"},
    {BY("1/T") ENACTED "berlaku sejak 3 Agustus 2020\n" RULE HOME,
     TABLE_COUNT,
     NULL,
     'A',
     11,
     {"berlaku sejak 3 Agustus 2020 sampai ditentukan kemudian.",
      "in force since 3 August 2020 until further notice."},
     NULL},
    {HEAD HOME "====\n" BY(
         "2/T") "ditetapkan 20 Agustus 2020\nmengubah surat "
                "edaran 1/T\n\nmasa berlaku diubah menjadi sampai dengan 30 "
                "September 2020.\n",
     TABLE_COUNT,
     NULL,
     'A',
     33,
     {"sampai dengan 30 September 2020, menurut perubahan dalam SE 2/T.",
      "30 September 2020, as amended by SE 2/T."},
     NULL},
    {BY("1/T") ENACTED "berlaku selama status \"Siaga\" di Kota\n" RULE HOME,
     TABLE_STATUSES,
     STATUS "Siaga,Kota,2020-08-03,2020-08-20,2020-08-01,,ya\n",
     'A',
     11,
     {"(tanggal status diandaikan).", "(the dates of the status are assumed)."},
     NULL},
    {HEAD "(1) PTT wajib di rumah.\n====\n" BY("2/T") ENACTED
     "berlaku selama status \"Siaga\" di Kota\n" RULE HOME,
     TABLE_COUNT,
     NULL,
     'A',
     11,
     {"SE 2/T menunggu tanggal status \"Siaga\"",
      "SE 2/T waits for the dates of the status \"Siaga\""},
     NULL},
    {HEAD "(1) PTT wajib di rumah.\n",
     TABLE_COUNT,
     NULL,
     'A',
     11,
     {"Surat yang berlaku tidak mengatur pegawai ini",
      "The letters in force say nothing of this person"},
     NULL},
    {HEAD HOME,
     TABLE_COUNT,
     NULL,
     'A',
     32,
     {"Tidak ada surat edaran yang berlaku pada hari ini",
      "No circular is in force on this day"},
     NULL},
    {HEAD "(1) Pegawai boleh di rumah.\n",
     TABLE_COUNT,
     NULL,
     'A',
     11,
     {"Boleh, bukan wajib", "A permission, no duty"},
     NULL},
    {HEAD "(1) Pegawai wajib di rumah.\n(2) Kepala perangkat daerah boleh "
          "melonggarkan ayat (1) selama 1 hari kerja, dengan alasan.\n====\n"
          "keputusan 9/D\npenerbit Kepala Dinas Contoh\nditetapkan 4 Agustus "
          "2020\nberlaku pada 5 Agustus 2020\nmenimbang \"ruang disemprot\"\n"
          "berdasarkan aturan 1 ayat (2) surat edaran 1/T\n" RULE
          "(1) Kepala perangkat daerah wajib di kantor.\n",
     TABLE_COUNT,
     NULL,
     'H',
     5,
     {"Keputusan kepala dengan alasan tercatat",
      "A head's decision with its reason on record"},
     NULL},
    /* under a cap */
    {HEAD HALF,
     TABLE_COUNT,
     NULL,
     'A',
     11,
     {"belum dijadwalkan", "not yet rostered"},
     "Ikut dihitung"},
    {HEAD HALF "(2) Kepala dinas wajib di kantor.\n",
     TABLE_COUNT,
     NULL,
     'H',
     11,
     {"Ikut dihitung dalam batas aturan 1 ayat (1) SE 1/T",
      "Counts under the cap of rule 1 paragraph (1) of SE 1/T"},
     NULL},
    {HEAD "(1) Kepala dinas wajib di kantor.\n(2) Kepala dinas wajib di "
          "rumah.\n(3) Pada setiap unit kerja: di kantor paling banyak 2 "
          "orang.\n",
     TABLE_COUNT,
     NULL,
     'H',
     11,
     {"Kepala dinas wajib di kantor.", "must"},
     "Ikut dihitung"},
};

static PersonId person_of(const SmallLaw *law, char code)
{
    const char text[2] = {code, 0};
    return tables_person(&law->tables, text);
}

static bool law_of(Arena *arena, const char *letters, TableKind kind,
                   const char *table, SmallLaw *out)
{
    const char *given[TABLE_COUNT];
    memcpy(given, texts, sizeof given);
    if (kind < TABLE_COUNT) given[kind] = table;
    bool made = small_law_make(arena, given, letters, DATE_NEVER, out);
    if (!made) EXPECT_STR(small_law_said(arena, out, LANG_EN), "");
    return made;
}

/* What is said of the person, as on paper; NULL `turn`: no plan is at hand. */
static Str said(Arena *arena, const SmallLaw *law, char code, Date day,
                char letter, const ExplainTurn *turn, Lang lang)
{
    LawDay *today = law_day(arena, &law->corpus, day);
    PersonId person = person_of(law, code);
    Explanation e = {0};
    Buf out = buf_in(arena);
    if (letter == 0) letter = law_person(today, person).letter;
    explain_cell(arena, today, person, letter, turn, lang, &e);
    explanation_print(&e, law->corpus.r, person, day, lang, &out);
    return buf_str(&out);
}

static Date august(int day)
{
    return date_plus(tables_day("2020-07-31"), day);
}

FACT(who_has_no_title_is_named_with_the_unit_alone)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    SmallLaw *law = NEW(arena, SmallLaw, 1);
    if (!law_of(arena, HEAD HOME, TABLE_COUNT, NULL, law)) return;
    EXPECT_HAS(said(arena, law, 'A', august(11), 0, NULL, LANG_EN),
               "2020\nAni \xC2\xB7 Seksi Satu\nR  home\n");
}

FACT(a_day_is_said_by_what_decided_it)
{
    for (size_t i = 0; i < COUNT(rows); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        const Row *row = &rows[i];
        SmallLaw *law = NEW(arena, SmallLaw, 1);
        ROW("%zu: %s", i, row->says[LANG_EN]);
        if (!law_of(arena, row->letters, row->kind, row->table, law)) continue;
        Str id =
            said(arena, law, row->person, august(row->day), 0, NULL, LANG_ID);
        EXPECT_HAS(id, row->says[LANG_ID]);
        EXPECT_HAS(
            said(arena, law, row->person, august(row->day), 0, NULL, LANG_EN),
            row->says[LANG_EN]);
        if (row->not_said != NULL)
            EXPECT(str_find(id, str_of(row->not_said), 0) == SIZE_MAX);
    }
}
