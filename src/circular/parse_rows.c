/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/grammar.h"

/* The end of the row that begins at the next token. */
static uint32_t row_end(const Reader *r)
{
    uint32_t at = r->at;
    while (at < r->end && r->lexed.tokens[at].kind != TOKEN_SEMICOLON)
        at++;
    return at;
}

/* days = [ "hari" ] weekday { ( "sampai dengan" | "dan" ) [ "hari" ] weekday },
 * with the words that the law looks for. */
static bool take_days(Reader *r, uint32_t to, Str *label)
{
    Reader look = *r;
    Buf text = buf_in(r->arena);
    bool joined = true;
    while (joined) {
        if (str_folded_is(reader_peek(&look, 0)->text, STR("hari"))) look.at++;
        if (look.at >= to || !reader_sees_weekday(&look, look.at)) return false;
        const Phrase *day = reader_take_phrase(&look, CLASS_WEEKDAY);
        buf_put(&text, date_weekday_name((Weekday)day->id, LANG_ID));
        bool until = reader_takes(&look, W_UNTIL);
        joined = until || reader_takes(&look, W_AND);
        if (joined) buf_c(&text, until ? " sampai dengan " : " dan ");
    }
    if (look.at != to) return false;
    *label = buf_str(&text);
    r->at = to;
    return true;
}

static Str take_label(Reader *r, uint32_t to)
{
    Str days = {0};
    if (r->lang == LANG_ID && take_days(r, to, &days)) return days;
    return reader_free_text(r, to);
}

/* labels = label { "," label } ":" */
static bool take_labels(Reader *r, TableRow *row)
{
    VEC(Str) labels = {0};
    if (reader_is(r, TOKEN_LABEL)) r->at++; /* a. b. c. */
    do {
        uint32_t to = r->at;
        while (to < r->end && r->lexed.tokens[to].kind != TOKEN_COLON &&
               r->lexed.tokens[to].kind != TOKEN_COMMA)
            to++;
        if (to == r->at || to == r->end)
            return reader_expected(r, STR("label dan titik dua"),
                                   STR("a label and a colon"));
        VEC_PUSH(r->arena, &labels, take_label(r, to));
    } while (reader_take(r, TOKEN_COMMA));
    (void)reader_take(r, TOKEN_COLON);
    row->labels = labels.at;
    row->label_count = (uint32_t)labels.count;
    return true;
}

static bool take_row(Reader *r, uint32_t keys, TableRow *row)
{
    uint32_t from = r->at;
    Sentence *body = NEW(r->arena, Sentence, 1);
    if (!take_labels(r, row)) return false;
    if (row->label_count != keys)
        return reader_fault(r, FAULT_LABELS_DIFFER, reader_span(r, from),
                            STR(""));
    from = r->at;
    if (!reader_body(r, body)) return false;
    body->span = reader_span(r, from);
    row->body = body;
    return true;
}

/* "dikenai sanksi: teguran lisan; ...": which step is the first? */
static bool advise_steps(Reader *r)
{
    bool id = r->lang == LANG_ID;
    Str step = reader_pasted(r, r->at, r->end);
    const char *first = id ? "pertama" : "first";
    const char *second = id ? "kedua" : "second";
    return reader_advise(
        r,
        str_format(r->arena, "tulis '%s: \"%.*s\"; %s: \"...\"'", first,
                   STR_ARG(step), second),
        str_format(r->arena, "write '%s: \"%.*s\"; %s: \"...\"'", first,
                   STR_ARG(step), second));
}

/* step = label ":" string */
static bool take_step(Reader *r, TableRow *row)
{
    Sentence *body = NEW(r->arena, Sentence, 1);
    uint32_t from = r->at;
    if (!take_labels(r, row)) {
        r->at = from;
        return advise_steps(r);
    }
    from = r->at;
    body->subject = SUBJECT_NONE;
    body->pred = PRED_RECORD;
    if (!reader_string(r, &body->text))
        return reader_expected(r, STR("teks dalam tanda kutip"),
                               STR("a text in quotation marks"));
    (void)reader_string(r, &body->text_en);
    body->span = reader_span(r, from);
    row->body = body;
    if (reader_done(r)) return true;
    return reader_expected(r, STR("';' atau titik"), STR("';' or a full stop"));
}

/* rows = row { ";" [ "dan" ] row } */
static bool take_rows(Reader *r, Sentence *out, uint32_t keys)
{
    VEC(TableRow) rows = {0};
    uint32_t whole = r->end;
    bool read = true;
    while (read && r->at < whole) {
        TableRow row = {0};
        r->end = row_end(r);
        read = keys > 0 ? take_row(r, keys, &row) : take_step(r, &row);
        r->end = whole;
        VEC_PUSH(r->arena, &rows, row);
        if (read && reader_take(r, TOKEN_SEMICOLON))
            (void)(reader_takes(r, W_AND) || reader_takes(r, W_OR));
    }
    if (read && rows.count == 0)
        return reader_expected(r, STR("baris tabel"), STR("rows"));
    out->rows = rows.at;
    out->row_count = (uint32_t)rows.count;
    return read;
}

bool reader_rows(Reader *r, Sentence *out, uint32_t keys)
{
    return take_rows(r, out, keys);
}

bool reader_ladder(Reader *r, Sentence *out)
{
    return take_rows(r, out, 0);
}
