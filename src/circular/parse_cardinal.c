/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/grammar.h"
#include "circular/words.h"

/*
 * Numbers in words: "dua puluh lima orang"; behind their figures too: "15 (lima
 * belas) orang", "25 persen (dua puluh lima persen)".  Below a thousand; a
 * greater one is nothing that is known, and is not compared.
 */

typedef struct {
    Str word;
    int32_t value;
} Cardinal;

static const Cardinal english[] = {
    {STR_INIT("thirteen"),  13},
    {STR_INIT("fourteen"),  14},
    {STR_INIT("fifteen"),   15},
    {STR_INIT("sixteen"),   16},
    {STR_INIT("seventeen"), 17},
    {STR_INIT("eighteen"),  18},
    {STR_INIT("nineteen"),  19},
    {STR_INIT("twenty"),    20},
    {STR_INIT("thirty"),    30},
    {STR_INIT("forty"),     40},
    {STR_INIT("fifty"),     50},
    {STR_INIT("sixty"),     60},
    {STR_INIT("seventy"),   70},
    {STR_INIT("eighty"),    80},
    {STR_INIT("ninety"),    90},
};

static bool word_is(const Reader *r, uint32_t at, const char *word)
{
    return at < r->end && str_folded_is(r->lexed.tokens[at].text, str_of(word));
}

static bool takes_word(const Reader *r, uint32_t *at, const char *word)
{
    bool is = word_is(r, *at, word);
    *at += is ? 1 : 0;
    return is;
}

/* One to twelve; 0: no such word. */
static int32_t take_small(const Reader *r, uint32_t *at)
{
    uint32_t words = 0;
    const Phrase *phrase = reader_phrase(r, *at, CLASS_NUMBER, &words);
    if (phrase == NULL) return 0;
    *at += words;
    return phrase->id;
}

/* One to nine, behind tens; 0: none. */
static int32_t take_unit(const Reader *r, uint32_t *at)
{
    uint32_t behind = *at;
    int32_t n = take_small(r, &behind);
    if (n > 9) return 0;
    *at = behind;
    return n;
}

/* "seratus", "dua ratus"; "one hundred [and]" */
static int32_t take_hundreds(const Reader *r, uint32_t *at)
{
    bool id = r->lang == LANG_ID;
    uint32_t behind = *at;
    int32_t hundreds = id && takes_word(r, &behind, "seratus") ? 1 : 0;
    if (hundreds == 0) {
        hundreds = take_small(r, &behind);
        if (!takes_word(r, &behind, id ? "ratus" : "hundred")) return 0;
    }
    if (!id) (void)takes_word(r, &behind, "and");
    *at = behind;
    return hundreds * 100;
}

/* "lima", "lima belas", "lima puluh", "lima puluh dua" */
static int32_t take_indonesian(const Reader *r, uint32_t *at)
{
    int32_t n = take_small(r, at);
    if (n == 0 || n > 9) return n;
    if (takes_word(r, at, "belas")) return n + 10;
    if (takes_word(r, at, "puluh")) return n * 10 + take_unit(r, at);
    return n;
}

static int32_t english_of(Str word)
{
    for (size_t i = 0; i < COUNT(english); i++) {
        if (str_folded_is(word, english[i].word)) return english[i].value;
    }
    return 0;
}

static int32_t english_unit(Str word)
{
    for (int32_t i = 1; i <= 9; i++) {
        if (str_folded_is(word, number_text(i, LANG_EN))) return i;
    }
    return 0;
}

/* "five", "fifteen", "fifty", "fifty-two", "fifty two" */
static int32_t take_english(const Reader *r, uint32_t *at)
{
    Str word = {0}, tens = {0};
    if (*at < r->end) word = r->lexed.tokens[*at].text;
    (void)str_next(&word, '-', &tens);
    int32_t value = english_of(tens);
    int32_t unit = english_unit(word);
    bool joined = word.len > 0;
    bool odd = joined && (unit == 0 || value % 10 != 0); /* "twenty-eleven" */
    if (value == 0 || odd) return take_small(r, at);
    ++*at;
    if (joined) return value + unit;
    return value % 10 == 0 ? value + take_unit(r, at) : value;
}

int32_t reader_cardinal(const Reader *r, uint32_t from, uint32_t *words)
{
    uint32_t at = from;
    int32_t number = take_hundreds(r, &at);
    number +=
        r->lang == LANG_ID ? take_indonesian(r, &at) : take_english(r, &at);
    bool more = word_is(r, at, "ribu") || word_is(r, at, "juta") ||
                word_is(r, at, "thousand") || word_is(r, at, "million");
    *words = more || number == 0 ? 0 : at - from;
    return more ? 0 : number;
}

/* Behind a figure and its words in brackets: "3 (tiga)". */
static uint32_t behind_figure(const Reader *r, uint32_t at)
{
    enum { WORDS_IN_BRACKETS = 6 };
    const Token *tokens = r->lexed.tokens;
    uint32_t close = ++at;
    if (at >= r->end || tokens[at].kind != TOKEN_OPEN) return at;
    while (close < r->end && close < at + WORDS_IN_BRACKETS &&
           tokens[close].kind != TOKEN_CLOSE)
        close++;
    return close < r->end && tokens[close].kind == TOKEN_CLOSE ? close + 1 : at;
}

bool reader_sees_times(const Reader *r, uint32_t at)
{
    uint32_t words = 0;
    if (r->lang == LANG_ID) (void)takes_word(r, &at, "sebanyak");
    if (at >= r->end) return false;
    if (r->lang == LANG_EN && takes_word(r, &at, "twice"))
        return reader_sees_at(r, at, W_A_DAY);
    if (r->lexed.tokens[at].kind == TOKEN_NUMBER)
        at = behind_figure(r, at);
    else if (reader_cardinal(r, at, &words) > 0)
        at += words;
    else
        return false;
    const char *times = r->lang == LANG_ID ? "kali" : "times";
    return takes_word(r, &at, times) && reader_sees_at(r, at, W_A_DAY);
}

/* times = [ "sebanyak" ] number "kali", "sehari" being next; or "twice" */
bool reader_times(Reader *r, Amount *out)
{
    if (r->lang == LANG_ID) (void)takes_word(r, &r->at, "sebanyak");
    if (r->lang == LANG_EN && takes_word(r, &r->at, "twice")) {
        *out = (Amount){.number = 2, .counted = STR("kali")};
        return true;
    }
    uint32_t number = r->at;
    return reader_number(r, &out->number, &out->hundredths) &&
           reader_counted(r, number, out);
}
