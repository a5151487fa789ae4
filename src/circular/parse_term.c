/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/grammar.h"

/* What English says before the term and Indonesian behind it. */
typedef struct {
    bool other, that, following;
} Sides;

typedef VEC(Limit) Limits;

/* The words of a glossary row that fill the whole name, or 0. */
static uint32_t gloss_words(const Reader *r, uint32_t at)
{
    uint32_t words = 0;
    const Phrase *gloss = reader_phrase(r, at, CLASS_GLOSS, &words);
    if (gloss == NULL || !reader_name_ends(r, at + words)) return 0;
    return words;
}

/* The longest known term; of two that are spelt alike the one that fits. */
static const TermRow *known_at(const Reader *r, uint32_t at, bool units,
                               uint32_t *words)
{
    const TermRow *best = NULL;
    uint32_t first = 0;
    const Phrase *phrase = reader_phrase(r, at, CLASS_TERM, &first);
    if (phrase == NULL) return NULL;
    *words = first;
    for (uint32_t index = phrase->next;; index = phrase->next) {
        const TermRow *row = lexicon_term(phrase->id);
        if (best == NULL || term_is_unit(row->kind) == units) best = row;
        if (index == NO_INDEX || term_is_unit(best->kind) == units) break;
        const Phrase *next = lexicon_phrase(r->lexicon, index);
        if (next->class != CLASS_TERM ||
            !str_folded_is(next->text, phrase->text))
            break;
        phrase = next;
    }
    return best;
}

static Term *new_who(Reader *r, Who **out)
{
    Term *term = NEW(r->arena, Term, 1);
    Group *group = NEW(r->arena, Group, 1);
    Who *who = NEW(r->arena, Who, 1);
    *group = (Group){term, 1};
    who->groups = group;
    who->group_count = 1;
    *out = who;
    return term;
}

/* A name behind a known word: bare, or in quotation marks. */
static bool name_follows(const Reader *r, uint32_t at)
{
    Reader look = *r;
    look.at = at;
    if (at < r->end && r->lexed.tokens[at].kind == TOKEN_STRING) return true;
    if (reader_sees_at(r, at, W_AND) || reader_sees_at(r, at, W_OR) ||
        reader_sees_at(r, at, W_AS_WELL_AS))
        return false; /* also in a list where they may be part of names */
    return !reader_name_ends(r, at) && !reader_sees_counted_place(&look);
}

/* "Hari Jumat pegawai ...", "Bagi unit lima hari kerja: Senin pukul ...". */
static bool fault_day(Reader *r)
{
    (void)reader_fault_here(r, FAULT_NAME_WANTED);
    diag_advise(r->diags,
                STR("mulai dengan 'Setiap Jumat: ...', atau tulis tabel "
                    "'Menurut hari: Senin sampai dengan Kamis: jam kerja ialah "
                    "pukul 08.00–15.00; Jumat: jam kerja ialah pukul "
                    "08.00–15.30'"),
                STR("begin with 'Every Friday: ...', or write a table "
                    "'According to days: Monday to Thursday: working hours "
                    "shall mean at 08.00–15.00; Friday: working hours shall "
                    "mean at 08.00–15.30'"));
    return false;
}

/* A free name; a weekday is none. */
static bool take_free(Reader *r, Term *term)
{
    if (reader_sees_weekday(r, r->at)) return fault_day(r);
    term->quoted = reader_is(r, TOKEN_STRING);
    return reader_gloss(r, &term->name);
}

/* unit = [ type ] name, without limits */
static bool take_unit(Reader *r, Term *out)
{
    uint32_t from = r->at;
    uint32_t words = 0;
    Term term = {.kind = TERM_NAME};
    const TermRow *row = known_at(r, r->at, true, &words);
    bool named = row != NULL && name_follows(r, r->at + words);
    if (row != NULL && term_is_unit(row->kind) &&
        (!named ||
         (row->kind == TERM_UNIT_TYPE && !term_type_is_proper(row->value)))) {
        term.kind = row->kind;
        term.value = row->value;
        r->at += words;
        if (!named) {
            term.span = reader_span(r, from);
            *out = term;
            return true;
        }
    }
    if (!take_free(r, &term)) return false;
    term.span = reader_span(r, from);
    *out = term;
    return true;
}

/* People, and words that "pada" makes a time of: pada hari, pada jam. */
static bool is_no_unit(const Term *term)
{
    return term_is_person(term->kind) ||
           (term->kind == TERM_NAME && !term->quoted &&
            gloss_is_time(term->name));
}

/* "bidang perizinan pada DPMPTSP": the unit that the named one is in. */
static bool take_above(Reader *r, Term *unit)
{
    bool within = reader_sees(r, W_IN) || reader_sees(r, W_IN_EVERY);
    if (!within || !reader_sees_limit(r, WHO_UNITS)) return true;
    Limit *limit = NEW(r->arena, Limit, 1);
    if (!reader_enter(r)) return false;
    bool read = reader_limit(r, WHO_UNITS, limit);
    reader_leave(r);
    unit->limits = limit;
    unit->limit_count = 1;
    return read;
}

/* "pegawai muslim": no unit is called so, in small letters; a mark is. */
static bool fault_small(Reader *r, uint32_t words)
{
    Str text = reader_text(r, r->at, r->at + words);
    Str who = word_text(W_MARKED, r->lang);
    const Str what[2] = {text, text};
    const Str second[2] = {who, who};
    (void)reader_fault2(r, FAULT_SMALL_UNIT, reader_here(r), what, second);
    if (str_folded_is(text, STR("ke atas")) ||
        str_folded_is(text, STR("ke bawah")))
        diag_advise(r->diags,
                    STR("sebut setiap eselon: 'pejabat eselon II dan pejabat "
                        "eselon III'"),
                    STR("name each echelon: 'pejabat eselon II dan pejabat "
                        "eselon III'"));
    return false;
}

static bool sees_what_holds(const Reader *r, uint32_t at)
{
    uint32_t words = 0;
    return reader_sees_at(r, at, W_MARKED) || reader_sees_at(r, at, W_TURNS) ||
           reader_phrase(r, at, CLASS_STRENGTH, &words) != NULL ||
           reader_phrase(r, at, CLASS_STATE, &words) != NULL ||
           reader_phrase(r, at, CLASS_CONSEQUENCE, &words) != NULL;
}

/* "beragama Islam", "golongan III", "non ASN", "living in Grogot": what people
 * are, whatever capitals stand behind; no unit is called so. */
static bool begins_quality(const Reader *r, uint32_t at)
{
    static const Str words[] = {STR_INIT("golongan"), STR_INIT("non"),
                                STR_INIT("usia"), STR_INIT("umur")};
    Str first = at < r->end ? r->lexed.tokens[at].text : STR("");
    bool verb = str_starts(first, STR("ber")) || str_starts(first, STR("me"));
    for (size_t i = 0; i < COUNT(words); i++)
        verb |= str_is(first, words[i]);
    return r->lang == LANG_ID ? verb : str_ends(first, STR("ing"));
}

/* Behind wajib, boleh, ..., or in a line of the head: nothing need follow. */
static bool is_complete(const Reader *r)
{
    uint32_t words = 0;
    if (reader_phrase(r, r->subject_from, CLASS_HEAD, &words) != NULL)
        return true;
    for (uint32_t at = r->subject_from; at < r->at; at++) {
        if (reader_phrase(r, at, CLASS_STRENGTH, &words) != NULL) return true;
    }
    return false;
}

/* Words in small letters between people who are no holders of a post and what
 * holds for them. */
static bool sees_small(const Reader *r, const Term *term, uint32_t *words)
{
    uint32_t at = r->at;
    uint32_t known = 0;
    if (!term_is_anybody(term->kind) || known_at(r, at, true, &known) != NULL)
        return false;
    bool quality = begins_quality(r, at);
    at += gloss_words(r, at); /* "berdomisili di luar kota" */
    for (; !reader_name_ends(r, at); at++) {
        if (r->lexed.tokens[at].capital && !quality) return false;
    }
    bool listed = reader_sees_at(r, at, W_AND) || reader_sees_at(r, at, W_OR) ||
                  (quality && reader_sees_at(r, at, W_IN));
    *words = at - r->at;
    if (at < r->end && r->lexed.tokens[at].kind == TOKEN_COMMA)
        return *words > 0 && sees_what_holds(r, at + 1);
    return *words > 0 && (listed || (at >= r->end && is_complete(r)) ||
                          sees_what_holds(r, at));
}

/*
 * A name behind a person: "pelaksana Dinas Sosial" is "pelaksana pada Dinas
 * Sosial"; "kepala dinas Sosial" is "kepala dinas pada dinas Sosial"; "lurah
 * Api-Api" is "lurah pada kelurahan Api-Api".
 */
static bool take_whose(Reader *r, const Term *term, Limits *limits)
{
    uint32_t from = r->at;
    Limit limit = {.kind = LIMIT_UNITS};
    uint32_t words = 0;
    if (reader_sees_mark(r, r->at)) return reader_fault_here(r, FAULT_NO_WHO);
    if (sees_small(r, term, &words)) return fault_small(r, words);
    const TermRow *row = known_at(r, r->at, true, &words);
    if ((row != NULL && term_is_person(row->kind)) ||
        (reader_phrase(r, r->at, CLASS_THING, &words) != NULL &&
         gloss_words(r, r->at) == 0))
        return reader_fault_here(r, FAULT_NOT_A_UNIT);
    UnitType type = UNIT_PEMERINTAH;
    bool role = term->kind == TERM_ROLE;
    bool typed = role && (term->value == ROLE_KEPALA_DINAS ||
                          term->value == ROLE_KEPALA_BADAN);
    if (typed && !str_folded_is(reader_peek(r, 0)->text,
                                r->lexed.tokens[r->at - 1].text))
        r->at--;
    Term *unit = new_who(r, &limit.units);
    if (!take_unit(r, unit)) return false;
    if (role && row == NULL && unit->kind == TERM_NAME &&
        term_heads_type(term->value, &type)) {
        unit->kind = TERM_UNIT_TYPE;
        unit->value = (int32_t)type;
    }
    if (is_no_unit(unit)) {
        r->at = from;
        return reader_fault_here(r, FAULT_NOT_A_UNIT);
    }
    if (term->kind != TERM_THING && !take_above(r, unit)) return false;
    limit.span = reader_span(r, from);
    limit.units->span = limit.span;
    VEC_PUSH(r->arena, limits, limit);
    return true;
}

static bool take_known(Reader *r, const TermRow *row, uint32_t words,
                       Term *term, Limits *limits)
{
    bool named = name_follows(r, r->at + words);
    if (named && row->kind == TERM_UNIT_TYPE && term_type_is_proper(row->value))
        return reader_name(r, &term->name, &term->quoted);
    term->kind = row->kind;
    term->value = row->value;
    r->at += words;
    if (!named) return true;
    if (row->kind == TERM_UNIT_TYPE) return take_free(r, term);
    return take_whose(r, term, limits);
}

/* thing = known [ name ]; English: known [ "of" unit ] */
static bool take_thing(Reader *r, Thing thing, Term *term, Limits *limits)
{
    term->kind = TERM_THING;
    term->value = (int32_t)thing;
    bool owned = thing_is_owned(thing);
    if (owned && r->lang == LANG_EN && reader_takes(r, W_OF)) {
        if (gloss_words(r, r->at) == 0) reader_courtesy(r);
        return take_whose(r, term, limits);
    }
    if (reader_name_ends(r, r->at) && !reader_is(r, TOKEN_STRING)) return true;
    if (owned) return take_whose(r, term, limits);
    return take_free(r, term);
}

/* The "pada" that opened the list of units before here. */
static uint32_t frame_from(const Reader *r)
{
    uint32_t at = r->at;
    while (at > 0 && !reader_sees_at(r, at, W_IN) &&
           !reader_sees_at(r, at, W_IN_EVERY))
        at--;
    return at;
}

/* "pada camat", "pada cuti bersama" */
static bool fault_no_unit(Reader *r, const Term *term, uint32_t from)
{
    (void)reader_fault(r, FAULT_NOT_A_UNIT, reader_span(r, from),
                       reader_text(r, from, r->at));
    if (term->kind == TERM_NAME)
        diag_advise(r->diags,
                    STR("tulis tanggalnya, misalnya 'Pada 24 Desember 2026: "
                        "...'"),
                    STR("write its date, such as 'On 24 December 2026: ...'"));
    return false;
}

static bool take_name(Reader *r, WhoUse use, Term *term, Limits *limits)
{
    uint32_t known = 0;
    uint32_t things = 0;
    uint32_t gloss = gloss_words(r, r->at);
    uint32_t from = r->at;
    const TermRow *row = known_at(r, r->at, use == WHO_UNITS, &known);
    const Phrase *thing = reader_phrase(r, r->at, CLASS_THING, &things);
    bool things_fit = use != WHO_UNITS;
    if (reader_takes_work_week(r, term)) return true;
    if (row != NULL && known >= things && known >= gloss) {
        if (!take_known(r, row, known, term, limits)) return false;
    } else if (thing != NULL && things_fit && things >= gloss &&
               (reader_phrase(r, r->at + things, CLASS_THING, &known) == NULL ||
                gloss_words(r, r->at + things) > 0)) {
        r->at += things;
        if (!take_thing(r, (Thing)thing->id, term, limits)) return false;
    } else {
        bool thing_read = thing != NULL && things_fit;
        if (reader_sees_mark(r, r->at) && !thing_read && row == NULL)
            return reader_fault_here(r, FAULT_NO_WHO);
        if (!take_free(r, term)) return false;
    }
    if (use != WHO_UNITS || !is_no_unit(term)) return true;
    if (r->framing && from > 0 &&
        r->lexed.tokens[from - 1].kind == TOKEN_COMMA) {
        r->at = from - 1;
        return reader_no_colon(r, frame_from(r));
    }
    return fault_no_unit(r, term, from);
}

/* before = { "seluruh" | "para" | "setiap" | "other" | "that" | ... } */
static Sides take_before(Reader *r)
{
    Sides sides = {0};
    uint32_t from = 0;
    bool english = r->lang == LANG_EN;
    do {
        from = r->at;
        if (gloss_words(r, r->at) > 0) break;
        if (reader_takes(r, W_FOLLOWING)) sides.following = true;
        (void)reader_take_phrase(r, CLASS_COURTESY); /* "a the application" */
        (void)reader_takes(r, W_EVERY);
        if (english && reader_takes(r, W_OTHER)) sides.other = true;
        if (english && reader_takes(r, W_THAT)) sides.that = true;
    } while (r->at > from);
    return sides;
}

static void take_behind(Reader *r, Sides *sides)
{
    if (r->lang != LANG_ID) return;
    if (reader_takes(r, W_OTHER)) sides->other = true;
    if (reader_takes(r, W_THAT)) sides->that = true;
    if (reader_takes(r, W_FOLLOWING)) sides->following = true;
}

static bool add_sides(Reader *r, const Sides *sides, uint32_t from,
                      Limits *limits)
{
    Span span = reader_span(r, from);
    if (sides->other)
        VEC_PUSH(r->arena, limits,
                 ((Limit){.kind = LIMIT_OTHER, .span = span}));
    if (!sides->that) return true;
    VEC_PUSH(r->arena, limits, ((Limit){.kind = LIMIT_THAT, .span = span}));
    if (r->framed) return true;
    return reader_fault(r, FAULT_THAT_WHICH, span, STR(""));
}

/* item = [ label ] term [ ";" [ "dan" | "atau" ] ] */
static bool take_item(Reader *r, WhoUse use, Term *out)
{
    Str label = {0};
    if (reader_is(r, TOKEN_LABEL))
        r->at++;
    else if (reader_sees_paragraph(r, r->at))
        (void)reader_paragraph_number(r, &label);
    if (!reader_term(r, use, out)) return false;
    bool last = !reader_take(r, TOKEN_SEMICOLON);
    if (last && !reader_done(r))
        return reader_expected(r, STR("';' sesudah setiap butir"),
                               STR("';' behind each item"));
    if (!last) (void)(reader_takes(r, W_AND) || reader_takes(r, W_OR));
    out->comment_behind = reader_comment_behind(r);
    return true;
}

/*
 * The list that "berikut" speaks of stands behind the colon at the end of the
 * sentence: read now, passed over when the sentence comes to it.
 */
static bool take_listed(Reader *r, WhoUse use, Term *term)
{
    VEC(Term) items = {0};
    uint32_t back = r->at;
    uint32_t colon = back;
    while (colon < r->end && r->lexed.tokens[colon].kind != TOKEN_COLON)
        colon++;
    if (colon == r->end || r->tabulated || r->list_from > 0)
        return reader_expected(r, STR("daftar sesudah titik dua"),
                               STR("a list behind a colon"));
    r->at = colon + 1;
    r->tabulated = true;
    bool read = true;
    do {
        Term item = {0};
        read = take_item(r, use, &item);
        if (read) VEC_PUSH(r->arena, &items, item);
    } while (read && !reader_done(r));
    r->tabulated = false;
    r->list_from = colon;
    r->list_to = r->at;
    if (read) r->at = back;
    term->listed = items.at;
    term->listed_count = (uint32_t)items.count;
    return read;
}

bool reader_listed(Reader *r, Who **out)
{
    uint32_t from = r->at;
    Term *term = new_who(r, out);
    *term = (Term){.kind = TERM_NAME, .name = STR("unit")};
    Group *group = NEW(r->arena, Group, 1);
    if (!take_listed(r, WHO_TAIL, term)) return false;
    term->span = (*out)->span = reader_span(r, from);
    *group = (Group){term->listed, term->listed_count};
    for (uint32_t i = 0; i < group->count; i++) {
        if (term_is_person(group->terms[i].kind)) (*out)->groups = group;
    }
    return true;
}

static bool takes_limits(const Reader *r, WhoUse use, const Term *term)
{
    bool things = term->kind == TERM_THING ||
                  (use == WHO_OBJECT && !term_is_person(term->kind));
    if (!reader_sees_limit(r, use)) return false;
    if (!things) return true;
    uint32_t words = 0;
    return use == WHO_SUBJECT &&
           reader_phrase(r, r->at, CLASS_PLACE, &words) != NULL;
}

static bool has_units(const Limits *limits, const Limits *whose)
{
    for (size_t i = 0; i < limits->count; i++) {
        if (limits->at[i].kind == LIMIT_UNITS) return true;
    }
    return whose->count > 0;
}

/* Units last, so that what follows them is theirs; marks before places. */
static void sort_limits(Reader *r, Limits *limits)
{
    static const LimitKind order[] = {LIMIT_OTHER, LIMIT_THAT, LIMIT_MARK,
                                      LIMIT_PLACE, LIMIT_REF,  LIMIT_UNITS};
    Limits sorted = {0};
    for (size_t k = 0; k < COUNT(order); k++) {
        for (size_t i = 0; i < limits->count; i++) {
            if (limits->at[i].kind == order[k])
                VEC_PUSH(r->arena, &sorted, limits->at[i]);
        }
    }
    *limits = sorted;
}

/* term = before ( known [ name ] | thing [ name ] | name ) behind { limit } */
bool reader_term(Reader *r, WhoUse use, Term *out)
{
    uint32_t from = r->at;
    Term term = {.kind = TERM_NAME};
    Limits limits = {0};
    Sides sides = take_before(r);
    Limits whose = {0};
    Limit adjective = {0};
    if (reader_takes_adjective(r, &adjective))
        VEC_PUSH(r->arena, &limits, adjective);
    if (!take_name(r, use, &term, &whose)) return false;
    take_behind(r, &sides);
    if (!add_sides(r, &sides, from, &limits)) return false;
    while (takes_limits(r, use, &term)) {
        Limit limit = {0};
        uint32_t behind = r->at;
        if (!reader_limit(r, use, &limit)) return false;
        if (limit.kind == LIMIT_UNITS && has_units(&limits, &whose))
            return reader_fault(r, FAULT_TAIL_TWICE, limit.span,
                                reader_text(r, behind, r->at));
        if (limit.kind != LIMIT_UNITS && term.name.len > 0 &&
            has_units(&limits, &whose))
            return reader_fault(r, FAULT_LATE_MODIFIER, limit.span,
                                reader_text(r, behind, r->at));
        VEC_PUSH(r->arena, &limits, limit);
        if (r->lang == LANG_ID && reader_takes(r, W_FOLLOWING))
            sides.following = true;
    }
    for (size_t i = 0; i < whose.count; i++)
        VEC_PUSH(r->arena, &limits, whose.at[i]);
    sort_limits(r, &limits);
    term.span = reader_span(r, from);
    if (sides.following && !take_listed(r, use, &term)) return false;
    term.limits = limits.at;
    term.limit_count = (uint32_t)limits.count;
    *out = term;
    return true;
}
