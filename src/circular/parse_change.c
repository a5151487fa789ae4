/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/grammar.h"

static bool expect(Reader *r, FunctionWord word)
{
    Str in = str_format(r->arena, "'%.*s'", STR_ARG(word_text(word, LANG_ID)));
    Str en = str_format(r->arena, "'%.*s'", STR_ARG(word_text(word, LANG_EN)));
    return reader_takes(r, word) || reader_expected(r, in, en);
}

static bool take_colon(Reader *r)
{
    return reader_take(r, TOKEN_COLON) ||
           reader_expected(r, STR("titik dua"), STR("a colon"));
}

/* validity = "masa berlaku" ( "diubah menjadi" | "diperpanjang" ) when "." */
static bool take_validity(Reader *r, Change *change)
{
    uint32_t whole = r->end;
    change->kind = CHANGE_VALIDITY;
    r->end = reader_sentence_end(r);
    bool read = (reader_takes(r, W_EXTENDED) || expect(r, W_REPLACED)) &&
                reader_valid_line(r, &change->valid);
    if (read && !reader_done(r))
        read = reader_expected(r, STR("akhir kalimat"), STR("the end"));
    reader_pass(r, whole);
    (void)reader_take(r, TOKEN_STOP);
    return read;
}

/* The second of two: "aturan 3", "ayat (2)" of the same rule, or "3". */
static bool take_next(Reader *r, const Ref *first, Ref *next)
{
    uint32_t from = r->at;
    Str word = reader_peek(r, 0)->text;
    if (word.len > 0 && word.ptr[0] >= '0' && word.ptr[0] <= '9') {
        if (!reader_rule_number(r, &next->rule)) return false;
        next->span = reader_span(r, from);
        return true;
    }
    r->rule = first->rule;
    bool read = reader_ref(r, next);
    r->rule = STR("");
    return read;
}

/* "di antara aturan 2 dan aturan 3": behind the first of the two. */
static bool take_behind(Reader *r, Change *change)
{
    bool between = reader_takes(r, W_BETWEEN);
    if (!between) (void)reader_takes(r, W_AFTER);
    if (!reader_ref(r, &change->target)) return false;
    return !between ||
           (expect(r, W_AND) && take_next(r, &change->target, &change->next));
}

/* "1 (satu) aturan, yakni aturan 2A": how many are inserted is not asked. */
static void skip_how_many(Reader *r)
{
    int32_t count = 0;
    Reader look = *r;
    if (!reader_sees_number(&look) || !reader_whole(&look, &count) ||
        (!reader_takes(&look, W_RULE) && !reader_takes(&look, W_PARAGRAPH)))
        return;
    (void)reader_take(&look, TOKEN_COMMA);
    Str word = reader_peek(&look, 0)->text;
    if (str_folded_is(word, STR("yakni")) ||
        str_folded_is(word, STR("yaitu")) || str_folded_is(word, STR("namely")))
        r->at = look.at + 1;
}

/* insert = ( "sesudah" ref | "di antara" ref "dan" next ) "disisipkan"
 *          ( "aturan" number title | "ayat" "(n)" ) ":" sentences */
static bool take_insert(Reader *r, Change *change)
{
    Str paragraph = {0};
    change->kind = CHANGE_INSERT;
    if (!take_behind(r, change)) return false;
    if (!expect(r, W_INSERTED)) return false;
    skip_how_many(r);
    if (reader_takes(r, W_RULE)) {
        if (!reader_rule_number(r, &change->rule.number)) return false;
        if (!reader_string(r, &change->rule.title))
            return reader_fault(r, FAULT_NO_TITLE, reader_here(r),
                                change->rule.number);
        (void)reader_string(r, &change->rule.title_en);
        r->rule = change->rule.number;
    } else {
        if (!expect(r, W_PARAGRAPH) || !reader_paragraph_number(r, &paragraph))
            return false;
        r->rule = change->target.rule;
    }
    if (!take_colon(r)) return false;
    change->comment_behind = reader_comment_behind(r);
    reader_sentences(r, &change->rule, paragraph);
    return true;
}

/* other = ref ( "dihapus" "." | "diubah menjadi" [ title ] ":" sentences ) */
static bool take_other(Reader *r, Change *change)
{
    if (!reader_ref(r, &change->target)) return false;
    r->rule = change->target.rule;
    if (reader_takes(r, W_DELETED)) {
        change->kind = CHANGE_DELETE;
        if (!reader_take(r, TOKEN_STOP))
            (void)reader_fault(r, FAULT_NO_STOP, reader_here(r), STR(""));
        return true;
    }
    change->kind = CHANGE_REPLACE;
    if (!expect(r, W_REPLACED)) return false;
    (void)reader_string(r, &change->rule.title);
    (void)reader_string(r, &change->rule.title_en);
    if (!take_colon(r)) return false;
    change->comment_behind = reader_comment_behind(r);
    reader_sentences(r, &change->rule, change->target.paragraph);
    return true;
}

/* change = validity | insert | other */
bool reader_change(Reader *r, Change *out)
{
    Change change = {.valid = when_empty(), .rule.valid = when_empty()};
    uint32_t from = r->at;
    bool read = false;
    reader_comments_above(r, &change.comments, &change.comment_count);
    if (reader_takes(r, W_VALIDITY))
        read = take_validity(r, &change);
    else if (reader_sees(r, W_AFTER) || reader_sees(r, W_BETWEEN))
        read = take_insert(r, &change);
    else
        read = take_other(r, &change);
    r->rule = STR("");
    if (!read) reader_recover(r);
    change.span = reader_span(r, from);
    if (change.kind == CHANGE_VALIDITY || change.kind == CHANGE_DELETE)
        change.comment_behind = reader_comment_behind(r);
    *out = change;
    return read;
}
