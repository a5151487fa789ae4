/* SPDX-License-Identifier: Apache-2.0 */
#include "app/move_question.h"

#include <stdlib.h>
#include <string.h>

enum { DAYS_MOST = 400 }; /* of a demand: roster/demand.h */

static uint64_t bit_of(uint32_t problem_day)
{
    return problem_day == NO_INDEX ? 0 : UINT64_C(1) << problem_day;
}

uint32_t move_question_first(const Plan *plan, Date now)
{
    uint32_t d = 0;
    while (d < plan->day_count && date_before(plan->days[d], now))
        d++;
    return d;
}

/* ---- may it be asked? -------------------------------------------------- */

static bool window_fits(const Plan *plan)
{
    Window w = plan->window;
    return !window_is_empty(w) && !date_is(w.first, DATE_ALWAYS) &&
           !date_is(w.last, DATE_NEVER) && plan->day_count <= DAYS_MOST &&
           (uint32_t)window_days(w) == plan->day_count;
}

bool move_question_fits(const Corpus *corpus, const Plan *plan, Err *err)
{
    Str code = corpus->government->code;
    if (str_is(plan->government, code) &&
        plan->person_count == corpus->r->person_count && window_fits(plan))
        return true;
    (void)FAIL(err, ERR_STALE,
               "the plan is of another register: it holds %u people, '%.*s' "
               "has %u",
               plan->person_count, STR_ARG(code), corpus->r->person_count);
    return err_id(err,
                  "jadwal ini dari register lain: berisi %u pegawai, '%.*s' "
                  "mempunyai %u",
                  plan->person_count, STR_ARG(code), corpus->r->person_count);
}

static bool days_are_left(const MoveQuestion *q, Err *err)
{
    if (q->first_day < q->before->day_count) return true;
    (void)FAIL(err, ERR_INPUT, "every day of the plan is past");
    return err_id(err, "semua hari jadwal ini sudah lewat");
}

/* ---- rows -------------------------------------------------------------- */

/*
 * Cells are read eight at a time: which of eight hold a letter is a byte, and
 * a table says which days of the problem that byte stands for.
 */
enum { EIGHTS_MOST = (DAYS_MOST + 7) / 8 };

typedef struct {
    uint64_t bits[EIGHTS_MOST][256]; /* days of the problem */
    uint8_t apart[EIGHTS_MOST]; /* days of history that are none of its days */
    uint32_t day_count;
} DayTable;

/* Days of the problem, and how many days of history that are none. */
typedef struct {
    uint64_t bits;
    int32_t apart;
} DaysRead;

static DayTable *table_of(const MoveQuestion *q)
{
    DayTable *t = NEW(q->arena, DayTable, 1);
    t->day_count = q->before->day_count;
    for (uint32_t day = 0; day < t->day_count; day++) {
        uint64_t bit = bit_of(q->demand->problem_day[day]);
        uint32_t in = 1U << day % 8;
        for (uint32_t byte = 0; byte < 256; byte++) {
            if ((byte & in) != 0) t->bits[day / 8][byte] |= bit;
        }
        if (bit == 0 && day < q->first_day)
            t->apart[day / 8] = (uint8_t)(t->apart[day / 8] | in);
    }
    return t;
}

/* Which of eight bytes are the letter, as bits.  Bytes that are it become 0,
 * then 128 (all others stay under), then the bit of their place. */
static uint32_t eight_with(const char *cells, char letter)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), low = ones * 0x7f;
    const uint8_t *c = (const uint8_t *)cells;
    uint64_t word = (uint64_t)c[0] | (uint64_t)c[1] << 8 |
                    (uint64_t)c[2] << 16 | (uint64_t)c[3] << 24 |
                    (uint64_t)c[4] << 32 | (uint64_t)c[5] << 40 |
                    (uint64_t)c[6] << 48 | (uint64_t)c[7] << 56;
    word ^= ones * (uint8_t)letter;
    word = ~(((word & low) + low) | word | low);
    return (uint32_t)((word >> 7) * UINT64_C(0x0102040810204080) >> 56);
}

static uint32_t few_with(const char *cells, uint32_t count, char letter)
{
    uint32_t byte = 0;
    for (uint32_t k = 0; k < count; k++)
        byte |= (uint32_t)(cells[k] == letter) << k;
    return byte;
}

static DaysRead days_with(const DayTable *t, const char *cells, char letter)
{
    DaysRead read = {0, 0};
    for (uint32_t at = 0; at < t->day_count; at += 8) {
        uint32_t left = t->day_count - at;
        uint32_t byte = left >= 8 ? eight_with(cells + at, letter)
                                  : few_with(cells + at, left, letter);
        read.bits |= t->bits[at / 8][byte];
        if ((byte & t->apart[at / 8]) != 0)
            read.apart += __builtin_popcount(byte & t->apart[at / 8]);
    }
    return read;
}

/* ---- what was seen ------------------------------------------------------ */

/* Of one person: in the office and at home as published, in the office by the
 * law. */
typedef struct {
    DaysRead in, out, law;
    bool known;
} CellsSeen;

struct MoveSeen {
    CellsSeen *of;         /* per person */
    uint32_t *problem_day; /* that they were read for */
    uint32_t first_day, person_count, day_count;
};

MoveSeen *move_question_seen(Arena *arena, const Plan *plan)
{
    MoveSeen *seen = NEW(arena, MoveSeen, 1);
    seen->of = NEW(arena, CellsSeen, (size_t)plan->person_count + 1);
    seen->problem_day = NEW(arena, uint32_t, (size_t)plan->day_count + 1);
    seen->person_count = plan->person_count;
    seen->day_count = plan->day_count;
    return seen;
}

void move_question_forget(MoveSeen *seen, uint32_t person)
{
    seen->of[person].known = false;
}

/* Other days in the problem, or another first day: nothing is known. */
static void seen_begin(MoveSeen *seen, const MoveQuestion *q)
{
    size_t size = seen->day_count * sizeof *seen->problem_day;
    bool same = seen->first_day == q->first_day &&
                memcmp(seen->problem_day, q->demand->problem_day, size) == 0;
    if (same) return;
    seen->first_day = q->first_day;
    memcpy(seen->problem_day, q->demand->problem_day, size);
    for (uint32_t p = 0; p < seen->person_count; p++)
        seen->of[p].known = false;
}

static CellsSeen read_cells(const MoveQuestion *q, const DayTable *t,
                            uint32_t person)
{
    size_t at = (size_t)person * q->before->day_count;
    CellsSeen cells = {.known = true};
    cells.in = days_with(t, q->before->cells + at, PLACED_OFFICE);
    cells.out = days_with(t, q->before->cells + at, PLACED_HOME);
    if (q->first_day > 0)
        cells.law = days_with(t, q->demand->plan.cells + at, PLACED_OFFICE);
    return cells;
}

static CellsSeen cells_of(const MoveQuestion *q, const DayTable *t,
                          uint32_t person)
{
    if (q->seen == NULL) return read_cells(q, t, person);
    CellsSeen *cells = &q->seen->of[person];
    if (!cells->known) *cells = read_cells(q, t, person);
    return *cells;
}

/* Office days that are no seats: of history as published, then as the law
 * has them. */
static void set_offset(const MoveQuestion *q, const CellsSeen *cells,
                       ProblemRow *row)
{
    if (q->first_day == 0) return;
    uint64_t counted = cells->law.bits & ~row->must & q->change.frozen;
    row->offset +=
        cells->in.apart - cells->law.apart - __builtin_popcountll(counted);
}

static void read_row(const MoveQuestion *q, const DayTable *t, ProblemRow *row,
                     uint64_t *before, uint64_t *told)
{
    CellsSeen cells = cells_of(q, t, row->person.index);
    *before = cells.in.bits;
    *told = cells.in.bits | cells.out.bits;
    set_offset(q, &cells, row);
}

/* In the order of people: their cells are read from first to last. */
static void read_rows(MoveQuestion *q, uint64_t *before, uint64_t *told)
{
    const DayTable *table = table_of(q);
    for (uint32_t p = 0; p < q->before->person_count; p++) {
        uint32_t row = q->row_of[p];
        if (row != NO_INDEX)
            read_row(q, table, &q->rows[row], &before[row], &told[row]);
    }
}

static void take_rows(MoveQuestion *q)
{
    const Problem *p = &q->demand->problem;
    uint32_t people = q->before->person_count;
    uint64_t *before = NEW(q->arena, uint64_t, (size_t)p->row_count + 1);
    uint64_t *told = NEW(q->arena, uint64_t, (size_t)p->row_count + 1);
    q->rows = NEW(q->arena, ProblemRow, (size_t)p->row_count + 1);
    q->row_of = NEW(q->arena, uint32_t, (size_t)people + 1);
    for (uint32_t i = 0; i < people; i++)
        q->row_of[i] = NO_INDEX;
    for (uint32_t i = 0; i < p->row_count; i++) {
        q->rows[i] = p->rows[i];
        q->row_of[p->rows[i].person.index] = i;
    }
    read_rows(q, before, told);
    q->problem = *p;
    q->problem.rows = q->rows;
    demand_keep(q->arena, q->demand->corpus, &q->problem, before);
    q->nodes = q->problem.nodes;
    q->change.before = before;
    q->change.told = told;
}

static uint64_t frozen_days(const MoveQuestion *q)
{
    uint64_t frozen = 0;
    for (uint32_t day = 0; day < q->first_day; day++)
        frozen |= bit_of(q->demand->problem_day[day]);
    return frozen;
}

/* ---- duties ------------------------------------------------------------ */

typedef struct {
    MoveQuestion *q;
    uint32_t *counter_of; /* per reason of the plan before; NO_INDEX */
    uint64_t *days;       /* per row: with a duty */
    int32_t *here;        /* per post and day: duties */
    VEC(PostDuty) duties;
} Serving;

static uint32_t counter_named(const MoveQuestion *q, Str code)
{
    const Register *r = q->demand->corpus->r;
    for (uint32_t c = 0; c < r->counter_count; c++) {
        if (str_is(r->counters[c].code, code)) return c;
    }
    return NO_INDEX;
}

/* Which reasons of the plan say that somebody serves at a counter. */
static void read_reasons(Serving *s)
{
    const Plan *plan = s->q->before;
    s->counter_of = NEW(s->q->arena, uint32_t, (size_t)plan->reason_count + 1);
    for (uint32_t k = 0; k < plan->reason_count; k++) {
        const Reason *reason = &plan->reason[k];
        s->counter_of[k] = reason->step == STEP_TURN && reason->thing.len > 0
                               ? counter_named(s->q, reason->thing)
                               : NO_INDEX;
    }
}

static void add_duty(Serving *s, PostDuty duty)
{
    VEC_PUSH(s->q->arena, &s->duties, duty);
    s->days[duty.row] |= UINT64_C(1) << duty.day;
    s->here[(size_t)duty.post * s->q->problem.day_count + duty.day]++;
}

static void read_duties(Serving *s, const ProblemPost *post, uint32_t at)
{
    const MoveQuestion *q = s->q;
    for (uint32_t k = 0; k < post->row_count; k++) {
        uint32_t row = post->rows[k];
        uint32_t person = q->problem.rows[row].person.index;
        size_t cells = (size_t)person * q->before->day_count;
        for (uint32_t day = 0; day < q->before->day_count; day++) {
            uint32_t d = q->demand->problem_day[day];
            if (d != NO_INDEX &&
                q->before->cells[cells + day] == PLACED_OFFICE &&
                s->counter_of[q->before->reasons[cells + day]] ==
                    post->counter.index)
                add_duty(s, (PostDuty){row, d, at});
        }
    }
}

/* Those who have to be in anyway serve first, as far as a post has need. */
static void fill_need(Serving *s, const ProblemPost *post, uint32_t at,
                      uint32_t day)
{
    const MoveQuestion *q = s->q;
    const int32_t *here = &s->here[(size_t)at * q->problem.day_count + day];
    for (uint32_t k = 0; k < post->row_count && *here < post->need[day]; k++) {
        uint32_t row = post->rows[k];
        uint64_t come = q->problem.rows[row].must & q->change.before[row];
        if ((come & ~s->days[row]) >> day & 1)
            add_duty(s, (PostDuty){row, day, at});
    }
}

static int compare_duties(const void *a, const void *b)
{
    const PostDuty *x = a;
    const PostDuty *y = b;
    if (x->row != y->row) return x->row < y->row ? -1 : 1;
    return x->day < y->day ? -1 : x->day > y->day;
}

static void take_duties(MoveQuestion *q)
{
    const Problem *p = &q->problem;
    size_t slots = (size_t)p->post_count * p->day_count;
    Serving s = {.q = q};
    if (p->post_count == 0) return;
    s.days = NEW(q->arena, uint64_t, (size_t)p->row_count + 1);
    s.here = NEW(q->arena, int32_t, slots + 1);
    read_reasons(&s);
    for (uint32_t k = 0; k < p->post_count; k++)
        read_duties(&s, &p->posts[k], k);
    for (uint32_t d = 0; d < p->day_count; d++) {
        for (uint32_t k = 0; k < p->post_count; k++) {
            if ((q->change.frozen >> d & 1) == 0)
                fill_need(&s, &p->posts[k], k, d);
        }
    }
    if (s.duties.count > 0)
        qsort(s.duties.at, s.duties.count, sizeof *s.duties.at, compare_duties);
    q->change.duties = s.duties.at;
    q->change.duty_count = s.duties.count;
}

bool move_question(Office *office, Arena *arena, const Demand *demand,
                   const Plan *before, Date now, MoveQuestion *out, Err *err)
{
    MoveQuestion q = {
        .seen = out->seen,
        .arena = arena,
        .office = office,
        .demand = demand,
        .before = before,
        .first_day = move_question_first(before, now),
    };
    if (!days_are_left(&q, err)) return false;
    if (q.seen != NULL) seen_begin(q.seen, &q);
    q.change.frozen = frozen_days(&q);
    take_rows(&q);
    take_duties(&q);
    *out = q;
    out->change.problem = &out->problem;
    return true;
}
