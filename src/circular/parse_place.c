/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/grammar.h"

/*
 * Where people are, as letters say it and the grammar says it otherwise: in
 * turns at a place, at a unit for a place, there by an hour, on picket duty.
 * What means one thing only is read; of the rest it is said what to write.
 */

/* ---- turns at a place --------------------------------------------------- */

/* Is it one of the places between which people take turns? */
static bool is_turned(const Phrase *place)
{
    return place != NULL &&
           (place->id == WHERE_OFFICE || place->id == WHERE_HOME);
}

/* Behind such places; r->at: others stand there. */
static uint32_t behind_turned(const Reader *r)
{
    uint32_t words = 0;
    uint32_t at = r->at;
    uint32_t behind = at; /* of the last that was seen */
    const Phrase *place = reader_phrase(r, at, CLASS_PLACE, &words);
    while (is_turned(place)) {
        behind = at + words;
        at = behind + 1;
        bool more =
            reader_sees_at(r, behind, W_AND) || reader_sees_at(r, behind, W_OR);
        place = more ? reader_phrase(r, at, CLASS_PLACE, &words) : NULL;
    }
    return place == NULL ? behind : r->at;
}

/* The turns, with their pattern behind the place. */
static bool keep_turns(Reader *r, uint32_t from, Tails *tails)
{
    Tail *tail = &tails->at[TAIL_TURNS];
    *tail = (Tail){.kind = TAIL_TURNS, .when = when_empty()};
    if (!reader_pattern(r, tail)) return false;
    tail->span = reader_span(r, from);
    tails->has[TAIL_TURNS] = true;
    return true;
}

/* "bergantian di kantor": between the office and home, as "bergilir" is. */
bool reader_turn(Reader *r, Sentence *out, Tails *tails)
{
    uint32_t from = r->at;
    Reader look = *r;
    out->pred = PRED_TURN;
    (void)reader_takes(&look, W_TURNS);
    uint32_t behind = behind_turned(&look);
    if (behind == look.at) return true; /* the turns are a tail */
    r->at = behind;
    return keep_turns(r, from, tails);
}

/* "wajib bergantian" is "bergilir": to be there every day it is not.  "boleh
 * bergantian di rumah" is "boleh di rumah, bergilir". */
bool reader_turned_duty(Reader *r, Sentence *out, Tails *tails)
{
    uint32_t from = r->at;
    Reader look = *r;
    if (out->strength == STRENGTH_MUST) {
        out->strength = STRENGTH_NONE;
        return reader_turn(r, out, tails);
    }
    (void)reader_takes(&look, W_TURNS);
    if (behind_turned(&look) == look.at)
        return reader_unknown_duty(r, out->strength);
    out->pred = PRED_PLACE;
    r->at = look.at;
    return reader_places(r, &out->where, &out->where_count) &&
           keep_turns(r, from, tails);
}

/* "(WFH)" behind a place that was said without its verb. */
static uint32_t behind_again(const Reader *r, uint32_t at)
{
    uint32_t words = 0;
    bool again = at + 2 < r->end && r->lexed.tokens[at].kind == TOKEN_OPEN &&
                 reader_phrase(r, at + 1, CLASS_PLACE, &words) != NULL &&
                 r->lexed.tokens[at + 2].kind == TOKEN_CLOSE;
    return at + (again ? 3 : 0);
}

static bool word_at(const Reader *r, uint32_t at, const char *word)
{
    return at < r->end && str_folded_is(r->lexed.tokens[at].text, str_of(word));
}

/* Behind "dari rumah", "kantor (WFO)": the second place, as letters shorten it;
 * `at`: none stands there. */
static uint32_t behind_short(const Reader *r, uint32_t at)
{
    uint32_t words = 0;
    uint32_t noun = at;
    if (is_turned(reader_phrase(r, at, CLASS_PLACE, &words))) return at + words;
    noun += word_at(r, at, "di") || word_at(r, at, "dari") ? 1 : 0;
    bool place = word_at(r, noun, "kantor") || word_at(r, noun, "rumah");
    return place ? behind_again(r, noun + 1) : at;
}

/* "dapat bekerja dari kantor dan dari rumah secara bergantian" is "bergilir":
 * taken up to the turns, which are a tail. */
bool reader_places_in_turns(Reader *r, Sentence *out)
{
    uint32_t words = 0;
    const Phrase *first = reader_phrase(r, r->at, CLASS_PLACE, &words);
    if (!is_turned(first) || !reader_sees_at(r, r->at + words, W_AND))
        return false;
    uint32_t second = r->at + words + 1;
    uint32_t behind = behind_short(r, second);
    if (behind == second) return false;
    if (behind < r->end && r->lexed.tokens[behind].kind == TOKEN_COMMA)
        behind++;
    if (!reader_sees_at(r, behind, W_TURNS)) return false;
    out->pred = PRED_TURN;
    out->strength = STRENGTH_NONE;
    r->at = behind;
    return true;
}

/* ---- at work by an hour ------------------------------------------------- */

/* "presensi paling lambat pukul 08.00" is "presensi pukul 08.00": one time is
 * that by which it is due. */
void reader_keep_due(const Sentence *s, Tails *tails)
{
    const Tail *last = &tails->at[TAIL_DEADLINE];
    Tail due = *last;
    if (s->pred != PRED_DO || s->verb != VERB_CHECK_IN ||
        !tails->has[TAIL_DEADLINE] || tails->has[TAIL_CLOCK] ||
        last->clock_count != 1 || last->clock[1] >= 0)
        return;
    due.kind = TAIL_CLOCK;
    tails->at[TAIL_CLOCK] = due;
    tails->has[TAIL_CLOCK] = true;
    tails->has[TAIL_DEADLINE] = false;
}

/* By when somebody is there is checked by the duty to check in. */
static bool advise_check_in(Reader *r, Str who, Str when)
{
    Str verb = verb_row(VERB_CHECK_IN)->word[r->lang];
    return reader_advise(
        r,
        str_format(r->arena,
                   "tulis jam masuknya: '%.*s %.*s %.*s'; tempatnya, bila "
                   "perlu, dalam kalimat lain",
                   STR_ARG(who), STR_ARG(verb), STR_ARG(when)),
        str_format(r->arena,
                   "write by when they start: '%.*s %.*s %.*s'; where they "
                   "are, if need be, in a sentence of its own",
                   STR_ARG(who), STR_ARG(verb), STR_ARG(when)));
}

/* "Pegawai masuk kerja paling lambat pukul 08.00", without its wajib. */
bool reader_advise_start(Reader *r, uint32_t place)
{
    if (!reader_sees(r, W_AT_LATEST) && !reader_sees_clock(r)) return false;
    Str who = reader_pasted(r, r->subject_from, place);
    Str must = strength_text(STRENGTH_MUST, r->lang);
    who = str_format(r->arena, "%.*s %.*s", STR_ARG(who), STR_ARG(must));
    (void)advise_check_in(r, who, reader_pasted(r, r->at, r->end));
    return true;
}

/* Behind the wajib, boleh, ... of the sentence; its first token: none. */
static uint32_t behind_strength(const Reader *r)
{
    uint32_t words = 0;
    uint32_t at = r->subject_from;
    while (at < r->end && reader_phrase(r, at, CLASS_STRENGTH, &words) == NULL)
        at++;
    return at < r->end ? at + words : r->subject_from;
}

/* "wajib masuk kerja paling lambat pukul 08.00": the hour of a place. */
bool reader_advise_hour(Reader *r, const Sentence *s, const Tail *tail)
{
    bool place =
        s->pred == PRED_PLACE || (s->pred == PRED_DO && s->verb == VERB_ATTEND);
    if (!place || tail->kind != TAIL_DEADLINE || tail->clock_count != 1)
        return false;
    Str who = reader_pasted(r, r->subject_from, behind_strength(r));
    Str when = str_slice(r->source->text, tail->span.from, tail->span.to);
    return !advise_check_in(r, who, when);
}

/* ---- a unit for a place, and picket ------------------------------------- */

/* The known word for units of "di sekolah", "in schools"; r->end: none. */
static uint32_t unit_for_place(const Reader *r)
{
    static const Str openers[] = {STR_INIT("di"), STR_INIT("in"),
                                  STR_INIT("at")};
    uint32_t words = 0;
    uint32_t at = r->at;
    bool opens = false;
    bool be =
        r->lang == LANG_EN && str_folded_is(reader_peek(r, 0)->text, STR("be"));
    at += be ? 1 : 0;
    for (size_t i = 0; at < r->end && i < COUNT(openers); i++)
        opens |= str_folded_is(r->lexed.tokens[at].text, openers[i]);
    const Phrase *term = reader_phrase(r, at + 1, CLASS_TERM, &words);
    bool unit = term != NULL && term_is_unit(lexicon_term(term->id)->kind);
    return opens && unit ? at + 1 : r->end;
}

/* "Guru pada sekolah wajib di kantor setiap Senin"; of people who are said to
 * be of units the unit says nothing more. */
static Str said_of_unit(Reader *r, uint32_t unit)
{
    Buf out = buf_in(r->arena);
    bool within = false;
    uint32_t words = 0;
    uint32_t to = unit + 1;
    uint32_t must = r->subject_from;
    while (!reader_name_ends(r, to))
        to++;
    for (; must < r->end &&
           reader_phrase(r, must, CLASS_STRENGTH, &words) == NULL;
         must++)
        within |= reader_sees_at(r, must, W_IN);
    buf_put(&out, reader_pasted(r, r->subject_from, must));
    if (!within)
        buf_format(&out, " %.*s %.*s", STR_ARG(word_text(W_IN, r->lang)),
                   STR_ARG(reader_pasted(r, unit, to)));
    buf_format(&out, " %.*s%s %.*s",
               STR_ARG(reader_text(r, must, must + words)),
               r->lang == LANG_ID ? "" : " be",
               STR_ARG(where_text(WHERE_OFFICE, r->lang)));
    if (to < r->end)
        buf_format(&out, " %.*s", STR_ARG(reader_pasted(r, to, r->end)));
    return buf_str(&out);
}

/* "Guru wajib di sekolah": at work in their own unit is in the office. */
bool reader_advise_unit(Reader *r)
{
    uint32_t unit = unit_for_place(r);
    if (unit == r->end) return false;
    Str office = where_text(WHERE_OFFICE, r->lang);
    Str right = said_of_unit(r, unit);
    return !reader_advise(
        r,
        str_format(r->arena,
                   "tempat kerja di unit sendiri disebut '%.*s': tulis '%.*s'",
                   STR_ARG(office), STR_ARG(right)),
        str_format(r->arena,
                   "where they work in their own unit is called '%.*s': write "
                   "'%.*s'",
                   STR_ARG(office), STR_ARG(right)));
}

/* "wajib piket": a few of each day, of whom the number is wanted. */
bool reader_advise_picket(Reader *r)
{
    if (!str_folded_is(reader_peek(r, 0)->text, STR("piket"))) return false;
    return !reader_advise(
        r,
        STR("sebut berapa orang yang piket: 'Pada setiap unit kerja: pegawai "
            "di kantor paling sedikit 1 orang setiap hari kerja'; bila cukup "
            "dicatat, tulis 'wajib \"piket\"'"),
        STR("say how many are on duty: 'Pada setiap unit kerja: pegawai di "
            "kantor paling sedikit 1 orang setiap hari kerja'; if it need "
            "only be recorded, write 'wajib \"piket\"'"));
}
