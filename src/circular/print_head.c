/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/printer.h"

typedef struct {
    Printer *p;
    const Letter *letter;
    uint32_t comment; /* the next one, in the order of lines */
} HeadPrinter;

static void open_line(HeadPrinter *h, LineKind line, uint32_t index)
{
    const Letter *letter = h->letter;
    while (h->comment < letter->line_comment_count) {
        const LineComment *c = &letter->line_comments[h->comment];
        if (c->line != line || c->index != index || c->behind) break;
        printer_above(h->p, &c->text, 1);
        h->comment++;
    }
    if (line == LINE_FIRST || line == LINE_RELATION) return;
    printer_put(h->p, head_text(line, h->p->lang));
    if (line != LINE_NO_NUMBER) printer_c(h->p, " ");
}

static void close_line(HeadPrinter *h, LineKind line, uint32_t index)
{
    const Letter *letter = h->letter;
    Str behind = {0};
    if (h->comment < letter->line_comment_count) {
        const LineComment *c = &letter->line_comments[h->comment];
        if (c->line == line && c->index == index && c->behind) {
            behind = c->text;
            h->comment++;
        }
    }
    printer_behind(h->p, behind);
}

static void put_text_line(HeadPrinter *h, LineKind line, Str text)
{
    if (text.len == 0) return;
    open_line(h, line, 0);
    printer_put(h->p, text);
    close_line(h, line, 0);
}

static void put_date_line(HeadPrinter *h, LineKind line, Date date)
{
    if (date_is(date, DATE_ALWAYS)) return;
    open_line(h, line, 0);
    printer_date(h->p, date);
    close_line(h, line, 0);
}

static void put_first(HeadPrinter *h)
{
    const Letter *letter = h->letter;
    open_line(h, LINE_FIRST, 0);
    printer_put(h->p, letter_kind_text(letter->kind, h->p->lang));
    printer_c(h->p, " ");
    if (letter->name.len > 0)
        printer_quoted(h->p, letter->name);
    else
        printer_put(h->p, letter->number);
    close_line(h, LINE_FIRST, 0);
    if (letter->number_missing) {
        open_line(h, LINE_NO_NUMBER, 0);
        close_line(h, LINE_NO_NUMBER, 0);
    }
    if (letter->title.len == 0) return;
    open_line(h, LINE_TITLE, 0);
    printer_texts(h->p, letter->title, letter->title_en);
    close_line(h, LINE_TITLE, 0);
}

typedef struct {
    Str name;
    bool found;
} NameSearch;

/* Does "selaku", or its like in the other language, stand in the name? */
static void seek_acting_as(void *with, PhraseClass class, int32_t id, Str text)
{
    NameSearch *search = with;
    if (class != CLASS_FUNCTION || id != W_ACTING_AS) return;
    for (size_t at = 0; at + text.len <= search->name.len; at++) {
        bool begins = at == 0 || search->name.ptr[at - 1] == ' ';
        size_t end = at + text.len;
        bool ends = end == search->name.len || search->name.ptr[end] == ' ';
        search->found |= begins && ends &&
                         str_folded_is(str_slice(search->name, at, end), text);
    }
}

static void put_name(HeadPrinter *h, Str name)
{
    NameSearch search = {.name = name};
    lexicon_visit(LANG_ID, seek_acting_as, &search);
    lexicon_visit(LANG_EN, seek_acting_as, &search);
    if (search.found)
        printer_quoted(h->p, name);
    else
        printer_put(h->p, name);
}

static void put_signer(HeadPrinter *h)
{
    const Letter *letter = h->letter;
    if (letter->signer.len == 0) return;
    open_line(h, LINE_SIGNER, 0);
    put_name(h, letter->signer);
    if (letter->signer_as.len > 0) {
        printer_c(h->p, " ");
        printer_word(h->p, W_ACTING_AS);
        printer_c(h->p, " ");
        printer_put(h->p, letter->signer_as);
    }
    close_line(h, LINE_SIGNER, 0);
}

static void put_announced(HeadPrinter *h)
{
    const Letter *letter = h->letter;
    if (date_is(letter->announced, DATE_ALWAYS)) return;
    open_line(h, LINE_ANNOUNCED, 0);
    printer_date(h->p, letter->announced);
    if (letter->announcer.len > 0) {
        printer_c(h->p, " ");
        printer_word(h->p, W_BY);
        printer_c(h->p, " ");
        printer_put(h->p, letter->announcer);
    }
    close_line(h, LINE_ANNOUNCED, 0);
}

static void put_valid(HeadPrinter *h)
{
    if (!h->letter->valid.given) return;
    open_line(h, LINE_VALID, 0);
    printer_valid(h->p, &h->letter->valid);
    close_line(h, LINE_VALID, 0);
}

/* "setiap ..." in words that are no rhythm, in either language. */
static bool is_rhythm(Str review)
{
    static const Str words[] = {STR_INIT("setiap "), STR_INIT("tiap "),
                                STR_INIT("tiap-tiap "), STR_INIT("every ")};
    for (size_t i = 0; i < COUNT(words); i++) {
        if (str_folded_is(str_slice(review, 0, words[i].len),
                          str_trim(words[i])))
            return true;
    }
    return false;
}

static void put_review(HeadPrinter *h)
{
    const Letter *letter = h->letter;
    if (letter->review.len == 0 && letter->review_rhythm.number == 0) return;
    open_line(h, LINE_REVIEW, 0);
    if (letter->review.len > 0 && !is_rhythm(letter->review))
        printer_put(h->p, gloss_text(letter->review, h->p->lang));
    else if (letter->review.len > 0)
        printer_quoted(h->p, letter->review);
    else
        printer_every(h->p, letter->review_rhythm);
    close_line(h, LINE_REVIEW, 0);
}

static void put_covering(HeadPrinter *h)
{
    const Who *who = h->letter->covering;
    if (who == NULL) return;
    open_line(h, LINE_COVERING, 0);
    printer_whole(h->p, who);
    if (who->except != NULL) {
        printer_c(h->p, ", ");
        printer_word(h->p, W_EXCEPT);
        printer_c(h->p, " ");
        printer_who(h->p, who->except, MANY);
    }
    printer_listed(h->p);
    close_line(h, LINE_COVERING, 0);
}

static void put_strings(HeadPrinter *h, LineKind line, const Str *texts,
                        uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        open_line(h, line, i);
        printer_quoted(h->p, texts[i]);
        close_line(h, line, i);
    }
}

static void put_relation(Printer *p, const Relation *rel)
{
    printer_put(p, relation_text(rel->kind, p->lang));
    printer_c(p, " ");
    if (rel->rule.rule.len > 0)
        printer_ref(p, &rel->rule);
    else
        printer_instrument(p, &rel->to);
    if (rel->last.kind.len > 0) {
        printer_c(p, ", ");
        printer_word(p, W_LAST_AMENDED);
        printer_c(p, " ");
        printer_instrument(p, &rel->last);
    }
    if (rel->matter.len > 0) {
        printer_c(p, " ");
        printer_word(p, W_CONCERNING);
        printer_c(p, " ");
        printer_quoted(p, rel->matter);
    }
    if (date_is(rel->from, DATE_ALWAYS)) return;
    printer_c(p, " ");
    printer_word(p, W_FROM);
    printer_c(p, " ");
    printer_date(p, rel->from);
    printer_minute(p, rel->from_minute, rel->zone);
}

static void put_relations(HeadPrinter *h)
{
    for (uint32_t i = 0; i < h->letter->relation_count; i++) {
        open_line(h, LINE_RELATION, i);
        put_relation(h->p, &h->letter->relations[i]);
        close_line(h, LINE_RELATION, i);
    }
}

static void put_shares(HeadPrinter *h)
{
    const Letter *letter = h->letter;
    if (letter->share_base == NULL) return;
    open_line(h, LINE_SHARES, 0);
    printer_whole(h->p, letter->share_base);
    printer_c(h->p, ", ");
    printer_word(h->p, letter->share_rounding == ROUND_UP ? W_UP : W_DOWN);
    close_line(h, LINE_SHARES, 0);
}

void printer_head(Printer *p, const Letter *letter)
{
    HeadPrinter h = {.p = p, .letter = letter};
    put_first(&h);
    put_text_line(&h, LINE_ISSUER, letter->issuer);
    put_signer(&h);
    put_date_line(&h, LINE_ENACTED, letter->enacted);
    put_announced(&h);
    put_valid(&h);
    put_date_line(&h, LINE_RETURNS, letter->returns);
    put_review(&h);
    put_covering(&h);
    put_strings(&h, LINE_CONSIDERING, letter->considering,
                letter->considering_count);
    put_relations(&h);
    put_shares(&h);
    put_strings(&h, LINE_NOTE, letter->notes, letter->note_count);
}
