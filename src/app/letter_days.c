/* SPDX-License-Identifier: Apache-2.0 */
#include "app/letter_days.h"

static const CorpusLetter *letter_of(const Corpus *corpus, const Letter *tree)
{
    for (uint32_t i = 0; i < corpus->letter_count; i++) {
        if (corpus->letters[i].tree == tree) return &corpus->letters[i];
    }
    return NULL;
}

static const CorpusLetter *amended_by(const Corpus *corpus, const Letter *tree)
{
    for (uint32_t i = 0; i < tree->relation_count; i++) {
        const Relation *relation = &tree->relations[i];
        for (uint32_t k = 0; k < corpus->letter_count; k++) {
            if (relation->kind == RELATION_AMENDS &&
                letter_number_is(corpus->letters[k].cite, relation->to.number))
                return &corpus->letters[k];
        }
    }
    return NULL;
}

static bool places(const CorpusLetter *letter)
{
    return letter != NULL && !date_is(letter->first_effect, DATE_NEVER);
}

static Window days_of(const CorpusLetter *letter)
{
    Window days = {letter->first_effect, letter->first_effect};
    for (uint32_t i = 0; i < letter->window_count; i++) {
        Date last = letter->windows[i].last;
        if (date_before(days.last, last)) days.last = last;
    }
    return days;
}

/* Of an amendment: not before it is known, or before its own first day. */
static Date begins(const CorpusLetter *own)
{
    const When *valid = &own->tree->valid;
    return valid->given && !date_is(valid->window.first, DATE_ALWAYS)
               ? valid->window.first
               : own->known;
}

bool letter_days(const Corpus *corpus, const Letter *tree, Window *out,
                 bool *more, Err *err)
{
    const CorpusLetter *own = letter_of(corpus, tree);
    const CorpusLetter *amended = amended_by(corpus, tree);
    if (places(own)) {
        *out = days_of(own);
    } else if (own != NULL && places(amended)) {
        *out = days_of(amended);
        Date first = begins(own);
        if (date_before(out->first, first) && !date_before(out->last, first))
            out->first = first;
    } else if (!corpus_period(corpus, out, err)) {
        return false;
    }
    Date most = date_plus(out->first, LETTER_DAYS_MOST - 1);
    *more = date_before(most, out->last);
    if (*more) out->last = most;
    return true;
}
