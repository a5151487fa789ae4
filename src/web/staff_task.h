/* SPDX-License-Identifier: Apache-2.0 */
/*
 * staff_task.h - A7: what I was given to do, and how far it is.
 */
#pragma once

#include "door/visit.h"

/* {nomor}, the outbox's, "jumlah" (percent; unsaid: all of it), "isi", "ke"
 * (the page to go back to). */
extern const FieldRule staff_task_fields[7];

void staff_task_list(Visit *v);
void staff_task_show(Visit *v);
void staff_task_done(Visit *v);
void staff_task_undo(Visit *v);
