/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/grammar.h"

/*
 * English says a mark before its people too: "pregnant staff" is "staff who are
 * pregnant".  The glossary has "are pregnant", so its rows that begin with
 * "are" are tried.
 */

static bool person_at(const Reader *r, uint32_t at)
{
    uint32_t words = 0;
    const Phrase *term = reader_phrase(r, at, CLASS_TERM, &words);
    return term != NULL && term_is_person(lexicon_term(term->id)->kind);
}

typedef bool Behind(const Reader *r, uint32_t at);

/* The mark whose words but "are" stand there, with that behind; NULL: none. */
static const Phrase *without_are(const Reader *r, uint32_t at, Behind *behind)
{
    uint32_t are = lexicon_word(r->lexicon, STR("are"));
    uint32_t index = lexicon_first(r->lexicon, are);
    while (r->lang == LANG_EN && index != NO_INDEX) {
        const Phrase *mark = lexicon_phrase(r->lexicon, index);
        index = mark->next;
        if (mark->class == CLASS_GLOSS && behind(r, at + mark->words - 1) &&
            reader_spells(r, at, mark, 1))
            return mark;
    }
    return NULL;
}

const Phrase *reader_short_mark(const Reader *r, uint32_t at)
{
    return without_are(r, at, reader_name_ends);
}

bool reader_takes_adjective(Reader *r, Limit *out)
{
    uint32_t from = r->at;
    const Phrase *found = without_are(r, r->at, person_at);
    if (found == NULL) return false;
    Str *mark = NEW(r->arena, Str, 1);
    *mark = lexicon_gloss(found->id);
    r->at += found->words - 1;
    *out = (Limit){.kind = LIMIT_MARK,
                   .marks = mark,
                   .quoted = NEW(r->arena, bool, 1),
                   .measures = NEW(r->arena, Amount, 1),
                   .mark_count = 1,
                   .span = reader_span(r, from)};
    return true;
}
