/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_api_board.c - the personnel board's lists as other programs read them:
 * the same rows as the pages' tables.  Kota Contoh, see web_world.h.
 */
#include "api_ask.h"
#include "harness.h"

static const char *text_at(WebWorld *w, const WebAnswer *a, const char *row,
                           const char *name)
{
    Str value = api_ask_at(w, a, web_world_line(w, "%s.%s", row, name));
    bool none = str_is(value, STR("null")) || str_is(value, STR("(none)"));
    return none ? "" : str_c(w->arena, value);
}

/* Of a person who owes none there is no finding. */
static const char *outcome_at(WebWorld *w, const WebAnswer *a, const char *row,
                              const char *name)
{
    const char *word = text_at(w, a, row, name);
    return word[0] == '\0' ? "tidak ada" : word;
}

/* ---- attendance -----------------------------------------------------------
 */

static WebWorld *open_morning(const char *name)
{
    WebWorld *w = web_world_open(name);
    (void)web_world_say(w, "A", "masuk", "pegawai=A;kata=rumah");
    (void)web_world_say(w, "H", "masuk", "pegawai=H;kata=rumah");
    (void)web_world_say(w, "A", "laporan", "pegawai=A;isi=Surat masuk dibalas");
    web_world_as(w, "P0");
    return w;
}

/* Every line of the page's table, column by column; how many. */
static int expect_lines(WebWorld *w, const char *query)
{
    int count = 0;
    WebAnswer a =
        web_world_get(w, web_world_line(w, "/api/v1/kehadiran%s", query));
    WebAnswer csv =
        web_world_get(w, web_world_line(w, "/kehadiran.csv%s", query));
    Str rest = csv.body, line = {0};
    EXPECT_INT(a.status, 200);
    EXPECT(str_next(&rest, '\n', &line));
    for (; str_next(&rest, '\n', &line) && line.len > 0; count++) {
        const char *row = web_world_line(w, "pegawai.%d", count);
        ROW("%s %.*s", query, STR_ARG(line));
        EXPECT(str_starts(line, str_format(w->arena, "%s,",
                                           text_at(w, &a, row, "orang.kode"))));
        EXPECT_HAS(line, text_at(w, &a, row, "orang.nama"));
        Str tail = str_format(
            w->arena, ",%s,%s,%s,%s,%s,%s", text_at(w, &a, row, "huruf"),
            outcome_at(w, &a, row, "kehadiran.hasil"),
            text_at(w, &a, row, "menit_terlambat"),
            outcome_at(w, &a, row, "laporan.hasil"),
            text_at(w, &a, row, "masuk"), text_at(w, &a, row, "pulang"));
        EXPECT_STR(str_slice(line, line.len - tail.len, line.len),
                   str_c(w->arena, tail));
    }
    EXPECT_STR(api_ask_at(w, &a, web_world_line(w, "pegawai.%d", count)),
               "(none)");
    EXPECT_STR(api_ask_at(w, &a, "cocok"), web_world_line(w, "%d", count));
    return count;
}

static const struct {
    const char *query;
    int count; /* -1: as many as the page has */
} looks[] = {
    {"",                             19},
    {"?hadir=hadir",                 2 },
    {"?huruf=R&hadir=hadir",         1 },
    {"?laporan=sudah",               1 },
    {"?unit=s2",                     4 },
    {"?unit=s2&huruf=K",             2 },
    {"?nama=script",                 1 },
    {"?hari=2020-08-03&hadir=belum", -1},
};

FACT(attendance_is_the_table_of_the_page)
{
    WebWorld *w = open_morning("apihadir");
    for (size_t i = 0; i < COUNT(looks); i++) {
        int count = expect_lines(w, looks[i].query);
        ROW("%s", looks[i].query);
        if (looks[i].count >= 0) EXPECT_INT(count, looks[i].count);
    }
    web_world_close(w);
}

FACT(attendance_goes_on_behind_a_person)
{
    WebWorld *w = web_world_open_wide("apihadir-lebar", 200);
    web_world_as(w, "P0");
    WebAnswer a = web_world_get(w, "/api/v1/kehadiran");
    Str mark = api_ask_at(w, &a, "berikut");
    EXPECT_STR(api_ask_at(w, &a, "cocok"), "219");
    EXPECT_STR(api_ask_at(w, &a, "pegawai.199.orang.kode"),
               str_c(w->arena, mark));
    EXPECT_STR(api_ask_at(w, &a, "pegawai.200"), "(none)");
    a = web_world_get(
        w, web_world_line(w, "/api/v1/kehadiran?setelah=%.*s", STR_ARG(mark)));
    EXPECT_STR(api_ask_at(w, &a, "cocok"), "219");
    EXPECT(!str_is(api_ask_at(w, &a, "pegawai.18.orang.kode"), STR("(none)")));
    EXPECT_STR(api_ask_at(w, &a, "pegawai.19"), "(none)");
    EXPECT_STR(api_ask_at(w, &a, "berikut"), "null");
    web_world_close(w);
}

/* ---- who may, and how -----------------------------------------------------
 */

static const struct {
    const char *as, *target;
    int status;
    const char *said;
} refusals[] = {
    {"H",  "/api/v1/kehadiran",                                                403, "badan kepegawaian"},
    {"H",  "/api/v1/tidak-sesuai",                                             403, "badan kepegawaian"},
    {"H",  "/api/v1/klarifikasi",                                              403, "badan kepegawaian"},
    {"H",  "/api/v1/pantau/unit/dinas",                                        403, "badan kepegawaian"},
    {"P0", "/api/v1/kehadiran?unit=apa",                                       404, "unit"             },
    {"P0", "/api/v1/kehadiran?huruf=Z",                                        422, "isian"            },
    {"P0", "/api/v1/kehadiran?hari=2020-08-05",                                400, "hari"             },
    {"P0", "/api/v1/kehadiran?hari=2019-01-05",                                400, "400 hari"         },
    {"P0", "/api/v1/kehadiran?setelah=apa",                                    409, "mulai dari awal"  },
    {"P0", "/api/v1/tidak-sesuai?jenis=apa",                                   422, "isian"            },
    {"P0", "/api/v1/klarifikasi?setelah=00000000-0000-0000-0000-000000000001",
     409,                                                                           "mulai dari awal"  },
    {"P0", "/api/v1/pantau/unit/apa",                                          404, "unit"             },
    {NULL, "/api/v1/kehadiran",                                                401, "masuk"            },
};

FACT(what_is_asked_wrongly_is_told_as_a_problem)
{
    WebWorld *w = web_world_open("apitolak");
    for (size_t i = 0; i < COUNT(refusals); i++) {
        ROW("%s %s", refusals[i].as, refusals[i].target);
        web_world_as(w, refusals[i].as);
        WebAnswer a = web_world_get(w, refusals[i].target);
        api_ask_expect_problem(w, &a, refusals[i].status, refusals[i].said);
    }
    web_world_close(w);
}

/* ---- what is to be asked about --------------------------------------------
 */

FACT(deviations_and_their_cases_are_told_without_what_was_written)
{
    WebWorld *w = web_world_open("apikasus");
    web_world_as(w, "P0");
    WebAnswer a =
        web_world_get(w, "/api/v1/tidak-sesuai?hari=2020-08-03&unit=s1");
    WebAnswer page = web_world_get(w, "/tidak-sesuai?hari=2020-08-03&unit=s1");
    Str all = api_ask_at(w, &a, "cocok");
    EXPECT_HAS(page.body,
               web_world_line(w, "%.*s orang perlu ditanyakan", STR_ARG(all)));
    Str who = api_ask_at(w, &a, "pegawai.0.orang.kode");
    EXPECT_HAS(page.body, web_world_line(w, "/tidak-sesuai/%.*s/2020-08-03",
                                         STR_ARG(who)));
    EXPECT_STR(api_ask_at(w, &a, "pegawai.0.keadaan"), "belum ditanyakan");
    EXPECT_STR(api_ask_at(w, &a, "pegawai.0.temuan.0.warna"), "pelanggaran");
    const char *id = web_world_say(
        w, "P0", "klarifikasi",
        "pegawai=A;hari=2020-08-03;kata=tanya;isi=Mengapa ginjal?");
    a = web_world_get(w, "/api/v1/klarifikasi");
    EXPECT_STR(api_ask_at(w, &a, "ditanyakan"), "1");
    EXPECT_STR(api_ask_at(w, &a, "perkara.0.orang.kode"), "A");
    EXPECT_STR(api_ask_at(w, &a, "perkara.0.hari"), "2020-08-03");
    EXPECT_STR(api_ask_at(w, &a, "perkara.0.terakhir.id"), id);
    EXPECT_STR(api_ask_at(w, &a, "berikut"), "null");
    EXPECT_LACKS(a.body, "ginjal");
    a = web_world_get(w, "/api/v1/klarifikasi?keadaan=dijawab");
    EXPECT_STR(api_ask_at(w, &a, "perkara"), "[]");
    a = web_world_get(w,
                      web_world_line(w, "/api/v1/klarifikasi?setelah=%s", id));
    EXPECT_STR(api_ask_at(w, &a, "perkara"), "[]");
    web_world_as(w, "A");
    a = web_world_get(w, "/api/v1/saya/klarifikasi");
    EXPECT_STR(api_ask_at(w, &a, "perkara.0.keadaan"), "ditanyakan");
    EXPECT_LACKS(a.body, "ginjal");
    web_world_as(w, "E");
    a = web_world_get(w, "/api/v1/saya/klarifikasi");
    EXPECT_STR(api_ask_at(w, &a, "perkara"), "[]");
    web_world_close(w);
}

/* ---- one unit, and people -------------------------------------------------
 */

FACT(a_unit_is_told_with_its_last_working_days)
{
    WebWorld *w = open_morning("apipantau");
    WebAnswer a = web_world_get(w, "/api/v1/pantau/unit/s1");
    WebAnswer now = web_world_get(w, "/api/v1/unit/s1");
    EXPECT_STR(api_ask_at(w, &a, "unit.kode"), "s1");
    EXPECT_STR(api_ask_at(w, &a, "perangkat_daerah.kode"), "dinas");
    EXPECT_STR(api_ask_at(w, &a, "kepala.kode"), "K1");
    EXPECT_STR(api_ask_at(w, &a, "batas"),
               str_c(w->arena, api_ask_at(w, &now, "batas")));
    Str days = api_ask_at(w, &a, "hari");
    EXPECT_HAS(days, "2020-08-04");
    int last = 0;
    while (!str_is(api_ask_at(w, &a, web_world_line(w, "hari.%d", last + 1)),
                   STR("(none)")))
        last++;
    const char *row = web_world_line(w, "hari.%d", last);
    EXPECT_STR(text_at(w, &a, row, "hari"), "2020-08-04");
    EXPECT_STR(text_at(w, &a, row, "laporan"), "1");
    EXPECT_STR(text_at(w, &a, "hari.0", "masuk"), "");
    web_world_close(w);
}

FACT(people_are_found_by_a_part_of_a_name_or_a_code)
{
    WebWorld *w = web_world_open("apicari");
    web_world_as(w, "H");
    WebAnswer a = web_world_get(w, "/api/v1/pegawai?cari=SCRIPT");
    EXPECT_STR(api_ask_at(w, &a, "pegawai.0.kode"), "D");
    EXPECT_STR(api_ask_at(w, &a, "pegawai.1"), "(none)");
    a = web_world_get(w, "/api/v1/pegawai?cari=lokal-g");
    EXPECT_STR(api_ask_at(w, &a, "pegawai.0.kode"), "G");
    EXPECT_STR(api_ask_at(w, &a, "pegawai.1"), "(none)");
    web_world_close(w);
}
