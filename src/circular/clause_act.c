/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/build.h"
#include "circular/consequence.h"
#include "circular/row_key.h"
#include "circular/words.h"

/*
 * What a sentence does, read off its subject and predicate; what no fact and
 * no day can answer is kept only.
 */

static Act act_of_verb(const Sentence *s)
{
    if (s->verb == VERB_RELAX) return ACT_RELIEF;
    if (s->verb == VERB_SET) return ACT_DELEGATE;
    return ACT_DUTY;
}

/* A place that hangs on a place or a call is owed on the day, not planned. */
bool clause_depends_on_day(const Sentence *s)
{
    for (uint32_t g = 0; s->who != NULL && g < s->who->group_count; g++) {
        for (uint32_t t = 0; t < s->who->groups[g].count; t++) {
            const Term *term = &s->who->groups[g].terms[t];
            for (uint32_t l = 0; l < term->limit_count; l++) {
                LimitKind kind = term->limits[l].kind;
                if (kind == LIMIT_PLACE || kind == LIMIT_THAT) return true;
            }
        }
    }
    const Frame *when = clause_frame(s, FRAME_WHEN);
    return when != NULL && str_is(when->when.period, STR("penutupan"));
}

/* "wajib di kantor, bergilir": not all of them each day, but in turns, as
 * "bergilir" alone.  (Of the rest of a bound its seats say who.) */
bool clause_takes_turns(const Sentence *s)
{
    return s->pred == PRED_PLACE && s->strength == STRENGTH_MUST &&
           s->subject != SUBJECT_REST && clause_tail(s, TAIL_TURNS) != NULL;
}

static Act act_of_place(const Sentence *s)
{
    if (s->subject == SUBJECT_REST) return ACT_REST;
    if (clause_takes_turns(s)) return ACT_STATE;
    return clause_depends_on_day(s) ? ACT_DUTY : ACT_PLACE;
}

/* "paling banyak 2 hari kerja setiap minggu": days of a person, no cap. */
static bool counts_days(const Sentence *s)
{
    return !s->amount.share && str_starts(s->amount.counted, STR("hari"));
}

static bool is_in_or_out(Where where)
{
    return where == WHERE_OFFICE || where == WHERE_HOME || where == WHERE_ANY;
}

/* ... of one week or month, in the office or away from it: computed. */
bool clause_counts_days(const Sentence *s)
{
    const Tail *tail = clause_tail(s, TAIL_RHYTHM);
    bool each = tail != NULL && tail->duration.number == 1 &&
                (tail->duration.unit == WEEKS || tail->duration.unit == MONTHS);
    bool placed = s->where_count == 1 && is_in_or_out(s->where[0]);
    for (uint32_t i = 0; i < s->bound_count; i++) {
        const Bound *more = &s->bounds[i];
        if (more->amount.share || more->where_count > 1 ||
            (more->where_count == 1 && !is_in_or_out(more->where[0])))
            return false;
    }
    return s->pred == PRED_COUNT && counts_days(s) && each && placed &&
           s->amount.compare != FEWEST && !s->amount.set_by_other;
}

static Act act_of_count(const Sentence *s)
{
    if (clause_counts_days(s)) return ACT_DAYS;
    return counts_days(s) ? ACT_STATE : ACT_CAP;
}

/* "sesudah 3 hari kalender sejak kesembuhan": no fact tells the day. */
static bool waits(const Sentence *s)
{
    const Tail *tail = clause_tail(s, TAIL_WHEN);
    const Frame *frame = clause_frame(s, FRAME_WHEN);
    return (tail != NULL && tail->when.after.number > 0) ||
           (frame != NULL && frame->when.after.number > 0);
}

bool clause_is_untimed(const Sentence *s)
{
    static const TailKind times[] = {TAIL_RHYTHM, TAIL_TIMES, TAIL_WHEN,
                                     TAIL_CLOCK, TAIL_DEADLINE};
    bool timed = false;
    for (size_t i = 0; i < COUNT(times); i++)
        timed |= clause_tail(s, times[i]) != NULL;
    return s->pred == PRED_DO &&
           (s->verb == VERB_REPORT || s->verb == VERB_REPORT_ON) && !timed;
}

/* Somebody judges: "sesedikit mungkin", "melapor, jika meninggalkan rumah". */
static bool depends_on_word(const Sentence *s)
{
    bool fewest = s->pred == PRED_COUNT && s->amount.compare == FEWEST;
    return fewest || clause_is_untimed(s);
}

/* "Jika banjir: pegawai wajib di rumah": nothing tells the law that it is so,
 * and of a place, a bound, hours, who is left out or what is put off there is
 * no half; of a closure the cases are facts.  Nor is a duty behind such a frame
 * owed every day; behind the verb ("jika dipanggil") the condition is its own.
 */
bool clause_awaits_event(const Sentence *s)
{
    bool framed = clause_frame(s, FRAME_IF) != NULL;
    bool conditional = framed || clause_tail(s, TAIL_IF) != NULL;
    if (framed && s->pred == PRED_DO) return true;
    if (s->pred == PRED_STATE)
        return conditional && !(framed && s->verb == STATE_CLOSED);
    return conditional && (s->pred == PRED_PLACE || s->pred == PRED_COUNT ||
                           s->pred == PRED_MEANS || s->pred == PRED_SCOPE ||
                           s->pred == PRED_EXCEED);
}

bool clause_is_only_kept(const Sentence *s)
{
    return (row_is_table(s) && !row_keys_known(s)) || waits(s) ||
           depends_on_word(s) || clause_awaits_event(s);
}

Act clause_act(const Sentence *s)
{
    if (clause_is_only_kept(s)) return ACT_RECORD;
    switch (s->pred) {
    case PRED_PLACE: return act_of_place(s);
    case PRED_COUNT: return act_of_count(s);
    case PRED_DO: return act_of_verb(s);
    case PRED_TURN: return ACT_STATE;
    case PRED_STATE:
        return s->verb == STATE_CLOSED && clause_frame(s, FRAME_IF) != NULL
                   ? ACT_CLOSE
                   : ACT_STATE;
    case PRED_MEANS: return ACT_MEAN;
    case PRED_SCOPE: return s->subject == SUBJECT_REF ? ACT_EXCUSE : ACT_EXEMPT;
    case PRED_EXCEED: return ACT_EXCEED;
    case PRED_COUNTED:
        return consequence_of(s).what != FOLLOWS_NOTHING ? ACT_FOLLOW
                                                         : ACT_RECORD;
    case PRED_RECORD:
    case PRED_RECORDED_DO: return ACT_RECORD;
    }
    return ACT_RECORD;
}
