/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/grammar.h"

static bool sees_digit(const Reader *r, uint32_t ahead)
{
    return reader_peek(r, ahead)->kind == TOKEN_NUMBER;
}

static void keep_one_word(Reader *r, Tail *tail, Str word)
{
    Str *words = NEW(r->arena, Str, 1);
    *words = word;
    tail->words = words;
    tail->word_count = 1;
}

static bool take_one_word(Reader *r, Tail *tail)
{
    Str word = {0};
    if (!reader_gloss(r, &word)) return false;
    keep_one_word(r, tail, word);
    return true;
}

/* event = words up to a comma, semicolon or colon */
static bool take_event(Reader *r, Tail *tail)
{
    uint32_t words = 0;
    uint32_t from = r->at;
    const Phrase *gloss = reader_phrase(r, r->at, CLASS_GLOSS, &words);
    if (gloss != NULL && reader_name_ends(r, r->at + words))
        return take_one_word(r, tail);
    while (!reader_done(r) && !reader_is(r, TOKEN_COMMA) &&
           !reader_is(r, TOKEN_SEMICOLON) && !reader_is(r, TOKEN_COLON))
        r->at++;
    if (r->at == from) return take_one_word(r, tail); /* says what is missing */
    uint32_t to = r->at;
    r->at = from;
    keep_one_word(r, tail, reader_free_text(r, to));
    return true;
}

static bool take_own_words(Reader *r, TailKind kind, Tail *tail)
{
    if (kind == TAIL_IF || kind == TAIL_EXCEPT_IF || kind == TAIL_AGAIN)
        return take_event(r, tail);
    if (reader_name_ends(r, r->at) && !reader_is(r, TOKEN_STRING)) {
        uint32_t words = 0; /* "on alternate days" begins like a date */
        if (reader_phrase(r, r->at, CLASS_GLOSS, &words) == NULL) return true;
    }
    return take_one_word(r, tail);
}

bool reader_pattern(Reader *r, Tail *tail)
{
    return take_own_words(r, TAIL_TURNS, tail);
}

/* rhythm = "setiap" [ number ] unit of time; "setiap hari" is working days */
static bool take_rhythm(Reader *r, Tail *tail)
{
    uint32_t from = r->at;
    Str day = r->lang == LANG_ID ? STR("hari") : STR("day");
    if (reader_sees_number(r)) return reader_duration(r, &tail->duration);
    const Phrase *phrase = reader_take_phrase(r, CLASS_COUNT);
    const CountRow *row = phrase == NULL ? NULL : count_row((size_t)phrase->id);
    if (row != NULL && row->time != UNIT_TIME_NONE) {
        tail->duration = (Duration){1, row->time};
        return true;
    }
    r->at = from;
    if (str_folded_is(reader_peek(r, 0)->text, day)) {
        r->at++;
        tail->duration = (Duration){1, WORKING_DAYS};
        return reader_fault(r, FAULT_EVERY_DAY, reader_span(r, from - 1),
                            STR(""));
    }
    return reader_expected(r, STR("hari kerja, minggu, bulan atau nama hari"),
                           STR("working day, week, month or a weekday"));
}

/* "tanggal 10" of each month, without the name of one. */
static bool sees_day(const Reader *r)
{
    uint32_t words = 0;
    Str day = r->lang == LANG_ID ? STR("tanggal") : STR("day");
    return str_folded_is(reader_peek(r, 0)->text, day) && sees_digit(r, 1) &&
           reader_phrase(r, r->at + 2, CLASS_MONTH, &words) == NULL;
}

static bool take_day(Reader *r, Tail *tail)
{
    r->at++;
    if (!reader_whole(r, &tail->day_of_month)) return false;
    bool next = str_folded_is(reader_peek(r, 0)->text, STR("bulan")) &&
                str_folded_is(reader_peek(r, 1)->text, STR("berikutnya"));
    r->at += next ? 2 : 0;
    return true;
}

static bool advise_deadline(Reader *r)
{
    return reader_advise(
        r,
        STR("tulis 'paling lambat 2 hari kerja sebelumnya', 'paling lambat "
            "pukul 17.00', 'paling lambat tanggal 5', atau tanggalnya"),
        STR("write 'no later than 2 working days beforehand', 'no later than "
            "at 17.00', 'no later than day 5', or the date"));
}

static bool fault_no_deadline(Reader *r)
{
    (void)reader_expected(r, STR("jam, tanggal, atau berapa lama sebelumnya"),
                          STR("a time, a date, or how long beforehand"));
    return advise_deadline(r);
}

/* "menjawab paling lambat 15 menit": how long it may take is "paling lama". */
static bool advise_within(Reader *r, uint32_t from)
{
    Str time = reader_text(r, from, r->at);
    return reader_advise(
        r,
        str_format(r->arena,
                   "tulis 'paling lambat %.*s sebelumnya', 'paling lambat "
                   "pukul 17.00', atau tanggalnya; menjawab dan hadir: "
                   "'paling lama %.*s'",
                   STR_ARG(time), STR_ARG(time)),
        str_format(r->arena,
                   "write 'no later than %.*s beforehand', 'no later than at "
                   "17.00', or the date; to answer and to attend: 'within "
                   "%.*s'",
                   STR_ARG(time), STR_ARG(time)));
}

/* "paling lambat 24 jam": before what, or after it?  Of the first only the
 * tail speaks. */
static bool is_beforehand(Reader *r, const Duration *late, uint32_t from)
{
    if (reader_takes(r, W_BEFOREHAND)) return true;
    (void)reader_expected(r, STR("'sebelumnya'"), STR("'beforehand'"));
    if (late->unit == MINUTES || late->unit == HOURS)
        return advise_within(r, from);
    return advise_deadline(r);
}

/* deadline = "pukul" time | "tanggal" number | date [ "pukul" time ]
 *          | duration "sebelumnya" */
static bool take_deadline(Reader *r, Tail *tail)
{
    uint32_t words = 0;
    tail->when = when_empty();
    if (reader_sees_clock(r)) return reader_clocks(r, tail);
    if (sees_day(r)) return take_day(r, tail);
    (void)(reader_takes(r, W_ON) || reader_takes(r, W_DATED));
    if (reader_phrase(r, r->at + 1, CLASS_MONTH, &words) != NULL ||
        reader_sees_weekday(r, r->at)) {
        tail->when.given = true;
        return reader_date(r, &tail->when.window.last) &&
               reader_minute(r, &tail->when.last_minute, &tail->when.zone);
    }
    if (r->lang == LANG_EN && reader_peek(r, 0)->kind == TOKEN_CLOCK)
        return reader_clocks(r, tail);
    uint32_t from = r->at;
    if (!reader_sees_number(r)) return fault_no_deadline(r);
    return reader_duration(r, &tail->duration) &&
           is_beforehand(r, &tail->duration, from);
}

static bool take_count(Reader *r, TailKind kind, Tail *tail)
{
    Amount *a = &tail->amount;
    if (kind == TAIL_SHIFTS && reader_takes(r, W_SHIFTS)) {
        a->counted = word_text(W_SHIFTS, LANG_ID);
        return true;
    }
    if (kind == TAIL_TIMES && reader_sees_times(r, r->at)) {
        if (!reader_times(r, a)) return false;
        return reader_takes(r, W_A_DAY);
    }
    uint32_t number = r->at;
    if (!reader_number(r, &a->number, &a->hundredths)) return false;
    if (kind == TAIL_SHIFTS) {
        a->counted = word_text(W_SHIFTS, LANG_ID);
        if (!reader_takes(r, W_SHIFTS))
            return reader_expected(r, STR("'gelombang'"), STR("'shifts'"));
        return a->hundredths == 0 ||
               reader_fault(r, FAULT_IN_PARTS, reader_span(r, number),
                            reader_text(r, number, r->at));
    }
    if (!reader_counted(r, number, a)) return false;
    if (kind != TAIL_TIMES) return true;
    if (reader_takes(r, W_A_DAY)) return true;
    return reader_expected(r, STR("'sehari'"), STR("'a day'"));
}

static bool take_value(Reader *r, TailKind kind, Tail *tail)
{
    switch (tail_row(kind)->holds) {
    case HOLDS_NOTHING: return true;
    case HOLDS_WHO:
        return reader_who(r, kind == TAIL_AT ? WHO_UNITS : WHO_TAIL,
                          &tail->who);
    case HOLDS_WORDS: return reader_words(r, tail);
    case HOLDS_OWN_WORDS: return take_own_words(r, kind, tail);
    case HOLDS_AMOUNT:
        return kind == TAIL_SIZE ? reader_amount(r, &tail->amount)
                                 : take_count(r, kind, tail);
    case HOLDS_DURATION:
        if (kind == TAIL_RHYTHM) return take_rhythm(r, tail);
        if (!reader_duration(r, &tail->duration)) return false;
        if (kind == TAIL_AT_LEAST_LONG) (void)reader_takes(r, W_A_DAY);
        return true;
    case HOLDS_WHEN: return reader_when(r, &tail->when);
    case HOLDS_CLOCK: return reader_clocks(r, tail);
    case HOLDS_DEADLINE: return take_deadline(r, tail);
    case HOLDS_REF: return reader_ref(r, &tail->ref);
    }
    return false;
}

static bool fault_twice(Reader *r, uint32_t from)
{
    return reader_fault(r, FAULT_TAIL_TWICE, reader_span(r, from),
                        reader_text(r, from, r->at));
}

static bool keep(Reader *r, TailKind kind, Tail *tail, uint32_t from,
                 Tails *out)
{
    if (out->has[kind]) return fault_twice(r, from);
    tail->kind = kind;
    tail->span = reader_span(r, from);
    out->at[kind] = *tail;
    out->has[kind] = true;
    return true;
}

/* "kecuali keperluan mendesak", "kecuali dalam keadaan darurat": for what, not
 * for whom. */
static bool sees_circumstance(const Reader *r)
{
    static const Str words[] = {STR_INIT("keperluan"), STR_INIT("keadaan"),
                                STR_INIT("kepentingan"), STR_INIT("kondisi"),
                                STR_INIT("urusan")};
    uint32_t count = 0;
    bool within = str_folded_is(reader_peek(r, 0)->text, STR("dalam"));
    const Token *first = reader_peek(r, within ? 1 : 0);
    const Phrase *gloss = reader_phrase(r, r->at, CLASS_GLOSS, &count);
    Str known = gloss == NULL ? STR("") : lexicon_gloss(gloss->id);
    bool sees = false;
    for (size_t i = 0; i < COUNT(words); i++)
        sees |=
            str_folded_is(first->text, words[i]) || str_starts(known, words[i]);
    return first->kind == TOKEN_WORD && sees;
}

static TailKind except_kind(const Reader *r)
{
    if (reader_sees_when(r)) return TAIL_EXCEPT_WHEN;
    if (reader_sees(r, W_FOR) || sees_circumstance(r)) return TAIL_EXCEPT_FOR;
    if (reader_sees(r, W_PERMITTED_BY) || reader_sees(r, W_APPROVED_BY))
        return TAIL_EXCEPT_BY;
    if (reader_sees(r, W_IF)) return TAIL_EXCEPT_IF;
    return (TailKind)TAIL_COUNT;
}

static void take_except_opener(Reader *r, TailKind kind)
{
    if (kind == TAIL_EXCEPT_WHEN) return;
    if (!reader_takes(r, tail_row(kind)->opener))
        (void)(reader_takes(r, W_APPROVED_BY) || reader_takes(r, W_FOR));
    if (kind == TAIL_EXCEPT_FOR && r->lang == LANG_ID &&
        str_folded_is(reader_peek(r, 0)->text, STR("dalam")))
        r->at++;
}

/* "kecuali hari libur": a day, nobody; its date is asked for. */
static bool fault_day_off(Reader *r)
{
    (void)reader_fault_here(r, FAULT_NAME_WANTED);
    diag_advise(r->diags,
                STR("tulis tanggalnya, misalnya 'kecuali pada 24 Desember "
                    "2026', atau harinya: 'kecuali setiap Jumat'"),
                STR("write its date, such as 'except on 24 December 2026', or "
                    "the day: 'except every Friday'"));
    return false;
}

/* except = "kecuali" ( time | "untuk" words | "dengan izin" who | "jika" event
 *                    | who ) */
static bool take_except(Reader *r, Tails *out)
{
    uint32_t from = r->at;
    Tail tail = {.when = when_empty()};
    (void)reader_takes(r, W_EXCEPT);
    TailKind kind = except_kind(r);
    if (kind != (TailKind)TAIL_COUNT) {
        take_except_opener(r, kind);
        return take_value(r, kind, &tail) && keep(r, kind, &tail, from, out);
    }
    if (out->except != NULL) return fault_twice(r, from);
    if (gloss_is_time(reader_peek(r, 0)->text)) return fault_day_off(r);
    return reader_excepted(r, WHO_TAIL, &out->except);
}

/* "dilarang ... tanpa izin camat" is "kecuali dengan izin camat". */
static bool take_without_leave(Reader *r, Tails *out)
{
    uint32_t from = r->at;
    Tail tail = {.when = when_empty()};
    (void)reader_takes(r, W_WITHOUT_LEAVE);
    r->without_leave = reader_span(r, from);
    return take_value(r, TAIL_EXCEPT_BY, &tail) &&
           keep(r, TAIL_EXCEPT_BY, &tail, from, out);
}

/* open = "belum lengkap" | "antara lain" words */
static bool take_open_list(Reader *r, Tails *out)
{
    uint32_t from = r->at;
    Tail tail = {.when = when_empty()};
    if (!reader_takes(r, W_INCOMPLETE) && !reader_words(r, &tail)) return false;
    tail.open = false;
    return keep(r, TAIL_OPEN_LIST, &tail, from, out);
}

static bool take_tail(Reader *r, TailKind kind, Tails *out)
{
    uint32_t from = r->at;
    Tail tail = {.when = when_empty()};
    if (kind == TAIL_WHEN && out->has[TAIL_WHEN]) {
        bool found = false; /* another part of the same time */
        return reader_when_part(r, &out->at[TAIL_WHEN].when, &found);
    }
    if (kind == TAIL_OPEN_LIST) return take_open_list(r, out);
    if (kind == TAIL_RHYTHM && reader_takes_periodic(r, &tail.duration))
        return keep(r, kind, &tail, from, out);
    bool every = kind == TAIL_AT && !reader_sees(r, W_IN);
    reader_tail_opener(r, kind, &tail);
    if (!take_value(r, kind, &tail)) return false;
    if (every) r->every_tail = tail.who;
    return keep(r, kind, &tail, from, out);
}

/* "yaitu pukul 08.00" */
bool reader_sees_that_is(const Reader *r)
{
    static const Str that_is[] = {STR_INIT("yaitu"), STR_INIT("yakni"),
                                  STR_INIT("namely")};
    Reader look = *r;
    bool sees = false;
    look.at++;
    for (size_t i = 0; reader_sees_clock(&look) && i < COUNT(that_is); i++)
        sees |= str_folded_is(reader_peek(r, 0)->text, that_is[i]);
    return sees;
}

/* "dan dibulatkan ke bawah", "tetapi tidak kurang dari 1 orang", "yaitu pukul
 * 08.00": a word that only joins the tail. */
static void skip_joiner(Reader *r)
{
    static const Str but[] = {STR_INIT("tetapi"), STR_INIT("namun"),
                              STR_INIT("but")};
    Reader look = *r;
    Str word = reader_peek(r, 0)->text;
    look.at++;
    bool rounds = reader_sees(&look, W_DOWN) || reader_sees(&look, W_UP);
    bool floor =
        reader_sees(&look, W_FLOOR) || reader_sees(&look, W_FLOOR_FORCED);
    bool joins =
        ((rounds || floor) && reader_sees(r, W_AND)) || reader_sees_that_is(r);
    for (size_t i = 0; i < COUNT(but); i++)
        joins |= floor && str_folded_is(word, but[i]);
    if (joins) r->at++;
}

/* tails = { [ "," ] ( tail | except ) }: in any order, each once */
bool reader_tails(Reader *r, Tails *out)
{
    for (;;) {
        uint32_t back = r->at;
        (void)reader_take(r, TOKEN_COMMA);
        if (reader_own_time(r)) continue;
        skip_joiner(r);
        TailKind kind = reader_tail_kind(r);
        if (reader_sees(r, W_WITHOUT_LEAVE)) {
            if (!take_without_leave(r, out)) return false;
        } else if (reader_sees(r, W_EXCEPT)) {
            if (!take_except(r, out)) return false;
        } else if (kind != (TailKind)TAIL_COUNT) {
            if (!take_tail(r, kind, out)) return false;
        } else {
            r->at = back;
            return true;
        }
    }
}

void reader_keep_tails(Reader *r, const Tails *tails, Sentence *out)
{
    VEC(Tail) kept = {0};
    for (int i = 0; i < TAIL_COUNT; i++) {
        if (tails->has[i]) VEC_PUSH(r->arena, &kept, tails->at[i]);
    }
    out->tails = kept.at;
    out->tail_count = (uint32_t)kept.count;
}
