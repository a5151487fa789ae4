/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_audit_answer.c - the audit accepts the one good answer and the good
 * cuts, and names the fault in each bad one.
 *
 * Two days.  Node 1 (at most one seat a day) lies in node 0 (at most two).
 * Rows 0 and 1 are of node 1 and may come on both days, row 1 on just one of
 * them; row 2 is of node 0 and must come on day 0.  Post 0 of node 1 needs
 * row 0 on day 0.  Best: row 0 on day 0, row 1 on day 1.
 */
#include "audit/audit.h"
#include "harness.h"

#include <string.h>

enum { DAYS = 2, ROWS = 3, VERTICES = 13 };

/* Vertices, in the order of the certificate. */
enum { S, T, R0, R1, R2, B1, B2, P_D0, P_D1, N0_D0, N0_D1, N1_D0, N1_D1 };

static const Date dates[DAYS] = {{18500}, {18501}};
static const int32_t none[DAYS] = {0, 0};
static const int32_t one[DAYS] = {1, 1};
static const int32_t two[DAYS] = {2, 2};
static const int32_t first[DAYS] = {1, 0};
static const int32_t second[DAYS] = {0, 1};

static const uint32_t qualified[] = {0};
static const ProblemPost post = {
    .node = 1, .need = first, .rows = qualified, .row_count = 1};

static const RowBound once = {.days = 3, .least = 1, .most = 1};
static const RowBound loose = {.days = 1, .most = PROBLEM_FREE};
static const ProblemRow rows[ROWS] = {
    {.node = 1, .may = 3,  .bounds = NULL,   .bound_count = 0},
    {.node = 1, .may = 3,  .bounds = &once,  .bound_count = 1},
    {.node = 0, .must = 1, .bounds = &loose, .bound_count = 1},
};

/* As above; shut on day 0; more asked than let in; a floor that is missed. */
static const ProblemNode plain[] = {
    {.parent = NO_INDEX, .least = none, .most = two},
    {.parent = 0,        .least = none, .most = one},
};
static const ProblemNode shut[] = {
    {.parent = NO_INDEX, .least = none, .most = two   },
    {.parent = 0,        .least = none, .most = second},
};
static const ProblemNode absurd[] = {
    {.parent = NO_INDEX, .least = none, .most = two},
    {.parent = 0,        .least = two,  .most = one},
};
static const ProblemNode floored[] = {
    {.parent = NO_INDEX, .least = two,  .most = two},
    {.parent = 0,        .least = none, .most = one},
};

static Problem problem_with(const ProblemNode *nodes)
{
    return (Problem){.days = dates,
                     .day_count = DAYS,
                     .nodes = nodes,
                     .node_count = 2,
                     .rows = rows,
                     .row_count = ROWS,
                     .posts = &post,
                     .post_count = 1};
}

/* Everything at the price of a first seat, but what presence is worth. */
static void fill_good(Label label[VERTICES])
{
    for (size_t v = 0; v < VERTICES; v++)
        label[v] = (Label){0, 1};
    label[S] = (Label){0, 0};
    label[T] = label[N0_D0] = label[N0_D1] = (Label){1, 0};
}

static const PostDuty good_duty = {0, 0, 0};
static const uint64_t good_office[ROWS] = {1, 2, 1};

static Answer answer_with(const Label label[VERTICES])
{
    return (Answer){
        .certificate = {.kind = ANSWER_SOLVED,
                        .vertex_count = VERTICES,
                        .labels = label},
        .office = good_office,
        .duties = &good_duty,
        .duty_count = 1,
        .presence = 3,
        .fairness = 3,
    };
}

/* Refused with these words, or believed when there are none. */
static void expect_judged(const Problem *problem, const Answer *answer,
                          const char *why)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Err err = {0};
    bool believed = audit_answer(problem, answer, tmp, &err);
    EXPECT(believed == (why == NULL));
    if (why != NULL) EXPECT_HAS(err.text, why);
}

/* ---- plans, under the good labels -------------------------------------- */

/* Of each row the days: '.' free, 'K' in the office, 'L' there at the post. */
static const struct {
    const char *plan;
    int64_t presence, fairness; /* as claimed */
    const char *why;            /* expected words, or NULL */
} plans[] = {
    {"L. .K K.",  3, 3, NULL                                    },
    {"L. .K ..",  2, 2, "row 2, day 0: must be in the office"   },
    {"L. .K KK",  4, 6, "row 2, day 1: may not be in the office"},
    {"L. .K K.K", 4, 6, "row 2, day 2: may not be in the office"},
    {"L. .. K.",  2, 2, "row 1, bound 0: 0 days, fewer than 1"  },
    {"L. KK K.",  4, 6, "row 1, bound 0: 2 days, more than 1"   },
    {"LK .K K.",  4, 6, "node 1, day 1: 2 seats, more than 1"   },
    {"K. .K K.",  3, 3, "post 0, day 0: 0 on duty, fewer than 1"},
    {".K L. K.",  3, 3, "row 1, day 0: is not qualified"        },
    {"L. K. K.",  3, 3, "node 1, day 0: 2 seats, more than 1"   },
    {".L K. K.",  3, 3, "post 0, day 0: 0 on duty, fewer than 1"},
    {"L. .K K.",  4, 3, "presence is 3, not 4 as claimed"       },
    {"L. .K K.",  3, 2, "fairness is 3, not 2 as claimed"       },
};

static void read_plan(const char *plan, uint64_t office[ROWS],
                      PostDuty duties[ROWS * DAYS], Answer *answer)
{
    answer->office = office;
    answer->duties = duties;
    answer->duty_count = 0;
    for (uint32_t i = 0, d = 0; *plan != '\0'; plan++, d++) {
        if (*plan == ' ') {
            i++;
            d = UINT32_MAX; /* 0 after the step */
            continue;
        }
        if (*plan != '.') office[i] |= UINT64_C(1) << d;
        if (*plan == 'L') duties[answer->duty_count++] = (PostDuty){i, d, 0};
    }
}

FACT(a_plan_keeps_every_bound_and_is_worth_what_it_claims)
{
    for (size_t k = 0; k < COUNT(plans); k++) {
        ROW("%s", plans[k].plan);
        Label label[VERTICES];
        uint64_t office[ROWS] = {0};
        PostDuty duties[ROWS * DAYS];
        Problem problem = problem_with(plain);
        fill_good(label);
        Answer answer = answer_with(label);
        read_plan(plans[k].plan, office, duties, &answer);
        answer.presence = plans[k].presence;
        answer.fairness = plans[k].fairness;
        expect_judged(&problem, &answer, plans[k].why);
    }
}

/* Duties (row, day, post) beside the good plan. */
static const struct {
    size_t count;
    PostDuty duties[2];
    const char *why;
} duties_of[] = {
    {1, {{0, 1, 0}},            "row 0, day 1: serves post 0 without being in"},
    {2, {{0, 0, 0}, {0, 0, 0}}, "duty 1 (row 0, day 0) does not come after"   },
    {2, {{0, 1, 0}, {0, 0, 0}}, "duty 1 (row 0, day 0) does not come after"   },
    {2, {{1, 1, 0}, {0, 0, 0}}, "duty 1 (row 0, day 0) does not come after"   },
    {1, {{3, 0, 0}},            "duty 0 (row 3, day 0, post 0) is outside"    },
    {1, {{0, 2, 0}},            "duty 0 (row 0, day 2, post 0) is outside"    },
    {1, {{0, 0, 1}},            "duty 0 (row 0, day 0, post 1) is outside"    },
};

FACT(duties_are_in_order_and_of_people_in_the_office)
{
    for (size_t k = 0; k < COUNT(duties_of); k++) {
        ROW("%s", duties_of[k].why);
        Label label[VERTICES];
        Problem problem = problem_with(plain);
        fill_good(label);
        Answer answer = answer_with(label);
        answer.duties = duties_of[k].duties;
        answer.duty_count = duties_of[k].count;
        expect_judged(&problem, &answer, duties_of[k].why);
    }
}

FACT(a_floor_is_kept)
{
    Label label[VERTICES];
    Problem problem = problem_with(floored);
    fill_good(label);
    Answer answer = answer_with(label);
    expect_judged(&problem, &answer, "node 0, day 1: 1 seats, fewer than 2");
}

/* ---- labels, under the good plan: one of the good ones replaced --------- */

#define TAKE "by the labels the free seat would be better taken"
#define FREE "by the labels the taken seat would be better free"

static const struct {
    int vertex;
    Label label;
    const char *why;
} labels[] = {
    {P_D0,  {0, 5},         NULL                                        },
    {T,     {1, 1},         "T -> S: by the labels one seat less"       },
    {T,     {1, -1},        "T -> S: by the labels one seat more"       },
    {T,     {0, 1000000},   "T -> S: by the labels one seat more"       },
    {T,     {INT32_MIN, 0}, "the label of T overflows"                  },
    {R2,    {0, 4},         "row 2: by the labels one seat more"        },
    {R2,    {0, 0},         "row 2: by the labels one seat less"        },
    {B2,    {0, 2},         "row 2, bound 0: by the labels one day more"},
    {B2,    {0, 0},         "row 2, bound 0: by the labels one day less"},
    {B1,    {0, 2},         "row 1, day 1: " FREE                       },
    {B1,    {0, 0},         "row 1, day 0: " TAKE                       },
    {P_D1,  {0, 2},         "row 0, day 1: " TAKE                       },
    {P_D0,  {0, 0},         "row 0, day 0: " FREE                       },
    {N1_D0, {0, 2},         "row 0, day 0: by the labels no duty would" },
    {P_D1,  {0, 0},         "post 0, day 1: by the labels one duty more"},
    {N0_D0, {0, 0},         "node 1, day 0: by the labels one seat less"},
    {N0_D1, {0, 5},         "node 0, day 1: by the labels one seat more"},
};

FACT(labels_prove_that_nothing_is_better)
{
    for (size_t k = 0; k < COUNT(labels); k++) {
        ROW("vertex %d to (%d, %lld)", labels[k].vertex,
            labels[k].label.presence, (long long)labels[k].label.fairness);
        Label label[VERTICES];
        Problem problem = problem_with(plain);
        fill_good(label);
        label[labels[k].vertex] = labels[k].label;
        Answer answer = answer_with(label);
        expect_judged(&problem, &answer, labels[k].why);
    }
}

FACT(a_better_use_of_a_taken_seat_is_named)
{
    static const uint32_t all[] = {0, 1, 2};
    ProblemPost open_to_all = post;
    open_to_all.rows = all;
    open_to_all.row_count = 3;
    Problem problem = problem_with(plain);
    problem.posts = &open_to_all;
    Label label[VERTICES];
    fill_good(label);
    label[P_D0] = (Label){1, 1};
    Answer answer = answer_with(label);
    expect_judged(&problem, &answer,
                  "row 1, day 0: by the labels the free seat");
    ProblemRow only_must[ROWS] = {rows[0], rows[1], rows[2]};
    only_must[1].may = 2;
    problem.rows = only_must;
    expect_judged(&problem, &answer,
                  "row 2, day 0: by the labels duty at post 0 would be better");
}

/* ---- clashes ----------------------------------------------------------- */

#define IN(vertex) (1U << (vertex))

enum { ALL = (1U << VERTICES) - 1 };

static const struct {
    const ProblemNode *nodes;
    uint32_t side; /* the vertices of X */
    uint64_t seats[ROWS];
    const char *why;
} cuts[] = {
    {shut,   IN(N1_D0),             {0, 0, 0},    NULL                       },
    {shut,   IN(N1_D0),             {0, 0, 1},    NULL                       },
    {shut,   IN(N1_D0),             {0, 0, 1024}, NULL                       },
    {shut,   IN(N1_D0),             {0, 2, 0},    "1 must enter, 1 may leave"},
    {shut,   IN(N1_D0) | IN(P_D0),  {0, 0, 0},    "0 must enter, 0 may leave"},
    {shut,   0,                     {0, 0, 0},    "0 must enter, 0 may leave"},
    {shut,   ALL,                   {3, 3, 1},    "0 must enter, 0 may leave"},
    {shut,   ALL & ~IN(P_D0),       {3, 3, 1},    "1 must enter, 1 may leave"},
    {shut,   ALL & ~IN(R2),         {3, 3, 1},    "row 2: S -> row leaves"   },
    {shut,   ALL & ~IN(B2),         {3, 3, 1},    "row 2, bound 0: leaves"   },
    {shut,   ALL & ~IN(B1),         {3, 3, 1},    "0 must enter, 1 may leave"},
    {shut,   ALL & ~IN(S),          {3, 3, 1},    "T -> S leaves the cut"    },
    {shut,   ALL & ~IN(N1_D1),      {3, 3, 1},    "post 0, day 1: leaves"    },
    {plain,  IN(N1_D0),             {0, 0, 0},    "1 must enter, 1 may leave"},
    {absurd, IN(N1_D1),             {0, 0, 0},    NULL                       },
    {absurd, IN(N1_D1) | IN(N0_D1), {0, 0, 0},    "0 must enter, 2 may leave"},
};

static void fill_side(uint32_t bits, uint8_t side[VERTICES])
{
    for (uint32_t v = 0; v < VERTICES; v++)
        side[v] = bits >> v & 1;
}

static Answer clash_with(const uint8_t side[VERTICES], const uint64_t *seats)
{
    return (Answer){
        .certificate = {.kind = ANSWER_CLASH,
                        .vertex_count = VERTICES,
                        .side = side,
                        .seat_side = seats}
    };
}

FACT(a_clash_is_believed_only_with_a_violated_cut)
{
    for (size_t k = 0; k < COUNT(cuts); k++) {
        ROW("cut %zu", k);
        uint8_t side[VERTICES];
        Problem problem = problem_with(cuts[k].nodes);
        fill_side(cuts[k].side, side);
        Answer answer = clash_with(side, cuts[k].seats);
        expect_judged(&problem, &answer, cuts[k].why);
    }
}

FACT(a_side_is_a_bit)
{
    static const uint8_t side[VERTICES] = {[N1_D0] = 2};
    Problem problem = problem_with(shut);
    Answer answer = clash_with(side, good_office);
    expect_judged(&problem, &answer, "vertex 11: side 2 is neither 0 nor 1");
}

/* ---- shapes and sums --------------------------------------------------- */

FACT(a_certificate_of_another_problem_is_refused)
{
    Label label[VERTICES];
    Problem problem = problem_with(plain);
    fill_good(label);
    Answer answer = answer_with(label);
    answer.certificate.vertex_count--;
    expect_judged(&problem, &answer, "has 12 vertices, the problem 13");
}

FACT(sums_that_overflow_are_refused)
{
    Label label[VERTICES];
    ProblemRow heavy[ROWS] = {rows[0], rows[1], rows[2]};
    Problem problem = problem_with(plain);
    fill_good(label);
    Answer answer = answer_with(label);
    for (size_t i = 0; i < ROWS; i++)
        heavy[i].offset = INT32_MAX;
    problem.rows = heavy;
    expect_judged(&problem, &answer, "row 1: the sum of fairness overflows");

    problem.rows = rows;
    for (size_t v = 0; v < VERTICES; v++)
        label[v].fairness = INT64_MAX;
    expect_judged(&problem, &answer, "row 0: the label of S and cost overflow");
}

FACT(a_problem_without_anybody_is_solved_by_nothing)
{
    static const Label two_labels[] = {
        {0, 0},
        {1, 0},
    };
    Problem problem = {0};
    Answer answer = {
        .certificate = {
                        .kind = ANSWER_SOLVED, .vertex_count = 2, .labels = two_labels}
    };
    expect_judged(&problem, &answer, NULL);
}
