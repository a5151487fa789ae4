/* SPDX-License-Identifier: Apache-2.0 */
#include "app/unit_now.h"

#include "app/my_part.h"
#include "app/unit_part.h"

#include <stdlib.h>

enum { BEFORE_MOST = 14, WEEK_USUAL = 5 };

typedef struct {
    Arena *arena;
    LiveView *view;
    const Register *r;
    const LiveDay *on;
    UnitBook book;
    DayView day; /* of the book */
    UnitNow *out;
    int minute;
} Making;

/* ---- lines -------------------------------------------------------------- */

static UnitCap cap_of(const UnitLine *line)
{
    return (UnitCap){.cap = line->by,
                     .unit = line->unit,
                     .base = line->numbers[0],
                     .limit = line->numbers[1],
                     .expected = line->numbers[2],
                     .there = line->numbers[3],
                     .called = line->numbers[4],
                     .over = line->outcome == UNIT_OVER ||
                             line->outcome == UNIT_EXCEEDED};
}

static UnitCounter counter_of(const Making *m, const UnitLine *line)
{
    const Counter *counter = &m->r->counters[line->thing];
    bool shut = line->outcome == UNIT_SHUT;
    bool by_word = !fact_id_none(line->facts[0]);
    uint32_t closure = 0;
    return (UnitCounter){
        .counter = counter,
        .outcome = line->outcome,
        .by = line->by,
        .need = shut ? counter->need : line->numbers[0],
        .ready = line->numbers[1],
        .there = line->numbers[2],
        .opens = (int16_t)(shut ? counter->opens : line->numbers[3]),
        .closes = (int16_t)(shut ? counter->closes : line->numbers[4]),
        .closed = law_closed(m->on->law,
                             m->r->work_unit_of[counter->unit.index], &closure),
        .fact = by_word ? daybook_find(m->book.book, line->facts[0]) : NULL,
    };
}

static void take_people(UnitNow *out, const UnitLine *line)
{
    out->people = line->numbers[0];
    out->expected = line->numbers[1];
    out->there = line->numbers[2];
    out->home = line->numbers[3];
    out->home_there = line->numbers[4];
}

/* What rests on weeks of everybody's facts is not told here. */
static bool is_told(UnitTopic topic)
{
    return topic != UNIT_TOPIC_TASKS && topic != UNIT_TOPIC_REVIEW &&
           topic != UNIT_TOPIC_REMINDER;
}

static void tell_lines(Making *m)
{
    UnitDay day = unit_day_make(m->arena, &m->day, m->on->law,
                                (UnitAsk){m->out->unit, true, NO_PERSON});
    UnitLine *lines = NEW(m->arena, UnitLine, day.count + 1);
    UnitCap *caps = NEW(m->arena, UnitCap, day.count + 1);
    UnitCounter *counters = NEW(m->arena, UnitCounter, day.count + 1);
    UnitNow *out = m->out;
    for (size_t i = 0; i < day.count; i++) {
        const UnitLine *line = &day.lines[i];
        if (is_told(line->topic)) lines[out->line_count++] = *line;
        if (line->topic == UNIT_TOPIC_CAP)
            caps[out->cap_count++] = cap_of(line);
        else if (line->topic == UNIT_TOPIC_COUNTER)
            counters[out->counter_count++] = counter_of(m, line);
        else if (line->topic == UNIT_TOPIC_PEOPLE)
            take_people(out, line);
    }
    out->lines = lines;
    out->caps = caps;
    out->counters = counters;
}

/* ---- who is not there yet ----------------------------------------------- */

typedef struct {
    UnitAbsent absent;
    Str name;
} Named;

static int by_lateness(const void *a, const void *b)
{
    const Named *x = a, *y = b;
    if (x->absent.late != y->absent.late) return x->absent.late ? -1 : 1;
    int order = str_order(x->name, y->name);
    if (order != 0) return order;
    return x->absent.person.index < y->absent.person.index ? -1 : 1;
}

/* True when a check-in is owed, and none came. */
static bool is_absent(const Making *m, PersonId person, const Verdict *v,
                      UnitAbsent *out)
{
    VerdictDue due = verdict_due(&m->day, person);
    Thread thread = daybook_person(m->book.book, person, m->out->day);
    *out = (UnitAbsent){.person = person,
                        .letter = v->expected,
                        .due = due.check_in,
                        .late = m->minute > due.check_in};
    return due.check_in >= 0 && my_in(v, thread) == NULL;
}

/* Office and home are those of the line of people. */
static void count_place(Making *m, PersonId person, const Verdict *v)
{
    UnitNow *out = m->out;
    bool works = m->on->sheet.expected[person.index].works;
    out->field += works && v->expected == PLACED_FIELD;
    out->away +=
        works && (v->expected == PLACED_LEAVE || v->expected == PLACED_TRIP);
}

/* Nothing is held against anybody for minutes in which we were down. */
static bool is_hidden(const Verdict *v)
{
    const Finding *f = my_finding(v, DUTY_PRESENT);
    return f != NULL && f->outcome == OUTCOME_UNKNOWN;
}

static bool is_of(const Making *m, PersonId person, Date day)
{
    return unit_is_under(m->r, m->r->people[person.index].unit, m->out->unit) &&
           person_is_active(m->r, person, day);
}

static void tell_absent(Making *m)
{
    VEC(Named) all = {0};
    for (uint32_t p = 0; p < m->r->person_count; p++) {
        PersonId person = {p};
        UnitAbsent absent;
        Verdict v;
        if (!is_of(m, person, m->out->day)) continue;
        verdict_make(&m->day, person, &v);
        count_place(m, person, &v);
        if (!is_absent(m, person, &v, &absent)) continue;
        if (is_hidden(&v))
            m->out->hidden++;
        else
            VEC_PUSH(m->arena, &all, ((Named){absent, m->r->people[p].name}));
    }
    if (all.count > 0) qsort(all.at, all.count, sizeof *all.at, by_lateness);
    UnitAbsent *out = NEW(m->arena, UnitAbsent, all.count + 1);
    for (size_t i = 0; i < all.count; i++)
        out[i] = all.at[i].absent;
    m->out->absent = out;
    m->out->absent_count = all.count;
    m->out->rest = m->out->people - m->out->expected - m->out->home -
                   m->out->field - m->out->away;
}

/* ---- closures ----------------------------------------------------------- */

/* The fact that begins with this run; NULL: it is of the folder. */
static const Fact *closed_by(const Making *m, const Closure *closure)
{
    LiveFacts facts = live_facts_unit(m->view, m->arena, closure->unit);
    for (size_t i = facts.count; i-- > 0;) {
        if (facts.at[i]->kind == FACT_CLOSURE &&
            date_is(facts.at[i]->days.first, closure->window.first))
            return facts.at[i];
    }
    return NULL;
}

static void tell_shut(Making *m)
{
    const Corpus *c = m->view->corpus;
    VEC(UnitShut) all = {0};
    for (uint32_t i = 0; i < c->closure_count; i++) {
        const Closure *closure = &c->closures[i];
        if (!unit_is_under(m->r, closure->unit, m->out->unit) ||
            date_before(closure->window.last, m->out->day) ||
            window_is_empty(closure->window))
            continue;
        VEC_PUSH(m->arena, &all,
                 ((UnitShut){closure->unit, closure->window,
                             closed_by(m, closure), closure->by}));
    }
    m->out->shut = all.at;
    m->out->shut_count = all.count;
}

/* ---- reports of the day before ------------------------------------------ */

static Date working_day_before(const LiveView *view, Date day)
{
    const Corpus *c = view->corpus;
    for (int32_t back = 1; back <= BEFORE_MOST; back++) {
        Date before = date_plus(day, -back);
        if (calendar_works(c->calendar, WEEK_USUAL, before, c->known))
            return before;
    }
    return date_plus(day, -1);
}

static void count_report(UnitNow *out, const Finding *f)
{
    out->owed++;
    out->in += f->outcome == OUTCOME_IN || f->outcome == OUTCOME_LATE ||
               f->outcome == OUTCOME_ACCEPTED || f->outcome == OUTCOME_RETURNED;
    out->reviewed +=
        f->outcome == OUTCOME_ACCEPTED || f->outcome == OUTCOME_RETURNED;
    out->missing += f->outcome == OUTCOME_MISSING;
}

static bool tell_before(Making *m, Err *err)
{
    const LiveDay *on = NULL;
    if (!live_day(m->view, m->out->before, &on, err)) return false;
    DayView day = m->day;
    day.sheet = &on->sheet;
    for (uint32_t p = 0; p < m->r->person_count; p++) {
        Verdict v;
        if (!is_of(m, (PersonId){p}, on->day)) continue;
        verdict_make(&day, (PersonId){p}, &v);
        const Finding *f = my_finding(&v, DUTY_REPORT);
        if (f != NULL) count_report(m->out, f);
    }
    return true;
}

/* ---- all ---------------------------------------------------------------- */

/* The reports of a week or month are of all its days. */
static Date read_from(const LiveDay *before)
{
    int32_t back = 0;
    for (uint32_t i = 0; i < before->sheet.duty_count; i++) {
        const Duty *d = &before->sheet.duties[i];
        if (d->kind != DUTY_REPORT) continue;
        bool weekly = d->rhythm == RHYTHM_WEEKLY && d->part != PART_RHYTHM;
        bool daily = d->rhythm == RHYTHM_DAILY && d->part != PART_RHYTHM;
        int32_t days = daily ? 0 : weekly ? 6 : 30;
        if (days > back) back = days;
    }
    return date_plus(before->day, -back);
}

static bool is_ruled(const Making *m)
{
    uint32_t count = 0;
    const ClauseId *clauses = law_clauses(m->on->law, &count);
    for (uint32_t p = 0; p < m->r->person_count; p++) {
        if (!is_of(m, (PersonId){p}, m->out->day)) continue;
        for (uint32_t i = 0; i < count; i++) {
            LawAsk ask = {clauses[i], NULL};
            if (law_means_bits(m->on->law, &ask, 1, (PersonId){p}) != 0)
                return true;
        }
    }
    return false;
}

static bool tell_day(Making *m, const LiveDay *before, bool reports, Err *err)
{
    Zone zone = m->view->office->government.zone;
    Window days = {reports ? read_from(before) : m->out->day, m->out->day};
    if (!unit_facts_book(m->arena, m->view, m->out->unit, days, &m->book, err))
        return false;
    m->minute = zone_minute(zone, m->book.now);
    m->day = (DayView){&m->on->sheet, m->book.book, zone, m->book.now};
    tell_lines(m);
    tell_absent(m);
    return !reports || tell_before(m, err);
}

bool unit_now(Arena *arena, LiveView *view, const UnitAsked *asked,
              UnitNow *out, Err *err)
{
    bool day = (asked->parts & UNIT_NOW_DAY) != 0;
    bool reports = (asked->parts & UNIT_NOW_REPORTS) != 0;
    CHECK(day || !reports);
    *out = (UnitNow){.unit = asked->unit, .day = live_today(view)};
    out->before = working_day_before(view, out->day);
    out->troubles = view->troubles;
    out->trouble_count = view->trouble_count;
    Making m = {
        .arena = arena, .view = view, .r = &view->office->r, .out = out};
    const LiveDay *before = NULL;
    if (!live_day(view, out->day, &m.on, err) ||
        (reports && !live_day(view, out->before, &before, err)))
        return false;
    if ((asked->parts & UNIT_NOW_ASKED) != 0) {
        tell_shut(&m);
        unit_requests_tell(arena, view, asked->unit, asked->head, out);
        unit_recalls_tell(arena, view, asked->unit, out);
    }
    if (day || (asked->parts & UNIT_NOW_RULED) != 0) out->ruled = is_ruled(&m);
    return !day || tell_day(&m, before, reports, err);
}

size_t unit_now_headed(const LiveView *view, PersonId person, UnitId *out,
                       size_t room)
{
    const Register *r = &view->office->r;
    Date today = live_today(view);
    size_t count = 0;
    for (uint32_t at = 0; at < r->unit_count && count < room; at++) {
        UnitId unit = r->preorder[at];
        if (unit_head(r, unit, today).index == person.index)
            out[count++] = unit;
    }
    return count;
}

/* ---- what is broken ----------------------------------------------------- */

static bool is_in(const Register *r, const Broken *broken, UnitId unit)
{
    return unit_is_under(r, broken->unit, unit) ||
           unit_is_under(r, unit, broken->unit);
}

bool unit_now_broken(Arena *arena, const LiveView *view, UnitId unit, Date day,
                     UnitBroken *out, Err *err)
{
    const Published *published = published_on(view->plans, day);
    RecordWorld world = live_world(view, arena);
    *out = (UnitBroken){.board = NEW(arena, RepairBoard, 1)};
    if (published == NULL) return true;
    if (!repair_board_open(world.office, &published->plan, DATE_NEVER, day,
                           out->board, err))
        return false;
    Broken *all = NEW(arena, Broken, BROKEN_MOST);
    uint32_t count = repair_find(out->board, all);
    for (uint32_t i = 0; i < count; i++) {
        if (is_in(&view->office->r, &all[i], unit))
            out->broken[out->count++] = all[i];
    }
    return true;
}
