/* SPDX-License-Identifier: Apache-2.0 */
#include "cases.h"

/* ------------------------------------------------------- posts left vacant */

/* Whose posts these are is said below, where they are given to others. */
static const char vacant_agency[] = "disnaker";
static const char absent_agency[] = "diskop";
static const char double_wing[] = "dinsos";

static uint32_t last_of(const Model *m, UnitType type)
{
    uint32_t last = NO_INDEX;
    for (uint32_t u = 0; u < m->units.count; u++)
        if (m->units.at[u].type == type) last = u;
    CHECK(last != NO_INDEX);
    return last;
}

/* The n-th unit of a type within another one, from 0. */
static uint32_t part_of(const Model *m, uint32_t whole, UnitType type,
                        unsigned n)
{
    for (uint32_t u = 0;; u++) {
        CHECK(u < m->units.count);
        if (m->units.at[u].type == type && model_is_under(m, u, whole) &&
            n-- == 0)
            return u;
    }
}

/* The section whose head also heads the one before it. */
static uint32_t double_section(const Model *m, unsigned n)
{
    return part_of(m, model_find(m, double_wing), UNIT_SEKSI, n);
}

static void vacate(Model *m, uint32_t unit)
{
    m->posts.at[model_head_post(m, unit)].vacant = true;
}

void cases_vacate(Model *m)
{
    Rand rand = model_rand(m, "vacant");
    for (size_t i = 0; i < m->posts.count; i++) {
        PostRow *post = &m->posts.at[i];
        const UnitRow *unit = &m->units.at[post->unit];
        bool minor = post->echelon[0] == 'I' && post->echelon[1] == 'V' &&
                     unit->type != UNIT_KELURAHAN && !unit->is_work_unit &&
                     m->units.at[unit->work_unit].pinned == 0;
        if (minor && rand_chance(&rand, 25)) post->vacant = true;
    }
    vacate(m, model_find(m, vacant_agency));
    vacate(m, last_of(m, UNIT_KELURAHAN));
    m->posts.at[model_head_post(m, double_section(m, 0))].vacant = false;
    vacate(m, double_section(m, 1));
    if (m->example->bit == KTM) vacate(m, last_of(m, UNIT_KECAMATAN));
    uint32_t acting = model_head_post(
        m, part_of(m, m->units.at[last_of(m, UNIT_KELURAHAN)].agency,
                   UNIT_SEKSI, 0));
    m->posts.at[acting].vacant = false;
}

/* ---------------------------------------------------------- who acts there */

static uint32_t holder_of(Model *m, uint32_t unit)
{
    uint32_t person = m->posts.at[model_head_post(m, unit)].holder;
    CHECK(person != NO_INDEX);
    m->people.at[person].steady = true;
    return person;
}

static void hold(Model *m, uint32_t unit, uint32_t person, HoldKind kind,
                 Window window)
{
    VEC_PUSH(m->arena, &m->holdings,
             ((HoldingRow){model_head_post(m, unit), person, kind, window}));
}

static void be_away(Model *m, uint32_t person, Window window, Date known)
{
    m->people.at[person].steady = true;
    VEC_PUSH(m->arena, &m->absences,
             ((AbsenceRow){person, ABSENCE_CUTI, window, known}));
}

/* A vacant agency: its secretary acts (Plt).  An agency whose head is on
 * leave for a week of the period: its secretary stands in (Plh). */
static void add_acting(Model *m)
{
    Window open = {date_plus(m->period.first, -75), DATE_NEVER};
    uint32_t vacant = model_find(m, vacant_agency);
    uint32_t secretary = holder_of(m, part_of(m, vacant, UNIT_SEKRETARIAT, 0));
    hold(m, vacant, secretary, HOLD_PLT, open);

    uint32_t absent = model_find(m, absent_agency);
    Window week = {date_plus(m->period.first, 5),
                   date_plus(m->period.first, 11)};
    be_away(m, holder_of(m, absent), week, date_plus(m->period.first, -3));
    hold(m, absent, holder_of(m, part_of(m, absent, UNIT_SEKRETARIAT, 0)),
         HOLD_PLH, week);

    uint32_t village = last_of(m, UNIT_KELURAHAN);
    uint32_t section = part_of(m, m->units.at[village].agency, UNIT_SEKSI, 0);
    hold(m, village, holder_of(m, section), HOLD_PJ, open);

    hold(m, double_section(m, 1), holder_of(m, double_section(m, 0)), HOLD_FULL,
         open);
    if (m->example->bit == KTM) {
        uint32_t district = last_of(m, UNIT_KECAMATAN);
        hold(m, district,
             holder_of(m, part_of(m, district, UNIT_SEKRETARIAT, 0)), HOLD_PLT,
             open);
    }
}

/* ------------------------------------------------- what came from outside */

static Window one_day(const char *iso)
{
    return (Window){day(iso), day(iso)};
}

/* An ASN of the unit without a post whose title begins so; the n-th. */
static uint32_t somebody(Model *m, const char *unit, const char *title,
                         unsigned n)
{
    uint32_t whole = model_find(m, unit);
    for (uint32_t i = 0;; i++) {
        CHECK(i < m->people.count);
        PersonRow *p = &m->people.at[i];
        if (p->post != NO_INDEX || p->local.len > 0 ||
            !str_starts(p->title, str_of(title)) ||
            !model_is_under(m, p->unit, whole) || n-- > 0)
            continue;
        p->steady = true;
        return i;
    }
}

static void push_event(Model *m, EventRow event)
{
    VEC_PUSH(m->arena, &m->events, event);
}

static void recall(Model *m, uint32_t person, const char *on, const char *known,
                   const char *reason)
{
    push_event(m, (EventRow){.kind = EVENT_RECALL,
                             .unit = NO_INDEX,
                             .person = person,
                             .window = one_day(on),
                             .known = day(known),
                             .reason = str_of(reason)});
}

static void close_unit(Model *m, const char *unit, const char *on,
                       const char *reason)
{
    push_event(m, (EventRow){
                      .kind = EVENT_CLOSURE,
                      .unit = model_find(m, unit),
                      .person = NO_INDEX,
                      .window = {day(on), DATE_NEVER},
                      .known = day(on),
                      .reason = str_of(reason)
    });
}

/* Agencies where nobody is away, for questions about whole offices. */
static void keep_calm(Model *m)
{
    static const char *const calm[] = {"distan", "dinsos", "dispar"};
    for (size_t i = 0; i < COUNT(calm); i++) {
        uint32_t agency = model_find(m, calm[i]);
        for (size_t p = 0; p < m->people.count; p++)
            if (m->units.at[m->people.at[p].unit].agency == agency)
                m->people.at[p].steady = true;
    }
}

static void add_bontang(Model *m)
{
    uint32_t wing = part_of(m, model_find(m, "disdag"), UNIT_BIDANG, 0);
    be_away(m, holder_of(m, wing),
            (Window){day("2020-03-24"), day("2020-03-27")}, day("2020-03-19"));
    recall(m, somebody(m, "disdag", "Analis Perdagangan", 0), "2020-04-02",
           "2020-04-01", "rapat persiapan perpanjangan masa kerja dari rumah");
}

static void add_balikpapan(Model *m)
{
    close_unit(m, "kel-klandasan-ulu", "2020-08-06", "kasus positif");
    close_unit(m, "kel-gunung-bahagia", "2020-08-06", "kasus positif");
    close_unit(m, "kel-gunung-bahagia", "2020-08-07", "kasus positif kedua");
    recall(m, somebody(m, "uptd-blk", "", 0), "2020-08-12", "2020-08-11",
           "rapat pelatihan kerja");
    recall(m, somebody(m, "bappeda", "Perencana", 1), "2020-08-19",
           "2020-08-18", "pembahasan anggaran perubahan");
}

static void add_paser(Model *m)
{
    for (unsigned i = 0; i < 2; i++)
        push_event(
            m, (EventRow){.kind = EVENT_MEETING,
                          .unit = NO_INDEX,
                          .person =
                              somebody(m, "diskominfo", "Pranata Komputer", i),
                          .window = one_day("2020-08-05"),
                          .hours = STR("09.00-11.00"),
                          .known = day("2020-08-03"),
                          .reason = STR("gangguan jaringan pusat data"),
                          .urgency = STR("sangat mendesak"),
                          .approved_by = STR("Kepala Dinas Komunikasi dan "
                                             "Informatika")});
    push_event(m, (EventRow){
                      .kind = EVENT_TRIP,
                      .unit = NO_INDEX,
                      .person = somebody(m, "bpkad", "Analis Keuangan", 0),
                      .window = {day("2020-08-10"), day("2020-08-11")},
                      .known = day("2020-08-06"),
                      .reason = STR("penyerahan laporan keuangan"),
                      .priority = STR("batas waktu laporan"),
                      .urgency = STR("tidak dapat dikirim daring"),
                      .approved_by = STR("Kepala Badan Pengelolaan "
                                         "Keuangan dan Aset Daerah")
    });
}

static void add_kotim(Model *m)
{
    recall(m, somebody(m, "bappeda", "Perencana", 0), "2021-07-27",
           "2021-07-26", "rapat penyesuaian anggaran");
}

void cases_add(Model *m)
{
    add_acting(m);
    keep_calm(m);
    if (m->example->bit == BTG) add_bontang(m);
    if (m->example->bit == BPN) add_balikpapan(m);
    if (m->example->bit == PSR) add_paser(m);
    if (m->example->bit == KTM) add_kotim(m);
}

bool cases_status(const Model *m, AreaStatus *out)
{
    if (m->example->bit != KTM) return false;
    *out = (AreaStatus){
        .status = STR("PPKM Mikro"),
        .area = m->example->area,
        .window = m->period,
        .known = m->period.first,
        .source = STR("diandaikan untuk contoh; naskah tidak menyebut tanggal"),
        .assumed = true};
    return true;
}
