/* SPDX-License-Identifier: Apache-2.0 */
/*
 * evidence.h - files of a report: the field that takes them, links to them, and
 * the files themselves.
 *
 * Whoever may see the days and reports of a person may see them.  A picture is
 * shown alone, in a sandbox; a PDF is handed over to be kept; no cache keeps
 * either.
 */
#pragma once

#include "day/evidence.h"
#include "web/staff_part.h"

/* Of a form that has them: the files, those to keep, and of which report. */
enum { EVIDENCE_FIELDS = 3 };
#define EVIDENCE_RULES                                          \
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

/* The module that shrinks photos on the phone. */
#define EVIDENCE_MODULE "foto"

/* `before`: the report so far, whose files may stay; or NULL. */
void evidence_field(Page *page, const Fact *before);

/* What came with the form, into fact->evidence, in front of that address;
 * false: refused by `form`. */
MUST_USE bool evidence_of_form(Visit *v, Str address, Fact *fact,
                               StaffForm *form);

/* A link to each file of the report, and its address; `key`: the key that opens
 * the first, or NULL. */
void evidence_links(Page *page, const Fact *report, const char *key);

extern const FieldRule evidence_show_fields[3]; /* {orang}, {nomor}, {berkas} */
void evidence_show(Visit *v);
