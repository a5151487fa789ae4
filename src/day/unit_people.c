/* SPDX-License-Identifier: Apache-2.0 */
#include "day/unit_part.h"

#include <string.h>

/* Silent people, work, reviews: docs/day.md, sections 5.9 to 5.12. */

enum { REVIEWS_BACK = 14 /* days whose reports are looked at */ };

/* ---- silent ------------------------------------------------------------- */

static void tell_silent(UnitMaking *m, UnitOutcome outcome, bool silent,
                        bool unreported)
{
    for (uint32_t i = 0; i < m->people_count; i++) {
        const UnitSeen *seen = unit_thread_seen(m, m->people[i]);
        if (seen->silent != silent || seen->unreported != unreported) continue;
        const Finding *f = silent ? &seen->presence : &seen->report;
        UnitLine line = unit_thread_line(UNIT_TOPIC_SILENT, outcome, NO_UNIT);
        line.person = m->people[i];
        line.by = f->by;
        line.colour = finding_colour(f);
        unit_thread_add(m, line);
    }
}

/* Who may have been silent: nobody can say it of them. */
static void tell_blank(UnitMaking *m, UnitOutcome outcome)
{
    for (uint32_t i = 0; i < m->people_count; i++) {
        const UnitSeen *seen = unit_thread_seen(m, m->people[i]);
        bool gone = outcome == UNIT_GONE;
        if (gone ? !seen->gone : !seen->down) continue;
        UnitLine line = unit_thread_line(UNIT_TOPIC_SILENT, outcome, NO_UNIT);
        line.person = m->people[i];
        line.by = seen->blank[gone].by;
        unit_thread_add(m, line);
    }
}

void unit_people_silent(UnitMaking *m)
{
    tell_silent(m, UNIT_NEITHER, true, true);
    tell_silent(m, UNIT_NO_CHECK_IN, true, false);
    tell_silent(m, UNIT_NO_REPORT, false, true);
    tell_blank(m, UNIT_UNKNOWN);
    tell_blank(m, UNIT_GONE);
}

/* ---- breaches ----------------------------------------------------------- */

static void tell_breach(UnitMaking *m, PersonId person, UnitOutcome outcome)
{
    const UnitSeen *seen = unit_thread_seen(m, person);
    size_t at = (size_t)(outcome - UNIT_BREACH_FIRST);
    const Finding *f = &seen->breaches[at];
    if (seen->breach_counts[at] == 0) return;
    UnitLine line = unit_thread_line(UNIT_TOPIC_BREACH, outcome, NO_UNIT);
    line.person = person;
    line.by = f->by;
    line.numbers[0] = seen->breach_counts[at];
    line.numbers[1] = f->minutes;
    memcpy(line.facts, f->facts, sizeof line.facts);
    unit_thread_add(m, line);
}

void unit_people_breaches(UnitMaking *m)
{
    for (int o = UNIT_BREACH_FIRST; o < UNIT_BREACH_END; o++) {
        for (uint32_t i = 0; i < m->people_count; i++)
            tell_breach(m, m->people[i], (UnitOutcome)o);
    }
}

/* ---- work --------------------------------------------------------------- */

static bool supervises(const Clause *clause)
{
    return clause->sentence->pred == PRED_DO &&
           clause->sentence->verb == VERB_SUPERVISE;
}

static void tell_sum(UnitMaking *m, UnitTopic topic, ClauseId by)
{
    UnitLine line = unit_thread_line(topic, UNIT_COUNTED, m->ask.unit);
    line.by = by;
    for (uint32_t i = 0; i < m->people_count; i++) {
        const UnitSeen *seen = unit_thread_seen(m, m->people[i]);
        const uint32_t *sums =
            topic == UNIT_TOPIC_REPORTS ? seen->reports : seen->tasks;
        for (size_t k = 0; k < UNIT_NUMBERS; k++)
            line.numbers[k] += (int32_t)sums[k];
    }
    if (line.numbers[0] > 0) unit_thread_add(m, line);
}

void unit_people_work(UnitMaking *m)
{
    ClauseId by = unit_thread_first(m, supervises, NO_UNIT);
    tell_sum(m, UNIT_TOPIC_REPORTS, by);
    tell_sum(m, UNIT_TOPIC_TASKS, by);
}

/* ---- reviews ------------------------------------------------------------ */

/* The duty by which the person's reports are reviewed; or NULL. */
static const Duty *review_of(const UnitMaking *m, PersonId person)
{
    const DutySheet *sheet = m->sheet;
    for (uint32_t i = 0; i < sheet->duty_count; i++) {
        const Duty *d = &sheet->duties[i];
        if (d->kind == DUTY_REVIEW && d->part == PART_OWED &&
            (sheet->owed[person.index] >> i & 1) != 0)
            return d;
    }
    return NULL;
}

static const Entry *last_report(const Judge *thread)
{
    const Entry *e, *last = NULL;
    for (uint32_t at = 0; (e = judge_entry(thread, FACT_REPORT, &at));) {
        if (last == NULL || e->minute >= last->minute) last = e;
    }
    return last;
}

static void tell_review(UnitMaking *m, PersonId person, const Duty *by,
                        int back)
{
    Judge thread = unit_thread_person(m, person, date_plus(m->day, -back));
    const Entry *report = last_report(&thread);
    Cited cited = {0};
    if (report == NULL ||
        judge_about_first(&thread, FACT_REVIEW, report->fact->id) != NULL)
        return;
    int over = judge_review_over(by, report) - back * DAY_MINUTES;
    bool due = !judge_before(&thread, over);
    UnitLine line = unit_thread_line(
        UNIT_TOPIC_REVIEW, due ? UNIT_OVERDUE : UNIT_TO_REVIEW, NO_UNIT);
    line.person = person;
    line.by = by->by;
    line.numbers[0] = back;
    cite_entry(&cited, report);
    unit_thread_cite(&line, cited);
    unit_thread_add(m, line);
}

void unit_people_review(UnitMaking *m)
{
    for (uint32_t i = 0; i < m->people_count; i++) {
        const Duty *by = review_of(m, m->people[i]);
        if (by == NULL) continue;
        for (int back = REVIEWS_BACK; back >= 0; back--)
            tell_review(m, m->people[i], by, back);
    }
}
