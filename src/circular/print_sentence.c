/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/printer.h"

static void put_body(Printer *p, const Sentence *s);

static const Tail *find_tail(const Sentence *s, TailKind kind)
{
    for (uint32_t i = 0; i < s->tail_count; i++) {
        if (s->tails[i].kind == kind) return &s->tails[i];
    }
    return NULL;
}

static void put_strength(Printer *p, const Sentence *s)
{
    if (s->strength == STRENGTH_NONE) return;
    printer_put(p, strength_text(s->strength, p->lang));
    buf_char(p->out, ' ');
}

static void put_places(Printer *p, const Where *where, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        printer_between(p, i, count, W_OR);
        printer_put(p, where_text(where[i], p->lang));
    }
}

static void put_where(Printer *p, const Sentence *s)
{
    bool be = p->lang == LANG_EN && s->strength != STRENGTH_NONE;
    if (be && s->where_count > 0) printer_c(p, "be ");
    put_places(p, s->where, s->where_count);
}

static void put_count(Printer *p, const Sentence *s)
{
    put_where(p, s);
    buf_char(p->out, ' ');
    printer_amount(p, &s->amount);
    for (uint32_t i = 0; i < s->bound_count; i++) {
        const Bound *bound = &s->bounds[i];
        buf_char(p->out, ' ');
        printer_word(p, W_AND);
        buf_char(p->out, ' ');
        put_places(p, bound->where, bound->where_count);
        if (bound->where_count > 0) buf_char(p->out, ' ');
        printer_amount(p, &bound->amount);
    }
}

static void put_verb(Printer *p, const Sentence *s)
{
    printer_put(p, verb_row((Verb)s->verb)->word[p->lang]);
    if (s->object != NULL) {
        buf_char(p->out, ' ');
        p->juxtapose = true; /* "pada" would be a tail of the verb */
        printer_who(p, s->object, MANY);
        p->juxtapose = false;
    } else if (s->object_ref_count > 0) {
        buf_char(p->out, ' ');
        printer_refs(p, s->object_refs, s->object_ref_count);
    }
}

static void put_state(Printer *p, const Sentence *s)
{
    const Tail *entered = find_tail(s, TAIL_LOGGED);
    printer_put(p, state_row((State)s->verb)->word[p->lang]);
    if (s->where_count > 0) buf_char(p->out, ' ');
    put_where(p, s);
    if (s->verb != STATE_ENTERED || entered == NULL) return;
    buf_char(p->out, ' ');
    printer_words(p, entered);
}

static void put_turn(Printer *p, const Sentence *s)
{
    const Tail *turns = find_tail(s, TAIL_TURNS);
    printer_word(p, W_TURNS);
    if (turns == NULL || turns->word_count == 0) return;
    buf_char(p->out, ' ');
    printer_words(p, turns);
}

static void put_labels(Printer *p, const TableRow *row)
{
    for (uint32_t i = 0; i < row->label_count; i++) {
        if (i > 0) buf_c(p->out, ", ");
        printer_free(p, row->labels[i], PLAIN_TEXT);
    }
    buf_c(p->out, ": ");
}

static void put_rows(Printer *p, const Sentence *s)
{
    for (uint32_t i = 0; i < s->row_count; i++) {
        if (i > 0) buf_c(p->out, "; ");
        put_labels(p, &s->rows[i]);
        if (s->pred == PRED_COUNTED)
            printer_texts(p, s->rows[i].body->text, s->rows[i].body->text_en);
        else
            put_body(p, s->rows[i].body);
    }
}

static void put_consequence(Printer *p, const Sentence *s)
{
    printer_put(p, consequence_text((Consequence)s->verb, p->lang));
    if (s->row_count > 0) {
        buf_c(p->out, ": ");
        put_rows(p, s);
        return;
    }
    buf_char(p->out, ' ');
    if (s->amount.counted.len > 0 || s->amount.share)
        printer_amount(p, &s->amount);
    else if (gloss_knows(s->text) && s->text_en.len == 0)
        printer_free(p, s->text, PLAIN_WORD);
    else
        printer_texts(p, s->text, s->text_en);
}

static void put_meaning(Printer *p, const Sentence *s)
{
    printer_word(p, W_BEING);
    if (s->text.len > 0) {
        buf_char(p->out, ' ');
        printer_texts(p, s->text, s->text_en);
    } else if (s->object != NULL) {
        buf_char(p->out, ' ');
        printer_who(p, s->object, MANY);
    }
}

static void put_predicate(Printer *p, const Sentence *s)
{
    put_strength(p, s);
    switch (s->pred) {
    case PRED_PLACE: put_where(p, s); break;
    case PRED_COUNT: put_count(p, s); break;
    case PRED_DO: put_verb(p, s); break;
    case PRED_TURN: put_turn(p, s); break;
    case PRED_STATE: put_state(p, s); break;
    case PRED_COUNTED: put_consequence(p, s); break;
    case PRED_MEANS: put_meaning(p, s); break;
    case PRED_SCOPE:
        printer_word(p, W_NOT_APPLY);
        buf_char(p->out, ' ');
        printer_who(p, s->object, MANY);
        break;
    case PRED_EXCEED:
        printer_word(p, W_EXCEEDED);
        buf_char(p->out, ' ');
        printer_word(p, W_IN);
        buf_char(p->out, ' ');
        printer_who(p, s->object, MANY);
        break;
    case PRED_RECORD:
    case PRED_RECORDED_DO: printer_texts(p, s->text, s->text_en); break;
    }
}

static bool is_breach(const Sentence *s)
{
    return s->pred == PRED_COUNTED && s->verb == CONSEQUENCE_SUBJECT;
}

/* A word that the letter gives a meaning is introduced. */
static bool is_definition(const Sentence *s)
{
    return s->pred == PRED_MEANS && s->who->group_count == 1 &&
           s->who->groups[0].count == 1 &&
           s->who->groups[0].terms[0].kind == TERM_NAME;
}

static void put_this_letter(Printer *p)
{
    Str kind = letter_kind_text(LETTER_CIRCULAR, p->lang);
    Str word = word_text(W_THIS, p->lang);
    Str first = p->lang == LANG_EN ? word : kind;
    Str second = p->lang == LANG_EN ? kind : word;
    buf_format(p->out, "%.*s %.*s ", STR_ARG(first), STR_ARG(second));
}

static void put_subject(Printer *p, const Sentence *s)
{
    switch (s->subject) {
    case SUBJECT_NONE: return;
    case SUBJECT_WHO:
        if (is_definition(s)) {
            printer_word(p, W_THE_TERM);
            buf_char(p->out, ' ');
        }
        p->placed = s->strength == STRENGTH_NONE && s->where_count > 0;
        printer_who(p, s->who, MANY);
        p->placed = false;
        buf_c(p->out, s->who->each_count > 0 ? ", " : " ");
        return;
    case SUBJECT_REST:
        printer_word(p, W_REST);
        buf_char(p->out, ' ');
        return;
    case SUBJECT_REF:
        if (is_breach(s)) {
            printer_word(p, W_BREACH);
            buf_char(p->out, ' ');
        }
        printer_refs(p, s->refs, s->ref_count);
        buf_char(p->out, ' ');
        return;
    case SUBJECT_LETTER: put_this_letter(p); return;
    case SUBJECT_TOPIC:
        printer_free(p, s->topic, PLAIN_TEXT);
        buf_c(p->out, ": ");
        return;
    }
}

/* "kecuali who" stands last, whomever it is taken from. */
static void put_except(Printer *p, const Sentence *s)
{
    const Who *who =
        s->object != NULL && s->object->except != NULL ? s->object : s->who;
    if (who == NULL || who->except == NULL) return;
    buf_c(p->out, ", ");
    printer_word(p, W_EXCEPT);
    buf_char(p->out, ' ');
    printer_who(p, who->except, MANY);
}

static void put_body(Printer *p, const Sentence *s)
{
    put_subject(p, s);
    put_predicate(p, s);
    printer_tails(p, s);
    put_except(p, s);
    printer_listed(p);
}

static void put_if(Printer *p, const Frame *frame)
{
    printer_word(p, W_IF);
    buf_char(p->out, ' ');
    printer_free(p, frame->words, PLAIN_EVENT);
    if (frame->who == NULL) return;
    buf_char(p->out, ' ');
    printer_word(p, W_IN);
    buf_c(p->out, p->lang == LANG_EN ? " a " : " suatu ");
    printer_who(p, frame->who, ONE);
}

static void put_keys(Printer *p, Str keys)
{
    size_t from = 0;
    printer_word(p, W_ACCORDING_TO);
    for (;;) {
        size_t to = str_find(keys, STR(" dan "), from);
        buf_char(p->out, ' ');
        printer_free(p, str_slice(keys, from, to), PLAIN_WORD);
        if (to == SIZE_MAX) return;
        buf_char(p->out, ' ');
        printer_word(p, W_AND);
        from = to + STR(" dan ").len;
    }
}

static void put_frame(Printer *p, const Frame *frame)
{
    switch (frame->kind) {
    case FRAME_EACH:
        printer_word(p, W_IN_EVERY);
        buf_char(p->out, ' ');
        printer_who(p, frame->who, ONE);
        return;
    case FRAME_AT:
        printer_word(p, W_IN);
        buf_char(p->out, ' ');
        printer_who(p, frame->who, MANY);
        return;
    case FRAME_WHEN: printer_when(p, &frame->when); return;
    case FRAME_IF: put_if(p, frame); return;
    case FRAME_DEROGATE:
        printer_word(p, W_DEROGATE);
        buf_char(p->out, ' ');
        printer_refs(p, frame->refs, frame->ref_count);
        return;
    case FRAME_BY: put_keys(p, frame->words); return;
    }
}

void printer_frames(Printer *p, const Sentence *s)
{
    for (uint32_t i = 0; i < s->frame_count; i++) {
        if (i > 0) buf_c(p->out, ", ");
        put_frame(p, &s->frames[i]);
    }
    if (s->frame_count > 0) buf_c(p->out, ": ");
}

/* The full stop within a recorded text at the end is enough. */
static bool has_stop(const Printer *p)
{
    return str_ends(buf_str(p->out), STR(".\""));
}

void printer_sentence(Printer *p, const Sentence *s)
{
    size_t start = p->out->len;
    printer_frames(p, s);
    if (s->row_count > 0 && s->pred != PRED_COUNTED)
        put_rows(p, s);
    else
        put_body(p, s);
    if (!has_stop(p)) buf_char(p->out, '.');
    if (!buf_ok(p->out)) return;
    char *first = &p->out->ptr[start];
    if (*first >= 'a' && *first <= 'z') *first = (char)(*first - 'a' + 'A');
}

void sentence_print(const Sentence *sentence, Lang lang, Buf *out)
{
    Printer p = {.out = out, .lang = lang, .flat = true};
    printer_sentence(&p, sentence);
}
