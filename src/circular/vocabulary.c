/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/vocabulary.h"

#include "circular/vocabulary_part.h"

static const char *const langs[] = {[LANG_ID] = "id", [LANG_EN] = "en"};

/* ---- groups ---------------------------------------------------------------
 *
 * A group is a production of the grammar: words that stand in the same places.
 */

static Str function_name(FunctionWord word)
{
    static const Str names[] = {
        [W_NONE] = STR_INIT(""),
#define WORD(id, in, en) [W_##id] = STR_INIT(#id),
#define ALSO(id, lang, text)
#include "circular/function_words.def"
#undef WORD
#undef ALSO
    };
    return names[word];
}

static const char *term_group(const TermRow *row)
{
    return term_is_unit(row->kind) ? "term_unit" : "term_person";
}

static const char *gloss_group(Str gloss)
{
    if (gloss_is_mark(gloss)) return "gloss_mark";
    if (gloss_is_pattern(gloss)) return "gloss_pattern";
    return plain_stands(gloss, PLAIN_WORD) ? "gloss_word" : "gloss_text";
}

static const char *verb_group(Verb verb)
{
    static const char *const groups[] = {
        [OBJECT_NONE] = "verb_alone", [OBJECT_THINGS] = "verb_things",
        [OBJECT_WHO] = "verb_who",    [OBJECT_REFS] = "verb_refs",
        [OBJECT_AREA] = "verb_area",  [OBJECT_ANY] = "verb_any"};
    return groups[verb_row(verb)->object];
}

static const char *count_group(size_t row)
{
    const CountRow *count = count_row(row);
    if (count->time != UNIT_TIME_NONE) return "count_time";
    return str_is(count->word, STR("kali")) ? "count_times" : "count_other";
}

static Str line_name(LineKind line)
{
    static const Str names[] = {
#define LETTER_KIND(kind, in, en)
#define HEAD(line, in, en) [LINE_##line] = STR_INIT(#line),
#define ALSO_HEAD(line, lang, text)
#define HEAD_RELATION(relation, in, en)
#include "circular/head_words.def"
#undef LETTER_KIND
#undef HEAD
#undef ALSO_HEAD
#undef HEAD_RELATION
    };
    return names[line];
}

static Str group_of(Arena *arena, PhraseClass class, int32_t id)
{
    switch (class) {
    case CLASS_FUNCTION: return function_name((FunctionWord)id);
    case CLASS_STRENGTH: return STR("strength");
    case CLASS_PLACE: return id == WHERE_LEAVE ? STR("leave") : STR("place");
    case CLASS_STATE:
        if (id == STATE_ENTERED) return STR("state_entered");
        return id == STATE_LIMITED ? STR("state_limited") : STR("state");
    case CLASS_CONSEQUENCE: return STR("consequence");
    case CLASS_TERM: return str_of(term_group(lexicon_term(id)));
    case CLASS_THING:
        return thing_is_owned((Thing)id) ? STR("thing_owned") : STR("thing");
    case CLASS_VERB: return str_of(verb_group((Verb)id));
    case CLASS_COUNT: return str_of(count_group((size_t)id));
    case CLASS_MONTH: return STR("month");
    case CLASS_WEEKDAY: return STR("weekday");
    case CLASS_NUMBER: return STR("number_word");
    case CLASS_GLOSS: return str_of(gloss_group(lexicon_gloss(id)));
    case CLASS_LETTER: return STR("letter_kind");
    case CLASS_HEAD:
        return str_format(arena, "line_%.*s", STR_ARG(line_name((LineKind)id)));
    case CLASS_RELATION: return STR("relation");
    case CLASS_REFUSED: return STR("refused");
    case CLASS_COURTESY: return STR("courtesy");
    case CLASSES: break;
    }
    return STR("");
}

static void keep(void *with, PhraseClass class, int32_t id, Str text)
{
    Entries *entries = with;
    Entry entry = {class, entries->lang, group_of(entries->arena, class, id),
                   text};
    VEC_PUSH(entries->arena, &entries->list, entry);
}

static Entries entries_of(Arena *arena, Lang lang)
{
    Entries entries = {.arena = arena, .lang = lang};
    lexicon_visit(lang, keep, &entries);
    return entries;
}

void vocabulary_both(Arena *arena, Entries both[2])
{
    both[LANG_ID] = entries_of(arena, LANG_ID);
    both[LANG_EN] = entries_of(arena, LANG_EN);
}

/* Did the same words stand earlier in the same group? */
static bool is_repeated(const Entries *entries, size_t at)
{
    const Entry *entry = &entries->list.at[at];
    for (size_t i = 0; i < at; i++) {
        const Entry *other = &entries->list.at[i];
        if (str_is(other->group, entry->group) &&
            str_folded_is(other->text, entry->text))
            return true;
    }
    return false;
}

/* ---- the grammar ----------------------------------------------------------
 */

static void put_production(Buf *out, const Entries *entries, size_t first)
{
    Str group = entries->list.at[first].group;
    buf_format(out, "%s.%.*s =", langs[entries->lang], STR_ARG(group));
    const char *between = " ";
    for (size_t i = first; i < entries->list.count; i++) {
        const Entry *entry = &entries->list.at[i];
        if (!str_is(entry->group, group) || is_repeated(entries, i)) continue;
        buf_format(out, "%s\"%.*s\"", between, STR_ARG(entry->text));
        between = "\n    | ";
    }
    buf_c(out, " ;\n");
}

static bool is_first(const Entries *entries, size_t at)
{
    for (size_t i = 0; i < at; i++) {
        if (str_is(entries->list.at[i].group, entries->list.at[at].group))
            return false;
    }
    return true;
}

static bool is_exception(TailKind kind)
{
    return kind >= TAIL_EXCEPT_FOR && kind <= TAIL_EXCEPT_WHEN;
}

static const char *held(TailKind kind)
{
    switch (tail_row(kind)->holds) {
    case HOLDS_NOTHING: return "";
    case HOLDS_WHO: return kind == TAIL_AT ? " , units" : " , people";
    case HOLDS_WORDS: return " , words";
    case HOLDS_OWN_WORDS: return " , word";
    case HOLDS_AMOUNT: return " , quantity";
    case HOLDS_DURATION: return " , duration";
    case HOLDS_WHEN: return " , when";
    case HOLDS_CLOCK: return " , clocks";
    case HOLDS_DEADLINE: return " , deadline";
    case HOLDS_REF: return " , ref";
    }
    return "";
}

/* Those that are no opening word and what it holds. */
static const char *special(TailKind kind)
{
    switch ((int)kind) {
    case TAIL_TIMES: return "times";
    case TAIL_ROUNDING: return "DOWN | UP";
    case TAIL_SHIFTS: return "shifts";
    case TAIL_TURNS: return "TURNS , [ pattern ]";
    case TAIL_RHYTHM: return "rhythm";
    case TAIL_CLOCK: return "clocks";
    case TAIL_WHEN: return "when";
    case TAIL_AT_LEAST_LONG: return "AT_LEAST_LONG , duration , [ A_DAY ]";
    case TAIL_BY_NEED: return "BY_NEED | BY_NEED_OF , word";
    case TAIL_SIZE: return "SIZE , amount";
    case TAIL_AGAIN: return "AGAIN , event";
    case TAIL_IF: return "IF , event";
    case TAIL_EXCEPT_BY:
        return "( EXCEPT , PERMITTED_BY | WITHOUT_LEAVE ) , people";
    case TAIL_EXCEPT_IF: return "EXCEPT , IF , event";
    case TAIL_EXCEPT_WHEN: return "EXCEPT , when";
    case TAIL_OPEN_LIST: return "INCOMPLETE | AMONG_OTHERS , words";
    default: return NULL;
    }
}

static void put_tail(Buf *out, TailKind kind)
{
    const TailRow *row = tail_row(kind);
    const char *whole = special(kind);
    buf_format(out, "tail_%s = ", row->name);
    if (whole != NULL)
        buf_c(out, whole);
    else
        buf_format(out, "%s%.*s%s", is_exception(kind) ? "EXCEPT , " : "",
                   STR_ARG(function_name(row->opener)), held(kind));
    buf_c(out, " ;\n");
}

static void put_tails(Buf *out)
{
    buf_c(out, "(* tails.def *)\n");
    for (int kind = 0; kind < TAIL_COUNT; kind++)
        put_tail(out, (TailKind)kind);
    buf_c(out, "tail =");
    const char *between = "";
    for (int kind = 0; kind < TAIL_COUNT; kind++) {
        if (kind == TAIL_TIMES) continue; /* it begins with a figure */
        buf_format(out, "%s tail_%s", between, tail_row((TailKind)kind)->name);
        between = "\n    |";
    }
    buf_c(out, " ;\n");
}

void vocabulary_grammar(Buf *out)
{
    put_tails(out);
    for (int lang = LANG_ID; lang <= LANG_EN; lang++) {
        Entries entries = entries_of(out->arena, (Lang)lang);
        buf_format(out, "\n(* words: %s *)\n", langs[lang]);
        for (size_t i = 0; i < entries.list.count; i++) {
            if (is_first(&entries, i)) put_production(out, &entries, i);
        }
    }
}

/* ---- the fuzzer -----------------------------------------------------------
 */

void vocabulary_dictionary(Buf *out)
{
    Entries both[2];
    vocabulary_both(out->arena, both);
    buf_c(out, "# words of letters; made by build/tools/mklanguage dict\n");
    for (size_t l = 0; l < COUNT(both); l++) {
        for (size_t i = 0; i < both[l].list.count; i++) {
            if (is_repeated(&both[l], i)) continue;
            buf_format(out, "\"%.*s \"\n", STR_ARG(both[l].list.at[i].text));
        }
    }
}
