/* SPDX-License-Identifier: Apache-2.0 */
#include "base/num.h"
#include "circular/grammar.h"

/* A date of which the month and the year may be left to a later one. */
typedef struct {
    int32_t day, month, year; /* 0: unsaid */
    int32_t weekday;          /* -1: unsaid */
    Span span;
} Partial;

bool reader_sees_weekday(const Reader *r, uint32_t at)
{
    uint32_t words = 0;
    const Phrase *phrase = reader_phrase(r, at, CLASS_WEEKDAY, &words);
    if (phrase == NULL) return false;
    /* "setiap minggu" is a week, "setiap Minggu" a Sunday */
    return phrase->id != SUNDAY || r->lang == LANG_EN ||
           r->lexed.tokens[at].capital;
}

bool reader_sees_date(const Reader *r, uint32_t at)
{
    if (at >= r->end) return false;
    const Token *token = &r->lexed.tokens[at];
    if (token->kind == TOKEN_NUMBER || reader_sees_weekday(r, at)) return true;
    uint32_t words = 0; /* "24-hour units" are none */
    return token->kind == TOKEN_WORD && token->text.ptr[0] >= '0' &&
           token->text.ptr[0] <= '9' &&
           reader_phrase(r, at, CLASS_TERM, &words) == NULL;
}

static bool fault_date(Reader *r, uint32_t from)
{
    Span span = reader_span(r, from);
    Str shown = reader_text(r, from, r->at);
    if (shown.len == 0) shown = reader_shown(r);
    return reader_fault(r, FAULT_BAD_DATE, span, shown);
}

static bool take_figure(Reader *r, int64_t low, int64_t high, int32_t *out)
{
    int64_t n = 0;
    if (!reader_is(r, TOKEN_NUMBER) ||
        !num_is(reader_peek(r, 0)->text, low, high, &n))
        return false;
    r->at++;
    *out = (int32_t)n;
    return true;
}

/* partial = [ weekday [ "," ] ] day [ month [ year ] ] */
static bool take_partial(Reader *r, Partial *out)
{
    uint32_t from = r->at;
    Partial p = {.weekday = -1};
    if (reader_sees_weekday(r, r->at)) {
        p.weekday = reader_take_phrase(r, CLASS_WEEKDAY)->id;
        (void)reader_take(r, TOKEN_COMMA);
        (void)reader_takes(r, W_DATED);
    }
    if (!take_figure(r, 1, 31, &p.day)) {
        if (!reader_done(r)) r->at++;
        return fault_date(r, from);
    }
    const Phrase *month = reader_take_phrase(r, CLASS_MONTH);
    if (month != NULL) {
        p.month = month->id;
        (void)take_figure(r, 1900, 2199, &p.year);
    }
    p.span = reader_span(r, from);
    *out = p;
    return true;
}

static int32_t days_in(int32_t year, int32_t month)
{
    Date date = {0};
    int32_t day = 31;
    while (day > 28 && !date_of(year, month, day, &date))
        day--;
    return day;
}

/* "31 Februari 2020", "3 Agustus": what the date lacks. */
static bool fault_partial(Reader *r, const Partial *p)
{
    Str text = str_slice(r->source->text, p->span.from, p->span.to);
    Str month[2] = {0};
    (void)reader_fault(r, FAULT_BAD_DATE, p->span, text);
    if (p->month == 0) return false;
    for (int i = 0; i < 2; i++)
        month[i] = date_month_name(p->month, (Lang)i);
    if (p->year == 0) {
        diag_advise(
            r->diags,
            str_format(r->arena, "sebut tahunnya: '%.*s 2026'", STR_ARG(text)),
            str_format(r->arena, "say the year: '%.*s 2026'", STR_ARG(text)));
        return false;
    }
    int32_t days = days_in(p->year, p->month);
    diag_advise(r->diags,
                str_format(r->arena, "%.*s %d hanya sampai tanggal %d",
                           STR_ARG(month[LANG_ID]), p->year, days),
                str_format(r->arena, "%.*s %d has %d days",
                           STR_ARG(month[LANG_EN]), p->year, days));
    return false;
}

static bool settle(Reader *r, const Partial *p, Date *out)
{
    Date date = {0};
    if (p->month == 0 || p->year == 0 ||
        !date_of(p->year, p->month, p->day, &date))
        return fault_partial(r, p);
    Weekday weekday = date_weekday(date);
    *out = date;
    if (p->weekday < 0 || p->weekday == (int32_t)weekday) return true;
    const Str said[2] = {date_weekday_name((Weekday)p->weekday, LANG_ID),
                         date_weekday_name((Weekday)p->weekday, LANG_EN)};
    const Str is[2] = {date_weekday_name(weekday, LANG_ID),
                       date_weekday_name(weekday, LANG_EN)};
    return reader_fault2(r, FAULT_WRONG_WEEKDAY, p->span, said, is);
}

/* date = [ weekday "," ] day month year */
bool reader_date(Reader *r, Date *out)
{
    Partial p = {0};
    return take_partial(r, &p) && settle(r, &p, out);
}

/* What is left out comes from the right. */
static bool settle_all(Reader *r, Partial *parts, size_t count, Date *out)
{
    for (size_t i = count; i-- > 0;) {
        if (i + 1 < count && parts[i].month == 0)
            parts[i].month = parts[i + 1].month;
        if (i + 1 < count && parts[i].year == 0)
            parts[i].year = parts[i + 1].year;
    }
    for (size_t i = 0; i < count; i++) {
        if (!settle(r, &parts[i], &out[i])) return false;
    }
    return true;
}

/* A comma goes on with the list only before another date. */
static bool list_goes_on(Reader *r)
{
    if (reader_takes(r, W_AND)) return true;
    if (!reader_is(r, TOKEN_COMMA)) return false;
    if (reader_sees_at(r, r->at + 1, W_AND) && reader_sees_date(r, r->at + 2)) {
        r->at += 2;
        return true;
    }
    if (!reader_sees_date(r, r->at + 1)) return false;
    r->at++;
    return true;
}

/* dates = partial { ("," | "dan") partial }
 *       | partial "sampai dengan" partial */
bool reader_dates(Reader *r, DateList *out)
{
    VEC(Partial) parts = {0};
    Partial p = {0};
    do {
        if (!take_partial(r, &p)) return false;
        VEC_PUSH(r->arena, &parts, p);
    } while (list_goes_on(r));

    bool ranged = parts.count == 1 && reader_sees(r, W_UNTIL) &&
                  !reader_sees_at(r, r->at + 2, W_FURTHER_NOTICE);
    if (ranged) {
        (void)reader_takes(r, W_UNTIL);
        if (!take_partial(r, &p)) return false;
        Date range[2] = {0};
        Partial both[2] = {parts.at[0], p};
        if (!settle_all(r, both, 2, range)) return false;
        *out = (DateList){
            .window = {range[0], range[1]}
        };
        return true;
    }
    Date *dates = NEW(r->arena, Date, parts.count);
    if (!settle_all(r, parts.at, parts.count, dates)) return false;
    *out = (DateList){dates, (uint32_t)parts.count, WINDOW_ALL};
    return true;
}
