#include "circular/leave_said.h"

#include "circular/words.h"

static bool is_of_leave(const Who *who)
{
    return who != NULL && who->group_count > 0 &&
           who->groups[0].terms[0].kind == TERM_THING &&
           who->groups[0].terms[0].value == THING_LEAVE;
}

static bool has_exception(const Sentence *s)
{
    for (uint32_t i = 0; i < s->tail_count; i++) {
        if (s->tails[i].kind >= TAIL_EXCEPT_FOR &&
            s->tails[i].kind <= TAIL_EXCEPT_WHEN)
            return true;
    }
    return false;
}

/* "dibatasi untuk" lets some through, as an exception does. */
LeaveSaid leave_said(const Sentence *s)
{
    bool banned = s->pred == PRED_DO && s->verb == VERB_TAKE_LEAVE &&
                  s->strength == STRENGTH_MUST_NOT;
    bool state = s->pred == PRED_STATE && is_of_leave(s->who);
    bool limited = state && s->verb == STATE_LIMITED;
    bool dropped =
        state && (s->verb == STATE_SUSPENDED || s->verb == STATE_POSTPONED);
    if (limited) return LEAVE_FOR_NEED;
    if (!banned && !dropped) return LEAVE_FREE;
    return has_exception(s) ? LEAVE_FOR_NEED : LEAVE_REFUSED;
}
