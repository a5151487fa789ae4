/* SPDX-License-Identifier: Apache-2.0 */
/*
 * unit_day.h - what is to be told of some people and units on one day.
 *
 * A unit kerja, all that is below a unit, or somebody's direct subordinates:
 * docs/day.md, section 5.  Never stored as truth: the same law, plan, facts
 * and `now` give the same bytes again (unit_day_write).
 */
#pragma once

#include "day/verdict.h"

/* name, word, English; in the order of lines */
#define UNIT_TOPICS(X)                         \
    X(CLOSURE, "penutupan", "closure")         \
    X(CAP, "batas", "cap")                     \
    X(PEOPLE, "pegawai", "people")             \
    X(COUNTER, "loket", "counter")             \
    X(TEAM, "satgas", "task force")            \
    X(PROTOCOL, "protokol", "protocol")        \
    X(MEETING, "rapat", "meeting")             \
    X(SILENT, "tanpa kabar", "without a sign") \
    X(BREACH, "pelanggaran", "breach")         \
    X(REPORTS, "laporan", "reports")           \
    X(TASKS, "tugas", "tasks")                 \
    X(REVIEW, "tinjauan", "review")            \
    X(REMINDER, "pengingat", "reminder")

typedef enum {
#define X(name, word, english) UNIT_TOPIC_##name,
    UNIT_TOPICS(X)
#undef X
        UNIT_TOPIC_COUNT
} UnitTopic;

/* name, word, English, colour; of SILENT the finding's own */
#define UNIT_OUTCOMES(X)                                                       \
    X(CLOSED, "ditutup", "closed", NOTED)                                      \
    X(WITHIN, "dalam batas", "within the cap", KEPT)                           \
    X(OVER, "di atas batas menurut rencana", "above the cap by plan", NOTED)   \
    X(EXCEEDED, "melampaui batas", "cap exceeded", BREACH)                     \
    X(COUNTED, "jumlah", "counted", NOTED)                                     \
    X(SHUT, "tutup", "shut", NOTED)                                            \
    X(SERVED, "terlayani", "served", KEPT)                                     \
    X(READY, "siap dibuka", "ready to open", PENDING)                          \
    X(SHORT, "kurang petugas", "short of officers", NOTED)                     \
    X(UNSERVED, "tanpa petugas", "without officers", BREACH)                   \
    X(UNKNOWN, "tidak diketahui, server mati", "unknown, server down",         \
      UNKNOWN)                                                                 \
    X(GONE, "tidak disimpan lagi", "no longer kept", UNKNOWN)                  \
    X(NAMED, "dibentuk", "named", KEPT)                                        \
    X(DONE, "diperiksa", "done", KEPT)                                         \
    X(PENDING, "menunggu", "pending", PENDING)                                 \
    X(NONE, "tidak ada", "none", NOTED)                                        \
    X(ONLINE, "daring", "online", KEPT)                                        \
    X(IN_PERSON, "tatap muka", "in person", KEPT)                              \
    X(APPROVED, "disetujui", "approved", KEPT)                                 \
    X(BESIDE, "disetujui di luar aturan", "approved beside the rule", NOTED)   \
    X(REFUSED, "ditolak", "refused", NOTED)                                    \
    X(NO_REASON, "tanpa alasan mendesak", "without urgent reason", BREACH)     \
    X(UNAPPROVED, "tanpa persetujuan", "not approved", BREACH)                 \
    X(TOO_MANY, "peserta terlalu banyak", "too many people", BREACH)           \
    X(IN_CLOSURE, "jatuh pada penutupan", "in a closure", NOTED)               \
    X(NEITHER, "tanpa presensi dan laporan", "neither check-in nor report",    \
      NOTED)                                                                   \
    X(NO_CHECK_IN, "tanpa presensi", "no check-in", NOTED)                     \
    X(NO_REPORT, "tanpa laporan", "no report", NOTED)                          \
    X(ABSENT, "tidak hadir", "absent", BREACH)                                 \
    X(LATE, "terlambat", "late", BREACH)                                       \
    X(ELSEWHERE, "di tempat lain", "elsewhere", BREACH)                        \
    X(REPORT_MISSING, "laporan tidak ada", "report missing", BREACH)           \
    X(REPORT_LATE, "laporan terlambat", "report late", BREACH)                 \
    X(UNREACHABLE, "tidak dapat dihubungi", "unreachable", BREACH)             \
    X(ANSWERED_LATE, "dijawab terlambat", "answered late", BREACH)             \
    X(NOT_OBEYED, "panggilan tidak dipenuhi", "recall not obeyed", BREACH)     \
    X(OUTSIDE, "di luar rumah tanpa izin", "out of the house without leave",   \
      BREACH)                                                                  \
    X(TRAVELLED, "di luar daerah tanpa izin",                                  \
      "out of the region without leave", BREACH)                               \
    X(TO_REVIEW, "perlu ditinjau", "to review", PENDING)                       \
    X(OVERDUE, "terlambat ditinjau", "review overdue", NOTED)                  \
    X(EVALUATE, "evaluasi sebelum berakhir", "evaluate before it ends", NOTED) \
    X(BASIS, "dasar berubah", "basis changed", NOTED)                          \
    X(TRIP_REPORT, "laporan perjalanan", "report of the trip", NOTED)

typedef enum {
#define X(name, word, english, colour) UNIT_##name,
    UNIT_OUTCOMES(X)
#undef X
        UNIT_OUTCOME_COUNT
} UnitOutcome;

/* Numbers of a line, by topic (section 5); the unused are 0. */
enum { UNIT_NUMBERS = 7, UNIT_FACTS = 3 };

typedef struct {
    UnitTopic topic;
    UnitOutcome outcome;
    Colour colour;
    ClauseId by;     /* NO_CLAUSE: no rule asks for it */
    UnitId unit;     /* NO_UNIT: of the people asked for */
    PersonId person; /* NO_PERSON: of the unit */
    uint32_t thing;  /* COUNTER: a CounterId; REMINDER: a letter of the corpus;
                        else NO_INDEX */
    int32_t numbers[UNIT_NUMBERS];
    FactId facts[UNIT_FACTS]; /* those used; zeros behind the last */
} UnitLine;

/* Whose day: exactly one of unit and superior is given. */
typedef struct {
    UnitId unit;
    bool below; /* with everything below it */
    PersonId superior;
} UnitAsk;

typedef struct {
    UnitAsk ask;
    Date day;
    const UnitLine *lines;
    size_t count;
} UnitDay;

/*
 * unit_day_make - the lines of a day.  `law` is that of view->sheet; the book
 * holds the 31 days before it.  Lines are of the arena.
 * O(people of the ask and of its caps * their threads + clauses * people).
 */
UnitDay unit_day_make(Arena *arena, const DayView *view, const LawDay *law,
                      UnitAsk ask);

/* A unit with the agency flag is asked for with all below it; so is one that
 * is no unit kerja. */
UnitAsk unit_day_of_unit(const Register *r, UnitId unit);
UnitAsk unit_day_of_superior(PersonId superior);

Str unit_day_topic(UnitTopic topic, Lang lang);
Str unit_day_outcome(UnitOutcome outcome, Lang lang);

/* One line each, canonical, for recomputing and for tests:
 *
 *     loket | tutup | dicatat | 800/0437/Org#5(1) | uptd - L001 | 0 0 0 0 0 | -
 */
void unit_day_write(const UnitDay *day, const Corpus *corpus, Buf *out);
