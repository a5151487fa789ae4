/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/consequence.h"
#include "circular/leave_said.h"
#include "circular/report_said.h"
#include "circular/types.h"

/* Rules that ask for nothing but the word: the column of verbs.def and
 * states.def, or a recorded sentence that is known by its words. */
#define BY_WORD(rule, code)                                      \
    bool rule(const Said *said, TypeUse *use)                    \
    {                                                            \
        (void)use;                                               \
        return said_word(said, code) || said_record(said, code); \
    }

/* ---- D: at home
 * --------------------------------------------------------------
 */

BY_WORD(type_d_travel, "D.TRAVEL")
BY_WORD(type_d_sla, "D.SLA")
BY_WORD(type_d_recall, "D.RECALL")
BY_WORD(type_d_follow, "D.FOLLOW")
BY_WORD(type_d_dress, "D.DRESS")
BY_WORD(type_d_visit, "D.VISIT")

/* A telephone that must not be switched off; lights that must be are none. */
bool type_d_reach(const Said *said, TypeUse *use)
{
    (void)use;
    return said_word(said, "D.REACH") || said_record(said, "D.REACH") ||
           (said_verb(said, VERB_TURN_OFF) &&
            said->sentence->strength == STRENGTH_MUST_NOT);
}

bool type_d_stay(const Said *said, TypeUse *use)
{
    (void)use;
    return said_verb(said, VERB_STAY) &&
           said->sentence->strength == STRENGTH_MUST_NOT;
}

static bool leaves(const Said *said)
{
    return said_verb(said, VERB_STAY) || said_verb(said, VERB_TRAVEL);
}

bool type_d_urgent(const Said *said, TypeUse *use)
{
    (void)use;
    return leaves(said) && (said_tail(said, TAIL_EXCEPT_FOR) != NULL ||
                            said_tail(said, TAIL_EXCEPT_IF) != NULL);
}

bool type_d_ask(const Said *said, TypeUse *use)
{
    bool asked = said_tail(said, TAIL_EXCEPT_BY) != NULL ||
                 said_tail(said, TAIL_PERMITTED_BY) != NULL;
    (void)use;
    return (leaves(said) && asked) || said_verb(said, VERB_APPLY) ||
           (said_verb(said, VERB_REPORT) && said_tail(said, TAIL_IF) != NULL);
}

bool type_d_place(const Said *said, TypeUse *use)
{
    bool means_home =
        said_pred(said, PRED_MEANS) && said_thing(said, THING_HOME);
    (void)use;
    return means_home || said_verb(said, VERB_STAY_IN) ||
           said_tail(said, TAIL_RADIUS) != NULL ||
           said_place(said, WHERE_ANY) || said_record(said, "D.PLACE");
}

/* ---- R: reporting
 * -------------------------------------------------------------
 */

BY_WORD(type_r_check, "R.CHECK")
BY_WORD(type_r_verify, "R.VERIFY")
BY_WORD(type_r_super, "R.SUPER")
BY_WORD(type_r_target, "R.TARGET")

static bool asks_report(const Said *said)
{
    return said->sentence != NULL && report_said(said->sentence);
}

static bool is_day(TimeUnit unit)
{
    return unit == WORKING_DAYS || unit == CALENDAR_DAYS;
}

bool type_r_daily(const Said *said, TypeUse *use)
{
    const Tail *rhythm = said_tail(said, TAIL_RHYTHM);
    bool daily = rhythm != NULL && rhythm->duration.number == 1 &&
                 is_day(rhythm->duration.unit);
    (void)use;
    return asks_report(said) && (daily || said_tail(said, TAIL_TIMES) != NULL);
}

bool type_r_period(const Said *said, TypeUse *use)
{
    const Tail *rhythm = said_tail(said, TAIL_RHYTHM);
    const Tail *when = said_tail(said, TAIL_WHEN);
    bool periodic = (rhythm != NULL && (rhythm->duration.number > 1 ||
                                        !is_day(rhythm->duration.unit))) ||
                    (when != NULL && when->when.weekdays != 0);
    bool report = asks_report(said) || (said_verb(said, VERB_SUBMIT) &&
                                        (report_named(said->sentence->object) ||
                                         said_thing(said, THING_RECAP)));
    (void)use;
    return report && periodic;
}

/* Channels in which people speak; the others are applications. */
static bool is_talk(Str channel)
{
    static const Str talks[] = {
        STR_INIT("WhatsApp"),         STR_INIT("grup WhatsApp"),
        STR_INIT("telepon"),          STR_INIT("media sosial"),
        STR_INIT("surat elektronik"), STR_INIT("pesan singkat"),
        STR_INIT("tatap muka"),       STR_INIT("konferensi video"),
    };
    for (size_t i = 0; i < COUNT(talks); i++) {
        if (str_folded_is(talks[i], channel)) return true;
    }
    return false;
}

bool type_r_app(const Said *said, TypeUse *use)
{
    const Tail *channel = said_tail(said, TAIL_CHANNEL);
    bool report = asks_report(said) || said_verb(said, VERB_SUBMIT);
    (void)use;
    if (said_word(said, "R.APP") && !report) return true;
    for (uint32_t i = 0; channel != NULL && i < channel->word_count; i++) {
        if (report && !is_talk(channel->words[i])) return true;
    }
    return false;
}

bool type_r_chan(const Said *said, TypeUse *use)
{
    const Tail *channel = said_tail(said, TAIL_CHANNEL);
    (void)use;
    return asks_report(said) && channel != NULL && channel->word_count > 1 &&
           !channel->all;
}

bool type_r_selfie(const Said *said, TypeUse *use)
{
    bool shown = said_verb(said, VERB_CHECK_IN) || asks_report(said);
    (void)use;
    return shown && said_tail(said, TAIL_PROOF) != NULL;
}

bool type_r_recap(const Said *said, TypeUse *use)
{
    (void)use;
    return said_verb(said, VERB_SUBMIT) &&
           (said_thing(said, THING_RECAP) || report_goes_up(said->sentence));
}

static bool follows(const Said *said, Consequence consequence)
{
    return said_pred(said, PRED_COUNTED) &&
           said->sentence->verb == (int32_t)consequence;
}

/* A consequence of several types is computed as the one that it is. */
static Follows said_follows(const Said *said)
{
    return said->sentence == NULL ? FOLLOWS_NOTHING
                                  : consequence_of(said->sentence).what;
}

bool type_r_pay(const Said *said, TypeUse *use)
{
    Follows what = said_follows(said);
    use->computed &= what == FOLLOWS_HOURS || what == FOLLOWS_CUT;
    return follows(said, CONSEQUENCE_COUNTED) ||
           follows(said, CONSEQUENCE_CUT) ||
           follows(said, CONSEQUENCE_DEEMED) || said_record(said, "R.PAY");
}

bool type_r_sanct(const Said *said, TypeUse *use)
{
    use->computed &= said_follows(said) == FOLLOWS_STEP;
    return follows(said, CONSEQUENCE_SUBJECT) || said_record(said, "R.SANCT");
}

bool type_r_manual(const Said *said, TypeUse *use)
{
    bool book =
        said_state(said, STATE_ENTERED) && said_thing(said, THING_PRESENCE);
    bool list = said_verb(said, VERB_FILL_IN) &&
                said_thing(said, THING_ATTENDANCE_LIST);
    (void)use;
    return book || list || said_thing(said, THING_FINGERPRINT);
}

/* ---- O: operations
 * ------------------------------------------------------------
 */

BY_WORD(type_o_public, "O.PUBLIC")
BY_WORD(type_o_service, "O.SERVICE")

/* Held, dropped, limited, put off: what a letter does to an activity. */
static bool happens_to(const Said *said, Thing thing)
{
    return said_pred(said, PRED_STATE) && said_thing(said, thing);
}

bool type_o_meet(const Said *said, TypeUse *use)
{
    (void)use;
    return happens_to(said, THING_MEETING) ||
           happens_to(said, THING_FACE_MEETING);
}

bool type_o_dinas(const Said *said, TypeUse *use)
{
    (void)use;
    return happens_to(said, THING_TRAVEL);
}

bool type_o_close(const Said *said, TypeUse *use)
{
    (void)use;
    return said_state(said, STATE_CLOSED) && !said_thing(said, THING_COUNTER);
}

static bool is_closure(const When *when)
{
    return str_is(when->period, STR("penutupan"));
}

bool type_o_steril(const Said *said, TypeUse *use)
{
    Span whole = use->span;
    bool crew = said_places(said) && said_when(said, is_closure, use);
    use->span = whole;
    return crew || said_word(said, "O.STERIL") || said_record(said, "O.STERIL");
}

bool type_o_health(const Said *said, TypeUse *use)
{
    (void)use;
    return (said_verb(said, VERB_FORM) && said_thing(said, THING_TASK_FORCE)) ||
           said_verb(said, VERB_IMPLEMENT) || said_record(said, "O.HEALTH");
}

bool type_o_trace(const Said *said, TypeUse *use)
{
    bool visits =
        said_verb(said, VERB_VISIT) && said_tail(said, TAIL_LOGGED) != NULL;
    (void)use;
    return visits || said_verb(said, VERB_UNDERGO) ||
           said_verb(said, VERB_KEEP) || said_verb(said, VERB_WRITE_DOWN) ||
           said_record(said, "O.TRACE");
}

bool type_o_leave(const Said *said, TypeUse *use)
{
    use->computed = use->computed && said->sentence != NULL &&
                    leave_said(said->sentence) != LEAVE_FREE;
    return happens_to(said, THING_LEAVE) || said_verb(said, VERB_TAKE_LEAVE) ||
           said_record(said, "O.LEAVE");
}

bool type_o_energy(const Said *said, TypeUse *use)
{
    (void)use;
    return said_verb(said, VERB_SAVE) || said_record(said, "O.ENERGY") ||
           (said_verb(said, VERB_TURN_OFF) &&
            said_thing(said, THING_ELECTRICITY));
}

bool type_o_vehicle(const Said *said, TypeUse *use)
{
    bool rides = said_thing(said, THING_VEHICLE) ||
                 said_thing(said, THING_PUBLIC_TRANSPORT);
    (void)use;
    return (rides &&
            (said_verb(said, VERB_USE) || said_pred(said, PRED_STATE))) ||
           said_record(said, "O.VEHICLE");
}
