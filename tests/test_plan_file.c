/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_plan_file.c - plans, certificates and problems: written, read again,
 * the same; and what is not of the form refused with its place.
 */
#include "base/clock.h"
#include "base/csv.h"
#include "chance.h"
#include "harness.h"
#include "plan/plan.h"
#include "roster/roster.h"

#include <stdlib.h>
#include <string.h>

/* ---- a small world ---- */

typedef struct {
    Register r;
    Plan plan;
    Draft draft;
    Answer answer;
} World;

static Register register_of(Arena *a, uint32_t people)
{
    Unit *units = NEW(a, Unit, 2);
    Person *persons = NEW(a, Person, people);
    units[0] = (Unit){.code = STR("pemkab")};
    units[1] = (Unit){.code = STR("dinkes"), .parent = {0}};
    for (uint32_t i = 0; i < people; i++)
        persons[i] = (Person){.code = str_format(a, "B%05u", i),
                              .nip = STR("198609012010011000"),
                              .name = STR("Siti \"Ami\"; S.Sos, M.Si"),
                              .unit = {1}};
    return (Register){.units = units,
                      .unit_count = 2,
                      .people = persons,
                      .person_count = people,
                      .counter_count = 9};
}

static Plan plan_of(Arena *a, Rand *rand, uint32_t people, uint32_t days)
{
    static const char letters[] = "KRLCDXB-";
    Date *dates = NEW(a, Date, days);
    char *cells = NEW(a, char, (size_t)people *days);
    uint16_t *reasons = NEW(a, uint16_t, (size_t)people * days);
    Reason *reason = NEW(a, Reason, 3);
    reason[0] = (Reason){STEP_TURN, STR("800/0437/Org#1(1)"),
                         STR("cap\twith tab"), STR("")};
    reason[1] = (Reason){STEP_REST, STR(""), STR("two\nlines \\ one slash"),
                         STR("dinkes")};
    reason[2] = (Reason){.step = STEP_DAY_OFF};
    for (uint32_t d = 0; d < days; d++)
        dates[d] = (Date){18477 + (int32_t)d};
    for (size_t k = 0; k < (size_t)people * days; k++) {
        cells[k] = letters[rand_below(rand, 8)];
        bool as_before = k >= days && rand_chance(rand, 990);
        reasons[k] =
            as_before ? reasons[k - days] : (uint16_t)rand_below(rand, 3);
    }
    return (Plan){
        .government = STR("kotim"),
        .window = {dates[0], dates[days - 1]},
        .known = DATE_NEVER,
        .days = dates,
        .day_count = days,
        .person_count = people,
        .cells = cells,
        .reasons = reasons,
        .reason = reason,
        .reason_count = 3,
        .digest = UINT64_MAX - 5,
        .seed = UINT64_C(1) << 63
    };
}

static World world_of(Arena *a, uint64_t seed, uint32_t people, uint32_t days)
{
    Rand rand = rand_seeded(seed);
    Err err = {0};
    World w = {.r = register_of(a, people),
               .plan = plan_of(a, &rand, people, days),
               .draft = draft_of(a, 20, 2, people, 2)};
    for (uint32_t i = 0; i < people; i++) {
        w.draft.rows[i].node = i % 2;
        w.draft.rows[i].may = rand_next(&rand) & 0xfffff;
        w.draft.qualified[0][i] = i;
    }
    w.draft.posts[0].row_count = people;
    for (uint32_t d = 0; d < 20; d++) {
        w.draft.most[0][d] = (int32_t)people / 4;
        w.draft.need[0][d] = people > 9;
    }
    CHECK(
        roster_solve(a, &w.draft.problem, (RosterOptions){0}, &w.answer, &err));
    return w;
}

static Str csv_text(Arena *a, const World *w, char mark)
{
    Buf out = buf_in(a);
    plan_write_csv(&w->plan, &w->r, mark, &out);
    return buf_str(&out);
}

static Str cert_text(Arena *a, const World *w)
{
    Buf out = buf_in(a);
    plan_write_cert(&w->plan, &w->draft.problem, &w->answer, &out);
    return buf_str(&out);
}

/* ---- there and back ---- */

static void expect_same_reasons(const Plan *got, const Plan *want)
{
    EXPECT_INT(got->reason_count, want->reason_count);
    for (uint32_t k = 0; k < want->reason_count; k++) {
        EXPECT_INT(got->reason[k].step, want->reason[k].step);
        EXPECT_STR(got->reason[k].rule, want->reason[k].rule);
        EXPECT_STR(got->reason[k].other, want->reason[k].other);
        EXPECT_STR(got->reason[k].thing, want->reason[k].thing);
    }
}

static void expect_same(const World *w, const Plan *plan, const Answer *answer)
{
    const Plan *want = &w->plan;
    size_t cells = (size_t)want->person_count * want->day_count;
    EXPECT_STR(plan->government, want->government);
    EXPECT(date_is(plan->window.first, want->window.first));
    EXPECT(date_is(plan->window.last, want->window.last));
    EXPECT(date_is(plan->known, want->known));
    EXPECT(plan->digest == want->digest && plan->seed == want->seed);
    EXPECT_INT(plan->day_count, want->day_count);
    EXPECT(memcmp(plan->cells, want->cells, cells) == 0);
    EXPECT(memcmp(plan->reasons, want->reasons,
                  cells * sizeof plan->reasons[0]) == 0);
    expect_same_reasons(plan, want);
    EXPECT_INT(answer->presence, w->answer.presence);
    EXPECT_INT(answer->fairness, w->answer.fairness);
    size_t count = w->answer.certificate.vertex_count;
    EXPECT_INT((int64_t)answer->certificate.vertex_count, (int64_t)count);
    for (size_t v = 0; v < count; v++) {
        Label a = answer->certificate.labels[v];
        Label b = w->answer.certificate.labels[v];
        if (!EXPECT(a.presence == b.presence && a.fairness == b.fairness))
            break;
    }
    EXPECT_INT((int64_t)answer->duty_count, (int64_t)w->answer.duty_count);
    for (size_t k = 0; k < answer->duty_count; k++)
        EXPECT(memcmp(&answer->duties[k], &w->answer.duties[k],
                      sizeof answer->duties[k]) == 0);
}

FACT(a_plan_written_and_read_is_the_same)
{
    static const char marks[] = {',', ';', '\t'};
    for (size_t k = 0; k < COUNT(marks); k++) {
        AUTO(arena_done) Arena *a = arena_open(1 << 16);
        World w = world_of(a, k + 1, 12 + (uint32_t)k, 28);
        Plan plan = {0};
        Answer answer = {0};
        Err err = {0};
        bool ok = plan_read(a, csv_text(a, &w, marks[k]), cert_text(a, &w),
                            &w.r, &plan, &answer, &err);
        ROW("mark %zu", k);
        if (!EXPECT(ok)) EXPECT_STR(err.text, "");
        if (ok) expect_same(&w, &plan, &answer);
    }
}

FACT(writing_twice_gives_the_same_bytes)
{
    AUTO(arena_done) Arena *a = arena_open(1 << 16);
    World w = world_of(a, 7, 20, 14);
    EXPECT_STR(cert_text(a, &w), cert_text(a, &w));
    EXPECT_STR(csv_text(a, &w, ','), csv_text(a, &w, ','));
}

FACT(the_table_is_for_people_and_spreadsheets)
{
    AUTO(arena_done) Arena *a = arena_open(1 << 16);
    World w = world_of(a, 3, 1, 2);
    Str text = csv_text(a, &w, ',');
    EXPECT_HAS(text, "id,nip,nama,unit,2020-08-03,2020-08-04\n");
    EXPECT_HAS(text, "B00000,198609012010011000,\"Siti \"\"Ami\"\"; S.Sos, "
                     "M.Si\",dinkes,");
}

FACT(a_government_of_twelve_thousand_is_quick)
{
    AUTO(arena_done) Arena *a = arena_open(1 << 20);
    World w = world_of(a, 5, 12000, 56);
    Plan plan = {0};
    Answer answer = {0};
    Err err = {0};
    int64_t begun = clock_monotonic_ns();
    Str csv = csv_text(a, &w, ','), cert = cert_text(a, &w);
    EXPECT(plan_read(a, csv, cert, &w.r, &plan, &answer, &err));
    int64_t ms = (clock_monotonic_ns() - begun) / 1000000;
    const char *show = getenv("TIMES");
    if (show != NULL) EXPECT_INT(ms, 0);
    EXPECT(ms < 5000); /* loose: sanitizers, busy machines */
}

FACT(days_of_a_plan_are_found)
{
    AUTO(arena_done) Arena *a = arena_open(1 << 16);
    World w = world_of(a, 3, 1, 9);
    EXPECT_INT(plan_day(&w.plan, (Date){18477}), 0);
    EXPECT_INT(plan_day(&w.plan, (Date){18485}), 8);
    EXPECT_INT(plan_day(&w.plan, (Date){18486}), NO_INDEX);
    EXPECT_INT(plan_day(&w.plan, (Date){18476}), NO_INDEX);
}

/* ---- refusals ---- */

static const char csv_good[] = "id,nip,nama,unit,2020-08-03,2020-08-04\n"
                               "B00000,1,Ani,dinkes,K,R\n"
                               "B00001,,Budi,dinkes,-,R\n";
static const char cert_good[] = "rencana 1\n"
                                "government kotim\n"
                                "window 2020-08-03 2020-08-04\n"
                                "known ..\n"
                                "digest 1 2\n"
                                "seed 0 7\n"
                                "reason giliran\tx#1\t\t\n"
                                "reason libur\t\t\t\n"
                                "cells 0 1\n"
                                "same 1\n"
                                "proof 3 2 2\n"
                                "labels 0,1*2 1,0\n"
                                "duty 0 0:1 1:1\n"
                                "duty 1 1:0\n"
                                "end\n";

static bool read_pair(Arena *a, Str csv, Str cert, Err *err)
{
    static const Person people[] = {
        {.code = STR_INIT("B00000"),
         .nip = STR_INIT("1"),
         .name = STR_INIT("Ani"),
         .unit = {1}},
        {.code = STR_INIT("B00001"),                          .name = STR_INIT("Budi"), .unit = {1}},
    };
    Register r = register_of(a, 2);
    r.people = people;
    Plan plan = {0};
    Answer answer = {0};
    return plan_read(a, csv, cert, &r, &plan, &answer, err);
}

/* The text with the first `old` in it made `new`. */
static Str changed(Arena *a, const char *text, const char *old, const char *new)
{
    Str whole = str_of(text);
    size_t at = str_find(whole, str_of(old), 0);
    CHECK(at != SIZE_MAX);
    Buf out = buf_in(a);
    buf_put(&out, str_slice(whole, 0, at));
    buf_c(&out, new);
    buf_put(&out, str_slice(whole, at + strlen(old), whole.len));
    return buf_str(&out);
}

typedef struct {
    const char *old, *new, *why;
} Change;

static const Change table_changes[] = {
    {"id,nip",     "nip,id",      "line 1, column 1"                            },
    {"2020-08-04", "2020-08-05",  "line 1, column 6"                            },
    {"2020-08-03", "03/08/2020",  "line 1, column 5"                            },
    {"B00001",     "B00002",      "line 3, column 1"                            },
    {"B00000,1,",  "B00000,2,",   "line 2, column 2: '2' stands where the regis"},
    {"B00000,1,",  "B00000,,",    "line 2, column 2"                            },
    {"B00001,,",   "B00001,7,",   "line 3, column 2"                            },
    {"Budi",       "Budi S.",     "line 3, column 3"                            },
    {"Ani",        "",            "line 2, column 3"                            },
    {"dinkes,-",   "pemkab,-",    "line 3, column 4"                            },
    {",K,R",       ",Q,R",        "'Q' is no placement"                         },
    {",K,R",       ",K",          "line 2: 5 columns"                           },
    {",K,R",       ",?,R",        "'?' is no placement"                         },
    {",-,R\n",     ",-,R\nx\n",   "more people than"                            },
    {"B00001,,",   "B00001,\"2,", "a quote"                                     },
};

FACT(tables_are_refused_with_their_place)
{
    AUTO(arena_done) Arena *a = arena_open(1 << 16);
    Err err = {0};
    EXPECT(read_pair(a, str_of(csv_good), str_of(cert_good), &err));
    for (size_t k = 0; k < COUNT(table_changes); k++) {
        const Change *c = &table_changes[k];
        Str csv = changed(a, csv_good, c->old, c->new);
        ROW("%s -> %s", c->old, c->new);
        EXPECT(!read_pair(a, csv, str_of(cert_good), &err));
        bool by_csv = strcmp(c->why, "a quote") == 0; /* base/ says it */
        EXPECT(by_csv || str_starts(str_of(err.id), STR("baris ")));
        EXPECT_HAS(err.text, c->why);
    }
}

static const Change cert_changes[] = {
    {"rencana 1",         "rencana 2",             "line 1, column 9"            },
    {"rencana",           "",                      "line 1"                      },
    {"government kotim",  "government a\\x",       "line 2"                      },
    {"window 2020-08-03", "window 2020-08-01",     "line 3"                      },
    {"window 2020-08-03", "window",                "line 3"                      },
    {"known ..",          "known .",               "line 4, column 7"            },
    {"digest 1 2",        "digest 1",              "line 5"                      },
    {"digest 1 2",        "digest 1 4294967296",   "line 5, column 10"           },
    {"digest 1 2",        "digest 1 2 3",          "line 5, column 12"           },
    {"giliran",           "putaran",               "begins with no step"         },
    {"x#1\t\t",           "x#1\t\t\ty",            "more than four parts"        },
    {"x#1",               "x#1\\",                 "a backslash"                 },
    {"cells 0 1",         "cells 0 2",             "line 9, column 9"            },
    {"cells 0 1",         "cells 0",               "line 9"                      },
    {"cells 0 1",         "cells 0*3",             "more often than"             },
    {"cells 0 1",         "cells 0*0 1",           "value*times"                 },
    {"cells 0 1",         "cells 0 1 1",           "more than the line"          },
    {"cells 0 1",         "same 1",                "nobody before it"            },
    {"same 1",            "same 2",                "line 10, column 6"           },
    {"same 1\n",          "",                      "'proof' stands where 'cells'"},
    {"proof 3",           "proof 4",               "line 12"                     },
    {"proof 3",           "proof 999999999999",    "line 11, column 7"           },
    {"labels 0,1*2",      "labels 0,1*9999999999", "more often than"             },
    {"labels 0,1*2",      "labels 0,1,2*2",        "more than two parts"         },
    {"labels 0,1*2",      "labels 0*2",            "line 12"                     },
    {"duty 0 0:1",        "duty 2 0:1",            "line 13, column 6"           },
    {"0:1 1:1",           "1:1 0:1",               "out of order"                },
    {"0:1 1:1",           "64:1",                  "line 13"                     },
    {"duty 1 1:0",        "dutie 1 1:0",           "neither 'duty' nor"          },
    {"end\n",             "",                      "ends too early"              },
    {"end\n",             "end x\n",               "line 15, column 5"           },
};

FACT(certificates_are_refused_with_their_place)
{
    AUTO(arena_done) Arena *a = arena_open(1 << 16);
    Err err = {0};
    for (size_t k = 0; k < COUNT(cert_changes); k++) {
        const Change *c = &cert_changes[k];
        Str cert = changed(a, cert_good, c->old, c->new);
        ROW("%s -> %s", c->old, c->new);
        EXPECT(!read_pair(a, str_of(csv_good), cert, &err));
        EXPECT(str_starts(str_of(err.id), STR("baris ")));
        EXPECT_HAS(err.text, c->why);
    }
}

/* Cut off anywhere, or with any byte changed: an answer, never a crash. */
FACT(torn_and_bent_files_do_no_harm)
{
    Rand rand = rand_seeded(9);
    for (size_t k = 0; k < sizeof cert_good - 1; k++) {
        AUTO(arena_done) Arena *a = arena_open(1 << 14);
        Err err = {0};
        Str cert = str_slice(str_of(cert_good), 0, k);
        bool whole = k + 1 >= sizeof cert_good - 1;
        EXPECT(read_pair(a, str_of(csv_good), cert, &err) == whole);
        char *bent = NEW(a, char, sizeof cert_good);
        memcpy(bent, cert_good, sizeof cert_good);
        bent[k] = (char)rand_below(&rand, 127);
        (void)read_pair(a, str_of(csv_good), (Str){bent, sizeof cert_good - 1},
                        &err);
        if (k >= sizeof csv_good - 1) continue;
        Str csv = str_slice(str_of(csv_good), 0, k);
        (void)read_pair(a, csv, str_of(cert_good), &err);
    }
}

/* ---- problems ---- */

static Str problem_text(Arena *a, const Problem *p)
{
    Buf out = buf_in(a);
    problem_write(p, &out);
    return buf_str(&out);
}

FACT(problems_written_and_read_are_the_same)
{
    Rand rand = rand_seeded(17);
    for (int k = 0; k < 300; k++) {
        AUTO(arena_done) Arena *a = arena_open(1 << 16);
        Draft t = chance_draft(a, &rand, (ChanceSizes){12, 5, 20, 3, true});
        Problem back = {0};
        Err err = {0};
        Str text = problem_text(a, &t.problem);
        if (!EXPECT(problem_read(a, text, &back, &err))) {
            EXPECT_STR(err.text, "");
            return;
        }
        EXPECT(back.seed == t.problem.seed);
        if (!EXPECT_STR(problem_text(a, &back), text)) return;
    }
}

static const char problem_good[] =
    "soal 1\n"
    "seed 1 2\n"
    "days 2020-08-03 2020-08-04 2020-08-06\n"
    "node - 4 least 0*3 most 2 free*2 why 3:50:1:40*2 -:free:0:0\n"
    "node 0 - least 1 0*2 most 1*3 why 3:1:0:0*3 floor 4:1:0:0*3\n"
    "row 7 1 must 0 may 1-2 offset 3 bound 0-2 1 free 5 bound 1 0 1 -\n"
    "row 8 0 must - may 0,2 offset 0\n"
    "post 2 0 need 1 0*2 rows 0-1\n"
    "end\n";

static const Change problem_changes[] = {
    {"soal 1",      "soal 2",      "line 1, column 6"              },
    {"seed 1 2",    "seed 1",      "line 2"                        },
    {"2020-08-04",  "2020-08-03",  "day 1 is not after"            },
    {"2020-08-04",  "2020-13-03",  "line 3, column 17"             },
    {"node 0 -",    "node 1 -",    "does not come after its parent"},
    {"node - 4",    "node -",      "line 4"                        },
    {"least 0*3",   "least 0*2",   "line 4"                        },
    {"most 1*3",    "most 0*3",    "not between 0 and 0"           },
    {"least 1 0",   "least -1 0",  "not between 0 and 1"           },
    {"3:50:1:40",   "3:50:1",      "line 4"                        },
    {"row 7 1",     "row 7 2",     "there is no node 2"            },
    {"must 0",      "must 0-1",    "both must and may"             },
    {"may 1-2",     "may 1-3",     "outside the problem"           },
    {"may 1-2",     "may 2-1",     "line 6"                        },
    {"may 1-2",     "may 64",      "line 6"                        },
    {"offset 3",    "offset -3",   "line 6"                        },
    {"bound 1 0",   "bound 1 2",   "not between 0 and 1"           },
    {"bound 0-2 1", "bound 0,2 1", ""                              },
    {"bound 0-2 1", "bund 0-2 1",  "is not 'bound'"                },
    {"rows 0-1",    "rows 0-2",    "line 8"                        },
    {"rows 0-1",    "rows 1 0",    "out of order"                  },
    {"need 1",      "need -1",     "a need of -1"                  },
    {"end\n",       "",            "without 'end'"                 },
    {"end\n",       "node\n",      "unknown or out of order"       },
};

FACT(problems_are_refused_with_their_place)
{
    AUTO(arena_done) Arena *a = arena_open(1 << 16);
    Err err = {0};
    Problem p = {0};
    if (!EXPECT(problem_read(a, str_of(problem_good), &p, &err)))
        EXPECT_STR(err.text, "");
    EXPECT_STR(problem_text(a, &p), problem_good);
    for (size_t k = 0; k < COUNT(problem_changes); k++) {
        const Change *c = &problem_changes[k];
        bool fine = c->why[0] == '\0';
        Str text = changed(a, problem_good, c->old, c->new);
        ROW("%s -> %s", c->old, c->new);
        EXPECT(problem_read(a, text, &p, &err) == fine);
        if (!fine) EXPECT_HAS(err.text, c->why);
    }
}

FACT(torn_and_bent_problems_do_no_harm)
{
    Rand rand = rand_seeded(19);
    for (size_t k = 0; k < sizeof problem_good - 1; k++) {
        AUTO(arena_done) Arena *a = arena_open(1 << 14);
        Err err = {0};
        Problem p = {0};
        Str torn = str_slice(str_of(problem_good), 0, k);
        bool whole = k + 1 >= sizeof problem_good - 1;
        EXPECT(problem_read(a, torn, &p, &err) == whole);
        char *bent = NEW(a, char, sizeof problem_good);
        memcpy(bent, problem_good, sizeof problem_good);
        bent[k] = (char)rand_below(&rand, 127);
        Str text = {bent, sizeof problem_good - 1};
        EXPECT(problem_read(a, text, &p, &err) || err.text[0] != '\0');
    }
}

/* ---- placements ---- */

FACT(steps_and_placements_have_their_words)
{
    for (int s = 0; s < STEP_COUNT; s++) {
        Step back = STEP_COUNT;
        EXPECT(step_parse(step_code((Step)s), &back));
        EXPECT_INT(back, s);
    }
    Step none = STEP_COUNT;
    EXPECT(!step_parse(STR("Tutup"), &none) && none == STEP_COUNT);
    EXPECT_STR(placed_word(PLACED_OFFICE, LANG_ID), "kantor");
    EXPECT_STR(placed_word(PLACED_TRIP, LANG_EN), "official trip");
    EXPECT(placed_is('K') && placed_is('-'));
    EXPECT(!placed_is('?') && !placed_is('k') && !placed_is('\0'));
}
