/* SPDX-License-Identifier: Apache-2.0 */
/*
 * `about` and `retain` as a user calls them: who may, files, a dry run.
 */
#include "test_recap_folder.h"

#define ABOUT  "about --data @d --government contoh "
#define RETAIN "retain --data @d --government contoh "

static const struct {
    const char *line;
    int code;
    const char *says;
} wrong[] = {
    {"about P2 --data @d --government contoh",    2, "'--as' harus"           },
    {"about --data @d --as P2",                   2, ""                       },
    {ABOUT "P2 --as P2 -o x.pdf",                 2, "harus berakhir .json"   },
    {ABOUT "P2 --as P2 -o @nix/x.json",           3, "tidak dapat"            },
    {ABOUT "Dodo --as P2",                        1, "tidak ada pegawai"      },
    {ABOUT "P2 --as P4",                          1, "hanya untuk orang itu"  },
    {ABOUT "P2 --as P3 --on 2021-06-30",          0, ""                       },
    {ABOUT "P2 --as P3 --on 2021-07-01",          1, "hanya untuk orang itu"  },
    {ABOUT "P2 --as P1",                          1, "hanya untuk orang itu"  },
    {ABOUT "P2 --as P1 --lang en",                1, "for themself"           },
    {ABOUT "P2 --as nix",                         1, "tidak ada pegawai"      },
    {ABOUT "P2 --as sistem",                      1, "sebut pegawai yang bert"},
    {RETAIN "--as sistem",                        1, "sebut pegawai yang bert"},
    {RETAIN "--as sistem --lang en",              1, "is not for --as"        },
    {ABOUT "P2 --as 198101012006011000",          0, ""                       },
    {ABOUT "P2 --as 198101012006011009",          1, "'198101 ****** * 009'"  },
    {ABOUT "P2 --as Budi~Sama",                   0, ""                       },
    {RETAIN "--as perangkat:",                    1, "perangkat bersama"      },
    {RETAIN "--as perangkat:x --lang en",         1, "has no shared device"   },
    {RETAIN,                                      2, "'--as' harus"           },
    {RETAIN "--as P2",                            1, "yang berwenang: adminis"},
    {RETAIN "--as P5 --on 2019-12-31",            1, "yang berwenang: adminis"},
    {RETAIN "--as P5 --on besok",                 2, "bukan tanggal"          },
    {"retain --data @d --government nix --as P5", 1, "tidak memuat"           },
};

FACT(only_who_may_is_told_or_erases)
{
    load_once("2021-06-30");
    for (size_t i = 0; i < COUNT(wrong); i++) {
        ROW("%s", wrong[i].line);
        Ran ran = cli_run(wrong[i].line);
        EXPECT_INT(ran.code, wrong[i].code);
        EXPECT_HAS(ran.err, wrong[i].says);
        EXPECT((ran.out.len == 0) == (wrong[i].code != 0));
    }
}

FACT(all_about_a_person_is_told_and_written)
{
    load_once("2021-06-30");
    Ran ran = cli_run(ABOUT "P2 --as P2");
    EXPECT_INT(ran.code, 0);
    EXPECT_HAS(ran.out, "Pegawai: 1\n  kode: P2; nip: 198101012006011000");
    EXPECT_HAS(ran.out, "peran: petugas unit; unit: dinsos; mulai: 2020-01-01; "
                        "sampai: 2020-12-31");
    EXPECT_HAS(ran.out, "nama: register/kewenangan.csv");
    EXPECT_HAS(ran.out, "  3 Agustus 2020 pukul 15.00: laporan (aplikasi, oleh "
                        "P2); hal: T-1; isi: Dua berkas; ");
    EXPECT(str_find(ran.out, STR("P3"), 0) == SIZE_MAX);
    EXPECT_HAS(cli_run(ABOUT "Budi~Sama --as P2 --lang en").out,
               "Person: 1\n  code: P2");
    ROW("as JSON");
    ran = cli_run(ABOUT "P2 --as P3 --on 2020-08-10 -o @p2.json");
    EXPECT_INT(ran.code, 0);
    EXPECT_HAS(ran.out, "p2.json: 5 fakta, 2 dokumen");
    Str json = cli_content("p2.json");
    EXPECT_HAS(json, "\"nip\": \"198101012006011000\"");
    EXPECT_HAS(json, "\"isi\": \"=HYPERLINK(\\\"http://x\\\")\"");
    ROW("as a table that reads back");
    DataFacts facts = {0};
    Err err = {0};
    EXPECT_INT(cli_run(ABOUT "P2 --as P3 --on 2020-08-10 -o @p2.csv").code, 0);
    EXPECT(data_facts_read(cli_memory(), STR("p2.csv"), cli_content("p2.csv"),
                           &facts, &err));
    EXPECT_INT((int)facts.count, 5);
}

/* The letter ends on 31 December 2020; most kinds are kept for a year. */
FACT(a_dry_run_tells_and_the_run_erases)
{
    load_once("2021-06-30");
    Ran ran = cli_run(RETAIN "--as P5 --dry-run --on 2021-12-31");
    EXPECT_INT(ran.code, 0);
    EXPECT_HAS(ran.out, "0 habis masa simpannya; tidak ada yang dihapus");
    ran = cli_run(RETAIN "--as P5 --dry-run --on 2022-01-01");
    EXPECT_HAS(ran.out, "laporan: 2 (disimpan 365 hari");
    EXPECT_HAS(cli_run(ABOUT "P2 --as P2").out, "Fakta: 5");
    ran = cli_run(RETAIN "--as P5 --on 2022-01-01 --lang en");
    EXPECT_INT(ran.code, 0);
    EXPECT_HAS(ran.out, "erased; the proof is in the journal");
    EXPECT_HAS(ran.out, "report: 2 (kept for 365 days after its letter)");
    Str left = cli_run(ABOUT "P2 --as P2").out;
    EXPECT_HAS(left, "Fakta: 5");
    EXPECT_HAS(left, "dihapus (sistem, oleh P5)");
    EXPECT(str_find(left, STR("laporan ("), 0) == SIZE_MAX);
    EXPECT_HAS(cli_run(RETAIN "--as P5 --on 2022-01-01").out, "0 dihapus");
    EXPECT_HAS(cli_run("journal verify --data @d").out, "utuh");
    ROW("loaded elsewhere, the days are known to be no longer kept");
    EXPECT_INT(cli_run("export @e --data @d --government contoh").code, 0);
    EXPECT_INT(cli_run("load @e --data @n --known 2022-01-02").code, 0);
    EXPECT_HAS(cli_run("about P2 --as P2 --data @n --government contoh").out,
               "dihapus (sistem, oleh P5)");
    EXPECT_HAS(cli_run("journal verify --data @n").out, "utuh");
    EXPECT_HAS(cli_run("load @e --data @n").out, "Tidak ada yang");
    EXPECT_HAS(cli_run("load @e --data @d").out, "Tidak ada yang");
}
