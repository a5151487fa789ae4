/* SPDX-License-Identifier: Apache-2.0 */
/*
 * clause_types.h - which of the 86 types of clause a letter uses, and where.
 *
 * Found from the tree alone: one rule a type (clause_types.def).  A sentence
 * may be of several types; a type is shown at the place of its first use.
 */
#pragma once

#include "circular/tree.h"

typedef enum {
#define TYPE(id, code, rule, in, en, computed) TYPE_##id,
#include "circular/clause_types.def"
#undef TYPE
    CLAUSE_TYPE_COUNT
} ClauseType;

typedef struct {
    Str code;      /* "V.FIX" */
    Str name[2];   /* by Lang */
    bool computed; /* false: kept and shown, never computed */
} ClauseTypeRow;

ClauseTypeRow clause_type_row(ClauseType type);

/* The type of that code; false: there is no such. */
bool clause_type_of(Str code, ClauseType *out);

typedef struct {
    bool used;
    bool computed;            /* some sentence of it is computed */
    Span span;                /* of the first use */
    const Rule *rule;         /* of the first use; NULL: the head or a change */
    const Sentence *sentence; /* or its table; NULL: as rule */
} ClauseTypeUse;

/* Does a placement, a duty, a verdict or a recap follow from the sentence?
 * What does not is recorded: kept, shown and cited. */
bool clause_is_computed(const Sentence *sentence);

void clause_types_of(const Letter *letter,
                     ClauseTypeUse uses[CLAUSE_TYPE_COUNT]);
