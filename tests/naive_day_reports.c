/* SPDX-License-Identifier: Apache-2.0 */
/*
 * naive_day_reports.c - docs/day.md, sections 4.2, 4.3 and 4.9.
 */
#include "naive_day_parts.h"

enum { HALF_HOUR = 30, NEXT_DAY_OVER = 2 * 1440 };

/* ---- which day, which report ----------------------------------------------
 */

static Window week_of(Date day)
{
    Date monday = date_plus(day, -(int32_t)date_weekday(day));
    return (Window){monday, date_plus(monday, 6)};
}

static Window month_of(Date day)
{
    Civil civil = date_civil(day);
    Date first = date_plus(day, 1 - civil.day), last = first;
    while (date_civil(date_plus(last, 1)).month == civil.month) {
        last = date_plus(last, 1);
    }
    return (Window){first, last};
}

static bool works_on(const Naive *n, Date day)
{
    uint8_t week = n->r->units[n->person->unit.index].week;
    return person_is_active(n->r, n->id, day) &&
           calendar_works(n->corpus->calendar, week, day, n->corpus->known);
}

/* No later day of the span on which they work and the letter holds. */
static bool is_last(const Naive *n, ClauseId id, Window span)
{
    uint32_t letter = corpus_clause(n->corpus, id)->letter;
    for (Date d = date_plus(n->date, 1); window_has(span, d);
         d = date_plus(d, 1)) {
        if (works_on(n, d) && letter_holds(&n->corpus->letters[letter], d))
            return false;
    }
    return true;
}

static const Told *last_report(const Naive *n, Window span)
{
    const Told *last = NULL;
    for (size_t i = 0; i < n->count; i++) {
        const Told *t = &n->told[i];
        if (t->fact->kind != FACT_REPORT || t->out || !naive_is_of(n, t) ||
            !window_has(span, t->days.first))
            continue;
        if (last == NULL || naive_before(last, t)) last = t;
    }
    return last;
}

/* What it mends, stands before it and was sent back at some time; or NULL. */
static const Told *mends(const Naive *n, const Told *report)
{
    const Told *old = naive_find(n, report->fact->about);
    if (old == NULL || old >= report || old->out ||
        old->fact->kind != FACT_REPORT || !naive_is_of(n, old) ||
        old->days.first.days != report->days.first.days)
        return NULL;
    for (size_t i = 0; i < n->count; i++) {
        const Told *t = &n->told[i];
        if (t->fact->kind == FACT_REVIEW && !t->out &&
            fact_id_is(t->fact->about, old->fact->id) &&
            str_is(t->word, STR("kembalikan")))
            return old;
    }
    return NULL;
}

static int minute_of(const Naive *n, const Told *report)
{
    const Told *old = mends(n, report);
    return old == NULL ? naive_minute(n, report) : minute_of(n, old);
}

/* ---- channels --------------------------------------------------------------
 */

/* People speak by it, and no fact comes by it. */
static bool is_other_talk(Str word)
{
    static const char *const talk[] = {"media sosial", "surat elektronik",
                                       "pesan singkat", "tatap muka",
                                       "konferensi video"};
    for (size_t i = 0; i < COUNT(talk); i++) {
        if (str_folded_is(word, str_of(talk[i]))) return true;
    }
    return false;
}

static uint32_t channels_of(Str word)
{
    const uint32_t app = 1U << CHANNEL_APP | 1U << CHANNEL_WEB;
    Channel channel;
    if (str_folded_is(word, STR("aplikasi")) ||
        str_folded_is(word, STR("web")) || str_folded_is(word, STR("daring")))
        return app;
    if (channel_parse(word, &channel)) return 1U << channel;
    if (str_folded_is(word, STR("grup WhatsApp")))
        return 1U << CHANNEL_WHATSAPP;
    return is_other_talk(word) ? 0 : app | 1U << CHANNEL_IMPORT;
}

static uint32_t channels_in_tail(const Tail *tail)
{
    uint32_t bits = 0;
    for (uint32_t i = 0; tail != NULL && i < tail->word_count; i++) {
        bits |= channels_of(tail->words[i]);
    }
    return bits;
}

static uint32_t channels_in_list(Str list)
{
    Str word;
    uint32_t bits = 0;
    while (str_next(&list, '|', &word)) {
        bits |= channels_of(word);
    }
    return bits;
}

/* ---- one report owed --------------------------------------------------------
 */

typedef struct {
    ClauseId by;
    Strength strength;
    TimeUnit every; /* WORKING_DAYS, WEEKS, MONTHS */
    int due;
    uint32_t channels;
    const Told *rhythm; /* the head's, or NULL */
} Owed;

static Outcome outcome_of(const Naive *n, const Owed *owed, const Told *r,
                          const Told *review)
{
    bool down = naive_down(n, owed->due - HALF_HOUR, owed->due);
    if (r == NULL) {
        if (down) return OUTCOME_UNKNOWN;
        return naive_is_before(n, owed->due) ? OUTCOME_PENDING
                                             : OUTCOME_MISSING;
    }
    if (review != NULL && str_is(review->word, STR("kembalikan")))
        return OUTCOME_RETURNED;
    if (minute_of(n, r) > owed->due)
        return down ? OUTCOME_UNKNOWN : OUTCOME_LATE;
    bool accepted = review != NULL && str_is(review->word, STR("terima"));
    return accepted ? OUTCOME_ACCEPTED : OUTCOME_IN;
}

static void say_report(Naive *n, const Owed *owed, Window span)
{
    const Told *r = last_report(n, span);
    const Told *review = r == NULL ? NULL : naive_last_about(n, r, FACT_REVIEW);
    Outcome outcome = outcome_of(n, owed, r, review);
    Finding *f = naive_say(n, DUTY_REPORT, outcome, owed->by, owed->strength);
    if (outcome == OUTCOME_LATE) f->minutes = minute_of(n, r) - owed->due;
    naive_cite(f, owed->rhythm);
    naive_cite(f, r);
    if (outcome == OUTCOME_RETURNED || outcome == OUTCOME_ACCEPTED)
        naive_cite(f, review);
    if (r == NULL || owed->channels == 0 ||
        (owed->channels & 1U << r->fact->channel) != 0)
        return;
    f = naive_say(n, DUTY_REPORT, OUTCOME_OTHER_CHANNEL, owed->by,
                  owed->strength);
    naive_cite(f, owed->rhythm);
    naive_cite(f, r);
}

/* What rests on facts of all those days. */
static void forget_over(Naive *n, Window span, uint32_t from)
{
    const Fact *erased = naive_erased(n, n->date);
    for (Date d = span.first; erased == NULL && window_has(span, d);
         d = date_plus(d, 1))
        erased = naive_erased(n, d);
    naive_forget(n, from, erased);
}

static void judge_report(Naive *n, const Owed *owed)
{
    Window span = {n->date, n->date};
    if (owed->every == WEEKS) span = week_of(n->date);
    if (owed->every == MONTHS) span = month_of(n->date);
    uint32_t from = n->out->count;
    if (!is_last(n, owed->by, span)) return;
    say_report(n, owed, span);
    forget_over(n, span, from);
}

/* ---- who asks for it --------------------------------------------------------
 */

static Owed owed_by_clause(const Naive *n, ClauseId id)
{
    const Tail *rhythm = naive_tail(n, id, TAIL_RHYTHM);
    int due = naive_clock_end(naive_tail(n, id, TAIL_DEADLINE));
    if (due < 0) due = naive_clock_end(naive_tail(n, id, TAIL_CLOCK));
    return (Owed){
        .by = id,
        .strength = corpus_clause(n->corpus, id)->strength,
        .every = rhythm == NULL ? WORKING_DAYS : rhythm->duration.unit,
        .due = due < 0 ? n->hours.report_due : due,
        .channels = channels_in_tail(naive_tail(n, id, TAIL_CHANNEL)),
    };
}

bool naive_names_reports(const Who *who)
{
    if (naive_names(who, THING_REPORT)) return true;
    for (uint32_t g = 0; who != NULL && g < who->group_count; g++) {
        for (uint32_t t = 0; t < who->groups[g].count; t++) {
            if (str_starts(who->groups[g].terms[t].name, STR("laporan")))
                return true;
        }
    }
    return false;
}

bool naive_names_superior(const Who *who)
{
    for (uint32_t g = 0; who != NULL && g < who->group_count; g++) {
        for (uint32_t t = 0; t < who->groups[g].count; t++) {
            if (who->groups[g].terms[t].kind == TERM_SUPERIOR) return true;
        }
    }
    return false;
}

/* "melaporkan ...", "menyampaikan laporan setiap minggu [kepada atasan]" */
static bool asks_report(const Naive *n, ClauseId id)
{
    const Sentence *s = corpus_clause(n->corpus, id)->sentence;
    const Tail *to = naive_tail(n, id, TAIL_TO);
    bool again = naive_tail(n, id, TAIL_RHYTHM) != NULL;
    if (naive_bids(n, id, VERB_REPORT) || naive_bids(n, id, VERB_REPORT_ON))
        return true;
    if (s == NULL || !again || !naive_names_reports(s->object)) return false;
    return naive_bids(n, id, VERB_FILL_IN) ||
           (naive_bids(n, id, VERB_SUBMIT) &&
            (to == NULL || naive_names_superior(to->who)));
}

/* "Kepala perangkat daerah boleh menetapkan laporan berkala." */
static bool lets_head_set(const Naive *n, ClauseId id)
{
    const Sentence *s = corpus_clause(n->corpus, id)->sentence;
    return s->pred == PRED_DO && s->verb == VERB_SET &&
           naive_names_reports(s->object) && naive_reached(n, id);
}

static const Told *rhythm_of(const Naive *n, UnitId unit)
{
    for (size_t i = n->count; i > 0; i--) {
        const Told *t = &n->told[i - 1];
        if (t->fact->kind == FACT_RHYTHM && !t->out &&
            window_has(t->days, n->date) &&
            str_is(t->unit, n->r->units[unit.index].code))
            return t;
    }
    return NULL;
}

static const Told *nearest_rhythm(const Naive *n)
{
    const Told *found = NULL;
    UnitId unit = n->person->unit;
    while (found == NULL && unit.index != NO_INDEX) {
        found = rhythm_of(n, unit);
        unit = n->r->units[unit.index].parent;
    }
    return found;
}

static Owed owed_by_rhythm(const Naive *n, ClauseId id, const Told *rhythm)
{
    const Fact *f = rhythm->fact;
    TimeUnit every = WORKING_DAYS;
    if (str_is(rhythm->word, STR("mingguan"))) every = WEEKS;
    if (str_is(rhythm->word, STR("bulanan"))) every = MONTHS;
    return (Owed){
        .by = id,
        .strength = STRENGTH_MUST,
        .every = every,
        .due = f->to >= 0 ? f->to : n->hours.report_due,
        .channels = channels_in_list(f->list),
        .rhythm = rhythm,
    };
}

void naive_reports(Naive *n)
{
    uint32_t count = 0;
    const ClauseId *all = law_clauses(n->view->day, &count);
    const Told *rhythm = nearest_rhythm(n);
    for (uint32_t i = 0; i < count; i++) {
        Owed owed;
        if (asks_report(n, all[i]) && naive_owed(n, all[i]))
            owed = owed_by_clause(n, all[i]);
        else if (rhythm != NULL && lets_head_set(n, all[i]))
            owed = owed_by_rhythm(n, all[i], rhythm);
        else
            continue;
        judge_report(n, &owed);
    }
}

/* ---- reviews ----------------------------------------------------------------
 */

/* The minute at which the time to review it is over: behind the next day, or
 * at the first hour that the clause says from when it came. */
static int review_ends(const Naive *n, ClauseId id, const Told *r)
{
    int hour = naive_clock_end(naive_tail(n, id, TAIL_DEADLINE));
    int came = naive_minute(n, r), days = 0;
    if (hour < 0) {
        while (came >= (days + 1) * 1440)
            days++;
        return NEXT_DAY_OVER + days * 1440;
    }
    while (came > days * 1440 + hour)
        days++;
    return days * 1440 + hour;
}

void naive_reviews(Naive *n)
{
    uint32_t count = 0;
    const ClauseId *all = law_clauses(n->view->day, &count);
    const Told *r = last_report(n, (Window){n->date, n->date});
    const Told *review = r == NULL ? NULL : naive_last_about(n, r, FACT_REVIEW);
    for (uint32_t i = 0; r != NULL && i < count; i++) {
        const Sentence *s = corpus_clause(n->corpus, all[i])->sentence;
        if (!naive_bids(n, all[i], VERB_VERIFY) ||
            !naive_names_superior(s->who) || !naive_names_reports(s->object) ||
            !naive_reached(n, all[i]))
            continue;
        bool early = naive_is_before(n, review_ends(n, all[i], r));
        Outcome outcome = review != NULL ? OUTCOME_REVIEWED
                          : early        ? OUTCOME_PENDING
                                         : OUTCOME_NOT_REVIEWED;
        Finding *f = naive_say_of(n, DUTY_REVIEW, outcome, all[i]);
        naive_cite(f, r);
        naive_cite(f, review);
    }
}

/* ---- targets ----------------------------------------------------------------
 */

static int64_t sum_for(const Naive *n, const Told *target)
{
    Window span = {target->days.first, n->date};
    int64_t sum = 0;
    for (size_t i = 0; i < n->count; i++) {
        const Told *t = &n->told[i];
        if (t->fact->kind == FACT_REPORT && !t->out && naive_is_of(n, t) &&
            window_has(span, t->days.first) &&
            t->fact->number != FACT_NO_NUMBER &&
            str_is(t->fact->measure, target->fact->measure))
            sum += t->fact->number;
    }
    return sum;
}

static void say_targets(Naive *n, ClauseId by)
{
    for (size_t i = 0; i < n->count; i++) {
        const Told *t = &n->told[i];
        if (!naive_here(n, t, FACT_TARGET)) continue;
        int64_t sum = sum_for(n, t);
        uint32_t from = n->out->count;
        bool reached = sum >= t->fact->number;
        Finding *f = naive_say_of(
            n, DUTY_TARGET, reached ? OUTCOME_REACHED : OUTCOME_UNDER_WAY, by);
        f->minutes = (int32_t)sum;
        naive_cite(f, t);
        forget_over(n, (Window){t->days.first, n->date}, from);
    }
}

void naive_targets(Naive *n)
{
    uint32_t count = 0;
    const ClauseId *all = law_clauses(n->view->day, &count);
    for (uint32_t i = 0; i < count; i++) {
        const Sentence *s = corpus_clause(n->corpus, all[i])->sentence;
        if (naive_bids(n, all[i], VERB_REACH) &&
            naive_names(s->object, THING_TARGET) && naive_owed(n, all[i]))
            say_targets(n, all[i]);
    }
}
