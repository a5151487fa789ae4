/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/grammar.h"

/*
 * Which tail stands next, by the word that opens it: in one look, some words
 * ahead at most.
 */

/* Of a number in words, and its figures in brackets. */
enum { LOOKED_MOST = 8 };

static bool sees_digit(const Reader *r, uint32_t ahead)
{
    return reader_peek(r, ahead)->kind == TOKEN_NUMBER;
}

static bool sees_percent(const Reader *r, uint32_t at)
{
    return at < r->end && (r->lexed.tokens[at].kind == TOKEN_PERCENT ||
                           reader_sees_at(r, at, W_PERCENT));
}

/* "dalam seminggu", "per bulan": how often, as "setiap minggu". */
static bool sees_per(const Reader *r, TimeUnit *unit)
{
    static const struct {
        Str word;
        TimeUnit unit;
    } units[] = {
        {STR_INIT("seminggu"), WEEKS },
        {STR_INIT("minggu"),   WEEKS },
        {STR_INIT("sebulan"),  MONTHS},
        {STR_INIT("bulan"),    MONTHS},
    };
    Str opener = reader_peek(r, 0)->text;
    if (r->lang != LANG_ID || (!str_folded_is(opener, STR("dalam")) &&
                               !str_folded_is(opener, STR("per"))))
        return false;
    for (size_t i = 0; i < COUNT(units); i++) {
        if (!str_folded_is(reader_peek(r, 1)->text, units[i].word)) continue;
        *unit = units[i].unit;
        return true;
    }
    return false;
}

/* English: "daily", "weekly"; TIME_NONE: another word. */
static TimeUnit adverb_at(const Reader *r, uint32_t at)
{
    static const struct {
        Str word;
        TimeUnit unit;
    } rows[] = {
        {STR_INIT("daily"),   WORKING_DAYS},
        {STR_INIT("weekly"),  WEEKS       },
        {STR_INIT("monthly"), MONTHS      },
    };
    for (size_t i = 0; r->lang == LANG_EN && at < r->end && i < COUNT(rows);
         i++) {
        const Token *token = &r->lexed.tokens[at];
        if (!token->capital && str_folded_is(token->text, rows[i].word))
            return rows[i].unit;
    }
    return UNIT_TIME_NONE;
}

/* "report daily to ...": an adverb, as no word of a name follows ("daily
 * reports"). */
bool reader_sees_adverb(const Reader *r, uint32_t at)
{
    return adverb_at(r, at) != UNIT_TIME_NONE &&
           adverb_at(r, at + 1) == UNIT_TIME_NONE &&
           reader_name_ends(r, at + 1);
}

bool reader_takes_periodic(Reader *r, Duration *every)
{
    static const struct {
        FunctionWord word;
        TimeUnit unit;
    } rows[] = {
        {W_DAILY,   WORKING_DAYS},
        {W_WEEKLY,  WEEKS       },
        {W_MONTHLY, MONTHS      },
    };
    *every = (Duration){.number = 1};
    if (sees_per(r, &every->unit)) {
        r->at += 2;
        return true;
    }
    if (reader_sees_adverb(r, r->at)) {
        every->unit = adverb_at(r, r->at);
        r->at++;
        return true;
    }
    for (size_t i = 0; i < COUNT(rows); i++) {
        every->unit = rows[i].unit;
        if (reader_takes(r, rows[i].word)) return true;
    }
    *every = (Duration){0};
    return false;
}

static bool sees_periodic(const Reader *r)
{
    return reader_sees(r, W_DAILY) || reader_sees(r, W_WEEKLY) ||
           reader_sees(r, W_MONTHLY) || reader_sees_adverb(r, r->at);
}

/* "masing-masing pada unit kerja" is "pada setiap unit kerja". */
static bool sees_each_unit(const Reader *r)
{
    return reader_sees(r, W_EACH_WHO) && reader_sees_at(r, r->at + 1, W_IN);
}

/* "paling sedikit 6 jam", "minimal 7,5 jam": how long, not how many. */
static bool sees_least_hours(const Reader *r)
{
    Reader look = *r;
    uint32_t words = 0;
    if (!reader_takes(&look, W_AT_LEAST) || !reader_sees_number(&look))
        return false;
    for (uint32_t to = look.at + LOOKED_MOST; look.at < to; look.at++) {
        const Phrase *count =
            reader_phrase(&look, look.at, CLASS_COUNT, &words);
        if (count == NULL) continue;
        TimeUnit unit = count_row((size_t)count->id)->time;
        return unit == HOURS || unit == MINUTES;
    }
    return false;
}

/* "mengisi laporan pada aplikasi e-Kinerja": through it. */
static bool sees_application(const Reader *r)
{
    Str word = reader_peek(r, 0)->text;
    return r->lang == LANG_ID && reader_peek(r, 1)->kind == TOKEN_WORD &&
           (str_folded_is(word, STR("dalam")) ||
            str_folded_is(word, STR("pada"))) &&
           str_folded_is(reader_peek(r, 1)->text, STR("aplikasi"));
}

/* English: "by phone", "by e-mail": through it. */
static bool sees_by_channel(const Reader *r)
{
    static const Str words[] = {STR_INIT("phone"), STR_INIT("telephone"),
                                STR_INIT("email"), STR_INIT("e-mail"),
                                STR_INIT("WhatsApp")};
    bool sees = false;
    for (size_t i = 0; i < COUNT(words); i++)
        sees |= str_folded_is(reader_peek(r, 1)->text, words[i]);
    return sees && r->lang == LANG_EN && reader_sees(r, W_BY);
}

/* "2 kali", "50%": what a figure opens; TAIL_COUNT: nothing. */
static TailKind figure_kind(const Reader *r)
{
    uint32_t words = 0;
    if (sees_percent(r, r->at + 1)) return TAIL_SIZE;
    const Phrase *count = reader_phrase(r, r->at + 1, CLASS_COUNT, &words);
    bool times = count != NULL &&
                 str_is(count_row((size_t)count->id)->word, STR("kali"));
    return times ? TAIL_TIMES : (TailKind)TAIL_COUNT;
}

/* English: "by 16.00", "by 25 April 2020": no later than. */
static bool sees_by_then(const Reader *r)
{
    uint32_t words = 0;
    if (r->lang != LANG_EN || !reader_sees(r, W_BY)) return false;
    return reader_peek(r, 1)->kind == TOKEN_CLOCK ||
           reader_phrase(r, r->at + 2, CLASS_MONTH, &words) != NULL;
}

/* Tails with openers of several kinds; TAIL_COUNT: none of these. */
static TailKind special_kind(const Reader *r)
{
    if (reader_sees(r, W_IN_SHIFTS) &&
        (sees_digit(r, 1) || reader_sees_at(r, r->at + 1, W_SHIFTS)))
        return TAIL_SHIFTS;
    if (reader_sees(r, W_IN_EVERY) || sees_each_unit(r)) return TAIL_AT;
    if (sees_least_hours(r)) return TAIL_AT_LEAST_LONG;
    if (sees_by_then(r)) return TAIL_DEADLINE;
    if (reader_sees(r, W_AT_MOST) || reader_sees(r, W_AT_LEAST))
        return TAIL_SIZE;
    if (reader_sees(r, W_UP)) return TAIL_ROUNDING;
    if (reader_sees(r, W_BY_NEED_OF)) return TAIL_BY_NEED;
    if (reader_sees(r, W_AMONG_OTHERS)) return TAIL_OPEN_LIST;
    return (TailKind)TAIL_COUNT;
}

/* "paling banyak 50% pegawai": of whom the share is, without its "dari". */
static bool sees_bare_base(const Reader *r)
{
    if (r->lang != LANG_ID || r->at == 0) return false;
    const Token *before = &r->lexed.tokens[r->at - 1];
    bool percent = before->kind == TOKEN_PERCENT ||
                   str_folded_is(before->text, STR("persen"));
    return percent && reader_sees_person(r, r->at);
}

/* Which tail does the next word open?  TAIL_COUNT: none. */
TailKind reader_tail_kind(const Reader *r)
{
    TimeUnit per = UNIT_TIME_NONE;
    if (sees_per(r, &per) || sees_periodic(r)) return TAIL_RHYTHM;
    if (sees_application(r) || sees_by_channel(r)) return TAIL_CHANNEL;
    if (sees_bare_base(r)) return TAIL_BASE;
    if (reader_sees_when(r)) return TAIL_WHEN;
    if (reader_sees_times(r, r->at)) return TAIL_TIMES;
    if (reader_sees_clock(r)) return TAIL_CLOCK;
    if (sees_digit(r, 0)) return figure_kind(r);
    TailKind special = special_kind(r);
    if (special != (TailKind)TAIL_COUNT) return special;
    for (int i = 0; i < TAIL_COUNT; i++) {
        TailKind kind = (TailKind)i;
        if (kind == TAIL_CLOCK && !reader_sees_clock(r)) continue;
        bool own = kind != TAIL_TIMES && kind != TAIL_SHIFTS &&
                   kind != TAIL_WHEN &&
                   (kind < TAIL_EXCEPT_FOR || kind > TAIL_EXCEPT_WHEN);
        if (own && reader_sees(r, tail_row(kind)->opener)) return kind;
    }
    return (TailKind)TAIL_COUNT;
}

/* Take the opening word; some tails have two, and those keep which. */
void reader_tail_opener(Reader *r, TailKind kind, Tail *tail)
{
    if (kind == TAIL_TIMES || kind == TAIL_WHEN) return;
    if (kind == TAIL_ROUNDING) {
        tail->rounding = reader_takes(r, W_UP) ? ROUND_UP : ROUND_DOWN;
        (void)reader_takes(r, W_DOWN);
    } else if (kind == TAIL_AT) {
        (void)reader_takes(r, W_EACH_WHO);
        if (!reader_takes(r, W_IN_EVERY)) (void)reader_takes(r, W_IN);
    } else if (kind == TAIL_BY_NEED) {
        if (!reader_takes(r, W_BY_NEED_OF)) (void)reader_takes(r, W_BY_NEED);
    } else if (sees_application(r) || sees_by_channel(r)) {
        r->at++;
    } else if ((kind == TAIL_AT_LEAST_LONG && reader_takes(r, W_AT_LEAST)) ||
               (kind == TAIL_DEADLINE && reader_takes(r, W_BY))) {
        return;
    } else {
        (void)reader_takes(r, tail_row(kind)->opener);
    }
}
