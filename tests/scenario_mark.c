/* SPDX-License-Identifier: Apache-2.0 */
#include "register/extend.h"
#include "scenario.h"

/*
 * A mark of the register, which letters select by: who is vaccinated, in
 * quarantine, of the task force.  Facts of the day set the three with an
 * effect of their own only; any other is a row that a clerk wrote into
 * marks.csv.
 *
 *     Tanda A: "belum divaksin" pada 3 Agustus 2020, dicatat 1 Agustus 2020
 */

static bool take_mark(Telling *t, Str words, Mark *out)
{
    char label = 0;
    *out = (Mark){.effect = MARK_NAMED, .known = DATE_ALWAYS};
    if (!scenario_take(&words, "Tanda ") ||
        !scenario_take_label(&words, &label) || !scenario_take(&words, ": ") ||
        !scenario_take_quoted(&words, &out->name) ||
        !scenario_take(&words, " pada ") ||
        !scenario_take_days(&words, &out->window) ||
        (scenario_take(&words, ", dicatat ") &&
         !scenario_take_day(&words, &out->known)) ||
        words.len > 0)
        return scenario_fail(t, "it is 'Tanda A: \"...\" pada D'");
    (void)mark_effect_parse(out->name, &out->effect);
    return scenario_person(t, label, &out->person);
}

/* The register of the folder stays what it is; what was made of it before, law
 * and roster, is made again. */
bool scenario_mark(Telling *t, Str words)
{
    Mark mark;
    if (!take_mark(t, words, &mark)) return false;
    RegisterRows rows = register_rows(&t->office.r);
    Mark *all = NEW(t->arena, Mark, (size_t)rows.mark_count + 1);
    for (uint32_t i = 0; i < rows.mark_count; i++)
        all[i] = rows.marks[i];
    all[rows.mark_count++] = mark;
    rows.marks = all;
    t->office.r = register_with_rows(t->arena, &t->office.r, &rows);
    t->office.arena = t->arena;
    t->own_office = true;
    t->law = NULL;
    t->made = NULL;
    return true;
}
