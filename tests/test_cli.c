/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The command line as a user meets it: each call in a process of its own, on
 * a small government that is made here.
 */
#include "base/file.h"
#include "cli_run.h"
#include "harness.h"

#include <string.h>
#include <sys/stat.h>

/* ---- a small government ------------------------------------------------ */

static const char letter[] =
    "surat edaran 1/2020\n"
    "tentang \"Jadwal\"\n"
    "penerbit Wali Kota Contoh\n"
    "ditetapkan 1 Agustus 2020\n"
    "berlaku 3 Agustus 2020 sampai dengan 14 Agustus 2020\n"
    "bagi seluruh pegawai\n"
    "\n"
    "aturan 1 \"kehadiran\"\n"
    "(1) Pada setiap unit kerja: di kantor paling banyak 50% dari seluruh "
    "pegawai, dibulatkan ke bawah.\n"
    "(2) Selebihnya wajib di rumah, bergilir.\n";

static const char impossible[] =
    "surat edaran 1/2020\n"
    "tentang \"Jadwal\"\n"
    "penerbit Wali Kota Contoh\n"
    "ditetapkan 1 Agustus 2020\n"
    "berlaku 3 Agustus 2020 sampai dengan 14 Agustus 2020\n"
    "bagi seluruh pegawai\n"
    "\n"
    "aturan 1 \"kehadiran\"\n"
    "(1) Pada setiap UPTD: di kantor paling sedikit 4 orang.\n";

static const char people[] =
    "kode,nip,nomor_lokal,nama,jenis_pegawai,unit,jabatan,jenis_jabatan\n"
    "P1,198001012005011000,,Ani Contoh,PNS,dinsos,Kepala Dinas,struktural\n"
    "P2,198101012006011000,,Budi Sama,PNS,dinsos,Analis,fungsional\n"
    "P3,198201012007011000,,Budi Sama,PNS,dinsos,Analis,fungsional\n"
    "P4,,K-04,\"<b>\"\"Cici\"\" & 'D'\",honorer,dinsos,Staf,pelaksana\n"
    "P5,,K-05,=1+1,honorer,dinsos,Staf,pelaksana\n"
    "P6,,K-06,Eko,honorer,panti,Staf,pelaksana\n"
    "P7,,K-07,Fitri,honorer,panti,Staf,pelaksana\n"
    "P8,,K-08,Gita,honorer,panti,Staf,pelaksana\n";

static void folder(const char *name)
{
    EXPECT(mkdir(cli_path(name), 0777) == 0);
}

static void make_government(const char *text)
{
    static bool made = false;
    if (!made) {
        folder("kota");
        folder("kota/register");
        folder("kota/letters");
        cli_put("kota/government.conf",
                "kode = contoh;\nnama = \"Pemerintah Kota Contoh\";\n"
                "wilayah = \"Kota Contoh\";\njenis = kota;\nzona = WIB;\n"
                "catatan = \"Data contoh, fiktif.\";\n");
        cli_put(
            "kota/register/units.csv",
            "kode,nama,induk,jenis\nkota,Pemerintah Kota Contoh,,pemerintah\n"
            "dinsos,Dinas Sosial,kota,dinas\npanti,UPTD Panti,dinsos,uptd\n");
        cli_put("kota/register/posts.csv",
                "kode,nama,unit,eselon,peran,kepala,pemangku\n"
                "J1,Kepala Dinas,dinsos,II.b,kepala dinas,ya,P1\n"
                "J2,Kepala UPTD Panti,panti,IV.a,kepala uptd,ya,\n");
        cli_put("kota/register/people.csv", people);
        made = true;
    }
    cli_put("kota/letters/1.edaran", text);
}

/* ---- facts ------------------------------------------------------------- */

static const struct {
    const char *line;
    const char *says;
} wrong_calls[] = {
    {"",                                                            "tidak disebut"        },
    {"rooster",                                                     "maksudnya 'roster'"   },
    {"xyzzy",                                                       "tidak ada"            },
    {"--lang en rooster",                                           "did you mean 'roster'"},
    {"roster",                                                      "'--government' harus" },
    {"roster --goverment x",                                        "maksudnya '--govern"  },
    {"roster --government",                                         "harus ada FOLDER"     },
    {"roster --government=",                                        "harus ada FOLDER"     },
    {"roster --government x --government y",                        "dua kali"             },
    {"roster --government x --on 2020-08-03",                       "bukan pilihan"        },
    {"roster --government x extra",                                 "terlalu banyak"       },
    {"roster --government x --from 2020-08-03",                     "diberikan berdua"     },
    {"roster --government x --from 2020-08-03 --to 2020-08-02",     "mendahului"           },
    {"roster --government x --from 2020-02-30 --to 2020-03-02",
     "bukan tanggal"                                                                       },
    {"roster --government x --ledger /nix/buku.csv",                "'--ledger-out'"       },
    {"roster --government x --ledger-out buku.csv",                 "'--output'"           },
    {"roster --government x -o plan.pdf",                           "harus berakhir"       },
    {"roster --government x -o .csv",                               "harus berakhir"       },
    {"roster --government x --lang fr",                             "bahasa 'fr' tidak ada"},
    {"roster --government x -z y",                                  "bukan pilihan"        },
    {"law --government x",                                          "'--on' harus"         },
    {"law --government x --on 44046",                               "bukan tanggal"        },
    {"explain --government x Ani",                                  "kurang lengkap"       },
    {"explain --government x Ani besok",                            "bukan tanggal"        },
    {"explain --government x A 3-8-2020 --plan p --known 3-8-2020",
     "sudah ditentukan"                                                                    },
    {"check",                                                       "kurang lengkap"       },
    {"help rostr",                                                  "(roster?)"            },
};

FACT(a_wrong_call_says_what_would_be_right)
{
    for (size_t i = 0; i < COUNT(wrong_calls); i++) {
        ROW("%s", wrong_calls[i].line);
        Ran ran = cli_run(wrong_calls[i].line);
        EXPECT_INT(ran.code, 2);
        EXPECT_HAS(ran.err, wrong_calls[i].says);
        EXPECT_INT((int)ran.out.len, 0);
    }
}

static const struct {
    const char *line;
    int code;
    const char *says;
} refusals[] = {
    {"roster --government @nix",                                 3, "tidak ada"        },
    {"roster --government @kota/register",                       3, "government.conf"  },
    {"law --government @nix --on 3-8-2020 --lang en",            3, "there is no"      },
    {"check @nix.edaran",                                        3, "tidak ada"        },
    {"print @nix.edaran",                                        3, "tidak ada"        },
    {"import @nix.csv",                                          3, "tidak ada"        },
    {"verify @nix.csv --government @kota",                       3, "tidak ada"        },
    {"verify @kota/government.conf --government @kota",          1, "hanya jadwal .csv"},
    {"verify @kota/register/units.csv --government @kota",       3,
     "units.cert' tidak ada"                                                           },
    {"explain --government @kota Dodo 2020-08-03",               1, "tidak ada pegawai"},
    {"explain --government @kota P1 2020-08-03 --plan @nix.csv", 3,
     "tidak ada"                                                                       },
    {"roster --government @kota -o @nix/plan.csv",               3, "tidak dapat"      },
    {"roster --government @kota -o @kota/x/y.html",              3, "tidak dapat"      },
};

FACT(what_is_not_there_is_named)
{
    make_government(letter);
    for (size_t i = 0; i < COUNT(refusals); i++) {
        ROW("%s", refusals[i].line);
        Ran ran = cli_run(refusals[i].line);
        EXPECT_INT(ran.code, refusals[i].code);
        EXPECT_HAS(ran.err, refusals[i].says);
        EXPECT_INT((int)ran.out.len, 0);
    }
}

FACT(every_command_has_help_in_both_languages)
{
    static const char *const names[] = {"check",  "print",   "law",    "format",
                                        "roster", "explain", "verify", "import",
                                        "help",   "man"};
    for (size_t i = 0; i < COUNT(names); i++) {
        ROW("%s", names[i]);
        Str line = str_format(cli_memory(), "help %s", names[i]);
        Ran ran = cli_run(line.ptr);
        EXPECT_INT(ran.code, 0);
        EXPECT_HAS(ran.out, "pakai: tatakerja");
        ran = cli_run(
            str_format(cli_memory(), "%s --help --lang en", names[i]).ptr);
        EXPECT_INT(ran.code, 0);
        EXPECT_HAS(ran.out, "usage: tatakerja");
    }
}

FACT(the_manual_page_in_docs_is_that_of_the_program)
{
    Err err = {0};
    Str page = {0};
    Ran ran = cli_run("man");
    EXPECT_INT(ran.code, 0);
    EXPECT(file_read(cli_memory(), "docs/tatakerja.1", 1 << 20, &page, &err));
    EXPECT_STR(ran.out, page);
}

FACT(several_people_of_a_name_are_listed_and_none_is_guessed)
{
    make_government(letter);
    Ran ran = cli_run("explain --government @kota budi~sama 2020-08-03");
    EXPECT_INT(ran.code, 1);
    EXPECT_HAS(ran.err, "2 pegawai cocok");
    EXPECT_HAS(ran.out, "P2");
    EXPECT_HAS(ran.out, "P3");
    EXPECT_HAS(ran.out, "Dinas Sosial");
    EXPECT_HAS(ran.out, "198101 ******");
    EXPECT(str_find(ran.out, STR("198101012006011000"), 0) == SIZE_MAX);
}

FACT(a_person_is_found_by_code_nip_local_number_or_name)
{
    static const char *const names[] = {"P2", "198101012006011000", "K-04",
                                        "Ani~Contoh"};
    make_government(letter);
    for (size_t i = 0; i < COUNT(names); i++) {
        ROW("%s", names[i]);
        Str line = str_format(
            cli_memory(), "explain --government @kota %s 2020-08-03", names[i]);
        Ran ran = cli_run(line.ptr);
        EXPECT_INT(ran.code, 0);
        EXPECT_HAS(ran.out, "3 Agustus 2020");
    }
}

FACT(a_roster_is_made_written_and_verified)
{
    make_government(letter);
    Ran ran = cli_run("roster --government @kota -o @plan.csv");
    EXPECT_INT(ran.code, 0);
    EXPECT_HAS(ran.out, "terbukti oleh audit");
    EXPECT_HAS(cli_content("plan.csv"), "id,nip,nama,unit,2020-08-03");
    EXPECT_HAS(cli_content("plan.csv"),
               " =1+1"); /* never run by a spreadsheet */
    ran = cli_run("verify @plan.csv --government @kota");
    EXPECT_INT(ran.code, 0);
    ran = cli_run("explain --government @kota P2 3-8-2020 --plan @plan.csv");
    EXPECT_INT(ran.code, 0);
    EXPECT_HAS(ran.out, "aturan 1 ayat");
    ran = cli_run("explain --government @kota P2 2020-09-01 --plan @plan.csv");
    EXPECT_INT(ran.code, 1);
    EXPECT_HAS(ran.err, "di luar jadwal");
}

FACT(a_ledger_goes_on_from_roster_to_roster)
{
    make_government(letter);
    Ran ran = cli_run("roster --government @kota --from 2020-08-03 --to "
                      "2020-08-07 -o @w1.csv --ledger-out @b1.csv");
    EXPECT_INT(ran.code, 0);
    EXPECT_HAS(cli_content("b1.csv"), "\nP2,");
    EXPECT(str_find(cli_content("w1.cert"), STR("carried"), 0) == SIZE_MAX);
    const char *second = "roster --government @kota --from 2020-08-10 --to "
                         "2020-08-14 -o @w2.csv --ledger @b1.csv "
                         "--ledger-out @b2.csv";
    ran = cli_run(second);
    EXPECT_INT(ran.code, 0);
    Str kept = cli_content("b2.csv");
    EXPECT(str_starts(kept, cli_content("b1.csv")));
    EXPECT_HAS(kept, "2020-08-10,2020-08-14");
    EXPECT_HAS(cli_content("w2.cert"), "\ncarried ");
    EXPECT_INT(cli_run("verify @w2.csv --government @kota").code, 0);
    EXPECT_INT(cli_run(second).code, 0);
    EXPECT_STR(cli_content("b2.csv"), kept);

    /* Days that are kept already: nothing is written. */
    ran =
        cli_run("roster --government @kota --from 2020-08-10 --to "
                "2020-08-14 -o @w3.csv --ledger @b2.csv --ledger-out @b3.csv");
    EXPECT_INT(ran.code, 1);
    EXPECT_HAS(ran.err, "buku-04");
    EXPECT(cli_content("w3.csv").len + cli_content("b3.csv").len == 0);
}

FACT(the_same_question_gives_the_same_bytes)
{
    static const char *const names[] = {"a.csv", "a.tsv", "a.xlsx", "a.html"};
    make_government(letter);
    for (size_t i = 0; i < COUNT(names); i++) {
        ROW("%s", names[i]);
        Str line = str_format(cli_memory(), "roster --government @kota -o @%s",
                              names[i]);
        EXPECT_INT(cli_run(line.ptr).code, 0);
        Str first = cli_content(names[i]);
        EXPECT_INT(cli_run(line.ptr).code, 0);
        EXPECT(first.len > 0);
        EXPECT_STR(cli_content(names[i]), first);
    }
    EXPECT(cli_content("a_files/dinsos.html").len > 0);
}

FACT(pages_are_escaped_and_carry_no_script_and_no_inline_style)
{
    make_government(letter);
    EXPECT_INT(cli_run("roster --government @kota -o @b.html").code, 0);
    Str page = cli_content("b_files/dinsos.html");
    EXPECT_HAS(page, "&lt;b&gt;&quot;Cici&quot; &amp; &#39;D&#39;");
    EXPECT_HAS(page, "style-src 'sha256-");
    EXPECT_HAS(page, "Data contoh, fiktif.");
    EXPECT(str_find(page, STR("<b>\"Cici"), 0) == SIZE_MAX);
    EXPECT(str_find(page, STR("<script"), 0) == SIZE_MAX);
    EXPECT(str_find(page, STR(" style="), 0) == SIZE_MAX);
    EXPECT(str_find(page, STR("http:"), 0) == SIZE_MAX);
    EXPECT_HAS(cli_content("b.html"), "b_files/dinsos.html");
}

FACT(a_changed_plan_is_not_proved)
{
    make_government(letter);
    EXPECT_INT(cli_run("roster --government @kota -o @c.csv").code, 0);
    Str plan = cli_content("c.csv");
    char *changed = (char *)(uintptr_t)str_c(cli_memory(), plan);
    char *cell = strstr(changed, ",K");
    EXPECT(cell != NULL);
    if (cell == NULL) return;
    cell[1] = 'R';
    cli_put("c.csv", changed);
    Ran ran = cli_run("verify @c.csv --government @kota");
    EXPECT_INT(ran.code, 1);
    cell[1] = 'Q';
    cli_put("c.csv", changed);
    ran = cli_run("verify @c.csv --government @kota --lang en");
    EXPECT_INT(ran.code, 1);
    EXPECT_HAS(ran.err, "c.csv': line 2");
    EXPECT(str_find(ran.err, STR("while"), 0) == SIZE_MAX);
}

FACT(a_plan_of_other_letters_is_said_to_be_old)
{
    make_government(letter);
    EXPECT_INT(cli_run("roster --government @kota -o @d.csv").code, 0);
    Str text =
        str_format(cli_memory(),
                   "%s(3) Atasan langsung wajib memeriksa laporan.\n", letter);
    make_government(text.ptr);
    Ran ran = cli_run("verify @d.csv --government @kota");
    EXPECT_INT(ran.code, 1);
    EXPECT_HAS(ran.out, "sudah berubah");
}

FACT(where_no_roster_exists_the_clash_is_told_and_nothing_written)
{
    make_government(impossible);
    Ran ran = cli_run("roster --government @kota -o @none.csv");
    EXPECT_INT(ran.code, 4);
    EXPECT_HAS(ran.out, "UPTD Panti: paling sedikit 4 di kantor");
    EXPECT_HAS(ran.out, "Salah satu dari ini cukup");
    EXPECT(!file_exists(cli_path("none.csv")));
    EXPECT(!file_exists(cli_path("none.cert")));
    ran = cli_run("check @kota/letters/1.edaran --government @kota --lang en");
    EXPECT_INT(ran.code, 4);
    EXPECT_HAS(ran.out, "No roster exists");
    ran = cli_run("groups panti hari --government @kota");
    EXPECT_INT(ran.code, 4);
    EXPECT_HAS(ran.err, "galat[pola-06]: tidak ada jadwal yang mungkin");
    ran = cli_run("groups panti days --government @kota --lang en");
    EXPECT_INT(ran.code, 4);
    EXPECT_HAS(ran.err, "error[pola-06]: no roster is possible");
}

FACT(faults_of_a_letter_are_shown_where_they_are)
{
    make_government(letter);
    cli_put("bad.edaran",
            "surat edaran 9/2020\ntentang \"X\"\n\naturan 1 \"a\"\n"
            "(1) Pegawai wajib terbang.\n");
    Ran ran = cli_run("check @bad.edaran");
    EXPECT_INT(ran.code, 1);
    EXPECT_HAS(ran.out, "bad.edaran:5:");
    EXPECT_HAS(ran.out, "galat[");
}

FACT(what_is_recorded_is_told_and_types_of_clause_are_listed)
{
    cli_put("types.edaran",
            "surat edaran 9/2020\nberlaku 3 Agustus 2020 sampai dengan 14 "
            "Agustus 2020\n\naturan 1 \"a\"\n(1) Pegawai wajib di rumah.\n"
            "(2) Pakaian: \"rapi\"\n(3) Menurut zona risiko: merah: pegawai "
            "wajib di rumah.\n(4) Menurut musim: hujan: pegawai wajib di "
            "rumah.\n");
    Ran ran = cli_run("check @types.edaran");
    EXPECT_INT(ran.code, 0);
    EXPECT_HAS(ran.out,
               "\nDicatat, tidak dihitung: aturan 1 ayat (2), aturan 1 "
               "ayat (4).\n");
    EXPECT(str_find(ran.out, STR("jenis ketentuan"), 0) == SIZE_MAX);
    ran = cli_run("check @types.edaran --types");
    EXPECT_HAS(ran.out, "4 dari 86 jenis ketentuan\n");
    EXPECT_HAS(ran.out, "V.FIX      masa berlaku tetap                         "
                        "baris 2                dihitung\n");
    EXPECT_HAS(ran.out, "D.DRESS    pakaian                                    "
                        "aturan 1 ayat (2)      dicatat, tidak dihitung\n");
    ran = cli_run("check @types.edaran --types --lang en");
    EXPECT_HAS(ran.out, "C.ALLH     everyone at home                           "
                        "rule 1 paragraph (1)   computed\n");
    EXPECT_HAS(ran.out, "C.ZONE     share by zone or level                     "
                        "rule 1 paragraph (3)   computed\n");
}

FACT(a_letter_prints_in_both_languages_and_reads_back)
{
    make_government(letter);
    Ran id = cli_run("print @kota/letters/1.edaran");
    EXPECT_INT(id.code, 0);
    Ran en = cli_run("print @kota/letters/1.edaran --lang en");
    EXPECT_INT(en.code, 0);
    cli_put("en.edaran", str_c(cli_memory(), en.out));
    Ran again = cli_run("print @en.edaran --lang id");
    EXPECT_STR(again.out, id.out);
}

FACT(a_letter_becomes_json_and_is_the_same_letter_again)
{
    make_government(letter);
    Ran text = cli_run("print @kota/letters/1.edaran --lang en");
    Ran json = cli_run("print @kota/letters/1.edaran --json");
    EXPECT_INT(json.code, 0);
    EXPECT_HAS(json.out, "\"format\": 1");
    cli_put("1.json", str_c(cli_memory(), json.out));
    Ran again = cli_run("print @1.json --lang en");
    EXPECT_INT(again.code, 0);
    EXPECT_STR(again.out, text.out);
    cli_put("bad.json",
            "{\"format\": 1, \"lang\": \"id\", \"kind\": \"circular\","
            " \"rules\": [{\"nomor\": 1}]}");
    Ran bad = cli_run("print @bad.json");
    EXPECT_INT(bad.code, 1);
    EXPECT_HAS(bad.err, "rules[0].nomor: tidak dikenal di Rule");
    bad = cli_run("print @bad.json --lang en");
    EXPECT_HAS(bad.err, "rules[0].nomor: is no member of Rule");
}

static const char loose[] =
    "-- pembuka\n"
    "surat edaran 9/2020 -- nomor\ntentang \"X\"\n\naturan 1 \"a\" -- judul\n"
    "-- sebelum\nPara pegawai\n   harus WFH, -- di tengah\n  bergantian. -- "
    "sesudah\n-- penutup\n";

FACT(format_writes_the_canonical_text_in_place_and_keeps_comments)
{
    cli_put("l.edaran", loose);
    cli_put("m.edaran", "circular 9/2020\n\nrule 1 \"a\"\n(1) Staff must be at "
                        "home.\n");
    Ran ran = cli_run("format @l.edaran @m.edaran --check");
    EXPECT_INT(ran.code, 1);
    EXPECT_HAS(ran.out, "l.edaran: belum dalam bentuk baku");
    EXPECT(str_find(ran.out, STR("m.edaran"), 0) == SIZE_MAX);
    EXPECT_STR(cli_content("l.edaran"), loose);
    Ran shown = cli_run("format @l.edaran --dry-run");
    EXPECT_INT(shown.code, 0);
    EXPECT_STR(cli_content("l.edaran"), loose);
    ran = cli_run("format @l.edaran @m.edaran --lang en");
    EXPECT_INT(ran.code, 0);
    EXPECT_HAS(ran.out, "l.edaran: written in canonical form");
    EXPECT_STR(cli_content("l.edaran"), shown.out);
    EXPECT_HAS(shown.out, "(1) Pegawai wajib di rumah, bergilir.");
    static const char *const comments[] = {
        "-- pembuka",   "-- nomor",   "-- judul",  "-- sebelum",
        "-- di tengah", "-- sesudah", "-- penutup"};
    for (size_t i = 0; i < COUNT(comments); i++)
        EXPECT_HAS(shown.out, comments[i]);
    ran = cli_run("format @l.edaran @m.edaran");
    EXPECT_INT(ran.code, 0);
    EXPECT_STR(ran.out, "");
    EXPECT_INT(cli_run("format @l.edaran @m.edaran --check").code, 0);
}

FACT(format_leaves_a_letter_with_faults_as_it_is)
{
    static const char bad[] = "surat edaran 9\naturan 1 \"a\"\nPegawai wajib "
                              "terbang.\n";
    cli_put("bad.edaran", bad);
    cli_put("l.edaran", loose);
    Ran ran = cli_run("format @bad.edaran @l.edaran");
    EXPECT_INT(ran.code, 1);
    EXPECT_HAS(ran.err, "bad.edaran:3:");
    EXPECT_STR(cli_content("bad.edaran"), bad);
    EXPECT_HAS(cli_content("l.edaran"), "wajib di rumah, bergilir");
    EXPECT_INT(cli_run("format @none.edaran @l.edaran").code, 3);
    EXPECT_INT(cli_run("format @l.edaran --check --dry-run").code, 2);
}

FACT(the_law_of_a_day_cites_its_rules)
{
    make_government(letter);
    Ran ran = cli_run("law --government @kota --on 3-8-2020");
    EXPECT_INT(ran.code, 0);
    EXPECT_HAS(ran.out, "1/2020");
    EXPECT_HAS(ran.out, "Aturan 1 (1): Pada setiap unit kerja");
    ran = cli_run("law --government @kota --on 2020-09-01 --lang en");
    EXPECT_HAS(ran.out, "No letter is in force");
}

FACT(a_letter_that_does_not_say_when_it_begins_is_told_by_its_end)
{
    make_government("surat edaran 1/T/2020\nberlaku sampai dengan 3 September "
                    "2020\n\naturan 1 \"a\"\n(1) Pegawai wajib di kantor.\n");
    Ran ran = cli_run("law --government @kota --on 3-8-2020");
    EXPECT_INT(ran.code, 0);
    EXPECT_HAS(ran.out, "  berlaku sampai dengan 3 September 2020\n");
    ran = cli_run("law --government @kota --on 3-8-2020 --lang en");
    EXPECT_HAS(ran.out, "  in force to 3 September 2020\n");
}

FACT(the_law_of_a_day_tells_the_chain_of_amendments)
{
    Ran ran = cli_run("law --government examples/bontang --on 2020-05-20");
    EXPECT_HAS(ran.out, "terakhir diubah dengan 188.65/651/ORG/2020");
    EXPECT_HAS(ran.out, "diubah dengan 188.65/527/ORG/2020, 30 Maret 2020");
    EXPECT_HAS(ran.out, "diubah dengan 188.65/651/ORG/2020, 12 Mei 2020");
}

FACT(an_assumed_status_is_told_of_while_it_lasts)
{
    static const char line[] = "roster --government examples/kotim ";
    Str in =
        str_format(cli_memory(), "%s--from 2021-07-26 --to 2021-07-27", line);
    Str after =
        str_format(cli_memory(), "%s--from 2021-08-09 --to 2021-08-10", line);
    EXPECT_HAS(cli_run(in.ptr).out, "diandaikan");
    EXPECT(str_find(cli_run(after.ptr).out, STR("diandaikan"), 0) == SIZE_MAX);
}

FACT(an_import_is_a_preview_or_a_list_of_repairs)
{
    make_government(letter);
    Ran ran =
        cli_run("import @kota/register/people.csv @kota/register/units.csv "
                "@kota/register/posts.csv");
    EXPECT_INT(ran.code, 0);
    EXPECT_HAS(ran.out, "belum ada yang ditulis");
    cli_put("people2.csv", "kode,nip,nama,jenis_pegawai,unit\n"
                           "P1,1.98E+17,Ani,PNS,dinsos\n");
    ran = cli_run("import @people2.csv @kota/register/units.csv");
    EXPECT_INT(ran.code, 1);
    EXPECT_HAS(ran.out, "nip-rusak");
    cli_put("notes.csv", "a,b\n1,2\n");
    ran = cli_run("import @notes.csv");
    EXPECT_INT(ran.code, 1);
    EXPECT_HAS(ran.out, "bukan tabel");
}

FACT(a_spreadsheet_is_read_by_a_confined_child)
{
    make_government(letter);
    EXPECT_INT(cli_run("roster --government @kota -o @e.xlsx").code, 0);
    Ran ran = cli_run("import @e.xlsx");
    EXPECT_INT(ran.code, 1);
    EXPECT_HAS(ran.out, "e.xlsx");
    EXPECT_HAS(ran.out, "dari judulnya"); /* so it has been read */
    cli_put("broken.xlsx", "PK\003\004 and then nothing of the kind");
    ran = cli_run("import @broken.xlsx");
    EXPECT_INT(ran.code, 1);
    EXPECT_HAS(ran.err, "broken.xlsx");
}
