/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The command that records: its words, its refusals, who else may write.
 */
#include "cli_run.h"
#include "harness.h"
#include "store/store.h"

#include <string.h>

static const char load[] = "load examples/kotim --data @d --known 2021-07-01";

#define RECORD(rest) cli_run("record --data @d --government=kotim " rest)

static const struct {
    const char *line;
    int code;
    const char *out, *err; /* words, or NULL */
} rows[] = {
    {"--as=B00001 masuk pegawai=B00001 kata=kantor --on=2021-07-26", 0,
     "Tercatat: ", NULL},
    {"--as=B00001 masuk pegawai=B00001 kata=kantor --on=2021-07-26 "
     "id=01234567-89ab-7def-8123-456789abcdef --lang=en",
     0, "Recorded: 01234567-89ab-7def-8123-456789abcdef", NULL},
    {"--as=B00001 masuk pegawai=B00001 kata=kantor --on=2021-07-26 "
     "id=01234567-89ab-7def-8123-456789abcdef --lang=en",
     0, "nothing was written", NULL},
    {"--as=B00001 masuk pegawai=B00001 kata=rumah --on=2021-07-26 "
     "id=01234567-89ab-7def-8123-456789abcdef",
     3, NULL, "sudah dipakai"},
    {"--as=B00001 tanda pegawai=B00001 kata=boleh~di~rumah mulai=2021-07-26 "
     "sampai=2021-07-30 rahasia=KENARI --on=2021-07-26",
     1, NULL, "yang berwenang: hanya badan kepegawaian"},
    {"--as=B00014 masuk pegawai=B00001 kata=kantor --on=2021-07-26", 0,
     "Tercatat: ", NULL},
    {"--as=B00142 masuk pegawai=B00001 kata=kantor --on=2021-07-26", 1, NULL,
     "petugas unit"},
    {"--as=B00014 masuk pegawai=B00001 kata=kantor --on=2020-12-31", 1, NULL,
     "petugas unit"},
    {"--as=sistem masuk pegawai=B00001 kata=kantor --on=2021-07-26", 1, NULL,
     "sebut pegawai yang bertindak"},
    {"--as=TK-00012 masuk pegawai=TK-00012 kata=kantor --on=2021-07-26", 0,
     "Tercatat: ", NULL},
    {"--as=B00001 masuk pegawai=Tak~Ada kata=kantor --on=2021-07-26", 1, NULL,
     "tidak ada pegawai"},
    {"--as=198101012006011009 masuk pegawai=B00001 kata=kantor", 1, NULL,
     "'198101 ****** * 009'"},
    {"--as=perangkat:palsu masuk pegawai=B00001 kata=kantor "
     "--on=2021-07-26",
     1, NULL, "tidak ada perangkat bersama"},
    {"--as=perangkat: masuk pegawai=B00001 kata=kantor --on=2021-07-26", 1,
     NULL, "tidak ada perangkat bersama"},
    {"--as=perangkat:pintu masuk pegawai=B00001 kata=kantor "
     "--on=2021-07-26",
     1, NULL, "tidak berwenang"},
    {"--as=B00001 tarian pegawai=B00001", 2, NULL, "bukan jenis fakta"},
    {"--as=B00001 masuk pegawai", 1, NULL, "bukan kolom=nilai"},
    {"--as=B00001 masuk warna=biru", 1, NULL, "bukan kolom=nilai"},
    {"--as=B00001 masuk hari=besok", 1, NULL, "bukan tanggal"},
    {"--as=B00001 masuk pegawai=B00001 kata=kantor --on kemarin", 2, NULL,
     "bukan tanggal"},
    {"masuk pegawai=B00001 kata=kantor", 2, NULL, "--as"},
    {"--as=B00001 tanda~tangan kata=usul hal=letters/x.edaran berkas=@none", 3,
     NULL, "none"},
};

FACT(record_takes_words_and_says_why_not)
{
    EXPECT_INT(cli_run(load).code, 0);
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%zu: %s", i, rows[i].line);
        Str line =
            str_format(cli_memory(), "record --data @d --government=kotim %s",
                       rows[i].line);
        Ran ran = cli_run(line.ptr);
        EXPECT_INT(ran.code, rows[i].code);
        if (rows[i].out != NULL) EXPECT_HAS(ran.out, rows[i].out);
        if (rows[i].err != NULL) EXPECT_HAS(ran.err, rows[i].err);
        EXPECT(str_find(ran.err, STR("KENARI"), 0) == SIZE_MAX);
    }
}

/* ---- what is sealed -------------------------------------------------------
 */

#define SEALED "01234567-89ab-7def-8123-456789abc111"
#define LOOK   "dilihat tentang=" SEALED " isi=pemeriksaan --on=2021-07-27 "

static const struct {
    const char *line;
    int code;
    const char *says;
} looks[] = {
    {"--as=B00001 " LOOK, 1, "hanya badan kepegawaian"},
    {"--as=B02051 " LOOK, 1, "hanya badan kepegawaian"},
    {"--as=B00014 " LOOK, 1, "hanya badan kepegawaian"},
    {"--as=B01678 " LOOK, 1, "hanya badan kepegawaian"},
    {"--as=sistem " LOOK, 1, "sebut pegawai"},
    {"--as=perangkat:pintu " LOOK, 1, "hanya badan kepegawaian"},
    {"--as=B00001 dilihat isi=x "
     "tentang=01234567-89ab-7def-8123-456789abc999",
     1, "hanya badan kepegawaian"},
    {"--as=B02068 dilihat isi=x "
     "tentang=01234567-89ab-7def-8123-456789abc999",
     1, "tidak ada; ambil id"},
    {"--as=B02068 dilihat tentang=" SEALED, 1, "isi=ALASAN"},
    {"--as=B02068 dilihat isi=x --lang=en", 1, "takes tentang=ID"},
    {"--as=B02068 " LOOK "pegawai=B00001", 1, "tidak lebih"},
    {"--as=B02068 dilihat isi=x "
     "tentang=01234567-89ab-7def-8123-456789abc112",
     1, "tidak memuat isi tersegel"},
};

static Ran record_ran(const char *rest)
{
    return cli_run(
        str_format(cli_memory(), "record --data @s --government=kotim %s", rest)
            .ptr);
}

static bool holds(Str text, const char *word)
{
    return str_find(text, str_of(word), 0) != SIZE_MAX;
}

/* Of the person who is marked: what the board reads of them. */
static Str all_about(void)
{
    return cli_run("about B00001 --data @s --government=kotim --as=B02068 "
                   "--on=2021-07-27")
        .out;
}

static void seal_one(void)
{
    EXPECT_INT(cli_run("load examples/kotim --data @s --known 2021-07-01").code,
               0);
    EXPECT_INT(record_ran("--as=B02068 tanda pegawai=B00001 "
                          "kata=boleh~di~rumah mulai=2021-07-26 "
                          "sampai=2021-07-30 rahasia=KENARI-LIHAT-4417 "
                          "id=" SEALED " --on=2021-07-26")
                   .code,
               0);
    EXPECT_INT(record_ran("--as=B00001 masuk pegawai=B00001 kata=rumah "
                          "id=01234567-89ab-7def-8123-456789abc112 "
                          "--on=2021-07-26")
                   .code,
               0);
}

FACT(what_is_sealed_is_shown_to_the_board_once_the_look_is_kept)
{
    seal_one();
    for (size_t i = 0; i < COUNT(looks); i++) {
        ROW("%s", looks[i].line);
        Ran ran = record_ran(looks[i].line);
        EXPECT_INT(ran.code, looks[i].code);
        EXPECT_HAS(ran.err, looks[i].says);
        EXPECT_INT((int)ran.out.len, 0);
        EXPECT(!holds(ran.err, "KENARI"));
    }
    ROW("no look is kept of what was refused");
    EXPECT(!holds(all_about(), "dilihat"));
    ROW("the head and the granted read it");
    Ran ran = record_ran("--as=B02068 " LOOK);
    EXPECT_INT(ran.code, 0);
    EXPECT_HAS(ran.out, "Isi tersegel: KENARI-LIHAT-4417\n");
    EXPECT(!holds(ran.err, "KENARI"));
    ran = record_ran("--as=B02047 --lang=en " LOOK);
    EXPECT_HAS(ran.out, "Sealed text: KENARI-LIHAT-4417\n  this look is on "
                        "record: ");
    ROW("both looks are facts, and the text is nowhere else");
    Str all = all_about();
    EXPECT_HAS(all, "dilihat (web, oleh B02068)");
    EXPECT_HAS(all, "dilihat (web, oleh B02047)");
    EXPECT(!holds(all, "KENARI"));
    EXPECT_INT(cli_run("export @sx --government=kotim --data @s").code, 0);
    EXPECT(!holds(cli_content("sx/fakta.csv"), "KENARI"));
    EXPECT(!holds(cli_run("journal show --data @s").out, "KENARI"));
}

FACT(one_writes_while_all_read)
{
    AUTO(store_done) Store *store = NULL;
    Err err = {0};
    StoreWish wish = {.folder = cli_path("d"), .write = true};
    EXPECT(store_open(&wish, &store, &err));
    ROW("writing is refused");
    Ran ran = RECORD("--as=B00001 masuk pegawai=B00001 kata=kantor "
                     "--on=2021-07-26");
    EXPECT_INT(ran.code, 3);
    EXPECT_HAS(ran.err, "sedang menulis");
    EXPECT_INT(cli_run(load).code, 3);
    ROW("reading and copies go on");
    EXPECT_INT(cli_run("journal verify --data @d").code, 0);
    EXPECT_INT(cli_run("backup @b --data @d").code, 0);
    EXPECT_INT(cli_run("export @x --government=kotim --data @d").code, 0);
    EXPECT_INT(cli_run("law --government=kotim --data @d --on=2021-07-26").code,
               0);
}
