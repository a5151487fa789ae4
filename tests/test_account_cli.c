/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_account_cli.c - `account` as somebody at the server calls it.
 */
#include "test_recap_folder.h"

#define ACCOUNT "account --data @d --government contoh --on 2020-08-10 "

static const struct {
    const char *line;
    int code;
    const char *says;
} wrong[] = {
    {"account invite P2 --data @d --government contoh", 2, "'--as' harus"   },
    {ACCOUNT "apa P2 --as P5",                          2, "pilih invite"   },
    {ACCOUNT "apa P2 --as P5 --lang en",                2, "choose invite"  },
    {ACCOUNT "invite --as P5",                          2, "tidak ditulis"  },
    {ACCOUNT "list P2 --as P5",                         2, "tidak ditulis"  },
    {ACCOUNT "invite Dodo --as P5",                     1, "tidak ada pegaw"},
    {ACCOUNT "invite P2 Siti --as P5",                  1, "huruf kecil"    },
    {ACCOUNT "invite P5 --as P4",                       1, "yang berwenang" },
    {ACCOUNT "reset P2 --as P5",                        1, "pakai invite"   },
    {ACCOUNT "end P2 --as P5",                          1, "belum punya"    },
    {ACCOUNT "code P2 --as P2",                         1, "yang berwenang" },
    {ACCOUNT "admin P2 --as P5",                        1, "belum punya"    },
    {ACCOUNT "admin P2 apa --as P5",                    2, "tidak dikenal"  },
    {ACCOUNT "sessions P2 apa --as P5",                 2, "tidak dikenal"  },
    {ACCOUNT "sessions P2 end abc --as P5",             1, "tidak ada"      },
    {ACCOUNT "token apa --as P5",                       2, "tidak dikenal"  },
    {ACCOUNT "token new a presensi --as P5",            2, "1 sampai 366"   },
    {ACCOUNT "token new a presensi 367 --as P5",        2, "1 sampai 366"   },
    {ACCOUNT "token new a apa 3 --as P5",               1, "bukan kewenanga"},
    {ACCOUNT "token new a presensi 3 --as P2",          1, "yang berwenang" },
    {ACCOUNT "token end abc --as P5",                   1, "tidak ada"      },
};

FACT(a_wrong_call_says_what_would_be_right)
{
    load_once("");
    for (size_t i = 0; i < COUNT(wrong); i++) {
        ROW("%s", wrong[i].line);
        Ran ran = cli_run(wrong[i].line);
        EXPECT_INT(ran.code, wrong[i].code);
        EXPECT_HAS(ran.err, wrong[i].says);
        EXPECT_INT((int64_t)ran.out.len, 0);
    }
}

FACT(a_slip_is_printed_and_the_account_listed)
{
    load_once("");
    Ran ran = cli_run(ACCOUNT "invite P2 budi.s --as P5");
    EXPECT_INT(ran.code, 0);
    EXPECT_HAS(ran.out, "Pemerintah <i>Kota\nBudi Sama\n");
    EXPECT_HAS(ran.out, "Kode sekali pakai: ");
    EXPECT_HAS(ran.out, "Alamat: /undangan/");
    EXPECT_HAS(ran.out, "Berlaku sampai Senin, 17 Agustus 2020 pukul 12.00 "
                        "WITA");
    EXPECT_HAS(cli_run(ACCOUNT "invite P2 --as P5 --lang en").out,
               "One-time code: ");
    ran = cli_run(ACCOUNT "list --as P5");
    EXPECT_HAS(ran.out, "P2  Budi Sama  diundang  budi.s  terakhir masuk -\n");
    EXPECT_HAS(ran.out, "1 akun, ");
    EXPECT_HAS(cli_run(ACCOUNT "sessions P2 --as P5").out, "0 sesi\n");
    EXPECT_HAS(cli_run(ACCOUNT "end P2 --as P5").out, "akun dihentikan");
    EXPECT_HAS(cli_run(ACCOUNT "list --as P5").out, "dihentikan");
    EXPECT_HAS(cli_run(ACCOUNT "reset P2 --as P5 --lang en").out,
               "Valid until Monday, 17 August 2020");
    EXPECT_HAS(cli_run(ACCOUNT "code P2 --as P5").out, "dicabut");
    EXPECT_HAS(cli_run(ACCOUNT "sessions P2 end --as P5").out, "diakhiri");
}

FACT(a_token_is_made_listed_and_ended)
{
    load_once("");
    Ran ran = cli_run(ACCOUNT "token new kominfo presensi|laporan 30 --as P5");
    EXPECT_INT(ran.code, 0);
    EXPECT(str_starts(ran.out, STR("tk_")));
    EXPECT_HAS(ran.out, "Berlaku sampai 9 September 2020 12.00");
    ran = cli_run(ACCOUNT "token --as P5");
    EXPECT_HAS(ran.out, "  kominfo  P5  9 September 2020 12.00\n1 token\n");
    Str end = str_format(cli_memory(), ACCOUNT "token end %.*s --as P5",
                         STR_ARG(str_slice(ran.out, 0, 16)));
    EXPECT_HAS(cli_run(end.ptr).out, "token diakhiri");
    EXPECT_HAS(cli_run(ACCOUNT "token list --as P5").out, "0 token\n");
    EXPECT_HAS(cli_run("journal verify --data @d").out, "utuh");
}
