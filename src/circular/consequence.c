/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/consequence.h"

#include "circular/words.h"

/* ---- when and where ------------------------------------------------------ */

/* A time that a calendar answers: no closure, no wait for an event. */
static bool is_plain_time(const When *when)
{
    bool ramadan = str_folded_is(when->period, STR("Ramadan"));
    return (when->period.len == 0 || ramadan) && when->since.len == 0 &&
           when->lasting.number == 0 && when->after.number == 0;
}

static bool frames_are_plain(const Sentence *s)
{
    for (uint32_t i = 0; i < s->frame_count; i++) {
        const Frame *frame = &s->frames[i];
        if (frame->kind == FRAME_IF || frame->kind == FRAME_DEROGATE ||
            (frame->kind == FRAME_WHEN && !is_plain_time(&frame->when)))
            return false;
    }
    return true;
}

static bool take_condition(const Tail *tail, FollowsIf *out)
{
    static const struct {
        Str word;
        FollowsIf when;
    } known[] = {
        {STR_INIT("laporan diterima"),       IF_ACCEPTED    },
        {STR_INIT("laporan tidak diterima"), IF_NOT_ACCEPTED},
    };
    for (size_t i = 0; tail->word_count == 1 && i < COUNT(known); i++) {
        if (!str_folded_is(tail->words[0], known[i].word)) continue;
        *out = known[i].when;
        return true;
    }
    return false;
}

/* No tail but a time and a condition that a report answers. */
static bool take_tails(const Sentence *s, FollowsIf *out)
{
    *out = IF_ALWAYS;
    for (uint32_t i = 0; i < s->tail_count; i++) {
        const Tail *tail = &s->tails[i];
        bool plain = tail->kind == TAIL_IF ? take_condition(tail, out)
                                           : tail->kind == TAIL_WHEN &&
                                                 is_plain_time(&tail->when);
        if (!plain) return false;
    }
    return true;
}

/* ---- of what ------------------------------------------------------------- */

/* The one thing that the sentence speaks of, bare but for its limits. */
static const Term *only_thing(const Sentence *s, Thing thing)
{
    const Who *who = s->who;
    if (s->subject != SUBJECT_WHO || who->except != NULL ||
        who->each_count > 0 || who->group_count != 1 ||
        who->groups[0].count != 1)
        return NULL;
    const Term *term = &who->groups[0].terms[0];
    bool is_it = term->kind == TERM_THING && term->value == (int32_t)thing &&
                 term->name.len == 0 && term->listed_count == 0;
    return is_it ? term : NULL;
}

static bool take_place(const Term *day, Where *out)
{
    *out = WHERE_NONE;
    if (day->limit_count == 0) return true;
    const Limit *limit = &day->limits[0];
    *out = limit->place;
    return day->limit_count == 1 && limit->kind == LIMIT_PLACE &&
           (limit->place == WHERE_HOME || limit->place == WHERE_OFFICE ||
            limit->place == WHERE_FIELD);
}

/* ---- the three ----------------------------------------------------------- */

/* "Hari di rumah dihitung 8,5 jam" */
static bool take_hours(const Sentence *s, ConsequenceRule *out)
{
    const Term *day = only_thing(s, THING_DAY);
    const CountRow *row = count_row_of(s->amount.counted);
    bool hours = row != NULL && row->time == HOURS;
    if (s->verb != CONSEQUENCE_COUNTED || day == NULL || !hours ||
        s->amount.number > 24 || !take_place(day, &out->place))
        return false;
    out->what = FOLLOWS_HOURS;
    out->hundredths = s->amount.number * 100 + s->amount.hundredths;
    return true;
}

/* "Tunjangan dipotong 0,5%, jika laporan tidak diterima": what is cut always is
 * no number of days. */
static bool take_cut(const Sentence *s, ConsequenceRule *out)
{
    const Term *allowance = only_thing(s, THING_ALLOWANCE);
    if (s->verb != CONSEQUENCE_CUT || allowance == NULL ||
        allowance->limit_count > 0 || !s->amount.share ||
        s->amount.number > 10000 || out->when == IF_ALWAYS)
        return false;
    out->what = FOLLOWS_CUT;
    out->hundredths = s->amount.number;
    return true;
}

static bool steps_are_in_order(const Sentence *s)
{
    static const Str ordinals[] = {
        STR_INIT("pertama"), STR_INIT("kedua"),  STR_INIT("ketiga"),
        STR_INIT("keempat"), STR_INIT("kelima"), STR_INIT("keenam"),
    };
    if (s->row_count > COUNT(ordinals)) return false;
    for (uint32_t i = 0; i < s->row_count; i++) {
        const TableRow *row = &s->rows[i];
        if (row->label_count != 1 ||
            !str_folded_is(row->labels[0], ordinals[i]) ||
            row->body->text.len == 0)
            return false;
    }
    return s->row_count > 0;
}

/* "Pelanggaran aturan 1 dikenai: pertama: ...; kedua: ..." */
static bool take_ladder(const Sentence *s, ConsequenceRule *out)
{
    if (s->verb != CONSEQUENCE_SUBJECT || s->subject != SUBJECT_REF ||
        s->ref_count == 0 || out->when != IF_ALWAYS || !steps_are_in_order(s))
        return false;
    out->what = FOLLOWS_STEP;
    out->steps = (int32_t)s->row_count;
    return true;
}

ConsequenceRule consequence_of(const Sentence *s)
{
    ConsequenceRule rule = {.what = FOLLOWS_NOTHING};
    if (s->pred != PRED_COUNTED || !frames_are_plain(s) ||
        !take_tails(s, &rule.when))
        return (ConsequenceRule){.what = FOLLOWS_NOTHING};
    if (take_hours(s, &rule) || take_cut(s, &rule) || take_ladder(s, &rule))
        return rule;
    return (ConsequenceRule){.what = FOLLOWS_NOTHING};
}

/* ---- words --------------------------------------------------------------- */

Str consequence_step(const Sentence *s, int32_t step, Lang lang)
{
    CHECK(step > 0 && (uint32_t)step <= s->row_count);
    const Sentence *body = s->rows[step - 1].body;
    return lang == LANG_EN && body->text_en.len > 0 ? body->text_en
                                                    : body->text;
}

Str consequence_ordinal(const Sentence *s, int32_t step, Lang lang)
{
    CHECK(step > 0 && (uint32_t)step <= s->row_count);
    return gloss_text(s->rows[step - 1].labels[0], lang);
}
