/*
 * presence.h - A4: checking in and out, and what was noted of it.
 */
#pragma once

#include "door/visit.h"

/* The outbox's, "kata" (kantor, rumah, lapangan, dinas), "lokasi" (dalam, luar,
 * tidak diketahui), "isi". */
extern const FieldRule presence_fields[6];

void presence_check_in(Visit *visit);
void presence_check_out(Visit *visit);
