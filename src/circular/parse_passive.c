/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/grammar.h"

/*
 * Advice that can be pasted, for sentences about what happens to a thing:
 * "wajib disampaikan", "dibatasi paling banyak 40%", and for those that need
 * only be recorded.  What is to be pasted is in the language of the letter.
 */

/* Longer words are not repeated in a message. */
enum { PASTED_MOST = 160 };

/* The tokens as a text for quotation marks; "..." when they cannot be one. */
Str reader_pasted(const Reader *r, uint32_t from, uint32_t to)
{
    while (to > from && r->lexed.tokens[to - 1].kind == TOKEN_STOP)
        to--;
    for (uint32_t at = from; at < to; at++) {
        if (r->lexed.tokens[at].kind == TOKEN_STRING) return STR("...");
    }
    Str text = reader_text(r, from, to);
    return text.len > 0 && text.len <= PASTED_MOST ? text : STR("...");
}

bool reader_advise(Reader *r, Str in_indonesian, Str in_english)
{
    diag_advise(r->diags, in_indonesian, in_english);
    return false;
}

Str reader_other_provision(const Reader *r)
{
    return r->lang == LANG_ID ? STR("Ketentuan lain") : STR("Other provision");
}

bool reader_advise_whole(Reader *r)
{
    Str text = reader_pasted(r, r->subject_from, r->end);
    Str topic = reader_other_provision(r);
    return reader_advise(
        r,
        str_format(r->arena, "bila cukup dicatat, tulis '%.*s: \"%.*s\"'",
                   STR_ARG(topic), STR_ARG(text)),
        str_format(r->arena,
                   "if it need only be recorded, write '%.*s: "
                   "\"%.*s\"'",
                   STR_ARG(topic), STR_ARG(text)));
}

/* "wajib disampaikan", "must be submitted": what happens to a thing, of which
 * nobody can tell who owes it. */
bool reader_says_passive(const Reader *r)
{
    uint32_t words = 0;
    Str shall = STR("shall ");
    if (r->lang == LANG_ID)
        return reader_phrase(r, r->at, CLASS_STATE, &words) != NULL;
    if (reader_peek(r, 1)->kind != TOKEN_WORD) return false;
    Str be = reader_text(r, r->at, r->at + 2);
    bool found = false;
    for (int i = 0; i < STATE_COUNT; i++) {
        Str state = state_row((State)i)->word[LANG_EN];
        found |= str_starts(state, shall) &&
                 str_is(str_slice(state, shall.len, state.len), be);
    }
    return found;
}

/* Where the wajib, boleh, ... right before here begins. */
static uint32_t strength_before(const Reader *r)
{
    uint32_t words = 0;
    uint32_t at = r->at;
    while (at > r->subject_from) {
        at--;
        if (reader_phrase(r, at, CLASS_STRENGTH, &words) != NULL &&
            at + words == r->at)
            return at;
    }
    return r->at;
}

bool reader_advise_passive(Reader *r)
{
    Str what = reader_pasted(r, r->subject_from, strength_before(r));
    Str state = reader_pasted(r, r->at, r->end);
    const char *shall = r->lang == LANG_ID ? "" : "shall ";
    return reader_advise(
        r,
        str_format(r->arena,
                   "sebut dulu siapa yang melakukannya, atau tulis "
                   "'%.*s %s%.*s'",
                   STR_ARG(what), shall, STR_ARG(state)),
        str_format(r->arena, "say first who does it, or write '%.*s %s%.*s'",
                   STR_ARG(what), shall, STR_ARG(state)));
}

/* Where those are whose number it is; WHERE_NONE: nobody can tell. */
static Where place_limited(const Sentence *s)
{
    if (s->who == NULL || s->who->group_count == 0) return WHERE_NONE;
    const Term *term = &s->who->groups[0].terms[0];
    if (term->kind == TERM_THING && term->value == THING_LEAVE)
        return WHERE_LEAVE;
    for (uint32_t i = 0; i < term->limit_count; i++) {
        if (term->limits[i].kind == LIMIT_PLACE) return term->limits[i].place;
    }
    return WHERE_NONE;
}

static bool advise_count(Reader *r, const Tail *tail, Where where)
{
    bool id = r->lang == LANG_ID;
    Str amount = str_slice(r->source->text, tail->span.from, tail->span.to);
    const char *base = "";
    if (tail->amount.share)
        base = id ? " dari seluruh pegawai, dibulatkan ke bawah"
                  : " of all staff, rounded down";
    Str count = str_format(
        r->arena, "%s %.*s %.*s%s",
        id ? "Pada setiap unit kerja: pegawai" : "In every work unit: staff",
        STR_ARG(where_text(where, r->lang)), STR_ARG(amount), base);
    return reader_advise(
        r,
        str_format(r->arena, "tulis sebagai hitungan: '%.*s'", STR_ARG(count)),
        str_format(r->arena, "write it as a count: '%.*s'", STR_ARG(count)));
}

/* "dibatasi paling banyak 40%": a number of people is a count. */
bool reader_limited_count(Reader *r, const Sentence *s, const Tail *tail)
{
    if (s->pred != PRED_STATE || s->verb != STATE_LIMITED ||
        tail->kind != TAIL_SIZE)
        return false;
    Where where = place_limited(s);
    (void)(where == WHERE_NONE ? reader_advise_whole(r)
                               : advise_count(r, tail, where));
    return true;
}
