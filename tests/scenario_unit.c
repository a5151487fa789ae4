/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/check.h"
#include "scenario.h"

/*
 * What must hold of the unit kerja of somebody on the day, and what the
 * checker must say of the letters as the facts have left them.
 *
 *     Unit A: ditutup sampai dengan 8 Agustus 2020, karena aturan 5 ayat (1)
 *     Unit A: buka
 *     Unit A: loket tutup | loket dilayani 2 petugas
 *     Unit A: batas 3, dipanggil 1, masuk 4, lebih 1, karena aturan 1 ayat (1)
 *     Pemeriksa: hukum-11 "ditolak" | Pemeriksa: tanpa hukum-11
 */

static UnitId work_unit(const Telling *t, PersonId person)
{
    const Register *r = &t->judging.r;
    return r->work_unit_of[r->people[person.index].unit.index];
}

/* ---- closures ------------------------------------------------------------ */

static bool expect_open(Telling *t, UnitId unit)
{
    uint32_t closure = 0;
    return !law_closed(t->judging.law, unit, &closure) || t->waiting ||
           scenario_fail(t, "the unit is closed");
}

static bool expect_closed(Telling *t, UnitId unit, Str words)
{
    const Corpus *c = &t->judging.corpus;
    uint32_t at = 0;
    Date last = DATE_NEVER;
    Str cite = {"", 0};
    bool read = !scenario_take(&words, " sampai dengan ") ||
                scenario_take_day(&words, &last);
    if (read && scenario_take(&words, ", karena "))
        read = scenario_take_rule(t->arena, &words, t->letter, &cite);
    if (!read || words.len > 0)
        return scenario_fail(t, "not understood from '%.*s'", STR_ARG(words));
    if (t->waiting) return true;
    if (!law_closed(t->judging.law, unit, &at))
        return scenario_fail(t, "the unit is open");
    const Closure *closure = &c->closures[at];
    Str by = closure->by.index == NO_INDEX
                 ? (Str){"-", 1}
                 : corpus_clause(c, closure->by)->cite;
    char text[DATE_TEXT];
    bool until =
        date_is(last, DATE_NEVER) || date_is(closure->window.last, last);
    return (until && (cite.len == 0 || str_is(by, cite))) ||
           scenario_fail(t, "closed to %s by %.*s",
                         date_iso(closure->window.last, text), STR_ARG(by));
}

/* ---- the roster made anew ------------------------------------------------ */

static RosterMade *roster_now(Telling *t)
{
    Str said = {"", 0};
    Judging *j = &t->judging;
    if (j->made != NULL) return j->made;
    Office *office = NEW(t->arena, Office, 1);
    *office = t->office;
    office->arena = t->arena;
    office->r = j->r;
    office->diags = diags_in(t->arena);
    j->made = scenario_roster(office, &said);
    if (j->made == NULL) (void)scenario_fail(t, "no plan: %.*s", STR_ARG(said));
    return j->made;
}

/* Officers whom the roster sends to counters of the unit that day. */
static int32_t officers(const RosterMade *made, const Register *r, UnitId unit,
                        Date day)
{
    int32_t count = 0;
    uint32_t at = plan_day(&made->demand.plan, day);
    if (at == NO_INDEX) return -1;
    for (size_t i = 0; i < made->answer.duty_count; i++) {
        const PostDuty *duty = &made->answer.duties[i];
        CounterId counter = made->demand.problem.posts[duty->post].counter;
        count += duty->day == made->demand.problem_day[at] &&
                 unit_is_under(r, r->counters[counter.index].unit, unit);
    }
    return count;
}

static bool expect_counters(Telling *t, UnitId unit, Str words)
{
    int32_t want = 0;
    uint32_t closure = 0;
    bool shut = str_is(words, STR("tutup"));
    bool read = scenario_take(&words, "tutup") ||
                (scenario_take(&words, "dilayani ") &&
                 scenario_take_number(&words, &want) &&
                 scenario_take(&words, " petugas"));
    if (!read || words.len > 0)
        return scenario_fail(t, "not understood from '%.*s'", STR_ARG(words));
    RosterMade *made = roster_now(t);
    if (made == NULL) return false;
    int32_t got = officers(made, &t->judging.r, unit, t->judging.day);
    bool open = !law_closed(t->judging.law, unit, &closure);
    return (got == want && shut != open) || t->waiting ||
           scenario_fail(t, "%d officers serve there%s", got,
                         open ? "" : ", and the unit is closed");
}

/* ---- seats under a cap --------------------------------------------------- */

static const char *const figures[] = {
    "dasar ", "batas ", "wajib ", "dipanggil ", "masuk ", "loket ", "lebih "};

static int32_t figure_of(const CapDay *day, size_t figure)
{
    const int32_t all[] = {
        day->base,
        day->stated,
        day->forced,
        day->called,
        day->in,
        day->need,
        day->in > day->stated ? day->in - day->stated : 0,
    };
    return all[figure];
}

static const CapDay *cap_day(Telling *t, UnitId unit, Str cite)
{
    RosterMade *made = roster_now(t);
    if (made == NULL) return NULL;
    const Demand *d = &made->demand;
    ClauseId cap = corpus_find(&made->corpus, cite);
    uint32_t at = plan_day(&d->plan, t->judging.day);
    uint32_t line =
        cap.index == NO_INDEX || at == NO_INDEX
            ? NO_INDEX
            : d->cap_at[(size_t)cap.index * t->judging.r.unit_count +
                        unit.index];
    if (line != NO_INDEX) return &d->caps[line].days[at];
    (void)scenario_fail(t, "no cap '%.*s' is counted there", STR_ARG(cite));
    return NULL;
}

static bool take_figure(Str *rest, size_t *figure, int32_t *want)
{
    for (*figure = 0; *figure < COUNT(figures); (*figure)++) {
        if (scenario_take(rest, figures[*figure]))
            return scenario_take_number(rest, want);
    }
    return false;
}

static bool expect_seats(Telling *t, UnitId unit, Str words)
{
    int32_t want[COUNT(figures)];
    size_t figure = 0;
    int32_t number = 0;
    Str cite = {"", 0};
    for (size_t i = 0; i < COUNT(want); i++)
        want[i] = -1;
    while (take_figure(&words, &figure, &number) && scenario_take(&words, ", "))
        want[figure] = number;
    if (!scenario_take(&words, "karena ") ||
        !scenario_take_rule(t->arena, &words, t->letter, &cite) ||
        words.len > 0)
        return scenario_fail(t, "not understood from '%.*s'", STR_ARG(words));
    const CapDay *day = cap_day(t, unit, cite);
    for (size_t i = 0; day != NULL && i < COUNT(want); i++) {
        if (want[i] >= 0 && figure_of(day, i) != want[i] && !t->waiting)
            return scenario_fail(t, "%s%d", figures[i], figure_of(day, i));
    }
    return day != NULL;
}

bool scenario_expect_unit(Telling *t, PersonId person, Str words)
{
    UnitId unit = work_unit(t, person);
    t->checked++;
    if (unit.index == NO_INDEX) return scenario_fail(t, "of no unit kerja");
    if (str_is(words, STR("buka"))) return expect_open(t, unit);
    if (scenario_take(&words, "ditutup")) return expect_closed(t, unit, words);
    if (scenario_take(&words, "loket ")) return expect_counters(t, unit, words);
    return expect_seats(t, unit, words);
}

/* ---- the checker --------------------------------------------------------- */

static const Diag *diag_of(const Diags *diags, Str id, Str part)
{
    for (size_t i = 0; i < diags->list.count; i++) {
        const Diag *d = &diags->list.at[i];
        if (str_is(str_of(d->id), id) &&
            str_find(d->said[LANG_ID], part, 0) != SIZE_MAX)
            return d;
    }
    return NULL;
}

static Diags said_by_checker(Telling *t)
{
    Diags diags = t->judging.diags;
    if (t->judging.law == NULL) return diags;
    for (uint32_t i = 0; i < t->judging.corpus.letter_count; i++)
        check_letter(t->arena, &t->judging.corpus, i, &diags);
    return diags;
}

static bool take_id(Str *rest, Str *id)
{
    size_t end = str_find(*rest, STR(" "), 0);
    if (end == SIZE_MAX) end = rest->len;
    *id = str_slice(*rest, 0, end);
    *rest = str_trim(str_slice(*rest, end, rest->len));
    return id->len > 3;
}

bool scenario_expect_checker(Telling *t, Str words)
{
    Str id = {"", 0};
    Str part = {"", 0};
    bool absent = scenario_take(&words, "tanpa ");
    if (!take_id(&words, &id) ||
        (words.len > 0 && !scenario_take_quoted(&words, &part)) ||
        words.len > 0)
        return scenario_fail(t, "not understood from '%.*s'", STR_ARG(words));
    Diags diags = said_by_checker(t);
    t->checked++;
    if ((diag_of(&diags, id, part) == NULL) == absent || t->waiting)
        return true;
    Buf said = buf_in(t->arena);
    diags_print(&diags, LANG_ID, &said);
    return scenario_fail(t, "it says\n%.*s", STR_ARG(buf_str(&said)));
}
