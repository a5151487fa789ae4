/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/shape.h"
#include "circular/words.h"

/* ---- Term.value -----------------------------------------------------------
 */

static Str term_word(const Term *term)
{
    if (term->kind == TERM_NAME) return STR("");
    if (term->kind == TERM_THING)
        return (size_t)term->value < THING_COUNT
                   ? thing_text((Thing)term->value, LANG_ID)
                   : STR("");
    const TermRow *row = term_row(term->kind, term->value);
    return row == NULL ? STR("") : row->word;
}

static bool find_term(Term *term, Str word)
{
    if (term->kind == TERM_THING) {
        for (int32_t i = 0; i < THING_COUNT; i++) {
            term->value = i;
            if (str_is(thing_text((Thing)i, LANG_ID), word)) return true;
        }
        return false;
    }
    for (size_t i = 0; i < lexicon_terms(); i++) {
        const TermRow *row = lexicon_term((int32_t)i);
        term->value = row->value;
        if (row->kind == term->kind && word.len > 0 && str_is(row->word, word))
            return true;
    }
    return false;
}

/* ---- Sentence.verb --------------------------------------------------------
 */

static size_t verbs_of(PredKind pred)
{
    if (pred == PRED_DO) return VERB_COUNT;
    if (pred == PRED_STATE) return STATE_COUNT;
    return pred == PRED_COUNTED ? CONSEQUENCE_COUNT : 0;
}

static Str verb_at(PredKind pred, size_t i)
{
    if (i >= verbs_of(pred)) return STR("");
    if (pred == PRED_DO) return verb_row((Verb)i)->word[LANG_ID];
    if (pred == PRED_STATE) return state_row((State)i)->word[LANG_ID];
    return consequence_text((Consequence)i, LANG_ID);
}

static bool find_verb(Sentence *s, Str word)
{
    for (size_t i = 0; i < verbs_of(s->pred); i++) {
        s->verb = (int32_t)i;
        if (str_is(verb_at(s->pred, i), word)) return true;
    }
    return false;
}

/* ---- both -----------------------------------------------------------------
 */

Str shape_word(ShapeId id, const void *node)
{
    CHECK(id == SHAPE_Term || id == SHAPE_Sentence);
    if (id == SHAPE_Term) return term_word(node);
    const Sentence *s = node;
    return s->verb < 0 ? STR("") : verb_at(s->pred, (size_t)s->verb);
}

bool shape_word_find(ShapeId id, void *node, Str word)
{
    CHECK(id == SHAPE_Term || id == SHAPE_Sentence);
    return id == SHAPE_Term ? find_term(node, word) : find_verb(node, word);
}

size_t shape_words(ShapeId id)
{
    CHECK(id == SHAPE_Term || id == SHAPE_Sentence);
    if (id == SHAPE_Term) return lexicon_terms() + THING_COUNT;
    return VERB_COUNT + STATE_COUNT + CONSEQUENCE_COUNT;
}

Str shape_word_at(ShapeId id, size_t i)
{
    CHECK(i < shape_words(id));
    if (id == SHAPE_Term && i < lexicon_terms())
        return lexicon_term((int32_t)i)->word;
    if (id == SHAPE_Term)
        return thing_text((Thing)(i - lexicon_terms()), LANG_ID);
    if (i < VERB_COUNT) return verb_at(PRED_DO, i);
    i -= VERB_COUNT;
    if (i < STATE_COUNT) return verb_at(PRED_STATE, i);
    return verb_at(PRED_COUNTED, i - STATE_COUNT);
}
