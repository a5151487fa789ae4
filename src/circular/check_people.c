/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/lint.h"

/* ---- clauses that mean nobody ------------------------------------------ */

static bool means_somebody(const Lint *l, const LawDay *day, ClauseId id)
{
    const Clause *clause = corpus_clause(l->c, id);
    const Register *r = l->c->r;
    for (uint32_t p = 0; p < r->person_count; p++) {
        PersonId person = {p};
        Profile profile = law_profile(day, person);
        if (person_is_active(r, person, law_date(day)) &&
            selection_has(clause->who, r, &profile, person, law_date(day),
                          l->c->known) != PICK_NOT)
            return true;
    }
    return false;
}

static void lint_dead(const Lint *l, const LawDay *day)
{
    const CorpusLetter *own = &l->c->letters[l->letter];
    for (uint32_t i = 0; i < own->clause_count; i++) {
        ClauseId id = {own->first_clause + i};
        const Clause *clause = corpus_clause(l->c, id);
        bool tested = clause->act == ACT_PLACE || clause->act == ACT_EXEMPT ||
                      clause->act == ACT_EXCUSE;
        if (!tested || !lint_first_held(l, id, day) ||
            means_somebody(l, day, id))
            continue;
        lint_say_of(l, clause, DIAG_WARNING, "periksa-12",
                    STR("aturan ini tidak mengenai seorang pun di register"),
                    STR("this rule concerns nobody in the register"));
    }
}

/* ---- people without a rule --------------------------------------------- */

static void say_no_rule(const Lint *l, const uint32_t *by_kind)
{
    Buf kinds = buf_in(l->arena);
    uint32_t total = 0;
    static const StaffKind all[] = {
#define X(name, word, full, asn) STAFF_##name,
        STAFF_KINDS(X)
#undef X
    };
    for (size_t k = 0; k < COUNT(all); k++) {
        if (by_kind[k] == 0) continue;
        buf_format(&kinds, "%s%u %.*s", total > 0 ? ", " : "", by_kind[k],
                   STR_ARG(staff_kind_word(all[k])));
        total += by_kind[k];
    }
    if (total == 0) return;
    Str list = buf_str(&kinds);
    lint_say(l, DIAG_WARNING, "periksa-13", l->tree->head,
             str_format(l->arena,
                        "%u pegawai tidak terkena aturan tempat mana pun dan "
                        "bekerja biasa (%.*s)",
                        total, STR_ARG(list)),
             str_format(l->arena,
                        "%u people fall under no rule of place and work as "
                        "usual (%.*s)",
                        total, STR_ARG(list)));
    diag_advise(l->diags, STR("sebut mereka, atau tulis 'Pegawai lainnya ...'"),
                STR("name them, or write 'Other staff ...'"));
}

static void say_tie(const Lint *l, const Directive *d, PersonId person)
{
    const Clause *a = corpus_clause(l->c, d->by);
    const Clause *b = corpus_clause(l->c, d->cap);
    Str name = l->c->r->people[person.index].title;
    Str one_id = cite_words(l->arena, l->c, a->cite, LANG_ID);
    Str two_id = cite_words(l->arena, l->c, b->cite, LANG_ID);
    Str one_en = cite_words(l->arena, l->c, a->cite, LANG_EN);
    Str two_en = cite_words(l->arena, l->c, b->cite, LANG_EN);
    lint_say_of(
        l, a, DIAG_ERROR, "periksa-14",
        str_format(l->arena,
                   "%.*s dan %.*s menempatkan orang yang sama di tempat "
                   "berbeda (misalnya %.*s) dan tidak ada yang lebih "
                   "khusus",
                   STR_ARG(one_id), STR_ARG(two_id), STR_ARG(name)),
        str_format(l->arena,
                   "%.*s and %.*s put the same person in different places "
                   "(a %.*s for one) and neither is narrower",
                   STR_ARG(one_en), STR_ARG(two_en), STR_ARG(name)));
    diag_advise(
        l->diags,
        str_format(l->arena, "awali salah satu dengan 'Dikecualikan "
                             "dari ...:'"),
        str_format(l->arena, "begin one of them with 'In derogation of ...:'"));
}

void lint_people(const Lint *l, const LawDay *day, bool *covered)
{
    const Register *r = l->c->r;
    bool tied = false;
    lint_dead(l, day);
    for (uint32_t p = 0; p < r->person_count; p++) {
        PersonId person = {p};
        if (!person_is_active(r, person, law_date(day))) continue;
        Directive d = law_person(day, person);
        covered[p] |= d.step != STEP_NO_RULE;
        if (d.tied && !tied) say_tie(l, &d, person);
        tied |= d.tied;
    }
}

void lint_no_rule(const Lint *l, Date day, const bool *covered)
{
    const Register *r = l->c->r;
    uint32_t by_kind[16] = {0};
    for (uint32_t p = 0; p < r->person_count; p++) {
        if (person_is_active(r, (PersonId){p}, day) && !covered[p])
            by_kind[r->people[p].kind]++;
    }
    say_no_rule(l, by_kind);
}
