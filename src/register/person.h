/* SPDX-License-Identifier: Apache-2.0 */
/*
 * person.h - people: kind of staff, unit, post, leave, marks.
 *
 * The key is the internal code; a NIP is data (18 digits, serial 000 marks a
 * sample).  Contract staff may have none.
 */
#pragma once

#include "base/date.h"
#include "register/ids.h"
#include "register/post.h"

/* name, word in files and letters, long name, is it ASN? */
#define STAFF_KINDS(X)                                                  \
    X(PNS, "PNS", "pegawai negeri sipil", true)                         \
    X(CPNS, "CPNS", "calon pegawai negeri sipil", true)                 \
    X(PPPK, "PPPK", "pegawai pemerintah dengan perjanjian kerja", true) \
    X(PPPK_PARUH, "PPPK paruh waktu", "PPPK paruh waktu", true)         \
    X(TKD, "TKD", "tenaga kontrak daerah", false)                       \
    X(PTT, "PTT", "pegawai tidak tetap", false)                         \
    X(KONTRAK, "tenaga kontrak", "tenaga kontrak", false)               \
    X(HONORER, "honorer", "tenaga honorer", false)

typedef enum {
#define X(name, word, full, asn) STAFF_##name,
    STAFF_KINDS(X)
#undef X
} StaffKind;

typedef struct {
    Str code;  /* internal, unique: "B00017" */
    Str nip;   /* 18 digits, or empty */
    Str local; /* local number of contract staff, or empty */
    Str name;  /* with titles as the register spells it */
    Str title; /* jabatan: "Analis Kepegawaian" */
    StaffKind kind;
    UnitId unit;
    Rank rank;     /* of the person without a post: PELAKSANA or FUNGSIONAL */
    bool field;    /* petugas operasional lapangan */
    Window window; /* in service */
} Person;

#define ABSENCE_KINDS(X)                   \
    X(CUTI, "cuti", 'C')                   \
    X(SAKIT, "sakit", 'C')                 \
    X(MELAHIRKAN, "cuti melahirkan", 'C')  \
    X(TUGAS_BELAJAR, "tugas belajar", 'C') \
    X(DINAS_LUAR, "dinas luar", 'D')

typedef enum {
#define X(name, word, letter) ABSENCE_##name,
    ABSENCE_KINDS(X)
#undef X
} AbsenceKind;

typedef struct {
    PersonId person;
    AbsenceKind kind;
    Window window;
    Date known;  /* recorded on; DATE_ALWAYS when the file does not say */
    bool urgent; /* it was said why it could not wait */
} Absence;

/*
 * A dated mark without a diagnosis.  Names in marks.def have an effect of
 * their own (MUST_HOME: never called in, at home whatever the letter says);
 * any other name is for letters to select by: yang "rumahnya terendam".
 */
#define MARK_EFFECTS(X)            \
    X(NAMED, "")                   \
    X(MUST_HOME, "wajib di rumah") \
    X(MAY_HOME, "boleh di rumah")  \
    X(NO_RECALL, "tidak dipanggil")

typedef enum {
#define X(name, word) MARK_##name,
    MARK_EFFECTS(X)
#undef X
} MarkEffect;

typedef struct {
    PersonId person;
    Str name;
    MarkEffect effect;
    Window window;
    Date known;
} Mark;

bool staff_kind_parse(Str word, StaffKind *out); /* short or long, folded */
Str staff_kind_word(StaffKind kind);
Words staff_kind_words(void);
bool staff_kind_is_asn(StaffKind kind);
bool absence_kind_parse(Str word, AbsenceKind *out);
Str absence_kind_word(AbsenceKind kind);
Words absence_kind_words(void);
char absence_letter(AbsenceKind kind); /* 'C' or 'D' */
bool mark_effect_parse(Str word, MarkEffect *out);

/*
 * GOOD: 18 digits with a plausible birth date, year and sex.  SAMPLE: the same
 * with the serial 000.  RUINED: a spreadsheet took it for a number (1.98609E+17
 * or a decimal mark).  SHAPE: not 18 digits.  DATE: what stands inside cannot
 * be.  RUINED cannot be read at all; the others are flagged, never rejected.
 */
typedef enum { NIP_GOOD, NIP_SAMPLE, NIP_RUINED, NIP_SHAPE, NIP_DATE } NipState;
NipState nip_state(Str nip);

/* The birth date inside; false when the NIP has none that can be. */
bool nip_birth(Str nip, Date *out);

/* Without blanks and the apostrophe of spreadsheets; in the arena only
 * when something had to go. */
Str nip_bare(Arena *arena, Str nip);

/* "198609 ****** * 000" -> first six digits and the last three. */
Str nip_masked(Arena *arena, Str nip);
