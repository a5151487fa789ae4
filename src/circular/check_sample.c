/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/lint.h"

#include <string.h>

/*
 * The days on which a letter is looked at: its first working day, and the
 * first one of every other set of its clauses that hold together, for what
 * stands behind "Setiap Jumat:" is found on no Wednesday.  Said is what was
 * not said of the same words before, with its day.
 */

enum { SEARCHED = 60, SAMPLE_DAYS = 8 };

/* Where to look for a day of the letter: its first days, or its last ones when
 * nobody said when it begins; of one that is amended, from then on.
 * DATE_NEVER: nowhere. */
static Date sample_from(const Lint *l)
{
    const CorpusLetter *letter = &l->c->letters[l->letter];
    Date last = DATE_NEVER;
    if (!date_is(letter->first_effect, DATE_ALWAYS))
        return date_before(letter->first_effect, l->from)
                   ? l->from
                   : letter->first_effect;
    if (letter->window_count > 0) last = letter->windows[0].last;
    return date_is(last, DATE_NEVER) ? DATE_NEVER
                                     : date_plus(last, 1 - SEARCHED);
}

static bool same_clauses(const Lint *l, Date a, Date b)
{
    const CorpusLetter *own = &l->c->letters[l->letter];
    for (uint32_t i = 0; i < own->clause_count; i++) {
        ClauseId id = {own->first_clause + i};
        if (clause_holds(l->c, id, a) != clause_holds(l->c, id, b))
            return false;
    }
    return true;
}

static uint32_t sample_days(const Lint *l, Date *out)
{
    const CorpusLetter *letter = &l->c->letters[l->letter];
    Date day = sample_from(l);
    uint32_t count = 0;
    if (date_is(day, DATE_NEVER)) return 0;
    for (int i = 0; i < SEARCHED && count < SAMPLE_DAYS;
         i++, day = date_plus(day, 1)) {
        bool other = lint_works_plainly(l, day) && letter_holds(letter, day);
        for (uint32_t k = 0; other && k < count; k++)
            other = !same_clauses(l, out[k], day);
        if (other) out[count++] = day;
    }
    return count;
}

bool lint_first_held(const Lint *l, ClauseId id, const LawDay *day)
{
    for (uint32_t i = 0; i < l->day; i++) {
        if (clause_holds(l->c, id, l->days[i])) return false;
    }
    return clause_holds(l->c, id, law_date(day));
}

static void lint_day(const Lint *l, bool *covered)
{
    AUTO(arena_done) Arena *scratch = arena_open(1U << 20);
    LawDay *day = law_day(scratch, l->c, l->days[l->day]);
    lint_people(l, day, covered);
    lint_terms(l, day);
    lint_emptied(l, day);
    lint_caps(l, day);
    lint_bounds(l, day);
    lint_exempt(l, day);
    lint_rest(l, day);
    if (!l->c->letters[l->letter].decision) lint_service(l, day);
}

/* ---- what later days add ------------------------------------------------- */

static bool is_said(const Diags *diags, const Diag *one)
{
    for (size_t i = 0; i < diags->list.count; i++) {
        const Diag *diag = &diags->list.at[i];
        if (diag->source == one->source && diag->span.from == one->span.from &&
            diag->span.to == one->span.to && strcmp(diag->id, one->id) == 0)
            return true;
    }
    return false;
}

static Str with_day(const Lint *l, Str said, Lang lang)
{
    Str day = date_long(l->arena, l->days[l->day], lang);
    return str_format(l->arena,
                      lang == LANG_EN ? "%.*s (on %.*s)" : "%.*s (pada %.*s)",
                      STR_ARG(said), STR_ARG(day));
}

static void lint_later_day(Lint *l, bool *covered)
{
    Diags *all = l->diags;
    Diags found = diags_in(l->arena);
    l->diags = &found;
    lint_day(l, covered);
    l->diags = all;
    size_t before = all->list.count;
    for (size_t i = 0; i < found.list.count; i++) {
        const Diag *diag = &found.list.at[i];
        Diags earlier = *all;
        earlier.list.count = before;
        if (is_said(&earlier, diag)) continue;
        diag_add(all, diag->level, diag->id, diag->source, diag->span,
                 with_day(l, diag->said[LANG_ID], LANG_ID),
                 with_day(l, diag->said[LANG_EN], LANG_EN));
        diag_advise(all, diag->advice[LANG_ID], diag->advice[LANG_EN]);
    }
}

void lint_on_days(Lint *l)
{
    Date days[SAMPLE_DAYS];
    uint32_t count = sample_days(l, days);
    bool *covered = NEW(l->arena, bool, l->c->r->person_count + 1);
    l->days = days;
    for (l->day = 0; l->day < count; l->day++) {
        if (l->day == 0)
            lint_day(l, covered);
        else
            lint_later_day(l, covered);
    }
    if (count > 0) lint_no_rule(l, days[0], covered);
    l->days = NULL;
    l->day = 0;
}
