/* SPDX-License-Identifier: Apache-2.0 */
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
 * of tree.def too.  What sentences are made of is in tree_who.h, sentences and
 * their tails in tree_sentence.h; whoever includes this has all three.
 */
#pragma once

#include "circular/tree_sentence.h"

/* ---- rules ------------------------------------------------------------- */

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
    Str zone;            /* of that minute, as it is said, or empty */
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
    Ref next;   /* INSERT "di antara aturan 2 dan aturan 3": the latter */
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
    Where where; /* WHERE_NONE with usual (bekerja biasa) and clash (bentrok) */
    bool usual, clash;
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
bool tree_who_is(const Who *a, const Who *b); /* NULL too */
bool tree_sentence_is(const Sentence *a, const Sentence *b);

/* "061.1/1882 /ORG" -> "061.1/1882/ORG": blanks round slashes dropped, the
 * word Nomor dropped, other blanks single. */
Str letter_number(Arena *arena, Str text);
bool letter_number_is(Str a, Str b); /* without case */
/* Does its head say that it amends the letter of that number? */
bool letter_amends(const Letter *letter, Str number);

/* The number of the letter, or its name, for citing: "188.65/527/ORG/2020". */
Str letter_cite(const Letter *letter);
