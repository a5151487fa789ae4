/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/grammar.h"

/* The number of a letter runs to punctuation or to a word that goes on. */
static bool number_ends(const Reader *r, uint32_t at)
{
    if (at >= r->end) return true;
    switch (r->lexed.tokens[at].kind) {
    case TOKEN_WORD:
    case TOKEN_NUMBER:
    case TOKEN_CLOCK:
    case TOKEN_DASH:
    case TOKEN_LABEL: break;
    case TOKEN_END:
    case TOKEN_STRING:
    case TOKEN_STOP:
    case TOKEN_COMMA:
    case TOKEN_SEMICOLON:
    case TOKEN_COLON:
    case TOKEN_OPEN:
    case TOKEN_CLOSE:
    case TOKEN_PERCENT:
    case TOKEN_BROKEN: return true;
    }
    return reader_name_ends(r, at) || reader_sees_at(r, at, W_DATED) ||
           reader_sees_at(r, at, W_CONCERNING);
}

static bool has_digit(Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] >= '0' && text.ptr[i] <= '9') return true;
    }
    return false;
}

/* The number: raw words from the next token, "Nomor" dropped. */
static bool take_number(Reader *r, Str *out)
{
    uint32_t from = r->at;
    while (!number_ends(r, r->at))
        r->at++;
    *out = letter_number(r->arena, reader_text(r, from, r->at));
    if (has_digit(*out) && plain_runs(*out)) return true;
    return reader_expected(r, STR("nomor surat"), STR("the letter's number"));
}

bool reader_rule_number(Reader *r, Str *out)
{
    const Token *token = reader_peek(r, 0);
    bool starts = token->text.len > 0 && token->text.len < 8 &&
                  token->text.ptr[0] >= '0' && token->text.ptr[0] <= '9';
    if (!starts || (token->kind != TOKEN_NUMBER && token->kind != TOKEN_WORD))
        return reader_expected(r, STR("nomor aturan"), STR("a rule's number"));
    *out = token->text;
    r->at++;
    return true;
}

/* paragraph = "(" number ")" | label */
bool reader_sees_paragraph(const Reader *r, uint32_t at)
{
    const Token *tokens = r->lexed.tokens;
    if (at + 1 < r->end && tokens[at].kind == TOKEN_LABEL)
        return has_digit(tokens[at].text);
    return at + 2 < r->end && tokens[at].kind == TOKEN_OPEN &&
           tokens[at + 2].kind == TOKEN_CLOSE && has_digit(tokens[at + 1].text);
}

bool reader_paragraph_number(Reader *r, Str *out)
{
    if (!reader_sees_paragraph(r, r->at))
        return reader_expected(r, STR("nomor ayat seperti (1)"),
                               STR("a paragraph's number like (1)"));
    bool label = reader_is(r, TOKEN_LABEL);
    *out = reader_peek(r, label ? 0 : 1)->text;
    r->at += label ? 1 : 3;
    return true;
}

static bool is_rule_or_paragraph(const Reader *r, uint32_t at)
{
    if (at + 1 >= r->end) return false;
    const Token *next = &r->lexed.tokens[at + 1];
    if (reader_sees_at(r, at, W_RULE)) return has_digit(next->text);
    return reader_sees_at(r, at, W_PARAGRAPH) &&
           (next->kind == TOKEN_OPEN || next->kind == TOKEN_LABEL);
}

/* "ketentuan [sebagaimana dimaksud] [dalam] ayat (1)": the words before it are
 * courtesy.  Where the reference itself stands; else r->at. */
static uint32_t behind_courtesy(const Reader *r)
{
    static const Str words[] = {
        STR_INIT("ketentuan"),  STR_INIT("sebagaimana"), STR_INIT("dimaksud"),
        STR_INIT("dalam"),      STR_INIT("pada"),        STR_INIT("the"),
        STR_INIT("provisions"), STR_INIT("provision"),   STR_INIT("of"),
        STR_INIT("in"),
    };
    uint32_t at = r->at;
    for (size_t k = 0; k < COUNT(words) && at < r->end;) {
        bool known = str_folded_is(r->lexed.tokens[at].text, words[k]);
        k = known ? 0 : k + 1;
        at += known ? 1 : 0;
    }
    bool opens = reader_is(r, TOKEN_WORD) && r->at < at &&
                 (str_folded_is(reader_peek(r, 0)->text, words[0]) ||
                  str_folded_is(reader_peek(r, 0)->text, words[1]) ||
                  r->lang == LANG_EN);
    return opens && is_rule_or_paragraph(r, at) ? at : r->at;
}

bool reader_sees_ref(const Reader *r)
{
    return is_rule_or_paragraph(r, behind_courtesy(r));
}

/* of = kind of letter, number */
static bool take_letter(Reader *r, Ref *ref)
{
    const Phrase *kind = reader_take_phrase(r, CLASS_LETTER);
    if (kind == NULL && r->lang == LANG_EN && reader_sees(r, W_OF)) {
        (void)reader_takes(r, W_OF);
        kind = reader_take_phrase(r, CLASS_LETTER);
    }
    if (kind == NULL) return true;
    ref->kind = (LetterKind)kind->id;
    return take_number(r, &ref->letter);
}

/* ref = "aturan" number [ "ayat" "(n)" ] [ letter ] | "ayat" "(n)" */
bool reader_ref(Reader *r, Ref *out)
{
    uint32_t from = r->at;
    Ref ref = {.rule = r->rule};
    r->at = behind_courtesy(r);
    bool ruled = reader_takes(r, W_RULE);
    if (ruled && !reader_rule_number(r, &ref.rule)) return false;
    if (!ruled && !reader_sees(r, W_PARAGRAPH))
        return reader_expected(r, STR("aturan atau ayat, misalnya aturan 1"),
                               STR("a rule or paragraph such as rule 1"));
    if (reader_takes(r, W_PARAGRAPH) &&
        !reader_paragraph_number(r, &ref.paragraph))
        return false;
    if (ref.rule.len == 0)
        return reader_fault(r, FAULT_AYAT_OUTSIDE, reader_span(r, from),
                            STR(""));
    if (ruled && !take_letter(r, &ref)) return false;
    ref.span = reader_span(r, from);
    *out = ref;
    return true;
}

static bool refs_go_on(Reader *r)
{
    uint32_t from = r->at;
    bool comma = reader_take(r, TOKEN_COMMA);
    bool joined = reader_takes(r, W_AND) || reader_takes(r, W_AS_WELL_AS);
    if ((comma || joined) &&
        (reader_sees_ref(r) || reader_sees(r, W_PARAGRAPH)))
        return true;
    r->at = from;
    return false;
}

/* refs = ref { ("," | "dan") ref }; "ayat" alone is of the rule before it */
bool reader_refs(Reader *r, const Ref **refs, uint32_t *count)
{
    VEC(Ref) list = {0};
    Str rule = r->rule;
    bool read = true;
    do {
        Ref ref = {0};
        read = reader_ref(r, &ref);
        if (!read) break;
        VEC_PUSH(r->arena, &list, ref);
        r->rule = ref.rule;
    } while (refs_go_on(r));
    r->rule = rule;
    *refs = list.at;
    *count = (uint32_t)list.count;
    return read;
}

/* Where the kind of an instrument ends: before its first figure. */
static uint32_t kind_end(const Reader *r)
{
    uint32_t at = r->at;
    while (!number_ends(r, at) && !has_digit(r->lexed.tokens[at].text) &&
           !reader_sees_at(r, at, W_NUMBER))
        at++;
    return at;
}

static bool take_missing_number(Reader *r)
{
    uint32_t words = 0;
    uint32_t at = r->at + (reader_is(r, TOKEN_COMMA) ? 1 : 0);
    const Phrase *phrase = reader_phrase(r, at, CLASS_HEAD, &words);
    if (phrase == NULL || phrase->id != LINE_NO_NUMBER) return false;
    r->at = at + words;
    return true;
}

/* instrument = kind ( number | name | "," "nomor tidak disebut" )
 *              [ "tanggal" date ] */
bool reader_instrument(Reader *r, Instrument *out)
{
    uint32_t from = r->at;
    Instrument i = {.date = DATE_ALWAYS};
    uint32_t words = 0;
    const Phrase *kind = reader_phrase(r, r->at, CLASS_LETTER, &words);
    uint32_t behind = kind_end(r);
    if (behind == r->at)
        return reader_expected(r, STR("jenis dan nomor peraturan"),
                               STR("the kind and number of an instrument"));
    i.kind = reader_text(r, r->at, behind);
    bool known = kind != NULL && r->at + words == behind;
    if (!known && !plain_runs(i.kind))
        return reader_expected(r, STR("jenis dan nomor peraturan"),
                               STR("the kind and number of an instrument"));
    if (known) i.kind = letter_kind_text((LetterKind)kind->id, LANG_ID);
    r->at = behind;
    i.named = reader_string(r, &i.number);
    if (!i.named && !take_missing_number(r) && !take_number(r, &i.number))
        return false;
    if (reader_takes(r, W_DATED) && !reader_date(r, &i.date)) return false;
    i.span = reader_span(r, from);
    *out = i;
    return true;
}
