/* SPDX-License-Identifier: Apache-2.0 */
/*
 * staff_recall.h - A9: called to the office; and a call that wants an answer.
 */
#pragma once

#include "door/visit.h"

/* {nomor}, the outbox's, "kata" (siap, tidak dapat), "isi". */
extern const FieldRule staff_recall_fields[6];
/* {nomor}, the outbox's, "isi". */
extern const FieldRule staff_call_fields[5];

void staff_recall_show(Visit *v);
void staff_recall_answer(Visit *v);
void staff_recall_arrive(Visit *v);

void staff_call_show(Visit *v);
void staff_call_answer(Visit *v);
