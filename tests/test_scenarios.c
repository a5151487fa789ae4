/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The working day: each scenario under tests/scenarios/ is a row here, told
 * against the letters, register and calendar of its example government.
 */
#include "base/file.h"
#include "circular/clause_types.h"
#include "circular/parse.h"
#include "harness.h"
#include "scenario.h"

#include <stdio.h>

static const char *const governments[] = {
    "bontang", "balikpapan", "paser", "kotim", "bandarlampung",
};

static const char *path_of(Arena *arena, const char *government)
{
    return str_c(arena,
                 str_format(arena, "tests/scenarios/%s.skenario", government));
}

/* ---- scenarios ----------------------------------------------------------- */

static void tell_all(Arena *arena, ScenarioWorld *world,
                     const ScenarioFile *file)
{
    size_t waiting = 0;
    for (size_t i = 0; i < file->scenarios.count; i++) {
        AUTO(arena_done) Arena *own = arena_open(1 << 20);
        const Scenario *s = &file->scenarios.at[i];
        bool waits = scenario_waits(s);
        if (!waits) ROW("%.*s, line %d", STR_ARG(s->title), s->line);
        Telling t = scenario_tell(own, world, file->letter, s);
        for (size_t f = 0; f < t.faults.count; f++)
            (void)harness_expect(false, str_c(arena, t.faults.at[f].said),
                                 file->path, t.faults.at[f].line);
        waiting += waits;
    }
    if (waiting > 0)
        (void)printf("%s: %zu scenarios are waiting\n", file->path, waiting);
}

static void tell_file(const char *government)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Str said = {"", 0};
    ScenarioFile file = scenario_read(arena, path_of(arena, government));
    EXPECT_STR(file.fault, "");
    if (file.fault.len > 0) return;
    ScenarioWorld *world = scenario_world(arena, file.government, &said);
    EXPECT_STR(said, "");
    if (world != NULL) tell_all(arena, world, &file);
}

FACT(bontang)
{
    tell_file("bontang");
}

FACT(balikpapan)
{
    tell_file("balikpapan");
}

FACT(paser)
{
    tell_file("paser");
}

FACT(kotim)
{
    tell_file("kotim");
}

FACT(shifts)
{
    tell_file("gelombang");
}

FACT(leave)
{
    tell_file("cuti");
}

FACT(bandarlampung)
{
    tell_file("bandarlampung");
}

/* Of a type of clause, not of a government. */
FACT(rekap)
{
    tell_file("rekap");
}

/* Letters made up for one type of clause each. */
FACT(duties_at_home_and_hours_by_type)
{
    tell_file("tugas");
}

FACT(reports_and_supervision_by_type)
{
    tell_file("laporan");
}

FACT(operations_by_type)
{
    tell_file("operasi");
}

FACT(people_caps_turns_and_exemptions_by_type)
{
    tell_file("ketentuan");
}

FACT(people_by_their_marks)
{
    tell_file("tanda");
}

FACT(validity_and_other_letters_by_type)
{
    tell_file("masa");
}

/* ---- nothing is forgotten ------------------------------------------------ */

/* What belongs to the working day: clauses, and lines of the page of golden
 * facts, by government in the order above. */
static const char *const belongs[] = {
    "BTG-02 BTG-09 BTG-10 BTG-12 BTG-13 BTG-14 BTG-15 BTG-16 BTG-17 BTG-18 "
    "BTG-19 BTG-20 BTG-21 BTG-22 golden-11",
    "BPN-02 BPN-09 BPN-11 BPN-12 BPN-13 BPN-14 BPN-15 BPN-16 BPN-17 BPN-18 "
    "BPN-19 BPN-20 BPN-21 BPN-22 BPN-23 BPN-24 golden-6 golden-7 golden-8 "
    "golden-9 golden-10",
    "PSR-08 PSR-09 PSR-10 PSR-11 PSR-12 PSR-13 PSR-14 PSR-15 PSR-16 PSR-17 "
    "PSR-20 golden-5 golden-9 golden-10",
    "KTM-02 KTM-05 KTM-06 KTM-07 KTM-11 KTM-12 KTM-13 KTM-14 KTM-16 KTM-17 "
    "KTM-18 golden-5 golden-7 golden-8 golden-9 golden-10",
    "BDL-05 BDL-06 BDL-11 BDL-12 BDL-13 BDL-14 BDL-15 BDL-16 BDL-17 golden-3 "
    "golden-6 golden-8 golden-9",
};

static bool is_named(const ScenarioFile *file, Str id)
{
    for (size_t i = 0; i < file->scenarios.count; i++) {
        if (scenario_names(&file->scenarios.at[i], id)) return true;
    }
    return false;
}

FACT(every_clause_of_the_working_day_has_a_scenario)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    for (size_t g = 0; g < COUNT(governments); g++) {
        ScenarioFile file =
            scenario_read(arena, path_of(arena, governments[g]));
        Str rest = str_of(belongs[g]);
        Str id = {"", 0};
        while (str_next(&rest, ' ', &id)) {
            ROW("%s %.*s", governments[g], STR_ARG(id));
            EXPECT(is_named(&file, id));
        }
    }
}

/* ---- every computed type is followed ------------------------------------- */

static const char *const by_type[] = {"tugas", "laporan",   "operasi",
                                      "rekap", "gelombang", "cuti",
                                      "masa",  "ketentuan", "tanda"};

/* The lines of its letters, one behind the other, parsed when one ends. */
static bool letter_uses(Arena *arena, Str text, ClauseType type)
{
    ClauseTypeUse uses[CLAUSE_TYPE_COUNT];
    Source source = {STR("surat"), text};
    Letter letter = {0};
    Diags diags = diags_in(arena);
    if (text.len == 0 || !letter_parse(arena, &source, &letter, &diags))
        return false;
    clause_types_of(&letter, uses);
    return uses[type].used && uses[type].computed;
}

static bool scenario_uses(Arena *arena, const Scenario *s, ClauseType type)
{
    Buf text = buf_in(arena);
    for (size_t i = 0; i < s->said.count; i++) {
        const Said *said = &s->said.at[i];
        if (said->kind != SAID_TEXT) {
            if (letter_uses(arena, buf_str(&text), type)) return true;
            text = buf_in(arena);
            continue;
        }
        buf_put(&text, str_trim(str_slice(said->text, 1, said->text.len)));
        buf_char(&text, '\n');
    }
    return false;
}

/* Some scenario bears the code and has a letter of which it is computed. */
static bool is_followed(Arena *arena, ClauseType type)
{
    Str code = clause_type_row(type).code;
    for (size_t f = 0; f < COUNT(by_type); f++) {
        ScenarioFile file = scenario_read(arena, path_of(arena, by_type[f]));
        for (size_t i = 0; i < file.scenarios.count; i++) {
            const Scenario *s = &file.scenarios.at[i];
            if (scenario_names(s, code) && !scenario_waits(s) &&
                scenario_uses(arena, s, type))
                return true;
        }
    }
    return false;
}

FACT(every_computed_type_has_a_scenario)
{
    for (int i = 0; i < CLAUSE_TYPE_COUNT; i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        ClauseTypeRow row = clause_type_row((ClauseType)i);
        if (!row.computed) continue;
        ROW("%.*s", STR_ARG(row.code));
        EXPECT(is_followed(arena, (ClauseType)i));
    }
}

/* What is only kept has none: it would be told of something else. */
FACT(scenarios_bear_the_codes_of_computed_types_alone)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    for (size_t f = 0; f < COUNT(by_type); f++) {
        ScenarioFile file = scenario_read(arena, path_of(arena, by_type[f]));
        for (int i = 0; i < CLAUSE_TYPE_COUNT; i++) {
            ClauseTypeRow row = clause_type_row((ClauseType)i);
            ROW("%s %.*s", by_type[f], STR_ARG(row.code));
            if (!row.computed) EXPECT(!is_named(&file, row.code));
        }
    }
}

FACT(every_file_of_scenarios_is_told)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    FileNames names = {0};
    Err err = {0};
    EXPECT(file_list(arena, "tests/scenarios", STR(".skenario"), &names, &err));
    EXPECT_INT((int64_t)names.count,
               (int64_t)(COUNT(governments) + COUNT(by_type)));
}

FACT(every_kind_of_fact_can_be_said)
{
    for (int kind = 0; kind < FACT_KIND_COUNT; kind++) {
        Str word = fact_kind_word((FactKind)kind, LANG_ID);
        ROW("%.*s", STR_ARG(word));
        EXPECT(scenario_can_say((FactKind)kind));
    }
}

/* ---- the reader ---------------------------------------------------------- */

#define TOLD              \
    "Skenario: coba\n"    \
    "Hari 27 Juli 2021\n" \
    "Pegawai A: camat\n"  \
    "Fakta:\n"            \
    "  1. pukul 07.20, A presensi masuk di kantor\n"

/* Behind five told lines, a misspelt one, and what is said of it. */
static const struct {
    const char *text, *fault;
} refused[] = {
    {"Akhirnya",                                         "no line"       },
    {"Hari 31 Juni 2021",                                "no such day"   },
    {"Hari 1 Juni 2021, dengan rencana",                 "not understood"},
    {"Pegawai B: lurah pada setda",                      "nobody in"     },
    {"Pegawai B: camet",                                 "neither people"},
    {"Pegawai B: camat, berada di kota",                 "no condition"  },
    {"Pegawai A: camat",                                 "somebody else" },
    {"3. pukul 07.30, A presensi pulang",                "number 2"      },
    {"2. A presensi pulang",                             "no 'pukul"     },
    {"2. pukul 25.00, A presensi pulang",                "no 'pukul"     },
    {"2. pukul 07.30, A berangkat",                      "'berangkat'"   },
    {"2. pukul 07.30, A presensi masuk di mal",          "'mal'"         },
    {"2. pukul 07.30, C presensi pulang",                "'C presensi"   },
    {"2. pukul 07.30, A menjawab fakta 9",               "'fakta 9'"     },
    {"2. pukul 07.30, A presensi pulang, lewat merpati", "'merpati'"     },
    {"2. pukul 07.30, A melapor: \"\"",                  "isi: harus"    },
    {"Tanda A: sehat",                                   "it is 'Tanda A"},
    {"Tanda A: \"sehat\" pada 31 Juni 2021",             "it is 'Tanda A"},
    {"Tanda C: \"sehat\" pada 27 Juli 2021",             "nobody is"     },
    {"A: direncanakan di kantor",                        "no 'Pada"      },
    {"Pada tengah hari:",                                "not understood"},
    {"Jam apel 07.00",                                   "no such hour"  },
    {"Surat lain:",                                      "it is 'Surat"  },
    {"| surat\nFakta:",                                  "surat"         },
    {"-- tanpa harapan",                                 "nothing was"   },
};

/* The same behind "Pada akhir hari:". */
static const struct {
    const char *text, *fault;
} unexpected[] = {
    {"A, apel: hadir",                                                       "no duty"       },
    {"A, kehadiran: ada",                                                    "no outcome"    },
    {"A, kehadiran: hadir, merah",                                           "'merah'"       },
    {"A, kehadiran: hadir, dengan fakta 2",                                  "not understood"},
    {"A: beres",                                                             "nothing to"    },
    {"A: berada di pasar",                                                   "no place"      },
    {"B: tidak ada temuan",                                                  "nobody is"     },
    {"A: menurut surat di awan",                                             "not understood"},
    {"Unit A: ramai",                                                        "not understood"},
    {"Pemeriksa: x",                                                         "not understood"},
    {"Unit A, kantin: buka",                                                 "no topic"      },
    {"Unit A, loket: ramai",                                                 "no outcome"    },
    {"Unit A, loket \"X\": tutup",                                           "not understood"},
    {"Unit A, pegawai: jumlah, sebanyak 3",                                  "'sebanyak 3'"  },
    {"Unit A, satgas: dibentuk",                                             "it is"         },
    {"Unit A, pegawai: tidak ada baris",                                     "it is"         },
    {"Unit A, pegawai: bukan jumlah",                                        "it is"         },
    {"Unit A: pengumuman penutupan \"x\"",                                   "is open"       },
    {"Perangkat daerah Z, loket: tutup",                                     "nobody is"     },
    {"Bawahan dari A: jumlah",                                               "not understood"},
    {"Rekap A 26 Juli 2021: libur 1",                                        "not understood"},
    {"Rekap A 26 Juli 2021: hari_kerja 9",                                   "hari_kerja 1"  },
    {"Rekap A 26 Juli 2021, karena aturan 3 ayat (2): 8,50 jam dari 1 hari",
     "nothing follows"                                                                       },
    {"Rekap perangkat daerah A 26 Juli 2021: ditutup 1",                     "version 0"     },
    {"Masa rekap bulanan 26 Juli 2021: karena aturan 4 ayat (4)",
     "no such recap"                                                                         },
    {"E-kinerja A 27 Juli 2021: \"x\" diterima",                             "0 rows"        },
};

static void expect_fault(ScenarioWorld *world, const char *told,
                         const char *text, int line, const char *fault)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Str all = str_format(arena, "Pemerintah a\nNaskah x\n%s%s\n", told, text);
    ScenarioFile file = scenario_read_text(arena, "coba", all);
    Telling t = scenario_tell(arena, world, file.letter, &file.scenarios.at[0]);
    ROW("%s", text);
    EXPECT_INT((int64_t)t.faults.count, 1);
    if (t.faults.count == 0) return;
    if (line > 0) EXPECT_INT(t.faults.at[0].line, line);
    EXPECT_HAS(t.faults.at[0].said, fault);
}

FACT(a_misspelt_line_is_a_fault_with_its_line)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Str said = {"", 0};
    ScenarioWorld *world = scenario_world(arena, "examples/kotim", &said);
    EXPECT_STR(said, "");
    if (world == NULL) return;
    for (size_t i = 0; i < COUNT(refused); i++) {
        bool at_end = refused[i].text[0] == '-' || refused[i].text[0] == '|';
        expect_fault(world, TOLD, refused[i].text, at_end ? 0 : 8,
                     refused[i].fault);
    }
    for (size_t i = 0; i < COUNT(unexpected); i++)
        expect_fault(world, TOLD "Pada akhir hari:\n", unexpected[i].text, 9,
                     unexpected[i].fault);
}

FACT(a_file_without_a_head_is_a_fault)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    ROW("no government");
    EXPECT_HAS(scenario_read_text(arena, "coba", STR("Naskah x\n")).fault,
               "Pemerintah");
    ROW("something else before a scenario");
    EXPECT_HAS(scenario_read_text(arena, "coba",
                                  STR("Pemerintah a\nNaskah x\nFakta:\n"))
                   .fault,
               "coba:3");
    ROW("no such file");
    EXPECT(scenario_read(arena, "tests/scenarios/tidak-ada").fault.len > 0);
}

FACT(clauses_stand_behind_the_title)
{
    Scenario s = {.title = STR("Pegawai (di rumah) lapor (KTM-12, golden-7)")};
    EXPECT(scenario_names(&s, STR("KTM-12")));
    EXPECT(scenario_names(&s, STR("golden-7")));
    EXPECT(!scenario_names(&s, STR("KTM-1")));
}
