/* SPDX-License-Identifier: Apache-2.0 */
#include "day/effects.h"

#include "register/extend.h"

#include <stdlib.h>

typedef struct {
    Arena *arena;
    const Register *r;
    const Fact **by_id, **by_about; /* each fact once; in these orders */
    size_t count;
    VEC(Absence) absences;
    VEC(Mark) marks;
    VEC(Event) events;
    VEC(AreaStatus) statuses;
    Err *err;
} Effects;

/* ---- the facts, and what is said about them ----------------------------- */

static int order_of_id(const void *a, const void *b)
{
    const Fact *x = *(const Fact *const *)a, *y = *(const Fact *const *)b;
    int order = fact_id_order(x->id, y->id);
    if (order != 0) return order;
    return x->received.us < y->received.us ? -1
                                           : x->received.us > y->received.us;
}

static int order_of_about(const void *a, const void *b)
{
    const Fact *x = *(const Fact *const *)a, *y = *(const Fact *const *)b;
    int order = fact_id_order(x->about, y->about);
    Instant when_x = fact_when(x), when_y = fact_when(y);
    if (order != 0) return order;
    if (when_x.us != when_y.us) return when_x.us < when_y.us ? -1 : 1;
    return fact_id_order(x->id, y->id);
}

static void gather(Effects *e, const Fact *facts, size_t count)
{
    e->by_id = NEW(e->arena, const Fact *, count + 1);
    e->by_about = NEW(e->arena, const Fact *, count + 1);
    for (size_t i = 0; i < count; i++)
        e->by_id[i] = &facts[i];
    if (count > 0)
        qsort(e->by_id, count, sizeof *e->by_id, /* NOLINT(bugprone-sizeof-*) */
              order_of_id);
    for (size_t i = 0; i < count; i++) {
        if (e->count > 0 &&
            fact_id_is(e->by_id[e->count - 1]->id, e->by_id[i]->id))
            continue;
        e->by_id[e->count++] = e->by_id[i];
    }
    for (size_t i = 0; i < e->count; i++)
        e->by_about[i] = e->by_id[i];
    if (e->count > 0)
        qsort(e->by_about, e->count,
              sizeof *e->by_about, /* NOLINT(bugprone-sizeof-*) */
              order_of_about);
}

/* The run of facts about an id: [from, to). */
static size_t first_about(const Effects *e, FactId id)
{
    size_t low = 0, high = e->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (fact_id_order(e->by_about[middle]->about, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

enum { CHAIN_MOST = 8 };

/* Is there a correction about it that takes it out and itself stands? The
 * last correction that stands decides. */
static bool is_out(const Effects *e, FactId id, int depth)
{
    size_t i = first_about(e, id), end = i;
    while (end < e->count && fact_id_is(e->by_about[end]->about, id))
        end++;
    while (end-- > i) {
        const Fact *f = e->by_about[end];
        if (f->kind != FACT_CORRECTION) continue;
        if (depth > 0 && is_out(e, f->id, depth - 1)) continue;
        return str_is(f->word, STR("batal"));
    }
    return false;
}

/* The last fact of the kind about the id that stands; or NULL. */
static const Fact *last_about(const Effects *e, FactKind kind, FactId id)
{
    const Fact *last = NULL;
    for (size_t i = first_about(e, id);
         i < e->count && fact_id_is(e->by_about[i]->about, id); i++) {
        const Fact *f = e->by_about[i];
        if (f->kind == kind && !is_out(e, f->id, CHAIN_MOST)) last = f;
    }
    return last;
}

/* ---- codes -------------------------------------------------------------- */

static bool find(Effects *e, const Map *codes, Str code, const char *what_en,
                 const char *what_id, uint32_t *out)
{
    uint32_t at = map_find(codes, code);
    if (at == NO_INDEX) {
        (void)FAIL(e->err, ERR_INPUT, "no %s has the code '%.*s'", what_en,
                   STR_ARG(code));
        return err_id(e->err, "tidak ada %s berkode '%.*s'", what_id,
                      STR_ARG(code));
    }
    *out = at;
    return true;
}

static bool find_person(Effects *e, Str code, PersonId *out)
{
    return find(e, &e->r->person_codes, code, "person", "pegawai", &out->index);
}

static Date known_from(const Fact *f)
{
    return f->received.us == 0 ? f->day : zone_day(f->zone, f->received);
}

/* ---- events ------------------------------------------------------------- */

static Event event_of(EventKind kind, const Fact *f)
{
    return (Event){
        .kind = kind,
        .unit = NO_UNIT,
        .person = NO_PERSON,
        .window = f->days,
        .from = -1,
        .to = -1,
        .known = known_from(f),
        .reason = f->text,
        .priority = f->priority,
        .urgency = f->urgency,
    };
}

static bool add_person_event(Effects *e, Event event, Str code)
{
    if (!find_person(e, code, &event.person)) return false;
    VEC_PUSH(e->arena, &e->events, event);
    return true;
}

static bool take_recall(Effects *e, const Fact *f)
{
    return add_person_event(e, event_of(EVENT_RECALL, f), f->person);
}

/* Approved requests are known from the decision. */
static bool decided(const Effects *e, const Fact *f, Event *event)
{
    const Fact *decision = last_about(e, FACT_DECISION, f->id);
    if (decision == NULL || !str_is(decision->word, STR("setuju")))
        return false;
    event->known = known_from(decision);
    event->approved_by = decision->actor;
    return true;
}

static bool take_meeting(Effects *e, const Fact *f)
{
    Event event = event_of(EVENT_MEETING, f);
    Str rest = f->list, code;
    event.from = f->from;
    event.to = f->to;
    if (!str_is(f->word, STR("tatap muka")) || !decided(e, f, &event))
        return true;
    while (str_next(&rest, '|', &code)) {
        if (!add_person_event(e, event, str_trim(code))) return false;
    }
    return true;
}

static bool take_visit(Effects *e, const Fact *f)
{
    Event event = event_of(EVENT_VISIT, f);
    event.from = f->from;
    event.to = f->to;
    return !decided(e, f, &event) || add_person_event(e, event, f->person);
}

static bool take_trip(Effects *e, const Fact *f)
{
    Event event = event_of(EVENT_TRIP, f);
    return !decided(e, f, &event) || add_person_event(e, event, f->person);
}

static bool take_unit_event(Effects *e, EventKind kind, const Fact *f)
{
    Event event = event_of(kind, f);
    if (!find(e, &e->r->unit_codes, f->unit, "unit", "unit", &event.unit.index))
        return false;
    VEC_PUSH(e->arena, &e->events, event);
    return true;
}

static bool take_closure(Effects *e, const Fact *f)
{
    return take_unit_event(e, EVENT_CLOSURE, f);
}

static bool take_reopening(Effects *e, const Fact *f)
{
    return take_unit_event(e, EVENT_REOPENING, f);
}

/* ---- leave, marks, statuses --------------------------------------------- */

static bool take_leave(Effects *e, const Fact *f)
{
    Absence a = {.window = f->days, .known = known_from(f)};
    const Fact *back = last_about(e, FACT_RETURN, f->id);
    if (!absence_kind_parse(f->word, &a.kind)) return true;
    if (back != NULL && !date_before(a.window.last, back->day))
        a.window.last = date_plus(back->day, -1);
    if (window_is_empty(a.window)) return true;
    if (!find_person(e, f->person, &a.person)) return false;
    VEC_PUSH(e->arena, &e->absences, a);
    return true;
}

static bool take_mark(Effects *e, const Fact *f)
{
    Mark m = {.name = f->thing, .window = f->days, .known = known_from(f)};
    if (!mark_effect_parse(f->word, &m.effect)) return true;
    if (!find_person(e, f->person, &m.person)) return false;
    VEC_PUSH(e->arena, &e->marks, m);
    return true;
}

static bool take_status(Effects *e, const Fact *f)
{
    AreaStatus status = {
        .status = f->thing,
        .area = f->text,
        .window = f->days,
        .known = known_from(f),
        .source = f->list,
    };
    VEC_PUSH(e->arena, &e->statuses, status);
    return true;
}

/* From its first day on the status holds no longer. */
static bool take_status_end(Effects *e, const Fact *f)
{
    for (size_t i = 0; i < e->statuses.count; i++) {
        AreaStatus *s = &e->statuses.at[i];
        if (str_folded_is(s->status, f->thing) &&
            str_folded_is(s->area, f->text) &&
            !date_before(s->window.last, f->days.first))
            s->window.last = date_plus(f->days.first, -1);
    }
    return true;
}

/* ---- all of them -------------------------------------------------------- */

/* One row a kind that changes the law; ends of statuses come after all
 * statuses. */
static const struct {
    FactKind kind;
    int round;
    bool (*take)(Effects *e, const Fact *fact);
} effects[] = {
    {FACT_RECALL,     0, take_recall    },
    {FACT_MEETING,    0, take_meeting   },
    {FACT_VISIT,      0, take_visit     },
    {FACT_TRIP,       0, take_trip      },
    {FACT_CLOSURE,    0, take_closure   },
    {FACT_REOPENING,  0, take_reopening },
    {FACT_LEAVE,      0, take_leave     },
    {FACT_MARK,       0, take_mark      },
    {FACT_STATUS,     0, take_status    },
    {FACT_STATUS_END, 1, take_status_end},
};

static bool take_fact(Effects *e, const Fact *f, int round)
{
    for (size_t k = 0; k < COUNT(effects); k++) {
        if (effects[k].kind != f->kind || effects[k].round != round) continue;
        return is_out(e, f->id, CHAIN_MOST) || effects[k].take(e, f);
    }
    return true;
}

static void start_from(Effects *e, const Register *r)
{
    for (uint32_t i = 0; i < r->absence_count; i++)
        VEC_PUSH(e->arena, &e->absences, r->absences[i]);
    for (uint32_t i = 0; i < r->mark_count; i++)
        VEC_PUSH(e->arena, &e->marks, r->marks[i]);
    for (uint32_t i = 0; i < r->event_count; i++)
        VEC_PUSH(e->arena, &e->events, r->events[i]);
    for (uint32_t i = 0; i < r->status_count; i++)
        VEC_PUSH(e->arena, &e->statuses, r->statuses[i]);
}

/* ---- facts that stand ---------------------------------------------------- */

static const Fact *const *standing(Arena *arena, const Fact *facts,
                                   size_t count, uint64_t kinds, bool approved,
                                   size_t *out_count)
{
    Effects e = {.arena = arena};
    gather(&e, facts, count);
    const Fact **out = NEW(arena, const Fact *, e.count + 1);
    *out_count = 0;
    for (size_t i = 0; i < e.count; i++) {
        const Fact *f = e.by_id[i];
        Event unused = {0};
        if ((kinds >> f->kind & 1) != 0 && !is_out(&e, f->id, CHAIN_MOST) &&
            (!approved || decided(&e, f, &unused)))
            out[(*out_count)++] = f;
    }
    return out;
}

const Fact *const *effects_standing(Arena *arena, const Fact *facts,
                                    size_t count, uint64_t kinds,
                                    size_t *out_count)
{
    return standing(arena, facts, count, kinds, false, out_count);
}

const Fact *const *effects_approved(Arena *arena, const Fact *facts,
                                    size_t count, uint64_t kinds,
                                    size_t *out_count)
{
    return standing(arena, facts, count, kinds, true, out_count);
}

/* ---- the register -------------------------------------------------------- */

static Register finished(Effects *e)
{
    RegisterRows rows = {
        .absences = e->absences.at,
        .marks = e->marks.at,
        .events = e->events.at,
        .statuses = e->statuses.at,
        .absence_count = (uint32_t)e->absences.count,
        .mark_count = (uint32_t)e->marks.count,
        .event_count = (uint32_t)e->events.count,
        .status_count = (uint32_t)e->statuses.count,
    };
    return register_with_rows(e->arena, e->r, &rows);
}

bool effects_apply(Arena *arena, const Register *r, const Fact *facts,
                   size_t count, Register *out, Err *err)
{
    Effects e = {.arena = arena, .r = r, .err = err};
    gather(&e, facts, count);
    start_from(&e, r);
    for (int round = 0; round < 2; round++) {
        for (size_t i = 0; i < e.count; i++) {
            if (!take_fact(&e, e.by_id[i], round)) return false;
        }
    }
    *out = finished(&e);
    return true;
}
