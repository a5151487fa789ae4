/* SPDX-License-Identifier: Apache-2.0 */
/*
 * bench_replan.c - a published plan of a whole government meets events.
 *
 *     bench_replan GOVERNMENT FROM TO
 *
 * Rows of latest.tsv on stdout.  Each kind of event happens to people (or
 * units) drawn from a seed, half a window in, one after another to the plan
 * that the one before left: in a session, whose answers are each proved, and
 * as whole moves, from the law anew to both proofs.  Then the parts of one
 * answer: the question, the search, its proof.
 */
#include "app/move_session.h"
#include "audit/change_rule.h"
#include "base/clock.h"
#include "base/rand.h"
#include "roster/replan.h"

#include <stdio.h>
#include <stdlib.h>

enum { EVENTS = 200, WHOLE = 5, PARTS = 25 };

typedef struct {
    Arena *arena;
    Office office;
    RosterMade made;
    const Plan *plan;
    Date now;
    Rand rand;
} World;

static const struct {
    MoveEventKind kind;
    const char *name;
} kinds[] = {
    {MOVE_RECALL,    "recall of a person" },
    {MOVE_LEAVE,     "leave of five days" },
    {MOVE_RETURN,    "return from leave"  },
    {MOVE_CLOSURE,   "closure of a unit"  },
    {MOVE_REOPENING, "reopening of a unit"},
};

static void fail(const Err *err)
{
    (void)fprintf(stderr, "%s\n", err->text);
    exit(1);
}

static void open_world(World *w, char **argv)
{
    Err err = {0};
    RosterWish wish = make_roster_wish();
    w->arena = arena_open((size_t)1 << 20);
    w->rand = rand_seeded(1);
    if (!date_parse(str_of(argv[2]), &wish.window.first, &err) ||
        !date_parse(str_of(argv[3]), &wish.window.last, &err) ||
        !office_open(w->arena, argv[1], &w->office, &err) ||
        !make_roster(&w->office, &wish, &w->made, &err))
        fail(&err);
    w->plan = &w->made.demand.plan;
    w->now = w->plan->days[w->plan->day_count / 2];
}

/* Somebody whose turns the roster settles. */
static uint32_t somebody(World *w)
{
    const Problem *p = &w->made.demand.problem;
    return p->rows[rand_below(&w->rand, p->row_count)].person.index;
}

static MoveEvent event_of(World *w, MoveEventKind kind)
{
    const Register *r = &w->office.r;
    uint32_t who = somebody(w);
    int32_t length = kind == MOVE_RECALL ? 0 : 4;
    return (MoveEvent){
        .kind = kind,
        .person = {who     },
        .unit = r->work_unit_of[r->people[who].unit.index],
        .window = { w->now, date_plus(w->now, length)},
        .absence = ABSENCE_CUTI,
        .known = w->now,
    };
}

/* ---- figures ----------------------------------------------------------- */

static int by_size(const void *a, const void *b)
{
    const int64_t *x = a;
    const int64_t *y = b;
    return *x < *y ? -1 : *x > *y;
}

static void put_row(const char *name, int64_t ns, double goal)
{
    double ms = (double)ns / 1e6;
    if (goal > 0)
        (void)printf("move\t%s\t%.3f\tms\tlimit\t%.0f\t%.1f\t%.0f\t%s\n", name,
                     ms, goal, goal / ms, goal, ms <= goal ? "yes" : "no");
    else
        (void)printf("move\t%s\t%.3f\tms\t-\t-\t-\t0\t-\n", name, ms);
}

static void put_rows(const char *name, int64_t *ns, size_t count, double goal)
{
    char text[80];
    qsort(ns, count, sizeof *ns, by_size);
    put_row(name, ns[count / 2], goal);
    if (count < 100) return;
    (void)snprintf(text, sizeof text, "%s, p99", name);
    put_row(text, ns[count * 99 / 100], 0);
}

/* ---- a session --------------------------------------------------------- */

static void time_kind(World *w, MoveSession *s, size_t kind)
{
    static int64_t ns[EVENTS];
    char name[60];
    Err err = {0};
    MoveWish wish = {.now = w->now, .pins = NULL, .pin_count = 0};
    for (size_t k = 0; k < EVENTS; k++) {
        MoveEvent event = event_of(w, kinds[kind].kind);
        const MovedPlan *moved = NULL;
        int64_t begun = clock_monotonic_ns();
        if (!move_session_apply(s, &event, &wish, &moved, &err)) fail(&err);
        ns[k] = clock_monotonic_ns() - begun;
        CHECK(moved->solved && moved->verified);
    }
    (void)snprintf(name, sizeof name, "session, %s", kinds[kind].name);
    put_rows(name, ns, EVENTS, 5);
}

static void time_session(World *w)
{
    Err err = {0};
    int64_t begun = clock_monotonic_ns();
    MoveSession *s = move_session_open(&w->office, w->plan, &err);
    if (s == NULL) fail(&err);
    put_row("session, opened", clock_monotonic_ns() - begun, 0);
    for (size_t kind = 0; kind < COUNT(kinds); kind++)
        time_kind(w, s, kind);
    begun = clock_monotonic_ns();
    if (!move_session_audit(s, w->now, &err)) fail(&err);
    put_row("session, every rule asked again", clock_monotonic_ns() - begun, 0);
    move_session_close(s);
}

/* ---- whole ------------------------------------------------------------- */

static void time_whole(World *w)
{
    int64_t ns[WHOLE];
    Err err = {0};
    MoveWish wish = {.now = w->now, .pins = NULL, .pin_count = 0};
    for (size_t k = 0; k < WHOLE; k++) {
        MoveEvent event = event_of(w, MOVE_LEAVE);
        MovedPlan *moved = NEW(w->arena, MovedPlan, 1);
        move_event_put(w->arena, &w->office.r, &event);
        int64_t begun = clock_monotonic_ns();
        if (!move_plan(&w->office, w->plan, &wish, moved, &err)) fail(&err);
        ns[k] = clock_monotonic_ns() - begun;
        CHECK(moved->solved && moved->verified);
        w->plan = &moved->plan;
    }
    put_rows("whole move, proved twice", ns, WHOLE, 2000);
}

/* ---- another cap ------------------------------------------------------- */

/* What a node must hold on each day: those who have to come, and posts. */
static int32_t *forced(Arena *arena, const Problem *p)
{
    size_t days = p->day_count;
    int32_t *all = NEW(arena, int32_t, p->node_count * days + 1);
    for (uint32_t d = 0; d < days; d++) {
        for (uint32_t i = 0; i < p->row_count; i++) {
            int32_t must = (int32_t)(p->rows[i].must >> d & 1);
            for (uint32_t n = p->rows[i].node; n != NO_INDEX;
                 n = p->nodes[n].parent)
                all[n * days + d] += must;
        }
        for (uint32_t k = 0; k < p->post_count; k++) {
            for (uint32_t n = p->posts[k].node; n != NO_INDEX;
                 n = p->nodes[n].parent)
                all[n * days + d] += p->posts[k].need[d];
        }
    }
    return all;
}

/* Every cap lowered to a part of what it was, but not below that. */
static const int32_t *lowered(Arena *arena, const ProblemNode *node,
                              uint32_t days, const int32_t *least,
                              int32_t percent)
{
    int32_t *most = NEW(arena, int32_t, (size_t)days + 1);
    for (uint32_t d = 0; d < days; d++) {
        int32_t part = node->most[d] == PROBLEM_FREE
                           ? PROBLEM_FREE
                           : node->most[d] * percent / 100;
        if (part < least[d]) part = least[d];
        if (part < node->least[d]) part = node->least[d];
        most[d] = part < node->most[d] ? part : node->most[d];
    }
    return most;
}

static PlanChange change_of(const World *w, Arena *arena, Problem *problem,
                            int32_t percent)
{
    const Demand *d = &w->made.demand;
    ProblemNode *nodes =
        NEW(arena, ProblemNode, (size_t)d->problem.node_count + 1);
    uint64_t *told = NEW(arena, uint64_t, (size_t)d->problem.row_count + 1);
    const int32_t *least = forced(arena, &d->problem);
    for (uint32_t n = 0; n < d->problem.node_count; n++) {
        nodes[n] = d->problem.nodes[n];
        nodes[n].most =
            lowered(arena, &nodes[n], d->problem.day_count,
                    least + (size_t)n * d->problem.day_count, percent);
    }
    for (uint32_t i = 0; i < d->problem.row_count; i++)
        told[i] = d->problem.rows[i].must | d->problem.rows[i].may;
    *problem = d->problem;
    problem->nodes = nodes;
    return (PlanChange){problem,
                        w->made.answer.office,
                        told,
                        w->made.answer.duties,
                        w->made.answer.duty_count,
                        0};
}

static void time_parts(const World *w, int32_t percent)
{
    int64_t solve[PARTS], audit[PARTS];
    char name[80];
    Err err = {0};
    int64_t changed = 0;
    for (size_t k = 0; k < PARTS; k++) {
        AUTO(arena_done) Arena *arena = arena_open((size_t)1 << 23);
        Problem problem = {0};
        ChangeAnswer answer = {0};
        PlanChange c = change_of(w, arena, &problem, percent);
        int64_t begun = clock_monotonic_ns();
        if (!replan_solve(arena, &c, &answer, &err)) fail(&err);
        solve[k] = clock_monotonic_ns() - begun;
        begun = clock_monotonic_ns();
        if (!change_rule_holds(&c, &answer, arena, &err)) fail(&err);
        audit[k] = clock_monotonic_ns() - begun;
        changed = answer.kind == ANSWER_SOLVED ? answer.changed : -1;
    }
    (void)snprintf(name, sizeof name, "caps at %d %%, %lld turns moved",
                   percent, (long long)changed);
    put_rows(name, solve, PARTS, 0);
    (void)snprintf(name, sizeof name, "caps at %d %%, the proof", percent);
    put_rows(name, audit, PARTS, 0);
}

int main(int argc, char **argv)
{
    static World w;
    if (argc != 4) {
        (void)fprintf(stderr, "bench_replan GOVERNMENT FROM TO\n");
        return 2;
    }
    open_world(&w, argv);
    time_parts(&w, 100);
    time_parts(&w, 90);
    time_parts(&w, 50);
    time_whole(&w);
    time_session(&w);
    return 0;
}
