/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/lint.h"

/*
 * Days of a person in a week or month bind those days alone that the roster
 * shares out.  Where other rules settle every day of all whom the clause means
 * ("boleh di rumah" does too: the person chooses), it decides nothing.  Who
 * "boleh di mana saja" and owes days in the office has them from the roster.
 */

enum { DAYS_LOOKED_AT = 7 };

static bool leaves_days(const Lint *l, ClauseId id, Date date)
{
    AUTO(arena_done) Arena *scratch = arena_open(1U << 16);
    const LawDay *day = law_day(scratch, l->c, date);
    for (uint32_t p = 0; p < l->c->r->person_count; p++) {
        PersonId person = {p};
        if (law_means(day, id, person) &&
            law_person(day, person).letter == PLACED_OPEN)
            return true;
    }
    return false;
}

/* Looked at: the first days of its letter on which the clause holds. */
static bool leaves_any(const Lint *l, ClauseId id)
{
    enum { SEARCHED = 60 };
    const CorpusLetter *own = &l->c->letters[l->letter];
    Date first = own->windows[0].first;
    uint32_t looked = 0;
    if (date_before(first, l->from)) first = l->from;
    for (int32_t i = 0; i < SEARCHED && looked < DAYS_LOOKED_AT; i++) {
        Date date = date_plus(first, i);
        if (!clause_holds(l->c, id, date)) continue;
        if (leaves_days(l, id, date)) return true;
        looked++;
    }
    return looked == 0; /* that it never holds is said elsewhere */
}

static void say_nothing_left(const Lint *l, const Clause *clause)
{
    lint_say_of(
        l, clause, DIAG_WARNING, "periksa-34",
        STR("tidak menentukan hari siapa pun: tempat mereka sudah pasti "
            "atau mereka pilih sendiri, dan tidak ada yang dibagi oleh "
            "jadwal"),
        STR("decides nobody's days: their place is settled, or they choose "
            "it, and nothing is left for a roster to share out"));
    diag_advise(l->diags,
                STR("tulis juga batas unit yang dibagi jadwal, misalnya 'Pada "
                    "setiap unit kerja: di kantor paling banyak 60% dari "
                    "seluruh pegawai, dibulatkan ke atas.'"),
                STR("write a bound of the unit too, which a roster shares out: "
                    "'In every work unit: in the office at most 60% of all "
                    "staff, rounded up.'"));
}

/* ---- turns ----------------------------------------------------------------
 */

/* "wajib di kantor, bergilir", "boleh di rumah, bergilir"; of whom a bound
 * leaves over ("selebihnya ..., bergilir") its seats are shared out. */
static bool takes_turns(const Clause *clause)
{
    return clause->turns && clause->act != ACT_REST &&
           clause->sentence->pred == PRED_PLACE;
}

static void say_no_turns(const Lint *l, const Clause *clause)
{
    lint_say_of(
        l, clause, DIAG_WARNING, "periksa-39",
        STR("tidak ada giliran yang dibagi bagi mereka: tidak ada batas "
            "yang menentukan berapa orang di kantor"),
        STR("no turns are shared out among them: no bound says how many are "
            "in the office"));
    diag_advise(l->diags,
                STR("tulis batasnya juga, misalnya 'Pada setiap unit kerja: di "
                    "kantor paling banyak 50% dari seluruh pegawai, dibulatkan "
                    "ke bawah.', atau hapus 'bergilir'"),
                STR("write the bound too, as 'In every work unit: in the "
                    "office at most 50% of all staff, rounded down.', or take "
                    "out 'in turns'"));
}

void lint_days(const Lint *l)
{
    const CorpusLetter *own = &l->c->letters[l->letter];
    if (own->window_count == 0 || date_is(own->windows[0].first, DATE_ALWAYS))
        return;
    for (uint32_t i = 0; i < own->clause_count; i++) {
        ClauseId id = {own->first_clause + i};
        const Clause *clause = corpus_clause(l->c, id);
        if (clause->act == ACT_DAYS && clause->bound == 0 && !leaves_any(l, id))
            say_nothing_left(l, clause);
        if (takes_turns(clause) && !leaves_any(l, id)) say_no_turns(l, clause);
    }
}
