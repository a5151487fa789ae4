/* SPDX-License-Identifier: Apache-2.0 */
#include "scenario.h"

/*
 * What a verdict must hold.  A finding is told as
 *
 *     A, laporan: terlambat, pelanggaran, 12 menit,
 *        karena aturan 3 ayat (3), dengan fakta 1
 *
 * of which the outcome must be said and the rest may; one finding of that
 * duty must have all that is said.
 */

typedef struct {
    DutyKind duty;
    Str outcome;
    int colour;      /* -1: unsaid */
    int32_t minutes; /* FACT_NO_NUMBER: unsaid */
    Str cite;        /* empty: unsaid; "-": no rule */
    bool facts_said;
    FactId facts[FINDING_FACTS];
} Wanted;

/* ---- words --------------------------------------------------------------- */

static const char *const duty_words[] = {
#define X(name, word, english) [DUTY_##name] = (word),
    DUTIES(X)
#undef X
};

static const char *const outcome_words[] = {
#define X(name, word, english, must, else_) [OUTCOME_##name] = (word),
    OUTCOMES(X)
#undef X
};

static const char *const colours[] = {
    [COLOUR_KEPT] = "dijalankan",    [COLOUR_NOTED] = "dicatat",
    [COLOUR_PENDING] = "menunggu",   [COLOUR_UNKNOWN] = "tidak diketahui",
    [COLOUR_BREACH] = "pelanggaran",
};

int scenario_take_longest(Str *rest, const char *const *words, size_t count)
{
    int best = -1;
    Str longest = {"", 0};
    for (size_t i = 0; i < count; i++) {
        Str left = *rest;
        if (!scenario_take(&left, words[i]) ||
            str_of(words[i]).len <= longest.len)
            continue;
        longest = str_of(words[i]);
        best = (int)i;
    }
    *rest = str_slice(*rest, longest.len, rest->len);
    return best;
}

int scenario_take_colour(Str *rest)
{
    return scenario_take_longest(rest, colours, COUNT(colours));
}

/* ---- reading ------------------------------------------------------------- */

bool scenario_take_facts(const Telling *t, Str *rest, FactId *out)
{
    int32_t number = 0;
    size_t count = 0;
    do {
        if (!scenario_take_number(rest, &number) || number < 1 ||
            (size_t)number > t->told.count || count == FINDING_FACTS)
            return false;
        out[count++] = t->told.at[number - 1];
    } while (scenario_take(rest, " dan ") || scenario_take(rest, ", "));
    return true;
}

static bool take_minutes(Str *rest, Wanted *w)
{
    Str left = *rest;
    if (!scenario_take_number(&left, &w->minutes) ||
        (!scenario_take(&left, " menit") && !scenario_take(&left, " persen")))
        return false;
    *rest = left;
    return true;
}

static bool take_part(Telling *t, Str *rest, Wanted *w)
{
    if (scenario_take(rest, "karena "))
        return scenario_take_rule(t->arena, rest, t->letter, &w->cite);
    if (scenario_take(rest, "dengan fakta ")) {
        w->facts_said = true;
        return scenario_take_facts(t, rest, w->facts);
    }
    if (scenario_take(rest, "jumlah "))
        return scenario_take_number(rest, &w->minutes);
    if (scenario_take(rest, "tanpa aturan")) {
        w->cite = STR("-");
        return true;
    }
    if (scenario_take(rest, "tanpa fakta")) {
        w->facts_said = true;
        return true;
    }
    if (take_minutes(rest, w)) return true;
    w->colour = scenario_take_colour(rest);
    return w->colour >= 0;
}

static bool take_wanted(Telling *t, Str rest, Wanted *w)
{
    int outcome =
        scenario_take_longest(&rest, outcome_words, COUNT(outcome_words));
    w->colour = -1;
    w->minutes = FACT_NO_NUMBER;
    if (outcome < 0)
        return scenario_fail(t, "'%.*s' is no outcome", STR_ARG(rest));
    w->outcome = str_of(outcome_words[outcome]);
    while (scenario_take(&rest, ", ")) {
        Str part = rest;
        if (!take_part(t, &rest, w))
            return scenario_fail(t, "not understood from '%.*s'",
                                 STR_ARG(part));
    }
    return rest.len == 0 ||
           scenario_fail(t, "not understood from '%.*s'", STR_ARG(rest));
}

/* ---- checking ------------------------------------------------------------ */

static bool facts_are(const Finding *f, const Wanted *w)
{
    for (size_t i = 0; i < FINDING_FACTS; i++) {
        if (!fact_id_is(f->facts[i], w->facts[i])) return false;
    }
    return true;
}

bool scenario_cite_is(const Judging *j, ClauseId by, Str cite)
{
    if (by.index == NO_INDEX) return str_is(cite, STR("-"));
    return str_is(corpus_clause(&j->corpus, by)->cite, cite);
}

static bool is_wanted(const Judging *j, const Finding *f, const Wanted *w)
{
    return f->duty == w->duty &&
           str_is(str_of(outcome_words[f->outcome]), w->outcome) &&
           (w->colour < 0 || (int)finding_colour(f) == w->colour) &&
           (w->minutes == FACT_NO_NUMBER || f->minutes == w->minutes) &&
           (w->cite.len == 0 || scenario_cite_is(j, f->by, w->cite)) &&
           (!w->facts_said || facts_are(f, w));
}

static Str written(Telling *t, const Judging *j, const Verdict *verdict)
{
    Buf out = buf_in(t->arena);
    verdict_write(verdict, &j->corpus, &out);
    return buf_str(&out);
}

/* What came instead; a scenario that waits may differ. */
static bool fail_verdict(Telling *t, const Verdict *verdict)
{
    if (t->waiting) return true;
    Str got = written(t, &t->judging, verdict);
    return scenario_fail(t, "it is\n%.*s", STR_ARG(got));
}

static uint32_t count_of(const Verdict *v, int duty, int colour)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < v->count; i++) {
        const Finding *f = &v->findings[i];
        count += (duty < 0 || (int)f->duty == duty) &&
                 (colour < 0 || (int)finding_colour(f) == colour);
    }
    return count;
}

/* "laporan: terlambat, ..."; "laporan: tidak ada temuan"; "tetap di rumah:
 * bukan belum kembali": no finding has all that is said. */
bool scenario_expect_duty(Telling *t, PersonId person, Str words)
{
    Wanted w = {0};
    Verdict verdict;
    int duty = scenario_take_longest(&words, duty_words, COUNT(duty_words));
    if (duty < 0 || !scenario_take(&words, ": "))
        return scenario_fail(t, "'%.*s' is no duty", STR_ARG(words));
    w.duty = (DutyKind)duty;
    bool none = str_is(words, STR("tidak ada temuan"));
    bool absent = scenario_take(&words, "bukan ");
    if (!none && !take_wanted(t, words, &w)) return false;
    verdict_make(&t->judging.view, person, &verdict);
    t->checked++;
    if (none)
        return count_of(&verdict, duty, -1) == 0 || fail_verdict(t, &verdict);
    for (uint32_t i = 0; i < verdict.count; i++) {
        if (is_wanted(&t->judging, &verdict.findings[i], &w))
            return !absent || fail_verdict(t, &verdict);
    }
    return absent || fail_verdict(t, &verdict);
}

/* ---- the whole verdict --------------------------------------------------- */

static bool is_same_again(Telling *t, PersonId person, const Verdict *before)
{
    Judging again;
    Verdict verdict;
    const Judging *j = &t->judging;
    if (!scenario_judge(t, j->now, j->day, true, &again)) return false;
    verdict_make(&again.view, person, &verdict);
    Str got = written(t, &again, &verdict);
    return str_is(written(t, j, before), got) ||
           scenario_fail(t, "computed again it is\n%.*s", STR_ARG(got));
}

/* ---- the law alone ------------------------------------------------------- */

typedef struct {
    char place, part; /* part 0: unsaid */
    Step step;        /* STEP_COUNT: unsaid */
    Str cite;         /* empty: unsaid */
    int16_t from, to;
} LawWanted;

static bool take_step(Str *rest, Step *out)
{
    for (int step = 0; step < STEP_COUNT; step++) {
        Str code = step_code((Step)step);
        if (!str_starts(*rest, code)) continue;
        *rest = str_slice(*rest, code.len, rest->len);
        *out = (Step)step;
        return true;
    }
    return false;
}

/* "di kantor, langkah panggilan, karena ..., pukul 09.00-11.00 di kantor" */
static bool take_law(Telling *t, Str *rest, LawWanted *w)
{
    *w = (LawWanted){.step = STEP_COUNT, .from = -1, .to = -1};
    if (!scenario_take_place(rest, &w->place)) return false;
    if (scenario_take(rest, ", langkah ") && !take_step(rest, &w->step))
        return false;
    if (scenario_take(rest, ", karena ") &&
        !scenario_take_rule(t->arena, rest, t->letter, &w->cite))
        return false;
    return !scenario_take(rest, ", pukul ") ||
           (scenario_take_clocks(rest, &w->from, &w->to) &&
            scenario_take(rest, " ") && scenario_take_place(rest, &w->part));
}

static bool law_is(const Judging *j, const Directive *d, const LawWanted *w)
{
    return d->letter == w->place &&
           (w->step == STEP_COUNT || d->step == w->step) &&
           (w->cite.len == 0 || scenario_cite_is(j, d->by, w->cite)) &&
           (w->part == 0 || (d->part == w->part && d->part_from == w->from &&
                             d->part_to == w->to));
}

static bool expect_law(Telling *t, PersonId person, Str words)
{
    LawWanted w;
    if (!take_law(t, &words, &w) || words.len > 0)
        return scenario_fail(t, "not understood from '%.*s'", STR_ARG(words));
    Directive d = law_person(t->judging.law, person);
    Str got = step_code(d.step);
    t->checked++;
    return law_is(&t->judging, &d, &w) || t->waiting ||
           scenario_fail(t, "the law says %c by %.*s, %c from %d to %d",
                         d.letter, STR_ARG(got), d.part == 0 ? '-' : d.part,
                         d.part_from, d.part_to);
}

/* ---- the person's day ---------------------------------------------------- */

static bool expect_place(Telling *t, const Verdict *v, Str words, char got)
{
    char want = 0;
    if (!scenario_take_place(&words, &want) || words.len > 0)
        return scenario_fail(t, "'%.*s' is no place", STR_ARG(words));
    return got == want || fail_verdict(t, v);
}

bool scenario_expect_person(Telling *t, PersonId person, Str words)
{
    Verdict v;
    if (scenario_take(&words, "menurut surat "))
        return expect_law(t, person, words);
    verdict_make(&t->judging.view, person, &v);
    t->checked++;
    if (scenario_take(&words, "direncanakan "))
        return expect_place(t, &v, words, v.planned);
    if (scenario_take(&words, "diharapkan "))
        return expect_place(t, &v, words, v.expected);
    if (scenario_take(&words, "berada "))
        return expect_place(t, &v, words, v.where);
    if (str_is(words, STR("tidak ada temuan")))
        return v.count == 0 || fail_verdict(t, &v);
    if (str_is(words, STR("tidak ada pelanggaran")))
        return count_of(&v, -1, COLOUR_BREACH) == 0 || fail_verdict(t, &v);
    if (str_is(words, STR("dihitung lagi sama")))
        return is_same_again(t, person, &v);
    return scenario_fail(t, "'%.*s' is nothing to expect", STR_ARG(words));
}
