/* SPDX-License-Identifier: Apache-2.0 */
#include "chance_unit_day.h"

#include "chance_day_facts.h"
#include "tables.h"

/* ---- lands ----------------------------------------------------------------
 */

/* In the stead of those of other lands. */
static const char *const tables[TABLE_COUNT] = {
    [TABLE_ABSENCES] = "pegawai,jenis,mulai,sampai,dicatat\n"
                       "A,cuti,2020-08-10,2020-08-11,2020-08-01\n"
                       "G,dinas luar,2020-08-17,2020-08-28,2020-08-01\n"
                       "C,dinas luar,2020-08-03,2020-08-21,2020-08-01\n",
    [TABLE_COUNTERS] =
        "kode,nama,unit,jenis,hari,buka,tutup,kebutuhan,petugas,mulai,sampai\n"
        "L1,Loket,uptd,loket,Senin-Sabtu,08.00,14.00,1,U G,,\n"
        "L2,Loket,bidang,loket,Senin Rabu,09.00,12.00,2,C D K,,\n"
        "L3,Patroli,jaga,lapangan,setiap hari,07.00,16.00,1,N P,,\n"
        "L4,Loket,jaga,loket,Senin-Jumat,08.00,14.00,1,J P,2020-08-10,"
        "2020-08-24\n",
    [TABLE_EVENTS] =
        "jenis,unit,pegawai,mulai,sampai,pukul,diketahui,alasan,prioritas,"
        "urgensi,persetujuan\n"
        "penutupan,uptd,,2020-08-13,2020-08-15,,2020-08-13,kasus,,,\n"
        "penutupan,uptd,,2020-08-14,2020-08-17,,2020-08-14,kasus,,,\n"
        "penutupan,dinas,,2020-08-18,2020-08-19,,2020-08-18,kasus,,,\n"
        "penutupan,dinas,,2020-08-20,2020-08-21,,2020-08-20,kasus,,,\n"
        "panggilan,,D,2020-08-14,2020-08-28,,2020-08-13,rapat,,,\n"
        "panggilan,,B,2020-08-14,2020-08-28,,2020-08-13,rapat,,,\n",
};

#define HEAD(number, last)                            \
    "surat edaran " number "\n"                       \
    "penerbit Wali Kota\n"                            \
    "ditetapkan 1 Agustus 2020\n"                     \
    "berlaku 3 Agustus 2020 sampai dengan " last "\n" \
    "bagi seluruh pegawai\n"

static const char *const letters[CHANCE_UNIT_LANDS] = {
    HEAD("1/U/2020",
         "30 September 2020") "berdasarkan Instruksi Gubernur 12/2020 tanggal "
                              "5 Juli 2020\n\n"
                              "aturan 1 \"tempat\"\n"
                              "(1) Pada setiap unit kerja: di kantor paling "
                              "banyak 50% dari seluruh "
                              "pegawai, dibulatkan ke bawah.\n"
                              "(2) Selebihnya wajib di rumah, bergilir.\n\n"
                              "aturan 2 \"kewajiban\"\n"
                              "(1) Pegawai di rumah wajib melapor setiap hari "
                              "kerja.\n"
                              "(2) Pegawai di rumah wajib melaksanakan tugas "
                              "dari atasan langsung.\n"
                              "(3) Atasan langsung wajib memeriksa laporan.\n"
                              "(4) Kepala perangkat daerah wajib mengawasi "
                              "pelaksanaan tugas.\n"
                              "(5) Layanan masyarakat wajib tetap berjalan.\n"
                              "(6) Kepala perangkat daerah wajib membentuk "
                              "satgas Covid-19 pada setiap "
                              "unit kerja.\n"
                              "(7) Protokol kesehatan: \"Setiap kegiatan "
                              "menerapkan protokol.\"\n\n"
                              "aturan 3 \"rapat\"\n"
                              "(1) Rapat diadakan secara daring.\n"
                              "(2) Rapat tatap muka dibatasi untuk keperluan "
                              "mendesak, dengan "
                              "persetujuan kepala perangkat daerah.\n"
                              "(3) Rapat tatap muka: \"Peserta paling banyak 2 "
                              "orang, jarak dijaga.\"\n"
                              "(4) Perjalanan dinas dibatasi untuk prioritas "
                              "mendesak, dengan "
                              "persetujuan kepala perangkat daerah.\n"
                              "(5) Perjalanan dinas: \"Protokol kesehatan "
                              "diperhatikan.\"\n",

    HEAD(
        "2/U/2020",
        "26 Agustus 2020") "berdasarkan Instruksi Gubernur 12/2020 tanggal 5 "
                           "Juli 2020\n\n"
                           "aturan 1 \"tempat\"\n"
                           "(1) Kepala perangkat daerah wajib di kantor.\n"
                           "(2) Pada setiap perangkat daerah: di kantor paling "
                           "banyak 25% dari "
                           "seluruh pegawai, dibulatkan ke bawah, tidak kurang "
                           "dari yang wajib "
                           "hadir.\n"
                           "(3) Selebihnya boleh di rumah, bergilir.\n"
                           "(4) Pegawai di rumah boleh dipanggil ke kantor.\n\n"
                           "aturan 2 \"kewajiban\"\n"
                           "(1) Pegawai wajib presensi pukul 07.00-07.30.\n"
                           "(2) Pegawai wajib melapor setiap hari kerja, "
                           "paling lambat pukul 16.00.\n"
                           "(3) Rapat diadakan secara daring.\n"
                           "(4) Pegawai di kantor diimbau \"menjaga jarak satu "
                           "sama lain\".\n"
                           "(5) Atasan langsung diimbau memeriksa laporan.\n\n"
                           "aturan 3 \"pengecualian\"\n"
                           "(1) Surat edaran ini tidak berlaku bagi pegawai "
                           "pada UPTD Pasar.\n",

    HEAD("3/U/2020",
         "30 September 2020") "\naturan 1 \"tempat\"\n"
                              "(1) Petugas operasional lapangan wajib di "
                              "lapangan.\n"
                              "(2) Pegawai pada UPTD Pasar wajib di kantor.\n"
                              "(3) Pegawai lainnya wajib di rumah.\n\n"
                              "aturan 2 \"rapat\"\n"
                              "(1) Rapat tatap muka dibatasi untuk keperluan "
                              "mendesak.\n"
                              "(2) Layanan wajib tetap berjalan.\n"
                              "(3) Pegawai di rumah wajib melapor setiap "
                              "minggu.\n"
                              "(4) Pegawai wajib menyelesaikan tugas.\n\n"
                              "aturan 3 \"larangan\"\n"
                              "(1) Pegawai di rumah wajib dapat dihubungi "
                              "setiap saat.\n"
                              "(2) Pegawai di rumah dilarang meninggalkan "
                              "rumah.\n"
                              "(3) Pegawai dilarang bepergian ke luar daerah."
                              "\n",
};

ChanceLand chance_unit_land(Arena *arena, uint32_t number)
{
    ChanceLand land =
        chance_land(arena, letters[number], tables, (Zone)(number % 3));
    land.period = (Window){tables_day("2020-08-02"), tables_day("2020-09-02")};
    return land;
}

/* ---- facts ----------------------------------------------------------------
 */

static Str some_unit(Making *m)
{
    return m->r->units[rand_below(m->rand, m->r->unit_count)].code;
}

static Str some_person(Making *m)
{
    return m->r->people[rand_below(m->rand, m->r->person_count)].code;
}

static Str some_list(Making *m)
{
    Buf list = buf_in(m->arena);
    for (int i = making_pick(m, 1, 4); i > 0; i--) {
        if (list.len > 0) buf_char(&list, '|');
        Str code = rand_chance(m->rand, 50) ? STR("entah") : some_person(m);
        buf_put(&list, code);
    }
    return buf_str(&list);
}

static void some_hours(Making *m, Fact *f)
{
    if (!making_half(m)) return;
    f->from = (int16_t)making_pick(m, 400, 900);
    f->to = (int16_t)(f->from + making_pick(m, 1, 200));
}

/* The same thing, said that many days before. */
static size_t put_before(Making *m, FactKind kind, int days)
{
    size_t at = making_put(m, kind, making_minute(m) - days * 1440);
    Fact *f = making_at(m, at);
    f->day = date_plus(f->day, -days);
    return at;
}

static void decide(Making *m, size_t about)
{
    for (int i = making_pick(m, 0, 2); i > 0; i--) {
        size_t at = making_answer(m, FACT_DECISION, about, making_minute(m));
        Fact *f = making_at(m, at);
        f->person = making_at(m, about)->person;
        f->unit = making_at(m, about)->unit;
    }
}

static void check(Making *m, size_t about)
{
    if (!making_half(m)) return;
    size_t at = making_answer(m, FACT_CHECKLIST, about, making_minute(m));
    making_at(m, at)->list = STR("masker| jarak||sabun");
    making_at(m, at)->unit = some_unit(m);
}

static void meetings(Making *m)
{
    size_t at = making_put(m, FACT_MEETING, making_minute(m));
    Fact *f = making_at(m, at);
    f->unit = some_unit(m);
    f->list = some_list(m);
    some_hours(m, f);
    if (rand_chance(m->rand, 700)) f->word = STR("tatap muka");
    if (rand_chance(m->rand, 700)) f->urgency = STR("sangat mendesak");
    if (making_half(m)) f->days = (Window){f->day, f->day};
    decide(m, at);
    check(m, at);
}

static void trips(Making *m)
{
    size_t at = making_put(m, FACT_TRIP, making_minute(m));
    Fact *f = making_at(m, at);
    Date last = date_plus(m->date->date, making_pick(m, -4, 1));
    f->person = making_half(m) ? STR("C") : some_person(m);
    f->days = (Window){date_plus(last, -making_pick(m, 0, 3)), last};
    decide(m, at);
    check(m, at);
}

static void counters(Making *m)
{
    size_t at = making_put(m, FACT_COUNTER, making_minute(m));
    Fact *f = making_at(m, at);
    f->thing = making_word(m, "L1|L2|L3|L4|L5");
    f->unit = making_half(m) ? STR("uptd") : some_unit(m);
    if (making_half(m)) f->list = some_list(m);
    some_hours(m, f);
}

static void lists(Making *m, FactKind kind)
{
    size_t at = put_before(m, kind, making_half(m) ? 0 : making_pick(m, 0, 9));
    making_at(m, at)->unit = some_unit(m);
    making_at(m, at)->list = some_list(m);
}

static void closures(Making *m)
{
    static const char *const firsts[] = {"2020-08-13", "2020-08-14",
                                         "2020-08-18", "2020-08-20"};
    size_t at = put_before(m, FACT_CLOSURE, making_pick(m, 0, 6));
    Fact *f = making_at(m, at);
    f->unit = making_half(m) ? STR("uptd") : STR("dinas");
    f->days.first = tables_day(firsts[rand_below(m->rand, COUNT(firsts))]);
    f->days.last = date_plus(f->days.first, 2);
    f->word = making_half(m) ? STR("kasus") : STR("perintah");
    if (making_half(m)) f->number = 1 + (int32_t)rand_below(m->rand, 4);
}

static void notices(Making *m)
{
    size_t at = put_before(m, FACT_NOTICE, making_pick(m, -1, 16));
    making_at(m, at)->unit = some_unit(m);
    making_at(m, at)->thing = making_word(m, "12/2020|13/2020|12/2020");
}

static void reports(Making *m)
{
    int days = making_pick(m, 0, 16);
    size_t at = put_before(m, FACT_REPORT, days);
    Str person = some_person(m);
    making_at(m, at)->person = person;
    if (making_half(m)) return;
    size_t review = making_answer(m, FACT_REVIEW, at, making_minute(m));
    making_at(m, review)->person = person;
}

static void tasks(Making *m)
{
    size_t at = making_put(m, FACT_TASK, making_minute(m));
    Str person = some_person(m);
    making_at(m, at)->person = person;
    if (making_half(m)) return;
    size_t done = making_answer(m, FACT_TASK_DONE, at, making_minute(m));
    making_at(m, done)->person = person;
    if (making_half(m)) making_at(m, done)->number = making_pick(m, 50, 100);
}

static void check_ins(Making *m)
{
    size_t at = making_put(m, FACT_CHECK_IN, making_pick(m, 400, 500));
    making_at(m, at)->person = some_person(m);
    making_at(m, at)->word = making_word(m, "kantor|kantor|lapangan|rumah");
}

static void correction(Making *m)
{
    size_t about = rand_below(m->rand, (uint32_t)m->facts.count);
    const Fact *f = making_at(m, about);
    if (f->kind == FACT_OUTAGE || f->kind == FACT_CORRECTION) return;
    Str person = f->person, unit = f->unit;
    const char *choices = fact_shape(f->kind)->choices;
    size_t at = making_answer(m, FACT_CORRECTION, about, making_minute(m));
    Fact *c = making_at(m, at);
    c->person = person;
    c->unit = person.len > 0 ? c->unit : unit;
    if (str_is(c->word, STR("batal"))) return;
    c->from = (int16_t)making_pick(m, 300, 1200);
    if (making_half(m) && *choices != '\0') c->thing = making_word(m, choices);
}

static void outage(Making *m)
{
    size_t at = making_put(m, FACT_OUTAGE, making_pick(m, 380, 560));
    Fact *f = making_at(m, at);
    f->actor = STR("sistem");
    f->person = f->unit = STR("");
    f->channel = CHANNEL_SYSTEM;
    f->at = f->received;
    f->sent = (Instant){0};
    f->until.us = f->at.us + (int64_t)making_pick(m, 1, 90) * 60000000;
}

static void tell(Making *m)
{
    static void (*const all[])(Making *) = {
        meetings, meetings, trips, counters, closures,  notices,
        reports,  reports,  tasks, tasks,    check_ins, check_ins};
    for (int i = making_pick(m, 2, 24); i > 0; i--)
        all[rand_below(m->rand, COUNT(all))](m);
    for (int i = making_pick(m, -2, 3); i > 0; i--)
        lists(m, FACT_CHECKLIST);
    for (int i = making_pick(m, -2, 2); i > 0; i--)
        lists(m, FACT_TEAM);
    if (rand_chance(m->rand, 150)) outage(m);
    for (int i = making_pick(m, -2, 3); i > 0; i--)
        correction(m);
}

static Instant now_in(Making *m)
{
    int minute = making_half(m) ? making_pick(m, 380, 1000)
                                : making_pick(m, 0, 3 * 1440);
    if (rand_chance(m->rand, 300)) minute = 9 * 1440;
    return zone_instant(m->zone, m->date->date, minute);
}

ChanceDay chance_unit_day(Arena *arena, Rand *rand, const ChanceDate *date)
{
    const Register *r = date->land->corpus.r;
    Making m = {.arena = arena,
                .rand = rand,
                .date = date,
                .r = r,
                .zone = date->land->zone,
                .code = r->people[rand_below(rand, r->person_count)].code,
                .unit = r->units[0].code,
                .superior = STR("sistem"),
                .other = r->people[0].code,
                .often = 500};
    for (int i = making_pick(&m, 0, 2); i > 0; i--) {
        ChanceDay one = chance_day(arena, rand, date);
        for (size_t f = 0; f < one.count; f++)
            VEC_PUSH(arena, &m.facts, one.facts[f]);
    }
    tell(&m);
    return (ChanceDay){.date = date,
                       .person = NO_PERSON,
                       .now = now_in(&m),
                       .facts = m.facts.at,
                       .count = m.facts.count};
}
