/* SPDX-License-Identifier: Apache-2.0 */
/*
 * naive_day_shift.c - docs/day.md, section 3.1, for one person at a time.
 */
#include "naive_day_parts.h"

enum { SHIFTS = 6, PEOPLE = 400, FIRST_DAY = -2 };

/* ---- which clause ---------------------------------------------------------
 */

static const Tail *hours_of_shifts(const Naive *n, ClauseId id)
{
    const Sentence *s = corpus_clause(n->corpus, id)->sentence;
    const Tail *shifts = naive_tail(n, id, TAIL_SHIFTS);
    const Tail *clock = naive_tail(n, id, TAIL_CLOCK);
    bool comes = s->pred == PRED_PLACE && s->where[0] == WHERE_OFFICE;
    bool works = s->pred == PRED_DO && s->verb == VERB_WORK;
    if (shifts == NULL || clock == NULL || (!comes && !works) ||
        s->strength != STRENGTH_MUST || clock->clock_count < 2 ||
        clock->clock_count > SHIFTS ||
        (shifts->amount.number != 0 &&
         shifts->amount.number != (int32_t)clock->clock_count))
        return NULL;
    for (uint32_t i = 0; i < 2 * clock->clock_count; i += 2) {
        if (clock->clock[i + 1] <= clock->clock[i]) return NULL;
    }
    return clock;
}

static ClauseId shift_clause(const Naive *n)
{
    uint32_t count = 0;
    ClauseId usual = NO_CLAUSE;
    const ClauseId *all = law_clauses(n->view->day, &count);
    for (uint32_t i = 0; i < count; i++) {
        const Clause *c = corpus_clause(n->corpus, all[i]);
        if (hours_of_shifts(n, all[i]) == NULL ||
            !naive_meant_in_office(n, all[i]))
            continue;
        if (c->weekdays != 0 || c->date_count > 0) return all[i];
        if (usual.index == NO_INDEX) usual = all[i];
    }
    return usual;
}

/* The letter of the clause sets as many shifts on that day. */
static bool letter_sets(const Naive *n, ClauseId like, Date day)
{
    uint32_t shifts = hours_of_shifts(n, like)->clock_count;
    for (uint32_t i = 0; i < n->corpus->clause_count; i++) {
        const Tail *hours = hours_of_shifts(n, (ClauseId){i});
        if (hours != NULL && hours->clock_count == shifts &&
            n->corpus->clauses[i].letter ==
                corpus_clause(n->corpus, like)->letter &&
            clause_holds(n->corpus, (ClauseId){i}, day))
            return true;
    }
    return false;
}

/* ---- with whom ------------------------------------------------------------
 */

typedef struct {
    uint32_t who[PEOPLE]; /* in the order of the register */
    int had[PEOPLE][SHIFTS];
    int last[PEOPLE]; /* shift of the last day */
    int now[PEOPLE];  /* -1: not in the office; 0, 1, ... */
    int count, shifts;
} Crew;

static Naive as_person(const Naive *n, uint32_t person)
{
    Naive other = *n;
    other.id = (PersonId){person};
    other.person = &n->r->people[person];
    other.profile = law_profile(n->view->day, other.id);
    return other;
}

static void gather(const Naive *n, ClauseId clause, Crew *g)
{
    uint32_t unit = n->r->work_unit_of[n->person->unit.index].index;
    for (uint32_t p = 0; p < n->r->person_count; p++) {
        if (n->r->work_unit_of[n->r->people[p].unit.index].index != unit)
            continue;
        Naive other = as_person(n, p);
        if (!law_works(n->view->day, other.id) ||
            shift_clause(&other).index != clause.index)
            continue;
        CHECK(g->count < PEOPLE);
        g->last[g->count] = FIRST_DAY;
        g->who[g->count++] = p;
    }
}

/* ---- with a plan ----------------------------------------------------------
 */

static bool in_office(char letter)
{
    return letter == 'K' || letter == 'B';
}

static bool was_to_come(const Plan *plan, uint32_t person, uint32_t day)
{
    for (size_t i = 0; i < plan->began_count; i++) {
        if (plan->began[i].person.index == person && plan->began[i].day == day)
            return in_office(plan->began[i].letter);
    }
    return in_office(plan_cell(plan, (PersonId){person}, day));
}

static int spread(const Crew *g, int i)
{
    int least = 1 << 20, most = 0;
    for (int s = 0; s < g->shifts; s++) {
        if (g->had[i][s] < least) least = g->had[i][s];
        if (g->had[i][s] > most) most = g->had[i][s];
    }
    return most - least;
}

/* How little somebody likes a shift: had less is better, then the next one. */
static int dislike(const Crew *g, int i, int shift)
{
    int next = (shift - g->last[i] - 1 + 2 * g->shifts) % g->shifts;
    return g->had[i][shift] * SHIFTS + next;
}

static void choose_in_turn(Crew *g, const bool *present, int in)
{
    int size[SHIFTS] = {0}, larger = 0;
    for (int chosen = 0; chosen < in; chosen++) {
        int who = -1, best = -1;
        for (int i = 0; i < g->count; i++) {
            if (present[i] && g->now[i] < 0 &&
                (who < 0 || spread(g, i) > spread(g, who)))
                who = i;
        }
        for (int s = 0; s < g->shifts; s++) {
            bool room = size[s] < in / g->shifts ||
                        (size[s] == in / g->shifts && larger < in % g->shifts);
            if (room &&
                (best < 0 || dislike(g, who, s) < dislike(g, who, best)))
                best = s;
        }
        larger += size[best] == in / g->shifts;
        size[best]++;
        g->now[who] = best;
    }
}

static void by_plan(const Naive *n, ClauseId clause, uint32_t last, Crew *g)
{
    const Plan *plan = n->view->plan;
    for (uint32_t d = 0; d <= last; d++) {
        bool present[PEOPLE] = {false};
        int in = 0;
        if (!letter_sets(n, clause, plan->days[d])) continue;
        for (int i = 0; i < g->count; i++) {
            present[i] = was_to_come(plan, g->who[i], d);
            if (present[i] && g->last[i] == FIRST_DAY)
                g->last[i] = in % g->shifts - 1;
            in += present[i];
            g->now[i] = -1;
        }
        choose_in_turn(g, present, in);
        for (int i = 0; i < g->count && d < last; i++) {
            if (g->now[i] < 0) continue;
            g->had[i][g->now[i]]++;
            g->last[i] = g->now[i];
        }
    }
}

/* ---- without a plan -------------------------------------------------------
 */

static void by_turn(Arena *scratch, const Naive *n, ClauseId clause, Crew *g)
{
    Corpus known = *n->corpus;
    const CorpusLetter *letter =
        &n->corpus->letters[corpus_clause(n->corpus, clause)->letter];
    UnitId unit = n->r->work_unit_of[n->person->unit.index];
    Date yesterday = date_plus(n->date, -1);
    int turn = 0;
    if (date_before(yesterday, known.known)) known.known = yesterday;
    LawDay *law = law_day(scratch, &known, n->date);
    for (Date d = letter->windows[0].first; date_before(d, n->date);
         d = date_plus(d, 1))
        turn +=
            letter_sets(n, clause, d) &&
            calendar_works(n->corpus->calendar, n->r->units[unit.index].week, d,
                           n->corpus->known);
    for (int i = 0; i < g->count; i++) {
        Directive told = law_person(law, (PersonId){g->who[i]});
        bool comes = in_office(told.letter) && told.step != STEP_RECALL;
        g->now[i] = comes ? turn % g->shifts : -1;
        turn += comes;
    }
}

/* ---- the shift ------------------------------------------------------------
 */

bool naive_shift(Arena *scratch, const Naive *n, int *begins, int *ends)
{
    ClauseId clause = shift_clause(n);
    const Plan *plan = n->view->plan;
    Crew *g = NEW(scratch, Crew, 1);
    uint32_t day = 0;
    if (clause.index == NO_INDEX) return false;
    const Tail *hours = hours_of_shifts(n, clause);
    g->shifts = (int)hours->clock_count;
    gather(n, clause, g);
    while (plan != NULL && day < plan->day_count &&
           !date_is(plan->days[day], n->date))
        day++;
    if (plan != NULL && day < plan->day_count)
        by_plan(n, clause, day, g);
    else
        by_turn(scratch, n, clause, g);
    for (int i = 0; i < g->count; i++) {
        if (g->who[i] != n->id.index || g->now[i] < 0) continue;
        const int16_t *span = &hours->clock[(size_t)g->now[i] * 2];
        *begins = span[0];
        *ends = span[1];
        return true;
    }
    return false;
}
