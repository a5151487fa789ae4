/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_law.c - letters that do not fit together, each pinned to its finding.
 *
 * A government of one dinas, and letters given as one text: a line of "===="
 * stands between two letters.
 */
#include "circular/check.h"
#include "harness.h"
#include "small_law.h"

#include <string.h>

static const char *const texts[TABLE_COUNT] = {
    [TABLE_UNITS] = "kode,nama,induk,jenis,perangkat_daerah,unit_kerja\n"
                    "kota,Pemerintah Kota,,pemerintah,,\n"
                    "dinas,Dinas Contoh,kota,dinas,ya,ya\n",
    [TABLE_PEOPLE] = "kode,nip,nomor_lokal,nama,jenis_pegawai,unit,jabatan,"
                     "jenis_jabatan,petugas_lapangan,mulai,sampai\n"
                     "H,,,Hana,PNS,dinas,Kepala Dinas,,,,\n"
                     "A,,,Ani,PNS,dinas,Analis,fungsional,,,\n"
                     "B,,,Budi,PTT,dinas,Petugas,pelaksana,,,\n",
    [TABLE_POSTS] =
        "kode,nama,unit,eselon,peran,kepala,pemangku,status,mulai,sampai\n"
        "P,Kepala Dinas,dinas,II.b,kepala dinas,ya,H,,,\n",
};

static const char closed_for_good[] =
    "jenis,unit,pegawai,mulai,sampai,pukul,diketahui,alasan,prioritas,urgensi,"
    "persetujuan\n"
    "penutupan,dinas,,2020-08-04,,,2020-08-04,kasus,,,\n";

#define TRIP(priority, urgency, approved)                               \
    "jenis,unit,pegawai,mulai,sampai,pukul,diketahui,alasan,prioritas," \
    "urgensi,"                                                          \
    "persetujuan\n"                                                     \
    "dinas luar,,A,2020-08-04,2020-08-05,,2020-08-03,rapat," priority   \
    "," urgency "," approved "\n"

#define HEAD(number, day)       \
    "surat edaran " number "\n" \
    "penerbit Wali Kota\n"      \
    "ditetapkan " day " Agustus 2020\n"

#define FIRST                                                  \
    HEAD("1/A/2020", "1")                                      \
    "berlaku 3 Agustus 2020 sampai dengan 14 Agustus 2020\n\n" \
    "aturan 1 \"tempat\"\n"                                    \
    "(1) Pegawai wajib di rumah.\n"                            \
    "(2) Kepala perangkat daerah boleh melonggarkan ayat (1) " \
    "selama 1 hari kerja, dengan alasan.\n"

#define EXTENDS(number, day, last, until)                                 \
    "====\n" HEAD(number,                                                 \
                  day) "mengubah surat edaran 1/A/2020" last "\n\n"       \
                       "masa berlaku diubah menjadi sampai dengan " until \
                       " Agustus 2020.\n"

#define AS_LAST ", sebagaimana terakhir diubah dengan surat edaran "

#define DECISION(lines, window)             \
    FIRST "====\n"                          \
          "keputusan 9/D/2020\n"            \
          "penerbit Kepala Dinas Contoh\n"  \
          "ditetapkan 4 Agustus 2020\n"     \
          "berlaku " window "\n" lines "\n" \
          "aturan 1 \"kelonggaran\"\n"      \
          "(1) Kepala perangkat daerah wajib di kantor.\n"

#define TRIPS(sentence)                                        \
    HEAD("1/A/2020", "1")                                      \
    "berlaku 3 Agustus 2020 sampai dengan 14 Agustus 2020\n\n" \
    "aturan 1 \"perjalanan\"\n(1) " sentence "\n"

#define LIMITED                                                  \
    TRIPS("Perjalanan dinas dibatasi untuk prioritas mendesak, " \
          "dengan persetujuan kepala perangkat daerah.")

#define RESTS "berdasarkan aturan 1 ayat (2) surat edaran 1/A/2020\n"

static const struct {
    const char *fact, *letters, *events;
    const char *id; /* NULL: no error */
} cases[] = {
    {"one letter", FIRST, NULL, NULL},
    {"two amendments in order",
     FIRST EXTENDS("2/A/2020", "5", "", "21")
         EXTENDS("3/A/2020", "12", AS_LAST "2/A/2020", "28"),
     NULL, NULL},
    {"a number twice", FIRST "====\n" FIRST, NULL, "hukum-01"},
    {"amends what is not there",
     HEAD("2/A/2020", "5") "mengubah surat edaran 7/X/2020\n\n"
                           "masa berlaku diubah menjadi sampai dengan 21 "
                           "Agustus 2020.\n",
     NULL, "hukum-02"},
    {"deletes a rule that is not there",
     FIRST "====\n" HEAD("2/A/2020", "5") "mengubah surat edaran 1/A/2020\n\n"
                                          "aturan 7 dihapus.\n",
     NULL, "hukum-03"},
    {"inserts behind a rule that is not there",
     FIRST "====\n" HEAD(
         "2/A/2020", "5") "mengubah surat edaran 1/A/2020\n\n"
                          "sesudah aturan 7 disisipkan aturan 7A \"apel\":\n"
                          "(1) Apel ditiadakan.\n",
     NULL, "hukum-03"},
    {"names a last amendment that comes later",
     FIRST EXTENDS("2/A/2020", "5", AS_LAST "3/A/2020", "21")
         EXTENDS("3/A/2020", "12", "", "28"),
     NULL, "hukum-04"},
    {"was overtaken by another amendment",
     FIRST EXTENDS("2/A/2020", "5", "", "21")
         EXTENDS("3/A/2020", "7", AS_LAST "2/A/2020", "28")
             EXTENDS("4/A/2020", "12", AS_LAST "2/A/2020", "25"),
     NULL, "hukum-04"},
    {"a decision with reason and rule",
     DECISION("menimbang \"ruang disemprot\"\n" RESTS, "pada 5 Agustus 2020"),
     NULL, NULL},
    {"a decision without a reason", DECISION(RESTS, "pada 5 Agustus 2020"),
     NULL, "hukum-10"},
    {"a decision without a rule",
     DECISION("menimbang \"ruang disemprot\"\n", "pada 5 Agustus 2020"), NULL,
     "hukum-10"},
    {"a decision longer than its rule allows",
     DECISION("menimbang \"ruang disemprot\"\n" RESTS,
              "5 Agustus 2020 sampai dengan 7 Agustus 2020"),
     NULL, "hukum-10"},
    {"a closure that never ends", FIRST, closed_for_good, "hukum-12"},
    {"a trip with priority, urgency and approval", LIMITED,
     TRIP("utama", "mendesak", "Kepala Dinas"), NULL},
    {"a trip without urgency", LIMITED, TRIP("utama", "", "Kepala Dinas"),
     "hukum-11"},
    {"a trip without priority", LIMITED, TRIP("", "mendesak", "Kepala Dinas"),
     "hukum-11"},
    {"a trip that nobody approved", FIRST, TRIP("utama", "mendesak", ""),
     "hukum-11"},
    {"a trip that no letter limits", FIRST, TRIP("", "", "Kepala Dinas"), NULL},
    {"a trip while trips are suspended", TRIPS("Perjalanan dinas ditiadakan."),
     TRIP("utama", "mendesak", "Kepala Dinas"), "hukum-11"},
    {"a trip while trips would be suspended",
     TRIPS("Perjalanan dinas ditiadakan, jika banjir."),
     TRIP("", "", "Kepala Dinas"), "hukum-06"},
    {"a decision of somebody who heads nothing",
     "keputusan 9/A/2020\npenerbit Kepala Dinas Antah\nditetapkan 1 Agustus "
     "2020\nberlaku pada 5 Agustus 2020\n\naturan 1 \"tempat\"\n(1) Pegawai "
     "wajib di rumah.\n",
     NULL, "hukum-10"},
    {"a decision of the mayor is law like another letter",
     "keputusan 9/A/2020\npenerbit Wali Kota Contoh\nditetapkan 1 Agustus "
     "2020\nberlaku pada 5 Agustus 2020\n\naturan 1 \"tempat\"\n(1) Pegawai "
     "wajib di rumah.\n",
     NULL, NULL},
    {"an unknown unit",
     HEAD("1/A/2020", "1") "berlaku 3 Agustus 2020 sampai dengan 14 Agustus "
                           "2020\n\naturan 1 \"tempat\"\n"
                           "(1) Pegawai pada Dinas Contho wajib di rumah.\n",
     NULL, "kenal-01"},
};

static bool law_of_row(Arena *arena, size_t row, SmallLaw *law)
{
    const char *given[TABLE_COUNT];
    memcpy(given, texts, sizeof given);
    given[TABLE_EVENTS] = cases[row].events;
    small_law_open(arena, given, law);
    return EXPECT(law->tables.made) &&
           EXPECT(small_law_letters(arena, str_of(cases[row].letters), law)) &&
           corpus_make(arena, &law->from, DATE_NEVER, &law->corpus,
                       &law->diags);
}

FACT(letters_that_do_not_fit_are_named)
{
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%s", cases[i].fact);
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        SmallLaw *law = NEW(arena, SmallLaw, 1);
        const Diags *diags = &law->diags;
        bool fits = law_of_row(arena, i, law);
        Str said = small_law_said(arena, law, LANG_EN);
        if (cases[i].id == NULL)
            EXPECT_STR(said, "");
        else
            EXPECT_HAS(said, cases[i].id);
        EXPECT(fits == (diags->errors == 0));
        if (cases[i].id != NULL)
            EXPECT_INT((int64_t)(diags->errors + diags->warnings), 1);
        for (size_t d = 0; d < diags->list.count; d++)
            EXPECT(diags->list.at[d].advice[LANG_ID].len > 0);
    }
}

/* What could be read of a broken letter is still looked up. */
FACT(a_letter_cut_anywhere_becomes_law_or_is_refused)
{
    static const char whole[] = HEAD(
        "1/A/2020",
        "1") "berlaku 3 Agustus 2020 sampai dengan 14 Agustus 2020\n"
             "bagi PNS dan PTT\n\naturan 1 \"tempat\"\n"
             "(1) Pada setiap unit kerja: di kantor paling banyak 50% dari "
             "seluruh "
             "pegawai, dibulatkan ke bawah.\n"
             "(2) Selebihnya wajib di rumah, kecuali kepala perangkat daerah.\n"
             "(3) Aturan 1 ayat (1) boleh dilampaui pada Dinas Contoh, sesuai "
             "kebutuhan loket.\n"
             "(4) Surat edaran ini tidak berlaku bagi PTT pada Dinas "
             "Contoh.\n\n"
             "contoh\nKepala dinas pada 4 Agustus 2020 di kantor karena aturan "
             "1.\n";
    size_t sound = 0;
    for (size_t cut = 0; cut < sizeof whole; cut++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        SmallLaw *law = NEW(arena, SmallLaw, 1);
        small_law_open(arena, texts, law);
        bool read = small_law_letters(arena, (Str){whole, cut}, law);
        law->inputs[0] = (CorpusInput){&law->trees[0], &law->sources[0], false};
        law->from.input_count = 1;
        sound += corpus_make(arena, &law->from, DATE_NEVER, &law->corpus,
                             &law->diags);
        if (law->corpus.letter_count > 0 && read)
            check_letter(arena, &law->corpus, 0, &law->diags);
    }
    EXPECT(sound > 0 && sound < sizeof whole);
}

#define EMPTY_RULE          "\naturan 1 \"apel\"\n(1) Apel ditiadakan.\n"
#define LETTER(number, day) HEAD(number, day) EMPTY_RULE "====\n"
#define ABSENT            \
    HEAD("9/A/2020", "9") \
    "mengubah surat edaran 1/X/2020\n\naturan 1 dihapus.\n"
#define ONE   LETTER("1/A/2020", "1")
#define THREE ONE LETTER("2/A/2020", "2") LETTER("3/A/2020", "3")
#define FIVE  THREE LETTER("4/A/2020", "4") LETTER("5/A/2020", "5")
#define SEVEN FIVE LETTER("6/A/2020", "6") LETTER("7/A/2020", "7")
#define DECIDED \
    DECISION("menimbang \"ruang disemprot\"\n" RESTS, "pada 5 Agustus 2020")
#define THREE_THERE "1/A/2020, 2/A/2020, 3/A/2020"

/* Who mistyped a number sees those that there are: six of them, no decision of
 * a single unit, and not his own. */
static const char *const mistyped[][2] = {
    {ABSENT, "yang ada: -"},
    {ONE ABSENT, "yang ada: 1/A/2020"},
    {DECIDED "====\n" ABSENT, "yang ada: 1/A/2020"},
    {SEVEN ABSENT, "yang ada: " THREE_THERE ", 4/A/2020, 5/A/2020, 6/A/2020"},
};

static Str advice_of(const Diags *diags, const char *id)
{
    for (size_t i = 0; i < diags->list.count; i++) {
        if (str_is(str_of(diags->list.at[i].id), str_of(id)))
            return diags->list.at[i].advice[LANG_ID];
    }
    return STR("");
}

FACT(who_mistyped_a_number_sees_the_letters_there_are)
{
    for (size_t i = 0; i < COUNT(mistyped); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        SmallLaw *law = NEW(arena, SmallLaw, 1);
        ROW("%s", mistyped[i][1]);
        EXPECT(!small_law_make(arena, texts, mistyped[i][0], DATE_NEVER, law));
        Str advice = advice_of(&law->diags, "hukum-02");
        EXPECT(str_ends(advice, str_of(mistyped[i][1])));
    }
}

FACT(a_letter_without_validity_revokes_from_the_day_it_is_known)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    SmallLaw *law = NEW(arena, SmallLaw, 1);
    char last[DATE_TEXT];
    if (!EXPECT(small_law_make(
            arena, texts,
            FIRST "====\n" HEAD(
                "2/A/2020", "5") "mencabut surat edaran 1/A/2020\n" EMPTY_RULE,
            DATE_NEVER, law)))
        return;
    const CorpusLetter *revoked = &law->corpus.letters[0];
    EXPECT_STR(revoked->cite, "1/A/2020");
    EXPECT_STR(str_of(date_iso(revoked->windows[0].last, last)), "2020-08-04");
    EXPECT_INT(revoked->ends_at, -1);
}
