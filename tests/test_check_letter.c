/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_check_letter.c - what the linter says of a letter among its register,
 * and what it does not say.
 */
#include "circular/check.h"
#include "harness.h"
#include "small_law.h"
#include "small_town.h"

#include <string.h>

#define LETTER(number, day, lines)                                         \
    "surat edaran " number "\ntentang \"kehadiran\"\npenerbit Wali Kota\n" \
    "ditetapkan " day " Agustus 2020\n" lines
#define AUGUST "berlaku 3 Agustus 2020 sampai dengan 31 Agustus 2020\n"
#define RULE   "\naturan 1 \"satu\"\n"
#define HEAD   LETTER("1/T", "1", AUGUST) RULE
#define HOME   "(1) Pegawai boleh di rumah.\n"

static const struct {
    const char *letters; /* the last one is asked */
    TableKind kind;
    const char *table; /* NULL: none is added */
    const char *said;  /* in English; behind "-": not said */
} rows[] = {
/* a word of the letter is one part of a list, whatever it means */
#define INTI(whom)                                                     \
    HEAD "(1) Yang dimaksud dengan petugas inti ialah " whom ".\n(2) " \
         "Petugas inti dan "
    {INTI("camat dan kepala dinas") "anggota satgas wajib di kantor.\n",
     TABLE_COUNT, NULL, "'anggota satgas' concerns nobody in the register"},
    {INTI("anggota satgas dan camat") "lurah wajib di kantor.\n", TABLE_COUNT,
     NULL, "-concerns nobody"},
    {INTI("anggota satgas dan PPPK") "lurah wajib di kantor.\n", TABLE_COUNT,
     NULL, "'Petugas inti' concerns nobody in the register"},
    {HEAD "(1) Anggota satgas dan PPPK wajib di kantor.\n", TABLE_COUNT, NULL,
     "-' concerns nobody in the register"},
    {HEAD "(1) Camat dan kepala dinas, serta anggota satgas wajib di "
          "kantor.\n",
     TABLE_COUNT, NULL, "'anggota satgas' concerns nobody in the register"},
    {HEAD "(1) Camat dan PPPK wajib di kantor.\n(2) Setiap Jumat: PNS wajib "
          "di rumah.\n",
     TABLE_PEOPLE,
     "kode,nip,nomor_lokal,nama,jenis_pegawai,unit,jabatan,jenis_jabatan,"
     "petugas_lapangan,mulai,sampai\nH,,,Hadi,PNS,dinas,,,,,\n"
     "C,,,Cici,PNS,kec,,,,,\nL,,,Lala,PNS,kel,,,,,\n"
     "Z,,,Zul,PPPK,s2,,,,,2020-08-01\n",
     "'PPPK' concerns nobody in the register"},
    {HEAD HOME "\naturan 2 \"dua\"\n(1) Aturan 1 tidak berlaku bagi camat dan "
               "anggota satgas.\n",
     TABLE_COUNT, NULL, "'anggota satgas' concerns nobody in the register"},
    {HEAD HOME "(2) PTT wajib di kantor.\n(3) Surat edaran ini tidak berlaku "
               "bagi PTT.\n(4) Dikecualikan dari ayat (1), pada setiap unit "
               "kerja: di kantor paling sedikit 1 orang.\n\naturan 2 \"dua\"\n"
               "(1) Aturan 1 ayat (1) tidak berlaku bagi camat.\n",
     TABLE_COUNT, NULL, "never applies: all 1 people whom it means are exempt"},
/* bounds beside bounds */
#define TWO(a, b)                                                         \
    HEAD "(1) Pada setiap unit kerja: di kantor " a ".\n(2) Pada setiap " \
         "unit kerja: di kantor " b ".\n"
    {TWO("paling banyak 3 orang", "paling banyak 2 orang"), TABLE_COUNT, NULL,
     "gives another number for the same unit than rule 1 paragraph (1)"},
    {TWO("paling banyak 3 orang", "paling banyak 3 orang"), TABLE_COUNT, NULL,
     "-gives another number"},
    {TWO("paling banyak 3 orang",
         "paling banyak 50% dari seluruh pegawai, dibulatkan ke bawah"),
     TABLE_COUNT, NULL, "-gives another number"},
    {TWO("paling sedikit 3 orang", "paling banyak 2 orang"), TABLE_COUNT, NULL,
     "its most is below the least"},
    {TWO("paling banyak 2 orang", "paling sedikit 3 orang"), TABLE_COUNT, NULL,
     "its most is below the least"},
    {TWO("paling banyak 3 orang", "tepat 2 orang"), TABLE_COUNT, NULL,
     "-another number"},
    {HEAD "(1) Pada setiap unit kerja: di kantor paling banyak 3 orang.\n(2) "
          "Pada setiap unit kerja: di rumah paling banyak 2 orang.\n",
     TABLE_COUNT, NULL, "-another number"},
    {HEAD "(1) Pada setiap unit kerja: di kantor paling banyak 3 orang.\n(2) "
          "Pada setiap unit kerja: di kantor atau cuti paling banyak 2 "
          "orang.\n",
     TABLE_COUNT, NULL, "-another number"},
    {HEAD "(1) Pada setiap kelurahan: di kantor paling banyak 3 orang.\n(2) "
          "Pada setiap dinas: di kantor paling banyak 2 orang.\n",
     TABLE_COUNT, NULL, "-another number"},
    {HEAD "(1) Pada setiap unit kerja: di kantor paling banyak 3 orang.\n(2) "
          "Setiap Rabu, pada setiap unit kerja: di kantor paling banyak 2 "
          "orang.\n",
     TABLE_COUNT, NULL, "-another number"},
    {HEAD "(1) Pada setiap unit kerja: di kantor paling banyak 3 orang.\n(2) "
          "Sampai dengan 9 Agustus 2020, pada setiap unit kerja: di kantor "
          "paling banyak 2 orang.\n",
     TABLE_COUNT, NULL, "-another number"},
    {TWO("paling banyak 3 orang", "atau di rumah paling banyak 2 orang"),
     TABLE_COUNT, NULL, "-another number"},
    {TWO("paling sedikit 3 orang", "atau di rumah paling sedikit 3 orang"),
     TABLE_COUNT, NULL, "-more people than there are"},
    {TWO("paling sedikit 3 orang", "atau cuti paling sedikit 3 orang"),
     TABLE_COUNT, NULL, "-more people than there are"},
    {TWO("atau cuti paling sedikit 3 orang", "paling sedikit 3 orang"),
     TABLE_COUNT, NULL, "-more people than there are"},
    {HEAD "(1) Pada setiap unit kerja: di kantor paling banyak 3 orang.\n(2) "
          "Pada 12 dan 13 Agustus 2020, pada setiap unit kerja: di kantor "
          "paling banyak 2 orang.\n",
     TABLE_COUNT, NULL, "-another number"},
    {HEAD "(1) Dikecualikan dari ayat (2), pada setiap unit kerja: di kantor "
          "paling banyak 3 orang.\n(2) Pada setiap unit kerja: di kantor "
          "paling banyak 2 orang.\n",
     TABLE_COUNT, NULL, "-another number"},
    {HEAD "(1) Pada setiap unit kerja: di kantor paling banyak 3 orang.\n(2) "
          "Pada setiap UPTD: di kantor paling banyak 2 orang.\n(3) "
          "Dikecualikan dari ayat (2) dan ayat (1), pada setiap unit kerja: di "
          "kantor paling banyak 1 orang.\n",
     TABLE_COUNT, NULL, "-another number"},
    /* of two units that are called alike the agency is told too */
    {HEAD "(1) Pada setiap seksi: di kantor paling banyak 3 orang.\n(2) Pada "
          "setiap seksi: di kantor paling banyak 2 orang.\n",
     TABLE_PEOPLE,
     "kode,nip,nomor_lokal,nama,jenis_pegawai,unit,jabatan,jenis_jabatan,"
     "petugas_lapangan,mulai,sampai\nH,,,Hadi,PNS,dinas,,,,,\n"
     "C,,,Cici,PNS,ku,,,,,\nL,,,Lala,PNS,kel,,,,,\nA,,,Ani,PNS,s1,,,,,\n"
     "Z,,,Zul,PNS,s2,,,,,2020-08-01\n",
     "(Seksi Satu, Seksi Umum pada Kecamatan Tepi)"},
    /* exempt and bound */
    {HEAD HOME "(2) Lurah dilarang di rumah.\n(3) Surat edaran ini tidak "
               "berlaku bagi pejabat struktural dan PTT.\n",
     TABLE_COUNT, NULL, "people are bound by this sentence and exempt"},
    {HEAD HOME "(2) Anggota satgas wajib di kantor.\n(3) Surat edaran ini "
               "tidak berlaku bagi PTT.\n",
     TABLE_COUNT, NULL, "-people are bound"},
    {HEAD HOME "(2) Petugas operasional lapangan dan petugas loket wajib di "
               "kantor.\n(3) Surat edaran ini tidak berlaku bagi PTT.\n",
     TABLE_COUNT, NULL, "-people are bound"},
    /* the letter's dates and its open lists */
    {LETTER("1/T", "1",
            "berlaku sejak 3 Agustus 2020 sampai dengan "
            "ditentukan kemudian\n") RULE
     "(1) Pegawai di rumah dilarang meninggalkan rumah selama 14 hari "
     "kalender.\n",
     TABLE_COUNT, NULL, "14 calendar days in words, but there is no date"},
    {HEAD "(1) Pegawai di rumah dilarang meninggalkan rumah selama 20 hari "
          "kerja.\n",
     TABLE_COUNT, NULL, "-days in words"},
    {HEAD "(1) Pegawai di rumah dilarang meninggalkan rumah selama 21 hari "
          "kerja.\n",
     TABLE_COUNT, NULL, "21 working days in words"},
    {LETTER("1/T", "1", "berlaku sampai dengan 31 Agustus 2020\n") RULE
     "(1) Pegawai di rumah dilarang meninggalkan rumah selama 14 hari "
     "kalender.\n",
     TABLE_COUNT, NULL, "-days in words"},
    {LETTER("1/T", "1",
            "berlaku 3 Agustus 2020 sampai dengan 31 Agustus 2031\n") RULE
     "(1) Pegawai di rumah dilarang meninggalkan rumah selama 14 hari "
     "kalender.\n",
     TABLE_COUNT, NULL, "-days in words"},
    {LETTER("1/T", "1", AUGUST "di samping surat edaran 2/T\n") RULE HOME
     "====\n" LETTER("2/T", "2", AUGUST) RULE HOME,
     TABLE_COUNT, NULL, "-in force together"},
    {HEAD HOME "(2) Pegawai wajib melapor setiap hari kerja melalui antara "
               "lain WhatsApp dan telepon.\n",
     TABLE_COUNT, NULL, "this list is open"},
    {HEAD HOME "(2) List: \"As in the annex.\"\n", TABLE_COUNT, NULL,
     "an annex is spoken of"},
    {HEAD HOME "(2) Daftar: \"Lampiran I.\"\n", TABLE_COUNT, NULL,
     "an annex is spoken of"},
    {HEAD HOME "(2) Berkas: \"Dikirim sebagai lampiran surat.\"\n", TABLE_COUNT,
     NULL, "-an annex is spoken of"},
    {HEAD HOME "(2) Berkas: \"Pelampiran bukti dicatat.\"\n", TABLE_COUNT, NULL,
     "-an annex is spoken of"},
    {"surat edaran 1/T\ntentang \"a\"\npenerbit Wali Kota\ndiumumkan 1 Agustus "
     "2020\n" AUGUST RULE HOME,
     TABLE_COUNT, NULL, "taken as known since it was announced"},
/* an example of somebody who is away */
#define EXAMPLE(rules, example) HEAD rules "\ncontoh\n" example "\n"
    {EXAMPLE("(1) PTT wajib di rumah.\n", "PTT pada 4 Agustus 2020 di rumah."),
     TABLE_ABSENCES,
     "pegawai,jenis,mulai,sampai,dicatat\nB,cuti,2020-08-04,2020-08-04,"
     "2020-08-01\n",
     "nobody of that kind works on that day"},
};

static Str said_of(Arena *arena, size_t row)
{
    const char *given[TABLE_COUNT];
    SmallLaw *law = NEW(arena, SmallLaw, 1);
    memcpy(given, small_town, sizeof given);
    if (rows[row].table != NULL) given[rows[row].kind] = rows[row].table;
    if (EXPECT(
            small_law_make(arena, given, rows[row].letters, DATE_NEVER, law))) {
        uint32_t last = law->corpus.letter_count - 1;
        check_letter(arena, &law->corpus, last, &law->diags);
        check_examples(arena, &law->from, &law->corpus, last, &law->diags);
    }
    return small_law_said(arena, law, LANG_EN);
}

FACT(what_a_careful_reader_would_ask_is_said_and_nothing_else)
{
    for (size_t i = 0; i < COUNT(rows); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        const char *want = rows[i].said;
        ROW("%zu: %s", i, want);
        if (want[0] == '-')
            EXPECT_LACKS(said_of(arena, i), str_of(want + 1));
        else
            EXPECT_HAS(said_of(arena, i), want);
    }
}
