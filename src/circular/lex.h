/* SPDX-License-Identifier: Apache-2.0 */
/*
 * lex.h - the text of a letter cut into words, marks and strings.
 *
 * Linear, never fails: what is odd becomes a word of its own.  Blanks are also
 * those that do not break or have no width; typographic quotes are quotes.  A
 * full stop ends a sentence (TOKEN_STOP) at a line end only, or within a line
 * behind a long word and before a capital; elsewhere it is part of the word.
 * Comments run from " -- " (or a long dash) to the line end.
 */
#pragma once

#include "circular/words.h"

typedef enum {
    TOKEN_END,
    TOKEN_WORD,
    TOKEN_NUMBER, /* 3, 33,33 */
    TOKEN_CLOCK,  /* 07.30 */
    TOKEN_STRING, /* text: the inside */
    TOKEN_STOP,
    TOKEN_COMMA,
    TOKEN_SEMICOLON,
    TOKEN_COLON,
    TOKEN_OPEN,
    TOKEN_CLOSE,
    TOKEN_PERCENT,
    TOKEN_DASH,  /* between times */
    TOKEN_LABEL, /* "a.", "1.", "-" at a line start; text: without the stop */
    TOKEN_BROKEN /* a string that is not closed, to the end of its line */
} TokenKind;

typedef struct {
    Str text;
    Span span;
    uint32_t word;      /* its number in the lexicon, or NO_INDEX */
    TokenKind kind : 8; /* small: a long text has many tokens */
    bool first : 1;     /* first of its line */
    bool capital : 1;
} Token;

typedef struct {
    Str text;    /* without the dashes */
    uint32_t at; /* index of the next token */
    bool behind; /* something stands before it on its line */
} Comment;

typedef struct {
    const Token *tokens; /* the last one is TOKEN_END */
    uint32_t count;      /* without the last one */
    const Comment *comments;
    uint32_t comment_count;
    bool whole; /* false: more than 200,000 words, marks and comments */
} Lexed;

/* The text is UTF-8 and shorter than 4 GiB.  Of one that has too many words
 * and marks the tokens end where it was left. */
Lexed lex_text(Arena *arena, Str text, const Lexicon *lexicon);

/* The first word of the text, for knowing its language. */
Str lex_first_word(Str text);

/* Every run of blanks as one blank, none at the ends; borrowed if it is so. */
Str lex_single_blanks(Arena *arena, Str text);

/* The bytes of the blank at a place, 0 when there is none. */
size_t lex_blank(Str text, size_t at);
