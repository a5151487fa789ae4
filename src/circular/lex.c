/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/lex.h"

#include "circular/lex_mark.h"

typedef struct {
    Arena *arena;
    Str text;
    const Lexicon *lexicon;
    size_t at;
    bool fresh; /* nothing stands before on this line */
    VEC(Token) tokens;
    VEC(Comment) comments;
} Lexer;

/* A text of a MiB has 160,000 words; as many marks as it has bytes would take
 * a hundred times its size. */
enum { TOKENS_MOST = 200 * 1000 };

static char byte_at(const Lexer *lexer, size_t at)
{
    if (at >= lexer->text.len) return '\n';
    return lexer->text.ptr[at];
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* Blanks of a line, from `at`. */
static size_t skip_blanks(Str text, size_t at)
{
    for (size_t width = 1; width > 0; at += width) {
        width =
            at < text.len && text.ptr[at] != '\n' ? lex_blank_at(text, at) : 0;
    }
    return at;
}

/* "07.30 – 12.00": a dash behind a time, with a figure behind it. */
static bool joins_times(const Lexer *lexer, size_t behind)
{
    size_t count = lexer->tokens.count;
    return count > 0 && lexer->tokens.at[count - 1].kind == TOKEN_CLOCK &&
           is_digit(byte_at(lexer, skip_blanks(lexer->text, behind)));
}

/*
 * comment = "--" or a long dash, with a blank or the line start before it and
 * a blank or the line end behind.  A dash between figures is one of times.
 */
static size_t comment_mark(const Lexer *lexer, size_t at)
{
    size_t width = 0;
    Str text = lexer->text;
    MarkKind kind = lex_mark_at(text, at, &width);
    if (at > 0 && text.ptr[at - 1] != ' ' && text.ptr[at - 1] != '\t' &&
        text.ptr[at - 1] != '\n' && text.ptr[at - 1] != '\r')
        return 0;
    if (byte_at(lexer, at) == '-' && byte_at(lexer, at + 1) == '-')
        width = 2;
    else if (kind != MARK_DASH && kind != MARK_LONG_DASH)
        return 0;
    if (at + width < text.len && lex_blank_at(text, at + width) == 0) return 0;
    return width == 3 && joins_times(lexer, at + width) ? 0 : width;
}

static void push(Lexer *lexer, TokenKind kind, size_t from, size_t to, Str text)
{
    Token token = {
        .kind = kind,
        .text = text,
        .span = {(uint32_t)from, (uint32_t)to},
        .word = NO_INDEX,
        .first = lexer->fresh,
        .capital = text.len > 0 && is_capital(text.ptr[0]),
    };
    if (kind == TOKEN_WORD || kind == TOKEN_NUMBER)
        token.word = lexicon_word(lexer->lexicon, str_fold(lexer->arena, text));
    VEC_PUSH(lexer->arena, &lexer->tokens, token);
    lexer->fresh = false;
    lexer->at = to;
}

static void take_comment(Lexer *lexer, size_t width)
{
    size_t from = lexer->at + width;
    size_t to = str_find(lexer->text, STR("\n"), from);
    if (to == SIZE_MAX) to = lexer->text.len;
    Comment comment = {
        lex_single_blanks(lexer->arena, str_slice(lexer->text, from, to)),
        (uint32_t)lexer->tokens.count, !lexer->fresh};
    if (comment.text.len > 0) VEC_PUSH(lexer->arena, &lexer->comments, comment);
    lexer->at = to;
}

/* A full stop before the closing quote, at a line end, ends the sentence. */
static void take_stop_inside(Lexer *lexer)
{
    size_t next = skip_blanks(lexer->text, lexer->at);
    if (byte_at(lexer, next) == '\n' || comment_mark(lexer, next) > 0)
        push(lexer, TOKEN_STOP, lexer->at, lexer->at, STR(""));
}

/* A heading ("aturan 2", "rule 2") or a paragraph number begins here. */
static bool begins_anew(Str line)
{
    static const Str heads[] = {STR_INIT("aturan "), STR_INIT("rule "),
                                STR_INIT("(")};
    for (size_t i = 0; i < COUNT(heads); i++) {
        if (line.len > heads[i].len && str_starts(line, heads[i]) &&
            is_digit(line.ptr[heads[i].len]))
            return true;
    }
    return false;
}

/*
 * string = quote { any } quote, within a paragraph: an empty line, a heading
 * or a paragraph number before the closing quote means that it was forgotten,
 * and the string ends with its first line.  Linear: a paragraph without a
 * quote is searched once.
 */
static void take_string(Lexer *lexer, size_t width)
{
    size_t from = lexer->at + width;
    size_t line_end = SIZE_MAX;
    size_t at = from;
    for (; at < lexer->text.len; at++) {
        size_t closing = lex_quote_at(lexer->text, at);
        if (closing > 0) {
            Str inside = str_slice(lexer->text, from, at);
            push(lexer, TOKEN_STRING, lexer->at, at + closing,
                 lex_single_blanks(lexer->arena, inside));
            if (str_ends(inside, STR("."))) take_stop_inside(lexer);
            return;
        }
        if (lexer->text.ptr[at] != '\n') continue;
        if (line_end == SIZE_MAX) line_end = at;
        size_t next = skip_blanks(lexer->text, at + 1);
        if (byte_at(lexer, next) == '\n' ||
            begins_anew(str_slice(lexer->text, next, next + 10)))
            break;
    }
    if (line_end == SIZE_MAX) line_end = lexer->text.len;
    push(lexer, TOKEN_BROKEN, lexer->at, line_end,
         lex_single_blanks(lexer->arena,
                           str_slice(lexer->text, from, line_end)));
}

/* Is the full stop at `at`, behind a word from `from`, the end of a sentence?
 */
static bool stop_at(const Lexer *lexer, size_t from, size_t at)
{
    Str text = lexer->text;
    size_t next = skip_blanks(text, at + 1);
    char c = byte_at(lexer, next);
    if (c == '\n' || comment_mark(lexer, next) > 0) return true;
    if (next == at + 1) return lex_quote_at(text, next) > 0;
    bool whole = at - from > 4 || is_digit(text.ptr[at - 1]);
    return whole && !(lexer->fresh && from + 2 >= at) &&
           (is_capital(c) || c == '(');
}

/* Does a word, begun at `from`, end before the byte at `at`, behind it? */
static bool word_ends(const Lexer *lexer, size_t from, size_t at)
{
    size_t width = 0;
    char c = lexer->text.ptr[at];
    bool figure = is_digit(lexer->text.ptr[at - 1]);
    char next = byte_at(lexer, at + 1);
    switch (lex_mark_at(lexer->text, at, &width)) {
    case MARK_BLANK:
    case MARK_QUOTE:
    case MARK_LONG_DASH: return true;
    case MARK_DASH: return figure;
    case MARK_NONE:
    case MARK_BULLET: break;
    }
    switch (c) {
    case '.': return stop_at(lexer, from, at);
    case ',':
    case ':': return !(figure && is_digit(next));
    case ';':
    case '(':
    case ')':
    case '%': return true;
    case '-': return figure && is_digit(next) && at >= from + 4;
    default: return false;
    }
}

/* clock = 1..2 digits, "." or ":", 2 digits */
static bool is_clock(Str word)
{
    size_t mark = word.len - 3;
    if (word.len < 4 || word.len > 5) return false;
    if (word.ptr[mark] != '.' && word.ptr[mark] != ':') return false;
    for (size_t i = 0; i < word.len; i++) {
        if (i != mark && !is_digit(word.ptr[i])) return false;
    }
    return true;
}

/* number = digits [ "," digits ] */
static bool is_number(Str word)
{
    size_t commas = 0;
    for (size_t i = 0; i < word.len; i++) {
        if (word.ptr[i] == ',')
            commas++;
        else if (!is_digit(word.ptr[i]))
            return false;
    }
    return commas <= 1 && word.len <= 12;
}

/* label = letter or 1..3 digits, "." blank; at a line start */
static bool label_ends(const Lexer *lexer, size_t to)
{
    Str word = str_slice(lexer->text, lexer->at, to);
    if (!lexer->fresh || word.len < 2 || word.len > 4) return false;
    if (word.ptr[word.len - 1] != '.') return false;
    if (word.len == 2 && is_letter(word.ptr[0])) return true;
    for (size_t i = 0; i + 1 < word.len; i++) {
        if (!is_digit(word.ptr[i])) return false;
    }
    return true;
}

static void take_word(Lexer *lexer)
{
    size_t to = lexer->at + 1;
    while (to < lexer->text.len && !word_ends(lexer, lexer->at, to))
        to++;
    Str word = str_slice(lexer->text, lexer->at, to);
    if (label_ends(lexer, to))
        push(lexer, TOKEN_LABEL, lexer->at, to,
             str_slice(word, 0, word.len - 1));
    else if (is_clock(word))
        push(lexer, TOKEN_CLOCK, lexer->at, to, word);
    else if (is_number(word))
        push(lexer, TOKEN_NUMBER, lexer->at, to, word);
    else
        push(lexer, TOKEN_WORD, lexer->at, to, word);
}

static TokenKind punctuation(char c)
{
    switch (c) {
    case ',': return TOKEN_COMMA;
    case ';': return TOKEN_SEMICOLON;
    case ':': return TOKEN_COLON;
    case '(': return TOKEN_OPEN;
    case ')': return TOKEN_CLOSE;
    case '%': return TOKEN_PERCENT;
    case '.': return TOKEN_STOP;
    default: return TOKEN_END;
    }
}

/* A hyphen or a bullet at a line start labels an item; a dash joins times. */
static bool take_dash(Lexer *lexer)
{
    size_t width = 0;
    size_t from = lexer->at;
    MarkKind kind = lex_mark_at(lexer->text, from, &width);
    bool hyphen = lexer->text.ptr[from] == '-';
    bool alone = lex_blank_at(lexer->text, from + width) > 0;
    bool dash = kind == MARK_DASH || kind == MARK_LONG_DASH;
    bool label = lexer->fresh && alone && !joins_times(lexer, from + width);
    if (label && (hyphen || dash || kind == MARK_BULLET)) {
        push(lexer, TOKEN_LABEL, from, from + width, STR("-"));
        return true;
    }
    if (!dash && !hyphen) return false;
    push(lexer, TOKEN_DASH, from, from + width, STR("-"));
    return true;
}

static void take_token(Lexer *lexer)
{
    size_t comment = comment_mark(lexer, lexer->at);
    size_t quote = lex_quote_at(lexer->text, lexer->at);
    TokenKind kind = punctuation(lexer->text.ptr[lexer->at]);
    if (comment > 0)
        take_comment(lexer, comment);
    else if (quote > 0)
        take_string(lexer, quote);
    else if (kind != TOKEN_END)
        push(lexer, kind, lexer->at, lexer->at + 1,
             str_slice(lexer->text, lexer->at, lexer->at + 1));
    else if (!take_dash(lexer))
        take_word(lexer);
}

static bool has_room(const Lexer *lexer)
{
    return lexer->tokens.count + lexer->comments.count < TOKENS_MOST;
}

static void take_tokens(Lexer *lexer)
{
    while (lexer->at < lexer->text.len) {
        size_t blank = lex_blank_at(lexer->text, lexer->at);
        if (lexer->text.ptr[lexer->at] == '\n') lexer->fresh = true;
        if (blank > 0)
            lexer->at += blank;
        else if (has_room(lexer))
            take_token(lexer);
        else
            return;
    }
}

Lexed lex_text(Arena *arena, Str text, const Lexicon *lexicon)
{
    Lexer lexer = {
        .arena = arena, .text = text, .lexicon = lexicon, .fresh = true};
    size_t room = text.len / 6 < 4096 ? text.len / 6 + 8 : 4096;
    lexer.tokens.at = NEW(arena, Token, room); /* what most letters take */
    lexer.tokens.room = room;
    take_tokens(&lexer);
    bool whole = lexer.at >= text.len;
    lexer.fresh = true;
    push(&lexer, TOKEN_END, lexer.at, lexer.at, STR(""));
    return (Lexed){
        .whole = whole,
        .tokens = lexer.tokens.at,
        .count = (uint32_t)lexer.tokens.count - 1,
        .comments = lexer.comments.at,
        .comment_count = (uint32_t)lexer.comments.count,
    };
}

static bool begins_comment(Str line, size_t at)
{
    size_t width = 0;
    MarkKind kind = lex_mark_at(line, at, &width);
    return kind == MARK_DASH || kind == MARK_LONG_DASH ||
           str_starts(str_slice(line, at, line.len), STR("--"));
}

/* The first word of the text that is no comment. */
Str lex_first_word(Str text)
{
    Str rest = text;
    Str line = {0};
    while (str_next(&rest, '\n', &line)) {
        size_t at = skip_blanks(line, 0);
        size_t to = at;
        if (at == line.len || begins_comment(line, at)) continue;
        while (to < line.len && lex_blank_at(line, to) == 0 &&
               lex_quote_at(line, to) == 0)
            to++;
        return str_slice(line, at, to);
    }
    return STR("");
}
