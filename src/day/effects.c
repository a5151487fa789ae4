/* SPDX-License-Identifier: Apache-2.0 */
#include "day/effects.h"

#include "day/effects_part.h"
#include "register/extend.h"

typedef struct {
    Arena *arena;
    const Register *r;
    AllSaid said;
    VEC(Absence) absences;
    VEC(Mark) marks;
    VEC(Event) events;
    VEC(AreaStatus) statuses;
    Err *err;
} Effects;

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

static bool take_recall(Effects *e, const Said *s)
{
    const Fact *f = s->fact;
    return add_person_event(e, event_of(EVENT_RECALL, f), f->person);
}

/* Approved requests are known from the decision. */
static bool decided(const Effects *e, const Fact *f, Event *event)
{
    const Said *decision = effects_approval(&e->said, f->id);
    if (decision == NULL) return false;
    event->known = known_from(decision->fact);
    event->approved_by = decision->fact->actor;
    return true;
}

static bool take_meeting(Effects *e, const Said *s)
{
    const Fact *f = s->fact;
    Event event = event_of(EVENT_MEETING, f);
    Str rest = f->list, code;
    event.from = f->from;
    event.to = f->to;
    if (!str_is(s->word, STR("tatap muka")) || !decided(e, f, &event))
        return true;
    while (str_next(&rest, '|', &code)) {
        if (!add_person_event(e, event, str_trim(code))) return false;
    }
    return true;
}

static bool take_visit(Effects *e, const Said *s)
{
    const Fact *f = s->fact;
    Event event = event_of(EVENT_VISIT, f);
    event.from = f->from;
    event.to = f->to;
    return !decided(e, f, &event) || add_person_event(e, event, f->person);
}

static bool take_trip(Effects *e, const Said *s)
{
    const Fact *f = s->fact;
    Event event = event_of(EVENT_TRIP, f);
    return !decided(e, f, &event) || add_person_event(e, event, f->person);
}

static bool take_unit_event(Effects *e, Event event, const Fact *f)
{
    if (!find(e, &e->r->unit_codes, f->unit, "unit", "unit", &event.unit.index))
        return false;
    VEC_PUSH(e->arena, &e->events, event);
    return true;
}

static bool take_closure(Effects *e, const Said *s)
{
    const Fact *f = s->fact;
    Event event = event_of(EVENT_CLOSURE, f);
    if (f->number != FACT_NO_NUMBER) event.cases = f->number;
    event.ordered = str_is(s->word, STR("perintah"));
    return take_unit_event(e, event, f);
}

static bool take_reopening(Effects *e, const Said *s)
{
    const Fact *f = s->fact;
    return take_unit_event(e, event_of(EVENT_REOPENING, f), f);
}

/* ---- leave, marks, statuses --------------------------------------------- */

static bool take_leave(Effects *e, const Said *s)
{
    const Fact *f = s->fact;
    Absence a = {.window = f->days,
                 .known = known_from(f),
                 .urgent = f->urgency.len > 0};
    const Said *back = effects_last_about(&e->said, FACT_RETURN, f->id);
    if (!absence_kind_parse(s->word, &a.kind)) return true;
    if (back != NULL && !date_before(a.window.last, back->fact->day))
        a.window.last = date_plus(back->fact->day, -1);
    if (window_is_empty(a.window)) return true;
    if (!find_person(e, f->person, &a.person)) return false;
    VEC_PUSH(e->arena, &e->absences, a);
    return true;
}

static bool take_mark(Effects *e, const Said *s)
{
    const Fact *f = s->fact;
    Mark m = {.name = f->thing, .window = f->days, .known = known_from(f)};
    if (!mark_effect_parse(s->word, &m.effect)) return true;
    if (!find_person(e, f->person, &m.person)) return false;
    VEC_PUSH(e->arena, &e->marks, m);
    return true;
}

static bool take_status(Effects *e, const Said *s)
{
    const Fact *f = s->fact;
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

/* From its first day on a status that holds then holds no longer. */
static bool take_status_end(Effects *e, const Said *s)
{
    const Fact *f = s->fact;
    for (size_t i = 0; i < e->statuses.count; i++) {
        AreaStatus *status = &e->statuses.at[i];
        if (str_folded_is(status->status, f->thing) &&
            str_folded_is(status->area, f->text) &&
            window_has(status->window, f->days.first))
            status->window.last = date_plus(f->days.first, -1);
    }
    return true;
}

/* ---- all of them -------------------------------------------------------- */

/* One row a kind that changes the law; ends of statuses come after all
 * statuses. */
static const struct {
    FactKind kind;
    int round;
    bool (*take)(Effects *e, const Said *said);
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

static bool take_fact(Effects *e, const Said *s, int round)
{
    for (size_t k = 0; k < COUNT(effects); k++) {
        if (effects[k].kind == s->fact->kind && effects[k].round == round)
            return s->out || effects[k].take(e, s);
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
    e.said = effects_gather(arena, facts, count);
    start_from(&e, r);
    for (int round = 0; round < 2; round++) {
        for (size_t i = 0; i < e.said.count; i++) {
            if (!take_fact(&e, &e.said.by_id[i], round)) return false;
        }
    }
    *out = finished(&e);
    return true;
}
