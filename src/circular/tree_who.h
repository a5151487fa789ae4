/* SPDX-License-Identifier: Apache-2.0 */
/*
 * tree_who.h - of a letter's tree: how much, when, and who.
 *
 *   who   = group { "serta" group } [ "kecuali" who ] [ "masing-masing" limit ]
 *   group = term { "," term }         term = a known word or a name, limited
 *
 * What sentences are made of (tree_sentence.h): places, strengths, amounts,
 * spans of time, references to other clauses, and whom a sentence means.
 */
#pragma once

#include "base/diag.h"
#include "register/person.h"
#include "register/post.h"
#include "register/unit.h"

/* ---- small values ------------------------------------------------------ */

typedef enum {
    WHERE_NONE,
    WHERE_OFFICE, /* di kantor */
    WHERE_HOME,   /* di rumah */
    WHERE_FIELD,  /* di lapangan */
    WHERE_ANY,    /* di mana saja */
    WHERE_LEAVE   /* cuti: in counts only ("di rumah atau cuti") */
} Where;

typedef enum {
    STRENGTH_NONE,
    STRENGTH_MUST,     /* wajib, harus */
    STRENGTH_MAY,      /* boleh, dapat */
    STRENGTH_MUST_NOT, /* dilarang, tidak boleh */
    STRENGTH_ADVISED,  /* diimbau */
    STRENGTH_ENTITLED, /* berhak */
    STRENGTH_NEED_NOT  /* tidak wajib */
} Strength;

typedef enum {
    COMPARE_NONE,
    AT_MOST,
    AT_LEAST,
    EXACTLY,
    FEWEST /* sesedikit mungkin: no number, recorded */
} Compare;
typedef enum { ROUND_UNSAID, ROUND_DOWN, ROUND_UP } Rounding;

typedef enum {
    LETTER_CIRCULAR,    /* surat edaran */
    LETTER_POLICY,      /* kebijakan: no number known */
    LETTER_INSTRUCTION, /* instruksi */
    LETTER_DECISION,    /* keputusan: a head's, within the bounds of a rule */
    LETTER_NOTICE,      /* pengumuman */
    LETTER_ORAL,        /* perintah lisan */
    LETTER_REGULATION   /* peraturan */
} LetterKind;

/* A rule, paragraph or letter that a sentence points to. */
typedef struct {
    Str letter;      /* normalised number, or empty: this letter */
    Str rule;        /* "2", "2A"; empty: the whole letter */
    Str paragraph;   /* "1", "1a"; empty: the whole rule.  "ayat (1)" without a
                        rule is resolved by the reader to the rule it is in */
    LetterKind kind; /* of that letter, when one is named */
    Span span;
} Ref;

/* A number of days, weeks, ... : "3 hari kalender", "7 hari kerja". */
typedef enum {
    UNIT_TIME_NONE,
    CALENDAR_DAYS,
    WORKING_DAYS,
    WEEKS,
    MONTHS,
    HOURS,
    MINUTES,
    YEARS
} TimeUnit;

typedef struct {
    int32_t number;
    TimeUnit unit;
} Duration;

/*
 * When: F2 and every window in a sentence.  Several parts may be set at once
 * ("setiap Rabu mulai 4 Maret 2026"); what is unset is empty.
 */
typedef struct {
    Window window;       /* first DATE_ALWAYS: unsaid; last DATE_NEVER */
    bool until_notice;   /* sampai dengan ditentukan kemudian */
    int16_t from_minute; /* pukul, of the first day; -1 */
    int16_t last_minute; /* pukul, of the last day, when it ends; -1 */
    Str zone;            /* of these minutes, as it is said, or empty */
    uint8_t weekdays;    /* setiap Rabu: bits; 0: all */
    const Date *dates;   /* pada 12, 13 dan 16 Maret 2026 */
    uint32_t date_count;
    Str status, area; /* selama status "..." di AREA */
    Str period;       /* selama Ramadan, selama penutupan: the word */
    Duration lasting; /* selama 3 hari kalender */
    Duration after;   /* sesudah 3 hari kalender */
    Str since;        /* sejak penetapan penutupan, sejak kedatangan */
    Span span;
    bool given; /* anything was said */
} When;

/* ---- who --------------------------------------------------------------- */

/* Kinds of term; the words are in terms.def. */
typedef enum {
    TERM_NAME,        /* a free name: a unit, something declared with ialah */
    TERM_STAFF_ALL,   /* pegawai: everybody whom the letter covers */
    TERM_ASN,         /* ASN */
    TERM_STAFF,       /* value: StaffKind */
    TERM_RANK,        /* pejabat eselon II: value Rank */
    TERM_RANK_NAME,   /* pejabat administrator, pelaksana: value Rank */
    TERM_STRUCTURAL,  /* pejabat struktural */
    TERM_TOP_LEVELS,  /* pejabat dua tingkat struktural tertinggi: value 2 */
    TERM_ROLE,        /* value: Role */
    TERM_HEAD,        /* kepala perangkat daerah */
    TERM_UNIT_HEAD,   /* kepala unit kerja */
    TERM_SUPERIOR,    /* atasan langsung */
    TERM_FIELD,       /* petugas operasional lapangan */
    TERM_DESK,        /* petugas loket */
    TERM_APPOINTER,   /* pejabat pembina kepegawaian: in no register */
    TERM_PROFESSION,  /* guru: by the title; value Profession (words.h) */
    TERM_TEAM,        /* anggota satgas: by mark */
    TERM_AGENCY,      /* perangkat daerah */
    TERM_WORK_UNIT,   /* unit kerja */
    TERM_UNIT_TYPE,   /* kecamatan, puskesmas, bidang: value UnitType */
    TERM_SERVICE,     /* unit layanan langsung: value ServiceClass */
    TERM_SECTION,     /* bagian pelayanan */
    TERM_WORK_WEEK,   /* unit enam hari kerja: value days of the week */
    TERM_ROUND_CLOCK, /* unit 24 jam */
    TERM_THING        /* rapat, perjalanan dinas, jadwal, ...: value Thing */
} TermKind;

typedef struct Who Who;

typedef enum {
    LIMIT_PLACE, /* di rumah: those placed there that day */
    LIMIT_UNITS, /* pada UNITS */
    LIMIT_MARK,  /* yang hamil; several marks are alternatives */
    LIMIT_REF,   /* menurut aturan 2 */
    LIMIT_OTHER, /* lainnya: not placed by another clause of the letter */
    LIMIT_THAT   /* itu: the unit of the frame */
} LimitKind;

typedef struct {
    Compare compare;
    bool only;  /* written hanya: prints so, means AT_MOST */
    bool share; /* number is hundredths of a percent: 33,33% = 3333 */
    int32_t number;
    int32_t hundredths; /* of what is no share: 7,5 jam is 7 and 50 */
    Str counted;       /* "orang", "hari kerja", "kali", ... when not a share */
    bool set_by_other; /* yang ditetapkan oleh ... */
    Who *setter;
} Amount;

typedef struct {
    LimitKind kind;
    Where place;      /* LIMIT_PLACE */
    Who *units;       /* LIMIT_UNITS */
    const Str *marks; /* LIMIT_MARK: "hamil", "dipanggil", "rumahnya jauh" */
    const bool *quoted;
    const Amount *measures; /* per mark: "berusia" paling sedikit 50 tahun;
                               COMPARE_NONE: the bare mark */
    uint32_t mark_count;
    bool all_marks; /* sekaligus: all at once */
    Ref ref;        /* LIMIT_REF */
    Span span;
} Limit;

typedef struct Term Term;
struct Term {
    TermKind kind;
    int32_t value; /* see TermKind */
    Str name;      /* TERM_NAME: as written, blanks single; else empty, or the
                      free name that follows a known word without "pada"
                      ("bidang perizinan DPMPTSP": kind UNIT_TYPE BIDANG, name
                      "perizinan DPMPTSP"; "kelurahan Api-Api") */
    bool quoted;
    const Limit *limits;
    uint32_t limit_count;
    const Term *listed; /* berikut: a. ...; b. ... */
    uint32_t listed_count;
    Str comment_behind; /* of a listed term */
    Span span;
};

typedef struct {
    const Term *terms;
    uint32_t count;
} Group;

struct Who {
    const Group *groups; /* joined by serta; all are one union */
    uint32_t group_count;
    Who *except;       /* kecuali ..., or NULL */
    const Limit *each; /* masing-masing ... */
    uint32_t each_count;
    Span span;
};
