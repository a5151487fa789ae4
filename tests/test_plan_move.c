/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_plan_move.c - the moves of a plan: written, read, laid on; what does
 * not follow is refused; and several plans as one.
 */
#include "base/rand.h"
#include "harness.h"
#include "plan/plan_join.h"
#include "plan/plan_move.h"

#include <string.h>

/* ---- two people, three days ------------------------------------------------
 */

static Register register_of(Arena *a)
{
    Person *people = NEW(a, Person, 2);
    Register r = {.people = people, .person_count = 2};
    people[0].code = STR("B00000");
    people[1].code = STR("B00001");
    r.person_codes = map_in(a);
    for (uint32_t i = 0; i < 2; i++)
        (void)map_put(&r.person_codes, people[i].code, i);
    return r;
}

/* A turn, the rest, a recall. */
static const Reason *reasons_of(Arena *a)
{
    Reason *all = NEW(a, Reason, 3);
    all[0] = (Reason){
        .step = STEP_TURN, .rule = STR("800/1#1(1)"), .thing = STR("dinkes")};
    all[1] = (Reason){.step = STEP_REST, .rule = STR("800/1#2(1)")};
    all[2] = (Reason){.step = STEP_RECALL, .rule = STR("800/1#3(1)")};
    return all;
}

static Plan plan_of(Arena *a, const char *cells, const char *first)
{
    Err err = {0};
    size_t count = strlen(cells);
    Plan plan = {.government = STR("kotim"),
                 .known = DATE_NEVER,
                 .day_count = (uint32_t)(count / 2),
                 .person_count = 2,
                 .reason = reasons_of(a),
                 .reason_count = 2,
                 .digest = 7};
    Date *days = NEW(a, Date, count);
    CHECK(date_parse(str_of(first), &plan.window.first, &err));
    for (uint32_t d = 0; d < plan.day_count; d++)
        days[d] = date_plus(plan.window.first, (int32_t)d);
    plan.window.last = days[plan.day_count - 1];
    plan.days = days;
    plan.cells = str_copy(a, str_of(cells)).ptr;
    plan.reasons = NEW(a, uint16_t, count);
    return plan;
}

/* The first is called on the second day; on the third only a reason moves. */
static PlanMove move_of(Arena *a, const Plan *plan)
{
    CellMove *cells = NEW(a, CellMove, 2);
    PlanTold *told = NEW(a, PlanTold, 2);
    cells[0] = (CellMove){{0}, 1, 'R', 'K', 0, 2, true};
    cells[1] = (CellMove){{1}, 2, 'K', 'K', 0, 1, false};
    told[0] = (PlanTold){{0}, true, false, true};
    told[1] = (PlanTold){{1}, false, true, false};
    return (PlanMove){
        .government = STR("kotim"),
        .window = plan->window,
        .version = 2,
        .cause = STR("0192f3c1-0000-7000-8000-000000000001"),
        .first = plan->days[1],
        .before = plan_mark(plan),
        .after = {DATE_NEVER, UINT64_MAX, 3},
        .fresh = reasons_of(a) + 2,
        .cells = cells,
        .cell_count = 2,
        .told = told,
        .told_count = 2,
    };
}

static Str text_of(Arena *a, const PlanMove *move, const Register *r)
{
    Buf out = buf_in(a);
    plan_move_write(move, r, &out);
    return buf_str(&out);
}

static const char written[] = "pindah 1\n"
                              "government kotim\n"
                              "window 2021-07-19 2021-07-21\n"
                              "version 2\n"
                              "cause 0192f3c1-0000-7000-8000-000000000001\n"
                              "first 2021-07-20\n"
                              "before .. 2\n"
                              "digest 0 7\n"
                              "after .. 3\n"
                              "digest 4294967295 4294967295\n"
                              "reason panggilan\t800/1#3(1)\t\t\n"
                              "cell B00000 1:R/0>K/2!\n"
                              "cell B00001 2:K/0>K/1\n"
                              "tell B00000 own unit\n"
                              "tell B00001 superior\n"
                              "end\n";

/* ---- the same again ---------------------------------------------------------
 */

FACT(a_move_written_and_read_is_the_same)
{
    AUTO(arena_done) Arena *a = arena_open(1 << 14);
    Register r = register_of(a);
    Plan plan = plan_of(a, "KRKRKK", "2021-07-19"), after;
    PlanMove move = move_of(a, &plan), read;
    Err err = {0};
    EXPECT_STR(str_c(a, text_of(a, &move, &r)), written);
    EXPECT(plan_move_read(a, str_of(written), &r, &read, &err));
    EXPECT_STR(str_c(a, text_of(a, &read, &r)), written);
    EXPECT(plan_move_apply(a, &plan, &read, &after, &err));
    EXPECT(memcmp(after.cells, "KKKRKK", 6) == 0);
    EXPECT_INT(after.reasons[1], 2);
    EXPECT_INT(after.reasons[5], 1);
    EXPECT_INT(after.reason_count, 3);
    EXPECT(after.reason[2].step == STEP_RECALL);
    EXPECT(after.digest == UINT64_MAX);
    EXPECT(memcmp(plan.cells, "KRKRKK", 6) == 0);
}

FACT(a_move_is_not_bent_to_another_plan)
{
    AUTO(arena_done) Arena *a = arena_open(1 << 14);
    Plan plan = plan_of(a, "KRKRKK", "2021-07-19"), after;
    PlanMove move = move_of(a, &plan);
    Plan others[] = {
        plan,
        plan,
        plan,
        plan_of(a, "KKKRKK", "2021-07-19"),
        plan_of(a, "KRKRKK", "2021-07-20"),
    };
    others[0].digest = 8;
    others[1].reason_count = 1;
    others[2].government = STR("paser");
    for (size_t k = 0; k < COUNT(others); k++) {
        Err err = {0};
        ROW("%zu", k);
        EXPECT(!plan_move_apply(a, &others[k], &move, &after, &err));
        EXPECT_INT(err.kind, ERR_STALE);
        EXPECT_HAS(err.text, "does not follow");
    }
}

/* ---- hostile
 * ------------------------------------------------------------------ */

static const struct {
    const char *old, *new, *why;
} changes[] = {
    {"pindah 1",         "pindah 2",    "line 1, column 8"    },
    {"2021-07-21",       "2021-07-18",  "line 3"              },
    {"2021-07-21",       "..",          "not the last day"    },
    {"2021-07-21",       "2031-07-21",  "not the last day"    },
    {"version 2",        "version 1",   "line 4"              },
    {"first 2021-07-20", "first x",     "is not a date"       },
    {"after .. 3",       "after .. 1",  "fewer reasons"       },
    {"after .. 3",       "after .. 4",  "not complete"        },
    {"panggilan",        "x",           "begins with no step" },
    {"cell B00000",      "cell B00009", "no person's code"    },
    {"1:R/0>K/2",        "3:R/0>K/2",   "line 12, column 13"  },
    {"1:R/0>K/2",        "1:Q/0>K/2",   "is no move of a cell"},
    {"1:R/0>K/2",        "1:R/0",       "is no move of a cell"},
    {"1:R/0>K/2",        "1:R/0>K/3",   "a number that is not"},
    {"1:R/0>K/2",        "1:R/0>K/2>",  "a number that is not"},
    {"own unit",         "own house",   "no cause to be told" },
    {"tell B00001",      "say B00001",  "begins nothing"      },
    {"end\n",            "",            "ends too early"      },
    {"end\n",            "end\nend\n",  "behind the end"      },
};

static Str changed(Arena *a, const char *old, const char *new)
{
    Str whole = str_of(written);
    size_t at = str_find(whole, str_of(old), 0);
    CHECK(at != SIZE_MAX);
    return str_format(a, "%.*s%s%s", (int)at, written, new,
                      written + at + strlen(old));
}

FACT(moves_are_refused_with_their_place)
{
    AUTO(arena_done) Arena *a = arena_open(1 << 14);
    Register r = register_of(a);
    for (size_t k = 0; k < COUNT(changes); k++) {
        PlanMove read;
        Err err = {0};
        ROW("%s -> %s", changes[k].old, changes[k].new);
        EXPECT(!plan_move_read(a, changed(a, changes[k].old, changes[k].new),
                               &r, &read, &err));
        EXPECT_INT(err.kind, ERR_INPUT);
        EXPECT(str_starts(str_of(err.id), STR("baris ")));
        EXPECT_HAS(err.text, changes[k].why);
    }
}

FACT(torn_and_bent_moves_do_no_harm)
{
    Rand rand = rand_seeded(3);
    for (size_t k = 0; k < sizeof written - 1; k++) {
        AUTO(arena_done) Arena *a = arena_open(1 << 13);
        Register r = register_of(a);
        Plan plan = plan_of(a, "KRKRKK", "2021-07-19"), after;
        PlanMove read;
        Err err = {0};
        bool whole = k + 1 >= sizeof written - 1;
        Str torn = str_slice(str_of(written), 0, k);
        EXPECT(plan_move_read(a, torn, &r, &read, &err) == whole);
        char *bent = NEW(a, char, sizeof written);
        memcpy(bent, written, sizeof written);
        bent[k] = (char)rand_below(&rand, 127);
        if (plan_move_read(a, (Str){bent, sizeof written - 1}, &r, &read,
                           &err) &&
            !plan_move_apply(a, &plan, &read, &after, &err))
            EXPECT_INT(err.kind, ERR_STALE);
    }
}

/* ---- several plans as one
 * ------------------------------------------------------- */

FACT(each_day_is_of_the_plan_it_belongs_to)
{
    AUTO(arena_done) Arena *a = arena_open(1 << 14);
    Plan early = plan_of(a, "KKKRRR", "2021-07-19");
    Plan late = plan_of(a, "LLLCCC", "2021-07-21"), joint;
    const Plan *of[] = {&early, &early, &late, &late, &late, NULL};
    Window all = {early.days[0], date_plus(late.days[2], 1)};
    EXPECT(plan_join(a, of, all, &joint));
    EXPECT_INT(joint.day_count, 5);
    EXPECT(memcmp(joint.cells, "KKLLLRRCCC", 10) == 0);
    EXPECT_INT(joint.reason_count, 4);
    EXPECT_INT(joint.reasons[0], 0);
    EXPECT_INT(joint.reasons[2], 2);
    ROW("back and forth");
    of[2] = &early;
    of[3] = of[4] = &late;
    EXPECT(plan_join(a, of, all, &joint));
    EXPECT(memcmp(joint.cells, "KKKLLRRRCC", 10) == 0);
    EXPECT_INT(joint.reason_count, 4);
    ROW("one holds them all");
    Window one = {all.first, all.first}, none = {all.last, all.last};
    EXPECT(plan_join(a, of, one, &joint));
    EXPECT(joint.cells == early.cells);
    ROW("none holds any");
    EXPECT(!plan_join(a, &of[5], none, &joint));
}

FACT(the_rest_of_a_plan_has_the_days_that_are_left)
{
    AUTO(arena_done) Arena *a = arena_open(1 << 14);
    Plan plan = plan_of(a, "KRLCDX", "2021-07-19");
    Plan rest = plan_from(a, &plan, 1);
    EXPECT_INT(rest.day_count, 2);
    EXPECT(memcmp(rest.cells, "RLDX", 4) == 0);
    EXPECT(date_is(rest.window.first, plan.days[1]));
}

/* Of what a version writes on days before its first: what they began with. */
FACT(a_day_that_had_begun_keeps_what_it_began_with)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Err err = {0};
    Plan plan = plan_of(arena, "RRRKKK", "2021-07-26");
    PlanMove move = move_of(arena, &plan);
    Plan once, twice;
    move.first = plan.days[2];
    if (!EXPECT(plan_move_apply(arena, &plan, &move, &once, &err))) return;
    EXPECT_INT((int64_t)once.began_count, 1);
    EXPECT_INT(once.began[0].day, 1);
    EXPECT_INT(once.began[0].letter, 'R');
    CellMove back = {{0}, 1, 'K', 'R', 2, 0, false};
    PlanMove undo = move;
    undo.version = 3;
    undo.before = undo.after = plan_mark(&once);
    undo.cells = &back;
    undo.cell_count = 1;
    undo.fresh = NULL;
    if (!EXPECT(plan_move_apply(arena, &once, &undo, &twice, &err))) return;
    EXPECT_INT((int64_t)twice.began_count, 2);
    EXPECT_INT(twice.began[0].letter, 'R');         /* the first counts */
    EXPECT_INT(twice.began[1].letter, PLACED_NONE); /* it was a call */
}
