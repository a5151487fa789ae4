/* SPDX-License-Identifier: Apache-2.0 */
#include "app/published_people.h"

#include "base/csv.h"
#include "base/vec.h"
#include "plan/plan_text.h"

#include <string.h>

/* ---- the people of the table --------------------------------------------- */

enum { HEADS = 4, COLUMNS_MOST = 1100 };

typedef struct {
    Arena *arena;
    VEC(Person) people;
    VEC(Unit) units;
    Map unit_at;
    bool headed;
} Table;

static UnitId unit_of(Table *t, Str code)
{
    uint32_t at = map_find(&t->unit_at, code);
    if (at != NO_INDEX) return (UnitId){at};
    at = (uint32_t)t->units.count;
    code = str_copy(t->arena, code);
    VEC_PUSH(t->arena, &t->units, ((Unit){.code = code}));
    (void)map_put(&t->unit_at, code, at);
    return (UnitId){at};
}

static bool take_row(void *context, const CsvRow *row, Err *err)
{
    Table *t = context;
    Str text[HEADS];
    (void)err;
    for (uint32_t c = 0; c < HEADS; c++)
        text[c] =
            c < row->count ? str_copy(t->arena, csv_field(row, c)) : STR("");
    if (t->headed)
        VEC_PUSH(t->arena, &t->people,
                 ((Person){.code = text[0],
                           .nip = text[1],
                           .name = text[2],
                           .unit = unit_of(t, text[3])}));
    t->headed = true;
    return true;
}

/* Bounds of what a certificate may hold are those of the register of today. */
static Register register_of(Table *t, const Register *now)
{
    Register r = {.counter_count = now->counter_count};
    for (uint32_t u = 0; u < now->unit_count; u++)
        VEC_PUSH(t->arena, &t->units, ((Unit){.code = STR("")}));
    r.units = t->units.at;
    r.unit_count = (uint32_t)t->units.count;
    r.people = t->people.at;
    r.person_count = (uint32_t)t->people.count;
    r.person_codes = map_in(t->arena);
    for (uint32_t p = 0; p < r.person_count; p++)
        (void)map_put(&r.person_codes, r.people[p].code, p);
    return r;
}

bool published_people_open(Arena *arena, Str table, Str proof,
                           const Register *now, PublishedPeople *out, Err *err)
{
    Table t = {.arena = arena, .unit_at = map_in(arena)};
    Answer unused = {0};
    CsvLimits limits = {.columns = COLUMNS_MOST};
    *out = (PublishedPeople){.arena = arena};
    if (!csv_each(arena, table, limits, take_row, &t, err)) return false;
    out->then = register_of(&t, now);
    return plan_read(arena, table, proof, &out->then, &out->plan, &unused, err);
}

/* ---- moves --------------------------------------------------------------- */

typedef VEC(Str) Codes;

/* Codes in the lines of the move that the plan does not know. */
static Codes newcomers(const PublishedPeople *p, Str text)
{
    Codes out = {0};
    Map seen = map_in(p->arena);
    Lines in = lines_of(text);
    while (lines_next(&in)) {
        if (!lines_word(&in) ||
            (!str_is(in.word, STR("cell")) && !str_is(in.word, STR("tell"))))
            continue;
        Str code;
        Err unused = {0};
        if (!lines_word(&in) || in.word.len == 0 ||
            !plan_take_word(p->arena, &in, &code, &unused) ||
            map_find(&p->then.person_codes, code) != NO_INDEX ||
            map_put(&seen, code, 0) != NO_INDEX)
            continue;
        VEC_PUSH(p->arena, &out, code);
    }
    return out;
}

static void *grown(Arena *arena, const void *old, size_t count, size_t more,
                   size_t size)
{
    char *out = NEW(arena, char, (count + more + 1) * size);
    if (count > 0) memcpy(out, old, count * size);
    return out;
}

static void join(PublishedPeople *p, const Codes *codes)
{
    Plan *plan = &p->plan;
    uint32_t count = plan->person_count;
    size_t cells = (size_t)count * plan->day_count;
    size_t more = codes->count * plan->day_count;
    if (codes->count == 0) return;
    Person *people = NEW(p->arena, Person, count + codes->count);
    char *letters = grown(p->arena, plan->cells, cells, more, 1);
    uint16_t *reasons = NEW(p->arena, uint16_t, cells + more + 1);
    memcpy(people, p->then.people, count * sizeof *people);
    if (cells > 0) memcpy(reasons, plan->reasons, cells * sizeof *reasons);
    memset(letters + cells, PLACED_NONE, more);
    for (size_t k = 0; k < codes->count; k++) {
        people[count + k] = (Person){.code = codes->at[k]};
        (void)map_put(&p->then.person_codes, codes->at[k],
                      (uint32_t)(count + k));
    }
    p->then.people = people;
    p->then.person_count = plan->person_count =
        (uint32_t)(count + codes->count);
    plan->cells = letters;
    plan->reasons = reasons;
}

bool published_people_move(PublishedPeople *people, Str text, PlanMove *out,
                           Err *err)
{
    Codes codes = newcomers(people, text);
    Plan after;
    join(people, &codes);
    if (!plan_move_read(people->arena, text, &people->then, out, err) ||
        !plan_move_apply(people->arena, &people->plan, out, &after, err))
        return false;
    people->plan = after;
    return true;
}

/* ---- today --------------------------------------------------------------- */

static PersonId person_now(const PublishedPeople *p, PersonId then,
                           const Register *now)
{
    Str code = p->then.people[then.index].code;
    return (PersonId){map_find(&now->person_codes, code)};
}

/* Nobody came, went, or stands elsewhere in the register. */
static bool is_as_then(const PublishedPeople *p, const Register *now)
{
    bool same = p->then.person_count == now->person_count;
    for (uint32_t i = 0; same && i < now->person_count; i++)
        same = str_is(p->then.people[i].code, now->people[i].code);
    return same;
}

static void take_begun(const PublishedPeople *p, const Register *now, Plan *out)
{
    const Plan *then = &p->plan;
    PlanBegan *began = NEW(p->arena, PlanBegan, then->began_count + 1);
    out->began_count = 0;
    for (size_t k = 0; k < then->began_count; k++) {
        PlanBegan b = then->began[k];
        b.person = person_now(p, b.person, now);
        if (b.person.index != NO_INDEX) began[out->began_count++] = b;
    }
    out->began = began;
}

Plan published_people_now(const PublishedPeople *people, const Register *now)
{
    const Plan *then = &people->plan;
    size_t count = (size_t)now->person_count * then->day_count;
    Plan out = *then;
    if (is_as_then(people, now)) return out;
    char *cells = NEW(people->arena, char, count + 1);
    uint16_t *reasons = NEW(people->arena, uint16_t, count + 1);
    memset(cells, PLACED_NONE, count);
    for (uint32_t p = 0; p < then->person_count; p++) {
        PersonId here = person_now(people, (PersonId){p}, now);
        if (here.index == NO_INDEX) continue;
        size_t from = (size_t)p * then->day_count;
        size_t to = (size_t)here.index * then->day_count;
        memcpy(cells + to, then->cells + from, then->day_count);
        memcpy(reasons + to, then->reasons + from,
               then->day_count * sizeof *reasons);
    }
    out.cells = cells;
    out.reasons = reasons;
    out.person_count = now->person_count;
    take_begun(people, now, &out);
    return out;
}

PlanMove published_people_move_now(const PublishedPeople *people,
                                   const PlanMove *move, const Register *now)
{
    PlanMove out = *move;
    if (is_as_then(people, now)) return out;
    CellMove *cells = NEW(people->arena, CellMove, move->cell_count + 1);
    PlanTold *told = NEW(people->arena, PlanTold, move->told_count + 1);
    out.cell_count = out.told_count = 0;
    for (size_t k = 0; k < move->cell_count; k++) {
        CellMove c = move->cells[k];
        c.person = person_now(people, c.person, now);
        if (c.person.index != NO_INDEX) cells[out.cell_count++] = c;
    }
    for (size_t k = 0; k < move->told_count; k++) {
        PlanTold t = move->told[k];
        t.person = person_now(people, t.person, now);
        if (t.person.index != NO_INDEX) told[out.told_count++] = t;
    }
    out.cells = cells;
    out.told = told;
    return out;
}

bool published_people_told(Str text, Str code)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 10);
    Lines in = lines_of(text);
    Buf word = buf_in(tmp);
    plan_put_word(&word, code);
    while (lines_next(&in)) {
        if (lines_word(&in) && str_is(in.word, STR("tell")) &&
            lines_word(&in) && str_is(in.word, buf_str(&word)))
            return true;
    }
    return false;
}
