/* SPDX-License-Identifier: Apache-2.0 */
/*
 * compare_view.h - two letters compared, in the figures that the texts, the
 * pages and the files show.
 */
#pragma once

#include "app/compare_letters.h"
#include "base/html.h"
#include "cli/summary.h"

/* Everybody who goes from one place to another, on whatever days. */
typedef struct {
    char from, to;                /* a Placed or PLACED_OPEN */
    uint32_t people, first, last; /* days of Compared */
    uint64_t cells;
    PersonId one; /* for instance */
} MoveKind;

/* name, Indonesian, English */
#define BREAKS(X)                                                    \
    X(CLASH, "tidak dapat memenuhi aturan", "cannot keep the rules") \
    X(NOBODY, "batasnya nol orang", "the cap is nobody")             \
    X(ABOVE, "di atas batas", "above the cap")                       \
    X(COUNTER, "loket kekurangan petugas", "a counter is short of staff")

typedef enum {
#define X(name, id, en) BREAK_##name,
    BREAKS(X)
#undef X
} BreakKind;

typedef struct {
    UnitId unit;
    BreakKind kind;
    uint32_t days;
} Break;

typedef struct {
    bool solved;
    Summary summary;     /* when solved */
    const Break *breaks; /* by kind, then unit */
    uint32_t break_count;
    uint32_t short_days;   /* of counters */
    int64_t office_tenths; /* mean of people in the office a day */
    int32_t office_least, office_most;
    int64_t turn_tenths; /* mean office days of those in turn */
} ViewedSide;

typedef struct {
    UnitId unit;
    uint32_t people, changed;
} ViewedAgency;

typedef struct {
    const Compared *compared;
    ViewedSide side[COMPARE_SIDES];
    const MoveKind *kinds; /* most person-days first */
    uint32_t kind_count;
    const ViewedAgency *agencies; /* in the order of the tree; changed ones */
    uint32_t agency_count;
    const uint32_t *changed; /* people who change, per day */
} CompareView;

CompareView compare_view(Arena *arena, const Compared *compared);

/* "kantor", "rumah", "bergiliran" */
Str compare_place(char letter, Lang lang);
Str compare_break(BreakKind kind, Lang lang);

void compare_text(const CompareView *view, Lang lang, Buf *out);
bool compare_json(const CompareView *view, Buf *out);
bool compare_html(const CompareView *view, Lang lang, Html *out);
