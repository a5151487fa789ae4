/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/meanings.h"

#include "base/vec.h"

enum { DEEPEST = 4 };

typedef struct {
    Arena *arena;
    const Letter *letter;
    int depth;
} Expand;

typedef VEC(Term) Terms;

/* ---- the words ----------------------------------------------------------- */

static const Term *only_term(const Who *who)
{
    bool one = who != NULL && who->group_count == 1 &&
               who->groups[0].count == 1 && who->except == NULL &&
               who->each_count == 0;
    return one ? &who->groups[0].terms[0] : NULL;
}

/* "unit siaga", also "Seksi Dua": a name, or a kind of unit with one. */
static bool is_word(const Term *term)
{
    return term->name.len > 0 &&
           (term->kind == TERM_NAME || term->kind == TERM_UNIT_TYPE);
}

/* The word to which the sentence gives a meaning, or NULL. */
static const Term *word_of(const Sentence *s)
{
    if (s->pred != PRED_MEANS || s->object == NULL || s->row_count > 0)
        return NULL;
    const Term *word = only_term(s->who);
    bool bare = word != NULL && is_word(word) && word->limit_count == 0 &&
                word->listed_count == 0;
    return bare ? word : NULL;
}

bool meaning_is_said(const Sentence *s)
{
    return word_of(s) != NULL;
}

static const Who *said_in(const Rule *rule, const Term *name)
{
    for (uint32_t i = 0; i < rule->sentence_count; i++) {
        const Term *word = word_of(&rule->sentences[i]);
        if (word != NULL && word->kind == name->kind &&
            word->value == name->value && str_folded_is(word->name, name->name))
            return rule->sentences[i].object;
    }
    return NULL;
}

static const Who *meaning_of(const Letter *letter, const Term *name)
{
    const Who *found = NULL;
    if (!is_word(name)) return NULL;
    for (uint32_t i = 0; found == NULL && i < letter->rule_count; i++)
        found = said_in(&letter->rules[i], name);
    for (uint32_t i = 0; found == NULL && i < letter->change_count; i++)
        found = said_in(&letter->changes[i].rule, name);
    return found;
}

/* ---- in full ------------------------------------------------------------- */

static const Who *expand_who(const Expand *e, const Who *who);
static void add_terms(const Expand *e, const Term *term, bool alone,
                      Terms *out);

static const Limit *expand_limits(const Expand *e, const Limit *limits,
                                  uint32_t count)
{
    Limit *own = NEW(e->arena, Limit, (size_t)count + 1);
    for (uint32_t i = 0; i < count; i++) {
        own[i] = limits[i];
        if (limits[i].units == NULL) continue;
        Who *units = NEW(e->arena, Who, 1);
        *units = *expand_who(e, limits[i].units);
        own[i].units = units;
    }
    return own;
}

/* Those of the word stand behind those of its meaning. */
static Term limited(const Expand *e, const Term *term, const Term *word)
{
    uint32_t count = term->limit_count + word->limit_count;
    Limit *both = NEW(e->arena, Limit, (size_t)count + 1);
    Term own = *term;
    for (uint32_t i = 0; i < count; i++)
        both[i] = i < term->limit_count ? term->limits[i]
                                        : word->limits[i - term->limit_count];
    own.limits = both;
    own.limit_count = count;
    return own;
}

static void add_meaning(const Expand *e, const Who *meaning, const Term *word,
                        Terms *out)
{
    Expand deeper = {e->arena, e->letter, e->depth + 1};
    for (uint32_t g = 0; g < meaning->group_count; g++) {
        for (uint32_t t = 0; t < meaning->groups[g].count; t++) {
            Term term = limited(e, &meaning->groups[g].terms[t], word);
            add_terms(&deeper, &term, false, out);
        }
    }
}

/* A term as it is, with what its limits and its list mean. */
static Term plain(const Expand *e, const Term *term)
{
    Term own = *term;
    Terms listed = {0};
    own.limits = expand_limits(e, term->limits, term->limit_count);
    for (uint32_t i = 0; i < term->listed_count; i++)
        add_terms(e, &term->listed[i], false, &listed);
    own.listed = listed.at;
    own.listed_count = (uint32_t)listed.count;
    return own;
}

static void add_terms(const Expand *e, const Term *term, bool alone, Terms *out)
{
    const Who *meaning = NULL;
    if (e->depth < DEEPEST) meaning = meaning_of(e->letter, term);
    if (meaning == NULL || meaning->each_count > 0 ||
        (meaning->except != NULL && !alone)) {
        VEC_PUSH(e->arena, out, plain(e, term));
        return;
    }
    Term word = plain(e, term);
    add_meaning(e, meaning, &word, out);
}

static const Who *expand_who(const Expand *e, const Who *who)
{
    const Term *alone = only_term(who);
    const Who *meaning = NULL;
    Group *groups = NEW(e->arena, Group, (size_t)who->group_count + 1);
    Who *own = NEW(e->arena, Who, 1);
    *own = *who;
    for (uint32_t g = 0; g < who->group_count; g++) {
        Terms terms = {0};
        for (uint32_t t = 0; t < who->groups[g].count; t++)
            add_terms(e, &who->groups[g].terms[t], alone != NULL, &terms);
        groups[g] = (Group){terms.at, (uint32_t)terms.count};
    }
    own->groups = groups;
    own->each = expand_limits(e, who->each, who->each_count);
    if (alone != NULL) meaning = meaning_of(e->letter, alone);
    const Who *except = meaning != NULL ? meaning->except : who->except;
    if (except == NULL || e->depth >= DEEPEST) return own;
    Expand deeper = {e->arena, e->letter, e->depth + 1};
    Who *less = NEW(e->arena, Who, 1);
    *less = *expand_who(&deeper, except);
    own->except = less;
    return own;
}

static bool says_any(const Letter *letter)
{
    for (uint32_t i = 0; i < letter->rule_count; i++) {
        for (uint32_t k = 0; k < letter->rules[i].sentence_count; k++) {
            if (meaning_is_said(&letter->rules[i].sentences[k])) return true;
        }
    }
    for (uint32_t i = 0; i < letter->change_count; i++) {
        const Rule *rule = &letter->changes[i].rule;
        for (uint32_t k = 0; k < rule->sentence_count; k++) {
            if (meaning_is_said(&rule->sentences[k])) return true;
        }
    }
    return false;
}

const Who *meaning_expand(Arena *arena, const Letter *letter, const Who *who)
{
    if (who == NULL || !says_any(letter)) return who;
    Expand e = {arena, letter, 0};
    return expand_who(&e, who);
}
