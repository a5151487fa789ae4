/* SPDX-License-Identifier: Apache-2.0 */
/*
 * presence.h - A4: checking in and out, what was noted of it, a reason for
 * being late, and one's own correction on the day itself.
 */
#pragma once

#include "door/visit.h"

/* The outbox's, "kata" (kantor, rumah, lapangan, dinas), "lokasi" (dalam, luar,
 * tidak diketahui), "isi". */
extern const FieldRule presence_fields[6];
/* "id", "tentang" (the check-in), "alasan". */
extern const FieldRule presence_reason_fields[3];
/* "id", "tentang", "kata" (tempat, jam, batal), "tempat", "jam", "isi". */
extern const FieldRule presence_correction_fields[6];

/* "At home", in English; of "rumah" and so on. */
const char *presence_place(Str word);

extern const RouteSaying presence_in, presence_out;
void presence_show(Visit *v);
void presence_give_reason(Visit *v);
void presence_correct(Visit *v);
