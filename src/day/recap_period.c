/* SPDX-License-Identifier: Apache-2.0 */
#include "day/recap_period.h"

#include "base/vec.h"
#include "circular/report_said.h"
#include "circular/words.h"

typedef struct {
    Arena *arena;
    Window within;
    VEC(RecapPeriod) periods;
} Listing;

static bool names_recap(const Who *who)
{
    for (uint32_t g = 0; who != NULL && g < who->group_count; g++) {
        for (uint32_t t = 0; t < who->groups[g].count; t++) {
            const Term *term = &who->groups[g].terms[t];
            if (term->kind == TERM_THING && term->value == THING_RECAP)
                return true;
        }
    }
    return false;
}

static bool asks_for_recap(const Clause *clause)
{
    const Sentence *s = clause->sentence;
    return s != NULL && s->pred == PRED_DO && s->verb == VERB_SUBMIT &&
           (names_recap(s->object) || report_goes_up(s));
}

static RecapSpan rhythm_of(const Sentence *s)
{
    for (uint32_t i = 0; i < s->tail_count; i++) {
        const Tail *tail = &s->tails[i];
        if (tail->kind != TAIL_RHYTHM) continue;
        if (tail->duration.unit == WEEKS) return RECAP_OF_WEEK;
        if (tail->duration.unit == MONTHS) return RECAP_OF_MONTH;
    }
    return RECAP_OF_LETTER;
}

/* The calendar week or month that holds the day. */
static Window around(Date day, RecapSpan span)
{
    if (span == RECAP_OF_WEEK) {
        Date monday = date_plus(day, -(int32_t)date_weekday(day));
        return (Window){monday, date_plus(monday, 6)};
    }
    Civil civil = date_civil(day);
    Window month = {date_plus(day, 1 - civil.day), day};
    while (date_civil(date_plus(month.last, 1)).month == civil.month)
        month.last = date_plus(month.last, 1);
    return month;
}

static void add(Listing *l, ClauseId by, RecapSpan span, Window window)
{
    VEC_PUSH(l->arena, &l->periods, ((RecapPeriod){by, span, window}));
}

static void add_rhythm(Listing *l, ClauseId by, RecapSpan span, Window whole)
{
    for (Date day = whole.first; !date_before(whole.last, day);) {
        Window part = window_meet(around(day, span), whole);
        add(l, by, span, part);
        day = date_plus(part.last, 1);
    }
}

static void take_clause(Listing *l, const Corpus *corpus, ClauseId id)
{
    const Clause *clause = corpus_clause(corpus, id);
    const CorpusLetter *letter = &corpus->letters[clause->letter];
    RecapSpan span = rhythm_of(clause->sentence);
    for (uint32_t pass = span == RECAP_OF_LETTER ? 1 : 0; pass < 2; pass++) {
        for (uint32_t w = 0; w < letter->window_count; w++) {
            Window whole = window_meet(letter->windows[w],
                                       window_meet(clause->window, l->within));
            if (window_is_empty(whole)) continue;
            if (pass == 0)
                add_rhythm(l, id, span, whole);
            else
                add(l, id, RECAP_OF_LETTER, whole);
        }
    }
}

RecapPeriods recap_periods(Arena *arena, const Corpus *corpus, Window within)
{
    Listing l = {.arena = arena, .within = within};
    for (uint32_t i = 0; i < corpus->clause_count; i++) {
        if (asks_for_recap(&corpus->clauses[i]))
            take_clause(&l, corpus, (ClauseId){i});
    }
    return (RecapPeriods){l.periods.at, l.periods.count};
}

/* ---- one of them -------------------------------------------------------- */

static bool last_begun(const RecapPeriods *periods, RecapSpan span, Date day,
                       Window *out)
{
    bool found = false;
    for (size_t i = 0; i < periods->count; i++) {
        const RecapPeriod *p = &periods->at[i];
        if (p->span != span || date_before(day, p->window.first) ||
            (found && !date_before(out->first, p->window.first)))
            continue;
        *out = p->window;
        found = true;
    }
    return found;
}

/* Does the window reach further, on days that meet or touch? */
static bool grow(Window *run, Window by)
{
    Window near = {date_plus(run->first, -1), date_plus(run->last, 1)};
    Window before = *run;
    if (!window_meets(near, by)) return false;
    if (date_before(by.first, run->first)) run->first = by.first;
    if (date_before(run->last, by.last)) run->last = by.last;
    return !date_is(before.first, run->first) ||
           !date_is(before.last, run->last);
}

bool recap_period_of(const RecapPeriods *periods, RecapSpan span, Date day,
                     Window *out)
{
    if (span != RECAP_OF_RUN) return last_begun(periods, span, day, out);
    if (!last_begun(periods, RECAP_OF_LETTER, day, out)) return false;
    for (bool grew = true; grew;) {
        grew = false;
        for (size_t i = 0; i < periods->count; i++)
            grew = grow(out, periods->at[i].window) || grew;
    }
    return true;
}

/* ---- words -------------------------------------------------------------- */

bool recap_span_parse(Str word, RecapSpan *out)
{
    static const char *const words[][2] = {
        [RECAP_OF_WEEK] = {"mingguan", "weekly" },
        [RECAP_OF_MONTH] = {"bulanan",  "monthly"},
        [RECAP_OF_LETTER] = {"surat",    "letter" },
        [RECAP_OF_RUN] = {"masa",     "run"    },
    };
    for (size_t i = 0; i < COUNT(words); i++) {
        if (!str_is(word, str_of(words[i][LANG_ID])) &&
            !str_is(word, str_of(words[i][LANG_EN])))
            continue;
        *out = (RecapSpan)i;
        return true;
    }
    return false;
}

Str recap_span_word(RecapSpan span, Lang lang)
{
    static const char *const words[][2] = {
        [RECAP_OF_WEEK] = {"mingguan",                           "weekly"             },
        [RECAP_OF_MONTH] = {"bulanan",                            "monthly"            },
        [RECAP_OF_LETTER] = {"seluruh masa surat",                 "the letter's period"},
        [RECAP_OF_RUN] = {"seluruh masa surat yang bersambung",
                           "the run of letters"                                       },
    };
    CHECK((size_t)span < COUNT(words));
    return str_of(words[span][lang == LANG_EN]);
}
