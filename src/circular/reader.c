/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/reader.h"

#include "circular/grammar.h"

enum { DEEPEST = 64, SHOWN = 60 };

const Token *reader_peek(const Reader *r, uint32_t ahead)
{
    static const Token end = {.kind = TOKEN_END, .word = NO_INDEX};
    uint32_t at = r->at + ahead;
    return at < r->end ? &r->lexed.tokens[at] : &end;
}

bool reader_is(const Reader *r, TokenKind kind)
{
    return reader_peek(r, 0)->kind == kind;
}

bool reader_take(Reader *r, TokenKind kind)
{
    if (!reader_is(r, kind)) return false;
    r->at++;
    return true;
}

bool reader_done(const Reader *r)
{
    return r->at >= r->end;
}

Span reader_here(const Reader *r)
{
    uint32_t last = r->at > 0 ? r->lexed.tokens[r->at - 1].span.to : 0;
    if (reader_done(r)) return (Span){last, last};
    return r->lexed.tokens[r->at].span;
}

Span reader_span(const Reader *r, uint32_t from)
{
    const Token *tokens = r->lexed.tokens;
    if (from >= r->at) return reader_here(r);
    return (Span){tokens[from].span.from, tokens[r->at - 1].span.to};
}

/* The first comment behind token `from`: they stand in the order of tokens. */
static uint32_t comment_behind(const Lexed *lexed, uint32_t from)
{
    uint32_t low = 0;
    uint32_t high = lexed->comment_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (lexed->comments[middle].at > from)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

static Str source_of(const Reader *r, uint32_t from, uint32_t to)
{
    const Token *tokens = r->lexed.tokens;
    return str_slice(r->source->text, tokens[from].span.from,
                     tokens[to - 1].span.to);
}

Str reader_text(const Reader *r, uint32_t from, uint32_t to)
{
    if (from >= to) return STR("");
    uint32_t next = comment_behind(&r->lexed, from);
    const Comment *comments = r->lexed.comments;
    if (next == r->lexed.comment_count || comments[next].at >= to)
        return lex_single_blanks(r->arena, source_of(r, from, to));
    Buf out = buf_in(r->arena);
    for (; next < r->lexed.comment_count && comments[next].at < to; next++) {
        if (comments[next].at == from) continue;
        buf_put(&out, source_of(r, from, comments[next].at));
        buf_char(&out, ' ');
        from = comments[next].at;
    }
    buf_put(&out, source_of(r, from, to));
    return lex_single_blanks(r->arena, buf_str(&out));
}

Str reader_shown(const Reader *r)
{
    if (reader_done(r)) return STR("");
    Str text = reader_text(r, r->at, r->at + 1);
    size_t to = text.len < SHOWN ? text.len : SHOWN;
    while (to < text.len && ((unsigned char)text.ptr[to] & 0xc0) == 0x80)
        to++;
    return str_slice(text, 0, to);
}

bool reader_string(Reader *r, Str *out)
{
    if (!reader_is(r, TOKEN_STRING)) return false;
    if (reader_peek(r, 0)->text.len == 0) return false;
    *out = reader_peek(r, 0)->text;
    r->at++;
    return true;
}

/* ---- phrases ------------------------------------------------------------- */

/* The first phrase that begins with the word of the token, or NO_INDEX. */
static uint32_t first_phrase(const Reader *r, const Token *token)
{
    return token->kind == TOKEN_WORD ? lexicon_first(r->lexicon, token->word)
                                     : NO_INDEX;
}

bool reader_spells(const Reader *r, uint32_t at, const Phrase *phrase,
                   uint32_t from)
{
    for (uint32_t i = from; i < phrase->words; i++, at++) {
        if (at >= r->end ||
            r->lexed.tokens[at].word != lexicon_spelt(r->lexicon, phrase, i))
            return false;
    }
    return true;
}

/* The first word is there: the phrase is of its chain. */
static bool phrase_is_at(const Reader *r, uint32_t at, const Phrase *phrase)
{
    return reader_spells(r, at + 1, phrase, 1);
}

static const Phrase *phrase_at(const Reader *r, uint32_t at, PhraseClass class)
{
    if (at >= r->end) return NULL;
    uint32_t index = first_phrase(r, &r->lexed.tokens[at]);
    while (index != NO_INDEX) {
        const Phrase *phrase = lexicon_phrase(r->lexicon, index);
        if (phrase->class == class && phrase_is_at(r, at, phrase))
            return phrase;
        index = phrase->next;
    }
    return NULL;
}

/* "(WFH)" behind "dari rumah", "(CPNS)" behind "calon pegawai negeri sipil":
 * the same once more. */
static uint32_t said_again(const Reader *r, uint32_t at, const Phrase *first)
{
    if (at >= r->end || r->lexed.tokens[at].kind != TOKEN_OPEN) return 0;
    const Phrase *again = phrase_at(r, at + 1, first->class);
    if (again == NULL || again->id != first->id) return 0;
    uint32_t close = at + 1 + again->words;
    bool closed = close < r->end && r->lexed.tokens[close].kind == TOKEN_CLOSE;
    return closed ? again->words + 2 : 0;
}

const Phrase *reader_phrase(const Reader *r, uint32_t at, PhraseClass class,
                            uint32_t *words)
{
    const Phrase *phrase = phrase_at(r, at, class);
    if (phrase == NULL) return NULL;
    *words = phrase->words;
    if (class == CLASS_PLACE || class == CLASS_TERM)
        *words += said_again(r, at + phrase->words, phrase);
    return phrase;
}

const Phrase *reader_take_phrase(Reader *r, PhraseClass class)
{
    uint32_t words = 0;
    const Phrase *phrase = reader_phrase(r, r->at, class, &words);
    r->at += words;
    return phrase;
}

/*
 * The longest function phrase at the token must be of this word; a shorter
 * spelling of another ("in" in "in every") is not seen.  Words spelt alike
 * ("pada": IN and ON) are all seen.
 */
static uint32_t function_at(const Reader *r, uint32_t at, FunctionWord word)
{
    uint32_t words = 0;
    uint32_t index =
        at < r->end ? first_phrase(r, &r->lexed.tokens[at]) : NO_INDEX;
    while (index != NO_INDEX) {
        const Phrase *phrase = lexicon_phrase(r->lexicon, index);
        index = phrase->next;
        if (phrase->class != CLASS_FUNCTION || phrase->words < words ||
            !phrase_is_at(r, at, phrase))
            continue;
        if (phrase->id == (int32_t)word) return phrase->words;
        words = phrase->words;
    }
    return 0;
}

bool reader_sees_at(const Reader *r, uint32_t at, FunctionWord word)
{
    return function_at(r, at, word) > 0;
}

bool reader_sees(const Reader *r, FunctionWord word)
{
    return function_at(r, r->at, word) > 0;
}

bool reader_takes(Reader *r, FunctionWord word)
{
    uint32_t words = function_at(r, r->at, word);
    r->at += words;
    return words > 0;
}

bool reader_place(Reader *r, Where *out)
{
    const Phrase *phrase = reader_take_phrase(r, CLASS_PLACE);
    if (phrase == NULL) return false;
    *out = (Where)phrase->id;
    return true;
}

void reader_courtesy(Reader *r)
{
    while (reader_take_phrase(r, CLASS_COURTESY) != NULL)
        ;
}

/* ---- names --------------------------------------------------------------- */

static bool joins_lists(const Phrase *phrase)
{
    return phrase->class == CLASS_FUNCTION &&
           (phrase->id == W_AND || phrase->id == W_OR ||
            phrase->id == W_AS_WELL_AS);
}

/* WFH, WFO, WFA are capitals that name a place all the same. */
static bool is_abbreviated_place(const Reader *r, const Token *token)
{
    uint32_t first = first_phrase(r, token);
    if (first == NO_INDEX || token->text.len != 3) return false;
    const Phrase *phrase = lexicon_phrase(r->lexicon, first);
    return phrase->class == CLASS_PLACE && str_is(phrase->text, token->text);
}

/* "cuti paling banyak": the place; elsewhere "cuti" may be part of a name. */
static bool is_counted_leave(const Reader *r, uint32_t at, const Phrase *phrase)
{
    uint32_t next = at + phrase->words;
    return phrase->class == CLASS_PLACE && phrase->id == WHERE_LEAVE &&
           (reader_sees_at(r, next, W_AT_MOST) ||
            reader_sees_at(r, next, W_AT_LEAST) ||
            reader_sees_at(r, next, W_EXACTLY) ||
            reader_sees_at(r, next, W_ONLY));
}

/* Punctuation always; function words in lower case; in a tabulated list no
 * comma and nothing that joins. */
bool reader_name_ends(const Reader *r, uint32_t at)
{
    if (at >= r->end) return true;
    const Token *token = &r->lexed.tokens[at];
    if (token->kind == TOKEN_COMMA) return !r->tabulated;
    if (reader_sees_times(r, at) || reader_sees_adverb(r, at)) return true;
    if (token->kind != TOKEN_WORD)
        return token->kind != TOKEN_NUMBER && token->kind != TOKEN_LABEL &&
               token->kind != TOKEN_DASH && token->kind != TOKEN_CLOCK;
    if (token->capital) return is_abbreviated_place(r, token);
    for (uint32_t index = first_phrase(r, token); index != NO_INDEX;) {
        const Phrase *phrase = lexicon_phrase(r->lexicon, index);
        index = phrase->next;
        if (!phrase_is_at(r, at, phrase)) continue;
        if (is_counted_leave(r, at, phrase)) return true;
        if (!phrase_ends_name(phrase)) continue;
        return !(r->tabulated && joins_lists(phrase));
    }
    return false;
}

bool reader_name(Reader *r, Str *out, bool *quoted)
{
    uint32_t from = r->at;
    *quoted = reader_string(r, out);
    if (*quoted) return true;
    while (!reader_name_ends(r, r->at))
        r->at++;
    if (r->at == from) return reader_fault_here(r, FAULT_NAME_WANTED);
    *out = reader_text(r, from, r->at);
    return true;
}

/* The longest row of the glossary or of things that fills the tokens up to the
 * end of a name (or to `to`, when that is not NO_INDEX). */
static uint32_t known_free(const Reader *r, uint32_t at, uint32_t to, Str *out)
{
    uint32_t words = 0;
    const Phrase *gloss = reader_phrase(r, at, CLASS_GLOSS, &words);
    if (gloss != NULL &&
        (to == NO_INDEX ? reader_name_ends(r, at + words) : at + words == to)) {
        *out = lexicon_gloss(gloss->id);
        return words;
    }
    const Phrase *thing = reader_phrase(r, at, CLASS_THING, &words);
    if (thing != NULL &&
        (to == NO_INDEX ? reader_name_ends(r, at + words) : at + words == to)) {
        *out = thing_text((Thing)thing->id, LANG_ID);
        return words;
    }
    return 0;
}

bool reader_gloss(Reader *r, Str *out)
{
    bool quoted = false;
    uint32_t words = known_free(r, r->at, NO_INDEX, out);
    r->at += words;
    return words > 0 || reader_name(r, out, &quoted);
}

Str reader_free_text(Reader *r, uint32_t to)
{
    Str text = {0};
    if (to == r->at + 1 && reader_string(r, &text)) return text;
    if (known_free(r, r->at, to, &text) == 0) text = reader_text(r, r->at, to);
    r->at = to;
    return text;
}

/* ---- comments ------------------------------------------------------------ */

void reader_comments_above(Reader *r, const Str **comments, uint32_t *count)
{
    VEC(Str) list = {0};
    while (r->comment < r->lexed.comment_count &&
           r->lexed.comments[r->comment].at <= r->at) {
        VEC_PUSH(r->arena, &list, r->lexed.comments[r->comment].text);
        r->comment++;
    }
    *comments = list.at;
    *count = (uint32_t)list.count;
}

/* Comments inside what was read stay for the one above the next node. */
Str reader_comment_behind(Reader *r)
{
    uint32_t last = r->comment;
    while (last < r->lexed.comment_count && r->lexed.comments[last].at < r->at)
        last++;
    if (last >= r->lexed.comment_count) return STR("");
    const Comment *comment = &r->lexed.comments[last];
    if (comment->at != r->at || !comment->behind || last != r->comment)
        return STR("");
    r->comment++;
    return comment->text;
}

/* ---- nesting ------------------------------------------------------------- */

bool reader_enter(Reader *r)
{
    if (r->depth >= DEEPEST)
        return reader_fault(r, FAULT_TOO_DEEP, reader_here(r), STR(""));
    r->depth++;
    return true;
}

void reader_leave(Reader *r)
{
    CHECK(r->depth > 0);
    r->depth--;
}
