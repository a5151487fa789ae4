/* SPDX-License-Identifier: Apache-2.0 */
/*
 * placement.h - where somebody is on a day, and what decided it.
 *
 * One letter a person-day; the order of the steps is the order in which they
 * decide (an earlier step beats a later one).
 */
#pragma once

#include "base/date.h"

/* name, letter, word, English */
#define PLACEMENTS(X)                                \
    X(OFFICE, 'K', "kantor", "office")               \
    X(HOME, 'R', "rumah", "home")                    \
    X(FIELD, 'L', "lapangan", "field")               \
    X(LEAVE, 'C', "cuti", "leave")                   \
    X(TRIP, 'D', "dinas luar", "official trip")      \
    X(CLOSED, 'X', "unit ditutup", "unit closed")    \
    X(USUAL, 'B', "bekerja biasa", "works as usual") \
    X(NONE, '-', "bukan hari kerja", "no working day")

typedef enum {
#define X(name, letter, word, english) PLACED_##name = (letter),
    PLACEMENTS(X)
#undef X
} Placed;

/* The cell is left to the roster: office or home within the caps. */
enum { PLACED_OPEN = '?' };

/* name, code in files, what it says */
#define STEPS(X)                                                              \
    X(CLOSURE, "tutup", "the unit is closed")                                 \
    X(DAY_OFF, "libur", "no working day for the unit")                        \
    X(HEALTH, "tanda", "a mark keeps the person at home")                     \
    X(ABSENCE, "cuti", "leave or trip")                                       \
    X(RECALL, "panggilan", "recall, approved meeting or visit")               \
    X(EXEMPT, "dikecualikan", "the letter does not apply to the person")      \
    X(DECISION, "keputusan", "a head's decision within the bounds of a rule") \
    X(MUST, "wajib", "a rule fixes the place")                                \
    X(TURN, "giliran", "cap and rotation")                                    \
    X(MAY, "boleh", "a permission, taken by default")                         \
    X(REST, "selebihnya", "the rest")                                         \
    X(NO_RULE, "biasa", "no rule says anything of the day")

typedef enum {
#define X(name, code, says) STEP_##name,
    STEPS(X)
#undef X
        STEP_COUNT
} Step;

Str placed_word(Placed placed, Lang lang);
bool placed_is(char letter); /* one of the letters above */
Str step_code(Step step);
bool step_parse(Str code, Step *out);
