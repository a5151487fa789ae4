/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_recap_folder.h - the world of test_recap_world.h as a folder "kota".
 */
#pragma once

#include "app/data_facts.h"
#include "cli_run.h"
#include "test_recap_world.h"

#include <sys/stat.h>

static inline void folder(const char *name)
{
    EXPECT(mkdir(cli_path(name), 0777) == 0);
}

static inline void put_facts(const RecapFacts *facts)
{
    Buf out = buf_in(cli_memory());
    data_facts_write(facts->at, facts->count, &out);
    cli_put("kota/fakta.csv", str_c(cli_memory(), buf_str(&out)));
}

static inline void make_government(void)
{
    static bool made = false;
    RecapFacts facts = recap_facts();
    if (!made) {
        folder("kota");
        folder("kota/register");
        folder("kota/letters");
        cli_put("kota/government.conf",
                "kode = contoh;\nnama = \"Pemerintah <i>Kota\";\n"
                "wilayah = \"Kota Contoh\";\njenis = kota;\nzona = WITA;\n"
                "badan_kepegawaian = panti;\n"
                "catatan = \"Data contoh, fiktif.\";\n");
        cli_put("kota/register/units.csv", RECAP_UNITS);
        cli_put("kota/register/posts.csv", RECAP_POSTS);
        cli_put("kota/register/people.csv", RECAP_PEOPLE);
        cli_put("kota/register/kewenangan.csv",
                "orang,peran,unit,mulai,sampai\n"
                "P3,badan kepegawaian,,2020-01-01,\n");
        cli_put("kota/letters/1.edaran",
                "surat edaran 1/T\ntentang \"kehadiran\"\npenerbit Wali Kota\n"
                "ditetapkan 1 Agustus 2020\nberlaku sejak 1 Agustus 2020 "
                "sampai dengan 31 Desember 2020\nbagi seluruh pegawai\n\n"
                "aturan 1 \"kehadiran\"\n" RECAP_RULES);
    }
    made = true;
    put_facts(&facts);
}

/* The same in data "d", once, as known on 1 August: P5 administers, P3 is of
 * the personnel board (until a day, or ""), P2 an officer of a unit in 2020. */
static inline void load_once(const char *board_until)
{
    static bool loaded = false;
    make_government();
    if (loaded) return;
    Str table = str_format(cli_memory(),
                           "orang,peran,unit,mulai,sampai\n"
                           "P5,administrator,,2020-01-01,\n"
                           "P3,badan kepegawaian,,2020-01-01,%s\n"
                           "P2,petugas unit,dinsos,2020-01-01,2020-12-31\n",
                           board_until);
    cli_put("kota/register/kewenangan.csv", table.ptr);
    EXPECT_INT(cli_run("load @kota --data @d --known 2020-08-01").code, 0);
    loaded = true;
}
