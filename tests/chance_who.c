/* SPDX-License-Identifier: Apache-2.0 */
#include "chance_who.h"

static When no_when(void)
{
    return (When){.window = WINDOW_ALL, .from_minute = -1, .last_minute = -1};
}

Date chance_date(const ChanceWords *w)
{
    Date day = {0};
    CHECK(date_of(2020 + (int32_t)chance_below(w, 3),
                  1 + (int32_t)chance_below(w, 12),
                  1 + (int32_t)chance_below(w, 28), &day));
    return day;
}

Duration chance_duration(const ChanceWords *w)
{
    return (Duration){1 + (int32_t)chance_below(w, 40),
                      (TimeUnit)(CALENDAR_DAYS + chance_below(w, 6))};
}

Ref chance_ref(const ChanceWords *w)
{
    static const char *const rules[] = {"1", "2", "2A", "13"};
    static const char *const paragraphs[] = {"1", "1a", "2", "10"};
    Ref ref = {.rule = str_of(rules[chance_below(w, COUNT(rules))])};
    if (chance_is(w, 50))
        ref.paragraph = str_of(paragraphs[chance_below(w, COUNT(paragraphs))]);
    if (!chance_is(w, 25)) return ref;
    ref.letter = chance_number_of_letter(w);
    ref.kind = (LetterKind)chance_below(w, LETTER_REGULATION + 1);
    return ref;
}

const Ref *chance_refs(const ChanceWords *w, uint32_t *count)
{
    *count = 1 + chance_below(w, 3);
    Ref *refs = NEW(w->arena, Ref, *count);
    for (uint32_t i = 0; i < *count; i++)
        refs[i] = chance_ref(w);
    return refs;
}

const int16_t *chance_clock(const ChanceWords *w, uint32_t *pairs)
{
    *pairs = 1 + chance_below(w, 2);
    int16_t *clock = NEW(w->arena, int16_t, (size_t)*pairs * 2);
    for (uint32_t i = 0; i < *pairs; i++) {
        int16_t from = (int16_t)(chance_below(w, 1000));
        clock[(size_t)i * 2] = from;
        clock[(size_t)i * 2 + 1] =
            chance_is(w, 50)
                ? (int16_t)(from + 1 + (int16_t)chance_below(w, 400))
                : -1;
    }
    return clock;
}

/* ---- times ----------------------------------------------------------------
 */

static void put_window(const ChanceWords *w, When *when)
{
    if (chance_is(w, 60)) {
        when->window.first = chance_date(w);
        if (chance_is(w, 30))
            when->from_minute = (int16_t)chance_below(w, 1440);
    }
    if (chance_is(w, 15)) {
        when->until_notice = true;
    } else if (chance_is(w, 50)) {
        Date from = date_is(when->window.first, DATE_ALWAYS)
                        ? chance_date(w)
                        : when->window.first;
        when->window.last = date_plus(from, (int32_t)chance_below(w, 60));
        if (chance_is(w, 20))
            when->last_minute = (int16_t)chance_below(w, 1440);
    }
}

static void put_period(const ChanceWords *w, When *when)
{
    if (chance_is(w, 40)) when->lasting = chance_duration(w);
    if (chance_is(w, 20)) when->after = chance_duration(w);
    if (chance_is(w, 30)) when->since = chance_gloss(w);
    if (chance_is(w, 30)) when->period = chance_gloss(w);
    if (chance_is(w, 30)) when->status = chance_text(w);
    if (when->status.len > 0 && chance_is(w, 70)) when->area = chance_name(w);
}

static void put_dates(const ChanceWords *w, When *when)
{
    uint32_t count = 1 + chance_below(w, 4);
    Date *dates = NEW(w->arena, Date, count);
    for (uint32_t i = 0; i < count; i++)
        dates[i] = chance_date(w);
    when->dates = dates;
    when->date_count = count;
}

When chance_when(const ChanceWords *w)
{
    When when = no_when();
    when.given = true;
    if (chance_is(w, 30)) when.weekdays = (uint8_t)(1 + chance_below(w, 127));
    if (chance_is(w, 25))
        put_dates(w, &when);
    else if (chance_is(w, 60))
        put_window(w, &when);
    if (chance_is(w, 30)) put_period(w, &when);
    bool said = when.weekdays != 0 || when.date_count > 0 ||
                when.until_notice || when.lasting.number > 0 ||
                when.since.len + when.period.len + when.status.len > 0 ||
                !date_is(when.window.first, DATE_ALWAYS) ||
                !date_is(when.window.last, DATE_NEVER);
    if (!said) when.window.first = chance_date(w);
    return when;
}

/* ---- units ----------------------------------------------------------------
 */

Who *chance_alone(const ChanceWords *w, const Term *term)
{
    Group *group = NEW(w->arena, Group, 1);
    Who *who = NEW(w->arena, Who, 1);
    *group = (Group){term, 1};
    *who = (Who){.groups = group, .group_count = 1};
    return who;
}

static void add_limit(const ChanceWords *w, Term *term, Limit limit)
{
    Limit *limits = NEW(w->arena, Limit, term->limit_count + 1);
    for (uint32_t i = 0; i < term->limit_count; i++)
        limits[i] = term->limits[i];
    limits[term->limit_count++] = limit;
    term->limits = limits;
}

/* A row of the tables, of people or of units. */
static const TermRow *row_of(const ChanceWords *w, bool units)
{
    for (;;) {
        uint32_t i = chance_below(w, (uint32_t)lexicon_terms());
        const TermRow *row = lexicon_term((int32_t)i);
        bool fits = units ? term_is_unit(row->kind) : term_is_person(row->kind);
        if (fits && row->word.len > 0) return row;
    }
}

/* "sekretariat" and "daerah ...", "school" and "inspector ...": the first word
 * of the name makes another term of the word before it. */
static bool completes(const ChanceWords *w, const TermRow *row, Str name)
{
    const Str spelt[] = {row->word, row->one, row->many};
    if (str_starts(name, STR("daerah"))) return true; /* "sekretariat daerah" */
    for (size_t s = 0; s < COUNT(spelt); s++) {
        Str whole = str_format(w->arena, "%.*s %.*s", STR_ARG(spelt[s]),
                               STR_ARG(str_fold(w->arena, name)));
        for (size_t i = 0; i < lexicon_terms(); i++) {
            const TermRow *other = lexicon_term((int32_t)i);
            const Str texts[] = {other->word, other->one, other->many};
            for (size_t t = 0; t < COUNT(texts); t++) {
                if (texts[t].len > spelt[s].len && str_starts(whole, texts[t]))
                    return true;
            }
        }
    }
    return false;
}

static Term unit_term(const ChanceWords *w)
{
    if (chance_is(w, 35))
        return (Term){.kind = TERM_NAME, .name = chance_name(w)};
    const TermRow *row = row_of(w, true);
    Term term = {.kind = row->kind, .value = row->value};
    bool named = row->kind == TERM_UNIT_TYPE &&
                 !term_type_is_proper(row->value) && chance_is(w, 60);
    if (named) term.name = chance_name(w);
    if (named && completes(w, row, term.name)) term.name = STR("Tepi");
    return term;
}

Who *chance_unit(const ChanceWords *w)
{
    Term *term = NEW(w->arena, Term, 1);
    *term = unit_term(w);
    return chance_alone(w, term);
}

/* ---- people ---------------------------------------------------------------
 */

static Limit marks(const ChanceWords *w)
{
    static const char *const known[] = {"hamil", "menyusui", "sehat", "cuti"};
    uint32_t count = 1 + chance_below(w, 3);
    Str *list = NEW(w->arena, Str, count);
    bool *quoted = NEW(w->arena, bool, count);
    Amount *measures = NEW(w->arena, Amount, count);
    for (uint32_t i = 0; i < count; i++) {
        list[i] = chance_is(w, 50)
                      ? str_of(known[chance_below(w, COUNT(known))])
                      : chance_name(w);
        if (str_is(list[i], STR("berusia"))) /* never without the years */
            measures[i] =
                (Amount){AT_LEAST, .number = 50, .counted = STR("tahun")};
    }
    return (Limit){.kind = LIMIT_MARK,
                   .marks = list,
                   .quoted = quoted,
                   .measures = measures,
                   .mark_count = count,
                   .all_marks = count > 1 && chance_is(w, 40)};
}

static Limit place(const ChanceWords *w)
{
    return (Limit){.kind = LIMIT_PLACE,
                   .place = (Where)(WHERE_OFFICE + chance_below(w, 4))};
}

/* The limits of a term that stands alone, in the order of the reader. */
static void limit_alone(const ChanceWords *w, Term *term, bool framed)
{
    if (chance_is(w, 10)) add_limit(w, term, (Limit){.kind = LIMIT_OTHER});
    if (framed && chance_is(w, 10))
        add_limit(w, term, (Limit){.kind = LIMIT_THAT});
    if (chance_is(w, 30)) add_limit(w, term, marks(w));
    if (chance_is(w, 20)) add_limit(w, term, place(w));
    if (chance_is(w, 10))
        add_limit(w, term, (Limit){.kind = LIMIT_REF, .ref = chance_ref(w)});
    if (chance_is(w, 40))
        add_limit(w, term,
                  (Limit){.kind = LIMIT_UNITS,
                          .units = chance_who(w, CHANCE_WITHIN, false)});
}

static Term person_term(const ChanceWords *w)
{
    const TermRow *row = row_of(w, false);
    return (Term){.kind = row->kind, .value = row->value};
}

static Term thing_term(const ChanceWords *w)
{
    Term term = {.kind = TERM_THING,
                 .value = (int32_t)chance_below(w, THING_COUNT)};
    bool owned = thing_is_owned((Thing)term.value);
    if (owned && chance_is(w, 30))
        add_limit(w, &term,
                  (Limit){.kind = LIMIT_UNITS, .units = chance_unit(w)});
    else if (!owned && chance_is(w, 20))
        term.name = chance_name(w);
    return term;
}

static Term some_term(const ChanceWords *w, ChanceWho what)
{
    if (what == CHANCE_UNITS || what == CHANCE_WITHIN) return unit_term(w);
    if (what == CHANCE_PEOPLE) return person_term(w);
    if (chance_is(w, 40)) return thing_term(w);
    return (Term){.kind = TERM_NAME, .name = chance_name(w)};
}

/* Of several: all with a mark of their own, or none has any. */
static void put_group(const ChanceWords *w, ChanceWho what, uint32_t count,
                      bool framed, Group *out)
{
    Term *terms = NEW(w->arena, Term, count);
    bool marked = what == CHANCE_PEOPLE && count > 1 && chance_is(w, 20);
    for (uint32_t i = 0; i < count; i++) {
        terms[i] = some_term(w, what);
        if (marked) add_limit(w, &terms[i], marks(w));
    }
    if (count == 1 && what == CHANCE_PEOPLE) limit_alone(w, terms, framed);
    *out = (Group){terms, count};
}

static void put_each(const ChanceWords *w, Who *who)
{
    Limit *each = NEW(w->arena, Limit, 1);
    *each = marks(w);
    who->each = each;
    who->each_count = 1;
}

Who *chance_who(const ChanceWords *w, ChanceWho what, bool framed)
{
    Who *who = NEW(w->arena, Who, 1);
    who->group_count = what != CHANCE_WITHIN && chance_is(w, 15) ? 2 : 1;
    Group *groups = NEW(w->arena, Group, who->group_count);
    for (uint32_t i = 0; i < who->group_count; i++) {
        uint32_t count = chance_is(w, 30) ? 2 + chance_below(w, 2) : 1;
        put_group(w, what, count, framed && who->group_count == 1, &groups[i]);
    }
    who->groups = groups;
    if (what == CHANCE_PEOPLE && groups[0].count > 1 && who->group_count == 1 &&
        groups[0].terms[0].limit_count == 0 && chance_is(w, 30))
        put_each(w, who);
    return who;
}

/* ---- amounts --------------------------------------------------------------
 */

Amount chance_amount(const ChanceWords *w, bool compared)
{
    uint32_t row = 0;
    Amount a = {.number = (int32_t)chance_below(w, 2000)};
    if (compared && chance_is(w, 5)) return (Amount){.compare = FEWEST};
    if (compared) {
        a.compare = (Compare)(AT_MOST + chance_below(w, 3));
        a.only = a.compare == AT_MOST && chance_is(w, 20);
        a.share = chance_is(w, 30);
    }
    if (compared && !a.share && chance_is(w, 10))
        return (Amount){.compare = a.compare,
                        .only = a.only,
                        .set_by_other = true,
                        .setter = chance_who(w, CHANCE_PEOPLE, false)};
    if (a.share) {
        a.number = (int32_t)chance_below(w, 9999);
        return a;
    }
    while (count_row(row) != NULL)
        row++;
    a.counted = count_row(chance_below(w, row))->word;
    bool parts =
        str_is(a.counted, STR("jam")) || str_ends(a.counted, STR("meter"));
    a.hundredths =
        parts && chance_is(w, 50) ? (int32_t)chance_below(w, 100) : 0;
    return a;
}
