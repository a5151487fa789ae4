/* SPDX-License-Identifier: Apache-2.0 */
/*
 * staff_objection.h - A10: something is wrong, and what was answered.
 */
#pragma once

#include "door/visit.h"

extern const FieldRule staff_objection_fields[1]; /* "tanggal" */
/* "id", "jenis" (jadwal, data, kehadiran), "tanggal", "isi". */
extern const FieldRule staff_objection_send_fields[4];

void staff_objection_list(Visit *v);
void staff_objection_form(Visit *v);
void staff_objection_send(Visit *v);
