/* SPDX-License-Identifier: Apache-2.0 */
#include "plan/lines.h"
#include "plan/plan.h"
#include "plan/plan_table.h"
#include "plan/plan_text.h"

#include <string.h>

/* Reads what plan_file.c writes; the grammar stands there. */

enum {
    BOUNDS_MOST = 2 * PROBLEM_DAYS, /* of one row: nested windows */
    NODES_MOST = 8,                 /* bounds that share one unit */
    CARRIED_MOST = 1 << 24,         /* days: more is no ledger */
};

/* ---- the certificate, in ---- */

typedef struct {
    Arena *arena;
    Lines in;
    const Register *r;
    Plan plan; /* table in place */
    VEC(Reason) reason;
    uint16_t *reasons;
    Label *labels;
    size_t vertex_count;
    VEC(PostDuty) duties;
    int64_t presence, fairness;
} Reading;

static bool bring(Reading *r, Err *err)
{
    if (lines_next(&r->in)) return true;
    return lines_ended(&r->in, err);
}

static bool want_line(Reading *r, Str word, Err *err)
{
    return bring(r, err) && lines_expect(&r->in, word, err);
}

/* The window is that of the table's dates. */
static bool window_read(Reading *r, Err *err)
{
    Plan *plan = &r->plan;
    if (!want_line(r, STR("window"), err) ||
        !plan_take_date(&r->in, &plan->window.first, err) ||
        !plan_take_date(&r->in, &plan->window.last, err))
        return false;
    uint32_t count = plan->day_count;
    bool same =
        count == 0 || (date_is(plan->window.first, plan->days[0]) &&
                       date_is(plan->window.last, plan->days[count - 1]));
    if (!same)
        return lines_fail(&r->in, "bukan tanggal terakhir tabel",
                          "is not the last date of the table", err);
    return lines_over(&r->in, err);
}

static bool preamble_read(Reading *r, Err *err)
{
    if (!want_line(r, STR("rencana"), err) ||
        !lines_expect(&r->in, STR("1"), err) || !lines_over(&r->in, err) ||
        !want_line(r, STR("government"), err))
        return false;
    if (!plan_take_rest(r->arena, &r->in, &r->plan.government, err))
        return false;
    return window_read(r, err) && want_line(r, STR("known"), err) &&
           plan_take_date(&r->in, &r->plan.known, err) &&
           lines_over(&r->in, err) && want_line(r, STR("digest"), err) &&
           lines_halves(&r->in, &r->plan.digest, err) &&
           lines_over(&r->in, err) && want_line(r, STR("seed"), err) &&
           lines_halves(&r->in, &r->plan.seed, err) && lines_over(&r->in, err);
}

static bool reason_read(Reading *r, Err *err)
{
    Reason reason = {0};
    if (r->reason.count > UINT16_MAX)
        return lines_fail(&r->in, "satu alasan terlalu banyak",
                          "is one reason too many", err);
    if (!plan_take_reason(r->arena, &r->in, &reason, err)) return false;
    VEC_PUSH(r->arena, &r->reason, reason);
    return true;
}

static bool runs_read(Reading *r, uint16_t *at, Err *err)
{
    for (uint32_t d = 0; d < r->plan.day_count;) {
        Str value = {0};
        size_t times = 0;
        int64_t index = 0;
        if (!lines_run(&r->in, r->plan.day_count - d, &value, &times, err) ||
            !lines_part(&r->in, &value, '*', 0, (int64_t)r->reason.count - 1,
                        &index, err))
            return false;
        while (times-- > 0)
            at[d++] = (uint16_t)index;
    }
    return lines_over(&r->in, err);
}

static bool same_read(Reading *r, uint32_t *person, Err *err)
{
    size_t width = r->plan.day_count;
    int64_t more = 0;
    if (*person == 0)
        return lines_fail(&r->in, "tidak didahului siapa pun",
                          "has nobody before it", err);
    if (!lines_number(&r->in, 1, (int64_t)r->plan.person_count - *person, &more,
                      err))
        return false;
    const uint16_t *before = r->reasons + (*person - 1) * width;
    for (; more > 0; more--, ++*person) {
        if (width > 0)
            memcpy(r->reasons + *person * width, before,
                   width * sizeof *before);
    }
    return lines_over(&r->in, err);
}

/* The reasons and then everybody's cells; leaves the line after them taken. */
static bool cells_read(Reading *r, Err *err)
{
    uint32_t person = 0;
    r->reasons = NEW(r->arena, uint16_t,
                     (size_t)r->plan.person_count * r->plan.day_count);
    while (bring(r, err) && lines_want(&r->in, err)) {
        bool ok = false;
        if (str_is(r->in.word, STR("reason")) && person == 0)
            ok = reason_read(r, err);
        else if (str_is(r->in.word, STR("same")))
            ok = same_read(r, &person, err);
        else if (person == r->plan.person_count)
            return true;
        else if (!str_is(r->in.word, STR("cells")))
            return lines_fail(&r->in, "tertulis di tempat 'cells'",
                              "stands where 'cells' is wanted", err);
        else
            ok = runs_read(r, r->reasons + (size_t)person++ * r->plan.day_count,
                           err);
        if (!ok) return false;
    }
    return false;
}

/* Older plans, and those that began anew, have no such line; the line after it
 * is taken then. */
static bool carried_read(Reading *r, Err *err)
{
    if (!str_is(r->in.word, STR("carried"))) return true;
    int32_t *carried = NEW(r->arena, int32_t, (size_t)r->plan.person_count + 1);
    for (uint32_t p = 0; p < r->plan.person_count;) {
        Str value = {0};
        size_t times = 0;
        int64_t days = 0;
        if (!lines_run(&r->in, r->plan.person_count - p, &value, &times, err) ||
            !lines_part(&r->in, &value, '*', 0, CARRIED_MOST, &days, err))
            return false;
        while (times-- > 0)
            carried[p++] = (int32_t)days;
    }
    r->plan.carried = carried;
    return lines_over(&r->in, err) && bring(r, err) && lines_want(&r->in, err);
}

static bool labels_read(Reading *r, Err *err)
{
    r->labels = NEW(r->arena, Label, r->vertex_count);
    for (size_t v = 0; v < r->vertex_count;) {
        Str value = {0};
        size_t times = 0;
        int64_t presence = 0, fairness = 0;
        if (!lines_run(&r->in, r->vertex_count - v, &value, &times, err) ||
            !lines_part(&r->in, &value, ',', INT32_MIN, INT32_MAX, &presence,
                        err) ||
            !lines_part(&r->in, &value, ',', INT64_MIN, INT64_MAX, &fairness,
                        err))
            return false;
        if (value.len > 0)
            return lines_fail(&r->in, "berisi lebih dari dua bagian",
                              "has more than two parts", err);
        while (times-- > 0)
            r->labels[v++] = (Label){(int32_t)presence, fairness};
    }
    return lines_over(&r->in, err);
}

/* More vertices than any problem of this register can have are refused
 * before memory is asked for. */
static bool proof_read(Reading *r, Err *err)
{
    int64_t places =
        (int64_t)r->r->unit_count * NODES_MOST + (int64_t)r->r->counter_count;
    int64_t most = 2 + (int64_t)r->plan.person_count * (1 + BOUNDS_MOST) +
                   places * PROBLEM_DAYS;
    int64_t count = 0;
    if (!str_is(r->in.word, STR("proof")))
        return lines_fail(&r->in, "tertulis di tempat 'proof'",
                          "stands where 'proof' is wanted", err);
    if (!lines_number(&r->in, 0, most, &count, err) ||
        !lines_number(&r->in, 0, INT64_MAX, &r->presence, err) ||
        !lines_number(&r->in, 0, INT64_MAX, &r->fairness, err) ||
        !lines_over(&r->in, err))
        return false;
    r->vertex_count = (size_t)count;
    return count == 0 ||
           (want_line(r, STR("labels"), err) && labels_read(r, err));
}

static bool duty_read(Reading *r, Err *err)
{
    int64_t row = 0;
    if (!lines_number(&r->in, 0, (int64_t)r->plan.person_count - 1, &row, err))
        return false;
    while (lines_word(&r->in)) {
        Str text = r->in.word;
        int64_t day = 0, post = 0;
        if (!lines_part(&r->in, &text, ':', 0, PROBLEM_DAYS - 1, &day, err) ||
            !lines_part(&r->in, &text, ':', 0, (int64_t)r->r->counter_count - 1,
                        &post, err))
            return false;
        PostDuty duty = {(uint32_t)row, (uint32_t)day, (uint32_t)post};
        const PostDuty *last =
            r->duties.count == 0 ? NULL : &r->duties.at[r->duties.count - 1];
        bool ascends = last == NULL || last->row < duty.row ||
                       (last->row == duty.row && last->day < duty.day);
        if (!ascends || text.len > 0)
            return lines_fail(&r->in, "tidak urut", "is out of order", err);
        VEC_PUSH(r->arena, &r->duties, duty);
    }
    return true;
}

static bool duties_read(Reading *r, Err *err)
{
    while (bring(r, err) && lines_want(&r->in, err)) {
        if (str_is(r->in.word, STR("end"))) return lines_over(&r->in, err);
        if (!str_is(r->in.word, STR("duty")))
            return lines_fail(&r->in, "bukan 'duty' dan bukan 'end'",
                              "is neither 'duty' nor 'end'", err);
        if (!duty_read(r, err)) return false;
    }
    return false;
}

static void hand_over(const Reading *r, Plan *plan, Answer *answer)
{
    *plan = r->plan;
    plan->reason = r->reason.at;
    plan->reason_count = (uint32_t)r->reason.count;
    plan->reasons = r->reasons;
    *answer = (Answer){
        .certificate = {.kind = ANSWER_SOLVED,
                        .vertex_count = r->vertex_count,
                        .labels = r->labels},
        .duties = r->duties.at,
        .duty_count = r->duties.count,
        .presence = r->presence,
        .fairness = r->fairness,
    };
}

bool plan_read(Arena *arena, Str csv, Str cert, const Register *r, Plan *plan,
               Answer *answer, Err *err)
{
    PlanTable t = {0};
    if (!plan_table_read(arena, csv, r, &t, err))
        return err_in(err, "reading the plan");
    Reading in = {
        .arena = arena,
        .in = lines_of(cert),
        .r = r,
        .plan = {.days = t.days,
                 .day_count = t.day_count,
                 .person_count = r->person_count,
                 .cells = t.cells}
    };
    if (!preamble_read(&in, err) || !cells_read(&in, err) ||
        !carried_read(&in, err) || !proof_read(&in, err) ||
        !duties_read(&in, err))
        return err_in(err, "reading the certificate");
    hand_over(&in, plan, answer);
    return true;
}
