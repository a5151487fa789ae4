/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/build.h"
#include "circular/law_day.h"

/*
 * Leave on days on which a letter restricts it.  Leave that stands is never
 * taken back by a letter: that is for whoever granted it, who is told.
 */

static bool reaches(const View *v, ClauseId id)
{
    const Clause *clause = corpus_clause(v->day->c, id);
    bool meant = clause->act != ACT_DUTY || view_means(v, id) != PICK_NOT;
    return meant && view_reached(v, clause->letter) && !view_lifted(v, id);
}

/* What refuses goes before what asks for a reason, then the first. */
LeaveSaid law_leave(const LawDay *day, PersonId person, ClauseId *by)
{
    static const Act acts[] = {ACT_STATE, ACT_DUTY};
    LeaveSaid strictest = LEAVE_FREE;
    Directive unused = {0};
    View v = view_of(day, person, &unused);
    *by = NO_CLAUSE;
    for (size_t a = 0; a < COUNT(acts); a++) {
        for (uint32_t i = 0; i < day->of_count[acts[a]]; i++) {
            ClauseId id = day->of[acts[a]][i];
            LeaveSaid says = leave_said(corpus_clause(day->c, id)->sentence);
            if (says <= strictest || !reaches(&v, id)) continue;
            strictest = says;
            *by = id;
        }
    }
    return strictest;
}

/* ---- leave that stands --------------------------------------------------- */

typedef struct {
    Build *b;
    VEC(LawDay *) days; /* those that were asked for */
} Stands;

static LawDay *day_of(Stands *s, Date day)
{
    for (size_t i = 0; i < s->days.count; i++) {
        if (date_is(law_date(s->days.at[i]), day)) return s->days.at[i];
    }
    LawDay *law = law_day(s->b->arena, s->b->corpus, day);
    VEC_PUSH(s->b->arena, &s->days, law);
    return law;
}

static bool any_restricts(const Corpus *c, Date day)
{
    for (uint32_t i = 0; i < c->clause_count; i++) {
        if (leave_said(c->clauses[i].sentence) != LEAVE_FREE &&
            clause_holds(c, (ClauseId){i}, day))
            return true;
    }
    return false;
}

static void say_stands(Build *b, const Absence *absence, Date day, ClauseId by)
{
    const Corpus *c = b->corpus;
    Str code = c->r->people[absence->person.index].code;
    Str day_id = date_words(b->arena, day, LANG_ID);
    Str day_en = date_words(b->arena, day, LANG_EN);
    Str cite = corpus_clause(c, by)->cite;
    Str rule_id = cite_words(b->arena, c, cite, LANG_ID);
    Str rule_en = cite_words(b->arena, c, cite, LANG_EN);
    diag_add(b->diags, DIAG_WARNING, "hukum-13", NULL, (Span){0, 0},
             str_format(b->arena,
                        "cuti %.*s pada %.*s tetap berlaku, padahal dibatasi "
                        "oleh %.*s",
                        STR_ARG(code), STR_ARG(day_id), STR_ARG(rule_id)),
             str_format(b->arena,
                        "the leave of %.*s on %.*s stands, though it is "
                        "restricted by %.*s",
                        STR_ARG(code), STR_ARG(day_en), STR_ARG(rule_en)));
    diag_advise(b->diags,
                STR("putuskan: pindahkan cuti itu, atau catat urgensinya"),
                STR("decide: move that leave, or note why it is urgent"));
}

/* The first day of the leave that somebody restricts, within the letters'
 * days; one finding a leave. */
static void check_leave(Stands *s, const Absence *absence)
{
    const Corpus *c = s->b->corpus;
    for (Date day = absence->window.first;
         !date_before(absence->window.last, day); day = date_plus(day, 1)) {
        ClauseId by = NO_CLAUSE;
        if (!any_restricts(c, day) ||
            !person_is_active(c->r, absence->person, day))
            continue;
        LawDay *law = day_of(s, day);
        if (!law_works(law, absence->person) ||
            law_leave(law, absence->person, &by) == LEAVE_FREE)
            continue;
        say_stands(s->b, absence, day, by);
        return;
    }
}

void leave_check_all(Build *b)
{
    const Register *r = b->corpus->r;
    Stands stands = {.b = b};
    bool any = false;
    for (uint32_t i = 0; i < b->corpus->clause_count; i++)
        any |= leave_said(b->corpus->clauses[i].sentence) != LEAVE_FREE;
    for (uint32_t i = 0; any && i < r->absence_count; i++) {
        const Absence *absence = &r->absences[i];
        if (absence->kind == ABSENCE_CUTI && !absence->urgent &&
            !date_is(absence->window.last, DATE_NEVER) &&
            !date_before(b->corpus->known, absence->known))
            check_leave(&stands, absence);
    }
}
