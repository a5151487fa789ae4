/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/lint.h"

/*
 * Days that cannot be: a validity that is over before the letter is signed,
 * and rules whose days all lie outside of the letter's own.
 */

enum { DAYS_SEARCHED = 400 }; /* of an open end: every weekday, every date */

void lint_signing(const Lint *l)
{
    const Letter *t = l->tree;
    Date last = t->valid.window.last;
    if (!t->valid.given || date_is(t->enacted, DATE_ALWAYS) ||
        date_is(last, DATE_NEVER) || !date_before(last, t->enacted))
        return;
    Str end_id = date_words(l->arena, last, LANG_ID);
    Str end_en = date_words(l->arena, last, LANG_EN);
    lint_say(l, DIAG_WARNING, "periksa-22", t->valid.span,
             str_format(l->arena, "berakhir %.*s, sebelum surat ini ditetapkan",
                        STR_ARG(end_id)),
             str_format(l->arena, "ends on %.*s, before this letter is enacted",
                        STR_ARG(end_en)));
    diag_advise(l->diags, STR("betulkan 'berlaku' atau 'ditetapkan'"),
                STR("mend 'in force' or 'enacted'"));
}

/* Does the clause hold on any day of the letter's window? */
static bool holds_in(const Corpus *c, ClauseId id, Window w)
{
    w = window_meet(w, corpus_clause(c, id)->window);
    if (window_is_empty(w)) return false;
    Date end = date_plus(w.first, DAYS_SEARCHED);
    if (date_before(end, w.last)) w.last = end;
    for (Date day = w.first; !date_before(w.last, day);
         day = date_plus(day, 1)) {
        if (clause_holds(c, id, day)) return true;
    }
    return false;
}

static bool ever_holds(const Corpus *c, ClauseId id)
{
    const CorpusLetter *letter = &c->letters[corpus_clause(c, id)->letter];
    for (uint32_t i = 0; i < letter->window_count; i++) {
        if (holds_in(c, id, letter->windows[i])) return true;
    }
    return false;
}

static bool meets_somebody(const Lint *l, ClauseId id, Date date)
{
    AUTO(arena_done) Arena *scratch = arena_open(1U << 16);
    const LawDay *day = law_day(scratch, l->c, date);
    for (uint32_t p = 0; p < l->c->r->person_count; p++) {
        PersonId person = {p};
        if (law_works(day, person) && law_means(day, id, person)) return true;
    }
    return false;
}

/* "Setiap Minggu: pelaksana wajib di kantor" of people who work from Monday to
 * Friday: on the first days on which it holds nobody whom it means works. */
static void lint_day_off(const Lint *l, ClauseId id)
{
    enum { SEARCHED = 60, LOOKED_AT = 5 };
    const CorpusLetter *own = &l->c->letters[l->letter];
    const Clause *clause = corpus_clause(l->c, id);
    uint32_t looked = 0;
    if (clause->act != ACT_PLACE ||
        (clause->weekdays == 0 && clause->date_count == 0))
        return;
    Date first = own->windows[0].first;
    if (date_is(first, DATE_ALWAYS)) return;
    for (int32_t i = 0; i < SEARCHED && looked < LOOKED_AT; i++) {
        Date date = date_plus(first, i);
        if (!clause_holds(l->c, id, date)) continue;
        if (meets_somebody(l, id, date)) return;
        looked++;
    }
    if (looked == 0) return;
    lint_say_of(
        l, clause, DIAG_WARNING, "periksa-23",
        STR("tidak pernah berlaku: pada hari-hari itu tidak seorang pun "
            "dari yang dimaksud bekerja"),
        STR("never applies: on those days none of those whom it means "
            "works"));
    diag_advise(l->diags,
                STR("betulkan harinya, atau sebut unit yang bekerja pada hari "
                    "itu"),
                STR("mend its days, or name units that work on them"));
}

/* The row of a status that does not come within the letter is no fault. A
 * letter that waits for the dates of a status has said so already. */
void lint_never(const Lint *l)
{
    const CorpusLetter *own = &l->c->letters[l->letter];
    if (own->window_count == 0 || own->status_missing) return;
    for (uint32_t i = 0; i < own->clause_count; i++) {
        ClauseId id = {own->first_clause + i};
        if (corpus_clause(l->c, id)->under_status || ever_holds(l->c, id)) {
            lint_day_off(l, id);
            continue;
        }
        lint_say_of(
            l, corpus_clause(l->c, id), DIAG_WARNING, "periksa-23",
            STR("tidak pernah berlaku: harinya di luar masa berlaku surat "
                "atau aturannya"),
            STR("never applies: its days lie outside of those of the "
                "letter or its rule"));
        diag_advise(l->diags, STR("betulkan harinya, atau hapus kalimat ini"),
                    STR("mend its days, or drop this sentence"));
    }
}
