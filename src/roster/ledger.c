/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/ledger.h"

#include <stdlib.h>

Ledger ledger_in(Arena *arena)
{
    return (Ledger){.arena = arena};
}

/* ---- a plan's lines ---------------------------------------------------- */

static bool is_turn(const Plan *plan, size_t cell)
{
    return plan->reason[plan->reasons[cell]].step == STEP_TURN;
}

static LedgerLine line_of(const Plan *plan, const Register *r, uint32_t person,
                          Str letter)
{
    const Person *who = &r->people[person];
    LedgerLine line = {
        .person = who->code,
        .name = who->name,
        .unit = r->units[who->unit.index].code,
        .letter = letter,
        .window = plan->window,
    };
    for (uint32_t d = 0; d < plan->day_count; d++) {
        size_t cell = (size_t)person * plan->day_count + d;
        bool turn = is_turn(plan, cell);
        line.available += turn;
        line.office += turn && plan->cells[cell] == PLACED_OFFICE;
    }
    return line;
}

static bool refuse_twice(const LedgerLine *old, Err *err)
{
    char first[DATE_TEXT];
    char last[DATE_TEXT];
    (void)date_iso(old->window.first, first);
    (void)date_iso(old->window.last, last);
    (void)FAIL(err, ERR_INPUT,
               "the ledger already has the days of %.*s from %s to %s",
               STR_ARG(old->letter), first, last);
    return err_id(err, "buku sudah memuat hari menurut %.*s, %s sampai %s",
                  STR_ARG(old->letter), first, last);
}

bool ledger_add(Ledger *ledger, const Plan *plan, const Register *r, Str letter,
                Err *err)
{
    CHECK(plan->person_count == r->person_count);
    for (size_t i = 0; i < ledger->lines.count; i++) {
        const LedgerLine *old = &ledger->lines.at[i];
        if (window_meets(old->window, plan->window))
            return refuse_twice(old, err);
    }
    for (uint32_t p = 0; p < plan->person_count; p++) {
        LedgerLine line = line_of(plan, r, p, letter);
        if (line.available > 0) VEC_PUSH(ledger->arena, &ledger->lines, line);
    }
    return true;
}

/* ---- offsets ----------------------------------------------------------- */

/* Days so far, of a person or of all rows of a component. */
typedef struct {
    int64_t office, available;
} Past;

/* A row while it is weighed; `ahead` in days times `available` of all. */
typedef struct {
    uint32_t row, root;
    int64_t ahead;
} Weighed;

typedef struct {
    const Problem *problem;
    Past *of_person;
    uint32_t *root_of; /* per node */
    Past *of_root;     /* per node; only roots are used */
    int64_t *median;   /* per root: of those with a past, what they are ahead */
    Weighed *rows;
} Weighing;

static Past *pasts_of(Arena *arena, const Ledger *ledger, const Register *r,
                      Date first)
{
    Past *past = NEW(arena, Past, r->person_count + 1);
    for (size_t i = 0; i < ledger->lines.count; i++) {
        const LedgerLine *line = &ledger->lines.at[i];
        uint32_t person = map_find(&r->person_codes, line->person);
        if (person == NO_INDEX || !date_before(line->window.last, first))
            continue;
        past[person].office += line->office; /* fewer than 2^31 lines */
        past[person].available += line->available;
    }
    return past;
}

static uint32_t *roots_of(Arena *arena, const Problem *problem)
{
    uint32_t *root = NEW(arena, uint32_t, problem->node_count + 1);
    for (uint32_t n = 0; n < problem->node_count; n++) {
        uint32_t parent = problem->nodes[n].parent;
        root[n] = parent == NO_INDEX ? n : root[parent];
    }
    return root;
}

static void sum_roots(Weighing *w)
{
    for (uint32_t i = 0; i < w->problem->row_count; i++) {
        const ProblemRow *row = &w->problem->rows[i];
        Past *sum = &w->of_root[w->root_of[row->node]];
        sum->office += w->of_person[row->person.index].office;
        sum->available += w->of_person[row->person.index].available;
    }
}

static bool too_large(Err *err)
{
    (void)FAIL(err, ERR_LIMIT, "the sums of the ledger are too large");
    return err_id(err, "jumlah dalam buku terlalu besar");
}

/* office * A - available * O, checked. */
static bool weigh(Past past, Past all, int64_t *out, Err *err)
{
    int64_t has = 0;
    int64_t due = 0;
    if (__builtin_mul_overflow(past.office, all.available, &has) ||
        __builtin_mul_overflow(past.available, all.office, &due) ||
        __builtin_sub_overflow(has, due, out))
        return too_large(err);
    return true;
}

static int compare_weighed(const void *a, const void *b)
{
    const Weighed *x = a;
    const Weighed *y = b;
    if (x->root != y->root) return x->root < y->root ? -1 : 1;
    if (x->ahead != y->ahead) return x->ahead < y->ahead ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

static bool has_past(const Weighing *w, uint32_t row)
{
    return w->of_person[w->problem->rows[row].person.index].available > 0;
}

/* The middle one of those with a past, per component; the lower of two. */
static bool find_medians(Weighing *w, Err *err)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < w->problem->row_count; i++) {
        const ProblemRow *row = &w->problem->rows[i];
        uint32_t root = w->root_of[row->node];
        Weighed *next = &w->rows[count];
        if (!has_past(w, i)) continue;
        *next = (Weighed){.row = i, .root = root};
        if (!weigh(w->of_person[row->person.index], w->of_root[root],
                   &next->ahead, err))
            return false;
        count++;
    }
    qsort(w->rows, count, sizeof *w->rows, compare_weighed);
    for (uint32_t from = 0, to = 0; from < count; from = to) {
        while (to < count && w->rows[to].root == w->rows[from].root)
            to++;
        w->median[w->rows[from].root] =
            w->rows[from + (to - from - 1) / 2].ahead;
    }
    return true;
}

/* What each row is ahead of its share, the days to come included. */
static bool weigh_rows(Weighing *w, Err *err)
{
    for (uint32_t i = 0; i < w->problem->row_count; i++) {
        const ProblemRow *row = &w->problem->rows[i];
        uint32_t root = w->root_of[row->node];
        Past own = w->of_person[row->person.index];
        Past coming = {0, __builtin_popcountll(row->may)};
        int64_t past = w->median[root];
        int64_t to_come = 0;
        w->rows[i] = (Weighed){.row = i, .root = root};
        if (has_past(w, i) && !weigh(own, w->of_root[root], &past, err))
            return false;
        if (!weigh(coming, w->of_root[root], &to_come, err)) return false;
        if (__builtin_add_overflow(past, to_come, &w->rows[i].ahead))
            return too_large(err);
    }
    qsort(w->rows, w->problem->row_count, sizeof *w->rows, compare_weighed);
    return true;
}

enum { OFFSET_MOST = 1 << 24 }; /* days: more is no ledger of office days */

/* (ahead - least) / available, halves up; rows are sorted by component. */
static bool take_offsets(const Weighing *w, int32_t *out, Err *err)
{
    int64_t least = 0;
    for (uint32_t k = 0; k < w->problem->row_count; k++) {
        const Weighed *row = &w->rows[k];
        int64_t all = w->of_root[row->root].available;
        int64_t more = 0;
        if (k == 0 || w->rows[k - 1].root != row->root) least = row->ahead;
        if (all == 0) continue;
        if (__builtin_sub_overflow(row->ahead, least, &more) ||
            __builtin_add_overflow(more, all / 2, &more) ||
            more / all > OFFSET_MOST)
            return too_large(err);
        out[w->problem->rows[row->row].person.index] = (int32_t)(more / all);
    }
    return true;
}

bool ledger_offsets(Arena *arena, const Ledger *ledger, const Problem *problem,
                    const Register *r, Date first, int32_t **out, Err *err)
{
    int32_t *offsets = NEW(arena, int32_t, r->person_count + 1);
    Weighing w = {
        .problem = problem,
        .of_person = pasts_of(arena, ledger, r, first),
        .root_of = roots_of(arena, problem),
        .of_root = NEW(arena, Past, problem->node_count + 1),
        .median = NEW(arena, int64_t, problem->node_count + 1),
        .rows = NEW(arena, Weighed, problem->row_count + 1),
    };
    sum_roots(&w);
    if (!find_medians(&w, err) || !weigh_rows(&w, err) ||
        !take_offsets(&w, offsets, err))
        return false;
    *out = offsets;
    return true;
}

bool ledger_carry(Arena *arena, const Ledger *ledger, Demand *demand, Err *err)
{
    int32_t *carried = NULL;
    if (!ledger_offsets(arena, ledger, &demand->problem, demand->corpus->r,
                        demand->plan.window.first, &carried, err))
        return false;
    demand_carry(arena, demand, carried);
    return true;
}
