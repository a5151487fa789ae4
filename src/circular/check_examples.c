/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/lint.h"
#include "circular/meanings.h"
#include "circular/words.h"

/*
 * An example about a kind of person holds when it holds for everybody of that
 * kind whom nothing stronger than the letters places that day (no closure,
 * leave, mark or recall).  They clash when two sentences put them in different
 * places, and neither is narrower.  One about "a unit of n" is arithmetic
 * (check_unit_example.c).
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

static void check_example(const Lint *l, const Example *example)
{
    if (example->unit_of > 0)
        lint_unit_example(l, example);
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
    Lint l = lint_of(arena, corpus, letter, diags);
    for (uint32_t i = 0; i < own->tree->example_count; i++) {
        const Example *example = &own->tree->examples[i];
        if (date_is(example->known, DATE_NEVER))
            check_example(&l, example);
        else
            check_as_known(&l, from, example);
    }
}
