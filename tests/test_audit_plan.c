/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_audit_plan.c - a plan is judged by letters and register alone.
 *
 * A small government and letters of one or two sentences: plans are written by
 * hand, a letter a person, and each fault is named.
 */
#include "audit/audit.h"
#include "base/rand.h"
#include "circular/parse.h"
#include "harness.h"
#include "tables.h"

#include <string.h>

/* ---- the small government ---------------------------------------------- */

/*
 * dinas: H (head), A, B, C, D and F; F on leave on the 4th, D called on the
 * 5th.  upt: U1 (contract staff), U2, U3 and U4 (in the field where a letter
 * says so); U2 called on the 6th.
 */
enum { PEOPLE = 10 };

static const char *const texts[TABLE_COUNT] = {
    [TABLE_UNITS] = "kode,nama,induk,jenis,perangkat_daerah,unit_kerja,"
                    "layanan\n"
                    "kota,Pemerintah Kota,,pemerintah,,,\n"
                    "dinas,Dinas Contoh,kota,dinas,ya,ya,\n"
                    "upt,UPTD Contoh,dinas,uptd,,ya,layanan langsung\n",
    [TABLE_PEOPLE] = "kode,nip,nomor_lokal,nama,jenis_pegawai,unit,jabatan,"
                     "jenis_jabatan,petugas_lapangan,mulai,sampai\n"
                     "H,,,Kepala,PNS,dinas,,,,,\n"
                     "A,,,Ani,PNS,dinas,,,,,\n"
                     "B,,,Budi,PNS,dinas,,,,,\n"
                     "C,,,Cici,PNS,dinas,,,,,\n"
                     "D,,,Dedi,PNS,dinas,,,,,\n"
                     "F,,,Fani,PNS,dinas,,,,,\n"
                     "U1,,,Satu,TKD,upt,,,,,\n"
                     "U2,,,Dua,PNS,upt,,,,,\n"
                     "U3,,,Tiga,PNS,upt,,,,,\n"
                     "U4,,,Empat,PNS,upt,,,ya,,\n",
    [TABLE_POSTS] =
        "kode,nama,unit,eselon,peran,kepala,pemangku,status,mulai,sampai\n"
        "P,Kepala Dinas,dinas,II.b,kepala dinas,ya,H,,,\n"
        "Q,Kepala UPTD,upt,IV.a,kepala uptd,ya,,,,\n",
    [TABLE_ABSENCES] = "pegawai,jenis,mulai,sampai,dicatat\n"
                       "F,cuti,2020-08-04,2020-08-04,2020-08-01\n",
    [TABLE_EVENTS] = "jenis,unit,pegawai,mulai,sampai,pukul,diketahui,alasan,"
                     "prioritas,urgensi,persetujuan\n"
                     "panggilan,,D,2020-08-05,2020-08-05,,2020-08-01,rapat,,,"
                     "\n"
                     "panggilan,,U2,2020-08-06,2020-08-06,,2020-08-01,rapat,,"
                     ",\n",
};

#define COUNTERS \
    "kode,nama,unit,jenis,hari,buka,tutup,kebutuhan,petugas,mulai,sampai\n"

static const char desk[] =
    COUNTERS "L1,Loket,upt,loket,Senin-Jumat,08.00,14.00,3,U1 U2 U3 U4,,\n";
static const char field[] =
    COUNTERS "L1,Patroli,upt,lapangan,Senin-Jumat,08.00,14.00,3,U1 U2 U3 "
             "U4,,\n";
static const char indoors[] =
    COUNTERS "L1,Loket,dinas,loket,Senin-Jumat,08.00,14.00,4,H A B C D F,,\n";
/* Of two unit kerja. */
static const char lent[] =
    COUNTERS "L1,Loket,upt,loket,Senin-Jumat,08.00,14.00,3,U1 A B,,\n";
/* On Mondays, and one officer after the other must give way. */
static const char shared[] =
    COUNTERS "L1,Loket,upt,loket,Senin,08.00,14.00,1,U1 U2,,\n"
             "L2,Loket Dua,upt,loket,Senin,08.00,14.00,1,U1 U3,,\n"
             "L3,Loket Tiga,upt,loket,Senin,08.00,14.00,2,U1,,\n";

#define EACH  "Pada setiap unit kerja: "
#define OF_US " dari seluruh pegawai, dibulatkan ke "
#define HALF  "(1) " EACH "di kantor paling banyak 50%" OF_US "bawah.\n"

static const char half[] = HALF;
static const char half_up[] =
    "(1) " EACH "di kantor paling banyak 37,5%" OF_US "atas.\n";
static const char third[] =
    "(1) " EACH "di kantor paling banyak 33,33%" OF_US "bawah.\n";
static const char one_at_least[] =
    "(1) " EACH "di kantor paling banyak 10%" OF_US
    "bawah, tidak kurang dari 1 orang.\n";
static const char two[] = "(1) " EACH "di kantor paling banyak 2 orang.\n";
static const char agency[] =
    "(1) Pada setiap perangkat daerah: di kantor paling banyak 50%" OF_US
    "bawah.\n";
static const char least[] =
    "(1) " EACH "di kantor paling sedikit 40%" OF_US "atas.\n"
    "(2) Selebihnya boleh di rumah.\n";
static const char home[] =
    "(1) " EACH "di rumah paling banyak 50%" OF_US "bawah.\n";
static const char away[] = "(1) " EACH "pegawai di rumah atau cuti paling "
                           "banyak 50%" OF_US "bawah.\n";
static const char headed[] = "(1) " EACH "di kantor paling banyak 10%" OF_US
                             "bawah, tidak kurang dari yang wajib hadir.\n"
                             "(2) Kepala perangkat daerah wajib di kantor.\n";
static const char of_asn[] =
    "(1) " EACH "di kantor paling banyak 50% dari seluruh ASN, dibulatkan ke "
    "bawah.\n";
static const char six[] = "(1) " EACH "di kantor paling sedikit 6 orang.\n"
                          "(2) Selebihnya boleh di rumah.\n";
static const char two_of_all[] =
    "(1) " EACH "di kantor paling sedikit 2 orang.\n";

#define EXCEED                                                           \
    "(2) Aturan 1 ayat (1) boleh dilampaui pada unit layanan langsung, " \
    "sesuai kebutuhan loket.\n"
static const char counted[] = HALF EXCEED;
static const char contract[] = HALF EXCEED "(3) TKD wajib di kantor.\n";
static const char twice[] =
    HALF EXCEED "(3) " EACH "di kantor paling banyak 2 orang.\n";
static const char fielded[] =
    HALF EXCEED "(3) Petugas operasional lapangan wajib di lapangan.\n"
                "(4) Aturan 1 ayat (1) tidak berlaku bagi petugas operasional "
                "lapangan.\n";

/* Cells of H A B C D F, then U1 to U4; day of August 2020 (3 is a Monday). */
static const struct {
    const char *rules;
    const char *counters; /* or NULL */
    int32_t day;
    const char *cells;
    const char *why; /* expected words, or NULL */
} cases[] = {
    {half,         NULL,    3, "KKKRRR KKRR", NULL                                },
    {half,         NULL,    3, "RRRRRR RRRR", NULL                                },
    {half,         NULL,    3, "KKKKRR KKRR", "dinas on 2020-08-03: 4 counted by" },
    {half,         NULL,    3, "KKKRRR KRKK", "upt on 2020-08-03: 3 counted by"   },
    {half,         NULL,    3, "KKKRRX KKRR", "F on 2020-08-03: 'X', but the turn"},
    {half,         NULL,    4, "KKKRRC KKRR", NULL                                },
    {half,         NULL,    4, "KKKKRC KKRR", "4 counted by 1/T#1(1), at most 3"  },
    {half,         NULL,    4, "KKRRRK KKRR", "F on 2020-08-04: 'K', but the lett"},
    {half,         NULL,    5, "KKKRKR KKRR", NULL                                },
    {half,         NULL,    5, "KKKKKR KKRR", "5 counted by 1/T#1(1), at most 4"  },
    {half,         NULL,    5, "KKKRRR KKRR", "D on 2020-08-05: 'R', but the lett"},
    {half,         NULL,    8, "------ ----", NULL                                },
    {half,         NULL,    8, "-----K ----", "F on 2020-08-08: 'K', but the lett"},
    {half_up,      NULL,    3, "KKKRRR KKRR", NULL                                },
    {half_up,      NULL,    3, "KKKKRR KKRR", "4 counted by 1/T#1(1), at most 3"  },
    {half_up,      NULL,    3, "KKKRRR KKKR", "3 counted by 1/T#1(1), at most 2"  },
    {third,        NULL,    3, "KRRRRR KRRR", NULL                                },
    {third,        NULL,    3, "KKRRRR KRRR", "2 counted by 1/T#1(1), at most 1"  },
    {one_at_least, NULL,    3, "KRRRRR RRKR", NULL                                },
    {one_at_least, NULL,    3, "KKRRRR RRKR", "2 counted by 1/T#1(1), at most 1"  },
    {two,          NULL,    3, "KRRRRK RRKK", NULL                                },
    {two,          NULL,    3, "KRRRKK RRKK", "3 counted by 1/T#1(1), at most 2"  },
    {agency,       NULL,    3, "KRRRRK KKKR", NULL                                },
    {agency,       NULL,    3, "KRRRKK KKKR", "6 counted by 1/T#1(1), at most 5"  },
    {least,        NULL,    3, "KKKRRR KKRR", NULL                                },
    {least,        NULL,    3, "KKRRRR KKRR", "2 counted by 1/T#1(1), at least 3" },
    {least,        NULL,    3, "KKKRRR KRRR", "1 counted by 1/T#1(1), at least 2" },
    {least,        NULL,    8, "------ ----", NULL                                },
    {home,         NULL,    3, "KKKRRR KKRR", NULL                                },
    {home,         NULL,    3, "KKRRRR KKRR", "4 counted by 1/T#1(1), at most 3"  },
    {home,         NULL,    5, "KKRRKR KKRR", NULL                                },
    {home,         NULL,    5, "KRRRKR KKRR", "4 counted by 1/T#1(1), at most 3"  },
    {away,         NULL,    4, "KKKRRC KKRR", NULL                                },
    {away,         NULL,    4, "KKRRRC KKRR", "4 counted by 1/T#1(1), at most 3"  },
    {away,         NULL,    4, "KKKRRC KRRR", "3 counted by 1/T#1(1), at most 2"  },
    {headed,       NULL,    3, "KRRRRR RRRR", NULL                                },
    {headed,       NULL,    3, "KKRRRR RRRR", "2 counted by 1/T#1(1), at most 1"  },
    {headed,       NULL,    3, "RKRRRR RRRR", "H on 2020-08-03: 'R', but the lett"},
    {headed,       NULL,    5, "KRRRKR RRRR", NULL                                },
    {headed,       NULL,    5, "KKRRKR RRRR", "3 counted by 1/T#1(1), at most 2"  },
    {of_asn,       NULL,    3, "KKKRRR KRRR", NULL                                },
    {of_asn,       NULL,    3, "KKKRRR KKRR", "2 counted by 1/T#1(1), at most 1"  },
    {six,          NULL,    3, "KKKKKK KKKK", NULL                                },
    {six,          NULL,    3, "KKKKKR KKKK", "5 counted by 1/T#1(1), at least 6" },
    {six,          NULL,    4, "KKKKKC KKKK", NULL                                },
    {six,          NULL,    5, "RKKKKK KKKK", "5 counted by 1/T#1(1), at least 6" },
    {six,          NULL,    3, "KKKKKK KKKR", "3 counted by 1/T#1(1), at least 4" },
    {two_of_all,   NULL,    3, "KKKKKK KKKK", NULL                                },
    {two_of_all,   NULL,    3, "KKKKKK KKKR", "a floor sends nobody home"         },
    {counted,      NULL,    3, "KKKRRR KKKR", "3 counted by 1/T#1(1), at most 2"  },
    {counted,      desk,    3, "KKKRRR KKKR", NULL                                },
    {counted,      desk,    3, "KKKRRR KKKK", "4 counted by 1/T#1(1), at most 3"  },
    {counted,      desk,    3, "KKKRRR KKRR", "L1 on 2020-08-03: 2 officers, 3 co"},
    {counted,      desk,    6, "KKKRRR KKKK", NULL                                },
    {counted,      desk,    8, "------ ----", NULL                                },
    {counted,      field,   3, "KKKRRR KKKR", "3 counted by 1/T#1(1), at most 2"  },
    {counted,      indoors, 3, "KKKKRR KKRR", "4 counted by 1/T#1(1), at most 3"  },
    {counted,      indoors, 3, "KKKRRR KKRR", "L1 on 2020-08-03: 3 officers, 4 co"},
    {counted,      lent,    3, "KKKRRR KKRR", NULL                                },
    {counted,      lent,    3, "KKKRRR KKKR", "3 counted by 1/T#1(1), at most 2"  },
    {counted,      lent,    3, "KRKRRR KKRR", "L1 on 2020-08-03: 2 officers, 3 co"},
    {half,         desk,    3, "KKKRRR KKKR", "3 counted by 1/T#1(1), at most 2"  },
    {contract,     desk,    3, "KKKRRR KKKR", NULL                                },
    {contract,     desk,    3, "KKKRRR KKKK", "4 counted by 1/T#1(1), at most 3"  },
    {contract,     NULL,    3, "KKKRRR KRRK", NULL                                },
    {twice,        desk,    3, "KKRRRR KKKR", "3 counted by 1/T#1(3), at most 2"  },
    {twice,        NULL,    3, "KKRRRR KKRR", NULL                                },
    {fielded,      desk,    3, "KKKRRR KKRL", "L1 on 2020-08-03: 2 officers, 3 co"},
    {fielded,      desk,    3, "KKKRRR KKKL", NULL                                },
    {fielded,      field,   3, "KKKRRR KKRL", NULL                                },
    {fielded,      field,   3, "KKKRRR KRRL", "L1 on 2020-08-03: 2 officers, 3 co"},
    {counted,      shared,  3, "KKKRRR KKKR", NULL                                },
    {counted,      shared,  3, "KKKRRR KKKK", "4 counted by 1/T#1(1), at most 3"  },
    {counted,      shared,  3, "KKKRRR KKRR", "officers, 1 could come"            },
    {counted,      shared,  3, "KKKRRR KRRR", "0 officers, 1 could come"          },
    {counted,      shared,  3, "KKKRRR RKKR", "L3 on 2020-08-03: 0 officers, 1 co"},
    {counted,      shared,  4, "KKKRRC RRRR", NULL                                },
};

typedef struct {
    Arena *arena;
    Register r;
    Calendar calendar;
    Government government;
    Source source;
    Letter letter;
    CorpusInput input;
    Corpus corpus;
    Plan plan;
} World;

static Str letter_of(Arena *arena, const char *rules)
{
    return str_format(arena,
                      "surat edaran 1/T\ntentang \"kehadiran\"\n"
                      "penerbit Wali Kota Contoh\nberlaku sejak 1 Agustus "
                      "2020 sampai dengan ditentukan kemudian\n"
                      "bagi seluruh pegawai\n\naturan 1 \"kehadiran\"\n%s",
                      rules);
}

static bool world_open(Arena *arena, const char *rules, const char *counters,
                       World *w)
{
    const char *given[TABLE_COUNT];
    memcpy(given, texts, sizeof given);
    given[TABLE_COUNTERS] = counters;
    Tables tables = tables_import(arena, given);
    Diags diags = diags_in(arena);
    Buf said = buf_in(arena);

    w->arena = arena;
    w->r = tables.r;
    w->calendar = calendar_empty();
    w->government = (Government){.code = STR("kota"), .zone = ZONE_WITA};
    w->source = (Source){STR("1.edaran"), letter_of(arena, rules)};
    w->input = (CorpusInput){&w->letter, &w->source, false};
    CorpusFrom from = {&w->input, 1, &w->government, &w->r, &w->calendar};
    bool made = tables.made &&
                letter_parse(arena, &w->source, &w->letter, &diags) &&
                corpus_make(arena, &from, DATE_NEVER, &w->corpus, &diags);
    if (made) return true;
    diags_print(&diags, LANG_EN, &said);
    faults_print(&tables.faults, LANG_EN, &said);
    return EXPECT_STR(buf_str(&said), "");
}

/* The reason of a cell. */
static Reason reason_for(const World *w, const LawDay *law, PersonId person,
                         char cell)
{
    Directive said = law_person(law, person);
    bool open = said.letter == PLACED_OPEN;
    ClauseId by = open ? said.cap : said.by;
    UnitId unit = w->r.people[person.index].unit;
    Reason reason = {.step = said.step};
    if (by.index != NO_INDEX) reason.rule = corpus_clause(&w->corpus, by)->cite;
    if (open && corpus_clause(&w->corpus, by)->level == LEVEL_AGENCY)
        unit = w->r.agency_of[unit.index];
    if (open) reason.thing = w->r.units[unit.index].code;
    if (open && cell == PLACED_HOME && said.rest.index != NO_INDEX) {
        reason.other = reason.rule;
        reason.rule = corpus_clause(&w->corpus, said.rest)->cite;
    }
    if (said.step == STEP_ABSENCE) reason.thing = STR("cuti");
    if (said.step == STEP_RECALL) reason.thing = STR("panggilan");
    return reason;
}

/* A plan of one day, its reasons as the law gives them. */
static void write_plan(World *w, int32_t day, const char *cells)
{
    Date *date = NEW(w->arena, Date, 1);
    char *own = NEW(w->arena, char, PEOPLE);
    uint16_t *reasons = NEW(w->arena, uint16_t, PEOPLE);
    Reason *reason = NEW(w->arena, Reason, PEOPLE);

    *date = (Date){18474 + day}; /* 18475: 1 August 2020 */
    LawDay *law = law_day(w->arena, &w->corpus, *date);
    for (uint32_t p = 0; p < PEOPLE; cells++) {
        if (*cells == ' ') continue;
        reason[p] = reason_for(w, law, (PersonId){p}, *cells);
        reasons[p] = (uint16_t)p;
        own[p++] = *cells;
    }
    w->plan = (Plan){
        .government = STR("kota"),
        .window = {*date, *date},
        .known = DATE_NEVER,
        .days = date,
        .day_count = 1,
        .person_count = PEOPLE,
        .cells = own,
        .reasons = reasons,
        .reason = reason,
        .reason_count = PEOPLE,
        .seed = rand_digest(w->corpus.letters[0].cite)
    };
}

/* Refused with these words, or accepted when there are none. */
static void expect_judged(const World *w, const char *why)
{
    Err err = {0};
    PlanCount count = {0};
    bool good = audit_plan(&w->plan, &w->corpus, w->arena, &count, &err);
    if (why == NULL && !good) EXPECT_STR(err.text, "");
    EXPECT(good == (why == NULL));
    if (why != NULL) EXPECT_HAS(err.text, why);
}

FACT(every_rule_of_a_letter_binds_a_plan)
{
    for (size_t k = 0; k < COUNT(cases); k++) {
        ROW("%s of the %dth under %s", cases[k].cells, cases[k].day,
            cases[k].rules);
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        World w = {0};
        if (!world_open(arena, cases[k].rules, cases[k].counters, &w)) continue;
        write_plan(&w, cases[k].day, cases[k].cells);
        expect_judged(&w, cases[k].why);
    }
}

/* ---- shapes and reasons ------------------------------------------------ */

static void of_another(World *w)
{
    w->plan.government = STR("lain");
}

static void known_earlier(World *w)
{
    w->plan.known = (Date){18470};
}

static void of_fewer(World *w)
{
    w->plan.person_count--;
}

static void of_more_days(World *w)
{
    w->plan.window.last.days++;
}

static void of_no_end(World *w)
{
    w->plan.window.last = DATE_NEVER;
}

static void of_another_day(World *w)
{
    w->plan.window.first.days++;
    w->plan.window.last.days++;
}

static Reason *reason_of(World *w, uint32_t person)
{
    Reason *reason = NEW(w->arena, Reason, PEOPLE);
    memcpy(reason, w->plan.reason, PEOPLE * sizeof *reason);
    w->plan.reason = reason;
    return &reason[person];
}

static void by_another_step(World *w)
{
    reason_of(w, 1)->step = STEP_MUST;
}

static void by_another_clause(World *w)
{
    reason_of(w, 0)->rule = STR("1/T#1(1)");
}

static void beside_another(World *w)
{
    reason_of(w, 1)->other = STR("2/T");
}

static void about_another_unit(World *w)
{
    reason_of(w, 1)->thing = STR("upt");
}

static void about_something(World *w)
{
    reason_of(w, 0)->thing = STR("dinas");
}

static void about_no_counter(World *w)
{
    reason_of(w, 8)->thing = STR("L1");
}

static void by_another_seed(World *w)
{
    w->plan.seed++;
}

static void for_no_reason(World *w)
{
    w->plan.reason_count--;
}

static const struct {
    void (*change)(World *w);
    const char *why;
} shapes[] = {
    {of_another,         "the plan is of 'lain', the letters of 'kota'"        },
    {known_earlier,      "of different days of knowledge"                      },
    {of_fewer,           "the plan has 9 people, the register 10"              },
    {of_more_days,       "the plan's 1 days are not its window"                },
    {of_no_end,          "the plan's 1 days are not its window"                },
    {of_another_day,     "2020-08-03 is not day 0 of the window"               },
    {by_another_step,    "A on 2020-08-03: the reason says 'wajib', not 'gilir"},
    {by_another_clause,  "H on 2020-08-03: the reason says '1/T#1(1)', not '1/"},
    {beside_another,     "A on 2020-08-03: the reason says '2/T', not ''"      },
    {about_another_unit, "A on 2020-08-03: the reason says 'upt', not 'dinas'" },
    {about_something,    "H on 2020-08-03: the reason says 'dinas', not ''"    },
    {about_no_counter,   "U3 on 2020-08-03: the reason says 'L1', not 'upt'"   },
    {by_another_seed,    "but that of the letters is"                          },
    {for_no_reason,      "U4 on 2020-08-03: there is no reason 9"              },
};

FACT(a_plan_has_the_shape_and_the_reasons_of_its_law)
{
    for (size_t k = 0; k < COUNT(shapes); k++) {
        ROW("%s", shapes[k].why);
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        World w = {0};
        if (!world_open(arena, headed, NULL, &w)) continue;
        write_plan(&w, 3, "KRRRRR RRRR");
        expect_judged(&w, NULL);
        shapes[k].change(&w);
        expect_judged(&w, shapes[k].why);
    }
}

/* Who serves, at which counter, on a day; L1 to L3 open on Mondays. */
static const struct {
    const char *cells;
    uint32_t person;
    const char *counter, *why; /* expected words, or NULL */
    int32_t day;
} servers[] = {
    {"KKKRRR KKKR", 6, "L3", NULL,                     3},
    {"KKKRRR KKKR", 7, "L1", NULL,                     3},
    {"KKKRRR KKKR", 7, "L2", "says 'L2', not 'upt'",   3},
    {"KKKRRR KKKR", 0, "L1", "says 'L1', not 'dinas'", 3},
    {"KKKRRR KKKR", 9, "L1", "says 'L1', not 'upt'",   3},
    {"KKKRRR KKKR", 6, "L9", "says 'L9', not 'upt'",   3},
    {"KKKRRC KKRR", 6, "L1", "says 'L1', not 'upt'",   4},
};

FACT(who_serves_may_be_in_for_an_open_counter_of_their_own)
{
    for (size_t k = 0; k < COUNT(servers); k++) {
        ROW("%u for %s", servers[k].person, servers[k].counter);
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        World w = {0};
        if (!world_open(arena, counted, shared, &w)) continue;
        write_plan(&w, servers[k].day, servers[k].cells);
        reason_of(&w, servers[k].person)->thing = str_of(servers[k].counter);
        expect_judged(&w, servers[k].why);
    }
}

FACT(seats_of_a_plan_are_counted)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    World w = {0};
    Err err = {0};
    PlanCount n = {0};
    if (!world_open(arena, half, NULL, &w)) return;
    write_plan(&w, 5, "KKRRKR KRRR");
    EXPECT(audit_plan(&w.plan, &w.corpus, arena, &n, &err));
    EXPECT_INT((int64_t)n.open, 9); /* all but D, who is called */
    EXPECT_INT(n.seats, 3);
    EXPECT_INT(n.fairness, 3);
    EXPECT_INT((int64_t)n.missed, 0);
    if (!EXPECT(n.cap_count == 2)) return;
    const CapDay *dinas = &n.caps[0].days[0];
    EXPECT_INT(dinas->base, 6);
    EXPECT_INT(dinas->stated, 3);
    EXPECT_INT(dinas->called, 1);
    EXPECT_INT(dinas->in, 3);
    EXPECT_INT(dinas->free, 5);
}

FACT(officers_whom_no_plan_can_give_are_missed)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    World w = {0};
    Err err = {0};
    PlanCount n = {0};
    if (!world_open(arena, counted, shared, &w)) return;
    write_plan(&w, 3, "KKKRRR KKKR");
    EXPECT(audit_plan(&w.plan, &w.corpus, arena, &n, &err));
    EXPECT_INT((int64_t)n.missed, 1);
}
