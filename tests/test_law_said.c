/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_law_said.c - what is said of letters that meet other letters, the
 * register and the calendar: each row, and beside it one that is silent.
 */
#include "circular/check.h"
#include "harness.h"
#include "small_law.h"
#include "small_town.h"

#include <string.h>

#define STATUS "status,wilayah,mulai,sampai,diketahui,sumber,diandaikan\n"
#define LETTER(number, day, lines)                                         \
    "surat edaran " number "\ntentang \"kehadiran\"\npenerbit Wali Kota\n" \
    "ditetapkan " day " Agustus 2020\n" lines
#define AUGUST "berlaku 3 Agustus 2020 sampai dengan 31 Agustus 2020\n"
#define RULE   "\naturan 1 \"satu\"\n"
#define HEAD   LETTER("1/T", "1", AUGUST) RULE
#define HOME   "(1) Pegawai boleh di rumah.\n"
#define BASE                                                               \
    HEAD HOME "(2) Kepala unit kerja boleh melonggarkan ayat (1) selama "  \
              "2 hari kerja, dengan alasan.\n(3) Kepala unit kerja boleh " \
              "melonggarkan ayat (1) selama 4 hari kalender, dengan "      \
              "alasan.\n(4) Kepala unit kerja wajib menetapkan jadwal.\n"
#define BECAUSE  "menimbang \"ruang disemprot\"\n"
#define RESTS(n) "berdasarkan aturan 1 ayat (" n ") surat edaran 1/T\n"
#define BETWEEN(two, added)                                                    \
    "====\n" LETTER(                                                           \
        "2/T", "5",                                                            \
        "mengubah surat edaran 1/T\n") "\ndi antara " two " disisipkan " added \
                                       ":\n(1) Rapat ditiadakan.\n"
#define DECIDES(issuer, validity, lines, sentence)                         \
    BASE "====\nkeputusan 9/D\npenerbit " issuer "\nditetapkan 4 Agustus " \
         "2020\n" validity lines RULE "(1) " sentence "\n"
#define FIFTH "berlaku pada 5 Agustus 2020\n"
#define ALONE "Pegawai pada Seksi Satu wajib di kantor."
#define DINAS "Kepala Dinas Contoh"

static const struct {
    const char *letters;
    TableKind kind;
    const char *table; /* NULL: none is added */
    const char *said;  /* in English; "": no error at all */
} rows[] = {
    /* decisions: whose */
    {DECIDES(DINAS, FIFTH, BECAUSE RESTS("2"), ALONE), TABLE_COUNT, NULL, ""},
    {DECIDES("Dinas Contoh", FIFTH, BECAUSE RESTS("2"), ALONE), TABLE_COUNT,
     NULL, ""},
    {DECIDES("Camat Tepi", FIFTH, BECAUSE RESTS("2"), "Camat wajib di kantor."),
     TABLE_COUNT, NULL, ""},
    {DECIDES("Kepala Dinas Lain", FIFTH, BECAUSE RESTS("2"), ALONE),
     TABLE_COUNT, NULL, "the decision's issuer heads no unit"},
    {DECIDES("Bupati", FIFTH, BECAUSE RESTS("2"), ALONE), TABLE_COUNT, NULL,
     ""},
    {DECIDES("Camat Tepi", FIFTH, BECAUSE RESTS("2"), ALONE), TABLE_COUNT, NULL,
     "concerns staff outside Kecamatan Tepi"},
    {DECIDES("Camat Tepi", FIFTH, BECAUSE RESTS("2"), "Apel: \"Ditiadakan.\""),
     TABLE_COUNT, NULL, ""},
    /* decisions: on what they rest */
    {DECIDES(DINAS, FIFTH, BECAUSE, ALONE), TABLE_COUNT, NULL,
     "a head's decision must rest on a rule"},
    {DECIDES(DINAS, FIFTH, BECAUSE "berdasarkan surat edaran 1/T\n", ALONE),
     TABLE_COUNT, NULL, "a head's decision must rest on a rule"},
    {DECIDES(DINAS, FIFTH, BECAUSE "di samping surat edaran 1/T\n", ALONE),
     TABLE_COUNT, NULL, "a head's decision must rest on a rule"},
    {DECIDES(DINAS, FIFTH, BECAUSE RESTS("1"), ALONE), TABLE_COUNT, NULL,
     "a head's decision must rest on a rule"},
    {DECIDES(DINAS, FIFTH, BECAUSE "berdasarkan surat edaran 7/X\n", ALONE),
     TABLE_COUNT, NULL, "the letter that this decision rests on is absent"},
    {DECIDES(DINAS, FIFTH, BECAUSE "berdasarkan aturan 1 surat edaran 7/X\n",
             ALONE),
     TABLE_COUNT, NULL, "the letter that this decision rests on is absent"},
    {DECIDES(DINAS, FIFTH, RESTS("2"), ALONE), TABLE_COUNT, NULL,
     "a deviation must state its reason"},
    /* decisions: how long */
    {DECIDES(DINAS, "berlaku 5 Agustus 2020 sampai dengan 6 Agustus 2020\n",
             BECAUSE RESTS("2"), ALONE),
     TABLE_COUNT, NULL, ""},
    {DECIDES(DINAS, "berlaku 7 Agustus 2020 sampai dengan 10 Agustus 2020\n",
             BECAUSE RESTS("2"), ALONE),
     TABLE_COUNT, NULL, ""},
    {DECIDES(DINAS, "berlaku 5 Agustus 2020 sampai dengan 7 Agustus 2020\n",
             BECAUSE RESTS("2"), ALONE),
     TABLE_COUNT, NULL, "rule 1 paragraph (2) of SE 1/T allows at most 2 days"},
    {DECIDES(DINAS, "berlaku 6 Agustus 2020 sampai dengan 9 Agustus 2020\n",
             BECAUSE RESTS("3"), ALONE),
     TABLE_COUNT, NULL, ""},
    {DECIDES(DINAS, "berlaku 6 Agustus 2020 sampai dengan 10 Agustus 2020\n",
             BECAUSE RESTS("3"), ALONE),
     TABLE_COUNT, NULL, "allows at most 4 days"},
    {DECIDES(DINAS,
             "berlaku sejak 5 Agustus 2020 sampai dengan ditentukan "
             "kemudian\n",
             BECAUSE RESTS("3"), ALONE),
     TABLE_COUNT, NULL, "allows at most 4 days"},
    {DECIDES(DINAS, "berlaku 5 Agustus 2020 sampai dengan 7 Agustus 2022\n",
             BECAUSE RESTS("3"), ALONE),
     TABLE_COUNT, NULL, "allows at most 4 days"},
    {DECIDES(DINAS, "berlaku sampai dengan 7 Agustus 2020\n",
             BECAUSE RESTS("3"), ALONE),
     TABLE_COUNT, NULL, "allows at most 4 days"},
    {DECIDES(DINAS, "berlaku sampai dengan ditentukan kemudian\n",
             BECAUSE RESTS("4"), "Camat wajib di kantor."),
     TABLE_COUNT, NULL, "concerns staff outside Dinas Contoh"},
    {DECIDES(DINAS, "berlaku selama status \"Awas\" di Kota\n",
             BECAUSE RESTS("3"), ALONE),
     TABLE_COUNT, NULL, ""},
    {DECIDES(DINAS, "berlaku sejak 5 Agustus 2020\n", BECAUSE RESTS("4"),
             ALONE),
     TABLE_COUNT, NULL, ""},
    /* amendments and revocations */
    {HEAD HOME "====\n" LETTER(
         "2/T", "5",
         "mengubah surat edaran 1/T\n") "\naturan 1 ayat (1) dihapus.\n",
     TABLE_COUNT, NULL, ""},
    {HEAD HOME "====\n" LETTER(
         "2/T", "5",
         "mengubah surat edaran 1/T\n") "\naturan 1 ayat (3) dihapus.\n",
     TABLE_COUNT, NULL, "1/T has no rule 1 paragraph (3)"},
    {HEAD HOME "====\n" LETTER(
         "2/T", "5",
         "mengubah surat edaran 1/T\n") "\naturan 1 ayat (3) diubah menjadi:\n(3) Pegawai wajib di rumah.\n",
     TABLE_COUNT, NULL, "1/T has no rule 1 paragraph (3)"},
    {HEAD HOME BETWEEN("aturan 1 dan 2", "aturan 1A \"baru\""), TABLE_COUNT,
     NULL, "1/T has no rule 2"},
    {HEAD HOME BETWEEN("aturan 1 ayat (1) dan ayat (2)", "ayat (1a)"),
     TABLE_COUNT, NULL, "1/T has no rule 1 paragraph (2)"},
    {HEAD HOME BETWEEN("aturan 9 dan aturan 1", "aturan 1A \"baru\""),
     TABLE_COUNT, NULL, "1/T has no rule 9"},
    {HEAD HOME "(2) Apel ditiadakan.\n" BETWEEN(
         "aturan 1 ayat (1) dan ayat (2)", "ayat (1a)"),
     TABLE_COUNT, NULL, ""},
    {LETTER("1/T", "9", AUGUST) RULE HOME "====\n" LETTER(
         "2/T", "5", "mengubah surat edaran 1/T\n") "\naturan 1 dihapus.\n",
     TABLE_COUNT, NULL, "amends 1/T, which was issued later"},
    {HEAD HOME "====\n" LETTER(
         "2/T", "5",
         "mengubah surat edaran 1/T\n") "\nmasa berlaku diubah menjadi 4 Agustus 2020 sampai dengan 9 Agustus "
                                        "2020.\n",
     TABLE_COUNT, NULL, ""},
    {LETTER("1/T", "1", "mencabut surat edaran 8/X\n" AUGUST) RULE HOME,
     TABLE_COUNT, NULL, ""},
    {LETTER("1/T", "1", AUGUST) RULE HOME
     "====\n" LETTER("2/T", "2",
                     "mencabut surat edaran 1/T mulai 10 Agustus 2020\n"
                     "berlaku sejak 10 Agustus 2020\n") RULE HOME,
     TABLE_COUNT, NULL, ""},
    {LETTER("1/T", "1", AUGUST) RULE HOME "====\n" LETTER(
         "2/T", "2", "mengubah surat edaran 7/X\n") "\naturan 1 dihapus.\n",
     TABLE_COUNT, NULL, "there are: 1/T"},
    {LETTER("2/T", "2", "mengubah surat edaran 7/X\n") "\naturan 1 dihapus.\n",
     TABLE_COUNT, NULL, "there are: -"},
    {LETTER("1/T", "1", AUGUST) RULE HOME
     "====\n" LETTER("2/T", "2", "mengubah surat edaran 1/T\n") "\naturan 1 dihapus.\n====\n" LETTER(
         "3/T", "3",
         "mengubah surat edaran 2/T\n") "\nmasa berlaku diubah menjadi sampai dengan 9 Agustus 2020.\n",
     TABLE_COUNT, NULL, ""},
    /* references within the letter, and to another */
    {HEAD HOME "====\n" LETTER("2/T", "5", AUGUST) RULE
     "(1) Dikecualikan dari aturan 1 surat edaran 1/T: pegawai wajib di "
     "kantor.\n(2) "
     "Dikecualikan dari ayat (1): camat wajib di rumah.\n",
     TABLE_COUNT, NULL, ""},
    {HEAD HOME "(2) Dikecualikan dari aturan 7: pegawai wajib di kantor.\n"
               "\naturan 2 \"dua\"\n(1) Apel ditiadakan.\n",
     TABLE_COUNT, NULL, "this letter has the rules 1, 2"},
    {HEAD HOME "====\n" LETTER("2/T", "5", AUGUST) RULE
     "(1) Dikecualikan dari aturan 1 surat edaran 1/T: pegawai wajib di "
     "kantor.\n",
     TABLE_COUNT, NULL, ""},
    {HEAD HOME "====\n" LETTER("2/T", "5", AUGUST) RULE
     "(1) Dikecualikan dari aturan 9 surat edaran 1/T: pegawai wajib di "
     "kantor.\n",
     TABLE_COUNT, NULL, "that letter has the rules 1"},
    {HEAD HOME "====\n" LETTER("2/T", "5", AUGUST) RULE
     "(1) Dikecualikan dari aturan 1 surat edaran 9/X: pegawai wajib di "
     "kantor.\n",
     TABLE_COUNT, NULL, "the letter referred to is not in the folder"},
    {HEAD "(1) Pada setiap unit kerja: di kantor paling banyak 2 orang.\n"
          "(2) Dikecualikan dari ayat (1), mulai 10 Agustus 2020, pada setiap "
          "seksi: di kantor paling banyak 1 orang.\n"
          "(3) Dikecualikan dari ayat (1), sampai dengan 7 Agustus 2020, pada "
          "setiap seksi: di kantor paling banyak 1 orang.\n"
          "(4) Dikecualikan dari ayat (1), pada 12 dan 13 Agustus 2020, pada "
          "setiap seksi: di kantor paling banyak 1 orang.\n",
     TABLE_COUNT, NULL, ""},
    {HEAD HOME "(2) Aturan 1 tidak berlaku bagi pegawai pada Dinas Contoh, "
               "kecuali pegawai pada Seksi Satu.\n",
     TABLE_COUNT, NULL, ""},
    /* a row of a table that lets a bound be exceeded, in units of its own */
    {HEAD
     "(1) Pada setiap unit kerja: di kantor paling banyak 2 orang.\n"
     "(2) Menurut sifat layanan: layanan langsung: ayat (1) boleh dilampaui "
     "pada Dinas Contoh, sesuai kebutuhan loket; bukan layanan: ayat (1) "
     "boleh dilampaui pada unit kerja, sesuai kebutuhan loket.\n",
     TABLE_COUNT, NULL, ""},
    /* names and measures */
    {HEAD "(1) Pegawai pada Seksi Umum wajib di rumah.\n", TABLE_COUNT, NULL,
     "several units are named 'seksi Umum'"},
    {HEAD "(1) Pegawai pada Seksi Umum pada Kelurahan Hulu wajib di rumah.\n",
     TABLE_COUNT, NULL, ""},
    {HEAD "(1) Pegawai pada Seksi Umum Kelurahan Hilir wajib di rumah.\n",
     TABLE_COUNT, NULL, "'seksi Umum Kelurahan Hilir' is no unit"},
    {HEAD "(1) Pegawai pada Seksi Satu Kelurahan Hulu wajib di rumah.\n",
     TABLE_COUNT, NULL, "is no unit of this register"},
    {HEAD "(1) Camad wajib di rumah.\n", TABLE_COUNT, NULL,
     "perhaps 'camat' is meant"},
    {HEAD "(1) Pegawai pada Seksi Umun wajib di rumah.\n", TABLE_COUNT, NULL,
     "perhaps 'Seksi Umum'"},
    {HEAD "(1) Pegawai pada unit sebagaimana terlampir wajib di rumah.\n",
     TABLE_COUNT, NULL, "an annexed list is not read"},
    {HEAD "(1) Pegawai pada Kwartir Pramuka wajib di rumah.\n", TABLE_COUNT,
     NULL, "write a unit as the register calls it"},
    {HEAD "(1) Apel dan pegawai wajib \"hadir\".\n", TABLE_COUNT, NULL, ""},
    {HEAD "(1) Surat edaran ini tidak berlaku bagi apel.\n", TABLE_COUNT, NULL,
     "this word means neither people nor units"},
    {HEAD "(1) Pegawai, masing-masing yang rumahnya berjarak paling sedikit 1 "
          "kilometer, wajib di rumah.\n",
     TABLE_COUNT, NULL, "nobody is meant yet"},
    /* statuses and shares */
    {HEAD "(1) Selama status \"Siaga\" di Kota: pegawai wajib di rumah.\n",
     TABLE_STATUSES,
     STATUS "Siaga,Kota,2020-08-03,2020-08-05,2020-08-01,,\n"
            "Siaga,Kota,2020-08-10,2020-08-12,2020-08-01,,\n",
     "this status holds in several periods"},
    {HEAD "(1) Di kantor paling banyak 2 hari kerja.\n", TABLE_COUNT, NULL,
     "kept and shown, not computed yet"},
#define NOT_COMPUTED "kept and shown, not computed yet"
    {HEAD "(1) Pegawai di rumah paling banyak 12 hari kerja setiap tahun.\n",
     TABLE_COUNT, NULL, NOT_COMPUTED},
    {HEAD "(1) Pegawai di kantor tepat 2 hari kerja dan di lapangan paling "
          "banyak 3 hari kerja setiap minggu.\n",
     TABLE_COUNT, NULL, NOT_COMPUTED},
    {HEAD "(1) Pegawai di kantor tepat 2 hari kerja dan di rumah atau cuti "
          "paling banyak 3 hari kerja setiap minggu.\n",
     TABLE_COUNT, NULL, NOT_COMPUTED},
    {HEAD "(1) Pegawai di rumah paling banyak 2 hari kerja setiap 2 minggu.\n",
     TABLE_COUNT, NULL, NOT_COMPUTED},
    {HEAD "(1) Jika banjir: jam kerja ialah pukul 08.00–12.00.\n", TABLE_COUNT,
     NULL, NOT_COMPUTED},
    {HEAD "(1) Jika banjir: di kantor paling banyak 2 orang.\n", TABLE_COUNT,
     NULL, NOT_COMPUTED},
    {HEAD "(1) Pada setiap unit kerja: di kantor paling banyak 2 orang.\n(2) "
          "Jika banjir: ayat (1) boleh dilampaui pada Dinas Contoh, sesuai "
          "kebutuhan loket.\n",
     TABLE_COUNT, NULL, NOT_COMPUTED},
    {HEAD "(1) Sesudah 3 hari kalender: pegawai wajib di rumah.\n", TABLE_COUNT,
     NULL, NOT_COMPUTED},
};

/* Errors of the law; of a sound one also what the linter says of its last
 * letter. */
static Str said_of(Arena *arena, size_t row)
{
    const char *given[TABLE_COUNT];
    SmallLaw *law = NEW(arena, SmallLaw, 1);
    memcpy(given, small_town, sizeof given);
    if (rows[row].table != NULL) given[rows[row].kind] = rows[row].table;
    bool sound =
        small_law_make(arena, given, rows[row].letters, DATE_NEVER, law);
    if (rows[row].said[0] == 0) EXPECT(sound);
    if (!sound || rows[row].said[0] == 0)
        return small_law_said(arena, law, LANG_EN);
    uint32_t last = law->corpus.letter_count - 1;
    check_letter(arena, &law->corpus, last, &law->diags);
    return small_law_said(arena, law, LANG_EN);
}

FACT(what_is_wrong_between_letters_is_said_and_nothing_else)
{
    for (size_t i = 0; i < COUNT(rows); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        const char *want = rows[i].said;
        ROW("%zu: %s", i, want);
        Str said = said_of(arena, i);
        if (want[0] == 0)
            EXPECT_STR(said, "");
        else if (want[0] != '-')
            EXPECT_HAS(said, want);
        else if (!EXPECT(str_find(said, str_of(want + 1), 0) == SIZE_MAX))
            EXPECT_STR(said, "");
    }
}
