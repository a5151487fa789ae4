/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/lint.h"
#include "circular/words.h"

/*
 * "Selama libur semester": a period by a name that has no dates.  Ramadan has
 * those of its statuses and a closure those of its order; of any other name the
 * law knows none, and the sentence holds as long as its letter.
 */

static bool has_dates(Str period)
{
    return period.len == 0 || str_folded_is(period, STR("Ramadan")) ||
           str_folded_is(period, STR("penutupan"));
}

/* Does anything follow from the sentence for which days matter? */
static bool is_computed(const Sentence *s)
{
    return s->pred == PRED_PLACE || s->pred == PRED_COUNT ||
           s->pred == PRED_TURN || s->pred == PRED_MEANS ||
           s->pred == PRED_SCOPE || s->pred == PRED_EXCEED ||
           (s->pred == PRED_DO && verb_row((Verb)s->verb)->computed);
}

static void say_undated(const Lint *l, Str period, Span span)
{
    lint_say(l, DIAG_WARNING, "periksa-36", span,
             str_format(l->arena,
                        "'%.*s' tidak mempunyai tanggal; kalimat ini berlaku "
                        "sepanjang masa suratnya",
                        STR_ARG(period)),
             str_format(l->arena,
                        "'%.*s' has no dates; this sentence holds as long as "
                        "its letter",
                        STR_ARG(period)));
    diag_advise(l->diags,
                STR("tulis tanggalnya, misalnya 'mulai 4 Maret 2026 sampai "
                    "dengan 13 Maret 2026'"),
                STR("write its dates, such as 'from 4 March 2026 until and "
                    "including 13 March 2026'"));
}

static void lint_when(const Lint *l, const When *when, Span span)
{
    if (!has_dates(when->period)) say_undated(l, when->period, span);
}

static void lint_sentence(const Lint *l, const Sentence *s, bool framed)
{
    for (uint32_t i = 0; framed && i < s->frame_count; i++) {
        if (s->frames[i].kind == FRAME_WHEN)
            lint_when(l, &s->frames[i].when, s->frames[i].span);
    }
    for (uint32_t i = 0; is_computed(s) && i < s->tail_count; i++) {
        if (s->tails[i].kind == TAIL_WHEN)
            lint_when(l, &s->tails[i].when, s->tails[i].span);
    }
}

static bool any_computed(const Sentence *s)
{
    bool any = is_computed(s);
    for (uint32_t i = 0; i < s->row_count; i++)
        any |= s->rows[i].body != NULL && is_computed(s->rows[i].body);
    return any;
}

static void lint_rule(const Lint *l, const Rule *rule)
{
    for (uint32_t i = 0; i < rule->sentence_count; i++) {
        const Sentence *s = &rule->sentences[i];
        lint_sentence(l, s, any_computed(s));
        for (uint32_t row = 0; row < s->row_count; row++) {
            if (s->rows[row].body != NULL)
                lint_sentence(l, s->rows[row].body, true);
        }
    }
}

/* Its own rules, and those that it brings into another letter. */
void lint_period(const Lint *l)
{
    for (uint32_t i = 0; i < l->tree->rule_count; i++)
        lint_rule(l, &l->tree->rules[i]);
    for (uint32_t i = 0; i < l->tree->change_count; i++)
        lint_rule(l, &l->tree->changes[i].rule);
}
