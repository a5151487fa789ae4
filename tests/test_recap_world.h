/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_recap_world.h - five people, five days, and what happened on them.
 *
 * P1 heads Dinas Sosial and is to be in the office, P2 to P5 at home with a
 * report a day; at most one of the dinas may be in.  3 to 7 August 2020 are
 * Monday to Friday.  The facts are told in the order of their days; what must
 * come of them is counted by hand in test_recap.c.
 */
#pragma once

#include "day/fact.h"
#include "harness.h"

#define RECAP_UNITS                                                    \
    "kode,nama,induk,jenis\nkota,Pemerintah Kota Contoh,,pemerintah\n" \
    "dinsos,Dinas Sosial,kota,dinas\npanti,UPTD Panti,dinsos,uptd\n"
#define RECAP_POSTS                                    \
    "kode,nama,unit,eselon,peran,kepala,pemangku\n"    \
    "J1,Kepala Dinas,dinsos,II.b,kepala dinas,ya,P1\n" \
    "J2,Kepala UPTD Panti,panti,IV.a,kepala uptd,ya,\n"
#define RECAP_PEOPLE                                                         \
    "kode,nip,nomor_lokal,nama,jenis_pegawai,unit,jabatan,jenis_jabatan\n"   \
    "P1,198001012005011000,,Ani Contoh,PNS,dinsos,Kepala Dinas,struktural\n" \
    "P2,198101012006011000,,Budi Sama,PNS,dinsos,Analis,fungsional\n"        \
    "P3,198201012007011000,,\"<b>\"\"Cici\"\" & 'D'\",PNS,panti,Analis,"     \
    "fungsional\n"                                                           \
    "P4,,K-04,=1+1,honorer,panti,Staf,pelaksana\n"                           \
    "P5,,K-05,Eko,honorer,panti,Staf,pelaksana\n"
#define RECAP_RULES                                                       \
    "(1) Pada setiap perangkat daerah: di kantor paling banyak 20% dari " \
    "seluruh pegawai, dibulatkan ke bawah.\n"                             \
    "(2) Kepala perangkat daerah wajib di kantor.\n"                      \
    "(3) Pejabat fungsional dan pelaksana wajib di rumah.\n"              \
    "(4) Pegawai di rumah wajib melapor setiap hari kerja kepada atasan " \
    "langsung.\n"                                                         \
    "(5) Atasan langsung wajib memeriksa laporan.\n"                      \
    "(6) Perangkat daerah wajib menyampaikan rekap kepada Dinas Sosial "  \
    "setiap minggu.\n"

enum { RECAP_FIRST = 18477 }; /* 3 August 2020, a Monday */

/* Of day 0 to 4 at that minute, in WITA, received at once. */
static inline Fact recap_fact(FactKind kind, const char *who, int day,
                              int minute, int number)
{
    Fact f = fact_blank(kind);
    f.channel = CHANNEL_APP;
    f.zone = ZONE_WITA;
    f.actor = f.person = str_of(who);
    f.day = (Date){RECAP_FIRST + day};
    f.at = f.sent = f.received = zone_instant(ZONE_WITA, f.day, minute);
    f.id = fact_id_of(f.at, 7, (uint64_t)number);
    return f;
}

typedef struct {
    Fact at[32];
    size_t count;
} RecapFacts;

static inline Fact *recap_tell(RecapFacts *facts, FactKind kind,
                               const char *who, int day, int minute)
{
    Fact *f = &facts->at[facts->count];
    *f = recap_fact(kind, who, day, minute, (int)facts->count + 1);
    facts->count++;
    return f;
}

static inline void recap_check_in(RecapFacts *facts, const char *who, int day,
                                  int minute, const char *where)
{
    recap_tell(facts, FACT_CHECK_IN, who, day, minute)->word = str_of(where);
}

static inline Fact *recap_report(RecapFacts *facts, const char *who, int day,
                                 int minute, const char *text)
{
    Fact *f = recap_tell(facts, FACT_REPORT, who, day, minute);
    f->text = str_of(text);
    return f;
}

static inline void recap_outage(RecapFacts *facts, int day, int from, int to)
{
    Fact *f = recap_tell(facts, FACT_OUTAGE, "sistem", day, from);
    f->person = STR("");
    f->channel = CHANNEL_SYSTEM;
    f->until = zone_instant(ZONE_WITA, f->day, to);
}

static inline RecapFacts recap_facts(void)
{
    RecapFacts facts = {.count = 0};
    recap_check_in(&facts, "P1", 0, 440, "kantor");
    recap_check_in(&facts, "P1", 1, 470, "kantor"); /* 20 minutes late */
    recap_outage(&facts, 3, 390, 460);
    recap_outage(&facts, 3, 430, 470); /* overlaps: 80 minutes together */
    recap_check_in(&facts, "P2", 0, 480, "rumah");
    Fact *task = recap_tell(&facts, FACT_TASK, "P2", 0, 481);
    task->text = STR("Verifikasi bantuan");
    task->thing = STR("T-1");
    Fact *report = recap_report(&facts, "P2", 0, 900, "Dua berkas");
    report->thing = STR("T-1");
    report->number = 2;
    report->measure = STR("berkas");
    report->evidence = STR("https://example.go.id/a");
    FactId id = report->id;
    Fact *review = recap_tell(&facts, FACT_REVIEW, "P2", 0, 960);
    review->actor = STR("P1");
    review->about = id;
    review->word = STR("terima");
    (void)recap_report(&facts, "P2", 1, 1260, "=HYPERLINK(\"http://x\")");
    recap_check_in(&facts, "P3", 0, 480, "kantor"); /* where they must not */
    return facts;
}
