/* SPDX-License-Identifier: Apache-2.0 */
#include "base/num.h"
#include "circular/grammar.h"

enum { MINUTES_IN_HOUR = 60, WHOLE = 10000, MOST = 1000000 };

/* Which zone is said behind a time: the government's own (check_zone.c). */
static Str take_zone(Reader *r)
{
    static const Str zones[] = {STR_INIT("WIB"), STR_INIT("WITA"),
                                STR_INIT("WIT")};
    for (size_t i = 0; i < COUNT(zones); i++) {
        if (!str_is(reader_peek(r, 0)->text, zones[i])) continue;
        r->at++;
        return zones[i];
    }
    return STR("");
}

/* "sampai dengan" [ "pukul" ] before a time, "to" and "and" of "from 08.00 to
 * 12.00", "between 08.00 and 12.00": the dash of a range. */
static bool takes_until_clock(Reader *r)
{
    Reader look = *r;
    bool english = r->lang == LANG_EN;
    bool between = english && r->at >= 2 &&
                   reader_sees_at(r, r->at - 2, W_BETWEEN) &&
                   reader_takes(&look, W_AND);
    if (!between && !reader_takes(&look, W_UNTIL) &&
        !(english && reader_takes(&look, W_TO)))
        return false;
    (void)reader_takes(&look, W_CLOCK);
    if (!reader_is(&look, TOKEN_CLOCK)) return false;
    r->at = look.at;
    return true;
}

/* "mulai", "dari" or "antara" before a time. */
static bool takes_from(Reader *r)
{
    return reader_takes(r, W_FROM) ||
           (r->lang == LANG_EN && reader_takes(r, W_BETWEEN));
}

/* "mulai pukul 08.00 sampai dengan pukul 12.00", "from 08.00 to 12.00": a range
 * of hours. */
static bool sees_from_clock(const Reader *r)
{
    Reader look = *r;
    if (!takes_from(&look) ||
        (!reader_takes(&look, W_CLOCK) && r->lang == LANG_ID) ||
        !reader_take(&look, TOKEN_CLOCK))
        return false;
    (void)take_zone(&look);
    return reader_is(&look, TOKEN_DASH) || takes_until_clock(&look);
}

bool reader_sees_clock(const Reader *r)
{
    if (sees_from_clock(r)) return true;
    if (!reader_sees(r, W_CLOCK)) return false;
    return reader_peek(r, 1)->kind == TOKEN_CLOCK ||
           !str_folded_is(reader_peek(r, 0)->text, STR("jam"));
}

/* Times that belong together are of one zone. */
static bool keep_zone(Reader *r, Str *zone)
{
    uint32_t at = r->at;
    Str said = take_zone(r);
    if (said.len == 0 || zone->len == 0 || str_is(said, *zone)) {
        if (said.len > 0) *zone = said;
        return true;
    }
    Str text = str_format(r->arena, "'%.*s'", STR_ARG(*zone));
    r->at = at;
    return reader_expected(r, text, text);
}

/* time = TOKEN_CLOCK [ "WIB" | "WITA" | "WIT" ]: "07.30" */
bool reader_clock(Reader *r, int16_t *minute, Str *zone)
{
    const Token *token = reader_peek(r, 0);
    Str text = token->text;
    int64_t hours = 0;
    int64_t minutes = 0;
    if (token->kind != TOKEN_CLOCK ||
        !num_is(str_slice(text, 0, text.len - 3), 0, 24, &hours) ||
        !num_is(str_slice(text, text.len - 2, text.len), 0, 59, &minutes) ||
        (hours == 24 && minutes > 0))
        return reader_fault_here(r, FAULT_BAD_CLOCK);
    r->at++;
    *minute = (int16_t)(hours * MINUTES_IN_HOUR + minutes);
    return keep_zone(r, zone);
}

/* "pukul 07.30 dan presensi sore ...", "dan di rumah ...": no further time. */
static bool sees_other(const Reader *r)
{
    uint32_t words = 0;
    if (!reader_sees(r, W_AND) || reader_peek(r, 1)->kind != TOKEN_WORD)
        return false;
    return !reader_sees_at(r, r->at + 1, W_CLOCK) &&
           !reader_sees_at(r, r->at + 1, W_FROM) &&
           (reader_phrase(r, r->at + 1, CLASS_PLACE, &words) != NULL ||
            !reader_name_ends(r, r->at + 1));
}

static bool clocks_go_on(Reader *r)
{
    bool comma = reader_is(r, TOKEN_COMMA) &&
                 (reader_peek(r, 1)->kind == TOKEN_CLOCK ||
                  (reader_sees_at(r, r->at + 1, W_CLOCK) &&
                   reader_peek(r, 2)->kind == TOKEN_CLOCK) ||
                  reader_sees_at(r, r->at + 1, W_AND));
    if (comma) r->at++;
    return (!sees_other(r) && reader_takes(r, W_AND)) || comma;
}

/* "21.00–07.00": hours of two days, or a slip. */
static bool fault_night(Reader *r, uint32_t start)
{
    (void)reader_fault(r, FAULT_END_BEFORE_START, reader_span(r, start),
                       STR(""));
    diag_advise(r->diags,
                STR("bila melewati tengah malam, tulis dua jam, misalnya "
                    "'pukul 21.00–24.00 dan pukul 00.00–07.00'; bila tidak, "
                    "perbaiki salah satunya"),
                STR("if they pass midnight, write two, such as 'at 21.00–24.00 "
                    "and at 00.00–07.00'; if not, mend one of the two"));
    return false;
}

/* clocks = "pukul" range { ("," | "dan") [ "pukul" ] range }, the first
 * "pukul" being taken; range = time [ ( "–" | "sampai dengan" ) time ] */
bool reader_clocks(Reader *r, Tail *tail)
{
    VEC(int16_t) list = {0};
    do {
        int16_t from = 0;
        int16_t to = -1;
        uint32_t start = r->at;
        (void)takes_from(r);
        (void)reader_takes(r, W_CLOCK);
        if (!reader_clock(r, &from, &tail->zone)) return false;
        bool ranged = reader_take(r, TOKEN_DASH) || takes_until_clock(r);
        if (ranged && !reader_clock(r, &to, &tail->zone)) return false;
        if (ranged && to <= from) return fault_night(r, start);
        VEC_PUSH(r->arena, &list, from);
        VEC_PUSH(r->arena, &list, to);
    } while (clocks_go_on(r));
    tail->clock = list.at;
    tail->clock_count = (uint32_t)(list.count / 2);
    return true;
}

bool reader_sees_number(const Reader *r)
{
    uint32_t words = 0;
    return reader_is(r, TOKEN_NUMBER) || reader_cardinal(r, r->at, &words) > 0;
}

/* ( "(" number in words ")" ), which must agree with the figure */
static bool take_words_of(Reader *r, int32_t number, uint32_t from)
{
    if (!reader_is(r, TOKEN_OPEN)) return true;
    r->at++;
    uint32_t words = 0;
    int32_t said = reader_cardinal(r, r->at, &words);
    bool agrees = said == number || (said == 0 && number > 12);
    while (!reader_done(r) && !reader_is(r, TOKEN_CLOSE))
        r->at++;
    (void)reader_take(r, TOKEN_CLOSE);
    if (agrees) return true;
    return reader_fault(r, FAULT_WORDS_DIFFER, reader_span(r, from),
                        reader_text(r, from, from + 1));
}

/* number = figure [ "," figures ] [ "(" words ")" ] | words below a thousand */
bool reader_number(Reader *r, int32_t *out, int32_t *hundredths)
{
    uint32_t from = r->at;
    int64_t n = 0;
    uint32_t words = 0;
    int32_t said = reader_cardinal(r, r->at, &words);
    *hundredths = 0;
    if (said > 0) {
        r->at += words;
        *out = said;
        return true;
    }
    if (!reader_is(r, TOKEN_NUMBER) ||
        !num_hundredths(reader_peek(r, 0)->text, ',', &n) || n < 0 ||
        n / 100 > MOST)
        return reader_expected(r, STR("bilangan"), STR("a number"));
    r->at++;
    *out = (int32_t)(n / 100);
    *hundredths = (int32_t)(n % 100);
    return take_words_of(r, *out, from);
}

/* Figures, a dot and figures. */
static bool is_pointed(Str text)
{
    size_t dots = 0, digits = 0;
    for (size_t i = 0; i < text.len; i++) {
        dots += text.ptr[i] == '.' ? 1 : 0;
        digits += text.ptr[i] >= '0' && text.ptr[i] <= '9' ? 1 : 0;
    }
    return dots == 1 && digits + 1 == text.len && text.ptr[0] != '.' &&
           text.ptr[text.len - 1] != '.';
}

bool reader_sees_point(const Reader *r, uint32_t at)
{
    uint32_t words = 0;
    if (at + 1 >= r->end || !is_pointed(r->lexed.tokens[at].text)) return false;
    bool clock = r->lexed.tokens[at].kind == TOKEN_CLOCK;
    return r->lexed.tokens[at + 1].kind == TOKEN_PERCENT ||
           reader_sees_at(r, at + 1, W_PERCENT) ||
           (!clock && reader_phrase(r, at + 1, CLASS_COUNT, &words) != NULL);
}

bool reader_fault_point(Reader *r)
{
    Str written = reader_peek(r, 0)->text;
    size_t dot = str_find(written, STR("."), 0);
    Str whole = str_slice(written, 0, dot);
    Str parts = str_slice(written, dot + 1, written.len);
    (void)reader_expected(r, STR("bilangan"), STR("a number"));
    return reader_advise(r,
                         str_format(r->arena,
                                    "pecahan ditulis dengan koma: '%.*s,%.*s'",
                                    STR_ARG(whole), STR_ARG(parts)),
                         str_format(r->arena,
                                    "parts are written with a comma: "
                                    "'%.*s,%.*s'",
                                    STR_ARG(whole), STR_ARG(parts)));
}

bool reader_whole(Reader *r, int32_t *out)
{
    uint32_t from = r->at;
    int32_t hundredths = 0;
    return reader_number(r, out, &hundredths) &&
           (hundredths == 0 ||
            reader_fault(r, FAULT_IN_PARTS, reader_span(r, from),
                         reader_text(r, from, r->at)));
}

static bool is_bare_day(const Reader *r)
{
    Str word = reader_peek(r, 0)->text;
    if (r->lang == LANG_ID) return str_folded_is(word, STR("hari"));
    return str_folded_is(word, STR("day")) || str_folded_is(word, STR("days"));
}

static const CountRow *take_counted(Reader *r)
{
    const Phrase *phrase = reader_take_phrase(r, CLASS_COUNT);
    if (phrase != NULL) return count_row((size_t)phrase->id);
    if (is_bare_day(r))
        (void)reader_fault(r, FAULT_BARE_DAYS, reader_here(r), STR(""));
    else
        (void)reader_expected(
            r, STR("satuannya, misalnya orang, hari kerja atau jam"),
            STR("a unit such as persons, working days or hours"));
    return NULL;
}

/* Hours and lengths have parts; half a person, day or call is none. */
static bool has_parts(const CountRow *row)
{
    return row->time == HOURS || str_ends(row->word, STR("meter"));
}

bool reader_counted(Reader *r, uint32_t number, Amount *out)
{
    const CountRow *row = take_counted(r);
    if (row == NULL) return false;
    out->counted = row->word;
    if (out->hundredths == 0 || has_parts(row)) return true;
    return reader_fault(r, FAULT_IN_PARTS, reader_span(r, number),
                        reader_text(r, number, r->at));
}

/* [ "x" number ] behind a number: 3 x 24 jam are 72 */
static bool take_times(Reader *r, int32_t *number)
{
    int32_t times = 0;
    int32_t hundredths = 0;
    if (!str_folded_is(reader_peek(r, 0)->text, STR("x"))) return true;
    uint32_t from = ++r->at;
    if (!reader_number(r, &times, &hundredths)) return false;
    if (hundredths == 0 && !__builtin_mul_overflow(*number, times, number))
        return true;
    r->at = from;
    return reader_expected(r, STR("bilangan bulat yang lebih kecil"),
                           STR("a smaller whole number"));
}

/* "32 jam 30 menit" */
static bool sees_minutes(const Reader *r)
{
    uint32_t words = 0;
    const Phrase *count = reader_phrase(r, r->at + 1, CLASS_COUNT, &words);
    return reader_is(r, TOKEN_NUMBER) && count != NULL &&
           count_row((size_t)count->id)->time == MINUTES;
}

/* Behind hours: whole minutes, fewer than an hour has. */
static bool take_minutes(Reader *r, int32_t hours, Duration *out)
{
    int32_t minutes = 0, hundredths = 0;
    uint32_t from = r->at;
    if (!reader_number(r, &minutes, &hundredths)) return false;
    if (hundredths > 0 || minutes >= MINUTES_IN_HOUR) {
        r->at = from;
        return reader_expected(r, STR("menit bulat di bawah 60"),
                               STR("whole minutes below 60"));
    }
    (void)reader_take_phrase(r, CLASS_COUNT);
    *out = (Duration){hours * MINUTES_IN_HOUR + minutes, MINUTES};
    return true;
}

/* duration = number [ "x" number ] unit of time [ number "menit" ] */
bool reader_duration(Reader *r, Duration *out)
{
    uint32_t from = r->at;
    int32_t number = 0;
    int32_t hundredths = 0;
    if (!reader_number(r, &number, &hundredths) || !take_times(r, &number))
        return false;
    const CountRow *row = take_counted(r);
    if (row == NULL) return false;
    if (row->time == HOURS && hundredths == 0 && sees_minutes(r) &&
        number < MOST / MINUTES_IN_HOUR)
        return take_minutes(r, number, out);
    if (row->time == HOURS && hundredths * MINUTES_IN_HOUR % 100 == 0 &&
        hundredths > 0 && number < MOST / MINUTES_IN_HOUR) {
        *out = (Duration){number * MINUTES_IN_HOUR +
                              hundredths * MINUTES_IN_HOUR / 100,
                          MINUTES}; /* 7,5 jam */
        return true;
    }
    if (row->time == UNIT_TIME_NONE || hundredths > 0 || number == 0) {
        r->at = from;
        return reader_expected(r, STR("lama waktu, misalnya 3 hari kerja"),
                               STR("a length of time such as 3 working days"));
    }
    *out = (Duration){number, row->time};
    return true;
}

bool reader_sees_amount(const Reader *r, uint32_t at)
{
    if (at >= r->end) return false;
    return reader_sees_at(r, at, W_AT_MOST) ||
           reader_sees_at(r, at, W_AT_LEAST) ||
           reader_sees_at(r, at, W_FEWEST) ||
           reader_sees_at(r, at, W_EXACTLY) || reader_sees_at(r, at, W_ONLY) ||
           r->lexed.tokens[at].kind == TOKEN_NUMBER;
}

static bool take_compare(Reader *r, Amount *out)
{
    if (reader_takes(r, W_AT_MOST)) {
        out->compare = AT_MOST;
    } else if (reader_takes(r, W_AT_LEAST)) {
        out->compare = AT_LEAST;
    } else if (reader_takes(r, W_EXACTLY)) {
        out->compare = EXACTLY;
    } else if (reader_takes(r, W_ONLY)) {
        out->compare = AT_MOST;
        out->only = true;
    }
    return out->compare != COMPARE_NONE;
}

/* "50 persen (lima puluh persen)": the words again, which must agree. */
static bool take_share_words(Reader *r, int32_t percent, uint32_t from)
{
    if (!reader_is(r, TOKEN_OPEN)) return true;
    uint32_t said_words = 0;
    int32_t said = reader_cardinal(r, r->at + 1, &said_words);
    uint32_t close = r->at;
    while (close < r->end && r->lexed.tokens[close].kind != TOKEN_CLOSE)
        close++;
    bool words =
        close < r->end && (str_folded_is(r->lexed.tokens[close - 1].text,
                                         word_text(W_PERCENT, r->lang)) ||
                           said > 0);
    if (!words) return true;
    r->at = close + 1;
    if (said == 0 || said == percent) return true;
    return reader_fault(r, FAULT_WORDS_DIFFER, reader_span(r, from),
                        reader_text(r, from, from + 1));
}

/* A share is kept in hundredths of a percent. */
static bool take_share(Reader *r, Amount *out, uint32_t from)
{
    Str shown = reader_text(r, from, r->at);
    Span span = reader_span(r, from);
    out->share = true;
    out->number = out->number * 100 + out->hundredths;
    out->hundredths = 0;
    if (out->number > WHOLE)
        return reader_fault(r, FAULT_OVER_WHOLE, span, shown);
    if (out->number == WHOLE)
        return reader_fault(r, FAULT_WHOLE_SHARE, span, shown);
    if (out->compare == COMPARE_NONE)
        return reader_fault(r, FAULT_BARE_NUMBER, span, shown);
    return true;
}

/* amount = "sesedikit mungkin" | [ compare ] ( number ("%" | "persen" | unit)
 *                      | "yang ditetapkan oleh" who ) */
bool reader_amount(Reader *r, Amount *out)
{
    uint32_t from = r->at;
    Amount a = {0};
    if (reader_takes(r, W_FEWEST)) {
        *out = (Amount){.compare = FEWEST};
        return true;
    }
    bool compared = take_compare(r, &a);
    if (reader_takes(r, W_SET_BY)) {
        a.set_by_other = true;
        *out = a;
        return reader_who(r, WHO_TAIL, &out->setter);
    }
    if (compared && !reader_sees_number(r))
        return reader_fault(r, FAULT_NO_NUMBER, reader_span(r, from),
                            reader_text(r, from, r->at));
    uint32_t number = r->at;
    if (!reader_number(r, &a.number, &a.hundredths)) return false;
    if (reader_take(r, TOKEN_PERCENT) || reader_takes(r, W_PERCENT)) {
        int32_t percent = a.number;
        if (!take_share(r, &a, number) || !take_share_words(r, percent, number))
            return false;
    } else {
        if (!reader_counted(r, number, &a)) return false;
        if (!compared)
            return reader_fault(r, FAULT_BARE_NUMBER, reader_span(r, number),
                                reader_text(r, number, r->at));
    }
    *out = a;
    return true;
}
