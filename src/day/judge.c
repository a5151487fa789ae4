/* SPDX-License-Identifier: Apache-2.0 */
#include "day/judge.h"

/* ---- findings ----------------------------------------------------------- */

void cite_fact(Cited *cited, const Fact *fact)
{
    if (fact != NULL && cited->count < FINDING_FACTS)
        cited->at[cited->count++] = fact->id;
}

void cite_entry(Cited *cited, const Entry *entry)
{
    if (entry == NULL) return;
    cite_fact(cited, entry->fact);
    cite_fact(cited, entry->corrected_by);
}

void judge_add(Judge *j, DutyKind duty, Outcome outcome, Strength strength,
               ClauseId by, int32_t minutes, Cited cited)
{
    Verdict *out = j->out;
    if (out->count == FINDINGS_MOST) {
        out->more = true;
        return;
    }
    Finding *f = &out->findings[out->count++];
    if (j->gap != NULL && !outcome_stands(outcome)) {
        *f = (Finding){duty, OUTCOME_GONE, strength, by, 0, {j->gap->id}};
        return;
    }
    *f = (Finding){duty, outcome, strength, by, minutes, {{{0}}}};
    for (uint32_t i = 0; i < cited.count; i++)
        f->facts[i] = cited.at[i];
}

Judge judge_over(const Judge *j, Window days)
{
    Judge over = *j;
    for (Date day = days.first;
         over.gap == NULL && !date_before(days.last, day);
         day = date_plus(day, 1))
        over.gap = daybook_gap(j->view->book, j->person, day);
    return over;
}

/* ---- duties ------------------------------------------------------------- */

static bool is_owed(const Judge *j, uint32_t i)
{
    return (j->owed >> i & 1) != 0 &&
           duty_owed(&j->sheet->duties[i], j->letter, j->recalled);
}

/* A clause that gave several duties, of which several hold, counts once. */
static bool same_before(const Judge *j, uint32_t i)
{
    const Duty *d = &j->sheet->duties[i];
    for (uint32_t k = i; k-- > 0;) {
        const Duty *e = &j->sheet->duties[k];
        if (e->by.index != d->by.index) return false;
        if (e->kind == d->kind && e->part == d->part && e->from == d->from &&
            e->to == d->to && is_owed(j, k))
            return true;
    }
    return false;
}

const Duty *judge_owed(const Judge *j, DutyKind kind, DutyPart part,
                       uint32_t *at)
{
    while (*at < j->sheet->duty_count) {
        uint32_t i = (*at)++;
        const Duty *d = &j->sheet->duties[i];
        if (d->kind == kind && d->part == part && is_owed(j, i) &&
            !same_before(j, i))
            return d;
    }
    return NULL;
}

const Duty *judge_first_owed(const Judge *j, DutyKind kind, DutyPart part)
{
    uint32_t at = 0;
    return judge_owed(j, kind, part, &at);
}

/* ---- time --------------------------------------------------------------- */

bool judge_down(const Judge *j, int from, int to)
{
    return daybook_down(j->view->book, j->view->zone, j->sheet->day, from, to);
}

static const int64_t minute_us = 60000000;

bool judge_before(const Judge *j, int minute)
{
    Instant midnight = zone_instant(j->view->zone, j->sheet->day, 0);
    return j->view->now.us < midnight.us + minute * minute_us;
}

int judge_now(const Judge *j)
{
    Instant midnight = zone_instant(j->view->zone, j->sheet->day, 0);
    int64_t us = j->view->now.us - midnight.us, whole = us / minute_us;
    if (us < 0 && us % minute_us != 0) whole--;
    if (whole < INT16_MIN) return INT16_MIN;
    return whole > INT16_MAX ? INT16_MAX : (int)whole;
}

/* ---- entries ------------------------------------------------------------ */

bool entry_says(const Entry *entry, const char *word)
{
    return str_is(entry->word, str_of(word));
}

const Entry *judge_entry(const Judge *j, FactKind kind, uint32_t *at)
{
    while (*at < j->thread.count) {
        const Entry *e = &j->thread.entries[(*at)++];
        if (e->fact->kind == kind && !e->struck) return e;
    }
    return NULL;
}

const Entry *judge_first(const Judge *j, FactKind kind)
{
    uint32_t at = 0;
    return judge_entry(j, kind, &at);
}

const Entry *judge_about_first(const Judge *j, FactKind kind, FactId about)
{
    const Entry *e;
    for (uint32_t at = 0; (e = judge_entry(j, kind, &at)) != NULL;) {
        if (fact_id_is(e->fact->about, about)) return e;
    }
    return NULL;
}

const Entry *judge_answer(const Judge *j, FactId call)
{
    const Entry *e, *first = NULL;
    for (uint32_t at = 0; (e = judge_entry(j, FACT_ANSWER, &at)) != NULL;) {
        if (fact_id_is(e->fact->about, call) &&
            (first == NULL || e->minute < first->minute))
            first = e;
    }
    return first;
}

const Entry *judge_about_last(const Judge *j, FactKind kind, FactId about)
{
    const Entry *e, *last = NULL;
    for (uint32_t at = 0; (e = judge_entry(j, kind, &at)) != NULL;) {
        if (fact_id_is(e->fact->about, about)) last = e;
    }
    return last;
}

bool judge_approved(const Judge *j, FactId asked)
{
    const Entry *e = judge_about_last(j, FACT_DECISION, asked);
    return e != NULL && entry_says(e, "setuju");
}

const Entry *judge_check_in(const Judge *j, const char *word)
{
    const Entry *e, *first = NULL;
    for (uint32_t at = 0; (e = judge_entry(j, FACT_CHECK_IN, &at)) != NULL;) {
        if (entry_says(e, word) && (first == NULL || e->minute < first->minute))
            first = e;
    }
    return first;
}
