/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/clause_types.h"

#include "circular/build.h"
#include "circular/consequence.h"
#include "circular/leave_said.h"
#include "circular/meanings.h"
#include "circular/report_said.h"
#include "circular/row_key.h"
#include "circular/shift_said.h"
#include "circular/types.h"

enum { KEPT = false, COMPUTED = true };

static const Str codes[] = {
#define TYPE(id, code, rule, in, en, computed) STR_INIT(code),
#include "circular/clause_types.def"
#undef TYPE
};

static const Str names[][2] = {
#define TYPE(id, code, rule, in, en, computed) {STR_INIT(in), STR_INIT(en)},
#include "circular/clause_types.def"
#undef TYPE
};

static const bool computes[] = {
#define TYPE(id, code, rule, in, en, computed) computed,
#include "circular/clause_types.def"
#undef TYPE
};

static TypeRule *const rules[] = {
#define TYPE(id, code, rule, in, en, computed) rule,
#include "circular/clause_types.def"
#undef TYPE
};

ClauseTypeRow clause_type_row(ClauseType type)
{
    CHECK((size_t)type < COUNT(codes));
    return (ClauseTypeRow){
        codes[type],
        {names[type][LANG_ID], names[type][LANG_EN]},
        computes[type]
    };
}

bool clause_type_of(Str code, ClauseType *out)
{
    for (size_t i = 0; i < COUNT(codes); i++) {
        if (!str_is(codes[i], code)) continue;
        *out = (ClauseType)i;
        return true;
    }
    return false;
}

/* ---- what is computed ------------------------------------------------------
 */

/* Activities whose state the day asks about; a unit is closed on an event. */
static bool state_is_computed(const Said *said)
{
    bool meets =
        said_thing(said, THING_MEETING) || said_thing(said, THING_FACE_MEETING);
    bool travels = said_thing(said, THING_TRAVEL);
    switch ((State)said->sentence->verb) {
    case STATE_HELD: return meets && said_tail(said, TAIL_ONLINE) != NULL;
    case STATE_LIMITED: return meets || travels;
    case STATE_SUSPENDED:
    case STATE_POSTPONED: return travels;
    case STATE_ENTERED: return said_thing(said, THING_PRESENCE);
    case STATE_CLOSED: return said_frame(said, FRAME_IF) != NULL;
    case STATE_OPEN:
    case STATE_FIRST:
    case STATE_REDUCED:
    case STATE_SUBMITTED:
    case STATE_DECIDED:
    case STATE_COUNT: break;
    }
    return false;
}

/* Verbs of which the day asks about these things alone. */
static const struct {
    Verb verb;
    Thing things[2];
} asked[] = {
    {VERB_REACH,     {THING_TARGET, THING_TARGET}         },
    {VERB_CARRY_OUT, {THING_TASK, THING_TASKS_FROM_ABOVE} },
    {VERB_COMPLETE,  {THING_TASK, THING_TASKS_FROM_ABOVE} },
    {VERB_FORM,      {THING_TASK_FORCE, THING_TASK_FORCE} },
    {VERB_RUN,       {THING_SERVICE, THING_PUBLIC_SERVICE}},
};

static bool is_superior(const Term *term)
{
    return term->kind == TERM_SUPERIOR;
}

static bool asks_about(const Said *said)
{
    TypeUse use = {0};
    if (report_said(said->sentence)) return true;
    if (said_verb(said, VERB_SUBMIT)) return type_r_recap(said, &use);
    if (said_verb(said, VERB_VERIFY))
        return who_has(said->sentence->who, is_superior) &&
               report_named(said->sentence->object);
    for (size_t i = 0; i < COUNT(asked); i++) {
        if (said_verb(said, asked[i].verb))
            return said_thing(said, asked[i].things[0]) ||
                   said_thing(said, asked[i].things[1]);
    }
    return true;
}

/* A verb that the day asks about, said so that it can. */
static bool verb_is_computed(const Said *said)
{
    bool forbids = said->sentence->strength == STRENGTH_MUST_NOT;
    bool bans = said_verb(said, VERB_STAY) || said_verb(said, VERB_TRAVEL);
    return (verb_row((Verb)said->sentence->verb)->computed ||
            report_said(said->sentence)) &&
           asks_about(said) && (forbids || !bans) &&
           !clause_is_untimed(said->sentence) &&
           (!said_verb(said, VERB_ANSWER) ||
            said_tail(said, TAIL_WITHIN) != NULL);
}

static bool waits(const Said *said)
{
    const Tail *tail = said_tail(said, TAIL_WHEN);
    const Frame *frame = said_frame(said, FRAME_WHEN);
    return (tail != NULL && tail->when.after.number > 0) ||
           (frame != NULL && frame->when.after.number > 0);
}

static bool is_computed(const Said *said)
{
    const Sentence *s = said->sentence;
    ShiftsSaid shifts;
    if (s == NULL) return true;
    bool row = said->table != s;
    if ((row && !row_keys_known(said->table)) || waits(said) ||
        clause_awaits_event(s))
        return false;
    switch (s->pred) {
    case PRED_PLACE: return !clause_depends_on_day(s) && !clause_takes_turns(s);
    case PRED_SCOPE:
    case PRED_EXCEED: return true;
    case PRED_COUNT:
        return s->amount.compare != FEWEST &&
               (!str_starts(s->amount.counted, STR("hari")) ||
                clause_counts_days(s));
    case PRED_DO:
        return verb_is_computed(said) || shift_said(s, &shifts) ||
               leave_said(s) != LEAVE_FREE;
    case PRED_STATE:
        return state_is_computed(said) || leave_said(s) != LEAVE_FREE;
    case PRED_MEANS:
        return said_tail(said, TAIL_CLOCK) != NULL || meaning_is_said(s);
    case PRED_COUNTED: return consequence_of(s).what != FOLLOWS_NOTHING;
    case PRED_TURN:
    case PRED_RECORD:
    case PRED_RECORDED_DO: return false;
    }
    return false;
}

/* ---- the letter -------------------------------------------------------------
 */

bool clause_is_computed(const Sentence *sentence)
{
    Said said = {.sentence = sentence, .table = sentence};
    if (!row_is_table(sentence)) return is_computed(&said);
    bool computed = row_keys_known(sentence);
    for (uint32_t i = 0; computed && i < sentence->row_count; i++) {
        said.sentence = sentence->rows[i].body;
        computed = is_computed(&said);
    }
    return computed;
}

static void ask(const Said *said, ClauseTypeUse *uses)
{
    const Sentence *s = said->sentence;
    Span whole = s != NULL ? s->span : said->letter->head;
    bool computed = is_computed(said);
    for (size_t i = 0; i < COUNT(rules); i++) {
        TypeUse use = {whole, computed && computes[i]};
        if (!rules[i](said, &use)) continue;
        if (!uses[i].used)
            uses[i] =
                (ClauseTypeUse){true, false, use.span, said->rule, said->table};
        uses[i].computed |= use.computed;
    }
}

static void ask_sentence(const Letter *letter, const Rule *rule,
                         const Sentence *s, ClauseTypeUse *uses)
{
    bool table = s->row_count > 0 && s->pred != PRED_COUNTED;
    Said said = {letter, rule, s, s};
    if (!table) ask(&said, uses);
    for (uint32_t i = 0; table && i < s->row_count; i++) {
        said.sentence = s->rows[i].body;
        ask(&said, uses);
    }
}

static void ask_rule(const Letter *letter, const Rule *rule,
                     ClauseTypeUse *uses)
{
    for (uint32_t i = 0; i < rule->sentence_count; i++)
        ask_sentence(letter, rule, &rule->sentences[i], uses);
}

void clause_types_of(const Letter *letter,
                     ClauseTypeUse uses[CLAUSE_TYPE_COUNT])
{
    Said head = {.letter = letter};
    for (size_t i = 0; i < COUNT(codes); i++)
        uses[i] = (ClauseTypeUse){0};
    ask(&head, uses);
    for (uint32_t i = 0; i < letter->rule_count; i++)
        ask_rule(letter, &letter->rules[i], uses);
    for (uint32_t i = 0; i < letter->change_count; i++)
        ask_rule(letter, &letter->changes[i].rule, uses);
}
