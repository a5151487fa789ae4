/* SPDX-License-Identifier: Apache-2.0 */
/*
 * my_lists.c - what was said to a person and by them, and what it waits for.
 */
#include "app/my_part.h"
#include "day/effects.h"

#include <stdlib.h>

#define K(name) (UINT64_C(1) << (FACT_##name))

enum { BACK = MY_FACTS_BACK, OVERDUE = 7, PERCENT = 100 };

static bool has(uint64_t kinds, const Fact *fact)
{
    return (kinds >> fact->kind & 1) != 0;
}

/* ---- what stands -------------------------------------------------------- */

static int by_time(const void *a, const void *b)
{
    const Fact *x = *(const Fact *const *)a, *y = *(const Fact *const *)b;
    Instant one = fact_when(x), two = fact_when(y);
    if (one.us != two.us) return one.us < two.us ? -1 : 1;
    return fact_id_order(x->id, y->id);
}

static bool stands(const MyLists *l, FactId id)
{
    for (size_t i = 0; i < l->count; i++) {
        if (fact_id_is(l->standing[i]->id, id)) return true;
    }
    return false;
}

bool my_own(const MyLists *lists, const Fact *fact)
{
    return str_is(fact->person, lists->code);
}

/* Only of the person's own: whoever draws a request back is told so. */
static void find_struck(MyLists *l, const DataFacts *facts)
{
    VEC(Fact) struck = {0};
    for (size_t i = 0; i < facts->count; i++) {
        const Fact *fact = &facts->at[i];
        if (has(my_requests, fact) && my_own(l, fact) && !stands(l, fact->id))
            VEC_PUSH(l->arena, &struck, *fact);
    }
    l->struck = struck.at;
    l->struck_count = struck.count;
}

MyLists my_lists(Arena *arena, const LiveView *view, PersonId person,
                 const DataFacts *facts, const MyVerdict *judged)
{
    MyLists l = {.arena = arena,
                 .view = view,
                 .person = person,
                 .code = view->office->r.people[person.index].code,
                 .day = judged->verdict.day,
                 .now = judged->view.now,
                 .judged = judged};
    const Fact *const *all = effects_standing(arena, facts->at, facts->count,
                                              ~UINT64_C(0), &l.count);
    l.standing = NEW(arena, const Fact *, l.count + 1);
    for (size_t i = 0; i < l.count; i++)
        l.standing[i] = all[i];
    if (l.count > 0)
        qsort(l.standing, l.count,
              sizeof *l.standing, /* NOLINT(bugprone-sizeof-*) */
              by_time);
    find_struck(&l, facts);
    return l;
}

/* The last that says something about a fact; or NULL. */
const Fact *my_last_about(const MyLists *lists, uint64_t kinds, FactId about)
{
    const Fact *last = NULL;
    for (size_t i = 0; i < lists->count; i++) {
        const Fact *fact = lists->standing[i];
        if (has(kinds, fact) && fact_id_is(fact->about, about)) last = fact;
    }
    return last;
}

/* ---- reports ------------------------------------------------------------ */

/* The first day of which a report counts. */
static Date counted_from(Date day, const VerdictDue *due)
{
    if (due->report < 0 || due->rhythm == RHYTHM_DAILY) return day;
    if (due->rhythm == RHYTHM_WEEKLY)
        return date_plus(day, -(int32_t)date_weekday(day));
    return date_plus(day, 1 - date_civil(day).day);
}

static int minute_on(const Fact *fact, Date day)
{
    Fact of_day = *fact;
    of_day.day = day;
    return fact_minute(&of_day);
}

static const Fact *report_of(const MyLists *l, Window days)
{
    const Fact *last = NULL;
    for (size_t i = 0; i < l->count; i++) {
        const Fact *fact = l->standing[i];
        if (fact->kind == FACT_REPORT && my_own(l, fact) &&
            window_has(days, fact->day))
            last = fact;
    }
    return last;
}

const Fact *my_mends(const MyLists *lists, const Fact *report)
{
    const Fact *old = NULL;
    if (fact_id_none(report->about)) return NULL;
    for (size_t i = 0; i < lists->count && old == NULL; i++) {
        const Fact *fact = lists->standing[i];
        if (fact_id_is(fact->id, report->id)) return NULL;
        if (fact->kind == FACT_REPORT && date_is(fact->day, report->day) &&
            fact_id_is(fact->id, report->about))
            old = fact;
    }
    for (size_t i = 0; i < lists->count && old != NULL; i++) {
        const Fact *fact = lists->standing[i];
        if (fact->kind == FACT_REVIEW && fact_id_is(fact->about, old->id) &&
            str_is(fact->word, STR("kembalikan")))
            return old;
    }
    return NULL;
}

const Fact *my_first_of(const MyLists *lists, const Fact *report)
{
    const Fact *old;
    while ((old = my_mends(lists, report)) != NULL)
        report = old;
    return report;
}

static MyReportState state_of(const MyReport *report)
{
    if (report->review == NULL) return MY_REPORT_SENT;
    return str_is(report->review->word, STR("kembalikan")) ? MY_REPORT_RETURNED
                                                           : MY_REPORT_ACCEPTED;
}

MyReport my_report_on(const MyLists *lists, Date day, const VerdictDue *due)
{
    Zone zone = lists->view->office->government.zone;
    MyReport report = {.due = due->report, .rhythm = due->rhythm, .minute = -1};
    Window days = {counted_from(day, due), day};
    report.report = report_of(lists, days);
    if (report.report == NULL) {
        bool owed = due->report >= 0;
        report.state = owed ? MY_REPORT_NONE : MY_REPORT_NOT_OWED;
        report.late =
            owed && lists->now.us > zone_instant(zone, day, due->report).us;
        return report;
    }
    report.review = my_last_about(lists, K(REVIEW), report.report->id);
    report.minute = minute_on(report.report, day);
    report.mends = my_mends(lists, report.report);
    report.late =
        due->report >= 0 &&
        minute_on(my_first_of(lists, report.report), day) > due->report;
    report.state = state_of(&report);
    return report;
}

/* ---- tasks -------------------------------------------------------------- */

static void tell_progress(const MyLists *l, MyTask *task)
{
    for (size_t i = 0; i < l->count; i++) {
        const Fact *fact = l->standing[i];
        if (fact->kind != FACT_TASK_DONE ||
            !fact_id_is(fact->about, task->task->id) ||
            task->percent == PERCENT)
            continue;
        bool whole = fact->number == FACT_NO_NUMBER || fact->number > PERCENT;
        task->done = fact;
        task->percent = whole ? PERCENT : fact->number;
    }
}

static bool is_shown(const MyLists *l, const MyTask *task)
{
    Window days = fact_days(task->task);
    bool overdue = date_before(days.last, l->day) && task->percent < PERCENT &&
                   !date_before(days.last, date_plus(l->day, -OVERDUE));
    return window_has(days, l->day) || overdue;
}

static void add_tasks(const MyLists *l, MyTask *out, MyDay *d, bool open)
{
    for (size_t i = 0; i < l->count; i++) {
        const Fact *fact = l->standing[i];
        if (fact->kind != FACT_TASK || !my_own(l, fact)) continue;
        MyTask task = {.task = fact, .last = fact_days(fact).last};
        tell_progress(l, &task);
        if (!is_shown(l, &task) || (task.percent < PERCENT) != open) continue;
        out[d->task_count++] = task;
        d->tasks_open += open;
    }
}

static void tell_tasks(const MyLists *l, MyDay *d)
{
    MyTask *tasks = NEW(l->arena, MyTask, l->count + 1);
    add_tasks(l, tasks, d, true);
    add_tasks(l, tasks, d, false);
    d->tasks = tasks;
}

/* ---- recalls and calls -------------------------------------------------- */

static void tell_recalls(const MyLists *l, MyDay *d)
{
    VEC(MyRecall) recalls = {0};
    for (size_t i = 0; i < l->count; i++) {
        const Fact *fact = l->standing[i];
        if (fact->kind != FACT_RECALL || !my_own(l, fact) ||
            date_before(fact->days.last, l->day))
            continue;
        MyRecall recall = {fact, my_last_about(l, K(RECALL_ACK), fact->id),
                           my_last_about(l, K(ARRIVAL), fact->id)};
        d->recalls_open += recall.ack == NULL && recall.arrival == NULL;
        VEC_PUSH(l->arena, &recalls, recall);
    }
    d->recalls = recalls.at;
    d->recall_count = recalls.count;
}

const Finding *my_finding_of(const Verdict *v, DutyKind duty, FactId id)
{
    for (uint32_t i = 0; i < v->count; i++) {
        const Finding *f = &v->findings[i];
        if (f->duty == duty && fact_id_is(f->facts[0], id)) return f;
    }
    return NULL;
}

static bool is_answered(const Finding *f)
{
    return f->outcome == OUTCOME_ANSWERED ||
           f->outcome == OUTCOME_ANSWERED_LATE;
}

/* What is cited last is the answer. */
static const Fact *cited_answer(const MyLists *l, const Finding *f)
{
    FactId id = f->facts[1];
    if (!is_answered(f)) return NULL;
    for (size_t k = 2; k < FINDING_FACTS && !fact_id_none(f->facts[k]); k++)
        id = f->facts[k];
    return daybook_find(l->judged->book, id);
}

/* The verdict leaves out what a permit or an outage took; so does this. */
static int32_t waited(const MyLists *l, const MyCall *call, const Finding *f)
{
    Zone zone = l->view->office->government.zone;
    int64_t since =
        (l->now.us - zone_instant(zone, l->day, call->minute).us) / 60000000;
    if (call->answer != NULL)
        return f != NULL ? f->minutes
                         : minute_on(call->answer, l->day) - call->minute;
    if (since > INT16_MAX) since = INT16_MAX;
    bool pending = f != NULL && f->outcome == OUTCOME_PENDING;
    return pending && since > call->within ? call->within : (int32_t)since;
}

static MyCall call_of(const MyLists *l, const Fact *fact, int16_t within)
{
    const Finding *f = my_finding_of(&l->judged->verdict, DUTY_REACH, fact->id);
    MyCall call = {.call = fact,
                   .minute = minute_on(fact, l->day),
                   .answer = my_last_about(l, K(ANSWER), fact->id),
                   .within = within};
    if (call.answer == NULL && f != NULL) call.answer = cited_answer(l, f);
    call.waited = waited(l, &call, f);
    return call;
}

static void tell_calls(const MyLists *l, int16_t within, MyDay *d)
{
    VEC(MyCall) calls = {0};
    for (size_t i = 0; i < l->count; i++) {
        const Fact *fact = l->standing[i];
        if (fact->kind != FACT_CONTACT || !my_own(l, fact) ||
            !date_is(fact->day, l->day) || str_is(fact->actor, l->code))
            continue;
        VEC_PUSH(l->arena, &calls, call_of(l, fact, within));
        d->calls_open += calls.at[calls.count - 1].answer == NULL;
    }
    d->calls = calls.at;
    d->call_count = calls.count;
}

/* ---- notices ------------------------------------------------------------ */

static bool is_above(const MyLists *l, const Fact *notice)
{
    const Register *r = &l->view->office->r;
    uint32_t unit = map_find(&r->unit_codes, notice->unit);
    return unit != NO_INDEX &&
           unit_is_under(r, r->people[l->person.index].unit, (UnitId){unit});
}

static bool was_read(const MyLists *l, const Fact *notice)
{
    for (size_t i = 0; i < l->count; i++) {
        const Fact *fact = l->standing[i];
        if (fact->kind == FACT_NOTICE_READ && my_own(l, fact) &&
            fact_id_is(fact->about, notice->id))
            return true;
    }
    return false;
}

/* The newest first. */
static void add_notices(const MyLists *l, MyNotice *out, MyDay *d, bool read)
{
    for (size_t i = l->count; i-- > 0;) {
        const Fact *fact = l->standing[i];
        int32_t days = l->day.days - fact->day.days;
        if (fact->kind != FACT_NOTICE || days < 0 || days > BACK ||
            !is_above(l, fact) || was_read(l, fact) != read)
            continue;
        out[d->notice_count++] = (MyNotice){fact, read, days};
        d->notices_unread += !read;
    }
}

static void tell_notices(const MyLists *l, MyDay *d)
{
    MyNotice *notices = NEW(l->arena, MyNotice, l->count + 1);
    add_notices(l, notices, d, false);
    add_notices(l, notices, d, true);
    d->notices = notices;
}

void my_lists_tell(const MyLists *lists, const VerdictDue *due, MyDay *out)
{
    tell_tasks(lists, out);
    tell_recalls(lists, out);
    tell_calls(lists, due->within, out);
    tell_notices(lists, out);
    my_requests_tell(lists, out);
}
