/* SPDX-License-Identifier: Apache-2.0 */
#include "offices.h"

enum {
    CLOCK = 1,     /* round the clock */
    DIRECT = 2,    /* serves the public at counters */
    ESSENTIAL = 4, /* class of service */
    CRITICAL = 8,
    SMALL = 16, /* led by echelon III, sections right below */
    TINY = 32   /* no sections at all */
};

typedef struct {
    unsigned on;
    Str code, name, short_name, aliases;
    UnitType type;
    JobGroup jobs;
    uint32_t weight;
    unsigned flags;
    const char *wings;
} Agency;

static const Agency agencies[] = {
#define AGENCY(on, code, name, short_name, aliases, type, jobs, weight, flags, \
               wings)                                                          \
    {(on),                                                                     \
     STR_INIT(#code),                                                          \
     STR_INIT(name),                                                           \
     STR_INIT(short_name),                                                     \
     STR_INIT(aliases),                                                        \
     UNIT_##type,                                                              \
     JOBS_##jobs,                                                              \
     (weight),                                                                 \
     (flags),                                                                  \
     wings},
#include "agencies.def"
#undef AGENCY
};

static const struct {
    unsigned on;
    const char *agency;
    Str code, name;
    JobGroup jobs;
    uint32_t weight, people;
    unsigned flags;
} technical_units[] = {
#define UPTD(on, agency, code, name, jobs, weight, people, flags) \
    {(on),        #agency,  STR_INIT(#code), STR_INIT(name),      \
     JOBS_##jobs, (weight), (people),        (flags)},
#include "uptd.def"
#undef UPTD
};

static const struct {
    const char *agency;
    unsigned on;
    uint32_t people;
} pins[] = {
#define PIN(on, agency, people) {#agency, (on), (people)},
#include "pins.def"
#undef PIN
};

static const struct {
    bool assistant; /* else a bagian of the assistant before it */
    const char *name, *sections;
} secretariat[] = {
#define ASSISTANT(name)        {true, name, ""},
#define BAGIAN(name, sections) {false, name, sections},
#include "bagian.def"
#undef ASSISTANT
#undef BAGIAN
};

static const NodeKind sekretariat = {UNIT_SEKRETARIAT, "Sekretariat", "III.a",
                                     ROLE_SEKRETARIS};
static const NodeKind asisten = {UNIT_ASISTEN, "Asisten", "II.b", ROLE_ASISTEN};
static const NodeKind bagian = {UNIT_BAGIAN, "Bagian", "III.a",
                                ROLE_KEPALA_BAGIAN};
static const NodeKind bidang = {UNIT_BIDANG, "Bidang", "III.b",
                                ROLE_KEPALA_BIDANG};
static const NodeKind irban = {UNIT_BIDANG, "Inspektorat Pembantu", "III.a",
                               ROLE_INSPEKTUR_PEMBANTU};
static const NodeKind seksi = {UNIT_SEKSI, "Seksi", "IV.a", ROLE_KEPALA_SEKSI};
static const NodeKind subbidang = {UNIT_SUBBIDANG, "Subbidang", "IV.a",
                                   ROLE_KEPALA_SUBBIDANG};
static const NodeKind subbagian = {UNIT_SUBBAGIAN, "Subbagian", "IV.a",
                                   ROLE_KEPALA_SUBBAGIAN};

/* How an agency of a type is divided, and what its head is called: the word
 * and the agency's name, or the word alone when it is whole. */
typedef struct {
    const char *head;
    const NodeKind *wing, *section;
    Role role;
    bool whole, clerks; /* clerks: a secretariat with subbagian */
} Shape;

static const Shape shapes[] = {
#define SHAPE(type, head, whole, role, clerks, wing, section) \
    [UNIT_##type] = {head, &(wing), &(section), ROLE_##role, whole, clerks}
    SHAPE(SETWAN, "Sekretaris DPRD", true, SEKWAN, false, bagian, subbagian),
    SHAPE(INSPEKTORAT, "Inspektur", true, INSPEKTUR, true, irban, seksi),
    SHAPE(DINAS, "Kepala", false, KEPALA_DINAS, true, bidang, seksi),
    SHAPE(BADAN, "Kepala", false, KEPALA_BADAN, true, bidang, subbidang),
    SHAPE(SATPOL, "Kepala", false, KEPALA_SATPOL, true, bidang, seksi),
    SHAPE(RSUD, "Direktur", false, DIREKTUR_RSUD, false, bagian, subbagian),
#undef SHAPE
};

/* "Bidang" and "Perizinan" -> "Bidang Perizinan"; the word alone without. */
static Str worded(Arena *arena, const char *word, Str name)
{
    if (name.len == 0) return str_of(word);
    return str_format(arena, "%s %.*s", word, STR_ARG(name));
}

uint32_t offices_node(Model *m, uint32_t parent, const NodeKind *kind, Str name)
{
    UnitRow row = m->units.at[parent];
    Str stem = m->units.at[row.work_unit].code;
    row.name = worded(m->arena, kind->word, name);
    row.short_name = row.aliases = (Str){0};
    row.code = model_free_code(m, stem, name.len > 0 ? name : row.name);
    row.parent = parent;
    row.type = kind->type;
    row.is_agency = row.is_work_unit = false;
    row.weight = row.pinned = 0;
    uint32_t unit = model_unit(m, row);
    (void)model_post(m, (PostRow){.unit = unit,
                                  .name = worded(m->arena, "Kepala", row.name),
                                  .echelon = kind->echelon,
                                  .role = kind->role,
                                  .head = true});
    return unit;
}

/* The post that was added last has a name of its own. */
static void name_post(Model *m, Str name)
{
    m->posts.at[m->posts.count - 1].name = name;
}

/* Sections of a list "a|b|c", at most so many; each takes a share of staff. */
static void build_sections(Model *m, uint32_t parent, const NodeKind *kind,
                           Str names, unsigned most)
{
    Str name = {0};
    for (unsigned n = 0; n < most && str_next(&names, '|', &name); n++) {
        if (name.len == 0) continue;
        uint32_t unit = offices_node(m, parent, kind, name);
        m->units.at[unit].weight = 2;
    }
}

/* The secretariat of an agency: general affairs, money, programme. */
static void build_clerks(Model *m, uint32_t agency, unsigned clerks)
{
    Str whole = m->units.at[agency].name;
    uint32_t unit = offices_node(m, agency, &sekretariat, (Str){0});
    m->units.at[unit].jobs = JOBS_OFFICE;
    name_post(m, str_format(m->arena, "Sekretaris %.*s", STR_ARG(whole)));
    build_sections(m, unit, &subbagian,
                   STR("Umum dan Kepegawaian|Keuangan|Perencanaan Program"),
                   clerks);
}

/* A service section or none: only where the letter speaks of them. */
static Section section_of(const Model *m, Str *name)
{
    bool yes = str_starts(*name, STR("+")), no = str_starts(*name, STR("-"));
    if (!yes && !no) return SECTION_UNSAID;
    *name = str_slice(*name, 1, name->len);
    if (m->example->bit != BDL) return SECTION_UNSAID;
    return yes ? SECTION_SERVICE : SECTION_NOT_SERVICE;
}

/* Nearly all of a hospital's people are where the sick are. */
static void divide_hospital(Model *m, uint32_t first, Str wing)
{
    bool wards = str_starts(wing, STR("Pelayanan"));
    if (m->units.at[first].type != UNIT_BAGIAN ||
        m->units.at[first].jobs != JOBS_HOSPITAL)
        return;
    for (uint32_t u = first; u < m->units.count; u++) {
        m->units.at[u].jobs = wards ? JOBS_HOSPITAL : JOBS_OFFICE;
        m->units.at[u].weight *= wards ? 12 : 1;
    }
}

static void build_wings(Model *m, uint32_t agency, const Shape *shape,
                        const char *wings)
{
    Str rest = str_of(wings);
    Str wing = {0};
    for (unsigned n = 0; n < m->example->wings && str_next(&rest, ';', &wing);
         n++) {
        Str name = {0};
        (void)str_next(&wing, ':', &name);
        Section section = section_of(m, &name);
        uint32_t first = offices_node(m, agency, shape->wing, name);
        m->units.at[first].weight = 1;
        if (shape->wing->role == ROLE_INSPEKTUR_PEMBANTU)
            name_post(m, worded(m->arena, "Inspektur Pembantu", name));
        build_sections(m, first, shape->section, wing, m->example->sections);
        for (uint32_t u = first; u < m->units.count; u++)
            m->units.at[u].section = section;
        divide_hospital(m, first, name);
    }
}

static ServiceClass service_of(unsigned flags)
{
    if (flags & CRITICAL) return SERVICE_CRITICAL;
    if (flags & ESSENTIAL) return SERVICE_ESSENTIAL;
    return flags & DIRECT ? SERVICE_DIRECT : SERVICE_NONE;
}

/* The staff of a part falls to the nodes by these weights: those of the nodes
 * `from` onwards share what the whole has. */
static void spread_weight(Model *m, uint32_t from, uint32_t weight)
{
    enum { FINE = 1000 };
    uint32_t sum = 0;
    for (uint32_t u = from; u < m->units.count; u++)
        sum += m->units.at[u].weight;
    if (sum == 0) {
        m->units.at[from].weight = weight * FINE;
        return;
    }
    for (uint32_t u = from; u < m->units.count; u++)
        m->units.at[u].weight = m->units.at[u].weight * weight * FINE / sum;
}

static void build_small(Model *m, uint32_t agency, const Agency *a)
{
    if (a->flags & TINY) return;
    uint32_t clerks = offices_node(m, agency, &subbagian, STR("Tata Usaha"));
    m->units.at[clerks].weight = 2;
    m->units.at[clerks].jobs = JOBS_OFFICE;
    Str sections = str_of(a->wings);
    Str wing = {0};
    (void)str_next(&sections, ':', &wing);
    build_sections(m, agency, &seksi, sections, m->example->sections);
}

static uint32_t pinned_people(const Model *m, Str code)
{
    for (size_t i = 0; i < COUNT(pins); i++)
        if ((pins[i].on & m->example->bit) &&
            str_is(str_of(pins[i].agency), code))
            return pins[i].people;
    return 0;
}

static void build_agency(Model *m, const Agency *a)
{
    const Shape *shape = &shapes[a->type];
    bool small = a->flags & SMALL;
    UnitRow row = {.code = a->code,
                   .name = a->name,
                   .short_name = a->short_name,
                   .aliases = a->aliases,
                   .parent = 0,
                   .type = a->type,
                   .part = a->type == UNIT_RSUD ? PART_HOSPITALS : PART_OFFICES,
                   .jobs = a->jobs,
                   .service = service_of(a->flags),
                   .is_agency = true,
                   .is_work_unit = true,
                   .round_clock = a->flags & CLOCK,
                   .area = m->example->area,
                   .building =
                       a->type == UNIT_RSUD ? a->name : m->example->campus,
                   .pinned = pinned_people(m, a->code)};
    uint32_t unit = model_unit(m, row);
    Str title = shape->whole ? str_of(shape->head)
                             : str_format(m->arena, "%s %.*s", shape->head,
                                          STR_ARG(a->name));
    (void)model_post(m, (PostRow){.unit = unit,
                                  .name = title,
                                  .echelon = small ? "III.a" : "II.b",
                                  .role = shape->role,
                                  .head = true});
    if (small) {
        build_small(m, unit, a);
    } else {
        if (shape->clerks) build_clerks(m, unit, m->example->clerks);
        build_wings(m, unit, shape, a->wings);
    }
    spread_weight(m, unit, a->weight);
}

static void build_technical_units(Model *m)
{
    static const NodeKind kind = {UNIT_UPTD, "UPTD", "IV.a", ROLE_KEPALA_UPTD};
    for (size_t i = 0; i < COUNT(technical_units); i++) {
        if (!(technical_units[i].on & m->example->bit)) continue;
        uint32_t agency = model_find(m, technical_units[i].agency);
        UnitRow row = m->units.at[agency];
        row.code = technical_units[i].code;
        row.name = technical_units[i].name;
        row.short_name = row.aliases = (Str){0};
        row.parent = agency;
        row.type = UNIT_UPTD;
        row.jobs = technical_units[i].jobs;
        row.service = service_of(technical_units[i].flags);
        row.is_agency = row.round_clock = false;
        row.section = SECTION_UNSAID;
        row.building = technical_units[i].name;
        row.pinned = technical_units[i].people;
        row.weight = row.pinned > 0 ? 1 : technical_units[i].weight * 1000;
        uint32_t unit = model_unit(m, row);
        (void)model_post(m,
                         (PostRow){.unit = unit,
                                   .name = str_format(m->arena, "Kepala %.*s",
                                                      STR_ARG(row.name)),
                                   .echelon = kind.echelon,
                                   .role = kind.role,
                                   .head = true});
    }
}

/* The secretary's own posts: advisers, and the assistants' parts. */
static void build_secretariat(Model *m)
{
    static const char *const advisers[] = {
        "Staf Ahli Bidang Hukum, Politik dan Pemerintahan",
        "Staf Ahli Bidang Ekonomi, Keuangan dan Pembangunan",
        "Staf Ahli Bidang Kemasyarakatan dan Sumber Daya Manusia"};
    UnitRow row = {.code = STR("setda"),
                   .name = STR("Sekretariat Daerah"),
                   .short_name = STR("Setda"),
                   .parent = 0,
                   .type = UNIT_SETDA,
                   .is_agency = true,
                   .is_work_unit = true,
                   .area = m->example->area,
                   .building = m->example->campus};
    uint32_t setda = model_unit(m, row);
    (void)model_post(m, (PostRow){.unit = setda,
                                  .name = STR("Sekretaris Daerah"),
                                  .echelon = "II.a",
                                  .role = ROLE_SEKDA,
                                  .head = true});
    for (size_t i = 0; i < COUNT(advisers); i++)
        (void)model_post(m, (PostRow){.unit = setda,
                                      .name = str_of(advisers[i]),
                                      .echelon = "II.b",
                                      .role = ROLE_STAF_AHLI});
    uint32_t above = setda;
    for (size_t i = 0; i < COUNT(secretariat); i++) {
        Str name = str_of(secretariat[i].name);
        if (secretariat[i].assistant) {
            above = offices_node(m, setda, &asisten, name);
            name_post(m, m->units.at[above].name);
            continue;
        }
        uint32_t unit = offices_node(m, above, &bagian, name);
        m->units.at[unit].is_work_unit = true;
        m->units.at[unit].work_unit = unit;
        build_sections(m, unit, &subbagian, str_of(secretariat[i].sections),
                       m->example->sections);
    }
    spread_weight(m, setda, 40);
}

void offices_build(Model *m)
{
    (void)model_unit(m, (UnitRow){.code = m->example->code,
                                  .name = m->example->name,
                                  .short_name = m->example->area,
                                  .parent = NO_INDEX,
                                  .type = UNIT_PEMERINTAH,
                                  .area = m->example->area});
    build_secretariat(m);
    for (size_t i = 0; i < COUNT(agencies); i++)
        if (agencies[i].on & m->example->bit) build_agency(m, &agencies[i]);
    build_technical_units(m);
    if (map_find(&m->codes, STR("dpmptsp-perizinan")) != NO_INDEX)
        m->units.at[model_find(m, "dpmptsp-perizinan")].aliases =
            STR("Bidang Perizinan DPMPTSP");
}
