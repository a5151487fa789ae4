/* SPDX-License-Identifier: Apache-2.0 */
/*
 * staff_part.h - what one's own pages share: my day, what was just done, names,
 * states in words, forms that are shown again.
 */
#pragma once

#include "app/my_day.h"
#include "web/form.h"
#include "web/part.h"

/* The visitor's day; false: refused by itself. */
MUST_USE bool staff_day(Visit *v, Date day, MyDay *out);

/*
 * staff_fact - the fact that the address names ("{nomor}"), of these kinds
 * (bits) and about the visitor; any other is refused as not there.
 */
#define STAFF_KIND(name) (UINT64_C(1) << (FACT_##name))
MUST_USE bool staff_fact(Visit *v, uint64_t kinds, Fact *out);
void staff_absent(Visit *v); /* refused so */

/* The id in the address: "/tugas/{nomor}"; "id" is that of a form. */
#define STAFF_NUMBER                                    \
    {                                                   \
        "nomor", N_("Record"), FIELD_ID, .needed = true \
    }
extern const FieldRule staff_number_fields[1];
/* A form that says nothing but its number. */
extern const FieldRule staff_button_fields[4];

/* ---- writing -------------------------------------------------------------
 */

/* The form once more: `why` is what was refused, or NULL: see the fields. */
typedef void StaffForm(Visit *v, const Err *why);

/* Write the fact of a form; false: it was answered, most often by `form`. */
MUST_USE bool staff_write(Visit *v, const Fact *fact, StaffForm *form);
/* The form's fields have faults, and it was shown again. */
bool staff_faults(Visit *v, StaffForm *form);
/* Refused by the handler itself, in both languages. */
void staff_refuse(Visit *v, StaffForm *form, const char *id, const char *en);
void staff_refuse_with(Visit *v, StaffForm *form, const Err *why);

/* ---- showing -------------------------------------------------------------
 */

Zone staff_zone(const Page *page);
Str staff_name(const Page *page, Str code); /* of a person; else the code */
Str staff_superior(const Page *page); /* name of the visitor's; or empty */
Str staff_path(const Page *page, const char *before, FactId id,
               const char *after);
Str staff_day_path(const Page *page, const char *before, Date day);
Str staff_when(const Page *page, const Fact *fact); /* 3 Agt 07.18 */
Str staff_short_day(const Page *page, Date day);    /* Kam, 6 Agt */
/* "6–7 Agt", of a swap "Kam, 6 Agt; Rab, 12 Agt"; "09.00–11.00", "sejak 09.00"
 * or empty. */
Str staff_request_days(const Page *page, const Fact *request);
Str staff_hours(const Page *page, const Fact *fact);

/* Is the visitor at the office on that day because somebody called them?  Such
 * a day is shown as P. */
bool staff_is_called(const Page *page, const MyCell *cell);

void staff_put_report_tag(Page *page, const MyReport *report);
void staff_put_request_tag(Page *page, const MyRequest *request);
const char *staff_request_name(FactKind kind); /* English: "Exit permit" */
/* A button that is a form of its own. */
/* By when a report is sent, and that it may wait on the phone. */
void staff_put_send_by(Page *page, int due);
void staff_put_button(Page *page, Str path, const char *english, bool filled);
/* A button of the form that is open, not the filled one. */
void staff_put_submit(Page *page, const char *english);
