/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/words.h"

/*
 * A name is read up to the next function word or mark.  So it may stand bare
 * when it holds neither, does not begin like a known word, and is not as a
 * whole a known word of another meaning.  All phrases are tried at each word:
 * names are short.
 */
typedef struct {
    Str text;
    Plain as;
    bool disturbed;
    size_t known, gloss; /* length of the longest at the start */
    bool proper;         /* that longest is part of a proper name */
} Check;

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* Does the phrase stand at that place, up to a blank or the end? */
static bool stands_at(Str text, size_t at, Str phrase)
{
    Str there = str_slice(text, at, at + phrase.len);
    size_t behind = at + phrase.len;
    if (there.len < phrase.len ||
        (behind < text.len && text.ptr[behind] != ' '))
        return false;
    return str_folded_is(there, phrase);
}

/* Where all up to a mark is taken. */
static bool takes_all(Plain as)
{
    return as == PLAIN_TEXT || as == PLAIN_EVENT;
}

static bool joins(const Phrase *phrase)
{
    return phrase->class == CLASS_FUNCTION &&
           (phrase->id == W_AND || phrase->id == W_OR ||
            phrase->id == W_AS_WELL_AS);
}

/* WFH, WFO, WFA are capitals that name a place all the same. */
static bool is_abbreviated_place(Str text, size_t at, const Phrase *phrase)
{
    return phrase->class == CLASS_PLACE && phrase->text.len == 3 &&
           str_is(str_slice(text, at, at + 3), phrase->text);
}

/* Of three letters, with a capital too: DLL, "Dan sebagainya". */
static bool is_refused(const Phrase *phrase)
{
    size_t word = str_find(phrase->text, STR(" "), 0);
    if (word == SIZE_MAX) word = phrase->text.len;
    return phrase->class == CLASS_REFUSED && word == 3;
}

static bool ends_at(const Check *check, const Phrase *phrase, size_t at)
{
    bool inside = at > 0;
    if (takes_all(check->as)) {
        if (phrase->class == CLASS_REFUSED) return true;
        if (!inside && joins(phrase)) return true;
        return phrase->class == CLASS_FUNCTION && phrase->id == W_IN;
    }
    if (check->as == PLAIN_LISTED && inside && joins(phrase)) return false;
    if (joins(phrase) && at == str_find(check->text, STR(" "), 0) + 1)
        return true; /* "Badan Dan ...": of what the first word is of a kind */
    if (!inside && phrase->class == CLASS_PLACE) return true;
    if (!phrase_ends_name(phrase)) return false;
    return !inside || !is_capital(check->text.ptr[at]) || is_refused(phrase) ||
           is_abbreviated_place(check->text, at, phrase);
}

/* The text from there is how the phrase begins: what follows the name could
 * complete it ("tidak" before "wajib"). */
static bool begins_at(Str text, size_t at, Str phrase)
{
    Str rest = str_slice(text, at, text.len);
    return rest.len < phrase.len && phrase.ptr[rest.len] == ' ' &&
           str_folded_is(rest, str_slice(phrase, 0, rest.len));
}

static bool is_proper_type(const Phrase *phrase)
{
    if (phrase->class != CLASS_TERM) return false;
    const TermRow *row = lexicon_term(phrase->id);
    return row->kind == TERM_UNIT_TYPE && term_type_is_proper(row->value);
}

/* What a name may begin with: known words are read as such. */
static void try_start(Check *check, const Phrase *phrase)
{
    size_t len = phrase->text.len;
    bool term = check->as == PLAIN_TERM || check->as == PLAIN_LISTED;
    switch ((int)phrase->class) {
    case CLASS_GLOSS:
        if (len == check->text.len)
            check->gloss = len;
        else if (check->as == PLAIN_EVENT)
            check->disturbed = true; /* it may be read to there only */
        return;
    case CLASS_THING:
    case CLASS_TERM:
        if (!term && (len < check->text.len || phrase->class == CLASS_TERM))
            return;
        if (len < check->known) return;
        check->known = len;
        check->proper = is_proper_type(phrase) && len < check->text.len;
        return;
    case CLASS_WEEKDAY:
    case CLASS_NUMBER: check->disturbed |= !takes_all(check->as); return;
    case CLASS_VERB:
        check->disturbed |= term && verb_is_no_noun(phrase->text);
        return;
    case CLASS_COURTESY: check->disturbed |= term; return;
    case CLASS_FUNCTION:
        check->disturbed |= !takes_all(check->as) || phrase_ends_name(phrase);
        return;
    default: return;
    }
}

/* "pregnant staff" is a mark and its people, where people may stand. */
static bool is_adjective(const Check *check, const Phrase *phrase)
{
    Str are = STR("are ");
    return (check->as == PLAIN_TERM || check->as == PLAIN_LISTED) &&
           phrase->class == CLASS_GLOSS && str_starts(phrase->text, are) &&
           stands_at(check->text, 0,
                     str_slice(phrase->text, are.len, phrase->text.len));
}

static void try_phrase(void *with, PhraseClass class, int32_t id, Str text)
{
    Check *check = with;
    Phrase phrase = {.text = text, .class = class, .id = id};
    if (stands_at(check->text, 0, text)) try_start(check, &phrase);
    check->disturbed |= is_adjective(check, &phrase);
    for (size_t at = 0; at != SIZE_MAX && !check->disturbed;) {
        bool there = stands_at(check->text, at, text) ||
                     begins_at(check->text, at, text);
        if (there && ends_at(check, &phrase, at)) check->disturbed = true;
        at = str_find(check->text, STR(" "), at);
        if (at != SIZE_MAX) at++;
    }
}

/* Marks of punctuation, dashes between blanks, figures at the start, and what
 * makes a share or a number of what stands before it. */
static bool is_marked(Str text, Plain as)
{
    static const Str marks[] = {
        STR_INIT(";"),        STR_INIT(":"),       STR_INIT("("),
        STR_INIT(")"),        STR_INIT("%"),       STR_INIT(". "),
        STR_INIT("- "),       STR_INIT(" -"),      STR_INIT(" ."),
        STR_INIT("–"),        STR_INIT("—"),       STR_INIT("•"),
        STR_INIT(" kali"),    STR_INIT(" times"),  STR_INIT("twice"),
        STR_INIT("daily"),    STR_INIT("weekly"),  STR_INIT("monthly"),
        STR_INIT(" persen"),  STR_INIT(" prosen"), STR_INIT("percent"),
        STR_INIT("per cent"), STR_INIT("\xc2\xa0")};
    for (size_t i = 0; i < COUNT(marks); i++) {
        if (str_find(text, marks[i], 0) != SIZE_MAX) return true;
    }
    bool comma = str_find(text, STR(","), 0) != SIZE_MAX;
    char first = text.ptr[0];
    if (comma && as != PLAIN_LISTED) return true;
    return str_ends(text, STR(".")) || str_ends(text, STR("-")) ||
           first == '-' || first == '.' || (first >= '0' && first <= '9');
}

static bool is_plain(Str text, Plain as, Lang lang)
{
    Check check = {.text = text, .as = as};
    lexicon_visit(lang, try_phrase, &check);
    if (check.disturbed || check.gloss == text.len) return false;
    return check.known == 0 || check.proper;
}

bool gloss_is_mark(Str indonesian)
{
    Str english = gloss_text(indonesian, LANG_EN);
    return gloss_knows(indonesian) && (str_starts(english, STR("are ")) ||
                                       str_starts(english, STR("have ")));
}

bool gloss_is_pattern(Str indonesian)
{
    Str english = gloss_text(indonesian, LANG_EN);
    return gloss_knows(indonesian) &&
           (str_starts(english, STR("in ")) || str_starts(english, STR("on ")));
}

bool verb_is_no_noun(Str text)
{
    return str_starts(text, STR("me")) || str_starts(text, STR("ber")) ||
           str_find(text, STR(" "), 0) != SIZE_MAX;
}

bool verb_is_likely(Str text)
{
    static const Str nouns[] = {STR_INIT("menteri"), STR_INIT("menu"),
                                STR_INIT("menara"),  STR_INIT("mental"),
                                STR_INIT("mentor"),  STR_INIT("memo"),
                                STR_INIT("memori"),  STR_INIT("member")};
    for (size_t i = 0; i < COUNT(nouns); i++) {
        if (stands_at(text, 0, nouns[i])) return false;
    }
    return str_starts(text, STR("men")) || str_starts(text, STR("mem"));
}

bool gloss_is_time(Str text)
{
    static const Str words[] = {STR_INIT("hari"), STR_INIT("jam"),
                                STR_INIT("cuti"), STR_INIT("libur")};
    bool time = false;
    for (size_t i = 0; i < COUNT(words); i++)
        time |= stands_at(text, 0, words[i]);
    return time;
}

bool plain_runs(Str text)
{
    return is_plain(text, PLAIN_WORD, LANG_ID) &&
           is_plain(text, PLAIN_WORD, LANG_EN);
}

static bool is_weekday(Str text)
{
    for (int day = MONDAY; day <= SUNDAY; day++) {
        if (stands_at(text, 0, date_weekday_name((Weekday)day, LANG_ID)))
            return true;
    }
    return false;
}

/* Of a thing, or of people or units. */
static bool is_known(Str text)
{
    for (size_t i = 0; i < lexicon_terms(); i++) {
        if (str_folded_is(lexicon_term((int32_t)i)->word, text)) return true;
    }
    for (int i = 0; i < THING_COUNT; i++) {
        if (str_folded_is(thing_text((Thing)i, LANG_ID), text)) return true;
    }
    return false;
}

bool plain_stands(Str text, Plain as)
{
    bool term = as == PLAIN_TERM || as == PLAIN_LISTED;
    bool time = as == PLAIN_TERM && gloss_is_time(text);
    bool slot = !takes_all(as) &&
                (stands_at(text, 0, STR("sesuai")) || is_weekday(text));
    if (term && (is_known(text) || gloss_is_mark(text) || verb_is_likely(text)))
        return false;
    if (takes_all(as) && stands_at(text, 0, STR("bagi"))) return false;
    if ((term || takes_all(as)) && gloss_is_pattern(text)) return false;
    return (gloss_knows(text) && !time && !slot) || plain_is(text, as);
}

bool plain_is(Str text, Plain as)
{
    return text.len > 0 && !is_marked(text, as) &&
           is_plain(text, as, LANG_ID) && is_plain(text, as, LANG_EN);
}
