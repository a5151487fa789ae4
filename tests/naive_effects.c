/* SPDX-License-Identifier: Apache-2.0 */
#include "naive_effects.h"

#include "base/vec.h"

#include <stdlib.h>

typedef VEC(Str) Lines;

typedef struct {
    Arena *arena;
    const Register *r;
    const Fact *facts;
    size_t count;
    Lines lines;
} Naive;

/* ---- section 2: one of each id, order, corrections ----------------------- */

static bool is_again(const Naive *n, size_t at)
{
    for (size_t i = 0; i < n->count; i++) {
        const Fact *f = &n->facts[i], *me = &n->facts[at];
        if (i == at || !fact_id_is(f->id, me->id)) continue;
        if (f->received.us < me->received.us) return true;
        if (f->received.us == me->received.us && i < at) return true;
    }
    return false;
}

static bool is_later(const Fact *a, const Fact *b)
{
    int64_t one = fact_when(a).us, two = fact_when(b).us;
    return one != two ? one > two : fact_id_order(a->id, b->id) > 0;
}

static bool is_kind_about(const Naive *n, size_t i, FactKind kind,
                          const Fact *about)
{
    const Fact *f = &n->facts[i];
    return f->kind == kind && f != about && fact_id_is(f->about, about->id) &&
           !is_again(n, i);
}

static const Fact *correction_of(const Naive *n, const Fact *fact);

static bool is_out(const Naive *n, const Fact *fact)
{
    const Fact *by = correction_of(n, fact);
    return by != NULL && str_is(by->word, STR("batal"));
}

/* "Ganti" about a correction changes nothing; one that was reached already,
 * being later, is not taken out any more. */
static bool may_correct(const Fact *by, const Fact *fact)
{
    return fact->kind != FACT_CORRECTION ||
           (str_is(by->word, STR("batal")) && is_later(by, fact));
}

/* The last correction of the fact that is not taken out itself, or NULL. */
static const Fact *correction_of(const Naive *n, const Fact *fact)
{
    const Fact *last = NULL;
    for (size_t i = 0; i < n->count; i++) {
        const Fact *f = &n->facts[i];
        if (is_kind_about(n, i, FACT_CORRECTION, fact) &&
            may_correct(f, fact) && (last == NULL || is_later(f, last)) &&
            correction_of(n, f) == NULL)
            last = f;
    }
    return last;
}

static Str word_of(const Naive *n, const Fact *fact)
{
    const Fact *by = correction_of(n, fact);
    return by != NULL && by->thing.len > 0 ? by->thing : fact->word;
}

static const Fact *last_of(const Naive *n, FactKind kind, const Fact *about)
{
    const Fact *last = NULL;
    for (size_t i = 0; i < n->count; i++) {
        const Fact *f = &n->facts[i];
        if (is_kind_about(n, i, kind, about) && !is_out(n, f) &&
            (last == NULL || is_later(f, last)))
            last = f;
    }
    return last;
}

/* ---- lines --------------------------------------------------------------- */

/* An empty window holds on no day: such a row says nothing. */
static void add(Naive *n, Window days, Str line)
{
    if (!window_is_empty(days))
        VEC_PUSH(n->arena, &n->lines,
                 str_format(n->arena, "%d..%d %.*s", days.first.days,
                            days.last.days, STR_ARG(line)));
}

static void add_event(Naive *n, const Event *e, Str code)
{
    Str kind = event_kind_word(e->kind);
    add(n, e->window,
        str_format(n->arena, "%.*s %.*s %d-%d known %d: %.*s, %.*s, %.*s, %.*s",
                   STR_ARG(kind), STR_ARG(code), e->from, e->to, e->known.days,
                   STR_ARG(e->reason), STR_ARG(e->priority),
                   STR_ARG(e->urgency), STR_ARG(e->approved_by)));
}

static void add_absence(Naive *n, const Absence *a, Str code)
{
    Str kind = absence_kind_word(a->kind);
    add(n, a->window,
        str_format(n->arena, "%.*s %.*s known %d urgent %d", STR_ARG(kind),
                   STR_ARG(code), a->known.days, a->urgent));
}

static void add_mark(Naive *n, const Mark *m, Str code)
{
    add(n, m->window,
        str_format(n->arena, "mark %d '%.*s' %.*s known %d", (int)m->effect,
                   STR_ARG(m->name), STR_ARG(code), m->known.days));
}

static void add_status(Naive *n, const AreaStatus *s, Window days)
{
    add(n, days,
        str_format(n->arena, "status %.*s in %.*s of %.*s known %d",
                   STR_ARG(s->status), STR_ARG(s->area), STR_ARG(s->source),
                   s->known.days));
}

static int by_text(const void *a, const void *b)
{
    return str_order(*(const Str *)a, *(const Str *)b);
}

static Str sorted(const Naive *n)
{
    Buf out = buf_in(n->arena);
    if (n->lines.count > 0)
        qsort(n->lines.at, n->lines.count, sizeof *n->lines.at, by_text);
    for (size_t i = 0; i < n->lines.count; i++)
        buf_format(&out, "%.*s\n", STR_ARG(n->lines.at[i]));
    return buf_str(&out);
}

/* ---- the register's own rows --------------------------------------------- */

static void add_own(Naive *n)
{
    const Register *r = n->r;
    for (uint32_t i = 0; i < r->absence_count; i++)
        add_absence(n, &r->absences[i],
                    r->people[r->absences[i].person.index].code);
    for (uint32_t i = 0; i < r->mark_count; i++)
        add_mark(n, &r->marks[i], r->people[r->marks[i].person.index].code);
    for (uint32_t i = 0; i < r->event_count; i++) {
        const Event *e = &r->events[i];
        bool unit = event_kind_is_of_unit(e->kind);
        add_event(n, e,
                  unit ? r->units[e->unit.index].code
                       : r->people[e->person.index].code);
    }
}

Str naive_effects_rows(Arena *arena, const Register *r)
{
    Naive n = {.arena = arena, .r = r};
    add_own(&n);
    for (uint32_t i = 0; i < r->status_count; i++)
        add_status(&n, &r->statuses[i], r->statuses[i].window);
    return sorted(&n);
}

/* ---- section 6 ----------------------------------------------------------- */

static Date known_of(const Fact *f)
{
    return f->received.us == 0 ? f->day : zone_day(f->zone, f->received);
}

static Event event_of(const Fact *f, EventKind kind)
{
    return (Event){.kind = kind,
                   .window = f->days,
                   .from = -1,
                   .to = -1,
                   .known = known_of(f),
                   .reason = f->text,
                   .priority = f->priority,
                   .urgency = f->urgency};
}

/* What has to be approved, and is: from the decision on. */
static void add_approved(Naive *n, const Fact *f, EventKind kind)
{
    Event e = event_of(f, kind);
    Str rest = f->list, code;
    const Fact *decision = last_of(n, FACT_DECISION, f);
    if (decision == NULL || !str_is(word_of(n, decision), STR("setuju")))
        return;
    e.known = known_of(decision);
    e.approved_by = decision->actor;
    if (kind != EVENT_TRIP) {
        e.from = f->from;
        e.to = f->to;
    }
    if (kind != EVENT_MEETING) add_event(n, &e, f->person);
    while (kind == EVENT_MEETING && str_next(&rest, '|', &code))
        add_event(n, &e, code);
}

static void add_leave(Naive *n, const Fact *f)
{
    Absence a = {
        .window = f->days, .known = known_of(f), .urgent = f->urgency.len != 0};
    const Fact *back = last_of(n, FACT_RETURN, f);
    if (!absence_kind_parse(word_of(n, f), &a.kind)) return;
    if (back != NULL && !date_before(a.window.last, back->day))
        a.window.last = date_plus(back->day, -1);
    add_absence(n, &a, f->person);
}

static void add_dated_mark(Naive *n, const Fact *f)
{
    Mark m = {.name = f->thing, .window = f->days, .known = known_of(f)};
    if (mark_effect_parse(word_of(n, f), &m.effect)) add_mark(n, &m, f->person);
}

static void add_effect(Naive *n, const Fact *f)
{
    Event closure = event_of(f, EVENT_CLOSURE);
    Event reopening = event_of(f, EVENT_REOPENING);
    Event recall = event_of(f, EVENT_RECALL);
    closure.cases = f->number == FACT_NO_NUMBER ? 0 : f->number;
    closure.ordered = str_is(word_of(n, f), STR("perintah"));
    if (f->kind == FACT_RECALL) add_event(n, &recall, f->person);
    if (f->kind == FACT_CLOSURE) add_event(n, &closure, f->unit);
    if (f->kind == FACT_REOPENING) add_event(n, &reopening, f->unit);
    if (f->kind == FACT_VISIT) add_approved(n, f, EVENT_VISIT);
    if (f->kind == FACT_TRIP) add_approved(n, f, EVENT_TRIP);
    if (f->kind == FACT_MEETING && str_is(word_of(n, f), STR("tatap muka")))
        add_approved(n, f, EVENT_MEETING);
    if (f->kind == FACT_LEAVE) add_leave(n, f);
    if (f->kind == FACT_MARK) add_dated_mark(n, f);
}

/* ---- statuses ------------------------------------------------------------ */

/* Its days, up to the first day without it. */
static void add_until_end(Naive *n, const AreaStatus *s)
{
    Window days = s->window;
    for (size_t i = 0; i < n->count; i++) {
        const Fact *f = &n->facts[i];
        if (f->kind != FACT_STATUS_END || is_again(n, i) || is_out(n, f) ||
            !str_is(f->thing, s->status) || !str_is(f->text, s->area) ||
            !window_has(s->window, f->days.first))
            continue;
        if (!date_before(days.last, f->days.first))
            days.last = date_plus(f->days.first, -1);
    }
    add_status(n, s, days);
}

static void add_statuses(Naive *n)
{
    for (uint32_t i = 0; i < n->r->status_count; i++)
        add_until_end(n, &n->r->statuses[i]);
    for (size_t i = 0; i < n->count; i++) {
        const Fact *f = &n->facts[i];
        AreaStatus s = {.status = f->thing,
                        .area = f->text,
                        .window = f->days,
                        .known = known_of(f),
                        .source = f->list};
        if (f->kind == FACT_STATUS && !is_again(n, i) && !is_out(n, f))
            add_until_end(n, &s);
    }
}

Str naive_effects(Arena *arena, const Register *r, const Fact *facts,
                  size_t count)
{
    Naive n = {.arena = arena, .r = r, .facts = facts, .count = count};
    add_own(&n);
    for (size_t i = 0; i < count; i++) {
        if (!is_again(&n, i) && !is_out(&n, &facts[i]))
            add_effect(&n, &facts[i]);
    }
    add_statuses(&n);
    return sorted(&n);
}
