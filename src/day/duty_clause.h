/* SPDX-License-Identifier: Apache-2.0 */
/*
 * duty_clause.h - from the clauses of a day to what they ask of the day.
 *
 * The workshop of duty.c: each verb that owes something has a row in
 * duty_clause.c.  A clause whose subject mixes places ("pegawai di rumah dan
 * lurah") gives one duty for each of them, side by side.
 */
#pragma once

#include "circular/words.h"
#include "day/duty.h"

/* "jam kerja ialah pukul 08.00-14.00" */
typedef struct {
    ClauseId by;
    int16_t begins, ends;
} DutyHour;

enum { DUTY_HOURS_MOST = 8 };

typedef struct {
    DutyHour at[DUTY_HOURS_MOST];
    uint32_t count;
} DutyHours;

/* Fills sheet->duties and *hours, in the order of clauses. */
MUST_USE bool duty_clauses(Arena *arena, const LawDay *law, DutySheet *sheet,
                           DutyHours *hours, Err *err);

/* The purposes that a clause against leaving home excepts, as bits. */
uint8_t duty_purposes(const Sentence *s);

/* A tail of the sentence, or NULL. */
const Tail *duty_tail(const Sentence *s, TailKind kind);

/* Is the thing among the terms? */
bool duty_names(const Who *who, Thing thing);
