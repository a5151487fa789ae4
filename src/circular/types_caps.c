/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/shift_said.h"
#include "circular/types.h"

/* ---- C: how many
 * -------------------------------------------------------------
 */

bool type_c_maxo(const Said *said, TypeUse *use)
{
    (void)use;
    return said_count(said, WHERE_OFFICE, AT_MOST, true);
}

bool type_c_maxh(const Said *said, TypeUse *use)
{
    (void)use;
    return said_count(said, WHERE_HOME, AT_MOST, true) ||
           said_count(said, WHERE_ANY, AT_MOST, true);
}

bool type_c_mino(const Said *said, TypeUse *use)
{
    (void)use;
    return said_count(said, WHERE_OFFICE, AT_LEAST, true);
}

bool type_c_minn(const Said *said, TypeUse *use)
{
    (void)use;
    return said_count(said, WHERE_OFFICE, AT_LEAST, false);
}

static bool shares(const Said *said, Where where)
{
    return said_count(said, where, AT_MOST, true) ||
           said_count(said, where, AT_LEAST, true) ||
           said_count(said, where, EXACTLY, true);
}

/* A share of the other place, or of the rest of which this one is. */
static bool rule_shares(const Said *said, Where where)
{
    const Rule *rule = said->rule;
    for (uint32_t i = 0; i < rule->sentence_count; i++) {
        const Sentence *s = &rule->sentences[i];
        Said other = {said->letter, rule, s, s};
        if (s != said->sentence && shares(&other, where)) return true;
    }
    return false;
}

static bool places_rest(const Said *said)
{
    return said->sentence->subject == SUBJECT_REST &&
           (said_place(said, WHERE_HOME) || said_place(said, WHERE_ANY)) &&
           rule_shares(said, WHERE_OFFICE);
}

bool type_c_split(const Said *said, TypeUse *use)
{
    (void)use;
    if (said->sentence == NULL) return false;
    bool office = shares(said, WHERE_OFFICE);
    bool home = shares(said, WHERE_HOME) || shares(said, WHERE_ANY);
    if (office && home) return true;
    if (said->table != said->sentence) return false;
    return places_rest(said) || (home && rule_shares(said, WHERE_OFFICE));
}

static bool places_all(const Said *said, Where where)
{
    return said_place(said, where) &&
           said->sentence->strength == STRENGTH_MUST &&
           said_who(said, term_is_all);
}

bool type_c_allh(const Said *said, TypeUse *use)
{
    (void)use;
    return places_all(said, WHERE_HOME);
}

bool type_c_allo(const Said *said, TypeUse *use)
{
    (void)use;
    return places_all(said, WHERE_OFFICE);
}

static bool keys_hold(const Said *said, Str word)
{
    const Frame *by = said_frame(said, FRAME_BY);
    return by != NULL && str_find(by->words, word, 0) != SIZE_MAX;
}

bool type_c_zone(const Said *said, TypeUse *use)
{
    (void)use;
    return keys_hold(said, STR("zona")) || keys_hold(said, STR("level"));
}

static bool is_sector(const Term *term)
{
    return term->kind == TERM_SERVICE && (term->value == SERVICE_ESSENTIAL ||
                                          term->value == SERVICE_CRITICAL);
}

static bool is_service(const Term *term)
{
    return term->kind == TERM_SERVICE && !is_sector(term);
}

/* People on such units: of the frame, or behind "pada". */
static bool on_units(const Said *said, TermTest *test)
{
    const Frame *at = said_frame(said, FRAME_AT);
    const Frame *each = said_frame(said, FRAME_EACH);
    const Sentence *s = said->sentence;
    if (!said_places(said)) return false;
    if ((at != NULL && who_has(at->who, test)) ||
        (each != NULL && who_has(each->who, test)) || said_who(said, test))
        return true;
    for (uint32_t g = 0; s->who != NULL && g < s->who->group_count; g++) {
        const Group *group = &s->who->groups[g];
        for (uint32_t t = 0; t < group->count; t++) {
            for (uint32_t i = 0; i < group->terms[t].limit_count; i++) {
                if (who_has(group->terms[t].limits[i].units, test)) return true;
            }
        }
    }
    return false;
}

bool type_c_sector(const Said *said, TypeUse *use)
{
    (void)use;
    return keys_hold(said, STR("sektor")) || on_units(said, is_sector);
}

bool type_c_serv(const Said *said, TypeUse *use)
{
    (void)use;
    return keys_hold(said, STR("sifat layanan")) || on_units(said, is_service);
}

bool type_c_area(const Said *said, TypeUse *use)
{
    (void)use;
    return keys_hold(said, STR("tempat unit kerja berada"));
}

static bool is_whole(const Who *who)
{
    return who->group_count == 1 && who->groups[0].count == 1 &&
           who->groups[0].terms[0].kind == TERM_STAFF_ALL &&
           who->groups[0].terms[0].limit_count == 0;
}

static bool is_section(const Term *term)
{
    return term->kind == TERM_SECTION ||
           (term->kind == TERM_UNIT_TYPE &&
            (term->value == UNIT_SEKSI || term->value == UNIT_BIDANG ||
             term->value == UNIT_BAGIAN));
}

/* A base said once for all shares, another than all staff, leave counted in, or
 * each section. */
bool type_c_base(const Said *said, TypeUse *use)
{
    const Who *shares_of = said->letter->share_base;
    if (said->sentence == NULL) {
        if (shares_of == NULL) return false;
        use->span = shares_of->span;
        return true;
    }
    const Tail *base = said_tail(said, TAIL_BASE);
    const Frame *each = said_frame(said, FRAME_EACH);
    if (!said_pred(said, PRED_COUNT) || !said->sentence->amount.share)
        return false;
    return (base != NULL && !is_whole(base->who)) ||
           said_count(said, WHERE_LEAVE, AT_MOST, true) ||
           (each != NULL && who_has(each->who, is_section));
}

/* ---- T: turns and hours
 * ------------------------------------------------------
 */

bool type_t_rot(const Said *said, TypeUse *use)
{
    (void)use;
    return said_pred(said, PRED_TURN) || said_tail(said, TAIL_TURNS) != NULL;
}

static bool counts_days(const Said *said)
{
    return said_pred(said, PRED_COUNT) &&
           str_starts(said->sentence->amount.counted, STR("hari"));
}

bool type_t_pat(const Said *said, TypeUse *use)
{
    const Tail *turns = said_tail(said, TAIL_TURNS);
    (void)use;
    return counts_days(said) || (turns != NULL && turns->word_count > 0);
}

/* Computed with their hours; as a head sets them, they are kept. */
bool type_t_shift(const Said *said, TypeUse *use)
{
    ShiftsSaid given;
    use->computed = use->computed && said->sentence != NULL &&
                    shift_said(said->sentence, &given);
    return said_tail(said, TAIL_SHIFTS) != NULL ||
           said_thing(said, THING_SHIFTS) || said_record(said, "T.SHIFT");
}

static bool sets_hours(const Said *said)
{
    bool meant =
        said_pred(said, PRED_MEANS) && (said_thing(said, THING_WORKING_HOURS) ||
                                        said_thing(said, THING_SERVICE_HOURS));
    return meant || said_verb(said, VERB_WORK);
}

/* Hours of a counter, or hours that are left to a head. */
static bool has_hours(const Said *said)
{
    bool open =
        said_state(said, STATE_OPEN) && said_tail(said, TAIL_CLOCK) != NULL;
    bool left =
        said_verb(said, VERB_SET) && (said_thing(said, THING_WORKING_HOURS) ||
                                      said_thing(said, THING_SERVICE_HOURS));
    return open || left;
}

bool type_t_hours(const Said *said, TypeUse *use)
{
    bool shifts = said_tail(said, TAIL_SHIFTS) != NULL;
    (void)use;
    return (sets_hours(said) && !shifts) || has_hours(said) ||
           said_record(said, "T.HOURS");
}

static bool is_ramadan(const When *when)
{
    return str_folded_is(when->period, STR("Ramadan"));
}

bool type_t_ramadan(const Said *said, TypeUse *use)
{
    Span whole = use->span;
    bool found = sets_hours(said) && said_when(said, is_ramadan, use);
    use->span = whole;
    return found;
}

/* A few of each day, or a list of those on duty. */
bool type_t_piket(const Said *said, TypeUse *use)
{
    bool few = said_count(said, WHERE_OFFICE, AT_LEAST, false) ||
               said_count(said, WHERE_OFFICE, EXACTLY, false) ||
               said_count(said, WHERE_OFFICE, AT_MOST, false);
    (void)use;
    return (few && said_tail(said, TAIL_RHYTHM) != NULL) ||
           said_thing(said, THING_PICKET) || said_record(said, "T.PIKET");
}

bool type_t_sched(const Said *said, TypeUse *use)
{
    bool made = said_verb(said, VERB_SET) || said_verb(said, VERB_SUBMIT);
    (void)use;
    return made && (said_thing(said, THING_SCHEDULE) ||
                    said_thing(said, THING_ATTENDANCE_SCHEDULE) ||
                    said_thing(said, THING_COUNTER_SCHEDULE) ||
                    said_thing(said, THING_TASK_LETTER));
}

bool type_t_apel(const Said *said, TypeUse *use)
{
    (void)use;
    return said_thing(said, THING_ROLL_CALL) ||
           said_thing(said, THING_MORNING_ROLL_CALL) ||
           said_thing(said, THING_EVENING_ROLL_CALL) ||
           said_record(said, "T.APEL");
}
