/* SPDX-License-Identifier: Apache-2.0 */
/*
 * naive_unit_rest.c - docs/day.md, sections 5.9 to 5.13.
 */
#include "naive_unit_parts.h"

/* ---- 5.9 ------------------------------------------------------------------
 */

static const Finding *missed(const Verdict *v, DutyKind duty)
{
    for (uint32_t i = 0; i < v->count; i++) {
        const Finding *f = &v->findings[i];
        Outcome o = f->outcome;
        bool open = o == OUTCOME_PENDING;
        if (f->duty == duty &&
            (open || (duty == DUTY_REPORT
                          ? o == OUTCOME_MISSING
                          : o == OUTCOME_NO_SIGN || o == OUTCOME_ABSENT)))
            return f;
    }
    return NULL;
}

/* Of whom nobody can say whether they were silent. */
static const Finding *blank(const Verdict *v, Outcome outcome)
{
    for (uint32_t i = 0; i < v->count; i++) {
        const Finding *f = &v->findings[i];
        if (f->outcome == outcome &&
            (f->duty == DUTY_PRESENT || f->duty == DUTY_REPORT))
            return f;
    }
    return NULL;
}

static void blanks(NaiveUnit *u, UnitOutcome said, Outcome outcome)
{
    for (uint32_t p = 0; p < u->r->person_count; p++) {
        if (!naive_unit_asked(u, (PersonId){p})) continue;
        const Finding *f = blank(naive_unit_verdict(u, (PersonId){p}), outcome);
        if (f == NULL) continue;
        UnitLine *line = naive_unit_say(u, UNIT_TOPIC_SILENT, said,
                                        COLOUR_UNKNOWN, f->by, NO_UNIT);
        line->person = (PersonId){p};
    }
}

void naive_unit_silent(NaiveUnit *u)
{
    static const UnitOutcome rounds[] = {UNIT_NEITHER, UNIT_NO_CHECK_IN,
                                         UNIT_NO_REPORT};
    for (size_t round = 0; round < COUNT(rounds); round++) {
        for (uint32_t p = 0; p < u->r->person_count; p++) {
            if (!naive_unit_asked(u, (PersonId){p})) continue;
            const Verdict *v = naive_unit_verdict(u, (PersonId){p});
            const Finding *presence = missed(v, DUTY_PRESENT);
            const Finding *report = missed(v, DUTY_REPORT);
            if ((presence != NULL) != (round < 2) ||
                (report != NULL) != (round != 1))
                continue;
            const Finding *f = presence != NULL ? presence : report;
            UnitLine *line = naive_unit_say(u, UNIT_TOPIC_SILENT, rounds[round],
                                            finding_colour(f), f->by, NO_UNIT);
            line->person = (PersonId){p};
        }
    }
    blanks(u, UNIT_UNKNOWN, OUTCOME_UNKNOWN);
    blanks(u, UNIT_GONE, OUTCOME_GONE);
}

/* ---- 5.10 -----------------------------------------------------------------
 */

static const struct {
    UnitOutcome said;
    Outcome outcome;
    DutyKind duty;
} told_breaches[] = {
    {UNIT_ABSENT,         OUTCOME_ABSENT,        DUTY_PRESENT},
    {UNIT_LATE,           OUTCOME_LATE,          DUTY_PRESENT},
    {UNIT_ELSEWHERE,      OUTCOME_ELSEWHERE,     DUTY_PRESENT},
    {UNIT_REPORT_MISSING, OUTCOME_MISSING,       DUTY_REPORT },
    {UNIT_REPORT_LATE,    OUTCOME_LATE,          DUTY_REPORT },
    {UNIT_UNREACHABLE,    OUTCOME_UNREACHABLE,   DUTY_REACH  },
    {UNIT_ANSWERED_LATE,  OUTCOME_ANSWERED_LATE, DUTY_REACH  },
    {UNIT_NOT_OBEYED,     OUTCOME_NOT_OBEYED,    DUTY_RECALL },
    {UNIT_OUTSIDE,        OUTCOME_OUTSIDE,       DUTY_STAY   },
    {UNIT_TRAVELLED,      OUTCOME_OUTSIDE,       DUTY_TRAVEL },
};

static void breach(NaiveUnit *u, PersonId person, size_t row)
{
    const Verdict *v = naive_unit_verdict(u, person);
    UnitLine *line = NULL;
    for (uint32_t i = 0; i < v->count; i++) {
        const Finding *f = &v->findings[i];
        if (f->outcome != told_breaches[row].outcome ||
            f->duty != told_breaches[row].duty ||
            finding_colour(f) != COLOUR_BREACH)
            continue;
        if (line == NULL) {
            line = naive_unit_say(u, UNIT_TOPIC_BREACH, told_breaches[row].said,
                                  COLOUR_BREACH, f->by, NO_UNIT);
            line->person = person;
            line->numbers[1] = f->minutes;
            for (size_t k = 0; k < FINDING_FACTS; k++)
                line->facts[k] = f->facts[k];
        }
        line->numbers[0]++;
    }
}

void naive_unit_breaches(NaiveUnit *u)
{
    for (size_t row = 0; row < COUNT(told_breaches); row++) {
        for (uint32_t p = 0; p < u->r->person_count; p++) {
            if (naive_unit_asked(u, (PersonId){p}))
                breach(u, (PersonId){p}, row);
        }
    }
}

/* ---- 5.11 -----------------------------------------------------------------
 */

static bool supervises(const Sentence *s, Strength strength)
{
    (void)strength;
    return s->pred == PRED_DO && s->verb == VERB_SUPERVISE;
}

/* In which number a finding counts beside the first. */
static const struct {
    Outcome outcome;
    int number;
} counted[] = {
    {OUTCOME_IN,       1},
    {OUTCOME_ACCEPTED, 1},
    {OUTCOME_LATE,     1},
    {OUTCOME_DONE,     1},
    {OUTCOME_RETURNED, 2},
    {OUTCOME_IN_PART,  2},
    {OUTCOME_MISSING,  3},
    {OUTCOME_OPEN,     3},
    {OUTCOME_PENDING,  4},
    {OUTCOME_UNKNOWN,  5},
};

static void add_finding(const Finding *f, int32_t *sums)
{
    if (f->outcome == OUTCOME_GONE) {
        sums[0]++;
        sums[f->duty == DUTY_REPORT ? 6 : 4]++;
    }
    for (size_t i = 0; i < COUNT(counted); i++) {
        if (counted[i].outcome != f->outcome) continue;
        sums[0]++;
        sums[counted[i].number]++;
    }
}

static void sums(NaiveUnit *u, UnitTopic topic, DutyKind duty)
{
    int32_t sums[UNIT_NUMBERS] = {0};
    for (uint32_t p = 0; p < u->r->person_count; p++) {
        if (!naive_unit_asked(u, (PersonId){p})) continue;
        const Verdict *v = naive_unit_verdict(u, (PersonId){p});
        for (uint32_t i = 0; i < v->count; i++) {
            if (v->findings[i].duty == duty) add_finding(&v->findings[i], sums);
        }
    }
    if (sums[0] == 0) return;
    UnitLine *line =
        naive_unit_say(u, topic, UNIT_COUNTED, COLOUR_NOTED,
                       naive_unit_clause(u, supervises, NO_UNIT), u->ask.unit);
    for (int k = 0; k < UNIT_NUMBERS; k++)
        line->numbers[k] = sums[k];
}

void naive_unit_work(NaiveUnit *u)
{
    sums(u, UNIT_TOPIC_REPORTS, DUTY_REPORT);
    sums(u, UNIT_TOPIC_TASKS, DUTY_TASKS);
}

/* ---- 5.12 -----------------------------------------------------------------
 */

static ClauseId review_clause(const NaiveUnit *u, PersonId person)
{
    uint32_t count = 0;
    const ClauseId *all = law_clauses(u->view->day, &count);
    for (uint32_t i = 0; i < count; i++) {
        const Clause *clause = corpus_clause(u->corpus, all[i]);
        const Sentence *s = clause->sentence;
        if (clause->act == ACT_DUTY && s->pred == PRED_DO &&
            s->verb == VERB_VERIFY && naive_names_superior(s->who) &&
            naive_names_reports(s->object) &&
            naive_unit_reached_by(u, all[i], person))
            return all[i];
    }
    return NO_CLAUSE;
}

/* The hour by which the clause wants it done; -1: it says none. */
static int hour_of(const NaiveUnit *u, ClauseId by)
{
    const Sentence *s = corpus_clause(u->corpus, by)->sentence;
    for (uint32_t i = 0; i < s->tail_count; i++) {
        if (s->tails[i].kind == TAIL_DEADLINE)
            return naive_clock_end(&s->tails[i]);
    }
    return -1;
}

/* Behind the next day, or the first such hour from when the report came. */
static Instant overdue_at(const NaiveUnit *u, ClauseId by, Date day,
                          const Told *report)
{
    int hour = hour_of(u, by);
    int64_t came = report->minute / 1440 - day.days;
    if (hour < 0)
        return zone_instant(
            u->view->zone, date_plus(day, came > 0 ? (int32_t)came + 2 : 2), 0);
    while (report->minute > (int64_t)day.days * 1440 + hour)
        day = date_plus(day, 1);
    return zone_instant(u->view->zone, day, hour);
}

static void review(NaiveUnit *u, PersonId person, ClauseId by, int back)
{
    Date day = date_plus(u->date, -back);
    const Told *report = NULL;
    for (size_t i = 0; i < u->count; i++) {
        const Told *t = &u->told[i];
        if (naive_unit_own(u, t, FACT_REPORT, person, day) &&
            (report == NULL || t->minute >= report->minute))
            report = t;
    }
    for (size_t i = 0; report != NULL && i < u->count; i++) {
        if (naive_unit_own(u, &u->told[i], FACT_REVIEW, person, day) &&
            fact_id_is(u->told[i].fact->about, report->fact->id))
            return;
    }
    if (report == NULL) return;
    bool early = u->view->now.us < overdue_at(u, by, day, report).us;
    UnitLine *line = naive_unit_say(
        u, UNIT_TOPIC_REVIEW, early ? UNIT_TO_REVIEW : UNIT_OVERDUE,
        early ? COLOUR_PENDING : COLOUR_NOTED, by, NO_UNIT);
    line->person = person;
    line->numbers[0] = back;
    naive_unit_cite(line, report);
}

void naive_unit_reviews(NaiveUnit *u)
{
    for (uint32_t p = 0; p < u->r->person_count; p++) {
        PersonId person = {p};
        if (!naive_unit_asked(u, person)) continue;
        ClauseId by = review_clause(u, person);
        for (int back = 14; by.index != NO_INDEX && back >= 0; back--)
            review(u, person, by, back);
    }
}

/* ---- 5.13 -----------------------------------------------------------------
 */

static bool holds(const NaiveUnit *u, uint32_t letter, Date day)
{
    return letter_holds(&u->corpus->letters[letter], day);
}

static bool reaches_anybody(const NaiveUnit *u, uint32_t letter)
{
    uint32_t count = 0;
    const ClauseId *all = law_clauses(u->view->day, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (corpus_clause(u->corpus, all[i])->letter == letter &&
            naive_unit_reaches(u, all[i], NO_UNIT))
            return true;
    }
    return false;
}

/* Days from the date on on which the letter holds; more than 8 are as 9. */
static void endings(NaiveUnit *u)
{
    for (uint32_t l = 0; l < u->corpus->letter_count; l++) {
        int32_t days = 0;
        while (days < 9 && holds(u, l, date_plus(u->date, days)))
            days++;
        if (days == 0 || days > 8 || !reaches_anybody(u, l)) continue;
        UnitLine *line = naive_unit_say(u, UNIT_TOPIC_REMINDER, UNIT_EVALUATE,
                                        COLOUR_NOTED, NO_CLAUSE, NO_UNIT);
        line->thing = l;
        line->numbers[0] = days - 1;
    }
}

static bool rests_on(const Letter *letter, Str number)
{
    for (uint32_t i = 0; i < letter->relation_count; i++) {
        const Relation *relation = &letter->relations[i];
        if (relation->kind == RELATION_BASED && number.len > 0 &&
            str_folded_is(relation->to.number, number))
            return true;
    }
    return false;
}

static void basis(NaiveUnit *u, const Told *t)
{
    for (uint32_t l = 0; l < u->corpus->letter_count; l++) {
        if (!holds(u, l, u->date) ||
            !rests_on(u->corpus->letters[l].tree, t->fact->thing))
            continue;
        UnitLine *line = naive_unit_say(u, UNIT_TOPIC_REMINDER, UNIT_BASIS,
                                        COLOUR_NOTED, NO_CLAUSE, NO_UNIT);
        line->thing = l;
        naive_unit_cite(line, t);
    }
}

static void changes(NaiveUnit *u)
{
    UnitId unit = u->ask.unit;
    if (unit.index == NO_INDEX) unit = u->r->people[u->ask.superior.index].unit;
    for (; unit.index != NO_INDEX; unit = u->r->units[unit.index].parent) {
        for (int back = 13; back >= 0; back--) {
            for (size_t i = 0; i < u->count; i++) {
                if (naive_unit_node(u, &u->told[i], FACT_NOTICE, unit,
                                    date_plus(u->date, -back)))
                    basis(u, &u->told[i]);
            }
        }
    }
}

static bool limits_trips(const Sentence *s)
{
    return s->pred == PRED_STATE && s->verb == STATE_LIMITED &&
           naive_names(s->who, THING_TRAVEL);
}

static ClauseId trips_clause(const NaiveUnit *u, PersonId person)
{
    uint32_t count = 0;
    const ClauseId *all = law_clauses(u->view->day, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (limits_trips(corpus_clause(u->corpus, all[i])->sentence) &&
            naive_unit_reached_by(u, all[i], person))
            return all[i];
    }
    return NO_CLAUSE;
}

static bool has_reported(const NaiveUnit *u, PersonId person, Date from)
{
    for (size_t i = 0; i < u->count; i++) {
        for (Date d = from; !date_before(u->date, d); d = date_plus(d, 1)) {
            if (naive_unit_own(u, &u->told[i], FACT_REPORT, person, d))
                return true;
        }
    }
    return false;
}

static void trip(NaiveUnit *u, PersonId person, int back)
{
    Date ended = date_plus(u->date, -back);
    const Told *last = NULL;
    for (size_t i = 0; i < u->count; i++) {
        const Told *t = &u->told[i];
        if (!naive_unit_own(u, t, FACT_TRIP, person, ended) ||
            !date_is(t->fact->days.last, ended))
            continue;
        const Told *said = naive_unit_decision(u, t, NO_UNIT, person, ended);
        if (said != NULL && str_is(said->word, STR("setuju"))) last = t;
    }
    if (last == NULL || has_reported(u, person, ended)) return;
    UnitLine *line =
        naive_unit_say(u, UNIT_TOPIC_REMINDER, UNIT_TRIP_REPORT, COLOUR_NOTED,
                       trips_clause(u, person), NO_UNIT);
    line->person = person;
    line->numbers[0] = back;
    naive_unit_cite(line, last);
}

void naive_unit_reminders(NaiveUnit *u)
{
    endings(u);
    changes(u);
    for (uint32_t p = 0; p < u->r->person_count; p++) {
        for (int back = 3; naive_unit_asked(u, (PersonId){p}) && back > 0;
             back--)
            trip(u, (PersonId){p}, back);
    }
}
