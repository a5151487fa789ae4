/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_repairs.c - what is broken is found, and what mends it is computed.
 *
 * Plans are broken by hand and by events; the moves of each repair are applied
 * and judged by audit/; the cheapest are compared with all moves of one or two
 * people.
 */
#include "app/offer_repairs.h"
#include "base/clock.h"
#include "harness.h"
#include "small_office.h"
#include "small_texts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- plans broken by hand ---------------------------------------------- */

/* A copy whose cells may be written to. */
static char *own_cells(Arena *arena, Plan *plan)
{
    size_t cells = (size_t)plan->person_count * plan->day_count;
    char *own = NEW(arena, char, cells);
    memcpy(own, plan->cells, cells);
    plan->cells = own;
    return own;
}

static size_t cell(const Plan *plan, PersonId person, uint32_t day)
{
    return (size_t)person.index * plan->day_count + day;
}

static bool is_turn(const Plan *plan, PersonId person, uint32_t day)
{
    return plan->reason[plan->reasons[cell(plan, person, day)]].step ==
           STEP_TURN;
}

static int32_t office_days(const Plan *plan, uint32_t person)
{
    int32_t days = 0;
    for (uint32_t d = 0; d < plan->day_count; d++)
        days += plan_cell(plan, (PersonId){person}, d) == PLACED_OFFICE;
    return days;
}

static int64_t squares(const Plan *plan)
{
    int64_t sum = 0;
    for (uint32_t p = 0; p < plan->person_count; p++) {
        int64_t days = office_days(plan, p);
        sum += days * days;
    }
    return sum;
}

static size_t cells_changed(const Plan *a, const Plan *b)
{
    size_t changed = 0;
    for (size_t i = 0; i < (size_t)a->person_count * a->day_count; i++)
        changed += a->cells[i] != b->cells[i];
    return changed;
}

/* ---- every repair ------------------------------------------------------ */

static bool heals(const Repair *repair)
{
    const RepairPrice *p = &repair->price;
    return p->over + p->wanting == 0 && p->rules == 0;
}

static int compare_price(const RepairPrice *p, const RepairPrice *q)
{
    int64_t a[] = {p->over + p->wanting, p->rules, p->cells, p->squares};
    int64_t b[] = {q->over + q->wanting, q->rules, q->cells, q->squares};
    for (size_t k = 0; k < COUNT(a); k++) {
        if (a[k] != b[k]) return a[k] < b[k] ? -1 : 1;
    }
    return 0;
}

typedef struct {
    uint32_t broken, repairs, healed, kinds[16];
    int64_t slowest;
} Tally;

/* Less is broken on the day: the thing, and what went with it. */
static void expect_one_less(RepairBoard *b, const Plan *moved)
{
    RepairBoard *after = NEW(b->office->arena, RepairBoard, 1);
    Broken found[BROKEN_MOST];
    Err err = {0};
    uint32_t before = repair_find(b, found);
    if (!EXPECT(repair_board_open(b->office, moved, b->corpus.known,
                                  moved->days[b->day], after, &err)))
        return;
    EXPECT(repair_find(after, found) < before);
}

/* Applied, its price is what it costs; those that break nothing are kept to by
 * the auditor on each day that changed. */
static void expect_repair(RepairBoard *b, const Repair *repair, bool alone,
                          Tally *t)
{
    AUTO(arena_done) Arena *scratch = arena_open(1 << 20);
    Arena *kept = b->office->arena;
    Plan plan = {0};
    Err err = {0};
    t->kinds[repair->kind]++;
    EXPECT(repair->said[LANG_ID].len > 0 && repair->said[LANG_EN].len > 0);
    EXPECT(!str_is(repair->said[LANG_ID], repair->said[LANG_EN]));
    EXPECT_LACKS(repair->said[LANG_ID], "..");
    EXPECT_LACKS(repair->said[LANG_EN], "..");
    if (repair->kind == REPAIR_RECALL) return;
    b->office->arena = scratch;
    EXPECT(repair_apply(b, repair, &plan, &err));
    EXPECT_INT((int64_t)cells_changed(&b->demand.plan, &plan),
               repair->price.cells);
    EXPECT_INT(squares(&plan) - squares(&b->demand.plan),
               repair->price.squares);
    for (uint32_t m = 0; m < repair->move_count && heals(repair); m++) {
        bool judged = alone || repair->moves[m].day != b->day;
        if (judged)
            EXPECT(seating_day_holds(scratch, &b->corpus, &plan,
                                     repair->moves[m].day, &err));
    }
    if (heals(repair)) expect_one_less(b, &plan);
    EXPECT_STR(err.text, "");
    b->office->arena = kept;
    t->healed += heals(repair);
}

static void expect_repairs(RepairBoard *b, const Broken *broken, Tally *t,
                           Repairs *out)
{
    Err err = {0};
    Broken found[BROKEN_MOST];
    bool alone = repair_find(b, found) == 1;
    int64_t began = clock_monotonic_ns();
    if (!EXPECT(offer_repairs(b, broken, out, &err))) return;
    int64_t took = clock_monotonic_ns() - began;
    if (took > t->slowest) t->slowest = took;
    EXPECT(out->count >= 3);
    for (uint32_t i = 0; i < out->count; i++) {
        expect_repair(b, &out->at[i], alone, t);
        if (i > 0)
            EXPECT(compare_price(&out->at[i - 1].price, &out->at[i].price) <=
                   0);
    }
    t->broken++;
    t->repairs += out->count;
}

/* ---- a small government ------------------------------------------------ */

#define HALF                                                                \
    "(1) Pada setiap unit kerja: di kantor paling banyak 50% dari seluruh " \
    "pegawai, dibulatkan ke bawah.\n"                                       \
    "(2) Selebihnya wajib di rumah, bergilir.\n"

typedef struct {
    SmallOffice small;
    Plan plan;
    char *cells;
} Small;

static Small *small_open(Arena *arena, const char *rules)
{
    Small *s = NEW(arena, Small, 1);
    if (!small_office_open(arena, small_texts, rules, &s->small) ||
        !small_office_roster(&s->small, 3, 14))
        return NULL;
    s->plan = s->small.made.demand.plan;
    s->cells = own_cells(arena, &s->plan);
    return s;
}

/* The cheapest of all that move one person, or one in and one home, and after
 * which the auditor finds nothing on that day. */
static RepairPrice try_all(RepairBoard *b)
{
    AUTO(arena_done) Arena *scratch = arena_open(1 << 20);
    const Plan *plan = &b->demand.plan;
    RepairPrice best = {.cells = 1000};
    Arena *kept = b->office->arena;
    Err err = {0};
    b->office->arena = scratch;
    for (uint32_t p = 0; p < plan->person_count; p++) {
        for (uint32_t q = 0; q < plan->person_count; q++) {
            SeatMove moves[2] = {
                {{p},
                 b->day,
                 plan_cell(plan, (PersonId){p}, b->day) == PLACED_OFFICE
                     ? PLACED_HOME
                     : PLACED_OFFICE},
                {{q},
                 b->day,
                 plan_cell(plan, (PersonId){q}, b->day) == PLACED_OFFICE
                     ? PLACED_HOME
                     : PLACED_OFFICE},
            };
            size_t count = p == q ? 1 : 2;
            Plan moved = {0};
            if (!is_turn(plan, (PersonId){p}, b->day) ||
                !is_turn(plan, (PersonId){q}, b->day) ||
                !seating_moved(scratch, &b->seating, moves, count, &moved,
                               &err) ||
                !seating_day_holds(scratch, &b->corpus, &moved, b->day, &err))
                continue;
            RepairPrice price = {.cells = (int32_t)count,
                                 .squares = squares(&moved) - squares(plan)};
            if (compare_price(&price, &best) < 0) best = price;
        }
    }
    b->office->arena = kept;
    return best;
}

static void expect_cheapest(RepairBoard *b, const Repairs *repairs)
{
    RepairPrice want = try_all(b);
    RepairPrice none = {.cells = 1000};
    RepairPrice got = none;
    for (uint32_t i = 0; i < repairs->count; i++) {
        const Repair *repair = &repairs->at[i];
        bool one_day = repair->kind != REPAIR_MOVE_DAY;
        if (heals(repair) && one_day && compare_price(&repair->price, &got) < 0)
            got = repair->price;
    }
    EXPECT_INT(got.cells, want.cells);
    EXPECT_INT(got.squares, want.squares);
}

/* The cells of one or two people in turn the other way round. */
static void break_cells(Arena *arena, const char *rules,
                        const uint32_t people[2], uint32_t day, Tally *t)
{
    Small *s = small_open(arena, rules);
    RepairBoard board = {0};
    Broken broken[BROKEN_MOST];
    Repairs repairs = {0};
    Err err = {0};
    if (s == NULL) return;
    for (uint32_t k = 0; k < 2; k++) {
        if (k == 1 && people[0] == people[1]) continue;
        if (!is_turn(&s->plan, (PersonId){people[k]}, day)) return;
        char *at = &s->cells[cell(&s->plan, (PersonId){people[k]}, day)];
        *at = *at == PLACED_OFFICE ? PLACED_HOME : PLACED_OFFICE;
    }
    if (!EXPECT(repair_board_open(&s->small.office, &s->plan, DATE_NEVER,
                                  s->plan.days[day], &board, &err)))
        return;
    uint32_t count = repair_find(&board, broken);
    bool holds = seating_day_holds(arena, &board.corpus, &board.demand.plan,
                                   board.day, &err);
    EXPECT(holds == (count == 0));
    for (uint32_t i = 0; i < count; i++) {
        EXPECT(broken[i].said[LANG_ID].len > 0);
        expect_repairs(&board, &broken[i], t, &repairs);
        if (count == 1) expect_cheapest(&board, &repairs);
    }
}

static void print_tally(const char *name, const Tally *t)
{
    static const char *const kinds[] = {
#define X(kind, says) #kind,
        REPAIR_KINDS(X)
#undef X
    };
    (void)printf("  %s: %u broken, %u repairs, %u that break nothing, slowest "
                 "%lld us;",
                 name, t->broken, t->repairs, t->healed,
                 (long long)(t->slowest / 1000));
    for (size_t k = 0; k < COUNT(kinds); k++)
        if (t->kinds[k] > 0) (void)printf(" %s %u", kinds[k], t->kinds[k]);
    (void)printf("\n");
}

static const struct {
    const char *name, *rules;
} letters[] = {
    {"half of each unit kerja", HALF          },
    {"half of the agency",
     "(1) Pada setiap perangkat daerah: di kantor paling banyak 50% dari "
     "seluruh pegawai, dibulatkan ke bawah.\n"},
    {"agency and unit kerja",
     "(1) Pada setiap perangkat daerah: di kantor paling banyak 45% dari "
     "seluruh pegawai, dibulatkan ke bawah.\n"
     "(2) Pada setiap unit kerja: di kantor paling banyak 60% dari seluruh "
     "pegawai, dibulatkan ke bawah.\n"        },
};

FACT(any_cells_turned_over_are_mended_by_the_cheapest_moves)
{
    for (size_t k = 0; k < COUNT(letters); k++) {
        ROW("%s", letters[k].name);
        Tally t = {0};
        for (uint32_t p = 0; p < SMALL_PEOPLE; p++) {
            for (uint32_t q = p; q < SMALL_PEOPLE; q += 1 + p % 2) {
                AUTO(arena_done) Arena *arena = arena_open(1 << 20);
                const uint32_t people[2] = {p, q};
                break_cells(arena, letters[k].rules, people, (p + q) % 4, &t);
            }
        }
        EXPECT(t.broken > 0 && t.healed > 0);
        print_tally(letters[k].name, &t);
    }
}

/* ---- a later day ------------------------------------------------------- */

/* One of the dinas too many on the 4th, and a free seat later: the turn of
 * whoever stays at home goes there, and nobody's days change. */
FACT(a_turn_goes_to_a_later_day_with_room)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Small *s = small_open(arena, HALF);
    RepairBoard board = {0};
    Broken broken[BROKEN_MOST];
    Repairs repairs = {0};
    Tally t = {0};
    Err err = {0};
    if (s == NULL) return;
    uint32_t more = 0, fewer = 0;
    for (uint32_t p = 1; p <= 7; p++) { /* A to G */
        char *early = &s->cells[cell(&s->plan, (PersonId){p}, 1)];
        if (*early == PLACED_HOME && more++ == 0) *early = PLACED_OFFICE;
        for (uint32_t d = 7; d < 9; d++) {
            char *late = &s->cells[cell(&s->plan, (PersonId){p}, d)];
            if (*late == PLACED_OFFICE && fewer++ < 4) *late = PLACED_HOME;
        }
    }
    EXPECT(repair_board_open(&s->small.office, &s->plan, DATE_NEVER,
                             s->plan.days[1], &board, &err));
    if (!EXPECT(repair_find(&board, broken) == 1)) return;
    EXPECT_STR(broken[0].said[LANG_EN],
               "Dinas Contoh on Tuesday, 4 August 2020: 1 person above the cap "
               "of rule 1 paragraph (1) of SE 1/T");
    expect_repairs(&board, &broken[0], &t, &repairs);
    EXPECT(t.kinds[REPAIR_MOVE_DAY] > 0);
    for (uint32_t i = 0; i < repairs.count; i++) {
        if (repairs.at[i].kind != REPAIR_MOVE_DAY) continue;
        EXPECT_INT(repairs.at[i].price.cells, 2);
        EXPECT_INT(repairs.at[i].price.squares, 0);
    }
}

/* ---- an event after the plan ------------------------------------------- */

/* Umar and Uli are ill after the plan was made. */
static const char ill[] = "pegawai,jenis,mulai,sampai,dicatat\n"
                          "C,cuti,2020-08-05,2020-08-07,2020-08-01\n"
                          "U1,sakit,2020-08-04,2020-08-04,2020-08-04\n"
                          "U2,sakit,2020-08-04,2020-08-04,2020-08-04\n"
                          "U3,sakit,2020-08-04,2020-08-04,2020-08-04\n";

FACT(an_event_after_the_plan_breaks_it_and_is_mended)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Small *s = small_open(arena, HALF);
    SmallOffice after;
    const char *texts[TABLE_COUNT];
    RepairBoard board = {0};
    Broken broken[BROKEN_MOST];
    Repairs repairs = {0};
    Tally t = {0};
    Err err = {0};
    memcpy(texts, small_texts, sizeof texts);
    texts[TABLE_ABSENCES] = ill;
    if (s == NULL || !small_office_open(arena, texts, HALF, &after)) return;
    Date day = small_office_days(4, 4).first;
    if (!EXPECT(repair_board_open(&after.office, &s->plan, DATE_NEVER, day,
                                  &board, &err)))
        return;
    uint32_t count = repair_find(&board, broken);
    if (!EXPECT(count > 0)) return;
    EXPECT(broken[0].kind == BROKEN_COUNTER);
    EXPECT_HAS(broken[0].said[LANG_EN], "Loket Utama (UPTD Contoh) on Tuesday");
    expect_repairs(&board, &broken[0], &t, &repairs);
    for (uint32_t i = 0; i < repairs.count; i++)
        (void)printf("  %.*s\n  %.*s\n", STR_ARG(repairs.at[i].said[LANG_ID]),
                     STR_ARG(repairs.at[i].said[LANG_EN]));
}

/* ---- no roster at all -------------------------------------------------- */

FACT(a_clash_has_its_ways_out_priced)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    SmallOffice small;
    Repairs repairs = {0};
    Err err = {0};
    static const char tight[] =
        "(1) Pada setiap unit kerja: di kantor paling banyak 20% dari seluruh "
        "pegawai, dibulatkan ke bawah.\n";
    RosterWish wish = make_roster_wish();
    wish.window = small_office_days(3, 7);
    if (!small_office_open(arena, small_texts, tight, &small) ||
        !EXPECT(make_roster(&small.office, &wish, &small.made, &err)) ||
        !EXPECT(!small.made.solved))
        return;
    EXPECT(repair_clash(&small.office, &small.made, &repairs, &err));
    EXPECT(repairs.count >= 3);
    for (uint32_t i = 0; i < repairs.count; i++) {
        const Repair *repair = &repairs.at[i];
        if (i > 0)
            EXPECT(compare_price(&repairs.at[i - 1].price, &repair->price) <=
                   0);
        EXPECT(str_find(repair->said[LANG_EN], STR(" 1 days"), 0) == SIZE_MAX);
        EXPECT(repair->demand < small.made.clash.demand_count);
        EXPECT_HAS(repair->said[LANG_EN], "Its price: ");
        EXPECT_HAS(repair->said[LANG_ID], "Harganya: ");
        (void)printf("  %.*s\n  %.*s\n", STR_ARG(repair->said[LANG_ID]),
                     STR_ARG(repair->said[LANG_EN]));
    }
    Small *s = small_open(arena, HALF);
    if (s == NULL) return;
    EXPECT(!repair_clash(&s->small.office, &s->small.made, &repairs, &err));
    EXPECT_HAS(err.text, "no clash to be solved");
}

/* ---- refusals ---------------------------------------------------------- */

FACT(what_is_not_broken_is_not_mended)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Small *s = small_open(arena, HALF);
    RepairBoard board = {0};
    Repairs repairs = {0};
    Broken found[BROKEN_MOST];
    Err one = {0}, two = {0}, three = {0};
    if (s == NULL) return;
    Date day = s->plan.days[2];
    EXPECT(repair_board_open(&s->small.office, &s->plan, DATE_NEVER, day,
                             &board, &one));
    EXPECT_INT(repair_find(&board, found), 0);
    Broken none = {.kind = BROKEN_CAP, .by = 1};
    EXPECT(!offer_repairs(&board, &none, &repairs, &one));
    EXPECT_HAS(one.text, "nothing there needs mending");
    Date far = small_office_days(25, 25).first;
    EXPECT(!repair_board_open(&s->small.office, &s->plan, DATE_NEVER, far,
                              &board, &two));
    EXPECT_HAS(two.text, "2020-08-25 lies outside this plan");
    s->plan.person_count--;
    EXPECT(!repair_board_open(&s->small.office, &s->plan, DATE_NEVER, day,
                              &board, &three));
    EXPECT_HAS(three.text, "not of this government's register");
}

/* ---- two governments --------------------------------------------------- */

/* An officer on duty that day by turn, of the counter; or NO_PERSON. */
static PersonId on_duty(const Plan *plan, const Counter *counter, uint32_t day)
{
    for (size_t i = 0; i < counter->staff_count; i++) {
        PersonId person = counter->staff[i];
        if (plan_cell(plan, person, day) == PLACED_OFFICE &&
            is_turn(plan, person, day))
            return person;
    }
    return NO_PERSON;
}

/* Everybody of the counter who is in by turn stays at home. */
static void empty_counter(Plan *plan, char *cells, const Counter *counter,
                          uint32_t day)
{
    for (;;) {
        PersonId person = on_duty(plan, counter, day);
        if (person.index == NO_INDEX) return;
        cells[cell(plan, person, day)] = PLACED_HOME;
    }
}

static void mend_day(Office *office, const Plan *plan, uint32_t day, Tally *t)
{
    RepairBoard *board = NEW(office->arena, RepairBoard, 1);
    Broken broken[BROKEN_MOST];
    Repairs repairs = {0};
    Err err = {0};
    if (!EXPECT(repair_board_open(office, plan, plan->known, plan->days[day],
                                  board, &err)))
        return;
    uint32_t count = repair_find(board, broken);
    for (uint32_t i = 0; i < count; i++)
        expect_repairs(board, &broken[i], t, &repairs);
}

static void mend_government(const char *folder, Tally *t)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 22);
    Office *office = NEW(arena, Office, 1);
    RosterMade *made = NEW(arena, RosterMade, 1);
    RosterWish wish = make_roster_wish();
    Err err = {0};
    if (!EXPECT(office_open(arena, folder, office, &err)) ||
        !EXPECT(make_roster(office, &wish, made, &err)) || !made->solved)
        return;
    uint32_t day = 0;
    for (uint32_t c = 0; c < office->r.counter_count && t->broken < 16;
         c += 2) {
        AUTO(arena_done) Arena *scratch = arena_open(1 << 22);
        Office own = *office;
        Plan plan = made->demand.plan;
        char *cells = own_cells(scratch, &plan);
        own.arena = scratch;
        day = (day + 7) % plan.day_count;
        empty_counter(&plan, cells, &office->r.counters[c], day);
        uint32_t other = (day + 3) % plan.day_count;
        uint32_t extra = 0; /* and everybody of a hundred comes at once */
        for (uint32_t p = 100 * c; p < 100 * c + 100; p++) {
            if (p >= plan.person_count) break;
            char *at = &cells[cell(&plan, (PersonId){p}, other)];
            if (*at == PLACED_HOME && is_turn(&plan, (PersonId){p}, other) &&
                extra++ % 9 == 0)
                *at = PLACED_OFFICE;
        }
        mend_day(&own, &plan, day, t);
        mend_day(&own, &plan, other, t);
    }
}

FACT(what_is_broken_in_governments_has_three_repairs)
{
    static const char *const folders[] = {"examples/kotim",
                                          "examples/balikpapan"};
    (void)setenv("TATAKERJA_DATA", "data", 0); /* NOLINT(*-mt-unsafe) */
    for (size_t k = 0; k < COUNT(folders); k++) {
        ROW("%s", folders[k]);
        Tally t = {0};
        mend_government(folders[k], &t);
        EXPECT(t.broken > 10);
        print_tally(folders[k], &t);
    }
}
