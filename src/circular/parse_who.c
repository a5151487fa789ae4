/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/grammar.h"

typedef VEC(Term) Terms;

static bool has_limit(const Term *term, LimitKind kind)
{
    for (uint32_t i = 0; i < term->limit_count; i++) {
        if (term->limits[i].kind == kind) return true;
    }
    return false;
}

/* Do the terms before the last one carry a limit of that kind too? */
static bool all_have(const Terms *terms, LimitKind kind)
{
    for (size_t i = 0; i < terms->count; i++) {
        if (!has_limit(&terms->at[i], kind)) return false;
    }
    return true;
}

/*
 * "A, B dan C yang sehat": of C only, or of all?  An error for marks and
 * places.  "A dan B pada C" is of B, with a note.
 */
static bool is_clear(Reader *r, WhoUse use, const Terms *terms)
{
    const Term *last = &terms->at[terms->count - 1];
    for (uint32_t i = 0; terms->count > 1 && i < last->limit_count; i++) {
        const Limit *limit = &last->limits[i];
        bool late = limit->kind == LIMIT_MARK || limit->kind == LIMIT_PLACE;
        bool units = limit->kind == LIMIT_UNITS && !term_is_unit(last->kind);
        if ((!late && !units) || all_have(terms, limit->kind)) continue;
        if (limit->kind == LIMIT_PLACE && use == WHO_SUBJECT && reader_done(r))
            return reader_weak_place(r, limit); /* nothing holds for them */
        Str text = str_slice(r->source->text, limit->span.from, limit->span.to);
        FaultKind kind = late ? FAULT_LATE_MODIFIER : FAULT_LAST_ONLY;
        if (!reader_fault(r, kind, limit->span, text)) return false;
    }
    return true;
}

/* "pegawai di rumah dan di kantor": the term again, in the other place. */
static bool repeat_in_place(Reader *r, Terms *terms)
{
    uint32_t words = 0;
    Term again = terms->at[terms->count - 1];
    bool joined = reader_sees(r, W_AND) || reader_sees(r, W_OR);
    const Phrase *place = reader_phrase(r, r->at + 1, CLASS_PLACE, &words);
    if (!joined || again.limit_count != 1 || !has_limit(&again, LIMIT_PLACE) ||
        place == NULL || place->id == WHERE_LEAVE)
        return false;
    Limit *limit = NEW(r->arena, Limit, 1);
    *limit = again.limits[0];
    r->at++;
    (void)reader_place(r, &limit->place);
    again.limits = limit;
    VEC_PUSH(r->arena, terms, again);
    return true;
}

/* "pejabat eselon II, III dan IV", "echelon II and III officials": behind an
 * echelon a class stands for the officials of it. */
static bool takes_class(Reader *r, const Terms *terms, Term *out)
{
    static const Str classes[] = {STR_INIT("I"), STR_INIT("II"),
                                  STR_INIT("III"), STR_INIT("IV")};
    const Term *before = &terms->at[terms->count - 1];
    uint32_t from = r->at;
    uint32_t behind = from + 1;
    if (r->lang == LANG_EN && behind < r->end &&
        str_is(r->lexed.tokens[behind].text, STR("officials")))
        behind++;
    if (before->kind != TERM_RANK || before->limit_count > 0 ||
        !reader_name_ends(r, behind))
        return false;
    for (size_t i = 0; i < COUNT(classes); i++) {
        if (!str_is(reader_peek(r, 0)->text, classes[i])) continue;
        r->at = behind;
        *out = (Term){.kind = TERM_RANK,
                      .value = RANK_JPT_MADYA + (int32_t)i,
                      .span = reader_span(r, from)};
        return true;
    }
    return false;
}

/* "officials of echelon III and above": nobody is called so. */
static bool sees_range(const Reader *r, const Terms *terms)
{
    static const Str words[] = {STR_INIT("above"), STR_INIT("below"),
                                STR_INIT("up"), STR_INIT("higher"),
                                STR_INIT("lower")};
    if (terms->at[terms->count - 1].kind != TERM_RANK) return false;
    for (size_t i = 0; i < COUNT(words); i++) {
        if (str_folded_is(reader_peek(r, 0)->text, words[i])) return true;
    }
    return false;
}

static bool fault_range(Reader *r)
{
    (void)reader_fault_here(r, FAULT_NAME_WANTED);
    diag_advise(r->diags,
                STR("sebut setiap eselon: 'pejabat eselon II dan pejabat "
                    "eselon III'"),
                STR("name each echelon: 'echelon II officials and echelon III "
                    "officials'"));
    return false;
}

static bool sees_join(const Reader *r, uint32_t at)
{
    return reader_sees_at(r, at, W_AND) || reader_sees_at(r, at, W_OR);
}

/* "setiap Senin", "setiap minggu", "setiap 2 minggu": times, nobody. */
static bool sees_rhythm(const Reader *r, uint32_t at)
{
    uint32_t words = 0;
    const Phrase *count = reader_phrase(r, at, CLASS_COUNT, &words);
    if (at < r->end && r->lexed.tokens[at].kind == TOKEN_NUMBER) return true;
    return reader_sees_weekday(r, at) ||
           (count != NULL &&
            count_row((size_t)count->id)->time != UNIT_TIME_NONE);
}

/* May the token begin a term? */
static bool sees_term(const Reader *r, uint32_t at)
{
    bool every = reader_sees_at(r, at, W_EVERY);
    Reader look = *r;
    look.at = at;
    if (reader_sees_clock(&look) || (every && sees_rhythm(r, at + 1)))
        return false;
    return (at < r->end && r->lexed.tokens[at].kind == TOKEN_STRING) || every ||
           reader_sees_at(r, at, W_OTHER) || reader_sees_at(r, at, W_THAT) ||
           reader_sees_at(r, at, W_FOLLOWING) || !reader_name_ends(r, at);
}

typedef enum { LIST_ENDS, LIST_GOES_ON, LIST_CLOSES } Join;

static bool sees_that_unit(const Reader *r, uint32_t at)
{
    uint32_t words = 0;
    if (reader_sees_at(r, at, W_THAT)) return true;
    const Phrase *term = reader_phrase(r, at, CLASS_TERM, &words);
    return term != NULL && reader_sees_at(r, at + words, W_THAT);
}

/* "mengaktifkan telepon dan dapat dihubungi": no thing that is kept on. */
static bool sees_duty(const Reader *r, uint32_t at)
{
    uint32_t words = 0;
    const Phrase *verb = reader_phrase(r, at, CLASS_VERB, &words);
    if (r->lang != LANG_ID || at >= r->end) return false;
    return (verb != NULL && verb_is_no_noun(verb->text)) ||
           (r->lexed.tokens[at].kind == TOKEN_WORD &&
            verb_is_likely(r->lexed.tokens[at].text));
}

bool reader_sees_person(const Reader *r, uint32_t at)
{
    uint32_t words = 0;
    while (reader_sees_at(r, at, W_EVERY) ||
           reader_phrase(r, at, CLASS_COURTESY, &words) != NULL)
        at += reader_sees_at(r, at, W_EVERY) ? 1 : words;
    const Phrase *term = reader_phrase(r, at, CLASS_TERM, &words);
    return term != NULL && term_is_person(lexicon_term(term->id)->kind);
}

static Join take_join(Reader *r, WhoUse use)
{
    bool comma = reader_is(r, TOKEN_COMMA);
    uint32_t next = r->at + (comma ? 1 : 0);
    if (comma && r->framing && use == WHO_UNITS && reader_sees_person(r, next))
        return LIST_ENDS; /* the subject, behind the frame */
    if (comma && r->framing && use == WHO_UNITS && sees_that_unit(r, next))
        return LIST_ENDS; /* "..., unit kerja itu ditutup" */
    if (use == WHO_OBJECT && (sees_join(r, next) || comma) &&
        sees_duty(r, next + (sees_join(r, next) ? 1 : 0)))
        return LIST_ENDS; /* a second duty, which is refused */
    if (sees_join(r, next) && sees_term(r, next + 1)) {
        r->at = next + 1;
        return LIST_CLOSES;
    }
    if (!comma || !sees_term(r, next)) return LIST_ENDS;
    r->at = next;
    return LIST_GOES_ON;
}

static bool fault_open(Reader *r, const Terms *terms)
{
    Span span = terms->at[terms->count - 1].span;
    return reader_fault(r, FAULT_OPEN_LIST, span,
                        str_slice(r->source->text, span.from, span.to));
}

/* In a list that "serta" may go on with? */
static bool is_outer(const Reader *r, WhoUse use)
{
    return use != WHO_UNITS || r->depth == 1;
}

/* "bagian pelayanan BPBD, BPPRD dan DLH": the service sections of the first,
 * and two whole agencies. */
static void note_first(Reader *r, const Terms *terms)
{
    const Term *first = &terms->at[0];
    if (terms->count < 2 || first->kind != TERM_SECTION ||
        first->limit_count != 1 || first->limits[0].kind != LIMIT_UNITS ||
        first->limits[0].units->groups[0].count > 1)
        return;
    (void)reader_fault(r, FAULT_FIRST_ONLY, first->span,
                       term_row(TERM_SECTION, 0)->word);
}

/*
 * "pegawai yang X pada A pada B, C": whose is C?  Not to be said so.  Nor of a
 * unit that cannot be named without "pada".
 */
static bool is_list_safe(Reader *r, const Term *term)
{
    const Limit *last = term->limits;
    UnitType type = UNIT_PEMERINTAH;
    if (term->limit_count == 0) return true;
    last += term->limit_count - 1;
    if (last->kind != LIMIT_UNITS || last->units->groups[0].count > 1)
        return true;
    const Term *unit = &last->units->groups[0].terms[0];
    bool other = term->kind == TERM_ROLE && unit->kind == TERM_NAME &&
                 term_heads_type(term->value, &type);
    bool within = term->limit_count > 1 && unit->limit_count > 0;
    if (!within && !other) return true;
    Str text = str_slice(r->source->text, last->span.from, last->span.to);
    return reader_fault(r, FAULT_LATE_MODIFIER, last->span, text);
}

/* "A, B, serta C": the last but one needs no "dan" in the outermost list; of an
 * inner one it would not be clear whose C is. */
static bool closed_by_serta(const Reader *r, WhoUse use)
{
    uint32_t comma = reader_is(r, TOKEN_COMMA) ? 1 : 0;
    return is_outer(r, use) && reader_sees_at(r, r->at + comma, W_AS_WELL_AS);
}

/* group = term { "," term } [ [ "," ] ("dan" | "atau") term ] */
static bool take_group(Reader *r, WhoUse use, Group *out)
{
    Terms terms = {0};
    Join join = LIST_GOES_ON;
    do {
        Term term = {0};
        bool closes = join == LIST_CLOSES;
        bool class = terms.count > 0 && takes_class(r, &terms, &term);
        if (!class && terms.count > 0 && sees_range(r, &terms))
            return fault_range(r);
        if (!class && !reader_term(r, use, &term)) return false;
        VEC_PUSH(r->arena, &terms, term);
        if (closes || repeat_in_place(r, &terms)) break;
        join = take_join(r, use);
        if (join != LIST_ENDS && !is_list_safe(r, &term)) return false;
        if (join == LIST_ENDS && terms.count > 1 && !closed_by_serta(r, use))
            return fault_open(r, &terms);
    } while (join != LIST_ENDS);
    *out = (Group){terms.at, (uint32_t)terms.count};
    note_first(r, &terms);
    return is_clear(r, use, &terms);
}

/* The outer list alone goes on behind "serta". */
static bool takes_as_well_as(Reader *r)
{
    bool comma = reader_is(r, TOKEN_COMMA);
    if (!reader_sees_at(r, r->at + (comma ? 1 : 0), W_AS_WELL_AS)) return false;
    r->at += comma ? 1 : 0;
    return reader_takes(r, W_AS_WELL_AS);
}

/* "dari seluruh pegawai, masing-masing pada unit kerja": of one word nobody
 * says "each of them"; it is each of the units, and a tail. */
static bool is_each_unit(const Reader *r, WhoUse use, const Who *who)
{
    return use == WHO_TAIL && who->group_count == 1 &&
           who->groups[0].count == 1 && reader_sees_at(r, r->at + 2, W_IN);
}

/* each = "," "masing-masing" limit { limit } [ "," ] */
static bool take_each(Reader *r, WhoUse use, Who *who)
{
    VEC(Limit) limits = {0};
    if (!reader_is(r, TOKEN_COMMA) || !reader_sees_at(r, r->at + 1, W_EACH_WHO))
        return true;
    if (is_each_unit(r, use, who)) return true;
    r->at++;
    (void)reader_takes(r, W_EACH_WHO);
    do {
        Limit limit = {0};
        if (!reader_limit(r, WHO_TAIL, &limit)) return false;
        VEC_PUSH(r->arena, &limits, limit);
    } while (reader_sees_limit(r, WHO_TAIL));
    (void)reader_take(r, TOKEN_COMMA);
    who->each = limits.at;
    who->each_count = (uint32_t)limits.count;
    return true;
}

static bool take_groups(Reader *r, WhoUse use, Who *who)
{
    VEC(Group) groups = {0};
    bool outer = is_outer(r, use);
    do {
        Group group = {0};
        if (!take_group(r, use, &group)) return false;
        VEC_PUSH(r->arena, &groups, group);
    } while (outer && takes_as_well_as(r));
    who->groups = groups.at;
    who->group_count = (uint32_t)groups.count;
    return !outer || take_each(r, use, who);
}

/* who = group { [ "," ] "serta" group } [ each ] */
bool reader_who(Reader *r, WhoUse use, Who **out)
{
    uint32_t from = r->at;
    Who *who = NEW(r->arena, Who, 1);
    if (!reader_enter(r)) return false;
    bool read = take_groups(r, use, who);
    reader_leave(r);
    if (!read) return false;
    who->span = reader_span(r, from);
    *out = who;
    return true;
}

/* "kecuali yang cuti": of the staff. */
static bool take_marked_staff(Reader *r, Who **out)
{
    uint32_t from = r->at;
    Term *term = NEW(r->arena, Term, 1);
    Group *group = NEW(r->arena, Group, 1);
    Who *who = NEW(r->arena, Who, 1);
    Limit *limit = NEW(r->arena, Limit, 1);
    if (!reader_limit(r, WHO_TAIL, limit)) return false;
    *term = (Term){.kind = TERM_STAFF_ALL,
                   .limits = limit,
                   .limit_count = 1,
                   .span = reader_span(r, from)};
    *group = (Group){term, 1};
    *who = (Who){.groups = group, .group_count = 1, .span = term->span};
    *out = who;
    return true;
}

/* "kecuali pegawai pada setiap puskesmas" takes from whom is counted; it is no
 * count of each of them. */
bool reader_excepted(Reader *r, WhoUse use, Who **out)
{
    const Who *every = r->every;
    const Who *again = r->every_again;
    bool read = reader_sees(r, W_MARKED) ? take_marked_staff(r, out)
                                         : reader_who(r, use, out);
    r->every = every;
    r->every_again = again;
    return read;
}
