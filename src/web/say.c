/* SPDX-License-Identifier: Apache-2.0 */
#include "web/say.h"

#include "web/words.h"

/* ---- places --------------------------------------------------------------
 */

static const SayArg *arg_of(const SayArg *args, size_t count, Str name)
{
    for (size_t i = 0; i < count; i++) {
        if (str_is(str_of(args[i].name), name)) return &args[i];
    }
    check_failed("a place of a sentence has its argument", __FILE__, __LINE__);
}

/* "Dari Rina Utami, S.Sos." ends a sentence already. */
static Str skip_stop(Str rest, const SayArg *arg)
{
    bool twice = str_ends(arg->value, STR(".")) && str_starts(rest, STR("."));
    return twice ? str_slice(rest, 1, rest.len) : rest;
}

/* The next piece of the sentence: text up to a place, then its argument
 * (NULL at the end). */
static Str next_piece(Str *rest, const SayArg *args, size_t count,
                      const SayArg **arg)
{
    size_t open = str_find(*rest, STR("{"), 0);
    size_t close = str_find(*rest, STR("}"), 0);
    Str before = str_slice(*rest, 0, open);
    *arg = NULL;
    if (open == SIZE_MAX) {
        *rest = STR("");
        return before;
    }
    CHECK(close != SIZE_MAX && close > open);
    *arg = arg_of(args, count, str_slice(*rest, open + 1, close));
    *rest = skip_stop(str_slice(*rest, close + 1, rest->len), *arg);
    return before;
}

/* Stars are for markup: plain text goes without. */
static void put_plain(Buf *out, Str text)
{
    for (Str part; str_next(&text, '*', &part);)
        buf_put(out, part);
}

static Str plain(const Speech *speech, Str text, const SayArg *args,
                 size_t count)
{
    Buf out = buf_in(speech->arena);
    const SayArg *arg = NULL;
    while (text.len > 0) {
        put_plain(&out, next_piece(&text, args, count, &arg));
        if (arg != NULL) buf_put(&out, arg->value);
    }
    return buf_str(&out);
}

static void put_marked(HtmlPage *page, Str text, bool *bold)
{
    for (;;) {
        size_t star = str_find(text, STR("*"), 0);
        html_text(page, str_slice(text, 0, star));
        if (star == SIZE_MAX) return;
        html_put(page, *bold ? HTML("</b>") : HTML("<b>"));
        *bold = !*bold;
        text = str_slice(text, star + 1, text.len);
    }
}

static void marked(HtmlPage *page, Str text, const SayArg *args, size_t count)
{
    bool bold = false;
    const SayArg *arg = NULL;
    while (text.len > 0) {
        put_marked(page, next_piece(&text, args, count, &arg), &bold);
        if (arg != NULL) html_text(page, arg->value);
    }
    CHECK(!bold);
}

/* The arguments and {n}. */
static SayArg *with_n(const Speech *speech, int64_t n, const SayArg *args,
                      size_t count)
{
    SayArg *all = NEW(speech->arena, SayArg, count + 1);
    for (size_t i = 0; i < count; i++)
        all[i] = args[i];
    all[count] = (SayArg){"n", said_number(speech, n)};
    return all;
}

/* ---- sentences ------------------------------------------------------------
 */

Str said(const Speech *speech, const char *english)
{
    return said_with(speech, english, NULL, 0);
}

Str said_with(const Speech *speech, const char *english, const SayArg *args,
              size_t count)
{
    return plain(speech, words_say(speech->lang, english), args, count);
}

Str said_many(const Speech *speech, const char *one, const char *many,
              int64_t n, const SayArg *args, size_t count)
{
    return plain(speech, words_many(speech->lang, one, many, n),
                 with_n(speech, n, args, count), count + 1);
}

void say(HtmlPage *page, const Speech *speech, const char *english)
{
    say_with(page, speech, english, NULL, 0);
}

void say_with(HtmlPage *page, const Speech *speech, const char *english,
              const SayArg *args, size_t count)
{
    marked(page, words_say(speech->lang, english), args, count);
}

void say_many(HtmlPage *page, const Speech *speech, const char *one,
              const char *many, int64_t n, const SayArg *args, size_t count)
{
    marked(page, words_many(speech->lang, one, many, n),
           with_n(speech, n, args, count), count + 1);
}

/* ---- values -------------------------------------------------------------- */

static char thousands_mark(Lang lang)
{
    return lang == LANG_ID ? '.' : ',';
}

Str said_number(const Speech *speech, int64_t n)
{
    Str digits = str_format(speech->arena, "%lld", (long long)n);
    Buf out = buf_in(speech->arena);
    for (size_t i = 0; i < digits.len; i++) {
        size_t left = digits.len - i;
        bool after_digit = i > 0 && digits.ptr[i - 1] != '-';
        if (after_digit && left % 3 == 0)
            buf_char(&out, thousands_mark(speech->lang));
        buf_char(&out, digits.ptr[i]);
    }
    return buf_str(&out);
}

/* To the nearest tenth; 100 only when nothing is missing. */
int32_t said_tenths(int64_t part, int64_t whole)
{
    int64_t tenths = (part * 2000 + whole) / (whole * 2);
    return tenths >= 1000 && part < whole ? 999 : (int32_t)tenths;
}

Str said_percent(const Speech *speech, int64_t part, int64_t whole)
{
    if (whole <= 0) return STR("-");
    int32_t tenths = said_tenths(part, whole);
    if (tenths % 10 == 0) return str_format(speech->arena, "%d%%", tenths / 10);
    return str_format(speech->arena, "%d%c%d%%", tenths / 10,
                      speech->lang == LANG_ID ? ',' : '.', tenths % 10);
}

Str said_minute(const Speech *speech, int minute)
{
    return str_format(speech->arena, "%02d%c%02d", minute / 60,
                      speech->lang == LANG_ID ? '.' : ':', minute % 60);
}

Str said_time(const Speech *speech, Zone zone, Instant at)
{
    return said_minute(speech, zone_minute(zone, at));
}

Str said_date(const Speech *speech, Date date)
{
    if (speech->lang == LANG_ID) return date_long(speech->arena, date, LANG_ID);
    Str weekday = date_weekday_name(date_weekday(date), LANG_EN);
    Str words = date_words(speech->arena, date, LANG_EN);
    return str_format(speech->arena, "%.*s %.*s", STR_ARG(weekday),
                      STR_ARG(words));
}

/* Indonesian shortens August to Agt, English and the others to three. */
Str said_day_month(const Speech *speech, Date date)
{
    Civil c = date_civil(date);
    Str month = date_month_name(c.month, speech->lang);
    bool august = c.month == 8 && speech->lang == LANG_ID;
    return str_format(speech->arena, "%d %.*s", c.day,
                      STR_ARG((august ? STR("Agt") : str_slice(month, 0, 3))));
}

Str said_days(const Speech *speech, Window days)
{
    Str first = said_day_month(speech, days.first);
    Str last = said_day_month(speech, days.last);
    Civil from = date_civil(days.first), to = date_civil(days.last);
    if (date_is(days.first, days.last)) return first;
    if (from.month == to.month && from.year == to.year)
        return str_format(speech->arena, "%d–%.*s", from.day, STR_ARG(last));
    return str_format(speech->arena, "%.*s–%.*s", STR_ARG(first),
                      STR_ARG(last));
}

Str said_weekday(const Speech *speech, Date date)
{
    return str_slice(date_weekday_name(date_weekday(date), speech->lang), 0, 3);
}
