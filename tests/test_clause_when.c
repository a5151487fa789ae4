/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_clause_when.c - the days and hours of a clause: of its rule's heading
 * and of its own words what begins later and what ends sooner.
 */
#include "harness.h"
#include "small_law.h"
#include "small_town.h"

#include <string.h>

#define STATUS "status,wilayah,mulai,sampai,diketahui,sumber,diandaikan\n"

static const struct {
    const char *heading, *sentence;
    const char *holds; /* days of August, with the hours of both */
} rows[] = {
    {"", "Pegawai wajib di rumah.", "ever to ever"},
    {"", "Mulai 10 Agustus 2020: pegawai wajib di rumah.", "10 to ever"},
    {"", "Pegawai wajib di rumah sampai dengan 12 Agustus 2020.", "ever to 12"},
    /* of the heading alone, and of the sentence alone */
    {"berlaku 10 Agustus 2020 pukul 11.00 sampai dengan 12 Agustus 2020 pukul "
     "12.00",
     "Pegawai wajib di rumah.", "10 at 660 to 12 at 720"},
    {"", "Mulai 10 Agustus 2020 pukul 11.00: pegawai wajib di rumah.",
     "10 at 660 to ever"},
    /* the same day: the later hour, the sooner end */
    {"berlaku sejak 10 Agustus 2020 pukul 09.00",
     "Mulai 10 Agustus 2020 pukul 11.00: pegawai wajib di rumah.",
     "10 at 660 to ever"},
    {"berlaku sejak 10 Agustus 2020 pukul 13.00",
     "Mulai 10 Agustus 2020 pukul 11.00: pegawai wajib di rumah.",
     "10 at 780 to ever"},
    {"berlaku sejak 10 Agustus 2020 pukul 13.00",
     "Mulai 10 Agustus 2020: pegawai wajib di rumah.", "10 at 780 to ever"},
    {"berlaku sampai dengan 12 Agustus 2020 pukul 12.00",
     "Pegawai wajib di rumah sampai dengan 12 Agustus 2020 pukul 10.00.",
     "ever to 12 at 600"},
    {"berlaku sampai dengan 12 Agustus 2020 pukul 12.00",
     "Pegawai wajib di rumah sampai dengan 12 Agustus 2020 pukul 14.00.",
     "ever to 12 at 720"},
    {"berlaku sampai dengan 12 Agustus 2020",
     "Pegawai wajib di rumah sampai dengan 12 Agustus 2020 pukul 14.00.",
     "ever to 12 at 840"},
    {"berlaku sampai dengan 12 Agustus 2020 pukul 12.00",
     "Pegawai wajib di rumah sampai dengan 12 Agustus 2020.",
     "ever to 12 at 720"},
    /* other days: the hour goes with its day */
    {"berlaku sejak 10 Agustus 2020 pukul 13.00",
     "Mulai 11 Agustus 2020: pegawai wajib di rumah.", "11 to ever"},
    {"berlaku sampai dengan 12 Agustus 2020 pukul 12.00",
     "Pegawai wajib di rumah sampai dengan 11 Agustus 2020.", "ever to 11"},
    {"berlaku sejak 10 Agustus 2020 pukul 13.00",
     "Mulai 9 Agustus 2020 pukul 15.00: pegawai wajib di rumah.",
     "10 at 780 to ever"},
    /* statuses: of the area that is named, of any when none is */
    {"", "Selama status \"Siaga\" di Desa: pegawai wajib di rumah.",
     "13 to 14"},
    {"", "Selama status \"Waspada\": pegawai wajib di rumah.", "5 to 6"},
};

static void put_end(Buf *out, Date day, int16_t minute)
{
    if (date_is(day, DATE_ALWAYS) || date_is(day, DATE_NEVER))
        buf_c(out, "ever");
    else
        buf_format(out, "%d", day.days - tables_day("2020-07-31").days);
    if (minute >= 0) buf_format(out, " at %d", minute);
}

static Str holds_of(Arena *arena, const Clause *clause)
{
    Buf out = buf_in(arena);
    put_end(&out, clause->window.first, clause->starts_at);
    buf_c(&out, " to ");
    put_end(&out, clause->window.last, clause->ends_at);
    return buf_str(&out);
}

FACT(a_clause_begins_with_the_later_and_ends_with_the_sooner)
{
    for (size_t i = 0; i < COUNT(rows); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        SmallLaw *law = NEW(arena, SmallLaw, 1);
        const char *given[TABLE_COUNT];
        memcpy(given, small_town, sizeof given);
        given[TABLE_STATUSES] =
            STATUS "Siaga,Kota,2020-08-10,2020-08-12,2020-08-01,,\n"
                   "Siaga,Desa,2020-08-13,2020-08-14,2020-08-01,,\n"
                   "Waspada,Desa,2020-08-05,2020-08-06,2020-08-01,,\n";
        Str letter = str_format(
            arena,
            "surat edaran 1/T\npenerbit Wali Kota\nditetapkan 1 Agustus 2020\n"
            "berlaku sejak 1 Juli 2020\n\naturan 1 \"satu\"%s%s\n(1) %s\n",
            rows[i].heading[0] != 0 ? "\n" : "", rows[i].heading,
            rows[i].sentence);
        ROW("%s: %s", rows[i].heading, rows[i].sentence);
        if (!small_law_make(arena, given, str_c(arena, letter), DATE_NEVER,
                            law)) {
            EXPECT_STR(small_law_said(arena, law, LANG_EN), "");
            continue;
        }
        EXPECT_STR(holds_of(arena, &law->corpus.clauses[0]), rows[i].holds);
    }
}
