/* SPDX-License-Identifier: Apache-2.0 */
/*
 * report_files.h - files that are handed in with a report, and given back.
 * Pages and API alike.
 *
 * Whoever may see the days and reports of a person may see them.  A picture is
 * shown alone, in a sandbox; a PDF is handed over to be kept; no cache keeps
 * either.
 */
#pragma once

#include "door/visit.h"

/* Of a form that has them: the files, those to keep, and of which report. */
enum { REPORT_FILES_FIELDS = 3 };
#define REPORT_FILES_RULES                                      \
    {.name = "berkas",                                          \
     .label = N_("Photo or file"),                              \
     .kind = FIELD_FILE,                                        \
     .many = true,                                              \
     .most = 20 << 20},                                         \
        {.name = "simpan",                                      \
         .label = N_("Files sent before"),                      \
         .kind = FIELD_CODE,                                    \
         .many = true},                                         \
    {                                                           \
        .name = "dari", .label = N_("Report"), .kind = FIELD_ID \
    }

/* What came with the form, into fact->evidence, in front of that address.
 * False with *err as evidence_take. */
MUST_USE bool report_files_take(Visit *v, Str address, Fact *fact, Err *err);

/* "JPEG", of a file by its name. */
Str report_files_kind(Str name);

extern const FieldRule report_files_show_fields[3]; /* {orang}, {nomor},
                                                       {berkas} */
void report_files_show(Visit *v);
