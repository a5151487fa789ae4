/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/grammar.h"

/* who = kind of person | unit "dengan" number "pegawai" */
static bool take_who(Reader *r, Example *out)
{
    int32_t hundredths = 0;
    if (!reader_who(r, WHO_EXAMPLE, &out->who)) return false;
    if (!reader_takes(r, W_WITH)) return true;
    if (!reader_number(r, &out->unit_of, &hundredths)) return false;
    return reader_takes(r, W_WITH_STAFF) ||
           reader_expected(r, STR("'pegawai'"), STR("'staff'"));
}

static bool take_date(Reader *r, Example *out)
{
    if (reader_takes(r, W_ON) || reader_takes(r, W_IN))
        return reader_date(r, &out->date);
    return reader_expected(r, STR("'pada' dan tanggal"),
                           STR("'on' and a date"));
}

/* result = "bekerja biasa" | "bentrok" | place [ amount ] */
static bool take_result(Reader *r, Example *out)
{
    out->usual = reader_takes(r, W_USUAL);
    out->clash = !out->usual && reader_takes(r, W_CLASH);
    if (out->usual || out->clash) return true;
    if (!reader_place(r, &out->where))
        return reader_expected(r, STR("tempat, 'bekerja biasa' atau 'bentrok'"),
                               STR("a place, 'works as usual' or 'clashes'"));
    return !reader_sees_amount(r, r->at) || reader_amount(r, &out->amount);
}

/* reason = "karena" ref;  known = "," "diketahui" date */
static bool take_reason(Reader *r, Example *out)
{
    (void)reader_take(r, TOKEN_COMMA);
    if (reader_takes(r, W_BECAUSE) && !reader_ref(r, &out->because))
        return false;
    (void)reader_take(r, TOKEN_COMMA);
    if (reader_takes(r, W_KNOWN) && !reader_date(r, &out->known)) return false;
    return reader_done(r) || reader_expected(r, STR("akhir contoh"),
                                             STR("the end of the example"));
}

/* example = [ label ] who "pada" date result [ reason ] [ known ] "." */
bool reader_example(Reader *r, Example *out)
{
    Example e = {.known = DATE_NEVER};
    Str label = {0};
    uint32_t whole = r->end;
    reader_comments_above(r, &e.comments, &e.comment_count);
    if (reader_is(r, TOKEN_LABEL))
        r->at++;
    else if (reader_sees_paragraph(r, r->at))
        (void)reader_paragraph_number(r, &label);
    uint32_t from = r->at;
    r->end = reader_sentence_end(r);
    r->depth = 0;
    r->list_from = 0;
    bool read = take_who(r, &e) && take_date(r, &e) && take_result(r, &e) &&
                take_reason(r, &e);
    reader_pass(r, whole);
    e.span = reader_span(r, from);
    if (!reader_take(r, TOKEN_STOP) && read)
        (void)reader_fault(r, FAULT_NO_STOP, (Span){e.span.to, e.span.to},
                           STR(""));
    e.comment_behind = reader_comment_behind(r);
    *out = e;
    return read;
}
