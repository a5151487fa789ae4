/* SPDX-License-Identifier: Apache-2.0 */
/*
 * naive_unit_hand.c - docs/day.md, sections 5.5 to 5.7.
 */
#include "naive_unit_parts.h"

/* ---- 5.5 ------------------------------------------------------------------
 */

static bool keeps_serving(const Sentence *s, Strength strength)
{
    return strength == STRENGTH_MUST && s->pred == PRED_DO &&
           s->verb == VERB_RUN &&
           (naive_names(s->who, THING_SERVICE) ||
            naive_names(s->who, THING_PUBLIC_SERVICE));
}

static const Told *said_of(const NaiveUnit *u, UnitId unit, Str counter)
{
    for (size_t i = u->count; i > 0; i--) {
        const Told *t = &u->told[i - 1];
        if (naive_unit_told(u, t, FACT_COUNTER, unit) &&
            str_is(t->fact->thing, counter))
            return t;
    }
    return NULL;
}

static void count_one(NaiveUnit *u, PersonId person, bool field, UnitLine *line)
{
    const Verdict *v = naive_unit_verdict(u, person);
    bool usual = v->expected == 'B';
    bool ready = naive_unit_works(u, person) &&
                 (usual || v->expected == (field ? 'L' : 'K'));
    bool there = v->where == 'K' || (field && v->where == 'L') ||
                 (ready && usual && v->where == '?');
    line->numbers[1] += ready;
    line->numbers[2] += there;
}

static void count_named(NaiveUnit *u, Str list, bool field, UnitLine *line)
{
    Str code;
    line->numbers[0] = naive_unit_items(list);
    while (str_next(&list, '|', &code)) {
        for (uint32_t p = 0; p < u->r->person_count; p++) {
            if (str_is(u->r->people[p].code, str_trim(code)))
                count_one(u, (PersonId){p}, field, line);
        }
    }
}

static void set(UnitLine *line, UnitOutcome outcome, Colour colour)
{
    line->outcome = outcome;
    line->colour = colour;
}

/* Fewer are there than needed. */
static void judge_short(const NaiveUnit *u, UnitLine *line)
{
    const int32_t *n = line->numbers;
    bool bound = line->by.index != NO_INDEX;
    bool before = naive_unit_now_before(u, n[3]);
    set(line, UNIT_SHORT, COLOUR_NOTED);
    if (before && n[1] >= n[0]) set(line, UNIT_READY, COLOUR_PENDING);
    if (before) return;
    if (naive_unit_down(u, n[3] - 60, n[3]))
        set(line, UNIT_UNKNOWN, COLOUR_UNKNOWN);
    else if (n[2] == 0)
        set(line, UNIT_UNSERVED, bound ? COLOUR_BREACH : COLOUR_NOTED);
}

static void open_counter(NaiveUnit *u, uint32_t at, UnitId unit, const Told *f)
{
    const Counter *counter = &u->r->counters[at];
    bool field = counter->kind == COUNTER_FIELD;
    ClauseId by = naive_unit_clause(u, keeps_serving, unit);
    UnitLine *line = naive_unit_say(u, UNIT_TOPIC_COUNTER, UNIT_SERVED,
                                    COLOUR_KEPT, by, unit);
    int32_t *n = line->numbers;
    bool from = f != NULL && f->fact->from >= 0;
    bool to = f != NULL && f->fact->to >= 0;
    line->thing = at;
    naive_unit_cite(line, f);
    n[0] = counter->need;
    n[3] = from ? f->fact->from : counter->opens;
    n[4] = to ? f->fact->to : counter->closes;
    if (f != NULL && f->fact->list.len > 0) {
        count_named(u, f->fact->list, field, line);
    } else {
        for (size_t i = 0; i < counter->staff_count; i++)
            count_one(u, counter->staff[i], field, line);
    }
    if (n[2] < n[0]) judge_short(u, line);
}

static void counter_of(NaiveUnit *u, uint32_t at, UnitId unit)
{
    const Counter *counter = &u->r->counters[at];
    const Told *f = said_of(u, unit, counter->code);
    bool says_shut = f != NULL && str_is(f->word, STR("tutup"));
    ClauseId by = NO_CLAUSE;
    bool usual = (counter->weekdays & (1U << date_weekday(u->date))) != 0 &&
                 calendar_works(u->corpus->calendar,
                                u->r->units[counter->unit.index].week, u->date,
                                u->corpus->known);
    if (f == NULL && !usual) return;
    if (!naive_unit_closed(u, unit, &by) && !says_shut) {
        open_counter(u, at, unit, f);
        return;
    }
    UnitLine *line = naive_unit_say(u, UNIT_TOPIC_COUNTER, UNIT_SHUT,
                                    COLOUR_NOTED, by, unit);
    line->thing = at;
    if (says_shut) naive_unit_cite(line, f);
}

void naive_unit_counters(NaiveUnit *u)
{
    for (uint32_t i = 0; i < u->r->unit_count; i++) {
        UnitId unit = u->r->preorder[i];
        for (uint32_t c = 0; c < u->r->counter_count; c++) {
            const Counter *counter = &u->r->counters[c];
            UnitId of = counter->unit;
            while (of.index != NO_INDEX && !u->r->units[of.index].work_unit)
                of = u->r->units[of.index].parent;
            if (naive_unit_has(u, unit) && of.index == unit.index &&
                window_has(counter->window, u->date))
                counter_of(u, c, unit);
        }
    }
}

/* ---- 5.6 ------------------------------------------------------------------
 */

static bool forms(const Sentence *s, Strength strength)
{
    (void)strength;
    return s->pred == PRED_DO && s->verb == VERB_FORM &&
           naive_names(s->object, THING_TASK_FORCE);
}

static const Told *team(const NaiveUnit *u, UnitId unit)
{
    const Told *last = NULL;
    for (size_t i = 0; i < u->count; i++) {
        if (naive_unit_told(u, &u->told[i], FACT_TEAM, unit))
            last = &u->told[i];
    }
    UnitId above = u->r->units[unit.index].parent;
    for (; last == NULL && above.index != NO_INDEX;
         above = u->r->units[above.index].parent) {
        for (size_t i = 0; i < u->count; i++) {
            if (naive_unit_node(u, &u->told[i], FACT_TEAM, above, u->date))
                last = &u->told[i];
        }
    }
    return last;
}

void naive_unit_teams(NaiveUnit *u)
{
    for (uint32_t i = 0; i < u->r->unit_count; i++) {
        UnitId unit = u->r->preorder[i];
        if (!naive_unit_has(u, unit)) continue;
        ClauseId by = naive_unit_clause(u, forms, unit);
        const Told *t = team(u, unit);
        if (t == NULL && by.index == NO_INDEX) continue;
        UnitLine *line = naive_unit_say(
            u, UNIT_TOPIC_TEAM, t != NULL ? UNIT_NAMED : UNIT_NONE,
            t != NULL ? COLOUR_KEPT : COLOUR_NOTED, by, unit);
        naive_unit_cite(line, t);
        if (t != NULL) line->numbers[0] = naive_unit_items(t->fact->list);
    }
}

/* ---- 5.7 ------------------------------------------------------------------
 */

static bool has(const NaiveUnit *u, Str text, const char *a, const char *b)
{
    Str small = str_fold(u->arena, text);
    return str_find(small, str_of(a), 0) != SIZE_MAX ||
           str_find(small, str_of(b), 0) != SIZE_MAX;
}

static bool asks_checklist(const NaiveUnit *u, const Sentence *s)
{
    if (s->pred != PRED_RECORD && s->pred != PRED_RECORDED_DO) return false;
    Str all = str_format(u->arena, "%.*s\n%.*s\n%.*s", STR_ARG(s->topic),
                         STR_ARG(s->text), STR_ARG(s->text_en));
    return has(u, all, "protokol", "protocol") ||
           has(u, all, "jarak", "distance");
}

static void say_checked(NaiveUnit *u, ClauseId by, UnitId unit, PersonId person,
                        const Told *about, const Told *done)
{
    UnitLine *line = naive_unit_say(u, UNIT_TOPIC_PROTOCOL, UNIT_DONE,
                                    COLOUR_KEPT, by, unit);
    line->person = person;
    naive_unit_cite(line, about);
    naive_unit_cite(line, done);
    if (done != NULL) {
        line->numbers[0] = naive_unit_items(done->fact->list);
    } else if (naive_unit_now_before(u, 1440)) {
        line->outcome = UNIT_PENDING;
        line->colour = COLOUR_PENDING;
    } else {
        line->outcome = UNIT_NONE;
        line->colour = COLOUR_NOTED;
    }
}

/* The first checklist about it (NULL: about nothing) of the unit, or in the
 * thread of the person. */
static const Told *checklist(const NaiveUnit *u, UnitId unit, PersonId person,
                             const Told *about)
{
    FactId none = {{0}};
    for (size_t i = 0; i < u->count; i++) {
        const Told *t = &u->told[i];
        bool here = person.index == NO_INDEX
                        ? naive_unit_told(u, t, FACT_CHECKLIST, unit)
                        : naive_unit_own(u, t, FACT_CHECKLIST, person, u->date);
        if (here &&
            fact_id_is(t->fact->about, about == NULL ? none : about->fact->id))
            return t;
    }
    return NULL;
}

static bool somebody_works(const NaiveUnit *u, UnitId unit)
{
    for (uint32_t p = 0; p < u->r->person_count; p++) {
        if (naive_unit_asked(u, (PersonId){p}) &&
            naive_unit_of(u, (PersonId){p}).index == unit.index &&
            naive_unit_works(u, (PersonId){p}))
            return true;
    }
    return false;
}

static void of_meetings(NaiveUnit *u, ClauseId by, UnitId unit)
{
    for (size_t i = 0; i < u->count; i++) {
        const Told *t = &u->told[i];
        if (!naive_unit_told(u, t, FACT_MEETING, unit) ||
            !str_is(t->word, STR("tatap muka")))
            continue;
        const Told *said = naive_unit_decision(u, t, unit, NO_PERSON, u->date);
        if (said == NULL || !str_is(said->word, STR("tolak")))
            say_checked(u, by, unit, NO_PERSON, t,
                        checklist(u, unit, NO_PERSON, t));
    }
}

static void of_unit(NaiveUnit *u, UnitId unit)
{
    uint32_t count = 0;
    const ClauseId *all = law_clauses(u->view->day, &count);
    ClauseId shut = NO_CLAUSE;
    for (uint32_t c = 0; c < count; c++) {
        const Sentence *s = corpus_clause(u->corpus, all[c])->sentence;
        if (!asks_checklist(u, s) || !naive_unit_reaches(u, all[c], unit))
            continue;
        if (has(u, s->topic, "rapat", "meeting"))
            of_meetings(u, all[c], unit);
        else if (!has(u, s->topic, "perjalanan", "travel") &&
                 !naive_unit_closed(u, unit, &shut) && somebody_works(u, unit))
            say_checked(u, all[c], unit, NO_PERSON, NULL,
                        checklist(u, unit, NO_PERSON, NULL));
    }
}

static const Told *trip_of(const NaiveUnit *u, PersonId person)
{
    const Told *last = NULL;
    for (size_t i = 0; i < u->count; i++) {
        const Told *t = &u->told[i];
        if (!naive_unit_own(u, t, FACT_TRIP, person, u->date)) continue;
        const Told *said = naive_unit_decision(u, t, NO_UNIT, person, u->date);
        if (said != NULL && str_is(said->word, STR("setuju"))) last = t;
    }
    return last;
}

static void of_person(NaiveUnit *u, PersonId person)
{
    uint32_t count = 0;
    const ClauseId *all = law_clauses(u->view->day, &count);
    const Told *trip = trip_of(u, person);
    for (uint32_t c = 0; trip != NULL && c < count; c++) {
        const Sentence *s = corpus_clause(u->corpus, all[c])->sentence;
        if (asks_checklist(u, s) && !has(u, s->topic, "rapat", "meeting") &&
            has(u, s->topic, "perjalanan", "travel") &&
            naive_unit_reached_by(u, all[c], person))
            say_checked(u, all[c], NO_UNIT, person, trip,
                        checklist(u, NO_UNIT, person, trip));
    }
}

void naive_unit_protocols(NaiveUnit *u)
{
    for (uint32_t i = 0; i < u->r->unit_count; i++) {
        if (naive_unit_has(u, u->r->preorder[i])) of_unit(u, u->r->preorder[i]);
    }
    for (uint32_t p = 0; p < u->r->person_count; p++) {
        PersonId person = {p};
        if (naive_unit_asked(u, person) &&
            naive_unit_verdict(u, person)->planned == 'D')
            of_person(u, person);
    }
}
