/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A counter may be served by people of several units, each of which counts its
 * own under its own cap: roster and auditor agree on it.
 */
#include "harness.h"
#include "small_office.h"

#include <string.h>

static const char *const texts[TABLE_COUNT] = {
    [TABLE_UNITS] = "kode,nama,induk,jenis,perangkat_daerah,unit_kerja,"
                    "layanan\n"
                    "kota,Pemerintah Kota,,pemerintah,,,\n"
                    "dinas,Dinas Contoh,kota,dinas,ya,ya,\n"
                    "kecil,Dinas Kecil,kota,dinas,ya,ya,\n"
                    "loket,Dinas Loket,kota,dinas,ya,ya,layanan langsung\n",
    [TABLE_PEOPLE] = "kode,nip,nomor_lokal,nama,jenis_pegawai,unit,jabatan,"
                     "jenis_jabatan,petugas_lapangan,mulai,sampai\n"
                     "A,,,Ani,PNS,dinas,,,,,\n"
                     "B,,,Budi,PNS,dinas,,,,,\n"
                     "C,,,Cici,PNS,dinas,,,,,\n"
                     "D,,,Dedi,PNS,dinas,,,,,\n"
                     "K1,,,Kiki,PNS,kecil,,,,,\n"
                     "K2,,,Koko,PNS,kecil,,,,,\n"
                     "L1,,,Lala,TKD,loket,,,,,\n"
                     "L2,,,Lili,PNS,loket,,,,,\n",
};

#define HALF                                                                \
    "(1) Pada setiap unit kerja: di kantor paling banyak 50% dari seluruh " \
    "pegawai, dibulatkan ke bawah.\n"
#define EXCEED                                                           \
    "(2) Aturan 1 ayat (1) boleh dilampaui pada unit layanan langsung, " \
    "sesuai kebutuhan loket.\n"

static const struct {
    const char *name, *rules;
    const char *need, *staff; /* of the counter of Dinas Loket */
    bool solved;
    int32_t dinas, kecil, loket; /* in the office on a day; -1: not asked */
} rows[] = {
    {"its own staff", HALF, "1", "L1 L2", true, 2, 1, 1},
    {"another unit's", HALF, "2", "A B C D", true, 2, 1, 1},
    {"more than that unit's cap", HALF, "3", "A B C D", false, 0, 0, 0},
    {"its own may exceed the cap", HALF EXCEED, "2", "L1 L2", true, 2, 1, 2},
    {"another's may not", HALF EXCEED, "3", "A B C D", false, 0, 0, 0},
    {"its own first", HALF EXCEED, "3", "L1 L2 A", true, 2, 1, 2},
    {"those of others count for others", HALF EXCEED, "2", "L1 A", true, 2, 1,
     1},
    {"each unit as far as it has seats", HALF, "3", "K1 K2 A B C", true, 2, 1,
     1},
    {"of all units together too few", HALF, "5", "K1 K2 A B C L1 L2", false, 0,
     0, 0},
    {"who comes anyway serves first", HALF EXCEED "(3) TKD wajib di kantor.\n",
     "2", "K1 L1 L2", true, 2, 1, 2},
    {"another bound of the same number may not be exceeded",
     HALF EXCEED "(3) Pada setiap unit kerja: di kantor paling banyak 50% dari "
                 "seluruh pegawai, dibulatkan ke bawah.\n",
     "2", "L1 L2", false, 0, 0, 0},
    {"another bound that may not be exceeded leaves room",
     HALF EXCEED "(3) Pada setiap unit kerja: di kantor paling banyak 2 "
                 "orang.\n",
     "2", "L1 L2", true, 2, 1, 2},
    {"another bound that may not be exceeded leaves too little",
     HALF EXCEED "(3) Pada setiap unit kerja: di kantor paling banyak 75% dari "
                 "seluruh pegawai, dibulatkan ke bawah.\n",
     "2", "L1 L2", false, 0, 0, 0},
    {"a unit without a cap",
     "(1) Pada Dinas Contoh: di kantor paling banyak 50% dari seluruh pegawai, "
     "dibulatkan ke bawah.\n",
     "2", "A B C D", true, 2, -1, -1},
};

static bool open_office(Arena *arena, size_t i, SmallOffice *small)
{
    const char *given[TABLE_COUNT];
    memcpy(given, texts, sizeof given);
    given[TABLE_COUNTERS] =
        str_format(arena,
                   "kode,nama,unit,jenis,hari,buka,tutup,kebutuhan,petugas,"
                   "mulai,sampai\n"
                   "Z1,Loket,loket,loket,Senin-Jumat,08.00,14.00,%s,%s,,\n",
                   rows[i].need, rows[i].staff)
            .ptr;
    return small_office_open(arena, given, rows[i].rules, small);
}

static int32_t in_office(const SmallOffice *small, const char *unit,
                         uint32_t day)
{
    const Plan *plan = &small->made.demand.plan;
    const Register *r = &small->office.r;
    int32_t count = 0;
    for (uint32_t p = 0; p < r->person_count; p++) {
        Str code = r->units[r->people[p].unit.index].code;
        count += str_is(code, str_of(unit)) &&
                 plan->cells[(size_t)p * plan->day_count + day] == 'K';
    }
    return count;
}

FACT(officers_of_other_units_sit_under_the_caps_of_their_own)
{
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%s", rows[i].name);
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        SmallOffice small = {0};
        RosterWish wish = make_roster_wish();
        Err err = {0};
        wish.window = small_office_days(3, 7);
        if (!open_office(arena, i, &small)) continue;
        if (!EXPECT(make_roster(&small.office, &wish, &small.made, &err))) {
            EXPECT_STR(err.text, "");
            continue;
        }
        EXPECT_STR(small.made.audit_said[LANG_EN], "");
        EXPECT(small.made.verified);
        EXPECT(small.made.solved == rows[i].solved);
        for (uint32_t day = 0; day < 5 && small.made.solved; day++) {
            EXPECT_INT(in_office(&small, "dinas", day), rows[i].dinas);
            if (rows[i].kecil < 0) continue;
            EXPECT_INT(in_office(&small, "kecil", day), rows[i].kecil);
            EXPECT_INT(in_office(&small, "loket", day), rows[i].loket);
        }
    }
}
