/* SPDX-License-Identifier: Apache-2.0 */
#include "app/move_pins.h"

#include "roster/replan.h"

#include <string.h>

/* ---- sentences --------------------------------------------------------- */

/* A pin in words: who, when, where. */
typedef struct {
    Str code, place[2];
    char day[DATE_TEXT];
} PinWords;

static PinWords words_of(const MoveQuestion *q, const PlanPin *pin)
{
    PinWords w = {.code = q->office->r.people[pin->person.index].code};
    w.place[LANG_ID] = placed_word((Placed)pin->letter, LANG_ID);
    w.place[LANG_EN] = placed_word((Placed)pin->letter, LANG_EN);
    (void)date_iso(pin->day, w.day);
    return w;
}

static bool refuse(MoveQuestion *q, const char *id, const PlanPin *pin,
                   const Str why[2], Err *err)
{
    PinWords w = words_of(q, pin);
    Arena *arena = q->office->arena; /* the refusal outlives the question */
    return office_refuse(
        q->office, id,
        str_format(arena, "%.*s tidak dapat dikunci di %.*s pada %s: %.*s",
                   STR_ARG(w.code), STR_ARG(w.place[LANG_ID]), w.day,
                   STR_ARG(why[LANG_ID])),
        str_format(arena, "%.*s cannot be pinned to %.*s on %s: %.*s",
                   STR_ARG(w.code), STR_ARG(w.place[LANG_EN]), w.day,
                   STR_ARG(why[LANG_EN])),
        err);
}

static bool refuse_day(MoveQuestion *q, const PlanPin *pin, bool past, Err *err)
{
    const Str why[2] = {
        past ? STR("hari itu sudah lewat") : STR("hari itu di luar jadwal"),
        past ? STR("the day is past") : STR("the day is not in the plan"),
    };
    return refuse(q, "pindah-01", pin, why, err);
}

static bool refuse_twice(MoveQuestion *q, const PlanPin *pin, Err *err)
{
    const Str why[2] = {STR("sel yang sama sudah dikunci di tempat lain"),
                        STR("the same cell is pinned to another place")};
    return refuse(q, "pindah-01", pin, why, err);
}

/* What the law says there, and by which rule. */
static bool refuse_settled(MoveQuestion *q, const PlanPin *pin, uint32_t day,
                           Err *err)
{
    const Plan *law = &q->demand->plan;
    size_t cell = (size_t)pin->person.index * law->day_count + day;
    Placed there = (Placed)law->cells[cell];
    Str cite = law->reason[law->reasons[cell]].rule;
    Str by[2] = {STR("register dan kalender"), STR("register and calendar")};
    Str why[2];
    for (int lang = 0; lang < 2; lang++) {
        if (cite.len > 0)
            by[lang] =
                cite_words(q->arena, q->demand->corpus, cite, (Lang)lang);
        Str place = placed_word(there, (Lang)lang);
        why[lang] = str_format(
            q->arena, lang == LANG_ID ? "menurut %.*s: %.*s" : "by %.*s: %.*s",
            STR_ARG(by[lang]), STR_ARG(place));
    }
    return refuse(q, "pindah-02", pin, why, err);
}

/* ---- putting ----------------------------------------------------------- */

static bool put_open(MoveQuestion *q, const PlanPin *pin, uint32_t day,
                     Err *err)
{
    uint32_t row = q->row_of[pin->person.index];
    uint32_t at = q->demand->problem_day[day];
    CHECK(row != NO_INDEX && at != NO_INDEX);
    ProblemRow *r = &q->rows[row];
    uint64_t bit = UINT64_C(1) << at;
    bool in = pin->letter == PLACED_OFFICE;
    if ((r->may & bit) == 0)
        return ((r->must & bit) != 0) == in || refuse_twice(q, pin, err);
    r->may &= ~bit;
    if (!in) return true;
    r->must |= bit;
    demand_free(q->arena, q->demand->corpus, &q->problem, r->node, at);
    return true;
}

static bool put_pin(MoveQuestion *q, const PlanPin *pin, Err *err)
{
    uint32_t day = plan_day(q->before, pin->day);
    CHECK(pin->letter == PLACED_OFFICE || pin->letter == PLACED_HOME);
    CHECK(pin->person.index < q->before->person_count);
    if (day == NO_INDEX || day < q->first_day)
        return refuse_day(q, pin, day != NO_INDEX, err);
    char law = plan_cell(&q->demand->plan, pin->person, day);
    if (law == PLACED_OPEN) return put_open(q, pin, day, err);
    return law == pin->letter || refuse_settled(q, pin, day, err);
}

bool move_pins_put(MoveQuestion *q, const PlanPin *pins, size_t count, Err *err)
{
    for (size_t k = 0; k < count; k++) {
        if (!put_pin(q, &pins[k], err)) return false;
    }
    return true;
}

/* ---- pins that go with no plan ----------------------------------------- */

static void take_off(MoveQuestion *q)
{
    q->problem.nodes = q->nodes;
    for (uint32_t i = 0; i < q->problem.row_count; i++) {
        q->rows[i].must = q->demand->problem.rows[i].must;
        q->rows[i].may = q->demand->problem.rows[i].may;
    }
}

/* The answer under the first `count` pins. */
static bool solve_with(MoveQuestion *q, const PlanPin *pins, size_t count,
                       ChangeAnswer *out, Err *err)
{
    take_off(q);
    return move_pins_put(q, pins, count, err) &&
           replan_solve(q->arena, &q->change, out, err);
}

bool move_pins_clash(MoveQuestion *q, const ChangeAnswer *answer, Problem *left,
                     Clash *out, Err *err)
{
    Answer cut = {
        .certificate =
            {
                          .kind = ANSWER_CLASH,
                          .vertex_count = answer->vertex_count,
                          .side = answer->side,
                          .seat_side = answer->seat_side,
                          },
    };
    *left = replan_left(q->arena, &q->change);
    return clash_shrink(q->arena, left, &cut, out, err);
}

/* The rule, or the counter, that a demand of the clash comes from. */
static Str rule_words(const MoveQuestion *q, const ClashDemand *demand,
                      Lang lang)
{
    const Corpus *c = q->demand->corpus;
    if (demand->clause != NO_INDEX)
        return cite_words(q->arena, c, c->clauses[demand->clause].cite, lang);
    if (demand->kind != CLASH_NEED) return (Str){"", 0};
    uint32_t post = demand->bounds[0].at;
    CounterId counter = q->problem.posts[post].counter;
    Str name = c->r->counters[counter.index].name;
    return str_format(q->arena,
                      lang == LANG_ID ? "kebutuhan %.*s" : "the need of %.*s",
                      STR_ARG(name));
}

static Str broken_rules(const MoveQuestion *q, const Clash *clash, Lang lang)
{
    Buf out = buf_in(q->arena);
    for (uint32_t k = 0; k < clash->demand_count; k++) {
        Str rule = rule_words(q, &clash->demands[k], lang);
        if (rule.len == 0) continue;
        Str so_far = buf_str(&out);
        if (so_far.len > 0) buf_c(&out, ", ");
        buf_put(&out, rule);
    }
    Str rules = buf_str(&out);
    return rules.len > 0     ? rules
           : lang == LANG_ID ? STR("kunci lain pada hari itu")
                             : STR("another pin of that day");
}

static bool refuse_broken(MoveQuestion *q, const PlanPin *pin,
                          const ChangeAnswer *answer, Err *err)
{
    Problem left = {0};
    Clash clash = {0};
    if (!move_pins_clash(q, answer, &left, &clash, err)) return false;
    const Str why[2] = {
        str_format(q->arena, "melanggar %.*s",
                   STR_ARG(broken_rules(q, &clash, LANG_ID))),
        str_format(q->arena, "that breaks %.*s",
                   STR_ARG(broken_rules(q, &clash, LANG_EN))),
    };
    return refuse(q, "pindah-03", pin, why, err);
}

bool move_pins_first_bad(MoveQuestion *q, const PlanPin *pins, size_t count,
                         size_t *bad, Err *err)
{
    ChangeAnswer answer = {0};
    size_t good = 0; /* so many pins go, *bad do not */
    *bad = 0;
    if (!solve_with(q, pins, 0, &answer, err)) return false;
    if (answer.kind == ANSWER_CLASH) return true;
    *bad = count;
    while (*bad - good > 1) {
        size_t middle = good + (*bad - good) / 2;
        if (!solve_with(q, pins, middle, &answer, err)) return false;
        if (answer.kind == ANSWER_CLASH)
            *bad = middle;
        else
            good = middle;
    }
    return true;
}

bool move_pins_refuse(MoveQuestion *q, const PlanPin *pins, size_t count,
                      Err *err)
{
    ChangeAnswer answer = {0};
    size_t bad = 0;
    if (!move_pins_first_bad(q, pins, count, &bad, err)) return false;
    return bad == 0 || (solve_with(q, pins, bad, &answer, err) &&
                        refuse_broken(q, &pins[bad - 1], &answer, err));
}

/* ---- pins that give way ------------------------------------------------- */

/* Can the pin stand at all, whatever the others do? */
static bool can_stand(const MoveQuestion *q, const PlanPin *pin)
{
    uint32_t day = plan_day(q->before, pin->day);
    if (day == NO_INDEX || day < q->first_day) return false;
    char law = plan_cell(&q->demand->plan, pin->person, day);
    if (law != PLACED_OPEN) return law == pin->letter;
    const ProblemRow *row = &q->rows[q->row_of[pin->person.index]];
    uint64_t bit = UINT64_C(1) << q->demand->problem_day[day];
    bool in = pin->letter == PLACED_OFFICE;
    return (row->may & bit) != 0 || ((row->must & bit) != 0) == in;
}

static void drop(MoveQuestion *q, PlanPin *pins, size_t *count, size_t at)
{
    VEC_PUSH(q->arena, &q->dropped, pins[at]);
    memmove(&pins[at], &pins[at + 1], (*count - at - 1) * sizeof *pins);
    --*count;
}

/* Those that can stand beside those before them. */
static size_t put_standing(MoveQuestion *q, PlanPin *pins, size_t count)
{
    for (size_t k = 0; k < count;) {
        Err unused = {0};
        bool stands = can_stand(q, &pins[k]) && put_pin(q, &pins[k], &unused);
        CHECK(unused.kind == ERR_NONE);
        if (stands)
            k++;
        else
            drop(q, pins, &count, k);
    }
    return count;
}

static bool ask_yielding(MoveQuestion *q, const MoveWish *wish,
                         ChangeAnswer *out, Err *err)
{
    PlanPin *pins = NEW(q->arena, PlanPin, wish->pin_count + 1);
    if (wish->pin_count > 0)
        memcpy(pins, wish->pins, wish->pin_count * sizeof *pins);
    size_t bad = 1, count = put_standing(q, pins, wish->pin_count);
    if (!replan_solve(q->arena, &q->change, out, err)) return false;
    while (out->kind == ANSWER_CLASH && count > 0 && bad > 0) {
        if (!move_pins_first_bad(q, pins, count, &bad, err)) return false;
        if (bad > 0) drop(q, pins, &count, bad - 1);
        if (!solve_with(q, pins, bad > 0 ? count : 0, out, err)) return false;
    }
    return true;
}

bool move_pins_ask(MoveQuestion *q, const MoveWish *wish, ChangeAnswer *out,
                   Err *err)
{
    if (wish->pins_yield) return ask_yielding(q, wish, out, err);
    if (!move_pins_put(q, wish->pins, wish->pin_count, err) ||
        !replan_solve(q->arena, &q->change, out, err))
        return false;
    if (out->kind == ANSWER_SOLVED || wish->pin_count == 0) return true;
    if (!move_pins_refuse(q, wish->pins, wish->pin_count, err)) return false;
    take_off(q); /* the clash is there without the pins */
    return replan_solve(q->arena, &q->change, out, err);
}
