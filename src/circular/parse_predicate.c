/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/grammar.h"

static bool take_texts(Reader *r, Str *text, Str *english)
{
    if (!reader_string(r, text)) return false;
    (void)reader_string(r, english);
    return true;
}

/* places = place { "atau" place } */
bool reader_places(Reader *r, const Where **list, uint32_t *count)
{
    VEC(Where) places = {0};
    bool more = true;
    while (more) {
        Where where = WHERE_NONE;
        if (!reader_place(r, &where))
            return reader_expected(r, STR("sebuah tempat"), STR("a place"));
        VEC_PUSH(r->arena, &places, where);
        uint32_t words = 0;
        if (reader_sees(r, W_AND) &&
            reader_phrase(r, r->at + 1, CLASS_PLACE, &words) != NULL)
            return reader_fault(r, FAULT_PLACES_AND, reader_here(r), STR(""));
        more = reader_takes(r, W_OR);
    }
    *list = places.at;
    *count = (uint32_t)places.count;
    return true;
}

/* A verb and the area of "bepergian ke luar". */
static bool take_area(Reader *r, Sentence *out)
{
    uint32_t from = r->at;
    Term *term = NEW(r->arena, Term, 1);
    Group *group = NEW(r->arena, Group, 1);
    Who *who = NEW(r->arena, Who, 1);
    term->quoted = reader_is(r, TOKEN_STRING);
    if (!reader_gloss(r, &term->name)) return false;
    term->span = reader_span(r, from);
    *group = (Group){term, 1};
    *who = (Who){.groups = group, .group_count = 1, .span = term->span};
    out->object = who;
    return true;
}

static bool next_is(const Reader *r, const char *word)
{
    return str_folded_is(reader_peek(r, 0)->text, str_of(word));
}

/* "membuat laporan", "menyusun laporan": to hand it in; "melaporkan kepada" is
 * "melapor kepada". */
static Verb verb_meant(const Reader *r, Verb verb)
{
    Str read = r->lexed.tokens[r->at - 1].text;
    bool set = str_folded_is(read, verb_row(VERB_SET)->word[r->lang]);
    if (verb == VERB_SET && !set &&
        (next_is(r, "laporan") || next_is(r, "reports")))
        return VERB_SUBMIT;
    if (verb == VERB_REPORT && r->lang == LANG_EN &&
        !reader_name_ends(r, r->at) && !next_is(r, "daily") &&
        !next_is(r, "weekly") && !next_is(r, "monthly"))
        return VERB_REPORT_ON;
    if (verb == VERB_REPORT_ON && r->lang == LANG_ID &&
        reader_name_ends(r, r->at) && !reader_is(r, TOKEN_STRING))
        return VERB_REPORT;
    return verb;
}

/* "memantau dan mengawasi": two words for one thing. */
static void skip_same(Reader *r, const Phrase *verb)
{
    uint32_t words = 0;
    const Phrase *next = NULL;
    if (!reader_sees(r, W_AND)) return;
    next = reader_phrase(r, r->at + 1, CLASS_VERB, &words);
    if (next != NULL && next->id == verb->id) r->at += 1 + words;
}

/* "wajib siap dipanggil" is "boleh dipanggil": it is the caller who may. */
static void keep_called(Reader *r, Sentence *out)
{
    bool called =
        out->strength == STRENGTH_MUST &&
        (out->verb == VERB_BE_CALLED || out->verb == VERB_BE_ASSIGNED);
    uint32_t at = r->at - 1;
    while (called && at > r->subject_from &&
           !str_folded_is(r->lexed.tokens[at].text, STR("dipanggil")))
        at--;
    if (called && at > r->subject_from &&
        str_folded_is(r->lexed.tokens[at - 1].text, STR("siap")))
        out->strength = STRENGTH_MAY;
}

/* verb = words [ object ] */
static bool take_verb(Reader *r, const Phrase *verb, Sentence *out)
{
    const VerbRow *row = NULL;
    out->pred = PRED_DO;
    out->verb = (int32_t)verb_meant(r, (Verb)verb->id);
    row = verb_row((Verb)out->verb);
    keep_called(r, out);
    skip_same(r, verb);
    if (row->object == OBJECT_NONE) return true;
    if (row->object == OBJECT_REFS)
        return reader_refs(r, &out->object_refs, &out->object_ref_count);
    if (reader_name_ends(r, r->at) && !reader_is(r, TOKEN_STRING) &&
        !reader_sees(r, W_OTHER) && !reader_sees(r, W_THAT))
        return reader_fault2(r, FAULT_NO_OBJECT, reader_here(r), row->word,
                             row->word);
    if (row->object == OBJECT_AREA) return take_area(r, out);
    return reader_who(r, WHO_OBJECT, &out->object);
}

/* exceed = "dilampaui" "pada" units */
static bool take_exceed(Reader *r, Sentence *out)
{
    out->pred = PRED_EXCEED;
    if (!reader_takes(r, W_IN) && !reader_takes(r, W_IN_EVERY))
        return reader_expected(r, STR("'pada' dan unitnya"),
                               STR("'in' and the units"));
    return reader_who(r, WHO_UNITS, &out->object);
}

/* "tetap" before a place: placed there, or not to leave it? */
static bool stays(const Reader *r)
{
    uint32_t words = 0;
    bool stay = r->lang == LANG_ID ? next_is(r, "tetap")
                                   : next_is(r, "stay") || next_is(r, "remain");
    return stay && reader_phrase(r, r->at + 1, CLASS_PLACE, &words) != NULL;
}

/* Behind "dan": another amount, or another place and its amount? */
static bool sees_bound(const Reader *r)
{
    uint32_t words = 0;
    if (!reader_sees(r, W_AND)) return false;
    if (reader_sees_amount(r, r->at + 1)) return true;
    return reader_phrase(r, r->at + 1, CLASS_PLACE, &words) != NULL;
}

/* count = amount { "dan" [ places ] amount } */
static bool take_count(Reader *r, Sentence *out)
{
    VEC(Bound) bounds = {0};
    out->pred = PRED_COUNT;
    if (!reader_amount(r, &out->amount)) return false;
    while (sees_bound(r)) {
        Bound bound = {0};
        (void)reader_takes(r, W_AND);
        if (!reader_sees_amount(r, r->at) &&
            !reader_places(r, &bound.where, &bound.where_count))
            return false;
        if (!reader_amount(r, &bound.amount)) return false;
        VEC_PUSH(r->arena, &bounds, bound);
    }
    out->bounds = bounds.at;
    out->bound_count = (uint32_t)bounds.count;
    return true;
}

static bool take_place(Reader *r, Sentence *out)
{
    if (!reader_places(r, &out->where, &out->where_count)) return false;
    out->pred = PRED_PLACE;
    return !reader_sees_amount(r, r->at) || take_count(r, out);
}

/* Behind wajib, boleh, ...: place | verb | "dilampaui" | string */
static bool take_duty(Reader *r, Sentence *out)
{
    uint32_t words = 0;
    if (stays(r))
        return reader_fault(r, FAULT_MAY_PLACE, reader_here(r), STR(""));
    if (r->lang == LANG_EN && next_is(r, "be") &&
        reader_phrase(r, r->at + 1, CLASS_PLACE, &words) != NULL)
        r->at++;
    if (reader_phrase(r, r->at, CLASS_PLACE, &words) != NULL)
        return take_place(r, out);
    if (reader_takes(r, W_EXCEEDED)) return take_exceed(r, out);
    const Phrase *verb = reader_take_phrase(r, CLASS_VERB);
    if (verb != NULL) return take_verb(r, verb, out);
    out->pred = PRED_RECORDED_DO;
    if (take_texts(r, &out->text, &out->text_en)) return true;
    return reader_unknown_duty(r, out->strength);
}

/* state = words [ place ]; "dicatat dalam" words */
static bool take_state(Reader *r, const Phrase *state, Sentence *out,
                       Tails *tails)
{
    uint32_t words = 0;
    uint32_t from = r->at;
    out->pred = PRED_STATE;
    out->verb = state->id;
    if (state->id == STATE_FIRST &&
        reader_phrase(r, r->at, CLASS_PLACE, &words) != NULL)
        return reader_places(r, &out->where, &out->where_count);
    if (state->id != STATE_ENTERED) return true;
    Tail *tail = &tails->at[TAIL_LOGGED];
    *tail = (Tail){.kind = TAIL_LOGGED, .when = when_empty()};
    tails->has[TAIL_LOGGED] = reader_words(r, tail);
    tail->span = reader_span(r, from);
    return tails->has[TAIL_LOGGED];
}

/* measure = number ( "%" | "persen" | unit ) */
static bool take_measure(Reader *r, Amount *out)
{
    uint32_t number = r->at;
    if (!reader_number(r, &out->number, &out->hundredths)) return false;
    if (!reader_take(r, TOKEN_PERCENT) && !reader_takes(r, W_PERCENT))
        return reader_counted(r, number, out);
    out->share = true;
    out->number = out->number * 100 + out->hundredths;
    out->hundredths = 0;
    return true;
}

/* "dipotong TPP sebesar 0,5%": recorded with its share. */
static void keep_share(Reader *r, uint32_t from, Sentence *out)
{
    Reader look = *r;
    (void)reader_takes(&look, W_SIZE);
    if (!reader_is(r, TOKEN_PERCENT) &&
        (!reader_take(&look, TOKEN_NUMBER) || !reader_is(&look, TOKEN_PERCENT)))
        return;
    r->at = look.at + 1;
    out->text = reader_text(r, from, r->at);
}

/* "dikenai sanksi:", "dikenai sanksi berupa:" before the steps of a ladder. */
static void skip_sanctions(Reader *r)
{
    static const Str words[] = {STR_INIT("berupa"), STR_INIT("sebagai"),
                                STR_INIT("berikut"), STR_INIT("as"),
                                STR_INIT("follows")};
    Reader look = *r;
    bool more = true;
    while (more) {
        look.at++;
        more = false;
        for (size_t i = 0; i < COUNT(words); i++)
            more |= str_folded_is(reader_peek(&look, 0)->text, words[i]);
    }
    if (reader_is(&look, TOKEN_COLON)) r->at = look.at;
}

/* consequence = words ( string | measure | word | ":" ladder ) */
static bool take_consequence(Reader *r, const Phrase *phrase, Sentence *out)
{
    out->pred = PRED_COUNTED;
    out->verb = phrase->id;
    bool sanction = next_is(r, "sanksi") || next_is(r, "sanctions");
    if (sanction) skip_sanctions(r);
    if (reader_is(r, TOKEN_COLON)) {
        r->at++;
        return reader_ladder(r, out);
    }
    if (take_texts(r, &out->text, &out->text_en)) return true;
    if (reader_sees_number(r)) return take_measure(r, &out->amount);
    uint32_t from = r->at;
    if (!reader_gloss(r, &out->text)) return false;
    keep_share(r, from, out);
    return true;
}

/* A string with more of a list of units behind it is a name. */
static bool goes_on_as_name(const Reader *r)
{
    Reader look = *r;
    look.at++;
    bool comma = reader_is(&look, TOKEN_COMMA);
    uint32_t next = look.at + (comma ? 1 : 0);
    return reader_sees_at(r, next, W_AND) || reader_sees_at(r, next, W_OR) ||
           reader_sees_at(r, next, W_AS_WELL_AS) ||
           (comma &&
            (!reader_name_ends(r, next) || reader_sees_at(r, next, W_OTHER) ||
             reader_sees_at(r, next, W_THAT))) ||
           (comma && next < r->end &&
            r->lexed.tokens[next].kind == TOKEN_STRING) ||
           reader_sees_limit(&look, WHO_TAIL);
}

/* A meaning that is no plain name is a text, as it will be printed. */
static void keep_as_text(Sentence *out)
{
    const Who *who = out->object;
    const Term *term = &who->groups[0].terms[0];
    if (who->group_count > 1 || who->groups[0].count > 1 ||
        who->each_count > 0 || term->kind != TERM_NAME ||
        term->limit_count > 0 || term->listed_count > 0 ||
        plain_stands(term->name, PLAIN_TERM))
        return;
    out->text = term->name;
    out->object = NULL;
}

/* "setiap hari kerja", "pukul 08.00", "mulai ...": hours, not people. */
static bool sees_time(const Reader *r)
{
    uint32_t words = 0;
    return reader_sees_clock(r) || reader_sees_when(r) ||
           (reader_sees(r, W_EVERY) &&
            reader_phrase(r, r->at + 1, CLASS_COUNT, &words) != NULL);
}

/* means = "ialah" ( string | times | who ) */
static bool take_meaning(Reader *r, Sentence *out)
{
    out->pred = PRED_MEANS;
    if (!goes_on_as_name(r) && take_texts(r, &out->text, &out->text_en))
        return true;
    if (sees_time(r)) return true; /* tails */
    if (!reader_who(r, WHO_TAIL, &out->object)) return false;
    keep_as_text(out);
    return true;
}

static bool is_weak_verb(const Reader *r)
{
    uint32_t words = 0;
    uint32_t strong = 0;
    return reader_phrase(r, r->at, CLASS_VERB, &words) != NULL &&
           reader_phrase(r, r->at, CLASS_STRENGTH, &strong) != NULL &&
           words > strong;
}

/* "sewaktu-waktu dapat dipanggil": a tail that stands before its duty. */
static void take_any_time(Reader *r, Tails *tails)
{
    uint32_t from = r->at;
    uint32_t words = 0;
    Reader look = *r;
    if (!reader_takes(&look, W_ANY_TIME) ||
        reader_phrase(&look, look.at, CLASS_STRENGTH, &words) == NULL)
        return;
    r->at = look.at;
    tails->has[TAIL_ANY_TIME] = true;
    tails->at[TAIL_ANY_TIME] = (Tail){.kind = TAIL_ANY_TIME,
                                      .when = when_empty(),
                                      .span = reader_span(r, from)};
}

/* wajib, boleh, ...: "shall be held" is a state, and "shall" alone a must. */
static const Phrase *take_strength(Reader *r)
{
    uint32_t words = 0;
    uint32_t other = 0;
    const Phrase *phrase = reader_phrase(r, r->at, CLASS_STRENGTH, &words);
    if (phrase == NULL || reader_sees(r, W_BEING)) return NULL;
    if (reader_phrase(r, r->at, CLASS_STATE, &other) != NULL && other > words)
        return NULL;
    if (reader_phrase(r, r->at, CLASS_CONSEQUENCE, &other) != NULL &&
        other > words)
        return NULL;
    r->at += words;
    return phrase;
}

/* predicate = strength duty | places amount | "bergilir" | state
 *           | consequence | "ialah" means | "tidak berlaku bagi" who
 *           | "dikecualikan dari" what */
bool reader_predicate(Reader *r, Sentence *out, Tails *tails)
{
    uint32_t words = 0;
    const Phrase *phrase = NULL;
    take_any_time(r, tails);
    if (is_weak_verb(r)) return reader_no_predicate(r, out->who);
    if (reader_sees_marked_count(r)) r->at++;
    if (reader_takes(r, W_NOT_APPLY)) {
        out->pred = PRED_SCOPE;
        return reader_scoped(r, out);
    }
    if (reader_sees(r, W_DEROGATE)) return reader_scope_behind(r, out);
    phrase = take_strength(r);
    if (phrase != NULL) {
        out->strength = (Strength)phrase->id;
        if (reader_places_in_turns(r, out)) return true;
        return reader_sees(r, W_TURNS) ? reader_turned_duty(r, out, tails)
                                       : take_duty(r, out);
    }
    if (reader_takes(r, W_BEING)) return take_meaning(r, out);
    if (reader_phrase(r, r->at, CLASS_PLACE, &words) != NULL)
        return reader_places(r, &out->where, &out->where_count) &&
               take_count(r, out);
    if (reader_sees(r, W_TURNS)) return reader_turn(r, out, tails);
    phrase = reader_take_phrase(r, CLASS_STATE);
    if (phrase != NULL) return take_state(r, phrase, out, tails);
    phrase = reader_take_phrase(r, CLASS_CONSEQUENCE);
    if (phrase != NULL) return take_consequence(r, phrase, out);
    return reader_no_predicate(r, out->who);
}
