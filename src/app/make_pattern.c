/* SPDX-License-Identifier: Apache-2.0 */
#include "app/make_pattern.h"

#include "app/prove_plan.h"

typedef struct {
    Office *office;
    const PatternAsk *ask;
    PatternMade *out;
    uint8_t *in;       /* per row */
    uint32_t *section; /* per row: the person's unit */
    uint32_t *row_of;  /* per person */
    uint32_t taking_part;
    uint64_t days; /* on which any of them may come */
} Making;

/* ---- refusals ---------------------------------------------------------- */

static Str name_of(const Making *m)
{
    return m->office->r.units[m->ask->unit.index].name;
}

/* Proved by trying all places: no cap alone says why, and there are no numbers
 * to give. */
static bool refuse_places(const Making *m, Err *err)
{
    Arena *arena = m->office->arena;
    Str name = name_of(m);
    return office_refuse(
        m->office, "pola-01",
        str_format(arena,
                   "pola ini tidak muat pada %.*s: tidak ada pembagian ke "
                   "dalam %u kelompok yang setiap hari memenuhi batas dan "
                   "loket dengan orang yang ada; pilih hari lain, banyaknya "
                   "kelompok lain, atau masa yang lebih pendek",
                   STR_ARG(name), m->ask->groups),
        str_format(arena,
                   "the pattern does not fit in %.*s: no %u groups keep the "
                   "caps and counters on every day with the people who are "
                   "there; choose other days, another number of groups or a "
                   "shorter period",
                   STR_ARG(name), m->ask->groups),
        err);
}

/* The counter that alone asks for more people than may serve; NULL: none. */
static const ClashDemand *lone_need(const Clash *clash)
{
    const ClashDemand *need = NULL;
    for (uint32_t k = 0; k < clash->demand_count; k++) {
        const ClashDemand *d = &clash->demands[k];
        if (d->kind == CLASH_CAP) return NULL;
        if (d->kind == CLASH_NEED && d->places == 1 &&
            d->amount == clash->asked)
            need = d;
    }
    return need;
}

/* The days of the clash are groups: each wants servants of its own. */
static bool refuse_counter(const Making *m, const ClashDemand *need, Err *err)
{
    Arena *arena = m->office->arena;
    const Pattern *p = &m->out->pattern;
    const ProblemPost *post = &p->asked.posts[need->bounds[0].at];
    Str counter = m->office->r.counters[post->counter.index].name;
    Str name = name_of(m);
    long long asked = p->clash.asked;
    long long left = p->clash.left;
    int groups = __builtin_popcountll(need->days);
    return office_refuse(
        m->office, "pola-01",
        str_format(arena,
                   "pola ini tidak muat pada %.*s: %.*s perlu %lld petugas "
                   "dalam %d kelompok, yang dapat melayani %lld; tambah "
                   "petugas, atau pilih unit tanpa loket itu",
                   STR_ARG(name), STR_ARG(counter), asked, groups, left),
        str_format(arena,
                   "the pattern does not fit in %.*s: %.*s needs %lld officers "
                   "in %d groups, those who can serve are %lld; take more "
                   "officers, or a unit without that counter",
                   STR_ARG(name), STR_ARG(counter), asked, groups, left),
        err);
}

/* " (rule ...)" of the last cap of the clash, by language; empty: it has none.
 */
static void cite_cap(const Making *m, Str rule[2])
{
    const Clash *clash = &m->out->pattern.clash;
    const Corpus *corpus = &m->out->made.corpus;
    rule[LANG_ID] = STR("");
    rule[LANG_EN] = STR("");
    for (uint32_t k = 0; k < clash->demand_count; k++) {
        uint32_t clause = clash->demands[k].clause;
        if (clash->demands[k].kind != CLASH_CAP || clause == NO_INDEX) continue;
        for (int lang = LANG_ID; lang <= LANG_EN; lang++) {
            Str words = cite_words(m->office->arena, corpus,
                                   corpus->clauses[clause].cite, (Lang)lang);
            rule[lang] =
                str_format(m->office->arena, " (%.*s)", STR_ARG(words));
        }
    }
}

/* The caps of the smallest clash: the rule of one, and what they leave. */
static bool refuse_caps(const Making *m, Err *err)
{
    Arena *arena = m->office->arena;
    const Pattern *p = &m->out->pattern;
    Str name = name_of(m);
    const ClashDemand *need = lone_need(&p->clash);
    if (p->clash.demand_count == 0) return refuse_places(m, err);
    if (need != NULL) return refuse_counter(m, need, err);
    Str rule[2];
    cite_cap(m, rule);
    long long asked = p->clash.asked;
    long long left = p->clash.left;
    return office_refuse(
        m->office, "pola-01",
        str_format(arena,
                   "pola ini tidak muat pada %.*s: %lld orang perlu tempat "
                   "dalam %u kelompok, batas%.*s menyisakan %lld; tambah "
                   "kelompok atau kurangi yang ikut",
                   STR_ARG(name), asked, m->ask->groups, STR_ARG(rule[LANG_ID]),
                   left),
        str_format(arena,
                   "the pattern does not fit in %.*s: %lld people need a place "
                   "in %u groups, the caps%.*s leave %lld; take more groups or "
                   "fewer people",
                   STR_ARG(name), asked, m->ask->groups, STR_ARG(rule[LANG_EN]),
                   left),
        err);
}

static bool refuse_couples(const Making *m, Err *err)
{
    return office_refuse(m->office, "pola-03",
                         STR("pasangan yang tidak boleh bertemu tidak dapat "
                             "dipisah ke kelompok yang tersedia; tambah "
                             "kelompok"),
                         STR("the couples that must not meet cannot be parted "
                             "into the groups there are; take more groups"),
                         err);
}

static bool refuse_undecided(const Making *m, Err *err)
{
    Arena *arena = m->office->arena;
    bool couples = m->ask->apart_count > 0;
    return office_refuse(
        m->office, "pola-04",
        str_format(arena,
                   "kelompok tidak ditemukan sesudah %u percobaan, dan tidak "
                   "terbukti mustahil; %spilih pola lain atau masa yang lebih "
                   "pendek",
                   m->out->pattern.tries, couples ? "kurangi pasangan, " : ""),
        str_format(arena,
                   "no groups were found after trying %u times, nor proved "
                   "impossible; %schoose another pattern or a shorter period",
                   m->out->pattern.tries,
                   couples ? "take fewer couples, " : ""),
        err);
}

static bool refuse_nobody(const Making *m, Err *err)
{
    Arena *arena = m->office->arena;
    Str name = name_of(m);
    return office_refuse(
        m->office, "pola-05",
        str_format(arena,
                   "tidak ada pegawai %.*s yang bergilir pada masa ini; "
                   "pilih unit atau masa lain",
                   STR_ARG(name)),
        str_format(arena,
                   "nobody of %.*s takes turns in this period; choose another "
                   "unit or period",
                   STR_ARG(name)),
        err);
}

static bool refuse_clash(const Making *m, Err *err)
{
    return office_refuse(m->office, "pola-06",
                         STR("tidak ada jadwal yang mungkin, dengan atau tanpa "
                             "pola; lihat 'roster'"),
                         STR("no roster is possible, with a pattern or "
                             "without; see 'roster'"),
                         err);
}

static bool judge(const Making *m, Err *err)
{
    switch (m->out->pattern.verdict) {
    case PATTERN_FITS: return true;
    case PATTERN_CLASH: return refuse_caps(m, err);
    case PATTERN_COUPLES: return refuse_couples(m, err);
    case PATTERN_UNDECIDED: return refuse_undecided(m, err);
    }
    return false;
}

/* ---- the question ------------------------------------------------------ */

static bool put_question(Making *m, Err *err)
{
    RosterMade *made = &m->out->made;
    Arena *arena = m->office->arena;
    Window window = m->ask->roster.window;
    const Ledger *ledger = m->ask->roster.ledger;
    if (!office_law(m->office, m->ask->roster.known, &made->corpus, err) ||
        (window_is_empty(window) &&
         !corpus_period(&made->corpus, &window, err)) ||
        !demand_make(arena, &made->corpus, window, &made->demand, err) ||
        (ledger != NULL && !ledger_carry(arena, ledger, &made->demand, err)) ||
        !roster_solve(arena, &made->demand.problem, m->ask->roster.options,
                      &made->answer, err))
        return false;
    if (made->answer.certificate.kind == ANSWER_CLASH)
        return refuse_clash(m, err);
    /* a group may be larger than a floor asks for */
    demand_free_all(arena, &made->corpus, &made->demand.problem);
    return true;
}

static void choose_rows(Making *m)
{
    const Register *r = &m->office->r;
    const Problem *p = &m->out->made.demand.problem;
    Arena *arena = m->office->arena;
    m->in = NEW(arena, uint8_t, p->row_count + 1);
    m->section = NEW(arena, uint32_t, p->row_count + 1);
    m->row_of = NEW(arena, uint32_t, r->person_count + 1);
    for (uint32_t k = 0; k < r->person_count; k++)
        m->row_of[k] = NO_INDEX;
    for (uint32_t i = 0; i < p->row_count; i++) {
        uint32_t person = p->rows[i].person.index;
        UnitId unit = r->people[person].unit;
        m->row_of[person] = i;
        m->section[i] = unit.index;
        m->in[i] = p->rows[i].may != 0 && unit_is_under(r, unit, m->ask->unit);
        if (!m->in[i]) continue;
        m->taking_part++;
        m->days |= p->rows[i].may;
    }
}

static bool choose_days(const Making *m, PatternCalendar *out, Err *err)
{
    const Problem *p = &m->out->made.demand.problem;
    uint32_t groups = m->ask->groups;
    if (groups < 2 || groups > PATTERN_GROUPS)
        return office_refuse(m->office, "pola-02",
                             STR("pola memerlukan 2 sampai 8 kelompok"),
                             STR("a pattern has 2 to 8 groups"), err);
    switch (m->ask->kind) {
    case PATTERN_DAYS: *out = pattern_of_days(p, m->days, groups); return true;
    case PATTERN_WEEKS:
        *out = pattern_of_weeks(p, m->days, groups);
        return true;
    case PATTERN_WEEKDAYS:
        *out = pattern_of_weekdays(p, m->days, m->ask->weekdays, groups);
        return true;
    }
    return false;
}

static bool refuse_alone(const Making *m, PersonId person, Err *err)
{
    Arena *arena = m->office->arena;
    const Person *p = &m->office->r.people[person.index];
    return office_refuse(
        m->office, "pola-02",
        str_format(arena,
                   "%.*s %.*s dipasangkan dengan dirinya; sebut dua orang",
                   STR_ARG(p->code), STR_ARG(p->name)),
        str_format(arena,
                   "%.*s %.*s is in a couple with themselves; name two people",
                   STR_ARG(p->code), STR_ARG(p->name)),
        err);
}

static bool refuse_outside(const Making *m, PersonId person, Err *err)
{
    Arena *arena = m->office->arena;
    const Person *p = &m->office->r.people[person.index];
    Str unit = name_of(m);
    return office_refuse(
        m->office, "pola-02",
        str_format(arena,
                   "%.*s %.*s tidak ikut bergilir pada %.*s; pasangan ialah "
                   "dua orang yang ikut",
                   STR_ARG(p->code), STR_ARG(p->name), STR_ARG(unit)),
        str_format(arena,
                   "%.*s %.*s takes no turns in %.*s; a couple is two people "
                   "who do",
                   STR_ARG(p->code), STR_ARG(p->name), STR_ARG(unit)),
        err);
}

/* People without a row of the unit take no turns in it. */
static bool choose_row(const Making *m, PersonId person, uint32_t *out,
                       Err *err)
{
    uint32_t row = m->row_of[person.index];
    if (row == NO_INDEX || !m->in[row]) return refuse_outside(m, person, err);
    *out = row;
    return true;
}

static bool choose_couples(const Making *m, PatternWish *wish, Err *err)
{
    size_t count = m->ask->apart_count;
    PatternCouple *pairs = NEW(m->office->arena, PatternCouple, count + 1);
    for (size_t k = 0; k < count; k++) {
        PatternPair pair = m->ask->apart[k];
        if (pair.a.index == pair.b.index) return refuse_alone(m, pair.a, err);
        if (!choose_row(m, pair.a, &pairs[k].a, err) ||
            !choose_row(m, pair.b, &pairs[k].b, err))
            return false;
    }
    wish->apart = pairs;
    wish->apart_count = count;
    return true;
}

/* A calendar or couples that are none: the sentence is the solver's. */
static bool refuse_wish(const Making *m, const Err *why, Err *err)
{
    Arena *arena = m->office->arena;
    return office_refuse(m->office, "pola-02", str_copy(arena, str_of(why->id)),
                         str_copy(arena, str_of(why->text)), err);
}

static bool form_groups(Making *m, Err *err)
{
    Err why = {0};
    PatternWish wish = {
        .problem = &m->out->made.demand.problem,
        .in = m->in,
        .settled = m->out->made.answer.office,
        .section = m->section,
    };
    if (!choose_days(m, &wish.calendar, err) || !choose_couples(m, &wish, err))
        return false;
    m->out->calendar = wish.calendar;
    if (!pattern_make(m->office->arena, &wish, &m->out->pattern, &why)) {
        if (why.kind == ERR_INPUT && why.id[0] != '\0')
            return refuse_wish(m, &why, err);
        *err = why;
        return false;
    }
    return judge(m, err);
}

static void prove(PatternMade *made, Arena *arena)
{
    Err err = {0};
    PlanCount count = {0};
    const Demand *demand = &made->made.demand;
    made->verified =
        audit_plan(&demand->plan, demand->corpus, arena, &count, &err);
    if (!made->verified) prove_plan_said(arena, &err, made->audit_said);
}

bool make_pattern(Office *office, const PatternAsk *ask, PatternMade *out,
                  Err *err)
{
    Making m = {.office = office, .ask = ask, .out = out};
    *out = (PatternMade){0}; /* the demand keeps a pointer to its corpus */
    if (!put_question(&m, err)) return false;
    choose_rows(&m);
    if (m.taking_part == 0) return refuse_nobody(&m, err);
    if (!form_groups(&m, err)) return false;
    out->made.answer = out->pattern.answer;
    out->made.solved = true;
    demand_plan(office->arena, &out->made.demand, &out->made.answer);
    prove(out, office->arena);
    return true;
}

uint8_t make_pattern_group(const PatternMade *made, PersonId person)
{
    const Problem *p = &made->made.demand.problem;
    for (uint32_t i = 0; i < p->row_count; i++) {
        if (p->rows[i].person.index == person.index)
            return made->pattern.group_of[i];
    }
    return PATTERN_NO_GROUP;
}
