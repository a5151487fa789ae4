/* SPDX-License-Identifier: Apache-2.0 */
#include "app/follow_part.h"
#include "day/effects.h"

#define K(name) (UINT64_C(1) << (FACT_##name))

typedef struct {
    const Following *f;
    const Published *published;
    uint32_t first;  /* day of the plan */
    uint32_t *place; /* per cell: of its pin, and one more; 0: none */
    VEC(PlanPin) pins;
} Pinning;

static void add(Pinning *p, uint32_t person, uint32_t day, char letter)
{
    PlanPin pin = {{person}, p->published->plan.days[day], letter};
    VEC_PUSH(p->f->arena, &p->pins, pin);
}

/* What was said last of a cell holds. */
static void fix(Pinning *p, uint32_t person, uint32_t day, char letter)
{
    size_t cell = (size_t)person * p->published->plan.day_count + day;
    if (p->place[cell] > 0) {
        p->pins.at[p->place[cell] - 1].letter = letter;
        return;
    }
    add(p, person, day, letter);
    p->place[cell] = (uint32_t)p->pins.count;
}

/* The head's: on every day of theirs. */
static void add_fixed(Pinning *p, const Fact *fact)
{
    const Plan *plan = &p->published->plan;
    const Map *codes = &p->f->world->office->r.person_codes;
    uint32_t person = map_find(codes, fact->person);
    char letter =
        str_is(fact->word, STR("kantor")) ? PLACED_OFFICE : PLACED_HOME;
    for (uint32_t d = p->first; d < plan->day_count && person != NO_INDEX;
         d++) {
        if (window_has(fact->days, plan->days[d])) fix(p, person, d, letter);
    }
}

/* Days that were swapped stay so, unless something else moved them since. */
static void add_swapped(Pinning *p, const PlanMove *move)
{
    const Plan *plan = &p->published->plan;
    for (size_t k = 0; k < move->cell_count; k++) {
        const CellMove *c = &move->cells[k];
        if (c->day >= p->first && plan_cell(plan, c->person, c->day) == c->to)
            add(p, c->person.index, c->day, c->to);
    }
}

/* The move that an agreed swap has made, if it has. */
static void add_swap(Pinning *p, const Fact *swap)
{
    char id[FACT_ID_TEXT];
    (void)fact_id_text(swap->id, id);
    for (size_t i = 0; i < p->published->move_count; i++) {
        const PlanMove *move = &p->published->moves[i].move;
        if (str_is(move->cause, str_of(id))) add_swapped(p, move);
    }
}

void follow_pins(const Following *f, const Published *published, MoveWish *out)
{
    size_t fixed_count = 0, swap_count = 0;
    Pinning p = {.f = f, .published = published};
    const Fact *const *fixed = effects_standing(
        f->arena, f->facts.at, f->facts.count, K(PIN), &fixed_count);
    const Fact *const *swaps = effects_approved(
        f->arena, f->facts.at, f->facts.count, K(SWAP), &swap_count);
    p.place = NEW(
        f->arena, uint32_t,
        (size_t)published->plan.person_count * published->plan.day_count + 1);
    while (p.first < published->plan.day_count &&
           date_before(published->plan.days[p.first], out->now))
        p.first++;
    for (size_t i = 0; i < fixed_count; i++)
        add_fixed(&p, fixed[i]);
    for (size_t i = 0; i < swap_count; i++)
        add_swap(&p, swaps[i]);
    out->pins = p.pins.at;
    out->pin_count = p.pins.count;
    out->pins_yield = true;
}
