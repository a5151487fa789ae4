/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/build.h"
#include "circular/law_day.h"
#include "circular/words.h"

/*
 * Official trips asked for.  Somebody must have approved a trip.  Where a
 * letter that reaches the person allows trips only for something
 * ("Perjalanan dinas dibatasi untuk prioritas mendesak ..."), priority and
 * urgency must be stated too; where it suspends them, none is granted.  What
 * is refused is reported with the rule, and places nobody.
 */

static bool speaks_of_trips(const Clause *clause)
{
    const Sentence *s = clause->sentence;
    return clause->act == ACT_STATE && s->pred == PRED_STATE &&
           (s->verb == STATE_LIMITED || s->verb == STATE_SUSPENDED ||
            s->verb == STATE_POSTPONED) &&
           s->who != NULL && s->who->group_count > 0 &&
           s->who->groups[0].terms[0].kind == TERM_THING &&
           s->who->groups[0].terms[0].value == THING_TRAVEL;
}

/* The clause in force that limits or suspends the person's trips, if any. */
static ClauseId restriction(const View *v)
{
    const LawDay *d = v->day;
    for (uint32_t i = 0; i < d->of_count[ACT_STATE]; i++) {
        ClauseId id = d->of[ACT_STATE][i];
        const Clause *clause = corpus_clause(d->c, id);
        if (speaks_of_trips(clause) && view_reached(v, clause->letter))
            return id;
    }
    return NO_CLAUSE;
}

static bool is_granted(const View *v, const Event *event, ClauseId *by)
{
    *by = restriction(v);
    if (event->approved_by.len == 0) return false;
    if (by->index == NO_INDEX) return true;
    return corpus_clause(v->day->c, *by)->sentence->verb == STATE_LIMITED &&
           event->priority.len > 0 && event->urgency.len > 0;
}

uint32_t view_trip(const View *v)
{
    const LawDay *d = v->day;
    for (uint32_t i = 0; i < d->trip_count; i++) {
        const Event *event = &d->c->r->events[d->trips[i]];
        ClauseId by = NO_CLAUSE;
        if (event->person.index == v->id.index && is_granted(v, event, &by))
            return d->trips[i];
    }
    return NO_INDEX;
}

/* ---- what is refused ---------------------------------------------------- */

static void say_refused(Build *b, const Event *event, ClauseId by)
{
    const Corpus *c = b->corpus;
    Str code = c->r->people[event->person.index].code;
    Str day_id = date_words(b->arena, event->window.first, LANG_ID);
    Str day_en = date_words(b->arena, event->window.first, LANG_EN);
    bool ruled = by.index != NO_INDEX;
    Str cite = ruled ? corpus_clause(c, by)->cite : (Str){"", 0};
    Str rule_id = ruled ? cite_words(b->arena, c, cite, LANG_ID)
                        : STR("persetujuan tidak disebut");
    Str rule_en = ruled ? cite_words(b->arena, c, cite, LANG_EN)
                        : STR("no approval is stated");
    diag_add(b->diags, DIAG_WARNING, "hukum-11", NULL, (Span){0, 0},
             str_format(b->arena, "dinas luar %.*s mulai %.*s ditolak: %.*s",
                        STR_ARG(code), STR_ARG(day_id), STR_ARG(rule_id)),
             str_format(b->arena, "the trip of %.*s from %.*s is refused: %.*s",
                        STR_ARG(code), STR_ARG(day_en), STR_ARG(rule_en)));
    diag_advise(b->diags,
                STR("isi prioritas, urgensi, dan persetujuan di events.csv"),
                STR("fill in priority, urgency and approval in events.csv"));
}

void trip_check_all(Build *b)
{
    const Register *r = b->corpus->r;
    for (uint32_t i = 0; i < r->event_count; i++) {
        const Event *event = &r->events[i];
        Directive unused = {0};
        ClauseId by = NO_CLAUSE;
        if (event->kind != EVENT_TRIP ||
            date_before(b->corpus->known, event->known))
            continue;
        LawDay *day = law_day(b->arena, b->corpus, event->window.first);
        View v = view_of(day, event->person, &unused);
        if (!is_granted(&v, event, &by)) say_refused(b, event, by);
    }
}
