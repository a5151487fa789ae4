/* SPDX-License-Identifier: Apache-2.0 */
/*
 * saying.h - the workshop of explain.c and its rooms.
 *
 *   saying.c        steps, cites and windows in words
 *   saying_facts.c  what decides before any rule: closures, days off, leave
 *   saying_rules.c  rules of place, caps and turns
 */
#pragma once

#include "circular/explain.h"

typedef struct {
    Arena *arena;
    const LawDay *day;
    const Corpus *c;
    PersonId person;
    Lang lang;
    Explanation *out;
} Saying;

void saying_add(Saying *s, Bearing bearing, Str cite, Str text);
Str saying_pick(const Saying *s, Str indonesian, Str english);
Str saying_cite(const Saying *s, ClauseId id);
Str saying_words(const Saying *s, ClauseId id); /* "aturan 1 ayat (2) SE" */
Str saying_rule(const Saying *s, ClauseId id);  /* its sentence */
Str saying_window(const Saying *s, Window w);
void saying_clause(Saying *s, ClauseId id); /* a step: cite and sentence */
void saying_letter(Saying *s, const Directive *d, uint32_t index);

void saying_closure(Saying *s, const Directive *d);
void saying_day_off(Saying *s);
void saying_health(Saying *s);
void saying_absence(Saying *s, const Directive *d);
void saying_recall(Saying *s, uint32_t event_index);

void saying_placed(Saying *s, const Directive *d);
void saying_others(Saying *s, const Directive *d);
void saying_forced_cap(Saying *s, const Directive *d, const ExplainTurn *turn);
void saying_turn(Saying *s, const Directive *d, char letter,
                 const ExplainTurn *turn);
