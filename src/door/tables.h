/* SPDX-License-Identifier: Apache-2.0 */
/*
 * tables.h - tables of the register as people and other programs hand them in:
 * looked at, set aside, put in.  Pages and API alike.
 */
#pragma once

#include "app/renew_register.h"
#include "door/visit.h"

enum { TABLES_FILE_MOST = 20 << 20 };

#define TABLES_FILES                                                           \
    {                                                                          \
        .name = "berkas", .label = N_("Tables"), .kind = FIELD_FILE,           \
        .needed = true, .many = true, .most = TABLES_FILE_MOST, .hollow = true \
    }
/* Which table the file holds; not given: its columns tell. */
#define TABLES_KIND                                                          \
    {                                                                        \
        .name = "jenis", .label = N_("Kind of table"), .kind = FIELD_CHOICE, \
        .choices = IMPORT_KINDS                                              \
    }
/* The id under which they were set aside. */
#define TABLES_KEPT                                                \
    {                                                              \
        .name = "titipan", .label = N_("Files"), .kind = FIELD_ID, \
        .needed = true                                             \
    }

/* The files of the field "berkas", of the kind of the field "jenis"; sound ones
 * are set aside under `id`.  False with *err as renew_register; faults of the
 * tables are no failure. */
MUST_USE bool tables_check(Visit *v, FactId id, Renewal *out, Err *err);

/* Those of the field "titipan", by the register of now. */
MUST_USE bool tables_kept(Visit *v, Renewal *out, Err *err);

/* Put them in, known from today.  *again: they were before, and nothing is new.
 * ERR_STALE: they do not fit the register any more; ERR_ABSENT as
 * renew_register_kept. */
MUST_USE bool tables_put_in(Visit *v, bool *again, Err *err);
