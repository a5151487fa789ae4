/* SPDX-License-Identifier: Apache-2.0 */
#include "app/team_day.h"

#include "app/my_part.h"

#include <stdlib.h>

#define K(name) (UINT64_C(1) << (FACT_##name))

enum { SHORT = 20 /* letters */, BACK = MY_FACTS_BACK };

typedef struct {
    Arena *arena;
    LiveView *view;
    const Register *r;
    TeamDay *out;
    VEC(TeamMember) members;
    VEC(TeamReport) reports, reviewed;
    VEC(TeamCall) calls;
    VEC(MyRequest) requests;
} Making;

/* ---- who ---------------------------------------------------------------- */

/* Units that the superior heads today: their people are below these. */
typedef VEC(UnitId) Units;

static Units headed_by(Arena *arena, const Register *r, PersonId superior,
                       Date day)
{
    Units units = {0};
    for (uint32_t u = 0; u < r->unit_count; u++) {
        if (unit_head(r, (UnitId){u}, day).index == superior.index)
            VEC_PUSH(arena, &units, ((UnitId){u}));
    }
    return units;
}

static bool is_below(const Register *r, const Units *units, UnitId unit)
{
    for (size_t i = 0; i < units->count; i++) {
        if (unit_is_under(r, unit, units->at[i])) return true;
    }
    return false;
}

/* ---- one subordinate ---------------------------------------------------- */

static void tell_contact(const MyLists *l, TeamMember *m)
{
    Zone zone = l->view->office->government.zone;
    for (size_t i = 0; i < l->count; i++) {
        const Fact *fact = l->standing[i];
        Instant when = fact_when(fact);
        if (!str_is(fact->actor, l->code) || !str_is(fact->person, l->code))
            continue;
        m->contact = fact;
        m->contact_day = zone_day(zone, when);
        m->contact_minute = zone_minute(zone, when);
    }
}

static TeamPlace place_of(const TeamMember *m)
{
    if (!m->works) return TEAM_OFF;
    switch (m->letter) {
    case PLACED_OFFICE:
    case PLACED_USUAL: return TEAM_OFFICE;
    case PLACED_HOME:
    case PLACED_CLOSED: return TEAM_HOME;
    case PLACED_FIELD:
    case PLACED_TRIP:
    case PLACED_LEAVE: return TEAM_ELSEWHERE;
    default: return TEAM_OFF;
    }
}

static int due_of(const MyDay *d)
{
    return d->check_in_due >= 0 ? d->check_in_due : d->begins;
}

/* Nothing of theirs came, though it was due. */
static bool is_unheard(const MyDay *d, const TeamMember *m)
{
    bool judged = d->letter == PLACED_OFFICE || d->letter == PLACED_HOME ||
                  d->letter == PLACED_FIELD || d->letter == PLACED_CLOSED;
    bool said = m->contact != NULL && date_is(m->contact_day, d->day);
    return m->works && judged && d->minute > due_of(d) && d->in == NULL &&
           d->report.report == NULL && !said;
}

/* Nothing is held against anybody for minutes in which we were down: the same
 * hour as of a check-in that is owed (day/judge_place.c). */
static bool was_down(const MyLists *l, const MyDay *d)
{
    enum { HOUR = 60 };
    int due = due_of(d);
    return daybook_down(l->judged->book, l->view->office->government.zone,
                        d->day, due - HOUR, due);
}

static bool owes_report(const MyDay *d)
{
    return d->report.state == MY_REPORT_NONE && d->report.due >= 0 &&
           d->minute >= MY_REPORT_FROM;
}

static TeamMember member_of(const MyLists *l, const MyDay *d)
{
    TeamMember m = {
        .person = d->person,
        .letter = d->letter,
        .where = d->where,
        .works = d->on->sheet.expected[d->person.index].works,
        .shift = d->shift.number,
        .in = d->in,
        .out = d->out,
        .in_minute = d->in_minute,
        .out_minute = d->out_minute,
        .report = d->report,
        .owes = owes_report(d),
        .tasks_open = d->tasks_open,
        .task_count = d->task_count,
    };
    tell_contact(l, &m);
    m.place = place_of(&m);
    bool unheard = is_unheard(d, &m);
    m.hidden = unheard && was_down(l, d);
    m.silent = unheard && !m.hidden;
    for (size_t i = 0; i < d->call_count; i++) {
        const MyCall *call = &d->calls[i];
        if (call->answer == NULL && call->waited > call->within)
            m.late_call = call->call;
    }
    return m;
}

static void count_member(TeamDay *t, const TeamMember *m)
{
    t->office += m->place == TEAM_OFFICE;
    t->home += m->place == TEAM_HOME;
    t->away += m->place == TEAM_ELSEWHERE;
    t->present += m->in != NULL;
    t->reported += m->report.report != NULL;
    t->silent += m->silent;
    t->hidden += m->hidden;
}

/* ---- reports that wait -------------------------------------------------- */

static bool is_report(const MyLists *l, const Fact *fact)
{
    return fact->kind == FACT_REPORT && str_is(fact->person, l->code);
}

/* The last of its day: those before it were written anew. */
static bool is_last(const MyLists *l, size_t at)
{
    for (size_t i = at + 1; i < l->count; i++) {
        if (is_report(l, l->standing[i]) &&
            date_is(l->standing[i]->day, l->standing[at]->day))
            return false;
    }
    return true;
}

/* The report before: of the same day, or of any. */
static const Fact *before(const MyLists *l, size_t at, bool of_day)
{
    for (size_t i = at; i-- > 0;) {
        if (is_report(l, l->standing[i]) &&
            (!of_day || date_is(l->standing[i]->day, l->standing[at]->day)))
            return l->standing[i];
    }
    return NULL;
}

/* The review that sent a report back; NULL: its last one did not. */
static const Fact *sent_back_by(const MyLists *l, const Fact *report)
{
    const Fact *review =
        report == NULL ? NULL : my_last_about(l, K(REVIEW), report->id);
    bool back = review != NULL && str_is(review->word, STR("kembalikan"));
    return back ? review : NULL;
}

/* What the writer said about it after the review; the last of it. */
static const Fact *said_since(const MyLists *l, const Fact *report,
                              const Fact *review)
{
    const Fact *last = NULL;
    for (size_t i = 0; i < l->count; i++) {
        const Fact *fact = l->standing[i];
        if (fact->kind == FACT_MESSAGE && str_is(fact->actor, l->code) &&
            fact_id_is(fact->about, report->id) &&
            fact_when(fact).us >= fact_when(review).us)
            last = fact;
    }
    return last;
}

/* The version before, what was asked for, and what was said to that. */
static void tell_versions(const MyLists *l, size_t at, TeamReport *out)
{
    const Fact *fact = l->standing[at];
    const Fact *old = my_mends(l, fact);
    if (old == NULL) old = before(l, at, true);
    out->note = sent_back_by(l, old);
    out->old = out->note == NULL ? NULL : old;
    out->again = out->note != NULL;
    if (!out->again) out->note = sent_back_by(l, fact);
    if (out->note != NULL)
        out->message = said_since(l, out->again ? old : fact, out->note);
}

/* Of its day: where they were expected, and whether it came after it was due.
 */
static bool tell_day_of(LiveView *view, const MyLists *l, TeamReport *out,
                        Err *err)
{
    const LiveDay *on = NULL;
    int minute = fact_minute(my_first_of(l, out->report));
    if (!live_day(view, out->day, &on, err)) return false;
    DayView of_day = l->judged->view;
    of_day.sheet = &on->sheet;
    VerdictDue due = verdict_due(&of_day, l->person);
    out->letter = on->sheet.expected[l->person.index].letter;
    out->late = due.report >= 0 && minute > due.report;
    return true;
}

static bool make_report(Making *m, const MyLists *l, size_t at, TeamReport *out,
                        Err *err)
{
    const Fact *fact = l->standing[at];
    const Fact *old = before(l, at, false);
    *out = (TeamReport){
        .person = l->person,
        .letter = PLACED_NONE,
        .report = fact,
        .day = fact->day,
        .minute = fact_minute(fact),
        .short_text = str_columns(str_trim(fact->text)) < SHORT,
        .same = old != NULL && str_is(old->text, fact->text),
        .days = l->day.days - fact->day.days,
    };
    tell_versions(l, at, out);
    return tell_day_of(m->view, l, out, err);
}

static bool is_waiting(const MyLists *l, const Fact *report)
{
    const Fact *back = sent_back_by(l, report);
    if (back != NULL) return said_since(l, report, back) != NULL;
    return my_last_about(l, K(REVIEW), report->id) == NULL;
}

/* A report that waits, or that was reviewed today; others are left out. */
static bool add_report(Making *m, const MyLists *l, size_t at, Err *err)
{
    TeamReport report;
    const Fact *fact = l->standing[at];
    const Fact *review = my_last_about(l, K(REVIEW), fact->id);
    bool waits = is_waiting(l, fact);
    if (!waits && !date_is(review->day, l->day)) return true;
    if (!make_report(m, l, at, &report, err)) return false;
    report.review = review;
    if (waits)
        VEC_PUSH(m->arena, &m->reports, report);
    else
        VEC_PUSH(m->arena, &m->reviewed, report);
    return true;
}

static bool add_reports(Making *m, const MyLists *l, Err *err)
{
    Window days = {date_plus(l->day, -BACK), l->day};
    for (size_t i = 0; i < l->count; i++) {
        const Fact *fact = l->standing[i];
        if (!is_report(l, fact) || !window_has(days, fact->day) ||
            !is_last(l, i))
            continue;
        if (!add_report(m, l, i, err)) return false;
    }
    return true;
}

/* ---- what else waits ---------------------------------------------------- */

static void add_calls(Making *m, const MyDay *d)
{
    for (size_t i = 0; i < d->call_count; i++) {
        const MyCall *call = &d->calls[i];
        if (call->answer == NULL)
            VEC_PUSH(
                m->arena, &m->calls,
                ((TeamCall){d->person, *call, call->within - call->waited}));
    }
}

static void add_requests(Making *m, const MyDay *d)
{
    for (size_t i = 0; i < d->request_count; i++) {
        const MyRequest *r = &d->requests[i];
        bool waits = r->state == MY_ASKED || r->state == MY_AGREED;
        if (waits && !r->of_me) VEC_PUSH(m->arena, &m->requests, *r);
    }
}

static bool add_member(Making *m, PersonId person, Err *err)
{
    MyDay *d = NEW(m->arena, MyDay, 1);
    MyLists lists;
    if (!my_day_lists(m->arena, m->view, person, m->out->day, d, &lists, err))
        return false;
    VEC_PUSH(m->arena, &m->members, member_of(&lists, d));
    count_member(m->out, &m->members.at[m->members.count - 1]);
    add_calls(m, d);
    add_requests(m, d);
    return add_reports(m, &lists, err);
}

/* ---- in order ----------------------------------------------------------- */

typedef struct {
    TeamMember member;
    Str name;
} Named;

static int by_silence(const void *a, const void *b)
{
    const Named *x = a, *y = b;
    if (x->member.silent != y->member.silent) return x->member.silent ? -1 : 1;
    int order = str_order(x->name, y->name);
    if (order != 0) return order;
    return x->member.person.index < y->member.person.index ? -1 : 1;
}

static int by_age(const void *a, const void *b)
{
    const TeamReport *x = a, *y = b;
    Instant one = fact_when(x->report), two = fact_when(y->report);
    if (one.us != two.us) return one.us < two.us ? -1 : 1;
    return fact_id_order(x->report->id, y->report->id);
}

static int by_time_left(const void *a, const void *b)
{
    const TeamCall *x = a, *y = b;
    if (x->left != y->left) return x->left < y->left ? -1 : 1;
    return fact_id_order(x->call.call->id, y->call.call->id);
}

static void order_members(Making *m)
{
    size_t count = m->members.count;
    Named *named = NEW(m->arena, Named, count + 1);
    for (size_t i = 0; i < count; i++)
        named[i] = (Named){m->members.at[i],
                           m->r->people[m->members.at[i].person.index].name};
    if (count > 0) qsort(named, count, sizeof *named, by_silence);
    for (size_t i = 0; i < count; i++)
        m->members.at[i] = named[i].member;
}

static void finish(Making *m)
{
    TeamDay *t = m->out;
    order_members(m);
    if (m->reports.count > 0)
        qsort(m->reports.at, m->reports.count, sizeof *m->reports.at, by_age);
    if (m->reviewed.count > 0)
        qsort(m->reviewed.at, m->reviewed.count, sizeof *m->reviewed.at,
              by_age);
    if (m->calls.count > 0)
        qsort(m->calls.at, m->calls.count, sizeof *m->calls.at, by_time_left);
    t->members = m->members.at;
    t->member_count = m->members.count;
    t->reports = m->reports.at;
    t->report_count = m->reports.count;
    t->reviewed = m->reviewed.at;
    t->reviewed_count = m->reviewed.count;
    t->calls = m->calls.at;
    t->call_count = m->calls.count;
    t->requests = m->requests.at;
    t->request_count = m->requests.count;
}

bool team_day(Arena *arena, LiveView *view, PersonId superior, TeamDay *out,
              Err *err)
{
    const Register *r = &view->office->r;
    *out = (TeamDay){.superior = superior, .day = live_today(view)};
    Making m = {.arena = arena, .view = view, .r = r, .out = out};
    Units units = headed_by(arena, r, superior, out->day);
    for (uint32_t p = 0; p < r->person_count; p++) {
        PersonId person = {p};
        if (is_below(r, &units, r->people[p].unit) &&
            person_is_active(r, person, out->day) &&
            person_superior(r, person, out->day).index == superior.index &&
            !add_member(&m, person, err))
            return false;
    }
    finish(&m);
    return true;
}

/* ---- a month of one ----------------------------------------------------- */

static void tell_finding(const Verdict *v, DutyKind duty, Colour *colour,
                         Outcome *outcome)
{
    const Finding *f = my_finding(v, duty);
    *colour = f == NULL ? COLOUR_KEPT : finding_colour(f);
    *outcome = f == NULL ? OUTCOME_NONE : f->outcome;
}

static bool tell_day(LiveView *view, PersonId person, TeamMonthDay *out,
                     Err *err)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 15);
    MyVerdict judged;
    if (!my_verdict(tmp, view, person, out->day, &judged, err)) return false;
    Thread thread = daybook_person(judged.book, person, out->day);
    const Entry *in = my_in(&judged.verdict, thread);
    const Entry *left = my_out(thread);
    tell_finding(&judged.verdict, DUTY_PRESENT, &out->presence,
                 &out->presence_is);
    tell_finding(&judged.verdict, DUTY_REPORT, &out->report, &out->report_is);
    if (in != NULL) out->in_minute = in->minute;
    if (left != NULL) out->out_minute = left->minute;
    return true;
}

bool team_month(Arena *arena, LiveView *view, PersonId person, int32_t year,
                int32_t month, TeamMonth *out, Err *err)
{
    MyMonth *cells = NEW(arena, MyMonth, 1);
    Date today = live_today(view);
    if (!my_month(view, person, year, month, cells, err)) return false;
    *out = (TeamMonth){.count = cells->count};
    for (uint32_t i = 0; i < cells->count; i++) {
        TeamMonthDay *d = &out->days[i];
        *d = (TeamMonthDay){.day = cells->cells[i].day,
                            .cell = cells->cells[i],
                            .presence_is = OUTCOME_NONE,
                            .report_is = OUTCOME_NONE,
                            .in_minute = -1,
                            .out_minute = -1};
        if (!date_before(today, d->day) && !tell_day(view, person, d, err))
            return false;
    }
    return true;
}
