/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_days.c - days of a person in each week or month.
 *
 * The small office, without counters, from Monday 3 to Friday 28 August 2020:
 * four whole weeks.  What the roster gives is counted week by week from its
 * cells; every exchange of two cells of a day in one unit is judged by the
 * audit as that count judges it.
 */
#include "app/move_session.h"
#include "audit/audit.h"
#include "base/rand.h"
#include "harness.h"
#include "small_office.h"
#include "small_texts.h"

#include <string.h>

enum { FIRST = 3, LAST = 28, DAYS_MOST = 26 };

#define HALF                                                          \
    "(1) Pada setiap unit kerja: di kantor paling banyak 50% dari "   \
    "seluruh pegawai, dibulatkan ke bawah.\n(2) Selebihnya wajib di " \
    "rumah, bergilir.\n(3) "

static const struct {
    const char *sentence;
    int32_t days; /* of the window: 7, or 31 the month */
    char place;
    int32_t least, most; /* 0, 99: unbound */
} cases[] = {
    {"Pegawai di kantor paling sedikit 2 hari kerja setiap minggu", 7,  'K', 2,
     99                                                                          },
    {"Pegawai di rumah paling banyak 3 hari kerja setiap minggu",   7,  'R', 0, 3},
    {"Pegawai di kantor paling banyak 3 hari kerja setiap minggu",  7,  'K', 0,
     3                                                                           },
    {"Pegawai di rumah paling sedikit 2 hari kerja setiap minggu",  7,  'R', 2,
     99                                                                          },
    {"Pegawai di kantor paling banyak 9 hari kerja setiap bulan",   31, 'K', 0,
     9                                                                           },
    {"Pegawai di kantor tepat 2 hari kerja dan di mana saja paling banyak 3 "
     "hari kerja setiap minggu",                               7,  'K', 2, 2},
};

static bool open_office(Arena *arena, const char *sentence, SmallOffice *out)
{
    const char *texts[TABLE_COUNT];
    memcpy(texts, small_texts, sizeof texts);
    texts[TABLE_COUNTERS] = NULL;
    return small_office_open(
               arena, texts,
               str_c(arena, str_format(arena, "%s%s.\n", HALF, sentence)),
               out) &&
           small_office_roster(out, FIRST, LAST);
}

/* Counted in the window from `day`; `open` are turns, the others settled. */
typedef struct {
    int32_t there, settled, able;
} Count;

static bool is_open(const SmallOffice *s, uint32_t person, uint32_t day)
{
    const Plan *plan = &s->made.demand.plan;
    size_t cell = (size_t)person * plan->day_count + day;
    return plan->reason[plan->reasons[cell]].step == STEP_TURN;
}

static Count count_of(const SmallOffice *s, const char *cells, uint32_t person,
                      size_t row, uint32_t day)
{
    const Plan *plan = &s->made.demand.plan;
    Count n = {0};
    for (uint32_t d = day; d < plan->day_count; d++) {
        bool open = is_open(s, person, d);
        if (cases[row].days == 7 && d / 7 != day / 7) break;
        bool there =
            cells[(size_t)person * plan->day_count + d] == cases[row].place;
        n.there += there;
        n.settled += there && !open;
        n.able += open;
    }
    n.able += n.settled;
    return n;
}

static int32_t at_most(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

/* The two or three days of the month outside of the plan are forgiven. */
static bool holds(const SmallOffice *s, const char *cells, uint32_t person,
                  size_t row)
{
    for (uint32_t d = 0; d < s->made.demand.plan.day_count; d++) {
        bool begins = d == 0 || (cases[row].days == 7 && d % 7 == 0);
        if (!begins) continue;
        Count n = count_of(s, cells, person, row, d);
        int32_t most =
            cases[row].most < n.settled ? n.settled : cases[row].most;
        if (n.there > most || n.there < at_most(cases[row].least, n.able))
            return false;
    }
    return true;
}

FACT(a_roster_keeps_the_days_of_each_person_and_is_proved)
{
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%s", cases[i].sentence);
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        SmallOffice *s = NEW(arena, SmallOffice, 1);
        if (!open_office(arena, cases[i].sentence, s)) continue;
        EXPECT(s->made.verified);
        EXPECT_STR(s->made.audit_said[LANG_EN], "");
        for (uint32_t p = 0; p < SMALL_PEOPLE; p++)
            EXPECT(holds(s, s->made.demand.plan.cells, p, i));
    }
}

/* ---- exchanges ----------------------------------------------------------- */

typedef struct {
    int32_t refused, believed;
} Judged;

static void exchange(char *a, char *b)
{
    char kept = *a;
    *a = *b;
    *b = kept;
}

static void judge(Arena *arena, const SmallOffice *s, const Plan *plan,
                  bool should, Judged *judged)
{
    PlanCount count = {0};
    Err err = {0};
    bool good = audit_plan(plan, &s->made.corpus, arena, &count, &err);
    if (!EXPECT(good == should)) EXPECT_STR(str_of(err.text), "");
    if (!good) EXPECT_HAS(err.text, "days by 1/T#1(3)");
    judged->refused += !good;
    judged->believed += good;
}

/* Two of a unit, one in and one at home that day, the other way round: reasons
 * go with the cells. */
static void try_pair(Arena *arena, const SmallOffice *s, size_t row, Rand *rand,
                     Judged *judged)
{
    Plan plan = s->made.demand.plan;
    size_t size = (size_t)plan.person_count * plan.day_count;
    char *cells = arena_bytes(arena, size, 1, 1);
    uint16_t *reasons = NEW(arena, uint16_t, size);
    memcpy(cells, plan.cells, size);
    memcpy(reasons, plan.reasons, size * sizeof *reasons);
    uint32_t p = 1 + rand_below(rand, 7), q = 1 + rand_below(rand, 7);
    uint32_t d = rand_below(rand, plan.day_count);
    size_t a = (size_t)p * plan.day_count + d,
           b = (size_t)q * plan.day_count + d;
    if (!is_open(s, p, d) || !is_open(s, q, d) || cells[a] == cells[b]) return;
    exchange(&cells[a], &cells[b]);
    uint16_t kept = reasons[a];
    reasons[a] = reasons[b];
    reasons[b] = kept;
    plan.cells = cells;
    plan.reasons = reasons;
    judge(arena, s, &plan, holds(s, cells, p, row) && holds(s, cells, q, row),
          judged);
}

FACT(the_audit_judges_an_exchange_as_a_count_of_the_weeks_does)
{
    Judged judged = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%s", cases[i].sentence);
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        SmallOffice *s = NEW(arena, SmallOffice, 1);
        Rand rand = rand_seeded(i);
        if (!open_office(arena, cases[i].sentence, s)) continue;
        for (int n = 0; n < 150; n++) {
            AUTO(arena_done) Arena *own = arena_open(1 << 16);
            try_pair(own, s, i, &rand, &judged);
        }
    }
    EXPECT(judged.refused > 20 && judged.believed > 20);
}

/* ---- what cannot be ------------------------------------------------------ */

static const struct {
    const char *sentence, *words;
} clashes[] = {
    {"Pegawai di kantor paling sedikit 4 hari kerja setiap minggu",         "1/T#1(3)"},
    {"Pegawai di kantor paling sedikit 3 hari kerja setiap minggu.\n"
     "(4) Pegawai di rumah paling sedikit 3 hari kerja setiap minggu", "1/T#1(4)"},
};

FACT(days_that_no_roster_can_give_are_a_clash)
{
    for (size_t i = 0; i < COUNT(clashes); i++) {
        ROW("%s", clashes[i].sentence);
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        SmallOffice *s = NEW(arena, SmallOffice, 1);
        const char *texts[TABLE_COUNT];
        Err err = {0};
        memcpy(texts, small_texts, sizeof texts);
        texts[TABLE_COUNTERS] = NULL;
        Str rules = str_format(arena, "%s%s.\n", HALF, clashes[i].sentence);
        RosterWish wish = make_roster_wish();
        wish.window = small_office_days(FIRST, LAST);
        if (!small_office_open(arena, texts, str_c(arena, rules), s)) continue;
        bool made = make_roster(&s->office, &wish, &s->made, &err);
        EXPECT(!made || !s->made.solved);
        if (!made) EXPECT_HAS(err.text, clashes[i].words);
    }
}

/* ---- a plan that moves --------------------------------------------------- */

FACT(a_plan_of_such_weeks_moves_and_is_proved)
{
    for (size_t i = 0; i < 4; i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        SmallOffice *s = NEW(arena, SmallOffice, 1);
        Err err = {0};
        ROW("%s", cases[i].sentence);
        if (!open_office(arena, cases[i].sentence, s)) continue;
        Window days = small_office_days(12, 13);
        MoveEvent event = {.kind = MOVE_LEAVE,
                           .person = {2},
                           .window = days,
                           .absence = ABSENCE_CUTI,
                           .known = days.first};
        MoveWish wish = {.now = days.first};
        MoveSession *session =
            move_session_open(&s->office, &s->made.demand.plan, &err);
        if (!EXPECT(session != NULL)) continue;
        const MovedPlan *moved = NULL;
        bool done = move_session_apply(session, &event, &wish, &moved, &err);
        EXPECT_STR(str_of(err.text), "");
        if (EXPECT(done) && EXPECT(moved->solved)) EXPECT(moved->verified);
        move_session_close(session);
    }
}
