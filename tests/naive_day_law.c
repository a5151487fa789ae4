/* SPDX-License-Identifier: Apache-2.0 */
/*
 * naive_day_law.c - which clauses of the day a person owes.
 */
#include "naive_day_parts.h"

NaiveLaw naive_law(Arena *arena, const Corpus *corpus)
{
    NaiveLaw law = {corpus,
                    NEW(arena, const Selection *, corpus->clause_count)};
    Diags unread = diags_in(arena);
    for (uint32_t i = 0; i < corpus->clause_count; i++) {
        const Clause *clause = &corpus->clauses[i];
        const Sentence *s = clause->sentence;
        if (clause->act != ACT_DUTY || s->pred != PRED_DO || s->who == NULL)
            continue;
        const Source *source = corpus->letters[clause->brought_by].source;
        law.who[i] = selection_make(arena, corpus->r, s->who, source, &unread);
    }
    return law;
}

/* ---- whom it means --------------------------------------------------------
 */

static bool is_meant_by(const Naive *n, const Selection *s)
{
    return selection_has(s, n->r, &n->profile, n->id, n->date,
                         n->corpus->known) != PICK_NOT;
}

/* A clause that excuses or derogates from this one means the person. */
static bool is_lifted(const Naive *n, ClauseId id)
{
    uint32_t count = 0;
    const ClauseId *all = law_clauses(n->view->day, &count);
    for (uint32_t i = 0; i < count; i++) {
        const Clause *other = corpus_clause(n->corpus, all[i]);
        bool lifts = other->act == ACT_EXCUSE || other->act == ACT_PLACE;
        for (uint32_t t = 0; lifts && t < other->target_count; t++) {
            if (other->targets[t].index == id.index &&
                law_means(n->view->day, all[i], n->id))
                return true;
        }
    }
    return false;
}

static bool unit_fits(const Naive *n, const Clause *clause)
{
    uint32_t unit = n->person->unit.index;
    bool in_row = clause->among == NULL || clause->among[unit] != 0;
    bool in_frame = clause->units == NULL || clause->units[unit] != 0;
    while (clause->level == LEVEL_UNITS && !in_frame && unit != NO_INDEX) {
        in_frame = clause->units[unit] != 0;
        unit = n->r->units[unit].parent.index;
    }
    return in_row && in_frame;
}

bool naive_reached(const Naive *n, ClauseId id)
{
    const Clause *clause = corpus_clause(n->corpus, id);
    ClauseId by = NO_CLAUSE;
    return person_is_active(n->r, n->id, n->date) && unit_fits(n, clause) &&
           is_meant_by(n, n->corpus->letters[clause->letter].covering) &&
           !law_exempt(n->view->day, clause->letter, n->id, &by) &&
           !is_lifted(n, id);
}

static bool is_placed(char letter, Where where)
{
    switch (where) {
    case WHERE_NONE: return true;
    case WHERE_OFFICE: return letter == PLACED_OFFICE;
    case WHERE_FIELD: return letter == PLACED_FIELD;
    case WHERE_HOME:
    case WHERE_ANY: return letter == PLACED_HOME || letter == PLACED_CLOSED;
    case WHERE_LEAVE: return false;
    }
    return false;
}

typedef bool PickAsks(const Naive *n, const Pick *pick);

static bool asks_all(const Naive *n, const Pick *pick)
{
    return is_placed(n->letter, pick->placed) && (!pick->called || n->recalled);
}

static bool asks_nothing(const Naive *n, const Pick *pick)
{
    (void)n;
    (void)pick;
    return true;
}

static bool asks_called(const Naive *n, const Pick *pick)
{
    return asks_all(n, pick) && pick->called;
}

/* Some alternative of the clause means the person, and asks what it asks. */
static bool means_as(const Naive *n, ClauseId id, PickAsks *asks)
{
    const Selection *s = n->view->law->who[id.index];
    for (uint32_t i = 0; s != NULL && i < s->pick_count; i++) {
        Selection one = *s;
        one.picks = &s->picks[i];
        one.pick_count = 1;
        if (asks(n, &s->picks[i]) && is_meant_by(n, &one))
            return naive_reached(n, id);
    }
    return false;
}

bool naive_owed(const Naive *n, ClauseId id)
{
    return means_as(n, id, asks_all);
}

bool naive_meant(const Naive *n, ClauseId id, bool called)
{
    return means_as(n, id, called ? asks_called : asks_nothing);
}

static bool asks_office(const Naive *n, const Pick *pick)
{
    (void)n;
    return !pick->called &&
           (pick->placed == WHERE_NONE || pick->placed == WHERE_OFFICE);
}

bool naive_meant_in_office(const Naive *n, ClauseId id)
{
    if (corpus_clause(n->corpus, id)->act == ACT_PLACE)
        return law_means(n->view->day, id, n->id);
    return means_as(n, id, asks_office);
}

/* ---- what it says ---------------------------------------------------------
 */

static bool is_duty(const Naive *n, ClauseId id, Verb verb)
{
    const Clause *clause = corpus_clause(n->corpus, id);
    return clause->act == ACT_DUTY && clause->sentence->pred == PRED_DO &&
           clause->sentence->verb == (int32_t)verb;
}

bool naive_bids(const Naive *n, ClauseId id, Verb verb)
{
    Strength s = corpus_clause(n->corpus, id)->strength;
    return is_duty(n, id, verb) &&
           (s == STRENGTH_MUST || s == STRENGTH_MAY || s == STRENGTH_ADVISED);
}

bool naive_bans(const Naive *n, ClauseId id, Verb verb)
{
    return is_duty(n, id, verb) &&
           corpus_clause(n->corpus, id)->strength == STRENGTH_MUST_NOT;
}

bool naive_names(const Who *who, Thing thing)
{
    for (uint32_t g = 0; who != NULL && g < who->group_count; g++) {
        for (uint32_t t = 0; t < who->groups[g].count; t++) {
            const Term *term = &who->groups[g].terms[t];
            if (term->kind == TERM_THING && term->value == (int32_t)thing)
                return true;
        }
    }
    return false;
}

const Tail *naive_tail(const Naive *n, ClauseId id, TailKind kind)
{
    const Sentence *s = corpus_clause(n->corpus, id)->sentence;
    for (uint32_t i = 0; i < s->tail_count; i++) {
        if (s->tails[i].kind == kind) return &s->tails[i];
    }
    return NULL;
}

int naive_clock_end(const Tail *tail)
{
    if (tail == NULL || tail->clock_count == 0) return -1;
    return tail->clock[1] >= 0 ? tail->clock[1] : tail->clock[0];
}

/* ---- hours ----------------------------------------------------------------
 */

/* "Jam kerja ialah setiap hari kerja pukul 08.00-14.00." */
static const Tail *hours_said(const Naive *n, ClauseId id)
{
    const Sentence *s = corpus_clause(n->corpus, id)->sentence;
    const Tail *clock = naive_tail(n, id, TAIL_CLOCK);
    bool says = s->pred == PRED_MEANS &&
                naive_names(s->who, THING_WORKING_HOURS) && clock != NULL &&
                clock->clock_count > 0 && clock->clock[1] >= 0;
    return says && naive_reached(n, id) ? clock : NULL;
}

DayHours naive_hours(const Naive *n)
{
    DayHours hours = n->view->hours;
    uint32_t count = 0;
    const ClauseId *all = law_clauses(n->view->day, &count);
    for (uint32_t i = 0; i < count; i++) {
        const Tail *said = hours_said(n, all[i]);
        if (said == NULL) continue;
        hours.begins = said->clock[0];
        hours.ends = hours.ends_friday = said->clock[1];
        break;
    }
    return hours;
}

int naive_day_ends(const Naive *n)
{
    return date_weekday(n->date) == FRIDAY ? n->hours.ends_friday
                                           : n->hours.ends;
}
