/* SPDX-License-Identifier: Apache-2.0 */
/*
 * staff_report.h - A5: the report of a day; A6: my reports.
 */
#pragma once

#include "door/visit.h"

/* The outbox's, "isi", "bukti", "tentang" (the one that it mends), "tetap" (the
 * approved one whose place it may take), files. */
extern const FieldRule staff_report_fields[10];
extern const FieldRule staff_report_day_fields[1]; /* {tanggal} */
/* {tanggal}, "id", "tentang" (the report sent back), "jawaban". */
extern const FieldRule staff_report_answer_fields[4];
/* {tanggal}, "id", "tentang", "isi", "bukti", files: the report once more, of a
 * day that is over. */
extern const FieldRule staff_report_mend_fields[9];

void staff_report_list(Visit *v);
void staff_report_write(Visit *v); /* the form, of today */
void staff_report_send(Visit *v);
void staff_report_show(Visit *v); /* one day */
void staff_report_answer(Visit *v);
void staff_report_mend(Visit *v);
