/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/build.h"

/*
 * When a clause holds: the days of its rule, of its frame and of its tail, each
 * inside of the others, with the hours at which they begin and end.
 */

/* The one period in which a status holds; several need sentences apart. */
static Window status_window(Build *b, const Clause *clause, const When *when)
{
    const Register *r = b->corpus->r;
    Window found = {DATE_NEVER, DATE_ALWAYS};
    uint32_t count = 0;
    for (uint32_t i = 0; i < r->status_count; i++) {
        const AreaStatus *status = &r->statuses[i];
        if (date_before(b->corpus->known, status->known) ||
            !str_folded_is(status->status, when->status) ||
            (when->area.len > 0 && !str_folded_is(status->area, when->area)))
            continue;
        found = status->window;
        count++;
    }
    if (count > 1)
        build_say(b, DIAG_ERROR, "hukum-05", clause->letter, when->span,
                  STR("status ini berlaku pada beberapa masa; tulis satu "
                      "kalimat untuk tiap masa"),
                  STR("this status holds in several periods; write a sentence "
                      "for each"));
    return found;
}

/* "Selama Ramadan": the statuses of that name ("Ramadan 1447 H"), of any area;
 * while none is known it does not hold. */
static void narrow_ramadan(Build *b, Clause *clause)
{
    const Register *r = b->corpus->r;
    VEC(Window) spans = {0};
    Str word = STR("Ramadan");
    for (uint32_t i = 0; i < r->status_count; i++) {
        const AreaStatus *status = &r->statuses[i];
        if (!date_before(b->corpus->known, status->known) &&
            str_folded_is(str_slice(status->status, 0, word.len), word))
            VEC_PUSH(b->arena, &spans, status->window);
    }
    clause->under_status = true;
    clause->spans = spans.at;
    clause->span_count = (uint32_t)spans.count;
}

/* The later beginning and the earlier end, each with its hour. */
static void narrow_window(Clause *clause, const When *when)
{
    Window own = clause->window, w = when->window;
    bool later = date_before(own.first, w.first);
    bool sooner = date_before(w.last, own.last);
    if (later ||
        (date_is(own.first, w.first) && when->from_minute > clause->starts_at))
        clause->starts_at = when->from_minute;
    if (sooner ||
        (date_is(own.last, w.last) && when->last_minute >= 0 &&
         (clause->ends_at < 0 || when->last_minute < clause->ends_at)))
        clause->ends_at = when->last_minute;
    clause->window = window_meet(own, w);
}

static void narrow_when(Build *b, Clause *clause, const When *when)
{
    if (!when->given) return;
    if (str_folded_is(when->period, STR("Ramadan"))) narrow_ramadan(b, clause);
    narrow_window(clause, when);
    if (when->status.len > 0)
        clause->window =
            window_meet(clause->window, status_window(b, clause, when));
    if (when->weekdays != 0) clause->weekdays = when->weekdays;
    if (when->date_count > 0) {
        clause->dates = when->dates;
        clause->date_count = when->date_count;
    }
}

void clause_take_when(Build *b, Clause *clause)
{
    const Sentence *s = clause->sentence;
    narrow_when(b, clause, &clause->rule->valid);
    for (uint32_t i = 0; i < s->frame_count; i++) {
        if (s->frames[i].kind == FRAME_WHEN)
            narrow_when(b, clause, &s->frames[i].when);
    }
    const Tail *tail = clause_tail(s, TAIL_WHEN);
    if (tail != NULL) narrow_when(b, clause, &tail->when);
}
