/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/lint.h"
#include "circular/meanings.h"

/*
 * Parts of a clause that come to nothing: one of those whom it names has
 * nobody in the register, or an exemption takes everybody out of it.
 */

/* ---- a part that is nobody --------------------------------------------- */

static bool pick_has_somebody(const Lint *l, const LawDay *day,
                              const Selection *who, uint32_t pick)
{
    const Register *r = l->c->r;
    Selection one = {.picks = &who->picks[pick], .pick_count = 1};
    for (uint32_t p = 0; p < r->person_count; p++) {
        PersonId person = {p};
        Profile profile = law_profile(day, person);
        if (person_is_active(r, person, law_date(day)) &&
            selection_has(&one, r, &profile, person, law_date(day),
                          l->c->known) != PICK_NOT)
            return true;
    }
    return false;
}

/* How many picks were made of the term: of a word of the letter as many as its
 * meaning has parts. */
static uint32_t picks_of(const Lint *l, const Clause *clause, const Term *term)
{
    const CorpusLetter *letters = l->c->letters;
    Group group = {term, 1};
    Who alone = {.groups = &group, .group_count = 1};
    const Who *full =
        meaning_expand(l->arena, letters[clause->brought_by].tree, &alone);
    full = meaning_expand(l->arena, letters[clause->letter].tree, full);
    uint32_t count = 0;
    for (uint32_t g = 0; g < full->group_count; g++)
        count += full->groups[g].count;
    return count;
}

static const Who *whom(const Clause *clause)
{
    bool scope = clause->act == ACT_EXEMPT || clause->act == ACT_EXCUSE;
    return scope ? clause->sentence->object : clause->sentence->who;
}

static void say_nobody(const Lint *l, const Clause *clause, const Term *term)
{
    const CorpusLetter *by = &l->c->letters[clause->brought_by];
    Str words = str_slice(by->source->text, term->span.from, term->span.to);
    diag_add(l->diags, DIAG_WARNING, "periksa-25", by->source, term->span,
             str_format(l->arena,
                        "'%.*s' tidak mengenai seorang pun di register",
                        STR_ARG(words)),
             str_format(l->arena, "'%.*s' concerns nobody in the register",
                        STR_ARG(words)));
    diag_advise(l->diags,
                STR("periksa register (jabatan, peran, tanda), atau hapus "
                    "bagian ini"),
                STR("look at the register (posts, roles, marks), or drop this "
                    "part"));
}

typedef VEC(const Term *) Parts;

/* Those of the terms of whom there is nobody; how many there are in all. */
static uint32_t find_nobody(const Lint *l, const LawDay *day,
                            const Clause *clause, Parts *nobody)
{
    const Who *who = whom(clause);
    uint32_t pick = 0, count = 0;
    for (uint32_t g = 0; g < who->group_count; g++) {
        for (uint32_t t = 0; t < who->groups[g].count; t++, count++) {
            const Term *term = &who->groups[g].terms[t];
            uint32_t behind = pick + picks_of(l, clause, term);
            bool somebody = false;
            for (; pick < behind && pick < clause->who->pick_count; pick++)
                somebody |= pick_has_somebody(l, day, clause->who, pick);
            if (!somebody) VEC_PUSH(l->arena, nobody, term);
        }
    }
    return count;
}

/* Of several parts only: a clause of one that is nobody is periksa-12. */
static void lint_picks(const Lint *l, const LawDay *day, const Clause *clause)
{
    Parts nobody = {0};
    uint32_t count = find_nobody(l, day, clause, &nobody);
    for (size_t i = 0; nobody.count < count && i < nobody.count; i++)
        say_nobody(l, clause, nobody.at[i]);
}

static bool is_picked(const Clause *clause)
{
    return clause->who != NULL &&
           (clause->act == ACT_PLACE || clause->act == ACT_EXEMPT ||
            clause->act == ACT_EXCUSE);
}

void lint_terms(const Lint *l, const LawDay *day)
{
    const CorpusLetter *own = &l->c->letters[l->letter];
    for (uint32_t i = 0; i < own->clause_count; i++) {
        ClauseId id = {own->first_clause + i};
        const Clause *clause = corpus_clause(l->c, id);
        if (is_picked(clause) && clause->who->pick_count > 1 &&
            lint_first_held(l, id, day))
            lint_picks(l, day, clause);
    }
}

/* ---- everybody taken out of it ----------------------------------------- */

typedef struct {
    uint32_t meant, left;
} Reach;

static Reach reach_of(const Lint *l, const LawDay *day, ClauseId id)
{
    const Register *r = l->c->r;
    const Clause *clause = corpus_clause(l->c, id);
    Reach reach = {0};
    for (uint32_t p = 0; p < r->person_count; p++) {
        PersonId person = {p};
        Profile profile = law_profile(day, person);
        if (!person_is_active(r, person, law_date(day)) ||
            selection_has(clause->who, r, &profile, person, law_date(day),
                          l->c->known) == PICK_NOT)
            continue;
        reach.meant++;
        reach.left += law_means(day, id, person);
    }
    return reach;
}

/* A bound that derogates from a place leaves over whom it does not call. */
static bool is_left_over(const Lint *l, ClauseId id)
{
    for (uint32_t i = 0; i < l->c->clause_count; i++) {
        const Clause *clause = &l->c->clauses[i];
        for (uint32_t t = 0; t < clause->target_count; t++) {
            if (clause->act == ACT_CAP && clause->targets[t].index == id.index)
                return true;
        }
    }
    return false;
}

void lint_emptied(const Lint *l, const LawDay *day)
{
    const CorpusLetter *own = &l->c->letters[l->letter];
    for (uint32_t i = 0; i < own->clause_count; i++) {
        ClauseId id = {own->first_clause + i};
        const Clause *clause = corpus_clause(l->c, id);
        if (clause->act != ACT_PLACE || !lint_first_held(l, id, day)) continue;
        Reach reach = reach_of(l, day, id);
        if (reach.meant == 0 || reach.left > 0 || is_left_over(l, id)) continue;
        lint_say_of(l, clause, DIAG_WARNING, "periksa-29",
                    str_format(l->arena,
                               "tidak pernah berlaku: semua %u pegawai yang "
                               "dimaksud dikecualikan",
                               reach.meant),
                    str_format(l->arena,
                               "never applies: all %u people whom it means are "
                               "exempt",
                               reach.meant));
        diag_advise(l->diags, STR("hapus kalimat ini, atau pengecualiannya"),
                    STR("drop this sentence, or the exemption"));
    }
}

/* ---- the rest of what an amendment took away ------------------------------
 */

/* Is none left of the bounds whose rest it is? */
static bool rests_on_nothing(const Lint *l, const Clause *rest, Date day)
{
    for (uint32_t i = 0; i < rest->target_count; i++) {
        const Clause *cap = corpus_clause(l->c, rest->targets[i]);
        if (!date_before(cap->window.last, day)) return false;
    }
    return true;
}

static void say_no_rest(const Lint *l, const Clause *rest)
{
    Str id = cite_words(l->arena, l->c, rest->cite, LANG_ID);
    Str en = cite_words(l->arena, l->c, rest->cite, LANG_EN);
    lint_say_by(l, l->by, DIAG_WARNING, "periksa-40",
                l->c->letters[l->by].tree->head,
                str_format(l->arena,
                           "sesudah perubahan ini 'selebihnya' (%.*s) tidak "
                           "punya batas lagi: mereka bekerja biasa",
                           STR_ARG(id)),
                str_format(l->arena,
                           "after this amendment 'the rest' (%.*s) has no "
                           "bound left: they work as usual",
                           STR_ARG(en)));
    diag_advise(l->diags,
                STR("ubah atau hapus kalimat itu juga, atau beri batas yang "
                    "baru"),
                STR("replace or delete that sentence too, or give a new "
                    "bound"));
}

void lint_rest(const Lint *l, const LawDay *day)
{
    const CorpusLetter *own = &l->c->letters[l->letter];
    for (uint32_t i = 0; l->by != l->letter && i < own->clause_count; i++) {
        ClauseId id = {own->first_clause + i};
        const Clause *clause = corpus_clause(l->c, id);
        if (clause->act == ACT_REST && lint_first_held(l, id, day) &&
            rests_on_nothing(l, clause, law_date(day)))
            say_no_rest(l, clause);
    }
}
