/* SPDX-License-Identifier: Apache-2.0 */
/*
 * words.h - the words of the language, in both of its surfaces.
 *
 * The tables (*.def) are one: what is read from Indonesian and from English
 * becomes the same row, and either is printed from it.  A phrase is found by
 * its first word, longest first; comparison is without case.
 */
#pragma once

#include "base/map.h"
#include "circular/tree.h"

/* Function words: W_AND, W_IN_EVERY, ... */
typedef enum {
    W_NONE,
#define WORD(id, in, en) W_##id,
#define ALSO(id, lang, text)
#include "circular/function_words.def"
#undef WORD
#undef ALSO
    W_COUNT
} FunctionWord;

typedef enum {
#define THING(id, owned, in, en) THING_##id,
#include "circular/things.def"
#undef THING
    THING_COUNT
} Thing;

/* Of TERM_PROFESSION: by the first words of a person's title
 * (profession.def). */
typedef enum {
    PROFESSION_TEACHER,
    PROFESSION_HEALTH, /* doctors, nurses and midwives too */
    PROFESSION_DOCTOR,
    PROFESSION_NURSE,
    PROFESSION_MIDWIFE,
    PROFESSION_INSPECTOR
} Profession;

typedef enum {
#define VERB(id, in, en, subject, object, takes, needs, computed, types) \
    VERB_##id,
#define ALSO_VERB(id, lang, text)
#include "circular/verbs.def"
#undef VERB
#undef ALSO_VERB
    VERB_COUNT
} Verb;

typedef enum {
#define STATE(id, in, en, takes, needs, types) STATE_##id,
#define CONSEQUENCE(id, in, en)
#include "circular/states.def"
#undef STATE
#undef CONSEQUENCE
    STATE_COUNT
} State;

typedef enum {
#define STATE(id, in, en, takes, needs, types)
#define CONSEQUENCE(id, in, en) CONSEQUENCE_##id,
#include "circular/states.def"
#undef STATE
#undef CONSEQUENCE
    CONSEQUENCE_COUNT
} Consequence;

enum { TAIL_COUNT = TAIL_IF + 1 };

/* A set of tails: T(WHEN) | T(BY). */
typedef uint64_t TailSet;
#define T(kind) (UINT64_C(1) << TAIL_##kind)

typedef enum { FOR_PEOPLE, FOR_UNITS, FOR_THINGS, FOR_ANY } VerbSubject;
typedef enum {
    OBJECT_NONE,
    OBJECT_THINGS,
    OBJECT_WHO,
    OBJECT_REFS,
    OBJECT_AREA,
    OBJECT_ANY
} VerbObject;

typedef struct {
    Str word[2]; /* by Lang */
    VerbSubject subject;
    VerbObject object;
    TailSet takes, needs;
    bool computed;
    const char *types; /* codes of clause types, with blanks between */
} VerbRow;

typedef struct {
    Str word[2];
    TailSet takes, needs;
    const char *types;
} StateRow;

typedef enum {
    HOLDS_NOTHING,
    HOLDS_WHO,
    HOLDS_WORDS,
    HOLDS_OWN_WORDS, /* no list: bergilir [selang seminggu] */
    HOLDS_AMOUNT,
    HOLDS_DURATION,
    HOLDS_WHEN,
    HOLDS_CLOCK,
    HOLDS_DEADLINE,
    HOLDS_REF
} TailHolds;

typedef struct {
    FunctionWord opener;
    TailHolds holds;
    bool comma;
    const char *name; /* "RHYTHM" */
} TailRow;

typedef struct {
    TermKind kind;
    int32_t value;
    Str word, one, many; /* Indonesian, English singular and plural */
} TermRow;

const VerbRow *verb_row(Verb verb);
const StateRow *state_row(State state);
const TailRow *tail_row(TailKind kind);
Str tail_name(TailKind kind, Lang lang);               /* the opening words */
const TermRow *term_row(TermKind kind, int32_t value); /* NULL: no such */
Str word_text(FunctionWord word, Lang lang);
Str thing_text(Thing thing, Lang lang);
bool thing_is_owned(Thing thing); /* loket Disdukcapil: whose it is */
Str consequence_text(Consequence consequence, Lang lang);
Str letter_kind_text(LetterKind kind, Lang lang);
Str head_text(LineKind line, Lang lang); /* but of LINE_FIRST, RELATION */
Str relation_text(RelationKind kind, Lang lang);
Str strength_text(Strength strength, Lang lang);
Str where_text(Where where, Lang lang);
Str number_text(int32_t number, Lang lang); /* 1 to 12; else empty */

/* Can the Indonesian words of a verb be no thing?  "presensi" can. */
bool verb_is_no_noun(Str text);

/* "menyebarkan berita", "mencabut stop kontak": begins with what is a verb in
 * Indonesian, though no row has it; not "menteri". */
bool verb_is_likely(Str text);

/* Does it begin with "hari" or "jam", so that "pada" makes a time of it? */
bool gloss_is_time(Str text);

/* Has it a verb of its own in English: "are pregnant"? */
bool gloss_is_mark(Str indonesian);

/* Does it begin like a time in English: "in alternate weeks"? */
bool gloss_is_pattern(Str indonesian);

/* Is it, to the letter, a word of the glossary or a thing? */
bool gloss_knows(Str indonesian);

/* The English of a free word of the glossary, or the word itself. */
Str gloss_text(Str indonesian, Lang lang);

/* Words behind numbers: "orang", "hari kerja", ...; the tree holds [0]. */
typedef struct {
    Str word, one, many;
    TimeUnit time;
} CountRow;

const CountRow *count_row(size_t index); /* NULL past the end */
const CountRow *count_row_of(Str word);
const CountRow *count_row_of_time(TimeUnit unit);

/* Is the type part of a proper name: Dinas Sosial, RSUD Taman? */
bool term_type_is_proper(int32_t type);

/* The kind of unit that a role heads, when that is certain. */
bool term_heads_type(int32_t role, UnitType *out);

bool term_is_person(TermKind kind);

/* People who hold no post: a word behind them may be a mark of theirs. */
bool term_is_anybody(TermKind kind);
bool term_is_unit(TermKind kind);

/* ---- finding ----------------------------------------------------------- */

typedef enum {
    CLASS_FUNCTION, /* id: FunctionWord */
    CLASS_STRENGTH, /* id: Strength */
    CLASS_PLACE,    /* id: Where */
    CLASS_STATE,    /* id: State */
    CLASS_CONSEQUENCE,
    CLASS_TERM, /* id: index for words_term */
    CLASS_THING,
    CLASS_VERB,
    CLASS_COUNT,    /* id: row of count_row */
    CLASS_MONTH,    /* id: 1 to 12 */
    CLASS_WEEKDAY,  /* id: Weekday */
    CLASS_NUMBER,   /* id: 1 to 12, as words */
    CLASS_GLOSS,    /* id: row */
    CLASS_LETTER,   /* id: LetterKind */
    CLASS_HEAD,     /* id: LineKind */
    CLASS_RELATION, /* id: RelationKind */
    CLASS_REFUSED,  /* id: row of advice.def */
    CLASS_COURTESY, /* seluruh, para, the, a: never changes meaning */
    CLASSES
} PhraseClass;

typedef struct {
    Str text;
    uint32_t words; /* how many */
    uint32_t spelt; /* where the numbers of its words stand: lexicon_spelt */
    PhraseClass class;
    int32_t id;
    uint32_t next; /* the next phrase with the same first word */
} Phrase;

typedef struct Lexicon Lexicon;

/* The phrases of one language, in the arena. */
const Lexicon *lexicon_open(Arena *arena, Lang lang);

/* The number of a folded word, or NO_INDEX: no phrase has it.  Words are the
 * same where their numbers are. */
uint32_t lexicon_word(const Lexicon *lexicon, Str folded);

/* The first phrase that begins with the word of that number, or NO_INDEX;
 * those that follow it by `next` are ordered from longest to shortest. */
uint32_t lexicon_first(const Lexicon *lexicon, uint32_t word);

/* The number of the word at an index of the phrase. */
uint32_t lexicon_spelt(const Lexicon *lexicon, const Phrase *phrase,
                       uint32_t index);
const Phrase *lexicon_phrase(const Lexicon *lexicon, uint32_t index);
const TermRow *lexicon_term(int32_t id); /* of CLASS_TERM */
size_t lexicon_terms(void);              /* how many there are */
Str lexicon_gloss(int32_t id);           /* the Indonesian, of CLASS_GLOSS */

/* Every phrase of a language, in the order of the tables. */
typedef void PhraseVisitor(void *with, PhraseClass class, int32_t id, Str text);
void lexicon_visit(Lang lang, PhraseVisitor *visit, void *with);

/*
 * plain_is - may the text stand without quotation marks, and be read as it is
 * in both languages?
 * PLAIN_TERM: as people, a unit or a thing; PLAIN_LISTED: the same, as an
 * item of a list; PLAIN_WORD: in the slot of a tail;
 * PLAIN_TEXT: where all up to a mark is taken (labels, topics); PLAIN_EVENT:
 * the same, but a known word at the start may be all that is taken.
 */
typedef enum {
    PLAIN_TERM,
    PLAIN_LISTED,
    PLAIN_WORD,
    PLAIN_TEXT,
    PLAIN_EVENT
} Plain;
bool plain_is(Str text, Plain as);

/* Is the text read to its end in both languages?  Figures and marks may stand
 * in it: numbers and kinds of letters. */
bool plain_runs(Str text);

/* The same of what may be a word of the glossary: printed by its row. */
bool plain_stands(Str text, Plain as);

/* Does the phrase end a name that stands before it? */
bool phrase_ends_name(const Phrase *phrase);
