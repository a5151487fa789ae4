/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/parse.h"

#include "circular/grammar.h"

enum { LARGEST = 1024 * 1024 };

typedef struct {
    Letter *letter;
    VEC(Change) changes;
    VEC(Rule) rules;
    VEC(Annex) annexes;
    VEC(Example) examples;
    Map numbers; /* of rules */
} Parts;

static void take_rule(Reader *r, Parts *parts)
{
    Rule rule = {0};
    reader_rule(r, &rule);
    if (map_put(&parts->numbers, rule.number, 1) != NO_INDEX)
        (void)reader_fault(r, FAULT_TWICE_NUMBERED, rule.span, rule.number);
    VEC_PUSH(r->arena, &parts->rules, rule);
}

/* examples = "contoh" [ ":" ] { example } */
static void take_examples(Reader *r, Parts *parts)
{
    (void)reader_takes(r, W_EXAMPLES);
    (void)reader_take(r, TOKEN_COLON);
    while (!reader_done(r) && !reader_sees_heading(r, r->at) &&
           !reader_sees_annex(r, r->at) && !reader_sees_examples(r, r->at)) {
        Example example = {0};
        if (reader_example(r, &example))
            VEC_PUSH(r->arena, &parts->examples, example);
    }
}

static void take_part(Reader *r, Parts *parts)
{
    if (reader_sees_examples(r, r->at)) {
        take_examples(r, parts);
    } else if (reader_sees_annex(r, r->at)) {
        Annex annex = {0};
        if (reader_annex(r, &annex)) VEC_PUSH(r->arena, &parts->annexes, annex);
    } else if (reader_sees_change(r, r->at)) {
        Change change = {0};
        if (reader_change(r, &change))
            VEC_PUSH(r->arena, &parts->changes, change);
    } else if (reader_sees_heading(r, r->at)) {
        take_rule(r, parts);
    } else {
        (void)reader_fault(r, FAULT_UNKNOWN_LINE, reader_here(r),
                           reader_shown(r));
        reader_recover(r);
    }
}

/* letter = head { change | rule } { annex } { examples } */
static void take_letter(Reader *r, Letter *out)
{
    Parts parts = {.letter = out, .numbers = map_in(r->arena)};
    (void)reader_head(r, out);
    while (!reader_done(r) && !reader_gives_up(r))
        take_part(r, &parts);
    reader_comments_above(r, &out->comments, &out->comment_count);
    out->changes = parts.changes.at;
    out->change_count = (uint32_t)parts.changes.count;
    out->rules = parts.rules.at;
    out->rule_count = (uint32_t)parts.rules.count;
    out->annexes = parts.annexes.at;
    out->annex_count = (uint32_t)parts.annexes.count;
    out->examples = parts.examples.at;
    out->example_count = (uint32_t)parts.examples.count;
    if (out->rule_count == 0 && out->change_count == 0 && !r->given_up)
        (void)reader_fault(r, FAULT_NO_RULES, out->head, STR(""));
}

/* The first word of a letter says its language. */
static Lang language_of(Str text)
{
    Str word = lex_first_word(text);
    for (int i = LETTER_CIRCULAR; i <= LETTER_REGULATION; i++) {
        Str kind = letter_kind_text((LetterKind)i, LANG_EN);
        Str first = {0};
        (void)str_next(&kind, ' ', &first);
        if (str_folded_is(word, first)) return LANG_EN;
    }
    return LANG_ID;
}

static bool is_sound(Reader *r)
{
    Str text = r->source->text;
    if (text.len > LARGEST)
        return reader_fault(r, FAULT_TOO_LARGE, (Span){0, 0}, STR(""));
    size_t fault = str_utf8_fault(text);
    if (fault == SIZE_MAX) return true;
    return reader_fault(r, FAULT_NOT_UTF8,
                        (Span){(uint32_t)fault, (uint32_t)fault + 1}, STR(""));
}

bool letter_parse(Arena *arena, const Source *source, Letter *out, Diags *diags)
{
    size_t errors = diags->errors;
    Reader r = {.arena = arena,
                .source = source,
                .diags = diags,
                .errors = diags->errors};
    *out = (Letter){.enacted = DATE_ALWAYS,
                    .announced = DATE_ALWAYS,
                    .returns = DATE_ALWAYS,
                    .valid = when_empty()};
    if (!is_sound(&r)) return false;
    r.lang = language_of(source->text);
    diag_quote(diags, r.lang);
    r.lexicon = lexicon_open(arena, r.lang);
    r.lexed = lex_text(arena, source->text, r.lexicon);
    r.end = r.lexed.count;
    out->lang = r.lang;
    if (!r.lexed.whole)
        return reader_fault(&r, FAULT_TOO_LARGE, r.lexed.tokens[r.end].span,
                            STR(""));
    take_letter(&r, out);
    return diags->errors == errors;
}
