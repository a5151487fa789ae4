/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/printer.h"

enum { MINUTES_IN_HOUR = 60 };

void printer_put(Printer *p, Str text)
{
    buf_put(p->out, text);
}

void printer_c(Printer *p, const char *text)
{
    buf_c(p->out, text);
}

void printer_word(Printer *p, FunctionWord word)
{
    buf_put(p->out, word_text(word, p->lang));
}

/* Known words in the language; others as they are, in quotation marks where
 * they would be read as something else. */
void printer_free(Printer *p, Str text, Plain as)
{
    if (plain_stands(text, as))
        printer_put(p, gloss_text(text, p->lang));
    else
        printer_quoted(p, text);
}

void printer_quoted(Printer *p, Str text)
{
    buf_format(p->out, "\"%.*s\"", STR_ARG(text));
}

void printer_texts(Printer *p, Str text, Str english)
{
    printer_quoted(p, text);
    if (english.len == 0) return;
    buf_char(p->out, ' ');
    printer_quoted(p, english);
}

void printer_between(Printer *p, uint32_t i, uint32_t count, FunctionWord last)
{
    if (i == 0) return;
    if (i + 1 < count) {
        buf_c(p->out, ", ");
        return;
    }
    buf_char(p->out, ' ');
    printer_word(p, last);
    buf_char(p->out, ' ');
}

/* ---- dates and times ------------------------------------------------------
 */

void printer_date(Printer *p, Date date)
{
    buf_put(p->out, date_words(p->out->arena, date, p->lang));
}

static void put_clock(Printer *p, int16_t minute)
{
    buf_format(p->out, "%02d.%02d", minute / MINUTES_IN_HOUR,
               minute % MINUTES_IN_HOUR);
}

static void put_zone(Printer *p, Str zone)
{
    if (zone.len > 0) buf_format(p->out, " %.*s", STR_ARG(zone));
}

void printer_clocks(Printer *p, const Tail *tail)
{
    for (uint32_t i = 0; i < tail->clock_count; i++) {
        const int16_t *pair = tail->clock + (size_t)i * 2;
        printer_between(p, i, tail->clock_count, W_AND);
        printer_word(p, W_CLOCK);
        buf_char(p->out, ' ');
        put_clock(p, pair[0]);
        if (pair[1] >= 0) {
            buf_c(p->out, "–");
            put_clock(p, pair[1]);
        }
        put_zone(p, tail->zone);
    }
}

/* What the next date says too is left out: 12, 13 dan 16 Maret 2026. */
static void put_dates(Printer *p, const Date *dates, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        Civil c = date_civil(dates[i]);
        Civil next = i + 1 < count ? date_civil(dates[i + 1]) : (Civil){0};
        printer_between(p, i, count, W_AND);
        buf_number(p->out, c.day);
        if (c.year == next.year && c.month == next.month) continue;
        buf_char(p->out, ' ');
        buf_put(p->out, date_month_name(c.month, p->lang));
        if (c.year == next.year) continue;
        buf_char(p->out, ' ');
        buf_number(p->out, c.year);
    }
}

static void put_weekdays(Printer *p, uint8_t days)
{
    uint32_t count = 0;
    uint32_t done = 0;
    for (unsigned d = MONDAY; d <= SUNDAY; d++)
        count += (days >> d) & 1U;
    for (unsigned d = MONDAY; d <= SUNDAY; d++) {
        if (((days >> d) & 1U) == 0) continue;
        printer_between(p, done++, count, W_AND);
        buf_put(p->out, date_weekday_name((Weekday)d, p->lang));
    }
}

/* A blank before every part but the first. */
static void part(Printer *p, FunctionWord word, bool *first)
{
    if (!*first) buf_char(p->out, ' ');
    *first = false;
    printer_word(p, word);
    buf_char(p->out, ' ');
}

/* " pukul T", behind a date */
void printer_minute(Printer *p, int16_t minute, Str zone)
{
    bool first = false;
    if (minute < 0) return;
    part(p, W_CLOCK, &first);
    put_clock(p, minute);
    put_zone(p, zone);
}

/* "mulai A [pukul T]" and "sampai dengan B [pukul T]" */
static void put_window(Printer *p, const When *w, FunctionWord from,
                       bool *first)
{
    if (!date_is(w->window.first, DATE_ALWAYS)) {
        part(p, from, first);
        printer_date(p, w->window.first);
        printer_minute(p, w->from_minute, w->zone);
    }
    if (w->until_notice) {
        /* English has no "including" here; the reader takes both. */
        if (p->lang == LANG_ID)
            part(p, W_UNTIL, first);
        else
            printer_c(p, *first ? "until " : " until ");
        *first = false;
        printer_word(p, W_FURTHER_NOTICE);
    } else if (!date_is(w->window.last, DATE_NEVER)) {
        part(p, W_UNTIL, first);
        printer_date(p, w->window.last);
        printer_minute(p, w->last_minute, w->zone);
    }
}

static bool begins_folded(Str text, Str words)
{
    return text.len >= words.len &&
           str_folded_is(str_slice(text, 0, words.len), words);
}

/* "selama jam kerja ..." would be read as the hours of the office. */
static void put_named_period(Printer *p, Str period)
{
    if (begins_folded(period, STR("jam kerja")) ||
        begins_folded(period, STR("working hours")))
        printer_quoted(p, period);
    else
        printer_free(p, period, PLAIN_WORD);
}

static void put_period(Printer *p, const When *w, bool *first)
{
    if (w->lasting.number > 0) {
        part(p, W_FOR_LONG, first);
        printer_duration(p, w->lasting);
    }
    if (w->after.number > 0) {
        part(p, W_AFTER, first);
        printer_duration(p, w->after);
    }
    if (w->since.len > 0) {
        part(p, W_SINCE, first);
        printer_free(p, w->since, PLAIN_WORD);
    }
    if (w->period.len > 0) {
        part(p, W_DURING, first);
        put_named_period(p, w->period);
    }
    if (w->status.len > 0) {
        part(p, W_STATUS, first);
        printer_quoted(p, w->status);
    }
    if (w->area.len > 0) {
        part(p, W_IN_AREA, first);
        printer_free(p, w->area, PLAIN_WORD);
    }
}

static void put_parts(Printer *p, const When *w, FunctionWord from)
{
    bool first = true;
    if (w->weekdays != 0) {
        part(p, W_EVERY, &first);
        put_weekdays(p, w->weekdays);
    }
    if (w->date_count > 0) {
        part(p, W_ON, &first);
        put_dates(p, w->dates, w->date_count);
    }
    put_window(p, w, from, &first);
    put_period(p, w, &first);
}

void printer_when(Printer *p, const When *w)
{
    put_parts(p, w, W_FROM);
}

/* A plain window has no "sejak". */
void printer_valid(Printer *p, const When *w)
{
    bool bounded = !date_is(w->window.first, DATE_ALWAYS) &&
                   !date_is(w->window.last, DATE_NEVER);
    if (!bounded || w->from_minute >= 0 || w->weekdays != 0 ||
        w->date_count > 0) {
        put_parts(p, w, p->lang == LANG_ID ? W_SINCE : W_FROM);
        return;
    }
    bool first = false;
    printer_date(p, w->window.first);
    part(p, W_UNTIL, &first);
    printer_date(p, w->window.last);
    printer_minute(p, w->last_minute, w->zone);
    put_period(p, w, &first);
}

/* ---- numbers ---------------------------------------------------------------
 */

void printer_number(Printer *p, int32_t number, int32_t hundredths)
{
    buf_number(p->out, number);
    if (hundredths == 0) return;
    buf_char(p->out, ',');
    buf_char(p->out, (char)('0' + hundredths / 10));
    if (hundredths % 10 != 0) buf_char(p->out, (char)('0' + hundredths % 10));
}

void printer_counted(Printer *p, Str counted, bool one)
{
    const CountRow *row = count_row_of(counted);
    if (row == NULL || p->lang == LANG_ID)
        printer_put(p, counted);
    else
        printer_put(p, one ? row->one : row->many);
}

/* "7 jam 30 menit" is kept as 450 minutes. */
static bool has_hours(Duration d)
{
    enum { HOUR = 60, WEEK = 7 * 24 * HOUR };
    return d.unit == MINUTES && d.number > HOUR && d.number < WEEK &&
           d.number % HOUR != 0;
}

void printer_duration(Printer *p, Duration d)
{
    const CountRow *row = count_row_of_time(d.unit);
    CHECK(row != NULL);
    if (has_hours(d)) {
        printer_duration(p, (Duration){d.number / 60, HOURS});
        buf_char(p->out, ' ');
        d.number %= 60;
    }
    buf_number(p->out, d.number);
    buf_char(p->out, ' ');
    printer_counted(p, row->word, d.number == 1);
}

void printer_every(Printer *p, Duration d)
{
    const CountRow *row = count_row_of_time(d.unit);
    CHECK(row != NULL);
    printer_word(p, W_EVERY);
    buf_char(p->out, ' ');
    if (d.number == 1)
        printer_counted(p, row->word, true);
    else
        printer_duration(p, d);
}

static void put_compare(Printer *p, const Amount *a)
{
    switch (a->compare) {
    case COMPARE_NONE: return;
    case AT_MOST: printer_word(p, a->only ? W_ONLY : W_AT_MOST); break;
    case AT_LEAST: printer_word(p, W_AT_LEAST); break;
    case EXACTLY: printer_word(p, W_EXACTLY); break;
    case FEWEST: printer_word(p, W_FEWEST); return;
    }
    buf_char(p->out, ' ');
}

void printer_amount(Printer *p, const Amount *a)
{
    put_compare(p, a);
    if (a->compare == FEWEST) return;
    if (a->set_by_other) {
        printer_word(p, W_SET_BY);
        buf_char(p->out, ' ');
        printer_who(p, a->setter, MANY);
    } else if (a->share) {
        printer_number(p, a->number / 100, a->number % 100);
        buf_char(p->out, '%');
    } else {
        printer_number(p, a->number, a->hundredths);
        buf_char(p->out, ' ');
        printer_counted(p, a->counted, a->number == 1 && a->hundredths == 0);
    }
}

/* ---- references ------------------------------------------------------------
 */

void printer_ref(Printer *p, const Ref *ref)
{
    printer_word(p, W_RULE);
    buf_format(p->out, " %.*s", STR_ARG(ref->rule));
    if (ref->paragraph.len > 0) {
        buf_char(p->out, ' ');
        printer_word(p, W_PARAGRAPH);
        buf_format(p->out, " (%.*s)", STR_ARG(ref->paragraph));
    }
    if (ref->letter.len == 0) return;
    buf_c(p->out, p->lang == LANG_EN ? " of " : " ");
    printer_put(p, letter_kind_text(ref->kind, p->lang));
    buf_format(p->out, " %.*s", STR_ARG(ref->letter));
}

void printer_refs(Printer *p, const Ref *refs, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        printer_between(p, i, count, W_AND);
        printer_ref(p, &refs[i]);
    }
}

static Str kind_in(Str kind, Lang lang)
{
    for (int i = LETTER_CIRCULAR; i <= LETTER_REGULATION; i++) {
        if (str_folded_is(kind, letter_kind_text((LetterKind)i, LANG_ID)))
            return letter_kind_text((LetterKind)i, lang);
    }
    return kind;
}

/* "Nomor" where the number begins with a word. */
static void put_number(Printer *p, Str number)
{
    size_t to = 0;
    bool figure = false;
    for (; to < number.len && number.ptr[to] != ' '; to++)
        figure |= number.ptr[to] >= '0' && number.ptr[to] <= '9';
    buf_char(p->out, ' ');
    if (!figure) {
        printer_word(p, W_NUMBER);
        buf_char(p->out, ' ');
    }
    printer_put(p, number);
}

void printer_instrument(Printer *p, const Instrument *i)
{
    printer_put(p, kind_in(i->kind, p->lang));
    if (i->named)
        buf_format(p->out, " \"%.*s\"", STR_ARG(i->number));
    else if (i->number.len > 0)
        put_number(p, i->number);
    else
        buf_format(p->out, ", %.*s",
                   STR_ARG(head_text(LINE_NO_NUMBER, p->lang)));
    if (date_is(i->date, DATE_ALWAYS)) return;
    buf_char(p->out, ' ');
    printer_word(p, W_DATED);
    buf_char(p->out, ' ');
    printer_date(p, i->date);
}
