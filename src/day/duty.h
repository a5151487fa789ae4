/* SPDX-License-Identifier: Apache-2.0 */
/*
 * duty.h - what is owed on a day: by which clause, when, and by whom.
 *
 * A sheet is made once a day: the duties of the day's clauses, and for each
 * person one bit a duty.  Whether a duty for "pegawai di rumah" is owed hangs
 * on where the person is expected, which the verdict knows (duty_owed).
 * The rules are those of docs/day.md, section 4.
 */
#pragma once

#include "circular/law.h"
#include "day/fact.h"
#include "day/shift.h"
#include "plan/plan.h"

/* name, word, English; in the order of findings */
#define DUTIES(X)                                        \
    X(PRESENT, "kehadiran", "presence")                  \
    X(CHECKS, "presensi berikutnya", "further check-in") \
    X(REPORT, "laporan", "report")                       \
    X(REVIEW, "tinjauan", "review")                      \
    X(REACH, "panggilan telepon", "call")                \
    X(RECALL, "panggilan ke kantor", "recall")           \
    X(STAY, "tetap di rumah", "staying at home")         \
    X(TRAVEL, "larangan ke luar daerah", "travel ban")   \
    X(FOLLOW, "pengumuman", "notice")                    \
    X(COORDINATE, "koordinasi", "coordination")          \
    X(TASKS, "tugas", "task")                            \
    X(TARGET, "sasaran", "target")                       \
    X(OBJECTION, "keberatan", "objection")               \
    X(SIGNAL, "isyarat", "signal")                       \
    X(LEAVE, "cuti", "leave")

typedef enum {
#define X(name, word, english) DUTY_##name,
    DUTIES(X)
#undef X
        DUTY_COUNT
} DutyKind;

typedef WorkHours DayHours; /* register_hours() of the government */

typedef enum { RHYTHM_DAILY, RHYTHM_WEEKLY, RHYTHM_MONTHLY } Rhythm;

/* Purposes of an exit that a clause excepts, as bits. */
enum { PURPOSE_HEALTH = 1, PURPOSE_SAFETY = 2, PURPOSE_FOOD = 4 };

/* What a clause is to its duty. */
typedef enum {
    PART_OWED,   /* the duty itself */
    PART_BOOK,   /* PRESENT: presence is noted in a book */
    PART_VISIT,  /* PRESENT: lets those at home come, for a visit granted */
    PART_COME,   /* PRESENT: lets them come without anybody's leave */
    PART_RHYTHM, /* REPORT: lets the head set reports */
    PART_WITHIN  /* REACH: says how long an answer may take */
} DutyPart;

typedef struct {
    DutyKind kind;
    DutyPart part;
    ClauseId by;
    const Selection *who; /* NULL: whomever the letter reaches */
    Strength strength;    /* MUST, MUST_NOT, ADVISED, MAY */
    Where placed;         /* only for those expected there; WHERE_NONE: all */
    bool called;          /* only for those who are recalled */
    int16_t from, to;     /* REACH: minutes covered; -1: office hours */
    int16_t due;          /* REPORT, PRESENT: minute; -1: the government's;
                             REVIEW: minute; -1: the end of the next day */
    int16_t within;       /* PART_WITHIN: minutes */
    Rhythm rhythm;        /* REPORT */
    uint32_t channels;    /* bits of Channel; 0: any */
    uint8_t purposes;     /* STAY */
} Duty;

enum { DUTIES_MOST = 64 };

/* Where the person is expected, and why. */
typedef struct {
    char letter;       /* a Placed; '-' also when the plan has no cell */
    Strength strength; /* of the placement: MUST or MAY */
    ClauseId by;
    bool works;           /* serves, and it is a working day of theirs */
    bool recalled;        /* the letter is K by a recall, meeting or visit */
    bool spared;          /* a mark says that they are not to be called */
    uint8_t week;         /* 5, 6, 7 */
    int16_t begins, ends; /* minutes of work; of the shift, if there is one */
    Shift shift;          /* of those in the office; number 0: none */
    char part; /* another place, from part_from until before part_to: a letter
                  begins or ends then; 0: the whole day in one place */
    int16_t part_from, part_to;
    ClauseId leave; /* of those on leave: what restricts it; or NO_CLAUSE */
    bool urgent;    /* it was said why that leave could not wait */
} Expected;

typedef struct {
    Date day;
    const Corpus *corpus;
    DayHours hours;
    Duty *duties;
    uint32_t duty_count;
    uint64_t *owed; /* per person: bit of each duty whose clause means them */
    Expected *expected; /* per person */
} DutySheet;

/*
 * duty_sheet_make - the sheet of a day.  `plan` may be NULL or not hold the
 * day: then open cells are '-'.  O(people * clauses of the day).
 * At most DUTIES_MOST duties; further ones are ERR_LIMIT.
 */
MUST_USE bool duty_sheet_make(Arena *arena, const LawDay *law, const Plan *plan,
                              DayHours day_hours, DutySheet *out, Err *err);

/* Owed by somebody expected at that letter, recalled or not? */
bool duty_owed(const Duty *duty, char letter, bool recalled);

Str duty_word(DutyKind kind, Lang lang);

/* The channels that words of a letter name, as bits; talk that no fact comes by
 * (media sosial): none. */
uint32_t duty_channels(const Str *words, uint32_t count);
