/* SPDX-License-Identifier: Apache-2.0 */
/*
 * unit_notice.h - what the public is told of a closed unit.
 *
 * docs/day.md, section 5.14.  Made from letters, register and calendar alone:
 * no person and no reason of the case can come into it.
 */
#pragma once

#include "circular/corpus.h"

enum { UNIT_NOTICE_ELSEWHERE = 3 };

typedef struct {
    UnitId unit;
    Window days;  /* the stretch of closures that holds the day */
    Date opens;   /* the unit's next working day behind it */
    ClauseId by;  /* the rule that closes; NO_CLAUSE: an order of its own */
    UnitId above; /* whom to ask: the nearest unit above; NO_UNIT */
    UnitId elsewhere[UNIT_NOTICE_ELSEWHERE]; /* where service goes on */
    uint32_t elsewhere_count;
} UnitNotice;

/* Runs of closures of the unit that overlap or touch, around the day; empty
 * when it is not closed. */
Window unit_notice_days(const Corpus *corpus, UnitId unit, Date day);

/* False when the unit is not closed that day. */
bool unit_notice_make(const Corpus *corpus, UnitId unit, Date day,
                      UnitNotice *out);

/* Five short lines in the language asked for. */
void unit_notice_write(const UnitNotice *notice, const Corpus *corpus,
                       Lang lang, Buf *out);
