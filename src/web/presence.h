/*
 * presence.h - A4: checking in and out, and what was noted of it.
 */
#pragma once

#include "door/visit.h"

/* "id", "kata" (kantor, rumah, lapangan, dinas), "lokasi" (dalam, luar, tidak
 * diketahui), "isi". */
extern const FieldRule presence_fields[4];

void presence_check_in(Visit *visit);
void presence_check_out(Visit *visit);
