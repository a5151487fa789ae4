/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/grammar.h"

/*
 * The fitting gate: each word is known, and the sentence has its shape; do
 * subject, predicate, objects and tails go together, and is what the predicate
 * needs said?  That turns silence into a question.
 */

static bool has_tail(const Sentence *s, TailKind kind)
{
    for (uint32_t i = 0; i < s->tail_count; i++) {
        if (s->tails[i].kind == kind) return true;
    }
    return false;
}

/* The predicate in words, for messages. */
static void predicate_words(const Sentence *s, Str out[2])
{
    for (int i = 0; i < 2; i++) {
        Lang lang = (Lang)i;
        if (s->pred == PRED_DO)
            out[i] = verb_row((Verb)s->verb)->word[lang];
        else if (s->pred == PRED_STATE)
            out[i] = state_row((State)s->verb)->word[lang];
        else if (s->pred == PRED_COUNTED)
            out[i] = consequence_text((Consequence)s->verb, lang);
        else if (s->where_count > 0)
            out[i] = where_text(s->where[0], lang);
        else if (s->pred == PRED_MEANS)
            out[i] = word_text(W_BEING, lang);
        else if (s->pred == PRED_SCOPE)
            out[i] = word_text(W_NOT_APPLY, lang);
        else if (s->pred == PRED_TURN)
            out[i] = word_text(W_TURNS, lang);
        else
            out[i] = strength_text(s->strength == STRENGTH_NONE ? STRENGTH_MUST
                                                                : s->strength,
                                   lang);
    }
}

/* Tails that each kind of predicate takes. */
static TailSet takes(const Sentence *s)
{
    TailSet common = verb_row(VERB_RUN)->takes & ~T(OFFICE_HOURS);
    switch (s->pred) {
    case PRED_DO: return verb_row((Verb)s->verb)->takes;
    case PRED_STATE: return state_row((State)s->verb)->takes;
    case PRED_PLACE:
        return common | T(TURNS) | T(NO_TURNS) | T(SCHEDULED_BY) | T(FOR) |
               T(RHYTHM) | T(CLOCK) | T(OFFICE_HOURS) | T(SHIFTS) | T(BOUNDS) |
               T(BY) | T(LOGGED) | T(EXCEPT_FOR) | T(RADIUS);
    case PRED_COUNT:
        return common | T(BASE) | T(ROUNDING) | T(FLOOR_NUMBER) |
               T(FLOOR_FORCED) | T(RHYTHM) | T(TURNS) | T(NO_TURNS) | T(BY) |
               T(CLOCK) | T(OFFICE_HOURS) | T(SCHEDULED_BY) | T(BOUNDS);
    case PRED_TURN:
        return common | T(TURNS) | T(RHYTHM) | T(SCHEDULED_BY) | T(BOUNDS);
    case PRED_COUNTED: return common;
    case PRED_MEANS: return common | T(CLOCK) | T(RHYTHM) | T(RADIUS);
    case PRED_SCOPE: return common;
    case PRED_EXCEED: return common | T(BY) | T(BASE) | T(ROUNDING);
    case PRED_RECORD: return 0;
    case PRED_RECORDED_DO:
        return ~(T(BASE) | T(ROUNDING) | T(FLOOR_NUMBER) | T(FLOOR_FORCED));
    }
    return 0;
}

/* The opening words of the tails in a set, each once. */
static Str tails_named(Reader *r, TailSet set, Lang lang)
{
    Buf out = buf_in(r->arena);
    Str before = STR("");
    for (int kind = 0; kind < TAIL_COUNT; kind++) {
        Str name = tail_name((TailKind)kind, lang);
        if ((set & (UINT64_C(1) << kind)) == 0 || str_is(name, before))
            continue;
        if (before.len > 0) buf_c(&out, ", ");
        buf_format(&out, "'%.*s'", STR_ARG(name));
        before = name;
    }
    return buf_str(&out);
}

/* What may stand behind a verb, beside what any sentence takes. */
static void advise_tails(Reader *r, const Sentence *s, TailSet taken)
{
    TailSet common = verb_row(VERB_RUN)->takes | T(EXCEPT_FOR);
    if (s->pred != PRED_DO && s->pred != PRED_STATE) return;
    Str id = tails_named(r, taken & ~common, LANG_ID);
    Str en = tails_named(r, taken & ~common, LANG_EN);
    if (id.len == 0) return;
    diag_advise(r->diags,
                str_format(r->arena,
                           "hapus, atau tulis kalimat tersendiri; yang cocok: "
                           "%.*s",
                           STR_ARG(id)),
                str_format(r->arena,
                           "drop it, or write a sentence of its own; what goes "
                           "with it: %.*s",
                           STR_ARG(en)));
}

static bool tails_fit(Reader *r, const Sentence *s)
{
    TailSet taken = takes(s);
    bool fit = true;
    for (uint32_t i = 0; i < s->tail_count; i++) {
        TailKind kind = s->tails[i].kind;
        if ((taken & (UINT64_C(1) << kind)) != 0) continue;
        Str tail[2] = {tail_name(kind, LANG_ID), tail_name(kind, LANG_EN)};
        Str second[2] = {0};
        predicate_words(s, second);
        fit =
            reader_fault2(r, FAULT_TAIL_MISFIT, s->tails[i].span, tail, second);
        if (!reader_limited_count(r, s, &s->tails[i]) &&
            !reader_advise_hour(r, s, &s->tails[i]))
            advise_tails(r, s, taken);
    }
    return fit;
}

/* What a missing tail would say, and what one may write, the likeliest first;
 * a verb or state needs one of these. */
static const struct {
    TailKind kind;
    Str what[2], text[2];
} samples[] = {
    {TAIL_RHYTHM,
     {STR_INIT("seberapa sering atau kapan"), STR_INIT("how often or when")},
     {STR_INIT("setiap hari kerja"), STR_INIT("every working day")}         },
    {TAIL_OFFICE_HOURS,
     {STR_INIT("kapan"), STR_INIT("when")},
     {STR_INIT("pada jam kerja"), STR_INIT("during working hours")}         },
    {TAIL_WITHIN,
     {STR_INIT("dalam waktu berapa lama"), STR_INIT("within what time")},
     {STR_INIT("paling lama 15 menit"), STR_INIT("within 15 minutes")}      },
    {TAIL_AT_LEAST_LONG,
     {STR_INIT("berapa lama atau pukul berapa"),
      STR_INIT("for how long or at what hours")},
     {STR_INIT("paling singkat 6 jam sehari"),
      STR_INIT("for at least 6 hours a day")}                               },
    {TAIL_FOR,
     {STR_INIT("untuk apa"), STR_INIT("for what")},
     {STR_INIT("untuk keperluan mendesak"), STR_INIT("for urgent needs")}   },
    {TAIL_LOGGED,
     {STR_INIT("di mana"), STR_INIT("in what")},
     {STR_INIT("dicatat dalam buku hadir"),
      STR_INIT("entered in the attendance book")}                           },
    {TAIL_SIZE,
     {STR_INIT("seberapa banyak"), STR_INIT("by how much")},
     {STR_INIT("sebesar paling sedikit 20%"),
      STR_INIT("in the amount of at least 20%")}                            },
    {TAIL_BY,
     {STR_INIT("oleh siapa"), STR_INIT("by whom")},
     {STR_INIT("oleh kepala unit kerja"), STR_INIT("by heads of work unit")}},
};

static bool fault_missing(Reader *r, const Sentence *s, TailSet needs)
{
    Str name[2] = {0};
    size_t best = 0;
    while (best + 1 < COUNT(samples) &&
           (needs & (UINT64_C(1) << samples[best].kind)) == 0)
        best++;
    Str text = samples[best].text[r->lang];
    predicate_words(s, name);
    (void)reader_fault2(r, FAULT_TAIL_MISSING, reader_here(r), name,
                        samples[best].what);
    return reader_advise(
        r, str_format(r->arena, "tambahkan misalnya '%.*s'", STR_ARG(text)),
        str_format(r->arena, "add for instance '%.*s'", STR_ARG(text)));
}

static bool needs_met(Reader *r, const Sentence *s)
{
    TailSet needs = 0;
    if (s->pred == PRED_DO) needs = verb_row((Verb)s->verb)->needs;
    if (s->pred == PRED_STATE) needs = state_row((State)s->verb)->needs;
    for (uint32_t i = 0; i < s->tail_count; i++) {
        if ((needs & (UINT64_C(1) << s->tails[i].kind)) != 0) return true;
    }
    return needs == 0 || fault_missing(r, s, needs);
}

static bool has_share(const Sentence *s)
{
    bool share = s->amount.share;
    for (uint32_t i = 0; i < s->bound_count; i++)
        share |= s->bounds[i].amount.share;
    return s->pred == PRED_COUNT && share;
}

static bool share_fits(Reader *r, const Sentence *s)
{
    Span here = reader_here(r);
    bool based = has_tail(s, TAIL_BASE);
    bool rounded = has_tail(s, TAIL_ROUNDING);
    if (!has_share(s) || r->shares) return true;
    if (!based) (void)reader_fault(r, FAULT_NO_BASE, here, STR(""));
    if (!rounded) (void)reader_fault(r, FAULT_NO_ROUNDING, here, STR(""));
    return based && rounded;
}

static bool is_kind(const Who *who, bool (*holds)(TermKind), Term *found)
{
    for (uint32_t g = 0; who != NULL && g < who->group_count; g++) {
        for (uint32_t t = 0; t < who->groups[g].count; t++) {
            *found = who->groups[g].terms[t];
            if (holds(found->kind)) return true;
        }
    }
    return false;
}

static bool is_thing(TermKind kind)
{
    return kind == TERM_THING;
}

static bool is_unit_or_thing(TermKind kind)
{
    return kind == TERM_THING || term_is_unit(kind);
}

static Str shown_term(const Reader *r, const Term *term)
{
    return str_slice(r->source->text, term->span.from, term->span.to);
}

static bool base_fits(Reader *r, const Sentence *s)
{
    Term term = {0};
    for (uint32_t i = 0; i < s->tail_count; i++) {
        const Tail *tail = &s->tails[i];
        if (tail->kind == TAIL_BASE &&
            is_kind(tail->who, is_unit_or_thing, &term))
            return reader_fault(r, FAULT_BASE_PEOPLE, term.span,
                                shown_term(r, &term));
    }
    return true;
}

static bool fault_subject(Reader *r, const Sentence *s, const Term *term)
{
    Str shown = shown_term(r, term);
    Str what[2] = {shown, shown};
    Str second[2] = {0};
    if (shown.len == 0) {
        FunctionWord word = s->subject == SUBJECT_REST ? W_REST : W_RULE;
        for (int i = 0; i < 2; i++)
            what[i] = s->subject == SUBJECT_LETTER
                          ? letter_kind_text(LETTER_CIRCULAR, (Lang)i)
                          : word_text(word, (Lang)i);
    }
    predicate_words(s, second);
    bool fits = reader_fault2(r, FAULT_WRONG_SUBJECT, term->span, what, second);
    if (s->pred == PRED_SCOPE)
        diag_advise(r->diags,
                    STR("tulis 'Surat edaran ini ...' (seluruh surat, juga "
                        "kewajibannya) atau 'Aturan 1 ...' (aturan itu saja)"),
                    STR("write 'This circular ...' (all of it, duties too) or "
                        "'Rule 1 ...' (that rule alone)"));
    return fits;
}

/* People and units act; things are held, open, kept running, counted. */
static bool may_be_subject(const Sentence *s, bool thing, bool person)
{
    bool of_clause = s->subject == SUBJECT_REF || s->subject == SUBJECT_LETTER;
    if (s->pred == PRED_DO) {
        VerbSubject wants = verb_row((Verb)s->verb)->subject;
        bool things = wants == FOR_THINGS;
        bool fits = wants == FOR_ANY || (things ? !person : !thing);
        return fits && !of_clause;
    }
    if (s->pred == PRED_PLACE || s->pred == PRED_TURN)
        return !thing && !of_clause;
    if (s->pred == PRED_SCOPE) return of_clause;
    if (s->pred == PRED_EXCEED) return s->subject == SUBJECT_REF;
    return s->pred != PRED_STATE || !person || s->verb == STATE_FIRST;
}

static bool subject_fits(Reader *r, const Sentence *s)
{
    Term term = {.span = reader_here(r)};
    bool thing = s->subject == SUBJECT_WHO && is_kind(s->who, is_thing, &term);
    bool person =
        s->subject == SUBJECT_WHO && is_kind(s->who, term_is_person, &term);
    if (may_be_subject(s, thing, person)) return true;
    return fault_subject(r, s, &term);
}

static bool object_fits(Reader *r, const Sentence *s)
{
    Term term = {0};
    Str second[2] = {0};
    if (s->pred != PRED_DO || s->object == NULL) return true;
    VerbObject wants = verb_row((Verb)s->verb)->object;
    bool wrong =
        (wants == OBJECT_WHO && is_kind(s->object, is_thing, &term)) ||
        (wants == OBJECT_THINGS && is_kind(s->object, term_is_person, &term));
    if (!wrong) return true;
    Str shown = shown_term(r, &term);
    const Str what[2] = {shown, shown};
    predicate_words(s, second);
    return reader_fault2(r, FAULT_WRONG_OBJECT, term.span, what, second);
}

bool reader_fits(Reader *r, const Sentence *s)
{
    bool subject = subject_fits(r, s);
    bool object = object_fits(r, s);
    bool tails = tails_fit(r, s);
    bool needs = !tails || needs_met(r, s);
    bool share = share_fits(r, s);
    return base_fits(r, s) && subject && object && tails && needs && share;
}
