/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_owed_days.c - "boleh di mana saja" beside so many days in the office.
 *
 * No cap counts these people: the roster gives each the days that they owe.
 * The small office from Monday 3 to Friday 28 August 2020, four whole weeks;
 * section one works six days a week.  Beside the roster stands every set of a
 * person's days of one week, judged by the audit as a count judges it.
 */
#include "app/move_session.h"
#include "audit/audit.h"
#include "harness.h"
#include "small_office.h"
#include "small_texts.h"

#include <string.h>

enum { FIRST = 3, LAST = 29, WEEKS_MADE = 4, SET_DAYS = 7 };

#define ANYWHERE "(1) Pegawai boleh di mana saja.\n(2) "
#define AT_HOME  "(1) Pegawai boleh di rumah.\n(2) "
#define A_WEEK   " hari kerja setiap minggu.\n"

static const char six_days[] = "kode,nama,induk,jenis,perangkat_daerah,"
                               "unit_kerja,layanan,hari_kerja\n"
                               "kota,Pemerintah Kota,,pemerintah,,,,\n"
                               "dinas,Dinas Contoh,kota,dinas,ya,ya,,\n"
                               "s1,Seksi Satu,dinas,seksi,,,,6\n"
                               "s2,Seksi Dua,dinas,seksi,,,,\n"
                               "upt,UPTD Contoh,dinas,uptd,,ya,,\n";

static const struct {
    const char *rules;
    const char *owing;   /* codes of people, a letter each; NULL: all */
    int32_t five, six;   /* days of a whole week, by the unit's week */
    int32_t away;        /* of C, who has three days left of six */
    int32_t least, most; /* what the bound lets be in a week of six */
    bool counters;
} cases[] = {
    {ANYWHERE "Pegawai di kantor tepat 3" A_WEEK,                 NULL,   3, 3, 3, 3, 3, false},
    {ANYWHERE "Pegawai di kantor tepat 3 hari kerja dan di mana saja paling "
              "banyak 3" A_WEEK,
     NULL,                                                                3, 3, 3, 3, 3, false},
    {ANYWHERE "Pegawai di kantor paling sedikit 2" A_WEEK,        NULL,   2, 2, 2, 2, 6,
     false                                                                                    },
    {ANYWHERE "Pegawai di rumah paling banyak 3" A_WEEK,          NULL,   2, 3, 0, 3, 6,
     false                                                                                    },
    {ANYWHERE "Pegawai pada Seksi Satu di kantor tepat 3" A_WEEK, "ABCD", 3, 3,
     3,                                                                            3, 3, false},
    {"(1) Pegawai pada Seksi Dua wajib di kantor.\n(2) Pegawai lainnya boleh "
     "di mana saja.\n(3) Pegawai di kantor tepat 3" A_WEEK,
     "ABCD",                                                              3, 3, 3, 3, 3, true },
    {"(1) Pada Seksi Dua: di kantor paling banyak 1 orang.\n(2) Selebihnya "
     "boleh di rumah.\n(3) Pegawai lainnya boleh di mana saja.\n(4) Pegawai "
     "pada Seksi Satu di kantor tepat 3" A_WEEK,
     "ABCD",                                                              3, 3, 3, 3, 3, false},
};

static bool open_office(Arena *arena, const char *rules, bool counters,
                        SmallOffice *out)
{
    const char *texts[TABLE_COUNT];
    memcpy(texts, small_texts, sizeof texts);
    texts[TABLE_UNITS] = six_days;
    if (!counters) texts[TABLE_COUNTERS] = NULL;
    return small_office_open(arena, texts, rules, out) &&
           small_office_roster(out, FIRST, LAST);
}

static char code_of(const SmallOffice *s, uint32_t person)
{
    Str code = s->made.corpus.r->people[person].code;
    return code.len == 1 ? code.ptr[0] : 'U';
}

static int32_t there_in_week(const Plan *plan, uint32_t person, uint32_t week)
{
    int32_t there = 0;
    for (uint32_t d = week * 7; d < week * 7 + 7 && d < plan->day_count; d++)
        there += plan_cell(plan, (PersonId){person}, d) == PLACED_OFFICE;
    return there;
}

static bool works_six_days(const SmallOffice *s, uint32_t person)
{
    const Register *r = s->made.corpus.r;
    return r->units[r->people[person].unit.index].week == 6;
}

/* C is away from Wednesday to Friday of the first week. */
static int32_t expected(const SmallOffice *s, size_t row, uint32_t person,
                        uint32_t week)
{
    if (code_of(s, person) == 'C' && week == 0) return cases[row].away;
    return works_six_days(s, person) ? cases[row].six : cases[row].five;
}

static bool owes(const SmallOffice *s, size_t row, uint32_t person)
{
    return cases[row].owing == NULL ||
           strchr(cases[row].owing, code_of(s, person)) != NULL;
}

FACT(a_roster_gives_everybody_the_days_that_they_owe)
{
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%s", cases[i].rules);
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        SmallOffice *s = NEW(arena, SmallOffice, 1);
        if (!open_office(arena, cases[i].rules, cases[i].counters, s)) continue;
        EXPECT(s->made.solved && s->made.verified);
        EXPECT_STR(s->made.audit_said[LANG_EN], "");
        for (uint32_t p = 0; p < SMALL_PEOPLE; p++) {
            for (uint32_t w = 0; w < WEEKS_MADE && owes(s, i, p); w++) {
                ROW("%s: %c in week %u", cases[i].rules, code_of(s, p), w);
                EXPECT_INT(there_in_week(&s->made.demand.plan, p, w),
                           expected(s, i, p, w));
            }
        }
    }
}

/* ---- every set of one week ----------------------------------------------- */

/* The person's own reasons of being in and at home: the cells may change. */
static bool own_reasons(const Plan *plan, uint32_t person, uint16_t out[2])
{
    bool found[2] = {false, false};
    for (uint32_t d = 0; d < plan->day_count; d++) {
        size_t cell = (size_t)person * plan->day_count + d;
        bool in = plan->cells[cell] == PLACED_OFFICE;
        if (plan->reason[plan->reasons[cell]].step != STEP_TURN) continue;
        out[in] = plan->reasons[cell];
        found[in] = true;
    }
    return found[0] && found[1];
}

typedef struct {
    int32_t refused, believed;
} Judged;

static void judge(const SmallOffice *s, size_t row, const Plan *plan,
                  int32_t there, Judged *judged)
{
    AUTO(arena_done) Arena *scratch = arena_open(1 << 16);
    PlanCount count = {0};
    Err err = {0};
    bool good = audit_plan(plan, &s->made.corpus, scratch, &count, &err);
    EXPECT(good == (there >= cases[row].least && there <= cases[row].most));
    if (!good) EXPECT_HAS(err.text, "days by 1/T#1(");
    judged->refused += !good;
    judged->believed += good;
}

/* A's second week, from Monday to Saturday. */
static void try_every_set(Arena *arena, const SmallOffice *s, size_t row,
                          Judged *judged)
{
    enum { A = 1, SECOND = 7, SETS = 1 << 6 };
    Plan plan = s->made.demand.plan;
    size_t size = (size_t)plan.person_count * plan.day_count;
    char *cells = arena_bytes(arena, size, 1, 1);
    uint16_t *reasons = NEW(arena, uint16_t, size), own[2] = {0, 0};
    memcpy(cells, plan.cells, size);
    memcpy(reasons, plan.reasons, size * sizeof *reasons);
    if (!EXPECT(own_reasons(&plan, A, own))) return;
    plan.cells = cells;
    plan.reasons = reasons;
    for (uint32_t set = 0; set < SETS; set++) {
        for (uint32_t d = 0; d < 6; d++) {
            size_t cell = (size_t)A * plan.day_count + SECOND + d;
            bool in = (set >> d & 1) != 0;
            cells[cell] = in ? PLACED_OFFICE : PLACED_HOME;
            reasons[cell] = own[in];
        }
        judge(s, row, &plan, __builtin_popcount(set), judged);
    }
}

FACT(the_audit_believes_the_weeks_that_have_their_days_and_no_other)
{
    Judged judged = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%s", cases[i].rules);
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        SmallOffice *s = NEW(arena, SmallOffice, 1);
        if (!open_office(arena, cases[i].rules, cases[i].counters, s)) continue;
        try_every_set(arena, s, i, &judged);
    }
    EXPECT(judged.refused > 50 && judged.believed > 50);
}

/* ---- what is left alone, and what cannot be ------------------------------ */

static const char *const at_home[] = {
    ANYWHERE "Pegawai di kantor paling banyak 3" A_WEEK,
    ANYWHERE "Pegawai di rumah paling sedikit 2" A_WEEK,
    AT_HOME "Pegawai di kantor tepat 3" A_WEEK,
};

FACT(a_bound_that_home_keeps_and_a_place_that_is_said_stay)
{
    for (size_t i = 0; i < COUNT(at_home); i++) {
        ROW("%s", at_home[i]);
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        SmallOffice *s = NEW(arena, SmallOffice, 1);
        if (!open_office(arena, at_home[i], false, s)) continue;
        EXPECT_INT(there_in_week(&s->made.demand.plan, 1, 1), 0);
    }
}

FACT(two_bounds_that_no_week_keeps_are_both_named)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    SmallOffice *s = NEW(arena, SmallOffice, 1);
    RosterWish wish = make_roster_wish();
    Err err = {0};
    wish.window = small_office_days(FIRST, LAST);
    if (!small_office_open(arena, small_texts,
                           ANYWHERE
                           "Pegawai di kantor tepat 3" A_WEEK
                           "(3) Pegawai di rumah paling sedikit 3" A_WEEK,
                           s))
        return;
    EXPECT(!make_roster(&s->office, &wish, &s->made, &err));
    EXPECT_HAS(err.text, "1/T#1(2)");
    EXPECT_HAS(err.text, "1/T#1(3)");
}

FACT(days_that_a_counter_wants_beyond_them_are_a_clash)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    SmallOffice *s = NEW(arena, SmallOffice, 1);
    RosterWish wish = make_roster_wish();
    Err err = {0};
    wish.window = small_office_days(FIRST, LAST);
    if (!small_office_open(arena, small_texts,
                           ANYWHERE "Pegawai di kantor tepat 1" A_WEEK, s))
        return;
    bool made = make_roster(&s->office, &wish, &s->made, &err);
    EXPECT_STR(str_of(err.text), "");
    EXPECT(made && !s->made.solved && s->made.verified);
}

FACT(officers_come_as_often_as_their_counter_wants_them)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    SmallOffice *s = NEW(arena, SmallOffice, 1);
    if (!open_office(arena,
                     ANYWHERE "Pegawai di kantor paling sedikit 1" A_WEEK, true,
                     s))
        return;
    EXPECT(s->made.solved && s->made.verified);
    EXPECT_INT(s->made.demand.shortage_count, 0);
    EXPECT_INT(there_in_week(&s->made.demand.plan, 1, 1), 1);
}

/* ---- a plan that moves ----------------------------------------------------
 */

FACT(a_plan_of_owed_days_moves_and_is_proved)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    SmallOffice *s = NEW(arena, SmallOffice, 1);
    const MovedPlan *moved = NULL;
    Err err = {0};
    if (!open_office(arena, cases[0].rules, false, s)) return;
    Window days = small_office_days(12, 13);
    MoveEvent event = {.kind = MOVE_LEAVE,
                       .person = {2},
                       .window = days,
                       .absence = ABSENCE_CUTI,
                       .known = days.first};
    MoveWish wish = {.now = days.first};
    MoveSession *session =
        move_session_open(&s->office, &s->made.demand.plan, &err);
    if (!EXPECT(session != NULL)) return;
    bool done = move_session_apply(session, &event, &wish, &moved, &err);
    EXPECT_STR(str_of(err.text), "");
    if (EXPECT(done) && EXPECT(moved->solved)) EXPECT(moved->verified);
    move_session_close(session);
}
