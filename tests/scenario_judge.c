/* SPDX-License-Identifier: Apache-2.0 */
#include "day/effects.h"
#include "scenario.h"

/*
 * What the program does at an instant, from the beginning: the facts received
 * by then, the register that they make, the law, the book, the sheet.
 */

enum { BOOK_BEFORE = 40, BOOK_AFTER = 10 /* days kept in the book */ };

/* The facts received by then.  Shuffled: the last first, and each once more
 * as if a phone had sent it again. */
static size_t facts_by(const Telling *t, Instant now, bool shuffled, Fact **out)
{
    size_t count = 0;
    *out = NEW(t->arena, Fact, 2 * t->facts.count + 1);
    for (size_t i = 0; i < t->facts.count; i++) {
        size_t from = shuffled ? t->facts.count - 1 - i : i;
        Fact fact = t->facts.at[from];
        if (fact.received.us > now.us) continue;
        (*out)[count++] = fact;
        fact.received.us += 60000000;
        fact.sent.us = 0;
        if (shuffled) (*out)[count++] = fact;
    }
    return count;
}

/* NULL when the letters do not fit together; diags say why. */
static LawDay *make_law(Telling *t, Judging *j)
{
    j->diags = diags_in(t->arena);
    CorpusFrom from = office_from(&t->office);
    from.r = &j->r;
    Date known = zone_day(t->office.government.zone, j->now);
    return corpus_make(t->arena, &from, known, &j->corpus, &j->diags)
               ? law_day(t->arena, &j->corpus, j->day)
               : NULL;
}

static bool make_book(Telling *t, const Fact *facts, size_t count, Judging *j)
{
    size_t unknown = 0;
    Window window = {date_plus(j->day, -BOOK_BEFORE),
                     date_plus(j->day, BOOK_AFTER)};
    j->book = daybook_make(t->arena, &j->r, facts, count, window, &unknown);
    j->view = (DayView){
        .sheet = &j->sheet,
        .book = j->book,
        .zone = t->office.government.zone,
        .now = j->now,
    };
    return unknown == 0 || scenario_fail(t, "%zu unknown codes", unknown);
}

bool scenario_judge(Telling *t, Instant now, Date day, bool shuffled,
                    Judging *j)
{
    Err err = {0};
    Fact *facts = NULL;
    const Plan *plan = NULL;
    size_t count = facts_by(t, now, shuffled, &facts);
    *j = (Judging){.now = now, .day = day};
    if (!scenario_told_plan(t, &plan)) return false;
    if (!effects_apply(t->arena, &t->office.r, facts, count, &j->r, &err))
        return scenario_fail(t, "effects: %s", err.text);
    j->law = make_law(t, j);
    if (j->law == NULL) return true;
    if (!duty_sheet_make(t->arena, j->law, plan,
                         register_hours(law_corpus(j->law)->government),
                         &j->sheet, &err))
        return scenario_fail(t, "sheet: %s", err.text);
    return make_book(t, facts, count, j);
}
