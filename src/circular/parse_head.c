/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/grammar.h"

typedef VEC(Str) Strs;

/* What of the head comes in any number. */
typedef struct {
    Letter *letter;
    Strs considering, notes;
    VEC(Relation) relations;
    VEC(LineComment) comments;
    uint32_t seen; /* bit LineKind */
} Head;

/* A line that ends in a comma, dan, ... goes on in the next. */
static bool goes_on(const Reader *r, uint32_t last)
{
    TokenKind kind = r->lexed.tokens[last].kind;
    if (r->lexed.tokens[last].capital) return false; /* part of a name */
    return kind == TOKEN_COMMA || kind == TOKEN_SEMICOLON ||
           kind == TOKEN_COLON || reader_sees_at(r, last, W_AND) ||
           reader_sees_at(r, last, W_OR) ||
           reader_sees_at(r, last, W_AS_WELL_AS);
}

uint32_t reader_line_end(const Reader *r)
{
    uint32_t at = r->at + 1;
    while (at < r->end && (!r->lexed.tokens[at].first || goes_on(r, at - 1)))
        at++;
    return at < r->end ? at : r->end;
}

static bool expect_string(Reader *r, Str *out)
{
    if (reader_string(r, out)) return true;
    if (reader_is(r, TOKEN_WORD)) return reader_bare_text(r, r->end);
    return reader_expected(r, STR("teks dalam tanda kutip"),
                           STR("a text in quotation marks"));
}

/* Free words of the head hold no quotation marks. */
static bool is_unquoted(Reader *r, uint32_t to)
{
    for (uint32_t at = r->at; at < to; at++) {
        if (r->lexed.tokens[at].kind != TOKEN_STRING) continue;
        r->at = at;
        return reader_fault_here(r, FAULT_LINE_GOES_ON);
    }
    return true;
}

/* text = words to the line end, or to `to` */
static bool take_text(Reader *r, uint32_t to, Str *out)
{
    uint32_t end = to;
    if (end > r->at && r->lexed.tokens[end - 1].kind == TOKEN_STOP) end--;
    if (end == r->at)
        return reader_expected(r, STR("sebuah nama"), STR("a name"));
    if (!is_unquoted(r, end)) return false;
    *out = reader_text(r, r->at, end);
    r->at = to;
    return true;
}

/* signer = ( name | string ) [ "selaku" office ]; the string is for names in
 * which that word stands */
static bool take_signer(Reader *r, Letter *out)
{
    uint32_t to = r->at;
    while (to < r->end && !reader_sees_at(r, to, W_ACTING_AS))
        to++;
    if (!reader_string(r, &out->signer) && !take_text(r, to, &out->signer))
        return false;
    return !reader_takes(r, W_ACTING_AS) ||
           take_text(r, r->end, &out->signer_as);
}

/* announced = date [ "oleh" name ] */
static bool take_announced(Reader *r, Letter *out)
{
    if (!reader_date(r, &out->announced)) return false;
    return !reader_takes(r, W_BY) || take_text(r, r->end, &out->announcer);
}

/* review = "setiap" [ number ] unit of time | words */
static bool take_review(Reader *r, Letter *out)
{
    if (!reader_takes(r, W_EVERY)) {
        if (reader_string(r, &out->review)) return true;
        if (reader_done(r))
            return reader_expected(r, STR("kapan, misalnya setiap bulan"),
                                   STR("when, such as every month"));
        uint32_t to = r->end;
        if (r->lexed.tokens[to - 1].kind == TOKEN_STOP) to--;
        if (!is_unquoted(r, to)) return false;
        out->review = reader_free_text(r, to);
        return true;
    }
    if (reader_sees_number(r)) return reader_duration(r, &out->review_rhythm);
    const Phrase *count = reader_take_phrase(r, CLASS_COUNT);
    const CountRow *row = count == NULL ? NULL : count_row((size_t)count->id);
    if (row == NULL || row->time == UNIT_TIME_NONE)
        return reader_expected(r, STR("minggu, bulan atau hari kerja"),
                               STR("week, month or working day"));
    out->review_rhythm = (Duration){1, row->time};
    return true;
}

/* covering = who [ "," "kecuali" who ] */
static bool take_covering(Reader *r, Letter *out)
{
    if (!reader_who(r, WHO_TAIL, &out->covering)) return false;
    (void)reader_take(r, TOKEN_COMMA);
    return !reader_takes(r, W_EXCEPT) ||
           reader_who(r, WHO_TAIL, &out->covering->except);
}

/* shares = who "," rounding */
static bool take_shares(Reader *r, Letter *out)
{
    if (!reader_who(r, WHO_TAIL, &out->share_base)) return false;
    (void)reader_take(r, TOKEN_COMMA);
    if (reader_takes(r, W_DOWN))
        out->share_rounding = ROUND_DOWN;
    else if (reader_takes(r, W_UP))
        out->share_rounding = ROUND_UP;
    else
        return reader_fault(r, FAULT_NO_ROUNDING, reader_here(r), STR(""));
    r->shares = true;
    return true;
}

static bool keep_string(Reader *r, Strs *list)
{
    Str text = {0};
    if (!expect_string(r, &text)) return false;
    VEC_PUSH(r->arena, list, text);
    return true;
}

static bool take_line(Reader *r, LineKind line, Head *head)
{
    Letter *out = head->letter;
    switch (line) {
    case LINE_FIRST:
    case LINE_RELATION: return false;
    case LINE_NO_NUMBER: out->number_missing = true; return true;
    case LINE_TITLE:
        if (!expect_string(r, &out->title)) return false;
        (void)reader_string(r, &out->title_en);
        return true;
    case LINE_ISSUER: return take_text(r, r->end, &out->issuer);
    case LINE_SIGNER: return take_signer(r, out);
    case LINE_ENACTED: return reader_date(r, &out->enacted);
    case LINE_ANNOUNCED: return take_announced(r, out);
    case LINE_VALID: return reader_valid_line(r, &out->valid);
    case LINE_RETURNS:
        (void)reader_takes(r, W_ON);
        return reader_date(r, &out->returns);
    case LINE_REVIEW: return take_review(r, out);
    case LINE_COVERING: return take_covering(r, out);
    case LINE_CONSIDERING: return keep_string(r, &head->considering);
    case LINE_SHARES: return take_shares(r, out);
    case LINE_NOTE: return keep_string(r, &head->notes);
    }
    return false;
}

/* relation = instrument [ "," "sebagaimana terakhir diubah dengan" instrument ]
 *            [ "mengenai" string ] [ "mulai" date [ "pukul" time ] ], or a rule
 * of a letter */
static bool take_relation(Reader *r, RelationKind kind, Head *head)
{
    uint32_t from = r->at;
    Relation rel = {.kind = kind, .from = DATE_ALWAYS, .from_minute = -1};
    rel.to.date = DATE_ALWAYS;
    rel.last.date = DATE_ALWAYS;
    if (reader_sees_ref(r)) {
        if (!reader_ref(r, &rel.rule)) return false;
        if (rel.rule.letter.len == 0)
            return reader_expected(r, STR("surat yang memuat aturan itu"),
                                   STR("the letter of that rule"));
        rel.to.kind = letter_kind_text(rel.rule.kind, LANG_ID);
        rel.to.number = rel.rule.letter;
        rel.to.span = rel.rule.span;
    } else if (!reader_instrument(r, &rel.to)) {
        return false;
    }
    (void)reader_take(r, TOKEN_COMMA);
    if (reader_takes(r, W_LAST_AMENDED) && !reader_instrument(r, &rel.last))
        return false;
    if (reader_takes(r, W_CONCERNING) && !expect_string(r, &rel.matter))
        return false;
    if (reader_takes(r, W_FROM) &&
        !(reader_date(r, &rel.from) &&
          reader_minute(r, &rel.from_minute, &rel.zone)))
        return false;
    rel.span = reader_span(r, from);
    VEC_PUSH(r->arena, &head->relations, rel);
    return true;
}

/* Lines that may stand once only. */
static bool is_single(LineKind line)
{
    return line != LINE_CONSIDERING && line != LINE_NOTE &&
           line != LINE_RELATION;
}

static bool take_known_line(Reader *r, Head *head, LineKind *line)
{
    uint32_t from = r->at;
    const Phrase *relation = reader_take_phrase(r, CLASS_RELATION);
    if (relation != NULL) {
        *line = LINE_RELATION;
        return take_relation(r, (RelationKind)relation->id, head);
    }
    const Phrase *phrase = reader_take_phrase(r, CLASS_HEAD);
    if (phrase == NULL)
        return reader_fault(r, FAULT_UNKNOWN_LINE, reader_here(r),
                            reader_shown(r));
    *line = (LineKind)phrase->id;
    if (is_single(*line) && (head->seen & (1U << *line)) != 0)
        return reader_fault(r, FAULT_TWICE_SAID, reader_span(r, from),
                            phrase->text);
    head->seen |= 1U << *line;
    return take_line(r, *line, head);
}

static bool has_digit(Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] >= '0' && text.ptr[i] <= '9') return true;
    }
    return false;
}

/* first = kind ( number | string ) */
static bool take_first(Reader *r, Head *head)
{
    Letter *out = head->letter;
    uint32_t from = r->at;
    const Phrase *kind = reader_take_phrase(r, CLASS_LETTER);
    if (kind == NULL)
        return reader_fault(r, FAULT_NO_LETTER, reader_here(r),
                            reader_shown(r));
    out->kind = (LetterKind)kind->id;
    if (!reader_string(r, &out->name)) {
        uint32_t to = r->end;
        if (r->lexed.tokens[to - 1].kind == TOKEN_STOP) to--;
        if (!is_unquoted(r, to)) return false;
        out->number = letter_number(r->arena, reader_text(r, r->at, to));
        r->at = to;
        if (!has_digit(out->number))
            return reader_expected(r, STR("nomor, atau nama dalam tanda kutip"),
                                   STR("a number, or a name in quotation "
                                       "marks"));
    }
    out->head = reader_span(r, from);
    return true;
}

/* Lines are counted in their kind, for comments. */
static uint32_t index_of(const Head *head, LineKind line)
{
    if (line == LINE_CONSIDERING) return (uint32_t)head->considering.count;
    if (line == LINE_NOTE) return (uint32_t)head->notes.count;
    if (line == LINE_RELATION) return (uint32_t)head->relations.count;
    return 1;
}

static void keep_comments(Reader *r, Head *head, LineKind line,
                          const Str *above, uint32_t count)
{
    uint32_t index = index_of(head, line);
    LineComment c = {line, index > 0 ? index - 1 : 0, false, {0}};
    for (uint32_t i = 0; i < count; i++) {
        c.text = above[i];
        VEC_PUSH(r->arena, &head->comments, c);
    }
    c.text = reader_comment_behind(r);
    c.behind = true;
    if (c.text.len > 0) VEC_PUSH(r->arena, &head->comments, c);
}

/* Say once of each string that is not closed. */
static bool is_closed(Reader *r)
{
    for (uint32_t at = r->at; at < r->end; at++) {
        Span span = r->lexed.tokens[at].span;
        if (r->lexed.tokens[at].kind == TOKEN_BROKEN)
            return reader_fault(r, FAULT_UNCLOSED,
                                (Span){span.from, span.from + 1}, STR(""));
    }
    return true;
}

static void take_head_line(Reader *r, Head *head, bool first)
{
    const Str *above = NULL;
    uint32_t count = 0;
    uint32_t whole = r->end;
    LineKind line = LINE_FIRST;
    reader_comments_above(r, &above, &count);
    r->end = reader_line_end(r);
    r->depth = 0;
    r->list_from = 0;
    r->subject_from = r->at;
    bool read = is_closed(r) &&
                (first ? take_first(r, head) : take_known_line(r, head, &line));
    if (read && r->list_from > 0 && r->at == r->list_from) r->at = r->list_to;
    (void)reader_take(r, TOKEN_STOP);
    if (read && !reader_done(r))
        (void)reader_fault(r, FAULT_LINE_GOES_ON, reader_here(r),
                           reader_shown(r));
    reader_pass(r, whole);
    keep_comments(r, head, line, above, count);
}

/* Comments in the order of the lines when printed. */
static void keep_in_order(Reader *r, const Head *head, Letter *out)
{
    VEC(LineComment) sorted = {0};
    for (int line = LINE_FIRST; line <= LINE_NOTE; line++) {
        for (size_t i = 0; i < head->comments.count; i++) {
            if ((int)head->comments.at[i].line == line)
                VEC_PUSH(r->arena, &sorted, head->comments.at[i]);
        }
    }
    out->line_comments = sorted.at;
    out->line_comment_count = (uint32_t)sorted.count;
}

/* head = first { line }, up to a rule, a change, an annex or examples */
bool reader_head(Reader *r, Letter *out)
{
    Head head = {.letter = out};
    out->enacted = DATE_ALWAYS;
    out->announced = DATE_ALWAYS;
    out->returns = DATE_ALWAYS;
    out->valid = when_empty();
    bool first = true;
    while (!reader_done(r) && !reader_sees_heading(r, r->at) &&
           !reader_sees_change(r, r->at) && !reader_sees_examples(r, r->at) &&
           !reader_sees_annex(r, r->at)) {
        take_head_line(r, &head, first);
        first = false;
    }
    if (first)
        (void)reader_fault(r, FAULT_NO_LETTER, reader_here(r), reader_shown(r));
    out->considering = head.considering.at;
    out->considering_count = (uint32_t)head.considering.count;
    out->notes = head.notes.at;
    out->note_count = (uint32_t)head.notes.count;
    out->relations = head.relations.at;
    out->relation_count = (uint32_t)head.relations.count;
    keep_in_order(r, &head, out);
    return true;
}
