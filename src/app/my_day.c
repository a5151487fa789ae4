/* SPDX-License-Identifier: Apache-2.0 */
#include "app/my_day.h"

#include "app/my_part.h"

enum {
    EARLY = 120,     /* minutes before work in which one may check in */
    BEFORE_MOST = 7, /* days back in which the last report is told */
    DAY_END = 1440
};

/* ---- words -------------------------------------------------------------- */

Str my_action_word(MyAction action, Lang lang)
{
    static const char *const words[][2] = {
#define X(name, word, english) [MY_ACTION_##name] = {word, english},
        MY_ACTIONS(X)
#undef X
    };
    CHECK((size_t)action < COUNT(words));
    return str_of(words[action][lang == LANG_EN]);
}

Str my_reason_word(MyReason reason, Lang lang)
{
    static const char *const words[][2] = {
#define X(name, word, english) [MY_REASON_##name] = {word, english},
        MY_REASONS(X)
#undef X
    };
    CHECK((size_t)reason < COUNT(words));
    return str_of(words[reason][lang == LANG_EN]);
}

/* ---- the verdict -------------------------------------------------------- */

static void judge(Arena *arena, const LiveView *view, const LiveDay *on,
                  PersonId person, const DataFacts *facts, MyVerdict *out)
{
    Window days = recap_book_window((Window){on->day, on->day});
    out->book = daybook_make(arena, &view->office->r, facts->at, facts->count,
                             days, NULL);
    out->view = (DayView){&on->sheet, out->book, view->office->government.zone,
                          out->view.now};
    verdict_make(&out->view, person, &out->verdict);
}

bool my_verdict(Arena *arena, LiveView *view, PersonId person, Date day,
                MyVerdict *out, Err *err)
{
    const LiveDay *on = NULL;
    DataFacts facts = {0};
    if (!live_day(view, day, &on, err) ||
        !my_facts(arena, view, person, day, &facts, err))
        return false;
    out->view.now = live_view_now(view);
    data_facts_by(&facts, out->view.now);
    judge(arena, view, on, person, &facts, out);
    return true;
}

/* ---- there -------------------------------------------------------------- */

static const Entry *entry_of(Thread thread, FactId id)
{
    const Entry *entries = thread.entries;
    for (uint32_t i = 0; i < thread.count; i++) {
        if (fact_id_is(entries[i].fact->id, id)) return &entries[i];
    }
    return NULL;
}

const Finding *my_finding(const Verdict *v, DutyKind duty)
{
    for (uint32_t i = 0; i < v->count; i++) {
        if (v->findings[i].duty == duty) return &v->findings[i];
    }
    return NULL;
}

/* Of several the first check-in, and the last check-out. */
static const Entry *first_in(Thread thread)
{
    const Entry *first = NULL;
    for (uint32_t i = 0; i < thread.count; i++) {
        const Entry *e = &thread.entries[i];
        if (e->fact->kind == FACT_CHECK_IN && !e->struck &&
            (first == NULL || e->minute < first->minute))
            first = e;
    }
    return first;
}

const Entry *my_out(Thread thread)
{
    const Entry *last = NULL;
    for (uint32_t i = 0; i < thread.count; i++) {
        const Entry *e = &thread.entries[i];
        if (e->fact->kind == FACT_CHECK_OUT && !e->struck &&
            (last == NULL || e->minute >= last->minute))
            last = e;
    }
    return last;
}

const Entry *my_in(const Verdict *v, Thread thread)
{
    const Finding *f = my_finding(v, DUTY_PRESENT);
    const Entry *e = f == NULL ? NULL : entry_of(thread, f->facts[0]);
    return e != NULL && e->fact->kind == FACT_CHECK_IN ? e : first_in(thread);
}

static void tell_there(Thread thread, MyDay *out)
{
    const Entry *in = my_in(&out->verdict, thread);
    const Entry *left = my_out(thread);
    out->in_minute = out->out_minute = -1;
    out->where = out->verdict.where;
    if (in != NULL) {
        out->in = in->fact;
        out->in_minute = in->minute;
        out->in_word = in->word;
    }
    if (left != NULL) {
        out->out = left->fact;
        out->out_minute = left->minute;
    }
}

/* ---- where, and why ----------------------------------------------------- */

static int minute_now(const MyDay *d, Zone zone)
{
    Date today = zone_day(zone, d->now);
    if (date_before(today, d->day)) return 0;
    return date_before(d->day, today) ? DAY_END : zone_minute(zone, d->now);
}

static void tell_place(const LiveView *view, MyDay *d)
{
    const Expected *e = &d->on->sheet.expected[d->person.index];
    d->serves = person_is_active(&view->office->r, d->person, d->day);
    d->directive = law_person(d->on->law, d->person);
    d->planned = d->verdict.planned;
    d->letter = d->verdict.expected;
    d->bare = d->directive.letter == PLACED_OPEN && d->planned == PLACED_NONE;
    d->strength = e->strength;
    d->by = e->by;
    d->begins = e->begins;
    d->ends = e->ends;
    d->shift = e->shift;
    d->minute = minute_now(d, view->office->government.zone);
}

/* ---- what to do --------------------------------------------------------- */

/* Why nothing is asked of the person on this day; NONE: something is. */
static MyReason reason_not(const LiveView *view, const MyDay *d)
{
    if (!d->serves) return MY_REASON_NOT_SERVING;
    if (!date_is(d->day, live_today(view))) return MY_REASON_NOT_TODAY;
    if (d->letter == PLACED_LEAVE) return MY_REASON_LEAVE;
    if (d->letter == PLACED_TRIP) return MY_REASON_TRIP;
    if (!d->on->sheet.expected[d->person.index].works) return MY_REASON_DAY_OFF;
    if (d->bare) return MY_REASON_NO_ROSTER;
    if (d->letter == PLACED_USUAL) return MY_REASON_USUAL;
    return d->letter == PLACED_NONE ? MY_REASON_DAY_OFF : MY_REASON_NONE;
}

/* The check-out waits for its hour; the report, not before the afternoon,
 * fills the time until then. */
static MyAction action_of(const MyDay *d)
{
    bool wanting = d->report.state == MY_REPORT_NONE;
    if (d->in == NULL)
        return d->minute >= d->begins - EARLY ? MY_ACTION_CHECK_IN
                                              : MY_ACTION_NONE;
    if (d->minute >= d->ends && d->out == NULL) return MY_ACTION_CHECK_OUT;
    if (d->report.state == MY_REPORT_RETURNED) return MY_ACTION_REPORT;
    if (wanting && (d->minute >= MY_REPORT_FROM || d->out != NULL))
        return MY_ACTION_REPORT;
    return MY_ACTION_NONE;
}

static void tell_action(const LiveView *view, MyDay *d)
{
    d->action = MY_ACTION_ACK_RECALL;
    d->reason = MY_REASON_NONE;
    if (d->recalls_open > 0 && !date_before(d->day, live_today(view))) return;
    d->action = MY_ACTION_NONE;
    d->reason = reason_not(view, d);
    if (d->reason != MY_REASON_NONE) return;
    d->action = action_of(d);
    if (d->action == MY_ACTION_NONE)
        d->reason =
            d->in != NULL && d->out != NULL ? MY_REASON_DONE : MY_REASON_WAIT;
}

/* ---- all ---------------------------------------------------------------- */

static Window week_of(Date day)
{
    Date monday = date_plus(day, -(int32_t)date_weekday(day));
    return (Window){monday, date_plus(monday, 6)};
}

static void tell_read(Arena *arena, const DataFacts *facts, Str person,
                      MyDay *out)
{
    VEC(FactId) read = {0};
    for (size_t i = 0; i < facts->count; i++) {
        const Fact *fact = &facts->at[i];
        if (fact->kind == FACT_NOTICE_READ && str_is(fact->person, person))
            VEC_PUSH(arena, &read, fact->about);
    }
    out->read = read.at;
    out->read_count = read.count;
}

static void tell_reports(const MyLists *lists, const VerdictDue *due, MyDay *d)
{
    d->report = my_report_on(lists, d->day, due);
    for (int back = 1; back <= BEFORE_MOST; back++) {
        VerdictDue none = {-1, -1, RHYTHM_DAILY, 0};
        Date day = date_plus(d->day, -back);
        d->before = my_report_on(lists, day, &none);
        d->before_day = day;
        if (d->before.report != NULL) return;
    }
}

bool my_day(Arena *arena, LiveView *view, PersonId person, Date day, MyDay *out,
            Err *err)
{
    MyLists unused;
    return my_day_lists(arena, view, person, day, out, &unused, err);
}

/* As many as the day and its lists need.
 * NOLINTNEXTLINE(readability-function-size) */
bool my_day_lists(Arena *arena, LiveView *view, PersonId person, Date day,
                  MyDay *out, MyLists *lists, Err *err)
{
    DataFacts facts = {0};
    MyVerdict *of_day = NEW(arena, MyVerdict, 1);
    MyVerdict judged;
    *out = (MyDay){.person = person, .day = day};
    if (!live_day(view, day, &out->on, err) ||
        !my_cells(view, person, week_of(day), out->week, err) ||
        !my_facts(arena, view, person, day, &facts, err))
        return false;
    out->now = judged.view.now = live_view_now(view);
    data_facts_by(&facts, out->now);
    tell_read(arena, &facts, view->office->r.people[person.index].code, out);
    judge(arena, view, out->on, person, &facts, &judged);
    out->verdict = judged.verdict;
    VerdictDue due = verdict_due(&judged.view, person);
    *of_day = judged;
    *lists = my_lists(arena, view, person, &facts, of_day);
    out->check_in_due = due.check_in;
    tell_place(view, out);
    tell_there(daybook_person(judged.book, person, day), out);
    tell_reports(lists, &due, out);
    my_lists_tell(lists, &due, out);
    tell_action(view, out);
    return true;
}
