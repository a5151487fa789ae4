/* SPDX-License-Identifier: Apache-2.0 */
/*
 * draft_law.c - what a cell of a draft may become, and the rule against it.
 */
#include "app/draft_change.h"
#include "day/effects.h"

#define K(name) (UINT64_C(1) << (FACT_##name))

DraftLaw draft_law(Arena *arena, const LiveView *view, Window month, Str actor)
{
    VEC(Fact) facts = {0};
    DraftLaw law = {
        .arena = arena, .view = view, .month = month, .actor = actor};
    law.asked = NO_PERSON;
    LiveFacts live =
        live_facts_kinds(view, arena, K(DEVIATION) | K(PIN) | K(CORRECTION));
    for (size_t i = 0; i < live.count; i++)
        VEC_PUSH(arena, &facts, *live.at[i]);
    law.recorded = effects_standing(arena, facts.at, facts.count,
                                    K(DEVIATION) | K(PIN), &law.recorded_count);
    return law;
}

const LawDay *draft_law_day(DraftLaw *law, Date day)
{
    uint32_t at = (uint32_t)(day.days - law->month.first.days);
    CHECK(window_has(law->month, day) && at < DRAFT_DAYS);
    if (law->law[at] == NULL)
        law->law[at] = law_day(law->arena, law->view->corpus, day);
    return law->law[at];
}

/* Of the person's own that was recorded for the day; the last. */
static const Fact *last_of(const DraftLaw *law, FactKind kind, PersonId person,
                           Date day)
{
    Str code = law->view->office->r.people[person.index].code;
    for (size_t i = law->recorded_count; i-- > 0;) {
        const Fact *fact = law->recorded[i];
        if (fact->kind == kind && str_is(fact->person, code) &&
            window_has(fact->days, day))
            return fact;
    }
    return NULL;
}

static const Fact *recorded_of(const DraftLaw *law, PersonId person, Date day)
{
    return last_of(law, FACT_DEVIATION, person, day);
}

static char letter_of(const Fact *fact)
{
    return str_is(fact->word, STR("kantor")) ? PLACED_OFFICE : PLACED_HOME;
}

static char placed_now(DraftLaw *law, PersonId person, Date day)
{
    char letter = law_person(draft_law_day(law, day), person).letter;
    if (letter != PLACED_OPEN) return letter;
    letter = live_plan_cell(law->view, person, day);
    if (letter != PLACED_NONE) return letter;
    const Fact *fixed = last_of(law, FACT_PIN, person, day);
    if (fixed == NULL) return letter;
    return letter_of(fixed);
}

char draft_now(DraftLaw *law, PersonId person, Date day)
{
    char letter = placed_now(law, person, day);
    const Fact *recorded = recorded_of(law, person, day);
    if (recorded == NULL || (letter != PLACED_OFFICE && letter != PLACED_HOME &&
                             letter != PLACED_FIELD))
        return letter;
    return letter_of(recorded);
}

/* ---- refusals ------------------------------------------------------------ */

static bool no(Str said[2], const char *id, const char *en)
{
    said[LANG_ID] = str_of(id);
    said[LANG_EN] = str_of(en);
    return false;
}

/* Never why somebody is away, nor the name of a mark. */
static bool no_by_step(Step step, Str said[2])
{
    switch (step) {
    case STEP_CLOSURE: return no(said, "unit ditutup", "the unit is closed");
    case STEP_DAY_OFF:
        return no(said, "bukan hari kerja", "it is no working day");
    case STEP_HEALTH:
        return no(said, "tercatat di rumah dalam register",
                  "the register keeps them at home");
    case STEP_ABSENCE:
        return no(said, "cuti atau dinas luar", "leave or official trip");
    case STEP_RECALL:
        return no(said, "dipanggil ke kantor", "called to the office");
    case STEP_EXEMPT:
    case STEP_DECISION:
    case STEP_MUST:
    case STEP_TURN:
    case STEP_MAY:
    case STEP_REST:
    case STEP_NO_RULE:
    case STEP_COUNT: break;
    }
    return no(said, "tidak ada edaran yang menggilirnya hari itu",
              "no letter has them take turns that day");
}

static bool no_by_rule(const DraftLaw *law, const Directive *d, Str said[2])
{
    const Corpus *c = law->view->corpus;
    if (d->by.index == NO_INDEX) return no_by_step(d->step, said);
    for (int lang = 0; lang < 2; lang++) {
        Str rule = cite_words(law->arena, c, corpus_clause(c, d->by)->cite,
                              (Lang)lang);
        Str place = placed_is(d->letter)
                        ? placed_word((Placed)d->letter, (Lang)lang)
                        : STR("-");
        said[lang] =
            str_format(law->arena,
                       lang == LANG_EN ? "by %.*s: %.*s" : "menurut %.*s: %.*s",
                       STR_ARG(rule), STR_ARG(place));
    }
    return false;
}

/* ---- the questions ------------------------------------------------------- */

static bool is_ahead(DraftLaw *law, Date day, Str said[2])
{
    if (!window_has(law->month, day))
        return no(said, "hari itu di luar bulan ini",
                  "the day is not of this month");
    if (!date_before(live_today(law->view), day))
        return no(said, "hari itu sudah berjalan atau lewat",
                  "that day is under way or past");
    return true;
}

/* Cells come person by person: the answer is kept for the next. */
static void ask_theirs(DraftLaw *law, PersonId person)
{
    Err why = {0};
    const Office *office = law->view->office;
    AccessWorld world = {&office->r, &office->government};
    AccessAsked asked = {.actor = law->actor,
                         .use = ACCESS_DEVIATE,
                         .person = person,
                         .unit = NO_UNIT,
                         .day = live_today(law->view)};
    if (law->asked.index == person.index) return;
    law->asked = person;
    law->theirs = access_allows(&world, &asked, &why);
}

bool draft_is_theirs(DraftLaw *law, PersonId person)
{
    ask_theirs(law, person);
    return law->theirs;
}

static bool is_theirs(DraftLaw *law, PersonId person, Str said[2])
{
    if (draft_is_theirs(law, person)) return true;
    return no(said, "bukan pegawai unit yang Anda kepalai",
              "not of a unit that you head");
}

static bool serves(const DraftLaw *law, PersonId person, Date day, Str said[2])
{
    if (person_is_active(&law->view->office->r, person, day)) return true;
    return no(said, "tidak bertugas pada hari itu", "does not serve that day");
}

/* Somebody is expected there, and a head can have them elsewhere: but whom a
 * mark keeps at home stays there, and a call is taken back where it was made.
 */
static bool may_deviate(DraftLaw *law, const DraftCell *cell,
                        const Directive *d, Str said[2])
{
    char now = draft_now(law, cell->person, cell->day);
    bool works = law_works(draft_law_day(law, cell->day), cell->person);
    if (d->step == STEP_HEALTH || d->step == STEP_RECALL)
        return no_by_step(d->step, said);
    if (!works ||
        (now != PLACED_OFFICE && now != PLACED_HOME && now != PLACED_FIELD))
        return d->letter == PLACED_OPEN
                   ? no(said, "belum ada jadwal untuk hari itu",
                        "no plan holds that day yet")
                   : no_by_rule(law, d, said);
    if (cell->reason.len == 0)
        return no(said, "tulis alasan penyimpangannya",
                  "write why it deviates");
    return true;
}

bool draft_allows(DraftLaw *law, const DraftCell *cell, Str said[2])
{
    if (!is_ahead(law, cell->day, said) ||
        !is_theirs(law, cell->person, said) ||
        !serves(law, cell->person, cell->day, said))
        return false;
    if (cell->to == DRAFT_NONE) return true;
    Directive d = law_person(draft_law_day(law, cell->day), cell->person);
    if (draft_is_aside(cell->to)) return may_deviate(law, cell, &d, said);
    if (recorded_of(law, cell->person, cell->day) != NULL)
        return no(said,
                  "penyimpangan sudah tercatat; ubah dengan menulis alasan",
                  "a deviation is recorded; change it with a reason");
    return d.letter == PLACED_OPEN || no_by_rule(law, &d, said);
}
