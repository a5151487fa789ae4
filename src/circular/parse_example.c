/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/grammar.h"

/* who = kind of person | unit "dengan" number "pegawai" */
static bool take_who(Reader *r, Example *out)
{
    if (!reader_who(r, WHO_EXAMPLE, &out->who)) return false;
    if (!reader_takes(r, W_WITH)) return true;
    if (!reader_whole(r, &out->unit_of)) return false;
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

/* "di kantor atau di rumah": what comes out is one place. */
static bool fault_places(Reader *r)
{
    (void)reader_expected(r, STR("satu tempat"), STR("one place"));
    return reader_advise(
        r,
        STR("tulis 'di mana saja' bila mereka memilih sendiri; bila jadwal "
            "yang "
            "membaginya, contohnya tentang unit: 'Unit kerja dengan 41 pegawai "
            "pada 3 Agustus 2020 di kantor paling banyak 20 orang.'"),
        STR("write 'di mana saja' if they choose; if a roster shares it out, "
            "the example is of a unit: 'Unit kerja dengan 41 pegawai pada 3 "
            "Agustus 2020 di kantor paling banyak 20 orang.'"));
}

/* "Dinas Sosial pada 3 Agustus 2020 di kantor paling banyak 20 orang": a bound
 * is of a unit of so many people. */
static bool fault_bound(Reader *r, const Example *e, uint32_t from)
{
    const Term *term = &e->who->groups[0].terms[0];
    bool people = term_is_person(term->kind) || term->kind == TERM_THING;
    Str unit = term_row(TERM_WORK_UNIT, 0)->word;
    if (r->lang == LANG_EN) unit = term_row(TERM_WORK_UNIT, 0)->one;
    Str who = str_slice(r->source->text, e->who->span.from, e->who->span.to);
    if (people) who = unit;
    Str size =
        r->lang == LANG_ID ? STR("dengan 41 pegawai") : STR("with 41 staff");
    uint32_t on = from;
    while (r->lexed.tokens[on].span.from < e->who->span.to)
        on++;
    Str rest = reader_pasted(r, on, r->end);
    (void)reader_expected(r, STR("akhir contoh"),
                          STR("the end of the example"));
    return reader_advise(
        r,
        str_format(r->arena,
                   "batas hanya bagi unit yang jumlah pegawainya disebut: "
                   "'%.*s %.*s %.*s'",
                   STR_ARG(who), STR_ARG(size), STR_ARG(rest)),
        str_format(r->arena,
                   "a bound is of a unit whose number of staff is said: '%.*s "
                   "%.*s %.*s'",
                   STR_ARG(who), STR_ARG(size), STR_ARG(rest)));
}

/* result = "bekerja biasa" | "bentrok" | place [ amount ] */
static bool take_result(Reader *r, Example *out, uint32_t from)
{
    out->usual = reader_takes(r, W_USUAL);
    out->clash = !out->usual && reader_takes(r, W_CLASH);
    if (out->usual || out->clash) return true;
    if (!reader_place(r, &out->where))
        return reader_expected(r, STR("tempat, 'bekerja biasa' atau 'bentrok'"),
                               STR("a place, 'works as usual' or 'clashes'"));
    uint32_t words = 0;
    if ((reader_sees(r, W_OR) || reader_sees(r, W_AND)) &&
        reader_phrase(r, r->at + 1, CLASS_PLACE, &words) != NULL)
        return fault_places(r);
    if (!reader_sees_amount(r, r->at)) return true;
    return out->unit_of > 0 ? reader_amount(r, &out->amount)
                            : fault_bound(r, out, from);
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
    bool read = take_who(r, &e) && take_date(r, &e) &&
                take_result(r, &e, from) && take_reason(r, &e);
    reader_pass(r, whole);
    e.span = reader_span(r, from);
    if (!reader_take(r, TOKEN_STOP) && read)
        (void)reader_fault(r, FAULT_NO_STOP, (Span){e.span.to, e.span.to},
                           STR(""));
    e.comment_behind = reader_comment_behind(r);
    *out = e;
    return read;
}
