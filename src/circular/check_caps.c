/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/lint.h"

/* What a cap meets in one unit on the sample day. */
typedef struct {
    int32_t base, forced, counted;
    int32_t home, left; /* bound to be at home; left to come in */
} Meeting;

static void count_person(const Lint *l, const LawDay *day, ClauseId cap,
                         PersonId person, Meeting *met)
{
    const Register *r = l->c->r;
    UnitId level = law_level_unit(day, cap, person);
    UnitId unit = law_cap_unit(day, cap, person);
    Profile profile = law_profile(day, person);
    if (level.index == NO_INDEX) return;
    met[level.index].base +=
        selection_has(corpus_clause(l->c, cap)->cap.base, r, &profile, person,
                      law_date(day), l->c->known) != PICK_NOT;
    if (unit.index == NO_INDEX) return;
    char letter = law_person(day, person).letter;
    met[unit.index].counted++;
    met[unit.index].forced += letter == PLACED_OFFICE;
    met[unit.index].home += letter == PLACED_HOME;
    met[unit.index].left += letter == PLACED_OPEN || letter == PLACED_USUAL;
}

static void say_zero(const Lint *l, const Clause *clause, const NameList *list)
{
    Str names = buf_str(&list->names);
    if (list->count == 0) return;
    lint_say_of(l, clause, DIAG_WARNING, "periksa-15",
                str_format(l->arena, "batasnya nol orang bagi %u unit: %.*s",
                           list->count, STR_ARG(names)),
                str_format(l->arena, "the cap is nobody for %u units: %.*s",
                           list->count, STR_ARG(names)));
    diag_advise(l->diags, STR("tambahkan misalnya 'tidak kurang dari 1 orang'"),
                STR("add for example 'not less than 1 person'"));
}

static void say_forced(const Lint *l, const Clause *clause,
                       const NameList *list)
{
    Str names = buf_str(&list->names);
    bool yields = clause->cap.floor_forced; /* as the sentence itself says */
    if (list->count == 0) return;
    lint_say_of(
        l, clause, yields ? DIAG_NOTE : DIAG_WARNING, "periksa-16",
        str_format(l->arena,
                   "yang wajib hadir melebihi batas pada %u unit: %.*s; "
                   "batas dikesampingkan",
                   list->count, STR_ARG(names)),
        str_format(l->arena,
                   "those who must be there exceed the cap in %u units: "
                   "%.*s; the cap yields",
                   list->count, STR_ARG(names)));
    if (yields)
        diag_advise(l->diags,
                    STR("biarkan bila memang demikian: 'tidak kurang dari yang "
                        "wajib hadir' sudah tertulis"),
                    STR("leave it if that is meant: 'not fewer than those who "
                        "must attend' is written"));
    else if (!clause->cap.office)
        diag_advise(l->diags,
                    STR("kurangi yang harus di rumah, atau yang wajib hadir"),
                    STR("ask for fewer at home, or let fewer be forced"));
}

static void say_round_clock(const Lint *l, const Clause *clause,
                            const NameList *list)
{
    Str names = buf_str(&list->names);
    if (list->count == 0) return;
    lint_say_of(
        l, clause, DIAG_WARNING, "periksa-17",
        str_format(l->arena, "%u unit 24 jam berada di bawah batas ini: %.*s",
                   list->count, STR_ARG(names)),
        str_format(l->arena, "%u 24-hour units are under this cap: %.*s",
                   list->count, STR_ARG(names)));
    Str rule = clause->rule->number;
    diag_advise(l->diags,
                str_format(l->arena,
                           "kecualikan: 'Aturan %.*s tidak berlaku bagi unit "
                           "24 jam.'",
                           STR_ARG(rule)),
                str_format(l->arena,
                           "except them: 'Rule %.*s shall not apply to "
                           "24-hour units.'",
                           STR_ARG(rule)));
}

/* From above: at most so many in the office, or at least so many at home. */
static bool bounds_office(const Cap *cap)
{
    return cap->office ? cap->compare != AT_LEAST
                       : cap->home && cap->compare != AT_MOST;
}

/* How many may be in the office, of those whom it counts. */
static int32_t seats_of(const Cap *cap, const Meeting *met)
{
    int32_t number = cap_number(cap, met->base);
    if (!cap->office) return met->counted - number;
    if (number < cap->floor_number) number = cap->floor_number;
    return number;
}

static bool asks_office(const Cap *cap)
{
    return cap->office && !cap->home && cap->compare != AT_MOST;
}

/* Wanted in the office, where all are bound to be at home.  (Where some are
 * left, and too few, there is no roster, and it is said by whom.) */
static void say_unreached(const Lint *l, const Clause *clause,
                          const Meeting *met)
{
    const Register *r = l->c->r;
    NameList list = lint_names(l);
    for (uint32_t u = 0; u < r->unit_count; u++) {
        if (met[u].left == 0 && met[u].home > 0 &&
            met[u].forced < cap_number(&clause->cap, met[u].base))
            lint_unit(l, &list, (UnitId){u});
    }
    if (list.count == 0) return;
    Str names = buf_str(&list.names);
    lint_say_of(
        l, clause, DIAG_ERROR, "periksa-38",
        str_format(l->arena,
                   "tidak seorang pun dapat memenuhinya pada %u unit: "
                   "%.*s; semuanya wajib di rumah",
                   list.count, STR_ARG(names)),
        str_format(l->arena,
                   "nobody is left to keep it in %u units: %.*s; all must "
                   "be at home",
                   list.count, STR_ARG(names)));
    diag_advise(l->diags,
                STR("awali dengan 'Dikecualikan dari ...', dengan menyebut "
                    "kalimat yang mewajibkan mereka di rumah"),
                STR("begin with 'In derogation of ...', naming the sentence by "
                    "which they must be at home"));
}

static void judge(const Lint *l, const Clause *clause, const Meeting *met)
{
    const Register *r = l->c->r;
    NameList zero = lint_names(l);
    NameList forced = lint_names(l);
    NameList clock = lint_names(l);
    for (uint32_t u = 0; u < r->unit_count; u++) {
        if (met[u].counted == 0) continue;
        int32_t seats = seats_of(&clause->cap, &met[u]);
        if (seats == 0 && met[u].forced == 0 && clause->cap.office)
            lint_unit(l, &zero, (UnitId){u});
        if (met[u].forced > seats) lint_unit(l, &forced, (UnitId){u});
        if (r->units[u].round_clock) lint_unit(l, &clock, (UnitId){u});
    }
    say_zero(l, clause, &zero);
    say_forced(l, clause, &forced);
    say_round_clock(l, clause, &clock);
}

void lint_caps(const Lint *l, const LawDay *day)
{
    const Register *r = l->c->r;
    const CorpusLetter *own = &l->c->letters[l->letter];
    for (uint32_t i = 0; i < own->clause_count; i++) {
        ClauseId id = {own->first_clause + i};
        const Clause *clause = corpus_clause(l->c, id);
        if (clause->act != ACT_CAP || !clause_holds(l->c, id, law_date(day)) ||
            (!bounds_office(&clause->cap) && !asks_office(&clause->cap)))
            continue;
        Meeting *met = NEW(l->arena, Meeting, r->unit_count + 1);
        for (uint32_t p = 0; p < r->person_count; p++) {
            if (person_is_active(r, (PersonId){p}, law_date(day)))
                count_person(l, day, id, (PersonId){p}, met);
        }
        if (bounds_office(&clause->cap)) judge(l, clause, met);
        if (asks_office(&clause->cap)) say_unreached(l, clause, met);
    }
}
