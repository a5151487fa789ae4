/* SPDX-License-Identifier: Apache-2.0 */
#include "base/num.h"
#include "circular/grammar.h"

static const Reader *looking(const Reader *r, uint32_t at, Reader *look)
{
    *look = *r;
    look->at = at;
    return look;
}

static bool takes_rule_number(Reader *look)
{
    Str text = reader_peek(look, 1)->text;
    if (!reader_takes(look, W_RULE)) return false;
    if (text.len == 0 || text.ptr[0] < '0' || text.ptr[0] > '9') return false;
    look->at++;
    return true;
}

/* A title without its quotation marks: words alone up to the line end, and a
 * paragraph below. */
static bool sees_bare_title(const Reader *r)
{
    uint32_t at = r->at;
    if (reader_sees(r, W_REPLACED) || reader_sees(r, W_DELETED)) return false;
    for (; at < r->end && !r->lexed.tokens[at].first; at++) {
        TokenKind kind = r->lexed.tokens[at].kind;
        if (kind != TOKEN_WORD && kind != TOKEN_COMMA) return false;
    }
    return at > r->at && at < r->end && reader_sees_paragraph(r, at);
}

/* heading = "aturan" number ( string | line end ), at a line start */
bool reader_sees_heading(const Reader *r, uint32_t at)
{
    Reader look = {0};
    (void)looking(r, at, &look);
    if (at >= r->end || !r->lexed.tokens[at].first) return false;
    if (!takes_rule_number(&look)) return false;
    TokenKind kind = reader_peek(&look, 0)->kind;
    return kind == TOKEN_STRING || kind == TOKEN_BROKEN || kind == TOKEN_END ||
           look.lexed.tokens[look.at].first || sees_bare_title(&look);
}

bool reader_sees_change(const Reader *r, uint32_t at)
{
    Reader look = {0};
    (void)looking(r, at, &look);
    if (at >= r->end || !r->lexed.tokens[at].first) return false;
    if (reader_takes(&look, W_VALIDITY))
        return reader_sees(&look, W_REPLACED) || reader_sees(&look, W_EXTENDED);
    if (reader_takes(&look, W_AFTER) || reader_takes(&look, W_BETWEEN))
        return reader_sees(&look, W_RULE) || reader_sees(&look, W_PARAGRAPH);
    if (str_folded_is(reader_peek(&look, 0)->text, STR("ketentuan"))) look.at++;
    if (!takes_rule_number(&look)) return false;
    if (reader_takes(&look, W_PARAGRAPH) &&
        reader_sees_paragraph(&look, look.at))
        look.at += 3;
    return reader_sees(&look, W_REPLACED) || reader_sees(&look, W_DELETED);
}

bool reader_sees_examples(const Reader *r, uint32_t at)
{
    if (at >= r->end || !r->lexed.tokens[at].first) return false;
    if (!reader_sees_at(r, at, W_EXAMPLES)) return false;
    if (at + 1 >= r->end) return true;
    const Token *next = &r->lexed.tokens[at + 1];
    return next->first || next->kind == TOKEN_COLON;
}

bool reader_sees_annex(const Reader *r, uint32_t at)
{
    return at + 1 < r->end && r->lexed.tokens[at].first &&
           reader_sees_at(r, at, W_ANNEX) &&
           r->lexed.tokens[at + 1].kind == TOKEN_STRING;
}

static bool ends_rule(const Reader *r)
{
    return r->at >= r->end || reader_sees_heading(r, r->at) ||
           reader_sees_change(r, r->at) || reader_sees_examples(r, r->at) ||
           reader_sees_annex(r, r->at);
}

/* The figures at the start of "1a". */
static int64_t figure_of(Str number)
{
    int64_t n = 0;
    size_t len = 0;
    while (len < number.len && number.ptr[len] >= '0' && number.ptr[len] <= '9')
        len++;
    if (!num_is(str_slice(number, 0, len), 0, INT32_MAX - 1, &n)) return 0;
    return n;
}

/* Sentences without a number follow the one before them. */
static void give_number(Reader *r, Sentence *s, int64_t *last, Map *used)
{
    bool numbered = s->paragraph.len > 0;
    if (!numbered) s->paragraph = str_format(r->arena, "%d", (int)(*last + 1));
    *last = figure_of(s->paragraph);
    if (map_put(used, s->paragraph, 1) != NO_INDEX)
        (void)reader_fault(r, FAULT_TWICE_NUMBERED, s->span, s->paragraph);
}

void reader_sentences(Reader *r, Rule *rule, Str first_number)
{
    VEC(Sentence) list = {0};
    Map used = map_in(r->arena);
    int64_t last = 0;
    r->counted = first_number.len > 0; /* a changed paragraph: the law asks */
    while (!ends_rule(r)) {
        Sentence s = {0};
        bool read = reader_sentence(r, &s);
        if (list.count == 0 && last == 0 && s.paragraph.len == 0)
            s.paragraph = first_number;
        if (read || s.paragraph.len > 0)
            give_number(r, &s, &last, &used);
        else
            last++; /* nobody will cite it */
        if (read) VEC_PUSH(r->arena, &list, s);
    }
    rule->sentences = list.at;
    rule->sentence_count = (uint32_t)list.count;
}

/* [ "berlaku" validity ] in a line of its own under the heading */
static void take_valid(Reader *r, Rule *rule)
{
    uint32_t words = 0;
    uint32_t whole = r->end;
    const Phrase *head = reader_phrase(r, r->at, CLASS_HEAD, &words);
    if (reader_done(r) || !r->lexed.tokens[r->at].first) return;
    if (head == NULL || head->id != LINE_VALID) return;
    r->end = reader_line_end(r);
    r->at += words;
    if (reader_valid_line(r, &rule->valid)) {
        (void)reader_take(r, TOKEN_STOP);
        if (!reader_done(r))
            (void)reader_fault(r, FAULT_LINE_GOES_ON, reader_here(r),
                               reader_shown(r));
    }
    reader_pass(r, whole);
}

/* heading = "aturan" number title [ title ] */
static void take_heading(Reader *r, Rule *rule)
{
    uint32_t from = r->at;
    (void)reader_takes(r, W_RULE);
    (void)reader_rule_number(r, &rule->number);
    if (reader_is(r, TOKEN_BROKEN)) {
        Span span = reader_here(r);
        (void)reader_fault(r, FAULT_UNCLOSED, (Span){span.from, span.from + 1},
                           STR(""));
        r->at++;
    } else if (sees_bare_title(r)) {
        uint32_t to = reader_line_end(r);
        (void)reader_bare_text(r, to);
        r->at = to;
    } else if (!reader_string(r, &rule->title)) {
        (void)reader_fault(r, FAULT_NO_TITLE, reader_span(r, from),
                           rule->number);
    }
    (void)reader_string(r, &rule->title_en);
    rule->span = reader_span(r, from);
    if (!reader_take(r, TOKEN_STOP)) (void)reader_take(r, TOKEN_COLON);
}

/* rule = heading [ validity ] { sentence } */
void reader_rule(Reader *r, Rule *out)
{
    Rule rule = {.valid = when_empty()};
    reader_comments_above(r, &rule.comments, &rule.comment_count);
    take_heading(r, &rule);
    rule.comment_behind = reader_comment_behind(r);
    take_valid(r, &rule);
    r->rule = rule.number;
    reader_sentences(r, &rule, STR(""));
    r->rule = STR("");
    *out = rule;
}

/* annex = "lampiran" file [ title ] */
bool reader_annex(Reader *r, Annex *out)
{
    uint32_t from = r->at;
    Annex annex = {0};
    (void)reader_takes(r, W_ANNEX);
    (void)reader_string(r, &annex.file);
    (void)reader_string(r, &annex.title);
    annex.span = reader_span(r, from);
    (void)reader_take(r, TOKEN_STOP);
    *out = annex;
    return true;
}
