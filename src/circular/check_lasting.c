/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/lint.h"
#include "circular/words.h"

/*
 * "Selama 14 hari kalender" without what it is counted from: the law computes
 * with dates alone, so the sentence holds up to the end of its own dates or of
 * its letter.  Where that is another number of days it is said, with the dates
 * that the words mean.
 */

enum { WEEK = 7, DAYS_MOST = 3660 };

static int32_t working_days(const Lint *l, Window w)
{
    int32_t count = 0;
    for (Date day = w.first; !date_before(w.last, day);
         day = date_plus(day, 1)) {
        count += lint_works_plainly(l, day);
    }
    return count;
}

static bool is_bounded(Window w)
{
    return !date_is(w.last, DATE_NEVER);
}

/* Longer than any letter: nobody counts its days. */
static bool is_endless(Window w)
{
    return is_bounded(w) && window_days(w) > DAYS_MOST;
}

/* In days, working days if that is their unit; 0: of no number of days. */
static int32_t days_meant(const Duration *lasting)
{
    bool days = lasting->unit == CALENDAR_DAYS || lasting->unit == WORKING_DAYS;
    if (lasting->number > DAYS_MOST / WEEK) return 0;
    if (lasting->unit == WEEKS) return lasting->number * WEEK;
    return days ? lasting->number : 0;
}

/* "mulai 9 Maret 2026 sampai dengan 13 Maret 2026" */
static Str dates_meant(const Lint *l, const Duration *lasting, Date first,
                       Lang lang)
{
    int32_t days = days_meant(lasting);
    Date last = date_plus(first, -1);
    while (days > 0) {
        last = date_plus(last, 1);
        days -= lasting->unit != WORKING_DAYS || lint_works_plainly(l, last);
    }
    return str_format(l->arena, "%.*s %.*s %.*s %.*s",
                      STR_ARG(word_text(W_FROM, lang)),
                      STR_ARG(date_words(l->arena, first, lang)),
                      STR_ARG(word_text(W_UNTIL, lang)),
                      STR_ARG(date_words(l->arena, last, lang)));
}

static Str said_length(const Lint *l, const Duration *lasting, Lang lang)
{
    const CountRow *row = count_row_of_time(lasting->unit);
    bool one = lasting->number == 1;
    Str unit = lang == LANG_ID ? row->word : one ? row->one : row->many;
    return str_format(l->arena, "%d %.*s", lasting->number, STR_ARG(unit));
}

static void say_length(const Lint *l, const When *when, Window w)
{
    Str in = said_length(l, &when->lasting, LANG_ID);
    Str en = said_length(l, &when->lasting, LANG_EN);
    if (!is_bounded(w)) {
        lint_say(l, DIAG_WARNING, "periksa-01", when->span,
                 str_format(l->arena,
                            "%.*s dalam kata, sedangkan tanggal akhirnya tidak "
                            "ada; kalimat ini berlaku terus",
                            STR_ARG(in)),
                 str_format(l->arena,
                            "%.*s in words, but there is no date of its end; "
                            "this sentence goes on holding",
                            STR_ARG(en)));
        return;
    }
    int32_t calendar = window_days(w), working = working_days(l, w);
    lint_say(l, DIAG_WARNING, "periksa-01", when->span,
             str_format(l->arena,
                        "%.*s dalam kata, sedangkan tanggalnya %d hari "
                        "kalender, %d hari kerja; tanggal yang dipakai",
                        STR_ARG(in), calendar, working),
             str_format(l->arena,
                        "%.*s in words, but the dates make %d calendar "
                        "days, %d working days; the dates are taken",
                        STR_ARG(en), calendar, working));
}

/* Where the sentence has a beginning of its own, its end is all that lacks. */
static void advise_dates(const Lint *l, const When *when, Window w)
{
    bool own = !date_is(when->window.first, DATE_ALWAYS);
    bool bounded = is_bounded(w);
    Str in = dates_meant(l, &when->lasting, w.first, LANG_ID);
    Str en = dates_meant(l, &when->lasting, w.first, LANG_EN);
    Str term_in = STR(""), term_en = STR("");
    if (bounded) {
        int32_t days = window_days(w);
        term_in = str_format(
            l->arena, "; bila itu masa surat: 'selama %d hari kalender'", days);
        term_en = str_format(
            l->arena, "; if it is the letter's term: 'for %d calendar days'",
            days);
    }
    if (own) {
        diag_advise(
            l->diags,
            str_format(l->arena, "tulis tanggalnya: '%.*s'", STR_ARG(in)),
            str_format(l->arena, "write its dates: '%.*s'", STR_ARG(en)));
        return;
    }
    diag_advise(
        l->diags,
        str_format(
            l->arena,
            "tulis tanggalnya, misalnya '%.*s', atau sejak apa, misalnya "
            "'sejak kedatangan'%.*s",
            STR_ARG(in), STR_ARG(term_in)),
        str_format(l->arena,
                   "write its dates, such as '%.*s', or from what it is "
                   "counted, such as 'counted from arrival'%.*s",
                   STR_ARG(en), STR_ARG(term_en)));
}

static bool is_so_long(const Lint *l, const Duration *lasting, Window w)
{
    int32_t days =
        lasting->unit == WORKING_DAYS ? working_days(l, w) : window_days(w);
    return days == days_meant(lasting);
}

static void lint_when(const Lint *l, const When *when)
{
    Window w = window_meet(l->tree->valid.window, when->window);
    if (days_meant(&when->lasting) == 0 || when->since.len > 0 ||
        date_is(w.first, DATE_ALWAYS) || window_is_empty(w) || is_endless(w) ||
        (is_bounded(w) && is_so_long(l, &when->lasting, w)))
        return;
    say_length(l, when, w);
    advise_dates(l, when, w);
}

/* What is closed has the days of its order, and what is relaxed those of a
 * decision. */
static bool has_own_days(const Sentence *s)
{
    return s->pred == PRED_STATE ||
           (s->pred == PRED_DO && s->verb == VERB_RELAX);
}

void lint_lasting(const Lint *l, const Sentence *s)
{
    if (has_own_days(s)) return;
    for (uint32_t i = 0; i < s->frame_count; i++) {
        if (s->frames[i].kind == FRAME_WHEN) lint_when(l, &s->frames[i].when);
    }
    for (uint32_t i = 0; i < s->tail_count; i++) {
        if (s->tails[i].kind == TAIL_WHEN) lint_when(l, &s->tails[i].when);
    }
    for (uint32_t i = 0; i < s->row_count; i++) {
        if (s->rows[i].body != NULL) lint_lasting(l, s->rows[i].body);
    }
}
