/* SPDX-License-Identifier: Apache-2.0 */
#include "day/shift.h"

#include <stdlib.h>
#include <string.h>

/*
 * Dealing.  The people of a unit kerja whom one clause means are dealt over its
 * shifts day by day.  With a plan, whoever is in the office that day chooses in
 * turn, those first whose shifts so far are least even: of the shifts that have
 * room the one that they had least.  A shift is full with its equal part of
 * those present, so the sizes differ by at most one; and as each choice is free
 * among what is left, no two people would gain by exchanging their shifts.
 *
 * What days before were like is known from the rows of the plan alone.  To deal
 * a whole period at once could be more even still (an edge colouring of people
 * and days), but a change of tomorrow would then deal yesterday anew.
 */

enum { RULES_MOST = 16, NEVER = SHIFTS_MOST };

/* A clause of the day that sets shifts. */
typedef struct {
    ClauseId by;
    ShiftsSaid said;
    LawAsk ask;     /* those in the office, or wherever */
    bool some_days; /* of the week, or dates: goes before one of all days */
} Ruling;

/* Somebody whom a rule means. */
typedef struct {
    PersonId who;
    uint32_t rule;
    uint32_t unit; /* unit kerja */
    uint16_t had[SHIFTS_MOST];
    uint8_t next; /* the one after that of the last day; NEVER: no day yet */
    uint8_t now;  /* of the day at hand; NEVER: not in the office */
} Member;

typedef struct {
    Arena *arena;
    const LawDay *law;
    const Corpus *c;
    Date date;
    const Plan *plan; /* that the day is of; NULL: none */
    uint32_t day;     /* of it */
    char *seats;      /* the plan's cells as their days began; calls left out */
    LawDay *morning;  /* without a plan: the law as known the day before */
    Ruling rules[RULES_MOST];
    uint32_t rule_count;
    Member *members;
    uint32_t member_count;
} Dealing;

/* ---- rules ----------------------------------------------------------------
 */

/* The picks of those in the office, or wherever they are. */
static const Selection *of_office(Arena *arena, const Selection *whole)
{
    Selection *part = NEW(arena, Selection, 1);
    Pick *picks = NEW(arena, Pick, whole->pick_count + 1);
    *part = *whole;
    part->picks = picks;
    part->pick_count = 0;
    for (uint32_t i = 0; i < whole->pick_count; i++) {
        const Pick *pick = &whole->picks[i];
        bool fits = pick->placed == WHERE_NONE || pick->placed == WHERE_OFFICE;
        if (fits && !pick->called) picks[part->pick_count++] = *pick;
    }
    return part;
}

static void take_rule(Dealing *d, ClauseId by)
{
    const Clause *clause = corpus_clause(d->c, by);
    Ruling *rule = &d->rules[d->rule_count];
    bool acts = clause->act == ACT_DUTY || clause->act == ACT_PLACE;
    if (d->rule_count == RULES_MOST || !acts || clause->who == NULL ||
        !shift_said(clause->sentence, &rule->said))
        return;
    rule->by = by;
    rule->ask = (LawAsk){by, of_office(d->arena, clause->who)};
    rule->some_days = clause->weekdays != 0 || clause->date_count > 0;
    d->rule_count++;
}

static void take_rules(Dealing *d)
{
    uint32_t count;
    const ClauseId *all = law_clauses(d->law, &count);
    for (uint32_t i = 0; i < count; i++)
        take_rule(d, all[i]);
}

/* A clause of the same letter that sets as many shifts holds on the day: that
 * of Friday goes on where that of Thursday stopped. */
static bool goes_on(const Dealing *d, const Ruling *rule, Date day)
{
    const CorpusLetter *letter =
        &d->c->letters[corpus_clause(d->c, rule->by)->letter];
    for (uint32_t i = 0; i < letter->clause_count; i++) {
        ClauseId id = {letter->first_clause + i};
        ShiftsSaid said;
        if (shift_said(corpus_clause(d->c, id)->sentence, &said) &&
            said.count == rule->said.count && clause_holds(d->c, id, day))
            return true;
    }
    return false;
}

/* ---- members --------------------------------------------------------------
 */

/* Of the rules that mean somebody one of some days only, else the first. */
static uint32_t rule_among(const Dealing *d, uint64_t meant)
{
    uint32_t first = NO_INDEX;
    for (uint32_t i = 0; i < d->rule_count; i++) {
        if ((meant >> i & 1) == 0) continue;
        if (d->rules[i].some_days) return i;
        if (first == NO_INDEX) first = i;
    }
    return first;
}

static int by_group(const void *a, const void *b)
{
    const Member *x = a;
    const Member *y = b;
    if (x->rule != y->rule) return x->rule < y->rule ? -1 : 1;
    if (x->unit != y->unit) return x->unit < y->unit ? -1 : 1;
    return x->who.index < y->who.index ? -1 : x->who.index > y->who.index;
}

static void take_members(Dealing *d)
{
    const Register *r = d->c->r;
    LawAsk asks[RULES_MOST];
    for (uint32_t i = 0; i < d->rule_count; i++)
        asks[i] = d->rules[i].ask;
    d->members = NEW(d->arena, Member, r->person_count + 1);
    for (uint32_t p = 0; p < r->person_count; p++) {
        uint64_t meant =
            law_means_bits(d->law, asks, d->rule_count, (PersonId){p});
        uint32_t rule = rule_among(d, meant);
        if (rule == NO_INDEX || !law_works(d->law, (PersonId){p})) continue;
        d->members[d->member_count++] =
            (Member){.who = {p},
                     .rule = rule,
                     .unit = r->work_unit_of[r->people[p].unit.index].index,
                     .next = NEVER,
                     .now = NEVER};
    }
    qsort(d->members, d->member_count, sizeof *d->members, by_group);
}

/* ---- who is in the office -------------------------------------------------
 */

static void leave_called_out(Dealing *d)
{
    const Plan *plan = d->plan;
    size_t count = (size_t)plan->person_count * plan->day_count;
    if (plan->reason_count == 0) return;
    for (size_t at = 0; at < count; at++) {
        if (plan->reason[plan->reasons[at]].step == STEP_RECALL)
            d->seats[at] = PLACED_NONE;
    }
}

static void take_plan(Dealing *d, const Plan *plan)
{
    uint32_t at = plan == NULL ? NO_INDEX : plan_day(plan, d->date);
    if (at == NO_INDEX) return;
    if (plan->own != NULL) plan = plan->own[at];
    size_t count = (size_t)plan->person_count * plan->day_count;
    d->plan = plan;
    d->day = plan_day(plan, d->date);
    d->seats = NEW(d->arena, char, count + 1);
    memcpy(d->seats, plan->cells, count);
    leave_called_out(d);
    for (size_t i = plan->began_count; i-- > 0;) { /* the first counts */
        const PlanBegan *b = &plan->began[i];
        d->seats[(size_t)b->person.index * plan->day_count + b->day] =
            b->letter;
    }
}

/* What is known on the day itself came when it had begun. */
static void take_morning(Dealing *d)
{
    Corpus *before = NEW(d->arena, Corpus, 1);
    *before = *d->c;
    if (!date_before(before->known, d->date))
        before->known = date_plus(d->date, -1);
    d->morning = law_day(d->arena, before, d->date);
}

/* Who works as usual works in the office. */
static bool is_office(char letter)
{
    return letter == PLACED_OFFICE || letter == PLACED_USUAL;
}

static bool is_seated(const Dealing *d, const Member *m, uint32_t day)
{
    size_t at = (size_t)m->who.index * d->plan->day_count + day;
    return is_office(d->seats[at]);
}

static bool is_in_by_law(const Dealing *d, const Member *m)
{
    Directive told = law_person(d->morning, m->who);
    return is_office(told.letter) && told.step != STEP_RECALL;
}

/* ---- one day's choice -----------------------------------------------------
 */

typedef struct {
    Member *of;
    uint32_t count;  /* of the group */
    uint32_t shifts; /* to choose from */
    uint32_t taken[SHIFTS_MOST];
    uint32_t each, more; /* people in a shift; shifts with one more */
} Choice;

static int unevenness(const Member *m, uint32_t shifts)
{
    int least = m->had[0], most = m->had[0];
    for (uint32_t s = 1; s < shifts; s++) {
        if (m->had[s] < least) least = m->had[s];
        if (m->had[s] > most) most = m->had[s];
    }
    return most - least;
}

static bool has_room(const Choice *c, uint32_t shift)
{
    return c->taken[shift] < c->each ||
           (c->taken[shift] == c->each && c->more > 0);
}

/* The shift that they had least; of equals the next one for them. */
static void choose(Choice *c, Member *m)
{
    uint32_t best = 0;
    bool found = false;
    for (uint32_t i = 0; i < c->shifts; i++) {
        uint32_t shift = (m->next + i) % c->shifts;
        if (!has_room(c, shift) || (found && m->had[shift] >= m->had[best]))
            continue;
        best = shift;
        found = true;
    }
    CHECK(found); /* there is room for everybody */
    if (c->taken[best]++ == c->each) c->more--;
    m->now = (uint8_t)best;
}

/* Those first whose shifts are least even; `now` is 0 for whoever is in. */
static void choose_all(Choice *c)
{
    int most = 0;
    for (uint32_t i = 0; i < c->count; i++) {
        int own = unevenness(&c->of[i], c->shifts);
        if (c->of[i].now != NEVER && own > most) most = own;
    }
    for (int level = most; level >= 0; level--) {
        for (uint32_t i = 0; i < c->count; i++) {
            Member *m = &c->of[i];
            if (m->now != NEVER && unevenness(m, c->shifts) == level)
                choose(c, m);
        }
    }
}

static void remember(Choice *c)
{
    for (uint32_t i = 0; i < c->count; i++) {
        Member *m = &c->of[i];
        if (m->now == NEVER) continue;
        m->had[m->now]++;
        m->next = (uint8_t)((m->now + 1) % c->shifts);
    }
}

/* ---- a group's days -------------------------------------------------------
 */

/* Whoever comes for the first time begins where those before them end. */
static uint32_t seat(const Dealing *d, Choice *c, uint32_t day)
{
    uint32_t in = 0;
    for (uint32_t i = 0; i < c->count; i++) {
        Member *m = &c->of[i];
        m->now = NEVER;
        if (!is_seated(d, m, day)) continue;
        m->now = 0;
        if (m->next == NEVER) m->next = (uint8_t)(in % c->shifts);
        in++;
    }
    return in;
}

static void deal_by_plan(const Dealing *d, const Ruling *rule, Choice *c)
{
    for (uint32_t day = 0; day <= d->day; day++) {
        if (!goes_on(d, rule, d->plan->days[day])) continue;
        uint32_t in = seat(d, c, day);
        memset(c->taken, 0, sizeof c->taken);
        c->each = in / c->shifts;
        c->more = in % c->shifts;
        choose_all(c);
        if (day < d->day) remember(c);
    }
}

/* Working days of the letter's shifts before this one. */
static uint32_t turn_of(const Dealing *d, const Ruling *rule, uint32_t unit)
{
    const CorpusLetter *letter =
        &d->c->letters[corpus_clause(d->c, rule->by)->letter];
    uint8_t week = d->c->r->units[unit].week;
    Date day = letter->windows[0].first;
    uint32_t turn = 0;
    if (date_is(day, DATE_ALWAYS)) day = letter->known;
    for (; date_before(day, d->date); day = date_plus(day, 1)) {
        turn += goes_on(d, rule, day) &&
                calendar_works(d->c->calendar, week, day, d->c->known);
    }
    return turn;
}

/* Without rows: in the order of the register, one further each day. */
static void deal_by_turn(const Dealing *d, const Ruling *rule, Choice *c)
{
    uint32_t next = turn_of(d, rule, c->of[0].unit);
    for (uint32_t i = 0; i < c->count; i++) {
        if (is_in_by_law(d, &c->of[i]))
            c->of[i].now = (uint8_t)(next++ % c->shifts);
    }
}

static void tell(const Ruling *rule, const Choice *c, Shift *out)
{
    for (uint32_t i = 0; i < c->count; i++) {
        const Member *m = &c->of[i];
        if (m->now == NEVER) continue;
        const int16_t *span = rule->said.clock + (size_t)2 * m->now;
        out[m->who.index] = (Shift){.by = rule->by,
                                    .number = (uint8_t)(m->now + 1),
                                    .count = (uint8_t)rule->said.count,
                                    .begins = span[0],
                                    .ends = span[1]};
    }
}

static void deal(const Dealing *d, Shift *out)
{
    for (uint32_t from = 0, to; from < d->member_count; from = to) {
        const Member *first = &d->members[from];
        const Ruling *rule = &d->rules[first->rule];
        for (to = from; to < d->member_count; to++) {
            const Member *m = &d->members[to];
            if (m->rule != first->rule || m->unit != first->unit) break;
        }
        Choice c = {.of = &d->members[from],
                    .count = to - from,
                    .shifts = rule->said.count};
        if (d->plan != NULL)
            deal_by_plan(d, rule, &c);
        else
            deal_by_turn(d, rule, &c);
        tell(rule, &c, out);
    }
}

const Shift *shift_day(Arena *arena, const LawDay *law, const Plan *plan)
{
    Dealing d = {.arena = arena,
                 .law = law,
                 .c = law_corpus(law),
                 .date = law_date(law)};
    take_rules(&d);
    if (d.rule_count == 0) return NULL;
    Shift *out = NEW(arena, Shift, d.c->r->person_count + 1);
    take_members(&d);
    take_plan(&d, plan);
    if (d.plan == NULL) take_morning(&d);
    deal(&d, out);
    return out;
}
