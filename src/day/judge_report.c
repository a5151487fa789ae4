/* SPDX-License-Identifier: Apache-2.0 */
#include "day/judge.h"

/* Reports and their review: docs/day.md, sections 4.2 and 4.3. */

/* A report that counts for one clause: of the day, or of the week or month. */
typedef struct {
    const Entry *entry;
    int minute; /* from 00.00 of the day that is judged */
    Date day;
} Found;

static bool was_returned(const Judge *there, FactId report)
{
    const Entry *e;
    for (uint32_t at = 0; (e = judge_entry(there, FACT_REVIEW, &at));) {
        if (fact_id_is(e->fact->about, report) && entry_says(e, "kembalikan"))
            return true;
    }
    return false;
}

/* The report before it that it mends; or NULL. */
static const Entry *mended_by(const Judge *there, const Entry *report)
{
    const Entry *e;
    for (uint32_t at = 0; (e = judge_entry(there, FACT_REPORT, &at));) {
        if (e >= report) return NULL;
        if (fact_id_is(e->fact->id, report->fact->about))
            return was_returned(there, e->fact->id) ? e : NULL;
    }
    return NULL;
}

/* Who mends what was sent back is not late by that. */
static int counted_minute(const Judge *there, const Entry *report)
{
    const Entry *old;
    while ((old = mended_by(there, report)) != NULL)
        report = old;
    return report->minute;
}

/* Another day of the same person, with its own thread. */
static Judge on_day(const Judge *j, Date day)
{
    Judge other = *j;
    other.thread = daybook_person(j->view->book, j->person, day);
    return other;
}

static Found last_on(const Judge *j, Date day)
{
    Judge there = on_day(j, day);
    Found found = {NULL, 0, day};
    const Entry *e;
    int shift = (day.days - j->sheet->day.days) * DAY_MINUTES;
    for (uint32_t at = 0; (e = judge_entry(&there, FACT_REPORT, &at));) {
        if (found.entry == NULL || e->minute + shift >= found.minute)
            found = (Found){e, e->minute + shift, day};
    }
    return found;
}

static Window stretch_of(Date day, Rhythm rhythm)
{
    if (rhythm == RHYTHM_DAILY) return (Window){day, day};
    if (rhythm == RHYTHM_WEEKLY) {
        Date monday = date_plus(day, -(int32_t)date_weekday(day));
        return (Window){monday, date_plus(monday, 6)};
    }
    Civil c = date_civil(day);
    Date first = date_plus(day, 1 - c.day), next;
    CHECK(date_of(c.year + c.month / 12, c.month % 12 + 1, 1, &next));
    return (Window){first, date_plus(next, -1)};
}

static Found last_in(const Judge *j, Rhythm rhythm)
{
    Window days = stretch_of(j->sheet->day, rhythm);
    Found best = {0};
    for (Date day = days.first; !date_before(days.last, day);
         day = date_plus(day, 1)) {
        Found found = last_on(j, day);
        if (found.entry != NULL &&
            (best.entry == NULL || found.minute >= best.minute))
            best = found;
    }
    return best;
}

/* ---- one clause --------------------------------------------------------- */

typedef struct {
    ClauseId by;
    Strength strength;
    int due;
    Rhythm rhythm;
    uint32_t channels;
    const Entry *set_by; /* the head's rhythm, cited first; or NULL */
} Asked;

static void say(Judge *j, const Asked *a, Outcome outcome, int32_t minutes,
                const Entry *report, const Entry *review)
{
    Cited cited = {0};
    cite_entry(&cited, a->set_by);
    cite_entry(&cited, report);
    cite_entry(&cited, review);
    judge_add(j, DUTY_REPORT, outcome, a->strength, a->by, minutes, cited);
}

static void say_none(Judge *j, const Asked *a)
{
    Outcome outcome = OUTCOME_MISSING;
    if (judge_down(j, a->due - HALF_HOUR, a->due))
        outcome = OUTCOME_UNKNOWN;
    else if (judge_before(j, a->due))
        outcome = OUTCOME_PENDING;
    say(j, a, outcome, 0, NULL, NULL);
}

static void say_found(Judge *j, const Asked *a, const Found *r)
{
    Judge there = on_day(j, r->day);
    int shift = (r->day.days - j->sheet->day.days) * DAY_MINUTES;
    int minute = counted_minute(&there, r->entry) + shift;
    const Entry *review =
        judge_about_last(&there, FACT_REVIEW, r->entry->fact->id);
    if (review != NULL && entry_says(review, "kembalikan")) {
        say(j, a, OUTCOME_RETURNED, 0, r->entry, review);
    } else if (minute > a->due) {
        bool down = judge_down(j, a->due - HALF_HOUR, a->due);
        say(j, a, down ? OUTCOME_UNKNOWN : OUTCOME_LATE,
            down ? 0 : minute - a->due, r->entry, NULL);
    } else {
        say(j, a, review != NULL ? OUTCOME_ACCEPTED : OUTCOME_IN, 0, r->entry,
            review);
    }
}

static void judge_asked(Judge *of_day, const Asked *a)
{
    Judge whole = judge_over(of_day, stretch_of(of_day->sheet->day, a->rhythm));
    Judge *j = &whole;
    Found r = last_in(j, a->rhythm);
    if (r.entry == NULL) {
        say_none(j, a);
        return;
    }
    say_found(j, a, &r);
    if (a->channels != 0 && (a->channels >> r.entry->fact->channel & 1) == 0)
        say(j, a, OUTCOME_OTHER_CHANNEL, 0, r.entry, NULL);
}

/* ---- the head's rhythm -------------------------------------------------- */

static const Entry *last_rhythm(const Judge *j, UnitId unit)
{
    Thread thread = daybook_unit(j->view->book, unit, j->sheet->day);
    const Entry *last = NULL;
    for (uint32_t i = 0; i < thread.count; i++) {
        const Entry *e = &thread.entries[i];
        if (e->fact->kind == FACT_RHYTHM && !e->struck) last = e;
    }
    return last;
}

/* Of the person's unit, else of the nearest one above that has any. */
static const Entry *rhythm_of(const Judge *j)
{
    const Register *r = j->sheet->corpus->r;
    UnitId unit = r->people[j->person.index].unit;
    while (unit.index != NO_INDEX) {
        const Entry *e = last_rhythm(j, unit);
        if (e != NULL) return e;
        unit = r->units[unit.index].parent;
    }
    return NULL;
}

static uint32_t listed_channels(Str list)
{
    uint32_t channels = 0;
    Str word;
    while (str_next(&list, '|', &word)) {
        word = str_trim(word);
        channels |= duty_channels(&word, 1);
    }
    return channels;
}

static Rhythm rhythm_said(const Entry *e)
{
    if (entry_says(e, "mingguan")) return RHYTHM_WEEKLY;
    return entry_says(e, "bulanan") ? RHYTHM_MONTHLY : RHYTHM_DAILY;
}

/* No other day of the stretch is left on which they work and the letter
 * holds. */
static bool is_last_day(const Judge *j, ClauseId by, Rhythm rhythm)
{
    const Corpus *c = j->sheet->corpus;
    const CorpusLetter *letter = &c->letters[corpus_clause(c, by)->letter];
    Window days = stretch_of(j->sheet->day, rhythm);
    for (Date day = date_plus(j->sheet->day, 1); !date_before(days.last, day);
         day = date_plus(day, 1)) {
        if (letter_holds(letter, day) &&
            person_is_active(c->r, j->person, day) &&
            calendar_works(c->calendar, j->expected->week, day, c->known))
            return false;
    }
    return true;
}

static bool is_due_today(const Judge *j, const Duty *d, Rhythm rhythm)
{
    return rhythm == RHYTHM_DAILY || is_last_day(j, d->by, rhythm);
}

static bool ask_rhythm(const Judge *j, const Duty *d, Asked *out)
{
    const Entry *e = rhythm_of(j);
    if (e == NULL || !is_due_today(j, d, rhythm_said(e))) return false;
    *out = (Asked){
        .by = d->by,
        .strength = STRENGTH_MUST,
        .due = e->fact->to >= 0 ? e->fact->to : j->sheet->hours.report_due,
        .rhythm = rhythm_said(e),
        .channels = listed_channels(e->fact->list),
        .set_by = e,
    };
    return true;
}

/* ---- all of them -------------------------------------------------------- */

static bool ask_duty(const Judge *j, const Duty *d, Asked *out)
{
    if (!is_due_today(j, d, d->rhythm)) return false;
    *out = (Asked){
        .by = d->by,
        .strength = d->strength,
        .due = d->due >= 0 ? d->due : j->sheet->hours.report_due,
        .rhythm = d->rhythm,
        .channels = d->channels,
    };
    return true;
}

/* The next report that is owed that day, from the duty *i on. */
static bool next_asked(const Judge *j, uint32_t *i, Asked *out)
{
    while (*i < j->sheet->duty_count) {
        uint32_t at = (*i)++;
        const Duty *d = &j->sheet->duties[at];
        if (d->kind != DUTY_REPORT ||
            judge_owed(j, DUTY_REPORT, d->part, &at) != d)
            continue;
        if (d->part == PART_RHYTHM ? ask_rhythm(j, d, out)
                                   : ask_duty(j, d, out))
            return true;
    }
    return false;
}

void judge_report(Judge *j)
{
    Asked asked;
    for (uint32_t i = 0; next_asked(j, &i, &asked);)
        judge_asked(j, &asked);
}

int judge_report_due(const Judge *j, Rhythm *rhythm)
{
    Asked asked;
    int due = UNSAID;
    for (uint32_t i = 0; next_asked(j, &i, &asked);) {
        if (due != UNSAID && asked.due >= due) continue;
        due = asked.due;
        *rhythm = asked.rhythm;
    }
    return due;
}

/* An hour of the clause is that of the day on which the report came, or of the
 * next when it came later. */
int judge_review_over(const Duty *duty, const Entry *report)
{
    int came = report->minute / DAY_MINUTES;
    int day = (came > 0 ? came : 0) * DAY_MINUTES;
    if (duty->due < 0) return day + 2 * DAY_MINUTES;
    int over = day + duty->due;
    return report->minute > over ? over + DAY_MINUTES : over;
}

void judge_review(Judge *j)
{
    const Duty *d;
    Found r = last_on(j, j->sheet->day);
    if (r.entry == NULL) return;
    const Entry *review = judge_about_last(j, FACT_REVIEW, r.entry->fact->id);
    for (uint32_t at = 0; (d = judge_owed(j, DUTY_REVIEW, PART_OWED, &at));) {
        int over = judge_review_over(d, r.entry);
        Cited cited = {0};
        cite_entry(&cited, r.entry);
        cite_entry(&cited, review);
        Outcome outcome = OUTCOME_REVIEWED;
        if (review == NULL)
            outcome =
                judge_before(j, over) ? OUTCOME_PENDING : OUTCOME_NOT_REVIEWED;
        judge_add(j, DUTY_REVIEW, outcome, d->strength, d->by, 0, cited);
    }
}
