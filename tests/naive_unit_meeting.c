/* SPDX-License-Identifier: Apache-2.0 */
/*
 * naive_unit_meeting.c - docs/day.md, section 5.8.
 */
#include "base/num.h"
#include "naive_unit_parts.h"

static const Tail *tail_of(const Sentence *s, TailKind kind)
{
    for (uint32_t i = 0; i < s->tail_count; i++) {
        if (s->tails[i].kind == kind) return &s->tails[i];
    }
    return NULL;
}

/* ---- 5.8 ------------------------------------------------------------------
 */

static bool of_meetings(const Sentence *s, State state)
{
    return s->pred == PRED_STATE && s->verb == (int32_t)state &&
           (naive_names(s->who, THING_MEETING) ||
            naive_names(s->who, THING_FACE_MEETING));
}

static bool limits(const Sentence *s, Strength strength)
{
    (void)strength;
    return of_meetings(s, STATE_LIMITED);
}

static bool holds_online(const Sentence *s, Strength strength)
{
    (void)strength;
    return of_meetings(s, STATE_HELD) && tail_of(s, TAIL_ONLINE) != NULL;
}

/* N behind the words, or -1. */
static int64_t number_behind(Str text, const char *words)
{
    size_t at = str_find(text, str_of(words), 0);
    if (at == SIZE_MAX) return -1;
    at += str_of(words).len;
    size_t end = at;
    while (end < text.len && text.ptr[end] >= '0' && text.ptr[end] <= '9')
        end++;
    int64_t number = -1;
    return num_is(str_slice(text, at, end), 0, INT32_MAX, &number) ? number
                                                                   : -1;
}

static int64_t most_in(const NaiveUnit *u, const Sentence *s)
{
    Str topic = str_fold(u->arena, s->topic);
    const Str texts[] = {str_fold(u->arena, s->text),
                         str_fold(u->arena, s->text_en)};
    if ((s->pred != PRED_RECORD && s->pred != PRED_RECORDED_DO) ||
        (str_find(topic, STR("rapat"), 0) == SIZE_MAX &&
         str_find(topic, STR("meeting"), 0) == SIZE_MAX))
        return -1;
    for (size_t i = 0; i < COUNT(texts); i++) {
        int64_t most = number_behind(texts[i], "paling banyak ");
        if (most < 0) most = number_behind(texts[i], "at most ");
        if (most >= 0) return most;
    }
    return -1;
}

static void too_many(NaiveUnit *u, UnitId unit, const Told *t, int32_t people)
{
    uint32_t count = 0;
    const ClauseId *all = law_clauses(u->view->day, &count);
    for (uint32_t i = 0; i < count; i++) {
        int64_t most = most_in(u, corpus_clause(u->corpus, all[i])->sentence);
        if (most < 0 || people <= most || !naive_unit_reaches(u, all[i], unit))
            continue;
        UnitLine *line = naive_unit_say(u, UNIT_TOPIC_MEETING, UNIT_TOO_MANY,
                                        COLOUR_BREACH, all[i], unit);
        line->numbers[0] = people;
        line->numbers[1] = (int32_t)most;
        naive_unit_cite(line, t);
        return;
    }
}

static UnitOutcome of_person(const NaiveUnit *u, const Told *t,
                             const Told *said, ClauseId c, Colour *colour)
{
    *colour = COLOUR_NOTED;
    if (said != NULL && str_is(said->word, STR("tolak"))) return UNIT_REFUSED;
    *colour = COLOUR_KEPT;
    if (c.index == NO_INDEX) return UNIT_IN_PERSON;
    const Sentence *s = corpus_clause(u->corpus, c)->sentence;
    bool online = holds_online(s, STRENGTH_NONE);
    *colour = COLOUR_BREACH;
    if (tail_of(s, TAIL_FOR) != NULL && t->fact->urgency.len == 0)
        return UNIT_NO_REASON;
    bool asks = online || tail_of(s, TAIL_APPROVED_BY) != NULL ||
                tail_of(s, TAIL_PERMITTED_BY) != NULL;
    *colour = online && asks ? COLOUR_NOTED : COLOUR_KEPT;
    if (!asks) return UNIT_IN_PERSON;
    if (said != NULL && str_is(said->word, STR("setuju")))
        return online ? UNIT_BESIDE : UNIT_APPROVED;
    bool before =
        naive_unit_now_before(u, t->fact->from < 0 ? 0 : t->fact->from);
    *colour = before ? COLOUR_PENDING : COLOUR_BREACH;
    return before ? UNIT_PENDING : UNIT_UNAPPROVED;
}

static void meeting(NaiveUnit *u, UnitId unit, const Told *t)
{
    bool online = str_is(t->word, STR("daring"));
    ClauseId c = naive_unit_clause(u, limits, unit), shut = NO_CLAUSE;
    if (online || c.index == NO_INDEX)
        c = naive_unit_clause(u, holds_online, unit);
    const Told *said = naive_unit_decision(u, t, unit, NO_PERSON, u->date);
    Colour colour = COLOUR_KEPT;
    UnitOutcome outcome =
        online ? UNIT_ONLINE : of_person(u, t, said, c, &colour);
    int32_t people = naive_unit_items(t->fact->list);
    UnitLine *line =
        naive_unit_say(u, UNIT_TOPIC_MEETING, outcome, colour, c, unit);
    line->numbers[0] = people;
    line->numbers[1] = t->fact->from;
    line->numbers[2] = t->fact->to;
    naive_unit_cite(line, t);
    naive_unit_cite(line, said);
    if (online || outcome == UNIT_REFUSED) return;
    too_many(u, unit, t, people);
    if (!naive_unit_closed(u, unit, &shut)) return;
    line = naive_unit_say(u, UNIT_TOPIC_MEETING, UNIT_IN_CLOSURE, COLOUR_NOTED,
                          shut, unit);
    line->numbers[0] = people;
    naive_unit_cite(line, t);
}

void naive_unit_meetings(NaiveUnit *u)
{
    for (uint32_t i = 0; i < u->r->unit_count; i++) {
        UnitId unit = u->r->preorder[i];
        for (size_t k = 0; naive_unit_has(u, unit) && k < u->count; k++) {
            if (naive_unit_told(u, &u->told[k], FACT_MEETING, unit))
                meeting(u, unit, &u->told[k]);
        }
    }
}
