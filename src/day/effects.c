/* SPDX-License-Identifier: Apache-2.0 */
#include "day/effects.h"

#include "register/extend.h"

#include <stdlib.h>

/* A fact as it stands after corrections (docs/day.md, section 2). */
typedef struct {
    const Fact *fact;
    Str word;
    bool corrected, out;
} Said;

typedef struct {
    Arena *arena;
    const Register *r;
    Said *by_id;     /* each fact once */
    Said **by_about; /* then in the order of the thread */
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
    const Said *x = a, *y = b;
    int64_t one = x->fact->received.us, two = y->fact->received.us;
    int order = fact_id_order(x->fact->id, y->fact->id);
    if (order != 0 || one == two) return order;
    return one < two ? -1 : 1;
}

static int order_of_time(const void *a, const void *b)
{
    const Said *x = *(const Said *const *)a, *y = *(const Said *const *)b;
    Instant one = fact_when(x->fact), two = fact_when(y->fact);
    if (one.us != two.us) return one.us < two.us ? -1 : 1;
    return fact_id_order(x->fact->id, y->fact->id);
}

static int order_of_about(const void *a, const void *b)
{
    const Said *x = *(const Said *const *)a, *y = *(const Said *const *)b;
    int order = fact_id_order(x->fact->about, y->fact->about);
    return order != 0 ? order : order_of_time(a, b);
}

/* The fact of that id, or NULL. */
static Said *said_of(const Effects *e, FactId id)
{
    size_t low = 0, high = e->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = fact_id_order(e->by_id[middle].fact->id, id);
        if (order == 0) return &e->by_id[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* Of several only the last counts, which comes first here; "ganti" about a
 * correction changes nothing. */
static void correct(const Effects *e, const Fact *by)
{
    Said *about = said_of(e, by->about);
    bool out = str_is(by->word, STR("batal"));
    if (about == NULL || about->corrected ||
        (!out && about->fact->kind == FACT_CORRECTION))
        return;
    about->corrected = true;
    about->out = out;
    if (!out && by->thing.len > 0) about->word = by->thing;
}

/* From the last to the first, so that a correction which a later one has taken
 * out is known to be before it is reached. */
static void correct_all(const Effects *e, Said *const *in_order)
{
    for (size_t i = e->count; i-- > 0;) {
        if (in_order[i]->fact->kind == FACT_CORRECTION && !in_order[i]->out)
            correct(e, in_order[i]->fact);
    }
}

static Said **sorted(const Effects *e, int order(const void *, const void *))
{
    Said **out = NEW(e->arena, Said *, e->count + 1);
    for (size_t i = 0; i < e->count; i++)
        out[i] = &e->by_id[i];
    if (e->count > 0)
        qsort(out, e->count, sizeof *out, /* NOLINT(bugprone-sizeof-*) */
              order);
    return out;
}

static void gather(Effects *e, const Fact *facts, size_t count)
{
    Said *all = NEW(e->arena, Said, count + 1);
    for (size_t i = 0; i < count; i++)
        all[i] = (Said){.fact = &facts[i], .word = facts[i].word};
    if (count > 0) qsort(all, count, sizeof *all, order_of_id);
    e->by_id = all;
    for (size_t i = 0; i < count; i++) {
        if (e->count == 0 ||
            !fact_id_is(all[e->count - 1].fact->id, all[i].fact->id))
            all[e->count++] = all[i];
    }
    correct_all(e, sorted(e, order_of_time));
    e->by_about = sorted(e, order_of_about);
}

/* The run of facts about an id: [from, to). */
static size_t first_about(const Effects *e, FactId id)
{
    size_t low = 0, high = e->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (fact_id_order(e->by_about[middle]->fact->about, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The last fact of the kind about the id that stands; or NULL. */
static const Said *last_about(const Effects *e, FactKind kind, FactId id)
{
    const Said *last = NULL;
    for (size_t i = first_about(e, id);
         i < e->count && fact_id_is(e->by_about[i]->fact->about, id); i++) {
        const Said *s = e->by_about[i];
        if (s->fact->kind == kind && !s->out) last = s;
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

static bool take_recall(Effects *e, const Said *s)
{
    const Fact *f = s->fact;
    return add_person_event(e, event_of(EVENT_RECALL, f), f->person);
}

/* Approved requests are known from the decision. */
static bool decided(const Effects *e, const Fact *f, Event *event)
{
    const Said *decision = last_about(e, FACT_DECISION, f->id);
    if (decision == NULL || !str_is(decision->word, STR("setuju")))
        return false;
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
    const Said *back = last_about(e, FACT_RETURN, f->id);
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

/* ---- facts that stand ---------------------------------------------------- */

static const Fact *const *standing(Arena *arena, const Fact *facts,
                                   size_t count, uint64_t kinds, bool approved,
                                   size_t *out_count)
{
    Effects e = {.arena = arena};
    gather(&e, facts, count);
    const Fact **out = NEW(arena, const Fact *, e.count + 1);
    Fact *facts_said = NEW(arena, Fact, e.count + 1);
    *out_count = 0;
    for (size_t i = 0; i < e.count; i++) {
        const Said *s = &e.by_id[i];
        Event unused = {0};
        if ((kinds >> s->fact->kind & 1) == 0 || s->out ||
            (approved && !decided(&e, s->fact, &unused)))
            continue;
        facts_said[*out_count] = *s->fact;
        facts_said[*out_count].word = s->word;
        out[*out_count] = &facts_said[*out_count];
        ++*out_count;
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
            if (!take_fact(&e, &e.by_id[i], round)) return false;
        }
    }
    *out = finished(&e);
    return true;
}
