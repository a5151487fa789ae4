/* SPDX-License-Identifier: Apache-2.0 */
#include "scenario.h"

/*
 * What follows from days in a recap, by the clause that says so.
 *
 *     Rekap A D sampai dengan D, karena aturan 1 ayat (2): 8,50 jam dari 1
 *        hari, 2 hari terbuka
 *     ...: 0,50 persen dari 1 hari
 *     ...: 2 pelanggaran, usulan "teguran tertulis" | 0 pelanggaran, tanpa
 *        usulan
 */

static bool take_hundredths(Str *rest, int32_t *out)
{
    int32_t whole = 0;
    int32_t part = 0;
    Str left = *rest;
    if (!scenario_take_number(&left, &whole) || !scenario_take(&left, ",") ||
        left.len < 2)
        return false;
    Str digits = str_slice(left, 0, 2);
    if (!scenario_take_number(&digits, &part) || digits.len > 0) return false;
    *out = whole * 100 + part;
    *rest = str_slice(left, 2, left.len);
    return true;
}

static bool find_follow(const Telling *t, const Recap *recap, Str cite,
                        uint32_t *out)
{
    for (uint32_t f = 0; f < recap->follow_count; f++) {
        if (!scenario_cite_is(&t->judging, recap->follows[f].by, cite))
            continue;
        *out = f;
        return true;
    }
    return false;
}

/* "8,50 jam dari 1 hari" */
static bool expect_pay(Telling *t, const RecapFollow *follow,
                       const RecapFollowed *one, Str *words)
{
    int32_t sum = 0;
    int32_t days = 0;
    const char *of =
        follow->rule.what == FOLLOWS_HOURS ? " jam dari " : " persen dari ";
    if (!take_hundredths(words, &sum) || !scenario_take(words, of) ||
        !scenario_take_number(words, &days) || !scenario_take(words, " hari"))
        return scenario_fail(t, "not understood from '%.*s'", STR_ARG(*words));
    return (sum == one->sum && days == one->count) ||
           scenario_fail(t, "%d hundredths of %d days", one->sum, one->count);
}

/* "2 pelanggaran, usulan "teguran tertulis"" */
static bool expect_step(Telling *t, const Recap *recap, uint32_t follow,
                        const RecapFollowed *one, Str *words)
{
    int32_t count = 0;
    Str step = {"", 0};
    const Sentence *ladder =
        corpus_clause(recap->corpus, recap->follows[follow].by)->sentence;
    if (!scenario_take_number(words, &count) ||
        !scenario_take(words, " pelanggaran, ") ||
        (!scenario_take(words, "tanpa usulan") &&
         (!scenario_take(words, "usulan ") ||
          !scenario_take_quoted(words, &step))))
        return scenario_fail(t, "not understood from '%.*s'", STR_ARG(*words));
    Str got =
        one->sum > 0 ? consequence_step(ladder, one->sum, LANG_ID) : STR("");
    return (count == one->count && str_is(step, got)) ||
           scenario_fail(t, "%d breaches, '%.*s'", one->count, STR_ARG(got));
}

/* ", 1 hari terbuka": none is said when there is none. */
static bool expect_open(Telling *t, const RecapFollowed *one, Str words)
{
    int32_t open = 0;
    if (scenario_take(&words, ", ") &&
        (!scenario_take_number(&words, &open) ||
         !scenario_take(&words, " hari terbuka")))
        return scenario_fail(t, "not understood from '%.*s'", STR_ARG(words));
    if (words.len > 0)
        return scenario_fail(t, "not understood from '%.*s'", STR_ARG(words));
    return open == one->open || scenario_fail(t, "%d days are open", one->open);
}

bool scenario_expect_follow(Telling *t, const Recap *recap, PersonId person,
                            Str words)
{
    Str cite = {"", 0};
    uint32_t follow = 0;
    if (!scenario_take_rule(t->arena, &words, t->letter, &cite) ||
        !scenario_take(&words, ": "))
        return scenario_fail(t, "not understood from '%.*s'", STR_ARG(words));
    if (!find_follow(t, recap, cite, &follow))
        return scenario_fail(t, "nothing follows by '%.*s'", STR_ARG(cite));
    const RecapFollowed *one = recap_followed(recap, person, follow);
    bool so = recap->follows[follow].rule.what == FOLLOWS_STEP
                  ? expect_step(t, recap, follow, one, &words)
                  : expect_pay(t, &recap->follows[follow], one, &words);
    return so && expect_open(t, one, words);
}
