/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_home_caps.c - caps on those who are not in the office: at home, or at
 * home and on leave; and floors under which people stay at home.
 *
 * Roster, auditor, session and whole move have to count them alike: people in
 * the place of the cap, whatever that is.
 */
#include "app/move_session.h"
#include "base/rand.h"
#include "harness.h"
#include "small_office.h"
#include "small_texts.h"

#define EACH  "Pada setiap unit kerja: "
#define OF_US " dari seluruh pegawai, dibulatkan ke "

static const struct {
    const char *name, *rules;
    bool leave; /* the cap counts them too */
} cases[] = {
    {"at most half", "(1) " EACH "di rumah paling banyak 50%" OF_US "bawah.\n",
     false},
    {"at least a third",
     "(1) " EACH "di rumah paling sedikit 30%" OF_US "atas.\n", false},
    {"exactly two", "(1) " EACH "di rumah tepat 2 orang.\n", false},
    {"the head must come",
     "(1) Kepala perangkat daerah wajib di kantor.\n"
     "(2) " EACH "di rumah paling banyak 4 orang.\n",
     false},
    {"at home or on leave",
     "(1) " EACH "pegawai di rumah atau cuti paling banyak 40%" OF_US
     "bawah.\n",
     true},
    {"the agency at home, the unit in the office",
     "(1) Pada setiap perangkat daerah: di rumah paling banyak 50%" OF_US
     "bawah.\n"
     "(2) " EACH "di kantor paling banyak 75%" OF_US "bawah.\n",
     false},
    {"a floor, the others at home",
     "(1) " EACH "di kantor paling sedikit 2 orang.\n"
     "(2) Selebihnya boleh di rumah.\n",
     false},
    {"a floor of the agency over those of its units",
     "(1) Kepala perangkat daerah wajib di kantor.\n"
     "(2) Pada setiap perangkat daerah: di kantor paling sedikit 50%" OF_US
     "atas.\n"
     "(3) " EACH "di kantor paling sedikit 1 orang.\n"
     "(4) Pegawai lainnya wajib di rumah.\n",
     false},
};

/* Officers are of the unit whose counter they serve: a seat that serves is
 * counted there. */
static bool open_office(Arena *arena, const char *rules, SmallOffice *out)
{
    const char *texts[TABLE_COUNT];
    for (size_t t = 0; t < TABLE_COUNT; t++)
        texts[t] = small_texts[t];
    texts[TABLE_COUNTERS] =
        "kode,nama,unit,jenis,hari,buka,tutup,kebutuhan,petugas,mulai,sampai\n"
        "L1,Loket Utama,upt,loket,Senin-Jumat,08.00,14.00,2,U1 U2 U3 U4,,\n"
        "L2,Loket Dua,s2,loket,Selasa Kamis,08.00,14.00,1,F G,,\n";
    return small_office_open(arena, texts, rules, out) &&
           small_office_roster(out, 3, 14);
}

/* People of the line's unit whom the letters of the plan place so. */
static int32_t counted(const SmallOffice *s, const CapLine *line, uint32_t day,
                       bool home, bool leave)
{
    const Plan *plan = &s->made.demand.plan;
    const Corpus *corpus = &s->made.corpus;
    int32_t count = 0;
    for (uint32_t p = 0; p < plan->person_count; p++) {
        char cell = plan_cell(plan, (PersonId){p}, day);
        UnitId unit = cap_level_unit(corpus, (ClauseId){line->clause},
                                     corpus->r->people[p].unit);
        if (unit.index != line->unit.index) continue;
        count += home ? cell == PLACED_HOME || (leave && cell == PLACED_LEAVE)
                      : cell == PLACED_OFFICE;
    }
    return count;
}

static void expect_lines(const SmallOffice *s, bool leave)
{
    const Demand *d = &s->made.demand;
    for (uint32_t l = 0; l < d->cap_count; l++) {
        const Cap *cap = &s->made.corpus.clauses[d->caps[l].clause].cap;
        for (uint32_t day = 0; day < d->plan.day_count; day++) {
            if (!d->caps[l].days[day].works) continue;
            EXPECT_INT(d->caps[l].days[day].in,
                       counted(s, &d->caps[l], day, cap->home, leave));
        }
    }
}

FACT(a_roster_under_a_cap_on_those_at_home_is_proved)
{
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%s", cases[i].name);
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        SmallOffice *s = NEW(arena, SmallOffice, 1);
        if (!open_office(arena, cases[i].rules, s)) continue;
        EXPECT(s->made.verified);
        EXPECT_STR(s->made.audit_said[LANG_EN], "");
        expect_lines(s, cases[i].leave);
    }
}

/* ---- a plan that moves --------------------------------------------------- */

static MoveEvent any_event(const SmallOffice *s, Rand *rand)
{
    static const MoveEventKind kinds[] = {MOVE_RECALL, MOVE_LEAVE, MOVE_RETURN,
                                          MOVE_CLOSURE, MOVE_REOPENING};
    uint32_t who = rand_below(rand, SMALL_PEOPLE);
    MoveEventKind kind = kinds[rand_below(rand, (uint32_t)COUNT(kinds))];
    int32_t first = 4 + (int32_t)rand_below(rand, 8);
    int32_t length = kind == MOVE_RECALL ? 0 : (int32_t)rand_below(rand, 3);
    Window days = small_office_days(first, first + length);
    return (MoveEvent){
        .kind = kind,
        .person = {who},
        .unit = s->office.r.work_unit_of[s->office.r.people[who].unit.index],
        .window = days,
        .absence = ABSENCE_CUTI,
        .known = days.first,
    };
}

static bool same_cells(const Plan *a, const Plan *b)
{
    for (uint32_t p = 0; p < a->person_count; p++) {
        for (uint32_t d = 0; d < a->day_count; d++) {
            if (plan_cell(a, (PersonId){p}, d) !=
                plan_cell(b, (PersonId){p}, d))
                return false;
        }
    }
    return true;
}

/* The session's answer beside the whole one, event after event. */
static void move_both(SmallOffice *one, SmallOffice *two, Rand *rand)
{
    enum { EVENTS = 12 };
    Err err = {0};
    Arena *arena = two->office.arena;
    Plan plan = two->made.demand.plan;
    MoveSession *session =
        move_session_open(&one->office, &one->made.demand.plan, &err);
    if (!EXPECT(session != NULL)) return;
    for (int e = 0; e < EVENTS; e++) {
        MoveEvent event = any_event(two, rand);
        MoveWish wish = {.now = event.window.first};
        Register before = two->office.r;
        const MovedPlan *a = NULL;
        MovedPlan *b = NEW(arena, MovedPlan, 1);
        Err other = {0};
        err = (Err){0};
        move_event_put(arena, &two->office.r, &event);
        bool fast = move_session_apply(session, &event, &wish, &a, &err);
        bool whole = move_plan(&two->office, &plan, &wish, b, &other);
        if (!EXPECT(fast == whole)) EXPECT_STR(err.text, other.text);
        if (!whole || !b->solved) two->office.r = before;
        if (!fast || !whole || !EXPECT(a->solved == b->solved) || !a->solved)
            continue;
        EXPECT(a->verified);
        if (!EXPECT(b->verified)) EXPECT_STR(b->audit_said[LANG_EN], "");
        EXPECT(same_cells(&a->plan, &b->plan));
        plan = b->plan;
    }
    move_session_close(session);
}

FACT(a_plan_under_such_a_cap_moves_and_is_proved)
{
    enum { SEEDS = 6 };
    for (size_t i = 0; i < COUNT(cases); i++) {
        for (uint64_t seed = 0; seed < SEEDS; seed++) {
            ROW("%s, seed %d", cases[i].name, (int)seed);
            AUTO(arena_done) Arena *arena = arena_open(1 << 20);
            SmallOffice *one = NEW(arena, SmallOffice, 1);
            SmallOffice *two = NEW(arena, SmallOffice, 1);
            Rand rand = rand_seeded(seed + 100 * i);
            if (open_office(arena, cases[i].rules, one) &&
                open_office(arena, cases[i].rules, two))
                move_both(one, two, &rand);
        }
    }
}
