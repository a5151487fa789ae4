/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_groups_cli.c - `groups` as a user calls it.
 */
#include "cli_run.h"
#include "harness.h"

/* Balikpapan has a cap of half; Kotawaringin Timur one of a quarter. */
#define BALIKPAPAN " --government examples/balikpapan"
#define KOTIM      " --government examples/kotim"
#define HUKUM      "groups setda-hukum "
#define WEEK       " --from 2021-07-26 --to 2021-07-30"
#define EN         " --lang en"

static const struct {
    const char *line;
    const char *says;
} told[] = {
    {HUKUM "hari" BALIKPAPAN, "Bagian Hukum, dengan semua di bawahnya\n"},
    {HUKUM "hari" BALIKPAPAN, ": 2 kelompok, hari berselang-seling\n"},
    {HUKUM "hari" BALIKPAPAN,
     "Kelompok A\n  hari kantor, 9: Senin 3 Agustus, Rabu 5 Agustus, Jumat 7 "
     "Agustus, Selasa 11 Agustus,"},
    {HUKUM "hari" BALIKPAPAN, "  orang, 12: B00032 Suriansyah Qodir"},
    {HUKUM "hari" BALIKPAPAN, " dan 2 lagi\nKelompok B\n"},
    {HUKUM "hari" BALIKPAPAN, "pembagian: merata\n"},
    {HUKUM "hari" BALIKPAPAN,
     "jadwal: terbukti oleh audit; setiap aturan dipenuhi\n"},
    {HUKUM "days 3" BALIKPAPAN EN, ": 3 groups, alternate days\n"},
    {HUKUM "days 3" BALIKPAPAN EN,
     "Group C\n  office days, 5: Wednesday 5 August,"},
    {HUKUM "days 3" BALIKPAPAN EN,
     "In no group (they take no turns on those days)\n  people, 2: B00046"},
    {HUKUM "days 3" BALIKPAPAN EN,
     "plan: proved by the audit; every rule is kept\n"},
    {HUKUM "minggu" BALIKPAPAN,
     "hari kantor, 7: Senin 3 Agustus, Selasa 4 Agustus, Rabu 5 Agustus, "
     "Kamis 6 Agustus, Jumat 7 Agustus, Selasa 18 Agustus,"},
    {HUKUM "weeks" BALIKPAPAN EN, ": 2 groups, alternate weeks\n"},
    {HUKUM "senin,rabu/selasa,kamis" BALIKPAPAN,
     "hari kantor, 7: Senin 3 Agustus, Rabu 5 Agustus, Senin 10 Agustus,"},
    {HUKUM "Monday-Wednesday/Thursday,Friday" BALIKPAPAN EN,
     "office days, 6: Thursday 6 August, Friday 7 August,"},
    {HUKUM "hari --from 2020-08-03 --to 2020-08-07" BALIKPAPAN,
     "3 Agustus 2020 sampai dengan 7 Agustus 2020: 2 kelompok"},
    {"groups Bagian~Hukum senin/selasa/rabu/kamis/jumat" KOTIM,
     "5 kelompok, hari tetap dalam minggu"},
    {"groups sd-negeri-1-seranau senin/selasa/rabu/kamis/jumat" KOTIM,
     "pembagian: paling jauh 1 orang dari bagian yang merata\n"},
};

FACT(groups_are_told_with_their_days_and_people)
{
    for (size_t i = 0; i < COUNT(told); i++) {
        ROW("%s", told[i].line);
        Ran ran = cli_run(told[i].line);
        EXPECT_INT(ran.code, 0);
        EXPECT_HAS(ran.out, told[i].says);
    }
}

static const struct {
    const char *line;
    int code;
    const char *says;
} refused[] = {
    {"groups puskesmas-cempaga hari" KOTIM, 1,
     "galat[pola-01]: pola ini tidak muat pada Puskesmas Cempaga: 51 orang "
     "perlu tempat dalam 2 kelompok, batas (aturan 2 ayat (1)"},
    {"groups puskesmas-cempaga days" KOTIM EN, 1,
     "error[pola-01]: the pattern does not fit in Puskesmas Cempaga: 51 "
     "people need a place in 2 groups, the caps (rule 2 paragraph (1)"},
    {"groups bapenda hari" BALIKPAPAN, 1,
     " perlu 6 petugas dalam 2 kelompok, yang dapat melayani 4; tambah "
     "petugas"},
    {"groups bapenda days" BALIKPAPAN EN, 1,
     " needs 6 officers in 2 groups, those who can serve are 4; take more"},
    {"groups disnaker hari" BALIKPAPAN, 1,
     "galat[pola-01]: pola ini tidak muat pada Dinas Tenaga Kerja dan "
     "Transmigrasi: tidak ada pembagian ke dalam 2 kelompok"},
    {"groups disnaker days" BALIKPAPAN EN, 1,
     "error[pola-01]: the pattern does not fit in Dinas Tenaga Kerja dan "
     "Transmigrasi: no 2 groups keep the caps and counters"},
    {HUKUM "minggu 5" BALIKPAPAN, 1,
     "galat[pola-02]: ada kelompok tanpa hari kantor pada masa ini; ambil"},
    {HUKUM "weeks 5" BALIKPAPAN EN, 1,
     "error[pola-02]: a group has no day in the office in this period; take"},
    {HUKUM "senin,rabu/rabu,jumat" BALIKPAPAN, 1,
     "galat[pola-02]: dua kelompok masuk pada hari yang sama"},
    {HUKUM "senin,rabu/rabu,jumat" BALIKPAPAN EN, 1,
     "error[pola-02]: two groups share a day"},
    {HUKUM "hari pisah=B00033:B00046" BALIKPAPAN, 1,
     "galat[pola-02]: B00046 Suparman Untung Prasetyo, S.Kom. tidak ikut "
     "bergilir pada Bagian Hukum"},
    {HUKUM "days apart=B00033:B00046" BALIKPAPAN EN, 1,
     "error[pola-02]: B00046 Suparman Untung Prasetyo, S.Kom. takes no turns "
     "in Bagian Hukum"},
    {HUKUM "hari pisah=B00033:B00033" BALIKPAPAN, 1,
     "galat[pola-02]: B00033 Masnah Mirnawati Aprilia, S.H. dipasangkan "
     "dengan dirinya"},
    {HUKUM "hari pisah=B00033:B00038 pisah=B00033:B00039 "
           "pisah=B00038:B00039" BALIKPAPAN,
     1, "galat[pola-03]: pasangan yang tidak boleh bertemu"},
    {HUKUM "days apart=B00033:B00038 apart=B00033:B00039 "
           "apart=B00038:B00039" BALIKPAPAN EN,
     1, "error[pola-03]: the couples that must not meet"},
    {"groups bapenda hari 5" WEEK KOTIM, 1,
     "galat[pola-04]: kelompok tidak ditemukan sesudah 26 percobaan, dan "
     "tidak terbukti mustahil; pilih pola lain"},
    {"groups bapenda hari 5" WEEK KOTIM EN, 1,
     "error[pola-04]: no groups were found after trying 26 times"},
    {"groups sd-negeri-002-balikpapan-selatan hari" BALIKPAPAN, 1,
     "galat[pola-05]: tidak ada pegawai SD Negeri 002 Balikpapan Selatan"},
    {"groups sd-negeri-002-balikpapan-selatan days" BALIKPAPAN EN, 1,
     "error[pola-05]: nobody of SD Negeri 002 Balikpapan Selatan takes turns"},
    {"groups disdukapil hari" BALIKPAPAN EN, 1,
     "no unit is called 'disdukapil'"},
    {HUKUM "hari pisah=B00033:Bukan" BALIKPAPAN, 1,
     "tidak ada pegawai dengan kode, NIP, nomor lokal, atau nama 'Bukan'"},
    {HUKUM "hari 9" BALIKPAPAN, 2,
     "'9' bukan banyaknya kelompok; tulis 2 sampai 8"},
    {HUKUM "days 1" BALIKPAPAN EN, 2,
     "'1' is no number of groups; write 2 to 8"},
    {HUKUM "hari 2 3" BALIKPAPAN, 2, "'3': banyaknya kelompok sudah disebut"},
    {HUKUM "senin/selasa 2" BALIKPAPAN, 2, "sudah disebut oleh hari-harinya"},
    {HUKUM "senin" BALIKPAPAN, 2,
     "'senin' bukan kalender kelompok; tulis hari"},
    {HUKUM "senin/" BALIKPAPAN, 2, "'senin/' bukan kalender"},
    {HUKUM "monday/someday" BALIKPAPAN EN, 2,
     "'monday/someday' is no calendar of groups"},
    {HUKUM "senin/selasa/rabu/kamis/jumat/sabtu/minggu/senin/selasa" BALIKPAPAN,
     2, "bukan kalender kelompok"},
    {HUKUM "hari pisah=B00033" BALIKPAPAN, 2,
     "'B00033' bukan pasangan; tulis seperti"},
    {HUKUM "days apart=:B00033" BALIKPAPAN EN, 2, "':B00033' is no couple"},
    {HUKUM "hari --from 2020-08-03" BALIKPAPAN, 2,
     "'--from' dan '--to' diberikan berdua"},
    {HUKUM "hari -o @x.xlsx" BALIKPAPAN, 2, "harus berakhir .csv"},
    {HUKUM "hari", 2, "'--government' harus diberikan"},
    {"groups setda-hukum" BALIKPAPAN, 2, "kurang lengkap"},
};

FACT(refusals_say_what_would_be_right)
{
    for (size_t i = 0; i < COUNT(refused); i++) {
        ROW("%s", refused[i].line);
        Ran ran = cli_run(refused[i].line);
        EXPECT_INT(ran.code, refused[i].code);
        EXPECT_STR(ran.out, "");
        EXPECT_HAS(ran.err, refused[i].says);
    }
}

FACT(a_name_of_several_people_is_not_guessed)
{
    Ran ran = cli_run(HUKUM "hari pisah=Rostina~Saleh:B00033" BALIKPAPAN);
    EXPECT_INT(ran.code, 1);
    EXPECT_HAS(ran.err,
               "2 pegawai cocok dengan 'Rostina Saleh'; sebut kodenya");
    EXPECT_HAS(ran.out, "B01954  Rostina Saleh");
}

/* The line of the table that begins with the code. */
static Str row_of(Str table, const char *code)
{
    Str line = {0};
    while (str_next(&table, '\n', &line)) {
        if (str_starts(line, str_of(code))) return line;
    }
    return STR("");
}

FACT(the_table_holds_everybody_of_the_unit_with_their_days)
{
    Ran ran =
        cli_run(HUKUM "senin,rabu/selasa,kamis -o @kelompok.csv" BALIKPAPAN);
    Str table = cli_content("kelompok.csv");
    EXPECT_INT(ran.code, 0);
    EXPECT(str_starts(table, STR("orang,nama,unit,kelompok,hari_kantor\n")));
    EXPECT_STR(row_of(table, "B00035"),
               "B00035,Djoko Basuki,setda-hukum-perundang-undangan,B,"
               "2020-08-04 2020-08-06 2020-08-11 2020-08-13 2020-08-18 "
               "2020-08-25 2020-08-27");
    EXPECT_HAS(row_of(table, "B00046"), ",setda-hukum-bantuan-hukum,,");
    EXPECT_STR(row_of(table, "B00031"), "");
}

FACT(a_refusal_writes_no_table)
{
    EXPECT_INT(cli_run("groups disnaker hari -o @tidak.csv" BALIKPAPAN).code,
               1);
    EXPECT_STR(cli_content("tidak.csv"), "");
}

/* The group of a person, by the table; empty when in none. */
static Str group_of(Str table, const char *code)
{
    Str row = row_of(table, code);
    size_t days = str_find(row, STR(",2020-"), 0);
    return days == SIZE_MAX ? STR("") : str_slice(row, days - 1, days);
}

FACT(couples_are_parted)
{
    Ran ran = cli_run(HUKUM "hari -o @bebas.csv" BALIKPAPAN);
    EXPECT_INT(ran.code, 0);
    Str loose = cli_content("bebas.csv");
    EXPECT_STR(group_of(loose, "B00033"), "A");
    EXPECT_STR(group_of(loose, "B00038"), "A");
    ran = cli_run(HUKUM "hari pisah=B00033:B00038 -o @pisah.csv" BALIKPAPAN);
    EXPECT_INT(ran.code, 0);
    Str apart = cli_content("pisah.csv");
    EXPECT_STR(group_of(apart, "B00033"), "A");
    EXPECT_STR(group_of(apart, "B00038"), "B");
}

FACT(a_loaded_government_works_in_groups_too)
{
    EXPECT_INT(cli_run("load examples/balikpapan --data @data").code, 0);
    Ran ran = cli_run(HUKUM "hari --government balikpapan --data @data");
    EXPECT_INT(ran.code, 0);
    EXPECT_HAS(ran.out, "jadwal: terbukti oleh audit");
}
