/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/tree.h"

/*
 * Equality of trees: names and known words without case (they stand first in
 * one sentence and later in another), quoted text byte for byte, places never,
 * nor whether a name had quotation marks.
 */

#define SAME_NUMBER(member) ((a)->member == (b)->member)
#define SAME_NAME(member)   str_folded_is((a)->member, (b)->member)
#define SAME_TEXT(member)   str_is((a)->member, (b)->member)
#define SAME_DATE(member)   date_is((a)->member, (b)->member)

/* Two rows of nodes, item by item. */
#define SAME_ROW(count, member, same)                                     \
    (SAME_NUMBER(count) && rows_are((a)->member, (b)->member, (a)->count, \
                                    sizeof(*(a)->member), (same)))

typedef bool SameFn(const void *a, const void *b);

static bool rows_are(const void *a, const void *b, uint32_t count, size_t size,
                     SameFn *same)
{
    for (uint32_t i = 0; i < count; i++) {
        if (!same((const char *)a + i * size, (const char *)b + i * size))
            return false;
    }
    return true;
}

static bool who_is(const Who *a, const Who *b);
static bool amount_is(const Amount *a, const Amount *b);
static bool sentence_is(const void *x, const void *y);
static bool term_is(const void *x, const void *y);

static bool name_is(const void *a, const void *b)
{
    return str_folded_is(*(const Str *)a, *(const Str *)b);
}

static bool text_is(const void *a, const void *b)
{
    return str_is(*(const Str *)a, *(const Str *)b);
}

static bool one_date_is(const void *a, const void *b)
{
    return date_is(*(const Date *)a, *(const Date *)b);
}

static bool minute_is(const void *a, const void *b)
{
    return *(const int16_t *)a == *(const int16_t *)b;
}

static bool place_is(const void *a, const void *b)
{
    return *(const Where *)a == *(const Where *)b;
}

static bool ref_is(const void *x, const void *y)
{
    const Ref *a = x;
    const Ref *b = y;
    return SAME_NAME(letter) && SAME_NAME(rule) && SAME_NAME(paragraph) &&
           SAME_NUMBER(kind);
}

static bool duration_is(const Duration *a, const Duration *b)
{
    return SAME_NUMBER(number) && SAME_NUMBER(unit);
}

static bool when_is(const When *a, const When *b)
{
    return SAME_DATE(window.first) && SAME_DATE(window.last) &&
           SAME_NUMBER(until_notice) && SAME_NUMBER(from_minute) &&
           SAME_NUMBER(last_minute) && SAME_TEXT(zone) &&
           duration_is(&a->after, &b->after) && SAME_NUMBER(weekdays) &&
           SAME_ROW(date_count, dates, one_date_is) && SAME_TEXT(status) &&
           SAME_NAME(area) && SAME_NAME(period) &&
           duration_is(&a->lasting, &b->lasting) && SAME_NAME(since) &&
           SAME_NUMBER(given);
}

static bool measure_is(const void *a, const void *b)
{
    return amount_is(a, b);
}

static bool limit_is(const void *x, const void *y)
{
    const Limit *a = x;
    const Limit *b = y;
    return SAME_NUMBER(kind) && SAME_NUMBER(place) &&
           who_is(a->units, b->units) && SAME_ROW(mark_count, marks, name_is) &&
           SAME_NUMBER(all_marks) && ref_is(&a->ref, &b->ref) &&
           rows_are(a->measures, b->measures, a->mark_count, sizeof(Amount),
                    measure_is);
}

static bool term_is(const void *x, const void *y)
{
    const Term *a = x;
    const Term *b = y;
    return SAME_NUMBER(kind) && SAME_NUMBER(value) && SAME_NAME(name) &&
           SAME_ROW(limit_count, limits, limit_is) &&
           SAME_ROW(listed_count, listed, term_is) && SAME_TEXT(comment_behind);
}

static bool group_is(const void *x, const void *y)
{
    const Group *a = x;
    const Group *b = y;
    return SAME_ROW(count, terms, term_is);
}

static bool who_is(const Who *a, const Who *b)
{
    if (a == NULL || b == NULL) return a == b;
    return SAME_ROW(group_count, groups, group_is) &&
           who_is(a->except, b->except) && SAME_ROW(each_count, each, limit_is);
}

static bool amount_is(const Amount *a, const Amount *b)
{
    return SAME_NUMBER(compare) && SAME_NUMBER(only) && SAME_NUMBER(share) &&
           SAME_NUMBER(number) && SAME_NUMBER(hundredths) &&
           SAME_NAME(counted) && SAME_NUMBER(set_by_other) &&
           who_is(a->setter, b->setter);
}

static bool tail_is(const void *x, const void *y)
{
    const Tail *a = x;
    const Tail *b = y;
    uint32_t minutes = a->clock_count * 2;
    return SAME_NUMBER(kind) && who_is(a->who, b->who) &&
           when_is(&a->when, &b->when) &&
           duration_is(&a->duration, &b->duration) && SAME_NUMBER(rounding) &&
           amount_is(&a->amount, &b->amount) && ref_is(&a->ref, &b->ref) &&
           SAME_NUMBER(clock_count) && SAME_TEXT(zone) &&
           SAME_NUMBER(day_of_month) &&
           rows_are(a->clock, b->clock, minutes, sizeof(int16_t), minute_is) &&
           SAME_ROW(word_count, words, name_is) && SAME_NUMBER(all) &&
           SAME_NUMBER(open);
}

static bool frame_is(const void *x, const void *y)
{
    const Frame *a = x;
    const Frame *b = y;
    return SAME_NUMBER(kind) && who_is(a->who, b->who) &&
           when_is(&a->when, &b->when) && SAME_NAME(words) &&
           SAME_ROW(ref_count, refs, ref_is);
}

static bool bound_is(const void *x, const void *y)
{
    const Bound *a = x;
    const Bound *b = y;
    return SAME_ROW(where_count, where, place_is) &&
           amount_is(&a->amount, &b->amount);
}

static bool row_is(const void *x, const void *y)
{
    const TableRow *a = x;
    const TableRow *b = y;
    return SAME_ROW(label_count, labels, name_is) &&
           sentence_is(a->body, b->body);
}

static bool sentence_is(const void *x, const void *y)
{
    const Sentence *a = x;
    const Sentence *b = y;
    bool head = SAME_NAME(paragraph) &&
                SAME_ROW(frame_count, frames, frame_is) &&
                SAME_NUMBER(subject) && who_is(a->who, b->who) &&
                SAME_ROW(ref_count, refs, ref_is) && SAME_NAME(topic);
    bool body = SAME_NUMBER(pred) && SAME_NUMBER(strength) &&
                SAME_ROW(where_count, where, place_is) && SAME_NUMBER(verb) &&
                who_is(a->object, b->object) &&
                SAME_ROW(object_ref_count, object_refs, ref_is) &&
                SAME_TEXT(text) && SAME_TEXT(text_en) &&
                amount_is(&a->amount, &b->amount) &&
                SAME_ROW(bound_count, bounds, bound_is);
    return head && body && SAME_ROW(tail_count, tails, tail_is) &&
           SAME_ROW(row_count, rows, row_is) &&
           SAME_ROW(comment_count, comments, text_is) &&
           SAME_TEXT(comment_behind);
}

bool tree_who_is(const Who *a, const Who *b)
{
    return who_is(a, b);
}

bool tree_sentence_is(const Sentence *a, const Sentence *b)
{
    return sentence_is(a, b);
}

static bool rule_is(const void *x, const void *y)
{
    const Rule *a = x;
    const Rule *b = y;
    return SAME_NAME(number) && SAME_TEXT(title) && SAME_TEXT(title_en) &&
           when_is(&a->valid, &b->valid) &&
           SAME_ROW(sentence_count, sentences, sentence_is) &&
           SAME_ROW(comment_count, comments, text_is) &&
           SAME_TEXT(comment_behind);
}

static bool instrument_is(const Instrument *a, const Instrument *b)
{
    return SAME_NAME(kind) && SAME_NAME(number) && SAME_DATE(date) &&
           SAME_NUMBER(named);
}

static bool relation_is(const void *x, const void *y)
{
    const Relation *a = x;
    const Relation *b = y;
    return SAME_NUMBER(kind) && instrument_is(&a->to, &b->to) &&
           ref_is(&a->rule, &b->rule) && instrument_is(&a->last, &b->last) &&
           SAME_DATE(from) && SAME_NUMBER(from_minute) && SAME_TEXT(zone) &&
           SAME_TEXT(matter);
}

static bool change_is(const void *x, const void *y)
{
    const Change *a = x;
    const Change *b = y;
    return SAME_NUMBER(kind) && ref_is(&a->target, &b->target) &&
           ref_is(&a->next, &b->next) && rule_is(&a->rule, &b->rule) &&
           when_is(&a->valid, &b->valid) &&
           SAME_ROW(comment_count, comments, text_is) &&
           SAME_TEXT(comment_behind);
}

static bool annex_is(const void *x, const void *y)
{
    const Annex *a = x;
    const Annex *b = y;
    return SAME_TEXT(file) && SAME_TEXT(title);
}

static bool example_is(const void *x, const void *y)
{
    const Example *a = x;
    const Example *b = y;
    return who_is(a->who, b->who) && SAME_NUMBER(unit_of) && SAME_DATE(date) &&
           SAME_NUMBER(where) && SAME_NUMBER(usual) && SAME_NUMBER(clash) &&
           amount_is(&a->amount, &b->amount) &&
           ref_is(&a->because, &b->because) && SAME_DATE(known) &&
           SAME_ROW(comment_count, comments, text_is) &&
           SAME_TEXT(comment_behind);
}

static bool line_comment_is(const void *x, const void *y)
{
    const LineComment *a = x;
    const LineComment *b = y;
    return SAME_NUMBER(line) && SAME_NUMBER(index) && SAME_NUMBER(behind) &&
           SAME_TEXT(text);
}

static bool head_is(const Letter *a, const Letter *b)
{
    return SAME_NUMBER(kind) && SAME_NAME(number) &&
           SAME_NUMBER(number_missing) && SAME_TEXT(name) && SAME_TEXT(title) &&
           SAME_TEXT(title_en) && SAME_TEXT(issuer) && SAME_TEXT(signer) &&
           SAME_TEXT(signer_as) && SAME_DATE(enacted) && SAME_DATE(announced) &&
           SAME_TEXT(announcer) && when_is(&a->valid, &b->valid) &&
           SAME_DATE(returns) && SAME_NAME(review) &&
           duration_is(&a->review_rhythm, &b->review_rhythm) &&
           who_is(a->covering, b->covering) &&
           who_is(a->share_base, b->share_base) && SAME_NUMBER(share_rounding);
}

bool tree_is(const Letter *a, const Letter *b)
{
    return head_is(a, b) && SAME_ROW(considering_count, considering, text_is) &&
           SAME_ROW(relation_count, relations, relation_is) &&
           SAME_ROW(change_count, changes, change_is) &&
           SAME_ROW(rule_count, rules, rule_is) &&
           SAME_ROW(annex_count, annexes, annex_is) &&
           SAME_ROW(example_count, examples, example_is) &&
           SAME_ROW(line_comment_count, line_comments, line_comment_is) &&
           SAME_ROW(comment_count, comments, text_is) &&
           SAME_ROW(note_count, notes, text_is);
}
