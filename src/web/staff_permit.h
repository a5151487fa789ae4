/* SPDX-License-Identifier: Apache-2.0 */
/*
 * staff_permit.h - permits: leaving home, leaving the region, coming to the
 * office on a home day, official trips; asked for, looked at, closed, taken
 * back.
 */
#pragma once

#include "app/my_day.h"
#include "web/page.h"

/* "id", "kata" (purpose), "dari", "hingga", "isi". */
extern const FieldRule staff_permit_exit_fields[5];
/* "id", "mulai", "sampai", "dari", "hingga", "isi": travel and visits. */
extern const FieldRule staff_permit_days_fields[6];
/* "id", "mulai", "sampai", "hal", "isi", "prioritas", "urgensi". */
extern const FieldRule staff_permit_trip_fields[7];
extern const FieldRule staff_permit_button_fields[2]; /* {nomor}, "id" */

void staff_permit_list(Visit *v);
void staff_permit_show(Visit *v);
void staff_permit_finish(Visit *v);
void staff_permit_withdraw(Visit *v); /* of swaps too */

/* Forms, and what they send, by the path of the route. */
void staff_permit_form(Visit *v);
void staff_permit_ask(Visit *v);

/* The way to take a request back: of today a button, else who can. */
void staff_permit_put_withdrawal(Page *page, const MyRequest *request);
