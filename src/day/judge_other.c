/* SPDX-License-Identifier: Apache-2.0 */
#include "day/judge.h"

/* Notices, coordination, tasks, targets, marks beside: sections 4.8-4.10. */

static void say(Judge *j, const Duty *d, Outcome outcome, int32_t minutes,
                const Entry *first, const Entry *second)
{
    Cited cited = {0};
    cite_entry(&cited, first);
    cite_entry(&cited, second);
    judge_add(j, d->kind, outcome, d->strength, d->by, minutes, cited);
}

/* ---- notices ------------------------------------------------------------ */

enum { UNITS_ABOVE = 16 };

/* The notices of a person's unit and those above, each read from its front. */
typedef struct {
    Thread threads[UNITS_ABOVE];
    uint32_t count;
} Notices;

static Notices notices_of(const Judge *j)
{
    const Register *r = j->sheet->corpus->r;
    UnitId unit = r->people[j->person.index].unit;
    Notices n = {.count = 0};
    for (; unit.index != NO_INDEX && n.count < UNITS_ABOVE;
         unit = r->units[unit.index].parent)
        n.threads[n.count++] = daybook_unit(j->view->book, unit, j->sheet->day);
    return n;
}

static bool is_earlier(const Fact *a, const Fact *b)
{
    Instant x = fact_when(a), y = fact_when(b);
    if (x.us != y.us) return x.us < y.us;
    return fact_id_order(a->id, b->id) < 0;
}

/* The earliest entry of all fronts, taken off; NULL when none is left. */
static const Entry *next_of(Notices *n)
{
    Thread *best = NULL;
    for (uint32_t i = 0; i < n->count; i++) {
        Thread *t = &n->threads[i];
        if (t->count > 0 &&
            (best == NULL || is_earlier(t->entries->fact, best->entries->fact)))
            best = t;
    }
    if (best == NULL) return NULL;
    best->count--;
    return best->entries++;
}

static void follow_by(Judge *j, const Duty *d)
{
    Notices notices = notices_of(j);
    const Entry *e;
    while ((e = next_of(&notices)) != NULL) {
        if (e->fact->kind != FACT_NOTICE || e->struck) continue;
        const Entry *read = judge_about_first(j, FACT_NOTICE_READ, e->fact->id);
        say(j, d, read != NULL ? OUTCOME_READ : OUTCOME_UNREAD, 0, e, read);
    }
}

void judge_follow(Judge *j)
{
    const Duty *d;
    for (uint32_t at = 0; (d = judge_owed(j, DUTY_FOLLOW, PART_OWED, &at));)
        follow_by(j, d);
}

/* ---- coordination ------------------------------------------------------- */

static const Entry *own_word(const Judge *j)
{
    Str code = j->sheet->corpus->r->people[j->person.index].code;
    for (uint32_t i = 0; i < j->thread.count; i++) {
        const Entry *e = &j->thread.entries[i];
        FactKind kind = e->fact->kind;
        bool word =
            kind == FACT_MESSAGE || kind == FACT_REPORT || kind == FACT_ANSWER;
        if (word && !e->struck && str_is(e->fact->actor, code)) return e;
    }
    return NULL;
}

void judge_coordinate(Judge *j)
{
    const Duty *d;
    for (uint32_t at = 0;
         (d = judge_owed(j, DUTY_COORDINATE, PART_OWED, &at));) {
        const Entry *e = own_word(j);
        Outcome none =
            judge_before(j, DAY_MINUTES) ? OUTCOME_PENDING : OUTCOME_NONE;
        say(j, d, e != NULL ? OUTCOME_KEPT : none, 0, e, NULL);
    }
}

/* ---- tasks -------------------------------------------------------------- */

static bool is_whole(const Fact *done)
{
    return done->number == FACT_NO_NUMBER || done->number >= 100;
}

static const Entry *whole_done(const Judge *j, FactId task)
{
    const Entry *e;
    for (uint32_t at = 0; (e = judge_entry(j, FACT_TASK_DONE, &at)) != NULL;) {
        if (fact_id_is(e->fact->about, task) && is_whole(e->fact)) return e;
    }
    return NULL;
}

static void judge_task(Judge *j, const Duty *d, const Entry *task)
{
    const Entry *done = whole_done(j, task->fact->id);
    const Entry *part = judge_about_last(j, FACT_TASK_DONE, task->fact->id);
    if (done != NULL)
        say(j, d, OUTCOME_DONE, 0, task, done);
    else if (part != NULL)
        say(j, d, OUTCOME_IN_PART, part->fact->number, task, part);
    else
        say(j, d, OUTCOME_OPEN, 0, task, NULL);
}

void judge_tasks(Judge *j)
{
    const Duty *d;
    const Entry *task;
    for (uint32_t at = 0; (d = judge_owed(j, DUTY_TASKS, PART_OWED, &at));) {
        for (uint32_t i = 0; (task = judge_entry(j, FACT_TASK, &i));)
            judge_task(j, d, task);
    }
}

/* ---- targets ------------------------------------------------------------ */

static int64_t sum_on(const Judge *j, Date day, Str measure)
{
    Judge there = *j;
    const Entry *e;
    int64_t sum = 0;
    there.thread = daybook_person(j->view->book, j->person, day);
    for (uint32_t at = 0; (e = judge_entry(&there, FACT_REPORT, &at));) {
        if (e->fact->number != FACT_NO_NUMBER &&
            str_is(e->fact->measure, measure))
            sum += e->fact->number;
    }
    return sum;
}

static int32_t sum_until(const Judge *j, const Fact *target)
{
    int64_t sum = 0;
    Window days = {target->days.first, j->sheet->day};
    for (Date day = days.first; !date_before(days.last, day);
         day = date_plus(day, 1))
        sum += sum_on(j, day, target->measure);
    if (sum > INT32_MAX) return INT32_MAX;
    return sum < INT32_MIN ? INT32_MIN : (int32_t)sum;
}

void judge_target(Judge *j)
{
    const Duty *d;
    const Entry *e;
    for (uint32_t at = 0; (d = judge_owed(j, DUTY_TARGET, PART_OWED, &at));) {
        for (uint32_t i = 0; (e = judge_entry(j, FACT_TARGET, &i));) {
            int32_t sum = sum_until(j, e->fact);
            Window days = {e->fact->days.first, j->sheet->day};
            Judge whole = judge_over(j, days);
            say(&whole, d,
                sum >= e->fact->number ? OUTCOME_REACHED : OUTCOME_UNDER_WAY,
                sum, e, NULL);
        }
    }
}

/* ---- marks beside ------------------------------------------------------- */

static const Duty no_clause[] = {
    {.kind = DUTY_OBJECTION, .strength = STRENGTH_MAY, .by = {NO_INDEX}},
    {.kind = DUTY_SIGNAL,    .strength = STRENGTH_MAY, .by = {NO_INDEX}},
};

void judge_beside(Judge *j)
{
    const Entry *e;
    for (uint32_t i = 0; (e = judge_entry(j, FACT_OBJECTION, &i)) != NULL;) {
        const Entry *answer =
            judge_about_first(j, FACT_OBJECTION_ANSWER, e->fact->id);
        say(j, &no_clause[0],
            answer != NULL ? OUTCOME_OBJECTION_ANSWERED : OUTCOME_OBJECTED, 0,
            e, answer);
    }
    for (uint32_t i = 0; (e = judge_entry(j, FACT_SIGNAL, &i)) != NULL;)
        say(j, &no_clause[1], OUTCOME_QUESTION, 0, e, NULL);
}

/* ---- leave while it is restricted ---------------------------------------- */

/* A question to whoever granted it, never a breach: it stands. */
void judge_leave(Judge *j)
{
    ClauseId by = j->expected->leave;
    const Entry *e, *last = NULL;
    Cited cited = {0};
    if (by.index == NO_INDEX) return;
    for (uint32_t i = 0; (e = judge_entry(j, FACT_LEAVE, &i)) != NULL;)
        last = e;
    cite_entry(&cited, last);
    judge_add(j, DUTY_LEAVE,
              j->expected->urgent ? OUTCOME_ALLOWED : OUTCOME_QUESTION,
              STRENGTH_MAY, by, 0, cited);
}
