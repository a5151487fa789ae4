/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/leave_said.h"

#include "circular/words.h"

static bool is_of_leave(const Who *who)
{
    return who != NULL && who->group_count > 0 &&
           who->groups[0].terms[0].kind == TERM_THING &&
           who->groups[0].terms[0].value == THING_LEAVE;
}

/* "Jika banjir: cuti ditunda": nobody can tell the day. */
static bool is_conditional(const Sentence *s)
{
    bool found = false;
    for (uint32_t i = 0; i < s->frame_count; i++)
        found |= s->frames[i].kind == FRAME_IF;
    for (uint32_t i = 0; i < s->tail_count; i++)
        found |= s->tails[i].kind == TAIL_IF;
    return found;
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
    if ((!banned && !dropped && !limited) || is_conditional(s))
        return LEAVE_FREE;
    if (limited) return LEAVE_FOR_NEED;
    return has_exception(s) ? LEAVE_FOR_NEED : LEAVE_REFUSED;
}
