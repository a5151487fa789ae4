/* SPDX-License-Identifier: Apache-2.0 */
/*
 * today_part.h - between the rooms of the page of the day.
 *
 *   today.c        the sentence of the day and the one button
 *   today_above.c  what comes before it: what was just done, who calls
 *   today_why.c    why, and the week
 *   today_below.c  tasks, report, requests, notices
 */
#pragma once

#include "web/staff_part.h"
#include "web/today.h"

void today_put_above(Page *page, const MyDay *day);
void today_put_below(Page *page, const MyDay *day);

/* "*Checked in 07.41*, 11 minutes late"; nothing when nothing was noted. */
void today_put_presence(Page *page, const MyDay *day);
/* Minutes of being late; 0: in time, or none is owed. */
int today_late(const MyDay *day);
