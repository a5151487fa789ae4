/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/lint.h"
#include "circular/meanings.h"
#include "circular/words.h"

/*
 * Examples about "a unit of n" are arithmetic: n people, and what the bounds of
 * the letter make of them.  Such a unit clashes when they let no number of the
 * n be in the office.
 */

/* The units of the kind of which the example speaks, a byte each. */
static const uint8_t *units_of(const Lint *l, const Example *example)
{
    const Who *who = meaning_expand(l->arena, l->tree, example->who);
    return selection_units(l->arena, l->c->r, who, false, l->source, l->diags);
}

/* An agency is with everything below it, any other unit its own staff. */
static bool is_level(const Clause *clause, const Example *example)
{
    const Term *term = &example->who->groups[0].terms[0];
    return (term->kind == TERM_AGENCY) == (clause->level == LEVEL_AGENCY);
}

/* Does the bound hold on the day, and count in that very unit? */
static bool counts_in(const Lint *l, ClauseId id, const Example *example,
                      UnitId unit)
{
    const Clause *clause = corpus_clause(l->c, id);
    return clause->act == ACT_CAP && is_level(clause, example) &&
           clause_holds(l->c, id, example->date) &&
           cap_level_unit(l->c, id, unit).index == unit.index;
}

static bool is_of_place(const Clause *clause, Where where)
{
    return where == WHERE_OFFICE ? clause->cap.office : clause->cap.home;
}

static int32_t seats_of(const Lint *l, ClauseId id, const Example *example)
{
    const Cap *cap = &corpus_clause(l->c, id)->cap;
    int32_t seats = cap_number(cap, example->unit_of);
    return seats < cap->floor_number ? cap->floor_number : seats;
}

static bool is_alike(const Lint *l, ClauseId id, const Example *example)
{
    return corpus_clause(l->c, id)->cap.compare == example->amount.compare;
}

/* How well a bound fits what the example says: a most or a least as it is, then
 * in how many units of the kind it counts (of some units alone there may be
 * another), then by its number.  0: not at all. */
static uint32_t fit_of(const Lint *l, ClauseId id, const Example *example,
                       const uint8_t *units)
{
    const Register *r = l->c->r;
    uint32_t count = 0;
    if (!is_of_place(corpus_clause(l->c, id), example->where)) return 0;
    for (uint32_t u = 0; u < r->unit_count; u++)
        count += units[u] && counts_in(l, id, example, (UnitId){u});
    if (count == 0) return 0;
    uint32_t alike = is_alike(l, id, example) ? r->unit_count + 1 : 0;
    bool same = seats_of(l, id, example) == example->amount.number;
    return 2 * (alike + count) + (same ? 1 : 0);
}

/* Of the bounds the one that the example means; of equals the first. */
static ClauseId cap_for(const Lint *l, const Example *example)
{
    const CorpusLetter *own = &l->c->letters[l->letter];
    const uint8_t *units = units_of(l, example);
    ClauseId found = NO_CLAUSE;
    uint32_t best = 0;
    for (uint32_t i = 0; i < own->clause_count; i++) {
        ClauseId id = {own->first_clause + i};
        uint32_t fit = fit_of(l, id, example, units);
        if (fit <= best) continue;
        best = fit;
        found = id;
    }
    return found;
}

/* "batasnya paling banyak 20 orang (aturan 1 ayat (2) SE ...)" */
static void say_bound(const Lint *l, const Example *example, ClauseId id,
                      int32_t seats)
{
    const Clause *clause = corpus_clause(l->c, id);
    FunctionWord word = clause->cap.compare == AT_LEAST  ? W_AT_LEAST
                        : clause->cap.compare == EXACTLY ? W_EXACTLY
                                                         : W_AT_MOST;
    Str in = cite_words(l->arena, l->c, clause->cite, LANG_ID);
    Str en = cite_words(l->arena, l->c, clause->cite, LANG_EN);
    lint_say(l, DIAG_ERROR, "periksa-20", example->span,
             str_format(l->arena,
                        "contoh ini tidak benar: batasnya %.*s %d orang (%.*s)",
                        STR_ARG(word_text(word, LANG_ID)), seats, STR_ARG(in)),
             str_format(l->arena,
                        "this example fails: the bound is %.*s %d (%.*s)",
                        STR_ARG(word_text(word, LANG_EN)), seats, STR_ARG(en)));
}

/* ---- "unit kerja dengan 1 pegawai ... bentrok" --------------------------- */

static bool is_everybody(const Selection *s)
{
    const Pick *only = &s->picks[0];
    return s->pick_count == 1 && s->each_count == 0 && s->except == NULL &&
           only->kind == TERM_STAFF_ALL && only->units == NULL &&
           only->limit_count == 0;
}

/* Of all staff, in one place: of a unit of n no more is known than n. */
static bool is_of_number(const Cap *cap)
{
    return cap->office != cap->home && !cap->leave && is_everybody(cap->base) &&
           is_everybody(cap->counted);
}

/* How many of the unit may be in the office: from..to; none: from > to. */
typedef struct {
    int32_t from, to;
} Range;

static void keep_within(Range *range, const Cap *cap, int32_t staff)
{
    int32_t seats = cap_number(cap, staff);
    if (seats < cap->floor_number) seats = cap->floor_number;
    int32_t there = cap->office ? seats : staff - seats; /* else at home */
    bool most = (cap->compare == AT_MOST) == cap->office;
    bool both = cap->compare == EXACTLY;
    if ((most || both) && there < range->to) range->to = there;
    if ((!most || both) && there > range->from) range->from = there;
}

static Range range_of(const Lint *l, const Example *example, UnitId unit)
{
    const CorpusLetter *own = &l->c->letters[l->letter];
    Range range = {0, example->unit_of};
    for (uint32_t i = 0; i < own->clause_count; i++) {
        ClauseId id = {own->first_clause + i};
        const Cap *cap = &corpus_clause(l->c, id)->cap;
        if (counts_in(l, id, example, unit) && is_of_number(cap))
            keep_within(&range, cap, example->unit_of);
    }
    return range;
}

static void say_no_clash(const Lint *l, const Example *example, int32_t office)
{
    lint_say(
        l, DIAG_ERROR, "periksa-20", example->span,
        str_format(l->arena,
                   "contoh ini tidak benar: unit itu tidak bentrok; dengan "
                   "%d orang di kantor semua batas dipenuhi",
                   office),
        str_format(l->arena,
                   "this example fails: the unit does not clash; with %d "
                   "in the office all bounds are met",
                   office));
}

/* It clashes when there is a unit of the kind whose bounds clash. */
static void check_unit_clash(const Lint *l, const Example *example)
{
    const uint8_t *units = units_of(l, example);
    int32_t first = -1;
    for (uint32_t u = 0; u < l->c->r->unit_count; u++) {
        if (!units[u]) continue;
        Range range = range_of(l, example, (UnitId){u});
        if (range.from > range.to) return;
        if (first < 0) first = range.from;
    }
    say_no_clash(l, example, first < 0 ? 0 : first);
}

/* A bound of the place on that day, but of units of another kind. */
static ClauseId other_level(const Lint *l, const Example *example)
{
    const CorpusLetter *own = &l->c->letters[l->letter];
    for (uint32_t i = 0; i < own->clause_count; i++) {
        ClauseId id = {own->first_clause + i};
        const Clause *clause = corpus_clause(l->c, id);
        if (clause->act == ACT_CAP && clause->level != LEVEL_NONE &&
            is_of_place(clause, example->where) &&
            clause_holds(l->c, id, example->date))
            return id;
    }
    return NO_CLAUSE;
}

static void say_no_bound(const Lint *l, const Example *example)
{
    ClauseId other = other_level(l, example);
    lint_say(
        l, DIAG_ERROR, "periksa-20", example->span,
        STR("contoh ini tidak benar: tidak ada batas yang berlaku bagi unit "
            "seperti itu pada hari itu"),
        STR("this example fails: no cap holds for such a unit on that "
            "day"));
    if (other.index == NO_INDEX) {
        diag_advise(l->diags,
                    STR("pilih hari dan tempat yang dibatasi surat ini, "
                        "misalnya dengan 'Pada setiap unit kerja: di kantor "
                        "paling banyak ...'"),
                    STR("choose a day and a place that the letter bounds, as "
                        "'In each work unit: at the office at most ...' does"));
        return;
    }
    const Term *term = &example->who->groups[0].terms[0];
    TermKind kind = term->kind == TERM_AGENCY ? TERM_WORK_UNIT : TERM_AGENCY;
    Str cite_in =
        cite_words(l->arena, l->c, corpus_clause(l->c, other)->cite, LANG_ID);
    Str cite_en =
        cite_words(l->arena, l->c, corpus_clause(l->c, other)->cite, LANG_EN);
    const TermRow *row = term_row(kind, 0);
    Str unit = l->tree->lang == LANG_ID ? row->word : row->one;
    diag_advise(l->diags,
                str_format(l->arena,
                           "%.*s menghitung unit yang lain: tulis '%.*s ...'",
                           STR_ARG(cite_in), STR_ARG(unit)),
                str_format(l->arena,
                           "%.*s counts units of another kind: write '%.*s "
                           "...'",
                           STR_ARG(cite_en), STR_ARG(unit)));
}

static bool counts_people(const Example *example)
{
    return !example->amount.share &&
           str_is(example->amount.counted, STR("orang"));
}

static void check_unit(const Lint *l, const Example *example)
{
    ClauseId id = cap_for(l, example);
    if (id.index == NO_INDEX) {
        say_no_bound(l, example);
        return;
    }
    int32_t seats = seats_of(l, id, example);
    bool right = counts_people(example) && is_alike(l, id, example) &&
                 seats == example->amount.number;
    if (!right) say_bound(l, example, id, seats);
}

/* "Unit kerja dengan 41 pegawai ... bentrok", or a bound of it. */
void lint_unit_example(const Lint *l, const Example *example)
{
    if (example->clash)
        check_unit_clash(l, example);
    else
        check_unit(l, example);
}
