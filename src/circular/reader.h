/* SPDX-License-Identifier: Apache-2.0 */
/*
 * reader.h - what the parse_* files share: tokens, phrases, faults.
 *
 * A parse function starts at the next token, leaves it behind what it read and
 * returns true; false means that a fault was said, and the sentence is given
 * up: the caller returns false in its turn.  "Next" never reaches past the end
 * of the sentence or line at hand (r->end): there stands TOKEN_END.
 */
#pragma once

#include "circular/lex.h"

typedef enum {
#define FAULT(name, id, level, said_id, said_en, advice_id, advice_en) \
    FAULT_##name,
#include "circular/diag_ids.def"
#undef FAULT
} FaultKind;

/* Whoever mends a hundred will want to try again.  No sentence of a letter is
 * longer than a book's chapter; marks count as words. */
enum { FAULTS_MOST = 100, WORDS_MOST = 10000 };

typedef struct {
    Arena *arena;
    const Source *source;
    Diags *diags;
    const Lexicon *lexicon;
    Lang lang;
    Lexed lexed;
    uint32_t at, end; /* tokens */
    size_t errors;    /* of others, said before this letter */
    bool given_up;    /* too much is wrong: nothing more is read */
    uint32_t comment; /* the first comment not yet given to a node */
    uint32_t depth;
    bool tabulated; /* in a list after "berikut": only ";" separates */
    uint32_t list_from, list_to; /* that list, when it has been read */
    Str rule;                    /* the number of the rule at hand, or empty */
    bool counted;                /* a count stood before in this rule */
    bool shares;  /* the head says of whom shares are, and their rounding */
    bool framing; /* in the frames */
    uint32_t subject_from;  /* behind the frames */
    bool framed;            /* a frame of this sentence names a unit */
    uint32_t marks_close;   /* the "atau" that closes a list of marks */
    const Who *every;       /* units behind a "pada setiap" that is no frame */
    const Who *every_again; /* those behind a second one beside it */
    Span without_leave;     /* "tanpa izin", once read */
    const Who *every_tail;  /* units behind one that stands as a tail */
} Reader;

/* ---- faults ------------------------------------------------------------ */

/* Say it; errors return false so that `return reader_fault(...)` reads well. */
bool reader_fault(Reader *r, FaultKind kind, Span span, Str what);

/* The same with a second text by language. */
bool reader_fault2(Reader *r, FaultKind kind, Span span, const Str what[2],
                   const Str second[2]);

/* About the next token, shown as what was found. */
bool reader_fault_here(Reader *r, FaultKind kind);

/* "X stands here, where Y should be", at the next token. */
bool reader_expected(Reader *r, Str in_indonesian, Str in_english);

/* The words up to there stand in no quotation marks, as they should. */
bool reader_bare_text(Reader *r, uint32_t to);

/* True, and said once, when FAULTS_MOST have been said of this letter. */
bool reader_gives_up(Reader *r);

/* Past the sentence or line at hand, whose bound goes back to `whole`; past
 * all that is left when the reader gives up. */
void reader_pass(Reader *r, uint32_t whole);

/* ---- tokens ------------------------------------------------------------ */

const Token *reader_peek(const Reader *r, uint32_t ahead);
bool reader_is(const Reader *r, TokenKind kind);
bool reader_take(Reader *r, TokenKind kind);      /* if it is next */
bool reader_done(const Reader *r);                /* at the end */
Span reader_span(const Reader *r, uint32_t from); /* from that token to here */
Span reader_here(const Reader *r);

/* The source between two tokens, blanks single. */
Str reader_text(const Reader *r, uint32_t from, uint32_t to);
Str reader_shown(const Reader *r); /* the next token, for messages */

/* string = quote any quote; false, without a fault, when none is next. */
bool reader_string(Reader *r, Str *out);

/* ---- phrases ----------------------------------------------------------- */

/* Are the words of the phrase from its index `from` on the tokens at `at`? */
bool reader_spells(const Reader *r, uint32_t at, const Phrase *phrase,
                   uint32_t from);

/* The longest phrase of that class at a token; its length in *words. */
const Phrase *reader_phrase(const Reader *r, uint32_t at, PhraseClass class,
                            uint32_t *words);

/* The same for the next token; taken when found. */
const Phrase *reader_take_phrase(Reader *r, PhraseClass class);

bool reader_sees(const Reader *r, FunctionWord word);
bool reader_sees_at(const Reader *r, uint32_t at, FunctionWord word);
bool reader_takes(Reader *r, FunctionWord word);
bool reader_place(Reader *r, Where *out);
void reader_courtesy(Reader *r); /* skip seluruh, para, the, ... */

/* Do names end before this token? */
bool reader_name_ends(const Reader *r, uint32_t at);

/* name = word { word }, or a string; the fault NAME_WANTED when none. */
bool reader_name(Reader *r, Str *out, bool *quoted);

/* A free word of a slot, in its Indonesian form: one of the glossary, else a
 * name. */
bool reader_gloss(Reader *r, Str *out);

/* All words up to a token, whatever they are; in Indonesian when known. */
Str reader_free_text(Reader *r, uint32_t to);

/* ---- comments ---------------------------------------------------------- */

/* Comments above the next token that are not yet given to a node. */
void reader_comments_above(Reader *r, const Str **comments, uint32_t *count);

/* The comment at the end of the line just read, or empty. */
Str reader_comment_behind(Reader *r);

/* ---- nesting ----------------------------------------------------------- */

bool reader_enter(Reader *r); /* TOO_DEEP */
void reader_leave(Reader *r);
