/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/whole.h"

#include "circular/words.h"

/* Somebody is named, not only excepted. */
static bool names(const Who *who)
{
    return who != NULL && who->group_count > 0;
}

static bool measures(const Duration *d)
{
    return d->unit != UNIT_TIME_NONE;
}

static const char *of_term(const Term *term)
{
    if (term->kind == TERM_NAME) return term->name.len > 0 ? NULL : "name";
    return shape_word(SHAPE_Term, term).len > 0 ? NULL : "value";
}

static const char *of_limit(const Limit *limit)
{
    switch (limit->kind) {
    case LIMIT_PLACE: return limit->place == WHERE_NONE ? "place" : NULL;
    case LIMIT_UNITS: return names(limit->units) ? NULL : "units";
    case LIMIT_MARK: return limit->mark_count > 0 ? NULL : "marks";
    case LIMIT_REF:
    case LIMIT_OTHER:
    case LIMIT_THAT: break;
    }
    return NULL;
}

static const char *of_deadline(const Tail *tail)
{
    bool dated =
        tail->when.given && !date_is(tail->when.window.last, DATE_NEVER);
    if (tail->clock_count > 0 || dated || tail->day_of_month > 0) return NULL;
    return measures(&tail->duration) && !tail->when.given ? NULL : "duration";
}

static const char *of_tail(const Tail *tail)
{
    switch (tail_row(tail->kind)->holds) {
    case HOLDS_WHO: return names(tail->who) ? NULL : "who";
    case HOLDS_DURATION: return measures(&tail->duration) ? NULL : "duration";
    case HOLDS_DEADLINE: return of_deadline(tail);
    case HOLDS_CLOCK: return tail->clock_count > 0 ? NULL : "clock";
    case HOLDS_NOTHING:
    case HOLDS_WORDS:
    case HOLDS_OWN_WORDS:
    case HOLDS_AMOUNT:
    case HOLDS_WHEN:
    case HOLDS_REF: break;
    }
    return NULL;
}

static const char *of_frame(const Frame *frame)
{
    bool units = frame->kind == FRAME_EACH || frame->kind == FRAME_AT;
    return (units || frame->who != NULL) && !names(frame->who) ? "who" : NULL;
}

static const char *of_sentence(const Sentence *s)
{
    bool about = s->pred == PRED_SCOPE || s->pred == PRED_EXCEED;
    if (s->subject == SUBJECT_WHO && !names(s->who)) return "who";
    bool placed = s->pred == PRED_PLACE && s->row_count == 0;
    if (placed && s->where_count == 0) return "where";
    if ((about || s->object != NULL) && !names(s->object)) return "object";
    return NULL;
}

static const char *of_example(const Example *e)
{
    if (!names(e->who)) return "who";
    return e->usual || e->clash || e->where != WHERE_NONE ? NULL : "where";
}

static const char *of_letter(const Letter *letter)
{
    if (letter->covering != NULL && !names(letter->covering)) return "covering";
    if (letter->share_base != NULL && !names(letter->share_base))
        return "share_base";
    bool rhythm = letter->review_rhythm.number > 0;
    return rhythm && !measures(&letter->review_rhythm) ? "review_rhythm" : NULL;
}

static const char *of_who(const Who *who)
{
    if (who->group_count > 0) return NULL;
    return names(who->except) && who->each_count == 0 ? NULL : "groups";
}

const char *whole_lacks(ShapeId id, const void *node)
{
    switch ((int)id) {
    case SHAPE_When: {
        const When *when = node;
        bool lasts = when->lasting.number > 0;
        bool waits = when->after.number > 0;
        if (waits && !measures(&when->after)) return "after";
        return lasts && !measures(&when->lasting) ? "lasting" : NULL;
    }
    case SHAPE_Amount: {
        const Amount *a = node;
        return a->set_by_other && !names(a->setter) ? "setter" : NULL;
    }
    case SHAPE_TableRow:
        return ((const TableRow *)node)->body == NULL ? "body" : NULL;
    case SHAPE_Group: return ((const Group *)node)->count > 0 ? NULL : "terms";
    case SHAPE_Term: return of_term(node);
    case SHAPE_Limit: return of_limit(node);
    case SHAPE_Who: return of_who(node);
    case SHAPE_Tail: return of_tail(node);
    case SHAPE_Frame: return of_frame(node);
    case SHAPE_Sentence: return of_sentence(node);
    case SHAPE_Example: return of_example(node);
    case SHAPE_Letter: return of_letter(node);
    default: return NULL;
    }
}
