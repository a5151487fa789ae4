/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The registers under examples/ are what the generator makes; they can be
 * read, have the sizes that are known of the five governments, and hold the
 * units and people that the letters' questions are about.
 */
#include "../tools/mkregister/parts.h"
#include "base/file.h"
#include "harness.h"
#include "register/import.h"
#include "register/settings.h"

#include <stdio.h>

enum { FILE_LIMIT = 8 << 20 };

static Str stored(Arena *arena, const Example *example, TableFile file)
{
    const char *folder =
        file_path(arena, "examples", str_c(arena, example->code));
    const char *path = file_path(arena, folder, table_file_name(file));
    Str bytes = {0};
    Err err = {0};
    if (!file_read(arena, path, FILE_LIMIT, &bytes, &err))
        (void)printf("%s\n", err.text);
    return bytes;
}

static bool read_example(Arena *arena, const Example *example, Register *out,
                         Diags *remarks)
{
    static const TableFile files[TABLE_COUNT] = {
        [TABLE_UNITS] = FILE_UNITS,   [TABLE_POSTS] = FILE_POSTS,
        [TABLE_PEOPLE] = FILE_PEOPLE, [TABLE_ABSENCES] = FILE_ABSENCES,
        [TABLE_MARKS] = FILE_MARKS,   [TABLE_COUNTERS] = FILE_COUNTERS,
        [TABLE_EVENTS] = FILE_EVENTS, [TABLE_STATUSES] = FILE_STATUSES,
        [TABLE_GRANTS] = FILE_GRANTS};
    ImportFile tables[TABLE_COUNT] = {0};
    for (size_t i = 0; i < TABLE_COUNT; i++)
        tables[i] = (ImportFile){str_of(table_file_name(files[i])),
                                 stored(arena, example, files[i])};
    Faults faults = {.arena = arena};
    bool sound = import_register(arena, tables, out, &faults, remarks);
    if (!sound) {
        Buf said = buf_in(arena);
        faults_print(&faults, LANG_EN, &said);
        (void)printf("%.*s\n", STR_ARG(buf_str(&said)));
    }
    return sound;
}

/* The register of the example of that code; it has been read without fault. */
static Register read_of(Arena *arena, const char *code)
{
    Register r = {0};
    Diags remarks = diags_in(arena);
    EXPECT(read_example(arena, example_find(str_of(code)), &r, &remarks));
    return r;
}

static UnitId unit_of(const Register *r, const char *code)
{
    uint32_t unit = map_find(&r->unit_codes, str_of(code));
    EXPECT(unit != NO_INDEX);
    return (UnitId){unit};
}

FACT(the_examples_are_what_the_generator_makes)
{
    for (size_t i = 0; i < EXAMPLE_COUNT; i++) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
        Model m = example_register(tmp, &examples[i]);
        for (unsigned f = 0; f < FILE_COUNT; f++) {
            ROW("%.*s/%s", STR_ARG(examples[i].code),
                table_file_name((TableFile)f));
            /* Not EXPECT_STR: a difference would print a megabyte. */
            EXPECT(str_is(table_file_text(&m, (TableFile)f),
                          stored(tmp, &examples[i], (TableFile)f)));
        }
    }
}

FACT(the_examples_are_read_without_fault_or_warning)
{
    for (size_t i = 0; i < EXAMPLE_COUNT; i++) {
        ROW("%.*s", STR_ARG(examples[i].code));
        AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
        Register r = {0};
        Diags remarks = diags_in(tmp);
        EXPECT(read_example(tmp, &examples[i], &r, &remarks));
        EXPECT_INT((int64_t)remarks.errors, 0);
        EXPECT_INT((int64_t)remarks.warnings, 0);

        Government government = {0};
        Source file = {STR("government.conf"),
                       stored(tmp, &examples[i], FILE_SETTINGS)};
        EXPECT(settings_read(tmp, &file, &government, &remarks));
        EXPECT_INT((int64_t)remarks.warnings, 0);
        EXPECT_STR(government.code, examples[i].code);
        EXPECT_STR(
            r.units[map_find(&r.unit_codes, government.board)].short_name,
            "BKPSDM");
    }
}

static const struct {
    const char *code;
    int64_t people, not_asn;
    int64_t agencies_least, schools;
} sizes[] = {
    {"bontang",       4500,  1900, 30, 36 },
    {"balikpapan",    12000, 7100, 35, 158},
    {"paser",         8422,  4086, 40, 248},
    {"kotim",         8415,  2672, 45, 300},
    {"bandarlampung", 8300,  420,  45, 221},
};

static int64_t count_units(const Register *r, UnitType type)
{
    int64_t count = 0;
    for (uint32_t i = 0; i < r->unit_count; i++)
        count += r->units[i].type == type;
    return count;
}

FACT(the_sizes_are_those_of_the_governments)
{
    for (size_t i = 0; i < COUNT(sizes); i++) {
        ROW("%s", sizes[i].code);
        AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
        Register r = read_of(tmp, sizes[i].code);
        int64_t not_asn = 0, offices = 0, structural = 0;
        for (uint32_t p = 0; p < r.person_count; p++)
            not_asn += !staff_kind_is_asn(r.people[p].kind);
        for (uint32_t u = 0; u < r.unit_count; u++)
            offices += r.units[u].agency;
        for (uint32_t p = 0; p < r.post_count; p++)
            structural += r.posts[p].rank <= RANK_PENGAWAS;
        EXPECT_INT(r.person_count, sizes[i].people);
        EXPECT_INT(not_asn, sizes[i].not_asn);
        EXPECT(offices >= sizes[i].agencies_least);
        EXPECT_INT(count_units(&r, UNIT_SEKOLAH), sizes[i].schools);
        EXPECT(structural * 1000 >= sizes[i].people * 60 &&
               structural * 1000 <= sizes[i].people * 105);
        int64_t marked = r.mark_count;
        EXPECT(marked * 1000 >= sizes[i].people * 25 &&
               marked * 1000 <= sizes[i].people * 35);
    }
}

FACT(about_six_in_a_hundred_are_absent_in_the_period)
{
    for (size_t i = 0; i < EXAMPLE_COUNT; i++) {
        ROW("%.*s", STR_ARG(examples[i].code));
        AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
        Model m = example_register(tmp, &examples[i]);
        int64_t people = examples[i].people, absent = 0;
        for (size_t a = 0; a < m.absences.count; a++)
            absent += window_meets(m.absences.at[a].window, m.period);
        EXPECT(absent * 1000 >= people * 55 && absent * 1000 <= people * 75);
    }
}

FACT(two_in_three_of_bandarlampung_are_women)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    Model m = example_register(tmp, example_find(STR("bandarlampung")));
    int64_t people = m.example->people, women = 0;
    for (size_t p = 0; p < m.people.count; p++)
        women += m.people.at[p].woman;
    EXPECT(women * 100 >= 66 * people && women * 100 <= 68 * people);
}

FACT(every_nip_is_that_of_a_sample_and_borne_once)
{
    for (size_t i = 0; i < COUNT(sizes); i++) {
        ROW("%s", sizes[i].code);
        AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
        Register r = read_of(tmp, sizes[i].code);
        Map seen = map_in(tmp);
        int64_t wrong = 0;
        for (uint32_t p = 0; p < r.person_count; p++) {
            const Person *person = &r.people[p];
            bool asn = staff_kind_is_asn(person->kind);
            wrong +=
                asn != (person->nip.len > 0) || asn == (person->local.len > 0);
            if (!asn) continue;
            wrong += nip_state(person->nip) != NIP_SAMPLE ||
                     map_put(&seen, person->nip, p) != NO_INDEX;
            bool agreement = str_is(str_slice(person->nip, 12, 14), STR("21"));
            wrong += agreement != (person->kind == STAFF_PPPK);
        }
        EXPECT_INT(wrong, 0);
    }
}

/* Of a work unit or, where the row says so, of an agency with all below it. */
static const struct {
    const char *government, *unit;
    bool whole;
    int64_t people;
} special_units[] = {
    {"bontang",       "uptd-metrologi",    false, 1 },
    {"bontang",       "uptd-benih",        false, 3 },
    {"bontang",       "uptd-blk",          false, 7 },
    {"balikpapan",    "uptd-metrologi",    false, 1 },
    {"balikpapan",    "uptd-benih",        false, 3 },
    {"balikpapan",    "uptd-blk",          false, 7 },
    {"balikpapan",    "dispusip",          false, 40},
    {"balikpapan",    "uptd-perpustakaan", false, 11},
    {"balikpapan",    "dispora",           false, 41},
    {"balikpapan",    "uptd-adminduk-mpp", false, 4 },
    {"balikpapan",    "uptd-pajak-barat",  false, 4 },
    {"paser",         "uptd-metrologi",    false, 1 },
    {"paser",         "uptd-benih",        false, 3 },
    {"paser",         "uptd-blk",          false, 7 },
    {"kotim",         "uptd-metrologi",    false, 1 },
    {"kotim",         "uptd-benih",        false, 3 },
    {"kotim",         "uptd-blk",          false, 7 },
    {"kotim",         "korpri",            true,  3 },
    {"kotim",         "dispusip",          true,  40},
    {"bandarlampung", "uptd-metrologi",    false, 1 },
    {"bandarlampung", "uptd-benih",        false, 3 },
    {"bandarlampung", "uptd-blk",          false, 7 },
};

static int64_t people_of(const Register *r, UnitId unit, bool whole)
{
    const UnitId *of = whole ? r->agency_of : r->work_unit_of;
    int64_t count = 0;
    for (uint32_t p = 0; p < r->person_count; p++)
        count += of[r->people[p].unit.index].index == unit.index;
    return count;
}

FACT(special_units_have_their_number_of_people_undisturbed)
{
    for (size_t i = 0; i < COUNT(special_units); i++) {
        ROW("%s %s", special_units[i].government, special_units[i].unit);
        AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
        Register r = read_of(tmp, special_units[i].government);
        UnitId unit = unit_of(&r, special_units[i].unit);
        bool whole = special_units[i].whole;
        EXPECT_INT(people_of(&r, unit, whole), special_units[i].people);
        EXPECT(whole ? r.units[unit.index].agency
                     : r.units[unit.index].work_unit);
        for (uint32_t a = 0; a < r.absence_count; a++) {
            PersonId who = r.absences[a].person;
            UnitId at = r.people[who.index].unit;
            EXPECT(!unit_is_under(&r, at, unit) ||
                   r.work_unit_of[at.index].index != unit.index);
        }
    }
}

/* Names in the letters; the unit that each must be. */
static const struct {
    const char *government, *name, *unit;
} letter_names[] = {
    {"bontang",       "Satpol PP",                                              "satpol"           },
    {"bontang",       "Dinas Pemadam Kebakaran",                                "disdamkar"        },
    {"bontang",       "Disdukcapil",                                            "disdukcapil"      },
    {"bontang",       "bidang perizinan DPMPTSP",                               "dpmptsp-perizinan"},
    {"bontang",       "Bidang Perizinan",                                       "dpmptsp-perizinan"},
    {"paser",         "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
     "dpmptsp"                                                                                     },
    {"paser",         "Dinas Perhubungan",                                      "dishub"           },
    {"paser",         "Disdukcapil",                                            "disdukcapil"      },
    {"paser",         "Dinas Pemadam Kebakaran",                                "disdamkar"        },
    {"paser",         "Satpol PP",                                              "satpol"           },
    {"paser",         "Badan Pendapatan Daerah",                                "bapenda"          },
    {"paser",         "BPBD",                                                   "bpbd"             },
    {"paser",         "RSUD Panglima Sebaya",                                   "rsud"             },
    {"paser",         "RSUD Pratama Kerang",                                    "rsud-kerang"      },
    {"paser",         "Dinas Pertanian",                                        "distan"           },
    {"kotim",         "BKPSDM",                                                 "bkpsdm"           },
    {"bandarlampung", "BPBD",                                                   "bpbd"             },
    {"bandarlampung", "BPPRD",                                                  "bpprd"            },
    {"bandarlampung", "DPMPTSP",                                                "dpmptsp"          },
    {"bandarlampung", "BPKAD",                                                  "bpkad"            },
    {"bandarlampung", "Disdukcapil",                                            "disdukcapil"      },
    {"bandarlampung", "Satpol PP",                                              "satpol"           },
    {"bandarlampung", "Dinas PU",                                               "dpu"              },
    {"bandarlampung", "Dinas Perhubungan",                                      "dishub"           },
    {"bandarlampung", "Dinas Pertanian",                                        "distan"           },
    {"bandarlampung", "DLH",                                                    "dlh"              },
    {"bandarlampung", "Dinas Kesehatan",                                        "dinkes"           },
    {"bandarlampung", "Dinas Sosial",                                           "dinsos"           },
    {"bandarlampung", "Dinas Pariwisata",                                       "dispar"           },
    {"bandarlampung", "Bappeda",                                                "bappeda"          },
};

FACT(each_name_of_the_letters_is_one_unit)
{
    for (size_t i = 0; i < COUNT(letter_names); i++) {
        ROW("%s %s", letter_names[i].government, letter_names[i].name);
        AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
        Register r = read_of(tmp, letter_names[i].government);
        UnitId unit = NO_UNIT;
        bool several = false;
        if (EXPECT(
                unit_search(&r, str_of(letter_names[i].name), &unit, &several)))
            EXPECT_STR(r.units[unit.index].code, letter_names[i].unit);
    }
}

/* Neither on leave nor marked nor leaving at any time. */
static bool is_undisturbed(const Register *r, PersonId person)
{
    return r->absences_of[person.index].count == 0 &&
           r->marks_of[person.index].count == 0 &&
           date_is(r->people[person.index].window.last, DATE_NEVER);
}

FACT(leave_leaves_no_counter_short)
{
    for (size_t i = 0; i < COUNT(sizes); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
        Register r = read_of(tmp, sizes[i].code);
        for (uint32_t c = 0; c < r.counter_count; c++) {
            const Counter *counter = &r.counters[c];
            ROW("%s %.*s", sizes[i].code, STR_ARG(counter->name));
            bool small = str_is(r.units[counter->unit.index].code,
                                STR("uptd-pajak-barat")); /* 3 of its 4 */
            int32_t free = 0;
            for (size_t s = 0; s < counter->staff_count; s++) {
                PersonId who = counter->staff[s];
                EXPECT(
                    unit_is_under(&r, r.people[who.index].unit, counter->unit));
                EXPECT(counter->kind == COUNTER_DESK ||
                       r.people[who.index].field);
                free += is_undisturbed(&r, who);
            }
            EXPECT(free >= counter->need + (small ? 1 : 2));
        }
    }
}

/* Whom a secretary stands in for, in each of the five: the agency, and from
 * which day of the period to which (the first is 0). */
static const struct {
    const char *unit;
    int32_t from, to;
} acting[] = {
    {"disnaker", 0, 14},
    {"diskop",   5, 11},
};

FACT(secretaries_act_for_heads_who_are_away)
{
    for (size_t i = 0; i < EXAMPLE_COUNT; i++) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
        Register r = read_of(tmp, str_c(tmp, examples[i].code));
        for (size_t a = 0; a < COUNT(acting); a++) {
            ROW("%.*s %s", STR_ARG(examples[i].code), acting[a].unit);
            UnitId unit = unit_of(&r, acting[a].unit);
            for (int32_t n = acting[a].from; n <= acting[a].to; n++) {
                Date on = date_plus(day(examples[i].first), n);
                PersonId head = unit_head(&r, unit, on);
                EXPECT(head.index != NO_INDEX &&
                       person_has_role(&r, head, ROLE_SEKRETARIS, on) &&
                       person_heads_agency(&r, head, on));
            }
        }
    }
}

FACT(an_agency_of_paser_is_led_by_echelon_three)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    Register r = read_of(tmp, "paser");
    Date on = day("2020-07-29");
    UnitId office = unit_of(&r, "kesbangpol");
    EXPECT_INT(person_rank(&r, unit_head(&r, office, on), on),
               RANK_ADMINISTRATOR);
    for (uint32_t p = 0; p < r.post_count; p++) {
        if (!unit_is_under(&r, r.posts[p].unit, office)) continue;
        EXPECT(r.posts[p].rank == RANK_ADMINISTRATOR ||
               r.posts[p].rank == RANK_PENGAWAS);
    }
}

FACT(a_kepala_bidang_of_bontang_is_on_leave_on_26_march)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    Register r = read_of(tmp, "bontang");
    UnitId wing = unit_of(&r, "disdag-perdagangan");
    Date before = day("2020-03-23"), on = day("2020-03-26");
    PersonId head = unit_head(&r, wing, before);
    EXPECT(person_absence(&r, head, on, before) != NULL);
    EXPECT(person_has_role(&r, head, ROLE_KEPALA_BIDANG, on));
}

static size_t count_grants(const Register *r, GrantRole role, UnitId unit)
{
    size_t count = 0;
    for (uint32_t i = 0; i < r->grant_count; i++) {
        const Grant *g = &r->grants[i];
        bool there = unit.index == NO_INDEX || g->unit.index == unit.index;
        count += g->role == role && there;
        if (role == GRANT_CLERK && g->role == role &&
            g->unit.index == unit.index)
            EXPECT(unit_is_under(r, r->people[g->person.index].unit, unit));
    }
    return count;
}

FACT(each_agency_has_a_clerk_of_its_own)
{
    for (size_t i = 0; i < EXAMPLE_COUNT; i++) {
        ROW("%.*s", STR_ARG(examples[i].code));
        AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
        Register r = read_of(tmp, str_c(tmp, examples[i].code));
        for (uint32_t u = 0; u < r.unit_count; u++) {
            if (r.units[u].agency)
                EXPECT(count_grants(&r, GRANT_CLERK, (UnitId){u}) == 1);
        }
        EXPECT(count_grants(&r, GRANT_ORGANISATION, NO_UNIT) == 2);
        EXPECT(count_grants(&r, GRANT_ADMIN, NO_UNIT) == 1);
        EXPECT(count_grants(&r, GRANT_BOARD, NO_UNIT) == 3);
        EXPECT(count_grants(&r, GRANT_DEVICE, NO_UNIT) == 1);
    }
}
