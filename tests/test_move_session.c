/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_move_session.c - a plan kept in memory answers events as the whole move
 * does, byte for byte.
 *
 * SOAK=1 in the environment tries ten times as many.
 */
#include "harness.h"
#include "moved_world.h"

#include <stdio.h>

static const struct {
    const char *name;
    MovedOpen *open;
} worlds[] = {
    {"balikpapan", moved_balikpapan},
    {"kotim",      moved_kotim     },
};

/* Two worlds, one event: the session's answer and the whole one. */
typedef struct {
    MovedWorld *one, *two;
    MoveSession *session;
    Plan plan; /* of the second */
    int same, clashes, cells;
} Pair;

static bool same_moves(const MovedPlan *a, const MovedPlan *b)
{
    bool same = a->cell_count == b->cell_count &&
                a->undo.cell_count == b->undo.cell_count &&
                a->notice_count == b->notice_count && a->changed == b->changed;
    for (size_t k = 0; same && k < a->cell_count; k++) {
        const MovedCell *x = &a->cells[k], *y = &b->cells[k];
        same = x->person.index == y->person.index && x->day == y->day &&
               x->from == y->from && x->to == y->to && x->forced == y->forced;
    }
    for (size_t k = 0; same && k < a->notice_count; k++) {
        const PlanTold *x = &a->notices[k], *y = &b->notices[k];
        same = x->person.index == y->person.index && x->own == y->own &&
               x->superior == y->superior && x->unit == y->unit;
    }
    return same;
}

static void apply_both(Pair *p, const MoveEvent *event, const MoveWish *wish)
{
    Err err = {0}, other = {0};
    const MovedPlan *a = NULL;
    MovedPlan *b = NEW(p->two->arena, MovedPlan, 1);
    Register before = p->two->office.r;
    if (event != NULL) move_event_put(p->two->arena, &p->two->office.r, event);
    bool fast = move_session_apply(p->session, event, wish, &a, &err);
    bool whole = move_plan(&p->two->office, &p->plan, wish, b, &other);
    if (!EXPECT(fast == whole)) {
        EXPECT_STR(err.text, other.text);
        return;
    }
    if (!whole) EXPECT_STR(err.text, other.text);
    if (!whole || !b->solved) p->two->office.r = before;
    p->clashes += whole && !b->solved;
    if (!whole || !EXPECT(a->solved == b->solved) || !a->solved) return;
    EXPECT(a->verified && b->verified);
    EXPECT(same_moves(a, b));
    EXPECT(moved_same_cells(&a->plan, &b->plan));
    p->same += moved_same_files(p->two, &a->plan, &b->plan);
    p->cells += (int)a->cell_count;
    p->plan = b->plan;
}

/* Some heads among those who are called or away: others stand in for them. */
static MoveEvent event_of_a_head(const MovedWorld *w, Rand *rand, uint32_t day)
{
    MoveEvent event = moved_any_event(w, rand, day);
    const Register *r = &w->office.r;
    const Holding *h = &r->holdings[rand_below(rand, r->holding_count)];
    event.person = h->person;
    return event;
}

/* A day from 13 on with turns. */
static uint32_t day_of_turns(const Plan *plan)
{
    for (uint32_t d = 13; d < plan->day_count; d++) {
        for (uint32_t p = 3000; p < plan->person_count; p++) {
            size_t at = (size_t)p * plan->day_count + d;
            if (plan->reason[plan->reasons[at]].step == STEP_TURN) return d;
        }
    }
    CHECK(plan->day_count == 0);
    return 0;
}

FACT(a_session_answers_as_the_whole_does)
{
    for (size_t k = 0; k < COUNT(worlds); k++) {
        ROW("%s", worlds[k].name);
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        Err err = {0};
        Pair p = {.one = worlds[k].open(arena), .two = worlds[k].open(arena)};
        Rand rand = rand_seeded(51 + k);
        p.plan = p.two->plan;
        p.session = move_session_open(&p.one->office, &p.one->plan, &err);
        if (!EXPECT(p.session != NULL)) return;
        int events = harness_trials(16);
        uint32_t pinned = day_of_turns(&p.plan), day = 3;
        for (int e = 0; e < events; e++) {
            /* a day has many events: what was read of others is kept */
            if (e % 8 == 7) day = 3 + rand_below(&rand, 10);
            MoveEvent event = e % 3 == 2 ? event_of_a_head(p.two, &rand, day)
                                         : moved_any_event(p.two, &rand, day);
            uint32_t who = moved_in_turn(&p.plan, rand_below(&rand, 3000),
                                         pinned, PLACED_HOME);
            PlanPin pin = {{who}, p.plan.days[pinned], PLACED_OFFICE};
            MoveWish wish = {
                .now = p.plan.days[day], .pins = &pin, .pin_count = e % 4 == 3};
            apply_both(&p, e % 4 == 3 && e % 8 != 3 ? NULL : &event, &wish);
        }
        EXPECT_INT(p.same, events - p.clashes);
        EXPECT(move_session_audit(p.session, p.plan.days[13], &err));
        printf("%d events, %d the same bytes, %d clashes, %d cells\n", events,
               p.same, p.clashes, p.cells);
        move_session_close(p.session);
    }
}

FACT(what_a_session_refuses_it_has_not_done)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    MovedWorld *w = moved_kotim(arena);
    Err err = {0};
    const MovedPlan *m = NULL;
    MoveSession *s = move_session_open(&w->office, &w->plan, &err);
    Register before = w->office.r;
    uint32_t who = moved_in_turn(&w->plan, 1000, 9, PLACED_HOME);
    Window days = {w->plan.days[9], w->plan.days[10]};
    MoveEvent leave = {.kind = MOVE_LEAVE,
                       .person = {who},
                       .window = days,
                       .absence = ABSENCE_CUTI,
                       .known = days.first};
    PlanPin pin = {{who}, days.first, PLACED_OFFICE};
    MoveWish both = {.now = days.first, .pins = &pin, .pin_count = 1},
             alone = {.now = days.first, .pins = NULL, .pin_count = 0};
    EXPECT(!move_session_apply(s, &leave, &both, &m, &err));
    EXPECT_HAS(err.text, "by register and calendar: leave");
    EXPECT_HAS(err.id, "menurut register dan kalender: cuti");
    EXPECT(w->office.r.absences == before.absences);
    EXPECT(move_session_plan(s) == &w->plan);
    EXPECT(move_session_apply(s, NULL, &alone, &m, &err));
    EXPECT_INT((int64_t)m->cell_count, 0);
    EXPECT(moved_same_files(w, &w->plan, &m->plan));
    EXPECT(move_session_apply(s, &leave, &alone, &m, &err));
    EXPECT(m->cell_count > 0);
    move_session_close(s);
    move_session_close(NULL);
    Plan old = w->plan;
    old.known = days.first;
    EXPECT(move_session_open(&w->office, &old, &err) == NULL);
    EXPECT_HAS(err.id, "pengetahuan satu hari");
}
