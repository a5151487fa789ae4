/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/printer.h"

void printer_words(Printer *p, const Tail *tail)
{
    if (tail->open) {
        printer_word(p, W_AMONG_OTHERS);
        buf_char(p->out, ' ');
    }
    for (uint32_t i = 0; i < tail->word_count; i++) {
        printer_between(p, i, tail->word_count, tail->all ? W_AND : W_OR);
        bool event = tail->kind == TAIL_IF || tail->kind == TAIL_EXCEPT_IF ||
                     tail->kind == TAIL_AGAIN;
        printer_free(p, tail->words[i], event ? PLAIN_EVENT : PLAIN_WORD);
    }
}

static void put_deadline(Printer *p, const Tail *tail)
{
    if (tail->clock_count > 0) {
        printer_clocks(p, tail);
    } else if (tail->day_of_month > 0) {
        buf_c(p->out, p->lang == LANG_ID ? "tanggal " : "day ");
        buf_number(p->out, tail->day_of_month);
    } else if (tail->when.given) {
        printer_date(p, tail->when.window.last);
        printer_minute(p, tail->when.last_minute, tail->when.zone);
    } else {
        printer_duration(p, tail->duration);
        buf_char(p->out, ' ');
        printer_word(p, W_BEFOREHAND);
    }
}

static void put_open_list(Printer *p, const Tail *tail)
{
    printer_word(p, tail->word_count > 0 ? W_AMONG_OTHERS : W_INCOMPLETE);
    if (tail->word_count > 0) buf_char(p->out, ' ');
    printer_words(p, tail);
}

/* Tails whose opening word depends on what they hold. */
static bool put_special(Printer *p, const Tail *tail)
{
    switch ((int)tail->kind) {
    case TAIL_ROUNDING:
        printer_word(p, tail->rounding == ROUND_UP ? W_UP : W_DOWN);
        return true;
    case TAIL_OPEN_LIST: put_open_list(p, tail); return true;
    case TAIL_RHYTHM: printer_every(p, tail->duration); return true;
    case TAIL_WHEN:
    case TAIL_EXCEPT_WHEN: printer_when(p, &tail->when); return true;
    case TAIL_CLOCK: printer_clocks(p, tail); return true;
    case TAIL_TIMES:
        printer_amount(p, &tail->amount);
        buf_char(p->out, ' ');
        printer_word(p, W_A_DAY);
        return true;
    case TAIL_SHIFTS:
        printer_word(p, W_IN_SHIFTS);
        buf_char(p->out, ' ');
        if (tail->amount.number > 0) {
            buf_number(p->out, tail->amount.number);
            buf_char(p->out, ' ');
        }
        printer_word(p, W_SHIFTS);
        return true;
    case TAIL_BY_NEED:
        printer_word(p, tail->word_count > 0 ? W_BY_NEED_OF : W_BY_NEED);
        if (tail->word_count > 0) buf_char(p->out, ' ');
        printer_words(p, tail);
        return true;
    default: return false;
    }
}

static void put_value(Printer *p, const Tail *tail)
{
    switch (tail_row(tail->kind)->holds) {
    case HOLDS_NOTHING:
    case HOLDS_WHEN:
    case HOLDS_CLOCK: return;
    case HOLDS_WHO:
        p->within = tail->kind == TAIL_AT;
        if (tail->kind == TAIL_BASE)
            printer_whole(p, tail->who);
        else
            printer_who(p, tail->who, MANY);
        p->within = false;
        return;
    case HOLDS_WORDS:
    case HOLDS_OWN_WORDS: printer_words(p, tail); return;
    case HOLDS_AMOUNT: printer_amount(p, &tail->amount); return;
    case HOLDS_DURATION: printer_duration(p, tail->duration); return;
    case HOLDS_DEADLINE: put_deadline(p, tail); return;
    case HOLDS_REF: printer_ref(p, &tail->ref); return;
    }
}

static bool is_exception(TailKind kind)
{
    return kind >= TAIL_EXCEPT_FOR && kind <= TAIL_EXCEPT_WHEN;
}

/* "paling singkat 32 jam setiap minggu" is of no day. */
static bool is_of_days(const Sentence *s)
{
    for (uint32_t i = 0; i < s->tail_count; i++) {
        const Tail *tail = &s->tails[i];
        if (tail->kind == TAIL_RHYTHM && tail->duration.unit != WORKING_DAYS &&
            tail->duration.unit != CALENDAR_DAYS)
            return false;
    }
    return true;
}

static void put_tail(Printer *p, const Sentence *s, const Tail *tail)
{
    const TailRow *row = tail_row(tail->kind);
    bool empty = row->holds == HOLDS_NOTHING ||
                 (row->holds == HOLDS_OWN_WORDS && tail->word_count == 0);
    buf_c(p->out, row->comma ? ", " : " ");
    if (is_exception(tail->kind)) {
        printer_word(p, W_EXCEPT);
        buf_char(p->out, ' ');
    }
    if (put_special(p, tail)) return;
    printer_word(p, row->opener);
    if (!empty) buf_char(p->out, ' ');
    put_value(p, tail);
    if (tail->kind == TAIL_AT_LEAST_LONG && is_of_days(s)) {
        buf_char(p->out, ' ');
        printer_word(p, W_A_DAY);
    }
}

/* The words of "dicatat dalam" are the predicate's, the pattern of "bergilir"
 * stands without a comma. */
void printer_tails(Printer *p, const Sentence *s)
{
    for (uint32_t i = 0; i < s->tail_count; i++) {
        const Tail *tail = &s->tails[i];
        bool entered = s->pred == PRED_STATE && s->verb == STATE_ENTERED &&
                       tail->kind == TAIL_LOGGED;
        if (entered) continue;
        if (s->pred == PRED_TURN && tail->kind == TAIL_TURNS) continue;
        put_tail(p, s, tail);
    }
}
