/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_swaps.c - what is offered breaks nothing, and nothing is missed.
 *
 * Offers of two governments are applied and judged by audit/; those of a small
 * one are compared with all pairs of people and days, each judged by audit/.
 */
#include "app/make_roster.h"
#include "app/offer_swaps.h"
#include "base/clock.h"
#include "harness.h"
#include "small_office.h"
#include "small_texts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- two governments --------------------------------------------------- */

typedef struct {
    Office office;
    RosterMade made;
    SwapBoard board;
} World;

static World *world_open(Arena *arena, const char *folder)
{
    World *w = NEW(arena, World, 1);
    Err err = {0};
    RosterWish wish = make_roster_wish();
    (void)setenv("TATAKERJA_DATA", "data", 0); /* NOLINT(*-mt-unsafe) */
    bool open =
        office_open(arena, folder, &w->office, &err) &&
        make_roster(&w->office, &wish, &w->made, &err) &&
        swap_board_open(&w->office, &w->made.demand.plan, &w->board, &err);
    if (!open) EXPECT_STR(err.text, "a board");
    return open ? w : NULL;
}

static int32_t office_days(const Plan *plan, PersonId person)
{
    int32_t days = 0;
    for (uint32_t d = 0; d < plan->day_count; d++)
        days += plan_cell(plan, person, d) == PLACED_OFFICE;
    return days;
}

static size_t cells_changed(const Plan *a, const Plan *b)
{
    size_t changed = 0, cells = (size_t)a->person_count * a->day_count;
    for (size_t i = 0; i < cells; i++)
        changed += a->cells[i] != b->cells[i];
    return changed;
}

static void expect_balance(const Plan *before, const Plan *after,
                           const SwapOffer *offer)
{
    int32_t by = offer->back == NO_INDEX ? 1 : 0;
    PersonId both[] = {offer->asks, offer->with};
    for (size_t k = 0; k < COUNT(both); k++)
        EXPECT_INT(
            abs(office_days(after, both[k]) - office_days(before, both[k])),
            by);
    EXPECT_INT((int64_t)cells_changed(before, after), by > 0 ? 2 : 4);
}

/* Apply; the auditor looks at the days that changed, or at the whole plan. */
static void expect_applied(World *w, const SwapWish *wish,
                           const SwapOffer *offer, bool whole)
{
    AUTO(arena_done) Arena *scratch = arena_open(1 << 20);
    Arena *kept = w->office.arena;
    Plan plan = {0};
    PlanCount count = {0};
    Err err = {0};
    w->office.arena = scratch;
    if (EXPECT(swap_apply(&w->board, wish, offer, &plan, &err))) {
        expect_balance(&w->board.plan, &plan, offer);
        if (whole)
            EXPECT(audit_plan(&plan, &w->board.corpus, scratch, &count, &err));
    }
    EXPECT_STR(err.text, "");
    w->office.arena = kept;
}

/* The n-th open cell of the plan after some people; false: none. */
static bool open_cell(const World *w, uint32_t from, SwapWish *wish)
{
    const Plan *plan = &w->board.plan;
    for (uint32_t p = from; p < plan->person_count; p++) {
        for (uint32_t k = 0; k < plan->day_count; k++) {
            uint32_t d = (k + p) % plan->day_count;
            if (!seating_is_open(&w->board.seating, (PersonId){p}, d) ||
                !date_before(plan->days[0], plan->days[d]))
                continue;
            *wish = (SwapWish){
                .person = {p}, .day = plan->days[d], .now = plan->days[0]};
            return true;
        }
    }
    return false;
}

typedef struct {
    uint32_t asked, offered, applied, without_back;
    int64_t slowest; /* nanoseconds */
} Tally;

static void ask(World *w, const SwapWish *wish, Tally *t)
{
    SwapOffers offers = {0};
    Err err = {0};
    int64_t began = clock_monotonic_ns();
    if (!EXPECT(offer_swaps(&w->board, wish, &offers, &err))) return;
    int64_t took = clock_monotonic_ns() - began;
    if (took > t->slowest) t->slowest = took;
    t->asked++;
    t->offered += offers.count;
    for (uint32_t i = 0; i < offers.count; i++) {
        bool whole = i == 0 && t->asked % 16 == 0;
        EXPECT(offers.at[i].said[LANG_ID].len > 0);
        EXPECT(offers.at[i].said[LANG_EN].len > 0);
        t->without_back += offers.at[i].back == NO_INDEX;
        if (i % 4 != 0 && offers.at[i].back != NO_INDEX) continue;
        expect_applied(w, wish, &offers.at[i], whole);
        t->applied++;
    }
}

FACT(every_swap_offered_keeps_every_rule)
{
    static const char *const folders[] = {"examples/kotim",
                                          "examples/balikpapan"};
    for (size_t k = 0; k < COUNT(folders); k++) {
        ROW("%s", folders[k]);
        AUTO(arena_done) Arena *arena = arena_open(1 << 22);
        World *w = world_open(arena, folders[k]);
        Tally t = {0};
        SwapWish wish = {0};
        if (w == NULL) continue;
        uint32_t step = w->board.plan.person_count / 90;
        for (uint32_t p = 0; open_cell(w, p, &wish);
             p = wish.person.index + step)
            ask(w, &wish, &t);
        EXPECT(t.asked >= 40);
        EXPECT(t.applied >= 100);
        (void)printf("  %s: %u asked, %u offers, %u applied, %u without a "
                     "second day, slowest %lld us\n",
                     folders[k], t.asked, t.offered, t.applied, t.without_back,
                     (long long)(t.slowest / 1000));
    }
}

/* ---- a small government, by trying everything -------------------------- */

static const struct {
    const char *name, *rules;
} letters[] = {
    {"half of each unit kerja",
     "(1) Pada setiap unit kerja: di kantor paling banyak 50% dari seluruh "
     "pegawai, dibulatkan ke bawah.\n"
     "(2) Selebihnya wajib di rumah, bergilir.\n"},
    {"the head, and a third of the agency",
     "(1) Kepala perangkat daerah wajib di kantor.\n"
     "(2) Pada setiap perangkat daerah: di kantor paling banyak 40% dari "
     "seluruh pegawai, dibulatkan ke bawah.\n"
     "(3) Selebihnya boleh di rumah, bergilir.\n"},
    {"agency and unit kerja, one inside the other",
     "(1) Pada setiap perangkat daerah: di kantor paling banyak 45% dari "
     "seluruh pegawai, dibulatkan ke bawah.\n"
     "(2) Pada setiap unit kerja: di kantor paling banyak 60% dari seluruh "
     "pegawai, dibulatkan ke bawah.\n"           },
    {"at least as well",
     "(1) Pada setiap unit kerja: di kantor paling sedikit 40% dari seluruh "
     "pegawai, dibulatkan ke atas.\n"
     "(2) Pada setiap unit kerja: di kantor paling banyak 60% dari seluruh "
     "pegawai, dibulatkan ke bawah.\n"           },
    {"at home at most",
     "(1) Pada setiap unit kerja: di rumah paling banyak 50% dari seluruh "
     "pegawai, dibulatkan ke bawah.\n"           },
};

typedef struct {
    SmallOffice small;
    SwapBoard board;
    uint8_t open[SMALL_PEOPLE][64]; /* by the law */
    uint32_t unit[SMALL_PEOPLE][64];
} Small;

/* The law's word on every cell, kept. */
static void read_law(Small *s)
{
    const Plan *plan = &s->board.plan;
    Arena *arena = s->small.office.arena;
    for (uint32_t d = 0; d < plan->day_count; d++) {
        LawDay *law = law_day(arena, &s->board.corpus, plan->days[d]);
        for (uint32_t p = 0; p < SMALL_PEOPLE; p++) {
            Directive said = law_person(law, (PersonId){p});
            s->open[p][d] = said.letter == PLACED_OPEN;
            s->unit[p][d] =
                said.cap.index == NO_INDEX
                    ? NO_INDEX
                    : law_cap_unit(law, said.cap, (PersonId){p}).index;
        }
    }
}

static Small *small_open(Arena *arena, const char *rules)
{
    Small *s = NEW(arena, Small, 1);
    Err err = {0};
    if (!small_office_open(arena, small_texts, rules, &s->small) ||
        !small_office_roster(&s->small, 3, 14) ||
        !EXPECT(swap_board_open(&s->small.office, &s->small.made.demand.plan,
                                &s->board, &err)))
        return NULL;
    read_law(s);
    return s;
}

static Str cite_of(const Corpus *corpus, ClauseId id)
{
    return id.index == NO_INDEX ? STR("") : corpus_clause(corpus, id)->cite;
}

/* What a cell in turn must say, from the law alone. */
static Reason reason_for(const Small *s, LawDay *law, uint32_t p, char letter)
{
    const Corpus *c = &s->board.corpus;
    Directive said = law_person(law, (PersonId){p});
    UnitId unit = law_cap_unit(law, said.cap, (PersonId){p});
    bool rest = letter == PLACED_HOME && said.rest.index != NO_INDEX;
    return (Reason){STEP_TURN, cite_of(c, rest ? said.rest : said.cap),
                    rest ? cite_of(c, said.cap) : STR(""),
                    c->r->units[unit.index].code};
}

/* Turn the cells of two people over on a day, with reasons of their own. */
static void turn_over(const Small *s, Arena *arena, Plan *plan,
                      const uint32_t people[2], uint32_t day)
{
    size_t cells = (size_t)plan->person_count * plan->day_count;
    char *letters_of = NEW(arena, char, cells);
    uint16_t *reasons = NEW(arena, uint16_t, cells);
    Reason *reason = NEW(arena, Reason, plan->reason_count + 2);
    LawDay *law = law_day(arena, &s->board.corpus, plan->days[day]);
    memcpy(letters_of, plan->cells, cells);
    memcpy(reasons, plan->reasons, cells * sizeof *reasons);
    memcpy(reason, plan->reason, plan->reason_count * sizeof *reason);
    for (uint32_t k = 0; k < 2; k++) {
        size_t at = (size_t)people[k] * plan->day_count + day;
        char to = letters_of[at] == PLACED_OFFICE ? PLACED_HOME : PLACED_OFFICE;
        letters_of[at] = to;
        reasons[at] = (uint16_t)plan->reason_count;
        reason[plan->reason_count++] = reason_for(s, law, people[k], to);
    }
    plan->cells = letters_of;
    plan->reasons = reasons;
    plan->reason = reason;
}

/* Open, and one in the office while the other is at home? */
static bool differ(const Small *s, uint32_t p, uint32_t q, uint32_t d)
{
    const Plan *plan = &s->board.plan;
    return s->open[p][d] && s->open[q][d] &&
           plan_cell(plan, (PersonId){p}, d) !=
               plan_cell(plan, (PersonId){q}, d);
}

/* The whole plan judged by audit/ after the exchange on D and, perhaps, E. */
static bool is_kept(const Small *s, uint32_t p, uint32_t q, uint32_t d,
                    uint32_t e)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Plan plan = s->board.plan;
    PlanCount count = {0};
    Err err = {0};
    const uint32_t people[2] = {p, q};
    turn_over(s, arena, &plan, people, d);
    if (e != NO_INDEX) turn_over(s, arena, &plan, people, e);
    return audit_plan(&plan, &s->board.corpus, arena, &count, &err);
}

static int32_t turns_of(const Small *s, uint32_t p)
{
    int32_t turns = 0;
    for (uint32_t d = 0; d < s->board.plan.day_count; d++)
        turns += s->open[p][d];
    return turns;
}

/* After moving one day from one to the other, is each within one day of those
 * with as many turns under the same cap? */
static bool is_fair(const Small *s, uint32_t p, uint32_t q, uint32_t d)
{
    const Plan *plan = &s->board.plan;
    int32_t days[SMALL_PEOPLE];
    int32_t by = plan_cell(plan, (PersonId){p}, d) == PLACED_OFFICE ? -1 : 1;
    for (uint32_t k = 0; k < SMALL_PEOPLE; k++)
        days[k] = office_days(plan, (PersonId){k});
    days[p] += by;
    days[q] -= by;
    for (uint32_t k = 0; k < SMALL_PEOPLE; k++) {
        bool of_p =
            turns_of(s, k) == turns_of(s, p) && s->unit[k][0] == s->unit[p][0];
        bool of_q =
            turns_of(s, k) == turns_of(s, q) && s->unit[k][0] == s->unit[q][0];
        if ((of_p && abs(days[k] - days[p]) > 1) ||
            (of_q && abs(days[k] - days[q]) > 1))
            return false;
    }
    return true;
}

enum { IMPOSSIBLE = 1000, ALONE = 999 };

static bool returns_on(const Small *s, uint32_t p, uint32_t q, uint32_t d,
                       uint32_t e)
{
    const Plan *plan = &s->board.plan;
    return e > 0 && e != d && differ(s, p, q, e) &&
           plan_cell(plan, (PersonId){p}, e) !=
               plan_cell(plan, (PersonId){p}, d) &&
           is_kept(s, p, q, d, e);
}

/* The nearest E, ALONE or IMPOSSIBLE, by trying every day. */
static uint32_t try_all(const Small *s, uint32_t p, uint32_t q, uint32_t d)
{
    uint32_t best = ALONE, far = 1000;
    if (!differ(s, p, q, d) || !is_kept(s, p, q, d, NO_INDEX))
        return IMPOSSIBLE;
    for (uint32_t e = 0; e < s->board.plan.day_count; e++) {
        uint32_t apart = e > d ? e - d : d - e;
        if (apart >= far || !returns_on(s, p, q, d, e)) continue;
        far = apart;
        best = e;
    }
    return best == ALONE && !is_fair(s, p, q, d) ? IMPOSSIBLE : best;
}

typedef struct {
    uint32_t cells, pairs, possible, alone, refused;
} Compared;

static uint32_t back_of(const SwapOffers *offers, uint32_t q)
{
    for (uint32_t i = 0; i < offers->count; i++) {
        if (offers->at[i].with.index == q)
            return offers->at[i].back == NO_INDEX ? ALONE : offers->at[i].back;
    }
    return IMPOSSIBLE;
}

static void compare_pairs(const Small *s, uint32_t p, uint32_t d,
                          const SwapOffers *offers, Compared *n)
{
    uint32_t possible = 0;
    for (uint32_t q = 0; q < SMALL_PEOPLE; q++) {
        if (q == p) continue;
        uint32_t want = try_all(s, p, q, d), got = back_of(offers, q);
        if (want != got)
            (void)printf("  %u and %u on day %u: %u, not %u\n", p, q, d, got,
                         want);
        EXPECT(want == got);
        possible += want != IMPOSSIBLE;
        n->alone += want == ALONE;
        n->pairs++;
    }
    n->possible += possible;
    EXPECT_INT(offers->possible, possible);
}

static bool nearer(const Register *r, const SwapOffer *a, const SwapOffer *b)
{
    uint32_t fa =
        a->back == NO_INDEX ? 1000 : (uint32_t)abs((int)a->back - (int)a->day);
    uint32_t fb =
        b->back == NO_INDEX ? 1000 : (uint32_t)abs((int)b->back - (int)b->day);
    if (a->kin != b->kin) return a->kin < b->kin;
    if (fa != fb) return fa < fb;
    return str_order(r->people[a->with.index].code,
                     r->people[b->with.index].code) < 0;
}

static void compare_cell(Small *s, uint32_t p, uint32_t d, Compared *n)
{
    SwapOffers offers = {0};
    Err err = {0};
    const Plan *plan = &s->board.plan;
    SwapWish wish = {.person = {p}, .day = plan->days[d], .now = plan->days[0]};
    bool offered = offer_swaps(&s->board, &wish, &offers, &err);
    n->cells++;
    EXPECT(offered == (d > 0 && s->open[p][d] != 0));
    n->refused += !offered;
    if (!offered) return;
    compare_pairs(s, p, d, &offers, n);
    for (uint32_t i = 1; i < offers.count; i++)
        EXPECT(nearer(s->board.corpus.r, &offers.at[i - 1], &offers.at[i]));
}

FACT(no_possible_swap_is_missed_and_none_else_is_offered)
{
    for (size_t k = 0; k < COUNT(letters); k++) {
        ROW("%s", letters[k].name);
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        Small *s = small_open(arena, letters[k].rules);
        Compared n = {0};
        if (s == NULL) continue;
        for (uint32_t p = 0; p < SMALL_PEOPLE; p++) {
            for (uint32_t d = 0; d < s->board.plan.day_count; d++)
                compare_cell(s, p, d, &n);
        }
        EXPECT(n.possible > 0);
        (void)printf("  %s: %u cells (%u refused), %u pairs, %u possible, %u "
                     "without a second day\n",
                     letters[k].name, n.cells, n.refused, n.pairs, n.possible,
                     n.alone);
    }
}

/* ---- fixed cells ------------------------------------------------------- */

static const struct {
    const char *who;
    int32_t day, now;
    const char *id, *said;
} refusals[] = {
    {"H", 4,  3, "tukar-01", "a rule fixes it (rule 1 paragraph (1) of"   },
    {"C", 5,  3, "tukar-01", "they are on leave or on an official trip"   },
    {"E", 6,  3, "tukar-01", "they are called to the office that day"     },
    {"A", 8,  3, "tukar-01", "it is no working day"                       },
    {"A", 20, 3, "tukar-02", "2020-08-20 lies outside this plan, 2020-08-"},
    {"A", 4,  4, "tukar-03", "has begun or gone by"                       },
    {"B", 4,  3, "tukar-07", "is pinned by the head"                      },
};

FACT(a_fixed_cell_is_refused_with_its_rule)
{
    for (size_t k = 0; k < COUNT(refusals); k++) {
        ROW("%s on the %d", refusals[k].who, refusals[k].day);
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        Small *s = small_open(arena, letters[1].rules);
        SwapOffers offers = {0};
        Err err = {0};
        if (s == NULL) continue;
        SwapPin pin = {tables_person(&s->small.tables, "B"),
                       small_office_days(4, 4).first};
        SwapWish wish = {.person =
                             tables_person(&s->small.tables, refusals[k].who),
                         .day = small_office_days(refusals[k].day, 0).first,
                         .now = small_office_days(refusals[k].now, 0).first,
                         .pins = &pin,
                         .pin_count = 1};
        const Diags *diags = &s->small.office.diags;
        size_t before = diags->list.count;
        EXPECT(!offer_swaps(&s->board, &wish, &offers, &err));
        EXPECT_HAS(err.text, refusals[k].said);
        EXPECT(err.id[0] != '\0');
        EXPECT_INT((int64_t)diags->list.count, (int64_t)before + 1);
        EXPECT_STR(diags->list.at[before].id, refusals[k].id);
    }
}

FACT(a_pinned_colleague_or_day_is_not_offered)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Small *s = small_open(arena, letters[0].rules);
    SwapOffers before = {0}, after = {0};
    Plan plan = {0};
    Err err = {0};
    if (s == NULL) return;
    SwapWish wish = {.person = tables_person(&s->small.tables, "A"),
                     .day = small_office_days(5, 0).first,
                     .now = small_office_days(3, 0).first};
    if (!EXPECT(offer_swaps(&s->board, &wish, &before, &err)) ||
        !EXPECT(before.count > 0))
        return;
    SwapPin pins[2] = {
        {before.at[0].with, wish.day                             },
        {before.at[0].with, s->board.plan.days[before.at[0].back]}
    };
    wish.pins = pins;
    wish.pin_count = 1;
    EXPECT(offer_swaps(&s->board, &wish, &after, &err));
    EXPECT_INT(back_of(&after, before.at[0].with.index), IMPOSSIBLE);
    EXPECT(!swap_apply(&s->board, &wish, &before.at[0], &plan, &err));
    EXPECT_HAS(err.text, "not, or no longer, possible");
    wish.pins = &pins[1];
    EXPECT(offer_swaps(&s->board, &wish, &after, &err));
    EXPECT(back_of(&after, before.at[0].with.index) != before.at[0].back);
}

FACT(bounds_on_days_are_kept)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Small *s = small_open(arena, letters[0].rules);
    SwapOffers before = {0}, after = {0};
    Err err = {0};
    if (s == NULL) return;
    SwapWish wish = {.person = tables_person(&s->small.tables, "A"),
                     .day = small_office_days(5, 0).first,
                     .now = small_office_days(3, 0).first};
    Demand demand = {0};
    const Corpus *corpus = &s->small.made.corpus;
    EXPECT(demand_make(arena, corpus, s->board.plan.window, &demand, &err));
    uint32_t count = demand.problem.row_count;
    ProblemRow *rows = NEW(arena, ProblemRow, count);
    RowBound *bounds = NEW(arena, RowBound, count);
    for (uint32_t i = 0; i < count; i++) {
        /* each day alone: as planned, no more and no less */
        rows[i] = demand.problem.rows[i];
        bounds[i] = (RowBound){4, 0, 1, NO_INDEX};
        bounds[i].least = bounds[i].most =
            plan_cell(&s->board.plan, rows[i].person, 2) == PLACED_OFFICE;
        rows[i].bounds = &bounds[i];
        rows[i].bound_count = 1;
    }
    demand.problem.rows = rows;
    EXPECT(offer_swaps(&s->board, &wish, &before, &err));
    swap_board_bind(&s->board, &demand);
    EXPECT(offer_swaps(&s->board, &wish, &after, &err));
    EXPECT(before.count > 0);
    EXPECT_INT(after.count, 0);
}

FACT(a_plan_of_other_letters_or_a_broken_one_opens_no_board)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Small *s = small_open(arena, letters[0].rules);
    SwapBoard board = {0};
    Err err = {0}, other = {0};
    if (s == NULL) return;
    Plan plan = s->board.plan;
    plan.digest++;
    EXPECT(!swap_board_open(&s->small.office, &plan, &board, &err));
    EXPECT_HAS(err.text, "have changed since this plan was made");
    plan = s->board.plan;
    char *cells = NEW(arena, char, (size_t)SMALL_PEOPLE *plan.day_count);
    memset(cells, PLACED_OFFICE, (size_t)SMALL_PEOPLE * plan.day_count);
    plan.cells = cells;
    EXPECT(!swap_board_open(&s->small.office, &plan, &board, &other));
    EXPECT_HAS(other.text, "this plan breaks a rule already");
}
