/* SPDX-License-Identifier: Apache-2.0 */
#include "districts.h"

#include "offices.h"

typedef struct {
    unsigned on;
    Str name, villages; /* separated by | */
} Place;

static const Place places[] = {
#define PLACE(on, name, villages) {(on), STR_INIT(name), STR_INIT(villages)},
#include "places.def"
#undef PLACE
};

/* The n-th kecamatan of the government, in turn. */
static const Place *place_at(const Example *example, unsigned n)
{
    unsigned count = 0;
    for (size_t i = 0; i < COUNT(places); i++)
        if (places[i].on & example->bit) count++;
    n %= count;
    size_t at = 0;
    for (;; at++) {
        if (!(places[at].on & example->bit)) continue;
        if (n-- == 0) return &places[at];
    }
}

static unsigned place_count(const Example *example)
{
    unsigned count = 0;
    while (count == 0 || place_at(example, count) != place_at(example, 0))
        count++;
    return count;
}

static Str area_of(const Model *m, const Place *place)
{
    return str_format(m->arena, "Kecamatan %.*s", STR_ARG(place->name));
}

static uint32_t build_head(Model *m, uint32_t unit, const char *title,
                           const char *echelon, Role role)
{
    return model_post(
        m, (PostRow){.unit = unit,
                     .name = str_format(m->arena, "%s %.*s", title,
                                        STR_ARG(m->units.at[unit].name)),
                     .echelon = echelon,
                     .role = role,
                     .head = true});
}

/* Sections of a kecamatan or kelurahan: the first so many of these. */
static void build_local_sections(Model *m, uint32_t unit, const char *echelon,
                                 unsigned count)
{
    static const char *const fields[] = {
        "Pemerintahan", "Pelayanan Umum", "Ketenteraman dan Ketertiban",
        "Pemberdayaan Masyarakat", "Kesejahteraan Sosial"};
    NodeKind kind = {UNIT_SEKSI, "Seksi", echelon, ROLE_KEPALA_SEKSI};
    for (unsigned i = 0; i < count && i < COUNT(fields); i++) {
        uint32_t section = offices_node(m, unit, &kind, str_of(fields[i]));
        m->units.at[section].weight = 2;
    }
}

static void build_village(Model *m, uint32_t district, Str name)
{
    UnitRow row = m->units.at[district];
    row.code =
        str_format(m->arena, "kel-%.*s", STR_ARG(model_slug(m->arena, name)));
    row.name = str_format(m->arena, "Kelurahan %.*s", STR_ARG(name));
    row.parent = district;
    row.type = UNIT_KELURAHAN;
    row.is_agency = false;
    row.building = str_format(m->arena, "Kantor %.*s", STR_ARG(row.name));
    row.weight = m->example->village_sections > 0 ? 2 : 8;
    uint32_t unit = model_unit(m, row);
    uint32_t post = build_head(m, unit, "Lurah", "IV.a", ROLE_LURAH);
    m->posts.at[post].name = str_format(m->arena, "Lurah %.*s", STR_ARG(name));
    (void)model_post(
        m, (PostRow){.unit = unit,
                     .name = str_format(m->arena, "Sekretaris Lurah %.*s",
                                        STR_ARG(name)),
                     .echelon = "IV.b",
                     .role = ROLE_SEKRETARIS_LURAH});
    build_local_sections(m, unit, "IV.b", m->example->village_sections);
}

static void build_district(Model *m, const Place *place)
{
    static const NodeKind office = {UNIT_SEKRETARIAT, "Sekretariat", "III.b",
                                    ROLE_SEKRETARIS_CAMAT};
    static const NodeKind clerks = {UNIT_SUBBAGIAN, "Subbagian", "IV.b",
                                    ROLE_KEPALA_SUBBAGIAN};
    UnitRow row = {.name = area_of(m, place),
                   .parent = 0,
                   .type = UNIT_KECAMATAN,
                   .part = PART_DISTRICTS,
                   .jobs = JOBS_VILLAGE,
                   .is_agency = true,
                   .is_work_unit = true};
    row.code = str_format(m->arena, "kec-%.*s",
                          STR_ARG(model_slug(m->arena, place->name)));
    row.area = row.name;
    row.building = str_format(m->arena, "Kantor %.*s", STR_ARG(row.name));
    uint32_t unit = model_unit(m, row);
    uint32_t head = build_head(m, unit, "", "III.a", ROLE_CAMAT);
    m->posts.at[head].name =
        str_format(m->arena, "Camat %.*s", STR_ARG(place->name));
    uint32_t desk = offices_node(m, unit, &office, (Str){0});
    m->posts.at[m->posts.count - 1].name =
        str_format(m->arena, "Sekretaris Camat %.*s", STR_ARG(place->name));
    for (unsigned i = 0; i < 2; i++) {
        uint32_t section = offices_node(m, desk, &clerks,
                                        i == 0 ? STR("Umum dan Kepegawaian")
                                               : STR("Keuangan"));
        m->units.at[section].weight = 3;
    }
    build_local_sections(m, unit, "IV.a", m->example->district_sections);
    Str rest = place->villages;
    Str village = {0};
    while (str_next(&rest, '|', &village))
        if (village.len > 0) build_village(m, unit, village);
}

/* The n-th kelurahan of the place, or nothing. */
static Str village_at(const Place *place, unsigned n)
{
    Str rest = place->villages;
    Str village = {0};
    for (unsigned i = 0; i <= n; i++)
        if (!str_next(&rest, '|', &village)) return (Str){0};
    return village;
}

/* Names go round the kecamatan: its own first, then those of its kelurahan. */
static Str clinic_name(const Model *m, const Place *place, unsigned round)
{
    static const char *const numbers[] = {"", " II", " III", " IV", " V"};
    Str village = round == 0 ? place->name : village_at(place, round);
    if (village.len > 0)
        return str_format(m->arena, "Puskesmas %.*s", STR_ARG(village));
    CHECK(round < COUNT(numbers));
    return str_format(m->arena, "Puskesmas %.*s%s", STR_ARG(place->name),
                      numbers[round]);
}

static void build_clinics(Model *m)
{
    uint32_t health = model_find(m, "dinkes");
    unsigned count = place_count(m->example);
    for (unsigned i = 0; i < m->example->clinics; i++) {
        const Place *place = place_at(m->example, i);
        UnitRow row = {.name = clinic_name(m, place, i / count),
                       .parent = health,
                       .type = UNIT_PUSKESMAS,
                       .part = PART_CLINICS,
                       .jobs = JOBS_CLINIC,
                       .service = SERVICE_DIRECT,
                       .is_work_unit = true,
                       .week = 6,
                       .area = area_of(m, place),
                       .weight = 8 + i % 5};
        row.building = row.name;
        row.code = model_free_code(m, (Str){0}, row.name);
        uint32_t unit = model_unit(m, row);
        (void)build_head(m, unit, "Kepala", i % 2 == 0 ? "IV.a" : "fungsional",
                         ROLE_KEPALA_PUSKESMAS);
    }
}

static void build_school(Model *m, const Place *place, Str name)
{
    UnitRow row = {.name = name,
                   .parent = model_find(m, "disdik"),
                   .type = UNIT_SEKOLAH,
                   .part = PART_SCHOOLS,
                   .jobs = JOBS_TEACH,
                   .is_work_unit = true,
                   .area = area_of(m, place),
                   .building = name,
                   .weight = 8 + (uint32_t)m->units.count % 7};
    row.code = model_free_code(m, (Str){0}, name);
    uint32_t unit = model_unit(m, row);
    (void)build_head(m, unit, "Kepala", "fungsional", ROLE_KEPALA_SEKOLAH);
}

static void build_schools(Model *m)
{
    unsigned count = place_count(m->example);
    bool padded = m->example->bit & (BTG | BPN | PSR);
    for (unsigned i = 0; i < m->example->primary; i++) {
        const Place *place = place_at(m->example, i);
        build_school(
            m, place,
            str_format(m->arena,
                       padded ? "SD Negeri %03u %.*s" : "SD Negeri %u %.*s",
                       i / count + 1, STR_ARG(place->name)));
    }
    bool town = m->example->bit & KOTA;
    for (unsigned i = 0; i < m->example->junior; i++) {
        const Place *place = place_at(m->example, i);
        Str where = town ? m->example->city : place->name;
        build_school(m, place,
                     str_format(m->arena, "SMP Negeri %u %.*s",
                                town ? i + 1 : i / count + 1, STR_ARG(where)));
    }
}

void districts_build(Model *m)
{
    build_clinics(m);
    build_schools(m);
    for (unsigned i = 0; i < place_count(m->example); i++)
        build_district(m, place_at(m->example, i));
}
