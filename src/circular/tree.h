/*
 * tree.h - a letter as it was read: the shape of its sentences.
 *
 *   letter   = head { change | rule } { annex } { example }
 *   rule     = "aturan" number title { sentence }          a numbered aturan
 *   sentence = [ frames ":" ] subject predicate { tail } "."
 *
 * The tree knows no register: names are kept as they were written, known words
 * (terms.def, verbs.def, tails.def) as their row of the table, so that a tree
 * read from Indonesian and from English is the same.  Every node carries the
 * place that it was read from; two trees are equal when all but the places
 * are (tree_is).  Memory is the arena's of the reader.  A new member is a row
 * of tree.def too.
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

typedef struct {
    Str number; /* "1", "2A" */
    Str title, title_en;
    When valid; /* berlaku ... under the heading */
    const Sentence *sentences;
    uint32_t sentence_count;
    const Str *comments;
    uint32_t comment_count;
    Str comment_behind; /* of the heading */
    Span span;
} Rule;

/* ---- letters ----------------------------------------------------------- */

/* Another instrument, by kind and number: "Keputusan Presiden 7 Tahun 2020". */
typedef struct {
    Str kind;   /* as written: "surat edaran", "Instruksi Gubernur ..." */
    Str number; /* normalised; empty: nomor tidak disebut */
    Date date;  /* tanggal; DATE_ALWAYS: unsaid */
    bool named; /* number is a letter's name, in quotation marks */
    Span span;
} Instrument;

typedef enum {
    RELATION_AMENDS,  /* mengubah */
    RELATION_REVOKES, /* mencabut [mulai D] */
    RELATION_BESIDE,  /* di samping [mengenai "..."] */
    RELATION_BASED,   /* berdasarkan [aturan N ayat (n)] */
    RELATION_DEPARTS  /* menyimpang dari [mengenai "..."] */
} RelationKind;

typedef struct {
    RelationKind kind;
    Instrument to;
    Ref rule;        /* berdasarkan aturan 3 ayat (1) surat edaran ... */
    Instrument last; /* sebagaimana terakhir diubah dengan; kind empty: none */
    Date from;       /* mulai; DATE_ALWAYS: unsaid */
    int16_t from_minute; /* pukul, of that day; -1 */
    Str matter;          /* mengenai "..." */
    Span span;
} Relation;

typedef enum {
    CHANGE_REPLACE, /* aturan 2 diubah menjadi: sentences */
    CHANGE_DELETE,  /* aturan 5 dihapus. */
    CHANGE_INSERT,  /* sesudah aturan 2 disisipkan aturan 2A "...": */
    CHANGE_VALIDITY /* masa berlaku diubah menjadi ... */
} ChangeKind;

typedef struct {
    ChangeKind kind;
    Ref target;
    Rule rule;  /* REPLACE (number and title may be empty), INSERT */
    When valid; /* VALIDITY; an unsaid first day keeps the old one */
    const Str *comments;
    uint32_t comment_count;
    Str comment_behind;
    Span span;
} Change;

typedef struct {
    Str file, title;
    Span span;
} Annex;

/* A test that travels with the letter. */
typedef struct {
    Who *who;        /* SUBJECT: a kind of person */
    int32_t unit_of; /* > 0: "unit kerja dengan N pegawai": who is the kind */
    Date date;
    Where where; /* WHERE_NONE with usual: bekerja biasa */
    bool usual;
    Amount amount; /* compare COMPARE_NONE: a single person's place */
    Ref because;   /* letter and rule empty: unsaid */
    Date known;    /* DATE_NEVER: unsaid */
    const Str *comments;
    uint32_t comment_count;
    Str comment_behind;
    Span span;
} Example;

/* Lines of the head, in the order in which they are printed. */
typedef enum {
    LINE_FIRST,
    LINE_NO_NUMBER,
    LINE_TITLE,
    LINE_ISSUER,
    LINE_SIGNER,
    LINE_ENACTED,
    LINE_ANNOUNCED,
    LINE_VALID,
    LINE_RETURNS,
    LINE_REVIEW,
    LINE_COVERING,
    LINE_CONSIDERING,
    LINE_RELATION,
    LINE_SHARES,
    LINE_NOTE
} LineKind;

/* A comment beside a line of the head: the `index`th of its kind. */
typedef struct {
    LineKind line;
    uint32_t index;
    bool behind; /* at the end of the line, not above it */
    Str text;
} LineComment;

typedef struct {
    Lang lang; /* of the text; not part of the meaning */
    LetterKind kind;
    Str number;          /* normalised; empty when number_missing */
    bool number_missing; /* nomor tidak disebut */
    Str name;            /* a title in the first line: kebijakan "..." */
    Str title, title_en; /* tentang "..." */
    Str issuer;
    Str signer, signer_as;  /* ditandatangani A selaku B */
    Date enacted;           /* ditetapkan; DATE_ALWAYS: unsaid */
    Date announced;         /* diumumkan; DATE_ALWAYS: unsaid */
    Str announcer;          /* diumumkan ... oleh */
    When valid;             /* berlaku */
    Date returns;           /* kembali di kantor; DATE_ALWAYS: unsaid */
    Str review;             /* dievaluasi ...: the words; or empty */
    Duration review_rhythm; /* dievaluasi setiap bulan */
    Who *covering;          /* bagi; NULL: unsaid */
    const Str *considering; /* menimbang */
    uint32_t considering_count;
    const Relation *relations;
    uint32_t relation_count;
    Who *share_base; /* persentase dihitung dari ... */
    Rounding share_rounding;
    const Change *changes;
    uint32_t change_count;
    const Rule *rules;
    uint32_t rule_count;
    const Annex *annexes;
    uint32_t annex_count;
    const Example *examples;
    uint32_t example_count;
    const LineComment *line_comments;
    uint32_t line_comment_count;
    const Str *comments; /* behind everything, at the end of the text */
    uint32_t comment_count;
    const Str *notes; /* catatan "...": shown, not computed */
    uint32_t note_count;
    Span head; /* the first line */
} Letter;

/* Equal in everything but places and language. */
bool tree_is(const Letter *a, const Letter *b);

/* "061.1/1882 /ORG" -> "061.1/1882/ORG": blanks round slashes dropped, the
 * word Nomor dropped, other blanks single. */
Str letter_number(Arena *arena, Str text);
bool letter_number_is(Str a, Str b); /* without case */

/* The number of the letter, or its name, for citing: "188.65/527/ORG/2020". */
Str letter_cite(const Letter *letter);
