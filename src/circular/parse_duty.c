/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/grammar.h"

/*
 * Advice behind "wajib": a duty that no verb says, a list of duties, and what
 * stands behind a sentence that was complete.
 */

/* The duty from that token on, in quotation marks: recorded.  What is to be
 * pasted is in the language of the letter, whoever reads the message. */
static bool advise_duty(Reader *r, Strength strength, uint32_t from)
{
    Str text = reader_pasted(r, from, r->end);
    Str must = strength_text(strength, r->lang);
    return reader_advise(r,
                         str_format(r->arena,
                                    "bila cukup dicatat, tulis '%.*s \"%.*s\"'",
                                    STR_ARG(must), STR_ARG(text)),
                         str_format(r->arena,
                                    "if it need only be recorded, write '%.*s "
                                    "\"%.*s\"'",
                                    STR_ARG(must), STR_ARG(text)));
}

/* "Pegawai di rumah wajib: a. melapor ...; b. ...": a sentence each. */
static bool fault_listed_duties(Reader *r)
{
    uint32_t from = r->at + 1;
    uint32_t to = from;
    const Token *tokens = r->lexed.tokens;
    if (from < r->end && tokens[from].kind == TOKEN_LABEL) from++;
    while (to < r->end && tokens[to].kind != TOKEN_SEMICOLON)
        to++;
    Str subject = reader_pasted(r, r->subject_from, r->at);
    Str duty = reader_pasted(r, from, to);
    (void)reader_expected(r, STR("satu kewajiban; setiap butir satu kalimat"),
                          STR("one duty; each item is a sentence"));
    return reader_advise(
        r,
        str_format(r->arena,
                   "tulis setiap butir sebagai kalimat bernomor "
                   "sendiri, misalnya '%.*s %.*s.'",
                   STR_ARG(subject), STR_ARG(duty)),
        str_format(r->arena,
                   "make each item a numbered sentence of its own, "
                   "such as '%.*s %.*s.'",
                   STR_ARG(subject), STR_ARG(duty)));
}

/* "Pegawai wajib", "Pegawai wajib di", and no more. */
static bool breaks_off(const Reader *r)
{
    Str last = r->lang == LANG_ID ? STR("di") : STR("be");
    return reader_done(r) || (r->at + 1 == r->end &&
                              str_folded_is(reader_peek(r, 0)->text, last));
}

static bool advise_broken_off(Reader *r)
{
    bool id = r->lang == LANG_ID;
    Str place = where_text(WHERE_OFFICE, r->lang);
    Str duty = verb_row(VERB_REPORT)->word[r->lang];
    const char *when = id ? "setiap hari kerja" : "every working day";
    return reader_advise(
        r,
        str_format(r->arena,
                   "belum lengkap: sebut tempatnya atau apa yang dilakukan, "
                   "misalnya '%.*s' atau '%.*s %s'",
                   STR_ARG(place), STR_ARG(duty), when),
        str_format(
            r->arena,
            "not complete: say where, or what they do, such as '%.*s' or "
            "'%.*s %s'",
            STR_ARG(place), STR_ARG(duty), when));
}

bool reader_unknown_duty(Reader *r, Strength strength)
{
    uint32_t words = 0;
    if (reader_is(r, TOKEN_COLON)) return fault_listed_duties(r);
    bool refused = reader_phrase(r, r->at, CLASS_REFUSED, &words) != NULL;
    (void)reader_expected(
        r,
        STR("tempat, kata kerja yang dikenal, atau kewajiban dalam tanda "
            "kutip"),
        STR("a place, a known verb, or a duty in quotation marks"));
    if (breaks_off(r)) return advise_broken_off(r);
    if (refused || reader_advise_unit(r) || reader_advise_picket(r))
        return false;
    return reader_says_passive(r) ? reader_advise_passive(r)
                                  : advise_duty(r, strength, r->at);
}

/* Behind the last wajib, boleh, ... before here; 0: there is none. */
static uint32_t behind_strength(const Reader *r)
{
    uint32_t words = 0;
    for (uint32_t at = r->at; at-- > 0;) {
        if (reader_phrase(r, at, CLASS_STRENGTH, &words) != NULL)
            return at + words;
        if (r->lexed.tokens[at].kind == TOKEN_STOP) return 0;
    }
    return 0;
}

/* "dibuka Senin sampai dengan Kamis": a weekday needs its "setiap". */
static bool advise_every(Reader *r)
{
    Str days = reader_pasted(r, r->at, r->end);
    Str every = word_text(W_EVERY, r->lang);
    return reader_advise(r,
                         str_format(r->arena, "tulis '%.*s %.*s'",
                                    STR_ARG(every), STR_ARG(days)),
                         str_format(r->arena, "write '%.*s %.*s'",
                                    STR_ARG(every), STR_ARG(days)));
}

/* "camat wajib di kantor dan lurah di rumah" */
static bool advise_second(Reader *r)
{
    Str rest = reader_pasted(r, r->at + 1, r->end);
    return reader_advise(
        r,
        str_format(r->arena, "tulis '%.*s' sebagai kalimat sendiri",
                   STR_ARG(rest)),
        str_format(r->arena, "make '%.*s' a sentence of its own",
                   STR_ARG(rest)));
}

bool reader_unknown_slot(Reader *r, const Sentence *s)
{
    uint32_t from = behind_strength(r);
    uint32_t words = 0;
    bool refused = reader_phrase(r, r->at, CLASS_REFUSED, &words) != NULL;
    (void)reader_expected(r, STR("akhir kalimat atau keterangan yang dikenal"),
                          STR("the end or a known slot"));
    if (refused) return false;
    if (reader_sees_weekday(r, r->at)) return advise_every(r);
    if (s->pred != PRED_DO && reader_sees(r, W_AND)) return advise_second(r);
    if (s->pred == PRED_DO && reader_advise_unit(r)) return false;
    if (from == 0 || s->pred != PRED_DO) return reader_advise_whole(r);
    return advise_duty(r, s->strength, from);
}
