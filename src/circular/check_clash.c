/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/lint.h"

/*
 * Clauses of one letter against each other, on the sample day: bounds that
 * count the same people with other numbers, a least above a most, people who
 * are exempt and bound at once.
 */

/* ---- two bounds -------------------------------------------------------- */

static bool same_places(const Cap *a, const Cap *b)
{
    return a->office == b->office && a->home == b->home && a->leave == b->leave;
}

static bool same_number(const Cap *a, const Cap *b)
{
    return a->share == b->share && a->number == b->number;
}

/* Does `by` say of itself that it departs from `from`? */
static bool departs(const Corpus *c, ClauseId by, ClauseId from)
{
    const Clause *clause = corpus_clause(c, by);
    for (uint32_t i = 0; i < clause->target_count; i++) {
        if (clause->targets[i].index == from.index) return true;
    }
    return false;
}

static bool same_days(const Clause *a, const Clause *b)
{
    return date_is(a->window.first, b->window.first) &&
           date_is(a->window.last, b->window.last) &&
           a->weekdays == b->weekdays && a->date_count == b->date_count;
}

/* What two bounds say of each unit in which they count the same people. */
typedef struct {
    ClauseId a, b;
    bool *shared;             /* per unit */
    int32_t *counted;         /* per unit: by both */
    int32_t *base_a, *base_b; /* per unit */
} Pair;

/* Whose staff a share is of: all of the unit, counted in or not. */
static bool in_base(const Lint *l, const LawDay *day, ClauseId cap,
                    const Profile *profile, PersonId person)
{
    return selection_has(corpus_clause(l->c, cap)->cap.base, l->c->r, profile,
                         person, law_date(day), l->c->known) != PICK_NOT;
}

static void meet_person(const Lint *l, const LawDay *day, Pair *pair,
                        PersonId person)
{
    Profile profile = law_profile(day, person);
    UnitId a = law_cap_unit(day, pair->a, person);
    UnitId b = law_cap_unit(day, pair->b, person);
    UnitId of_a = law_level_unit(day, pair->a, person);
    UnitId of_b = law_level_unit(day, pair->b, person);
    if (of_a.index != NO_INDEX)
        pair->base_a[of_a.index] += in_base(l, day, pair->a, &profile, person);
    if (of_b.index != NO_INDEX)
        pair->base_b[of_b.index] += in_base(l, day, pair->b, &profile, person);
    if (a.index == NO_INDEX || a.index != b.index) return;
    pair->shared[a.index] = true;
    pair->counted[a.index]++;
}

static Pair pair_of(const Lint *l, const LawDay *day, ClauseId a, ClauseId b)
{
    const Register *r = l->c->r;
    Pair pair = {a,
                 b,
                 NEW(l->arena, bool, r->unit_count + 1),
                 NEW(l->arena, int32_t, r->unit_count + 1),
                 NEW(l->arena, int32_t, r->unit_count + 1),
                 NEW(l->arena, int32_t, r->unit_count + 1)};
    for (uint32_t p = 0; p < r->person_count; p++) {
        if (person_is_active(r, (PersonId){p}, law_date(day)))
            meet_person(l, day, &pair, (PersonId){p});
    }
    return pair;
}

static void say_pair(const Lint *l, const Pair *pair, const char *id,
                     DiagLevel level, const char *said_id, const char *said_en,
                     const NameList *list)
{
    const Clause *a = corpus_clause(l->c, pair->a);
    const Clause *b = corpus_clause(l->c, pair->b);
    Str names = buf_str(&list->names);
    Str one_id = cite_words(l->arena, l->c, a->cite, LANG_ID);
    Str one_en = cite_words(l->arena, l->c, a->cite, LANG_EN);
    lint_say_of(l, b, level, id,
                str_format(l->arena, "%s %.*s (%.*s)", said_id, STR_ARG(one_id),
                           STR_ARG(names)),
                str_format(l->arena, "%s %.*s (%.*s)", said_en, STR_ARG(one_en),
                           STR_ARG(names)));
    diag_advise(l->diags,
                STR("awali yang menggantikan dengan 'Dikecualikan dari ...:', "
                    "atau hapus salah satunya"),
                STR("begin the one that replaces with 'In derogation of "
                    "...:', or drop one of them"));
}

/* Is the least above the most?  Of two leasts, one at home and one in the
 * office: are they more than there are? */
static bool is_above(const Pair *pair, const Cap *one, const Cap *two,
                     uint32_t u)
{
    int32_t a = cap_number(one, pair->base_a[u]);
    int32_t b = cap_number(two, pair->base_b[u]);
    return two->compare == AT_LEAST ? a + b > pair->counted[u] : a > b;
}

/* Units in which the two count the same people, and, when asked, in which
 * the least is above the most. */
static NameList units_of(const Lint *l, const Pair *pair, bool least_above)
{
    const Register *r = l->c->r;
    const Cap *least = &corpus_clause(l->c, pair->a)->cap;
    const Cap *most = &corpus_clause(l->c, pair->b)->cap;
    NameList list = lint_names(l);
    for (uint32_t u = 0; u < r->unit_count; u++) {
        if (pair->shared[u] && (!least_above || is_above(pair, least, most, u)))
            lint_unit(l, &list, (UnitId){u});
    }
    return list;
}

/* Both at most, or both at least: which number is meant? */
static void judge_alike(const Lint *l, const LawDay *day, ClauseId a,
                        ClauseId b)
{
    const Clause *one = corpus_clause(l->c, a);
    const Clause *two = corpus_clause(l->c, b);
    if (same_number(&one->cap, &two->cap) || !same_days(one, two) ||
        one->cap.share != two->cap.share)
        return;
    Pair pair = pair_of(l, day, a, b);
    NameList list = units_of(l, &pair, false);
    if (list.count == 0) return;
    say_pair(l, &pair, "periksa-26", DIAG_WARNING,
             "memberi angka lain bagi unit yang sama daripada",
             "gives another number for the same unit than", &list);
}

/* Two bounds that no number keeps, in the units in which they meet. */
static void judge_opposed(const Lint *l, const LawDay *day, ClauseId a,
                          ClauseId b, const char *said_id, const char *said_en)
{
    Pair pair = pair_of(l, day, a, b);
    NameList list = units_of(l, &pair, true);
    if (list.count == 0) return;
    say_pair(l, &pair, "periksa-27", DIAG_ERROR, said_id, said_en, &list);
}

static void judge_most(const Lint *l, const LawDay *day, ClauseId least,
                       ClauseId most)
{
    judge_opposed(l, day, least, most,
                  "paling banyaknya di bawah paling sedikit menurut",
                  "its most is below the least of");
}

/* At least so many in the office, and at least so many at home. */
static bool pull_apart(const Cap *a, const Cap *b)
{
    return a->compare == AT_LEAST && b->compare == AT_LEAST && !a->leave &&
           !b->leave && a->office != a->home && b->office != b->home &&
           a->office == b->home;
}

static void judge_apart(const Lint *l, const LawDay *day, ClauseId a,
                        ClauseId b)
{
    judge_opposed(
        l, day, a, b,
        "meminta lebih banyak orang daripada yang ada, bersama dengan",
        "asks for more people than there are, together with");
}

static void judge_pair(const Lint *l, const LawDay *day, ClauseId a, ClauseId b)
{
    const Cap *one = &corpus_clause(l->c, a)->cap;
    const Cap *two = &corpus_clause(l->c, b)->cap;
    if (departs(l->c, a, b) || departs(l->c, b, a)) return;
    if (pull_apart(one, two)) judge_apart(l, day, a, b);
    if (!same_places(one, two)) return;
    if (one->compare == two->compare)
        judge_alike(l, day, a, b);
    else if (one->compare == AT_LEAST)
        judge_most(l, day, a, b);
    else if (two->compare == AT_LEAST)
        judge_most(l, day, b, a);
}

void lint_bounds(const Lint *l, const LawDay *day)
{
    const CorpusLetter *own = &l->c->letters[l->letter];
    ClauseId *caps = NEW(l->arena, ClauseId, own->clause_count + 1);
    uint32_t count = 0;
    for (uint32_t i = 0; i < own->clause_count; i++) {
        ClauseId id = {own->first_clause + i};
        if (corpus_clause(l->c, id)->act == ACT_CAP &&
            clause_holds(l->c, id, law_date(day)))
            caps[count++] = id;
    }
    for (uint32_t a = 0; a < count; a++) {
        for (uint32_t b = a + 1; b < count; b++) {
            judge_pair(l, day, caps[a], caps[b]);
        }
    }
}

/* A bound that names no level is of the government as a whole. */
void lint_level(const Lint *l)
{
    const CorpusLetter *own = &l->c->letters[l->letter];
    for (uint32_t i = 0; i < own->clause_count; i++) {
        const Clause *clause =
            corpus_clause(l->c, (ClauseId){own->first_clause + i});
        if (clause->act != ACT_CAP || clause->level != LEVEL_NONE ||
            clause->units != NULL)
            continue;
        lint_say_of(
            l, clause, DIAG_WARNING, "periksa-24",
            STR("batas ini tidak menyebut tingkatnya; dihitung untuk "
                "seluruh pemerintah daerah bersama-sama"),
            STR("this bound names no level; it is counted over the whole "
                "government together"));
        diag_advise(l->diags,
                    STR("awali misalnya dengan 'Pada setiap unit kerja:'"),
                    STR("begin for example with 'In every work unit:'"));
    }
}

/* ---- exempt and bound -------------------------------------------------- */

static bool binds(const Clause *clause)
{
    return clause->act == ACT_PLACE && (clause->strength == STRENGTH_MUST ||
                                        clause->strength == STRENGTH_MUST_NOT);
}

/* A wide class ("PTT", "pegawai") of which an exemption takes some out is how
 * letters speak; who is named by role, duty or unit and exempt at once is a
 * question. */
static bool names_closely(const Pick *pick)
{
    return pick->units != NULL || pick->kind == TERM_ROLE ||
           pick->kind == TERM_TEAM || pick->kind == TERM_FIELD ||
           pick->kind == TERM_DESK;
}

/* Those picks of the clause alone; no picks: nobody is named closely. */
static Selection close_picks(const Lint *l, const Clause *clause)
{
    Selection close = *clause->who;
    Pick *picks = NEW(l->arena, Pick, close.pick_count + 1);
    uint32_t count = 0;
    for (uint32_t i = 0; i < close.pick_count; i++) {
        if (names_closely(&close.picks[i])) picks[count++] = close.picks[i];
    }
    close.picks = picks;
    close.pick_count = count;
    return close;
}

static uint32_t count_exempt(const Lint *l, const LawDay *day,
                             const Clause *clause, ClauseId *by)
{
    const Register *r = l->c->r;
    Selection close = close_picks(l, clause);
    uint32_t count = 0;
    for (uint32_t p = 0; p < r->person_count; p++) {
        Profile profile = law_profile(day, (PersonId){p});
        ClauseId exempt = NO_CLAUSE;
        if (!person_is_active(r, (PersonId){p}, law_date(day)) ||
            selection_has(&close, r, &profile, (PersonId){p}, law_date(day),
                          l->c->known) != PICK_MEANT ||
            !law_exempt(day, clause->letter, (PersonId){p}, &exempt))
            continue;
        *by = exempt;
        count++;
    }
    return count;
}

void lint_exempt(const Lint *l, const LawDay *day)
{
    const CorpusLetter *own = &l->c->letters[l->letter];
    for (uint32_t i = 0; i < own->clause_count; i++) {
        ClauseId id = {own->first_clause + i};
        const Clause *clause = corpus_clause(l->c, id);
        ClauseId by = NO_CLAUSE;
        if (!binds(clause) || !lint_first_held(l, id, day)) continue;
        uint32_t count = count_exempt(l, day, clause, &by);
        if (count == 0) continue;
        Str cite = corpus_clause(l->c, by)->cite;
        Str by_id = cite_words(l->arena, l->c, cite, LANG_ID);
        Str by_en = cite_words(l->arena, l->c, cite, LANG_EN);
        lint_say_of(
            l, clause, DIAG_WARNING, "periksa-28",
            str_format(l->arena,
                       "%u pegawai wajib menurut kalimat ini dan "
                       "dikecualikan menurut %.*s; pengecualian yang "
                       "berlaku",
                       count, STR_ARG(by_id)),
            str_format(l->arena,
                       "%u people are bound by this sentence and exempt "
                       "by %.*s; the exemption holds",
                       count, STR_ARG(by_en)));
    }
}
