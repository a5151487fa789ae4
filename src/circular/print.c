/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/printer.h"

void printer_above(Printer *p, const Str *comments, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        buf_format(p->out, "-- %.*s\n", STR_ARG(comments[i]));
}

void printer_behind(Printer *p, Str comment)
{
    if (comment.len > 0) buf_format(p->out, " -- %.*s", STR_ARG(comment));
    buf_char(p->out, '\n');
}

static void put_sentences(Printer *p, const Rule *rule)
{
    for (uint32_t i = 0; i < rule->sentence_count; i++) {
        const Sentence *s = &rule->sentences[i];
        printer_above(p, s->comments, s->comment_count);
        buf_format(p->out, "(%.*s) ", STR_ARG(s->paragraph));
        printer_sentence(p, s);
        printer_behind(p, s->comment_behind);
    }
}

static void put_heading(Printer *p, const Rule *rule)
{
    printer_word(p, W_RULE);
    buf_format(p->out, " %.*s ", STR_ARG(rule->number));
    printer_texts(p, rule->title, rule->title_en);
}

static void put_rule(Printer *p, const Rule *rule)
{
    buf_char(p->out, '\n');
    printer_above(p, rule->comments, rule->comment_count);
    put_heading(p, rule);
    printer_behind(p, rule->comment_behind);
    if (rule->valid.given) {
        printer_put(p, head_text(LINE_VALID, p->lang));
        buf_char(p->out, ' ');
        printer_valid(p, &rule->valid);
        buf_char(p->out, '\n');
    }
    put_sentences(p, rule);
}

static void put_validity(Printer *p, const Change *change)
{
    printer_word(p, W_VALIDITY);
    buf_char(p->out, ' ');
    printer_word(p, W_REPLACED);
    buf_char(p->out, ' ');
    printer_valid(p, &change->valid);
    buf_char(p->out, '.');
}

static void put_replaced(Printer *p, const Change *change)
{
    printer_ref(p, &change->target);
    buf_char(p->out, ' ');
    printer_word(p, W_REPLACED);
    if (change->rule.title.len > 0) {
        buf_char(p->out, ' ');
        printer_texts(p, change->rule.title, change->rule.title_en);
    }
    buf_char(p->out, ':');
}

/* "sesudah aturan 2 ", "di antara aturan 2 dan aturan 3 " */
static void put_behind(Printer *p, const Change *change)
{
    bool between = change->next.rule.len > 0;
    printer_word(p, between ? W_BETWEEN : W_AFTER);
    buf_char(p->out, ' ');
    printer_ref(p, &change->target);
    buf_char(p->out, ' ');
    if (!between) return;
    printer_word(p, W_AND);
    buf_char(p->out, ' ');
    printer_ref(p, &change->next);
    buf_char(p->out, ' ');
}

static void put_inserted(Printer *p, const Change *change)
{
    const Rule *rule = &change->rule;
    put_behind(p, change);
    printer_word(p, W_INSERTED);
    buf_char(p->out, ' ');
    if (rule->number.len > 0) {
        put_heading(p, rule);
    } else {
        Str first = rule->sentence_count > 0 ? rule->sentences[0].paragraph
                                             : change->target.paragraph;
        printer_word(p, W_PARAGRAPH);
        buf_format(p->out, " (%.*s)", STR_ARG(first));
    }
    buf_char(p->out, ':');
}

static void put_change(Printer *p, const Change *change)
{
    buf_char(p->out, '\n');
    printer_above(p, change->comments, change->comment_count);
    switch (change->kind) {
    case CHANGE_VALIDITY: put_validity(p, change); break;
    case CHANGE_REPLACE: put_replaced(p, change); break;
    case CHANGE_INSERT: put_inserted(p, change); break;
    case CHANGE_DELETE:
        printer_ref(p, &change->target);
        buf_char(p->out, ' ');
        printer_word(p, W_DELETED);
        buf_char(p->out, '.');
        break;
    }
    printer_behind(p, change->comment_behind);
    put_sentences(p, &change->rule);
}

static void put_annex(Printer *p, const Annex *annex)
{
    buf_char(p->out, '\n');
    printer_word(p, W_ANNEX);
    buf_char(p->out, ' ');
    printer_texts(p, annex->file, annex->title);
    buf_char(p->out, '\n');
}

static void put_unit_of(Printer *p, int32_t staff)
{
    buf_char(p->out, ' ');
    printer_word(p, W_WITH);
    buf_format(p->out, " %d ", staff);
    printer_word(p, W_WITH_STAFF);
}

static void put_result(Printer *p, const Example *e)
{
    if (e->usual || e->clash)
        printer_word(p, e->usual ? W_USUAL : W_CLASH);
    else
        printer_put(p, where_text(e->where, p->lang));
    if (e->amount.compare == COMPARE_NONE) return;
    buf_char(p->out, ' ');
    printer_amount(p, &e->amount);
}

static void put_example(Printer *p, const Example *e)
{
    printer_above(p, e->comments, e->comment_count);
    size_t start = p->out->len;
    p->juxtapose = true;
    p->named = true;
    printer_who(p, e->who, ONE);
    p->juxtapose = false;
    p->named = false;
    if (e->unit_of > 0) put_unit_of(p, e->unit_of);
    buf_char(p->out, ' ');
    printer_word(p, W_ON);
    buf_char(p->out, ' ');
    printer_date(p, e->date);
    buf_char(p->out, ' ');
    put_result(p, e);
    if (e->because.rule.len > 0) {
        buf_char(p->out, ' ');
        printer_word(p, W_BECAUSE);
        buf_char(p->out, ' ');
        printer_ref(p, &e->because);
    }
    if (!date_is(e->known, DATE_NEVER)) {
        buf_c(p->out, ", ");
        printer_word(p, W_KNOWN);
        buf_char(p->out, ' ');
        printer_date(p, e->known);
    }
    buf_char(p->out, '.');
    char *first = &p->out->ptr[start];
    if (buf_ok(p->out) && *first >= 'a' && *first <= 'z')
        *first = (char)(*first - 'a' + 'A');
    printer_behind(p, e->comment_behind);
}

void letter_print(const Letter *letter, Lang lang, Buf *out)
{
    Printer p = {.out = out, .lang = lang};
    printer_head(&p, letter);
    for (uint32_t i = 0; i < letter->change_count; i++)
        put_change(&p, &letter->changes[i]);
    for (uint32_t i = 0; i < letter->rule_count; i++)
        put_rule(&p, &letter->rules[i]);
    for (uint32_t i = 0; i < letter->annex_count; i++)
        put_annex(&p, &letter->annexes[i]);
    if (letter->example_count > 0) {
        buf_char(out, '\n');
        printer_word(&p, W_EXAMPLES);
        buf_char(out, '\n');
    }
    for (uint32_t i = 0; i < letter->example_count; i++)
        put_example(&p, &letter->examples[i]);
    printer_above(&p, letter->comments, letter->comment_count);
}
