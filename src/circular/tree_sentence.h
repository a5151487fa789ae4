/* SPDX-License-Identifier: Apache-2.0 */
/*
 * tree_sentence.h - of a letter's tree: sentences and their tails.
 *
 *   sentence = [ frames ":" ] subject predicate { tail } "."
 *
 * A new kind of tail is a row of tails.def in the place that its enumerator
 * has here.
 */
#pragma once

#include "circular/tree_who.h"

/* ---- tails ------------------------------------------------- */

/* Rows of tails.def, in the order in which they are printed. */
typedef enum {
    TAIL_TIMES,         /* amount: 2 kali sehari */
    TAIL_AT,            /* who: pada unit kerja dan UPTD (after an object) */
    TAIL_BASE,          /* who: dari seluruh pegawai */
    TAIL_ROUNDING,      /* rounding */
    TAIL_FLOOR_NUMBER,  /* amount: tidak kurang dari 1 orang */
    TAIL_FLOOR_FORCED,  /* tidak kurang dari yang wajib hadir */
    TAIL_SIZE,          /* amount: sebesar paling sedikit 20% */
    TAIL_CALLS,         /* amount: sesudah paling banyak 3 panggilan */
    TAIL_SHIFTS,        /* amount: dalam 2 gelombang */
    TAIL_ONLINE,        /* secara daring */
    TAIL_TURNS,         /* words: bergilir [selang seminggu] */
    TAIL_NO_TURNS,      /* tidak bergilir */
    TAIL_FOR,           /* words: untuk rapat atau pertemuan penting */
    TAIL_RHYTHM,        /* duration: setiap hari kerja, setiap minggu, bulan */
    TAIL_CLOCK,         /* clock: pukul 07.00-07.30 dan pukul 15.00-15.30 */
    TAIL_WHEN,          /* when: mulai, pada, selama, setiap, sampai dengan */
    TAIL_OFFICE_HOURS,  /* pada jam kerja */
    TAIL_ANY_TIME,      /* setiap saat */
    TAIL_AT_LEAST_LONG, /* duration: paling singkat 6 jam */
    TAIL_WITHIN,        /* duration: paling lama 15 menit */
    TAIL_TO,            /* who: kepada atasan langsung */
    TAIL_CHANNEL,       /* words: melalui A, B atau C; all: dan */
    TAIL_DEADLINE,      /* paling lambat: clock, when.window.last or duration
                           ("2 hari kerja sebelumnya"), or day_of_month */
    TAIL_PROOF,         /* words: dengan swafoto */
    TAIL_BY,            /* who: oleh, ditetapkan oleh */
    TAIL_SCHEDULED_BY,  /* who: dijadwalkan oleh */
    TAIL_PERMITTED_BY,  /* who: dengan izin */
    TAIL_APPROVED_BY,   /* who: dengan persetujuan */
    TAIL_BOUNDS,        /* ref: dalam batas aturan 3 */
    TAIL_RADIUS,        /* amount: dalam radius 100 meter */
    TAIL_BY_NEED,       /* words: sesuai kebutuhan [loket] */
    TAIL_WITH_REASON,   /* dengan alasan */
    TAIL_LOGGED,        /* words: dicatat dalam daftar kunjungan */
    TAIL_EXCEPT_FOR,    /* words: kecuali untuk pangan */
    TAIL_EXCEPT_BY,     /* who: kecuali dengan izin atasan langsung */
    TAIL_EXCEPT_IF,     /* words: kecuali jika laporan diterima */
    TAIL_EXCEPT_WHEN,   /* when: kecuali pada 17 Agustus 2020 */
    TAIL_AGAIN,         /* words: dihitung ulang jika ada kasus baru */
    TAIL_OPEN_LIST,     /* belum lengkap; words: antara lain A dan B */
    TAIL_IF             /* words: jika laporan diterima */
} TailKind;

typedef struct {
    TailKind kind;
    Who *who;
    When when;
    Duration duration;
    Rounding rounding;
    Amount amount;
    Ref ref;
    const int16_t *clock; /* minutes, pairs from-to; a single time has -1 */
    uint32_t clock_count; /* pairs */
    Str zone;             /* of the clock, as it is said: "WITA", or empty */
    int32_t day_of_month; /* paling lambat tanggal 10: of each; 0 */
    const Str *words;
    uint32_t word_count;
    bool all;  /* joined by dan (all), not by atau (any) */
    bool open; /* antara lain stood before the list */
    Span span;
} Tail;

/* ---- sentences --------------------------------------------------------- */

typedef enum {
    FRAME_EACH,     /* pada setiap UNIT: who */
    FRAME_AT,       /* pada UNITS: who */
    FRAME_WHEN,     /* mulai D, selama ..., setiap WEEKDAY: when */
    FRAME_IF,       /* jika EVENT: words (event), who (where it happens) */
    FRAME_DEROGATE, /* dikecualikan dari REF: refs */
    FRAME_BY        /* menurut KEY: words; opens a table */
} FrameKind;

typedef struct {
    FrameKind kind;
    Who *who;
    When when;
    Str words;
    const Ref *refs;
    uint32_t ref_count;
    Span span;
} Frame;

typedef enum {
    SUBJECT_NONE, /* di kantor paling banyak ... */
    SUBJECT_WHO,
    SUBJECT_REST,   /* selebihnya: the rest of the base of the counts before */
    SUBJECT_REF,    /* aturan 1 ... */
    SUBJECT_LETTER, /* surat edaran ini */
    SUBJECT_TOPIC   /* Protokol kesehatan: "..." */
} SubjectKind;

typedef enum {
    PRED_PLACE,   /* strength + where */
    PRED_COUNT,   /* [who] where (or whereas) + amount */
    PRED_DO,      /* strength + verb + objects */
    PRED_TURN,    /* bergilir */
    PRED_STATE,   /* state + tails: diadakan, ditiadakan, dibatasi, ditutup */
    PRED_COUNTED, /* dihitung / dianggap / dikenai + text or amount */
    PRED_MEANS,   /* ialah + who or text */
    PRED_SCOPE,   /* tidak berlaku bagi + who */
    PRED_EXCEED,  /* REF boleh dilampaui pada UNITS, sesuai kebutuhan loket */
    PRED_RECORD,  /* : "..." */
    PRED_RECORDED_DO /* strength + "..." : a duty in quotes */
} PredKind;

typedef struct Sentence Sentence;

/* A further bound of a count: "... dan paling sedikit 25%", "... dan di rumah
 * paling sedikit 75%". */
typedef struct {
    const Where *where; /* none: the places of the bound before */
    uint32_t where_count;
    Amount amount;
} Bound;

/* One row of a table: the labels, then a sentence without frames. */
typedef struct {
    const Str *labels;
    uint32_t label_count;
    const Sentence *body;
} TableRow;

struct Sentence {
    Str paragraph; /* "1", "1a"; the reader numbers what is not */
    const Frame *frames;
    uint32_t frame_count;
    SubjectKind subject;
    Who *who;        /* SUBJECT_WHO */
    const Ref *refs; /* SUBJECT_REF */
    uint32_t ref_count;
    Str topic; /* SUBJECT_TOPIC */
    PredKind pred;
    Strength strength;
    const Where *where; /* PRED_PLACE: one; PRED_COUNT: one or more, together */
    uint32_t where_count;
    int32_t verb; /* PRED_DO: a Verb; PRED_STATE: a State; PRED_COUNTED: a
                     Consequence (words.h) */
    Who *object;  /* PRED_DO, PRED_MEANS, PRED_SCOPE, PRED_EXCEED */
    const Ref *object_refs; /* melonggarkan ayat (1) */
    uint32_t object_ref_count;
    Str text;      /* PRED_RECORD, PRED_RECORDED_DO, PRED_COUNTED, MEANS */
    Str text_en;   /* a second quoted text in English, or empty */
    Amount amount; /* PRED_COUNT, PRED_COUNTED */
    const Bound *bounds; /* PRED_COUNT: those behind the first */
    uint32_t bound_count;
    const Tail *tails; /* in the order of the table, each kind once */
    uint32_t tail_count;
    const TableRow *rows; /* of a FRAME_BY table; then pred is unused.  Of
                             PRED_COUNTED: the steps of a ladder, recorded */
    uint32_t row_count;
    const Str *comments; /* before; without the dashes */
    uint32_t comment_count;
    Str comment_behind;
    Span span;
};
