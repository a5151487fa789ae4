/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_shifts.c - who works in which shift: what the dealer gives the auditor
 * believes, and nothing else.
 */
#include "app/deal_shifts.h"
#include "chance_day.h"
#include "harness.h"
#include "tables.h"

#include <string.h>

#define HEAD                                                                \
    "surat edaran 1/G/2020\npenerbit Wali Kota\n"                           \
    "ditetapkan 1 Agustus 2020\n"                                           \
    "berlaku 3 Agustus 2020 sampai dengan 30 September 2020\n"              \
    "bagi seluruh pegawai\n\n"                                              \
    "aturan 1 \"tempat\"\n"                                                 \
    "(1) Pada setiap unit kerja: di kantor paling banyak 90% dari seluruh " \
    "pegawai, dibulatkan ke bawah.\n"                                       \
    "(2) Selebihnya boleh di rumah, bergilir.\n\n"                          \
    "aturan 2 \"gelombang\"\n"

static const char by_days[] = HEAD
    "(1) Menurut hari: Senin sampai dengan Kamis: pegawai di kantor wajib "
    "bekerja dalam 2 gelombang pukul 07.30-12.00 dan pukul 12.00-16.00; Jumat: "
    "pegawai di kantor wajib bekerja dalam 2 gelombang pukul 07.30-11.30 dan "
    "pukul 13.00-16.30.\n";

static const char three[] = HEAD
    "(1) Pegawai di kantor wajib bekerja dalam gelombang pukul 07.00-10.00, "
    "pukul 10.00-13.00 dan pukul 13.00-16.00.\n";

/* ---- plans ----------------------------------------------------------------
 */

enum { DAYS = 20 };

typedef struct {
    ChanceLand land;
    Plan plan;
    char *cells;
    Date days[DAYS];
} World;

static World *world_of(Arena *arena, const char *letter)
{
    World *w = NEW(arena, World, 1);
    w->land = chance_land(arena, letter, NULL, ZONE_WIB);
    CHECK(w->land.sound);
    uint32_t people = w->land.corpus.r->person_count;
    Date day = tables_day("2020-09-01");
    w->cells = NEW(arena, char, (size_t)people *DAYS);
    memset(w->cells, PLACED_OFFICE, (size_t)people * DAYS);
    for (uint32_t d = 0; d < DAYS; day = date_plus(day, 1)) {
        if (date_weekday(day) < SATURDAY) w->days[d++] = day;
    }
    w->plan = (Plan){
        .window = {w->days[0], w->days[DAYS - 1]},
        .days = w->days,
        .day_count = DAYS,
        .person_count = people,
        .cells = w->cells
    };
    return w;
}

static char *cell(const World *w, uint32_t person, uint32_t day)
{
    return &w->cells[(size_t)person * DAYS + day];
}

static void seat_at_random(World *w, Rand *rand)
{
    for (uint32_t p = 0; p < w->plan.person_count; p++) {
        for (uint32_t d = 0; d < DAYS; d++)
            *cell(w, p, d) =
                rand_chance(rand, 600) ? PLACED_OFFICE : PLACED_HOME;
    }
}

static bool proved(Arena *arena, const World *w, const uint8_t *shifts,
                   ShiftCount *out, Str *why)
{
    Err err = {0};
    bool good =
        audit_shifts(&w->plan, &w->land.corpus, shifts, arena, out, &err);
    *why = good ? STR("") : str_copy(arena, str_of(err.text));
    return good;
}

/* ---- facts ----------------------------------------------------------------
 */

static const char *const letters[] = {by_days, three};

FACT(the_same_people_each_day_have_shifts_that_differ_by_one_at_most)
{
    for (size_t i = 0; i < COUNT(letters); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        World *w = world_of(arena, letters[i]);
        ShiftCount count = {0};
        Str why;
        ROW("letter %zu", i);
        const uint8_t *shifts =
            deal_shifts(arena, &w->land.corpus, &w->plan).numbers;
        EXPECT(proved(arena, w, shifts, &count, &why));
        EXPECT_STR(why, "");
        EXPECT(count.given > 100);
        EXPECT_INT(count.uneven, 0);
        EXPECT(count.most <= 1);
    }
}

FACT(two_groups_that_take_turns_day_by_day_have_every_shift)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World *w = world_of(arena, by_days);
    ShiftCount count = {0};
    Str why;
    for (uint32_t p = 0; p < w->plan.person_count; p++) {
        for (uint32_t d = 0; d < DAYS; d++)
            *cell(w, p, d) = (p + d) % 2 == 0 ? PLACED_OFFICE : PLACED_HOME;
    }
    const uint8_t *shifts =
        deal_shifts(arena, &w->land.corpus, &w->plan).numbers;
    EXPECT(proved(arena, w, shifts, &count, &why));
    EXPECT(count.most <= 1);
}

FACT(random_rosters_are_dealt_as_the_auditor_asks)
{
    Rand rand = rand_seeded(22);
    uint64_t given = 0;
    for (int i = 0; i < harness_trials(60); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        World *w = world_of(arena, letters[i % 2]);
        ShiftCount count = {0};
        Str why;
        ROW("roster %d", i);
        seat_at_random(w, &rand);
        const uint8_t *shifts =
            deal_shifts(arena, &w->land.corpus, &w->plan).numbers;
        EXPECT(proved(arena, w, shifts, &count, &why));
        EXPECT_STR(why, "");
        given += count.given;
    }
    EXPECT(given > 0);
}

/* Whoever has a shift gets another one: too many in it, or unfair. */
FACT(shifts_that_were_given_otherwise_are_refused)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World *w = world_of(arena, by_days);
    size_t cells = (size_t)w->plan.person_count * DAYS, refused = 0, tried = 0;
    const uint8_t *shifts =
        deal_shifts(arena, &w->land.corpus, &w->plan).numbers;
    for (size_t at = 0; at < cells; at++) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 18);
        uint8_t *other = NEW(tmp, uint8_t, cells);
        ShiftCount count = {0};
        Str why;
        memcpy(other, shifts, cells);
        if (other[at] == 0) continue;
        other[at] = 0;
        tried++;
        refused += !proved(tmp, w, other, &count, &why);
        EXPECT_HAS(why, "no shift of those that are set");
    }
    EXPECT(tried > 0);
    EXPECT_INT((int64_t)refused, (int64_t)tried);
}

/* All of one shift, and the same shift day after day. */
FACT(shifts_without_evenness_or_turns_are_refused)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World *w = world_of(arena, by_days);
    size_t cells = (size_t)w->plan.person_count * DAYS;
    uint8_t *other = NEW(arena, uint8_t, cells);
    const uint8_t *shifts =
        deal_shifts(arena, &w->land.corpus, &w->plan).numbers;
    ShiftCount count = {0};
    Str why;
    for (size_t at = 0; at < cells; at++)
        other[at] = shifts[at] > 0;
    EXPECT(!proved(arena, w, other, &count, &why));
    EXPECT_HAS(why, "differ by more than one");
    for (size_t at = 0; at < cells; at++)
        other[at] = shifts[at] > 0 ? shifts[at / DAYS * DAYS] : 0;
    EXPECT(!proved(arena, w, other, &count, &why));
    EXPECT_HAS(why, "an exchange of shifts would be fairer to both");
    memcpy(other, shifts, cells);
    *cell(w, 4, 3) = PLACED_HOME;
    EXPECT(!proved(arena, w, other, &count, &why));
    EXPECT_HAS(why, "a shift, though none is set");
}

static const Shift *shifts_on(Arena *arena, const World *w, uint32_t day)
{
    LawDay *law = law_day(arena, &w->land.corpus, w->days[day]);
    return shift_day(arena, law, &w->plan);
}

FACT(friday_has_hours_of_its_own_and_goes_on_with_the_turns)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World *w = world_of(arena, by_days);
    const Shift *thursday = shifts_on(arena, w, 2);
    const Shift *friday = shifts_on(arena, w, 3);
    EXPECT_INT(thursday[4].number + friday[4].number, 3);
    EXPECT_INT(friday[4].begins, friday[4].number == 1 ? 7 * 60 + 30 : 13 * 60);
    EXPECT_INT(friday[4].ends,
               friday[4].number == 1 ? 11 * 60 + 30 : 16 * 60 + 30);
    EXPECT_INT(thursday[4].begins, thursday[4].number == 1 ? 450 : 720);
}

/* A version wrote leave on the day itself: the others keep their shifts. */
FACT(an_illness_of_the_day_changes_nobody_elses_shift)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World *w = world_of(arena, by_days);
    Rand rand = rand_seeded(7);
    seat_at_random(w, &rand);
    for (uint32_t p = 0; p < w->plan.person_count; p++) {
        const Shift *before = shifts_on(arena, w, 9);
        char had = *cell(w, p, 9);
        PlanBegan began = {{p}, 9, had};
        *cell(w, p, 9) = PLACED_LEAVE;
        w->plan.began = &began;
        w->plan.began_count = 1;
        const Shift *after = shifts_on(arena, w, 9);
        ROW("person %u", p);
        for (uint32_t q = 0; q < w->plan.person_count; q++)
            EXPECT_INT(after[q].number, before[q].number);
        *cell(w, p, 9) = had;
        w->plan.began_count = 0;
    }
}

/* Of plans joined, a day is dealt as its own plan has it. */
FACT(a_day_of_joined_plans_is_dealt_by_its_own)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    World *w = world_of(arena, by_days);
    Rand rand = rand_seeded(9);
    seat_at_random(w, &rand);
    const Shift *own = shifts_on(arena, w, 12);
    const Plan *of[1] = {&w->plan};
    Plan joined = w->plan;
    Date day = w->days[12];
    char *cells = NEW(arena, char, w->plan.person_count);
    for (uint32_t p = 0; p < w->plan.person_count; p++)
        cells[p] = *cell(w, p, 12);
    joined.days = &day;
    joined.day_count = 1;
    joined.cells = cells;
    joined.own = of;
    LawDay *law = law_day(arena, &w->land.corpus, day);
    const Shift *of_joined = shift_day(arena, law, &joined);
    for (uint32_t p = 0; p < w->plan.person_count; p++)
        EXPECT_INT(of_joined[p].number, own[p].number);
}
