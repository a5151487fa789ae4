/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/words.h"

static const TermRow terms[] = {
#define TERM(id, number, in, singular, plural) \
    {                                          \
        .kind = TERM_##id,                     \
        .value = (number),                     \
        .word = STR_INIT(in),                  \
        .one = STR_INIT(singular),             \
        .many = STR_INIT(plural),              \
    },
#define ALSO_TERM(id, number, lang, text)
#include "circular/terms.def"
#undef TERM
#undef ALSO_TERM
#define X(id, in, singular, plural) \
    {                               \
        .kind = TERM_UNIT_TYPE,     \
        .value = UNIT_##id,         \
        .word = STR_INIT(in),       \
        .one = STR_INIT(singular),  \
        .many = STR_INIT(plural),   \
    },
    UNIT_TYPES(X)
#undef X
#define X(id, in, singular, plural) \
    {                               \
        .kind = TERM_ROLE,          \
        .value = ROLE_##id,         \
        .word = STR_INIT(in),       \
        .one = STR_INIT(singular),  \
        .many = STR_INIT(plural),   \
    },
        ROLES(X)
#undef X
};

/* Other spellings: of terms, verbs and function words. */
typedef struct {
    PhraseClass class;
    int32_t id, value; /* value: of a term */
    Lang lang;
    Str text;
} Synonym;

static const Synonym synonyms[] = {
#define WORD(id, in, en)
#define ALSO(id, lang, text) {CLASS_FUNCTION, W_##id, 0, lang, STR_INIT(text)},
#include "circular/function_words.def"
#undef WORD
#undef ALSO
#define VERB(id, in, en, who, what, more, must, sums, codes)
#define ALSO_VERB(id, lang, text) \
    {CLASS_VERB, VERB_##id, 0, lang, STR_INIT(text)},
#include "circular/verbs.def"
#undef VERB
#undef ALSO_VERB
#define TERM(id, number, in, singular, plural)
#define ALSO_TERM(id, number, lang, text) \
    {CLASS_TERM, TERM_##id, number, lang, STR_INIT(text)},
#include "circular/terms.def"
#undef TERM
#undef ALSO_TERM
#define LETTER_KIND(id, in, en)
#define HEAD(line, in, en)
#define ALSO_HEAD(line, lang, text) \
    {CLASS_HEAD, LINE_##line, 0, lang, STR_INIT(text)},
#define HEAD_RELATION(relation, in, en)
#include "circular/head_words.def"
#undef LETTER_KIND
#undef HEAD
#undef ALSO_HEAD
#undef HEAD_RELATION
#define SYNONYM(class, id, lang, text) {class, id, 0, lang, STR_INIT(text)},
#include "circular/synonyms.def"
#undef SYNONYM
};

static const struct {
    Lang lang;
    Str text;
} refused[] = {
#define REFUSED(lang, text, advice_id, advice_en) {lang, STR_INIT(text)},
#include "circular/advice.def"
#undef REFUSED
};

static const Str glosses[][2] = {
#define GLOSS(in, en) {STR_INIT(in), STR_INIT(en)},
#include "circular/glossary.def"
#undef GLOSS
};

struct Lexicon {
    Arena *arena;
    Lang lang;
    Map words;            /* folded -> its number */
    VEC(uint32_t) chains; /* of a word: the first phrase that begins so */
    VEC(uint32_t) spelt;  /* of all phrases: the numbers of their words */
    VEC(Phrase) phrases;
};

/* The number of the word, a new one if need be. */
static uint32_t number_of(Lexicon *lexicon, Str word)
{
    Str folded = str_fold(lexicon->arena, word);
    uint32_t number = map_find(&lexicon->words, folded);
    if (number != NO_INDEX) return number;
    number = (uint32_t)lexicon->chains.count;
    (void)map_put(&lexicon->words, folded, number);
    VEC_PUSH(lexicon->arena, &lexicon->chains, NO_INDEX);
    return number;
}

static void spell(Lexicon *lexicon, Phrase *phrase)
{
    Str rest = phrase->text;
    Str word = {0};
    phrase->spelt = (uint32_t)lexicon->spelt.count;
    for (; str_next(&rest, ' ', &word); phrase->words++) {
        VEC_PUSH(lexicon->arena, &lexicon->spelt, number_of(lexicon, word));
    }
}

/* Put the phrase in its chain, behind those that are as long or longer. */
static void add(void *with, PhraseClass class, int32_t id, Str text)
{
    Lexicon *lexicon = with;
    Phrase phrase = {.text = text, .class = class, .id = id};
    spell(lexicon, &phrase);
    uint32_t first = lexicon->spelt.at[phrase.spelt];
    uint32_t self = (uint32_t)lexicon->phrases.count;
    uint32_t before = NO_INDEX;
    uint32_t behind = lexicon->chains.at[first];
    while (behind != NO_INDEX &&
           lexicon->phrases.at[behind].words >= phrase.words) {
        before = behind;
        behind = lexicon->phrases.at[behind].next;
    }
    phrase.next = behind;
    VEC_PUSH(lexicon->arena, &lexicon->phrases, phrase);
    if (before == NO_INDEX)
        lexicon->chains.at[first] = self;
    else
        lexicon->phrases.at[before].next = self;
}

typedef struct {
    Lang lang;
    PhraseVisitor *visit;
    void *with;
} Visit;

static void say(const Visit *v, PhraseClass class, int32_t id, Str text)
{
    if (text.len > 0) v->visit(v->with, class, id, text);
}

/* "Senin"; "Monday" and "Mondays" */
static void say_weekday(const Visit *v, int32_t day)
{
    static const Str many[] = {STR_INIT("Mondays"),    STR_INIT("Tuesdays"),
                               STR_INIT("Wednesdays"), STR_INIT("Thursdays"),
                               STR_INIT("Fridays"),    STR_INIT("Saturdays"),
                               STR_INIT("Sundays")};
    say(v, CLASS_WEEKDAY, day, date_weekday_name((Weekday)day, v->lang));
    if (v->lang == LANG_EN) say(v, CLASS_WEEKDAY, day, many[day - MONDAY]);
}

static void visit_closed(const Visit *v)
{
    Lang lang = v->lang;
    for (int32_t i = W_NONE + 1; i < W_COUNT; i++)
        say(v, CLASS_FUNCTION, i, word_text((FunctionWord)i, lang));
    for (int32_t i = STRENGTH_MUST; i <= STRENGTH_NEED_NOT; i++)
        say(v, CLASS_STRENGTH, i, strength_text((Strength)i, lang));
    for (int32_t i = WHERE_OFFICE; i <= WHERE_LEAVE; i++)
        say(v, CLASS_PLACE, i, where_text((Where)i, lang));
    for (int32_t i = 0; i < STATE_COUNT; i++)
        say(v, CLASS_STATE, i, state_row((State)i)->word[lang]);
    for (int32_t i = 0; i < CONSEQUENCE_COUNT; i++)
        say(v, CLASS_CONSEQUENCE, i, consequence_text((Consequence)i, lang));
    for (int32_t i = 1; i <= 12; i++) {
        say(v, CLASS_NUMBER, i, number_text(i, lang));
        say(v, CLASS_MONTH, i, date_month_name(i, lang));
    }
    for (int32_t i = MONDAY; i <= SUNDAY; i++)
        say_weekday(v, i);
    for (int32_t i = 0; i < (int32_t)COUNT(refused); i++) {
        if (refused[i].lang == lang) say(v, CLASS_REFUSED, i, refused[i].text);
    }
}

static void visit_head(const Visit *v)
{
    Lang lang = v->lang;
    for (int32_t i = LETTER_CIRCULAR; i <= LETTER_REGULATION; i++)
        say(v, CLASS_LETTER, i, letter_kind_text((LetterKind)i, lang));
    for (int32_t i = LINE_NO_NUMBER; i <= LINE_NOTE; i++) {
        if (i != LINE_RELATION)
            say(v, CLASS_HEAD, i, head_text((LineKind)i, lang));
    }
    for (int32_t i = RELATION_AMENDS; i <= RELATION_DEPARTS; i++)
        say(v, CLASS_RELATION, i, relation_text((RelationKind)i, lang));
}

static void visit_open(const Visit *v)
{
    Lang lang = v->lang;
    for (int32_t i = 0; i < (int32_t)COUNT(terms); i++) {
        say(v, CLASS_TERM, i, lang == LANG_ID ? terms[i].word : terms[i].many);
        if (lang == LANG_EN && !str_is(terms[i].one, terms[i].many))
            say(v, CLASS_TERM, i, terms[i].one);
    }
    for (int32_t i = 0; i < THING_COUNT; i++)
        say(v, CLASS_THING, i, thing_text((Thing)i, lang));
    for (int32_t i = 0; i < VERB_COUNT; i++)
        say(v, CLASS_VERB, i, verb_row((Verb)i)->word[lang]);
    for (int32_t i = 0; count_row((size_t)i) != NULL; i++) {
        const CountRow *row = count_row((size_t)i);
        say(v, CLASS_COUNT, i, lang == LANG_ID ? row->word : row->many);
        if (lang == LANG_EN) say(v, CLASS_COUNT, i, row->one);
    }
    for (int32_t i = 0; i < (int32_t)COUNT(glosses); i++)
        say(v, CLASS_GLOSS, i, glosses[i][lang]);
}

static int32_t term_index(TermKind kind, int32_t value)
{
    for (int32_t i = 0; i < (int32_t)COUNT(terms); i++) {
        if (terms[i].kind == kind && terms[i].value == value) return i;
    }
    return -1;
}

static void visit_synonyms(const Visit *v)
{
    for (size_t i = 0; i < COUNT(synonyms); i++) {
        const Synonym *s = &synonyms[i];
        int32_t id = s->id;
        if (s->lang != v->lang) continue;
        if (s->class == CLASS_TERM) id = term_index((TermKind)id, s->value);
        CHECK(id >= 0);
        say(v, s->class, id, s->text);
    }
}

void lexicon_visit(Lang lang, PhraseVisitor *visit, void *with)
{
    Visit v = {lang, visit, with};
    visit_closed(&v);
    visit_head(&v);
    visit_open(&v);
    visit_synonyms(&v);
}

const Lexicon *lexicon_open(Arena *arena, Lang lang)
{
    Lexicon *lexicon = NEW(arena, Lexicon, 1);
    lexicon->arena = arena;
    lexicon->lang = lang;
    lexicon->words = map_in(arena);
    lexicon_visit(lang, add, lexicon);
    return lexicon;
}

uint32_t lexicon_word(const Lexicon *lexicon, Str folded)
{
    return map_find(&lexicon->words, folded);
}

uint32_t lexicon_first(const Lexicon *lexicon, uint32_t word)
{
    if (word == NO_INDEX) return NO_INDEX;
    CHECK(word < lexicon->chains.count);
    return lexicon->chains.at[word];
}

uint32_t lexicon_spelt(const Lexicon *lexicon, const Phrase *phrase,
                       uint32_t index)
{
    CHECK(index < phrase->words);
    return lexicon->spelt.at[phrase->spelt + index];
}

const Phrase *lexicon_phrase(const Lexicon *lexicon, uint32_t index)
{
    CHECK(index < lexicon->phrases.count);
    return &lexicon->phrases.at[index];
}

const TermRow *lexicon_term(int32_t id)
{
    CHECK(id >= 0 && (size_t)id < COUNT(terms));
    return &terms[id];
}

size_t lexicon_terms(void)
{
    return COUNT(terms);
}

Str lexicon_gloss(int32_t id)
{
    CHECK(id >= 0 && (size_t)id < COUNT(glosses));
    return glosses[id][LANG_ID];
}

const TermRow *term_row(TermKind kind, int32_t value)
{
    int32_t index = term_index(kind, value);
    return index < 0 ? NULL : &terms[index];
}

bool gloss_knows(Str indonesian)
{
    for (size_t i = 0; i < COUNT(glosses); i++) {
        if (str_is(glosses[i][LANG_ID], indonesian)) return true;
    }
    for (int i = 0; i < THING_COUNT; i++) {
        if (str_is(thing_text((Thing)i, LANG_ID), indonesian)) return true;
    }
    return false;
}

Str gloss_text(Str indonesian, Lang lang)
{
    for (size_t i = 0; lang == LANG_EN && i < COUNT(glosses); i++) {
        if (str_folded_is(glosses[i][LANG_ID], indonesian))
            return glosses[i][lang];
    }
    for (int i = 0; lang == LANG_EN && i < THING_COUNT; i++) {
        if (str_folded_is(thing_text((Thing)i, LANG_ID), indonesian))
            return thing_text((Thing)i, lang);
    }
    return indonesian;
}

/* Words that are read in one place only and may well be part of a name. */
static bool stays_in_names(FunctionWord word)
{
    return word == W_WITH_STAFF || word == W_RULE || word == W_PARAGRAPH ||
           word == W_BREACH || word == W_VALIDITY || word == W_NUMBER ||
           word == W_ANNEX || word == W_EXAMPLES || word == W_THIS ||
           word == W_PERCENT || word == W_SHIFTS || word == W_ACTING_AS;
}

bool phrase_ends_name(const Phrase *phrase)
{
    switch (phrase->class) {
    case CLASS_FUNCTION:
        return !stays_in_names((FunctionWord)phrase->id) &&
               !str_is(phrase->text, STR("jam"));
    case CLASS_PLACE: return phrase->id != WHERE_LEAVE;
    case CLASS_STRENGTH:
    case CLASS_STATE:
    case CLASS_CONSEQUENCE:
    case CLASS_REFUSED: return true;
    case CLASS_TERM:
    case CLASS_THING:
    case CLASS_VERB:
    case CLASS_COUNT:
    case CLASS_MONTH:
    case CLASS_WEEKDAY:
    case CLASS_NUMBER:
    case CLASS_GLOSS:
    case CLASS_LETTER:
    case CLASS_HEAD:
    case CLASS_RELATION:
    case CLASS_COURTESY:
    case CLASSES: break;
    }
    return false;
}

bool term_is_unit(TermKind kind)
{
    return kind >= TERM_AGENCY && kind <= TERM_ROUND_CLOCK;
}

bool term_is_anybody(TermKind kind)
{
    return kind == TERM_STAFF_ALL || kind == TERM_STAFF ||
           kind == TERM_RANK_NAME || kind == TERM_RANK;
}

bool term_is_person(TermKind kind)
{
    return kind >= TERM_STAFF_ALL && kind <= TERM_TEAM;
}
