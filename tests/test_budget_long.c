/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How many bytes pages cost whose lists are long: a unit of 150 people that all
 * report, ask and object, in a government of 3,169 (web_world_open_large).
 */
#include "harness.h"
#include "page_load.h"

#include <stdio.h>

/* Bytes of a first load.  A roster shows 150 people at once.  An annex is a
 * document to be printed and signed, which has every person of its unit: it
 * is whole or worth nothing, so that it grows with them, each by so many bytes
 * once pressed. */
enum { ALL = 3169, PER_PERSON = 26 };
enum { ANY = 60000, ROSTER = 35000, PAPER = 13000 + ALL * PER_PERSON };

enum { STAFF = 145, OF_ONE = 60 };

/* ---- a unit that says much --------------------------------------------------
 */

static void of_everybody(WebWorld *w, const char *by, const char *kind,
                         const char *fields)
{
    for (int i = 1; i <= STAFF; i++) {
        const char *self = web_world_line(w, "W%d", i);
        (void)web_world_say(
            w, by == NULL ? self : by, kind,
            web_world_line(w, "pegawai=%s;%s %d", self, fields, i));
    }
}

static void of_one(WebWorld *w, int i)
{
    int day = 10 + i % 15;
    (void)web_world_say(
        w, "K1", "tugas",
        web_world_line(w, "pegawai=A;isi=Rekap harga pasar ke-%d", i));
    (void)web_world_say(
        w, "H", "pengumuman",
        web_world_line(w, "unit=dinas;isi=Apel pindah ke halaman %d", i));
    (void)web_world_say(
        w, "A", "izin ke kantor",
        web_world_line(w,
                       "pegawai=A;mulai=2020-08-%02d;sampai=2020-08-%02d;"
                       "isi=Mengambil berkas %d",
                       day, day, i));
    (void)web_world_say(
        w, "A", "keberatan",
        web_world_line(w, "pegawai=A;kata=jadwal;isi=Keliru ke-%d", i));
}

static WebWorld *open_long(const char *name)
{
    WebWorld *w = web_world_open_large(name);
    of_everybody(w, NULL, "laporan", "isi=Membalas surat dan menata arsip");
    web_world_at(w, "2020-08-05", "10.00");
    for (int i = 1; i <= OF_ONE; i++)
        of_one(w, i);
    of_everybody(w, NULL, "izin ke kantor",
                 "mulai=2020-08-14;sampai=2020-08-14;isi=Mengambil berkas");
    of_everybody(w, NULL, "keberatan", "kata=data;isi=Nama saya keliru");
    of_everybody(w, "K1", "tugas", "isi=Rekap harga pasar");
    of_everybody(w, "P0", "klarifikasi", "kata=tanya;isi=Mohon sebabnya");
    return w;
}

/* ---- the pages -------------------------------------------------------------
 */

typedef struct {
    const char *who, *target;
    const char *mark; /* of each row of its list */
    size_t least;     /* so many of them: the list is long indeed */
    size_t limit;
} Row;

static const Row rows[] = {
    {"A",  "/",                                                    "<li",                 20,     ANY   },
    {"A",  "/tugas",                                               "<li",                 OF_ONE, ANY   },
    {"A",  "/pemberitahuan",                                       "<li",                 OF_ONE, ANY   },
    {"A",  "/izin",                                                "<li",                 OF_ONE, ANY   },
    {"A",  "/keberatan",                                           "<li",                 OF_ONE, ANY   },
    {"A",  "/laporan/tulis",                                       "<li",                 5,      ANY   },
    {"A",  "/tukar",                                               "<li",                 10,     ANY   },
    {"K1", "/tim",                                                 "<li",                 STAFF,  ANY   },
    {"K1", "/tinjau",                                              "<li",                 STAFF,  ANY   },
    {"K1", "/tinjau/setujui",                                      "<li",                 STAFF,  ANY   },
    {"K1", "/tugas/baru",                                          "type=\"checkbox\"",   STAFF,  ANY   },
    {"K1", "/tim/A",                                               "<li",                 OF_ONE, ANY   },
    {"K1", "/catat",                                               "<tr",                 100,    ANY   },
    {"K1", "/panggil?unit=s1",                                     "name=\"orang\"",      STAFF,  ANY   },
    {"K1", "/permintaan?unit=s1",                                  "name=\"permohonan\"", 50,     ANY   },
    {"H",  "/permintaan?unit=dinas",                               "name=\"permohonan\"", 50,     ANY   },
    {"H",  "/unit?unit=dinas",                                     "<li",                 50,     ANY   },
    {"H",  "/panggil?unit=dinas",                                  "name=\"orang\"",      STAFF,  ANY   },
    {"H",  "/jadwal/2020-08?unit=s1",                              " id=\"p-",            150,    ROSTER},
    {"H",  "/jadwal/2020-08?unit=dinas",                           "<li",                 150,    ROSTER},
    {"H",  "/jadwal/2020-08?unit=dinas&tampil=kisi",               "<tr",                 15,     ROSTER},
    {"H",  "/jadwal/2020-08/lampiran?unit=dinas",                  "<tr",                 150,    ANY   },
    {"H",  "/jadwal/2020-08/susun?unit=dinas",                     "<li",                 10,     ANY   },
    {"H",  "/rekap?unit=dinas&mulai=2020-08-03&sampai=2020-08-04", "<tr",                 10,
     ANY                                                                                                },
    {"P0", "/pantau?semua=ya&lengkap=ya",                          "<tr",                 60,     ANY   },
    {"P0", "/pantau/ingatkan",                                     "type=\"checkbox\"",   60,     ANY   },
    {"P0", "/pantau/unit/dinas",                                   "<tr",                 10,     ANY   },
    {"P0", "/kehadiran",                                           "<tr",                 51,     ANY   },
    {"P0", "/kehadiran/saring",                                    "<option",             60,     ANY   },
    {"P0", "/tidak-sesuai?hari=2020-08-04",                        "<li",                 200,    ANY   },
    {"P0", "/permintaan",                                          "name=\"permohonan\"", 50,     ANY   },
    {"P0", "/jadwal/2020-08?unit=kota",                            "<tr",                 150,    ROSTER},
    {"P0", "/jadwal/2020-08/lampiran?unit=kota",                   "<tr",                 ALL,    PAPER },
    {"P0", "/rekap?unit=kota&mulai=2020-08-03&sampai=2020-08-04",  "<tr",                 10,
     ANY                                                                                                },
    {"P0", "/unit?unit=kota",                                      "<tr",                 60,     ANY   },
    {"P1", "/pegawai",                                             "<tr",                 51,     ANY   },
    {"P1", "/akun",                                                "<tr",                 51,     ANY   },
    {NULL, "/loket",                                               "<li",                 1,      ANY   },
    {NULL, "/edaran",                                              "<li",                 1,      ANY   },
    {NULL, "/edaran/1-se-2020",                                    "<p",                  10,     ANY   },
};

static size_t times(Str text, const char *part)
{
    size_t count = 0;
    for (size_t at = 0; (at = str_find(text, str_of(part), at)) != SIZE_MAX;
         at++)
        count++;
    return count;
}

static size_t measure(WebWorld *w, const Row *row)
{
    const char *who = row->who == NULL ? "nobody" : row->who;
    ROW("%s for %s", row->target, who);
    if (!str_is(w->person, str_of(row->who == NULL ? "" : row->who)))
        web_world_as(w, row->who);
    WebAnswer page = web_world_get(w, row->target);
    PageLoad load = page_load_of(w, &page);
    size_t bytes = page_load_first(&load);
    EXPECT_INT(page.status, 200);
    EXPECT(times(page.body, row->mark) >= row->least);
    EXPECT(bytes <= row->limit);
    return bytes;
}

FACT(pages_with_long_lists_are_small_too)
{
    const Row *heaviest = &rows[0];
    size_t most = 0;
    WebWorld *w = open_long("budget-long");
    for (size_t i = 0; i < COUNT(rows); i++) {
        size_t bytes = measure(w, &rows[i]);
        if (rows[i].limit > ANY || bytes <= most) continue;
        most = bytes;
        heaviest = &rows[i];
    }
    (void)printf("of long lists the heaviest is %s: first %zu bytes\n",
                 heaviest->target, most);
    web_world_close(w);
}

/* 410 wait for K1, and the last page says so: nothing is out of reach. */
FACT(what_waits_for_a_word_is_shown_by_fifties)
{
    size_t shown = 0;
    WebWorld *w = open_long("budget-waiting");
    web_world_as(w, "K1");
    WebAnswer first = web_world_get(w, "/permintaan?unit=s1");
    EXPECT_HAS(first.body, "/permintaan?unit=s1&amp;hal=2");
    for (int number = 1; number <= 9; number++) {
        WebAnswer page = web_world_get(
            w, web_world_line(w, "/permintaan?unit=s1&hal=%d", number));
        ROW("page %d", number);
        EXPECT_INT(page.status, 200);
        shown += times(page.body, "<header><h2>");
    }
    EXPECT_INT((int64_t)shown, 2 * STAFF + 2 * OF_ONE);
    web_world_close(w);
}
