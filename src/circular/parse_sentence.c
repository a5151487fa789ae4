/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/grammar.h"
#include "circular/report_said.h"

/* A token behind which a sentence surely goes on. */
static bool leans_on(const Reader *r, uint32_t at)
{
    TokenKind kind = r->lexed.tokens[at].kind;
    return kind == TOKEN_COMMA || kind == TOKEN_COLON ||
           kind == TOKEN_SEMICOLON || reader_sees_at(r, at, W_PARAGRAPH) ||
           reader_sees_at(r, at, W_AND) || reader_sees_at(r, at, W_OR);
}

uint32_t reader_sentence_end(const Reader *r)
{
    for (uint32_t at = r->at; at < r->end; at++) {
        const Token *token = &r->lexed.tokens[at];
        if (token->kind == TOKEN_STOP) return at;
        if (!token->first || at == r->at) continue;
        bool numbered = reader_sees_paragraph(r, at) && !leans_on(r, at - 1);
        if (numbered || reader_sees_heading(r, at) ||
            reader_sees_change(r, at) || reader_sees_examples(r, at) ||
            reader_sees_annex(r, at))
            return at;
    }
    return r->end;
}

/* Strings that are not closed and words that are refused: all at once. */
static bool is_readable(Reader *r)
{
    bool readable = true;
    uint32_t back = r->at;
    uint32_t words = 0;
    for (; r->at < r->end; r->at++) {
        const Token *token = &r->lexed.tokens[r->at];
        bool broken = token->kind == TOKEN_BROKEN;
        bool may = !token->capital || r->at == back || token->text.len == 3;
        bool refused =
            may && reader_phrase(r, r->at, CLASS_REFUSED, &words) != NULL;
        if (broken)
            (void)reader_fault(r, FAULT_UNCLOSED,
                               (Span){token->span.from, token->span.from + 1},
                               STR(""));
        else if (refused)
            (void)reader_expected(r, STR(""), STR(""));
        bool pointed = reader_sees_point(r, r->at);
        if (pointed) (void)reader_fault_point(r);
        readable = readable && !broken && !refused && !pointed;
        if (refused) r->at += words - 1;
    }
    r->at = back;
    return readable;
}

/* topic = words ":" string [ string ], and nothing behind */
static bool take_topic(Reader *r, Sentence *out)
{
    const Token *tokens = r->lexed.tokens;
    uint32_t colon = r->at;
    while (colon < r->end && tokens[colon].kind != TOKEN_COLON &&
           (colon == r->at || tokens[colon - 1].kind != TOKEN_STRING))
        colon++;
    if (colon == r->at || tokens[colon].kind != TOKEN_COLON ||
        colon + 1 >= r->end || tokens[colon + 1].kind != TOKEN_STRING)
        return false;
    uint32_t behind = colon + 2;
    if (behind < r->end && tokens[behind].kind == TOKEN_STRING) behind++;
    if (behind != r->end) return false;
    out->subject = SUBJECT_TOPIC;
    out->pred = PRED_RECORD;
    out->topic = reader_free_text(r, colon);
    r->at = colon + 1;
    (void)reader_string(r, &out->text);
    (void)reader_string(r, &out->text_en);
    return true;
}

/* [ "," "kecuali" who ] "," between subject and predicate */
static bool take_subject_except(Reader *r, Who *who)
{
    if (!reader_is(r, TOKEN_COMMA) || !reader_sees_at(r, r->at + 1, W_EXCEPT))
        return true;
    r->at++;
    (void)reader_takes(r, W_EXCEPT);
    if (!reader_excepted(r, WHO_SUBJECT, &who->except)) return false;
    (void)reader_take(r, TOKEN_COMMA);
    return true;
}

static bool sees_predicate(const Reader *r, uint32_t at)
{
    uint32_t words = 0;
    return reader_phrase(r, at, CLASS_STRENGTH, &words) != NULL ||
           reader_phrase(r, at, CLASS_STATE, &words) != NULL ||
           reader_phrase(r, at, CLASS_CONSEQUENCE, &words) != NULL ||
           reader_sees_at(r, at, W_BEING) || reader_sees_at(r, at, W_NOT_APPLY);
}

/* Behind "selebihnya": of the counts before it. */
static bool take_rest(Reader *r, Sentence *out)
{
    out->subject = SUBJECT_REST;
    if (r->counted) return true;
    r->at--;
    return reader_fault(r, FAULT_REST_OF_WHAT, reader_here(r), STR(""));
}

/* people = [ "yang dimaksud dengan" ] who [ except ] [ "," ] */
static bool take_people(Reader *r, Sentence *out)
{
    (void)reader_takes(r, W_THE_TERM);
    out->subject = SUBJECT_WHO;
    if (!reader_who(r, WHO_SUBJECT, &out->who) ||
        !take_subject_except(r, out->who))
        return false;
    if (reader_is(r, TOKEN_COMMA) && sees_predicate(r, r->at + 1)) r->at++;
    return true;
}

/* "Pegawai yang melanggar aturan 2 dikenai ...": who breaks it is whom the
 * consequence of a breach is for. */
static bool takes_breakers(Reader *r)
{
    static const Str breaks[] = {STR_INIT("melanggar"), STR_INIT("break"),
                                 STR_INIT("breach"), STR_INIT("violate")};
    uint32_t words = 0;
    bool broken = false;
    Reader look = *r;
    while (reader_takes(&look, W_EVERY) ||
           reader_take_phrase(&look, CLASS_COURTESY) != NULL) {
    }
    const Phrase *term = reader_take_phrase(&look, CLASS_TERM);
    if (term == NULL || lexicon_term(term->id)->kind != TERM_STAFF_ALL ||
        !reader_takes(&look, W_MARKED))
        return false;
    for (size_t i = 0; i < COUNT(breaks); i++)
        broken |= str_folded_is(reader_peek(&look, 0)->text, breaks[i]);
    look.at++;
    if (!broken || !reader_sees_ref(&look)) return false;
    uint32_t at = look.at;
    while (at < r->end && !sees_predicate(r, at))
        at++;
    if (reader_phrase(r, at, CLASS_CONSEQUENCE, &words) == NULL) return false;
    r->at = look.at;
    return true;
}

/* subject = "selebihnya" | "surat edaran ini" | [ "pelanggaran" ] refs
 *         | people | nothing */
static bool take_subject(Reader *r, Sentence *out)
{
    if (reader_sees_counted_place(r)) return true;
    if (reader_takes(r, W_REST)) return take_rest(r, out);
    if (reader_this_letter(r)) {
        out->subject = SUBJECT_LETTER;
        return true;
    }
    if (takes_breakers(r) || reader_takes(r, W_BREACH) || reader_sees_ref(r)) {
        out->subject = SUBJECT_REF;
        return reader_refs(r, &out->refs, &out->ref_count);
    }
    if (reader_sees(r, W_ONLY))
        return reader_fault(r, FAULT_ONLY_PEOPLE, reader_here(r), STR(""));
    if (reader_is(r, TOKEN_NUMBER)) /* at most, at least or exactly? */
        return reader_amount(r, &out->amount);
    if (reader_sees_no_subject(r)) return reader_no_subject(r);
    if (reader_sees_amount(r, r->at)) return reader_amount_first(r);
    return take_people(r, out);
}

static bool is_about_object(const Sentence *s)
{
    return s->pred == PRED_SCOPE || s->pred == PRED_MEANS ||
           s->pred == PRED_EXCEED;
}

/* "kecuali who" subtracts from whom the sentence is about: the object of
 * "tidak berlaku bagi", else the subject; an unsaid subject is made. */
static void keep_except(Reader *r, Sentence *out, Who *except)
{
    bool object = is_about_object(out);
    Who *whole = object ? out->object : out->who;
    if (whole == NULL) whole = NEW(r->arena, Who, 1);
    whole->except = except;
    if (object)
        out->object = whole;
    else
        out->who = whole;
}

/* Behind "dan": a verb, known or not, or what happens to a thing. */
static bool sees_second_duty(const Reader *r, uint32_t at)
{
    uint32_t words = 0;
    if (at >= r->end) return false;
    Str word = r->lexed.tokens[at].text;
    bool verb = r->lang == LANG_ID && !r->lexed.tokens[at].capital &&
                (str_starts(word, STR("me")) || str_starts(word, STR("ber")));
    return verb || reader_phrase(r, at, CLASS_VERB, &words) != NULL ||
           reader_phrase(r, at, CLASS_STATE, &words) != NULL ||
           reader_phrase(r, at, CLASS_CONSEQUENCE, &words) != NULL;
}

static bool fault_rest(Reader *r, const Sentence *s)
{
    uint32_t words = 0;
    uint32_t at = r->at + (reader_is(r, TOKEN_COMMA) ? 1 : 0);
    at += reader_sees_at(r, at, W_AND) || reader_sees_at(r, at, W_AS_WELL_AS);
    if (reader_phrase(r, at, CLASS_STRENGTH, &words) != NULL ||
        (at > r->at && sees_second_duty(r, at)))
        return reader_fault(r, FAULT_TWO_STRENGTHS, reader_here(r),
                            reader_text(r, at, r->end));
    return reader_unknown_slot(r, s);
}

/* "laporan harian": its name says how often, unless the sentence does. */
static void keep_rhythm(Reader *r, const Sentence *s, Tails *tails)
{
    Duration every = {0};
    bool asks = s->verb == VERB_SUBMIT || s->verb == VERB_REPORT_ON ||
                s->verb == VERB_FILL_IN;
    if (s->pred != PRED_DO || !asks || tails->has[TAIL_RHYTHM] ||
        tails->has[TAIL_WHEN] || !report_rhythm(s->object, &every))
        return;
    tails->has[TAIL_RHYTHM] = true;
    tails->at[TAIL_RHYTHM] = (Tail){.kind = TAIL_RHYTHM,
                                    .when = when_empty(),
                                    .duration = every,
                                    .span = reader_here(r)};
}

/* "Setiap unit kerja di kantor paling sedikit 2 orang": a count of each of
 * them, as "Pada setiap unit kerja: ..." is. */
static void keep_every_subject(Reader *r, Sentence *s)
{
    const Who *who = s->who;
    if (s->pred != PRED_COUNT || who == NULL || who->except != NULL ||
        !reader_sees_at(r, r->subject_from, W_EVERY) || r->every != NULL)
        return;
    for (uint32_t g = 0; g < who->group_count; g++) {
        for (uint32_t t = 0; t < who->groups[g].count; t++) {
            if (!term_is_unit(who->groups[g].terms[t].kind)) return;
        }
    }
    r->every = who;
    s->who = NULL;
    s->subject = SUBJECT_NONE;
}

/* "di kantor paling banyak 3 orang, masing-masing pada unit kerja": a count of
 * each of them, wherever in the sentence that stands. */
static void keep_every_tail(Reader *r, const Sentence *s, Tails *tails)
{
    if (s->pred != PRED_COUNT || r->every_tail == NULL) return;
    tails->has[TAIL_AT] = false;
    if (r->every == NULL)
        r->every = r->every_tail;
    else
        r->every_again = r->every_tail;
}

/* body = topic | subject predicate tails [ list ] */
bool reader_body(Reader *r, Sentence *out)
{
    Tails tails = {0};
    r->subject_from = r->at;
    if (take_topic(r, out)) return true;
    bool read = reader_sees_scope_first(r)
                    ? reader_scope_first(r, out)
                    : take_subject(r, out) && reader_predicate(r, out, &tails);
    if (!read || !reader_tails(r, &tails)) return false;
    if (r->list_from > 0 && r->at == r->list_from) r->at = r->list_to;
    if (!reader_done(r)) return fault_rest(r, out);
    if (is_about_object(out) && out->who != NULL && out->who->except != NULL)
        return reader_fault(r, FAULT_EXCEPT_FIRST, out->who->except->span,
                            STR(""));
    if (!reader_without_leave_fits(r, out)) return false;
    if (tails.except != NULL) keep_except(r, out, tails.except);
    keep_rhythm(r, out, &tails);
    reader_keep_due(out, &tails);
    keep_every_tail(r, out, &tails);
    keep_every_subject(r, out);
    reader_keep_tails(r, &tails, out);
    return reader_fits(r, out);
}

static Group group_without(Reader *r, const Group *from, const Who *units)
{
    Term *terms = NEW(r->arena, Term, from->count + 1);
    for (uint32_t t = 0; t < from->count; t++) {
        const Term *term = &from->terms[t];
        Limit *limits = NEW(r->arena, Limit, term->limit_count + 1);
        terms[t] = *term;
        terms[t].limits = limits;
        terms[t].limit_count = 0;
        for (uint32_t i = 0; i < term->limit_count; i++) {
            if (term->limits[i].units != units)
                limits[terms[t].limit_count++] = term->limits[i];
        }
    }
    return (Group){terms, from->count};
}

/* The people without the limit to those units; the same when it is not theirs.
 */
static Who *without(Reader *r, const Who *who, const Who *units)
{
    Who *out = NEW(r->arena, Who, 1);
    Group *groups = NEW(r->arena, Group, who->group_count + 1);
    *out = *who;
    for (uint32_t g = 0; g < who->group_count; g++)
        groups[g] = group_without(r, &who->groups[g], units);
    out->groups = groups;
    return out;
}

/* Those of whom the frame counts each; NULL: it does not. */
static const Who *framed_each(const Sentence *s)
{
    for (uint32_t i = 0; i < s->frame_count; i++) {
        if (s->frames[i].kind == FRAME_EACH) return s->frames[i].who;
    }
    return NULL;
}

/* Those who count each of them need not be told so once more. */
static const Tail *tails_without(Reader *r, const Sentence *s)
{
    Tail *tails = NEW(r->arena, Tail, s->tail_count + 1);
    for (uint32_t i = 0; i < s->tail_count; i++) {
        tails[i] = s->tails[i];
        if (tails[i].who != NULL)
            tails[i].who = without(r, tails[i].who, r->every);
    }
    return tails;
}

static void add_each(Reader *r, Sentence *s)
{
    Frame *frames = NEW(r->arena, Frame, s->frame_count + 1);
    Who *units = NEW(r->arena, Who, 1);
    *units = *r->every;
    for (uint32_t i = 0; i < s->frame_count; i++)
        frames[i] = s->frames[i];
    frames[s->frame_count++] = (Frame){.kind = FRAME_EACH,
                                       .when = when_empty(),
                                       .who = units,
                                       .span = r->every->span};
    s->frames = frames;
    s->tails = tails_without(r, s);
    if (s->who != NULL) s->who = without(r, s->who, r->every);
}

static bool fault_every_again(Reader *r)
{
    Span span = r->every_again->span;
    return reader_fault(r, FAULT_EVERY_AGAIN, span,
                        str_slice(r->source->text, span.from, span.to));
}

static Str who_text(const Reader *r, const Who *who)
{
    return str_slice(r->source->text, who->span.from, who->span.to);
}

/* "Pegawai pada setiap seksi di kantor paling sedikit 1 orang", "50% dari
 * pegawai pada setiap unit kerja": a count of each of them, as a frame says;
 * behind a frame of others it would not be clear of each of which. */
static bool keep_every(Reader *r, Sentence *s)
{
    const Who *framed = framed_each(s);
    if (s->pred != PRED_COUNT || r->every == NULL) return true;
    if (framed != NULL &&
        !str_folded_is(who_text(r, framed), who_text(r, r->every)))
        r->every_again = r->every;
    if (r->every_again != NULL) return fault_every_again(r);
    if (framed == NULL) add_each(r, s);
    return true;
}

/* Does it leave a rest: a count, or a table with one? */
static bool counts(const Sentence *sentence)
{
    for (uint32_t i = 0; i < sentence->row_count; i++) {
        if (sentence->rows[i].body->pred == PRED_COUNT) return true;
    }
    return sentence->row_count == 0 && sentence->pred == PRED_COUNT;
}

static bool take_sentence(Reader *r, Sentence *out)
{
    uint32_t keys = 0;
    r->depth = 0;
    r->tabulated = false;
    r->framed = false;
    r->every = r->every_again = r->every_tail = NULL;
    r->marks_close = 0;
    r->without_leave = (Span){0};
    r->list_from = 0;
    if (r->end - r->at > WORDS_MOST)
        return reader_fault(r, FAULT_TOO_LONG, reader_here(r), STR(""));
    While during = {0};
    if (!is_readable(r)) return false;
    if (reader_own_time(r) && !reader_take(r, TOKEN_COMMA))
        (void)reader_take(r, TOKEN_COLON);
    (void)reader_while(r, &during);
    if (!reader_frames(r, out, &keys)) return false;
    bool read = keys > 0 ? reader_rows(r, out, keys) : reader_body(r, out);
    if (read) read = reader_keep_while(r, out, &during);
    if (read) read = keep_every(r, out);
    if (read && counts(out)) r->counted = true;
    return read;
}

void reader_recover(Reader *r)
{
    uint32_t whole = r->end;
    r->end = reader_sentence_end(r);
    reader_pass(r, whole);
    (void)reader_take(r, TOKEN_STOP);
}

/* sentence = [ paragraph ] [ frames ] ( body | rows ) "." */
bool reader_sentence(Reader *r, Sentence *out)
{
    Sentence s = {0};
    uint32_t whole = r->end;
    reader_comments_above(r, &s.comments, &s.comment_count);
    if (reader_sees_paragraph(r, r->at))
        (void)reader_paragraph_number(r, &s.paragraph);
    uint32_t from = r->at;
    r->end = reader_sentence_end(r);
    bool read = take_sentence(r, &s);
    reader_pass(r, whole);
    s.span = reader_span(r, from);
    if (!reader_take(r, TOKEN_STOP) && read)
        (void)reader_fault(r, FAULT_NO_STOP, (Span){s.span.to, s.span.to},
                           STR(""));
    s.comment_behind = reader_comment_behind(r);
    *out = s;
    return read;
}
