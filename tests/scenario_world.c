/* SPDX-License-Identifier: Apache-2.0 */
#include "scenario.h"

#include <stdlib.h>

struct ScenarioWorld {
    Office office;
    VEC(LawDay *) days;
    RosterMade *made;
    Str no_roster;
};

/* What is wrong, said in full: the sentence of the error and the diagnoses. */
static Str told(Office *o, const Err *err)
{
    Buf said = buf_in(o->arena);
    buf_c(&said, err->text);
    buf_char(&said, '\n');
    diags_print(&o->diags, LANG_EN, &said);
    faults_print(&o->faults, LANG_EN, &said);
    return buf_str(&said);
}

/* Tests run in the root folder, wherever they were built. */
ScenarioWorld *scenario_world(Arena *arena, const char *government, Str *said)
{
    Err err = {0};
    ScenarioWorld *w = NEW(arena, ScenarioWorld, 1);
    (void)setenv("TATAKERJA_DATA", "data", 0); /* NOLINT(*-mt-unsafe) */
    if (office_open(arena, government, &w->office, &err)) return w;
    *said = told(&w->office, &err);
    return NULL;
}

Office *scenario_office(ScenarioWorld *world)
{
    return &world->office;
}

/* ---- law ----------------------------------------------------------------- */

LawDay *scenario_law(Arena *arena, const Office *office, Date day, Str *said)
{
    Corpus *corpus = NEW(arena, Corpus, 1);
    CorpusFrom from = office_from(office);
    Diags diags = diags_in(arena);
    if (corpus_make(arena, &from, DATE_NEVER, corpus, &diags))
        return law_day(arena, corpus, day);
    Buf faults = buf_in(arena);
    diags_print(&diags, LANG_EN, &faults);
    *said = buf_str(&faults);
    return NULL;
}

LawDay *scenario_world_law(ScenarioWorld *w, Date day, Str *said)
{
    for (size_t i = 0; i < w->days.count; i++) {
        if (date_is(law_date(w->days.at[i]), day)) return w->days.at[i];
    }
    LawDay *law = scenario_law(w->office.arena, &w->office, day, said);
    if (law != NULL) VEC_PUSH(w->office.arena, &w->days, law);
    return law;
}

/* ---- rosters ------------------------------------------------------------- */

RosterMade *scenario_roster(Office *office, Str *said)
{
    Err err = {0};
    RosterWish wish = make_roster_wish();
    RosterMade *made = NEW(office->arena, RosterMade, 1);
    if (!make_roster(office, &wish, made, &err))
        *said = told(office, &err);
    else if (!made->solved)
        *said = STR("no roster exists");
    else if (!made->verified)
        *said = made->audit_said[LANG_EN];
    else
        return made;
    return NULL;
}

RosterMade *scenario_world_roster(ScenarioWorld *w, Str *said)
{
    if (w->made == NULL && w->no_roster.len == 0)
        w->made = scenario_roster(&w->office, &w->no_roster);
    *said = w->no_roster;
    return w->made;
}
