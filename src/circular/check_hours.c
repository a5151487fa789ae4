/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/lint.h"
#include "circular/shift_said.h"
#include "circular/words.h"

/*
 * Hours that no day has: a shift or a least number of hours that is longer
 * than the working day.  Units that serve round the clock may have longer
 * shifts; nothing is longer than 24 hours.
 */

enum { MINUTES_OF_DAY = 24 * 60 };

static int32_t longest_shift(const Tail *tail)
{
    int32_t longest = 0;
    for (size_t i = 0; i < tail->clock_count; i++) {
        int32_t from = tail->clock[2 * i];
        int32_t to = tail->clock[2 * i + 1];
        if (from >= 0 && to >= 0 && to - from > longest) longest = to - from;
    }
    return longest;
}

static int32_t least_hours(const Tail *tail)
{
    int32_t each = tail->duration.unit == HOURS ? 60 : 1;
    bool clock = tail->duration.unit == HOURS || tail->duration.unit == MINUTES;
    return clock ? tail->duration.number * each : 0;
}

/* "paling singkat 37,5 jam setiap minggu" asks nothing of one day. */
static bool is_of_days(const Sentence *s)
{
    for (uint32_t i = 0; i < s->tail_count; i++) {
        const Tail *tail = &s->tails[i];
        if (tail->kind == TAIL_RHYTHM &&
            (tail->duration.unit == WEEKS || tail->duration.unit == MONTHS))
            return false;
    }
    return true;
}

/* Minutes that a sentence asks of one day. */
static int32_t minutes_asked(const Sentence *s)
{
    int32_t most = 0;
    if (!is_of_days(s)) return 0;
    for (uint32_t i = 0; i < s->tail_count; i++) {
        const Tail *tail = &s->tails[i];
        int32_t asked = 0;
        if (tail->kind == TAIL_CLOCK) asked = longest_shift(tail);
        if (tail->kind == TAIL_AT_LEAST_LONG) asked = least_hours(tail);
        if (asked > most) most = asked;
    }
    return most;
}

/* Is every term so?  False of nobody. */
static bool all_terms(const Who *who, bool is(const Term *term))
{
    bool all = who != NULL && who->group_count > 0;
    for (uint32_t g = 0; all && g < who->group_count; g++) {
        for (uint32_t t = 0; t < who->groups[g].count; t++)
            all = all && is(&who->groups[g].terms[t]);
    }
    return all;
}

static bool is_clock_unit(const Term *term)
{
    return term->kind == TERM_ROUND_CLOCK;
}

/* "pegawai pada unit 24 jam" */
static bool is_of_clock_units(const Term *term)
{
    bool of = false;
    for (uint32_t i = 0; i < term->limit_count; i++) {
        const Limit *limit = &term->limits[i];
        of |= limit->kind == LIMIT_UNITS &&
              all_terms(limit->units, is_clock_unit);
    }
    return of;
}

/* Said of units that serve round the clock only? */
static bool is_round_clock(const Sentence *s)
{
    const Frame *frame = NULL;
    for (uint32_t i = 0; i < s->frame_count; i++) {
        if (s->frames[i].kind == FRAME_AT || s->frames[i].kind == FRAME_EACH)
            frame = &s->frames[i];
    }
    return all_terms(s->who, is_of_clock_units) ||
           (frame != NULL && all_terms(frame->who, is_clock_unit));
}

/* Hours that people work: "wajib bekerja pukul ...", "wajib di kantor dalam 2
 * gelombang pukul ..."; not those of a counter or of a meaning. */
static bool is_of_work(const Sentence *s)
{
    bool shifts = false;
    for (uint32_t i = 0; i < s->tail_count; i++)
        shifts |= s->tails[i].kind == TAIL_SHIFTS;
    return (s->pred == PRED_DO && s->verb == VERB_WORK) ||
           (s->pred == PRED_PLACE && shifts);
}

/* "Jam kerja ialah pukul 08.00-14.00": its longest span, else 0. */
static int32_t hours_meant(const Sentence *s)
{
    const Term *term = NULL;
    if (s->pred != PRED_MEANS || s->who == NULL || s->who->group_count != 1 ||
        s->who->groups[0].count != 1)
        return 0;
    term = &s->who->groups[0].terms[0];
    if (term->kind != TERM_THING || term->value != THING_WORKING_HOURS)
        return 0;
    for (uint32_t i = 0; i < s->tail_count; i++) {
        if (s->tails[i].kind == TAIL_CLOCK) return longest_shift(&s->tails[i]);
    }
    return 0;
}

/* Said of all days and of everybody, and not of Ramadan or of some units? */
static bool is_of_all(const Sentence *s)
{
    for (uint32_t i = 0; i < s->frame_count; i++) {
        if (s->frames[i].kind != FRAME_BY) return false;
    }
    for (uint32_t i = 0; i < s->tail_count; i++) {
        if (s->tails[i].kind == TAIL_WHEN) return false;
    }
    return true;
}

/* The longest day of a sentence, or of the rows of its table. */
static int32_t longest_meant(const Sentence *s)
{
    int32_t longest = hours_meant(s);
    for (uint32_t i = 0; i < s->row_count; i++) {
        int32_t day =
            s->rows[i].body == NULL ? 0 : hours_meant(s->rows[i].body);
        if (day > longest) longest = day;
    }
    return is_of_all(s) ? longest : 0;
}

/* The longest working day that the letter itself sets; 0: none. */
static int32_t own_day(const Lint *l)
{
    int32_t longest = 0;
    for (uint32_t r = 0; r < l->tree->rule_count; r++) {
        const Rule *rule = &l->tree->rules[r];
        for (uint32_t i = 0; i < rule->sentence_count; i++) {
            int32_t day = longest_meant(&rule->sentences[i]);
            if (day > longest) longest = day;
        }
    }
    return longest;
}

static int32_t working_day(const Lint *l)
{
    static const Government usual = {0};
    WorkHours hours = register_hours(l->c == NULL ? &usual : l->c->government);
    int32_t day = hours.ends - hours.begins;
    int32_t friday = hours.ends_friday - hours.begins;
    int32_t own = own_day(l);
    if (own > 0) return own;
    return friday > day ? friday : day;
}

/* day: the working day, in minutes. */
static void lint_shift(const Lint *l, const Sentence *s, int32_t day)
{
    int32_t limit = is_round_clock(s) ? MINUTES_OF_DAY : day;
    int32_t asked = minutes_asked(s);
    if (!is_of_work(s) || asked <= limit) return;
    lint_say(l, DIAG_WARNING, "periksa-30", s->span,
             str_format(l->arena,
                        "%d jam %02d menit kerja, sedangkan hari kerja %d jam "
                        "%02d menit",
                        asked / 60, asked % 60, limit / 60, limit % 60),
             str_format(l->arena,
                        "%d hours %02d minutes of work, but the working day "
                        "has %d hours %02d minutes",
                        asked / 60, asked % 60, limit / 60, limit % 60));
    diag_advise(l->diags,
                STR("kurangi jamnya, atau awali dengan 'Pada unit 24 jam:'"),
                STR("take fewer hours, or begin with 'In 24-hour units:'"));
}

/* Whose hours are those that are wanting, or too many? */
static void lint_shift_count(const Lint *l, const Sentence *s)
{
    if (shift_said_in_full(s)) return;
    lint_say(l, DIAG_WARNING, "periksa-33", s->span,
             STR("jumlah gelombang dan jumlah jamnya berbeda; tidak dibagikan"),
             STR("as many hours as shifts are wanted; nobody is given any"));
    diag_advise(l->diags, STR("tulis satu jam 'pukul A-B' bagi tiap gelombang"),
                STR("write one pair of hours 'at A-B' for each shift"));
}

/* A sentence, or each row of its table. */
static void lint_sentence(const Lint *l, const Sentence *s, int32_t day)
{
    lint_shift(l, s, day);
    lint_shift_count(l, s);
    for (uint32_t i = 0; i < s->row_count; i++) {
        if (s->rows[i].body != NULL) lint_shift(l, s->rows[i].body, day);
    }
}

static void lint_rule(const Lint *l, const Rule *rule, int32_t day)
{
    for (uint32_t i = 0; i < rule->sentence_count; i++)
        lint_sentence(l, &rule->sentences[i], day);
}

/* Its own rules, and those that it brings into another letter. */
void lint_hours(const Lint *l)
{
    int32_t day = working_day(l);
    for (uint32_t i = 0; i < l->tree->rule_count; i++)
        lint_rule(l, &l->tree->rules[i], day);
    for (uint32_t i = 0; i < l->tree->change_count; i++)
        lint_rule(l, &l->tree->changes[i].rule, day);
}
