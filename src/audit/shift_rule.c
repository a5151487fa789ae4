/* SPDX-License-Identifier: Apache-2.0 */
#include "audit/rules.h"
#include "circular/words.h"

/*
 * Shifts, counted from what was given out.  On each day the sizes in a unit
 * kerja differ by at most one, and no two people there would both have had
 * their shifts more equal by an exchange:
 *
 *     A has s, B has t,  A had t less often than s,  B had s less often than t
 *
 * The second is asked where the people whom the letter means in the unit stay
 * the same ones: who comes later has had nothing yet.
 */

enum { MOST = 6 };

typedef struct {
    uint64_t members; /* their digest; 0: no day yet */
    uint32_t letter;
    bool changed;
} Office;

typedef struct {
    const Plan *plan;
    const Corpus *corpus;
    const uint8_t *shifts;
    const LawDay *law;
    uint32_t day;
    ClauseId *clause;      /* of the day, per person; NO_CLAUSE */
    uint16_t (*had)[MOST]; /* per person, before the day */
    Office *office;        /* per unit kerja */
    uint32_t *people;      /* by unit kerja, then in order */
    uint32_t *from;        /* per unit kerja and one more: into people */
    uint32_t *taken;       /* per person: the last day, counted from 1 */
    uint32_t *room;        /* for a group */
    ShiftCount count;
} ShiftBook;

/* ---- what the letter says -------------------------------------------------
 */

static const Tail *tail_of(const Sentence *s, TailKind kind)
{
    const Tail *found = NULL;
    for (uint32_t i = 0; i < s->tail_count; i++) {
        if (s->tails[i].kind == kind) found = &s->tails[i];
    }
    return found;
}

/* In how many shifts with hours; 0: it sets none. */
static uint32_t shifts_of(const Clause *clause)
{
    const Sentence *s = clause->sentence;
    const Tail *shifts = tail_of(s, TAIL_SHIFTS);
    const Tail *clock = tail_of(s, TAIL_CLOCK);
    bool comes = clause->act == ACT_PLACE && clause->where == WHERE_OFFICE;
    bool works = clause->act == ACT_DUTY && s->verb == VERB_WORK;
    if (shifts == NULL || clock == NULL || (!comes && !works) ||
        clause->strength != STRENGTH_MUST || clock->clock_count < 2 ||
        clock->clock_count > MOST)
        return 0;
    for (uint32_t i = 0; i < clock->clock_count; i++) {
        const int16_t *at = &clock->clock[(size_t)i * 2];
        if (at[0] >= at[1]) return 0;
    }
    int32_t said = shifts->amount.number;
    bool agree = said == 0 || said == (int32_t)clock->clock_count;
    return agree ? clock->clock_count : 0;
}

static bool means_in_office(const LawDay *law, ClauseId id, PersonId person)
{
    const Corpus *c = law_corpus(law);
    const Clause *clause = corpus_clause(c, id);
    Profile profile = law_profile(law, person);
    if (!law_means(law, id, person)) return false;
    for (uint32_t i = 0; i < clause->who->pick_count; i++) {
        Selection one = *clause->who;
        const Pick *pick = &clause->who->picks[i];
        bool there = pick->placed == WHERE_NONE || pick->placed == WHERE_OFFICE;
        one.picks = pick;
        one.pick_count = 1;
        if (there && !pick->called &&
            selection_has(&one, c->r, &profile, person, law_date(law),
                          c->known) != PICK_NOT)
            return true;
    }
    return false;
}

/* That of some days of the week, or dates; else the first. */
static ClauseId clause_of(const ShiftBook *b, PersonId person)
{
    ClauseId found = NO_CLAUSE;
    uint32_t count = 0;
    const ClauseId *all = law_clauses(b->law, &count);
    for (uint32_t i = count; i-- > 0;) {
        const Clause *clause = corpus_clause(b->corpus, all[i]);
        if (shifts_of(clause) == 0 || clause->who == NULL ||
            !means_in_office(b->law, all[i], person))
            continue;
        bool some = clause->weekdays != 0 || clause->date_count > 0;
        const Clause *had =
            found.index == NO_INDEX ? NULL : corpus_clause(b->corpus, found);
        if (some || had == NULL || (had->weekdays == 0 && had->date_count == 0))
            found = all[i];
    }
    return found;
}

/* ---- what was given -------------------------------------------------------
 */

static bool is_there(char letter)
{
    return letter == PLACED_OFFICE || letter == PLACED_USUAL;
}

static bool was_in(const ShiftBook *b, uint32_t person)
{
    const Plan *plan = b->plan;
    size_t at = (size_t)person * plan->day_count + b->day;
    for (size_t i = 0; i < plan->began_count; i++) {
        const PlanBegan *began = &plan->began[i];
        if (began->person.index == person && began->day == b->day)
            return is_there(began->letter);
    }
    return is_there(plan->cells[at]) &&
           (plan->reason_count == 0 ||
            plan->reason[plan->reasons[at]].step != STEP_RECALL);
}

static uint32_t given(const ShiftBook *b, uint32_t person)
{
    return b->shifts[(size_t)person * b->plan->day_count + b->day];
}

static uint32_t unit_of(const ShiftBook *b, uint32_t person)
{
    const Register *r = b->corpus->r;
    return r->work_unit_of[r->people[person].unit.index].index;
}

static bool say(const ShiftBook *b, Str code, const char *word,
                const char *kata, Err *err)
{
    char text[DATE_TEXT];
    (void)date_iso(b->plan->days[b->day], text);
    (void)FAIL(err, ERR_INPUT, "%.*s on %s: %s", STR_ARG(code), text, word);
    return err_id(err, "%.*s pada %s: %s", STR_ARG(code), text, kata);
}

static bool has_what_is_said(const ShiftBook *b, uint32_t person, Err *err)
{
    Str code = b->corpus->r->people[person].code;
    ClauseId id = b->clause[person];
    uint32_t has = given(b, person);
    if (id.index == NO_INDEX || !was_in(b, person))
        return has == 0 || say(b, code, "a shift, though none is set",
                               "bergelombang tanpa aturan", err);
    return (has >= 1 && has <= shifts_of(corpus_clause(b->corpus, id))) ||
           say(b, code, "no shift of those that are set",
               "tidak mendapat gelombang yang ditetapkan", err);
}

/* People of one unit kerja whom one clause means that day. */
typedef struct {
    uint32_t unit;
    ClauseId clause;
    const uint32_t *who;
    uint32_t count;
} Crew;

/* The next group from *at on of the unit's people; they are taken together. */
static bool next_group(const ShiftBook *b, uint32_t unit, uint32_t *room,
                       uint32_t *at, Crew *out)
{
    uint32_t to = b->from[unit + 1];
    while (*at < to && (b->clause[b->people[*at]].index == NO_INDEX ||
                        b->taken[b->people[*at]] == b->day + 1))
        (*at)++;
    if (*at == to) return false;
    *out = (Crew){unit, b->clause[b->people[*at]], room, 0};
    for (uint32_t i = *at; i < to; i++) {
        uint32_t person = b->people[i];
        if (b->clause[person].index != out->clause.index) continue;
        b->taken[person] = b->day + 1;
        room[out->count++] = person;
    }
    return true;
}

/* ---- a unit's day ---------------------------------------------------------
 */

static bool sizes_hold(const ShiftBook *b, const Crew *g, Err *err)
{
    uint32_t size[MOST] = {0};
    uint32_t count = shifts_of(corpus_clause(b->corpus, g->clause));
    uint32_t least = UINT32_MAX, most = 0;
    for (uint32_t i = 0; i < g->count; i++) {
        uint32_t shift = given(b, g->who[i]);
        if (shift > 0) size[shift - 1]++;
    }
    for (uint32_t s = 0; s < count; s++) {
        if (size[s] < least) least = size[s];
        if (size[s] > most) most = size[s];
    }
    return most - least <= 1 ||
           say(b, b->corpus->r->units[g->unit].code,
               "the sizes of shifts differ by more than one",
               "jumlah orang antargelombang berselisih lebih dari satu", err);
}

/* Would both have had theirs more equal the other way round? */
static bool both_gain(const ShiftBook *b, uint32_t a, uint32_t c)
{
    uint32_t s = given(b, a), t = given(b, c);
    return s > 0 && t > 0 && s != t && b->had[a][t - 1] < b->had[a][s - 1] &&
           b->had[c][s - 1] < b->had[c][t - 1];
}

static bool turns_hold(const ShiftBook *b, const Crew *g, Err *err)
{
    if (b->office[g->unit].changed) return true;
    for (uint32_t i = 0; i < g->count; i++) {
        for (uint32_t k = i + 1; k < g->count; k++) {
            if (both_gain(b, g->who[i], g->who[k]))
                return say(b, b->corpus->r->people[g->who[i]].code,
                           "an exchange of shifts would be fairer to both",
                           "bertukar gelombang lebih adil bagi keduanya", err);
        }
    }
    return true;
}

/* Who is meant in a unit kerja today, as on the days before? */
static void compare_members(ShiftBook *b, const Crew *g)
{
    Office *office = &b->office[g->unit];
    const Clause *clause = corpus_clause(b->corpus, g->clause);
    uint64_t digest = shifts_of(clause);
    for (uint32_t i = 0; i < g->count; i++)
        digest = digest * UINT64_C(1099511628211) + g->who[i] + 1;
    bool same = digest == office->members && clause->letter == office->letter;
    if (office->members != 0 && !same) office->changed = true;
    office->members = digest;
    office->letter = clause->letter;
}

static bool unit_holds(ShiftBook *b, uint32_t unit, uint32_t *room, Err *err)
{
    Crew g;
    uint32_t at = b->from[unit];
    while (next_group(b, unit, room, &at, &g)) {
        compare_members(b, &g);
        if (!sizes_hold(b, &g, err) || !turns_hold(b, &g, err)) return false;
    }
    return true;
}

/* ---- the whole ------------------------------------------------------------
 */

static bool day_holds(ShiftBook *b, Err *err)
{
    for (uint32_t p = 0; p < b->plan->person_count; p++) {
        PersonId person = {p};
        b->clause[p] =
            law_works(b->law, person) ? clause_of(b, person) : NO_CLAUSE;
        if (!has_what_is_said(b, p, err)) return false;
    }
    for (uint32_t u = 0; u < b->corpus->r->unit_count; u++) {
        if (!unit_holds(b, u, b->room, err)) return false;
    }
    for (uint32_t p = 0; p < b->plan->person_count; p++) {
        uint32_t has = given(b, p);
        if (has > 0) b->had[p][has - 1]++;
        b->count.given += has > 0;
    }
    return true;
}

static void count_uneven(ShiftBook *b, uint32_t shifts)
{
    for (uint32_t p = 0; p < b->plan->person_count; p++) {
        uint32_t least = UINT32_MAX, most = 0;
        for (uint32_t s = 0; s < shifts; s++) {
            if (b->had[p][s] < least) least = b->had[p][s];
            if (b->had[p][s] > most) most = b->had[p][s];
        }
        b->count.uneven += most - least > 1;
        if (most - least > b->count.most) b->count.most = most - least;
    }
}

static uint32_t most_shifts(const Corpus *corpus)
{
    uint32_t most = 0;
    for (uint32_t i = 0; i < corpus->clause_count; i++) {
        uint32_t shifts = shifts_of(&corpus->clauses[i]);
        if (shifts > most) most = shifts;
    }
    return most;
}

static void sort_people(ShiftBook *b, Arena *scratch)
{
    const Register *r = b->corpus->r;
    uint32_t people = b->plan->person_count, next = 0;
    b->people = NEW(scratch, uint32_t, people + 1);
    b->from = NEW(scratch, uint32_t, r->unit_count + 2);
    b->taken = NEW(scratch, uint32_t, people + 1);
    b->room = NEW(scratch, uint32_t, people + 1);
    uint32_t *fill = NEW(scratch, uint32_t, r->unit_count + 1);
    for (uint32_t p = 0; p < people; p++)
        fill[unit_of(b, p)]++;
    for (uint32_t u = 0; u <= r->unit_count; u++) {
        b->from[u] = next;
        if (u < r->unit_count) next += fill[u];
    }
    for (uint32_t u = 0; u < r->unit_count; u++)
        fill[u] = b->from[u];
    for (uint32_t p = 0; p < people; p++)
        b->people[fill[unit_of(b, p)]++] = p;
}

bool audit_shifts(const Plan *plan, const Corpus *corpus, const uint8_t *shifts,
                  Arena *scratch, ShiftCount *out, Err *err)
{
    uint32_t most = most_shifts(corpus);
    ShiftBook b = {
        .plan = plan,
        .corpus = corpus,
        .shifts = shifts,
        .clause = NEW(scratch, ClauseId, plan->person_count + 1),
        .had = (uint16_t(*)[MOST])NEW(scratch, uint16_t,
                                      ((size_t)plan->person_count + 1) * MOST),
        .office = NEW(scratch, Office, corpus->r->unit_count + 1),
    };
    *out = (ShiftCount){0};
    if (most == 0) return true;
    sort_people(&b, scratch);
    for (b.day = 0; b.day < plan->day_count; b.day++) {
        b.law = law_day(scratch, corpus, plan->days[b.day]);
        if (!day_holds(&b, err)) return false;
    }
    count_uneven(&b, most);
    *out = b.count;
    return true;
}
