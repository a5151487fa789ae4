#include "circular/lint.h"
#include "circular/meanings.h"
#include "circular/words.h"

/*
 * An example about a kind of person holds when it holds for everybody of that
 * kind whom nothing stronger than the letters places that day (no closure,
 * leave, mark or recall).  They clash when two sentences put them in different
 * places, and neither is narrower.  One about "a unit of n" is arithmetic; such
 * a unit clashes when its bounds let no number of the n be in the office.
 */

static char wanted_letter(const Example *example)
{
    if (example->usual) return PLACED_USUAL;
    return where_letter(example->where);
}

/* Does the clause stand in the rule (and paragraph) that is named? */
static bool is_because(const Lint *l, ClauseId id, const Ref *because)
{
    if (id.index == NO_INDEX) return false;
    const Clause *clause = corpus_clause(l->c, id);
    Str letter =
        because->letter.len > 0 ? because->letter : letter_cite(l->tree);
    return letter_number_is(l->c->letters[clause->letter].cite, letter) &&
           str_is(clause->rule->number, because->rule) &&
           (because->paragraph.len == 0 ||
            str_is(clause->sentence->paragraph, because->paragraph));
}

/* "Di mana saja", of somebody who may be and owes days in the office: which
 * days those are is the roster's. */
static bool is_anywhere(const Lint *l, const Example *example,
                        const Directive *d)
{
    return !example->clash && !example->usual && example->where == WHERE_ANY &&
           d->letter == PLACED_OPEN &&
           corpus_clause(l->c, d->cap)->act == ACT_DAYS;
}

/* Who must be there has a rule of their own; the bound that counts them is no
 * reason of it.  Of a turn it is, and of a tie both rules are. */
static bool has_reason(const Lint *l, const Example *example,
                       const Directive *d)
{
    bool settled = d->by.index != NO_INDEX && !d->tied;
    return example->because.rule.len == 0 ||
           is_because(l, d->by, &example->because) ||
           (!settled && is_because(l, d->cap, &example->because));
}

static bool fits(const Lint *l, const Example *example, const Directive *d)
{
    bool anywhere = is_anywhere(l, example, d);
    bool placed = example->clash
                      ? d->tied
                      : anywhere || d->letter == wanted_letter(example);
    bool reason = (anywhere && is_because(l, d->rest, &example->because)) ||
                  has_reason(l, example, d);
    return placed && reason;
}

/* By which rule it came out so: that of the place, else of the turn. */
static Str rule_words(const Lint *l, const Directive *d, Lang lang)
{
    ClauseId by = d->by.index != NO_INDEX ? d->by : d->cap;
    if (by.index != NO_INDEX)
        return cite_words(l->arena, l->c, corpus_clause(l->c, by)->cite, lang);
    return lang == LANG_EN ? STR("no rule meets them on that day")
                           : STR("tidak ada aturan yang mengenainya hari itu");
}

/* "198706112010011001, Pengadministrasi Umum", or the code alone. */
static Str person_words(const Lint *l, PersonId person)
{
    const Person *p = &l->c->r->people[person.index];
    return str_format(l->arena, "%.*s%s%.*s", STR_ARG(p->code),
                      p->title.len > 0 ? ", " : "", STR_ARG(p->title));
}

static void say_wrong(const Lint *l, const Example *example, PersonId person,
                      const Directive *d)
{
    Str who = person_words(l, person);
    Str by[2] = {rule_words(l, d, LANG_ID), rule_words(l, d, LANG_EN)};
    Str got_id = placed_is(d->letter) ? placed_word((Placed)d->letter, LANG_ID)
                                      : STR("diserahkan kepada giliran");
    Str got_en = placed_is(d->letter) ? placed_word((Placed)d->letter, LANG_EN)
                                      : STR("left to the roster");
    lint_say(l, DIAG_ERROR, "periksa-20", example->span,
             str_format(l->arena,
                        "contoh ini tidak benar: %.*s, ternyata: %.*s (%.*s)",
                        STR_ARG(who), STR_ARG(got_id), STR_ARG(by[LANG_ID])),
             str_format(l->arena,
                        "this example fails: %.*s comes out as %.*s (%.*s)",
                        STR_ARG(who), STR_ARG(got_en), STR_ARG(by[LANG_EN])));
}

static void say_nobody(const Lint *l, const Example *example)
{
    lint_say(l, DIAG_WARNING, "periksa-21", example->span,
             STR("tidak ada pegawai seperti itu yang bekerja pada hari itu; "
                 "contoh tidak teruji"),
             STR("nobody of that kind works on that day; the example is "
                 "untested"));
    diag_advise(
        l->diags,
        STR("pilih hari kerja, dan jabatan, jenis atau unit yang ada di "
            "register"),
        STR("choose a working day, and a post, kind or unit that the "
            "register has"));
}

/* A kind of person, in a letter "bagi ASN", means those of them it covers. */
static bool is_covered(const Lint *l, const Profile *profile, PersonId person,
                       Date day)
{
    const Selection *covering = l->c->letters[l->letter].covering;
    return l->tree->covering == NULL ||
           selection_has(covering, l->c->r, profile, person, day,
                         l->c->known) != PICK_NOT;
}

static void check_kind(const Lint *l, const Example *example)
{
    const Register *r = l->c->r;
    size_t before = l->diags->errors;
    Selection *who = selection_make(
        l->arena, r, meaning_expand(l->arena, l->tree, example->who), l->source,
        l->diags);
    if (l->diags->errors > before) return; /* whom it names is not known */
    LawDay *day = law_day(l->arena, l->c, example->date);
    uint32_t tested = 0;
    for (uint32_t p = 0; p < r->person_count; p++) {
        PersonId person = {p};
        Profile profile = law_profile(day, person);
        if (!person_is_active(r, person, example->date) ||
            !is_covered(l, &profile, person, example->date) ||
            selection_has(who, r, &profile, person, example->date,
                          l->c->known) == PICK_NOT)
            continue;
        Directive d = law_person(day, person);
        if (d.step <= STEP_RECALL) continue;
        tested++;
        if (fits(l, example, &d)) continue;
        say_wrong(l, example, person, &d);
        return;
    }
    if (tested == 0) say_nobody(l, example);
}

/* ---- "unit kerja dengan 41 pegawai ... paling banyak 20 orang" --------- */

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

/* Of the bounds of the place the one that counts in most units of the kind, of
 * these the first: of some units alone there may be another before it. */
static ClauseId cap_for(const Lint *l, const Example *example)
{
    const CorpusLetter *own = &l->c->letters[l->letter];
    const uint8_t *units = units_of(l, example);
    ClauseId found = NO_CLAUSE;
    uint32_t most = 0;
    for (uint32_t i = 0; i < own->clause_count; i++) {
        ClauseId id = {own->first_clause + i};
        uint32_t count = 0;
        if (!is_of_place(corpus_clause(l->c, id), example->where)) continue;
        for (uint32_t u = 0; u < l->c->r->unit_count; u++)
            count += units[u] && counts_in(l, id, example, (UnitId){u});
        if (count <= most) continue;
        most = count;
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

static void check_unit(const Lint *l, const Example *example)
{
    ClauseId id = cap_for(l, example);
    if (id.index == NO_INDEX) {
        lint_say(l, DIAG_ERROR, "periksa-20", example->span,
                 STR("contoh ini tidak benar: tidak ada batas yang berlaku "
                     "bagi unit seperti itu pada hari itu"),
                 STR("this example fails: no cap holds for such a unit on that "
                     "day"));
        return;
    }
    const Cap *cap = &corpus_clause(l->c, id)->cap;
    int32_t seats = cap_number(cap, example->unit_of);
    if (seats < cap->floor_number) seats = cap->floor_number;
    if (seats == example->amount.number &&
        cap->compare == example->amount.compare)
        return;
    say_bound(l, example, id, seats);
}

static void check_example(const Lint *l, const Example *example)
{
    if (example->unit_of > 0 && example->clash)
        check_unit_clash(l, example);
    else if (example->unit_of > 0)
        check_unit(l, example);
    else
        check_kind(l, example);
}

/* The law as it was known on the example's day of knowledge. */
static void check_as_known(const Lint *l, const CorpusFrom *from,
                           const Example *example)
{
    Diags silent = diags_in(l->arena);
    Corpus then;
    (void)corpus_make(l->arena, from, example->known, &then, &silent);
    Lint past = *l;
    past.c = &then;
    past.letter = 0;
    for (uint32_t i = 0; i < then.letter_count; i++) {
        if (then.letters[i].tree == l->tree) past.letter = i;
    }
    check_example(&past, example);
}

void check_examples(Arena *arena, const CorpusFrom *from, const Corpus *corpus,
                    uint32_t letter, Diags *diags)
{
    const CorpusLetter *own = &corpus->letters[letter];
    Lint l = {arena, corpus, letter, own->tree, own->source, diags, NULL, 0};
    for (uint32_t i = 0; i < own->tree->example_count; i++) {
        const Example *example = &own->tree->examples[i];
        if (date_is(example->known, DATE_NEVER))
            check_example(&l, example);
        else
            check_as_known(&l, from, example);
    }
}
