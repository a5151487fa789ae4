/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/closure.h"

#include "circular/build.h"
#include "circular/cases.h"

/*
 * A closure runs from the day of the order for as many days as the rule says,
 * both ends in, unless the order names a longer end.  A new case begins a new
 * run; runs of one unit may overlap and are kept apart.  A reopening ends
 * every run of the unit on the day before.
 *
 * Cases are counted over the runs of a unit that touch: those of this order and
 * of each before it that still has the unit shut, or had until the day before.
 * Events stand by their first days, so that every run that there is has begun;
 * of one that is foreseen, those that begin later do not count.
 */

static bool is_shut_until(const Closure *run, UnitId unit, Date day)
{
    return run->unit.index == unit.index &&
           !date_before(day, run->window.first) &&
           !date_before(run->window.last, date_plus(day, -1));
}

/* Of runs, each of which has counted those before it. */
static int32_t cases_by_then(const Corpus *c, const Event *event)
{
    int32_t own = event->cases > 0 ? event->cases : 1;
    int32_t before = 0;
    for (uint32_t i = 0; i < c->closure_count; i++) {
        const Closure *run = &c->closures[i];
        if (is_shut_until(run, event->unit, event->window.first) &&
            run->cases > before)
            before = run->cases;
    }
    return before + own;
}

/* May the rule be asked about the order at all? */
static bool is_asked(const Corpus *c, ClauseId id, const Event *event)
{
    const Clause *clause = corpus_clause(c, id);
    uint32_t unit = event->unit.index;
    return clause->act == ACT_CLOSE &&
           clause_holds(c, id, event->window.first) &&
           (clause->units == NULL || clause->units[unit] != 0) &&
           clause_among(clause, event->unit);
}

static CasesAsked asked_by(const Corpus *c, ClauseId id)
{
    const Sentence *s = corpus_clause(c, id)->sentence;
    return cases_asked(clause_frame(s, FRAME_IF)->words);
}

/* Asks for more cases, or for as many and of some units alone. */
static bool is_closer(const Corpus *c, ClauseId id, ClauseId found)
{
    if (found.index == NO_INDEX) return true;
    int32_t one = asked_by(c, id).least, two = asked_by(c, found).least;
    return one > two || (one == two && corpus_clause(c, id)->units != NULL &&
                         corpus_clause(c, found)->units == NULL);
}

/*
 * Of the rules that ask for no more cases than there are the one that asks for
 * most, of these one of some units alone, then the first.  Where there is none,
 * a rule about a cluster that names no number, or of an order that names none
 * the one that asks for fewest: whoever orders it has judged that.
 */
static ClauseId rule_for(const Corpus *c, const Event *event, int32_t cases)
{
    ClauseId found = NO_CLAUSE, spare = NO_CLAUSE;
    int32_t fewest = INT32_MAX;
    for (uint32_t i = 0; i < c->clause_count; i++) {
        ClauseId id = {i};
        if (!is_asked(c, id, event)) continue;
        CasesAsked asked = asked_by(c, id);
        if (asked.of_cases == event->ordered) continue;
        if (asked.least <= cases && is_closer(c, id, found)) found = id;
        bool judged = !asked.said || event->cases == 0;
        if (judged && asked.least < fewest) {
            fewest = asked.least;
            spare = id;
        }
    }
    return found.index != NO_INDEX ? found : spare;
}

/* 3 x 24 hours begin with the day of the order, and are three days. */
static int32_t days_of(Duration d)
{
    enum { DAY_HOURS = 24, WEEK_DAYS = 7 };
    if (d.unit == HOURS) return (d.number + DAY_HOURS - 1) / DAY_HOURS;
    return d.unit == WEEKS ? d.number * WEEK_DAYS : d.number;
}

/* The last of so many working days of the unit; the order's own may be the
 * first of them. */
static Date last_working(const Corpus *c, const Event *event, int32_t days)
{
    enum { DAYS_MOST = 366 };
    uint8_t week = c->r->units[event->unit.index].week;
    Date last = event->window.first;
    for (int32_t i = 0; i < DAYS_MOST && days > 0; i++) {
        last = date_plus(event->window.first, i);
        days -= calendar_works(c->calendar, week, last, c->known);
    }
    return last;
}

/* The day before the same day so many months later; the month's last day when
 * it has no such day.  DATE_NEVER behind the last year that there is. */
static Date last_of_months(Date first, int64_t months)
{
    enum { YEAR_MONTHS = 12, YEAR_LAST = 2199 };
    Civil from = date_civil(first);
    int64_t count = from.year * YEAR_MONTHS + from.month - 1 + months;
    Date same = DATE_NEVER;
    if (count / YEAR_MONTHS >= YEAR_LAST) return DATE_NEVER;
    int32_t year = (int32_t)(count / YEAR_MONTHS);
    int32_t month = (int32_t)(count % YEAR_MONTHS);
    bool there = date_of(year, month + 1, from.day, &same);
    if (!there)
        CHECK(date_of(year + (month + 1) / YEAR_MONTHS,
                      (month + 1) % YEAR_MONTHS + 1, 1, &same));
    return date_plus(same, -1);
}

/* "Ditutup sampai dengan 20 Agustus 2020"; DATE_NEVER: it names no day. */
static Date named_end(const Clause *clause)
{
    const Tail *tail = clause_tail(clause->sentence, TAIL_WHEN);
    return tail != NULL ? tail->when.window.last : DATE_NEVER;
}

static bool says_how_long(const Corpus *c, ClauseId rule)
{
    if (rule.index == NO_INDEX) return false;
    const Clause *clause = corpus_clause(c, rule);
    return clause->days.number > 0 || !date_is(named_end(clause), DATE_NEVER);
}

static Date last_by(const Corpus *c, const Event *event, const Clause *clause)
{
    Duration lasting = clause->days;
    if (lasting.number == 0) return named_end(clause);
    if (lasting.unit == WORKING_DAYS)
        return last_working(c, event, lasting.number);
    if (lasting.unit == MONTHS || lasting.unit == YEARS)
        return last_of_months(event->window.first,
                              (int64_t)lasting.number *
                                  (lasting.unit == YEARS ? 12 : 1));
    return date_plus(event->window.first, days_of(lasting) - 1);
}

static Date last_of(const Corpus *c, const Event *event, ClauseId rule)
{
    Date last = event->window.last;
    if (says_how_long(c, rule)) {
        Date by_rule = last_by(c, event, corpus_clause(c, rule));
        if (date_is(last, DATE_NEVER) || date_before(last, by_rule))
            last = by_rule;
    }
    return last;
}

static void cut_at_reopening(Corpus *c, const Event *event)
{
    for (uint32_t i = 0; i < c->closure_count; i++) {
        Closure *closure = &c->closures[i];
        if (closure->unit.index == event->unit.index &&
            !date_before(closure->window.last, event->window.first))
            closure->window.last = date_plus(event->window.first, -1);
    }
}

/* Neither the order nor a rule says how long: nobody may guess. */
static void refuse_endless(Build *b, const Event *event)
{
    Str unit = b->corpus->r->units[event->unit.index].name;
    Str day_id = date_words(b->arena, event->window.first, LANG_ID);
    Str day_en = date_words(b->arena, event->window.first, LANG_EN);
    diag_add(b->diags, DIAG_ERROR, "hukum-12", NULL, (Span){0, 0},
             str_format(b->arena,
                        "penutupan %.*s pada %.*s tidak mempunyai hari "
                        "terakhir, dan tidak ada aturan yang menentukannya",
                        STR_ARG(unit), STR_ARG(day_id)),
             str_format(b->arena,
                        "the closure of %.*s on %.*s has no last day, and no "
                        "rule sets one",
                        STR_ARG(unit), STR_ARG(day_en)));
    diag_advise(b->diags, STR("isi kolom sampai di events.csv"),
                STR("fill in the column sampai of events.csv"));
}

bool closure_foresee(const Corpus *c, const Event *event, Closure *out)
{
    int32_t cases = event->ordered ? 0 : cases_by_then(c, event);
    ClauseId rule = rule_for(c, event, event->ordered ? 1 : cases);
    if (!says_how_long(c, rule) && date_is(event->window.last, DATE_NEVER))
        return false;
    *out = (Closure){
        event->unit, {event->window.first, last_of(c, event, rule)},
        rule,        NO_INDEX,
        cases,
    };
    return true;
}

void closure_make_all(Build *b)
{
    Corpus *c = b->corpus;
    c->closures = NEW(b->arena, Closure, c->r->event_count + 1);
    for (uint32_t i = 0; i < c->r->event_count; i++) {
        const Event *event = &c->r->events[i];
        if (date_before(c->known, event->known)) continue;
        if (event->kind == EVENT_REOPENING) cut_at_reopening(c, event);
        if (event->kind != EVENT_CLOSURE) continue;
        Closure *closure = &c->closures[c->closure_count];
        if (!closure_foresee(c, event, closure)) {
            refuse_endless(b, event);
            continue;
        }
        closure->event = i;
        c->closure_count++;
    }
}
