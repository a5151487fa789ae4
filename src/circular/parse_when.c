/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/grammar.h"

#include <limits.h>

When when_empty(void)
{
    return (When){.window = WINDOW_ALL, .from_minute = -1, .last_minute = -1};
}

static bool fault_twice(Reader *r, uint32_t from)
{
    return reader_fault(r, FAULT_TAIL_TWICE, reader_span(r, from),
                        reader_text(r, from, r->at));
}

static bool is_ordered(Reader *r, const When *when)
{
    if (!window_is_empty(when->window)) return true;
    return reader_fault(r, FAULT_END_BEFORE_START, when->span, STR(""));
}

/* One time, neither a range nor the first of several. */
static bool sees_minute(const Reader *r)
{
    Reader look = *r;
    if (!reader_takes(&look, W_CLOCK)) return false;
    const Token *behind = reader_peek(&look, 1);
    uint32_t next = look.at + (behind->kind == TOKEN_COMMA ? 2 : 1);
    bool listed =
        reader_sees_at(r, next, W_AND) || reader_sees_at(r, next, W_CLOCK);
    return reader_is(&look, TOKEN_CLOCK) && behind->kind != TOKEN_DASH &&
           !listed;
}

/* [ "pukul" time ] */
bool reader_minute(Reader *r, int16_t *minute, Str *zone)
{
    if (!sees_minute(r)) return true;
    (void)reader_takes(r, W_CLOCK);
    return reader_clock(r, minute, zone);
}

/* from = ("mulai" | "sejak") date [ "pukul" time ] */
static bool take_from(Reader *r, When *when, uint32_t from)
{
    if (!date_is(when->window.first, DATE_ALWAYS)) return fault_twice(r, from);
    return reader_date(r, &when->window.first) &&
           reader_minute(r, &when->from_minute, &when->zone);
}

/* since = "sejak" word */
static bool take_since(Reader *r, When *when, uint32_t from)
{
    if (reader_sees_date(r, r->at)) return take_from(r, when, from);
    if (when->since.len > 0) return fault_twice(r, from);
    return reader_gloss(r, &when->since);
}

/* "pukul 07.00 s.d. selesai": by which time? */
static bool fault_no_end(Reader *r)
{
    (void)reader_expected(r, STR("jam atau tanggal berakhirnya"),
                          STR("the time or date of its end"));
    return reader_advise(r,
                         STR("tulis jamnya, misalnya 'pukul 07.00–16.00', atau "
                             "hanya mulainya, misalnya 'pukul 07.00'"),
                         STR("write the time, such as 'at 07.00–16.00', or "
                             "only when it begins, such as 'at 07.00'"));
}

/* until = "sampai dengan" (date [ "pukul" time ] | "ditentukan kemudian") */
static bool take_until(Reader *r, When *when, uint32_t from)
{
    if (when->until_notice || !date_is(when->window.last, DATE_NEVER))
        return fault_twice(r, from);
    if (reader_takes(r, W_FURTHER_NOTICE)) {
        when->until_notice = true;
        return true;
    }
    if (str_folded_is(reader_peek(r, 0)->text, STR("selesai")))
        return fault_no_end(r);
    return reader_date(r, &when->window.last) &&
           reader_minute(r, &when->last_minute, &when->zone);
}

/* after = "sesudah" duration */
static bool take_after(Reader *r, When *when, uint32_t from)
{
    if (when->after.number > 0) return fault_twice(r, from);
    return reader_duration(r, &when->after);
}

static bool sees_after(const Reader *r)
{
    return reader_sees(r, W_AFTER) && reader_peek(r, 1)->kind == TOKEN_NUMBER;
}

/* on = "pada" dates */
static bool take_on(Reader *r, When *when, uint32_t from)
{
    DateList list = {0};
    if (when->date_count > 0) return fault_twice(r, from);
    if (!reader_dates(r, &list)) return false;
    when->dates = list.dates;
    when->date_count = list.count;
    if (list.count == 0) when->window = list.window;
    return true;
}

/* [ "sampai dengan" weekday ] behind a weekday: the days between as well. */
static uint8_t take_run(Reader *r, unsigned first)
{
    enum { WEEK = 7 };
    uint32_t back = r->at;
    uint8_t days = (uint8_t)(1U << first);
    if (!reader_takes(r, W_UNTIL)) return days;
    if (!reader_sees_weekday(r, r->at)) {
        r->at = back;
        return days;
    }
    unsigned last = (unsigned)reader_take_phrase(r, CLASS_WEEKDAY)->id;
    for (unsigned day = first; day != last; day = (day + 1) % WEEK)
        days = (uint8_t)(days | (1U << day));
    return (uint8_t)(days | (1U << last));
}

/* weekdays = ("setiap" | "pada") [ "hari" ] run { ("," | "dan") run };
 * run = weekday [ "sampai dengan" weekday ] */
static bool take_weekdays(Reader *r, When *when, uint32_t from)
{
    if (when->weekdays != 0) return fault_twice(r, from);
    bool more = true;
    while (more && reader_sees_weekday(r, r->at)) {
        unsigned day = (unsigned)reader_take_phrase(r, CLASS_WEEKDAY)->id;
        when->weekdays = (uint8_t)(when->weekdays | take_run(r, day));
        bool comma =
            reader_is(r, TOKEN_COMMA) && (reader_sees_weekday(r, r->at + 1) ||
                                          reader_sees_at(r, r->at + 1, W_AND));
        if (comma) r->at++;
        more = reader_takes(r, W_AND) || comma;
    }
    if (!more) return true;
    return reader_expected(r, STR("nama hari"), STR("a weekday"));
}

/* status = "selama status" string [ "di" area ] */
static bool take_status(Reader *r, When *when, uint32_t from)
{
    if (when->status.len > 0) return fault_twice(r, from);
    if (!reader_string(r, &when->status))
        return reader_expected(r, STR("nama status dalam tanda kutip"),
                               STR("the status in quotation marks"));
    if (!reader_takes(r, W_IN_AREA)) return true;
    return reader_gloss(r, &when->area);
}

/* "bulan Ramadhan", "bulan puasa" are Ramadan. */
static bool take_period(Reader *r, Str *out)
{
    static const Str spellings[] = {STR_INIT("Ramadan"), STR_INIT("Ramadhan"),
                                    STR_INIT("Romadhon"), STR_INIT("puasa")};
    bool month = str_folded_is(reader_peek(r, 0)->text, STR("bulan"));
    for (size_t i = 0; i < COUNT(spellings); i++) {
        if (!str_folded_is(reader_peek(r, month ? 1 : 0)->text, spellings[i]))
            continue;
        uint32_t behind = r->at + (month ? 2 : 1);
        if (!reader_name_ends(r, behind)) break; /* of a year, or longer */
        r->at = behind;
        *out = spellings[0];
        return true;
    }
    return reader_gloss(r, out);
}

/* during = "selama" ( duration | period ) */
static bool take_during(Reader *r, When *when, uint32_t from)
{
    if (reader_sees_number(r)) {
        if (when->lasting.number > 0) return fault_twice(r, from);
        return reader_duration(r, &when->lasting);
    }
    if (when->period.len > 0) return fault_twice(r, from);
    return take_period(r, &when->period);
}

static bool sees_on(const Reader *r)
{
    if (!reader_sees(r, W_ON)) return false;
    uint32_t behind = r->at;
    while (behind < r->end && behind < r->at + 3 &&
           !reader_sees_date(r, behind))
        behind++;
    return behind < r->end && behind < r->at + 3 && behind > r->at &&
           (behind == r->at + 1 || !reader_sees(r, W_IN));
}

/* "on Mondays", which no date begins with. */
static bool sees_weekdays_of(const Reader *r, uint32_t at)
{
    return r->lang == LANG_EN && reader_sees_weekday(r, at) &&
           str_ends(r->lexed.tokens[at].text, STR("s"));
}

/* "pada hari Jumat", without a date: each of them. */
static bool sees_on_weekday(const Reader *r)
{
    if (!reader_sees(r, W_ON)) return false;
    if (r->lang == LANG_EN) return sees_weekdays_of(r, r->at + 1);
    Reader look = *r;
    (void)reader_takes(&look, W_ON);
    if (str_folded_is(reader_peek(&look, 0)->text, STR("hari"))) look.at++;
    if (!reader_sees_weekday(&look, look.at)) return false;
    look.at++;
    (void)reader_take(&look, TOKEN_COMMA);
    (void)reader_takes(&look, W_DATED);
    return !reader_is(&look, TOKEN_NUMBER);
}

static bool sees_weekdays(const Reader *r)
{
    Str hari = r->lang == LANG_ID ? STR("hari") : STR("day");
    if (sees_on_weekday(r)) return true;
    if (!reader_sees(r, W_EVERY)) return false;
    return reader_sees_weekday(r, r->at + 1) ||
           (str_folded_is(reader_peek(r, 1)->text, hari) &&
            reader_sees_weekday(r, r->at + 2));
}

/* English: "for 3 days" lasts, "for meetings" is a purpose. */
static bool sees_during(const Reader *r)
{
    if (r->lang == LANG_ID) return reader_sees(r, W_FOR_LONG);
    return reader_sees(r, W_DURING) ||
           (reader_sees(r, W_FOR_LONG) &&
            reader_peek(r, 1)->kind == TOKEN_NUMBER);
}

bool reader_sees_when(const Reader *r)
{
    if (reader_sees_clock(r)) return false; /* mulai pukul ... */
    return reader_sees(r, W_FROM) || reader_sees(r, W_SINCE) ||
           reader_sees(r, W_UNTIL) || reader_sees(r, W_STATUS) || sees_on(r) ||
           sees_weekdays(r) || sees_during(r) || sees_after(r);
}

static bool take_part(Reader *r, When *when, uint32_t from)
{
    if (sees_weekdays(r)) {
        if (!reader_takes(r, W_EVERY)) (void)reader_takes(r, W_ON);
        if (!reader_sees_weekday(r, r->at)) r->at++;
        return take_weekdays(r, when, from);
    }
    if (reader_takes(r, W_FROM)) return take_from(r, when, from);
    if (reader_takes(r, W_SINCE)) return take_since(r, when, from);
    if (reader_takes(r, W_UNTIL)) return take_until(r, when, from);
    if (reader_takes(r, W_AFTER)) return take_after(r, when, from);
    if (reader_takes(r, W_STATUS)) return take_status(r, when, from);
    if (reader_takes(r, W_ON)) return take_on(r, when, from);
    if (!reader_takes(r, W_DURING)) (void)reader_takes(r, W_FOR_LONG);
    return take_during(r, when, from);
}

/* part = from | since | until | on | weekdays | status | during | after */
bool reader_when_part(Reader *r, When *when, bool *found)
{
    uint32_t from = r->at;
    *found = reader_sees_when(r);
    if (!*found) return true;
    if (!take_part(r, when, from)) return false;
    Span span = reader_span(r, from);
    if (when->given) span.from = when->span.from;
    when->span = span;
    when->given = true;
    return is_ordered(r, when);
}

/* when = part { part } */
bool reader_when(Reader *r, When *when)
{
    bool found = false;
    *when = when_empty();
    do {
        if (!reader_when_part(r, when, &found)) return false;
    } while (found);
    if (when->given) return true;
    return reader_expected(r, STR("waktu: sejak, pada, setiap atau selama"),
                           STR("a time: from, on, every or during"));
}

/* English: "in force 4 August 2026 to 18 August 2026". */
static bool takes_to_date(Reader *r)
{
    bool to = r->lang == LANG_EN && reader_sees(r, W_TO) &&
              reader_sees_date(r, r->at + 1);
    r->at += to ? 1 : 0;
    return to;
}

/* validity = [ date ] when: a bare date needs its end, but behind "mulai
 * berlaku", which is from it on. */
bool reader_valid_line(Reader *r, When *out)
{
    *out = when_empty();
    bool begins = r->at >= 2 &&
                  str_folded_is(r->lexed.tokens[r->at - 2].text, STR("mulai"));
    if (begins) (void)reader_takes(r, W_ON);
    uint32_t from = r->at;
    if (reader_sees_date(r, r->at)) {
        if (!reader_date(r, &out->window.first) ||
            !reader_minute(r, &out->from_minute, &out->zone))
            return false;
        out->span = reader_span(r, from);
        out->given = true;
        Span span = out->span;
        if (takes_to_date(r)) {
            if (!take_until(r, out, from) || !is_ordered(r, out)) return false;
        } else if (!reader_sees(r, W_UNTIL) && !begins) {
            *out = when_empty(); /* nothing more is asked of it */
            return reader_fault(r, FAULT_BARE_START, span, STR(""));
        }
    }
    bool found = true;
    while (found) {
        if (!reader_when_part(r, out, &found)) return false;
    }
    if (out->given) return true;
    return reader_expected(r, STR("tanggal mulai dan berakhir"),
                           STR("when it begins and ends"));
}
