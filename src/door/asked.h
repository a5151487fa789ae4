/* SPDX-License-Identifier: Apache-2.0 */
/*
 * asked.h - what pages and other programs ask for by fields of the same name: a
 * unit, some days, a step of a month's draft.  The rules of these fields, and
 * what their checked values say.
 */
#pragma once

#include "app/draft_fill.h"
#include "door/visit.h"

enum { ASKED_CODE = 64 }; /* bytes of a code */

/* ---- rules ----------------------------------------------------------------
 */

#define ASKED_UNIT                                               \
    {                                                            \
        .name = "unit", .label = N_("Unit"), .kind = FIELD_CODE, \
        .most = ASKED_CODE                                       \
    }
#define ASKED_UNIT_NEEDED                                        \
    {                                                            \
        .name = "unit", .label = N_("Unit"), .kind = FIELD_CODE, \
        .needed = true, .most = ASKED_CODE                       \
    }
#define ASKED_ID                                                              \
    {                                                                         \
        .name = "id", .label = N_("Record"), .kind = FIELD_ID, .needed = true \
    }
/* "mulai" and "sampai" */
#define ASKED_DAYS                                                     \
    {.name = "mulai",                                                  \
     .label = N_("First day"),                                         \
     .kind = FIELD_DATE,                                               \
     .needed = true},                                                  \
    {                                                                  \
        .name = "sampai", .label = N_("Last day"), .kind = FIELD_DATE, \
        .needed = true                                                 \
    }
#define ASKED_MONTH                                                 \
    {                                                               \
        .name = "bulan", .label = N_("Month"), .kind = FIELD_MONTH, \
        .needed = true                                              \
    }
/* Of the draft, as whoever changes it has seen it. */
#define ASKED_VERSION                                                  \
    {                                                                  \
        .name = "versi", .label = N_("Version"), .kind = FIELD_NUMBER, \
        .most = INT32_MAX                                              \
    }
#define ASKED_REASON                                                 \
    {                                                                \
        .name = "alasan", .label = N_("Reason"), .kind = FIELD_LINE, \
        .most = DRAFT_REASON                                         \
    }
#define ASKED_CELLS                                                            \
    {                                                                          \
        .name = "sel", .label = N_("Cells"), .kind = FIELD_CODE, .many = true, \
        .most = 120                                                            \
    }
#define ASKED_STEP                                                         \
    {                                                                      \
        .name = "aksi", .label = N_("What is done"), .kind = FIELD_CHOICE, \
        .needed = true, .choices = "ubah|urung|ulang|buang"                \
    }
/* "pola", "kelompok" and "tetap" */
#define ASKED_FILL                                                         \
    {.name = "pola",                                                       \
     .label = N_("Pattern"),                                               \
     .kind = FIELD_CHOICE,                                                 \
     .needed = true,                                                       \
     .choices = "bebas|hari|minggu"},                                      \
        {.name = "kelompok",                                               \
         .label = N_("Number of groups"),                                  \
         .kind = FIELD_NUMBER,                                             \
         .needed = true,                                                   \
         .least = 2,                                                       \
         .most = 8},                                                       \
    {                                                                      \
        .name = "tetap", .label = N_("Hand-made days"), .kind = FIELD_FLAG \
    }

/* ---- values ---------------------------------------------------------------
 */

/* False: the answer is there, a refusal. */
MUST_USE bool asked_unit(Visit *v, UnitId *out); /* NO_UNIT: none is asked */
MUST_USE bool asked_days(Visit *v, Window *out); /* in their order */

/* Of the visit's month, by its actor, as they have seen it. */
DraftWish asked_draft(const Visit *v, UnitId unit);
DraftFill asked_fill(const Visit *v);

/* Each "CODE.2020-08-05.K" ("-": as published), with that reason. */
typedef VEC(DraftCell) AskedCells;
MUST_USE bool asked_cells(Visit *v, Str reason, AskedCells *out);

typedef enum { ASKED_CHANGE, ASKED_UNDO, ASKED_REDO, ASKED_DISCARD } AskedStep;
AskedStep asked_step(const Visit *v);

/* That step taken in the draft of the visit's unit: the cells are changed, a
 * step is taken back or again, all is thrown away. */
MUST_USE bool asked_step_take(Visit *v, const AskedCells *cells, Draft *draft,
                              DraftDone *done, Err *err);
