/* SPDX-License-Identifier: Apache-2.0 */
/*
 * verdict.h - what the letters say of one person's day, after the facts.
 *
 * Never stored as truth: the same law, plan, facts and `now` give the same
 * bytes again (verdict_write).  The rules are those of docs/day.md.
 */
#pragma once

#include "day/daybook.h"
#include "day/duty.h"

typedef enum {
    COLOUR_KEPT,
    COLOUR_NOTED,
    COLOUR_PENDING,
    COLOUR_UNKNOWN,
    COLOUR_BREACH
} Colour;

/* name, word, English, colour when the duty is a must, colour when not */
#define OUTCOMES(X)                                                          \
    X(NONE, "tidak ada", "none", NOTED, NOTED)                               \
    X(PRESENT, "hadir", "present", KEPT, KEPT)                               \
    X(LATE, "terlambat", "late", BREACH, NOTED)                              \
    X(ELSEWHERE, "di tempat lain", "elsewhere", BREACH, NOTED)               \
    X(WITH_LEAVE, "dengan izin", "with leave", KEPT, KEPT)                   \
    X(NO_SIGN, "tanpa tanda", "no sign", NOTED, NOTED)                       \
    X(ABSENT, "tidak hadir", "absent", BREACH, NOTED)                        \
    X(UNKNOWN, "tidak diketahui, server mati", "unknown, server down",       \
      UNKNOWN, UNKNOWN)                                                      \
    X(GONE, "tidak disimpan lagi", "no longer kept", UNKNOWN, UNKNOWN)       \
    X(PENDING, "menunggu", "pending", PENDING, PENDING)                      \
    X(OTHER_CHANNEL, "melalui saluran lain", "by another channel", NOTED,    \
      NOTED)                                                                 \
    X(DEVIATION, "penyimpangan kepala", "head's deviation", NOTED, NOTED)    \
    X(IN, "masuk", "in", KEPT, KEPT)                                         \
    X(MISSING, "tidak ada", "missing", BREACH, NOTED)                        \
    X(RETURNED, "dikembalikan", "returned", NOTED, NOTED)                    \
    X(ACCEPTED, "diterima", "accepted", KEPT, KEPT)                          \
    X(REVIEWED, "ditinjau", "reviewed", KEPT, KEPT)                          \
    X(NOT_REVIEWED, "belum ditinjau", "not reviewed", NOTED, NOTED)          \
    X(ANSWERED, "dijawab", "answered", KEPT, KEPT)                           \
    X(ANSWERED_LATE, "dijawab terlambat", "answered late", BREACH, NOTED)    \
    X(UNREACHABLE, "tidak dapat dihubungi", "unreachable", BREACH, NOTED)    \
    X(OBEYED, "dipenuhi", "obeyed", KEPT, KEPT)                              \
    X(OBEYED_LATE, "dipenuhi terlambat", "obeyed late", NOTED, NOTED)        \
    X(NOT_OBEYED, "tidak dipenuhi", "not obeyed", BREACH, NOTED)             \
    X(ALLOWED, "diperbolehkan", "allowed", KEPT, KEPT)                       \
    X(REFUSED, "ditolak", "refused", NOTED, NOTED)                           \
    X(OUTSIDE, "di luar tanpa izin", "outside without leave", BREACH, NOTED) \
    X(NOT_BACK, "belum kembali", "not back", NOTED, NOTED)                   \
    X(READ, "dibaca", "read", KEPT, KEPT)                                    \
    X(UNREAD, "belum dibaca", "unread", NOTED, NOTED)                        \
    X(KEPT, "dijalankan", "kept", KEPT, KEPT)                                \
    X(DONE, "selesai", "done", KEPT, KEPT)                                   \
    X(IN_PART, "sebagian", "in part", NOTED, NOTED)                          \
    X(OPEN, "belum selesai", "open", NOTED, NOTED)                           \
    X(REACHED, "tercapai", "reached", KEPT, KEPT)                            \
    X(UNDER_WAY, "berjalan", "under way", NOTED, NOTED)                      \
    X(OBJECTED, "diajukan", "open", NOTED, NOTED)                            \
    X(OBJECTION_ANSWERED, "dijawab", "answered", NOTED, NOTED)               \
    X(QUESTION, "perlu ditanyakan", "question", NOTED, NOTED)

typedef enum {
#define X(name, word, english, must, else_) OUTCOME_##name,
    OUTCOMES(X)
#undef X
        OUTCOME_COUNT
} Outcome;

enum { FINDING_FACTS = 3, FINDINGS_MOST = 64 };

typedef struct {
    DutyKind duty;
    Outcome outcome;
    Strength strength; /* MUST, MUST_NOT, MAY, ADVISED */
    ClauseId by;       /* NO_CLAUSE: no rule asks for it */
    int32_t minutes;   /* late by, answered after, done in percent, summed;
                          0 when it has no number */
    FactId facts[FINDING_FACTS]; /* those used; zeros behind the last */
} Finding;

typedef struct {
    PersonId person;
    Date day;
    char planned;  /* law and plan; '-' */
    char expected; /* after a head's deviation */
    char where;    /* K, R, L or D by the check-in that counted; '?' none */
    bool more;     /* findings beyond FINDINGS_MOST were dropped */
    uint32_t count;
    Finding findings[FINDINGS_MOST];
} Verdict;

/* What a day is judged from; all borrowed. */
typedef struct {
    const DutySheet *sheet;
    const DayBook *book;
    Zone zone;
    Instant now; /* the book holds what was received by then, no more, and all
                    erasures: whoever makes it sees to that */
} DayView;

/* The verdict of one person's day.  O(length of the thread * duties). */
void verdict_make(const DayView *view, PersonId person, Verdict *out);

/* Until when a person is asked for what that day, as minutes of it; -1: not
 * asked.  Whatever came of it: before any fact of theirs, too. */
typedef struct {
    int16_t check_in;
    int16_t report; /* of several the first */
    Rhythm rhythm;  /* of that report */
    int16_t within; /* minutes in which a call is answered */
} VerdictDue;
VerdictDue verdict_due(const DayView *view, PersonId person);

Colour finding_colour(const Finding *f);
/* Holds it though records of the day were erased?  (docs/day.md, 4.11) */
bool outcome_stands(Outcome outcome);
Str outcome_word(Outcome outcome, Lang lang);
Str colour_word(Colour colour, Lang lang);

/*
 * One line a finding, canonical, for recomputing and for tests:
 *
 *     B04713 2020-08-12 K K K
 *     kehadiran | terlambat | pelanggaran | 800/0437/Org#1(1) | 12 0192f3c1-..
 *
 * (first planned, expected, where; then duty, outcome, colour, clause or "-",
 * minutes and the ids of the facts used.)
 */
void verdict_write(const Verdict *v, const Corpus *corpus, Buf *out);
