/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/grammar.h"

typedef enum { WORDS_END, WORDS_GO_ON, WORDS_CLOSE } Join;

/* "on alternate days" begins like a time, and is a word of the glossary. */
static bool sees_gloss(const Reader *r, uint32_t at)
{
    uint32_t words = 0;
    const Phrase *gloss = reader_phrase(r, at, CLASS_GLOSS, &words);
    return gloss != NULL && reader_name_ends(r, at + words) &&
           plain_stands(lexicon_gloss(gloss->id), PLAIN_WORD);
}

static bool sees_word(const Reader *r, uint32_t at)
{
    Reader look = *r;
    look.at = at;
    if (reader_sees_clock(&look) || reader_sees_that_is(&look)) return false;
    return sees_gloss(r, at) ||
           (at < r->end && r->lexed.tokens[at].kind == TOKEN_STRING) ||
           !reader_name_ends(r, at);
}

static Join take_join(Reader *r, Tail *out)
{
    bool comma = reader_is(r, TOKEN_COMMA);
    uint32_t next = r->at + (comma ? 1 : 0);
    bool all = reader_sees_at(r, next, W_AND);
    if ((all || reader_sees_at(r, next, W_OR)) && sees_word(r, next + 1)) {
        r->at = next + 1;
        out->all = all;
        return WORDS_CLOSE;
    }
    if (!comma || !sees_word(r, next)) return WORDS_END;
    r->at = next;
    return WORDS_GO_ON;
}

static bool is_closed(Reader *r, const Tail *tail, Str last)
{
    bool mixed = (reader_sees(r, W_AND) && !tail->all) ||
                 (reader_sees(r, W_OR) && tail->all);
    if (mixed) return reader_fault(r, FAULT_MIXED_LIST, reader_here(r), last);
    return true;
}

/* words = [ "antara lain" ] word { "," word } [ ("dan" | "atau") word ] */
bool reader_words(Reader *r, Tail *out)
{
    VEC(Str) words = {0};
    Join join = WORDS_GO_ON;
    out->open = reader_takes(r, W_AMONG_OTHERS);
    while (join != WORDS_END) {
        Str word = {0};
        bool closes = join == WORDS_CLOSE;
        uint32_t from = r->at;
        if (!reader_gloss(r, &word)) return false;
        VEC_PUSH(r->arena, &words, word);
        if (closes && !is_closed(r, out, word)) return false;
        join = closes ? WORDS_END : take_join(r, out);
        if (join == WORDS_END && !closes && words.count > 1)
            return reader_fault(r, FAULT_OPEN_LIST, reader_span(r, from), word);
    }
    out->words = words.at;
    out->word_count = (uint32_t)words.count;
    return true;
}
