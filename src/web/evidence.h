/* SPDX-License-Identifier: Apache-2.0 */
/*
 * evidence.h - files of a report on a page: the field that takes them, and
 * links to them (door/report_files.h gives them).
 */
#pragma once

#include "day/evidence.h"
#include "web/staff_part.h"

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
